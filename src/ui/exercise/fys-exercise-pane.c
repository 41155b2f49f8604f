/* fys-exercise-pane.c - the list of an article's exercises, and the one being done
 *
 *   list ──▶ warning (first time) ──▶ plan ─────────────────▶ player ──▶ done ──▶ again, next, list
 *     └────▶ warning (first time) ──▶ program ◀──▶ plan ──────▲
 *
 * The warning can be looked at from every page and leads back to it. The pane knows where one is and what is meant to happen next;
 * the pages show and ask. SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-exercise-pane-private.h"

#include <glib/gi18n.h>

#include "fys-done-page.h"
#include "fys-exercise-list-page.h"
#include "fys-plan-page.h"
#include "fys-player-page.h"
#include "fys-program-page.h"
#include "fys-sounds.h"
#include "fys-warning-memory.h"
#include "fys-warning-page.h"

/* A session that is younger stops without a question: nothing is lost. */
#define STOP_AT_ONCE_US (15 * G_USEC_PER_SEC)

/* What the user is on the way to start. */
typedef enum
{
  AIM_EXERCISE,
  AIM_PROGRAM,
} Aim;

/* Where the warning and the plan lead when they are confirmed, and a session when it ends. */
typedef enum
{
  THEN_AIM,  /* on to the page that starts what was aimed at */
  THEN_BACK, /* to the page that one came from */
  THEN_LIST,
  THEN_RESULT,
} Then;

struct _FysExercisePane
{
  GtkWidget parent_instance;

  /* Template children */
  AdwWindowTitle      *title;
  GtkWidget           *back_button;
  GtkWidget           *stop_button;
  GtkWidget           *close_button;
  GtkStack            *stack;
  FysExerciseListPage *list_page;

  /* Children that are added when an exercise is opened for the first time: a reader who never does need not wait for them */
  FysWarningPage *warning_page;
  FysPlanPage    *plan_page;
  FysProgramPage *program_page;
  FysPlayerPage  *player_page;
  FysDonePage    *done_page;

  /* Owned */
  FysDocument      *document;
  FysPlan          *plans; /* one for each exercise of the document */
  FysSessionRunner *runner;
  FysSounds        *sounds;

  GtkWidget *focus_before_warning; /* weak (nullable) */

  /* Borrowed */
  GtkWidget *page_before_warning;

  FysClockFunc clock;
  gpointer     clock_data;
  guint        n_exercises;
  guint        exercise; /* the one that is aimed at, or whose plan is shown */
  Aim          aim;
  Then         after_warning;
  Then         after_session;
};

enum
{
  PROP_0,
  PROP_DOCUMENT,
  PROP_HAS_EXERCISES,
  PROP_IS_SESSION_ACTIVE,
  PROP_IS_COUNTING,
  N_PROPS
};

enum
{
  SIGNAL_EXERCISE_SHOWN,
  SIGNAL_CLOSE_REQUESTED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FysExercisePane, fys_exercise_pane, GTK_TYPE_WIDGET)

static gboolean
is_counting (FysExercisePane *self)
{
  return self->runner != NULL && fys_session_runner_is_counting (self->runner);
}

static gboolean
is_page (FysExercisePane *self,
         gpointer         page)
{
  return gtk_stack_get_visible_child (self->stack) == page;
}

static void
show_page (FysExercisePane *self,
           gpointer         page)
{
  /* A stack that holds the focus gives it to the first widget of the next page, which a screen reader would begin to say and an
   * entry would show by selecting its text; the caller knows better where it goes. */
  if (!is_page (self, page) && gtk_widget_get_focus_child (GTK_WIDGET (self->stack)) != NULL)
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (page));
}

static const FysExercise *
get_exercise (FysExercisePane *self,
              guint            exercise)
{
  return fys_exercise_list_get (fys_document_get_exercises (self->document), exercise);
}

static const char *
get_page_title (FysExercisePane *self)
{
  if (is_page (self, self->warning_page))
    return self->after_warning == THEN_AIM ? _("Before You Start") : _("When to Seek Help");
  if (is_page (self, self->plan_page))
    return _("Set Up");
  if (is_page (self, self->program_page))
    return _("Program");
  if (is_page (self, self->player_page))
    /* Translators: title above the exercise timer. */
    return _("Session");
  if (is_page (self, self->done_page))
    return _("Result");
  return _("Exercises");
}

