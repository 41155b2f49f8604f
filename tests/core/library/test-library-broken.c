/* test-library-broken.c - whatever is wrong with the index, the library answers, and mends it by itself
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "core/library/fys-library-private.h"
#include "faulty-vfs.h"
#include "shelf.h"

#define add_test(path, function) g_test_add (path, Shelf, NULL, shelf_set_up, function, shelf_tear_down)

#define FULL_PROBLEM "cache/index.sqlite: The disk is full, so the library has to be read anew at every start. Make room on the disk\n"

#define N_ARTICLES 40
#define PAGE_BYTES 4096

/* No way to an index of so few articles needs as many calls. */
#define MAX_CALLS 2000

static void
write_articles (Shelf *shelf)
{
  for (guint i = 0; i < N_ARTICLES; i++)
    {
      g_autofree char *path = g_strdup_printf ("articles/a%02u.md", i);
      g_autofree char *title = g_strdup_printf ("Artikel %02u", i);

      shelf_write_article (shelf, path, title, "smerte");
    }
}

static void
wait_for_another_scan (Shelf *shelf)
{
  guint n_before = fys_library_get_n_scans (shelf->library);

  while (fys_library_get_n_scans (shelf->library) == n_before)
    g_main_context_iteration (NULL, TRUE);
}

static void
answer_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* Returns: whether the search found all of them; what is damaged is told of, and mended before the next attempt */
static gboolean
search_finds_all (Shelf *shelf)
{
  const FysSearchQuery query = { .text = "smerte", .kinds = FYS_HIT_ARTICLE, .limit = 2 * N_ARTICLES };
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (FysSearchResults) results = NULL;
  g_autoptr (GError) error = NULL;

  fys_library_search_async (shelf->library, &query, NULL, answer_cb, &answer);
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  results = fys_library_search_finish (shelf->library, answer, &error);
  if (results != NULL)
    return results->hits->len == N_ARTICLES;
  g_assert_error (error, FYS_LIBRARY_ERROR, FYS_LIBRARY_ERROR_BROKEN);
  wait_for_another_scan (shelf);
  return FALSE;
}

static gboolean
list_has_all (Shelf *shelf)
{
  const FysLibraryFilter filter = { .collection = FYS_N_COLLECTIONS };
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  fys_library_list_async (shelf->library, &filter, 0, 2 * N_ARTICLES, NULL, answer_cb, &answer);
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  entries = fys_library_list_finish (shelf->library, answer, &error);
  if (entries != NULL)
    return entries->len == N_ARTICLES;
  g_assert_error (error, FYS_LIBRARY_ERROR, FYS_LIBRARY_ERROR_BROKEN);
  wait_for_another_scan (shelf);
  return FALSE;
}

/* The damage may be found by the first question only; the second one is answered. */
static void
assert_all (Shelf *shelf)
{
  if (!search_finds_all (shelf) || !list_has_all (shelf))
    {
      g_assert_true (search_finds_all (shelf));
      g_assert_true (list_has_all (shelf));
    }
}

static void
build (Shelf *shelf)
{
  write_articles (shelf);
  shelf_start (shelf);
  assert_all (shelf);
  shelf_reopen (shelf);
}

static void
overwrite (const char *path,
           gsize       offset,
           gsize       n_bytes)
{
  g_autofree char *bytes = g_strnfill (n_bytes, '\245');
  int              fd = open (path, O_WRONLY | O_CLOEXEC);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (pwrite (fd, bytes, n_bytes, (off_t) offset), ==, (gssize) n_bytes);
  g_assert_cmpint (close (fd), ==, 0);
}

static gsize
get_size (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  return (gsize) info.st_size;
}

static void
damage_header (const char *path)
{
  overwrite (path, 0, 100);
}

static void
damage_first_page (const char *path)
{
  overwrite (path, 100, PAGE_BYTES - 100);
}

static void
damage_all_pages (const char *path)
{
  overwrite (path, PAGE_BYTES, get_size (path) - PAGE_BYTES);
}

static void
cut_in_half (const char *path)
{
  g_assert_cmpint (truncate (path, (off_t) (get_size (path) / 2 / PAGE_BYTES * PAGE_BYTES)), ==, 0);
}

static void
cut_in_page (const char *path)
{
  g_assert_cmpint (truncate (path, (off_t) get_size (path) - PAGE_BYTES - 7), ==, 0);
}

static void
cut_to_bytes (const char *path)
{
  g_assert_cmpint (truncate (path, 50), ==, 0);
}

static void
cut_to_nothing (const char *path)
{
  g_assert_cmpint (truncate (path, 0), ==, 0);
}

