/* fys-journal-sqlite.c - SQLite as the journal uses it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/journal/fys-journal-sqlite.h"

#include <glib/gi18n-lib.h>

#define BEGIN_SQL     "BEGIN IMMEDIATE"
#define COMMIT_SQL    "COMMIT"
#define ROLL_BACK_SQL "ROLLBACK"

/* Of every connection.
 * synchronous: with WAL, only FULL waits for the disk before a commit is reported, and a commit is what the user was told is saved.
 * secure_delete: what the user deleted is overwritten, not just forgotten; see VACUUM_SQL of the store for the rest.
 * temp_store: sorting and VACUUM leave no copy of the journal in a file elsewhere.
 * mmap_size: a file that is cut off while it is mapped would kill the program.
 * cell_size_check: a damaged page is noticed before it is used. */
#define SETTINGS_SQL                                                                                                                                 \
  "PRAGMA synchronous = FULL;"                                                                                                                       \
  "PRAGMA secure_delete = ON;"                                                                                                                       \
  "PRAGMA temp_store = MEMORY;"                                                                                                                      \
  "PRAGMA mmap_size = 0;"                                                                                                                            \
  "PRAGMA cell_size_check = ON;"

/* The file may come from anywhere (a backup, another machine): nothing in its schema is run. */
static const struct
{
  int option;
  int value;
} config[] = {
  { SQLITE_DBCONFIG_DEFENSIVE, 1 },
  { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
  { SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
  { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
  { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
  { SQLITE_DBCONFIG_DQS_DDL, 0 },
  { SQLITE_DBCONFIG_DQS_DML, 0 },
  { SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1 },
};

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
static FysJournalError
get_system_error (sqlite3 *db)
{
  const int codes[] = {
    get_file_errno (db, SQLITE_FCNTL_JOURNAL_POINTER),
    get_file_errno (db, SQLITE_FCNTL_FILE_POINTER),
    sqlite3_system_errno (db),
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (fys_journal_error_from_errno (codes[i]) != FYS_JOURNAL_ERROR_FAILED)
      return fys_journal_error_from_errno (codes[i]);
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
  sqlite3 *db = NULL;

  if (sqlite3_open_v2 (path, &db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL) != SQLITE_OK)
    {
      (void) fys_journal_sqlite_fail (db, error);
      fys_journal_sqlite_close (db);
      return NULL;
    }
  (void) sqlite3_busy_timeout (db, (int) busy_timeout_ms); /* cannot fail on an open connection */
  for (guint i = 0; i < G_N_ELEMENTS (config); i++)
    (void) sqlite3_db_config (db, config[i].option, config[i].value, NULL); /* an SQLite that lacks one was built without it */
  if (!fys_journal_sqlite_run (db, SETTINGS_SQL, error))
    {
      fys_journal_sqlite_close (db);
      return NULL;
    }
  return db;
}

void
fys_journal_sqlite_set_trust (sqlite3 *db,
                              gboolean is_trusted)
{
  (void) sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, is_trusted ? 0 : 1, NULL); /* cannot fail on an open connection */
}

void
fys_journal_sqlite_close (sqlite3 *db)
{
  /* Everything that was reported as saved already is, whatever this answers. */
  (void) sqlite3_close_v2 (db);
}

gboolean
fys_journal_sqlite_run (sqlite3    *db,
                        const char *sql,
                        GError    **error)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    return fys_journal_sqlite_fail (db, error);
  return TRUE;
}

sqlite3_stmt *
fys_journal_sqlite_prepare (sqlite3    *db,
                            const char *sql,
                            GError    **error)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    (void) fys_journal_sqlite_fail (db, error);
  return statement;
}

gboolean
fys_journal_sqlite_query_int (sqlite3    *db,
                              const char *sql,
                              gint64     *out_value,
                              GError    **error)
{
  g_autoptr (sqlite3_stmt) statement = fys_journal_sqlite_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  if (sqlite3_step (statement) != SQLITE_ROW)
    return fys_journal_sqlite_fail (db, error);
  *out_value = sqlite3_column_int64 (statement, 0);
  return TRUE;
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
  fys_journal_sqlite_roll_back (db);
  return FALSE;
}

void
fys_journal_sqlite_roll_back (sqlite3 *db)
{
  if (!sqlite3_get_autocommit (db))
    (void) sqlite3_exec (db, ROLL_BACK_SQL, NULL, NULL, NULL); /* the error that led here is the one to report */
}
