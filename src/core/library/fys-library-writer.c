/* fys-library-writer.c - the thread that keeps the index in step with the folders
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-library-writer.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "core/library/fys-library-index.h"
#include "core/library/fys-library-scan.h"

/* What can be read of so many lines. */
#define MAX_PROBLEMS 200

/* An index that breaks again and again lies on a disk that is going to fail: then it lives in memory. */
#define MAX_REBUILDS 2

struct _FysLibraryWriter
{
  /* Borrowed */
  FysLibraryGate    *gate;
  FysLibraryNewsFunc on_news;
  gpointer           user_data;

  /* Owned */
  char              *path; /* NULL: in memory */
  GMainContext      *context;
  GMainLoop         *loop;
  GThread           *thread; /* NULL until there are sources */
  int                should_stop; /* atomic: the scan ends at the next file */

  /* Used by the thread alone */
  FysLibraryIndex   *index;    /* NULL until it is open */
  char              *location; /* of the index */
  GPtrArray         *sources;  /* of FysLibrarySource */
  GSource           *scan_source; /* NULL when no scan waits */
  GHashTable        *problems; /* path → FysLibraryProblem */
  FysLibraryNews     news;
  guint              n_rebuilds;
  guint              n_in_memory; /* how many indexes in memory there have been, for their names */
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
  (void) fys_library_index_count (self->index, &self->news.n_articles, NULL);
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

  self->news.is_indexing = n_total > 0;
  self->news.n_done = n_done;
  self->news.n_total = n_total;
  if (n_total == 0 || n_done > 0)
    self->news.n_changes++;
  count_articles (self);
  tell (self);
}

static gboolean
should_stop_cb (gpointer user_data)
{
  FysLibraryWriter *self = user_data;

  return g_atomic_int_get (&self->should_stop) != 0;
}

static const FysLibraryScanFuncs scan_funcs = { NULL, problem_cb, progress_cb, should_stop_cb };

/* An index in memory that both readers can see; it goes with the last connection to it. */
static char *
dup_memory_location (FysLibraryWriter *self)
{
  return g_strdup_printf ("file:/fysbog-library-%p-%u?vfs=memdb", (void *) self, self->n_in_memory++);
}

static void
remove_file (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      (void) g_remove (name); /* an empty folder too; what stays makes the next attempt fail, which is seen to there */
    }
}

/* Opens the index at @location and lets the readers in. */
static gboolean
open_at (FysLibraryWriter *self,
         const char       *location,
         GError          **error)
{
  g_clear_pointer (&self->index, fys_library_index_free);
  self->index = fys_library_index_open (location, error);
  if (self->index == NULL)
    return FALSE;
  g_free (self->location);
  self->location = g_strdup (location);
  fys_library_gate_open (self->gate, location);
  count_articles (self);
  return TRUE;
}

static gboolean
open_file (FysLibraryWriter *self,
           GError          **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  (void) g_mkdir_with_parents (folder, 0700); /* opening the file says what is wrong */
  return open_at (self, self->path, error);
}

static gboolean
rebuild_file (FysLibraryWriter *self,
              GError          **error)
{
  self->n_rebuilds++;
  g_clear_pointer (&self->index, fys_library_index_free);
  remove_file (self->path);
  return open_file (self, error);
}

static void
open_in_memory (FysLibraryWriter *self)
{
  g_autofree char   *location = dup_memory_location (self);
  g_autoptr (GError) error = NULL;

  if (!open_at (self, location, &error))
    g_warning ("No index can be made in memory: %s", error->message);
}

static gboolean
is_in_memory (FysLibraryWriter *self)
{
  return self->location != NULL && g_str_has_prefix (self->location, "file:");
}

/* The cache can be thrown away, so whatever is wrong with the index, another one takes its place: a new file where that may help, else one in memory. */
static void
replace_index (FysLibraryWriter *self,
               const GError     *why)
{
  gboolean may_help = !g_error_matches (why, FYS_LIBRARY_ERROR, FYS_LIBRARY_ERROR_FULL) &&
                      !g_error_matches (why, FYS_LIBRARY_ERROR, FYS_LIBRARY_ERROR_LOCKED);

  if (self->path == NULL || is_in_memory (self) || !may_help || self->n_rebuilds >= MAX_REBUILDS || !rebuild_file (self, NULL))
    open_in_memory (self);
}

static void
open_index (FysLibraryWriter *self)
{
  g_autoptr (GError) error = NULL;

  if (self->path == NULL)
    open_in_memory (self);
  else if (!open_file (self, &error))
    replace_index (self, error);
  self->news.n_changes++;
  tell (self);
}

static void schedule_scan (FysLibraryWriter *self);

static void
scan (FysLibraryWriter *self)
{
  g_autoptr (GError) error = NULL;

  if (self->index == NULL)
    open_index (self);
  if (self->index == NULL || self->sources == NULL)
    return;
  g_hash_table_remove_all (self->problems);
  if (fys_library_scan_all (self->index, self->sources, &scan_funcs, self, &error))
    self->news.n_scans++;
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      gboolean was_in_memory = is_in_memory (self);

      replace_index (self, error);
      if (!was_in_memory)
        schedule_scan (self);
    }
  self->news.is_indexing = self->scan_source != NULL;
  publish_problems (self);
  count_articles (self);
  tell (self);
}

static gboolean
scan_cb (gpointer user_data)
{
  FysLibraryWriter *self = user_data;

  g_clear_pointer (&self->scan_source, g_source_unref);
  scan (self);
  return G_SOURCE_REMOVE;
}

static void
schedule_scan (FysLibraryWriter *self)
{
  if (self->scan_source != NULL)
    return;
  self->scan_source = g_idle_source_new ();
  g_source_set_callback (self->scan_source, scan_cb, self, NULL);
  (void) g_source_attach (self->scan_source, self->context); /* it is held by its address */
}

static gpointer
thread_cb (gpointer user_data)
{
  FysLibraryWriter *self = user_data;

  g_main_context_push_thread_default (self->context);
  open_index (self);
  g_main_loop_run (self->loop);
  if (self->scan_source != NULL)
    g_source_destroy (self->scan_source);
  g_clear_pointer (&self->scan_source, g_source_unref);
  g_clear_pointer (&self->index, fys_library_index_free); /* here, since SQLite may have to wait for the disk */
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

FysLibraryWriter *
fys_library_writer_new (const char        *path,
                        FysLibraryGate    *gate,
                        FysLibraryNewsFunc on_news,
                        gpointer           user_data)
{
  FysLibraryWriter *self = g_new0 (FysLibraryWriter, 1);

  self->path = g_strdup (path);
  self->gate = gate;
  self->on_news = on_news;
  self->user_data = user_data;
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
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
  g_free (self->location);
  g_free (self->path);
  g_free (self);
}

static gboolean
set_sources_cb (gpointer user_data)
{
  Call             *call = user_data;
  FysLibraryWriter *self = call->writer;

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
    {
      replace_index (self, why);
      schedule_scan (self);
    }
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
