/* fys-library.c - the articles at hand
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-library-private.h"

#include <string.h>

#include "core/library/fys-library-index.h"
#include "core/library/fys-library-query.h"
#include "core/library/fys-library-writer.h"
#include "core/library/fys-search-engine.h"

#define FOLDER_NAME "fysbog"

struct _FysLibrary
{
  GObject           parent_instance;

  /* Owned */
  GPtrArray        *own_sources;  /* of FysLibrarySource: what the library was made with */
  GPtrArray        *user_sources; /* of FysLibrarySource */
  FysLibraryGate   *gate;
  FysLibraryWriter *writer;
  FysLibraryReader *readers[FYS_LIBRARY_N_READERS];
  GSource          *news_source; /* on the library's main context; made ready by the writer */
  gboolean          is_started;

  /* What has been told on the main context */
  gboolean          is_indexing;
  guint             n_done;
  guint             n_total;
  guint             n_articles;
  guint             n_changes;
  guint             n_scans;
  GPtrArray        *problems; /* of FysLibraryProblem */

  /* What the writer has told, under mutex */
  GMutex            mutex;
  FysLibraryNews    news;
};

enum
{
  PROP_0,
  PROP_IS_INDEXING,
  PROP_N_DONE,
  PROP_N_TOTAL,
  PROP_N_ARTICLES,
  PROP_N_SCANS,
  N_PROPS,
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_PROBLEMS_CHANGED,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FysLibrary, fys_library, G_TYPE_OBJECT)

static void
copy_news (const FysLibraryNews *news,
           FysLibraryNews       *out_copy)
{
  g_clear_pointer (&out_copy->problems, g_ptr_array_unref);
  *out_copy = *news;
  out_copy->problems = g_ptr_array_ref (news->problems);
}

/* On the writer's thread. */
static void
news_cb (const FysLibraryNews *news,
         gpointer              user_data)
{
  FysLibrary *self = user_data;

  g_mutex_lock (&self->mutex);
  copy_news (news, &self->news);
  g_mutex_unlock (&self->mutex);
  g_source_set_ready_time (self->news_source, 0);
}

/* On a reader's thread. */
static void
broken_cb (guint    generation,
           gpointer user_data)
{
  FysLibrary *self = user_data;

  fys_library_writer_report_broken (self->writer, generation);
}

static void
set_uint (FysLibrary *self,
          guint      *place,
          guint       value,
          guint       prop)
{
  if (*place == value)
    return;
  *place = value;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

/* On the library's main context, once for all that the writer has told since. */
static gboolean
take_news_cb (gpointer user_data)
{
  g_autoptr (FysLibrary) self = g_object_ref (user_data);
  FysLibraryNews news = { 0 };
  gboolean       are_other_problems;
  gboolean       has_changed;

  g_source_set_ready_time (self->news_source, -1);
  g_mutex_lock (&self->mutex);
  copy_news (&self->news, &news);
  g_mutex_unlock (&self->mutex);

  are_other_problems = news.problems != self->problems && (news.problems->len > 0 || self->problems->len > 0);
  has_changed = news.n_changes != self->n_changes;
  self->n_changes = news.n_changes;
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  self->problems = g_steal_pointer (&news.problems);

  g_object_freeze_notify (G_OBJECT (self));
  set_uint (self, &self->n_scans, news.n_scans, PROP_N_SCANS);
  set_uint (self, &self->n_articles, news.n_articles, PROP_N_ARTICLES);
  set_uint (self, &self->n_total, news.n_total, PROP_N_TOTAL);
  set_uint (self, &self->n_done, news.n_done, PROP_N_DONE);
  if (self->is_indexing != news.is_indexing)
    {
      self->is_indexing = news.is_indexing;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_INDEXING]);
    }
  g_object_thaw_notify (G_OBJECT (self));
  if (are_other_problems)
    g_signal_emit (self, signals[SIGNAL_PROBLEMS_CHANGED], 0);
  if (has_changed)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return G_SOURCE_CONTINUE;
}

