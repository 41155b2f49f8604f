/* fys-marks.c - what is marked in the texts of a page: the selection, and what find found
 *
 * The texts ask for their part when they draw, so a mark costs nothing where it is out of sight.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-marks.h"

#include "compat/fys-compat-colour.h"

struct _FysMarks
{
  GObject      parent_instance;

  FysTextPlace anchor;
  FysTextPlace head;
  gboolean     has_selection; /* perhaps an empty one */

  /* Owned */
  GArray      *hits; /* (nullable) */
  guint        current_hit;

  /* Borrowed */
  GtkWidget   *selection_swatch;
  GtkWidget   *hit_swatch;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FysMarks, fys_marks, G_TYPE_OBJECT)

static int
compare_guint (guint a,
               guint b)
{
  return (a > b) - (a < b);
}

/* FYS_NONE is the greatest number, but a block is either a table or not, so the two never meet in one block. */
int
fys_text_place_compare (const FysTextPlace *a,
                        const FysTextPlace *b)
{
  int order = compare_guint (a->block, b->block);

  if (order == 0)
    order = compare_guint (a->cell, b->cell);
  if (order == 0)
    order = compare_guint (a->index, b->index);
  return order;
}

static void
fys_marks_finalize (GObject *object)
{
  FysMarks *self = FYS_MARKS (object);

  g_clear_pointer (&self->hits, g_array_unref);

  G_OBJECT_CLASS (fys_marks_parent_class)->finalize (object);
}

static void
fys_marks_class_init (FysMarksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fys_marks_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", FYS_TYPE_MARKS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fys_marks_init (FysMarks *self)
{
  self->current_hit = FYS_NONE;
}

static void
emit_changed (FysMarks *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

FysMarks *
fys_marks_new (void)
{
  return g_object_new (FYS_TYPE_MARKS, NULL);
}

void
fys_marks_select (FysMarks           *self,
                  const FysTextPlace *anchor,
                  const FysTextPlace *head)
{
  g_return_if_fail (FYS_IS_MARKS (self));

  self->anchor = *anchor;
  self->head = *head;
  self->has_selection = TRUE;
  emit_changed (self);
}

void
fys_marks_unselect (FysMarks *self)
{
  g_return_if_fail (FYS_IS_MARKS (self));

  if (!self->has_selection)
    return;

  self->has_selection = FALSE;
  emit_changed (self);
}

gboolean
fys_marks_get_selection (FysMarks     *self,
                         FysTextPlace *out_start,
                         FysTextPlace *out_end)
{
  int order;

  g_return_val_if_fail (FYS_IS_MARKS (self), FALSE);

  if (!self->has_selection)
    return FALSE;

  order = fys_text_place_compare (&self->anchor, &self->head);
  if (order == 0)
    return FALSE;
  if (out_start != NULL)
    *out_start = order < 0 ? self->anchor : self->head;
  if (out_end != NULL)
    *out_end = order < 0 ? self->head : self->anchor;
  return TRUE;
}

gboolean
fys_marks_get_anchor (FysMarks     *self,
                      FysTextPlace *out_anchor)
{
  g_return_val_if_fail (FYS_IS_MARKS (self), FALSE);

  *out_anchor = self->anchor;
  return self->has_selection;
}

gboolean
fys_marks_get_selected (FysMarks *self,
                        guint     block,
                        guint     cell,
                        guint     length,
                        guint    *out_start,
                        guint    *out_end)
{
  FysTextPlace start, end;
  FysTextPlace first = { block, cell, 0 };
  FysTextPlace last = { block, cell, length };

  if (!fys_marks_get_selection (self, &start, &end))
    return FALSE;

  if (fys_text_place_compare (&start, &first) < 0)
    start = first;
  if (fys_text_place_compare (&end, &last) > 0)
    end = last;
  if (fys_text_place_compare (&start, &end) >= 0)
    return FALSE;

  *out_start = start.index;
  *out_end = end.index;
  return TRUE;
}

void
fys_marks_take_hits (FysMarks *self,
                     GArray   *hits)
{
  g_return_if_fail (FYS_IS_MARKS (self));

  /* The texts compare what they drew by its address, which a new array may have too: so they forget the old one first. */
  self->current_hit = FYS_NONE;
  if (self->hits != NULL)
    {
      g_clear_pointer (&self->hits, g_array_unref);
      emit_changed (self);
    }

  self->hits = hits;
  if (hits != NULL)
    emit_changed (self);
}

guint
fys_marks_get_n_hits (FysMarks *self)
{
  g_return_val_if_fail (FYS_IS_MARKS (self), 0);

  return self->hits == NULL ? 0 : self->hits->len;
}

const FysFindHit *
fys_marks_get_hit (FysMarks *self,
                   guint     index)
{
  g_return_val_if_fail (FYS_IS_MARKS (self) && index < fys_marks_get_n_hits (self), NULL);

  return &g_array_index (self->hits, FysFindHit, index);
}

guint
fys_marks_find_hit (FysMarks *self,
                    guint     block,
                    guint     cell,
                    guint     index)
{
  FysTextPlace place = { block, cell, index };
  guint        low = 0;
  guint        high = fys_marks_get_n_hits (self);

  while (low < high)
    {
      guint             middle = low + (high - low) / 2;
      const FysFindHit *hit = &g_array_index (self->hits, FysFindHit, middle);
      FysTextPlace      start = { hit->block, hit->cell, hit->start };

      if (fys_text_place_compare (&start, &place) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

const FysFindHit *
fys_marks_get_hits_in (FysMarks *self,
                       guint     block,
                       guint     cell,
                       guint    *out_n_hits)
{
  guint first = fys_marks_find_hit (self, block, cell, 0);
  guint n_hits = fys_marks_get_n_hits (self);
  guint end = first;

  while (end < n_hits)
    {
      const FysFindHit *hit = &g_array_index (self->hits, FysFindHit, end);

      if (hit->block != block || hit->cell != cell)
        break;
      end++;
    }

  *out_n_hits = end - first;
  return end > first ? &g_array_index (self->hits, FysFindHit, first) : NULL;
}

void
fys_marks_set_current_hit (FysMarks *self,
                           guint     index)
{
  g_return_if_fail (FYS_IS_MARKS (self));

  if (self->current_hit == index)
    return;

  self->current_hit = index;
  emit_changed (self);
}

guint
fys_marks_get_current_hit (FysMarks *self)
{
  g_return_val_if_fail (FYS_IS_MARKS (self), FYS_NONE);

  return self->current_hit;
}

gboolean
fys_marks_is_current (FysMarks         *self,
                      const FysFindHit *hit)
{
  return self->current_hit != FYS_NONE && hit == &g_array_index (self->hits, FysFindHit, self->current_hit);
}

void
fys_marks_set_swatches (FysMarks  *self,
                        GtkWidget *selection,
                        GtkWidget *hit)
{
  g_return_if_fail (FYS_IS_MARKS (self));

  self->selection_swatch = selection;
  self->hit_swatch = hit;
}

void
fys_marks_get_colors (FysMarks *self,
                      GdkRGBA  *out_selection,
                      GdkRGBA  *out_hit)
{
  *out_selection = *out_hit = (GdkRGBA){ 0.5, 0.5, 0.5, 0.5 };

  if (self->selection_swatch != NULL)
    fys_compat_get_colour (self->selection_swatch, out_selection);
  if (self->hit_swatch != NULL)
    fys_compat_get_colour (self->hit_swatch, out_hit);
}
