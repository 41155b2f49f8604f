/* fys-library-index.c - the index: a table of articles beside the search engine's tables of texts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-library-index.h"

#include <string.h>

#include "core/article/fys-slug.h"
#include "core/library/fys-body-parts.h"
#include "core/library/fys-library-alphabet.h"
#include "core/library/fys-library-folder.h"
#include "core/library/fys-library-query.h"
#include "core/library/fys-library-terms.h"
#include "core/library/fys-search-engine.h"

/* How long the writer waits for a stranger that has locked the file, and, once it has an index, for the readers of one in memory. */
#define OPEN_TIMEOUT_MS 1000
#define BUSY_TIMEOUT_MS 10000

/* "FysL" */
#define APPLICATION_ID 1182364492
#define VERSION        (FYS_LIBRARY_INDEX_VERSION * 1000 + FYS_SEARCH_ENGINE_VERSION)

/* What a list shows of an article; an author can write more than anyone reads. */
#define MAX_TITLE_CHARS       500
#define MAX_DESCRIPTION_CHARS 2000
#define MAX_BODY_PARTS        32

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

typedef enum
{
  LOOK_UP,
  INSERT,
  UPDATE,
  TOUCH,
  SET_STATE,
  LOOK_UP_ID,
  LIST_KEY,
  DELETE,
  NEXT,
  LAST_ID,
  COUNT,
  SOURCE_IS_EMPTY,
  N_STATEMENTS,
} StatementId;

/* A file whose source is gone counts less than all others, until the next look at the folders removes it. */
static const char *const sql[N_STATEMENTS] = {
  [LOOK_UP] = "SELECT id, source, state, size, mtime_ns, hash FROM article WHERE path = ?1",
  [INSERT] = "INSERT INTO article (path, source, size, mtime_ns, hash, state, is_unlisted, key, title, sort_key, description, body_parts, collection,"
             " published, updated, reading_min, n_questions, n_exercises, first_seen_s, changed_s)"
             " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, 0)",
  [UPDATE] = "UPDATE article SET source = ?2, size = ?3, mtime_ns = ?4, changed_s = iif (hash = ?5, changed_s, ?19), hash = ?5, state = ?6,"
             " is_unlisted = ?7, key = ?8, title = ?9, sort_key = ?10, description = ?11, body_parts = ?12, collection = ?13, published = ?14,"
             " updated = ?15, reading_min = ?16, n_questions = ?17, n_exercises = ?18 WHERE path = ?1",
  [TOUCH] = "UPDATE article SET source = ?2, size = ?3, mtime_ns = ?4 WHERE id = ?1",
  [SET_STATE] = "UPDATE article SET state = ?2 WHERE id = ?1",
  [LOOK_UP_ID] = "SELECT key, state FROM article WHERE id = ?1",
  [LIST_KEY] = "SELECT article.id, article.path, state, is_unlisted FROM article LEFT JOIN source ON source.id = article.source"
               " WHERE key = ?1 ORDER BY coalesce (rank, -1) DESC, article.path",
  [DELETE] = "DELETE FROM article WHERE id = ?1",
  [NEXT] = "SELECT id, path FROM article WHERE id > ?1 ORDER BY id LIMIT 1",
  [LAST_ID] = "SELECT coalesce (max (id), 0) FROM article",
  [COUNT] = "SELECT count (*) FROM article WHERE state = 0",
  [SOURCE_IS_EMPTY] = "SELECT NOT EXISTS (SELECT 1 FROM article WHERE source = ?1)",
};

#define LIST_SOURCES_SQL   "SELECT id, path FROM source WHERE rank >= 0 ORDER BY rank"
#define CLEAR_SOURCES_SQL  "UPDATE source SET rank = -1"
#define PUT_SOURCE_SQL     "INSERT INTO source (path, rank) VALUES (?1, ?2) ON CONFLICT (path) DO UPDATE SET rank = ?2"
#define DELETE_SOURCES_SQL "DELETE FROM source WHERE rank < 0"
#define SHARED_KEYS_SQL    "SELECT key FROM article GROUP BY key HAVING count (*) > 1"

struct _FysLibraryIndex
{
  sqlite3      *db;
  sqlite3_stmt *statements[N_STATEMENTS];
};

