/* fys-diagnostics.h - what is wrong with an article, in words for its reader
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/article/fys-diagnostic.h"

G_BEGIN_DECLS

/* The first of the gravest; %NULL when nothing in @diagnostics is a fault, as a hint is not. Returns: (nullable) (transfer none) */
const FysDiagnostic *fys_diagnostics_find_gravest (GPtrArray           *diagnostics);
/* "iskias.md, line 3, column 8: …". Returns: (transfer full) */
char                *fys_diagnostics_dup_sentence (const char          *file_name,
                                                   const FysDiagnostic *diagnostic);
/* All of them in a dialog that closes by itself. */
void                 fys_diagnostics_present      (GtkWidget           *parent,
                                                   const char          *file_name,
                                                   GPtrArray           *diagnostics);

G_END_DECLS
