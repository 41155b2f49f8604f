/* fys-library-index.h - the index: a table of articles beside the search engine's tables of texts
 *
 * Every file that lies in a source has a row; of those with the same key one counts, the others are covered. Only what counts and is listed is given
 * to the search engine. For the writer's thread, but for what says otherwise. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exercise/fys-exercise.h"
#include "core/library/fys-library-sqlite.h"
#include "core/library/fys-library.h"

G_BEGIN_DECLS

/* A change of the tables, or of what the program reads out of an article, means that the index is built anew. */
#define FYS_LIBRARY_INDEX_VERSION 3

typedef enum
{
  FYS_ARTICLE_STATE_LISTED,
  FYS_ARTICLE_STATE_UNLISTED, /* can be found by its key only */
  FYS_ARTICLE_STATE_COVERED,  /* another file has the same key and comes from a later source */
} FysArticleState;

/** FysLibraryStamp: what tells without reading it whether a file has changed. */
typedef struct
{
  gint64 size;
  gint64 mtime_ns;
} FysLibraryStamp;

#define FYS_LIBRARY_HASH_BYTES 16

/** FysLibraryRow: what the index remembers of a file.
 * @id: 0 when the index does not know it
 * @source_id: see fys_library_index_set_sources() */
typedef struct
{
  gint64          id;
  gint64          source_id;
  FysArticleState state;
  FysLibraryStamp stamp;
  guint8          hash[FYS_LIBRARY_HASH_BYTES];
} FysLibraryRow;

/** FysLibraryFile: a file that was read and parsed. @met_s: when the index meets it, seconds since 1970; counts only when it is new */
typedef struct
{
  const char      *path;
  gint64           source_id;
  FysLibraryStamp  stamp;
  guint8           hash[FYS_LIBRARY_HASH_BYTES];
  FysArticle      *article;
  FysExerciseList *exercises;
  gint64           met_s;
} FysLibraryFile;

typedef struct _FysLibraryIndex FysLibraryIndex;

/**
 * fys_library_index_open:
 * @location: see fys_library_sqlite_open()
 *
 * Makes the tables when there are none. FYS_LIBRARY_ERROR_BROKEN when what lies there cannot be used.
 *
 * Returns: (transfer full) (nullable) */
FysLibraryIndex *fys_library_index_open            (const char            *location,
                                                    GError               **error);
void             fys_library_index_free            (FysLibraryIndex       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FysLibraryIndex, fys_library_index_free)
sqlite3         *fys_library_index_get_db          (FysLibraryIndex       *self);

gboolean         fys_library_index_begin           (FysLibraryIndex       *self,
                                                    GError               **error);
/* Brings up to date what is counted over the whole library, and ends the transaction. When it fails, it is as if the transaction had not been. */
gboolean         fys_library_index_commit          (FysLibraryIndex       *self,
                                                    GError               **error);
void             fys_library_index_roll_back       (FysLibraryIndex       *self);

/* Makes @sources (element-type FysLibrarySource) those that there are, the last one counting most. @out_ids: (element-type gint64): one each. Begins
 * and ends a transaction of its own when something is to be changed. */
gboolean         fys_library_index_set_sources     (FysLibraryIndex       *self,
                                                    GPtrArray             *sources,
                                                    GArray                *out_ids,
                                                    GError               **error);
/* Whether the index knows no file of the source. */
gboolean         fys_library_index_source_is_empty (FysLibraryIndex       *self,
                                                    gint64                 source_id,
                                                    gboolean              *out_is_empty,
                                                    GError               **error);
/* @out_row: its id is 0 when the index does not know @path. */
gboolean         fys_library_index_look_up         (FysLibraryIndex       *self,
                                                    const char            *path,
                                                    FysLibraryRow         *out_row,
                                                    GError               **error);
/* In a transaction. Adds @file, or takes it in place of what was known of its path. */
gboolean         fys_library_index_put             (FysLibraryIndex       *self,
                                                    const FysLibraryFile  *file,
                                                    GError               **error);
/* In a transaction. The file is as it was, but its stamp or its source is another one. */
gboolean         fys_library_index_touch           (FysLibraryIndex       *self,
                                                    gint64                 id,
                                                    gint64                 source_id,
                                                    const FysLibraryStamp *stamp,
                                                    GError               **error);
/* In a transaction. What it covered comes to the fore. */
gboolean         fys_library_index_remove          (FysLibraryIndex       *self,
                                                    gint64                 id,
                                                    GError               **error);
/* The next file after @after_id, by id. @out_id: 0 when there is none. @out_path: (transfer full) */
gboolean         fys_library_index_next            (FysLibraryIndex       *self,
                                                    gint64                 after_id,
                                                    gint64                *out_id,
                                                    char                 **out_path,
                                                    GError               **error);
/* The highest id that a file has: 0 or more, and not so high that a bit for each would be too much. */
gboolean         fys_library_index_get_last_id     (FysLibraryIndex       *self,
                                                    gint64                *out_id,
                                                    GError               **error);
/* How many articles are listed. */
gboolean         fys_library_index_count           (FysLibraryIndex       *self,
                                                    guint                 *out_n_articles,
                                                    GError               **error);

/* What a file is read into, by whoever puts it into the index: @article parsed, its exercises found, the hash taken. Any thread; blocks.
 * Returns: %FALSE with a #GIOErrorEnum or #FysArticleError when it cannot be read */
gboolean         fys_library_file_read             (const char            *path,
                                                    FysArticle           **out_article,
                                                    FysExerciseList      **out_exercises,
                                                    guint8                *out_hash,
                                                    GError               **error);

G_END_DECLS
