/* fys-journal-sqlite.h - SQLite as the journal uses it: strict settings, bound values, and errors of our own
 *
 * Private to the journal. A connection is used by one thread at a time. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/fys-sqlite.h"
#include "core/journal/fys-journal-error.h"

G_BEGIN_DECLS

/**
 * fys_journal_sqlite_open:
 * @path: the file, which SQLite makes when it is not there
 * @flags: one of SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE and SQLITE_OPEN_READONLY
 * @busy_timeout_ms: how long a statement waits for another program
 *
 * Does not read the file yet. Closing the connection does not touch the file either, until fys_journal_sqlite_set_trust().
 *
 * Returns: (transfer full) (nullable): for fys_sqlite_close() */
sqlite3      *fys_journal_sqlite_open      (const char  *path,
                                            int          flags,
                                            guint        busy_timeout_ms,
                                            GError     **error);
/* Closing a connection to a file that is trusted brings what the WAL holds into the file, and takes the WAL away. Only one that was found to be sound
 * is. */
void          fys_journal_sqlite_set_trust (sqlite3     *db,
                                            gboolean     is_trusted);
/* Sets @error to what the last call on @db failed with. Returns: %FALSE, so that a caller can return it */
gboolean      fys_journal_sqlite_fail      (sqlite3     *db,
                                            GError     **error);
/* Runs one or more statements that need no values. */
gboolean      fys_journal_sqlite_run       (sqlite3     *db,
                                            const char  *sql,
                                            GError     **error);
/* Returns: (transfer full) (nullable): for sqlite3_finalize() */
sqlite3_stmt *fys_journal_sqlite_prepare   (sqlite3     *db,
                                            const char  *sql,
                                            GError     **error);
/* Runs a statement that answers with one integer. */
gboolean      fys_journal_sqlite_query_int (sqlite3     *db,
                                            const char  *sql,
                                            gint64      *out_value,
                                            GError     **error);
/* A transaction that may write, from its first statement on; two programs take turns. */
gboolean      fys_journal_sqlite_begin     (sqlite3     *db,
                                            GError     **error);
/* When it returns %TRUE, what the transaction wrote is on the disk. Else it is as if it had not been. */
gboolean      fys_journal_sqlite_commit    (sqlite3     *db,
                                            GError     **error);

G_END_DECLS
