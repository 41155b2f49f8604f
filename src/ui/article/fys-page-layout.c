/* fys-page-layout.c - which rows of a page exist, how high they are and where they stand
 *
 * The page is laid out from its anchor: a row, and how far the top of the window lies below the row's top. Heights that are not known
 * yet are estimates, and when they turn out different, the scrollbar moves and not what the reader looks at. A jump sets the anchor, so it
 * is exact whatever the estimates are.
 *
 *        row 0   ┐
 *        row 1   │ estimated or known, no widgets
 *        …       ┘
 *        row 41  ┐                                  ┐ offset
 *     ───────────│─────────────── top of the window ┘ anchor: row 41
 *        row 42  │ widgets
 *        row 43  ┘
 *
 * A page of few rows gets all of them when there is time, so that a screen reader finds them and the scrollbar is true. A big one keeps
 * the rows near the window.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-page-private.h"

#include <math.h>

#include "ui/article/fys-text-block.h"

#define WHOLE_ROWS    500  /* up to so many rows are all made; they take less than a second of idle time */
#define IDLE_SLICE_US 2000 /* a part of a frame, so that scrolling stays smooth meanwhile */
#define KEEP_WINDOWS  3    /* rows of a big page are dropped so many windows away */
#define COLUMN_EM     42   /* some 75 characters: comfortable to read */
#define MARGIN_EM     1.5
#define NARROW_EM     30   /* below this width the margins shrink */

FysPageItem *
fys_page_get_item (FysPage *self,
                   guint    row)
{
  return &g_array_index (self->rows, FysPageItem, row);
}

/* Rows and their heights */

static GtkWidget *
find_widget_before (FysPage *self,
                    guint    row)
{
  while (row > 0)
    {
      row--;
      if (fys_page_get_item (self, row)->widget != NULL)
        return fys_page_get_item (self, row)->widget;
    }

  return NULL;
}

void
fys_page_drop_row (FysPage *self,
                   guint    row)
{
  g_clear_pointer (&fys_page_get_item (self, row)->widget, gtk_widget_unparent);
}

static void
make_row (FysPage *self,
          guint    row)
{
  FysPageItem *item = fys_page_get_item (self, row);

  if (item->widget != NULL)
    return;

  item->widget = self->source->make_row (row, self->column_px, self->source_data);
  item->made_for_px = self->column_px;
  item->made_for_em_px = self->em_px;
  /* Widgets stand in the order of the rows, because a screen reader reads them so. */
  gtk_widget_insert_after (item->widget, GTK_WIDGET (self), find_widget_before (self, row));
}

static int
estimate_row (FysPage *self,
              guint    row)
{
  FysPageItem *item = fys_page_get_item (self, row);

  if (item->is_hidden)
    return 0;
  if (!item->is_known && item->height_px == 0)
    item->height_px = self->source->estimate_px (row, self->column_px, self->em_px, self->source_data);
  return item->height_px;
}

/* Makes a row if need be. Returns: its height, exactly */
static int
measure_row (FysPage *self,
             guint    row)
{
  FysPageItem *item = fys_page_get_item (self, row);
  int          minimum, natural;

  if (item->is_hidden)
    return 0;

  make_row (self, row);
  gtk_widget_measure (item->widget, GTK_ORIENTATION_VERTICAL, self->column_px, &minimum, &natural, NULL, NULL);
  item->height_px = natural;
  item->is_known = TRUE;
  return natural;
}

guint
fys_page_next_row (FysPage *self,
                   guint    row)
{
  for (row++; row < self->rows->len; row++)
    if (!fys_page_get_item (self, row)->is_hidden)
      return row;

  return FYS_PAGE_NO_ROW;
}

guint
fys_page_previous_row (FysPage *self,
                       guint    row)
{
  while (row > 0)
    if (!fys_page_get_item (self, --row)->is_hidden)
      return row;

  return FYS_PAGE_NO_ROW;
}

static void
update_tops (FysPage *self)
{
  double top = 0;

  g_array_set_size (self->tops, self->rows->len + 1);
  for (guint i = 0; i < self->rows->len; i++)
    {
      g_array_index (self->tops, double, i) = top;
      top += estimate_row (self, i);
    }
  g_array_index (self->tops, double, self->rows->len) = top;
}

double
fys_page_get_top (FysPage *self,
                  guint    row)
{
  return row < self->tops->len ? g_array_index (self->tops, double, row) : 0;
}

