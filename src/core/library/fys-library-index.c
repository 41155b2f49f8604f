/* fys-library-index.c - the index: a table of articles beside the search engine's tables of texts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-library-index-private.h"

#include <string.h>

#include "core/library/fys-library-query.h"
#include "core/library/fys-library-terms.h"
#include "core/library/fys-search-engine.h"

/* How long the writer waits for a stranger that has locked the file, and, once it has an index, for the readers of one in memory. */
#define OPEN_TIMEOUT_MS 1000
#define BUSY_TIMEOUT_MS 10000

/* "FysL" */
#define APPLICATION_ID 1182364492
#define VERSION        (FYS_LIBRARY_INDEX_VERSION * 1000 + FYS_SEARCH_ENGINE_VERSION)

/* A scan keeps a bit for each id that there may be, so a damaged one must not lead far. An index that has come so far is built anew, from 1. */
#define MAX_ID (G_GINT64_CONSTANT (1) << 28)

#define BEGIN_SQL     "BEGIN IMMEDIATE"
#define COMMIT_SQL    "COMMIT"
#define WAL_SQL       "PRAGMA journal_mode = WAL"
#define N_TABLES_SQL  "SELECT count (*) FROM sqlite_schema"
#define VERSION_SQL   "PRAGMA user_version"
#define PROGRAM_SQL   "PRAGMA application_id"

/* The path in the bytes that the file system has. Dates as yyyymmdd. The last index answers what the start page asks without a look at the table. */
#define CREATE_SQL                                                                                                              \
  "PRAGMA application_id = " G_STRINGIFY (APPLICATION_ID) ";"                                                                    \
  "CREATE TABLE source (id INTEGER PRIMARY KEY AUTOINCREMENT, path BLOB NOT NULL UNIQUE, rank INTEGER NOT NULL);"               \
  "CREATE TABLE article (id INTEGER PRIMARY KEY AUTOINCREMENT, path BLOB NOT NULL UNIQUE, source INTEGER NOT NULL,"             \
  " size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, hash BLOB NOT NULL, state INTEGER NOT NULL, is_unlisted INTEGER NOT NULL,"\
  " key TEXT NOT NULL, title TEXT NOT NULL, sort_key TEXT NOT NULL, description TEXT NOT NULL, body_parts TEXT NOT NULL,"       \
  " collection INTEGER NOT NULL, published INTEGER NOT NULL, updated INTEGER NOT NULL, reading_min INTEGER NOT NULL,"           \
  " n_questions INTEGER NOT NULL, n_exercises INTEGER NOT NULL, first_seen_s INTEGER NOT NULL, changed_s INTEGER NOT NULL);"    \
  "CREATE INDEX article_source ON article (source);"                                                                            \
  "CREATE INDEX article_key ON article (key);"                                                                                  \
  "CREATE INDEX article_title ON article (state, sort_key);"                                                                    \
  "CREATE INDEX article_counts ON article (state, collection, body_parts, n_questions, n_exercises);"

/* A file whose source is gone counts less than all others, until the next look at the folders removes it. */
static const char *const sql[FYS_INDEX_N_STATEMENTS] = {
  [FYS_INDEX_LOOK_UP] = "SELECT id, source, state, size, mtime_ns, hash FROM article WHERE path = ?1",
  [FYS_INDEX_INSERT] =
    ("INSERT INTO article (path, source, size, mtime_ns, hash, state, is_unlisted, key, title, sort_key, description, body_parts, collection,"
     " published, updated, reading_min, n_questions, n_exercises, first_seen_s, changed_s)"
     " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, 0)"),
  [FYS_INDEX_UPDATE] =
    ("UPDATE article SET source = ?2, size = ?3, mtime_ns = ?4, changed_s = iif (hash = ?5, changed_s, ?19), hash = ?5, state = ?6,"
     " is_unlisted = ?7, key = ?8, title = ?9, sort_key = ?10, description = ?11, body_parts = ?12, collection = ?13, published = ?14,"
     " updated = ?15, reading_min = ?16, n_questions = ?17, n_exercises = ?18 WHERE path = ?1"),
  [FYS_INDEX_TOUCH] = "UPDATE article SET source = ?2, size = ?3, mtime_ns = ?4 WHERE id = ?1",
  [FYS_INDEX_SET_STATE] = "UPDATE article SET state = ?2 WHERE id = ?1",
  [FYS_INDEX_LOOK_UP_ID] = "SELECT key, state FROM article WHERE id = ?1",
  [FYS_INDEX_LIST_KEY] =
    ("SELECT article.id, article.path, state, is_unlisted FROM article LEFT JOIN source ON source.id = article.source"
     " WHERE key = ?1 ORDER BY coalesce (rank, -1) DESC, article.path"),
  [FYS_INDEX_DELETE] = "DELETE FROM article WHERE id = ?1",
  [FYS_INDEX_NEXT] = "SELECT id, path FROM article WHERE id > ?1 ORDER BY id LIMIT 1",
  [FYS_INDEX_LAST_ID] = "SELECT coalesce (max (id), 0) FROM article",
  [FYS_INDEX_COUNT] = "SELECT count (*) FROM article WHERE state = 0",
  [FYS_INDEX_SOURCE_IS_EMPTY] = "SELECT NOT EXISTS (SELECT 1 FROM article WHERE source = ?1)",
};