static void
update_header (FysExercisePane *self)
{
  gboolean is_player = is_page (self, self->player_page);

  adw_window_title_set_title (self->title, get_page_title (self));
  gtk_widget_set_visible (self->back_button, !is_player && !is_page (self, self->list_page));
  gtk_widget_set_visible (self->stop_button, is_player);
  gtk_widget_set_visible (self->close_button, is_page (self, self->list_page));
}

static void
update_actions (FysExercisePane *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_active = fys_exercise_pane_is_session_active (self);

  gtk_widget_action_set_enabled (widget, "session.pause", is_active);
  gtk_widget_action_set_enabled (widget, "session.main", is_active);
  gtk_widget_action_set_enabled (widget, "session.done", is_counting (self));
  gtk_widget_action_set_enabled (widget, "session.skip", is_active);
  gtk_widget_action_set_enabled (widget, "session.back", is_active);
  gtk_widget_action_set_enabled (widget, "session.stop", is_active);
  gtk_widget_action_set_enabled (widget, "session.show-warning",
                                 self->n_exercises > 0 && !is_page (self, self->warning_page));
}

static void
show_list (FysExercisePane *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  show_page (self, self->list_page);
  if (had_focus)
    fys_exercise_list_page_focus_row (self->list_page, self->exercise);
}

static void
show_plan (FysExercisePane *self)
{
  fys_plan_page_set_plan (self->plan_page, get_exercise (self, self->exercise), &self->plans[self->exercise],
                          self->aim == AIM_PROGRAM ? _("Keep These Figures") : _("Start"));
  show_page (self, self->plan_page);
  fys_plan_page_focus_button (self->plan_page);
}

static void
show_program (FysExercisePane *self)
{
  fys_program_page_set_plans (self->program_page, fys_document_get_exercises (self->document), self->plans);
  show_page (self, self->program_page);
  fys_program_page_focus_button (self->program_page);
}

static void
show_aim (FysExercisePane *self)
{
  if (self->aim == AIM_PROGRAM)
    show_program (self);
  else
    show_plan (self);
}

/* A look at the warning is a look aside: it leads back to where one was, in the article too. */
static void
keep_focus (FysExercisePane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_set_weak_pointer (&self->focus_before_warning, root != NULL ? gtk_root_get_focus (root) : NULL);
}

/* Returns: %FALSE when what had the focus is there no more */
static gboolean
give_focus_back (FysExercisePane *self)
{
  GtkWidget *widget = self->focus_before_warning;

  g_clear_weak_pointer (&self->focus_before_warning);
  if (widget == NULL || !gtk_widget_get_mapped (widget))
    return FALSE;

  gtk_root_set_focus (gtk_widget_get_root (widget), widget); /* a text of the article refuses to grab it */
  return TRUE;
}

static void
show_warning (FysExercisePane *self,
              Then             then)
{
  const char *label = _("I Have Read This");

  keep_focus (self);
  if (then == THEN_BACK)
    label = fys_exercise_pane_is_session_active (self) ? _("Back to the Session") : _("Back");
  self->after_warning = then;
  self->page_before_warning = gtk_stack_get_visible_child (self->stack);
  fys_warning_page_set_document (self->warning_page, self->document, label);
  show_page (self, self->warning_page);
  fys_warning_page_focus_button (self->warning_page);
}

static void
return_from_warning (FysExercisePane *self)
{
  show_page (self, self->page_before_warning);
  if (is_page (self, self->player_page))
    fys_player_page_focus_main (self->player_page);
  else if (!give_focus_back (self))
    gtk_widget_child_focus (self->page_before_warning, GTK_DIR_TAB_FORWARD);
}

static void
keep_plan (FysExercisePane *self)
{
  fys_plan_page_get_plan (self->plan_page, &self->plans[self->exercise]);
}

static void
go_back (FysExercisePane *self)
{
  if (is_page (self, self->warning_page) && self->after_warning == THEN_BACK)
    return_from_warning (self);
  else if (is_page (self, self->plan_page))
    {
      keep_plan (self);
      if (self->aim == AIM_PROGRAM)
        show_program (self);
      else
        show_list (self);
    }
  else
    show_list (self);
}

