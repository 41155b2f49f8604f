/* fys-sideways.c - a scroller for what is wider than the page
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-sideways.h"

static void
extent_changed_cb (GtkWidget     *scroller,
                   GtkAdjustment *adjustment)
{
  gtk_widget_set_focusable (scroller, gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment));
}

GtkWidget *
fys_sideways_new (GtkWidget  *child,
                  const char *name)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_return_val_if_fail (GTK_IS_WIDGET (child) && name != NULL, NULL);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_widget_add_css_class (scroller, "sideways");
  gtk_accessible_update_property (GTK_ACCESSIBLE (scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller)), "changed",
                           G_CALLBACK (extent_changed_cb), scroller, G_CONNECT_SWAPPED);
  return scroller;
}

static GtkWidget *
find_scroller (GtkWidget *widget)
{
  while (widget != NULL && !gtk_widget_has_css_class (widget, "sideways"))
    widget = gtk_widget_get_parent (widget);

  return widget;
}

gboolean
fys_sideways_scroll (GtkWidget *widget,
                     double     delta_px)
{
  GtkWidget     *scroller = find_scroller (widget);
  GtkAdjustment *adjustment;

  if (scroller == NULL)
    return FALSE;

  adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + delta_px);
  return TRUE;
}

void
fys_sideways_reveal (GtkWidget *widget,
                     double     x_px)
{
  GtkWidget       *scroller = find_scroller (widget);
  GtkAdjustment   *adjustment;
  graphene_point_t point;
  double           page;

  if (scroller == NULL || !gtk_widget_compute_point (widget, scroller, &GRAPHENE_POINT_INIT (x_px, 0), &point))
    return;

  adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller));
  page = gtk_adjustment_get_page_size (adjustment);
  if (point.x < 0 || point.x > page)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + point.x - page / 2);
}
