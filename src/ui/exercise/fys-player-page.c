/* fys-player-page.c - the step of a session that is being done, in figures that are read from the floor
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-player-page.h"

#include <glib/gi18n.h>
#include <math.h>

#include "compat/fys-compat-announce.h"

#include "fys-how-to-box.h"
#include "fys-ring.h"
#include "fys-session-layout.h"
#include "fys-step-text.h"

/* The bar is no wider than some hundreds of pixels; a smaller change would lay it out anew for nothing. */
#define PROGRESS_STEPS 400

/* Between two drawings of the ring. A tick callback would keep the frame clock at sixty frames a second for a ring that moves some
 * pixels in an eighth of one. */
#define TICK_MS 125

struct _FysPlayerPage
{
  GtkWidget parent_instance;

  /* Template children */
  FysSessionLayout *layout;
  FysHowToBox    *how_box;
  GtkLabel       *name_label;
  GtkLabel       *side_label;
  GtkLabel       *counts_label;
  FysRing        *ring;
  GtkLabel       *word_label;
  GtkLabel       *next_label;
  GtkWidget      *note_label;
  GtkBox         *buttons_box;
  GtkWidget      *done_button;
  GtkStack       *controls;
  GtkWidget      *pause_button;
  GtkWidget      *continue_button;
  GtkProgressBar *progress_bar;
  GtkLabel       *progress_label;

  /* Owned */
  FysSessionRunner *runner;
  FysDocument      *document;
  GArray           *exercises; /* (element-type guint): which exercise of the document each of the runner's is */
  guint             tick_id;   /* 0 when nothing moves */

  guint    shown_step; /* G_MAXUINT before the first */
  gboolean shown_paused;
  gboolean announces;
};

enum
{
  SIGNAL_STOP_CONFIRMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FysPlayerPage, fys_player_page, GTK_TYPE_WIDGET)

static gboolean
tick_cb (gpointer user_data)
{
  fys_session_runner_update (FYS_PLAYER_PAGE (user_data)->runner); /* which leads to changed_cb() */
  return G_SOURCE_CONTINUE;
}

static gboolean
wants_motion (FysPlayerPage *self)
{
  gboolean is_animated = TRUE;

  /* Without motion the ring still moves once a second, with the runner. */
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &is_animated, NULL);
  return is_animated;
}

/* A step until done changes nothing on the screen while it lasts. */
static gboolean
is_moving (FysPlayerPage *self)
{
  const FysStep *step;

  if (self->runner == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)) || !fys_session_runner_is_counting (self->runner))
    return FALSE;
  step = fys_session_get_step (fys_session_runner_get_session (self->runner));
  return step != NULL && step->length_us > 0;
}

static void
update_tick (FysPlayerPage *self)
{
  gboolean is_wanted = is_moving (self) && wants_motion (self);

  if (is_wanted && self->tick_id == 0)
    self->tick_id = g_timeout_add (TICK_MS, tick_cb, self);
  else if (!is_wanted)
    g_clear_handle_id (&self->tick_id, g_source_remove);
}

