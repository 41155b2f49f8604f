/* fys-journal-rescue.c - what can still be read of a damaged journal
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/journal/fys-journal-rescue.h"

#include <glib/gstdio.h>
#include <string.h>

#include "core/journal/fys-journal-row.h"
#include "core/journal/fys-journal-sqlite.h"

#define FORWARDS_SQL  "SELECT id, " FYS_JOURNAL_ROW_COLUMNS " FROM entries ORDER BY id"
#define BACKWARDS_SQL "SELECT id, " FYS_JOURNAL_ROW_COLUMNS " FROM entries ORDER BY id DESC"
#define ONE_SQL       "SELECT id, " FYS_JOURNAL_ROW_COLUMNS " FROM entries WHERE id = ?1"

/* A damaged file may claim any id, and a tree of pages that never ends. The bounds are more than a life of exercises. */
#define MAX_ROWS  2000000
#define MAX_ID    (G_GINT64_CONSTANT (1) << 53)
#define MAX_TRIES 200000

/* Read as a whole when its beginning is replaced. */
#define MAX_BYTES (256 * 1024 * 1024)

/* https://www.sqlite.org/fileformat2.html#the_database_header */
#define HEADER_BYTES         100
#define OFFSET_PAGE_SIZE     16
#define OFFSET_WRITE_VERSION 18
#define OFFSET_READ_VERSION  19
#define OFFSET_N_PAGES       28
#define OFFSET_FREE_PAGE     32
#define OFFSET_N_FREE_PAGES  36
#define VERSION_WITHOUT_WAL  1 /* a file in memory has no WAL */

/* The damaged file could be read a moment ago, so nobody holds it for long. */
#define BUSY_TIMEOUT_MS 1000

/** Rescue: what was found so far. @ids (element-type gint64) belong to the entries. */
typedef struct
{
  GPtrArray  *entries;
  GHashTable *ids;
} Rescue;

static void
take_row (Rescue       *self,
          sqlite3_stmt *statement)
{
  g_autoptr (FysJournalEntry) entry = fys_journal_row_read (statement);

  /* A wrong number is worse than none. */
  if (entry->pain_before < 0 || entry->pain_before > FYS_JOURNAL_PAIN_MAX)
    entry->pain_before = FYS_JOURNAL_PAIN_UNKNOWN;
  if (entry->pain_after < 0 || entry->pain_after > FYS_JOURNAL_PAIN_MAX)
    entry->pain_after = FYS_JOURNAL_PAIN_UNKNOWN;
  if (entry->id < 1 || entry->id > MAX_ID || !fys_journal_entry_is_valid (entry) || g_hash_table_contains (self->ids, &entry->id))
    return;
  g_hash_table_add (self->ids, &entry->id);
  g_ptr_array_add (self->entries, g_steal_pointer (&entry));
}

/* @out_last_id: the id that it came to, 0 when there was none. Returns: whether it came to the end */
static gboolean
scan (Rescue     *self,
      sqlite3    *db,
      const char *sql,
      gint64     *out_last_id)
{
  g_autoptr (sqlite3_stmt) statement = fys_journal_sqlite_prepare (db, sql, NULL);
  int                      result = SQLITE_ERROR;

  *out_last_id = 0;
  if (statement == NULL)
    return FALSE;
  for (guint n = 0; n < MAX_ROWS && (result = sqlite3_step (statement)) == SQLITE_ROW; n++)
    {
      *out_last_id = sqlite3_column_int64 (statement, 0);
      take_row (self, statement);
    }
  return result == SQLITE_DONE;
}

static void
look_for_each (Rescue  *self,
               sqlite3 *db,
               gint64   first_id,
               gint64   last_id)
{
  g_autoptr (sqlite3_stmt) statement = fys_journal_sqlite_prepare (db, ONE_SQL, NULL);

  if (statement == NULL)
    return;
  last_id = MIN (last_id, first_id + MAX_TRIES);
  for (gint64 id = first_id; id <= last_id; id++)
    {
      (void) sqlite3_bind_int64 (statement, 1, id); /* fails for a wrong index only */
      if (sqlite3_step (statement) == SQLITE_ROW)
        take_row (self, statement);
      (void) sqlite3_reset (statement); /* the error, if any, was that of the step */
    }
}

