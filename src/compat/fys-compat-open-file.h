/* fys-compat-open-file.h - lets the user choose a file or a folder: GtkFileChooserNative before GTK 4.10, GtkFileDialog from there
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
/* Any folder; in a sandbox the program may read it from then on, after a restart too. */
void   fys_compat_open_folder_async  (GtkWindow          *parent,
                                      const char         *title,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
/* As fys_compat_open_file_finish(). */
GFile *fys_compat_open_folder_finish (GAsyncResult       *result,
                                      GError            **error);

G_END_DECLS