static void
set_label (GtkLabel   *label,
           const char *text)
{
  /* Setting the same text measures the page again. */
  if (g_strcmp0 (gtk_label_get_label (label), text) != 0)
    gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

/* The name of the exercise when it is not the one before. */
static const char *
get_new_name (FysPlayerPage *self,
              const FysStep *steps,
              guint          index)
{
  if (index > 0 && steps[index - 1].exercise == steps[index].exercise)
    return NULL;
  return fys_session_runner_get_name (self->runner, steps[index].exercise);
}

static const FysStep *
get_steps (FysPlayerPage *self,
           guint         *out_n_steps)
{
  return fys_program_get_steps (fys_session_get_program (fys_session_runner_get_session (self->runner)), out_n_steps);
}

static void
fill_timed (FysRingState  *state,
            const FysStep *step,
            gint64         elapsed_us,
            char         **out_figure,
            char         **out_value_text)
{
  g_autofree char *left = fys_length_dup_spoken (step->length_us - elapsed_us);

  state->style = step->kind == FYS_STEP_HOLD || step->kind == FYS_STEP_REPETITION ? FYS_RING_SOLID : FYS_RING_DASHED;
  state->fraction = CLAMP ((double) elapsed_us / step->length_us, 0, 1);
  state->mark = step->bell_us > 0 ? (double) step->bell_us / step->length_us : -1;
  state->value = elapsed_us / G_USEC_PER_SEC;
  state->value_max = step->length_us / G_USEC_PER_SEC;
  *out_figure = fys_length_dup_figure (step->length_us - elapsed_us);
  /* Translators: time left of a step, for a screen reader; %s is such as "20 seconds". */
  *out_value_text = g_strdup_printf (_("%s left"), left);
}

static void
fill_counted (FysRingState  *state,
              const FysStep *step,
              char         **out_figure,
              char         **out_value_text)
{
  state->style = FYS_RING_SEGMENTS;
  state->value = step->rep;
  state->value_max = step->n_reps;
  *out_figure = g_strdup_printf ("%u", step->rep);
  *out_value_text = g_strdup_printf (_("Repetition %u of %u"), step->rep, step->n_reps);
}

static void
update_ring (FysPlayerPage *self,
             const FysStep *step)
{
  g_autofree char *figure = NULL;
  g_autofree char *caption = NULL;
  g_autofree char *value_text = NULL;
  gboolean is_work = step->kind == FYS_STEP_HOLD || step->kind == FYS_STEP_REPETITION;
  FysRingState state = {
    .mark = -1,
    .n_ticks = step->n_reps,
    .n_done = is_work && step->rep > 0 ? step->rep - 1 : step->rep,
    .is_paused = !fys_session_runner_is_counting (self->runner),
  };

  if (step->length_us > 0)
    fill_timed (&state, step, fys_session_get_elapsed_us (fys_session_runner_get_session (self->runner)), &figure, &value_text);
  else
    {
      fill_counted (&state, step, &figure, &value_text);
      if (step->n_reps > 1)
        /* Translators: below the large number of a repetition: "of 10". */
        caption = g_strdup_printf (_("of %u"), step->n_reps);
    }
  state.figure = figure;
  state.caption = caption;
  state.value_text = value_text;
  fys_ring_set_state (self->ring, &state);
}

static void
update_progress (FysPlayerPage *self,
                 const FysStep *step,
                 guint          index,
                 guint          n_steps)
{
  FysSession *session = fys_session_runner_get_session (self->runner);
  double within = step->length_us > 0 ? (double) fys_session_get_elapsed_us (session) / step->length_us : 0;
  guint n_exercises = fys_session_runner_get_n_exercises (self->runner);
  gint64 left_us = fys_program_get_length_us (fys_session_get_program (session)) - fys_session_get_total_us (session);
  g_autofree char *time = fys_length_dup_text (left_us);
  g_autofree char *left = g_strdup_printf (_("%s left"), time);
  g_autofree char *text = NULL;
  double fraction;

  fraction = floor (CLAMP ((index + within) / n_steps, 0, 1) * PROGRESS_STEPS) / PROGRESS_STEPS;
  if (fraction != gtk_progress_bar_get_fraction (self->progress_bar))
    gtk_progress_bar_set_fraction (self->progress_bar, fraction);
  if (left_us <= 0)
    g_clear_pointer (&left, g_free);
  if (n_exercises > 1)
    {
      g_autofree char *place = g_strdup_printf (_("Exercise %u of %u"), step->exercise + 1, n_exercises);

      text = left != NULL ? g_strconcat (place, " · ", left, NULL) : g_steal_pointer (&place);
    }
  else
    text = left != NULL ? g_steal_pointer (&left) : g_strdup ("");
  set_label (self->progress_label, text);
}

static void
set_css_class (GtkWidget  *widget,
               const char *css_class,
               gboolean    is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/* The focus stays on the large button that fits the step, unless the user has gone elsewhere. */
static void
update_buttons (FysPlayerPage *self,
                const FysStep *step,
                gboolean       is_paused)
{
  gboolean is_counted = step->length_us == FYS_UNTIL_DONE && !is_paused;
  gboolean had_focus = gtk_widget_has_focus (self->done_button) || gtk_widget_has_focus (self->pause_button);

  gtk_widget_set_visible (self->done_button, is_counted);
  gtk_button_set_label (GTK_BUTTON (self->pause_button), is_paused ? _("Resume") : _("Pause"));
  set_css_class (self->pause_button, "suggested-action", is_paused);
  if (had_focus)
    fys_player_page_focus_main (self);
}

static void
show_step (FysPlayerPage *self,
           const FysStep *steps,
           guint          index,
           guint          n_steps,
           gboolean       is_paused)
{
  const FysStep *step = &steps[index];
  const FysStep *next = index + 1 < n_steps ? &steps[index + 1] : NULL;
  g_autofree char *counts = fys_step_dup_counts (step);
  g_autofree char *next_text = fys_step_dup_next (next, next != NULL ? get_new_name (self, steps, index + 1) : NULL);

  set_label (self->name_label, fys_session_runner_get_name (self->runner, step->exercise));
  set_label (self->side_label, fys_side_get_word (step->side));
  gtk_label_set_label (self->counts_label, counts); /* keeps its room, so that the ring stays where it is */
  set_label (self->word_label, is_paused ? _("Paused") : fys_step_get_word (step));
  set_label (self->next_label, next_text);
  if (step->exercise < self->exercises->len)
    fys_how_to_box_set_exercise (self->how_box, self->document, g_array_index (self->exercises, guint, step->exercise));
  update_buttons (self, step, is_paused);
}

static void
changed_cb (FysPlayerPage *self)
{
  FysSession *session = fys_session_runner_get_session (self->runner);
  const FysStep *step = fys_session_get_step (session);
  gboolean is_paused = fys_session_get_state (session) == FYS_SESSION_PAUSED;
  guint index = fys_session_get_step_index (session);
  guint n_steps;
  const FysStep *steps = get_steps (self, &n_steps);

  if (step != NULL)
    {
      if (index != self->shown_step || is_paused != self->shown_paused)
        show_step (self, steps, index, n_steps, is_paused);
      self->shown_step = index;
      self->shown_paused = is_paused;
      gtk_widget_set_visible (self->note_label, is_paused && fys_session_runner_is_interrupted (self->runner));
      if (!is_paused)
        gtk_stack_set_visible_child_name (self->controls, "buttons");
      update_ring (self, step);
      update_progress (self, step, index, n_steps);
    }
  update_tick (self);
}

/* @cue is the last of its batch often enough; a screen reader that falls behind is told by its own user to stop. */
static void
cue_cb (FysPlayerPage *self,
        const FysCue  *cue)
{
  guint n_steps;
  const FysStep *steps = get_steps (self, &n_steps);
  g_autofree char *text = NULL;

  if (cue->kind == FYS_CUE_STEP && cue->step < n_steps)
    text = fys_step_dup_spoken (&steps[cue->step], get_new_name (self, steps, cue->step));
  else if (cue->kind == FYS_CUE_PAUSED)
    text = g_strdup (_("Paused"));
  else if (cue->kind == FYS_CUE_RESUMED)
    text = g_strdup (_("Resumed"));
  if (text != NULL && self->announces && gtk_widget_get_mapped (GTK_WIDGET (self)))
    fys_compat_announce (GTK_WIDGET (self->word_label), text);
}

/* Beside the ring the words begin at one edge, above it they stand over its middle. The button of a repetition then stands in the row of the others,
 * so that the ring is as large as in a step that has none. */
static void
is_wide_cb (FysPlayerPage *self)
{
  GtkLabel *labels[] = { self->name_label, self->word_label, self->side_label, self->counts_label, self->next_label,
                         GTK_LABEL (self->note_label) };
  gboolean is_wide = fys_session_layout_is_wide (self->layout);

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gtk_label_set_xalign (labels[i], is_wide ? 0 : 0.5);
      gtk_label_set_justify (labels[i], is_wide ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_CENTER);
      gtk_widget_set_halign (GTK_WIDGET (labels[i]), is_wide ? GTK_ALIGN_START : GTK_ALIGN_CENTER);
    }
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->buttons_box), is_wide ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_halign (GTK_WIDGET (self->buttons_box), is_wide ? GTK_ALIGN_CENTER : GTK_ALIGN_FILL);
  fys_how_to_box_set_picture_first (self->how_box, is_wide);
  set_css_class (GTK_WIDGET (self), "wide", is_wide);
}

