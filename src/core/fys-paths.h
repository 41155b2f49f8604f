/* fys-paths.h - where the program's own files lie, also when it was moved after its installation
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Each looks at an environment variable first (FYSBOG_DATA_DIR, FYSBOG_LOCALE_DIR: a build tree), then beside the running executable
 * (../share/…: a DESTDIR or a relocated prefix), then at the configured prefix. Returns: (transfer full) */
char *fys_paths_dup_data_dir    (void); /* …/share/fysbog; articles lie in articles/ below it */
char *fys_paths_dup_locale_dir  (void); /* …/share/locale */
char *fys_paths_dup_schema_dir  (void); /* …/share/fysbog/schemas: our own compiled copy; what the system compiled counts first */

G_END_DECLS
