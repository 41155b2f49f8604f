/* test-library-sources.c - folders that come and go, change, and hold more than articles
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "core/library/fys-library-private.h"
#include "library-fixture.h"
#include "shelf.h"

#define add_test(path, function) g_test_add (path, Shelf, NULL, shelf_set_up, function, shelf_tear_down)

/* @folders: below the root, with blanks between them */
static void
set_folders (Shelf      *shelf,
             const char *folders)
{
  g_auto (GStrv) names = g_strsplit (folders, " ", -1);
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  guint n_before = fys_library_get_n_scans (shelf->library);

  for (char **name = names; *name != NULL; name++)
    if (**name != '\0')
      {
        g_autofree char *path = g_build_filename (shelf->root, *name, NULL);

        g_strv_builder_add (paths, path);
      }
  all = g_strv_builder_end (paths);
  fys_library_set_user_folders (shelf->library, (const char *const *) all);
  fys_library_start (shelf->library);
  while (fys_library_get_n_scans (shelf->library) == n_before)
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_title (Shelf      *shelf,
              const char *key,
              const char *title)
{
  g_autoptr (FysLibraryEntry) entry = shelf_find (shelf, key);

  g_assert_nonnull (entry);
  g_assert_cmpstr (fys_library_entry_get_info (entry)->title, ==, title);
}

/* Of two articles with the same key the one of the later source counts, and the other comes back when that is gone. */
static void
test_covered (Shelf        *shelf,
              gconstpointer user_data)
{
  g_autofree char *found = NULL;

  shelf_write_article (shelf, "articles/iskias.md", "Iskias fra os", "balde");
  shelf_write_article (shelf, "one/iskias.md", "Iskias fra én", "skrivemaskine");
  shelf_write_article (shelf, "two/iskias.md", "Iskias fra to", "havelåge");
  set_folders (shelf, "one two");
  shelf_assert_keys (shelf, "iskias");
  assert_title (shelf, "iskias", "Iskias fra to");
  g_assert_cmpstr (found = shelf_search (shelf, "skrivemaskine"), ==, "");

  set_folders (shelf, "two one");
  shelf_assert_keys (shelf, "iskias");
  assert_title (shelf, "iskias", "Iskias fra én");

  shelf_remove (shelf, "one/iskias.md");
  shelf_rescan (shelf);
  assert_title (shelf, "iskias", "Iskias fra to");

  set_folders (shelf, "");
  shelf_assert_keys (shelf, "iskias");
  assert_title (shelf, "iskias", "Iskias fra os");
  g_free (found);
  g_assert_cmpstr (found = shelf_search (shelf, "havelåge"), ==, "");
}

static void
test_covered_after_restart (Shelf        *shelf,
                            gconstpointer user_data)
{
  shelf_write_article (shelf, "articles/iskias.md", "Iskias fra os", "balde");
  shelf_write_article (shelf, "one/iskias.md", "Iskias fra én", "skrivemaskine");
  set_folders (shelf, "one");
  shelf_reopen (shelf);
  shelf_start (shelf);
  assert_title (shelf, "iskias", "Iskias fra os");
  shelf_assert_keys (shelf, "iskias");
}

/* A folder that was added, and one in it that was added too, hold each article once. */
static void
test_nested (Shelf        *shelf,
             gconstpointer user_data)
{
  shelf_write_article (shelf, "mine/deep/iskias.md", "Iskias", "balde");
  shelf_write_article (shelf, "mine/nakke.md", "Nakke", "skærm");
  set_folders (shelf, "mine/deep mine mine/deep");
  shelf_assert_keys (shelf, "iskias nakke");
  set_folders (shelf, "mine");
  shelf_assert_keys (shelf, "iskias nakke");
  set_folders (shelf, "mine/deep");
  shelf_assert_keys (shelf, "iskias");
}

static void
test_unlisted (Shelf        *shelf,
               gconstpointer user_data)
{
  g_autoptr (FysLibraryEntry) entry = NULL;

  shelf_write (shelf, "articles/gemt.md", "---\ntitle: Gemt\nunlisted: true\n---\nfysioterapi\n");
  shelf_start (shelf);
  shelf_assert_keys (shelf, "");
  entry = shelf_find (shelf, "gemt");
  g_assert_nonnull (entry);
}

static void
test_loops (Shelf        *shelf,
            gconstpointer user_data)
{
  g_autofree char *problems = NULL;

  shelf_write_article (shelf, "articles/a/iskias.md", "Iskias", "balde");
  library_fixture_add_link (shelf->root, "articles/a/up", "..");
  library_fixture_add_link (shelf->root, "articles/a/self", ".");
  library_fixture_add_link (shelf->root, "articles/again", "a");
  library_fixture_add_link (shelf->root, "articles/endless", "endless");
  shelf_start (shelf);
  shelf_assert_keys (shelf, "iskias");
  problems = shelf_dup_problems (shelf);
  g_assert_cmpstr (problems, ==, "");
}

static void
make_socket (const char *path)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int                fd = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpuint (g_strlcpy (address.sun_path, path, sizeof address.sun_path), <, sizeof address.sun_path);
  g_assert_cmpint (bind (fd, (const struct sockaddr *) &address, sizeof address), ==, 0);
  g_assert_cmpint (close (fd), ==, 0);
}