/* The largest target there is, for a hand that reaches up from the floor; for the keyboard it is Space. */
static void
ring_released_cb (FysPlayerPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "session.main", NULL);
}

static void
continue_clicked_cb (FysPlayerPage *self)
{
  gtk_stack_set_visible_child_name (self->controls, "buttons");
  gtk_widget_grab_focus (self->pause_button);
  fys_session_runner_resume (self->runner);
}

static void
stop_clicked_cb (FysPlayerPage *self)
{
  g_signal_emit (self, signals[SIGNAL_STOP_CONFIRMED], 0);
}

static void
fys_player_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (fys_player_page_parent_class)->map (widget);
  update_tick (FYS_PLAYER_PAGE (widget));
}

static void
fys_player_page_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (fys_player_page_parent_class)->unmap (widget);
  update_tick (FYS_PLAYER_PAGE (widget));
}

static void
fys_player_page_dispose (GObject *object)
{
  FysPlayerPage *self = FYS_PLAYER_PAGE (object);
  GtkWidget *child;

  if (self->runner != NULL)
    g_signal_handlers_disconnect_by_data (self->runner, self);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_object (&self->runner);
  g_clear_object (&self->document);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (object), FYS_TYPE_PLAYER_PAGE);

  G_OBJECT_CLASS (fys_player_page_parent_class)->dispose (object);
}

