/* test-library.c - what the library holds, finds and notices
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <utime.h>

#include "core/library/fys-library-private.h"
#include "core/library/fys-library-sqlite.h"
#include "shelf.h"

#define add_test(path, function) g_test_add (path, Shelf, NULL, shelf_set_up, function, shelf_tear_down)

static void
test_empty (Shelf        *shelf,
            gconstpointer user_data)
{
  shelf_start (shelf);
  shelf_assert_keys (shelf, "");
}

static void
test_index (Shelf        *shelf,
            gconstpointer user_data)
{
  g_autoptr (FysLibraryCounts) counts = NULL;

  shelf_write_article (shelf, "articles/iskias.md", "Iskias", "balde");
  shelf_write_article (shelf, "articles/blog/loeb.md", "Løb", "sko");
  shelf_write_article (shelf, "articles/styrkeoevelser/ben/squat.md", "Squat", "vægt");
  shelf_start (shelf);
  shelf_assert_keys (shelf, "iskias blog/loeb styrkeoevelser/squat");

  counts = shelf_count (shelf);
  g_assert_cmpuint (counts->n_questions, ==, 3);
  g_assert_cmpuint (counts->n_exercises, ==, 3);
  for (guint i = 0; i < FYS_N_COLLECTIONS; i++)
    g_assert_cmpuint (counts->n_by_collection[i], ==, 1);
}

static void
test_again (Shelf        *shelf,
            gconstpointer user_data)
{
  shelf_write_article (shelf, "articles/iskias.md", "Iskias", "balde");
  shelf_start (shelf);
  shelf_reopen (shelf);
  shelf_write_article (shelf, "articles/nakke.md", "Nakke", "skærm");
  shelf_write_article (shelf, "articles/iskias.md", "Iskias", "lænd");
  shelf_start (shelf);
  shelf_assert_keys (shelf, "iskias nakke");
  shelf_remove (shelf, "articles/iskias.md");
  shelf_rescan (shelf);
  shelf_assert_keys (shelf, "nakke");
}

/* By parts of words of the title, however they are typed; and the number is that of the list. */
static void
test_filter (Shelf        *shelf,
             gconstpointer user_data)
{
  static const struct
  {
    const char *text;
    const char *keys;
  } cases[] = {
    { "", "knae laend skulder" },
    { "  ", "knae laend skulder" },
    { "knæ", "knae" },
    { "KNÆ", "knae" },
    { "knae", "knae" },
    { "ondt", "knae laend" },
    { "laen ondt", "laend" },
    { "ondt i lænd ryg", "laend" },
    { "frøs knæ", "" },
    { "frø skul", "skulder" },
    { "froe", "skulder" },
    { "%", "knae laend skulder" },
    { "hofte", "" },
  };

  shelf_write_article (shelf, "articles/knae.md", "Ondt i knæet", "løb");
  shelf_write_article (shelf, "articles/laend.md", "Ondt i lænden og ryggen", "løft");
  shelf_write_article (shelf, "articles/skulder.md", "Stiv, frøsen skulder", "kapsel");
  shelf_start (shelf);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const FysLibraryFilter filter = { .collection = FYS_N_COLLECTIONS, .text = cases[i].text };
      g_autofree char       *keys = shelf_dup_keys (shelf, &filter);
      g_auto (GStrv)         split = g_strsplit (keys, " ", -1);

      g_assert_cmpstr (keys, ==, cases[i].keys);
      g_assert_cmpuint (shelf_count_list (shelf, &filter), ==, g_strv_length (split));
    }
}

/* Capital letters among the small ones, æ ø å at the end, aa as å. */
static void
test_order (Shelf        *shelf,
            gconstpointer user_data)
{
  shelf_write_article (shelf, "articles/1.md", "Åndedræt", "x");
  shelf_write_article (shelf, "articles/2.md", "ankel", "x");
  shelf_write_article (shelf, "articles/3.md", "Ældre", "x");
  shelf_write_article (shelf, "articles/4.md", "Zone", "x");
  shelf_write_article (shelf, "articles/5.md", "Ørelyd", "x");
  shelf_write_article (shelf, "articles/6.md", "Baaring", "x");
  shelf_write_article (shelf, "articles/7.md", "Bælte", "x");
  shelf_write_article (shelf, "articles/8.md", "Arm", "x");
  shelf_start (shelf);
  shelf_assert_keys (shelf, "2 8 7 6 4 3 5 1");
}

static void
assert_list (Shelf                 *shelf,
             const FysLibraryFilter filter,
             const char            *keys)
{
  g_autofree char *listed = shelf_dup_keys (shelf, &filter);

  g_assert_cmpstr (listed, ==, keys);
}

