/* fys-library-index-key.c - of the files that have the same key, which one counts and is given to the search
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-library-index-private.h"

#include <string.h>

#include "core/library/fys-library-folder.h"
#include "core/library/fys-library-terms.h"
#include "core/library/fys-search-engine.h"

static gboolean
set_state (FysLibraryIndex *self,
           gint64           id,
           FysArticleState  state,
           GError         **error)
{
  sqlite3_stmt *statement = fys_library_index_take_statement (self, FYS_INDEX_SET_STATE);

  (void) sqlite3_bind_int64 (statement, 1, id);
  (void) sqlite3_bind_int (statement, 2, (int) state);
  return fys_library_sqlite_finish (statement, error);
}

/** Candidate: a file that has a key. */
typedef struct
{
  gint64          id;
  char           *path;
  FysArticleState state;
  gboolean        is_unlisted;
} Candidate;

static void
clear_candidate (gpointer data)
{
  g_free (((Candidate *) data)->path);
}

/* Returns: (transfer full) (nullable) (element-type Candidate): the one that counts first */
static GArray *
list_candidates (FysLibraryIndex *self,
                 const char      *key,
                 GError         **error)
{
  sqlite3_stmt      *statement = fys_library_index_take_statement (self, FYS_INDEX_LIST_KEY);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (GError) problem = NULL;

  g_array_set_clear_func (candidates, clear_candidate);
  (void) sqlite3_bind_text (statement, 1, key, -1, SQLITE_STATIC);
  while (fys_library_index_step_to_row (statement, &problem))
    {
      const char *path = sqlite3_column_blob (statement, 1);
      Candidate   candidate = {
          .id = sqlite3_column_int64 (statement, 0),
          .path = g_strndup (path != NULL ? path : "", (gsize) sqlite3_column_bytes (statement, 1)),
          .state = (FysArticleState) sqlite3_column_int (statement, 2),
          .is_unlisted = sqlite3_column_int (statement, 3) != 0,
      };

      g_array_append_val (candidates, candidate);
    }
  (void) sqlite3_reset (statement);
  if (problem == NULL)
    return g_steal_pointer (&candidates);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

static gboolean
give_texts (FysLibraryIndex *self,
            const Candidate *candidate,
            FysArticle      *article,
            FysExerciseList *exercises,
            GError         **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (candidate->path);
  g_autofree char  *key = fys_library_dup_article_key (file);

  return fys_search_engine_add (self->db, candidate->id, article, exercises, error) &&
         fys_library_terms_add (self->db, candidate->id, key, fys_article_get_title (article), error);
}

gboolean
fys_library_index_take_texts (FysLibraryIndex *self,
                              gint64           id,
                              GError         **error)
{
  return fys_search_engine_remove (self->db, id, error) && fys_library_terms_remove (self->db, id, error);
}

/* Gives the texts of @candidate to the search engine. @file: (nullable): what was just read, if it is that file. */
static gboolean
add_texts (FysLibraryIndex      *self,
           const Candidate      *candidate,
           const FysLibraryFile *file,
           GError              **error)
{
  g_autoptr (FysArticle) article = NULL;
  g_autoptr (FysExerciseList) exercises = NULL;
  guint8 hash[FYS_LIBRARY_HASH_BYTES];

  if (file != NULL && strcmp (file->path, candidate->path) == 0)
    return give_texts (self, candidate, file->article, file->exercises, error);

  /* It comes back to the fore. One that cannot be read now is removed when the folders are looked at. */
  if (!fys_library_file_read (candidate->path, &article, &exercises, hash, NULL))
    return TRUE;
  return give_texts (self, candidate, article, exercises, error);
}

static gboolean
move_to_state (FysLibraryIndex      *self,
               const Candidate      *candidate,
               FysArticleState       state,
               const FysLibraryFile *file,
               GError              **error)
{
  if (candidate->state == state)
    return TRUE;
  if (candidate->state == FYS_ARTICLE_STATE_LISTED && !fys_library_index_take_texts (self, candidate->id, error))
    return FALSE;
  if (state == FYS_ARTICLE_STATE_LISTED && !add_texts (self, candidate, file, error))
    return FALSE;
  return set_state (self, candidate->id, state, error);
}

gboolean
fys_library_index_settle_key (FysLibraryIndex      *self,
                              const char           *key,
                              const FysLibraryFile *file,
                              GError              **error)
{
  g_autoptr (GArray) candidates = list_candidates (self, key, error);

  if (candidates == NULL)
    return FALSE;
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);
      FysArticleState  state = FYS_ARTICLE_STATE_COVERED;

      if (i == 0)
        state = candidate->is_unlisted ? FYS_ARTICLE_STATE_UNLISTED : FYS_ARTICLE_STATE_LISTED;
      if (!move_to_state (self, candidate, state, file, error))
        return FALSE;
    }
  return TRUE;
}
