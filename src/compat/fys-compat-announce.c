/* fys-compat-announce.c - saying something to a screen reader
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-compat-announce.h"

#if GTK_CHECK_VERSION(4, 14, 0)
/* Of GTK's contexts only the one of the accessibility bus can announce; that of its tests has no such function, and gtk_accessible_announce()
 * (seen in 4.18) calls it all the same. */
static gboolean
can_announce (GtkAccessible *accessible)
{
  g_autoptr (GtkATContext) context = gtk_accessible_get_at_context (accessible);

  return context != NULL && !g_str_equal (G_OBJECT_TYPE_NAME (context), "GtkTestATContext");
}
#else
static void
name_window (GtkWidget  *widget,
             const char *name)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (!GTK_IS_WINDOW (root))
    return;
  if (name == NULL)
    name = gtk_window_get_title (GTK_WINDOW (root));
  gtk_accessible_update_property (GTK_ACCESSIBLE (root), GTK_ACCESSIBLE_PROPERTY_LABEL, name != NULL ? name : "", -1);
}
#endif

void
fys_compat_announce (GtkWidget  *widget,
                     const char *message)
{
#if GTK_CHECK_VERSION(4, 14, 0)
  GtkRoot *root = gtk_widget_get_root (widget);

  /* From the window, which assistive technology knows from the start: a widget that it has not yet asked for says nothing. */
  if (root != NULL && can_announce (GTK_ACCESSIBLE (root)))
    gtk_accessible_announce (GTK_ACCESSIBLE (root), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
#else
  name_window (widget, message);
#endif
}

void
fys_compat_announce_end (GtkWidget *widget)
{
#if !GTK_CHECK_VERSION(4, 14, 0)
  name_window (widget, NULL);
#endif
}
