/* fuzz-search.c - any bytes as a query, and as an article that is searched
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/library/fys-library-sqlite.h"
#include "core/library/fys-search-engine.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static FysLibraryEntry *
load_entry (sqlite3 *db,
            gint64   article_id,
            GError **error)
{
  static const char *const body_parts[] = { NULL };
  const FysLibraryInfo info = { .path = "a.md", .key = "a", .title = "A", .description = "", .body_parts = body_parts };

  return fys_library_entry_new (&info);
}

static void
add (sqlite3 *db,
     gint64   id,
     GBytes  *bytes)
{
  g_autoptr (FysArticle) article = fys_article_new_from_bytes (bytes, NULL);
  g_autoptr (FysExerciseList) exercises = fys_exercise_list_new (article);

  g_assert_true (fys_search_engine_add (db, id, article, exercises, NULL));
}

static sqlite3 *
open_index (void)
{
  static const char text[] = "---\ntitle: Iskias\n---\nSmerter i balden.\n\n## FAQ\n\n### Må jeg gå?\n\nJa.\n\n## Øvelser\n\n### Bro\n\nLøft hoften 10 gange.\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  g_assert_true (fys_search_engine_attach (db, load_entry, NULL));
  g_assert_true (fys_search_engine_create_tables (db, NULL));
  add (db, 1, bytes);
  return db;
}

static void
check_marks (const char   *text,
             const GArray *marks)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
  for (guint i = 0; i < marks->len; i++)
    {
      const FysMark *mark = &g_array_index (marks, FysMark, i);

      g_assert_cmpuint (mark->start + mark->length, <=, strlen (text));
      g_assert_true (g_utf8_validate (text + mark->start, mark->length, NULL));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  static sqlite3      *db;
  g_autofree char     *text = g_strndup ((const char *) data, size);
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  const FysSearchQuery query = { .text = text, .kinds = FYS_HIT_ANY, .limit = 5, .is_typing = TRUE };
  g_autoptr (FysSearchResults) results = NULL;

  if (db == NULL)
    db = open_index ();
  add (db, 2, bytes);
  g_assert_true (fys_search_engine_finish_batch (db, NULL));
  results = fys_search_engine_run (db, &query, NULL, NULL);
  g_assert_nonnull (results);
  for (guint i = 0; i < results->hits->len; i++)
    {
      const FysHit *hit = g_ptr_array_index (results->hits, i);

      check_marks (hit->title, hit->title_marks);
      check_marks (hit->snippet, hit->snippet_marks);
    }
  g_assert_true (fys_search_engine_remove (db, 2, NULL));
  g_assert_true (fys_search_engine_finish_batch (db, NULL));
  return 0;
}
