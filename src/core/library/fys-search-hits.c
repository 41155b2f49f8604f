/* fys-search-hits.c - what is shown of an article, a question or an exercise that was found
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-search-hits.h"

#include <string.h>

#define BODY_SQL "SELECT body FROM fys_text WHERE rowid = ?1"

struct _FysHitMaker
{
  sqlite3         *db;
  FysSearchState  *state;
  FysMarker       *marker;
  sqlite3_stmt    *statement;
  gint64           article_id; /* whose @body and @entry are loaded */
  char            *body;
  gsize            length;
  FysLibraryEntry *entry;
  GError          *error; /* NULL while all could be read */
};

FysHitMaker *
fys_hit_maker_new (sqlite3   *db,
                   FysMarker *marker,
                   GError   **error)
{
  g_autoptr (FysHitMaker) self = g_new0 (FysHitMaker, 1);

  self->db = db;
  self->marker = marker;
  self->article_id = -1;
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
  g_free (self->body);
  g_clear_object (&self->entry);
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

static gboolean
load_article (FysHitMaker *self,
              gint64       article_id)
{
  if (self->article_id == article_id)
    return self->entry != NULL;
  self->article_id = article_id;
  g_clear_pointer (&self->body, g_free);
  g_clear_object (&self->entry);
  self->length = 0;
  sqlite3_bind_int64 (self->statement, 1, article_id);
  if (sqlite3_step (self->statement) == SQLITE_ROW && sqlite3_column_text (self->statement, 0) != NULL)
    {
      self->body = g_utf8_make_valid ((const char *) sqlite3_column_text (self->statement, 0), -1);
      self->length = strlen (self->body);
      self->entry = self->state->load_entry (self->db, article_id, self->error == NULL ? &self->error : NULL);
    }
  (void) fys_library_sqlite_reset (self->statement, &self->error);
  return self->entry != NULL;
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

FysHit *
fys_hit_maker_make (FysHitMaker        *self,
                    const FysCandidate *candidate,
                    guint               part_index,
                    double              score,
                    gboolean            is_guess)
{
  const FysPart *part;
  guint          shown_part = part_index != FYS_NONE ? part_index : candidate->best_part != FYS_NONE ? candidate->best_part : 0;
  const char    *strings = candidate->layout.strings;
  const char    *text;
  FysHit        *hit;

  if (!load_article (self, candidate->article_id) || candidate->layout.n_parts == 0)
    return NULL;
  part = &candidate->layout.parts[shown_part];
  if (part->end > self->length || part->start > part->end)
    {
      if (self->error == NULL)
        (void) fys_library_sqlite_fail_broken (&self->error);
      return NULL;
    }
  text = self->body + part->start;
  hit = g_new0 (FysHit, 1);
  hit->entry = g_object_ref (self->entry);
  hit->kind = part_index == FYS_NONE ? FYS_HIT_ARTICLE : part->kind == FYS_PART_QUESTION ? FYS_HIT_QUESTION : FYS_HIT_EXERCISE;
  hit->title = g_strdup (part_index == FYS_NONE ? fys_library_entry_get_info (self->entry)->title : strings + part->title);
  hit->slug = g_strdup (strings + part->slug);
  hit->snippet = fys_marker_dup_snippet (self->marker, text, part->end - part->start, &hit->snippet_marks);
  hit->title_marks = fys_marker_mark (self->marker, hit->title);
  if (hit->kind == FYS_HIT_QUESTION)
    hit->answer = dup_answer (text, part->end - part->start);
  hit->score = score;
  hit->is_guess = is_guess;
  return hit;
}