/* A statement that cannot be prepared is one of ours that does not fit the tables of the file. */
static gboolean
prepare_statements (FysLibraryIndex *self,
                    GError         **error)
{
  for (guint i = 0; i < FYS_INDEX_N_STATEMENTS; i++)
    {
      g_autoptr (GError) problem = NULL;

      self->statements[i] = fys_library_sqlite_prepare (self->db, sql[i], &problem);
      if (self->statements[i] != NULL)
        continue;
      if (g_error_matches (problem, FYS_LIBRARY_ERROR, FYS_LIBRARY_ERROR_FAILED) && sqlite3_errcode (self->db) == SQLITE_ERROR)
        return fys_library_sqlite_fail_broken (error);
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  return TRUE;
}

static gboolean
create_tables (FysLibraryIndex *self,
               GError         **error)
{
  g_autofree char *set_version = g_strdup_printf ("PRAGMA user_version = %d", VERSION);

  gint64           n_tables = 0;

  /* Two programs may have found no tables at the same time: the second waits for the first, and then has nothing to do. */
  if (fys_library_sqlite_run (self->db, BEGIN_SQL, error) && fys_library_sqlite_query_int (self->db, N_TABLES_SQL, &n_tables, error) &&
      (n_tables > 0 ||
       (fys_library_sqlite_run (self->db, CREATE_SQL, error) && fys_search_engine_create_tables (self->db, error) && fys_library_terms_create (self->db, error) &&
        fys_library_sqlite_run (self->db, set_version, error))) &&
      fys_library_sqlite_run (self->db, COMMIT_SQL, error))
    return TRUE;
  fys_sqlite_roll_back (self->db);
  return FALSE;
}

static gboolean
bring_to_version (FysLibraryIndex *self,
                  GError         **error)
{
  gint64 n_tables = 0;
  gint64 version = 0;
  gint64 program = 0;

  if (!fys_library_sqlite_query_int (self->db, N_TABLES_SQL, &n_tables, error) ||
      !fys_library_sqlite_query_int (self->db, VERSION_SQL, &version, error) ||
      !fys_library_sqlite_query_int (self->db, PROGRAM_SQL, &program, error))
    return FALSE;
  if (n_tables > 0 && (version != VERSION || program != APPLICATION_ID))
    return fys_library_sqlite_fail_broken (error);
  if (!fys_library_sqlite_run (self->db, WAL_SQL, error)) /* an index in memory keeps its own way */
    return FALSE;
  return n_tables > 0 || create_tables (self, error);
}

FysLibraryIndex *
fys_library_index_open (const char *location,
                        GError    **error)
{
  g_autoptr (FysLibraryIndex) self = g_new0 (FysLibraryIndex, 1);

  self->db = fys_library_sqlite_open (location, FYS_LIBRARY_SQLITE_WRITER, OPEN_TIMEOUT_MS, error);
  if (self->db == NULL || !fys_search_engine_attach (self->db, fys_library_query_entry, error) || !bring_to_version (self, error)
      || !prepare_statements (self, error))
    return NULL;
  (void) sqlite3_busy_timeout (self->db, BUSY_TIMEOUT_MS); /* cannot fail on an open connection */
  return g_steal_pointer (&self);
}

void
fys_library_index_free (FysLibraryIndex *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < FYS_INDEX_N_STATEMENTS; i++)
    (void) sqlite3_finalize (self->statements[i]); /* repeats what it said before */
  fys_sqlite_close (self->db);
  g_free (self);
}

sqlite3 *
fys_library_index_get_db (FysLibraryIndex *self)
{
  return self->db;
}

gboolean
fys_library_index_begin (FysLibraryIndex *self,
                         GError         **error)
{
  return fys_library_sqlite_run (self->db, BEGIN_SQL, error);
}

gboolean
fys_library_index_commit (FysLibraryIndex *self,
                          GError         **error)
{
  if (fys_search_engine_finish_batch (self->db, error) && fys_library_sqlite_run (self->db, COMMIT_SQL, error))
    return TRUE;
  fys_sqlite_roll_back (self->db);
  return FALSE;
}

void
fys_library_index_roll_back (FysLibraryIndex *self)
{
  fys_sqlite_roll_back (self->db);
}

/* Binding cannot fail for parameters that there are; what it points to outlives the step. Returns: the statement, ready to be bound */
sqlite3_stmt *
fys_library_index_take_statement (FysLibraryIndex         *self,
                                  FysLibraryIndexStatement id)
{
  sqlite3_stmt *statement = self->statements[id];

  (void) sqlite3_reset (statement); /* repeats what the last step said */
  return statement;
}

