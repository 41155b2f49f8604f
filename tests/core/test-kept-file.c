/* test-kept-file.c - a small file of the user's, which holds what was written last and nothing else
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/fys-kept-file.h"

#include <glib/gstdio.h>

typedef struct
{
  char *root;
  char *folder; /* not there yet */
  char *path;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;

  fixture->root = g_dir_make_tmp ("fysbog-kept-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->folder = g_build_filename (fixture->root, "state", NULL);
  fixture->path = g_build_filename (fixture->folder, "kept", NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  (void) g_unlink (fixture->path); /* a test may have left none */
  (void) g_rmdir (fixture->folder);
  g_assert_cmpint (g_rmdir (fixture->root), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
  g_free (fixture->root);
}

static void
write_text (Fixture    *fixture,
            const char *text)
{
  FysKeptFile *file = fys_kept_file_new (fixture->path);

  fys_kept_file_write (file, g_strdup (text));
  fys_kept_file_free (file);
}

static void
assert_text (Fixture    *fixture,
             const char *expected)
{
  g_autofree char   *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (fixture->path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static guint
get_mode (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  return info.st_mode & 07777;
}

/* Nothing stays of a text that was longer, and no other file beside it. */
static void
test_shorter (Fixture      *fixture,
              gconstpointer user_data)
{
  g_autoptr (GDir) dir = NULL;

  write_text (fixture, "[a]\nlong=much longer than the next one\n");
  write_text (fixture, "[b]\n");
  assert_text (fixture, "[b]\n");
  dir = g_dir_open (fixture->folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "kept");
  g_assert_null (g_dir_read_name (dir));
}

static void
test_last (Fixture      *fixture,
           gconstpointer user_data)
{
  FysKeptFile *file = fys_kept_file_new (fixture->path);

  for (guint i = 0; i <= 50; i++)
    fys_kept_file_write (file, g_strdup_printf ("[%u]\n", 50 - i));
  fys_kept_file_flush (file);
  assert_text (fixture, "[0]\n");
  fys_kept_file_write (file, g_strdup ("[again]\n"));
  fys_kept_file_free (file);
  assert_text (fixture, "[again]\n");
}

static void
test_private (Fixture      *fixture,
              gconstpointer user_data)
{
  write_text (fixture, "[a]\n");
  g_assert_cmpuint (get_mode (fixture->path), ==, 0600);
  g_assert_cmpuint (get_mode (fixture->folder), ==, 0700);
  g_assert_cmpint (g_chmod (fixture->path, 0644), ==, 0);
  write_text (fixture, "[b]\n");
  g_assert_cmpuint (get_mode (fixture->path), ==, 0600);
}

/* An empty file would tell that there was one. */
static void
test_empty (Fixture      *fixture,
            gconstpointer user_data)
{
  write_text (fixture, "[a]\n");
  write_text (fixture, "");
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  write_text (fixture, "");
}

static GKeyFile *
prepare (GKeyFile *file)
{
  GKeyFile *prepared = g_key_file_new ();

  g_key_file_set_boolean (prepared, "prepared", "had-group", g_key_file_has_group (file, "a"));
  return prepared;
}

static void
count_groups_cb (GObject  *owner,
                 GKeyFile *file)
{
  gsize          n_groups;
  g_auto (GStrv) groups = g_key_file_get_groups (file, &n_groups);

  g_object_set_data (owner, "n-groups", GSIZE_TO_POINTER (n_groups));
  g_object_set_data (owner, "was-prepared", GINT_TO_POINTER (g_key_file_get_boolean (file, "prepared", "had-group", NULL)));
}

static void
never_cb (GObject  *owner,
          GKeyFile *file)
{
  g_assert_not_reached ();
}

/* What was read comes to its owner; one that has ended hears nothing. */
static void
test_load (Fixture      *fixture,
           gconstpointer user_data)
{
  g_autoptr (GObject) owner = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) ended = g_object_new (G_TYPE_OBJECT, NULL);
  FysKeptFile *file = fys_kept_file_new (fixture->path);

  write_text (fixture, "[a]\n[b]\n");
  fys_kept_file_load (file, 100, NULL, never_cb, ended);
  g_clear_object (&ended);
  fys_kept_file_load (file, 100, NULL, count_groups_cb, owner);
  while (g_object_get_data (owner, "n-groups") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (GPOINTER_TO_SIZE (g_object_get_data (owner, "n-groups")), ==, 2);
  g_assert_null (g_object_get_data (owner, "was-prepared"));

  g_object_set_data (owner, "n-groups", NULL);
  fys_kept_file_load (file, 100, prepare, count_groups_cb, owner);
  while (g_object_get_data (owner, "n-groups") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (g_object_get_data (owner, "was-prepared"));
  fys_kept_file_free (file);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/kept-file/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("shorter", test_shorter);
  ADD ("last", test_last);
  ADD ("private", test_private);
  ADD ("empty", test_empty);
  ADD ("load", test_load);
  return g_test_run ();
}
