/* fys-library-writer.c - the thread that keeps the index in step with the folders
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-library-writer.h"

#include <string.h>
#include <sys/resource.h>

#include "core/library/fys-library-scan.h"
#include "core/library/fys-library-store.h"
#include "core/library/fys-library-watch.h"

/* What can be read of so many lines. */
#define MAX_PROBLEMS 200

/* More changes at once are no dearer to find by a look at all folders. */
#define MAX_DIRTY 200

/* How long changes are gathered; what one does shows within a second. */
#define GATHER_MS 250

/* Between two looks at an index that another program writes. */
#define FOLLOW_MS 1000

/* Of 19. */
#define NICE 5

struct _FysLibraryWriter
{
  /* Borrowed */
  const FysLibrarySurroundings *surroundings;
  FysLibraryGate               *gate;
  FysLibraryNewsFunc            on_news;
  gpointer                      user_data;

  /* Owned */
  char                         *path; /* NULL: in memory */
  GMainContext                 *context;
  GMainLoop                    *loop;
  GThread                      *thread; /* NULL until there are sources */
  int                           should_stop; /* atomic: the scan ends at the next file, for good */
  int                           n_awaited;   /* atomic: sources that wait to be taken up; a scan of others ends at the next file */

  /* Used by the thread alone */
  FysLibraryStore              *store;
  FysLibraryWatch              *watch;
  GPtrArray                    *sources;       /* of FysLibrarySource; NULL until there are some */
  GHashTable                   *problems;      /* path → FysLibraryProblem */
  GHashTable                   *dirty;         /* paths of articles that have changed since they were looked at */
  gboolean                      are_all_dirty; /* and more than these */
  gboolean                      is_scanning;   /* all folders: a few changes need no progress to be shown */
  GSource                      *scan_source;   /* NULL when no look at the folders is due */
  GSource                      *gather_source; /* NULL when nothing has changed */
  GSource                      *look_source;
  FysLibraryNews                news;
};

static FysLibraryProblem *
problem_new (const char *path,
             const char *message,
             gboolean    is_source)
{
  FysLibraryProblem *problem = g_new0 (FysLibraryProblem, 1);

  problem->path = g_strdup (path);
  problem->message = g_strdup (message);
  problem->is_source = is_source;
  return problem;
}

/* The folders before what lies in them. */
static int
compare_problems (gconstpointer a,
                  gconstpointer b)
{
  const FysLibraryProblem *one = *(const FysLibraryProblem *const *) a;
  const FysLibraryProblem *other = *(const FysLibraryProblem *const *) b;

  if (one->is_source != other->is_source)
    return one->is_source ? -1 : 1;
  return g_strcmp0 (one->path, other->path);
}

static gboolean
problems_are_equal (GPtrArray *some,
                    GPtrArray *others)
{
  if (some->len != others->len)
    return FALSE;
  for (guint i = 0; i < some->len; i++)
    {
      const FysLibraryProblem *one = g_ptr_array_index (some, i);
      const FysLibraryProblem *other = g_ptr_array_index (others, i);

      if (g_strcmp0 (one->path, other->path) != 0 || strcmp (one->message, other->message) != 0)
        return FALSE;
    }
  return TRUE;
}

/* Another array only when there is something else to be seen. */
static void
publish_problems (FysLibraryWriter *self)
{
  g_autoptr (GPtrArray) now = g_ptr_array_new_with_free_func ((GDestroyNotify) fys_library_problem_free);
  GHashTableIter     iter;
  FysLibraryProblem *problem;

  g_hash_table_iter_init (&iter, self->problems);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &problem))
    g_ptr_array_add (now, problem_new (problem->path, problem->message, problem->is_source));
  g_ptr_array_sort (now, compare_problems);
  if (problems_are_equal (now, self->news.problems))
    return;
  g_ptr_array_unref (self->news.problems);
  self->news.problems = g_steal_pointer (&now);
}

static void
tell (FysLibraryWriter *self)
{
  self->on_news (&self->news, self->user_data);
}

/* The index may have failed meanwhile: then the number stays. */
static void
count_articles (FysLibraryWriter *self)
{
  FysLibraryIndex *index = fys_library_store_get_index (self->store);

  if (index != NULL)
    (void) fys_library_index_count (index, &self->news.n_articles, NULL);
}

