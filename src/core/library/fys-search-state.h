/* fys-search-state.h - what the search keeps for a connection
 *
 * SQLite owns it: it is freed with the connection. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/library/fys-lay-words.h"
#include "core/library/fys-library-sqlite.h"
#include "core/library/fys-search-engine.h"

G_BEGIN_DECLS

/* Marks a text, and each stem of it, of which all that is asked is whether an article has the word in one of its names. */
#define FYS_SEARCH_NAME_MARK '\x01'

/** FysSearchState: @words: (element-type utf8 FysWordCount), @stems: (element-type utf8 gint): in how many more (or fewer) articles each stands
 * since the last fys_search_vocabulary_flush()
 * @n_articles: how many more (or fewer) articles there are */
typedef struct
{
  const fts5_api    *api;
  FysSearchLoadEntry load_entry;
  FysStemmer        *stemmer;
  FysLayWords       *lay_words;
  GHashTable        *words;
  GHashTable        *stems;
  int                n_articles;
} FysSearchState;

/* Makes the state of @db and the tokenizer "fysbog" with it. */
gboolean        fys_search_state_attach (sqlite3           *db,
                                         FysSearchLoadEntry load_entry,
                                         GError           **error);
/* Returns: (transfer none) (nullable): %NULL with an error when @db was not attached */
FysSearchState *fys_search_state_get    (sqlite3           *db,
                                         GError           **error);

G_END_DECLS
