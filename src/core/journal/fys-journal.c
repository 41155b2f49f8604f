/* fys-journal.c - the journal's thread, and the calls that it takes
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/journal/fys-journal.h"

#include "core/journal/fys-journal-store.h"

#define FOLDER_NAME "fysbog"
#define FILE_NAME   "journal.sqlite"

struct _FysJournal
{
  GObject          parent_instance;

  FysJournalStore *store;  /* used by the thread alone once that runs */
  GAsyncQueue     *queue;  /* of Job */
  GThread         *thread; /* NULL until the first call */
  GMutex           mutex;  /* of thread, as the first calls may come from two threads */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FysJournal, fys_journal, G_TYPE_OBJECT)

typedef struct _Job Job;
/* On the journal's thread. Returns: (transfer full) (nullable): the result, %NULL with @error set when it failed */
typedef gpointer (*JobFunc) (FysJournalStore *store, gconstpointer input, GError **error);

/** Job: one call.
 * @run: NULL tells the thread to end
 * @task: (nullable): owned; without one nobody is told. It keeps the journal alive
 * @input: what @run gets; owned
 * @result: what @run gave, for @task */
struct _Job
{
  JobFunc        run;
  GTask         *task;
  gpointer       input;
  GDestroyNotify free_input;
  gpointer       result;
  GDestroyNotify free_result;
  gboolean       is_change;        /* when it succeeds */
  gboolean       is_change_always; /* also when it fails, since it may have come half-way */
  GError        *error;
};

static void
job_free (Job *self)
{
  if (self->input != NULL && self->free_input != NULL)
    self->free_input (self->input);
  if (self->result != NULL && self->free_result != NULL)
    self->free_result (self->result);
  g_clear_object (&self->task);
  g_clear_error (&self->error);
  g_free (self);
}

/* On the caller's main context. The task is let go of here and nowhere else: the thread must not hold the last reference to the journal, as the
 * journal waits for its thread when it goes. */
static gboolean
deliver_cb (gpointer user_data)
{
  Job                   *job = user_data;
  g_autoptr (FysJournal) self = g_object_ref (g_task_get_source_object (job->task));
  gboolean               did_change = job->is_change && (job->error == NULL || job->is_change_always);

  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (job->task, g_steal_pointer (&job->result), job->free_result);
  job_free (job);
  if (did_change)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
deliver (Job *job)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, g_task_get_priority (job->task));
  g_source_set_callback (source, deliver_cb, job, NULL);
  g_source_set_static_name (source, "fys_journal deliver");
  (void) g_source_attach (source, g_task_get_context (job->task)); /* nobody needs its id */
}

static gpointer
thread_cb (gpointer user_data)
{
  FysJournal *self = user_data;

  for (;;)
    {
      Job *job = g_async_queue_pop (self->queue);

      if (job->run == NULL)
        {
          job_free (job);
          break;
        }
      if (job->task == NULL)
        {
          (void) job->run (self->store, job->input, NULL); /* nobody is told */
          job_free (job);
          continue;
        }
      if (!g_cancellable_set_error_if_cancelled (g_task_get_cancellable (job->task), &job->error))
        job->result = job->run (self->store, job->input, &job->error);
      deliver (job);
    }
  /* Here, since SQLite may have to wait for the disk. */
  g_clear_pointer (&self->store, fys_journal_store_free);
  return NULL;
}

/* Takes @job. */
static void
push (FysJournal *self,
      Job        *job)
{
  g_mutex_lock (&self->mutex);
  if (self->thread == NULL)
    self->thread = g_thread_new ("journal", thread_cb, self);
  g_async_queue_push (self->queue, job);
  g_mutex_unlock (&self->mutex);
}

/* Takes @input. Returns: (transfer full): for push() */
static Job *
job_new (FysJournal         *self,
         JobFunc             run,
         gpointer            input,
         GDestroyNotify      free_input,
         GDestroyNotify      free_result,
         GCancellable       *cancellable,
         GAsyncReadyCallback callback,
         gpointer            user_data,
         gpointer            tag)
{
  Job *job = g_new0 (Job, 1);

  job->run = run;
  job->input = input;
  job->free_input = free_input;
  job->free_result = free_result;
  job->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (job->task, tag);
  /* What has been written is not reported as cancelled. */
  g_task_set_check_cancellable (job->task, FALSE);
  return job;
}

