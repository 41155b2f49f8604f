/* fys-library-scan.c - comparing the folders with the index, and bringing the index up to date
 *
 * Two walks. The first one compares, so that it is known what there is to do; when that is nothing, as at most starts, it was all. The second one
 * reads. No list of files is kept in between: what was met in the first is a bit for each file that the index knows.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-library-scan.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "core/library/fys-library-walk.h"

/* A batch is one transaction. The first one is short, so that there is something to see; the later ones cost less by being longer, as what is counted
 * over the whole library is brought up to date once in each. */
#define FIRST_BATCH_US (100 * G_TIME_SPAN_MILLISECOND)
#define BATCH_US       (1000 * G_TIME_SPAN_MILLISECOND)

typedef struct
{
  FysLibraryIndex            *index;
  GPtrArray                  *sources;
  const FysLibraryBounds     *bounds;     /* NULL for single files */
  GArray                     *source_ids; /* of gint64, one for each of sources */
  gboolean                   *was_empty;  /* one for each of sources: the index knew no file of it */
  const FysLibraryScanFuncs  *funcs;
  gpointer                    user_data;

  guint8                     *seen; /* a bit for each id that the index had; NULL for single files */
  gint64                      last_id;
  guint                       source;     /* that is being walked */
  guint                       n_folders;  /* of that source, in this walk */
  guint                       n_articles; /* the same */
  guint                       n_done;
  guint                       n_total;
  gint64                      batch_began_us; /* 0: no transaction is open */
  gint64                      batch_us;
  GError                     *error; /* of the index; ends the walk */
} Scan;

static gboolean
has_stopped (Scan *self)
{
  if (self->error == NULL && self->funcs->should_stop (self->user_data))
    g_set_error_literal (&self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED, g_strerror (ECANCELED));
  return self->error != NULL;
}

static void
tell_problem (Scan       *self,
              const char *path,
              const char *message)
{
  const FysLibrarySource *source = g_ptr_array_index (self->sources, self->source);

  self->funcs->problem (path, message, strcmp (path, source->path) == 0, self->user_data);
}

/* Of the folder that is one too many, or holds the article that is, the user knows nothing; of the source they do. */
static void
tell_bound (Scan       *self,
            const char *message)
{
  tell_problem (self, ((const FysLibrarySource *) g_ptr_array_index (self->sources, self->source))->path, message);
}

static gboolean
begin_batch (Scan *self)
{
  if (self->batch_began_us != 0)
    return TRUE;
  self->batch_began_us = g_get_monotonic_time ();
  return fys_library_index_begin (self->index, &self->error);
}

static gboolean
end_batch (Scan *self)
{
  if (self->batch_began_us == 0)
    return TRUE;
  self->batch_began_us = 0;
  self->batch_us = BATCH_US;
  if (!fys_library_index_commit (self->index, &self->error))
    return FALSE;
  self->funcs->progress (self->n_done, MAX (self->n_done, self->n_total), self->user_data);
  return TRUE;
}

static gboolean
end_batch_if_long (Scan *self)
{
  if (self->batch_began_us != 0 && g_get_monotonic_time () - self->batch_began_us >= self->batch_us)
    return end_batch (self);
  return TRUE;
}

static FysLibraryStamp
get_stamp (const struct stat *info)
{
  FysLibraryStamp stamp = {
    .size = info->st_size,
    .mtime_ns = (gint64) info->st_mtim.tv_sec * G_GINT64_CONSTANT (1000000000) + info->st_mtim.tv_nsec,
  };

  return stamp;
}

static gboolean
stamps_are_equal (const FysLibraryStamp *one,
                  const FysLibraryStamp *other)
{
  return one->size == other->size && one->mtime_ns == other->mtime_ns;
}

static gint64
get_source_id (Scan *self)
{
  return g_array_index (self->source_ids, gint64, self->source);
}