/* None of them may make the library wait, and each is told of. */
static void
test_no_files (Shelf        *shelf,
               gconstpointer user_data)
{
  g_autofree char *fifo = g_build_filename (shelf->articles, "fifo.md", NULL);
  g_autofree char *sock = g_build_filename (shelf->articles, "socket.md", NULL);
  g_autofree char *problems = NULL;

  shelf_write_article (shelf, "articles/iskias.md", "Iskias", "balde");
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  make_socket (sock);
  library_fixture_add_link (shelf->root, "articles/device.md", "/dev/zero");
  library_fixture_add_link (shelf->root, "articles/nowhere.md", "gone.md");
  shelf_start (shelf);
  shelf_assert_keys (shelf, "iskias");
  problems = shelf_dup_problems (shelf);
  g_assert_cmpstr (problems, ==,
                   "articles/device.md: It is not a regular file\n"
                   "articles/fifo.md: It is not a regular file\n"
                   "articles/nowhere.md: It leads to a file that is not there\n"
                   "articles/socket.md: It is not a regular file\n");
}

static void
test_no_articles (Shelf        *shelf,
                  gconstpointer user_data)
{
  const char *const others[] = { "README.md", "readme.markdown", "CONTRIBUTING.md", "LICENSE.md", ".hidden.md", ".git/notes.md", "node_modules/a/a.md", "notes.txt", "md" };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *path = g_build_filename ("articles", others[i], NULL);

      shelf_write_article (shelf, path, "Andet", "andet");
    }
  shelf_write_article (shelf, "articles/deep/er/iskias.markdown", "Iskias", "balde");
  shelf_write_article (shelf, "articles/readme-first.md", "Læs", "balde");
  shelf_start (shelf);
  shelf_assert_keys (shelf, "iskias.markdown readme-first");
}

/* A name in Latin-1, one with a line break, one that is no UTF-8 at all. */
static void
test_names (Shelf        *shelf,
            gconstpointer user_data)
{
  const FysLibraryFilter filter = { .collection = FYS_N_COLLECTIONS };
  g_autofree char *keys = NULL;
  g_autoptr (FysLibraryEntry) entry = NULL;

  shelf_write_article (shelf, "articles/kn\346.md", "Latin", "fysioterapi");
  shelf_write_article (shelf, "articles/to\nlinjer.md", "Linjer", "fysioterapi");
  shelf_write_article (shelf, "articles/\377\376/bytes.md", "Mappe", "fysioterapi");
  shelf_write (shelf, "articles/\345rsag.md", "fysioterapi uden titel\n");
  shelf_start (shelf);
  keys = shelf_dup_keys (shelf, &filter);
  g_assert_true (g_utf8_validate (keys, -1, NULL));
  entry = shelf_find (shelf, "bytes");
  g_assert_nonnull (entry);
  g_assert_true (g_str_has_suffix (fys_library_entry_get_info (entry)->path, "/articles/\377\376/bytes.md"));
  g_assert_true (g_file_test (fys_library_entry_get_info (entry)->path, G_FILE_TEST_IS_REGULAR));

  shelf_reopen (shelf);
  shelf_start (shelf);
  g_assert_cmpuint (shelf_n_articles (shelf), ==, 4);
}

