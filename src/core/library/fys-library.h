/* fys-library.h - the articles at hand: the folders they lie in, their index, and what is asked of it
 *
 *   the caller's thread             the writer's thread              the readers' threads
 *   fys_library_start()  ────────▶  scan, parse, write (WAL)
 *   ::changed, progress  ◀────────  after each batch
 *   fys_library_…_async  ─────────────────────────────────────────▶  SQLite, read only; a search and a list do not wait for each other
 *   callback             ◀─────────────────────────────────────────
 *
 * The index is a file in the user's cache folder, which can always be thrown away: whatever is wrong with it, it is built anew. Where it cannot be
 * written, it lives in memory. No network, ever. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/article/fys-article.h"
#include "core/library/fys-library-entry.h"
#include "core/library/fys-search.h"

G_BEGIN_DECLS

typedef enum
{
  FYS_SOURCE_SHIPPED, /* with the program */
  FYS_SOURCE_PACK,    /* a content pack beside it */
  FYS_SOURCE_DATA,    /* fysbog/articles in an XDG data dir */
  FYS_SOURCE_USER,    /* a folder that the user added */
} FysSourceKind;

/** FysLibrarySource: a folder with articles, at any depth. Of two articles with the same key the one of the later source counts. */
typedef struct
{
  FysSourceKind kind;
  char         *path;
} FysLibrarySource;

/** FysLibraryProblem: something that could not be read, or not be kept; for the user's eyes, translated.
 * @path: (nullable): in the encoding of file names
 * @message: what is wrong, in a sentence
 * @is_source: @path is one of the folders itself (gone, a drive that is not there, no permission) */
typedef struct
{
  char    *path;
  char    *message;
  gboolean is_source;
} FysLibraryProblem;

#define FYS_LIBRARY_ERROR (fys_library_error_quark ())
typedef enum
{
  FYS_LIBRARY_ERROR_BROKEN, /* the index is damaged; it is being built anew */
  FYS_LIBRARY_ERROR_LOCKED,
  FYS_LIBRARY_ERROR_FULL,
  FYS_LIBRARY_ERROR_FAILED,
} FysLibraryError;
GQuark fys_library_error_quark (void);

#define FYS_TYPE_LIBRARY (fys_library_get_type ())
/* Used on the thread that made it, with that thread's default main context running.
 * Properties, read only: is-indexing (boolean), n-done and n-total (uint): of the articles that are new or changed, while is-indexing;
 * n-articles (uint); n-scans (uint): how often all folders have been looked at to the end: 0 means that it is not known yet what is there.
 * Signals: changed (): what the lists and searches answer has changed. problems-changed (). */
G_DECLARE_FINAL_TYPE (FysLibrary, fys_library, FYS, LIBRARY, GObject)

/* Shipped articles, packs, data dirs, as they are on this machine. Returns: (transfer full) (element-type FysLibrarySource) */
GPtrArray            *fys_library_dup_default_sources (void);
FysLibrarySource     *fys_library_source_new          (FysSourceKind        kind,
                                                       const char          *path);
void                  fys_library_source_free         (FysLibrarySource    *self);
/* fysbog/library-VERSION.sqlite in the user's cache folder: each version of the program has its own. Returns: (transfer full) */
char                 *fys_library_dup_default_path    (void);

/* @index_path: (nullable): %NULL keeps the index in memory. @sources: (element-type FysLibrarySource): borrowed and copied. Reads nothing yet. */
FysLibrary           *fys_library_new                 (const char          *index_path,
                                                       GPtrArray           *sources);
/* The folders that the user added, after the other sources; replaces those given before. May be called at any time. */
void                  fys_library_set_user_folders    (FysLibrary          *self,
                                                       const char *const   *paths);
/* Opens the index, compares it with the folders, brings it up to date and watches. Searches and lists can be asked at once; they answer from what
 * the index has. */
void                  fys_library_start               (FysLibrary          *self);
/* Looks at every folder again, as when a drive came back. */
void                  fys_library_rescan              (FysLibrary          *self);
/* How often every folder was looked at since the start, to wait for. */
guint                 fys_library_get_n_scans         (FysLibrary          *self);
/* (element-type FysLibraryProblem): sorted, at most some hundred. Returns: (transfer full) */
GPtrArray            *fys_library_dup_problems        (FysLibrary          *self);
/* (element-type FysLibrarySource): all, the user's at the end. Returns: (transfer full) */
GPtrArray            *fys_library_dup_sources         (FysLibrary          *self);
void                  fys_library_problem_free        (FysLibraryProblem   *self);

/** FysLibraryFilter: which articles a list holds. Unlisted articles are in no list and no search, but can be found by key.
 * @collection: FYS_N_COLLECTIONS for any
 * @body_part: (nullable): slug
 * @changed_since_s: 0, or only those that are new or changed since then, the latest first
 * @text: (nullable): only those whose title has all of its words, or parts of words; æ and ø may be typed as ae and oe. Of many words the first four
 * @order: by title (Danish alphabet) or the latest update first */
