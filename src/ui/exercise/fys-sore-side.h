/* fys-sore-side.h - asks which side is sore, so that it goes first
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/exercise/fys-program.h"

G_BEGIN_DECLS

#define FYS_TYPE_SORE_SIDE (fys_sore_side_get_type ())
/* Signal: changed: the user has chosen another side. */
G_DECLARE_FINAL_TYPE (FysSoreSide, fys_sore_side, FYS, SORE_SIDE, AdwPreferencesGroup)

FysSide fys_sore_side_get_side (FysSoreSide *self);
/* Gives no signal. */
void    fys_sore_side_set_side (FysSoreSide *self,
                                FysSide      side);

G_END_DECLS
