/* fys-window-session.c - the exercises: their pane, the screen that stays awake, asking before leaving
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "compat/fys-compat-ask.h"
#include "ui/window/fys-settings.h"
#include "ui/window/fys-window-private.h"

static void
exercise_shown_cb (FysWindow *self,
                   guint      exercise)
{
  const FysExercise *shown;

  if (self->document == NULL)
    return;
  shown = fys_exercise_list_get (fys_document_get_exercises (self->document), exercise);
  /* What only the front matter tells has no place in the text. */
  if (shown->first_block == FYS_NONE)
    return;
  fys_article_view_show_block (self->article_view, shown->first_block, shown->row);
  if (fys_split_is_collapsed (self->exercise_split))
    fys_split_set_open (self->exercise_split, FALSE);
}

static void
close_requested_cb (FysWindow *self)
{
  fys_split_set_open (self->exercise_split, FALSE);
}

static void
session_active_cb (FysWindow *self)
{
  fys_window_update_actions (self);
  g_signal_emit_by_name (self, "session-changed");
  if (self->reminders != NULL && self->document != NULL)
    fys_reminders_unsnooze (self->reminders, fys_document_get_key (self->document));
  if (fys_window_is_session_active (self) || !self->reload_waits)
    return;
  self->reload_waits = FALSE;
  fys_window_reload (self);
}

/* A session lies over the whole window, and the article is found again as it was. */
static void
fills_window_cb (FysWindow *self)
{
  gboolean is_filled;

  g_object_get (self->exercise_pane, "fills-window", &is_filled, NULL);
  gtk_widget_set_visible (self->header_bar, !is_filled);
  fys_split_set_filled (self->exercise_split, is_filled);
  fys_window_update_panes (self);
  if (!is_filled)
    fys_split_set_open (self->exercise_split, TRUE);
  fys_window_update_actions (self);
}

gboolean
fys_window_is_filled (FysWindow *self)
{
  return fys_split_is_filled (self->exercise_split);
}