static void
put_text (const char *path)
{
  g_assert_true (g_file_set_contents (path, "En indkøbsliste: mælk, brød, havregryn og en hel masse andet, som ikke er et register.\n", -1, NULL));
}

static void
put_empty_folder (const char *path)
{
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
}

static void
put_full_folder (const char *path)
{
  g_autofree char *file = g_build_filename (path, "mine", NULL);

  put_empty_folder (path);
  g_assert_true (g_file_set_contents (file, "kept", -1, NULL));
}

static void
run_sql (const char *path,
         const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
be_newer (const char *path)
{
  run_sql (path, "PRAGMA user_version = 900000; ALTER TABLE article RENAME COLUMN title TO heading");
}

static void
be_older (const char *path)
{
  run_sql (path, "PRAGMA user_version = 1; DROP TABLE article");
}

static void
be_of_another_program (const char *path)
{
  run_sql (path, "PRAGMA application_id = 7");
}

static void
lack_table (const char *path)
{
  run_sql (path, "DROP TABLE article");
}

static void
lack_column (const char *path)
{
  run_sql (path, "ALTER TABLE article RENAME COLUMN title TO heading");
}

static void
put_foreign_wal (const char *path)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);

  g_assert_true (g_file_set_contents (wal, "no frames", -1, NULL));
}

typedef struct
{
  const char *name;
  void (*damage) (const char *path);
} Damage;

static const Damage damages[] = {
  { "header", damage_header },
  { "first page", damage_first_page },
  { "all pages but the first", damage_all_pages },
  { "half", cut_in_half },
  { "cut in a page", cut_in_page },
  { "fifty bytes", cut_to_bytes },
  { "empty", cut_to_nothing },
  { "text", put_text },
  { "empty folder", put_empty_folder },
  { "full folder", put_full_folder },
  { "newer", be_newer },
  { "older", be_older },
  { "another program's", be_of_another_program },
  { "without a table", lack_table },
  { "without a column", lack_column },
  { "foreign WAL", put_foreign_wal },
};

/* Asserts that what the user had there is still there, and lets the library have the place again. */
static void
take_away_full_folder (Shelf *shelf)
{
  g_autofree char *file = g_build_filename (shelf->index, "mine", NULL);

  g_assert_cmpint (g_remove (file), ==, 0);
  shelf_start (shelf);
  shelf_reopen (shelf);
}

static void
test_damaged (Shelf        *shelf,
              gconstpointer user_data)
{
  build (shelf);
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *problems = NULL;

      g_test_message ("%s", damages[i].name);
      damages[i].damage (shelf->index);
      shelf_start (shelf);
      assert_all (shelf);
      problems = shelf_dup_problems (shelf);
      g_assert_cmpstr (problems, ==, "");
      shelf_reopen (shelf);

      /* It was mended, unless something of the user's lies there. */
      shelf_start (shelf);
      assert_all (shelf);
      shelf_reopen (shelf);
      if (damages[i].damage == put_full_folder)
        take_away_full_folder (shelf);
    }
}

/* Each page in turn: whatever it held, nothing is wrong afterwards, or it was not noticed because nobody looks there. */
static void
test_damaged_pages (Shelf        *shelf,
                    gconstpointer user_data)
{
  gsize n_pages;

  build (shelf);
  shelf_start (shelf);
  shelf_reopen (shelf);
  n_pages = get_size (shelf->index) / PAGE_BYTES;
  g_assert_cmpuint (n_pages, >, 10);
  for (gsize i = 1; i < n_pages; i += MAX (n_pages / 25, 1))
    {
      g_test_message ("page %zu of %zu", i + 1, n_pages);
      overwrite (shelf->index, i * PAGE_BYTES, PAGE_BYTES);
      shelf_start (shelf);
      assert_all (shelf);
      shelf_reopen (shelf);
    }
}

static void
test_damaged_while_running (Shelf        *shelf,
                            gconstpointer user_data)
{
  build (shelf);
  shelf_start (shelf);
  damage_all_pages (shelf->index);
  assert_all (shelf);
  shelf_write_article (shelf, "articles/a99.md", "Artikel 99", "nyt");
  shelf_wait_for_n (shelf, N_ARTICLES + 1);
}

static void
test_deleted_while_running (Shelf        *shelf,
                            gconstpointer user_data)
{
  build (shelf);
  shelf_start (shelf);
  g_assert_cmpint (g_remove (shelf->index), ==, 0);
  assert_all (shelf);
  shelf_reopen (shelf);
  shelf_start (shelf);
  assert_all (shelf);
}

