/* fys-library-index-private.h - what the files of the index share
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/library/fys-library-index.h"

G_BEGIN_DECLS

typedef enum
{
  FYS_INDEX_LOOK_UP,
  FYS_INDEX_INSERT,
  FYS_INDEX_UPDATE,
  FYS_INDEX_TOUCH,
  FYS_INDEX_SET_STATE,
  FYS_INDEX_LOOK_UP_ID,
  FYS_INDEX_LIST_KEY,
  FYS_INDEX_DELETE,
  FYS_INDEX_NEXT,
  FYS_INDEX_LAST_ID,
  FYS_INDEX_COUNT,
  FYS_INDEX_SOURCE_IS_EMPTY,
  FYS_INDEX_N_STATEMENTS,
} FysLibraryIndexStatement;

struct _FysLibraryIndex
{
  sqlite3      *db;
  sqlite3_stmt *statements[FYS_INDEX_N_STATEMENTS];
};

/* Returns: (transfer none): the statement, ready to be bound */
sqlite3_stmt *fys_library_index_take_statement (FysLibraryIndex         *self,
                                                FysLibraryIndexStatement id);
/* @path: outlives the step */
void          fys_library_index_bind_path      (sqlite3_stmt            *statement,
                                                int                      parameter,
                                                const char              *path);
/* Returns: whether there is a row; @error is set when the statement failed */
gboolean      fys_library_index_step_to_row    (sqlite3_stmt            *statement,
                                                GError                 **error);
/* Takes the texts of an article away from the search. */
gboolean      fys_library_index_take_texts     (FysLibraryIndex         *self,
                                                gint64                   id,
                                                GError                 **error);
/* Of the files with @key, lets the one of the last source count and covers the others. @file: (nullable): what was just read */
gboolean      fys_library_index_settle_key     (FysLibraryIndex         *self,
                                                const char              *key,
                                                const FysLibraryFile    *file,
                                                GError                 **error);

G_END_DECLS
