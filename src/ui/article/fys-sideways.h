/* fys-sideways.h - a scroller for what is wider than the page
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Scrolls @child (transfer floating) sideways, and is a stop of Tab only while there is something to scroll; Left and Right then do it.
 * @name: for a screen reader. Returns: (transfer floating) */
GtkWidget *fys_sideways_new      (GtkWidget  *child,
                                  const char *name);
/* Scrolls the one that @widget is or lies in. Returns: whether there was one */
gboolean   fys_sideways_scroll   (GtkWidget  *widget,
                                  double      delta_px);
/* Brings a place of @widget into sight, if it lies in one. */
void       fys_sideways_reveal   (GtkWidget  *widget,
                                  double      x_px);

G_END_DECLS