/* A statement that cannot be prepared is one of ours that does not fit the tables of the file. */
static gboolean
prepare_statements (FysLibraryIndex *self,
                    GError         **error)
{
  for (guint i = 0; i < N_STATEMENTS; i++)
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
  fys_library_sqlite_roll_back (self->db);
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
  for (guint i = 0; i < N_STATEMENTS; i++)
    (void) sqlite3_finalize (self->statements[i]); /* repeats what it said before */
  fys_library_sqlite_close (self->db);
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
  fys_library_sqlite_roll_back (self->db);
  return FALSE;
}

void
fys_library_index_roll_back (FysLibraryIndex *self)
{
  fys_library_sqlite_roll_back (self->db);
}

/* Binding cannot fail for parameters that there are; what it points to outlives the step. Returns: the statement, ready to be bound */
static sqlite3_stmt *
take_statement (FysLibraryIndex *self,
                StatementId      id)
{
  sqlite3_stmt *statement = self->statements[id];

  (void) sqlite3_reset (statement); /* repeats what the last step said */
  return statement;
}

static void
bind_path (sqlite3_stmt *statement,
           int           parameter,
           const char   *path)
{
  (void) sqlite3_bind_blob (statement, parameter, path, (int) strlen (path), SQLITE_STATIC);
}

/* Returns: whether there is a row; @error is set when the statement failed */
static gboolean
step_to_row (sqlite3_stmt *statement,
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
  sqlite3_stmt      *statement = take_statement (self, LOOK_UP);
  g_autoptr (GError) problem = NULL;

  memset (out_row, 0, sizeof *out_row);
  bind_path (statement, 1, path);
  if (step_to_row (statement, &problem))
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

static gboolean
set_state (FysLibraryIndex *self,
           gint64           id,
           FysArticleState  state,
           GError         **error)
{
  sqlite3_stmt *statement = take_statement (self, SET_STATE);

  (void) sqlite3_bind_int64 (statement, 1, id);
  (void) sqlite3_bind_int (statement, 2, (int) state);
  return fys_library_sqlite_finish (statement, error);
}

/** Candidate: a file that has a key. */
typedef struct
{
  gint64          id;
  char           *path;
  FysArticleState state;
  gboolean        is_unlisted;
} Candidate;

static void
clear_candidate (gpointer data)
{
  g_free (((Candidate *) data)->path);
}

/* Returns: (transfer full) (nullable) (element-type Candidate): the one that counts first */
static GArray *
list_candidates (FysLibraryIndex *self,
                 const char      *key,
                 GError         **error)
{
  sqlite3_stmt      *statement = take_statement (self, LIST_KEY);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (GError) problem = NULL;

  g_array_set_clear_func (candidates, clear_candidate);
  (void) sqlite3_bind_text (statement, 1, key, -1, SQLITE_STATIC);
  while (step_to_row (statement, &problem))
    {
      const char *path = sqlite3_column_blob (statement, 1);
      Candidate   candidate = {
          .id = sqlite3_column_int64 (statement, 0),
          .path = g_strndup (path != NULL ? path : "", (gsize) sqlite3_column_bytes (statement, 1)),
          .state = (FysArticleState) sqlite3_column_int (statement, 2),
          .is_unlisted = sqlite3_column_int (statement, 3) != 0,
      };

      g_array_append_val (candidates, candidate);
    }
  (void) sqlite3_reset (statement);
  if (problem == NULL)
    return g_steal_pointer (&candidates);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

static gboolean
give_texts (FysLibraryIndex *self,
            const Candidate *candidate,
            FysArticle      *article,
            FysExerciseList *exercises,
            GError         **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (candidate->path);
  g_autofree char  *key = fys_library_dup_article_key (file);

  return fys_search_engine_add (self->db, candidate->id, article, exercises, error) &&
         fys_library_terms_add (self->db, candidate->id, key, fys_article_get_title (article), error);
}

static gboolean
take_texts (FysLibraryIndex *self,
            gint64           id,
            GError         **error)
{
  return fys_search_engine_remove (self->db, id, error) && fys_library_terms_remove (self->db, id, error);
}

/* Gives the texts of @candidate to the search engine. @file: (nullable): what was just read, if it is that file. */
static gboolean
add_texts (FysLibraryIndex      *self,
           const Candidate      *candidate,
           const FysLibraryFile *file,
           GError              **error)
{
  g_autoptr (FysArticle) article = NULL;
  g_autoptr (FysExerciseList) exercises = NULL;
  guint8 hash[FYS_LIBRARY_HASH_BYTES];

  if (file != NULL && strcmp (file->path, candidate->path) == 0)
    return give_texts (self, candidate, file->article, file->exercises, error);

  /* It comes back to the fore. One that cannot be read now is removed when the folders are looked at. */
  if (!fys_library_file_read (candidate->path, &article, &exercises, hash, NULL))
    return TRUE;
  return give_texts (self, candidate, article, exercises, error);
}

static gboolean
move_to_state (FysLibraryIndex      *self,
               const Candidate      *candidate,
               FysArticleState       state,
               const FysLibraryFile *file,
               GError              **error)
{
  if (candidate->state == state)
    return TRUE;
  if (candidate->state == FYS_ARTICLE_STATE_LISTED && !take_texts (self, candidate->id, error))
    return FALSE;
  if (state == FYS_ARTICLE_STATE_LISTED && !add_texts (self, candidate, file, error))
    return FALSE;
  return set_state (self, candidate->id, state, error);
}

/* Of the files with @key, lets the one of the last source count and covers the others. */
static gboolean
settle_key (FysLibraryIndex      *self,
            const char           *key,
            const FysLibraryFile *file,
            GError              **error)
{
  g_autoptr (GArray) candidates = list_candidates (self, key, error);

  if (candidates == NULL)
    return FALSE;
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);
      FysArticleState  state = FYS_ARTICLE_STATE_COVERED;

      if (i == 0)
        state = candidate->is_unlisted ? FYS_ARTICLE_STATE_UNLISTED : FYS_ARTICLE_STATE_LISTED;
      if (!move_to_state (self, candidate, state, file, error))
        return FALSE;
    }
  return TRUE;
}