/* Of a finish function. Returns: what the job gave */
static gpointer
finish (FysJournal   *self,
        GAsyncResult *result,
        gpointer      tag,
        GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
fys_journal_finalize (GObject *object)
{
  FysJournal *self = FYS_JOURNAL (object);

  if (self->thread != NULL)
    {
      g_async_queue_push (self->queue, g_new0 (Job, 1));
      (void) g_thread_join (self->thread); /* it returns nothing */
    }
  g_clear_pointer (&self->store, fys_journal_store_free);
  g_clear_pointer (&self->queue, g_async_queue_unref);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (fys_journal_parent_class)->finalize (object);
}

static void
fys_journal_class_init (FysJournalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fys_journal_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fys_journal_init (FysJournal *self)
{
  self->queue = g_async_queue_new_full ((GDestroyNotify) job_free);
  g_mutex_init (&self->mutex);
}

FysJournal *
fys_journal_new (const char *path)
{
  FysJournal *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (FYS_TYPE_JOURNAL, NULL);
  self->store = fys_journal_store_new (path);
  return self;
}

char *
fys_journal_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), FOLDER_NAME, FILE_NAME, NULL);
}

/** Latch: a thread waits until another has got this far. */
typedef struct
{
  GMutex   mutex;
  GCond    cond;
  gboolean is_open;
} Latch;

static gpointer
open_latch (FysJournalStore *store,
            gconstpointer    input,
            GError         **error)
{
  Latch *latch = (Latch *) input; /* made by fys_journal_flush(), which may change it */

  g_mutex_lock (&latch->mutex);
  latch->is_open = TRUE;
  g_cond_signal (&latch->cond);
  g_mutex_unlock (&latch->mutex);
  return NULL;
}

void
fys_journal_flush (FysJournal *self)
{
  Latch latch = { .is_open = FALSE };
  Job  *job;

  g_return_if_fail (FYS_IS_JOURNAL (self));

  g_mutex_init (&latch.mutex);
  g_cond_init (&latch.cond);
  job = g_new0 (Job, 1);
  job->run = open_latch;
  job->input = &latch;
  push (self, job);

  g_mutex_lock (&latch.mutex);
  while (!latch.is_open)
    g_cond_wait (&latch.cond, &latch.mutex);
  g_mutex_unlock (&latch.mutex);
  g_cond_clear (&latch.cond);
  g_mutex_clear (&latch.mutex);
}

void
fys_journal_opening_free (FysJournalOpening *self)
{
  if (self == NULL)
    return;
  g_free (self->set_aside);
  g_clear_error (&self->obstacle);
  g_free (self);
}

static gpointer
run_open (FysJournalStore *store,
          gconstpointer    input,
          GError         **error)
{
  FysJournalOpening *opening;

  if (!fys_journal_store_open (store, error))
    return NULL;
  opening = g_new0 (FysJournalOpening, 1);
  opening->set_aside = fys_journal_store_take_set_aside (store, &opening->n_rescued);
  opening->obstacle = fys_journal_store_dup_obstacle (store);
  return opening;
}

void
fys_journal_open_async (FysJournal         *self,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_return_if_fail (FYS_IS_JOURNAL (self));

  push (self, job_new (self, run_open, NULL, NULL, (GDestroyNotify) fys_journal_opening_free,
                       cancellable, callback, user_data, fys_journal_open_async));
}

FysJournalOpening *
fys_journal_open_finish (FysJournal   *self,
                         GAsyncResult *result,
                         GError      **error)
{
  return finish (self, result, fys_journal_open_async, error);
}

/* Returns: (transfer full) */
static GPtrArray *
copy_entries (GPtrArray *entries)
{
  GPtrArray *copy = g_ptr_array_new_full (entries->len, (GDestroyNotify) fys_journal_entry_free);

  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (copy, fys_journal_entry_copy (g_ptr_array_index (entries, i)));
  return copy;
}

static gpointer
run_add (FysJournalStore *store,
         gconstpointer    input,
         GError         **error)
{
  return fys_journal_store_add (store, (GPtrArray *) input, error);
}

void
fys_journal_add_async (FysJournal         *self,
                       GPtrArray          *entries,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  Job *job;

  g_return_if_fail (FYS_IS_JOURNAL (self));
  g_return_if_fail (entries != NULL);

  job = job_new (self, run_add, copy_entries (entries), (GDestroyNotify) g_ptr_array_unref, (GDestroyNotify) g_array_unref,
                 cancellable, callback, user_data, fys_journal_add_async);
  job->is_change = entries->len > 0;
  push (self, job);
}

