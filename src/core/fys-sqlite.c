/* fys-sqlite.c - SQLite as this program uses it: files that may come from anywhere, and errors of the area that asks
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/fys-sqlite.h"

#define ROLL_BACK_SQL "ROLLBACK"

/* Of every connection.
 * temp_store: sorting and VACUUM leave no copy in a file elsewhere.
 * mmap_size: a file that is cut off while it is mapped would kill the program.
 * cell_size_check: a damaged page is noticed before it is used. */
#define SETTINGS_SQL             \
  "PRAGMA temp_store = MEMORY;"  \
  "PRAGMA mmap_size = 0;"        \
  "PRAGMA cell_size_check = ON;"

/* The file may come from anywhere (a backup, another machine, somebody who tampered with it): nothing in its schema is run. */
static const FysSqliteOption hardening[] = {
  { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
  { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
  { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
  { SQLITE_DBCONFIG_DQS_DDL, 0 },
  { SQLITE_DBCONFIG_DQS_DML, 0 },
};

static void
set_options (sqlite3               *db,
             const FysSqliteOption *options,
             guint                  n_options)
{
  for (guint i = 0; i < n_options; i++)
    (void) sqlite3_db_config (db, options[i].option, options[i].value, NULL); /* an SQLite that lacks one was built without it */
}

sqlite3 *
fys_sqlite_open (const char          *location,
                 int                  flags,
                 guint                busy_timeout_ms,
                 const FysSqliteKind *kind,
                 GError             **error)
{
  sqlite3 *db = NULL;

  if (sqlite3_open_v2 (location, &db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL) != SQLITE_OK)
    {
      (void) kind->fail (db, error);
      fys_sqlite_close (db);
      return NULL;
    }
  (void) sqlite3_busy_timeout (db, (int) busy_timeout_ms); /* cannot fail on an open connection */
  set_options (db, hardening, G_N_ELEMENTS (hardening));
  set_options (db, kind->options, kind->n_options);
  if (!fys_sqlite_run (db, SETTINGS_SQL, kind->fail, error) || !fys_sqlite_run (db, kind->settings, kind->fail, error))
    {
      fys_sqlite_close (db);
      return NULL;
    }
  return db;
}

void
fys_sqlite_close (sqlite3 *db)
{
  (void) sqlite3_close_v2 (db);
}

gboolean
fys_sqlite_run (sqlite3      *db,
                const char   *sql,
                FysSqliteFail fail,
                GError      **error)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    return fail (db, error);
  return TRUE;
}

sqlite3_stmt *
fys_sqlite_prepare (sqlite3      *db,
                    const char   *sql,
                    FysSqliteFail fail,
                    GError      **error)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    (void) fail (db, error);
  return statement;
}

gboolean
fys_sqlite_query_int (sqlite3      *db,
                      const char   *sql,
                      gint64       *out_value,
                      FysSqliteFail fail,
                      GError      **error)
{
  g_autoptr (sqlite3_stmt) statement = fys_sqlite_prepare (db, sql, fail, error);

  if (statement == NULL)
    return FALSE;
  if (sqlite3_step (statement) != SQLITE_ROW)
    return fail (db, error);
  *out_value = sqlite3_column_int64 (statement, 0);
  return TRUE;
}

void
fys_sqlite_roll_back (sqlite3 *db)
{
  if (!sqlite3_get_autocommit (db))
    (void) sqlite3_exec (db, ROLL_BACK_SQL, NULL, NULL, NULL); /* the error that led here is the one to report */
}

/* What the system said last of the file at @slot, which is the database or, with SQLITE_FCNTL_JOURNAL_POINTER, its WAL. */
static int
get_file_errno (sqlite3 *db,
                int      slot)
{
  sqlite3_file *file = NULL;
  int           code = 0;

  if (sqlite3_file_control (db, "main", slot, &file) == SQLITE_OK && file != NULL && file->pMethods != NULL)
    (void) file->pMethods->xFileControl (file, SQLITE_FCNTL_LAST_ERRNO, &code); /* leaves it when it fails */
  return code;
}

/* SQLite keeps what the system said per file, and of a connection only what errno happens to be when it is done with cleaning up. */
void
fys_sqlite_get_errnos (sqlite3 *db,
                       int      out_errnos[FYS_SQLITE_N_ERRNOS])
{
  out_errnos[0] = get_file_errno (db, SQLITE_FCNTL_JOURNAL_POINTER);
  out_errnos[1] = get_file_errno (db, SQLITE_FCNTL_FILE_POINTER);
  out_errnos[2] = sqlite3_system_errno (db);
}
