/* fys-compat-colour.h - the colour that CSS gives to a widget's text
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* gtk_widget_get_color() is new in GTK 4.10, where the style context that older ones have it from is deprecated. */
void fys_compat_get_colour (GtkWidget *widget,
                            GdkRGBA   *out_colour);

G_END_DECLS
