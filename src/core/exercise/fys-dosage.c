/* fys-dosage.c - how long, how often and how many times: what a text prescribes
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/exercise/fys-dosage.h"

gboolean
fys_range_is_stated (FysRange self)
{
  return self.max > 0;
}

gboolean
fys_dosage_is_stated (const FysDosage *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return fys_range_is_stated (self->hold_s) || fys_range_is_stated (self->reps) || fys_range_is_stated (self->sets) ||
         fys_range_is_stated (self->rest_s) || fys_range_is_stated (self->frequency) || self->is_per_side;
}
