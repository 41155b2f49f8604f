/* fys-journal-store.c - the journal's file
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/journal/fys-journal-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/journal/fys-journal-row.h"
#include "core/journal/fys-journal-schema.h"
#include "core/journal/fys-journal-sqlite.h"

#define INSERT_SQL "INSERT INTO entries (" FYS_JOURNAL_ROW_COLUMNS ") VALUES (" FYS_JOURNAL_ROW_PLACES ")"
#define UPDATE_SQL "UPDATE entries SET (" FYS_JOURNAL_ROW_COLUMNS ") = (" FYS_JOURNAL_ROW_PLACES ") WHERE id = ?17"
#define DELETE_SQL "DELETE FROM entries WHERE id = ?1"
#define LIST_SQL   "SELECT id, " FYS_JOURNAL_ROW_COLUMNS " FROM entries ORDER BY started_unix_s DESC, id DESC"

/* Readers and a writer do not wait for each other. Where the file system cannot do it, SQLite stays with what it can. */
#define WAL_SQL "PRAGMA journal_mode = WAL"
/* The WAL is where SQLite writes first; it keeps what a page was before until it is brought into the file and emptied. */
#define CHECKPOINT_SQL "PRAGMA wal_checkpoint (TRUNCATE)"

/* As long as a person waits without wondering. Another instance of the program holds the file for milliseconds. */
#define BUSY_TIMEOUT_MS 5000

/* What somebody did for their pelvic floor is nobody else's business. SQLite gives the WAL the rights of the file. */
#define FOLDER_MODE 0700
#define FILE_MODE   0600

struct _FysJournalStore
{
  char    *path;
  guint    busy_timeout_ms;
  sqlite3 *db; /* NULL while the file is not open */
};

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
}

void
fys_journal_store_free (FysJournalStore *self)
{
  if (self == NULL)
    return;
  close_file (self);
  g_free (self->path);
  g_free (self);
}

void
fys_journal_store_set_busy_timeout_ms (FysJournalStore *self,
                                       guint            busy_timeout_ms)
{
  self->busy_timeout_ms = busy_timeout_ms;
}

/* An empty file, which SQLite takes as its own. */
static void
make_file (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int              fd;

  /* Whatever fails here, opening the file will say. */
  (void) g_mkdir_with_parents (folder, FOLDER_MODE);
  fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, FILE_MODE);
  if (fd >= 0)
    (void) close (fd);
}

gboolean
fys_journal_store_open (FysJournalStore *self,
                        GError         **error)
{
  if (self->db != NULL)
    return TRUE;

  make_file (self->path);
  self->db = fys_journal_sqlite_open (self->path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, self->busy_timeout_ms, error);
  if (self->db == NULL)
    return FALSE;
  if (!fys_journal_sqlite_run (self->db, WAL_SQL, error) ||
      !fys_journal_schema_migrate (self->db, fys_journal_schema_steps, FYS_JOURNAL_SCHEMA_VERSION, error))
    {
      close_file (self);
      return FALSE;
    }
  fys_journal_sqlite_trust (self->db);
  return TRUE;
}

static gboolean
begin (FysJournalStore *self,
       GError         **error)
{
  return fys_journal_store_open (self, error) && fys_journal_sqlite_begin (self->db, error);
}

/* Commits when @is_done, else takes back what was begun. */
static gboolean
end (FysJournalStore *self,
     gboolean         is_done,
     GError         **error)
{
  if (is_done)
    return fys_journal_sqlite_commit (self->db, error);
  fys_journal_sqlite_roll_back (self->db);
  return FALSE;
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
insert_all (sqlite3   *db,
            GPtrArray *entries,
            GArray    *ids,
            GError   **error)
{
  g_autoptr (sqlite3_stmt) statement = fys_journal_sqlite_prepare (db, INSERT_SQL, error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    {
      gint64 id;

      fys_journal_row_bind (statement, g_ptr_array_index (entries, i));
      if (sqlite3_step (statement) != SQLITE_DONE)
        return fys_journal_sqlite_fail (db, error);
      (void) sqlite3_reset (statement); /* the error, if any, was that of the step */
      id = sqlite3_last_insert_rowid (db);
      g_array_append_val (ids, id);
    }
  return TRUE;
}

GArray *
fys_journal_store_add (FysJournalStore *self,
                       GPtrArray       *entries,
                       GError         **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < entries->len; i++)
    if (!check_entry (g_ptr_array_index (entries, i), error))
      return NULL;
  if (!begin (self, error) || !end (self, insert_all (self->db, entries, ids, error), error))
    return NULL;
  return g_steal_pointer (&ids);
}

/* Runs @statement, which is about one entry. */
static gboolean
change_one (sqlite3      *db,
            sqlite3_stmt *statement,
            GError      **error)
{
  if (sqlite3_step (statement) != SQLITE_DONE)
    return fys_journal_sqlite_fail (db, error);
  if (sqlite3_changes (db) == 1)
    return TRUE;
  fys_journal_error_set (error, FYS_JOURNAL_ERROR_NOT_FOUND);
  return FALSE;
}

static gboolean
update (sqlite3               *db,
        const FysJournalEntry *entry,
        GError               **error)
{
  g_autoptr (sqlite3_stmt) statement = fys_journal_sqlite_prepare (db, UPDATE_SQL, error);

  if (statement == NULL)
    return FALSE;
  fys_journal_row_bind (statement, entry);
  (void) sqlite3_bind_int64 (statement, FYS_JOURNAL_ROW_N_COLUMNS + 1, entry->id); /* fails for a wrong index only */
  return change_one (db, statement, error);
}

static gboolean
delete_one (sqlite3 *db,
            gint64   id,
            GError **error)
{
  g_autoptr (sqlite3_stmt) statement = fys_journal_sqlite_prepare (db, DELETE_SQL, error);

  if (statement == NULL)
    return FALSE;
  (void) sqlite3_bind_int64 (statement, 1, id); /* fails for a wrong index only */
  return change_one (db, statement, error);
}

/* What was changed or deleted is overwritten in the file; this takes it out of the WAL as well. When another program is reading, it stays there until
 * the next time; the change itself is done. */
static void
forget_old (FysJournalStore *self)
{
  (void) fys_journal_sqlite_run (self->db, CHECKPOINT_SQL, NULL);
}

gboolean
fys_journal_store_update (FysJournalStore       *self,
                          const FysJournalEntry *entry,
                          GError               **error)
{
  if (!check_entry (entry, error) || !begin (self, error) || !end (self, update (self->db, entry, error), error))
    return FALSE;
  forget_old (self);
  return TRUE;
}

gboolean
fys_journal_store_delete (FysJournalStore *self,
                          gint64           id,
                          GError         **error)
{
  if (!begin (self, error) || !end (self, delete_one (self->db, id, error), error))
    return FALSE;
  forget_old (self);
  return TRUE;
}

GPtrArray *
fys_journal_store_list (FysJournalStore *self,
                        GError         **error)
{
  g_autoptr (GPtrArray)    entries = g_ptr_array_new_with_free_func ((GDestroyNotify) fys_journal_entry_free);
  g_autoptr (sqlite3_stmt) statement = NULL;
  int                      result;

  if (!fys_journal_store_open (self, error))
    return NULL;
  statement = fys_journal_sqlite_prepare (self->db, LIST_SQL, error);
  if (statement == NULL)
    return NULL;
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    g_ptr_array_add (entries, fys_journal_row_read (statement));
  if (result != SQLITE_DONE)
    {
      (void) fys_journal_sqlite_fail (self->db, error);
      return NULL;
    }
  return g_steal_pointer (&entries);
}