/* Whether the index knows the file as it is, by its size and time. */
static gboolean
is_up_to_date (Scan                *self,
               const FysLibraryRow *row,
               const struct stat   *info)
{
  FysLibraryStamp stamp = get_stamp (info);

  return row->id != 0 && row->source_id == get_source_id (self) && stamps_are_equal (&row->stamp, &stamp);
}

/* Everything in a folder that was just added, or in an index that was built anew, would be news: there the age of the file says more. */
static gint64
get_met_s (Scan                  *self,
           const FysLibraryStamp *stamp)
{
  gint64 now_s = g_get_real_time () / G_USEC_PER_SEC;

  return self->was_empty[self->source] ? CLAMP (stamp->mtime_ns / G_GINT64_CONSTANT (1000000000), 1, now_s) : now_s;
}

/* Reads the file that @row is about and puts it into the index. */
static gboolean
take_file (Scan                  *self,
           const char            *path,
           const FysLibraryRow   *row,
           const FysLibraryStamp *stamp)
{
  g_autoptr (FysArticle) article = NULL;
  g_autoptr (FysExerciseList) exercises = NULL;
  g_autoptr (GError) problem = NULL;
  FysLibraryFile file = { .path = path, .source_id = get_source_id (self), .stamp = *stamp };

  if (!fys_library_file_read (path, &article, &exercises, file.hash, &problem))
    {
      tell_problem (self, path, problem->message);
      return row->id == 0 || fys_library_index_remove (self->index, row->id, &self->error);
    }
  if (row->id != 0 && row->source_id == file.source_id && memcmp (row->hash, file.hash, sizeof file.hash) == 0)
    return fys_library_index_touch (self->index, row->id, file.source_id, stamp, &self->error);
  file.article = article;
  file.exercises = exercises;
  file.met_s = get_met_s (self, stamp);
  return fys_library_index_put (self->index, &file, &self->error);
}

static void
mark_seen (Scan  *self,
           gint64 id)
{
  if (id <= self->last_id)
    self->seen[id / 8] |= (guint8) (1u << (id % 8));
}

static gboolean
is_seen (Scan  *self,
         gint64 id)
{
  return (self->seen[id / 8] & (1u << (id % 8))) != 0;
}

/* What cannot be an article however it is read. Returns: whether it was */
static gboolean
tell_if_unreadable (Scan              *self,
                    const char        *path,
                    const struct stat *info)
{
  if (info == NULL)
    tell_problem (self, path, _("It leads to a file that is not there"));
  else if (!S_ISREG (info->st_mode))
    tell_problem (self, path, _("It is not a regular file"));
  else
    return FALSE;
  return TRUE;
}

/* Both walks go the same way, so both end at the same file. */
static gboolean
is_one_folder_too_many (Scan *self)
{
  self->n_folders++;
  return self->n_folders > self->bounds->n_folders;
}

static gboolean
is_one_article_too_many (Scan *self)
{
  self->n_articles++;
  return self->n_articles > self->bounds->n_articles;
}

/* Of the first walk. */
static gboolean
compare_folder_cb (const char *path,
                   gpointer    user_data)
{
  Scan *self = user_data;

  if (is_one_folder_too_many (self))
    {
      tell_bound (self, _("There are too many folders; the rest is left out"));
      return FALSE;
    }
  self->funcs->folder (path, self->user_data);
  return !has_stopped (self);
}

static gboolean
compare_problem_cb (const char *path,
                    const char *message,
                    gpointer    user_data)
{
  tell_problem (user_data, path, message);
  return TRUE;
}

/* Whether @path, which is new or has changed, is to be read. One that cannot be is told of here, so that it makes no work for a second walk, and counts
 * as not met, so that what the index knows of it goes. */
static gboolean
can_be_taken (Scan       *self,
              const char *path)
{
  g_autoptr (GError) problem = NULL;

  if (fys_article_can_be_read (path, &problem))
    return TRUE;
  tell_problem (self, path, problem->message);
  return FALSE;
}