/* Which sound tells of a cue; -1 for none. */
static int
get_sound (FysExercisePane *self,
           const FysCue    *cue)
{
  FysProgram *program = fys_session_get_program (fys_session_runner_get_session (self->runner));
  guint n_steps;
  const FysStep *steps = fys_program_get_steps (program, &n_steps);

  switch (cue->kind)
    {
    case FYS_CUE_BELL:
      return FYS_SOUND_BELL;
    case FYS_CUE_COUNTDOWN:
      return FYS_SOUND_TICK;
    case FYS_CUE_FINISHED:
      return FYS_SOUND_END;
    case FYS_CUE_STEP:
      break;
    case FYS_CUE_PAUSED:
    case FYS_CUE_RESUMED:
    case FYS_CUE_STOPPED:
    default:
      return -1;
    }

  if (cue->step >= n_steps)
    return -1;
  switch (steps[cue->step].kind)
    {
    case FYS_STEP_HOLD:
      return FYS_SOUND_START;
    case FYS_STEP_REPETITION:
      /* Between repetitions one after the other a tick says that the last one was counted. */
      return cue->step > 0 && steps[cue->step - 1].kind == FYS_STEP_REPETITION ? FYS_SOUND_TICK : FYS_SOUND_START;
    case FYS_STEP_REST:
      return FYS_SOUND_REST;
    case FYS_STEP_SWITCH_SIDE:
      return FYS_SOUND_SWITCH;
    case FYS_STEP_PREPARE:
    default:
      return -1;
    }
}

static void
cue_cb (FysExercisePane *self,
        const FysCue    *cue)
{
  int sound = get_sound (self, cue);

  if (sound >= 0)
    fys_sounds_play (self->sounds, sound);
}

static void
active_changed_cb (FysExercisePane *self)
{
  update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_SESSION_ACTIVE]);
}

/* The sound device is held only while something counts. */
static void
counting_changed_cb (FysExercisePane *self)
{
  if (is_counting (self))
    fys_sounds_wake (self->sounds);
  else
    fys_sounds_sleep (self->sounds);
  update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_COUNTING]);
}

static void
drop_runner (FysExercisePane *self)
{
  if (self->runner == NULL)
    return;
  fys_player_page_set_runner (self->player_page, NULL);
  g_signal_handlers_disconnect_by_data (self->runner, self);
  g_clear_object (&self->runner);
}

static void
end_session (FysExercisePane *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  fys_player_page_set_runner (self->player_page, NULL);
  if (self->after_session == THEN_RESULT)
    {
      fys_done_page_set_runner (self->done_page, self->runner,
                                self->aim == AIM_EXERCISE && self->exercise + 1 < self->n_exercises);
      show_page (self, self->done_page);
      if (had_focus)
        fys_done_page_focus_button (self->done_page);
    }
  else if (self->after_session == THEN_AIM)
    show_aim (self);
  else
    show_list (self);
}

static void
changed_cb (FysExercisePane *self)
{
  if (!fys_session_runner_is_active (self->runner) && is_page (self, self->player_page))
    end_session (self);
}

static FysProgram *
create_program (FysExercisePane *self,
                GStrvBuilder    *names)
{
  if (self->aim == AIM_EXERCISE)
    {
      g_strv_builder_add (names, get_exercise (self, self->exercise)->name);
      return fys_program_new (&self->plans[self->exercise], 1, 0);
    }
  for (guint i = 0; i < self->n_exercises; i++)
    g_strv_builder_add (names, get_exercise (self, i)->name);
  return fys_program_new (self->plans, self->n_exercises, fys_program_page_get_rest_s (self->program_page));
}