/* Somebody else has the file for themselves. */
static void
test_locked (Shelf        *shelf,
             gconstpointer user_data)
{
  sqlite3 *db = NULL;

  build (shelf);
  g_assert_cmpint (sqlite3_open (shelf->index, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; CREATE TABLE mine (a);", NULL, NULL, NULL), ==, SQLITE_OK);
  shelf_start (shelf);
  assert_all (shelf);
  shelf_write_article (shelf, "articles/a99.md", "Artikel 99", "nyt");
  shelf_wait_for_n (shelf, N_ARTICLES + 1);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* There can be no folder for it. */
static void
test_no_folder (Shelf        *shelf,
                gconstpointer user_data)
{
  g_autofree char *problems = NULL;

  shelf_write (shelf, "cache", "in its place");
  write_articles (shelf);
  shelf_start (shelf);
  assert_all (shelf);
  problems = shelf_dup_problems (shelf);
  g_assert_cmpstr (problems, ==, "");
}

static void
test_read_only (Shelf        *shelf,
                gconstpointer user_data)
{
  g_autofree char *folder = g_path_get_dirname (shelf->index);

  shelf_become_nobody (shelf);
  build (shelf);
  g_assert_cmpint (g_chmod (shelf->index, 0400), ==, 0);
  shelf_start (shelf);
  assert_all (shelf);
  shelf_reopen (shelf);
  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
  shelf_start (shelf);
  assert_all (shelf);
  shelf_reopen (shelf);
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
  shelf_become_oneself ();
}

/* With the @n-th call and, of a full disk, all later ones. Returns: whether there were as many */
static gboolean
build_with_fault (Shelf *shelf,
                  Fault  fault,
                  guint  n)
{
  g_autofree char *problems = NULL;
  guint            n_calls;

  faulty_vfs_arm (fault, n);
  shelf_start (shelf);
  assert_all (shelf);
  problems = shelf_dup_problems (shelf);
  shelf_reopen (shelf);
  n_calls = faulty_vfs_disarm ();
  /* What failed need not have mattered, as when the file is closed. */
  if (n_calls < n || fault == FAULT_IO_ERROR || *problems == '\0')
    g_assert_cmpstr (problems, ==, "");
  else
    g_assert_cmpstr (problems, ==, FULL_PROBLEM);

  /* With room on the disk again it is as if nothing had been. */
  shelf_start (shelf);
  assert_all (shelf);
  shelf_reopen (shelf);
  g_assert_cmpint (g_remove (shelf->index), ==, 0);
  return n_calls >= n;
}

static void
test_faults (Shelf        *shelf,
             gconstpointer user_data)
{
  const Fault faults[] = { FAULT_ALL_FULL, FAULT_FULL, FAULT_IO_ERROR };

  faulty_vfs_register ();
  write_articles (shelf);
  shelf_reopen (shelf);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      guint n = 1;

      /* Every call at first, when the file is made; then some of the many that are alike. */
      while (build_with_fault (shelf, faults[i], n))
        {
          n += MAX (n / 6, 1);
          g_assert_cmpuint (n, <, MAX_CALLS);
        }
      g_test_message ("%u calls", n);
    }
}

/* As with an SQLite that was built without something: nobody waits for ever. */
static void
test_no_index (Shelf        *shelf,
               gconstpointer user_data)
{
  const FysSearchQuery query = { .text = "smerte", .kinds = FYS_HIT_ANY, .limit = 10 };
  sqlite3_vfs         *memory = sqlite3_vfs_find ("memdb");
  g_autofree char     *problems = NULL;
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GError)   error = NULL;

  g_assert_nonnull (memory);
  g_assert_cmpint (sqlite3_vfs_unregister (memory), ==, SQLITE_OK);
  g_clear_pointer (&shelf->index, g_free);
  shelf_reopen (shelf);
  shelf_start (shelf);
  problems = shelf_dup_problems (shelf);
  g_assert_nonnull (strstr (problems, "no such vfs: memdb"));
  fys_library_search_async (shelf->library, &query, NULL, answer_cb, &answer);
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (fys_library_search_finish (shelf->library, answer, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (sqlite3_vfs_register (memory, 0), ==, SQLITE_OK);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/library-broken/damaged", test_damaged);
  add_test ("/library-broken/damaged-pages", test_damaged_pages);
  add_test ("/library-broken/damaged-while-running", test_damaged_while_running);
  add_test ("/library-broken/deleted-while-running", test_deleted_while_running);
  add_test ("/library-broken/locked", test_locked);
  add_test ("/library-broken/no-folder", test_no_folder);
  add_test ("/library-broken/read-only", test_read_only);
  add_test ("/library-broken/faults", test_faults);
  add_test ("/library-broken/no-index", test_no_index);
  return g_test_run ();
}
