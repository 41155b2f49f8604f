/* fys-marks.h - what is marked in the texts of a page: the selection, and what find found
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/article/fys-find.h"

G_BEGIN_DECLS

/** FysTextPlace: between two characters of a block, or of a table cell (row * n_columns + column; else FYS_NONE). */
typedef struct
{
  guint block;
  guint cell;
  guint index; /* bytes */
} FysTextPlace;

/* Negative, zero or positive, in reading order. */
int fys_text_place_compare (const FysTextPlace *a,
                            const FysTextPlace *b);

#define FYS_TYPE_MARKS (fys_marks_get_type ())
/* Signal: changed. */
G_DECLARE_FINAL_TYPE (FysMarks, fys_marks, FYS, MARKS, GObject)

FysMarks         *fys_marks_new              (void);

/* From where it was begun (@anchor) to where it was drawn (@head), in either order. */
void              fys_marks_select           (FysMarks           *self,
                                              const FysTextPlace *anchor,
                                              const FysTextPlace *head);
void              fys_marks_unselect         (FysMarks           *self);
/* Returns: whether anything is selected; the out parameters (nullable) are in reading order */
gboolean          fys_marks_get_selection    (FysMarks           *self,
                                              FysTextPlace       *out_start,
                                              FysTextPlace       *out_end);
/* Where a selection began, even an empty one; to draw on from there. Returns: %FALSE when there is none */
gboolean          fys_marks_get_anchor       (FysMarks           *self,
                                              FysTextPlace       *out_anchor);
/* The selected bytes of one text. Returns: %FALSE when there are none */
gboolean          fys_marks_get_selected     (FysMarks           *self,
                                              guint               block,
                                              guint               cell,
                                              guint               length,
                                              guint              *out_start,
                                              guint              *out_end);

/* @hits: (transfer full) (nullable) (element-type FysFindHit): in reading order */
void              fys_marks_take_hits        (FysMarks           *self,
                                              GArray             *hits);
guint             fys_marks_get_n_hits       (FysMarks           *self);
const FysFindHit *fys_marks_get_hit          (FysMarks           *self,
                                              guint               index);
/* The first hit at or after a place; the number of hits when there is none. */
guint             fys_marks_find_hit         (FysMarks           *self,
                                              guint               block,
                                              guint               cell,
                                              guint               index);
/* The hits of one text. Returns: (nullable): the first of @out_n_hits */
const FysFindHit *fys_marks_get_hits_in      (FysMarks           *self,
                                              guint               block,
                                              guint               cell,
                                              guint              *out_n_hits);
/* @index: FYS_NONE for none */
void              fys_marks_set_current_hit  (FysMarks           *self,
                                              guint               index);
guint             fys_marks_get_current_hit  (FysMarks           *self);
gboolean          fys_marks_is_current       (FysMarks           *self,
                                              const FysFindHit   *hit);

/* Where the colours come from: widgets whose CSS `color` is that of the selection and of a hit. Borrowed; the owner takes them back
 * with %NULL before they go. */
void              fys_marks_set_swatches     (FysMarks           *self,
                                              GtkWidget          *selection,
                                              GtkWidget          *hit);
void              fys_marks_get_colors       (FysMarks           *self,
                                              GdkRGBA            *out_selection,
                                              GdkRGBA            *out_hit);

G_END_DECLS
