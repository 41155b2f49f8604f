/* fys-sqlite.h - SQLite as this program uses it: files that may come from anywhere, and errors of the area that asks
 *
 * Private to the areas of core that keep a database. A connection is used by one thread at a time. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* A statement that is finalized when it goes out of scope. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

/* Sets @error to what the last call on @db failed with, in the area's own domain. Returns: %FALSE, so that a caller can return it */
typedef gboolean (*FysSqliteFail) (sqlite3 *db,
                                   GError **error);

/** FysSqliteOption: one of SQLITE_DBCONFIG_… that is on (1) or off (0) */
typedef struct
{
  int option;
  int value;
} FysSqliteOption;

/** FysSqliteKind: what the connections of an area have beside what all have.
 * @options: (nullable), @n_options: set before anything is done with the file
 * @settings: pragmas */
typedef struct
{
  const FysSqliteOption *options;
  guint                  n_options;
  const char            *settings;
  FysSqliteFail          fail;
} FysSqliteKind;

/**
 * fys_sqlite_open:
 * @location: a path, or an address that begins with "file:"
 * @flags: SQLITE_OPEN_READWRITE and the like
 * @busy_timeout_ms: how long a statement waits for another connection
 *
 * Nothing in the file's schema is run. Does not read the file yet.
 *
 * Returns: (transfer full) (nullable): for fys_sqlite_close() */
sqlite3      *fys_sqlite_open           (const char          *location,
                                         int                  flags,
                                         guint                busy_timeout_ms,
                                         const FysSqliteKind *kind,
                                         GError             **error);
/* Everything that was committed already is, whatever SQLite answers. @db: (nullable) */
void          fys_sqlite_close          (sqlite3      *db);
/* Runs one or more statements that need no values. */
gboolean      fys_sqlite_run            (sqlite3      *db,
                                         const char   *sql,
                                         FysSqliteFail fail,
                                         GError      **error);
/* Returns: (transfer full) (nullable): for sqlite3_finalize() */
sqlite3_stmt *fys_sqlite_prepare        (sqlite3      *db,
                                         const char   *sql,
                                         FysSqliteFail fail,
                                         GError      **error);
/* Runs a statement that answers with one integer. */
gboolean      fys_sqlite_query_int      (sqlite3      *db,
                                         const char   *sql,
                                         gint64       *out_value,
                                         FysSqliteFail fail,
                                         GError      **error);
/* Ends a transaction that failed, if one is still open; some errors end it by themselves. */
void          fys_sqlite_roll_back      (sqlite3      *db);

#define FYS_SQLITE_N_ERRNOS 3

/* What the system said last of the write-ahead log, of the database and of the connection; 0 for nothing. */
void          fys_sqlite_get_errnos     (sqlite3      *db,
                                         int           out_errnos[FYS_SQLITE_N_ERRNOS]);

G_END_DECLS
