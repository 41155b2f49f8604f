/* fys-search-state.c - what the search keeps for a connection, and the tokenizer of its table
 *
 * A word of a text goes into the table as its stem. What a query asks for are stems already, parted by spaces, so they are taken as they are.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-search-state.h"

#include <string.h>

#include "core/library/fys-library.h"

#define TOKENIZER "fysbog"
#define API_SQL   "SELECT fts5(?1)"

static void
free_state (gpointer data)
{
  FysSearchState *self = data;

  fys_stemmer_free (self->stemmer);
  fys_lay_words_free (self->lay_words);
  g_hash_table_unref (self->words);
  g_hash_table_unref (self->stems);
  g_free (self);
}

/* What was counted for a transaction that is rolled back was not added. */
static void
forget_counts_cb (gpointer data)
{
  FysSearchState *self = data;

  g_hash_table_remove_all (self->words);
  g_hash_table_remove_all (self->stems);
  self->n_articles = 0;
}

static int
create_tokenizer (void           *context,
                  const char    **arguments,
                  int             n_arguments,
                  Fts5Tokenizer **out_tokenizer)
{
  *out_tokenizer = context;
  return SQLITE_OK;
}

static void
delete_tokenizer (Fts5Tokenizer *tokenizer)
{
}

typedef int (*TokenFunc) (void *, int, const char *, int, int, int);

static int
tokenize_query (void       *context,
                const char *text,
                int         length,
                TokenFunc   add)
{
  int start = 0;

  while (start < length)
    {
      int end = start;
      int status;

      while (end < length && text[end] != ' ')
        end++;
      status = end > start ? add (context, 0, text + start, end - start, start, end) : SQLITE_OK;
      if (status != SQLITE_OK)
        return status;
      start = end + 1;
    }
  return SQLITE_OK;
}

static int
tokenize (Fts5Tokenizer *tokenizer,
          void          *context,
          int            flags,
          const char    *text,
          int            length,
          TokenFunc      add)
{
  FysSearchState *self = (FysSearchState *) (void *) tokenizer;
  FysWord         word = { 0 };
  gboolean        is_name = length > 0 && text != NULL && text[0] == FYS_SEARCH_NAME_MARK;

  if (text == NULL)
    return SQLITE_OK;
  if ((flags & FTS5_TOKENIZE_QUERY) != 0)
    return tokenize_query (context, text, length, add);
  while (fys_word_next (text, (gsize) length, &word))
    {
      const char *stem = fys_stemmer_stem (self->stemmer, word.folded, word.length);
      char        token[FYS_DANISH_WORD_BYTES + 1] = { FYS_SEARCH_NAME_MARK };
      int         status;

      (void) g_strlcpy (token + 1, stem, sizeof token - 1);
      status = add (context, 0, is_name ? token : stem, (int) strlen (stem) + is_name, (int) word.start, (int) word.end);
      if (status != SQLITE_OK)
        return status;
    }
  return SQLITE_OK;
}

static const fts5_api *
find_api (sqlite3 *db,
          GError **error)
{
  g_autoptr (sqlite3_stmt) statement = fys_library_sqlite_prepare (db, API_SQL, error);
  fts5_api *api = NULL;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
  if (sqlite3_step (statement) != SQLITE_ROW)
    {
      (void) fys_library_sqlite_fail (db, error);
      return NULL;
    }
  if (api == NULL)
    g_set_error_literal (error, FYS_LIBRARY_ERROR, FYS_LIBRARY_ERROR_FAILED, "SQLite has no FTS5");
  return api;
}

gboolean
fys_search_state_attach (sqlite3           *db,
                         FysSearchLoadEntry load_entry,
                         GError           **error)
{
  fts5_tokenizer  tokenizer = { create_tokenizer, delete_tokenizer, tokenize };
  const fts5_api *api = find_api (db, error);
  FysSearchState *self;

  if (api == NULL)
    return FALSE;
  self = g_new0 (FysSearchState, 1);
  self->api = api;
  self->load_entry = load_entry;
  self->stemmer = fys_stemmer_new ();
  self->lay_words = fys_lay_words_new (self->stemmer);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  /* When this fails, the state is freed already. */
  if (api->xCreateTokenizer ((fts5_api *) api, TOKENIZER, self, &tokenizer, free_state) != SQLITE_OK)
    return fys_library_sqlite_fail (db, error);
  (void) sqlite3_rollback_hook (db, forget_counts_cb, self);
  return TRUE;
}

FysSearchState *
fys_search_state_get (sqlite3 *db,
                      GError **error)
{
  const fts5_api *api = find_api (db, error);
  void           *context = NULL;
  fts5_tokenizer  tokenizer;

  if (api == NULL)
    return NULL;
  if (api->xFindTokenizer ((fts5_api *) api, TOKENIZER, &context, &tokenizer) != SQLITE_OK || tokenizer.xTokenize != tokenize)
    {
      g_set_error_literal (error, FYS_LIBRARY_ERROR, FYS_LIBRARY_ERROR_FAILED, "not attached");
      return NULL;
    }
  return context;
}