static void
start_session (FysExercisePane *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (FysProgram) program = create_program (self, builder);
  g_auto (GStrv) names = g_strv_builder_end (builder);

  drop_runner (self);
  self->after_session = THEN_RESULT;
  self->runner = fys_session_runner_new (program, (const char *const *) names, self->clock, self->clock_data);
  g_signal_connect_object (self->runner, "cue", G_CALLBACK (cue_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->runner, "notify::is-active", G_CALLBACK (active_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->runner, "notify::is-counting", G_CALLBACK (counting_changed_cb), self, G_CONNECT_SWAPPED);
  fys_player_page_set_runner (self->player_page, self->runner);
  /* After the player's own handler: it shows the end of the session before the page is left. */
  g_signal_connect_object (self->runner, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  show_page (self, self->player_page);
  fys_session_runner_start (self->runner);
  fys_player_page_focus_main (self->player_page);
}

static void
page_changed_cb (FysExercisePane *self)
{
  update_header (self);
  update_actions (self);
}

static void
shown_cb (FysExercisePane *self,
          guint            exercise)
{
  g_signal_emit (self, signals[SIGNAL_EXERCISE_SHOWN], 0, exercise);
}

static void
warning_confirmed_cb (FysExercisePane *self)
{
  /* Whoever looked it up by himself has read it too. */
  fys_warning_memory_mark_read (self->document);
  if (self->after_warning == THEN_AIM)
    show_aim (self);
  else
    return_from_warning (self);
}

static void
plan_confirmed_cb (FysExercisePane *self)
{
  keep_plan (self);
  if (self->aim == AIM_PROGRAM)
    show_program (self);
  else
    start_session (self);
}

static void
edit_requested_cb (FysExercisePane *self,
                   guint            exercise)
{
  self->exercise = exercise;
  show_plan (self);
}

static void
stop_confirmed_cb (FysExercisePane *self)
{
  fys_session_runner_stop (self->runner);
}

static void next_clicked_cb (FysExercisePane *self);

/* A screen reader says the title when the focus comes to the page. */
static gpointer
add_page (FysExercisePane *self,
          GtkWidget       *page,
          const char      *title)
{
  gtk_stack_add_titled (self->stack, page, NULL, title);
  return page;
}

static void
connect_page (FysExercisePane *self,
              gpointer         page,
              const char      *signal,
              GCallback        callback)
{
  g_signal_connect_object (page, signal, callback, self, G_CONNECT_SWAPPED);
}

static void
ensure_pages (FysExercisePane *self)
{
  if (self->warning_page != NULL)
    return;

  self->warning_page = add_page (self, fys_warning_page_new (), _("When to Seek Help"));
  connect_page (self, self->warning_page, "confirmed", G_CALLBACK (warning_confirmed_cb));
  self->plan_page = add_page (self, fys_plan_page_new (), _("Set Up"));
  connect_page (self, self->plan_page, "confirmed", G_CALLBACK (plan_confirmed_cb));
  self->program_page = add_page (self, fys_program_page_new (), _("Program"));
  connect_page (self, self->program_page, "edit-requested", G_CALLBACK (edit_requested_cb));
  connect_page (self, self->program_page, "start-clicked", G_CALLBACK (start_session));
  self->player_page = add_page (self, fys_player_page_new (), _("Session"));
  connect_page (self, self->player_page, "stop-confirmed", G_CALLBACK (stop_confirmed_cb));
  self->done_page = add_page (self, fys_done_page_new (), _("Result"));
  connect_page (self, self->done_page, "again-clicked", G_CALLBACK (start_session));
  connect_page (self, self->done_page, "next-clicked", G_CALLBACK (next_clicked_cb));
  connect_page (self, self->done_page, "close-clicked", G_CALLBACK (show_list));
}

/* To the page that starts it, by way of the warning when that was not read yet. */
static void
aim_at (FysExercisePane *self,
        Aim              aim,
        guint            exercise)
{
  ensure_pages (self);
  self->aim = aim;
  self->exercise = exercise;
  if (fys_warning_memory_is_read (self->document))
    show_aim (self);
  else
    show_warning (self, THEN_AIM);
}

static void
next_clicked_cb (FysExercisePane *self)
{
  aim_at (self, AIM_EXERCISE, self->exercise + 1);
}

static void
exercise_start_cb (FysExercisePane *self,
                   guint            exercise)
{
  aim_at (self, AIM_EXERCISE, exercise);
}

static void
program_clicked_cb (FysExercisePane *self)
{
  aim_at (self, AIM_PROGRAM, 0);
}

static void
back_clicked_cb (FysExercisePane *self)
{
  go_back (self);
}

static void
close_clicked_cb (FysExercisePane *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSE_REQUESTED], 0);
}

static void
pause_action_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  FysExercisePane *self = FYS_EXERCISE_PANE (widget);

  if (is_counting (self))
    fys_session_runner_pause (self->runner);
  else if (fys_exercise_pane_is_session_active (self))
    {
      show_page (self, self->player_page); /* it may be resumed from the warning by its key */
      fys_session_runner_resume (self->runner);
    }
}

