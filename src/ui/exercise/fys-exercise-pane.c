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

#include "fys-exercise-picture.h"
#include "fys-warning-memory.h"

enum
{
  PROP_0,
  PROP_DOCUMENT,
  PROP_HAS_EXERCISES,
  PROP_IS_SESSION_ACTIVE,
  PROP_IS_COUNTING,
  PROP_PREFERS_WINDOW,
  PROP_FILLS_WINDOW,
  N_PROPS
};

enum
{
  SIGNAL_EXERCISE_SHOWN,
  SIGNAL_CLOSE_REQUESTED,
  SIGNAL_JOURNAL_FAILED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FysExercisePane, fys_exercise_pane, GTK_TYPE_WIDGET)

gboolean
fys_exercise_pane_is_page (FysExercisePane *self,
                           gpointer         page)
{
  return gtk_stack_get_visible_child (self->stack) == page;
}

void
fys_exercise_pane_show_page (FysExercisePane *self,
                             gpointer         page)
{
  /* A stack that holds the focus gives it to the first widget of the next page, which a screen reader would begin to say and an
   * entry would show by selecting its text; the caller knows better where it goes. */
  if (!fys_exercise_pane_is_page (self, page) && gtk_widget_get_focus_child (GTK_WIDGET (self->stack)) != NULL)
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (page));
}

const FysExercise *
fys_exercise_pane_get_exercise (FysExercisePane *self,
                                guint            exercise)
{
  return fys_exercise_list_get (fys_document_get_exercises (self->document), exercise);
}

static const char *
get_page_title (FysExercisePane *self)
{
  if (fys_exercise_pane_is_page (self, self->warning_page))
    return self->after_warning == FYS_THEN_AIM ? _("Before You Start") : _("When to Seek Help");
  if (fys_exercise_pane_is_page (self, self->plan_page))
    return _("Set Up");
  if (fys_exercise_pane_is_page (self, self->program_page))
    return _("Program");
  if (fys_exercise_pane_is_page (self, self->player_page))
    /* Translators: title above the exercise timer. */
    return _("Session");
  if (fys_exercise_pane_is_page (self, self->done_page))
    return _("Result");
  return _("Exercises");
}

static void
update_header (FysExercisePane *self)
{
  gboolean is_player = fys_exercise_pane_is_page (self, self->player_page);

  adw_window_title_set_title (self->title, get_page_title (self));
  gtk_widget_set_visible (self->back_button, !is_player && !fys_exercise_pane_is_page (self, self->list_page));
  gtk_widget_set_visible (self->stop_button, is_player);
  gtk_widget_set_visible (self->close_button, fys_exercise_pane_is_page (self, self->list_page));
  gtk_widget_set_visible (self->fill_button, fys_exercise_pane_is_session_page (self));
}

static void
update_fill_button (FysExercisePane *self)
{
  const char *name = self->fills_window ? _("Show Beside the Article") : _("Fill the Window");

  gtk_button_set_icon_name (GTK_BUTTON (self->fill_button), self->fills_window ? "view-restore-symbolic" : "view-fullscreen-symbolic");
  gtk_widget_set_tooltip_text (self->fill_button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->fill_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update_fills_window (FysExercisePane *self)
{
  gboolean fills_window = self->prefers_window && fys_exercise_pane_is_session_page (self);

  if (self->fills_window == fills_window)
    return;
  self->fills_window = fills_window;
  adw_header_bar_set_show_start_title_buttons (self->header_bar, fills_window);
  adw_header_bar_set_show_end_title_buttons (self->header_bar, fills_window);
  update_fill_button (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILLS_WINDOW]);
}

static void
set_prefers_window (FysExercisePane *self,
                    gboolean         prefers_window)
{
  if (self->prefers_window == prefers_window)
    return;
  self->prefers_window = prefers_window;
  update_fills_window (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PREFERS_WINDOW]);
}

static void
fill_clicked_cb (FysExercisePane *self)
{
  set_prefers_window (self, !self->fills_window);
}

void
fys_exercise_pane_update_actions (FysExercisePane *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_active = fys_exercise_pane_is_session_active (self);

  gtk_widget_action_set_enabled (widget, "session.pause", is_active);
  gtk_widget_action_set_enabled (widget, "session.main", is_active);
  gtk_widget_action_set_enabled (widget, "session.done", fys_exercise_pane_is_counting (self));
  gtk_widget_action_set_enabled (widget, "session.skip", is_active);
  gtk_widget_action_set_enabled (widget, "session.back", is_active);
  gtk_widget_action_set_enabled (widget, "session.stop", is_active);
  gtk_widget_action_set_enabled (widget, "session.show-warning",
                                 self->n_exercises > 0 && !fys_exercise_pane_is_page (self, self->warning_page));
}

