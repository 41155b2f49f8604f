/* fys-page.c - the widget of a page: scrolling, focus, and what others ask of it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-page-private.h"

#define MIN_WIDTH_PX   200
#define NO_SLACK_LIMIT G_MAXDOUBLE

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
fys_page_size_allocate (GtkWidget *widget,
                        int        width,
                        int        height,
                        int        baseline)
{
  fys_page_lay_out (FYS_PAGE (widget), width, height);
  g_signal_emit (widget, signals[SIGNAL_SCROLLED], 0);
}

static void
fys_page_snapshot (GtkWidget   *widget,
                   GtkSnapshot *snapshot)
{
  FysPage *self = FYS_PAGE (widget);
  double   value = fys_page_get_value (self);
  double   end = value + gtk_widget_get_height (widget);

  for (guint i = 0; i < self->rows->len; i++)
    {
      FysPageItem *item = fys_page_get_item (self, i);

      if (item->widget != NULL && fys_page_get_top (self, i) < end && fys_page_get_top (self, i) + item->height_px > value)
        gtk_widget_snapshot_child (widget, item->widget, snapshot);
    }
}

/* Focus */

static gboolean
is_in_window (FysPage *self,
              guint    row)
{
  double value = fys_page_get_value (self);

  return fys_page_get_top (self, row + 1) > value && fys_page_get_top (self, row) < value + gtk_widget_get_height (GTK_WIDGET (self));
}

static gboolean
focus_from (FysPage          *self,
            guint             row,
            GtkDirectionType  direction)
{
  while (row != FYS_PAGE_NO_ROW)
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
      row = direction == GTK_DIR_TAB_FORWARD ? fys_page_next_row (self, row) : fys_page_previous_row (self, row);
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
  guint      row = child == NULL ? FYS_PAGE_NO_ROW : fys_page_find_row (self, child);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;
  if (child == NULL && !gtk_widget_is_focus (widget))
    return gtk_widget_grab_focus (widget);
  if (child == NULL && direction == GTK_DIR_TAB_BACKWARD)
    return FALSE;
  if (self->rows->len == 0)
    return FALSE;

  if (row == FYS_PAGE_NO_ROW || !is_in_window (self, row))
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

  row = fys_page_find_row_at (self, value);
  if (row == FYS_PAGE_NO_ROW)
    return;

  self->anchor_row = row;
  self->anchor_offset_px = value - fys_page_get_top (self, row);
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
    fys_page_drop_row (self, i);
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
  self->rows = g_array_new (FALSE, TRUE, sizeof (FysPageItem));
  self->tops = g_array_new (FALSE, TRUE, sizeof (double));
  self->text_anchor.row = FYS_PAGE_NO_ROW;

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
  self->text_anchor.row = FYS_PAGE_NO_ROW;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
fys_page_add_rows (FysPage *self,
                   guint    n_rows)
{
  g_return_if_fail (FYS_IS_PAGE (self));
  g_return_if_fail (self->source != NULL || n_rows == 0);

  g_array_set_size (self->rows, self->rows->len + n_rows);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
fys_page_set_row_hidden (FysPage  *self,
                         guint     row,
                         gboolean  is_hidden)
{
  g_return_if_fail (FYS_IS_PAGE (self) && row < self->rows->len);

  if (fys_page_get_item (self, row)->is_hidden == !!is_hidden)
    return;

  fys_page_get_item (self, row)->is_hidden = !!is_hidden;
  if (is_hidden)
    fys_page_drop_row (self, row);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

gboolean
fys_page_is_row_hidden (FysPage *self,
                        guint    row)
{
  g_return_val_if_fail (FYS_IS_PAGE (self) && row < self->rows->len, TRUE);

  return fys_page_get_item (self, row)->is_hidden;
}

GtkWidget *
fys_page_get_row (FysPage *self,
                  guint    row)
{
  g_return_val_if_fail (FYS_IS_PAGE (self) && row < self->rows->len, NULL);

  return fys_page_get_item (self, row)->widget;
}

guint
fys_page_find_row (FysPage   *self,
                   GtkWidget *widget)
{
  g_return_val_if_fail (FYS_IS_PAGE (self), FYS_PAGE_NO_ROW);

  while (widget != NULL && gtk_widget_get_parent (widget) != GTK_WIDGET (self))
    widget = gtk_widget_get_parent (widget);

  for (guint i = 0; widget != NULL && i < self->rows->len; i++)
    if (fys_page_get_item (self, i)->widget == widget)
      return i;

  return FYS_PAGE_NO_ROW;
}

guint
fys_page_get_row_at (FysPage *self,
                     double   y_px)
{
  g_return_val_if_fail (FYS_IS_PAGE (self), FYS_PAGE_NO_ROW);

  return fys_page_find_row_at (self, fys_page_get_value (self) + y_px);
}

double
fys_page_get_row_y (FysPage *self,
                    guint    row)
{
  g_return_val_if_fail (FYS_IS_PAGE (self), 0);

  return fys_page_get_top (self, row) - fys_page_get_value (self);
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
  self->text_anchor.row = FYS_PAGE_NO_ROW;
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
  if (row != FYS_PAGE_NO_ROW && fys_page_locate (self, row, widget, 0, &top))
    fys_page_reveal (self, row, top, top + gtk_widget_get_height (widget));
}
