/* fys-questions-page.h - all questions of the library with their answers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/library/fys-library.h"

G_BEGIN_DECLS

#define FYS_TYPE_QUESTIONS_PAGE (fys_questions_page_get_type ())
/* Loads when it is first shown. Grabbing the focus gives it to the question that was read on in its article, if there is one, else to the entry.
 * Signals: open-requested (GFile *file, char *slug). copied (): an answer is on the clipboard. leave-requested (): Escape. */
G_DECLARE_FINAL_TYPE (FysQuestionsPage, fys_questions_page, FYS, QUESTIONS_PAGE, GtkWidget)

GtkWidget *fys_questions_page_new         (void);
/* @library: (nullable) */
void       fys_questions_page_set_library (FysQuestionsPage *self,
                                           FysLibrary       *library);

G_END_DECLS
