/* fys-diagnostics.h - what is wrong with an article, in words for its reader
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/article/fys-diagnostic.h"

G_BEGIN_DECLS

/* The first error: a part of the article that the reader does not get to see as it was meant. What is left, such as a date that cannot
 * be, is for the author, who has fysbog-tool: a patient is not to be troubled with it. Returns: (nullable) (transfer none) */
const FysDiagnostic *fys_diagnostics_find_error   (GPtrArray           *diagnostics);
/* "iskias.md, line 3, column 8: …". Returns: (transfer full) */
char                *fys_diagnostics_dup_sentence (const char          *file_name,
                                                   const FysDiagnostic *diagnostic);
/* All of them in a dialog. @go_to: called with @parent and a line of the file when one is chosen, after the dialog has closed */
void                 fys_diagnostics_present      (GtkWidget           *parent,
                                                   const char          *file_name,
                                                   GPtrArray           *diagnostics,
                                                   void               (*go_to) (GtkWidget *parent,
                                                                                guint      line));

G_END_DECLS
