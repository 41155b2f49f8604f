/* library-fixture.c - a library of articles in a folder that is thrown away
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library-fixture.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "file-tree.h"

char *
library_fixture_new (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *made = g_dir_make_tmp ("fysbog-library-XXXXXX", &error);
  char              *real;
  char              *root;

  g_assert_no_error (error);
  real = realpath (made, NULL);
  g_assert_nonnull (real);
  root = g_strdup (real);
  free (real);
  return root;
}

void
library_fixture_free (char *root)
{
  file_tree_remove (root);
  g_free (root);
}

static char *
prepare (const char *root,
         const char *path)
{
  char            *full = g_build_filename (root, path, NULL);
  g_autofree char *folder = g_path_get_dirname (full);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  return full;
}

char *
library_fixture_add (const char *root,
                     const char *path)
{
  char              *full = prepare (root, path);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (full, "# Knæ\n", -1, &error);
  g_assert_no_error (error);
  return full;
}

void
library_fixture_add_link (const char *root,
                          const char *path,
                          const char *target)
{
  g_autofree char *full = prepare (root, path);

  g_assert_cmpint (symlink (target, full), ==, 0);
}

GFile *
library_fixture_file (const char *root,
                      const char *path)
{
  return g_file_new_build_filename (root, path, NULL);
}