void
fys_exercise_pane_show_list (FysExercisePane *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  fys_exercise_pane_show_page (self, self->list_page);
  if (had_focus)
    fys_exercise_list_page_focus_row (self->list_page, self->exercise);
}

static void
show_plan (FysExercisePane *self)
{
  const FysExercise *exercise = fys_exercise_pane_get_exercise (self, self->exercise);
  FysPlan plan;

  fys_setup_get_plan (self->setup, self->exercise, &plan);
  fys_plan_page_set_picture (self->plan_page, fys_exercise_picture_new (self->document, exercise));
  fys_plan_page_set_plan (self->plan_page, exercise, &plan,
                          self->aim == FYS_AIM_PROGRAM ? _("Keep These Figures") : _("Start"));
  if (self->aim == FYS_AIM_EXERCISE)
    fys_exercise_pane_ask_before (self, fys_plan_page_get_pain_scale (self->plan_page));
  else
    gtk_widget_set_visible (GTK_WIDGET (fys_plan_page_get_pain_scale (self->plan_page)), FALSE);
  fys_exercise_pane_show_page (self, self->plan_page);
  fys_plan_page_focus_button (self->plan_page);
}

static void
show_program (FysExercisePane *self)
{
  fys_program_page_set_setup (self->program_page, self->setup);
  fys_exercise_pane_ask_before (self, fys_program_page_get_pain_scale (self->program_page));
  fys_exercise_pane_show_page (self, self->program_page);
  fys_program_page_focus_button (self->program_page);
}

/* Back from the figures of one of its exercises. */
static void
return_to_program (FysExercisePane *self)
{
  show_program (self);
  fys_program_page_focus_row (self->program_page, self->exercise);
}

void
fys_exercise_pane_show_aim (FysExercisePane *self)
{
  if (self->aim == FYS_AIM_PROGRAM)
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
              FysThen          then)
{
  const char *label = _("I Have Read This");

  keep_focus (self);
  if (then == FYS_THEN_BACK)
    label = fys_exercise_pane_is_session_active (self) ? _("Back to the Session") : _("Back");
  self->after_warning = then;
  self->page_before_warning = gtk_stack_get_visible_child (self->stack);
  fys_warning_page_set_document (self->warning_page, self->document, label);
  fys_exercise_pane_show_page (self, self->warning_page);
  fys_warning_page_focus_button (self->warning_page);
}

static void
return_from_warning (FysExercisePane *self)
{
  fys_exercise_pane_show_page (self, self->page_before_warning);
  if (fys_exercise_pane_is_page (self, self->player_page))
    fys_player_page_focus_main (self->player_page);
  else if (!give_focus_back (self))
    gtk_widget_child_focus (self->page_before_warning, GTK_DIR_TAB_FORWARD);
}

static void
keep_plan (FysExercisePane *self)
{
  FysPlan plan;

  fys_plan_page_get_plan (self->plan_page, &plan);
  fys_setup_set_plan (self->setup, self->exercise, &plan);
  fys_exercise_list_page_update (self->list_page);
}

static void
go_back (FysExercisePane *self)
{
  if (fys_exercise_pane_is_page (self, self->warning_page) && self->after_warning == FYS_THEN_BACK)
    return_from_warning (self);
  else if (fys_exercise_pane_is_page (self, self->plan_page))
    {
      keep_plan (self);
      if (self->aim == FYS_AIM_PROGRAM)
        return_to_program (self);
      else
        fys_exercise_pane_show_list (self);
    }
  else
    fys_exercise_pane_show_list (self);
}

static void
page_changed_cb (FysExercisePane *self)
{
  if (!fys_exercise_pane_is_page (self, self->done_page))
    fys_exercise_pane_leave_result (self);
  update_header (self);
  fys_exercise_pane_update_actions (self);
  update_fills_window (self);
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
  if (self->after_warning == FYS_THEN_AIM)
    fys_exercise_pane_show_aim (self);
  else
    return_from_warning (self);
}