static gboolean
dispatch_news (GSource    *source,
               GSourceFunc callback,
               gpointer    user_data)
{
  return callback (user_data);
}

static GSourceFuncs news_source_funcs = { .dispatch = dispatch_news };

static void
fys_library_finalize (GObject *object)
{
  FysLibrary *self = FYS_LIBRARY (object);

  fys_library_gate_close (self->gate);
  for (guint i = 0; i < FYS_LIBRARY_N_READERS; i++)
    g_clear_pointer (&self->readers[i], fys_library_reader_free);
  g_clear_pointer (&self->writer, fys_library_writer_free);
  g_clear_pointer (&self->gate, fys_library_gate_free);
  g_source_destroy (self->news_source);
  g_clear_pointer (&self->news_source, g_source_unref);
  g_clear_pointer (&self->own_sources, g_ptr_array_unref);
  g_clear_pointer (&self->user_sources, g_ptr_array_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->news.problems, g_ptr_array_unref);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (fys_library_parent_class)->finalize (object);
}

static void
fys_library_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  FysLibrary *self = FYS_LIBRARY (object);

  switch (prop_id)
    {
    case PROP_IS_INDEXING:
      g_value_set_boolean (value, self->is_indexing);
      break;
    case PROP_N_DONE:
      g_value_set_uint (value, self->n_done);
      break;
    case PROP_N_TOTAL:
      g_value_set_uint (value, self->n_total);
      break;
    case PROP_N_ARTICLES:
      g_value_set_uint (value, self->n_articles);
      break;
    case PROP_N_SCANS:
      g_value_set_uint (value, self->n_scans);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static GParamSpec *
new_uint (const char *name)
{
  return g_param_spec_uint (name, NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static guint
new_signal (const char *name)
{
  return g_signal_new (name, FYS_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fys_library_class_init (FysLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = fys_library_finalize;
  object_class->get_property = fys_library_get_property;

  props[PROP_IS_INDEXING] = g_param_spec_boolean ("is-indexing", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_N_DONE] = new_uint ("n-done");
  props[PROP_N_TOTAL] = new_uint ("n-total");
  props[PROP_N_ARTICLES] = new_uint ("n-articles");
  props[PROP_N_SCANS] = new_uint ("n-scans");
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SIGNAL_CHANGED] = new_signal ("changed");
  signals[SIGNAL_PROBLEMS_CHANGED] = new_signal ("problems-changed");
}

static GPtrArray *
new_sources (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) fys_library_source_free);
}

static void
fys_library_init (FysLibrary *self)
{
  g_mutex_init (&self->mutex);
  self->own_sources = new_sources ();
  self->user_sources = new_sources ();
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) fys_library_problem_free);
  self->gate = fys_library_gate_new ();
  self->readers[FYS_LIBRARY_READ_SEARCHES] = fys_library_reader_new ("library-search", self->gate, broken_cb, self);
  self->readers[FYS_LIBRARY_READ_LISTS] = fys_library_reader_new ("library-lists", self->gate, broken_cb, self);
  self->news_source = g_source_new (&news_source_funcs, sizeof (GSource));
  g_source_set_static_name (self->news_source, "fys_library news");
  g_source_set_callback (self->news_source, take_news_cb, self, NULL);
  (void) g_source_attach (self->news_source, g_main_context_get_thread_default ()); /* it is held by its address */
}

/* Adds copies of those of @sources that are in none of @later, so that a folder that was added twice counts where it counts more. */
static void
append_sources (GPtrArray *all,
                GPtrArray *sources,
                GPtrArray *later)
{
  for (guint i = 0; i < sources->len; i++)
    {
      const FysLibrarySource *source = g_ptr_array_index (sources, i);
      gboolean                is_later = FALSE;

      for (guint j = sources == later ? i + 1 : 0; j < later->len && !is_later; j++)
        is_later = strcmp (((const FysLibrarySource *) g_ptr_array_index (later, j))->path, source->path) == 0;
      if (!is_later)
        g_ptr_array_add (all, fys_library_source_new (source->kind, source->path));
    }
}