FysExercisePane *
fys_window_ensure_exercise_pane (FysWindow *self)
{
  if (self->exercise_pane != NULL)
    return self->exercise_pane;

  self->exercise_pane = FYS_EXERCISE_PANE (fys_exercise_pane_new ());
  fys_exercise_pane_set_choices (self->exercise_pane, self->choices);
  fys_exercise_pane_set_settings (self->exercise_pane, self->settings);
  fys_exercise_pane_set_reminders (self->exercise_pane, self->reminders);
  fys_exercise_pane_set_document (self->exercise_pane, self->document);
  g_signal_connect_object (self->exercise_pane, "exercise-shown", G_CALLBACK (exercise_shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->exercise_pane, "close-requested", G_CALLBACK (close_requested_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->exercise_pane, "notify::is-session-active", G_CALLBACK (session_active_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->exercise_pane, "notify::is-counting", G_CALLBACK (fys_window_update_inhibition), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->exercise_pane, "notify::fills-window", G_CALLBACK (fills_window_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->exercise_pane, "journal-failed", G_CALLBACK (fys_window_toast), self, G_CONNECT_SWAPPED);
  fys_exercise_pane_set_journal (self->exercise_pane, self->journal, self->settings);
  if (self->settings != NULL)
    g_settings_bind (self->settings, FYS_SETTINGS_SESSION_FILLS_WINDOW, self->exercise_pane, "prefers-window", G_SETTINGS_BIND_DEFAULT);
  fys_split_set_pane (self->exercise_split, GTK_WIDGET (self->exercise_pane));
  return self->exercise_pane;
}

void
fys_window_set_choices (FysWindow  *self,
                        FysChoices *choices)
{
  g_return_if_fail (FYS_IS_WINDOW (self));
  g_return_if_fail (choices == NULL || FYS_IS_CHOICES (choices));

  g_set_object (&self->choices, choices);
  if (self->exercise_pane != NULL)
    fys_exercise_pane_set_choices (self->exercise_pane, choices);
}

void
fys_window_set_journal (FysWindow  *self,
                        FysJournal *journal)
{
  g_return_if_fail (FYS_IS_WINDOW (self));
  g_return_if_fail (journal == NULL || FYS_IS_JOURNAL (journal));

  g_set_object (&self->journal, journal);
  if (self->exercise_pane != NULL)
    fys_exercise_pane_set_journal (self->exercise_pane, self->journal, self->settings);
}

void
fys_window_open_exercise (FysWindow *self,
                          guint      exercise)
{
  fys_split_set_open (self->exercise_split, TRUE);
  fys_exercise_pane_open_exercise (fys_window_ensure_exercise_pane (self), exercise);
}

void
fys_window_want_exercise (FysWindow  *self,
                          GFile      *file,
                          const char *name)
{
  g_set_object (&self->wanted_file, file);
  g_free (self->wanted_exercise);
  self->wanted_exercise = g_strdup (name);
}

/* Whoever opens another article meanwhile wants that one only. The article may have changed since the exercise was found in it. A pane that would lie over
 * the article stays closed: the exercise stands there as well, with its button. */
void
fys_window_show_wanted_exercise (FysWindow *self)
{
  g_autoptr (GFile) file = g_steal_pointer (&self->wanted_file);
  g_autofree char  *name = g_steal_pointer (&self->wanted_exercise);
  FysExerciseList  *exercises = fys_document_get_exercises (self->document);

  if (name == NULL || fys_split_is_collapsed (self->exercise_split) || !g_file_equal (file, fys_document_get_file (self->document)))
    return;
  for (guint i = 0; i < fys_exercise_list_get_n (exercises); i++)
    if (g_str_equal (fys_exercise_list_get (exercises, i)->name, name))
      {
        fys_window_open_exercise (self, i);
        return;
      }
}

void
fys_window_set_reminders (FysWindow    *self,
                          FysReminders *reminders)
{
  g_return_if_fail (FYS_IS_WINDOW (self));

  g_set_object (&self->reminders, reminders);
  if (self->exercise_pane != NULL)
    fys_exercise_pane_set_reminders (self->exercise_pane, reminders);
}

void
fys_window_show_exercises (FysWindow *self)
{
  g_return_if_fail (FYS_IS_WINDOW (self));

  self->wants_exercises = self->loading != NULL;
  if (!self->wants_exercises && fys_split_is_pane_available (self->exercise_split))
    fys_split_set_open (self->exercise_split, TRUE);
}

/* The pane shows the warning beside an exercise; an article without exercises has only its own text to show. */
void
fys_window_show_warning (FysWindow *self)
{
  guint             n_sections;
  const FysSection *sections;

  if (self->document == NULL)
    return;
  if (fys_split_is_pane_available (self->exercise_split))
    {
      if (!fys_window_is_filled (self))
        fys_split_set_open (self->exercise_split, TRUE);
      gtk_widget_activate_action (GTK_WIDGET (fys_window_ensure_exercise_pane (self)), "session.show-warning", NULL);
      return;
    }
  sections = fys_article_get_sections (fys_document_get_article (self->document), &n_sections);
  for (guint i = 0; i < n_sections; i++)
    if ((sections[i].flags & FYS_SECTION_URGENT) != 0)
      {
        fys_article_view_show_section (self->article_view, i);
        return;
      }
}

gboolean
fys_window_is_session_active (FysWindow *self)
{
  g_return_val_if_fail (FYS_IS_WINDOW (self), FALSE);

  return self->exercise_pane != NULL && fys_exercise_pane_is_session_active (self->exercise_pane);
}

FysSessionRunner *
fys_window_get_session (FysWindow *self)
{
  g_return_val_if_fail (FYS_IS_WINDOW (self), NULL);

  return self->exercise_pane != NULL ? fys_exercise_pane_get_runner (self->exercise_pane) : NULL;
}

/* A stop may lead to a question, which the user must see to answer. */
void
fys_window_command_session (FysWindow      *self,
                            FysMediaCommand command)
{
  g_return_if_fail (FYS_IS_WINDOW (self));

  if (!fys_window_is_session_active (self) || self->is_asking)
    return;
  fys_exercise_pane_command (self->exercise_pane, command);
  if (command == FYS_MEDIA_STOP && fys_window_is_session_active (self))
    gtk_window_present (GTK_WINDOW (self));
}

static gboolean
is_session_counting (FysWindow *self)
{
  gboolean is_counting = FALSE;

  if (self->exercise_pane != NULL)
    g_object_get (self->exercise_pane, "is-counting", &is_counting, NULL);
  return is_counting;
}

/* The application is kept for the way back: a window that is destroyed has left its application before it is disposed of. */
void
fys_window_update_inhibition (FysWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  gboolean        is_counting = is_session_counting (self);

  if (is_counting && self->inhibit_cookie == 0 && application != NULL)
    {
      self->inhibit_cookie = gtk_application_inhibit (application, GTK_WINDOW (self),
                                                      GTK_APPLICATION_INHIBIT_IDLE | GTK_APPLICATION_INHIBIT_SUSPEND,
                                                      _ ("An exercise is running"));
      /* 0: this desktop cannot be asked */
      if (self->inhibit_cookie != 0)
        self->inhibited_application = g_object_ref (application);
    }
  else if (!is_counting && self->inhibit_cookie != 0)
    {
      gtk_application_uninhibit (self->inhibited_application, self->inhibit_cookie);
      self->inhibit_cookie = 0;
      g_clear_object (&self->inhibited_application);
    }
}

/* Nobody holds a stretch while reading a question, and nobody who answers "go on" has to start the clock again. */
static void
pause_while_asking (FysWindow *self)
{
  self->resumes_after_asking = is_session_counting (self);
  if (self->resumes_after_asking)
    gtk_widget_activate_action (GTK_WIDGET (self->exercise_pane), "session.pause", NULL);
}

static void
go_on_after_asking (FysWindow *self)
{
  if (self->resumes_after_asking && fys_window_is_session_active (self) && !is_session_counting (self))
    gtk_widget_activate_action (GTK_WIDGET (self->exercise_pane), "session.pause", NULL);
  self->resumes_after_asking = FALSE;
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  FysWindow        *self = g_task_get_source_object (task);
  gboolean          may_leave = g_str_equal (fys_compat_ask_finish (result), "stop");

  self->is_asking = FALSE;
  if (may_leave && self->exercise_pane != NULL)
    {
      /* What waited for the end of the exercise has nothing to wait for: the article is being left. */
      self->reload_waits = FALSE;
      fys_exercise_pane_stop (self->exercise_pane);
    }
  go_on_after_asking (self);
  g_task_return_boolean (task, may_leave);
}

void
fys_window_ask_to_leave_async (FysWindow          *self,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  static const FysAnswer answers[] = {
    { "go-on", N_ ("_Go On with It"), FYS_ANSWER_PLAIN },
    { "stop", N_ ("_Stop Exercise"), FYS_ANSWER_DESTRUCTIVE },
  };
  FysAnswer         translated[G_N_ELEMENTS (answers)];
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (FYS_IS_WINDOW (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, fys_window_ask_to_leave_async);
  if (!fys_window_is_session_active (self))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  if (self->is_asking)
    {
      /* One question at a time; the first one is still there to be answered. */
      g_task_return_boolean (task, FALSE);
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      translated[i] = answers[i];
      translated[i].label = _ (answers[i].label);
    }
  self->is_asking = TRUE;
  pause_while_asking (self);
  gtk_window_present (GTK_WINDOW (self));
  fys_compat_ask_async (GTK_WINDOW (self), _ ("Stop the Exercise?"), _ ("You are in the middle of an exercise. It ends when you leave it."),
                 translated, G_N_ELEMENTS (translated), "go-on", answered_cb, g_steal_pointer (&task));
}

gboolean
fys_window_ask_to_leave_finish (FysWindow    *self,
                                GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), NULL);
}

/* Whether Space means something to the widget that has the focus. */
static gboolean
wants_space (GtkWidget *widget)
{
  if (widget == NULL)
    return FALSE;
  if (GTK_IS_EDITABLE (widget) || GTK_IS_BUTTON (widget) || GTK_IS_TEXT_VIEW (widget))
    return TRUE;
  switch ((int) gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)))
    {
    case GTK_ACCESSIBLE_ROLE_BUTTON:
    case GTK_ACCESSIBLE_ROLE_CHECKBOX:
    case GTK_ACCESSIBLE_ROLE_COMBO_BOX:
    case GTK_ACCESSIBLE_ROLE_LINK:
    case GTK_ACCESSIBLE_ROLE_MENU_ITEM:
    case GTK_ACCESSIBLE_ROLE_MENU_ITEM_CHECKBOX:
    case GTK_ACCESSIBLE_ROLE_MENU_ITEM_RADIO:
    case GTK_ACCESSIBLE_ROLE_RADIO:
    case GTK_ACCESSIBLE_ROLE_SEARCH_BOX:
    case GTK_ACCESSIBLE_ROLE_SPIN_BUTTON:
    case GTK_ACCESSIBLE_ROLE_SWITCH:
    case GTK_ACCESSIBLE_ROLE_TAB:
    case GTK_ACCESSIBLE_ROLE_TEXT_BOX:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Keyboards have one key for both of the first two; a headset sends whichever it believes is due. */
static gboolean
find_media_command (guint            keyval,
                    FysMediaCommand *out_command)
{
  static const struct
  {
    guint           keyval;
    FysMediaCommand command;
  } keys[] = {
    { GDK_KEY_AudioPlay, FYS_MEDIA_TOGGLE },
    { GDK_KEY_AudioPause, FYS_MEDIA_TOGGLE },
    { GDK_KEY_AudioNext, FYS_MEDIA_NEXT },
    { GDK_KEY_AudioPrev, FYS_MEDIA_PREVIOUS },
    { GDK_KEY_AudioStop, FYS_MEDIA_STOP },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].keyval == keyval)
      {
        *out_command = keys[i].command;
        return TRUE;
      }
  return FALSE;
}

static gboolean
key_pressed_cb (FysWindow      *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  FysMediaCommand command;

  if (fys_window_is_session_active (self) && find_media_command (keyval, &command))
    {
      fys_window_command_session (self, command);
      return GDK_EVENT_STOP;
    }
  if ((keyval != GDK_KEY_space && keyval != GDK_KEY_KP_Space) || modifiers != 0 || !fys_window_is_session_active (self))
    return GDK_EVENT_PROPAGATE;
  if (wants_space (gtk_root_get_focus (GTK_ROOT (self))))
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_activate_action (GTK_WIDGET (self->exercise_pane), "session.main", NULL) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

void
fys_window_init_session_keys (FysWindow *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  /* Before the article, which would scroll by a page. */
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
