/* fys-question.h - a question that folds its answer, and the button that folds them all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/article/fys-folds.h"

G_BEGIN_DECLS

#define FYS_TYPE_QUESTION (fys_question_get_type ())
/* A heading that holds a button, so that a screen reader finds it both ways. */
G_DECLARE_FINAL_TYPE (FysQuestion, fys_question, FYS, QUESTION, GtkWidget)

/* @text: (transfer floating): shows the question; @title: the same as plain text */
GtkWidget *fys_question_new        (GtkWidget   *text,
                                    const char  *title,
                                    guint        level,
                                    guint        section,
                                    FysFolds    *folds);
/* The button: what has the focus. */
GtkWidget *fys_question_get_button (FysQuestion *self);

#define FYS_TYPE_FOLD_ALL (fys_fold_all_get_type ())
/* Activates `article.unfold-all`, or `article.fold-all` when all are open. */
G_DECLARE_FINAL_TYPE (FysFoldAll, fys_fold_all, FYS, FOLD_ALL, GtkWidget)

GtkWidget *fys_fold_all_new        (FysFolds    *folds);

G_END_DECLS
