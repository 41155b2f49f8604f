/* fys-page.c - rows below each other, of which only those near sight exist
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

#include "fys-page.h"

#include <math.h>

#include "ui/article/fys-text-block.h"

#define NO_ROW         G_MAXUINT
#define WHOLE_ROWS     500  /* up to so many rows are all made; they take less than a second of idle time */
#define IDLE_SLICE_US  2000 /* a part of a frame, so that scrolling stays smooth meanwhile */
#define KEEP_WINDOWS   3    /* rows of a big page are dropped so many windows away */
#define COLUMN_EM      42   /* some 75 characters: comfortable to read */
#define MARGIN_EM      1.5
#define NARROW_EM      30   /* below this width the margins shrink */
#define MIN_WIDTH_PX   200
#define NO_SLACK_LIMIT G_MAXDOUBLE

typedef struct
{
  GtkWidget *widget; /* (nullable) */
  int        height_px;
  int        made_for_px; /* width */
  double     made_for_em_px;
  int        y_px; /* where it was put in the window */
  guint      is_known : 1;
  guint      is_hidden : 1;
} Row;

/* The text at the top of the window, to find it again when the width or the size of the text changes. */
typedef struct
{
  guint        row;
  FysTextPlace place;
  double       y_px;
} TextAnchor;

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
  TextAnchor           text_anchor;
  int                  column_px;
  int                  column_x_px;
  double               em_px;
  gboolean             is_configuring;
  gboolean             wants_text_anchor; /* someone set it, and the layout must follow */
};

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  SIGNAL_SCROLLED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (FysPage, fys_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static Row *
get_row (FysPage *self,
         guint    row)
{
  return &g_array_index (self->rows, Row, row);
}

/* Rows and their heights */

static GtkWidget *
find_widget_before (FysPage *self,
                    guint    row)
{
  while (row > 0)
    {
      row--;
      if (get_row (self, row)->widget != NULL)
        return get_row (self, row)->widget;
    }

  return NULL;
}

static void
drop_row (FysPage *self,
          guint    row)
{
  g_clear_pointer (&get_row (self, row)->widget, gtk_widget_unparent);
}

static void
make_row (FysPage *self,
          guint    row)
{
  Row *item = get_row (self, row);

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
  Row *item = get_row (self, row);

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
  Row *item = get_row (self, row);
  int  minimum, natural;

  if (item->is_hidden)
    return 0;

  make_row (self, row);
  gtk_widget_measure (item->widget, GTK_ORIENTATION_VERTICAL, self->column_px, &minimum, &natural, NULL, NULL);
  item->height_px = natural;
  item->is_known = TRUE;
  return natural;
}

static guint
next_row (FysPage *self,
          guint    row)
{
  for (row++; row < self->rows->len; row++)
    if (!get_row (self, row)->is_hidden)
      return row;

  return NO_ROW;
}

static guint
previous_row (FysPage *self,
              guint    row)
{
  while (row > 0)
    if (!get_row (self, --row)->is_hidden)
      return row;

  return NO_ROW;
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

static double
get_top (FysPage *self,
         guint    row)
{
  return row < self->tops->len ? g_array_index (self->tops, double, row) : 0;
}

static double
get_value (FysPage *self)
{
  return get_top (self, self->anchor_row) + self->anchor_offset_px;
}

/* The visible row that holds a height of the whole page. */
static guint
find_row_at (FysPage *self,
             double   y_px)
{
  guint low = 0;
  guint high = self->rows->len;
  guint found;

  if (self->rows->len == 0 || self->tops->len != self->rows->len + 1)
    return NO_ROW;

  /* The first row that ends after the height; hidden rows end where they begin. */
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_top (self, middle + 1) <= y_px)
        low = middle + 1;
      else
        high = middle;
    }

  found = MIN (low, self->rows->len - 1);
  if (get_row (self, found)->is_hidden)
    found = previous_row (self, found);
  return found;
}

/* The anchor */

static void
move_anchor_to_visible_row (FysPage *self)
{
  guint other;

  if (!get_row (self, self->anchor_row)->is_hidden)
    return;

  other = next_row (self, self->anchor_row);
  if (other == NO_ROW)
    other = previous_row (self, self->anchor_row);
  self->anchor_row = other == NO_ROW ? 0 : other;
  self->anchor_offset_px = 0;
}