static gboolean
compare_article_cb (const char        *path,
                    const struct stat *info,
                    gpointer           user_data)
{
  Scan         *self = user_data;
  FysLibraryRow row;
  gboolean      is_known;

  if (is_one_article_too_many (self))
    {
      tell_bound (self, _("There are too many articles; the rest is left out"));
      return FALSE;
    }
  if (tell_if_unreadable (self, path, info))
    return TRUE;
  if (has_stopped (self) || !fys_library_index_look_up (self->index, path, &row, &self->error))
    return FALSE;
  is_known = is_up_to_date (self, &row, info);
  if (!is_known && !can_be_taken (self, path))
    return TRUE;
  if (row.id != 0)
    mark_seen (self, row.id);
  if (!is_known)
    self->n_total++;
  return TRUE;
}

/* Reads @path if it is new or has changed. */
static gboolean
take_if_changed (Scan              *self,
                 const char        *path,
                 const struct stat *info)
{
  FysLibraryStamp stamp = get_stamp (info);
  FysLibraryRow   row;

  if (has_stopped (self) || !fys_library_index_look_up (self->index, path, &row, &self->error))
    return FALSE;
  if (is_up_to_date (self, &row, info))
    return TRUE;
  if (!begin_batch (self) || !take_file (self, path, &row, &stamp))
    return FALSE;
  self->n_done++;
  return end_batch_if_long (self);
}

/* Of the second walk; what is wrong was told of in the first. */
static gboolean
take_folder_cb (const char *path,
                gpointer    user_data)
{
  return !is_one_folder_too_many (user_data);
}

static gboolean
take_article_cb (const char        *path,
                 const struct stat *info,
                 gpointer           user_data)
{
  Scan *self = user_data;

  if (is_one_article_too_many (self))
    return FALSE;
  return info == NULL || !S_ISREG (info->st_mode) || take_if_changed (self, path, info);
}

static gboolean
take_problem_cb (const char *path,
                 const char *message,
                 gpointer    user_data)
{
  return TRUE;
}

static const FysLibraryWalkFuncs compare_funcs = { compare_folder_cb, compare_article_cb, compare_problem_cb };
static const FysLibraryWalkFuncs take_funcs = { take_folder_cb, take_article_cb, take_problem_cb };

static void
tell_missing (Scan       *self,
              const char *path)
{
  tell_problem (self, path, _("The folder is not there. If it lies on a drive, connect that"));
}

/* The last source first: what lies in two of them belongs to the one that counts more. */
static gboolean
walk_sources (Scan                      *self,
              const FysLibraryWalkFuncs *funcs)
{
  g_autoptr (FysLibraryWalk) walk = fys_library_walk_new ();

  for (guint i = self->sources->len; i > 0 && self->error == NULL; i--)
    {
      const FysLibrarySource *source = g_ptr_array_index (self->sources, i - 1);

      self->source = i - 1;
      self->n_folders = 0;
      self->n_articles = 0;
      if (g_file_test (source->path, G_FILE_TEST_EXISTS))
        (void) fys_library_walk_run (walk, source->path, funcs, self); /* sets the error, or came to a bound */
      else if (source->kind == FYS_SOURCE_USER && funcs == &compare_funcs)
        tell_missing (self, source->path); /* what came with the system may lack a folder; the user's is theirs to bring back */
    }
  return self->error == NULL;
}

/* Of all that the index knew, takes out what the first walk did not meet. */
static gboolean
remove_unseen (Scan *self)
{
  gint64 id = 0;

  for (;;)
    {
      g_autofree char *path = NULL;

      if (has_stopped (self) || !fys_library_index_next (self->index, id, &id, &path, &self->error))
        return FALSE;
      if (id == 0 || id > self->last_id)
        return TRUE;
      if (is_seen (self, id))
        continue;
      if (!begin_batch (self) || !fys_library_index_remove (self->index, id, &self->error) || !end_batch_if_long (self))
        return FALSE;
    }
}

