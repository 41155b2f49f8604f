/* fys-pain-chart.c - a curve of pain before and after exercises
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-pain-chart.h"

#include <adwaita.h>

#include "compat/fys-compat-colour.h"
#include "fys-journal-style.h"
#include "fys-pain-drawing.h"

/* Nearer to each other, points become a smear. */
#define POINT_PX 9
#define MIN_WIDTH_PX 260
#define MIN_HEIGHT_PX 220
#define NATURAL_WIDTH_PX 640
#define NATURAL_HEIGHT_PX 360

struct _FysPainChart
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget      *before; /* these draw nothing: they are the CSS nodes that the curves have their colours from */
  GtkWidget      *after;
  FysJournalDays *days;   /* (nullable) */
  FysPainSeries  *series; /* (nullable): for max_points */

  guint max_points;
};

G_DEFINE_FINAL_TYPE (FysPainChart, fys_pain_chart, GTK_TYPE_WIDGET)

static void
update_series (FysPainChart *self)
{
  g_autofree char *name = NULL;

  g_clear_pointer (&self->series, fys_pain_series_free);
  if (self->days == NULL || self->max_points == 0)
    return;
  self->series = fys_pain_series_new (self->days, self->max_points);
  name = fys_pain_series_dup_summary (self->series);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
fys_pain_chart_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  FysPainChart *self = FYS_PAIN_CHART (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  g_autoptr (PangoLayout) layout = NULL;
  FysPainStyle style;
  cairo_t *cr;

  if (self->series == NULL || width <= 0 || height <= 0)
    return;
  fys_compat_get_colour (widget, &style.text);
  fys_compat_get_colour (self->before, &style.before);
  fys_compat_get_colour (self->after, &style.after);
  layout = gtk_widget_create_pango_layout (widget, NULL);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  fys_pain_drawing_draw (cr, layout, self->series, width, height, &style);
  cairo_destroy (cr);
}

static void
fys_pain_chart_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH_PX : MIN_HEIGHT_PX;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH_PX : NATURAL_HEIGHT_PX;
}

static void
fys_pain_chart_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  FysPainChart *self = FYS_PAIN_CHART (widget);
  guint max_points = MAX (width / POINT_PX, 1);

  gtk_widget_allocate (self->before, width, height, -1, NULL);
  gtk_widget_allocate (self->after, width, height, -1, NULL);
  if (max_points == self->max_points)
    return;
  self->max_points = max_points;
  update_series (self);
}

static void
fys_pain_chart_dispose (GObject *object)
{
  FysPainChart *self = FYS_PAIN_CHART (object);

  g_clear_pointer (&self->before, gtk_widget_unparent);
  g_clear_pointer (&self->after, gtk_widget_unparent);
  g_clear_pointer (&self->series, fys_pain_series_free);
  g_clear_pointer (&self->days, fys_journal_days_unref);

  G_OBJECT_CLASS (fys_pain_chart_parent_class)->dispose (object);
}

static void
fys_pain_chart_class_init (FysPainChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fys_pain_chart_dispose;
  widget_class->measure = fys_pain_chart_measure;
  widget_class->size_allocate = fys_pain_chart_size_allocate;
  widget_class->snapshot = fys_pain_chart_snapshot;

  gtk_widget_class_set_css_name (widget_class, "fyspainchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  fys_journal_style_load ();
}

static GtkWidget *
add_node (FysPainChart *self,
          const char   *css_class)
{
  GtkWidget *node = adw_bin_new ();

  gtk_widget_add_css_class (node, css_class);
  gtk_widget_set_can_target (node, FALSE);
  gtk_widget_set_parent (node, GTK_WIDGET (self));
  return node;
}

static void
fys_pain_chart_init (FysPainChart *self)
{
  self->before = add_node (self, "before");
  self->after = add_node (self, "after");
}

GtkWidget *
fys_pain_chart_new (void)
{
  return g_object_new (FYS_TYPE_PAIN_CHART, NULL);
}

void
fys_pain_chart_set_days (FysPainChart   *self,
                         FysJournalDays *days)
{
  g_return_if_fail (FYS_IS_PAIN_CHART (self));

  g_clear_pointer (&self->days, fys_journal_days_unref);
  self->days = days != NULL ? fys_journal_days_ref (days) : NULL;
  update_series (self);
}
