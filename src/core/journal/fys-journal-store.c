/* fys-journal-store.c - the journal's file
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/journal/fys-journal-store.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/journal/fys-journal-file.h"
#include "core/journal/fys-journal-rescue.h"
#include "core/journal/fys-journal-row.h"
#include "core/journal/fys-journal-schema.h"
#include "core/journal/fys-journal-sqlite.h"

#define INSERT_SQL "INSERT INTO entries (" FYS_JOURNAL_ROW_COLUMNS ") VALUES (" FYS_JOURNAL_ROW_PLACES ")"
#define UPDATE_SQL "UPDATE entries SET (" FYS_JOURNAL_ROW_COLUMNS ") = (" FYS_JOURNAL_ROW_PLACES ") WHERE id = ?17"
#define KEYS_SQL   "SELECT started_unix_s, article, exercise FROM entries"
#define DELETE_SQL "DELETE FROM entries WHERE id = ?1"
#define RESCUE_SQL "INSERT INTO entries (" FYS_JOURNAL_ROW_COLUMNS ", id) VALUES (" FYS_JOURNAL_ROW_PLACES ", ?17)"
#define LIST_SQL   "SELECT id, " FYS_JOURNAL_ROW_COLUMNS " FROM entries ORDER BY started_unix_s DESC, id DESC"

/* Readers and a writer do not wait for each other. Where the file system cannot do it, SQLite stays with what it can. */
#define WAL_SQL "PRAGMA journal_mode = WAL"
/* The WAL is where SQLite writes first; it keeps what a page was before until it is brought into the file and emptied. */
#define CHECKPOINT_SQL "PRAGMA wal_checkpoint (TRUNCATE)"

#define DELETE_ALL_SQL "DELETE FROM entries"
/* secure_delete overwrites what is deleted, but where SQLite moved a row within its page, the place where it was before keeps its bytes. This writes
 * every page anew. */
#define VACUUM_SQL "VACUUM"

/* Of a file that an older version of the program or a newer one could have written. It stops at the first fault. */
#define CHECK_SQL "PRAGMA quick_check (1)"
#define SOUND     "ok"
/* The last id that was given. One near the greatest that SQLite has would make it say that the disk is full. */
#define LAST_ID_SQL "SELECT coalesce (max (seq), 0) FROM sqlite_sequence WHERE name = 'entries'"
#define LAST_ID_MAX (G_GINT64_CONSTANT (1) << 62)

/* As long as a person waits without wondering. Another instance of the program holds the file for milliseconds. */
#define BUSY_TIMEOUT_MS 5000

/* Of a file that cannot change, so that SQLite needs no shared memory beside it. */
#define UNCHANGING "?immutable=1"

/* What follows the name of the file that will take the place of a damaged one. */
#define NEW ".new"

struct _FysJournalStore
{
  char            *path;
  guint            busy_timeout_ms;

  /* Of the open file */
  sqlite3         *db; /* NULL while there is none */
  FysJournalFileId id;
  GError          *obstacle; /* NULL when it may be written */

  /* To be told when somebody asks */
  char            *set_aside;
  guint            n_rescued;

  /* The file looked sound, and was damaged nevertheless. */
  gboolean         is_suspect;
};

/* On the open and locked file. */
typedef gboolean (*StoreFunc) (FysJournalStore *self, gpointer data, GError **error);

typedef enum
{
  ACCESS_READ,
  ACCESS_WRITE,
} Access;

/* Returns: (transfer full): @path without links, since the WAL lies beside the file itself */
static char *
dup_real_path (const char *path)
{
  char *real = realpath (path, NULL);
  char *copy = g_strdup (real != NULL ? real : path);

  free (real); /* from malloc, which need not be GLib's */
  return copy;
}

FysJournalStore *
fys_journal_store_new (const char *path)
{
  FysJournalStore *self = g_new0 (FysJournalStore, 1);

  self->path = g_strdup (path);
  self->busy_timeout_ms = BUSY_TIMEOUT_MS;
  return self;
}

static void
close_file (FysJournalStore *self)
{
  g_clear_pointer (&self->db, fys_journal_sqlite_close);
  g_clear_error (&self->obstacle);
}

void
fys_journal_store_free (FysJournalStore *self)
{
  if (self == NULL)
    return;
  close_file (self);
  g_free (self->set_aside);
  g_free (self->path);
  g_free (self);
}