typedef struct
{
  FysCollection collection;
  const char   *body_part;
  gint64        changed_since_s;
  const char   *text;
  enum
  {
    FYS_ORDER_TITLE,
    FYS_ORDER_UPDATED,
  } order;
} FysLibraryFilter;

/** FysLibraryCounts: how many listed articles there are, for the start page.
 * @body_parts: (element-type utf8 guint): slug → GUINT_TO_POINTER (n) */
typedef struct
{
  guint       n_articles;
  guint       n_questions;
  guint       n_exercises;
  guint       n_by_collection[FYS_N_COLLECTIONS];
  GHashTable *body_parts;
} FysLibraryCounts;

void                  fys_library_counts_free         (FysLibraryCounts    *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FysLibraryCounts, fys_library_counts_free)

/* The calls below answer on the caller's main context. Cancelled ones end with G_IO_ERROR_CANCELLED, a running query within a millisecond or so. */
void                  fys_library_list_async          (FysLibrary             *self,
                                                       const FysLibraryFilter *filter,
                                                       guint                   offset,
                                                       guint                   limit,
                                                       GCancellable           *cancellable,
                                                       GAsyncReadyCallback     callback,
                                                       gpointer                user_data);
/* Returns: (transfer full) (nullable) (element-type FysLibraryEntry) */
GPtrArray            *fys_library_list_finish         (FysLibrary             *self,
                                                       GAsyncResult           *result,
                                                       GError                **error);
/* How many articles fys_library_list_async() would list without a limit. */
void                  fys_library_count_list_async    (FysLibrary             *self,
                                                       const FysLibraryFilter *filter,
                                                       GCancellable           *cancellable,
                                                       GAsyncReadyCallback     callback,
                                                       gpointer                user_data);
/* @out_n: set to 0 on error */
gboolean              fys_library_count_list_finish   (FysLibrary             *self,
                                                       GAsyncResult           *result,
                                                       guint                  *out_n,
                                                       GError                **error);
void                  fys_library_count_async         (FysLibrary             *self,
                                                       GCancellable           *cancellable,
                                                       GAsyncReadyCallback     callback,
                                                       gpointer                user_data);
/* Returns: (transfer full) (nullable) */
FysLibraryCounts     *fys_library_count_finish        (FysLibrary             *self,
                                                       GAsyncResult           *result,
                                                       GError                **error);
/* @keys: article keys; the answer has an entry for each that is in the library, in the order of @keys. */
void                  fys_library_find_async          (FysLibrary             *self,
                                                       const char *const      *keys,
                                                       GCancellable           *cancellable,
                                                       GAsyncReadyCallback     callback,
                                                       gpointer                user_data);
/* Returns: (transfer full) (nullable) (element-type FysLibraryEntry): %NULL on error only */
GPtrArray            *fys_library_find_finish         (FysLibrary             *self,
                                                       GAsyncResult           *result,
                                                       GError                **error);
/* A search that is asked for while another one runs does not wait for it when that one was cancelled. */
void                  fys_library_search_async        (FysLibrary             *self,
                                                       const FysSearchQuery   *query,
                                                       GCancellable           *cancellable,
                                                       GAsyncReadyCallback     callback,
                                                       gpointer                user_data);
/* Returns: (transfer full) (nullable) */
FysSearchResults     *fys_library_search_finish       (FysLibrary             *self,
                                                       GAsyncResult           *result,
                                                       GError                **error);
/* See fys_search_engine_list_questions(). */
void                  fys_library_questions_async     (FysLibrary             *self,
                                                       const char             *filter,
                                                       guint                   offset,
                                                       guint                   limit,
                                                       GCancellable           *cancellable,
                                                       GAsyncReadyCallback     callback,
                                                       gpointer                user_data);
/* Returns: (transfer full) (nullable) (element-type FysHit) */
GPtrArray            *fys_library_questions_finish    (FysLibrary             *self,
                                                       GAsyncResult           *result,
                                                       GError                **error);
/** FysTermMention: the first mention in an article of another article's title.
 * @start, @length: bytes of the text of @block (running text only, never a heading, a link or code) */
typedef struct
{
  guint            block;
  guint            start;
  guint            length;
  FysLibraryEntry *entry;
} FysTermMention;

/* Looks for the titles of other articles, inflected too, in the text of @article. @own_key: the article's own. */
void                  fys_library_terms_async         (FysLibrary             *self,
                                                       FysArticle             *article,
                                                       const char             *own_key,
                                                       GCancellable           *cancellable,
                                                       GAsyncReadyCallback     callback,
                                                       gpointer                user_data);
/* Returns: (transfer full) (nullable) (element-type FysTermMention): in reading order */
GPtrArray            *fys_library_terms_finish        (FysLibrary             *self,
                                                       GAsyncResult           *result,
                                                       GError                **error);
void                  fys_term_mention_free           (FysTermMention         *self);

G_END_DECLS
