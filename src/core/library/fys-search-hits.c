/* fys-search-hits.c - what is shown of an article, a question or an exercise that was found
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-search-hits.h"

#include <string.h>

#define BODY_SQL "SELECT body FROM fys_text WHERE rowid = ?1"

/** Source: the article that hits are made of. @body: as it lies in the index, so maybe no valid text  @entry: (nullable): the library has none */
typedef struct
{
  GBytes          *body;
  FysLibraryEntry *entry;
} Source;

struct _FysHitMaker
{
  sqlite3        *db;
  FysSearchState *state;
  FysMarker      *marker;
  sqlite3_stmt   *statement;
  GHashTable     *sources; /* gint64 * → Source *: hits of several articles stand among each other */
  GError         *error;   /* NULL while all could be read */
};

static void
free_source (gpointer data)
{
  Source *self = data;

  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_object (&self->entry);
  g_free (self);
}

FysHitMaker *
fys_hit_maker_new (sqlite3   *db,
                   FysMarker *marker,
                   GError   **error)
{
  g_autoptr (FysHitMaker) self = g_new0 (FysHitMaker, 1);

  self->db = db;
  self->marker = marker;
  self->sources = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_source);
  self->state = fys_search_state_get (db, error);
  if (self->state == NULL)
    return NULL;
  self->statement = fys_library_sqlite_prepare (db, BODY_SQL, error);
  return self->statement != NULL ? g_steal_pointer (&self) : NULL;
}

void
fys_hit_maker_free (FysHitMaker *self)
{
  if (self == NULL)
    return;
  sqlite3_finalize (self->statement);
  g_hash_table_unref (self->sources);
  g_clear_error (&self->error);
  g_free (self);
}

gboolean
fys_hit_maker_is_sound (FysHitMaker *self,
                        GError     **error)
{
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (self->error));
  return FALSE;
}

/* Returns: (transfer none) */
static Source *
get_source (FysHitMaker *self,
            gint64       article_id)
{
  Source *source = g_hash_table_lookup (self->sources, &article_id);

  if (source != NULL)
    return source;
  source = g_new0 (Source, 1);
  g_hash_table_insert (self->sources, g_memdup2 (&article_id, sizeof article_id), source);
  sqlite3_bind_int64 (self->statement, 1, article_id);
  if (sqlite3_step (self->statement) == SQLITE_ROW)
    {
      const void *text = sqlite3_column_text (self->statement, 0);

      source->body = g_bytes_new (text, (gsize) sqlite3_column_bytes (self->statement, 0));
      source->entry = self->state->load_entry (self->db, article_id, self->error == NULL ? &self->error : NULL);
    }
  (void) fys_library_sqlite_reset (self->statement, &self->error);
  return source;
}

/* Returns: (transfer full) (nullable): the text of a part, %NULL when the index is damaged */
static char *
dup_part_text (FysHitMaker   *self,
               const Source  *source,
               const FysPart *part)
{
  gsize       length;
  const char *body = g_bytes_get_data (source->body, &length);

  if (part->start <= part->end && part->end <= length)
    return g_utf8_make_valid (part->end > part->start ? body + part->start : "", (gssize) (part->end - part->start));
  if (self->error == NULL)
    (void) fys_library_sqlite_fail_broken (&self->error);
  return NULL;
}

/* The text of an answer, without the line break at its end. */
static char *
dup_answer (const char *text,
            gsize       length)
{
  while (length > 0 && text[length - 1] == '\n')
    length--;
  return g_strndup (text, length);
}

/* A heading may have others directly below it: then the first of them that has a text. */
static const FysPart *
find_text (const FysLayout *layout,
           guint            first)
{
  for (guint i = first; i < layout->n_parts; i++)
    if (layout->parts[i].end != layout->parts[i].start)
      return &layout->parts[i];
  return &layout->parts[first];
}

FysHit *
fys_hit_maker_make (FysHitMaker        *self,
                    const FysCandidate *candidate,
                    guint               part_index,
                    double              score,
                    gboolean            is_guess)
{
  const FysPart   *part;
  guint            shown_part = part_index != FYS_NONE ? part_index : candidate->best_part != FYS_NONE ? candidate->best_part : 0;
  const char      *strings = candidate->layout.strings; /* as they lie in the index, so maybe no valid text */
  const Source    *source = get_source (self, candidate->article_id);
  g_autofree char *text = NULL;
  FysHit          *hit;

  if (source->entry == NULL || candidate->layout.n_parts == 0)
    return NULL;
  part = &candidate->layout.parts[shown_part];
  text = dup_part_text (self, source, part_index == FYS_NONE ? find_text (&candidate->layout, shown_part) : part);
  if (text == NULL)
    return NULL;
  hit = g_new0 (FysHit, 1);
  hit->entry = g_object_ref (source->entry);
  hit->kind = part_index == FYS_NONE ? FYS_HIT_ARTICLE : part->kind == FYS_PART_QUESTION ? FYS_HIT_QUESTION : FYS_HIT_EXERCISE;
  hit->title = g_utf8_make_valid (part_index == FYS_NONE ? fys_library_entry_get_info (source->entry)->title : strings + part->title, -1);
  hit->slug = g_utf8_make_valid (strings + part->slug, -1);
  hit->snippet = fys_marker_dup_snippet (self->marker, text, strlen (text), &hit->snippet_marks);
  hit->title_marks = fys_marker_mark (self->marker, hit->title);
  if (hit->kind == FYS_HIT_QUESTION)
    hit->answer = dup_answer (text, strlen (text));
  hit->score = score;
  hit->is_guess = is_guess;
  return hit;
}