static int
pack_date (const FysDate *date)
{
  return date->year * 10000 + date->month * 100 + date->day;
}

/* Returns: (transfer full): @text, cut to @max_chars */
static char *
dup_bounded (const char *text,
             glong       max_chars)
{
  if (text == NULL)
    return g_strdup ("");
  return g_utf8_strlen (text, -1) <= max_chars ? g_strdup (text) : g_utf8_substring (text, 0, max_chars);
}

/* Returns: (transfer full): the parts of the body with a blank before and after each, "" without any */
static char *
dup_body_parts (const FysMetadata *metadata,
                const char        *title,
                const char        *key)
{
  g_auto (GStrv)     guessed = NULL;
  const char *const *stated = (const char *const *) metadata->body_parts;
  GString           *parts = g_string_new (NULL);

  if (stated == NULL || *stated == NULL)
    {
      guessed = fys_body_parts_guess (title, key);
      stated = (const char *const *) guessed;
    }
  for (guint i = 0; stated[i] != NULL && i < MAX_BODY_PARTS; i++)
    {
      g_autofree char *part = fys_slug_from_text (stated[i]);

      if (*part != '\0')
        g_string_append_printf (parts, "%s%s ", parts->len == 0 ? " " : "", part);
    }
  return g_string_free (parts, FALSE);
}

static guint
count_questions (FysArticle *article)
{
  guint             n_sections;
  guint             n_questions = 0;
  const FysSection *sections = fys_article_get_sections (article, &n_sections);

  for (guint i = 0; i < n_sections; i++)
    if ((sections[i].flags & FYS_SECTION_QUESTION) != 0)
      n_questions++;
  return n_questions;
}

static FysCollection
get_collection (const char *key)
{
  if (g_str_has_prefix (key, "blog/"))
    return FYS_COLLECTION_GUIDES;
  return g_str_has_prefix (key, "styrkeoevelser/") ? FYS_COLLECTION_STRENGTH : FYS_COLLECTION_DICTIONARY;
}

