/* file-tree.c - folders that a test made, and takes away
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "file-tree.h"

#include <glib/gstdio.h>

void
file_tree_remove (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char      *name;

  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      (void) g_chmod (path, 0700); /* after a test of what may not be written */
      dir = g_dir_open (path, 0, NULL);
    }
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      file_tree_remove (child);
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}