GArray *
fys_journal_add_finish (FysJournal   *self,
                        GAsyncResult *result,
                        GError      **error)
{
  return finish (self, result, fys_journal_add_async, error);
}

static gpointer
run_update (FysJournalStore *store,
            gconstpointer    input,
            GError         **error)
{
  return GINT_TO_POINTER (fys_journal_store_update (store, input, error));
}

void
fys_journal_update_async (FysJournal            *self,
                          const FysJournalEntry *entry,
                          GCancellable          *cancellable,
                          GAsyncReadyCallback    callback,
                          gpointer               user_data)
{
  Job *job;

  g_return_if_fail (FYS_IS_JOURNAL (self));
  g_return_if_fail (entry != NULL);

  job = job_new (self, run_update, fys_journal_entry_copy (entry), (GDestroyNotify) fys_journal_entry_free, NULL,
                 cancellable, callback, user_data, fys_journal_update_async);
  job->is_change = TRUE;
  push (self, job);
}

gboolean
fys_journal_update_finish (FysJournal   *self,
                           GAsyncResult *result,
                           GError      **error)
{
  return finish (self, result, fys_journal_update_async, error) != NULL;
}

static gpointer
run_delete (FysJournalStore *store,
            gconstpointer    input,
            GError         **error)
{
  const gint64 *id = input;

  return GINT_TO_POINTER (fys_journal_store_delete (store, *id, error));
}

void
fys_journal_delete_async (FysJournal         *self,
                          gint64              id,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  Job *job;

  g_return_if_fail (FYS_IS_JOURNAL (self));

  job = job_new (self, run_delete, g_memdup2 (&id, sizeof id), g_free, NULL, cancellable, callback, user_data, fys_journal_delete_async);
  job->is_change = TRUE;
  push (self, job);
}

gboolean
fys_journal_delete_finish (FysJournal   *self,
                           GAsyncResult *result,
                           GError      **error)
{
  return finish (self, result, fys_journal_delete_async, error) != NULL;
}

static gpointer
run_delete_all (FysJournalStore *store,
                gconstpointer    input,
                GError         **error)
{
  return GINT_TO_POINTER (fys_journal_store_delete_all (store, error));
}

void
fys_journal_delete_all_async (FysJournal         *self,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  Job *job;

  g_return_if_fail (FYS_IS_JOURNAL (self));

  job = job_new (self, run_delete_all, NULL, NULL, NULL, cancellable, callback, user_data, fys_journal_delete_all_async);
  job->is_change = TRUE;
  job->is_change_always = TRUE;
  push (self, job);
}

gboolean
fys_journal_delete_all_finish (FysJournal   *self,
                               GAsyncResult *result,
                               GError      **error)
{
  return finish (self, result, fys_journal_delete_all_async, error) != NULL;
}

/* Returns: (transfer full) (nullable): a guint, how many were new */
static gpointer
run_import (FysJournalStore *store,
            gconstpointer    input,
            GError         **error)
{
  guint n_new;

  return fys_journal_store_import (store, (GPtrArray *) input, &n_new, error) ? g_memdup2 (&n_new, sizeof n_new) : NULL;
}

void
fys_journal_import_async (FysJournal         *self,
                          GPtrArray          *entries,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  Job *job;

  g_return_if_fail (FYS_IS_JOURNAL (self));
  g_return_if_fail (entries != NULL);

  job = job_new (self, run_import, copy_entries (entries), (GDestroyNotify) g_ptr_array_unref, g_free,
                 cancellable, callback, user_data, fys_journal_import_async);
  job->is_change = TRUE;
  push (self, job);
}

gssize
fys_journal_import_finish (FysJournal   *self,
                           GAsyncResult *result,
                           GError      **error)
{
  g_autofree guint *n_new = finish (self, result, fys_journal_import_async, error);

  return n_new != NULL ? (gssize) *n_new : -1;
}

static gpointer
run_list (FysJournalStore *store,
          gconstpointer    input,
          GError         **error)
{
  return fys_journal_store_list (store, error);
}

void
fys_journal_list_async (FysJournal         *self,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_return_if_fail (FYS_IS_JOURNAL (self));

  push (self, job_new (self, run_list, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data, fys_journal_list_async));
}

GPtrArray *
fys_journal_list_finish (FysJournal   *self,
                         GAsyncResult *result,
                         GError      **error)
{
  return finish (self, result, fys_journal_list_async, error);
}
