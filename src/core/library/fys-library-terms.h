/* fys-library-terms.h - the titles of articles as words that another article may mention
 *
 * A term is what stands before a colon, dash or bracket of a title, of at most FYS_TERM_MAX_WORDS words, as stems: so "Frossen skulder: når leddet
 * stivner" is found in "den frosne skulder". Looked up word by word in a table with an index, so the size of the library is of no matter.
 * Private to core/library; on any connection; blocks. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "core/library/fys-library.h"

G_BEGIN_DECLS

#define FYS_TERM_MAX_WORDS 4
/* More would make a text restless. */
#define FYS_TERMS_MAX_IN_SECTION 3
#define FYS_TERMS_MAX            40

gboolean   fys_library_terms_create (sqlite3      *db,
                                     GError      **error);
/* @key: of the article, under the id that the table `article` has for it. */
gboolean   fys_library_terms_add    (sqlite3      *db,
                                     gint64        article_id,
                                     const char   *key,
                                     const char   *title,
                                     GError      **error);
gboolean   fys_library_terms_remove (sqlite3      *db,
                                     gint64        article_id,
                                     GError      **error);
/* See fys_library_terms_async(). Returns: (transfer full) (nullable) (element-type FysTermMention) */
GPtrArray *fys_library_terms_find   (sqlite3      *db,
                                     FysArticle   *article,
                                     const char   *own_key,
                                     GCancellable *cancellable,
                                     GError      **error);

G_END_DECLS