void
fys_journal_store_set_busy_timeout_ms (FysJournalStore *self,
                                       guint            busy_timeout_ms)
{
  self->busy_timeout_ms = busy_timeout_ms;
}

static gboolean
check_content (sqlite3 *db,
               GError **error)
{
  g_autoptr (sqlite3_stmt) statement = fys_journal_sqlite_prepare (db, CHECK_SQL, error);

  if (statement == NULL)
    return FALSE;
  if (sqlite3_step (statement) != SQLITE_ROW)
    return fys_journal_sqlite_fail (db, error);
  if (g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), SOUND) == 0)
    return TRUE;
  fys_journal_error_set (error, FYS_JOURNAL_ERROR_CORRUPT);
  return FALSE;
}

static gboolean
check_last_id (sqlite3 *db,
               GError **error)
{
  gint64 last_id;

  if (!fys_journal_sqlite_query_int (db, LAST_ID_SQL, &last_id, error))
    return FALSE;
  if (last_id >= 0 && last_id <= LAST_ID_MAX)
    return TRUE;
  fys_journal_error_set (error, FYS_JOURNAL_ERROR_CORRUPT);
  return FALSE;
}

static gboolean
is_newer (FysJournalStore *self)
{
  return g_error_matches (self->obstacle, FYS_JOURNAL_ERROR, FYS_JOURNAL_ERROR_NEWER);
}

/* Looks whether the file is sound before anything is written to it, and then brings it to the present form. */
static gboolean
check_and_migrate (FysJournalStore *self,
                   GError         **error)
{
  g_autoptr (GError) problem = NULL;

  if (!check_content (self->db, error))
    return FALSE;
  if (sqlite3_db_readonly (self->db, "main") == 1)
    {
      /* SQLite also says so when the header claims to be of an SQLite that is not invented yet. */
      if (g_access (self->path, W_OK) == 0)
        {
          fys_journal_error_set (error, FYS_JOURNAL_ERROR_CORRUPT);
          return FALSE;
        }
      fys_journal_error_set (&self->obstacle, FYS_JOURNAL_ERROR_READ_ONLY);
    }
  if (!fys_journal_schema_migrate (self->db, fys_journal_schema_steps, FYS_JOURNAL_SCHEMA_VERSION, &problem))
    {
      if (!g_error_matches (problem, FYS_JOURNAL_ERROR, FYS_JOURNAL_ERROR_NEWER))
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
      g_clear_error (&self->obstacle);
      self->obstacle = g_steal_pointer (&problem);
    }
  if (is_newer (self))
    return TRUE;
  return check_last_id (self->db, error) && (self->obstacle != NULL || fys_journal_sqlite_run (self->db, WAL_SQL, error));
}

/* On @uri_or_path. */
static gboolean
open_sqlite (FysJournalStore *self,
             const char      *uri_or_path,
             int              flags,
             GError         **error)
{
  close_file (self);
  self->db = fys_journal_sqlite_open (uri_or_path, flags, self->busy_timeout_ms, error);
  if (self->db == NULL)
    return FALSE;
  if (check_and_migrate (self, error))
    {
      fys_journal_sqlite_set_trust (self->db, self->obstacle == NULL);
      return TRUE;
    }
  close_file (self);
  return FALSE;
}

/* A folder that may not be written is one where SQLite cannot put what its connections share. Then the file is read as it lies there, unless there is a
 * WAL: that would be left out, and fewer entries than there are look like a loss. */
static gboolean
open_for_reading (FysJournalStore *self,
                  GError         **error)
{
  g_autofree char *escaped = g_uri_escape_string (self->path, G_URI_RESERVED_CHARS_ALLOWED_IN_PATH, FALSE);
  g_autofree char *uri = g_strconcat ("file:", escaped, UNCHANGING, NULL);

  if (!open_sqlite (self, uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, error))
    return FALSE;
  if (self->obstacle == NULL)
    fys_journal_error_set (&self->obstacle, FYS_JOURNAL_ERROR_READ_ONLY);
  return TRUE;
}

static gboolean
can_write_folder (FysJournalStore *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  return g_access (folder, W_OK) == 0;
}

