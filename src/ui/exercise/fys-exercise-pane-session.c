/* fys-exercise-pane-session.c - the session of the exercise pane: its start, its sounds, its actions, its end
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-exercise-pane-private.h"

/* A session that is younger stops without a question: nothing is lost. */
#define STOP_AT_ONCE_US (15 * G_USEC_PER_SEC)

gboolean
fys_exercise_pane_is_counting (FysExercisePane *self)
{
  return self->runner != NULL && fys_session_runner_is_counting (self->runner);
}

/* Before the player's own handler, which says the cue to a screen reader. */
static void
cue_cb (FysExercisePane *self,
        const FysCue    *cue)
{
  fys_player_page_set_announces (self->player_page, !fys_cues_is_speaking (self->cues));
}

static void
active_changed_cb (FysExercisePane *self)
{
  fys_exercise_pane_update_actions (self);
  g_object_notify (G_OBJECT (self), "is-session-active");
}

static void
counting_changed_cb (FysExercisePane *self)
{
  fys_exercise_pane_update_actions (self);
  g_object_notify (G_OBJECT (self), "is-counting");
}

void
fys_exercise_pane_drop_runner (FysExercisePane *self)
{
  if (self->runner == NULL)
    return;
  fys_player_page_set_runner (self->player_page, NULL);
  fys_cues_set_runner (self->cues, NULL, NULL);
  g_signal_handlers_disconnect_by_data (self->runner, self);
  g_clear_object (&self->runner);
}

static void
end_session (FysExercisePane *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  fys_player_page_set_runner (self->player_page, NULL);
  fys_exercise_pane_keep_session (self);
  if (self->after_session == FYS_THEN_RESULT)
    {
      fys_done_page_set_runner (self->done_page, self->runner,
                                self->aim == FYS_AIM_EXERCISE && fys_setup_get_next (self->setup, self->exercise) != FYS_NONE);
      fys_exercise_pane_show_page (self, self->done_page);
      if (had_focus)
        fys_done_page_focus_button (self->done_page);
    }
  else if (self->after_session == FYS_THEN_AIM)
    fys_exercise_pane_show_aim (self);
  else
    fys_exercise_pane_show_list (self);
}

static void
changed_cb (FysExercisePane *self)
{
  if (!fys_session_runner_is_active (self->runner) && fys_exercise_pane_is_page (self, self->player_page))
    end_session (self);
}

gboolean
fys_exercise_pane_is_session_page (FysExercisePane *self)
{
  if (self->player_page == NULL)
    return FALSE;
  return fys_exercise_pane_is_page (self, self->player_page) || fys_exercise_pane_is_page (self, self->done_page) ||
         (fys_exercise_pane_is_page (self, self->warning_page) && fys_exercise_pane_is_session_active (self));
}

/* Which exercises the session has, in its order: the runner counts them from 0. */
static void
take_exercises (FysExercisePane *self)
{
  g_clear_pointer (&self->in_session, g_free);
  if (self->aim == FYS_AIM_PROGRAM)
    {
      self->in_session = fys_setup_dup_program (self->setup, &self->n_in_session);
      return;
    }
  self->in_session = g_memdup2 (&self->exercise, sizeof self->exercise);
  self->n_in_session = 1;
}

static FysProgram *
create_program (FysExercisePane *self,
                GStrvBuilder    *names)
{
  take_exercises (self);
  for (guint i = 0; i < self->n_in_session; i++)
    g_strv_builder_add (names, fys_exercise_pane_get_exercise (self, self->in_session[i])->name);
  fys_player_page_set_exercises (self->player_page, self->document, self->in_session, self->n_in_session);
  return fys_setup_create_program (self->setup, self->in_session, self->n_in_session);
}

void
fys_exercise_pane_start_session (FysExercisePane *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (FysProgram) program = create_program (self, builder);
  g_auto (GStrv) names = g_strv_builder_end (builder);

  fys_exercise_pane_remember (self);
  if (fys_exercise_pane_is_page (self, self->done_page))
    fys_exercise_pane_carry_pain (self);
  fys_exercise_pane_drop_runner (self);
  self->after_session = FYS_THEN_RESULT;
  self->runner = fys_session_runner_new (program, (const char *const *) names, self->clock, self->clock_data);
  fys_cues_set_runner (self->cues, self->runner, fys_article_get_language (fys_document_get_article (self->document)));
  g_signal_connect_object (self->runner, "cue", G_CALLBACK (cue_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->runner, "notify::is-active", G_CALLBACK (active_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->runner, "notify::is-counting", G_CALLBACK (counting_changed_cb), self, G_CONNECT_SWAPPED);
  fys_player_page_set_runner (self->player_page, self->runner);
  /* After the player's own handler: it shows the end of the session before the page is left. */
  g_signal_connect_object (self->runner, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  fys_exercise_pane_show_page (self, self->player_page);
  fys_session_runner_start (self->runner);
  fys_player_page_focus_main (self->player_page);
}

static void
pause_action_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  FysExercisePane *self = FYS_EXERCISE_PANE (widget);

  if (fys_exercise_pane_is_counting (self))
    fys_session_runner_pause (self->runner);
  else if (fys_exercise_pane_is_session_active (self))
    {
      fys_exercise_pane_show_page (self, self->player_page); /* it may be resumed from the warning by its key */
      fys_session_runner_resume (self->runner);
    }
}

static void
done_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  if (fys_exercise_pane_is_counting (FYS_EXERCISE_PANE (widget)))
    fys_session_runner_done (FYS_EXERCISE_PANE (widget)->runner);
}

static void
skip_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  if (fys_exercise_pane_is_session_active (FYS_EXERCISE_PANE (widget)))
    fys_session_runner_skip (FYS_EXERCISE_PANE (widget)->runner);
}