/* Makes the anchor the row that the top of the window really cuts. */
static void
normalize_anchor (FysPage *self)
{
  guint other;

  while (self->anchor_offset_px < 0 && (other = previous_row (self, self->anchor_row)) != NO_ROW)
    {
      self->anchor_row = other;
      self->anchor_offset_px += measure_row (self, other);
    }
  if (self->anchor_offset_px < 0)
    self->anchor_offset_px = 0;

  while (self->anchor_offset_px >= measure_row (self, self->anchor_row)
         && (other = next_row (self, self->anchor_row)) != NO_ROW)
    {
      self->anchor_offset_px -= get_row (self, self->anchor_row)->height_px;
      self->anchor_row = other;
    }
}

/* Makes the rows in the window. Returns: where the last of them ends, from the top of the window */
static double
fill_window (FysPage *self,
             int      height)
{
  double bottom = -self->anchor_offset_px;

  for (guint row = self->anchor_row; row != NO_ROW && bottom < height; row = next_row (self, row))
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
  Row *item = get_row (self, row);

  item->y_px = floor (get_top (self, row) - get_value (self));
  gtk_widget_size_allocate (item->widget, &(GtkAllocation){ self->column_x_px, item->y_px, self->column_px, item->height_px }, -1);
}

/* A widget's own coordinates begin inside of its padding, so places in a row are asked of the page. */
static gboolean
locate (FysPage   *self,
        guint      row,
        GtkWidget *widget,
        double     y_px,
        double    *out_y_px)
{
  graphene_point_t point;

  if (!gtk_widget_compute_point (widget, GTK_WIDGET (self), &GRAPHENE_POINT_INIT (0, y_px), &point))
    return FALSE;

  *out_y_px = point.y - get_row (self, row)->y_px;
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
  Row *item = get_row (self, self->anchor_row);
  g_autoptr (GPtrArray) texts = NULL;

  self->text_anchor.row = NO_ROW;
  if (item->widget == NULL)
    return;

  texts = fys_text_block_list (item->widget);
  for (guint i = 0; i < texts->len; i++)
    {
      FysTextBlock *text = g_ptr_array_index (texts, i);
      guint         index;
      double        top;

      if (!locate (self, self->anchor_row, GTK_WIDGET (text), 0, &top))
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
      if (!locate (self, self->anchor_row, GTK_WIDGET (text), 0, &top))
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
      Row *item = get_row (self, i);

      if (item->widget != NULL
          && self->source->is_stale (i, item->made_for_px, item->made_for_em_px, self->column_px, self->em_px, self->source_data))
        drop_row (self, i);
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
  double upper = get_top (self, self->rows->len) + self->slack_px;

  self->is_configuring = TRUE;
  if (self->adjustments[GTK_ORIENTATION_HORIZONTAL] != NULL)
    gtk_adjustment_configure (self->adjustments[GTK_ORIENTATION_HORIZONTAL], 0, 0, width, 1, width, width);
  if (self->adjustments[GTK_ORIENTATION_VERTICAL] != NULL)
    gtk_adjustment_configure (self->adjustments[GTK_ORIENTATION_VERTICAL], get_value (self), 0, MAX (upper, height),
                              3 * self->em_px, MAX (1, height - 3 * self->em_px), height);
  self->is_configuring = FALSE;
}

static void
allocate_rows (FysPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (get_row (self, i)->widget != NULL)
      place_row (self, i);
}

static void schedule_idle (FysPage *self);

static void
fys_page_size_allocate (GtkWidget *widget,
                        int        width,
                        int        height,
                        int        baseline)
{
  FysPage *self = FYS_PAGE (widget);

  update_column (self, width);

  if (self->rows->len > 0)
    {
      for (guint i = 0; i < self->rows->len; i++)
        if (get_row (self, i)->widget != NULL)
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
  if (get_top (self, self->rows->len) <= height)
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
  g_signal_emit (self, signals[SIGNAL_SCROLLED], 0);
}

static void
fys_page_measure (GtkWidget      *widget,
                  GtkOrientation  orientation,
                  int             for_size,
                  int            *minimum,
                  int            *natural,
                  int            *minimum_baseline,
                  int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH_PX : 0;
  *natural = MIN_WIDTH_PX;
}

static void
fys_page_snapshot (GtkWidget   *widget,
                   GtkSnapshot *snapshot)
{
  FysPage *self = FYS_PAGE (widget);
  double   value = get_value (self);
  double   end = value + gtk_widget_get_height (widget);

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *item = get_row (self, i);

      if (item->widget != NULL && get_top (self, i) < end && get_top (self, i) + item->height_px > value)
        gtk_widget_snapshot_child (widget, item->widget, snapshot);
    }
}

/* Rows made ahead */

static gboolean
is_near (FysPage *self,
         guint    row,
         double   windows)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double value = get_value (self);

  return get_top (self, row + 1) > value - windows * height && get_top (self, row) < value + (1 + windows) * height;
}

