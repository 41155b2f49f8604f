/* fys-row-builder.h - makes the widgets of rows
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/article/fys-folds.h"
#include "ui/article/fys-marks.h"
#include "ui/article/fys-rows.h"
#include "ui/window/fys-document.h"

G_BEGIN_DECLS

typedef struct _FysRowBuilder FysRowBuilder;

/**
 * fys_row_builder_new:
 * @marks: (nullable): what can be marked in the texts
 * @folds: (nullable): without it, questions are plain headings
 * @has_exercises: whether each exercise gets a button that activates `article.start-exercise`
 *
 * Returns: (transfer full) */
FysRowBuilder *fys_row_builder_new         (FysDocument   *document,
                                            FysMarks      *marks,
                                            FysFolds      *folds,
                                            gboolean       has_exercises);
/* @note: (nullable): a word about the article in the head of its page. Before any row is made */
void           fys_row_builder_set_note    (FysRowBuilder *self,
                                            const char    *note);
/* @terms: (nullable) (element-type FysTermMention): of the rows that are made from now on */
void           fys_row_builder_set_terms   (FysRowBuilder *self,
                                            GPtrArray     *terms);
void           fys_row_builder_free        (FysRowBuilder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FysRowBuilder, fys_row_builder_free)

/* Returns: (transfer floating) */
GtkWidget     *fys_row_builder_make        (FysRowBuilder *self,
                                            const FysRow  *row,
                                            int            width_px,
                                            double         em_px);
/* Whether Tab may stop in the row. */
gboolean       fys_row_builder_has_stops   (FysRowBuilder *self,
                                            const FysRow  *row);
/* Whether a row would be made otherwise for another width; both in em. */
gboolean       fys_row_builder_is_stale    (FysRowBuilder *self,
                                            const FysRow  *row,
                                            double         old_width_em,
                                            double         width_em);
int            fys_row_builder_estimate_px (FysRowBuilder *self,
                                            const FysRow  *row,
                                            int            width_px,
                                            double         em_px);

G_END_DECLS
