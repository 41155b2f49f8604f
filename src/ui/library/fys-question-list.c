/* fys-question-list.c - the questions of the library, loaded a stretch at a time
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-question-list.h"

struct _FysQuestionList
{
  GObject       parent_instance;

  /* Owned */
  FysLibrary   *library;
  GPtrArray    *hits;     /* (nullable) (element-type FysHit) */
  char         *filter;   /* of hits */
  GCancellable *running;  /* (nullable): while something is loaded */

  gboolean      is_complete;
  gboolean      is_stale; /* the library changed while something was loaded */
};

enum
{
  SIGNAL_LEAVING,
  SIGNAL_RESET,
  SIGNAL_ADDED,
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FysQuestionList, fys_question_list, G_TYPE_OBJECT)

/** Load: what is asked for. @offset: 0 replaces everything */
typedef struct
{
  FysQuestionList *list;
  GCancellable    *cancellable;
  char            *filter;
  guint            offset;
  guint            limit;
} Load;

static void
load_free (Load *load)
{
  g_object_unref (load->list);
  g_object_unref (load->cancellable);
  g_free (load->filter);
  g_free (load);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Load, load_free)

static void
take_hits (FysQuestionList *self,
           const Load      *load,
           GPtrArray       *hits)
{
  guint n_added;

  self->is_complete = hits->len < load->limit;
  if (load->offset == 0)
    {
      gboolean is_filter_same = g_str_equal (load->filter, self->filter);

      g_signal_emit (self, signals[SIGNAL_LEAVING], 0);
      g_clear_pointer (&self->hits, g_ptr_array_unref);
      self->hits = g_ptr_array_ref (hits);
      g_free (self->filter);
      self->filter = g_strdup (load->filter);
      g_signal_emit (self, signals[SIGNAL_RESET], 0, is_filter_same);
      return;
    }
  n_added = hits->len;
  g_ptr_array_extend_and_steal (self->hits, g_ptr_array_ref (hits));
  g_signal_emit (self, signals[SIGNAL_ADDED], 0, n_added);
}

static void library_changed_cb (FysQuestionList *self);

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Load)      load = user_data;
  FysQuestionList      *self = load->list;
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) hits = fys_library_questions_finish (FYS_LIBRARY (source), result, &error);

  if (g_cancellable_is_cancelled (load->cancellable))
    return;
  g_clear_object (&self->running);
  if (hits != NULL)
    take_hits (self, load, hits);
  else
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
  if (self->is_stale)
    library_changed_cb (self);
}

static void
load_stretch (FysQuestionList *self,
              const char      *filter,
              guint            offset,
              guint            limit)
{
  Load *load = g_new0 (Load, 1);

  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  self->running = g_cancellable_new ();
  load->list = g_object_ref (self);
  load->cancellable = g_object_ref (self->running);
  load->filter = g_strdup (filter);
  load->offset = offset;
  load->limit = limit;
  fys_library_questions_async (self->library, filter, offset, limit, self->running, loaded_cb, load);
}

/* As many as there were, so that whoever reads far down stays there. */
static void
library_changed_cb (FysQuestionList *self)
{
  self->is_stale = self->running != NULL;
  if (self->hits != NULL && self->running == NULL)
    load_stretch (self, self->filter, 0, MAX (self->hits->len, FYS_QUESTION_LIST_STRETCH));
}

static void
fys_question_list_dispose (GObject *object)
{
  FysQuestionList *self = FYS_QUESTION_LIST (object);

  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (fys_question_list_parent_class)->dispose (object);
}

static void
fys_question_list_finalize (GObject *object)
{
  FysQuestionList *self = FYS_QUESTION_LIST (object);

  g_clear_pointer (&self->hits, g_ptr_array_unref);
  g_free (self->filter);

  G_OBJECT_CLASS (fys_question_list_parent_class)->finalize (object);
}

static void
fys_question_list_class_init (FysQuestionListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = fys_question_list_dispose;
  object_class->finalize = fys_question_list_finalize;

  signals[SIGNAL_LEAVING] = g_signal_new ("leaving", FYS_TYPE_QUESTION_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_RESET] = g_signal_new ("reset", FYS_TYPE_QUESTION_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[SIGNAL_ADDED] = g_signal_new ("added", FYS_TYPE_QUESTION_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", FYS_TYPE_QUESTION_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                         1, G_TYPE_STRING);
}

static void
fys_question_list_init (FysQuestionList *self)
{
  self->filter = g_strdup ("");
}

FysQuestionList *
fys_question_list_new (FysLibrary *library)
{
  FysQuestionList *self;

  g_return_val_if_fail (FYS_IS_LIBRARY (library), NULL);

  self = g_object_new (FYS_TYPE_QUESTION_LIST, NULL);
  self->library = g_object_ref (library);
  g_signal_connect_object (library, "changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
fys_question_list_set_filter (FysQuestionList *self,
                              const char      *filter)
{
  g_return_if_fail (FYS_IS_QUESTION_LIST (self));
  g_return_if_fail (filter != NULL);

  load_stretch (self, filter, 0, FYS_QUESTION_LIST_STRETCH);
}

const char *
fys_question_list_get_filter (FysQuestionList *self)
{
  g_return_val_if_fail (FYS_IS_QUESTION_LIST (self), NULL);

  return self->filter;
}

void
fys_question_list_load_more (FysQuestionList *self)
{
  g_return_if_fail (FYS_IS_QUESTION_LIST (self));

  if (self->hits != NULL && self->running == NULL && !self->is_complete)
    load_stretch (self, self->filter, self->hits->len, FYS_QUESTION_LIST_STRETCH);
}

guint
fys_question_list_get_n (FysQuestionList *self)
{
  g_return_val_if_fail (FYS_IS_QUESTION_LIST (self), 0);

  return self->hits != NULL ? self->hits->len : 0;
}

const FysHit *
fys_question_list_get (FysQuestionList *self,
                       guint            index)
{
  g_return_val_if_fail (FYS_IS_QUESTION_LIST (self), NULL);
  g_return_val_if_fail (index < fys_question_list_get_n (self), NULL);

  return g_ptr_array_index (self->hits, index);
}

gboolean
fys_question_list_is_loaded (FysQuestionList *self)
{
  g_return_val_if_fail (FYS_IS_QUESTION_LIST (self), FALSE);

  return self->hits != NULL;
}

gboolean
fys_question_list_is_complete (FysQuestionList *self)
{
  g_return_val_if_fail (FYS_IS_QUESTION_LIST (self), FALSE);

  return self->is_complete;
}