void
fys_library_index_bind_path (sqlite3_stmt *statement,
                             int           parameter,
                             const char   *path)
{
  (void) sqlite3_bind_blob (statement, parameter, path, (int) strlen (path), SQLITE_STATIC);
}

/* Returns: whether there is a row; @error is set when the statement failed */
gboolean
fys_library_index_step_to_row (sqlite3_stmt *statement,
                               GError      **error)
{
  int code = sqlite3_step (statement);

  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    (void) fys_library_sqlite_fail (sqlite3_db_handle (statement), error);
  return FALSE;
}

gboolean
fys_library_index_look_up (FysLibraryIndex *self,
                           const char      *path,
                           FysLibraryRow   *out_row,
                           GError         **error)
{
  sqlite3_stmt      *statement = fys_library_index_take_statement (self, FYS_INDEX_LOOK_UP);
  g_autoptr (GError) problem = NULL;

  memset (out_row, 0, sizeof *out_row);
  fys_library_index_bind_path (statement, 1, path);
  if (fys_library_index_step_to_row (statement, &problem))
    {
      out_row->id = sqlite3_column_int64 (statement, 0);
      out_row->source_id = sqlite3_column_int64 (statement, 1);
      out_row->state = (FysArticleState) sqlite3_column_int (statement, 2);
      out_row->stamp.size = sqlite3_column_int64 (statement, 3);
      out_row->stamp.mtime_ns = sqlite3_column_int64 (statement, 4);
      if (sqlite3_column_bytes (statement, 5) == FYS_LIBRARY_HASH_BYTES)
        memcpy (out_row->hash, sqlite3_column_blob (statement, 5), FYS_LIBRARY_HASH_BYTES);
    }
  (void) sqlite3_reset (statement);
  if (problem == NULL)
    return (out_row->id >= 0 && out_row->id <= MAX_ID) || fys_library_sqlite_fail_broken (error);
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

gboolean
fys_library_index_touch (FysLibraryIndex       *self,
                         gint64                 id,
                         gint64                 source_id,
                         const FysLibraryStamp *stamp,
                         GError               **error)
{
  sqlite3_stmt *statement = fys_library_index_take_statement (self, FYS_INDEX_TOUCH);

  (void) sqlite3_bind_int64 (statement, 1, id);
  (void) sqlite3_bind_int64 (statement, 2, source_id);
  (void) sqlite3_bind_int64 (statement, 3, stamp->size);
  (void) sqlite3_bind_int64 (statement, 4, stamp->mtime_ns);
  return fys_library_sqlite_finish (statement, error);
}

gboolean
fys_library_index_next (FysLibraryIndex *self,
                        gint64           after_id,
                        gint64          *out_id,
                        char           **out_path,
                        GError         **error)
{
  sqlite3_stmt      *statement = fys_library_index_take_statement (self, FYS_INDEX_NEXT);
  g_autoptr (GError) problem = NULL;

  *out_id = 0;
  *out_path = NULL;
  (void) sqlite3_bind_int64 (statement, 1, after_id);
  if (fys_library_index_step_to_row (statement, &problem))
    {
      const char *path = sqlite3_column_blob (statement, 1);

      *out_id = sqlite3_column_int64 (statement, 0);
      *out_path = g_strndup (path != NULL ? path : "", (gsize) sqlite3_column_bytes (statement, 1));
    }
  (void) sqlite3_reset (statement);
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* Of a statement that always answers with one row. */
static gboolean
query_int (sqlite3_stmt *statement,
           gint64       *out_value,
           GError      **error)
{
  gboolean has_row = fys_library_index_step_to_row (statement, error);

  if (has_row)
    *out_value = sqlite3_column_int64 (statement, 0);
  (void) sqlite3_reset (statement);
  return has_row;
}

gboolean
fys_library_index_get_last_id (FysLibraryIndex *self,
                               gint64          *out_id,
                               GError         **error)
{
  return query_int (fys_library_index_take_statement (self, FYS_INDEX_LAST_ID), out_id, error) &&
         ((*out_id >= 0 && *out_id <= MAX_ID) || fys_library_sqlite_fail_broken (error));
}

gboolean
fys_library_index_count (FysLibraryIndex *self,
                         guint           *out_n_articles,
                         GError         **error)
{
  gint64 n;

  if (!query_int (fys_library_index_take_statement (self, FYS_INDEX_COUNT), &n, error))
    return FALSE;
  *out_n_articles = (guint) n;
  return TRUE;
}

gboolean
fys_library_index_source_is_empty (FysLibraryIndex *self,
                                   gint64           source_id,
                                   gboolean        *out_is_empty,
                                   GError         **error)
{
  sqlite3_stmt *statement = fys_library_index_take_statement (self, FYS_INDEX_SOURCE_IS_EMPTY);
  gint64        is_empty;

  (void) sqlite3_bind_int64 (statement, 1, source_id);
  if (!query_int (statement, &is_empty, error))
    return FALSE;
  *out_is_empty = is_empty != 0;
  return TRUE;
}