static void
test_unreadable (Shelf        *shelf,
                 gconstpointer user_data)
{
  g_autofree char *folder = g_build_filename (shelf->root, "mine", "locked", NULL);
  g_autofree char *file = g_build_filename (shelf->root, "mine", "closed.md", NULL);
  g_autofree char *problems = NULL;

  shelf_become_nobody (shelf);
  shelf_write_article (shelf, "mine/locked/iskias.md", "Iskias", "balde");
  shelf_write_article (shelf, "mine/closed.md", "Lukket", "balde");
  shelf_write_article (shelf, "mine/nakke.md", "Nakke", "skærm");
  g_assert_cmpint (g_chmod (folder, 0), ==, 0);
  g_assert_cmpint (g_chmod (file, 0), ==, 0);
  set_folders (shelf, "mine");
  shelf_assert_keys (shelf, "nakke");
  problems = shelf_dup_problems (shelf);
  g_assert_cmpstr (problems, ==,
                   "mine/closed.md: Permission denied\n"
                   "mine/locked: Permission denied\n");
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
  shelf_become_oneself ();
}

/* What the user added is missed; what may or may not be installed is not. */
static void
test_missing (Shelf        *shelf,
              gconstpointer user_data)
{
  g_autofree char *problems = NULL;

  g_assert_cmpint (g_rmdir (shelf->articles), ==, 0);
  set_folders (shelf, "drive/articles");
  problems = shelf_dup_problems (shelf);
  g_assert_cmpstr (problems, ==, "drive/articles (source): The folder is not there. If it lies on a drive, connect that\n");

  /* It comes, without anybody asking for another look. */
  shelf_write_article (shelf, "drive/articles/iskias.md", "Iskias", "balde");
  shelf_wait_for_n (shelf, 1);
  shelf_wait_for_problems (shelf, "");
}

static void
test_file_as_folder (Shelf        *shelf,
                     gconstpointer user_data)
{
  g_autofree char *problems = NULL;

  shelf_write (shelf, "mine", "not a folder");
  set_folders (shelf, "mine");
  problems = shelf_dup_problems (shelf);
  g_assert_cmpstr (problems, ==, "mine (source): Not a directory\n");
}

