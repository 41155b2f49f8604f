/* fys-search-engine.c - the part of the index that is searched: FTS5 as it comes
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-search-engine.h"

#include "core/library/fys-library-query.h"
#include "core/library/fys-library-sqlite.h"

#define MAX_SNIPPET_CHARS 200

#define CREATE_SQL                                                                                                            \
  "CREATE TABLE passage (id INTEGER PRIMARY KEY, article INTEGER NOT NULL, kind INTEGER NOT NULL, slug TEXT NOT NULL,"        \
  " title TEXT NOT NULL, body TEXT NOT NULL);"                                                                                \
  "CREATE INDEX passage_article ON passage (article);"                                                                        \
  "CREATE VIRTUAL TABLE passage_text USING fts5 (title, body, content = 'passage', content_rowid = 'id');"

#define ADD_SQL        "INSERT INTO passage (article, kind, slug, title, body) VALUES (?1, ?2, ?3, ?4, ?5)"
#define ADD_TEXT_SQL   "INSERT INTO passage_text (rowid, title, body) VALUES (?1, ?2, ?3)"
#define FORGET_SQL     "INSERT INTO passage_text (passage_text, rowid, title, body) SELECT 'delete', id, title, body FROM passage WHERE article = ?1"
#define REMOVE_SQL     "DELETE FROM passage WHERE article = ?1"
#define HIT_COLUMNS    FYS_LIBRARY_ENTRY_COLUMNS ", passage.kind, passage.slug, passage.title, passage.body"
#define RUN_SQL                                                                                                               \
  "SELECT " HIT_COLUMNS ", -bm25 (passage_text, 4.0, 1.0) FROM passage_text JOIN passage ON passage.id = passage_text.rowid"   \
  " JOIN article ON article.id = passage.article WHERE passage_text MATCH ?1 AND (passage.kind & ?2) != 0 ORDER BY rank LIMIT ?3"
#define QUESTIONS_SQL                                                                                                         \
  "SELECT " HIT_COLUMNS ", 0 FROM passage JOIN article ON article.id = passage.article WHERE passage.kind = 2"                 \
  " AND (?1 = '' OR passage.id IN (SELECT rowid FROM passage_text WHERE passage_text MATCH ?1))"                              \
  " ORDER BY article.sort_key, passage.id LIMIT ?2 OFFSET ?3"

gboolean
fys_search_engine_attach (sqlite3 *db,
                          GError **error)
{
  return TRUE;
}

gboolean
fys_search_engine_create_tables (sqlite3 *db,
                                 GError **error)
{
  return fys_library_sqlite_run (db, CREATE_SQL, error);
}

static gboolean
add_passage (sqlite3    *db,
             gint64      article_id,
             FysHitKind  kind,
             const char *slug,
             const char *title,
             const char *body,
             GError    **error)
{
  g_autoptr (sqlite3_stmt) add = fys_library_sqlite_prepare (db, ADD_SQL, error);
  g_autoptr (sqlite3_stmt) add_text = add != NULL ? fys_library_sqlite_prepare (db, ADD_TEXT_SQL, error) : NULL;

  if (add == NULL || add_text == NULL)
    return FALSE;
  (void) sqlite3_bind_int64 (add, 1, article_id);
  (void) sqlite3_bind_int (add, 2, (int) kind);
  (void) sqlite3_bind_text (add, 3, slug, -1, SQLITE_STATIC);
  (void) sqlite3_bind_text (add, 4, title, -1, SQLITE_STATIC);
  (void) sqlite3_bind_text (add, 5, body, -1, SQLITE_STATIC);
  if (!fys_library_sqlite_finish (add, error))
    return FALSE;
  (void) sqlite3_bind_int64 (add_text, 1, sqlite3_last_insert_rowid (db));
  (void) sqlite3_bind_text (add_text, 2, title, -1, SQLITE_STATIC);
  (void) sqlite3_bind_text (add_text, 3, body, -1, SQLITE_STATIC);
  return fys_library_sqlite_finish (add_text, error);
}

static gboolean
add_questions (sqlite3    *db,
               gint64      article_id,
               FysArticle *article,
               GError    **error)
{
  guint             n_sections;
  const FysSection *sections = fys_article_get_sections (article, &n_sections);

  for (guint i = 0; i < n_sections; i++)
    {
      g_autofree char *answer = NULL;

      if ((sections[i].flags & FYS_SECTION_QUESTION) == 0)
        continue;
      answer = fys_article_dup_plain_text (article, sections[i].first_block + 1, sections[i].n_blocks - 1);
      if (!add_passage (db, article_id, FYS_HIT_QUESTION, sections[i].slug, sections[i].title, answer, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
fys_search_engine_add (sqlite3         *db,
                       gint64           article_id,
                       FysArticle      *article,
                       FysExerciseList *exercises,
                       GError         **error)
{
  guint            n_blocks;
  g_autofree char *text = NULL;

  (void) fys_article_get_blocks (article, &n_blocks);
  text = fys_article_dup_plain_text (article, 0, n_blocks);
  if (!add_passage (db, article_id, FYS_HIT_ARTICLE, "", fys_article_get_title (article), text, error) ||
      !add_questions (db, article_id, article, error))
    return FALSE;
  for (guint i = 0; i < fys_exercise_list_get_n (exercises); i++)
    {
      const FysExercise *exercise = fys_exercise_list_get (exercises, i);
      guint              n_sections;
      const FysSection  *sections = fys_article_get_sections (article, &n_sections);
      const char        *slug = exercise->section < n_sections ? sections[exercise->section].slug : "";

      if (!add_passage (db, article_id, FYS_HIT_EXERCISE, slug, exercise->name, exercise->instruction, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
run_for_article (sqlite3    *db,
                 const char *sql,
                 gint64      article_id,
                 GError    **error)
{
  g_autoptr (sqlite3_stmt) statement = fys_library_sqlite_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  (void) sqlite3_bind_int64 (statement, 1, article_id);
  return fys_library_sqlite_finish (statement, error);
}

gboolean
fys_search_engine_remove (sqlite3 *db,
                          gint64   article_id,
                          GError **error)
{
  return run_for_article (db, FORGET_SQL, article_id, error) && run_for_article (db, REMOVE_SQL, article_id, error);
}

gboolean
fys_search_engine_finish_batch (sqlite3 *db,
                                GError **error)
{
  return TRUE;
}

static FysHit *
read_hit (sqlite3_stmt *statement)
{
  const int   first = FYS_LIBRARY_N_ENTRY_COLUMNS;
  FysHit     *hit = g_new0 (FysHit, 1);
  const char *body = (const char *) sqlite3_column_text (statement, first + 3);

  hit->kind = (FysHitKind) sqlite3_column_int (statement, first);
  hit->entry = fys_library_query_read_entry (statement, 0);
  hit->slug = g_strdup ((const char *) sqlite3_column_text (statement, first + 1));
  hit->title = g_strdup ((const char *) sqlite3_column_text (statement, first + 2));
  hit->answer = hit->kind == FYS_HIT_QUESTION ? g_strdup (body) : NULL;
  hit->snippet = g_utf8_strlen (body, -1) > MAX_SNIPPET_CHARS ? g_utf8_substring (body, 0, MAX_SNIPPET_CHARS) : g_strdup (body);
  g_strdelimit (hit->snippet, "\n\t", ' ');
  hit->title_marks = g_array_new (FALSE, FALSE, sizeof (FysMark));
  hit->snippet_marks = g_array_new (FALSE, FALSE, sizeof (FysMark));
  hit->score = sqlite3_column_double (statement, first + 4);
  return hit;
}

static gboolean
read_hits (sqlite3_stmt *statement,
           GPtrArray    *hits,
           GError      **error)
{
  int code;

  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    g_ptr_array_add (hits, read_hit (statement));
  return code == SQLITE_DONE || fys_library_sqlite_fail (sqlite3_db_handle (statement), error);
}

/* Returns: (transfer full): the words of @text for FTS5, all of which have to be there; "" without any */
static char *
dup_match (const char *text)
{
  GString *match = g_string_new (NULL);
  gboolean is_in_word = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gboolean is_letter = g_unichar_isalnum (c);

      if (is_letter && !is_in_word)
        g_string_append (match, match->len > 0 ? "* \"" : "\"");
      else if (!is_letter && is_in_word)
        g_string_append_c (match, '"');
      if (is_letter)
        g_string_append_unichar (match, c);
      is_in_word = is_letter;
    }
  if (is_in_word)
    g_string_append_c (match, '"');
  if (match->len > 0)
    g_string_append_c (match, '*');
  return g_string_free (match, FALSE);
}