static void
problem_cb (const char *path,
            const char *message,
            gboolean    is_source,
            gpointer    user_data)
{
  FysLibraryWriter  *self = user_data;
  FysLibraryProblem *problem = problem_new (path, message, is_source);

  if (g_hash_table_size (self->problems) < MAX_PROBLEMS || is_source)
    g_hash_table_replace (self->problems, problem->path, problem);
  else
    fys_library_problem_free (problem);
}

static void
progress_cb (guint    n_done,
             guint    n_total,
             gpointer user_data)
{
  FysLibraryWriter *self = user_data;

  if (self->is_scanning)
    {
      self->news.is_indexing = n_total > 0;
      self->news.n_done = n_done;
      self->news.n_total = n_total;
    }
  if (n_total == 0 || n_done > 0)
    self->news.n_changes++;
  count_articles (self);
  tell (self);
}

static gboolean
should_stop_cb (gpointer user_data)
{
  FysLibraryWriter *self = user_data;

  return g_atomic_int_get (&self->should_stop) != 0 || g_atomic_int_get (&self->n_awaited) != 0;
}

static void
folder_cb (const char *path,
           gpointer    user_data)
{
  FysLibraryWriter *self = user_data;

  fys_library_watch_add_folder (self->watch, path);
}

static const FysLibraryScanFuncs scan_funcs = { folder_cb, problem_cb, progress_cb, should_stop_cb };

static void schedule_look (FysLibraryWriter *self);
static void schedule_scan (FysLibraryWriter *self);

/* Tells how it stands after a look at the folders. */
static void
settle (FysLibraryWriter *self)
{
  const char *problem = fys_library_store_get_problem (self->store);

  if (problem != NULL)
    problem_cb (self->path != NULL ? self->path : "", problem, FALSE, self);
  self->news.is_indexing = self->scan_source != NULL;
  publish_problems (self);
  count_articles (self);
  tell (self);
}

/* The index has failed. */
static void
replace_index (FysLibraryWriter *self,
               const GError     *why)
{
  if (!fys_library_store_replace (self->store, why))
    return;
  self->news.n_changes++;
  schedule_scan (self);
}

static void
watch_sources (FysLibraryWriter *self)
{
  for (guint i = 0; i < self->sources->len; i++)
    fys_library_watch_add_source (self->watch, ((const FysLibrarySource *) g_ptr_array_index (self->sources, i))->path);
  fys_library_watch_end (self->watch);
}

static gboolean
is_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Looks at all folders. */
static void
scan (FysLibraryWriter *self)
{
  FysLibraryIndex   *index = fys_library_store_get_index (self->store);
  g_autoptr (GError) error = NULL;

  if (self->sources == NULL)
    return;
  /* Whoever waits for what is in the folders waits no longer. */
  if (index == NULL)
    {
      self->news.n_scans++;
      settle (self);
      return;
    }
  if (fys_library_store_is_following (self->store))
    {
      self->news.n_scans++;
      schedule_look (self);
      settle (self);
      return;
    }
  g_hash_table_remove_all (self->problems);
  (void) g_hash_table_remove_all (self->dirty); /* is looked at with all the others */
  fys_library_watch_begin (self->watch);
  self->is_scanning = TRUE;
  if (fys_library_scan_all (index, self->sources, &self->surroundings->bounds, &scan_funcs, self, &error))
    self->news.n_scans++;
  else if (!is_cancelled (error))
    replace_index (self, error);
  self->is_scanning = FALSE;
  watch_sources (self);
  schedule_look (self);
  settle (self);
}

/* Looks at the articles that have changed. */
static void
scan_dirty (FysLibraryWriter *self)
{
  FysLibraryIndex   *index = fys_library_store_get_index (self->store);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  GHashTableIter iter;
  char          *path;

  g_hash_table_iter_init (&iter, self->dirty);
  while (g_hash_table_iter_next (&iter, (gpointer *) &path, NULL))
    {
      g_hash_table_iter_steal (&iter);
      g_ptr_array_add (paths, path);
      (void) g_hash_table_remove (self->problems, path); /* there need be none */
    }
  if (!fys_library_scan_paths (index, self->sources, paths, &scan_funcs, self, &error) && !is_cancelled (error))
    replace_index (self, error);
  settle (self);
}

