/* fys-search-questions.c - the list of all questions in the library
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-search-hits.h"

#define LIST_SQL   "SELECT article_id, n_questions FROM fys_layout WHERE n_questions > 0 ORDER BY sort_key, article_id"
#define LAYOUT_SQL "SELECT layout FROM fys_layout WHERE article_id = ?1"

/* Appends the questions of an article but for the first @skip, until there are @limit. */
static gboolean
list_article (sqlite3_stmt *layouts,
              FysHitMaker  *maker,
              gint64        article_id,
              guint         skip,
              guint         limit,
              GPtrArray    *hits,
              GError      **error)
{
  FysCandidate       candidate = { .article_id = article_id, .best_part = FYS_NONE };
  g_autoptr (GBytes) bytes = NULL;

  sqlite3_bind_int64 (layouts, 1, article_id);
  if (sqlite3_step (layouts) == SQLITE_ROW)
    bytes = g_bytes_new (sqlite3_column_blob (layouts, 0), (gsize) sqlite3_column_bytes (layouts, 0));
  if (!fys_library_sqlite_reset (layouts, error))
    return FALSE;
  if (bytes == NULL || !fys_layout_read (&candidate.layout, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)))
    return fys_library_sqlite_fail_broken (error);
  for (guint i = 0; i < candidate.layout.n_parts && hits->len < limit; i++)
    {
      FysHit *hit;

      if (candidate.layout.parts[i].kind != FYS_PART_QUESTION || (skip > 0 && skip-- > 0))
        continue;
      hit = fys_hit_maker_make (maker, &candidate, i, 0, FALSE);
      if (hit != NULL)
        g_ptr_array_add (hits, hit);
    }
  return TRUE;
}

static GPtrArray *
list_all (sqlite3      *db,
          guint         offset,
          guint         limit,
          GCancellable *cancellable,
          GError      **error)
{
  FysSearchState *state = fys_search_state_get (db, error);
  FysPlan         plan = { .groups = g_array_new (FALSE, FALSE, sizeof (FysGroup)), .alternatives = g_array_new (FALSE, FALSE, sizeof (FysAlternative)) };
  g_autoptr (FysMarker) marker = state != NULL ? fys_marker_new (state->stemmer, &plan) : NULL;
  g_autoptr (FysHitMaker) maker = marker != NULL ? fys_hit_maker_new (db, marker, error) : NULL;
  g_autoptr (sqlite3_stmt) list = maker != NULL ? fys_library_sqlite_prepare (db, LIST_SQL, error) : NULL;
  g_autoptr (sqlite3_stmt) layouts = list != NULL ? fys_library_sqlite_prepare (db, LAYOUT_SQL, error) : NULL;
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) fys_hit_free);
  int status = SQLITE_DONE;

  g_array_unref (plan.groups);
  g_array_unref (plan.alternatives);
  if (layouts == NULL)
    return NULL;
  while (hits->len < limit && (status = sqlite3_step (list)) == SQLITE_ROW)
    {
      guint n = (guint) sqlite3_column_int (list, 1);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (n > offset && !list_article (layouts, maker, sqlite3_column_int64 (list, 0), offset, limit, hits, error))
        return NULL;
      offset -= MIN (n, offset);
    }
  if (status != SQLITE_ROW && status != SQLITE_DONE)
    {
      (void) fys_library_sqlite_fail (db, error);
      return NULL;
    }
  return fys_hit_maker_is_sound (maker, error) ? g_steal_pointer (&hits) : NULL;
}

GPtrArray *
fys_search_engine_list_questions (sqlite3      *db,
                                  const char   *filter,
                                  guint         offset,
                                  guint         limit,
                                  GCancellable *cancellable,
                                  GError      **error)
{
  FysSearchQuery query = { filter, FYS_HIT_QUESTION, offset + limit, TRUE, FALSE };
  g_autoptr (FysSearchResults) results = NULL;
  GPtrArray *hits;

  if (filter[strspn (filter, " \t\n")] == '\0')
    return list_all (db, offset, limit, cancellable, error);
  results = fys_search_engine_run (db, &query, cancellable, error);
  if (results == NULL)
    return NULL;
  hits = g_ptr_array_new_with_free_func ((GDestroyNotify) fys_hit_free);
  for (guint i = offset; i < results->hits->len && hits->len < limit; i++)
    g_ptr_array_add (hits, g_steal_pointer (&g_ptr_array_index (results->hits, i)));
  return hits;
}
