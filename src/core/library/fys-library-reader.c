/* fys-library-reader.c - a thread with a connection to the index, which answers one question after the other
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-library-reader.h"

#include "core/library/fys-library-query.h"
#include "core/library/fys-library-sqlite.h"
#include "core/library/fys-library.h"
#include "core/library/fys-search-engine.h"

/* Only an index in memory lets a reader wait for the writer, and that for the length of one batch. */
#define BUSY_TIMEOUT_MS 5000

/* Steps of SQLite's machine between two looks at the cancellable: some tens of microseconds. */
#define STEPS_PER_LOOK 2000

#define BEGIN_SQL "BEGIN"

struct _FysLibraryReader
{
  FysLibraryGate      *gate;
  FysLibraryBrokenFunc on_broken;
  gpointer             user_data;
  char                *name;
  GAsyncQueue         *queue; /* of Question */
  GThread             *thread; /* NULL until the first question */

  /* Used by the thread alone */
  sqlite3             *db;
  guint                generation;  /* that db belongs to */
  GCancellable        *cancellable; /* of the question that is being answered */
};

/** Question: @run: NULL tells the thread to end */
typedef struct
{
  FysLibraryReadFunc run;
  GTask             *task;
  gpointer           input;
  GDestroyNotify     free_input;
  gpointer           answer;
  GDestroyNotify     free_answer;
  GError            *error;
} Question;

static void
question_free (Question *self)
{
  if (self->input != NULL && self->free_input != NULL)
    self->free_input (self->input);
  if (self->answer != NULL && self->free_answer != NULL)
    self->free_answer (self->answer);
  g_clear_object (&self->task);
  g_clear_error (&self->error);
  g_free (self);
}

/* On the caller's main context. The task is let go of here and nowhere else: the thread must not hold the last reference to the library, as the
 * library waits for its threads when it goes. */
static gboolean
deliver_cb (gpointer user_data)
{
  Question *question = user_data;

  if (question->error != NULL)
    g_task_return_error (question->task, g_steal_pointer (&question->error));
  else
    g_task_return_pointer (question->task, g_steal_pointer (&question->answer), question->free_answer);
  question_free (question);
  return G_SOURCE_REMOVE;
}

static void
deliver (Question *question)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, g_task_get_priority (question->task));
  g_source_set_callback (source, deliver_cb, question, NULL);
  g_source_set_static_name (source, "fys_library_reader deliver");
  (void) g_source_attach (source, g_task_get_context (question->task)); /* nobody needs its id */
}

/* Returns: non-zero to interrupt what runs */
static int
look_cb (void *user_data)
{
  FysLibraryReader *self = user_data;

  return g_cancellable_is_cancelled (self->cancellable);
}

/* Lets go of a connection to an index that is not the one of now, and makes one to that. */
static gboolean
connect_to_index (FysLibraryReader *self,
                  GError          **error)
{
  g_autofree char *location = NULL;
  guint            generation;

  if (!fys_library_gate_enter (self->gate, &generation, &location))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The library is gone");
      return FALSE;
    }
  if (self->db != NULL && self->generation == generation)
    return TRUE;

  g_clear_pointer (&self->db, fys_sqlite_close);
  self->generation = generation;
  self->db = fys_library_sqlite_open (location, FYS_LIBRARY_SQLITE_READER, BUSY_TIMEOUT_MS, error);
  if (self->db == NULL)
    return FALSE;
  if (!fys_search_engine_attach (self->db, fys_library_query_entry, error))
    {
      g_clear_pointer (&self->db, fys_sqlite_close);
      return FALSE;
    }
  sqlite3_progress_handler (self->db, STEPS_PER_LOOK, look_cb, self);
  return TRUE;
}

/* What the writer could open and a reader cannot is damaged, or was deleted, unless somebody keeps it for themselves. */
static void
be_broken_unless_locked (GError **error)
{
  if ((*error)->domain == FYS_LIBRARY_ERROR && (*error)->code != FYS_LIBRARY_ERROR_LOCKED)
    (*error)->code = FYS_LIBRARY_ERROR_BROKEN;
}

/* In one transaction, so that all that is read of an article is of the same version of it. */
static void
ask_index (FysLibraryReader *self,
           Question         *question,
           GCancellable     *cancellable)
{
  if (!fys_library_sqlite_run (self->db, BEGIN_SQL, &question->error))
    return;
  question->answer = question->run (self->db, question->input, cancellable, &question->error);
  fys_sqlite_roll_back (self->db); /* nothing was written */
}

static void
answer (FysLibraryReader *self,
        Question         *question)
{
  GCancellable *cancellable = g_task_get_cancellable (question->task);

  if (g_cancellable_set_error_if_cancelled (cancellable, &question->error))
    return;
  self->cancellable = cancellable;
  if (connect_to_index (self, &question->error))
    ask_index (self, question, cancellable);
  else
    be_broken_unless_locked (&question->error);
  self->cancellable = NULL;
  if (g_error_matches (question->error, FYS_LIBRARY_ERROR, FYS_LIBRARY_ERROR_BROKEN))
    self->on_broken (self->generation, self->user_data);
}

static gpointer
thread_cb (gpointer user_data)
{
  FysLibraryReader *self = user_data;

  for (;;)
    {
      Question *question = g_async_queue_pop (self->queue);

      if (question->run == NULL)
        {
          question_free (question);
          break;
        }
      answer (self, question);
      deliver (question);
    }
  g_clear_pointer (&self->db, fys_sqlite_close);
  return NULL;
}

FysLibraryReader *
fys_library_reader_new (const char          *name,
                        FysLibraryGate      *gate,
                        FysLibraryBrokenFunc on_broken,
                        gpointer             user_data)
{
  FysLibraryReader *self = g_new0 (FysLibraryReader, 1);

  self->gate = gate;
  self->on_broken = on_broken;
  self->user_data = user_data;
  self->name = g_strdup (name);
  self->queue = g_async_queue_new_full ((GDestroyNotify) question_free);
  return self;
}

void
fys_library_reader_free (FysLibraryReader *self)
{
  if (self == NULL)
    return;
  if (self->thread != NULL)
    {
      g_async_queue_push (self->queue, g_new0 (Question, 1));
      (void) g_thread_join (self->thread); /* it returns nothing */
    }
  g_async_queue_unref (self->queue);
  g_free (self->name);
  g_free (self);
}

void
fys_library_reader_ask (FysLibraryReader  *self,
                        GTask             *task,
                        FysLibraryReadFunc run,
                        gpointer           input,
                        GDestroyNotify     free_input,
                        GDestroyNotify     free_answer)
{
  Question *question = g_new0 (Question, 1);

  question->run = run;
  question->task = task;
  question->input = input;
  question->free_input = free_input;
  question->free_answer = free_answer;
  if (self->thread == NULL)
    self->thread = g_thread_new (self->name, thread_cb, self);
  g_async_queue_push (self->queue, question);
}
