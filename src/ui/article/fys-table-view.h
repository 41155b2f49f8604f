/* fys-table-view.h - a table of an article, or a stretch of its rows
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/article/fys-article.h"

G_BEGIN_DECLS

/* Makes the content of a cell. @align: of its text; a card has no columns to align. Returns: (transfer floating) */
typedef GtkWidget *(*FysCellFunc) (guint    row,
                                   guint    column,
                                   FysAlign align,
                                   gpointer user_data);

/**
 * fys_table_view_new:
 * @table: must outlive the widget
 * @first_row, @n_rows: the stretch; the header is row 0
 * @name: for a screen reader
 * @make_cell: called for each cell before this returns */
GtkWidget   *fys_table_view_new         (const FysTable *table,
                                         guint           first_row,
                                         guint           n_rows,
                                         int             width_px,
                                         double          em_px,
                                         const char     *name,
                                         FysCellFunc     make_cell,
                                         gpointer        user_data);
/* Likely height of one row, for pages that have not made it. */
int          fys_table_view_estimate_px (const FysTable *table,
                                         guint           row,
                                         int             width_px,
                                         double          em_px);

G_END_DECLS
