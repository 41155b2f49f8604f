/* fys-library-sqlite.c - SQLite as the library's index uses it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-library-sqlite.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "core/library/fys-library.h"

#define ROLL_BACK_SQL "ROLLBACK"

/* Of every connection.
 * synchronous: what a power cut takes away is found again in the folders, so a commit does not wait for the disk.
 * temp_store: sorting leaves no file elsewhere.
 * mmap_size: a file that is cut off while it is mapped would kill the program.
 * cell_size_check: a damaged page is noticed before it is used.
 * cache_size: in KiB; three connections of it are what a library costs in memory. */
#define SETTINGS_SQL              \
  "PRAGMA synchronous = NORMAL;"  \
  "PRAGMA temp_store = MEMORY;"   \
  "PRAGMA mmap_size = 0;"         \
  "PRAGMA cell_size_check = ON;"  \
  "PRAGMA cache_size = -2000;"

#define READER_SQL "PRAGMA query_only = ON;"

/* The file may have been tampered with: nothing in its schema is run. */
static const struct
{
  int option;
  int value;
} config[] = {
  { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
  { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
  { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
  { SQLITE_DBCONFIG_DQS_DDL, 0 },
  { SQLITE_DBCONFIG_DQS_DML, 0 },
};

G_DEFINE_QUARK (fys-library-error-quark, fys_library_error)

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
static gboolean
is_out_of_space (sqlite3 *db)
{
  const int codes[] = {
    get_file_errno (db, SQLITE_FCNTL_JOURNAL_POINTER),
    get_file_errno (db, SQLITE_FCNTL_FILE_POINTER),
    sqlite3_system_errno (db),
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (codes[i] == ENOSPC || codes[i] == EDQUOT)
      return TRUE;
  return FALSE;
}

static FysLibraryError
get_error (sqlite3 *db)
{
  if (sqlite3_extended_errcode (db) == SQLITE_IOERR_SHORT_READ)
    return FYS_LIBRARY_ERROR_BROKEN;
  switch (sqlite3_errcode (db) & 0xff) /* without the details of an extended code */
    {
    case SQLITE_FULL:
      return FYS_LIBRARY_ERROR_FULL;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL: /* two programs got in each other's way again and again */
      return FYS_LIBRARY_ERROR_LOCKED;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_TOOBIG:     /* no text of ours is, so its length is wrong */
    case SQLITE_CONSTRAINT: /* our rows are valid, so the tables are not ours */
      return FYS_LIBRARY_ERROR_BROKEN;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      return is_out_of_space (db) ? FYS_LIBRARY_ERROR_FULL : FYS_LIBRARY_ERROR_FAILED;
    default:
      return FYS_LIBRARY_ERROR_FAILED;
    }
}

gboolean
fys_library_sqlite_fail (sqlite3 *db,
                         GError **error)
{
  if ((sqlite3_errcode (db) & 0xff) == SQLITE_INTERRUPT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, g_strerror (ECANCELED));
  else
    /* Translators: the placeholder is what SQLite says of it, in English. */
    g_set_error (error, FYS_LIBRARY_ERROR, (int) get_error (db), _("The library’s index cannot be used: %s"), sqlite3_errmsg (db));
  return FALSE;
}

sqlite3 *
fys_library_sqlite_open (const char          *location,
                         FysLibrarySqliteRole role,
                         guint                busy_timeout_ms,
                         GError             **error)
{
  /* A reader may write as far as the system is concerned: only so can it bring in order what a killed program left. */
  int      flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  sqlite3 *db = NULL;

  if (role == FYS_LIBRARY_SQLITE_WRITER)
    flags |= SQLITE_OPEN_CREATE;
  if (sqlite3_open_v2 (location, &db, flags, NULL) != SQLITE_OK)
    {
      (void) fys_library_sqlite_fail (db, error);
      fys_library_sqlite_close (db);
      return NULL;
    }
  (void) sqlite3_busy_timeout (db, (int) busy_timeout_ms); /* cannot fail on an open connection */
  for (guint i = 0; i < G_N_ELEMENTS (config); i++)
    (void) sqlite3_db_config (db, config[i].option, config[i].value, NULL); /* an SQLite that lacks one was built without it */
  if (!fys_library_sqlite_run (db, SETTINGS_SQL, error) || (role == FYS_LIBRARY_SQLITE_READER && !fys_library_sqlite_run (db, READER_SQL, error)))
    {
      fys_library_sqlite_close (db);
      return NULL;
    }
  return db;
}

void
fys_library_sqlite_close (sqlite3 *db)
{
  (void) sqlite3_close_v2 (db); /* what could not be written is found again in the folders */
}

gboolean
fys_library_sqlite_run (sqlite3    *db,
                        const char *sql,
                        GError    **error)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    return fys_library_sqlite_fail (db, error);
  return TRUE;
}

sqlite3_stmt *
fys_library_sqlite_prepare (sqlite3    *db,
                            const char *sql,
                            GError    **error)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    (void) fys_library_sqlite_fail (db, error);
  return statement;
}

gboolean
fys_library_sqlite_finish (sqlite3_stmt *statement,
                           GError      **error)
{
  int code;

  do
    code = sqlite3_step (statement);
  while (code == SQLITE_ROW);
  if (code != SQLITE_DONE)
    (void) fys_library_sqlite_fail (sqlite3_db_handle (statement), error);
  (void) sqlite3_reset (statement); /* repeats what the step said */
  return code == SQLITE_DONE;
}

gboolean
fys_library_sqlite_reset (sqlite3_stmt *statement,
                          GError      **error)
{
  if (sqlite3_reset (statement) == SQLITE_OK)
    return TRUE;
  return error != NULL && *error != NULL ? FALSE : fys_library_sqlite_fail (sqlite3_db_handle (statement), error);
}

gboolean
fys_library_sqlite_fail_broken (GError **error)
{
  g_set_error_literal (error, FYS_LIBRARY_ERROR, FYS_LIBRARY_ERROR_BROKEN, _("The library’s index is damaged"));
  return FALSE;
}

gboolean
fys_library_sqlite_query_int (sqlite3    *db,
                              const char *sql,
                              gint64     *out_value,
                              GError    **error)
{
  g_autoptr (sqlite3_stmt) statement = fys_library_sqlite_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  if (sqlite3_step (statement) != SQLITE_ROW)
    return fys_library_sqlite_fail (db, error);
  *out_value = sqlite3_column_int64 (statement, 0);
  return TRUE;
}

void
fys_library_sqlite_roll_back (sqlite3 *db)
{
  if (!sqlite3_get_autocommit (db))
    (void) sqlite3_exec (db, ROLL_BACK_SQL, NULL, NULL, NULL); /* the error that led here is the one to report */
}