static gboolean
find_empty_sources (Scan *self)
{
  self->was_empty = g_new0 (gboolean, self->sources->len + 1);
  for (guint i = 0; i < self->sources->len; i++)
    if (!fys_library_index_source_is_empty (self->index, g_array_index (self->source_ids, gint64, i), &self->was_empty[i], &self->error))
      return FALSE;
  return TRUE;
}

static gboolean
scan_init (Scan                      *self,
           FysLibraryIndex           *index,
           GPtrArray                 *sources,
           const FysLibraryBounds    *bounds,
           const FysLibraryScanFuncs *funcs,
           gpointer                   user_data)
{
  memset (self, 0, sizeof *self);
  self->index = index;
  self->sources = sources;
  self->bounds = bounds;
  self->funcs = funcs;
  self->user_data = user_data;
  self->batch_us = FIRST_BATCH_US;
  self->source_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  return fys_library_index_set_sources (index, sources, self->source_ids, &self->error) && find_empty_sources (self) &&
         fys_library_index_get_last_id (index, &self->last_id, &self->error);
}

/* What was done before it was told to stop is kept. */
static void
keep_batch (Scan *self)
{
  if (self->batch_began_us != 0)
    (void) fys_library_index_commit (self->index, NULL); /* else it is done again */
}

/* Returns: whether all went well */
static gboolean
scan_end (Scan    *self,
          GError **error)
{
  if (self->error == NULL)
    (void) end_batch (self); /* sets the error */
  else if (g_error_matches (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    keep_batch (self);
  if (self->error != NULL)
    fys_library_index_roll_back (self->index);
  g_free (self->was_empty);
  g_free (self->seen);
  g_array_unref (self->source_ids);
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, self->error);
  return FALSE;
}

gboolean
fys_library_scan_all (FysLibraryIndex           *index,
                      GPtrArray                 *sources,
                      const FysLibraryBounds    *bounds,
                      const FysLibraryScanFuncs *funcs,
                      gpointer                   user_data,
                      GError                   **error)
{
  Scan self;

  if (scan_init (&self, index, sources, bounds, funcs, user_data))
    {
      self.seen = g_malloc0 ((gsize) self.last_id / 8 + 1);
      if (walk_sources (&self, &compare_funcs) && remove_unseen (&self) && self.n_total > 0)
        {
          funcs->progress (0, self.n_total, user_data);
          (void) walk_sources (&self, &take_funcs); /* sets the error */
        }
    }
  return scan_end (&self, error);
}

/* The source that @path lies in, the last one of several, as in a walk. */
static gboolean
find_source (Scan       *self,
             const char *path)
{
  for (guint i = self->sources->len; i > 0; i--)
    {
      const FysLibrarySource *source = g_ptr_array_index (self->sources, i - 1);
      gsize                   length = strlen (source->path);

      if (strncmp (path, source->path, length) == 0 && (path[length] == '/' || strcmp (source->path, "/") == 0))
        {
          self->source = i - 1;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
take_path (Scan       *self,
           const char *path)
{
  struct stat   info;
  FysLibraryRow row;

  if (g_lstat (path, &info) == 0)
    {
      gboolean is_known = g_stat (path, &info) == 0;

      if (!tell_if_unreadable (self, path, is_known ? &info : NULL))
        return take_if_changed (self, path, &info);
    }
  if (!fys_library_index_look_up (self->index, path, &row, &self->error))
    return FALSE;
  return row.id == 0 || (begin_batch (self) && fys_library_index_remove (self->index, row.id, &self->error));
}

gboolean
fys_library_scan_paths (FysLibraryIndex           *index,
                        GPtrArray                 *sources,
                        GPtrArray                 *paths,
                        const FysLibraryScanFuncs *funcs,
                        gpointer                   user_data,
                        GError                   **error)
{
  Scan     self;
  gboolean is_well = scan_init (&self, index, sources, NULL, funcs, user_data);

  for (guint i = 0; i < paths->len && is_well; i++)
    if (find_source (&self, g_ptr_array_index (paths, i)))
      is_well = take_path (&self, g_ptr_array_index (paths, i)) && end_batch_if_long (&self);
  return scan_end (&self, error);
}
