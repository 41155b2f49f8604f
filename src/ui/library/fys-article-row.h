/* fys-article-row.h - an article in a list of the library
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/library/fys-library-entry.h"

G_BEGIN_DECLS

#define FYS_TYPE_ARTICLE_ROW (fys_article_row_get_type ())
/* Property: entry (FysLibraryEntry, nullable): %NULL shows an empty row of the usual height */
G_DECLARE_FINAL_TYPE (FysArticleRow, fys_article_row, FYS, ARTICLE_ROW, GtkWidget)

GtkWidget *fys_article_row_new       (void);
/* @entry: (nullable) */
void       fys_article_row_set_entry (FysArticleRow   *self,
                                      FysLibraryEntry *entry);

G_END_DECLS