static void
done_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  if (is_counting (FYS_EXERCISE_PANE (widget)))
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

  show_page (self, self->player_page);
  if (n_done == 0 && fys_session_get_active_us (fys_session_runner_get_session (self->runner)) < STOP_AT_ONCE_US)
    {
      self->after_session = THEN_AIM;
      fys_session_runner_stop (self->runner);
      return;
    }
  if (is_counting (self))
    fys_session_runner_pause (self->runner);
  fys_player_page_ask_to_stop (self->player_page);
}

static void
show_warning_action_cb (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  FysExercisePane *self = FYS_EXERCISE_PANE (widget);

  if (self->n_exercises == 0 || is_page (self, self->warning_page))
    return;
  if (is_counting (self))
    fys_session_runner_pause (self->runner);
  ensure_pages (self);
  if (is_page (self, self->plan_page))
    keep_plan (self);
  show_warning (self, THEN_BACK);
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
  if (is_counting (self) && step != NULL && step->length_us == FYS_UNTIL_DONE)
    fys_session_runner_done (self->runner);
  else
    pause_action_cb (widget, action_name, parameter);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  FysExercisePane *self = FYS_EXERCISE_PANE (widget);

  if (is_page (self, self->list_page) || is_page (self, self->player_page))
    return GDK_EVENT_PROPAGATE;
  go_back (self);
  return GDK_EVENT_STOP;
}

/* What one comes to the pane for is on its page, not in its header. */
static gboolean
fys_exercise_pane_grab_focus (GtkWidget *widget)
{
  FysExercisePane *self = FYS_EXERCISE_PANE (widget);

  if (!is_page (self, self->player_page))
    return gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
  fys_player_page_focus_main (self->player_page);
  return TRUE;
}

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, RESOURCE_PATH "/ui/exercise/fys-exercise.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
fys_exercise_pane_dispose (GObject *object)
{
  FysExercisePane *self = FYS_EXERCISE_PANE (object);
  GtkWidget *child;

  if (self->stack != NULL)
    drop_runner (self);
  g_clear_weak_pointer (&self->focus_before_warning);
  g_clear_object (&self->document);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (object), FYS_TYPE_EXERCISE_PANE);

  G_OBJECT_CLASS (fys_exercise_pane_parent_class)->dispose (object);
}

static void
fys_exercise_pane_finalize (GObject *object)
{
  FysExercisePane *self = FYS_EXERCISE_PANE (object);

  g_free (self->plans);
  g_clear_pointer (&self->sounds, fys_sounds_free);

  G_OBJECT_CLASS (fys_exercise_pane_parent_class)->finalize (object);
}

