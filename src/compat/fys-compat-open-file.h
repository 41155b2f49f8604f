/* fys-compat-open-file.h - lets the user choose a file: GtkFileChooserNative before GTK 4.10, GtkFileDialog from there
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * fys_compat_open_file_async:
 * @title: translated
 * @filters: (element-type GtkFileFilter): the first one is on
 * @folder: (nullable): where to begin */
void   fys_compat_open_file_async  (GtkWindow          *parent,
                                    const char         *title,
                                    GListModel         *filters,
                                    GFile              *folder,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data);
/* Returns: (transfer full) (nullable): the file; %NULL with %G_IO_ERROR_CANCELLED when the user chose none, or another error when the chooser failed */
GFile *fys_compat_open_file_finish (GAsyncResult       *result,
                                    GError            **error);

G_END_DECLS