/* Waits until the article with @key has @title. */
static void
wait_for_title (Shelf      *shelf,
                const char *key,
                const char *title)
{
  for (;;)
    {
      g_autoptr (FysLibraryEntry) entry = shelf_find (shelf, key);

      if (entry != NULL && g_str_equal (fys_library_entry_get_info (entry)->title, title))
        return;
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
test_watch (Shelf        *shelf,
            gconstpointer user_data)
{
  g_autofree char *from = g_build_filename (shelf->articles, "nakke.md", NULL);
  g_autofree char *to = g_build_filename (shelf->articles, "hals.md", NULL);
  guint            n_scans;

  shelf_write_article (shelf, "articles/iskias.md", "Iskias", "balde");
  shelf_start (shelf);
  n_scans = fys_library_get_n_scans (shelf->library);

  shelf_write_article (shelf, "articles/nakke.md", "Nakke", "skærm");
  shelf_wait_for_n (shelf, 2);
  shelf_write_article (shelf, "articles/nakke.md", "Nakken", "skærm");
  wait_for_title (shelf, "nakke", "Nakken");
  g_assert_cmpint (g_rename (from, to), ==, 0);
  wait_for_title (shelf, "hals", "Nakken");
  shelf_wait_for_n (shelf, 2);
  shelf_remove (shelf, "articles/hals.md");
  shelf_wait_for_n (shelf, 1);
  g_assert_cmpuint (fys_library_get_n_scans (shelf->library), ==, n_scans);

  shelf_assert_keys (shelf, "iskias");
}

static void
test_watch_folders (Shelf        *shelf,
                    gconstpointer user_data)
{
  g_autofree char *from = g_build_filename (shelf->root, "elsewhere", NULL);
  g_autofree char *to = g_build_filename (shelf->articles, "new", NULL);

  shelf_start (shelf);
  shelf_write_article (shelf, "elsewhere/deep/iskias.md", "Iskias", "balde");
  g_assert_cmpint (g_rename (from, to), ==, 0);
  shelf_wait_for_n (shelf, 1);
  shelf_write_article (shelf, "articles/new/deep/nakke.md", "Nakke", "skærm");
  shelf_wait_for_n (shelf, 2);
  g_assert_cmpint (g_rename (to, from), ==, 0);
  shelf_wait_for_n (shelf, 0);
}

/* A file that becomes unreadable, and readable again, while it is watched. */
static void
test_watch_problem (Shelf        *shelf,
                    gconstpointer user_data)
{
  shelf_write_article (shelf, "articles/iskias.md", "Iskias", "balde");
  shelf_start (shelf);
  shelf_remove (shelf, "articles/iskias.md");
  library_fixture_add_link (shelf->root, "articles/iskias.md", "gone.md");
  shelf_wait_for_n (shelf, 0);
  shelf_wait_for_problems (shelf, "articles/iskias.md: It leads to a file that is not there\n");
  shelf_remove (shelf, "articles/iskias.md");
  shelf_write_article (shelf, "articles/iskias.md", "Iskias", "balde");
  shelf_wait_for_n (shelf, 1);
  shelf_wait_for_problems (shelf, "");
}

/* A copied library is one batch after another, not a look at the folders for each file. */
static void
test_watch_many (Shelf        *shelf,
                 gconstpointer user_data)
{
  guint n_scans;

  shelf_start (shelf);
  n_scans = fys_library_get_n_scans (shelf->library);
  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *path = g_strdup_printf ("articles/a%03u.md", i);

      shelf_write_article (shelf, path, "Mange", "balde");
    }
  shelf_wait_for_n (shelf, 500);
  g_assert_cmpuint (fys_library_get_n_scans (shelf->library) - n_scans, <=, 5);
}

static GFileMonitor *
refuse_to_monitor (const char *path)
{
  return NULL;
}

static gboolean
say_remote (const char *path)
{
  return TRUE;
}

/* As when the system has no more watches to give. */
static void
test_no_watches (Shelf        *shelf,
                 gconstpointer user_data)
{
  FysLibrarySurroundings surroundings = fys_library_surroundings;

  surroundings.monitor = refuse_to_monitor;
  surroundings.look_ms = 20;
  shelf_reopen_in (shelf, &surroundings);
  shelf_start (shelf);
  shelf_write_article (shelf, "articles/iskias.md", "Iskias", "balde");
  shelf_wait_for_n (shelf, 1);
  shelf_remove (shelf, "articles/iskias.md");
  shelf_wait_for_n (shelf, 0);
  shelf_reopen (shelf);
}

/* Nobody tells of what is done on another machine, so that the folders are looked at although nothing was told. */
static void
test_remote (Shelf        *shelf,
             gconstpointer user_data)
{
  FysLibrarySurroundings surroundings = fys_library_surroundings;
  guint                  n_scans;

  surroundings.is_remote = say_remote;
  surroundings.look_ms = 20;
  shelf_reopen_in (shelf, &surroundings);
  shelf_start (shelf);
  n_scans = fys_library_get_n_scans (shelf->library);
  while (fys_library_get_n_scans (shelf->library) < n_scans + 3)
    g_main_context_iteration (NULL, TRUE);
  shelf_reopen (shelf);
}

/* Folders that are added while others are being read do not wait for these, and what was read is kept. */
static void
test_added_meanwhile (Shelf        *shelf,
                      gconstpointer user_data)
{
  g_autofree char  *folder = g_build_filename (shelf->root, "mine", NULL);
  const char *const folders[] = { folder, NULL };

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *path = g_strdup_printf ("articles/a%03u.md", i);

      shelf_write_article (shelf, path, "Artikel", "x");
    }
  shelf_write_article (shelf, "mine/iskias.md", "Iskias", "balde");
  fys_library_start (shelf->library);
  while (shelf_n_articles (shelf) == 0)
    g_main_context_iteration (NULL, TRUE);
  fys_library_set_user_folders (shelf->library, folders);
  shelf_wait_for_n (shelf, 301);
  fys_library_set_user_folders (shelf->library, NULL);
  shelf_wait_for_n (shelf, 300);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/library-sources/covered", test_covered);
  add_test ("/library-sources/covered-after-restart", test_covered_after_restart);
  add_test ("/library-sources/nested", test_nested);
  add_test ("/library-sources/unlisted", test_unlisted);
  add_test ("/library-sources/loops", test_loops);
  add_test ("/library-sources/no-files", test_no_files);
  add_test ("/library-sources/no-articles", test_no_articles);
  add_test ("/library-sources/names", test_names);
  add_test ("/library-sources/unreadable", test_unreadable);
  add_test ("/library-sources/missing", test_missing);
  add_test ("/library-sources/file-as-folder", test_file_as_folder);
  add_test ("/library-sources/watch", test_watch);
  add_test ("/library-sources/watch-folders", test_watch_folders);
  add_test ("/library-sources/watch-problem", test_watch_problem);
  add_test ("/library-sources/watch-many", test_watch_many);
  add_test ("/library-sources/no-watches", test_no_watches);
  add_test ("/library-sources/remote", test_remote);
  add_test ("/library-sources/added-meanwhile", test_added_meanwhile);
  return g_test_run ();
}