static void
fys_exercise_pane_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  FysExercisePane *self = FYS_EXERCISE_PANE (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_HAS_EXERCISES:
      g_value_set_boolean (value, self->n_exercises > 0);
      break;
    case PROP_IS_SESSION_ACTIVE:
      g_value_set_boolean (value, fys_exercise_pane_is_session_active (self));
      break;
    case PROP_IS_COUNTING:
      g_value_set_boolean (value, is_counting (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
fys_exercise_pane_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  FysExercisePane *self = FYS_EXERCISE_PANE (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      fys_exercise_pane_set_document (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags read_only = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  props[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, FYS_TYPE_DOCUMENT,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_HAS_EXERCISES] = g_param_spec_boolean ("has-exercises", NULL, NULL, FALSE, read_only);
  props[PROP_IS_SESSION_ACTIVE] = g_param_spec_boolean ("is-session-active", NULL, NULL, FALSE, read_only);
  props[PROP_IS_COUNTING] = g_param_spec_boolean ("is-counting", NULL, NULL, FALSE, read_only);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FysExercisePane, title);
  gtk_widget_class_bind_template_child (widget_class, FysExercisePane, back_button);
  gtk_widget_class_bind_template_child (widget_class, FysExercisePane, stop_button);
  gtk_widget_class_bind_template_child (widget_class, FysExercisePane, close_button);
  gtk_widget_class_bind_template_child (widget_class, FysExercisePane, stack);
  gtk_widget_class_bind_template_child (widget_class, FysExercisePane, list_page);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, exercise_start_cb);
  gtk_widget_class_bind_template_callback (widget_class, program_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
}

static void
fys_exercise_pane_class_init (FysExercisePaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fys_exercise_pane_dispose;
  object_class->finalize = fys_exercise_pane_finalize;
  object_class->get_property = fys_exercise_pane_get_property;
  object_class->set_property = fys_exercise_pane_set_property;
  widget_class->grab_focus = fys_exercise_pane_grab_focus;
  install_properties (object_class);

  signals[SIGNAL_EXERCISE_SHOWN] = g_signal_new ("exercise-shown", FYS_TYPE_EXERCISE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                 G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_CLOSE_REQUESTED] = g_signal_new ("close-requested", FYS_TYPE_EXERCISE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                  G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "session.pause", NULL, pause_action_cb);
  gtk_widget_class_install_action (widget_class, "session.main", NULL, main_action_cb);
  gtk_widget_class_install_action (widget_class, "session.done", NULL, done_action_cb);
  gtk_widget_class_install_action (widget_class, "session.skip", NULL, skip_action_cb);
  gtk_widget_class_install_action (widget_class, "session.back", NULL, back_action_cb);
  gtk_widget_class_install_action (widget_class, "session.stop", NULL, stop_action_cb);
  gtk_widget_class_install_action (widget_class, "session.show-warning", NULL, show_warning_action_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);

  g_type_ensure (FYS_TYPE_EXERCISE_LIST_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/exercise/fys-exercise-pane.ui");
  gtk_widget_class_set_css_name (widget_class, "fysexercisepane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  bind_template (widget_class);
  load_style ();
}

static void
fys_exercise_pane_init (FysExercisePane *self)
{
  self->sounds = fys_sounds_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  fys_exercise_list_page_set_exercises (self->list_page, NULL);
  page_changed_cb (self);
}

GtkWidget *
fys_exercise_pane_new (void)
{
  return g_object_new (FYS_TYPE_EXERCISE_PANE, NULL);
}

static void
init_plans (FysExercisePane *self,
            FysExerciseList *exercises)
{
  g_free (self->plans);
  self->n_exercises = exercises != NULL ? fys_exercise_list_get_n (exercises) : 0;
  self->plans = g_new0 (FysPlan, MAX (self->n_exercises, 1));
  for (guint i = 0; i < self->n_exercises; i++)
    fys_plan_init_from_exercise (&self->plans[i], fys_exercise_list_get (exercises, i));
}

void
fys_exercise_pane_set_document (FysExercisePane *self,
                                FysDocument     *document)
{
  FysExerciseList *exercises;
  gboolean had_exercises;

  g_return_if_fail (FYS_IS_EXERCISE_PANE (self));
  g_return_if_fail (document == NULL || FYS_IS_DOCUMENT (document));
  g_return_if_fail (!fys_exercise_pane_is_session_active (self));

  if (self->document == document)
    return;
  drop_runner (self);
  had_exercises = self->n_exercises > 0;
  g_set_object (&self->document, document);
  exercises = document != NULL ? fys_document_get_exercises (document) : NULL;
  init_plans (self, exercises);
  self->exercise = 0;
  self->page_before_warning = NULL;
  fys_exercise_list_page_set_exercises (self->list_page, exercises);
  show_page (self, self->list_page);
  update_actions (self);

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DOCUMENT]);
  if (had_exercises != (self->n_exercises > 0))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HAS_EXERCISES]);
}

void
fys_exercise_pane_open_exercise (FysExercisePane *self,
                                 guint            exercise)
{
  g_return_if_fail (FYS_IS_EXERCISE_PANE (self));
  g_return_if_fail (exercise < self->n_exercises);

  /* Whoever wants to start another one in the middle of a session sees first that one runs. */
  if (fys_exercise_pane_is_session_active (self))
    show_page (self, self->player_page);
  else
    aim_at (self, AIM_EXERCISE, exercise);
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
  self->after_session = THEN_LIST;
  show_page (self, self->player_page);
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

GtkWidget *
fys_exercise_pane_get_page (FysExercisePane *self)
{
  g_return_val_if_fail (FYS_IS_EXERCISE_PANE (self), NULL);
  return gtk_stack_get_visible_child (self->stack);
}