double
fys_page_get_value (FysPage *self)
{
  return fys_page_get_top (self, self->anchor_row) + self->anchor_offset_px;
}

gboolean
fys_page_is_at_end (FysPage *self)
{
  g_return_val_if_fail (FYS_IS_PAGE (self), FALSE);

  /* Not by the adjustment, which knows the rows of the last layout only. */
  return self->rows->len > 0 && self->tops->len == self->rows->len + 1 &&
         fys_page_get_value (self) + gtk_widget_get_height (GTK_WIDGET (self)) >= fys_page_get_top (self, self->rows->len) - 1;
}

guint
fys_page_find_row_at (FysPage *self,
                      double   y_px)
{
  guint low = 0;
  guint high = self->rows->len;
  guint found;

  if (self->rows->len == 0 || self->tops->len != self->rows->len + 1)
    return FYS_PAGE_NO_ROW;

  /* The first row that ends after the height; hidden rows end where they begin. */
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (fys_page_get_top (self, middle + 1) <= y_px)
        low = middle + 1;
      else
        high = middle;
    }

  found = MIN (low, self->rows->len - 1);
  if (fys_page_get_item (self, found)->is_hidden)
    found = fys_page_previous_row (self, found);
  return found;
}

/* The anchor */

static void
move_anchor_to_visible_row (FysPage *self)
{
  guint other;

  if (!fys_page_get_item (self, self->anchor_row)->is_hidden)
    return;

  other = fys_page_next_row (self, self->anchor_row);
  if (other == FYS_PAGE_NO_ROW)
    other = fys_page_previous_row (self, self->anchor_row);
  self->anchor_row = other == FYS_PAGE_NO_ROW ? 0 : other;
  self->anchor_offset_px = 0;
}

/* Makes the anchor the row that the top of the window really cuts. */
static void
normalize_anchor (FysPage *self)
{
  guint other;

  while (self->anchor_offset_px < 0 && (other = fys_page_previous_row (self, self->anchor_row)) != FYS_PAGE_NO_ROW)
    {
      self->anchor_row = other;
      self->anchor_offset_px += measure_row (self, other);
    }
  if (self->anchor_offset_px < 0)
    self->anchor_offset_px = 0;

  while (self->anchor_offset_px >= measure_row (self, self->anchor_row)
         && (other = fys_page_next_row (self, self->anchor_row)) != FYS_PAGE_NO_ROW)
    {
      self->anchor_offset_px -= fys_page_get_item (self, self->anchor_row)->height_px;
      self->anchor_row = other;
    }
}

/* Makes the rows in the window. Returns: where the last of them ends, from the top of the window */
static double
fill_window (FysPage *self,
             int      height)
{
  double bottom = -self->anchor_offset_px;

  for (guint row = self->anchor_row; row != FYS_PAGE_NO_ROW && bottom < height; row = fys_page_next_row (self, row))
    bottom += measure_row (self, row);

  return bottom;
}

/* No emptiness below the end, except what a jump needed. */
static void
fit_end (FysPage *self,
         int      height)
{
  double missing = height - fill_window (self, height);

  if (missing <= 0)
    {
      self->slack_px = MIN (self->slack_px, 0);
      return;
    }

  self->slack_px = MIN (self->slack_px, missing);
  if (missing <= self->slack_px)
    return;

  self->anchor_offset_px -= missing - self->slack_px;
  normalize_anchor (self);
  fill_window (self, height);
}

static void
place_row (FysPage *self,
           guint    row)
{
  FysPageItem *item = fys_page_get_item (self, row);

  item->y_px = floor (fys_page_get_top (self, row) - fys_page_get_value (self));
  gtk_widget_size_allocate (item->widget, &(GtkAllocation){ self->column_x_px, item->y_px, self->column_px, item->height_px }, -1);
}

/* A widget's own coordinates begin inside of its padding, so places in a row are asked of the page. */
gboolean
fys_page_locate (FysPage   *self,
                 guint      row,
                 GtkWidget *widget,
                 double     y_px,
                 double    *out_y_px)
{
  graphene_point_t point;

  g_return_val_if_fail (FYS_IS_PAGE (self) && row < self->rows->len && GTK_IS_WIDGET (widget), FALSE);

  if (!gtk_widget_compute_point (widget, GTK_WIDGET (self), &GRAPHENE_POINT_INIT (0, y_px), &point))
    return FALSE;

  *out_y_px = point.y - fys_page_get_item (self, row)->y_px;
  return TRUE;
}