/* Whether there is anything at the path that is a journal and sound. */
static gboolean
open_sound (FysJournalStore *self,
            GError         **error)
{
  g_autoptr (GError) problem = NULL;

  if (self->is_suspect || !fys_journal_file_wal_is_sound (self->path))
    fys_journal_error_set (&problem, FYS_JOURNAL_ERROR_CORRUPT);
  else if (open_sqlite (self, self->path, SQLITE_OPEN_READWRITE, &problem))
    return TRUE;
  /* SQLite does not always tell why it could not make what its connections share. */
  if (g_error_matches (problem, FYS_JOURNAL_ERROR, FYS_JOURNAL_ERROR_FAILED) && !can_write_folder (self))
    {
      g_clear_error (&problem);
      fys_journal_error_set (&problem, FYS_JOURNAL_ERROR_READ_ONLY);
    }
  if (g_error_matches (problem, FYS_JOURNAL_ERROR, FYS_JOURNAL_ERROR_READ_ONLY) && !fys_journal_file_has_wal (self->path))
    return open_for_reading (self, error);
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
insert_rescued (sqlite3   *db,
                GPtrArray *entries,
                GError   **error)
{
  g_autoptr (sqlite3_stmt) statement = fys_journal_sqlite_prepare (db, RESCUE_SQL, error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    {
      const FysJournalEntry *entry = g_ptr_array_index (entries, i);

      fys_journal_row_bind (statement, entry);
      (void) sqlite3_bind_int64 (statement, FYS_JOURNAL_ROW_N_COLUMNS + 1, entry->id); /* fails for a wrong index only */
      if (sqlite3_step (statement) != SQLITE_DONE)
        return fys_journal_sqlite_fail (db, error);
      (void) sqlite3_reset (statement); /* the error, if any, was that of the step */
    }
  return TRUE;
}

/* Commits when @is_done, else takes back what was begun. */
static gboolean
end (sqlite3 *db,
     gboolean is_done,
     GError **error)
{
  if (is_done)
    return fys_journal_sqlite_commit (db, error);
  fys_journal_sqlite_roll_back (db);
  return FALSE;
}

/* Fills the empty file at @new_path with what can be read of the damaged one. */
static gboolean
fill_new_file (FysJournalStore *self,
               const char      *new_path,
               guint           *out_n_rescued,
               GError         **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  sqlite3              *db;
  gboolean              is_filled = FALSE;

  if (!fys_journal_file_make (new_path, error))
    return FALSE;
  db = fys_journal_sqlite_open (new_path, SQLITE_OPEN_READWRITE, self->busy_timeout_ms, error);
  if (db == NULL)
    return FALSE;
  if (fys_journal_schema_migrate (db, fys_journal_schema_steps, FYS_JOURNAL_SCHEMA_VERSION, error))
    {
      entries = fys_journal_rescue (self->path, new_path);
      is_filled = fys_journal_sqlite_begin (db, error) && end (db, insert_rescued (db, entries, error), error);
      *out_n_rescued = entries->len;
    }
  fys_journal_sqlite_close (db);
  return is_filled;
}

/* Puts the damaged file aside and a new one in its place, with what can still be read. Until the last step nothing has happened to the damaged one. */
static gboolean
set_aside (FysJournalStore *self,
           GError         **error)
{
  g_autofree char *new_path = g_strconcat (self->path, NEW, NULL);
  g_autofree char *aside = NULL;
  guint            n_rescued = 0;

  /* What a crash in here left. */
  if (!fys_journal_file_remove (new_path, error))
    return FALSE;
  if (fill_new_file (self, new_path, &n_rescued, error))
    aside = fys_journal_file_set_aside (self->path, error);
  if (aside == NULL || !fys_journal_file_replace (self->path, new_path, error))
    {
      (void) fys_journal_file_remove (new_path, NULL); /* the error that led here is the one to report */
      return FALSE;
    }
  g_free (self->set_aside);
  self->set_aside = g_steal_pointer (&aside);
  self->n_rescued = n_rescued;
  self->is_suspect = FALSE;
  return TRUE;
}

/* With the exclusive lock. */
static gboolean
open_file (FysJournalStore *self,
           GError         **error)
{
  g_autoptr (GError) problem = NULL;

  if (!fys_journal_file_make (self->path, error))
    return FALSE;
  if (!open_sound (self, &problem))
    {
      if (!g_error_matches (problem, FYS_JOURNAL_ERROR, FYS_JOURNAL_ERROR_CORRUPT))
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
      if (!set_aside (self, error) || !open_sound (self, error))
        return FALSE;
    }
  if (fys_journal_file_get_id (self->path, &self->id))
    return TRUE;
  /* Someone took it away at this very moment. */
  close_file (self);
  fys_journal_error_set (error, FYS_JOURNAL_ERROR_LOCKED);
  return FALSE;
}

/* Another instance of the program may have put a new file in the place of the one that is open. */
static gboolean
is_current (FysJournalStore *self)
{
  FysJournalFileId id;

  return self->db != NULL && self->obstacle == NULL && fys_journal_file_get_id (self->path, &id) && fys_journal_file_id_equal (&id, &self->id);
}

/* Opens the file when need be. Also when it could not be written the last time: that may have changed.
 *
 * @out_lock: for fys_journal_file_unlock(), whatever is returned */
static gboolean
lock_and_open (FysJournalStore *self,
               int             *out_lock,
               GError         **error)
{
  g_autofree char *real = dup_real_path (self->path);

  /* From when it was not there yet. */
  g_free (self->path);
  self->path = g_steal_pointer (&real);

  if (!fys_journal_file_lock (self->path, FYS_JOURNAL_LOCK_SHARED, self->busy_timeout_ms, out_lock, error))
    return FALSE;
  if (is_current (self))
    return TRUE;
  fys_journal_file_unlock (*out_lock);
  *out_lock = -1;

  if (!fys_journal_file_make_folder (self->path, error) ||
      !fys_journal_file_lock (self->path, FYS_JOURNAL_LOCK_EXCLUSIVE, self->busy_timeout_ms, out_lock, error))
    return FALSE;
  close_file (self);
  return open_file (self, error);
}

static gboolean
check_access (FysJournalStore *self,
              Access           access,
              GError         **error)
{
  if (access == ACCESS_READ || self->obstacle == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (self->obstacle));
  return FALSE;
}

static gboolean
run_once (FysJournalStore *self,
          Access           access,
          StoreFunc        func,
          gpointer         data,
          GError         **error)
{
  g_autoptr (GError) problem = NULL;
  int                lock = -1;
  gboolean           is_done = lock_and_open (self, &lock, error);

  if (is_done)
    is_done = check_access (self, access, error) && (func == NULL || func (self, data, &problem));
  /* Its tables need not be ours. */
  if (problem != NULL && is_newer (self))
    {
      g_clear_error (&problem);
      fys_journal_error_set (&problem, FYS_JOURNAL_ERROR_NEWER);
    }
  if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  fys_journal_file_unlock (lock);
  return is_done;
}

/* A file that turns out to be damaged is opened again, which sets it aside when it looks at it as a whole. If it looks sound then, it is set aside at
 * the third time. */
static gboolean
with_file (FysJournalStore *self,
           Access           access,
           StoreFunc        func,
           gpointer         data,
           GError         **error)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) problem = NULL;

      if (run_once (self, access, func, data, &problem))
        return TRUE;
      if (self->db == NULL || !g_error_matches (problem, FYS_JOURNAL_ERROR, FYS_JOURNAL_ERROR_CORRUPT))
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
      fys_journal_sqlite_set_trust (self->db, FALSE);
      close_file (self);
      self->is_suspect = i == 1;
    }
  return run_once (self, access, func, data, error);
}