static void
plan_confirmed_cb (FysExercisePane *self)
{
  keep_plan (self);
  if (self->aim == FYS_AIM_PROGRAM)
    return_to_program (self);
  else
    fys_exercise_pane_start_session (self);
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

static void
update_reminder_buttons (FysExercisePane *self)
{
  fys_reminder_button_set (fys_exercise_list_page_get_reminder_button (self->list_page), self->reminders, self->document);
  if (self->done_page != NULL)
    fys_reminder_button_set (fys_done_page_get_reminder_button (self->done_page), self->reminders, self->document);
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
  connect_page (self, self->program_page, "start-clicked", G_CALLBACK (fys_exercise_pane_start_session));
  self->player_page = add_page (self, fys_player_page_new (), _("Session"));
  connect_page (self, self->player_page, "stop-confirmed", G_CALLBACK (stop_confirmed_cb));
  self->done_page = add_page (self, fys_done_page_new (), _("Result"));
  connect_page (self, self->done_page, "again-clicked", G_CALLBACK (fys_exercise_pane_start_session));
  connect_page (self, self->done_page, "next-clicked", G_CALLBACK (next_clicked_cb));
  connect_page (self, self->done_page, "close-clicked", G_CALLBACK (fys_exercise_pane_show_list));
  update_reminder_buttons (self);
}

/* To the page that starts it, by way of the warning when that was not read yet. */
static void
aim_at (FysExercisePane *self,
        FysAim           aim,
        guint            exercise)
{
  ensure_pages (self);
  fys_exercise_pane_carry_pain (self);
  self->aim = aim;
  self->exercise = exercise;
  if (fys_warning_memory_is_read (self->document))
    fys_exercise_pane_show_aim (self);
  else
    show_warning (self, FYS_THEN_AIM);
}

static void
next_clicked_cb (FysExercisePane *self)
{
  aim_at (self, FYS_AIM_EXERCISE, fys_setup_get_next (self->setup, self->exercise));
}

static void
exercise_start_cb (FysExercisePane *self,
                   guint            exercise)
{
  aim_at (self, FYS_AIM_EXERCISE, exercise);
}

static void
program_clicked_cb (FysExercisePane *self)
{
  aim_at (self, FYS_AIM_PROGRAM, 0);
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
show_warning_action_cb (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  FysExercisePane *self = FYS_EXERCISE_PANE (widget);

  if (self->n_exercises == 0 || fys_exercise_pane_is_page (self, self->warning_page))
    return;
  if (fys_exercise_pane_is_counting (self))
    fys_session_runner_pause (self->runner);
  ensure_pages (self);
  if (fys_exercise_pane_is_page (self, self->plan_page))
    keep_plan (self);
  show_warning (self, FYS_THEN_BACK);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  FysExercisePane *self = FYS_EXERCISE_PANE (widget);

  if (fys_exercise_pane_is_page (self, self->list_page) || fys_exercise_pane_is_page (self, self->player_page))
    return GDK_EVENT_PROPAGATE;
  go_back (self);
  return GDK_EVENT_STOP;
}

/* What one comes to the pane for is on its page, not in its header. */
static gboolean
fys_exercise_pane_grab_focus (GtkWidget *widget)
{
  FysExercisePane *self = FYS_EXERCISE_PANE (widget);

  if (!fys_exercise_pane_is_page (self, self->player_page))
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
    fys_exercise_pane_drop_runner (self);
  fys_exercise_pane_dispose_journal (self);
  g_clear_weak_pointer (&self->focus_before_warning);
  g_clear_object (&self->document);
  g_clear_object (&self->choices);
  g_clear_object (&self->reminders);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (object), FYS_TYPE_EXERCISE_PANE);

  G_OBJECT_CLASS (fys_exercise_pane_parent_class)->dispose (object);
}

static void
fys_exercise_pane_finalize (GObject *object)
{
  FysExercisePane *self = FYS_EXERCISE_PANE (object);

  g_free (self->in_session);
  g_clear_pointer (&self->setup, fys_setup_free);
  g_clear_pointer (&self->cues, fys_cues_free);

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
      g_value_set_boolean (value, fys_exercise_pane_is_counting (self));
      break;
    case PROP_PREFERS_WINDOW:
      g_value_set_boolean (value, self->prefers_window);
      break;
    case PROP_FILLS_WINDOW:
      g_value_set_boolean (value, self->fills_window);
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
    case PROP_PREFERS_WINDOW:
      set_prefers_window (self, g_value_get_boolean (value));
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
  props[PROP_PREFERS_WINDOW] = g_param_spec_boolean ("prefers-window", NULL, NULL, TRUE,
                                                     G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_FILLS_WINDOW] = g_param_spec_boolean ("fills-window", NULL, NULL, FALSE, read_only);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FysExercisePane, title);
  gtk_widget_class_bind_template_child (widget_class, FysExercisePane, back_button);
  gtk_widget_class_bind_template_child (widget_class, FysExercisePane, stop_button);
  gtk_widget_class_bind_template_child (widget_class, FysExercisePane, close_button);
  gtk_widget_class_bind_template_child (widget_class, FysExercisePane, header_bar);
  gtk_widget_class_bind_template_child (widget_class, FysExercisePane, fill_button);
  gtk_widget_class_bind_template_child (widget_class, FysExercisePane, stack);
  gtk_widget_class_bind_template_child (widget_class, FysExercisePane, list_page);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, exercise_start_cb);
  gtk_widget_class_bind_template_callback (widget_class, program_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, fill_clicked_cb);
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
  signals[SIGNAL_JOURNAL_FAILED] = g_signal_new ("journal-failed", FYS_TYPE_EXERCISE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                 G_TYPE_NONE, 1, G_TYPE_STRING);

  fys_exercise_pane_install_session_actions (widget_class);
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
  self->cues = fys_cues_new (fys_sounds_new (NULL), fys_speech_new (FYS_SPEECH_START_SERVICE, NULL));
  self->prefers_window = TRUE;
  fys_exercise_pane_init_journal (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  fys_exercise_pane_renew_setup (self);
  update_fill_button (self);
  page_changed_cb (self);
}

