/* fys-journal-schema.c - what the journal's file looks like, and how an older one becomes that
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/journal/fys-journal-schema.h"

#define GET_VERSION_SQL        "PRAGMA user_version"
#define SET_VERSION_SQL        "PRAGMA user_version = %u" /* a pragma takes no bound value */
#define GET_APPLICATION_ID_SQL "PRAGMA application_id"
#define SET_APPLICATION_ID_SQL "PRAGMA application_id = %u"
#define COUNT_TABLES_SQL       "SELECT count(*) FROM sqlite_schema"

/* AUTOINCREMENT, so that an id that someone still holds never comes to mean another entry. STRICT and the CHECKs are what tells a damaged row, as
 * quick_check looks at them too. There is no index: the journal is read as a whole, and what is not there cannot break. */
const char *const fys_journal_schema_steps[] = {
  "CREATE TABLE entries ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  started_unix_s INTEGER NOT NULL CHECK (started_unix_s BETWEEN 0 AND 253402128000),"
  "  utc_offset_s INTEGER NOT NULL CHECK (utc_offset_s BETWEEN -64800 AND 64800),"
  "  article TEXT NOT NULL,"
  "  article_title TEXT NOT NULL,"
  "  exercise TEXT NOT NULL,"
  "  hold_s INTEGER NOT NULL CHECK (hold_s BETWEEN 0 AND 4294967295),"
  "  reps INTEGER NOT NULL CHECK (reps BETWEEN 0 AND 4294967295),"
  "  sets INTEGER NOT NULL CHECK (sets BETWEEN 0 AND 4294967295),"
  "  rest_s INTEGER NOT NULL CHECK (rest_s BETWEEN 0 AND 4294967295),"
  "  is_per_side INTEGER NOT NULL CHECK (is_per_side IN (0, 1)),"
  "  n_planned INTEGER NOT NULL CHECK (n_planned BETWEEN 0 AND 4294967295),"
  "  n_done INTEGER NOT NULL CHECK (n_done BETWEEN 0 AND 4294967295),"
  "  active_s INTEGER NOT NULL CHECK (active_s BETWEEN 0 AND 4294967295),"
  "  pain_before INTEGER CHECK (pain_before BETWEEN 0 AND 10),"
  "  pain_after INTEGER CHECK (pain_after BETWEEN 0 AND 10),"
  "  note TEXT NOT NULL"
  ") STRICT",
};

static gboolean
set_version (sqlite3 *db,
             guint    version,
             GError **error)
{
  g_autofree char *sql = g_strdup_printf (SET_VERSION_SQL, version);

  return fys_journal_sqlite_run (db, sql, error);
}

static gboolean
set_application_id (sqlite3 *db,
                    GError **error)
{
  g_autofree char *sql = g_strdup_printf (SET_APPLICATION_ID_SQL, (guint) FYS_JOURNAL_APPLICATION_ID);

  return fys_journal_sqlite_run (db, sql, error);
}

/* Whose file it is and of which version. */
static gboolean
read_version (sqlite3 *db,
              guint    n_steps,
              guint   *out_version,
              GError **error)
{
  gint64 version;
  gint64 application_id;
  gint64 n_tables;

  if (!fys_journal_sqlite_query_int (db, GET_VERSION_SQL, &version, error) ||
      !fys_journal_sqlite_query_int (db, GET_APPLICATION_ID_SQL, &application_id, error) ||
      !fys_journal_sqlite_query_int (db, COUNT_TABLES_SQL, &n_tables, error))
    return FALSE;

  if (version < 0 || version > FYS_JOURNAL_SCHEMA_VERSION_MAX || (version == 0) != (n_tables == 0) ||
      application_id != (version == 0 ? 0 : FYS_JOURNAL_APPLICATION_ID))
    {
      fys_journal_error_set (error, FYS_JOURNAL_ERROR_CORRUPT);
      return FALSE;
    }
  if (version > n_steps)
    {
      fys_journal_error_set (error, FYS_JOURNAL_ERROR_NEWER);
      return FALSE;
    }
  *out_version = (guint) version;
  return TRUE;
}

static gboolean
run_steps (sqlite3           *db,
           const char *const *steps,
           guint              n_steps,
           GError           **error)
{
  guint version;

  /* Read again: another program may have been faster. */
  if (!read_version (db, n_steps, &version, error))
    return FALSE;
  for (guint i = version; i < n_steps; i++)
    if (!fys_journal_sqlite_run (db, steps[i], error))
      return FALSE;
  return set_application_id (db, error) && set_version (db, n_steps, error);
}

gboolean
fys_journal_schema_migrate (sqlite3           *db,
                            const char *const *steps,
                            guint              n_steps,
                            GError           **error)
{
  guint version;

  if (!read_version (db, n_steps, &version, error))
    return FALSE;
  if (version == n_steps)
    return TRUE;
  if (!fys_journal_sqlite_begin (db, error))
    return FALSE;
  if (!run_steps (db, steps, n_steps, error))
    {
      fys_sqlite_roll_back (db);
      return FALSE;
    }
  return fys_journal_sqlite_commit (db, error);
}
