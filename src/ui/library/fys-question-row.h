/* fys-question-row.h - a question of the library that folds its answer, below the title of its article where one begins
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/library/fys-search.h"
#include "ui/article/fys-folds.h"

G_BEGIN_DECLS

#define FYS_TYPE_QUESTION_ROW (fys_question_row_get_type ())
/* Grabbing the focus gives it to the question. Its buttons: see FysAnswerBox. */
G_DECLARE_FINAL_TYPE (FysQuestionRow, fys_question_row, FYS, QUESTION_ROW, GtkWidget)

/* @hit: borrowed: outlives the row. @index: of the question in @folds. @is_first: of its article. */
GtkWidget *fys_question_row_new        (const FysHit   *hit,
                                        guint           index,
                                        FysFolds       *folds,
                                        gboolean        is_first);
/* What has the focus. */
GtkWidget *fys_question_row_get_button (FysQuestionRow *self);

G_END_DECLS
