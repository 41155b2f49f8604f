/* fys-journal-store.c - reading and writing the entries of the journal's file
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/journal/fys-journal-store-private.h"

#include <string.h>

#include "core/journal/fys-journal-row.h"

#define INSERT_SQL     "INSERT INTO entries (" FYS_JOURNAL_ROW_COLUMNS ") VALUES (" FYS_JOURNAL_ROW_PLACES ")"
#define UPDATE_SQL     "UPDATE entries SET (" FYS_JOURNAL_ROW_COLUMNS ") = (" FYS_JOURNAL_ROW_PLACES ") WHERE id = ?17"
#define KEYS_SQL       "SELECT started_unix_s, article, exercise FROM entries"
#define DELETE_SQL     "DELETE FROM entries WHERE id = ?1"
#define DELETE_ALL_SQL "DELETE FROM entries"
#define LIST_SQL       "SELECT id, " FYS_JOURNAL_ROW_COLUMNS " FROM entries ORDER BY started_unix_s DESC, id DESC"

/* secure_delete overwrites what is deleted, but where SQLite moved a row within its page, the place where it was before keeps its bytes. This writes
 * every page anew. */
#define VACUUM_SQL "VACUUM"
/* The WAL is where SQLite writes first; it keeps what a page was before until it is brought into the file and emptied. */
#define CHECKPOINT_SQL "PRAGMA wal_checkpoint (TRUNCATE)"

/* As long as a person waits without wondering. Another instance of the program holds the file for milliseconds. */
#define BUSY_TIMEOUT_MS 5000

/* On the open and locked file. */
typedef gboolean (*StoreFunc) (FysJournalStore *self, gpointer data, GError **error);

typedef enum
{
  ACCESS_READ,
  ACCESS_WRITE,
} Access;

FysJournalStore *
fys_journal_store_new (const char *path)
{
  FysJournalStore *self = g_new0 (FysJournalStore, 1);

  self->path = g_strdup (path);
  self->busy_timeout_ms = BUSY_TIMEOUT_MS;
  return self;
}

void
fys_journal_store_free (FysJournalStore *self)
{
  if (self == NULL)
    return;
  fys_journal_store_close (self);
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
  gboolean           is_done = fys_journal_store_lock_and_open (self, &lock, error);

  if (is_done)
    is_done = check_access (self, access, error) && (func == NULL || func (self, data, &problem));
  /* Its tables need not be ours. */
  if (problem != NULL && fys_journal_store_is_newer (self))
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
      fys_journal_store_close (self);
      self->is_suspect = i == 1;
    }
  return run_once (self, access, func, data, error);
}

/* Commits when @is_done, else takes back what was begun. */
static gboolean
end (sqlite3 *db,
     gboolean is_done,
     GError **error)
{
  if (is_done)
    return fys_journal_sqlite_commit (db, error);
  fys_sqlite_roll_back (db);
  return FALSE;
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
    {
      FysJournalEntry *entry = fys_journal_row_read (statement);

      g_ptr_array_add (entries, entry);
      /* The table has not the bounds that ours has, so it is not ours. */
      if (!fys_journal_entry_is_valid (entry))
        {
          fys_journal_error_set (error, FYS_JOURNAL_ERROR_CORRUPT);
          return FALSE;
        }
    }
  return result == SQLITE_DONE || fys_journal_sqlite_fail (self->db, error);
}

GPtrArray *
fys_journal_store_list (FysJournalStore *self,
                        GError         **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) fys_journal_entry_free);

  return with_file (self, ACCESS_READ, list, entries, error) ? g_steal_pointer (&entries) : NULL;
}
