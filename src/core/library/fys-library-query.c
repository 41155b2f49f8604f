/* fys-library-query.c - what is asked of the table of articles
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-library-query.h"

#include <string.h>

#include "core/library/fys-library-alphabet.h"

/* How many words a list may be filtered by. */
#define MAX_WORDS 4
/* The sort key has æ and ø as one byte each, see fys-library-alphabet.c; "ae" and "oe" are what one types for them on another keyboard. */
#define HAS_WORD(n) \
  " AND (" n " IS NULL OR instr (sort_key, " n ") > 0 OR instr (replace (replace (sort_key, '{', 'ae'), '|', 'oe'), " n ") > 0)"

/* The state is FYS_ARTICLE_STATE_LISTED; body parts stand between blanks, so that one is found with the blanks around it. */
#define WHERE_SQL                                                                        \
  " FROM article WHERE state = 0"                                                        \
  " AND (?1 < 0 OR collection = ?1) AND (?2 IS NULL OR instr (body_parts, ?2) > 0)"      \
  " AND (?3 = 0 OR max (first_seen_s, changed_s) > ?3)"                                  \
  HAS_WORD ("?4") HAS_WORD ("?5") HAS_WORD ("?6") HAS_WORD ("?7")
#define LIST_SQL            "SELECT " FYS_LIBRARY_ENTRY_COLUMNS WHERE_SQL
#define LIST_BY_TITLE_SQL   LIST_SQL " ORDER BY sort_key LIMIT ?8 OFFSET ?9"
#define LIST_BY_UPDATE_SQL  LIST_SQL " ORDER BY max (updated, published) DESC, sort_key LIMIT ?8 OFFSET ?9"
#define LIST_BY_CHANGE_SQL  LIST_SQL " ORDER BY max (first_seen_s, changed_s) DESC, sort_key LIMIT ?8 OFFSET ?9"
#define N_SQL               "SELECT count (*)" WHERE_SQL

#define COUNT_SQL                                                                        \
  "SELECT collection, body_parts, count (*), sum (n_questions), sum (n_exercises)"       \
  " FROM article WHERE state = 0 GROUP BY collection, body_parts"

/* A covered article (2) is another one's by that key. */
#define FIND_SQL  "SELECT " FYS_LIBRARY_ENTRY_COLUMNS " FROM article WHERE key = ?1 AND state != 2"
#define ENTRY_SQL "SELECT " FYS_LIBRARY_ENTRY_COLUMNS " FROM article WHERE id = ?1"

static FysDate
read_date (sqlite3_stmt *statement,
           int           column)
{
  guint   packed = (guint) sqlite3_column_int (statement, column);
  FysDate date = { .year = (guint16) (packed / 10000), .month = (guint8) (packed / 100 % 100), .day = (guint8) (packed % 100) };

  return date;
}

/* A damaged index may hold anything: what is no UTF-8 becomes "". */
static const char *
read_text (sqlite3_stmt *statement,
           int           column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text != NULL && g_utf8_validate (text, -1, NULL) ? text : "";
}

static char *
dup_path (sqlite3_stmt *statement,
          int           column)
{
  const char *bytes = sqlite3_column_blob (statement, column);

  return g_strndup (bytes != NULL ? bytes : "", (gsize) sqlite3_column_bytes (statement, column));
}

FysLibraryEntry *
fys_library_query_read_entry (sqlite3_stmt *statement,
                              int           first_column)
{
  g_autofree char *path = dup_path (statement, first_column);
  g_autofree char *body_parts = g_strstrip (g_strdup (read_text (statement, first_column + 4)));
  g_auto (GStrv)   parts = g_strsplit (body_parts, " ", -1);
  int              collection = sqlite3_column_int (statement, first_column + 5);
  FysLibraryInfo   info = {
      .path = path,
      .key = read_text (statement, first_column + 1),
      .title = read_text (statement, first_column + 2),
      .description = read_text (statement, first_column + 3),
      .body_parts = (const char *const *) parts,
      .collection = CLAMP (collection, 0, FYS_N_COLLECTIONS - 1),
      .published = read_date (statement, first_column + 6),
      .updated = read_date (statement, first_column + 7),
      .reading_min = (guint) sqlite3_column_int (statement, first_column + 8),
      .n_questions = (guint) sqlite3_column_int (statement, first_column + 9),
      .n_exercises = (guint) sqlite3_column_int (statement, first_column + 10),
      .first_seen_s = sqlite3_column_int64 (statement, first_column + 11),
      .changed_s = sqlite3_column_int64 (statement, first_column + 12),
  };

  return fys_library_entry_new (&info);
}

FysLibraryEntry *
fys_library_query_entry (sqlite3 *db,
                         gint64   article_id,
                         GError **error)
{
  g_autoptr (sqlite3_stmt) statement = fys_library_sqlite_prepare (db, ENTRY_SQL, error);
  int code;

  if (statement == NULL)
    return NULL;
  (void) sqlite3_bind_int64 (statement, 1, article_id); /* there is such a parameter */
  code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    return fys_library_query_read_entry (statement, 0);
  if (code != SQLITE_DONE)
    (void) fys_library_sqlite_fail (db, error);
  return NULL;
}

/* Adds an entry for each row of @statement. */
static gboolean
read_entries (sqlite3_stmt *statement,
              GPtrArray    *entries,
              GError      **error)
{
  int code;

  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    g_ptr_array_add (entries, fys_library_query_read_entry (statement, 0));
  return code == SQLITE_DONE || fys_library_sqlite_fail (sqlite3_db_handle (statement), error);
}