static gboolean
is_wanted (FysPage *self,
           guint    row)
{
  if (get_row (self, row)->is_hidden)
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
      Row *item = get_row (self, i);

      if (item->widget == NULL || item->widget == focus || is_near (self, i, KEEP_WINDOWS))
        continue;
      drop_row (self, i);
      is_dropped = TRUE;
    }

  return is_dropped;
}

static guint
find_missing_row (FysPage *self)
{
  /* Downwards from the anchor first: that is where people read. */
  for (guint i = self->anchor_row; i < self->rows->len; i++)
    if (get_row (self, i)->widget == NULL && is_wanted (self, i))
      return i;
  for (guint i = self->anchor_row; i > 0; i--)
    if (get_row (self, i - 1)->widget == NULL && is_wanted (self, i - 1))
      return i - 1;

  return NO_ROW;
}

static gboolean
idle_cb (gpointer user_data)
{
  FysPage *self = FYS_PAGE (user_data);
  gint64   end_us = g_get_monotonic_time () + IDLE_SLICE_US;
  guint    row = NO_ROW;

  drop_far_rows (self);
  do
    {
      row = find_missing_row (self);
      if (row != NO_ROW)
        measure_row (self, row);
    }
  while (row != NO_ROW && g_get_monotonic_time () < end_us);

  if (row != NO_ROW)
    return G_SOURCE_CONTINUE;

  self->idle_id = 0;
  return G_SOURCE_REMOVE;
}

static void
schedule_idle (FysPage *self)
{
  if (self->idle_id == 0 && self->rows->len > 0 && find_missing_row (self) != NO_ROW)
    self->idle_id = g_idle_add (idle_cb, self);
}

/* Focus */

static gboolean
is_in_window (FysPage *self,
              guint    row)
{
  double value = get_value (self);

  return get_top (self, row + 1) > value && get_top (self, row) < value + gtk_widget_get_height (GTK_WIDGET (self));
}

static gboolean
focus_from (FysPage          *self,
            guint             row,
            GtkDirectionType  direction)
{
  while (row != NO_ROW)
    {
      if (self->source->has_stops (row, self->source_data))
        {
          GtkWidget *widget = fys_page_ensure_row (self, row);

          if (gtk_widget_child_focus (widget, direction))
            {
              GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

              if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
                fys_page_reveal_widget (self, focus);
              return TRUE;
            }
        }
      row = direction == GTK_DIR_TAB_FORWARD ? next_row (self, row) : previous_row (self, row);
    }

  return FALSE;
}

/* The page is the first stop; then come those in it, from where the reader is. */
static gboolean
fys_page_focus (GtkWidget        *widget,
                GtkDirectionType  direction)
{
  FysPage   *self = FYS_PAGE (widget);
  GtkWidget *child = gtk_widget_get_focus_child (widget);
  guint      row = child == NULL ? NO_ROW : fys_page_find_row (self, child);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;
  if (child == NULL && !gtk_widget_is_focus (widget))
    return gtk_widget_grab_focus (widget);
  if (child == NULL && direction == GTK_DIR_TAB_BACKWARD)
    return FALSE;
  if (self->rows->len == 0)
    return FALSE;

  if (row == NO_ROW || !is_in_window (self, row))
    row = self->anchor_row;
  if (focus_from (self, row, direction))
    return TRUE;

  return direction == GTK_DIR_TAB_BACKWARD && gtk_widget_grab_focus (widget);
}

static gboolean
fys_page_grab_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (root == NULL)
    return FALSE;

  gtk_root_set_focus (root, widget);
  return TRUE;
}

/* GObject */

static void
value_changed_cb (FysPage *self)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];
  double         value = gtk_adjustment_get_value (adjustment);
  guint          row;

  if (self->is_configuring)
    return;

  row = find_row_at (self, value);
  if (row == NO_ROW)
    return;

  self->anchor_row = row;
  self->anchor_offset_px = value - get_top (self, row);
  self->wants_text_anchor = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
