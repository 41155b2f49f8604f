/* fys-compat-open-uri.h - opens an address in the program that the user chose for it: gtk_show_uri() before GTK 4.10, GtkUriLauncher from there
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Through the portal in a sandbox. Says it failed when no program takes the address. */
void     fys_compat_open_uri_async  (GtkWindow          *parent,
                                     const char         *uri,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
gboolean fys_compat_open_uri_finish (GAsyncResult       *result,
                                     GError            **error);

G_END_DECLS
