/* fys-window-history.c - back and forward
 *
 * A place is noted when it is left, and entered in the history when the next one is shown: an article that cannot be opened is no place.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "core/reading/fys-reading-place.h"
#include "ui/window/fys-window-page.h"
#include "ui/window/fys-window-private.h"

/* Of a mouse, beside the wheel. */
#define BUTTON_BACK    8
#define BUTTON_FORWARD 9

static gboolean
shows_file (FysWindow *self,
            GFile     *file)
{
  return self->document != NULL && g_file_equal (fys_document_get_file (self->document), file);
}

static void
leave_article (FysWindow       *self,
               FysHistoryPlace *place)
{
  FysArticle *article;
  guint       block;
  double      part;

  if (!shows_file (self, place->file))
    return;
  fys_window_keep_reading (self);
  article = fys_document_get_article (self->document);
  place->at = fys_article_view_get_place (self->article_view);
  g_strfreev (place->open_questions);
  place->open_questions = fys_article_view_dup_open_questions (self->article_view);
  fys_reading_place_clear (&place->reading);
  if (fys_article_view_get_part (self->article_view, &block, &part))
    place->reading = fys_reading_place_make (article, block, part, &place->progress);
  fys_history_place_set_title (place, fys_article_get_title (article));
  fys_history_place_set_document (self->history, place, self->document);
  place->was_left = TRUE;
}

static void
leave_page (FysWindow       *self,
            FysHistoryPlace *place)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, place->page);

  g_clear_pointer (&place->state, g_variant_unref);
  if (FYS_IS_WINDOW_PAGE (page))
    place->state = fys_window_page_dup_state (FYS_WINDOW_PAGE (page));
  fys_history_place_set_title (place, fys_window_get_page_title (self));
  place->was_left = TRUE;
}

void
fys_window_leave_place (FysWindow *self)
{
  FysHistoryPlace *place = fys_history_get_current (self->history);

  if (place == NULL)
    return;
  if (place->file != NULL)
    leave_article (self, place);
  else
    leave_page (self, place);
}

void
fys_window_visit (FysWindow  *self,
                  const char *page,
                  GFile      *file)
{
  FysHistoryPlace *place = fys_history_get_current (self->history);
  gboolean         is_there = place != NULL && !place->was_left && g_str_equal (place->page, page) &&
                      (file == NULL || (place->file != NULL && g_file_equal (place->file, file)));

  if (!is_there)
    (void) fys_history_visit (self->history, page, file);
  fys_window_update (self);
}

static void
restore_article (FysWindow       *self,
                 FysHistoryPlace *place)
{
  guint  block;
  double part;

  place->was_left = FALSE;
  fys_article_view_set_open_questions (self->article_view, (const char *const *) place->open_questions);
  if (place->document == self->document)
    fys_article_view_set_place (self->article_view, place->at);
  else if (fys_reading_place_find (fys_document_get_article (self->document), &place->reading, place->progress, &block, &part))
    fys_article_view_set_part (self->article_view, block, part);
}

static void
restore_page (FysWindow       *self,
              FysHistoryPlace *place)
{
  place->was_left = FALSE;
  fys_window_present_page (self, place->page, place->state);
}

gboolean
fys_window_arrive (FysWindow *self)
{
  int step = self->history_step;

  self->history_step = 0;
  if (step == 0)
    {
      fys_window_visit (self, FYS_PAGE_ARTICLE, self->file);
      return FALSE;
    }
  fys_history_go (self->history, step);
  restore_article (self, fys_history_get_current (self->history));
  fys_window_update_history (self);
  return TRUE;
}

