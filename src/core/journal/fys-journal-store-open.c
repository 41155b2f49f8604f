/* fys-journal-store-open.c - opening the journal's file, whatever state it is in
 *
 *   no file ──────────────▶ a new one
 *   sound ────────────────▶ open
 *   of an older version ──▶ migrated
 *   of a newer version ───▶ open for reading
 *   not to be written ────▶ open for reading
 *   damaged ──────────────▶ set aside; a new one, with what can be read
 *   held by another ──────▶ an error; the next call tries again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/journal/fys-journal-store-private.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "core/journal/fys-journal-rescue.h"
#include "core/journal/fys-journal-row.h"
#include "core/journal/fys-journal-schema.h"

/* Readers and a writer do not wait for each other. Where the file system cannot do it, SQLite stays with what it can. */
#define WAL_SQL    "PRAGMA journal_mode = WAL"
#define RESCUE_SQL "INSERT INTO entries (" FYS_JOURNAL_ROW_COLUMNS ", id) VALUES (" FYS_JOURNAL_ROW_PLACES ", ?17)"

/* Of a file that an older version of the program or a newer one could have written. It stops at the first fault. */
#define CHECK_SQL "PRAGMA quick_check (1)"
#define SOUND     "ok"
/* Fails on a table that is not ours, which is sound in SQLite's eyes. */
#define TABLE_SQL "SELECT id, " FYS_JOURNAL_ROW_COLUMNS " FROM entries"
/* The last id that was given. One near the greatest that SQLite has would make it say that the disk is full. */
#define LAST_ID_SQL "SELECT coalesce (max (seq), 0) FROM sqlite_sequence WHERE name = 'entries'"
#define LAST_ID_MAX (G_GINT64_CONSTANT (1) << 62)

/* Of a file that cannot change, so that SQLite needs no shared memory beside it. */
#define UNCHANGING "?immutable=1"

/* Returns: (transfer full): @path without links, since the WAL lies beside the file itself */
static char *
dup_real_path (const char *path)
{
  char *real = realpath (path, NULL);
  char *copy = g_strdup (real != NULL ? real : path);

  free (real); /* from malloc, which need not be GLib's */
  return copy;
}

void
fys_journal_store_close (FysJournalStore *self)
{
  g_clear_pointer (&self->db, fys_sqlite_close);
  g_clear_error (&self->obstacle);
}

gboolean
fys_journal_store_is_newer (FysJournalStore *self)
{
  return g_error_matches (self->obstacle, FYS_JOURNAL_ERROR, FYS_JOURNAL_ERROR_NEWER);
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
check_table (sqlite3 *db,
             GError **error)
{
  g_autoptr (sqlite3_stmt) statement = fys_journal_sqlite_prepare (db, TABLE_SQL, error);

  return statement != NULL;
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
check_rights (FysJournalStore *self,
              int              flags,
              GError         **error)
{
  if (sqlite3_db_readonly (self->db, "main") == 0)
    return TRUE;
  /* SQLite also says so when the header claims to be of an SQLite that is not invented yet. */
  if ((flags & SQLITE_OPEN_READWRITE) != 0 && g_access (self->path, W_OK) == 0)
    {
      fys_journal_error_set (error, FYS_JOURNAL_ERROR_CORRUPT);
      return FALSE;
    }
  fys_journal_error_set (&self->obstacle, FYS_JOURNAL_ERROR_READ_ONLY);
  return TRUE;
}

/* Looks whether the file is sound before anything is written to it, and then brings it to the present form. */
static gboolean
check_and_migrate (FysJournalStore *self,
                   int              flags,
                   GError         **error)
{
  g_autoptr (GError) problem = NULL;

  if (!check_content (self->db, error) || !check_rights (self, flags, error))
    return FALSE;
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
  if (fys_journal_store_is_newer (self))
    return TRUE;
  return check_table (self->db, error) && check_last_id (self->db, error) &&
         (self->obstacle != NULL || fys_journal_sqlite_run (self->db, WAL_SQL, error));
}

/* @flags: of sqlite3_open_v2(), also for the two functions above */
static gboolean
open_sqlite (FysJournalStore *self,
             const char      *uri_or_path,
             int              flags,
             GError         **error)
{
  fys_journal_store_close (self);
  self->db = fys_journal_sqlite_open (uri_or_path, flags, self->busy_timeout_ms, error);
  if (self->db == NULL)
    return FALSE;
  if (check_and_migrate (self, flags, error))
    {
      fys_journal_sqlite_set_trust (self->db, self->obstacle == NULL);
      return TRUE;
    }
  fys_journal_store_close (self);
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

  return open_sqlite (self, uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, error);
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
      /* A transaction that is not committed goes with the connection, and the file with the error. */
      is_filled = fys_journal_sqlite_begin (db, error) && insert_rescued (db, entries, error) && fys_journal_sqlite_commit (db, error);
      *out_n_rescued = entries->len;
    }
  fys_sqlite_close (db);
  return is_filled;
}

/* Puts the damaged file aside and a new one in its place, with what can still be read. Until the last step nothing has happened to the damaged one. */
static gboolean
set_aside (FysJournalStore *self,
           GError         **error)
{
  g_autofree char *new_path = g_strconcat (self->path, FYS_JOURNAL_FILE_NEW, NULL);
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
  fys_journal_store_close (self);
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

gboolean
fys_journal_store_lock_and_open (FysJournalStore *self,
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
  /* Closing a file that another took the place of must not take away the WAL of that. */
  if (self->db != NULL)
    fys_journal_sqlite_set_trust (self->db, FALSE);
  fys_journal_store_close (self);
  return open_file (self, error);
}
