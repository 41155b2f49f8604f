/* fys-library-query.h - what is asked of the table of articles
 *
 * On any connection to the index; blocks. Errors: G_IO_ERROR_CANCELLED or a FYS_LIBRARY_ERROR. For core/library.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/library/fys-library-sqlite.h"
#include "core/library/fys-library.h"

G_BEGIN_DECLS

/* The columns that fys_library_query_read_entry() reads, of the table `article`; for a statement that joins it under its own name. */
#define FYS_LIBRARY_ENTRY_COLUMNS                                                                                                      \
  "article.path, article.key, article.title, article.description, article.body_parts, article.collection, article.published, "        \
  "article.updated, article.reading_min, article.n_questions, article.n_exercises, article.first_seen_s, article.changed_s"
#define FYS_LIBRARY_N_ENTRY_COLUMNS 13

/* Returns: (transfer full): the article in the current row of @statement, whose columns begin at @first_column */
FysLibraryEntry  *fys_library_query_read_entry (sqlite3_stmt           *statement,
                                                int                     first_column);
/* Returns: (transfer full) (nullable): %NULL without an error when there is no such article */
FysLibraryEntry  *fys_library_query_entry      (sqlite3                *db,
                                                gint64                  article_id,
                                                GError                **error);
/* Returns: (transfer full) (nullable) (element-type FysLibraryEntry) */
GPtrArray        *fys_library_query_list       (sqlite3                *db,
                                                const FysLibraryFilter *filter,
                                                guint                   offset,
                                                guint                   limit,
                                                GError                **error);
/* How many there are without a limit. */
gboolean          fys_library_query_n          (sqlite3                *db,
                                                const FysLibraryFilter *filter,
                                                guint                  *out_n,
                                                GError                **error);
/* Returns: (transfer full) (nullable) */
FysLibraryCounts *fys_library_query_counts     (sqlite3                *db,
                                                GError                **error);
/* Returns: (transfer full) (nullable) (element-type FysLibraryEntry): those of @keys that there are, in their order */
GPtrArray        *fys_library_query_find       (sqlite3                *db,
                                                const char *const      *keys,
                                                GError                **error);

G_END_DECLS