static void
fys_player_page_finalize (GObject *object)
{
  g_array_unref (FYS_PLAYER_PAGE (object)->exercises);

  G_OBJECT_CLASS (fys_player_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FysPlayerPage, layout);
  gtk_widget_class_bind_template_child (widget_class, FysPlayerPage, how_box);
  gtk_widget_class_bind_template_child (widget_class, FysPlayerPage, name_label);
  gtk_widget_class_bind_template_child (widget_class, FysPlayerPage, side_label);
  gtk_widget_class_bind_template_child (widget_class, FysPlayerPage, counts_label);
  gtk_widget_class_bind_template_child (widget_class, FysPlayerPage, ring);
  gtk_widget_class_bind_template_child (widget_class, FysPlayerPage, word_label);
  gtk_widget_class_bind_template_child (widget_class, FysPlayerPage, next_label);
  gtk_widget_class_bind_template_child (widget_class, FysPlayerPage, note_label);
  gtk_widget_class_bind_template_child (widget_class, FysPlayerPage, buttons_box);
  gtk_widget_class_bind_template_child (widget_class, FysPlayerPage, done_button);
  gtk_widget_class_bind_template_child (widget_class, FysPlayerPage, controls);
  gtk_widget_class_bind_template_child (widget_class, FysPlayerPage, pause_button);
  gtk_widget_class_bind_template_child (widget_class, FysPlayerPage, continue_button);
  gtk_widget_class_bind_template_child (widget_class, FysPlayerPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, FysPlayerPage, progress_label);
}

static void
fys_player_page_class_init (FysPlayerPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fys_player_page_dispose;
  object_class->finalize = fys_player_page_finalize;
  widget_class->map = fys_player_page_map;
  widget_class->unmap = fys_player_page_unmap;

  signals[SIGNAL_STOP_CONFIRMED] = g_signal_new ("stop-confirmed", FYS_TYPE_PLAYER_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                 G_TYPE_NONE, 0);

  g_type_ensure (FYS_TYPE_HOW_TO_BOX);
  g_type_ensure (FYS_TYPE_RING);
  g_type_ensure (FYS_TYPE_SESSION_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/exercise/fys-player-page.ui");
  gtk_widget_class_set_css_name (widget_class, "fysplayer");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, is_wide_cb);
  gtk_widget_class_bind_template_callback (widget_class, ring_released_cb);
  gtk_widget_class_bind_template_callback (widget_class, continue_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_clicked_cb);
}

static void
fys_player_page_init (FysPlayerPage *self)
{
  self->exercises = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));
  self->shown_step = G_MAXUINT;
  self->announces = TRUE;
  is_wide_cb (self);
}

GtkWidget *
fys_player_page_new (void)
{
  return g_object_new (FYS_TYPE_PLAYER_PAGE, NULL);
}

void
fys_player_page_set_runner (FysPlayerPage    *self,
                            FysSessionRunner *runner)
{
  g_return_if_fail (FYS_IS_PLAYER_PAGE (self));
  g_return_if_fail (runner == NULL || FYS_IS_SESSION_RUNNER (runner));

  if (self->runner == runner)
    return;
  if (self->runner != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->runner, self);
      fys_compat_announce_end (GTK_WIDGET (self));
    }
  g_set_object (&self->runner, runner);
  self->shown_step = G_MAXUINT;
  if (runner != NULL)
    {
      g_signal_connect_object (runner, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (runner, "cue", G_CALLBACK (cue_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_stack_set_visible_child_name (self->controls, "buttons");
  update_tick (self);
}

void
fys_player_page_set_exercises (FysPlayerPage *self,
                               FysDocument   *document,
                               const guint   *exercises,
                               guint          n_exercises)
{
  g_return_if_fail (FYS_IS_PLAYER_PAGE (self));
  g_return_if_fail (document == NULL || FYS_IS_DOCUMENT (document));

  g_set_object (&self->document, document);
  g_array_set_size (self->exercises, 0);
  if (n_exercises > 0)
    g_array_append_vals (self->exercises, exercises, n_exercises);
}

void
fys_player_page_ask_to_stop (FysPlayerPage *self)
{
  g_return_if_fail (FYS_IS_PLAYER_PAGE (self));

  gtk_stack_set_visible_child_name (self->controls, "ask");
  gtk_widget_grab_focus (self->continue_button);
}

gboolean
fys_player_page_is_asking (FysPlayerPage *self)
{
  g_return_val_if_fail (FYS_IS_PLAYER_PAGE (self), FALSE);
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->controls), "ask") == 0;
}

void
fys_player_page_focus_main (FysPlayerPage *self)
{
  g_return_if_fail (FYS_IS_PLAYER_PAGE (self));
  gtk_widget_grab_focus (gtk_widget_get_visible (self->done_button) ? self->done_button : self->pause_button);
}

void
fys_player_page_set_announces (FysPlayerPage *self,
                               gboolean       announces)
{
  g_return_if_fail (FYS_IS_PLAYER_PAGE (self));
  self->announces = announces;
}

gboolean
fys_player_page_is_ticking (FysPlayerPage *self)
{
  g_return_val_if_fail (FYS_IS_PLAYER_PAGE (self), FALSE);
  return self->tick_id != 0;
}
