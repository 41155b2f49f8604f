/* fys-library-sqlite.h - SQLite as the library's index uses it: strict settings, and errors of our own
 *
 * Private to core/library. A connection is used by one thread at a time. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/fys-sqlite.h"

G_BEGIN_DECLS

typedef enum
{
  FYS_LIBRARY_SQLITE_WRITER,
  FYS_LIBRARY_SQLITE_READER, /* cannot change anything */
} FysLibrarySqliteRole;

/**
 * fys_library_sqlite_open:
 * @location: a path, or an address that begins with "file:" (an index in memory)
 * @busy_timeout_ms: how long a statement waits for another connection
 *
 * A writer makes the file when it is not there. Does not read it yet.
 *
 * Returns: (transfer full) (nullable): for fys_sqlite_close() */
sqlite3      *fys_library_sqlite_open      (const char          *location,
                                            FysLibrarySqliteRole role,
                                            guint                busy_timeout_ms,
                                            GError             **error);
/* Sets @error to what the last call on @db failed with: G_IO_ERROR_CANCELLED when it was interrupted, else a FYS_LIBRARY_ERROR.
 * Returns: %FALSE, so that a caller can return it */
gboolean      fys_library_sqlite_fail      (sqlite3             *db,
                                            GError             **error);
/* Runs one or more statements that need no values. */
gboolean      fys_library_sqlite_run       (sqlite3             *db,
                                            const char          *sql,
                                            GError             **error);
/* Returns: (transfer full) (nullable): for sqlite3_finalize() */
sqlite3_stmt *fys_library_sqlite_prepare   (sqlite3             *db,
                                            const char          *sql,
                                            GError             **error);
/* Runs a statement to its end, and makes it ready for the next time. */
gboolean      fys_library_sqlite_finish    (sqlite3_stmt        *statement,
                                            GError             **error);
/* Makes @statement ready for the next time. Returns: %FALSE with @error set, unless it was set before, when its last step failed */
gboolean      fys_library_sqlite_reset     (sqlite3_stmt        *statement,
                                            GError             **error);
/* Sets @error to FYS_LIBRARY_ERROR_BROKEN: what was read makes no sense. Returns: %FALSE */
gboolean      fys_library_sqlite_fail_broken (GError           **error);
/* Runs a statement that answers with one integer. */
gboolean      fys_library_sqlite_query_int (sqlite3             *db,
                                            const char          *sql,
                                            gint64              *out_value,
                                            GError             **error);

G_END_DECLS
