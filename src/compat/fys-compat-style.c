/* fys-compat-style.c - colours and style sheets
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-compat-style.h"

void
fys_compat_widget_get_color (GtkWidget *widget,
                             GdkRGBA   *out_color)
{
#if GTK_CHECK_VERSION(4, 10, 0)
  gtk_widget_get_color (widget, out_color);
#else
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), out_color);
#endif
}

void
fys_compat_css_provider_load (GtkCssProvider *provider,
                              const char     *css)
{
#if GTK_CHECK_VERSION(4, 12, 0)
  gtk_css_provider_load_from_string (provider, css);
#else
  gtk_css_provider_load_from_data (provider, css, -1);
#endif
}