static void
test_lists (Shelf        *shelf,
            gconstpointer user_data)
{
  g_autoptr (FysLibraryCounts) counts = NULL;

  shelf_write (shelf, "articles/knae.md", "---\ntitle: Ondt i knæet\nlastUpdated: 01/02/2024\n---\nfysioterapi\n");
  shelf_write (shelf, "articles/b.md", "---\ntitle: B\nbodyParts: [knae, ben]\nlastUpdated: 01/02/2025\n---\nfysioterapi\n");
  shelf_write (shelf, "articles/blog/c.md", "---\ntitle: C\nbodyParts: [Skulder]\ndatePublished: 01/02/2026\n---\nfysioterapi\n");
  shelf_write (shelf, "articles/d.md", "---\ntitle: D\nbodyParts: [underben]\n---\nfysioterapi\n");
  shelf_start (shelf);
  shelf_assert_keys (shelf, "b blog/c d knae");
  assert_list (shelf, (FysLibraryFilter) { .collection = FYS_COLLECTION_GUIDES }, "blog/c");
  assert_list (shelf, (FysLibraryFilter) { .collection = FYS_COLLECTION_STRENGTH }, "");
  assert_list (shelf, (FysLibraryFilter) { .collection = FYS_N_COLLECTIONS, .body_part = "knae" }, "b knae");
  assert_list (shelf, (FysLibraryFilter) { .collection = FYS_N_COLLECTIONS, .body_part = "ben" }, "b");
  assert_list (shelf, (FysLibraryFilter) { .collection = FYS_COLLECTION_DICTIONARY, .body_part = "skulder" }, "");
  assert_list (shelf, (FysLibraryFilter) { .collection = FYS_N_COLLECTIONS, .order = FYS_ORDER_UPDATED }, "blog/c b knae d");

  counts = shelf_count (shelf);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (counts->body_parts, "knae")), ==, 2);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (counts->body_parts, "underben")), ==, 1);
  g_assert_cmpuint (g_hash_table_size (counts->body_parts), ==, 4);
}

static void
set_modified_s (Shelf      *shelf,
                const char *path,
                gint64      modified_s)
{
  g_autofree char    *full = g_build_filename (shelf->root, path, NULL);
  const struct utimbuf times = { .actime = modified_s, .modtime = modified_s };

  g_assert_cmpint (utime (full, &times), ==, 0);
}

/* What came with a folder is as old as its files; what comes later is new, and what changes has changed. */
static void
test_changed (Shelf        *shelf,
              gconstpointer user_data)
{
  const gint64 long_ago_s = 1600000000;
  const gint64 yesterday_s = g_get_real_time () / G_USEC_PER_SEC - 24 * 60 * 60;
  const FysLibraryFilter since = { .collection = FYS_N_COLLECTIONS, .changed_since_s = yesterday_s };
  g_autoptr (FysLibraryEntry) entry = NULL;

  shelf_write_article (shelf, "articles/a.md", "A", "x");
  shelf_write_article (shelf, "articles/b.md", "B", "x");
  set_modified_s (shelf, "articles/a.md", long_ago_s);
  set_modified_s (shelf, "articles/b.md", long_ago_s);
  shelf_start (shelf);
  assert_list (shelf, since, "");
  entry = shelf_find (shelf, "a");
  g_assert_cmpint (fys_library_entry_get_info (entry)->first_seen_s, ==, long_ago_s);
  g_assert_cmpint (fys_library_entry_get_info (entry)->changed_s, ==, 0);

  /* Only the time of b is another one. */
  shelf_write_article (shelf, "articles/a.md", "A", "y");
  set_modified_s (shelf, "articles/a.md", long_ago_s + 1);
  set_modified_s (shelf, "articles/b.md", long_ago_s + 1);
  shelf_rescan (shelf);
  assert_list (shelf, since, "a");

  shelf_write_article (shelf, "articles/c.md", "C", "x");
  set_modified_s (shelf, "articles/c.md", long_ago_s);
  shelf_rescan (shelf);
  assert_list (shelf, since, "a c");
}

static void
answer_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
test_page (Shelf        *shelf,
           gconstpointer user_data)
{
  const FysLibraryFilter filter = { .collection = FYS_N_COLLECTIONS };
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *path = g_strdup_printf ("articles/%u.md", i);
      g_autofree char *title = g_strdup_printf ("Artikel %u", i);

      shelf_write_article (shelf, path, title, "x");
    }
  shelf_start (shelf);
  fys_library_list_async (shelf->library, &filter, 4, 3, NULL, answer_cb, &answer);
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  entries = fys_library_list_finish (shelf->library, answer, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 3);
  g_assert_cmpstr (fys_library_entry_get_info (g_ptr_array_index (entries, 0))->key, ==, "4");
}

