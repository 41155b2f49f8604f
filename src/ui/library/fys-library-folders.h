/* fys-library-folders.h - the folders that the user added to the library, as they are kept
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Paths in the encoding of file names, in the order in which they were added. Returns: (transfer full) (array zero-terminated=1) */
char   **fys_library_folders_dup    (GSettings  *settings);
/* Returns: %FALSE when it is there already */
gboolean fys_library_folders_add    (GSettings  *settings,
                                     const char *path);
void     fys_library_folders_remove (GSettings  *settings,
                                     const char *path);

G_END_DECLS