/* Whoever goes back once more comes to the place before it. */
void
fys_window_forget_place (FysWindow *self,
                         GError    *error)
{
  int                   step = self->history_step;
  FysHistoryPlace      *place = fys_history_peek (self->history, step);
  FysHistoryPlace      *current = fys_history_get_current (self->history);
  g_autofree char      *text = NULL;

  self->history_step = 0;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    text = g_strdup_printf (_ ("“%s” is not there any more. It was moved or deleted."), place->title);
  else
    text = g_strdup_printf (_ ("“%1$s” cannot be opened: %2$s"), place->title, error->message);
  fys_window_toast (self, text);
  fys_history_drop (self->history, step);
  g_clear_object (&self->file);
  if (self->document != NULL)
    g_set_object (&self->file, fys_document_get_file (self->document));
  if (current->file == NULL || shows_file (self, current->file))
    {
      fys_window_show_page (self, current->page);
      current->was_left = FALSE;
    }
  fys_window_update (self);
}

static void
go_now (FysWindow *self,
        int        step)
{
  FysHistoryPlace        *place = fys_history_peek (self->history, step);
  g_autoptr (FysDocument) document = NULL;

  if (place == NULL)
    return;
  fys_window_leave_place (self);
  fys_window_cancel_loading (self);
  if (place->file != NULL && !shows_file (self, place->file) && place->document == NULL)
    {
      fys_window_load_place (self, place->file, step);
      return;
    }
  fys_history_go (self->history, step);
  if (place->file == NULL)
    restore_page (self, place);
  else
    {
      /* Restoring compares it with what is shown. */
      g_set_object (&document, place->document);
      if (shows_file (self, place->file))
        fys_window_show_page (self, FYS_PAGE_ARTICLE);
      else
        fys_window_show_again (self, document);
      (void) gtk_widget_grab_focus (GTK_WIDGET (self->article_view));
      restore_article (self, place);
    }
  fys_window_update (self);
}

static void
left_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  if (fys_window_ask_to_leave_finish (FYS_WINDOW (source), result))
    go_now (FYS_WINDOW (source), GPOINTER_TO_INT (user_data));
}

void
fys_window_go (FysWindow *self,
               int        step)
{
  if (fys_history_peek (self->history, step) == NULL)
    return;
  if (fys_window_is_session_active (self))
    fys_window_ask_to_leave_async (self, left_cb, GINT_TO_POINTER (step));
  else
    go_now (self, step);
}

/* @name: (transfer full) */
static void
name_button (GtkWidget *button,
             char      *name)
{
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_free (name);
}

static gboolean
has_title (const FysHistoryPlace *place)
{
  return place != NULL && *place->title != '\0';
}

void
fys_window_update_history (FysWindow *self)
{
  gboolean               is_narrow = fys_split_is_collapsed (self->contents_split) || (fys_window_is_article_page (self) && fys_window_is_tight (self));
  const FysHistoryPlace *back = fys_history_peek (self->history, -1);
  const FysHistoryPlace *forward = fys_history_peek (self->history, 1);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", back != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.forward", forward != NULL);
  /* Translators: %s is the title of an article, or of a page such as the library */
  name_button (self->back_button, has_title (back) ? g_strdup_printf (_ ("Back to “%s”"), back->title) : g_strdup (_ ("Back")));
  /* Translators: %s is the title of an article, or of a page such as the library */
  name_button (self->forward_button, has_title (forward) ? g_strdup_printf (_ ("Forward to “%s”"), forward->title) : g_strdup (_ ("Forward")));
  /* Both stand there from the first way back on, so that nothing moves under the pointer later. */
  gtk_widget_set_visible (self->back_button, back != NULL || (forward != NULL && !is_narrow));
  gtk_widget_set_visible (self->forward_button, !is_narrow && (back != NULL || forward != NULL));
}

static void
pressed_cb (FysWindow  *self,
            int         n_press,
            double      x,
            double      y,
            GtkGesture *gesture)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (button != BUTTON_BACK && button != BUTTON_FORWARD)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  fys_window_go (self, button == BUTTON_BACK ? -1 : 1);
}

void
fys_window_init_history (FysWindow *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect_object (gesture, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
}