static const char *
get_list_sql (const FysLibraryFilter *filter)
{
  if (filter->changed_since_s > 0)
    return LIST_BY_CHANGE_SQL;
  return filter->order == FYS_ORDER_UPDATED ? LIST_BY_UPDATE_SQL : LIST_BY_TITLE_SQL;
}

static void
bind_words (sqlite3_stmt *statement,
            const char   *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t", -1);
  guint          n_bound = 0;

  for (char **word = words; *word != NULL && n_bound < MAX_WORDS; word++)
    {
      g_autofree char *key = fys_library_dup_sort_key (*word);
      int              n_bytes = (int) (strchr (key, FYS_LIBRARY_SORT_KEY_END) - key);

      if (n_bytes > 0)
        (void) sqlite3_bind_text (statement, (int) (4 + n_bound++), key, n_bytes, SQLITE_TRANSIENT); /* there are so many parameters */
    }
}

/* What WHERE_SQL has parameters for. @part: see dup_part(); outlives the statement */
static void
bind_filter (sqlite3_stmt           *statement,
             const FysLibraryFilter *filter,
             const char             *part)
{
  (void) sqlite3_bind_int (statement, 1, filter->collection < FYS_N_COLLECTIONS ? (int) filter->collection : -1); /* there are such parameters */
  (void) sqlite3_bind_text (statement, 2, part, -1, SQLITE_STATIC);
  (void) sqlite3_bind_int64 (statement, 3, MAX (filter->changed_since_s, 0));
  if (filter->text != NULL)
    bind_words (statement, filter->text);
}

/* Returns: (transfer full) (nullable) */
static char *
dup_part (const FysLibraryFilter *filter)
{
  return filter->body_part != NULL ? g_strdup_printf (" %s ", filter->body_part) : NULL;
}

GPtrArray *
fys_library_query_list (sqlite3                *db,
                        const FysLibraryFilter *filter,
                        guint                   offset,
                        guint                   limit,
                        GError                **error)
{
  g_autofree char *part = dup_part (filter);
  g_autoptr (sqlite3_stmt) statement = fys_library_sqlite_prepare (db, get_list_sql (filter), error);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);

  if (statement == NULL)
    return NULL;
  bind_filter (statement, filter, part);
  (void) sqlite3_bind_int64 (statement, 8, limit);
  (void) sqlite3_bind_int64 (statement, 9, offset);
  return read_entries (statement, entries, error) ? g_steal_pointer (&entries) : NULL;
}

gboolean
fys_library_query_n (sqlite3                *db,
                     const FysLibraryFilter *filter,
                     guint                  *out_n,
                     GError                **error)
{
  g_autofree char *part = dup_part (filter);
  g_autoptr (sqlite3_stmt) statement = fys_library_sqlite_prepare (db, N_SQL, error);

  if (statement == NULL)
    return FALSE;
  bind_filter (statement, filter, part);
  if (sqlite3_step (statement) != SQLITE_ROW)
    return fys_library_sqlite_fail (db, error);
  *out_n = (guint) sqlite3_column_int64 (statement, 0);
  return TRUE;
}

void
fys_library_counts_free (FysLibraryCounts *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->body_parts);
  g_free (self);
}

static void
count_body_parts (FysLibraryCounts *counts,
                  const char       *body_parts,
                  guint             n)
{
  g_auto (GStrv) parts = g_strsplit (body_parts, " ", -1);

  for (char **part = parts; *part != NULL; part++)
    if (**part != '\0')
      {
        guint before = GPOINTER_TO_UINT (g_hash_table_lookup (counts->body_parts, *part));

        g_hash_table_insert (counts->body_parts, g_strdup (*part), GUINT_TO_POINTER (before + n));
      }
}

FysLibraryCounts *
fys_library_query_counts (sqlite3 *db,
                          GError **error)
{
  g_autoptr (sqlite3_stmt) statement = fys_library_sqlite_prepare (db, COUNT_SQL, error);
  g_autoptr (FysLibraryCounts) counts = g_new0 (FysLibraryCounts, 1);
  int code = SQLITE_ERROR;

  counts->body_parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  while (statement != NULL && (code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      guint collection = (guint) sqlite3_column_int (statement, 0);
      guint n = (guint) sqlite3_column_int (statement, 2);

      counts->n_articles += n;
      counts->n_questions += (guint) sqlite3_column_int (statement, 3);
      counts->n_exercises += (guint) sqlite3_column_int (statement, 4);
      counts->n_by_collection[MIN (collection, FYS_N_COLLECTIONS - 1)] += n;
      count_body_parts (counts, read_text (statement, 1), n);
    }
  if (statement == NULL)
    return NULL;
  if (code != SQLITE_DONE)
    {
      (void) fys_library_sqlite_fail (db, error);
      return NULL;
    }
  return g_steal_pointer (&counts);
}

GPtrArray *
fys_library_query_find (sqlite3           *db,
                        const char *const *keys,
                        GError           **error)
{
  g_autoptr (sqlite3_stmt) statement = fys_library_sqlite_prepare (db, FIND_SQL, error);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (const char *const *key = keys; statement != NULL && *key != NULL; key++)
    {
      (void) sqlite3_bind_text (statement, 1, *key, -1, SQLITE_STATIC); /* there is such a parameter, and @keys outlive the statement */
      if (!read_entries (statement, entries, error))
        return NULL;
      (void) sqlite3_reset (statement); /* it ended well */
    }
  return statement != NULL ? g_steal_pointer (&entries) : NULL;
}
