/* fys-search.c - what a search answers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-search.h"

void
fys_hit_free (FysHit *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->entry);
  g_free (self->title);
  g_free (self->slug);
  g_free (self->snippet);
  g_free (self->answer);
  g_clear_pointer (&self->title_marks, g_array_unref);
  g_clear_pointer (&self->snippet_marks, g_array_unref);
  g_free (self);
}

void
fys_search_results_free (FysSearchResults *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->hits);
  g_free (self->corrected);
  g_strfreev (self->nearest_words);
  g_free (self);
}