FysSearchResults *
fys_search_engine_run (sqlite3              *db,
                       const FysSearchQuery *query,
                       GCancellable         *cancellable,
                       GError              **error)
{
  g_autoptr (sqlite3_stmt) statement = fys_library_sqlite_prepare (db, RUN_SQL, error);
  g_autoptr (FysSearchResults) results = g_new0 (FysSearchResults, 1);
  g_autofree char *match = dup_match (query->text);

  results->hits = g_ptr_array_new_with_free_func ((GDestroyNotify) fys_hit_free);
  results->nearest_words = g_new0 (char *, 1);
  if (statement == NULL)
    return NULL;
  for (guint kind = FYS_HIT_ARTICLE; kind <= FYS_HIT_EXERCISE && *match != '\0'; kind <<= 1)
    {
      (void) sqlite3_bind_text (statement, 1, match, -1, SQLITE_STATIC);
      (void) sqlite3_bind_int (statement, 2, (int) (query->kinds & kind));
      (void) sqlite3_bind_int64 (statement, 3, query->limit);
      if (!read_hits (statement, results->hits, error))
        return NULL;
      (void) sqlite3_reset (statement);
    }
  return g_steal_pointer (&results);
}

GPtrArray *
fys_search_engine_list_questions (sqlite3      *db,
                                  const char   *filter,
                                  guint         offset,
                                  guint         limit,
                                  GCancellable *cancellable,
                                  GError      **error)
{
  g_autoptr (sqlite3_stmt) statement = fys_library_sqlite_prepare (db, QUESTIONS_SQL, error);
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) fys_hit_free);
  g_autofree char *match = dup_match (filter);

  if (statement == NULL)
    return NULL;
  (void) sqlite3_bind_text (statement, 1, match, -1, SQLITE_STATIC);
  (void) sqlite3_bind_int64 (statement, 2, limit);
  (void) sqlite3_bind_int64 (statement, 3, offset);
  return read_hits (statement, hits, error) ? g_steal_pointer (&hits) : NULL;
}
