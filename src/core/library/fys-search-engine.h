/* fys-search-engine.h - the part of the index that is searched: its tables, its tokenizer, its ranking
 *
 * Works on a connection that the caller owns, opened for one thread. fys-library-index owns the file, the table of articles and the transactions; this
 * owns the tables of texts. Only files of core/library include it. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "core/exercise/fys-exercise.h"
#include "core/library/fys-search.h"

G_BEGIN_DECLS

/* Part of the index's version: a change of the tables, of the tokenizer or of the stemming means that the index is built anew. */
#define FYS_SEARCH_ENGINE_VERSION 5

/* Makes the entry of an article from the caller's tables. Returns: (transfer full) (nullable): %NULL when there is none, and its hits are left out */
typedef FysLibraryEntry *(*FysSearchLoadEntry) (sqlite3 *db,
                                                gint64   article_id,
                                                GError **error);

/* Registers the tokenizer and the functions, and takes the connection's rollback hook; once for each connection, before anything else here.
 * Errors: FYS_LIBRARY_ERROR. */
gboolean          fys_search_engine_attach         (sqlite3              *db,
                                                    FysSearchLoadEntry    load_entry,
                                                    GError              **error);
/* Creates the tables, in the transaction of the caller. */
gboolean          fys_search_engine_create_tables  (sqlite3              *db,
                                                    GError              **error);
/* Adds the texts of an article (itself, its questions, its exercises) under the id that the table `article` has for it. */
gboolean          fys_search_engine_add            (sqlite3              *db,
                                                    gint64                article_id,
                                                    FysArticle           *article,
                                                    FysExerciseList      *exercises,
                                                    GError              **error);
gboolean          fys_search_engine_remove         (sqlite3              *db,
                                                    gint64                article_id,
                                                    GError              **error);
/* After a batch of changes, in its transaction: brings up to date what is counted over the whole library (vocabulary and the like). */
gboolean          fys_search_engine_finish_batch   (sqlite3              *db,
                                                    GError              **error);
/* Cancelling interrupts it within a millisecond or so (the caller calls sqlite3_interrupt(), or a progress handler looks at @cancellable).
 * Returns: (transfer full) (nullable): %NULL with G_IO_ERROR_CANCELLED or a FYS_LIBRARY_ERROR */
FysSearchResults *fys_search_engine_run            (sqlite3              *db,
                                                    const FysSearchQuery *query,
                                                    GCancellable         *cancellable,
                                                    GError              **error);
/* All questions of the library that answer to @filter ("": all, by article), as hits with their `answer`.
 * Returns: (transfer full) (nullable) (element-type FysHit): no more than @limit, after the first @offset */
GPtrArray        *fys_search_engine_list_questions (sqlite3              *db,
                                                    const char           *filter,
                                                    guint                 offset,
                                                    guint                 limit,
                                                    GCancellable         *cancellable,
                                                    GError              **error);

G_END_DECLS
