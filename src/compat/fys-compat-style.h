/* fys-compat-style.h - colours and style sheets
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The widget's CSS `color`, for what it draws itself. */
void fys_compat_widget_get_color  (GtkWidget      *widget,
                                   GdkRGBA        *out_color);
void fys_compat_css_provider_load (GtkCssProvider *provider,
                                   const char     *css);

G_END_DECLS
