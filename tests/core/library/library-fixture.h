/* library-fixture.h - a library of articles in a folder that is thrown away
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/* Returns: (transfer full): a new, empty folder, without links in its path */
char  *library_fixture_new      (void);
/* Removes it with all that is in it, and frees @root. */
void   library_fixture_free     (char       *root);
/* Writes a file, and the folders it lies in. @path: below @root. Returns: (transfer full): its path */
char  *library_fixture_add      (const char *root,
                                 const char *path);
/* Makes @path, below @root, a link to @target. */
void   library_fixture_add_link (const char *root,
                                 const char *path,
                                 const char *target);
/* Returns: (transfer full): the file at @path below @root, whether it is there or not */
GFile *library_fixture_file     (const char *root,
                                 const char *path);