/* Where the line of a place begins in its text; the first one begins where the text does. */
static int
get_line_y (FysTextBlock *text,
            guint         index)
{
  GdkRectangle line;

  if (index == 0)
    return 0;

  fys_text_block_get_place (text, index, &line);
  return line.y;
}

static void
capture_text_anchor (FysPage *self)
{
  FysPageItem *item = fys_page_get_item (self, self->anchor_row);
  g_autoptr (GPtrArray) texts = NULL;

  self->text_anchor.row = FYS_PAGE_NO_ROW;
  if (item->widget == NULL)
    return;

  texts = fys_text_block_list (item->widget);
  for (guint i = 0; i < texts->len; i++)
    {
      FysTextBlock *text = g_ptr_array_index (texts, i);
      guint         index;
      double        top;

      if (!fys_page_locate (self, self->anchor_row, GTK_WIDGET (text), 0, &top))
        continue;
      if (top + gtk_widget_get_height (GTK_WIDGET (text)) <= self->anchor_offset_px && i + 1 < texts->len)
        continue;

      index = fys_text_block_get_index_at (text, 0, self->anchor_offset_px - top);
      self->text_anchor.row = self->anchor_row;
      self->text_anchor.place = (FysTextPlace){ fys_text_block_get_block (text), fys_text_block_get_cell (text), index };
      self->text_anchor.y_px = top + get_line_y (text, index) - self->anchor_offset_px;
      return;
    }
}

static void
restore_text_anchor (FysPage *self)
{
  g_autoptr (GPtrArray) texts = NULL;
  GtkWidget *widget;

  if (self->text_anchor.row != self->anchor_row)
    return;

  widget = fys_page_ensure_row (self, self->anchor_row);
  if (widget == NULL)
    return;

  texts = fys_text_block_list (widget);
  for (guint i = 0; i < texts->len; i++)
    {
      FysTextBlock *text = g_ptr_array_index (texts, i);
      double        top;

      if (fys_text_block_get_block (text) != self->text_anchor.place.block
          || fys_text_block_get_cell (text) != self->text_anchor.place.cell)
        continue;
      if (!fys_page_locate (self, self->anchor_row, GTK_WIDGET (text), 0, &top))
        continue;

      self->anchor_offset_px = top + get_line_y (text, self->text_anchor.place.index) - self->text_anchor.y_px;
      return;
    }
}

/* Layout */

static double
read_em_px (FysPage *self)
{
  const PangoFontDescription *font = pango_context_get_font_description (gtk_widget_get_pango_context (GTK_WIDGET (self)));
  double                      size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (pango_font_description_get_size_is_absolute (font))
    return size;
  return size * pango_cairo_context_get_resolution (gtk_widget_get_pango_context (GTK_WIDGET (self))) / 72;
}

/* What was known for another width is an estimate now. */
static void
update_column (FysPage *self,
               int      width)
{
  double em_px = read_em_px (self);
  double margin_px = em_px * MARGIN_EM;
  int    old_px = self->column_px;
  double old_em_px = self->em_px;

  if (width < em_px * NARROW_EM)
    margin_px = MIN (margin_px, width / 24.0);
  self->em_px = em_px;
  self->column_px = MAX (1, MIN ((int) (width - 2 * margin_px), (int) (em_px * COLUMN_EM)));
  self->column_x_px = (width - self->column_px) / 2;

  if (self->column_px == old_px && self->em_px == old_em_px)
    return;

  for (guint i = 0; i < self->rows->len; i++)
    {
      FysPageItem *item = fys_page_get_item (self, i);

      if (item->widget != NULL
          && self->source->is_stale (i, item->made_for_px, item->made_for_em_px, self->column_px, self->em_px, self->source_data))
        fys_page_drop_row (self, i);
      item->is_known = FALSE;
      item->height_px = 0;
    }

  if (self->anchor_row > 0 || self->anchor_offset_px > 0)
    self->wants_text_anchor = TRUE;
}

static void
configure_adjustments (FysPage *self,
                       int      width,
                       int      height)
{
  double upper = fys_page_get_top (self, self->rows->len) + self->slack_px;

  self->is_configuring = TRUE;
  if (self->adjustments[GTK_ORIENTATION_HORIZONTAL] != NULL)
    gtk_adjustment_configure (self->adjustments[GTK_ORIENTATION_HORIZONTAL], 0, 0, width, 1, width, width);
  if (self->adjustments[GTK_ORIENTATION_VERTICAL] != NULL)
    gtk_adjustment_configure (self->adjustments[GTK_ORIENTATION_VERTICAL], fys_page_get_value (self), 0, MAX (upper, height),
                              3 * self->em_px, MAX (1, height - 3 * self->em_px), height);
  self->is_configuring = FALSE;
}