static gboolean
write_row (FysLibraryIndex      *self,
           StatementId           statement_id,
           const FysLibraryFile *file,
           const char           *key,
           GError              **error)
{
  sqlite3_stmt      *statement = take_statement (self, statement_id);
  const FysMetadata *metadata = fys_article_get_metadata (file->article);
  g_autofree char   *title = dup_bounded (fys_article_get_title (file->article), MAX_TITLE_CHARS);
  g_autofree char   *sort_key = fys_library_dup_sort_key (title);
  g_autofree char   *description = dup_bounded (metadata->description, MAX_DESCRIPTION_CHARS);
  g_autofree char   *body_parts = dup_body_parts (metadata, title, key);

  bind_path (statement, 1, file->path);
  (void) sqlite3_bind_int64 (statement, 2, file->source_id);
  (void) sqlite3_bind_int64 (statement, 3, file->stamp.size);
  (void) sqlite3_bind_int64 (statement, 4, file->stamp.mtime_ns);
  (void) sqlite3_bind_blob (statement, 5, file->hash, FYS_LIBRARY_HASH_BYTES, SQLITE_STATIC);
  (void) sqlite3_bind_int (statement, 6, FYS_ARTICLE_STATE_COVERED); /* until its key is settled */
  (void) sqlite3_bind_int (statement, 7, metadata->is_unlisted);
  (void) sqlite3_bind_text (statement, 8, key, -1, SQLITE_STATIC);
  (void) sqlite3_bind_text (statement, 9, title, -1, SQLITE_STATIC);
  (void) sqlite3_bind_text (statement, 10, sort_key, -1, SQLITE_STATIC);
  (void) sqlite3_bind_text (statement, 11, description, -1, SQLITE_STATIC);
  (void) sqlite3_bind_text (statement, 12, body_parts, -1, SQLITE_STATIC);
  (void) sqlite3_bind_int (statement, 13, (int) get_collection (key));
  (void) sqlite3_bind_int (statement, 14, pack_date (&metadata->published));
  (void) sqlite3_bind_int (statement, 15, pack_date (&metadata->updated));
  (void) sqlite3_bind_int64 (statement, 16, fys_article_get_reading_min (file->article));
  (void) sqlite3_bind_int64 (statement, 17, count_questions (file->article));
  (void) sqlite3_bind_int64 (statement, 18, fys_exercise_list_get_n (file->exercises));
  (void) sqlite3_bind_int64 (statement, 19, file->met_s);
  return fys_library_sqlite_finish (statement, error);
}

gboolean
fys_library_index_put (FysLibraryIndex      *self,
                       const FysLibraryFile *file,
                       GError              **error)
{
  g_autoptr (GFile) where = g_file_new_for_path (file->path);
  g_autofree char *key = fys_library_dup_article_key (where);
  FysLibraryRow    row;

  if (!fys_library_index_look_up (self, file->path, &row, error))
    return FALSE;
  if (row.id != 0 && row.state == FYS_ARTICLE_STATE_LISTED && !take_texts (self, row.id, error))
    return FALSE;
  return write_row (self, row.id != 0 ? UPDATE : INSERT, file, key, error) && settle_key (self, key, file, error);
}

gboolean
fys_library_index_touch (FysLibraryIndex       *self,
                         gint64                 id,
                         gint64                 source_id,
                         const FysLibraryStamp *stamp,
                         GError               **error)
{
  sqlite3_stmt *statement = take_statement (self, TOUCH);

  (void) sqlite3_bind_int64 (statement, 1, id);
  (void) sqlite3_bind_int64 (statement, 2, source_id);
  (void) sqlite3_bind_int64 (statement, 3, stamp->size);
  (void) sqlite3_bind_int64 (statement, 4, stamp->mtime_ns);
  return fys_library_sqlite_finish (statement, error);
}

gboolean
fys_library_index_remove (FysLibraryIndex *self,
                          gint64           id,
                          GError         **error)
{
  sqlite3_stmt      *statement = take_statement (self, LOOK_UP_ID);
  g_autoptr (GError) problem = NULL;
  g_autofree char   *key = NULL;
  FysArticleState    state = FYS_ARTICLE_STATE_COVERED;

  (void) sqlite3_bind_int64 (statement, 1, id);
  if (step_to_row (statement, &problem))
    {
      key = g_strdup ((const char *) sqlite3_column_text (statement, 0));
      state = (FysArticleState) sqlite3_column_int (statement, 1);
    }
  (void) sqlite3_reset (statement);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (state == FYS_ARTICLE_STATE_LISTED && !take_texts (self, id, error))
    return FALSE;

  statement = take_statement (self, DELETE);
  (void) sqlite3_bind_int64 (statement, 1, id);
  return fys_library_sqlite_finish (statement, error) && (key == NULL || settle_key (self, key, NULL, error));
}

