/* fys-library-index-sources.c - the sources that the index is of
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-library-index-private.h"

#include <string.h>

#define LIST_SOURCES_SQL   "SELECT id, path FROM source WHERE rank >= 0 ORDER BY rank"
#define CLEAR_SOURCES_SQL  "UPDATE source SET rank = -1"
#define PUT_SOURCE_SQL     "INSERT INTO source (path, rank) VALUES (?1, ?2) ON CONFLICT (path) DO UPDATE SET rank = ?2"
#define DELETE_SOURCES_SQL "DELETE FROM source WHERE rank < 0"
#define SHARED_KEYS_SQL    "SELECT key FROM article GROUP BY key HAVING count (*) > 1"

/* Fills @out_ids with what the table has. Returns: whether those are @sources, in their order */
static gboolean
read_sources (FysLibraryIndex *self,
              GPtrArray       *sources,
              GArray          *out_ids,
              gboolean        *out_are_same,
              GError         **error)
{
  g_autoptr (sqlite3_stmt) statement = fys_library_sqlite_prepare (self->db, LIST_SOURCES_SQL, error);
  g_autoptr (GError) problem = NULL;

  if (statement == NULL)
    return FALSE;
  g_array_set_size (out_ids, 0);
  *out_are_same = TRUE;
  while (fys_library_index_step_to_row (statement, &problem))
    {
      const FysLibrarySource *source = out_ids->len < sources->len ? g_ptr_array_index (sources, out_ids->len) : NULL;
      gint64                  id = sqlite3_column_int64 (statement, 0);
      gsize                   length = (gsize) sqlite3_column_bytes (statement, 1);

      if (source == NULL || length != strlen (source->path) || memcmp (sqlite3_column_blob (statement, 1), source->path, length) != 0)
        *out_are_same = FALSE;
      g_array_append_val (out_ids, id);
    }
  *out_are_same = *out_are_same && out_ids->len == sources->len;
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
write_sources (FysLibraryIndex *self,
               GPtrArray       *sources,
               GError         **error)
{
  g_autoptr (sqlite3_stmt) statement = fys_library_sqlite_prepare (self->db, PUT_SOURCE_SQL, error);

  if (statement == NULL || !fys_library_sqlite_run (self->db, CLEAR_SOURCES_SQL, error))
    return FALSE;
  for (guint i = 0; i < sources->len; i++)
    {
      const FysLibrarySource *source = g_ptr_array_index (sources, i);

      fys_library_index_bind_path (statement, 1, source->path);
      (void) sqlite3_bind_int64 (statement, 2, i);
      if (!fys_library_sqlite_finish (statement, error))
        return FALSE;
    }
  return fys_library_sqlite_run (self->db, DELETE_SOURCES_SQL, error);
}

/* Another order of the sources lets other files count. */
static gboolean
settle_shared_keys (FysLibraryIndex *self,
                    GError         **error)
{
  g_autoptr (sqlite3_stmt) statement = fys_library_sqlite_prepare (self->db, SHARED_KEYS_SQL, error);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) problem = NULL;

  if (statement == NULL)
    return FALSE;
  while (fys_library_index_step_to_row (statement, &problem))
    g_ptr_array_add (keys, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  for (guint i = 0; i < keys->len; i++)
    if (!fys_library_index_settle_key (self, g_ptr_array_index (keys, i), NULL, error))
      return FALSE;
  return TRUE;
}

gboolean
fys_library_index_set_sources (FysLibraryIndex *self,
                               GPtrArray       *sources,
                               GArray          *out_ids,
                               GError         **error)
{
  gboolean are_same;

  if (!read_sources (self, sources, out_ids, &are_same, error))
    return FALSE;
  if (are_same)
    return TRUE;
  if (!fys_library_index_begin (self, error))
    return FALSE;
  if (!write_sources (self, sources, error) || !settle_shared_keys (self, error))
    {
      fys_library_index_roll_back (self);
      return FALSE;
    }
  return fys_library_index_commit (self, error) && read_sources (self, sources, out_ids, &are_same, error);
}