static void
allocate_rows (FysPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (fys_page_get_item (self, i)->widget != NULL)
      place_row (self, i);
}

/* Rows made ahead */

static gboolean
is_near (FysPage *self,
         guint    row,
         double   windows)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double value = fys_page_get_value (self);

  return fys_page_get_top (self, row + 1) > value - windows * height && fys_page_get_top (self, row) < value + (1 + windows) * height;
}

static gboolean
is_wanted (FysPage *self,
           guint    row)
{
  if (fys_page_get_item (self, row)->is_hidden)
    return FALSE;
  return self->rows->len <= WHOLE_ROWS || is_near (self, row, 1);
}

/* Returns: whether there was something to drop */
static gboolean
drop_far_rows (FysPage *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  gboolean   is_dropped = FALSE;

  if (self->rows->len <= WHOLE_ROWS)
    return FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      FysPageItem *item = fys_page_get_item (self, i);

      if (item->widget == NULL || item->widget == focus || is_near (self, i, KEEP_WINDOWS))
        continue;
      fys_page_drop_row (self, i);
      is_dropped = TRUE;
    }

  return is_dropped;
}

static guint
find_missing_row (FysPage *self)
{
  /* Downwards from the anchor first: that is where people read. */
  for (guint i = self->anchor_row; i < self->rows->len; i++)
    if (fys_page_get_item (self, i)->widget == NULL && is_wanted (self, i))
      return i;
  for (guint i = self->anchor_row; i > 0; i--)
    if (fys_page_get_item (self, i - 1)->widget == NULL && is_wanted (self, i - 1))
      return i - 1;

  return FYS_PAGE_NO_ROW;
}

static gboolean
idle_cb (gpointer user_data)
{
  FysPage *self = FYS_PAGE (user_data);
  gint64   end_us = g_get_monotonic_time () + IDLE_SLICE_US;
  guint    row = FYS_PAGE_NO_ROW;

  drop_far_rows (self);
  do
    {
      row = find_missing_row (self);
      if (row != FYS_PAGE_NO_ROW)
        measure_row (self, row);
    }
  while (row != FYS_PAGE_NO_ROW && g_get_monotonic_time () < end_us);

  if (row != FYS_PAGE_NO_ROW)
    return G_SOURCE_CONTINUE;

  self->idle_id = 0;
  return G_SOURCE_REMOVE;
}

static void
schedule_idle (FysPage *self)
{
  if (self->idle_id == 0 && self->rows->len > 0 && find_missing_row (self) != FYS_PAGE_NO_ROW)
    self->idle_id = g_idle_add (idle_cb, self);
}

/* What is asked of the layout */

void
fys_page_lay_out (FysPage *self,
                  int      width,
                  int      height)
{
  update_column (self, width);

  if (self->rows->len > 0)
    {
      for (guint i = 0; i < self->rows->len; i++)
        if (fys_page_get_item (self, i)->widget != NULL)
          measure_row (self, i);

      move_anchor_to_visible_row (self);
      if (self->wants_text_anchor)
        restore_text_anchor (self);
      self->wants_text_anchor = FALSE;
      self->anchor_offset_px = floor (self->anchor_offset_px);
      normalize_anchor (self);
      fit_end (self, height);
    }

  update_tops (self);
  if (fys_page_get_top (self, self->rows->len) <= height)
    {
      /* All of it fits: nothing to scroll, not even for a jump. */
      self->slack_px = 0;
      self->anchor_row = 0;
      self->anchor_offset_px = 0;
    }
  allocate_rows (self);
  configure_adjustments (self, width, height);
  if (self->rows->len > 0)
    capture_text_anchor (self);
  schedule_idle (self);
}

GtkWidget *
fys_page_ensure_row (FysPage *self,
                     guint    row)
{
  g_return_val_if_fail (FYS_IS_PAGE (self) && row < self->rows->len, NULL);

  if (fys_page_get_item (self, row)->is_hidden || self->column_px == 0)
    return NULL;

  measure_row (self, row);
  update_tops (self);
  place_row (self, row);
  return fys_page_get_item (self, row)->widget;
}
