/* fys-compat-save-file.h - lets the user choose where to save a file: GtkFileChooserNative before GTK 4.10, GtkFileDialog from there
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * fys_compat_save_file_async:
 * @title: translated
 * @name: what the file is called when the user does not say otherwise
 *
 * Asks before a file that is there already is replaced. */
void   fys_compat_save_file_async  (GtkWindow          *parent,
                                    const char         *title,
                                    const char         *name,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data);
/* Returns: (transfer full) (nullable): the file; %NULL with %G_IO_ERROR_CANCELLED when the user chose none, or another error when the chooser failed */
GFile *fys_compat_save_file_finish (GAsyncResult       *result,
                                    GError            **error);

G_END_DECLS