/* In a transaction. */
static gboolean
change (FysJournalStore *self,
        StoreFunc        func,
        gpointer         data,
        GError         **error)
{
  return fys_journal_sqlite_begin (self->db, error) && end (self->db, func (self, data, error), error);
}

gboolean
fys_journal_store_open (FysJournalStore *self,
                        GError         **error)
{
  return with_file (self, ACCESS_READ, NULL, NULL, error);
}

char *
fys_journal_store_take_set_aside (FysJournalStore *self,
                                  guint           *out_n_rescued)
{
  *out_n_rescued = self->set_aside != NULL ? self->n_rescued : 0;
  return g_steal_pointer (&self->set_aside);
}

GError *
fys_journal_store_dup_obstacle (FysJournalStore *self)
{
  return self->obstacle != NULL ? g_error_copy (self->obstacle) : NULL;
}

static gboolean
check_entry (const FysJournalEntry *entry,
             GError               **error)
{
  if (fys_journal_entry_is_valid (entry))
    return TRUE;
  fys_journal_error_set (error, FYS_JOURNAL_ERROR_INVALID);
  return FALSE;
}

static gboolean
check_entries (GPtrArray *entries,
               GError   **error)
{
  for (guint i = 0; i < entries->len; i++)
    if (!check_entry (g_ptr_array_index (entries, i), error))
      return FALSE;
  return TRUE;
}