static void
read_what_can_be (Rescue  *self,
                  sqlite3 *db)
{
  gint64 up_to;
  gint64 down_to;

  if (scan (self, db, FORWARDS_SQL, &up_to) || scan (self, db, BACKWARDS_SQL, &down_to))
    return;
  if (up_to > 0 && up_to < MAX_ID && down_to > up_to)
    look_for_each (self, db, up_to + 1, down_to - 1);
}

static void
put_number (char   *bytes,
            guint32 number)
{
  guint32 big = GUINT32_TO_BE (number);

  memcpy (bytes, &big, sizeof big);
}

/* Gives @bytes the first page of @sound: the file's header and the description of its tables. */
static gboolean
replace_beginning (char       *bytes,
                   gsize       n_bytes,
                   const char *sound,
                   gsize       n_sound_bytes)
{
  gsize page_bytes;

  if (n_sound_bytes < HEADER_BYTES)
    return FALSE;
  page_bytes = ((gsize) (guint8) sound[OFFSET_PAGE_SIZE] << 8) | (guint8) sound[OFFSET_PAGE_SIZE + 1];
  if (page_bytes < HEADER_BYTES || page_bytes > n_sound_bytes || n_bytes < 2 * page_bytes)
    return FALSE;

  memcpy (bytes, sound, page_bytes);
  bytes[OFFSET_WRITE_VERSION] = VERSION_WITHOUT_WAL;
  bytes[OFFSET_READ_VERSION] = VERSION_WITHOUT_WAL;
  put_number (bytes + OFFSET_N_PAGES, (guint32) (n_bytes / page_bytes));
  put_number (bytes + OFFSET_FREE_PAGE, 0);
  put_number (bytes + OFFSET_N_FREE_PAGES, 0);
  return TRUE;
}

static void
read_with_other_beginning (Rescue     *self,
                           const char *path,
                           const char *sound_path)
{
  g_autofree char *bytes = NULL;
  g_autofree char *sound = NULL;
  gsize            n_bytes;
  gsize            n_sound_bytes;
  GStatBuf         status;
  sqlite3         *db;

  if (g_stat (path, &status) != 0 || status.st_size > MAX_BYTES ||
      !g_file_get_contents (path, &bytes, &n_bytes, NULL) ||
      !g_file_get_contents (sound_path, &sound, &n_sound_bytes, NULL) ||
      !replace_beginning (bytes, n_bytes, sound, n_sound_bytes))
    return;

  db = fys_journal_sqlite_open (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, 0, NULL);
  if (db == NULL)
    return;
  if (sqlite3_deserialize (db, "main", (guint8 *) bytes, (gint64) n_bytes, (gint64) n_bytes, SQLITE_DESERIALIZE_READONLY) == SQLITE_OK)
    read_what_can_be (self, db);
  fys_sqlite_close (db);
}

GPtrArray *
fys_journal_rescue (const char *path,
                    const char *sound_path)
{
  Rescue   self;
  sqlite3 *db;

  self.entries = g_ptr_array_new_with_free_func ((GDestroyNotify) fys_journal_entry_free);
  self.ids = g_hash_table_new (g_int64_hash, g_int64_equal);

  db = fys_journal_sqlite_open (path, SQLITE_OPEN_READONLY, BUSY_TIMEOUT_MS, NULL);
  if (db != NULL)
    read_what_can_be (&self, db);
  fys_sqlite_close (db);
  if (self.entries->len == 0)
    read_with_other_beginning (&self, path, sound_path);

  g_hash_table_unref (self.ids);
  return self.entries;
}
