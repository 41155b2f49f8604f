/* fys-compat-css.h - style sheets
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Replaces what is in @provider; the call that does it is another since GTK 4.12. */
void fys_compat_css_provider_load (GtkCssProvider *provider,
                                   const char     *css);

G_END_DECLS
