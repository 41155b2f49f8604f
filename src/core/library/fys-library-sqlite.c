/* fys-library-sqlite.c - SQLite as the library's index uses it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-library-sqlite.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "core/library/fys-library.h"

/* synchronous: what a power cut takes away is found again in the folders, so a commit does not wait for the disk.
 * cache_size: in KiB; three connections of it are what a library costs in memory. */
#define SETTINGS_SQL              \
  "PRAGMA synchronous = NORMAL;"  \
  "PRAGMA cache_size = -2000;"

#define READER_SQL "PRAGMA query_only = ON;"

static const FysSqliteKind kind = { NULL, 0, SETTINGS_SQL, fys_library_sqlite_fail };

G_DEFINE_QUARK (fys-library-error-quark, fys_library_error)

static gboolean
is_out_of_space (sqlite3 *db)
{
  int errnos[FYS_SQLITE_N_ERRNOS];

  fys_sqlite_get_errnos (db, errnos);
  for (guint i = 0; i < G_N_ELEMENTS (errnos); i++)
    if (errnos[i] == ENOSPC || errnos[i] == EDQUOT)
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
  int      flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI;
  sqlite3 *db;

  if (role == FYS_LIBRARY_SQLITE_WRITER)
    flags |= SQLITE_OPEN_CREATE;
  db = fys_sqlite_open (location, flags, busy_timeout_ms, &kind, error);
  if (db != NULL && role == FYS_LIBRARY_SQLITE_READER && !fys_library_sqlite_run (db, READER_SQL, error))
    {
      fys_sqlite_close (db);
      return NULL;
    }
  return db;
}

gboolean
fys_library_sqlite_run (sqlite3    *db,
                        const char *sql,
                        GError    **error)
{
  return fys_sqlite_run (db, sql, fys_library_sqlite_fail, error);
}

sqlite3_stmt *
fys_library_sqlite_prepare (sqlite3    *db,
                            const char *sql,
                            GError    **error)
{
  return fys_sqlite_prepare (db, sql, fys_library_sqlite_fail, error);
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
  return fys_sqlite_query_int (db, sql, out_value, fys_library_sqlite_fail, error);
}