static void
test_find (Shelf        *shelf,
           gconstpointer user_data)
{
  const char *const keys[] = { "nakke", "mangler", "blog/loeb", "iskias", NULL };
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  const FysLibraryInfo *info;

  shelf_write_article (shelf, "articles/iskias.md", "Iskias", "balde");
  shelf_write_article (shelf, "articles/ordbog/nakke.md", "Nakke", "skærm");
  shelf_write_article (shelf, "articles/blog/loeb.md", "Løb", "sko");
  shelf_start (shelf);
  fys_library_find_async (shelf->library, keys, NULL, answer_cb, &answer);
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  entries = fys_library_find_finish (shelf->library, answer, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 3);
  info = fys_library_entry_get_info (g_ptr_array_index (entries, 1));
  g_assert_cmpstr (info->key, ==, "blog/loeb");
  g_assert_cmpstr (info->title, ==, "Løb");
  g_assert_cmpint (info->collection, ==, FYS_COLLECTION_GUIDES);
  g_assert_cmpuint (info->n_questions, ==, 1);
  g_assert_cmpuint (info->n_exercises, ==, 1);
  g_assert_true (g_str_has_suffix (info->path, "/articles/blog/loeb.md"));
}

static char *
dup_description (Shelf      *shelf,
                 const char *key)
{
  const char *keys[] = { key, NULL };
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  fys_library_find_async (shelf->library, keys, NULL, answer_cb, &answer);
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  entries = fys_library_find_finish (shelf->library, answer, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 1);
  return g_strdup (fys_library_entry_get_info (g_ptr_array_index (entries, 0))->description);
}

/* What the author says, or how the article begins; never more than a list can show, and nothing of the sections. */
static void
test_description (Shelf        *shelf,
                  gconstpointer user_data)
{
  g_autoptr (GString) text = g_string_new ("---\ntitle: Lang\n---\n");
  g_autofree char *stated = NULL, *begins = NULL, *titled = NULL, *bare = NULL, *long_one = NULL;

  for (guint i = 0; i < 100; i++)
    g_string_append (text, "Gå, så længe du kan. ");
  shelf_write (shelf, "articles/a.md", "---\ntitle: A\ndescription: Kort fortalt.\n---\nIndledning.\n");
  shelf_write (shelf, "articles/b.md", "---\ntitle: B\n---\nFørste *linje*\\\nog anden.\n\nMere.\n\n## Afsnit\n\nTekst.\n");
  shelf_write (shelf, "articles/c.md", "# C\n\n- punkt\n\nSådan er det.\n");
  shelf_write (shelf, "articles/d.md", "---\ntitle: D\n---\n## Afsnit\n\n## Et til\n\nTekst.\n");
  shelf_write (shelf, "articles/e.md", text->str);
  shelf_start (shelf);
  stated = dup_description (shelf, "a");
  begins = dup_description (shelf, "b");
  titled = dup_description (shelf, "c");
  bare = dup_description (shelf, "d");
  long_one = dup_description (shelf, "e");
  g_assert_cmpstr (stated, ==, "Kort fortalt.");
  g_assert_cmpstr (begins, ==, "Første linje og anden.");
  g_assert_cmpstr (titled, ==, "Sådan er det.");
  g_assert_cmpstr (bare, ==, "");
  g_assert_cmpint (g_utf8_strlen (long_one, -1), ==, 200);
}