static gboolean
scan_cb (gpointer user_data)
{
  FysLibraryWriter *self = user_data;

  g_clear_pointer (&self->scan_source, g_source_unref);
  scan (self);
  return G_SOURCE_REMOVE;
}

/* In place of what was to be called. */
static void
call_after_ms (FysLibraryWriter *self,
               GSource         **place,
               GSourceFunc       func,
               guint             after_ms)
{
  if (*place != NULL)
    g_source_destroy (*place);
  g_clear_pointer (place, g_source_unref);
  *place = g_timeout_source_new (after_ms);
  g_source_set_callback (*place, func, self, NULL);
  (void) g_source_attach (*place, self->context); /* it is held by its address */
}

static void
schedule_scan (FysLibraryWriter *self)
{
  call_after_ms (self, &self->scan_source, scan_cb, 0);
}

static gboolean
gather_cb (gpointer user_data)
{
  FysLibraryWriter *self = user_data;

  g_clear_pointer (&self->gather_source, g_source_unref);
  if (fys_library_store_is_following (self->store) || fys_library_store_get_index (self->store) == NULL || self->sources == NULL)
    return G_SOURCE_REMOVE;
  if (self->are_all_dirty)
    schedule_scan (self);
  else
    scan_dirty (self);
  self->are_all_dirty = FALSE;
  return G_SOURCE_REMOVE;
}

/* One change seldom comes alone: an editor writes another file and gives it the name, a copy brings hundreds. */
static void
watch_cb (const char *article,
          gpointer    user_data)
{
  FysLibraryWriter *self = user_data;

  if (article == NULL || g_hash_table_size (self->dirty) >= MAX_DIRTY)
    self->are_all_dirty = TRUE;
  else
    (void) g_hash_table_add (self->dirty, g_strdup (article)); /* may be known */
  if (self->gather_source == NULL)
    call_after_ms (self, &self->gather_source, gather_cb, GATHER_MS);
}

/* Folders that tell of no changes are looked at from time to time, and so is what another program writes. */
static gboolean
look_cb (gpointer user_data)
{
  FysLibraryWriter *self = user_data;
  gboolean          has_changed;

  g_clear_pointer (&self->look_source, g_source_unref);
  if (fys_library_store_is_following (self->store))
    {
      fys_library_store_follow (self->store, &has_changed);
      if (!fys_library_store_is_following (self->store))
        schedule_scan (self);
      if (has_changed)
        {
          self->news.n_changes++;
          count_articles (self);
          tell (self);
        }
    }
  else
    schedule_scan (self);
  schedule_look (self);
  return G_SOURCE_REMOVE;
}

static void
schedule_look (FysLibraryWriter *self)
{
  if (fys_library_store_is_following (self->store))
    call_after_ms (self, &self->look_source, look_cb, FOLLOW_MS);
  else if (fys_library_watch_is_partial (self->watch))
    call_after_ms (self, &self->look_source, look_cb, self->surroundings->look_ms);
}

/* The window comes first: the thread, and the ones that it starts, get what the others leave. */
static void
step_back (void)
{
#ifdef __linux__
  (void) setpriority (PRIO_PROCESS, 0, NICE); /* of this thread; elsewhere it would be the whole program */
#endif
}

static void
clear_source (GSource **place)
{
  if (*place != NULL)
    g_source_destroy (*place);
  g_clear_pointer (place, g_source_unref);
}

static gpointer
thread_cb (gpointer user_data)
{
  FysLibraryWriter *self = user_data;

  g_main_context_push_thread_default (self->context);
  fys_library_store_open (self->store);
  count_articles (self);
  self->news.n_changes++;
  tell (self);
  self->watch = fys_library_watch_new (self->surroundings, watch_cb, self);
  step_back ();
  g_main_loop_run (self->loop);
  clear_source (&self->scan_source);
  clear_source (&self->gather_source);
  clear_source (&self->look_source);
  g_clear_pointer (&self->watch, fys_library_watch_free);
  g_clear_pointer (&self->store, fys_library_store_free); /* here, since SQLite may have to wait for the disk */
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

FysLibraryWriter *
fys_library_writer_new (const char                   *path,
                        const FysLibrarySurroundings *surroundings,
                        FysLibraryGate               *gate,
                        FysLibraryNewsFunc            on_news,
                        gpointer                      user_data)
{
  FysLibraryWriter *self = g_new0 (FysLibraryWriter, 1);

  self->surroundings = surroundings;
  self->path = g_strdup (path);
  self->gate = gate;
  self->on_news = on_news;
  self->user_data = user_data;
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->store = fys_library_store_new (path, gate);
  self->dirty = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->problems = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) fys_library_problem_free);
  self->news.problems = g_ptr_array_new_with_free_func ((GDestroyNotify) fys_library_problem_free);
  return self;
}