/** Adding: @ids (element-type gint64) of @entries */
typedef struct
{
  GPtrArray *entries;
  GArray    *ids;
} Adding;

static gboolean
insert_all (FysJournalStore *self,
            gpointer         data,
            GError         **error)
{
  Adding                  *adding = data;
  g_autoptr (sqlite3_stmt) statement = fys_journal_sqlite_prepare (self->db, INSERT_SQL, error);

  if (statement == NULL)
    return FALSE;
  g_array_set_size (adding->ids, 0);
  for (guint i = 0; i < adding->entries->len; i++)
    {
      gint64 id;

      fys_journal_row_bind (statement, g_ptr_array_index (adding->entries, i));
      if (sqlite3_step (statement) != SQLITE_DONE)
        return fys_journal_sqlite_fail (self->db, error);
      (void) sqlite3_reset (statement); /* the error, if any, was that of the step */
      id = sqlite3_last_insert_rowid (self->db);
      g_array_append_val (adding->ids, id);
    }
  return TRUE;
}

static gboolean
add (FysJournalStore *self,
     gpointer         data,
     GError         **error)
{
  return change (self, insert_all, data, error);
}

GArray *
fys_journal_store_add (FysJournalStore *self,
                       GPtrArray       *entries,
                       GError         **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Adding             adding = { entries, ids };

  if (!check_entries (entries, error) || !with_file (self, ACCESS_WRITE, add, &adding, error))
    return NULL;
  return g_steal_pointer (&ids);
}

/* Runs @statement, which is about one entry. */
static gboolean
change_one (FysJournalStore *self,
            sqlite3_stmt    *statement,
            GError         **error)
{
  if (sqlite3_step (statement) != SQLITE_DONE)
    return fys_journal_sqlite_fail (self->db, error);
  if (sqlite3_changes (self->db) == 1)
    return TRUE;
  fys_journal_error_set (error, FYS_JOURNAL_ERROR_NOT_FOUND);
  return FALSE;
}

static gboolean
update_one (FysJournalStore *self,
            gpointer         data,
            GError         **error)
{
  const FysJournalEntry   *entry = data;
  g_autoptr (sqlite3_stmt) statement = fys_journal_sqlite_prepare (self->db, UPDATE_SQL, error);

  if (statement == NULL)
    return FALSE;
  fys_journal_row_bind (statement, entry);
  (void) sqlite3_bind_int64 (statement, FYS_JOURNAL_ROW_N_COLUMNS + 1, entry->id); /* fails for a wrong index only */
  return change_one (self, statement, error);
}

static gboolean
delete_one (FysJournalStore *self,
            gpointer         data,
            GError         **error)
{
  const gint64            *id = data;
  g_autoptr (sqlite3_stmt) statement = fys_journal_sqlite_prepare (self->db, DELETE_SQL, error);

  if (statement == NULL)
    return FALSE;
  (void) sqlite3_bind_int64 (statement, 1, *id); /* fails for a wrong index only */
  return change_one (self, statement, error);
}

static gboolean
delete_rows (FysJournalStore *self,
             gpointer         data,
             GError         **error)
{
  return fys_journal_sqlite_run (self->db, DELETE_ALL_SQL, error);
}

/* The change itself is done: when the disk is full or another program is reading, the old bytes stay until the next time. */
static void
forget_old (FysJournalStore *self)
{
  if (fys_journal_sqlite_run (self->db, VACUUM_SQL, NULL))
    (void) fys_journal_sqlite_run (self->db, CHECKPOINT_SQL, NULL);
}

static gboolean
update (FysJournalStore *self,
        gpointer         data,
        GError         **error)
{
  if (!change (self, update_one, data, error))
    return FALSE;
  forget_old (self);
  return TRUE;
}

gboolean
fys_journal_store_update (FysJournalStore       *self,
                          const FysJournalEntry *entry,
                          GError               **error)
{
  return check_entry (entry, error) && with_file (self, ACCESS_WRITE, update, (gpointer) entry, error);
}

static gboolean
delete (FysJournalStore *self,
        gpointer         data,
        GError         **error)
{
  if (!change (self, delete_one, data, error))
    return FALSE;
  forget_old (self);
  return TRUE;
}

gboolean
fys_journal_store_delete (FysJournalStore *self,
                          gint64           id,
                          GError         **error)
{
  return with_file (self, ACCESS_WRITE, delete, &id, error);
}

