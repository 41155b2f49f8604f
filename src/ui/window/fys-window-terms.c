/* fys-window-terms.c - the titles of other articles in the text, as quiet links
 *
 *   document shown ──▶ two frames ──▶ library (a reader's thread) ──▶ article view
 *
 * Nobody waits for them: the article is read first. SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window/fys-settings.h"
#include "ui/window/fys-window-private.h"

/* The callback of a frame comes before that is drawn: at the second one the article can be seen. */
#define N_FRAMES 2

/** Question: what the terms were asked for. */
typedef struct
{
  FysWindow    *window;
  FysDocument  *document;
  GCancellable *cancellable;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->window);
  g_object_unref (question->document);
  g_object_unref (question->cancellable);
  g_free (question);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static gboolean
is_wanted (FysWindow *self)
{
  return self->library != NULL && (self->settings == NULL || g_settings_get_boolean (self->settings, FYS_SETTINGS_LINK_TERMS));
}

void
fys_window_cancel_terms (FysWindow *self)
{
  if (self->terms_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->article_view), self->terms_id);
  self->terms_id = 0;
  g_cancellable_cancel (self->looking_for_terms);
  g_clear_object (&self->looking_for_terms);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Question)  question = user_data;
  FysWindow            *self = question->window;
  g_autoptr (GPtrArray) terms = fys_library_terms_finish (FYS_LIBRARY (source), result, NULL);

  if (g_cancellable_is_cancelled (question->cancellable))
    return;
  g_clear_object (&self->looking_for_terms);
  /* Where the index is damaged, those that were found before are still right. */
  if (terms != NULL && fys_article_view_get_document (self->article_view) == question->document)
    fys_article_view_set_terms (self->article_view, terms);
}

static gboolean
frame_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  FysWindow *self = user_data;
  Question  *question;

  if (++self->n_term_frames < N_FRAMES)
    return G_SOURCE_CONTINUE;
  self->terms_id = 0;
  self->looking_for_terms = g_cancellable_new ();
  question = g_new0 (Question, 1);
  question->window = g_object_ref (self);
  question->document = g_object_ref (self->document);
  question->cancellable = g_object_ref (self->looking_for_terms);
  fys_library_terms_async (self->library, fys_document_get_article (self->document), fys_document_get_key (self->document),
                           self->looking_for_terms, found_cb, question);
  return G_SOURCE_REMOVE;
}

void
fys_window_queue_terms (FysWindow *self)
{
  if (self->article_view == NULL)
    return; /* the window is gone, and the library tells it something */
  fys_window_cancel_terms (self);
  if (!is_wanted (self) || self->document == NULL)
    {
      fys_article_view_set_terms (self->article_view, NULL);
      return;
    }
  self->n_term_frames = 0;
  self->terms_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->article_view), frame_cb, self, NULL);
}

void
fys_window_init_terms (FysWindow *self)
{
  if (self->settings != NULL)
    g_signal_connect_object (self->settings, "changed::" FYS_SETTINGS_LINK_TERMS, G_CALLBACK (fys_window_queue_terms), self, G_CONNECT_SWAPPED);
}

/* While much is new or changed, not for every batch of it: the end of that is told as well. */
static void
library_changed_cb (FysWindow *self)
{
  gboolean is_indexing = TRUE;

  if (self->library != NULL)
    g_object_get (self->library, "is-indexing", &is_indexing, NULL);
  if (!is_indexing)
    fys_window_queue_terms (self);
}

void
fys_window_follow_library (FysWindow *self)
{
  if (self->library != NULL)
    {
      g_signal_connect_object (self->library, "changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->library, "notify::is-indexing", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
    }
  fys_window_queue_terms (self);
}
