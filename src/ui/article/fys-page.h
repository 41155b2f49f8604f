/* fys-page.h - rows below each other, of which only those near sight exist
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/article/fys-marks.h"

G_BEGIN_DECLS

/** FysPageSource: where the rows come from.
 * @make_row: Returns: (transfer floating): the widget of a row, for a column of @width_px
 * @estimate_px: the likely height of a row that does not exist yet
 * @has_stops: whether Tab would stop in the row
 * @is_stale: whether a row must be made anew because the width or the size of the text changed */
typedef struct
{
  GtkWidget *(*make_row)    (guint    row,
                             int      width_px,
                             gpointer user_data);
  int        (*estimate_px) (guint    row,
                             int      width_px,
                             double   em_px,
                             gpointer user_data);
  gboolean   (*has_stops)   (guint    row,
                             gpointer user_data);
  gboolean   (*is_stale)    (guint    row,
                             int      old_width_px,
                             double   old_em_px,
                             int      width_px,
                             double   em_px,
                             gpointer user_data);
} FysPageSource;

#define FYS_TYPE_PAGE (fys_page_get_type ())
/* A GtkScrollable. Signal: scrolled, after what is in sight changed. */
G_DECLARE_FINAL_TYPE (FysPage, fys_page, FYS, PAGE, GtkWidget)

GtkWidget *fys_page_new            (void);
/* Forgets all rows. @source is borrowed and must outlive the rows; %NULL with 0 rows. */
void       fys_page_set_source     (FysPage             *self,
                                    const FysPageSource *source,
                                    gpointer             user_data,
                                    guint                n_rows);
/* More rows of the same source, after those that there are. */
void       fys_page_add_rows       (FysPage             *self,
                                    guint                n_rows);
void       fys_page_set_row_hidden (FysPage             *self,
                                    guint                row,
                                    gboolean             is_hidden);
gboolean   fys_page_is_row_hidden  (FysPage             *self,
                                    guint                row);
/* (nullable): %NULL when it does not exist now */
GtkWidget *fys_page_get_row        (FysPage             *self,
                                    guint                row);
/* Makes it if need be, and lays it out, so that places in it can be asked for. Returns: (nullable): %NULL when it is hidden */
GtkWidget *fys_page_ensure_row     (FysPage             *self,
                                    guint                row);
/* The row that @widget lies in, or G_MAXUINT */
guint      fys_page_find_row       (FysPage             *self,
                                    GtkWidget           *widget);
/* The row at a height of the page's window; the last one below the end. G_MAXUINT when there are none. */
guint      fys_page_get_row_at     (FysPage             *self,
                                    double               y_px);
/* Where a row begins, from the top of the page's window. */
double     fys_page_get_row_y      (FysPage             *self,
                                    guint                row);
/* Where a height of a widget that lies in a row is, from the row's top. Returns: %FALSE when it is not laid out */
gboolean   fys_page_locate         (FysPage             *self,
                                    guint                row,
                                    GtkWidget           *widget,
                                    double               y_px,
                                    double              *out_y_px);
double     fys_page_get_em_px      (FysPage             *self);
int        fys_page_get_column_px  (FysPage             *self);

/* The row that the top of the window cuts, and how far below the row's own top. */
void       fys_page_get_anchor     (FysPage             *self,
                                    guint               *out_row,
                                    double              *out_offset_px);
/* Puts a place of a row at the top, exactly, with empty space after the end if it takes that. */
void       fys_page_scroll_to      (FysPage             *self,
                                    guint                row,
                                    double               offset_px);
/* The same for a place in a text of the row; @y_px: how far below the top of the window its line shall begin. Without @may_pass_end
 * the end of the page stays at the end of the window. */
void       fys_page_scroll_to_text (FysPage             *self,
                                    guint                row,
                                    const FysTextPlace  *place,
                                    double               y_px,
                                    gboolean             may_pass_end);
void       fys_page_scroll_by      (FysPage             *self,
                                    double               delta_px);
void       fys_page_scroll_to_end  (FysPage             *self);
/* Whether the end of the page is in sight; no, while it is not laid out. */
gboolean   fys_page_is_at_end      (FysPage             *self);
/* Scrolls as little as brings the stretch of a row into sight; from afar, to the upper third. */
void       fys_page_reveal         (FysPage             *self,
                                    guint                row,
                                    double               top_px,
                                    double               bottom_px);
/* The same for a widget that lies in a row. */
void       fys_page_reveal_widget  (FysPage             *self,
                                    GtkWidget           *widget);

G_END_DECLS
