/* fys-page-private.h - what the files of a page share
 *
 *   fys-page.c         the widget: scrolling, focus, what others ask of it
 *   fys-page-layout.c  the rows: which exist, their heights, where they stand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fys-page.h"

G_BEGIN_DECLS

#define FYS_PAGE_NO_ROW G_MAXUINT

/* What is known of a row. */
typedef struct
{
  GtkWidget *widget; /* (nullable) */
  int        height_px;
  int        made_for_px; /* width */
  double     made_for_em_px;
  int        y_px; /* where it was put in the window */
  guint      is_known : 1;
  guint      is_hidden : 1;
} FysPageItem;

/* The text at the top of the window, to find it again when the width or the size of the text changes. */
typedef struct
{
  guint        row;
  FysTextPlace place;
  double       y_px;
} FysPageTextAnchor;

struct _FysPage
{
  GtkWidget            parent_instance;

  /* Owned */
  GArray              *rows;
  GArray              *tops; /* (element-type double): of every row, and the end */
  GtkAdjustment       *adjustments[2];
  guint                idle_id;

  /* Borrowed */
  const FysPageSource *source;
  gpointer             source_data;

  GtkScrollablePolicy  policies[2];
  guint                anchor_row;
  double               anchor_offset_px;
  double               slack_px; /* empty space after the end that a jump may still use */
  FysPageTextAnchor    text_anchor;
  int                  column_px;
  int                  column_x_px;
  double               em_px;
  gboolean             is_configuring;
  gboolean             wants_text_anchor; /* someone set it, and the layout must follow */
};

/* Borrowed; @row must be one of the page's. */
FysPageItem *fys_page_get_item     (FysPage *self,
                                    guint    row);
/* Its widget only: what is known of its height stays. */
void         fys_page_drop_row     (FysPage *self,
                                    guint    row);
/* The nearest row that is not hidden, or FYS_PAGE_NO_ROW */
guint        fys_page_next_row     (FysPage *self,
                                    guint    row);
guint        fys_page_previous_row (FysPage *self,
                                    guint    row);
/* Where a row begins, from the top of the whole page; the end of the page for the number of rows. 0 before the first layout. */
double       fys_page_get_top      (FysPage *self,
                                    guint    row);
/* Where the top of the window is, from the top of the whole page. */
double       fys_page_get_value    (FysPage *self);
/* The visible row that holds a height of the whole page, or FYS_PAGE_NO_ROW */
guint        fys_page_find_row_at  (FysPage *self,
                                    double   y_px);
/* Makes and places what stands in a window of this size, in pixels, and has the rows near it made when there is time. */
void         fys_page_lay_out      (FysPage *self,
                                    int      width,
                                    int      height);

G_END_DECLS