/* A search that is not wanted any more neither answers nor keeps the next one waiting. */
static void
test_cancel (Shelf        *shelf,
             gconstpointer user_data)
{
  const FysSearchQuery query = { .text = "fysioterapi", .kinds = FYS_HIT_ANY, .limit = 10, .is_typing = TRUE };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (FysSearchResults) results = NULL;
  g_autoptr (GError) error = NULL;

  shelf_write_article (shelf, "articles/iskias.md", "Iskias", "balde");
  shelf_start (shelf);
  fys_library_search_async (shelf->library, &query, cancellable, answer_cb, &answer);
  g_cancellable_cancel (cancellable);
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  results = fys_library_search_finish (shelf->library, answer, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (results);
  shelf_assert_keys (shelf, "iskias");
}

#define ENDLESS_SQL "WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number) SELECT max (n) FROM number"

/* On the searches' thread. @input: an int that becomes 1 when it runs. */
static gpointer
run_endless (sqlite3      *db,
             gconstpointer input,
             GCancellable *cancellable,
             GError      **error)
{
  gint64 n;

  g_atomic_int_set ((int *) input, 1);
  g_assert_false (fys_library_sqlite_query_int (db, ENDLESS_SQL, &n, error));
  g_assert_error (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  return NULL;
}

/* The same for one that SQLite is in the middle of. */
static void
test_interrupt (Shelf        *shelf,
                gconstpointer user_data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GError) error = NULL;
  int is_running = 0;

  shelf_write_article (shelf, "articles/iskias.md", "Iskias", "balde");
  shelf_start (shelf);
  fys_library_read_async (shelf->library, FYS_LIBRARY_READ_SEARCHES, run_endless, &is_running, NULL, NULL, test_interrupt, cancellable, answer_cb, &answer);
  while (g_atomic_int_get (&is_running) == 0)
    g_thread_yield ();
  g_cancellable_cancel (cancellable);
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (fys_library_read_finish (shelf->library, answer, test_interrupt, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  shelf_assert_keys (shelf, "iskias");
}

/* Nobody has to wait for the answer, nor for the library to begin. */
static void
test_drop (Shelf        *shelf,
           gconstpointer user_data)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *path = g_strdup_printf ("articles/%u.md", i);

      shelf_write_article (shelf, path, "Artikel", "x");
    }
  fys_library_start (shelf->library);
  shelf_reopen (shelf);
  shelf_start (shelf);
  g_assert_cmpuint (shelf_n_articles (shelf), ==, 200);
}

static void
notify_cb (FysLibrary *library,
           GParamSpec *pspec,
           gpointer    user_data)
{
  guint *n_told = user_data;
  guint  n_done;
  guint  n_total;

  g_object_get (library, "n-done", &n_done, "n-total", &n_total, NULL);
  g_assert_cmpuint (n_done, <=, n_total);
  (*n_told)++;
}

static void
test_progress (Shelf        *shelf,
               gconstpointer user_data)
{
  guint    n_told = 0;
  gboolean is_indexing;

  shelf_write_article (shelf, "articles/iskias.md", "Iskias", "balde");
  (void) g_signal_connect (shelf->library, "notify::n-done", G_CALLBACK (notify_cb), &n_told);
  shelf_start (shelf);
  g_assert_cmpuint (n_told, ==, 1);
  g_object_get (shelf->library, "is-indexing", &is_indexing, NULL);
  g_assert_false (is_indexing);
  g_signal_handlers_disconnect_by_func (shelf->library, notify_cb, &n_told);
}

static void
make_old (const char *path,
          gint64      modified_s)
{
  const struct utimbuf times = { .actime = modified_s, .modtime = modified_s };

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_cmpint (utime (path, &times), ==, 0);
}

/* An index of another version stays as long as somebody may still use it. */
static void
test_versions (Shelf        *shelf,
               gconstpointer user_data)
{
  g_autofree char *folder = g_build_filename (shelf->root, "cache", NULL);
  g_autofree char *old = g_build_filename (folder, "library-0.0.1-1.1.sqlite", NULL);
  g_autofree char *old_wal = g_strconcat (old, "-wal", NULL);
  g_autofree char *newer = g_build_filename (folder, "library-9.9.9-1.1.sqlite", NULL);
  g_autofree char *other = g_build_filename (folder, "other.sqlite", NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  make_old (old, 1600000000);
  make_old (old_wal, 1600000000);
  make_old (newer, g_get_real_time () / G_USEC_PER_SEC - 24 * 60 * 60);
  make_old (other, 1600000000);
  g_free (shelf->index);
  shelf->index = g_build_filename (folder, "library-1.0-1.1.sqlite", NULL);
  shelf_reopen (shelf);
  shelf_start (shelf);
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (old_wal, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (newer, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (shelf->index, G_FILE_TEST_EXISTS));
}

static void
test_in_memory (Shelf        *shelf,
                gconstpointer user_data)
{
  g_autofree char *folder = g_path_get_dirname (shelf->index);

  g_clear_pointer (&shelf->index, g_free);
  shelf_reopen (shelf);
  shelf_write_article (shelf, "articles/iskias.md", "Iskias", "balde");
  shelf_start (shelf);
  shelf_assert_keys (shelf, "iskias");
  shelf_write_article (shelf, "articles/nakke.md", "Nakke", "skærm");
  shelf_wait_for_n (shelf, 2);
  shelf_assert_keys (shelf, "iskias nakke");
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/library/empty", test_empty);
  add_test ("/library/index", test_index);
  add_test ("/library/again", test_again);
  add_test ("/library/filter", test_filter);
  add_test ("/library/order", test_order);
  add_test ("/library/lists", test_lists);
  add_test ("/library/changed", test_changed);
  add_test ("/library/page", test_page);
  add_test ("/library/find", test_find);
  add_test ("/library/description", test_description);
  add_test ("/library/cancel", test_cancel);
  add_test ("/library/interrupt", test_interrupt);
  add_test ("/library/drop", test_drop);
  add_test ("/library/progress", test_progress);
  add_test ("/library/versions", test_versions);
  add_test ("/library/in-memory", test_in_memory);
  return g_test_run ();
}
