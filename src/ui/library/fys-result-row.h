/* fys-result-row.h - something that a search found
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/library/fys-search.h"

G_BEGIN_DECLS

#define FYS_TYPE_RESULT_ROW (fys_result_row_get_type ())
/* A button with the title, the words around what was found, and where it is from. A press on a question opens its answer below it, in place; on
 * an article activates hit.open, see FysAnswerBox, and one on an exercise hit.open-exercise (sss: the address of the article's file, the slug of its
 * section, the exercise's name). Grabbing the focus gives it to the button. */
G_DECLARE_FINAL_TYPE (FysResultRow, fys_result_row, FYS, RESULT_ROW, GtkWidget)

GtkWidget *fys_result_row_new            (void);
/* Copies what it shows. The answer of a question that is open stays so while it is the same question. */
void       fys_result_row_set_hit        (FysResultRow *self,
                                          const FysHit *hit);
/* About how many letters have room in a line: by it the texts get their height. */
void       fys_result_row_set_line_chars (FysResultRow *self,
                                          guint         line_chars);
gboolean   fys_result_row_is_open        (FysResultRow *self);
/* Anything but a question is left alone. */
void       fys_result_row_set_open       (FysResultRow *self,
                                          gboolean      is_open);
/* What has the focus. */
GtkWidget *fys_result_row_get_button     (FysResultRow *self);

G_END_DECLS