static gboolean
quit_cb (gpointer user_data)
{
  FysLibraryWriter *self = user_data;

  g_main_loop_quit (self->loop);
  return G_SOURCE_REMOVE;
}

/** Call: something that the thread is to do; owned by the source that brings it there */
typedef struct
{
  FysLibraryWriter *writer;
  GPtrArray        *sources;    /* (nullable) */
  guint             generation;
} Call;

static void
call_free (gpointer data)
{
  Call *self = data;

  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_free (self);
}

/* Takes @call. @func is called on the thread, never here. */
static void
call_on_thread (FysLibraryWriter *self,
                GSourceFunc       func,
                Call             *call)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  call->writer = self;
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, call, call_free);
  (void) g_source_attach (source, self->context); /* nobody needs its id */
}

void
fys_library_writer_free (FysLibraryWriter *self)
{
  if (self == NULL)
    return;
  if (self->thread != NULL)
    {
      g_autoptr (GSource) source = g_idle_source_new ();

      g_atomic_int_set (&self->should_stop, 1);
      g_source_set_priority (source, G_PRIORITY_HIGH);
      g_source_set_callback (source, quit_cb, self, NULL);
      (void) g_source_attach (source, self->context);
      (void) g_thread_join (self->thread); /* it returns nothing */
    }
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_hash_table_unref (self->problems);
  g_clear_pointer (&self->news.problems, g_ptr_array_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_pointer (&self->store, fys_library_store_free);
  g_hash_table_unref (self->dirty);
  g_free (self->path);
  g_free (self);
}

static gboolean
set_sources_cb (gpointer user_data)
{
  Call             *call = user_data;
  FysLibraryWriter *self = call->writer;

  (void) g_atomic_int_add (&self->n_awaited, -1);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  self->sources = g_steal_pointer (&call->sources);
  schedule_scan (self);
  return G_SOURCE_REMOVE;
}

void
fys_library_writer_set_sources (FysLibraryWriter *self,
                                GPtrArray        *sources)
{
  Call *call = g_new0 (Call, 1);

  call->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) fys_library_source_free);
  for (guint i = 0; i < sources->len; i++)
    {
      const FysLibrarySource *source = g_ptr_array_index (sources, i);

      g_ptr_array_add (call->sources, fys_library_source_new (source->kind, source->path));
    }
  (void) g_atomic_int_add (&self->n_awaited, 1);
  call_on_thread (self, set_sources_cb, call);
  if (self->thread == NULL)
    self->thread = g_thread_new ("library-writer", thread_cb, self);
}

static gboolean
rescan_cb (gpointer user_data)
{
  Call *call = user_data;

  schedule_scan (call->writer);
  return G_SOURCE_REMOVE;
}

void
fys_library_writer_rescan (FysLibraryWriter *self)
{
  call_on_thread (self, rescan_cb, g_new0 (Call, 1));
}

/* The readers may both have come across the damage. */
static gboolean
broken_cb (gpointer user_data)
{
  Call              *call = user_data;
  FysLibraryWriter  *self = call->writer;
  g_autoptr (GError) why = g_error_new_literal (FYS_LIBRARY_ERROR, FYS_LIBRARY_ERROR_BROKEN, "");

  if (call->generation == fys_library_gate_get_generation (self->gate))
    replace_index (self, why);
  return G_SOURCE_REMOVE;
}

void
fys_library_writer_report_broken (FysLibraryWriter *self,
                                  guint             generation)
{
  Call *call = g_new0 (Call, 1);

  call->generation = generation;
  call_on_thread (self, broken_cb, call);
}