GPtrArray *
fys_library_dup_sources (FysLibrary *self)
{
  GPtrArray *all;

  g_return_val_if_fail (FYS_IS_LIBRARY (self), NULL);

  all = new_sources ();
  append_sources (all, self->own_sources, self->user_sources);
  append_sources (all, self->user_sources, self->user_sources);
  return all;
}

char *
fys_library_dup_default_path (void)
{
  g_autofree char *name = g_strdup_printf ("library-%s-%d.%d.sqlite", PACKAGE_VERSION, FYS_LIBRARY_INDEX_VERSION, FYS_SEARCH_ENGINE_VERSION);

  return g_build_filename (g_get_user_cache_dir (), FOLDER_NAME, name, NULL);
}

FysLibrary *
fys_library_new_in (const FysLibrarySurroundings *surroundings,
                    const char                   *index_path,
                    GPtrArray                    *sources)
{
  FysLibrary *self;

  g_return_val_if_fail (surroundings != NULL && sources != NULL, NULL);

  self = g_object_new (FYS_TYPE_LIBRARY, NULL);
  append_sources (self->own_sources, sources, sources);
  self->writer = fys_library_writer_new (index_path, surroundings, self->gate, news_cb, self);
  return self;
}

FysLibrary *
fys_library_new (const char *index_path,
                 GPtrArray  *sources)
{
  return fys_library_new_in (&fys_library_surroundings, index_path, sources);
}

static void
send_sources (FysLibrary *self)
{
  g_autoptr (GPtrArray) all = fys_library_dup_sources (self);

  fys_library_writer_set_sources (self->writer, all);
}

/* Paths and no addresses of documents: in a sandbox the file chooser gives the path by which the portal shows the folder there, and it stays the same
 * after a restart. */
void
fys_library_set_user_folders (FysLibrary        *self,
                              const char *const *paths)
{
  g_return_if_fail (FYS_IS_LIBRARY (self));

  g_ptr_array_set_size (self->user_sources, 0);
  for (const char *const *path = paths; path != NULL && *path != NULL; path++)
    if (**path != '\0')
      g_ptr_array_add (self->user_sources, fys_library_source_new (FYS_SOURCE_USER, *path));
  if (self->is_started)
    send_sources (self);
}

void
fys_library_start (FysLibrary *self)
{
  g_return_if_fail (FYS_IS_LIBRARY (self));

  if (self->is_started)
    return;
  self->is_started = TRUE;
  send_sources (self);
}

void
fys_library_rescan (FysLibrary *self)
{
  g_return_if_fail (FYS_IS_LIBRARY (self));

  if (self->is_started)
    fys_library_writer_rescan (self->writer);
}

GPtrArray *
fys_library_dup_problems (FysLibrary *self)
{
  GPtrArray *copy;

  g_return_val_if_fail (FYS_IS_LIBRARY (self), NULL);

  copy = g_ptr_array_new_with_free_func ((GDestroyNotify) fys_library_problem_free);
  for (guint i = 0; i < self->problems->len; i++)
    {
      const FysLibraryProblem *problem = g_ptr_array_index (self->problems, i);
      FysLibraryProblem       *own = g_new0 (FysLibraryProblem, 1);

      own->path = g_strdup (problem->path);
      own->message = g_strdup (problem->message);
      own->is_source = problem->is_source;
      g_ptr_array_add (copy, own);
    }
  return copy;
}

guint
fys_library_get_n_scans (FysLibrary *self)
{
  g_return_val_if_fail (FYS_IS_LIBRARY (self), 0);

  return self->n_scans;
}

void
fys_library_read_async (FysLibrary         *self,
                        FysLibraryReaderId  reader,
                        FysLibraryReadFunc  run,
                        gpointer            input,
                        GDestroyNotify      free_input,
                        GDestroyNotify      free_answer,
                        gpointer            tag,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  fys_library_reader_ask (self->readers[reader], task, run, input, free_input, free_answer);
}

gpointer
fys_library_read_finish (FysLibrary   *self,
                         GAsyncResult *result,
                         gpointer      tag,
                         GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
