/* test-library-scan.c - how far a look at the folders goes, and what it does again and what not
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-library-scan.h"

#include <glib/gstdio.h>
#include <string.h>

#include "library-fixture.h"

/* @problems: "path below root: message", a line each; @n_told: how often the second walk told of something */
typedef struct
{
  char            *root;
  GPtrArray       *sources;
  FysLibraryIndex *index;
  FysLibraryBounds bounds;
  GString         *problems;
  guint            n_told;
  GError          *error;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  fixture->root = library_fixture_new ();
  fixture->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) fys_library_source_free);
  fixture->index = fys_library_index_open (":memory:", &fixture->error);
  g_assert_no_error (fixture->error);
  fixture->bounds = (FysLibraryBounds) { 1000, 1000 };
  fixture->problems = g_string_new (NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  fys_library_index_free (fixture->index);
  g_ptr_array_unref (fixture->sources);
  g_string_free (fixture->problems, TRUE);
  g_clear_error (&fixture->error);
  library_fixture_free (fixture->root);
}

static void
add_source (Fixture    *fixture,
            const char *name)
{
  g_autofree char *path = g_build_filename (fixture->root, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  g_ptr_array_add (fixture->sources, fys_library_source_new (FYS_SOURCE_USER, path));
}

static void
folder_cb (const char *path,
           gpointer    user_data)
{
}

static void
problem_cb (const char *path,
            const char *message,
            gboolean    is_source,
            gpointer    user_data)
{
  Fixture         *fixture = user_data;
  g_autofree char *line = g_strdup_printf ("%s%s: %s\n", path + strlen (fixture->root) + 1, is_source ? " (source)" : "", message);

  /* Both walks may come across it. */
  if (strstr (fixture->problems->str, line) == NULL)
    g_string_append (fixture->problems, line);
}

static void
progress_cb (guint    n_done,
             guint    n_total,
             gpointer user_data)
{
  ((Fixture *) user_data)->n_told++;
}

static gboolean
should_stop_cb (gpointer user_data)
{
  return FALSE;
}

static gboolean
scan (Fixture *fixture)
{
  static const FysLibraryScanFuncs funcs = { folder_cb, problem_cb, progress_cb, should_stop_cb };

  g_string_truncate (fixture->problems, 0);
  fixture->n_told = 0;
  return fys_library_scan_all (fixture->index, fixture->sources, &fixture->bounds, &funcs, fixture, &fixture->error);
}

/* @names: of the files that the index knows, below the root, with blanks between them */
static void
assert_known (Fixture    *fixture,
              const char *names)
{
  g_autoptr (GString) known = g_string_new (NULL);
  gint64 id = 0;

  for (;;)
    {
      g_autofree char *path = NULL;

      g_assert_true (fys_library_index_next (fixture->index, id, &id, &path, NULL));
      if (id == 0)
        break;
      g_string_append_printf (known, "%s%s", known->len > 0 ? " " : "", path + strlen (fixture->root) + 1);
    }
  g_assert_cmpstr (known->str, ==, names);
}

static void
add_files (Fixture    *fixture,
           const char *names)
{
  g_auto (GStrv) split = g_strsplit (names, " ", -1);

  for (char **name = split; *name != NULL; name++)
    g_free (library_fixture_add (fixture->root, *name));
}

/* Scans twice: the second time there is nothing to do, and still the same to be told. */
static void
assert_scans (Fixture    *fixture,
              const char *known,
              const char *problems)
{
  g_assert_true (scan (fixture));
  assert_known (fixture, known);
  g_assert_cmpstr (fixture->problems->str, ==, problems);
  g_assert_true (scan (fixture));
  assert_known (fixture, known);
  g_assert_cmpstr (fixture->problems->str, ==, problems);
  g_assert_cmpuint (fixture->n_told, ==, 0);
}

/* A folder that is far too large takes no place from the others. */
static void
test_too_many_articles (Fixture      *fixture,
                        gconstpointer user_data)
{
  add_files (fixture, "base/a.md base/b.md home/1.md home/2.md home/3.md home/4.md mine/x.md");
  add_source (fixture, "base");
  add_source (fixture, "home");
  add_source (fixture, "mine");
  fixture->bounds.n_articles = 3;
  assert_scans (fixture, "mine/x.md home/1.md home/2.md home/3.md base/a.md base/b.md",
                "home (source): There are too many articles; the rest is left out\n");
}

static void
test_too_many_folders (Fixture      *fixture,
                       gconstpointer user_data)
{
  add_files (fixture, "base/a.md home/0.md home/1/1.md home/2/2.md home/3/3.md");
  add_source (fixture, "base");
  add_source (fixture, "home");
  fixture->bounds.n_folders = 3;
  assert_scans (fixture, "home/0.md home/1/1.md home/2/2.md base/a.md", "home (source): There are too many folders; the rest is left out\n");
}

#ifdef __linux__
/* A regular file that nobody can read, not even the superuser: its first page is no memory of anybody's. */
#define UNREADABLE "/proc/self/mem"

static void
test_unreadable (Fixture      *fixture,
                 gconstpointer user_data)
{
  g_autofree char *path = g_build_filename (fixture->root, "mine", "b.md", NULL);

  add_files (fixture, "mine/a.md");
  library_fixture_add_link (fixture->root, "mine/b.md", UNREADABLE);
  add_source (fixture, "mine");
  assert_scans (fixture, "mine/a.md", "mine/b.md: Input/output error\n");

  g_assert_cmpint (g_remove (path), ==, 0);
  add_files (fixture, "mine/b.md");
  assert_scans (fixture, "mine/a.md mine/b.md", "");

  /* What the index knew of it goes. */
  g_assert_cmpint (g_remove (path), ==, 0);
  library_fixture_add_link (fixture->root, "mine/b.md", UNREADABLE);
  g_assert_true (scan (fixture));
  assert_scans (fixture, "mine/a.md", "mine/b.md: Input/output error\n");
}
#endif

/* No id that a damaged index has may lead beside the bits that are kept for them. */
static void
test_ids (Fixture      *fixture,
          gconstpointer user_data)
{
  const char *const ids[] = { "-1", "-9223372036854775807 - 1", "9223372036854775807", "8589934592" };

  add_files (fixture, "mine/a.md");
  add_source (fixture, "mine");
  g_assert_true (scan (fixture));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE article SET id = %s", ids[i]);

      g_assert_true (fys_library_sqlite_run (fys_library_index_get_db (fixture->index), sql, NULL));
      g_assert_false (scan (fixture));
      g_assert_error (fixture->error, FYS_LIBRARY_ERROR, FYS_LIBRARY_ERROR_BROKEN);
      g_clear_error (&fixture->error);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/library-scan/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("too-many-articles", test_too_many_articles);
  ADD ("too-many-folders", test_too_many_folders);
#ifdef __linux__
  ADD ("unreadable", test_unreadable);
#endif
  ADD ("ids", test_ids);
  return g_test_run ();
}
