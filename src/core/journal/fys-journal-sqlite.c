/* fys-journal-sqlite.c - SQLite as the journal uses it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/journal/fys-journal-sqlite.h"

#include <glib/gi18n-lib.h>

#define BEGIN_SQL  "BEGIN IMMEDIATE"
#define COMMIT_SQL "COMMIT"

/* synchronous: with WAL, only FULL waits for the disk before a commit is reported, and a commit is what the user was told is saved.
 * secure_delete: what the user deleted is overwritten, not just forgotten; see VACUUM_SQL of the store for the rest. */
#define SETTINGS_SQL              \
  "PRAGMA synchronous = FULL;"    \
  "PRAGMA secure_delete = ON;"

static const FysSqliteOption options[] = {
  { SQLITE_DBCONFIG_DEFENSIVE, 1 },
  { SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
  { SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1 },
};

static const FysSqliteKind kind = { options, G_N_ELEMENTS (options), SETTINGS_SQL, fys_journal_sqlite_fail };

static FysJournalError
get_system_error (sqlite3 *db)
{
  int errnos[FYS_SQLITE_N_ERRNOS];

  fys_sqlite_get_errnos (db, errnos);
  for (guint i = 0; i < G_N_ELEMENTS (errnos); i++)
    if (fys_journal_error_from_errno (errnos[i]) != FYS_JOURNAL_ERROR_FAILED)
      return fys_journal_error_from_errno (errnos[i]);
  return FYS_JOURNAL_ERROR_FAILED;
}

static FysJournalError
get_error (sqlite3 *db)
{
  switch (sqlite3_errcode (db) & 0xff) /* without the details of an extended code */
    {
    case SQLITE_FULL:
      return FYS_JOURNAL_ERROR_FULL;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL: /* two programs got in each other's way again and again */
      return FYS_JOURNAL_ERROR_LOCKED;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return FYS_JOURNAL_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_TOOBIG:     /* no entry is, so its length is wrong */
    case SQLITE_ERROR:      /* our statements are right, so the tables are not what the file's version says */
    case SQLITE_CONSTRAINT: /* we save valid entries only, so the table is not ours */
      return FYS_JOURNAL_ERROR_CORRUPT;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      return get_system_error (db);
    default:
      return FYS_JOURNAL_ERROR_FAILED;
    }
}

gboolean
fys_journal_sqlite_fail (sqlite3 *db,
                         GError **error)
{
  FysJournalError code = get_error (db);

  if (code != FYS_JOURNAL_ERROR_FAILED)
    fys_journal_error_set (error, code);
  else
    /* Translators: the placeholder is what SQLite says of it, in English. */
    g_set_error (error, FYS_JOURNAL_ERROR, (int) code, _("The journal’s file cannot be used: %s"), sqlite3_errmsg (db));
  return FALSE;
}

sqlite3 *
fys_journal_sqlite_open (const char *path,
                         int         flags,
                         guint       busy_timeout_ms,
                         GError    **error)
{
  return fys_sqlite_open (path, flags, busy_timeout_ms, &kind, error);
}

void
fys_journal_sqlite_set_trust (sqlite3 *db,
                              gboolean is_trusted)
{
  (void) sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, is_trusted ? 0 : 1, NULL); /* cannot fail on an open connection */
}

gboolean
fys_journal_sqlite_run (sqlite3    *db,
                        const char *sql,
                        GError    **error)
{
  return fys_sqlite_run (db, sql, fys_journal_sqlite_fail, error);
}

sqlite3_stmt *
fys_journal_sqlite_prepare (sqlite3    *db,
                            const char *sql,
                            GError    **error)
{
  return fys_sqlite_prepare (db, sql, fys_journal_sqlite_fail, error);
}

gboolean
fys_journal_sqlite_query_int (sqlite3    *db,
                              const char *sql,
                              gint64     *out_value,
                              GError    **error)
{
  return fys_sqlite_query_int (db, sql, out_value, fys_journal_sqlite_fail, error);
}

gboolean
fys_journal_sqlite_begin (sqlite3 *db,
                          GError **error)
{
  return fys_journal_sqlite_run (db, BEGIN_SQL, error);
}

gboolean
fys_journal_sqlite_commit (sqlite3 *db,
                           GError **error)
{
  if (fys_journal_sqlite_run (db, COMMIT_SQL, error))
    return TRUE;
  fys_sqlite_roll_back (db);
  return FALSE;
}