set_adjustment (FysPage        *self,
                GtkOrientation  orientation,
                GtkAdjustment  *adjustment)
{
  GtkAdjustment **place = &self->adjustments[orientation];

  if (*place != NULL)
    g_signal_handlers_disconnect_by_data (*place, self);
  g_set_object (place, adjustment);
  if (adjustment != NULL && orientation == GTK_ORIENTATION_VERTICAL)
    g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
fys_page_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  FysPage *self = FYS_PAGE (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[prop_id == PROP_HADJUSTMENT ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL]);
      break;

    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[prop_id == PROP_HSCROLL_POLICY ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL]);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
fys_page_set_property (GObject      *object,
                       guint         prop_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  FysPage *self = FYS_PAGE (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;

    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;

    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;

    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
drop_all_rows (FysPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    drop_row (self, i);
  g_array_set_size (self->rows, 0);
}

static void
fys_page_dispose (GObject *object)
{
  FysPage *self = FYS_PAGE (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  drop_all_rows (self);
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    if (self->adjustments[i] != NULL)
      {
        g_signal_handlers_disconnect_by_data (self->adjustments[i], self);
        g_clear_object (&self->adjustments[i]);
      }

  G_OBJECT_CLASS (fys_page_parent_class)->dispose (object);
}

static void
fys_page_finalize (GObject *object)
{
  FysPage *self = FYS_PAGE (object);

  g_array_unref (self->rows);
  g_array_unref (self->tops);

  G_OBJECT_CLASS (fys_page_parent_class)->finalize (object);
}

static void
fys_page_class_init (FysPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fys_page_dispose;
  object_class->finalize = fys_page_finalize;
  object_class->get_property = fys_page_get_property;
  object_class->set_property = fys_page_set_property;

  widget_class->measure = fys_page_measure;
  widget_class->size_allocate = fys_page_size_allocate;
  widget_class->snapshot = fys_page_snapshot;
  widget_class->focus = fys_page_focus;
  widget_class->grab_focus = fys_page_grab_focus;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  signals[SIGNAL_SCROLLED] = g_signal_new ("scrolled", FYS_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "articlepage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);
}

static void
fys_page_init (FysPage *self)
{
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  self->tops = g_array_new (FALSE, TRUE, sizeof (double));
  self->text_anchor.row = NO_ROW;

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
fys_page_new (void)
{
  return g_object_new (FYS_TYPE_PAGE, NULL);
}

void
fys_page_set_source (FysPage             *self,
                     const FysPageSource *source,
                     gpointer             user_data,
                     guint                n_rows)
{
  g_return_if_fail (FYS_IS_PAGE (self));
  g_return_if_fail (source != NULL || n_rows == 0);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  drop_all_rows (self);
  self->source = source;
  self->source_data = user_data;
  g_array_set_size (self->rows, n_rows);
  g_array_set_size (self->tops, 0);
  self->anchor_row = 0;
  self->anchor_offset_px = 0;
  self->slack_px = 0;
  self->text_anchor.row = NO_ROW;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
fys_page_set_row_hidden (FysPage  *self,
                         guint     row,
                         gboolean  is_hidden)
{
  g_return_if_fail (FYS_IS_PAGE (self) && row < self->rows->len);

  if (get_row (self, row)->is_hidden == !!is_hidden)
    return;

  get_row (self, row)->is_hidden = !!is_hidden;
  if (is_hidden)
    drop_row (self, row);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

gboolean
fys_page_is_row_hidden (FysPage *self,
                        guint    row)
{
  g_return_val_if_fail (FYS_IS_PAGE (self) && row < self->rows->len, TRUE);

  return get_row (self, row)->is_hidden;
}

GtkWidget *
fys_page_get_row (FysPage *self,
                  guint    row)
{
  g_return_val_if_fail (FYS_IS_PAGE (self) && row < self->rows->len, NULL);

  return get_row (self, row)->widget;
}

GtkWidget *
fys_page_ensure_row (FysPage *self,
                     guint    row)
{
  g_return_val_if_fail (FYS_IS_PAGE (self) && row < self->rows->len, NULL);

  if (get_row (self, row)->is_hidden || self->column_px == 0)
    return NULL;

  measure_row (self, row);
  update_tops (self);
  place_row (self, row);
  return get_row (self, row)->widget;
}

void
fys_page_forget_row (FysPage *self,
                     guint    row)
{
  g_return_if_fail (FYS_IS_PAGE (self) && row < self->rows->len);

  drop_row (self, row);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

guint
fys_page_find_row (FysPage   *self,
                   GtkWidget *widget)
{
  g_return_val_if_fail (FYS_IS_PAGE (self), NO_ROW);

  while (widget != NULL && gtk_widget_get_parent (widget) != GTK_WIDGET (self))
    widget = gtk_widget_get_parent (widget);

  for (guint i = 0; widget != NULL && i < self->rows->len; i++)
    if (get_row (self, i)->widget == widget)
      return i;

  return NO_ROW;
}

guint
fys_page_get_row_at (FysPage *self,
                     double   y_px)
{
  g_return_val_if_fail (FYS_IS_PAGE (self), NO_ROW);

  return find_row_at (self, get_value (self) + y_px);
}

double
fys_page_get_row_y (FysPage *self,
                    guint    row)
{
  g_return_val_if_fail (FYS_IS_PAGE (self), 0);

  return get_top (self, row) - get_value (self);
}

double
fys_page_get_em_px (FysPage *self)
{
  g_return_val_if_fail (FYS_IS_PAGE (self), 0);

  return self->em_px;
}

int
fys_page_get_column_px (FysPage *self)
{
  g_return_val_if_fail (FYS_IS_PAGE (self), 0);

  return self->column_px;
}

gboolean
fys_page_locate (FysPage   *self,
                 guint      row,
                 GtkWidget *widget,
                 double     y_px,
                 double    *out_y_px)
{
  g_return_val_if_fail (FYS_IS_PAGE (self) && row < self->rows->len && GTK_IS_WIDGET (widget), FALSE);

  return locate (self, row, widget, y_px, out_y_px);
}

void
fys_page_get_anchor (FysPage *self,
                     guint   *out_row,
                     double  *out_offset_px)
{
  g_return_if_fail (FYS_IS_PAGE (self));

  *out_row = self->anchor_row;
  *out_offset_px = self->anchor_offset_px;
}

void
fys_page_scroll_to (FysPage *self,
                    guint    row,
                    double   offset_px)
{
  g_return_if_fail (FYS_IS_PAGE (self) && row < self->rows->len);

  self->anchor_row = row;
  self->anchor_offset_px = offset_px;
  self->slack_px = NO_SLACK_LIMIT;
  self->wants_text_anchor = FALSE;
  self->text_anchor.row = NO_ROW;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
fys_page_scroll_to_text (FysPage            *self,
                         guint               row,
                         const FysTextPlace *place,
                         double              y_px,
                         gboolean            may_pass_end)
{
  g_return_if_fail (FYS_IS_PAGE (self) && row < self->rows->len && place != NULL);

  fys_page_scroll_to (self, row, -y_px);
  self->slack_px = may_pass_end ? NO_SLACK_LIMIT : 0;
  self->text_anchor.row = row;
  self->text_anchor.place = *place;
  self->text_anchor.y_px = y_px;
  self->wants_text_anchor = TRUE;
}

void
fys_page_scroll_by (FysPage *self,
                    double   delta_px)
{
  g_return_if_fail (FYS_IS_PAGE (self));

  if (self->rows->len == 0)
    return;

  self->anchor_offset_px += delta_px;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
fys_page_scroll_to_end (FysPage *self)
{
  g_return_if_fail (FYS_IS_PAGE (self));

  if (self->rows->len == 0)
    return;

  self->anchor_row = self->rows->len - 1;
  self->anchor_offset_px = G_MAXINT / 2;
  self->slack_px = 0;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
fys_page_reveal (FysPage *self,
                 guint    row,
                 double   top_px,
                 double   bottom_px)
{
  double margin, height, y;

  g_return_if_fail (FYS_IS_PAGE (self) && row < self->rows->len);

  height = gtk_widget_get_height (GTK_WIDGET (self));
  margin = MIN (2 * self->em_px, height / 8);
  y = fys_page_get_row_y (self, row);

  if (y + top_px < -height || y + bottom_px > 2 * height)
    {
      fys_page_scroll_to (self, row, top_px - height / 3);
      self->slack_px = 0;
    }
  else if (y + top_px < margin)
    fys_page_scroll_by (self, y + top_px - margin);
  else if (y + bottom_px > height - margin)
    fys_page_scroll_by (self, MIN (y + bottom_px - height + margin, y + top_px - margin));
}

void
fys_page_reveal_widget (FysPage   *self,
                        GtkWidget *widget)
{
  guint  row;
  double top;

  g_return_if_fail (FYS_IS_PAGE (self));

  row = fys_page_find_row (self, widget);
  if (row != NO_ROW && locate (self, row, widget, 0, &top))
    fys_page_reveal (self, row, top, top + gtk_widget_get_height (widget));
}
