/* fys-compat-colour.c - the colour that CSS gives to a widget's text
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-compat-colour.h"

void
fys_compat_get_colour (GtkWidget *widget,
                       GdkRGBA   *out_colour)
{
#if GTK_CHECK_VERSION(4, 10, 0)
  gtk_widget_get_color (widget, out_colour);
#else
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), out_colour);
#endif
}