/* Also of what deleted pages held, and of files that were set aside. */
static gboolean
delete_all (FysJournalStore *self,
            gpointer         data,
            GError         **error)
{
  gint64 is_held;

  if (!change (self, delete_rows, NULL, error))
    return FALSE;
  /* On a full disk the file keeps its size; what was in it is overwritten all the same. */
  (void) fys_journal_sqlite_run (self->db, VACUUM_SQL, NULL);
  if (!fys_journal_sqlite_query_int (self->db, CHECKPOINT_SQL, &is_held, error))
    return FALSE;
  if (is_held != 0)
    {
      fys_journal_error_set (error, FYS_JOURNAL_ERROR_LOCKED);
      return FALSE;
    }
  g_clear_pointer (&self->set_aside, g_free);
  return fys_journal_file_remove_set_aside (self->path, error);
}

gboolean
fys_journal_store_delete_all (FysJournalStore *self,
                              GError         **error)
{
  return with_file (self, ACCESS_WRITE, delete_all, NULL, error);
}

/* What makes two entries the same exercise done once. Returns: (transfer full) */
static char *
dup_key (gint64      started_unix_s,
         const char *article,
         const char *exercise)
{
  /* The length tells where the one text ends and the other begins. */
  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GSIZE_FORMAT " %s%s", started_unix_s, strlen (article), article, exercise);
}

/* Returns: (transfer full) (nullable): a set of the keys of all entries */
static GHashTable *
read_keys (sqlite3 *db,
           GError **error)
{
  g_autoptr (GHashTable)   keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (sqlite3_stmt) statement = fys_journal_sqlite_prepare (db, KEYS_SQL, error);
  int                      result;

  if (statement == NULL)
    return NULL;
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const char *article = (const char *) sqlite3_column_text (statement, 1);
      const char *exercise = (const char *) sqlite3_column_text (statement, 2);

      g_hash_table_add (keys, dup_key (sqlite3_column_int64 (statement, 0), article != NULL ? article : "", exercise != NULL ? exercise : ""));
    }
  if (result != SQLITE_DONE)
    {
      (void) fys_journal_sqlite_fail (db, error);
      return NULL;
    }
  return g_steal_pointer (&keys);
}

/** Importing: @n_new of @entries are in the journal now */
typedef struct
{
  GPtrArray *entries;
  guint      n_new;
} Importing;

static gboolean
insert_new (FysJournalStore *self,
            gpointer         data,
            GError         **error)
{
  Importing             *importing = data;
  g_autoptr (GHashTable) keys = read_keys (self->db, error);
  g_autoptr (GPtrArray)  new_entries = g_ptr_array_new ();
  g_autoptr (GArray)     ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Adding                 adding = { new_entries, ids };

  if (keys == NULL)
    return FALSE;
  for (guint i = 0; i < importing->entries->len; i++)
    {
      FysJournalEntry *entry = g_ptr_array_index (importing->entries, i);

      if (g_hash_table_add (keys, dup_key (entry->started_unix_s, entry->article, entry->exercise)))
        g_ptr_array_add (new_entries, entry);
    }
  importing->n_new = new_entries->len;
  return insert_all (self, &adding, error);
}

static gboolean
import (FysJournalStore *self,
        gpointer         data,
        GError         **error)
{
  return change (self, insert_new, data, error);
}

gboolean
fys_journal_store_import (FysJournalStore *self,
                          GPtrArray       *entries,
                          guint           *out_n_new,
                          GError         **error)
{
  Importing importing = { entries, 0 };

  if (!check_entries (entries, error) || !with_file (self, ACCESS_WRITE, import, &importing, error))
    return FALSE;
  *out_n_new = importing.n_new;
  return TRUE;
}

static gboolean
list (FysJournalStore *self,
      gpointer         data,
      GError         **error)
{
  GPtrArray               *entries = data;
  g_autoptr (sqlite3_stmt) statement = fys_journal_sqlite_prepare (self->db, LIST_SQL, error);
  int                      result;

  if (statement == NULL)
    return FALSE;
  g_ptr_array_set_size (entries, 0);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    g_ptr_array_add (entries, fys_journal_row_read (statement));
  return result == SQLITE_DONE || fys_journal_sqlite_fail (self->db, error);
}

GPtrArray *
fys_journal_store_list (FysJournalStore *self,
                        GError         **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) fys_journal_entry_free);

  return with_file (self, ACCESS_READ, list, entries, error) ? g_steal_pointer (&entries) : NULL;
}