GtkWidget *
fys_exercise_pane_new (void)
{
  return g_object_new (FYS_TYPE_EXERCISE_PANE, NULL);
}

void
fys_exercise_pane_set_settings (FysExercisePane *self,
                                GSettings       *settings)
{
  g_return_if_fail (FYS_IS_EXERCISE_PANE (self));
  g_return_if_fail (settings == NULL || G_IS_SETTINGS (settings));
  fys_cues_set_settings (self->cues, settings);
}

/* As when it was read anew. */
static gboolean
is_same_article (FysDocument *a,
                 FysDocument *b)
{
  return a != NULL && b != NULL && *fys_document_get_key (a) != '\0' && g_str_equal (fys_document_get_key (a), fys_document_get_key (b));
}

void
fys_exercise_pane_set_document (FysExercisePane *self,
                                FysDocument     *document)
{
  gboolean had_exercises;

  g_return_if_fail (FYS_IS_EXERCISE_PANE (self));
  g_return_if_fail (document == NULL || FYS_IS_DOCUMENT (document));
  g_return_if_fail (!fys_exercise_pane_is_session_active (self));

  if (self->document == document)
    return;
  fys_exercise_pane_drop_runner (self);
  had_exercises = self->n_exercises > 0;
  if (!is_same_article (self->document, document))
    fys_exercise_pane_forget_pain (self);
  g_set_object (&self->document, document);
  fys_exercise_pane_renew_setup (self);
  self->exercise = 0;
  self->page_before_warning = NULL;
  update_reminder_buttons (self);
  fys_exercise_pane_show_page (self, self->list_page);
  fys_exercise_pane_update_actions (self);

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DOCUMENT]);
  if (had_exercises != (self->n_exercises > 0))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HAS_EXERCISES]);
}

void
fys_exercise_pane_set_reminders (FysExercisePane *self,
                                 FysReminders    *reminders)
{
  g_return_if_fail (FYS_IS_EXERCISE_PANE (self));
  g_return_if_fail (reminders == NULL || FYS_IS_REMINDERS (reminders));

  g_set_object (&self->reminders, reminders);
  update_reminder_buttons (self);
}

void
fys_exercise_pane_open_exercise (FysExercisePane *self,
                                 guint            exercise)
{
  g_return_if_fail (FYS_IS_EXERCISE_PANE (self));
  g_return_if_fail (exercise < self->n_exercises);

  /* Whoever wants to start another one in the middle of a session sees first that one runs. */
  if (fys_exercise_pane_is_session_active (self))
    fys_exercise_pane_show_page (self, self->player_page);
  else
    aim_at (self, FYS_AIM_EXERCISE, exercise);
}

GtkWidget *
fys_exercise_pane_get_page (FysExercisePane *self)
{
  g_return_val_if_fail (FYS_IS_EXERCISE_PANE (self), NULL);
  return gtk_stack_get_visible_child (self->stack);
}