gboolean
fys_library_index_next (FysLibraryIndex *self,
                        gint64           after_id,
                        gint64          *out_id,
                        char           **out_path,
                        GError         **error)
{
  sqlite3_stmt      *statement = take_statement (self, NEXT);
  g_autoptr (GError) problem = NULL;

  *out_id = 0;
  *out_path = NULL;
  (void) sqlite3_bind_int64 (statement, 1, after_id);
  if (step_to_row (statement, &problem))
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
  gboolean has_row = step_to_row (statement, error);

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
  return query_int (take_statement (self, LAST_ID), out_id, error) &&
         ((*out_id >= 0 && *out_id <= MAX_ID) || fys_library_sqlite_fail_broken (error));
}

gboolean
fys_library_index_count (FysLibraryIndex *self,
                         guint           *out_n_articles,
                         GError         **error)
{
  gint64 n;

  if (!query_int (take_statement (self, COUNT), &n, error))
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
  sqlite3_stmt *statement = take_statement (self, SOURCE_IS_EMPTY);
  gint64        is_empty;

  (void) sqlite3_bind_int64 (statement, 1, source_id);
  if (!query_int (statement, &is_empty, error))
    return FALSE;
  *out_is_empty = is_empty != 0;
  return TRUE;
}

/* Fills @out_ids with what the table has. Returns: whether those are @sources, in their order */
static gboolean
read_sources (FysLibraryIndex *self,
              GPtrArray       *sources,
              GArray          *out_ids,
              gboolean        *out_are_same,
              GError         **error)
{
  g_autoptr (sqlite3_stmt) statement = fys_library_sqlite_prepare (self->db, LIST_SOURCES_SQL, error);
  g_autoptr (GError) problem = NULL;

  if (statement == NULL)
    return FALSE;
  g_array_set_size (out_ids, 0);
  *out_are_same = TRUE;
  while (step_to_row (statement, &problem))
    {
      const FysLibrarySource *source = out_ids->len < sources->len ? g_ptr_array_index (sources, out_ids->len) : NULL;
      gint64                  id = sqlite3_column_int64 (statement, 0);
      gsize                   length = (gsize) sqlite3_column_bytes (statement, 1);

      if (source == NULL || length != strlen (source->path) || memcmp (sqlite3_column_blob (statement, 1), source->path, length) != 0)
        *out_are_same = FALSE;
      g_array_append_val (out_ids, id);
    }
  *out_are_same = *out_are_same && out_ids->len == sources->len;
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
write_sources (FysLibraryIndex *self,
               GPtrArray       *sources,
               GError         **error)
{
  g_autoptr (sqlite3_stmt) statement = fys_library_sqlite_prepare (self->db, PUT_SOURCE_SQL, error);

  if (statement == NULL || !fys_library_sqlite_run (self->db, CLEAR_SOURCES_SQL, error))
    return FALSE;
  for (guint i = 0; i < sources->len; i++)
    {
      const FysLibrarySource *source = g_ptr_array_index (sources, i);

      bind_path (statement, 1, source->path);
      (void) sqlite3_bind_int64 (statement, 2, i);
      if (!fys_library_sqlite_finish (statement, error))
        return FALSE;
    }
  return fys_library_sqlite_run (self->db, DELETE_SOURCES_SQL, error);
}

/* Another order of the sources lets other files count. */
static gboolean
settle_shared_keys (FysLibraryIndex *self,
                    GError         **error)
{
  g_autoptr (sqlite3_stmt) statement = fys_library_sqlite_prepare (self->db, SHARED_KEYS_SQL, error);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) problem = NULL;

  if (statement == NULL)
    return FALSE;
  while (step_to_row (statement, &problem))
    g_ptr_array_add (keys, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  for (guint i = 0; i < keys->len; i++)
    if (!settle_key (self, g_ptr_array_index (keys, i), NULL, error))
      return FALSE;
  return TRUE;
}

gboolean
fys_library_index_set_sources (FysLibraryIndex *self,
                               GPtrArray       *sources,
                               GArray          *out_ids,
                               GError         **error)
{
  gboolean are_same;

  if (!read_sources (self, sources, out_ids, &are_same, error))
    return FALSE;
  if (are_same)
    return TRUE;
  if (!fys_library_index_begin (self, error))
    return FALSE;
  if (!write_sources (self, sources, error) || !settle_shared_keys (self, error))
    {
      fys_library_index_roll_back (self);
      return FALSE;
    }
  return fys_library_index_commit (self, error) && read_sources (self, sources, out_ids, &are_same, error);
}