static void
back_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  if (fys_exercise_pane_is_session_active (FYS_EXERCISE_PANE (widget)))
    fys_session_runner_back (FYS_EXERCISE_PANE (widget)->runner);
}

/* At once when hardly anything was done; else it pauses and asks below the ring. */
static void
stop_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  FysExercisePane *self = FYS_EXERCISE_PANE (widget);
  guint n_done = 0;

  if (!fys_exercise_pane_is_session_active (self))
    return;
  for (guint i = 0; i < fys_session_runner_get_n_exercises (self->runner); i++)
    n_done += fys_session_runner_count_done (self->runner, i);

  fys_exercise_pane_show_page (self, self->player_page);
  if (n_done == 0 && fys_session_get_active_us (fys_session_runner_get_session (self->runner)) < STOP_AT_ONCE_US)
    {
      self->after_session = FYS_THEN_AIM;
      fys_session_runner_stop (self->runner);
      return;
    }
  if (fys_exercise_pane_is_counting (self))
    fys_session_runner_pause (self->runner);
  fys_player_page_ask_to_stop (self->player_page);
}

/* The one large key of a session: it counts a repetition where one is counted, and pauses everywhere else. */
static void
main_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  FysExercisePane *self = FYS_EXERCISE_PANE (widget);
  const FysStep *step;

  if (!fys_exercise_pane_is_session_active (self))
    return;
  step = fys_session_get_step (fys_session_runner_get_session (self->runner));
  if (fys_exercise_pane_is_counting (self) && step != NULL && step->length_us == FYS_UNTIL_DONE)
    fys_session_runner_done (self->runner);
  else
    pause_action_cb (widget, action_name, parameter);
}

/* Where the user counts, the key that leads on counts: it is in the hand that holds the headset, and a skipped repetition was not done. */
static const char *
get_next_action (FysExercisePane *self)
{
  const FysStep *step = fys_session_get_step (fys_session_runner_get_session (self->runner));
  gboolean is_counted = fys_exercise_pane_is_counting (self) && step != NULL && step->length_us == FYS_UNTIL_DONE;

  return is_counted ? "session.done" : "session.skip";
}

static const char *
get_command_action (FysExercisePane *self,
                    FysMediaCommand  command)
{
  switch (command)
    {
    case FYS_MEDIA_PLAY:
      return fys_exercise_pane_is_counting (self) ? NULL : "session.pause";
    case FYS_MEDIA_PAUSE:
      return fys_exercise_pane_is_counting (self) ? "session.pause" : NULL;
    case FYS_MEDIA_TOGGLE:
      return "session.pause";
    case FYS_MEDIA_NEXT:
      return get_next_action (self);
    case FYS_MEDIA_PREVIOUS:
      return "session.back";
    case FYS_MEDIA_STOP:
      return "session.stop";
    default:
      g_return_val_if_reached (NULL);
    }
}

void
fys_exercise_pane_command (FysExercisePane *self,
                           FysMediaCommand  command)
{
  const char *action = NULL;

  g_return_if_fail (FYS_IS_EXERCISE_PANE (self));

  if (fys_exercise_pane_is_session_active (self))
    action = get_command_action (self, command);
  if (action != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
}

void
fys_exercise_pane_install_session_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "session.pause", NULL, pause_action_cb);
  gtk_widget_class_install_action (widget_class, "session.main", NULL, main_action_cb);
  gtk_widget_class_install_action (widget_class, "session.done", NULL, done_action_cb);
  gtk_widget_class_install_action (widget_class, "session.skip", NULL, skip_action_cb);
  gtk_widget_class_install_action (widget_class, "session.back", NULL, back_action_cb);
  gtk_widget_class_install_action (widget_class, "session.stop", NULL, stop_action_cb);
}

gboolean
fys_exercise_pane_is_session_active (FysExercisePane *self)
{
  g_return_val_if_fail (FYS_IS_EXERCISE_PANE (self), FALSE);
  return self->runner != NULL && fys_session_runner_is_active (self->runner);
}

void
fys_exercise_pane_stop (FysExercisePane *self)
{
  g_return_if_fail (FYS_IS_EXERCISE_PANE (self));

  if (!fys_exercise_pane_is_session_active (self))
    return;
  self->after_session = FYS_THEN_LIST;
  fys_exercise_pane_show_page (self, self->player_page);
  fys_session_runner_stop (self->runner);
}

void
fys_exercise_pane_set_clock (FysExercisePane *self,
                             FysClockFunc     clock,
                             gpointer         clock_data)
{
  g_return_if_fail (FYS_IS_EXERCISE_PANE (self));

  self->clock = clock;
  self->clock_data = clock_data;
}

FysSessionRunner *
fys_exercise_pane_get_runner (FysExercisePane *self)
{
  g_return_val_if_fail (FYS_IS_EXERCISE_PANE (self), NULL);
  return self->runner;
}
