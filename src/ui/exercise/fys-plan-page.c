/* fys-plan-page.c - the figures of one exercise, to look at and change before it starts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-plan-page.h"

#include <glib/gi18n.h>

#include "fys-figure-row.h"
#include "fys-step-text.h"

struct _FysPlanPage
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget    *scroller;
  GtkLabel     *name_label;
  GtkLabel     *quote_label;
  FysFigureRow *hold_row;
  FysFigureRow *reps_row;
  FysFigureRow *sets_row;
  FysFigureRow *rest_row;
  GtkWidget    *sides_row;
  GtkSwitch    *sides_switch;
  GtkWidget    *left_row;
  GtkWidget    *right_row;
  GtkWidget    *left_check;
  GtkWidget    *right_check;
  FysFigureRow *prepare_row;
  FysFigureRow *rep_rest_row;
  FysFigureRow *switch_row;
  FysFigureRow *tempo_row;
  GtkLabel     *time_label;
  GtkWidget    *confirm_button;

  FysPlan  plan; /* as given; what the rows do not show stays as it is */
  gboolean is_loading;
};

enum
{
  SIGNAL_CONFIRMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FysPlanPage, fys_plan_page, GTK_TYPE_WIDGET)

char *
fys_program_dup_time_text (FysProgram *program)
{
  guint n_steps;
  const FysStep *steps = fys_program_get_steps (program, &n_steps);
  gint64 length_us = fys_program_get_length_us (program);
  g_autofree char *length = fys_length_dup_text (length_us);
  gboolean has_own_pace = FALSE;

  for (guint i = 0; i < n_steps; i++)
    has_own_pace = has_own_pace || steps[i].length_us == FYS_UNTIL_DONE;

  if (!has_own_pace)
    return g_steal_pointer (&length);
  if (length_us == 0)
    return g_strdup (_("At your own pace"));
  /* Translators: how long a program takes: the timed part, such as "2 min", and repetitions that nobody times. */
  return g_strdup_printf (_("%s, and the repetitions at your own pace"), length);
}

static void
show_if (gpointer row,
         gboolean is_shown)
{
  gtk_widget_set_visible (GTK_WIDGET (row), is_shown);
}

static void
update_rows (FysPlanPage   *self,
             const FysPlan *plan)
{
  gboolean is_hold = self->plan.hold_s > 0;

  show_if (self->hold_row, is_hold);
  show_if (self->rep_rest_row, is_hold && plan->reps > 1);
  show_if (self->tempo_row, !is_hold);
  show_if (self->rest_row, plan->sets > 1);
  show_if (self->left_row, plan->is_per_side);
  show_if (self->right_row, plan->is_per_side);
  show_if (self->switch_row, plan->is_per_side);
}

static void
update_time (FysPlanPage   *self,
             const FysPlan *plan)
{
  g_autoptr (FysProgram) program = fys_program_new (plan, 1, 0);
  g_autofree char *time = fys_program_dup_time_text (program);
  g_autofree char *text = g_strdup_printf (_("Total time: %s"), time);

  gtk_label_set_label (self->time_label, text);
}

static void
update (FysPlanPage *self)
{
  FysPlan plan;

  fys_plan_page_get_plan (self, &plan);
  update_rows (self, &plan);
  update_time (self, &plan);
}

static void
figure_changed_cb (FysPlanPage *self)
{
  if (!self->is_loading)
    update (self);
}

static void
confirm_clicked_cb (FysPlanPage *self)
{
  g_signal_emit (self, signals[SIGNAL_CONFIRMED], 0);
}

/* Where a figure comes from, in words: never let a number of ours pass for the article's. */
static void
set_origin (FysFigureRow *row,
            gboolean      is_default,
            FysRange      stated)
{
  g_autofree char *range = fys_range_dup_text (stated);
  g_autofree char *origin = NULL;

  if (is_default || stated.max == 0)
    origin = g_strdup (_("Not stated in the article"));
  else
    /* Translators: below a figure; %s is what the article says, such as "20–30". */
    origin = g_strdup_printf (_("The article: %s"), range);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), origin);
}

static void
fys_plan_page_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (object), FYS_TYPE_PLAN_PAGE);

  G_OBJECT_CLASS (fys_plan_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FysPlanPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, FysPlanPage, name_label);
  gtk_widget_class_bind_template_child (widget_class, FysPlanPage, quote_label);
  gtk_widget_class_bind_template_child (widget_class, FysPlanPage, hold_row);
  gtk_widget_class_bind_template_child (widget_class, FysPlanPage, reps_row);
  gtk_widget_class_bind_template_child (widget_class, FysPlanPage, sets_row);
  gtk_widget_class_bind_template_child (widget_class, FysPlanPage, rest_row);
  gtk_widget_class_bind_template_child (widget_class, FysPlanPage, sides_row);
  gtk_widget_class_bind_template_child (widget_class, FysPlanPage, sides_switch);
  gtk_widget_class_bind_template_child (widget_class, FysPlanPage, left_row);
  gtk_widget_class_bind_template_child (widget_class, FysPlanPage, right_row);
  gtk_widget_class_bind_template_child (widget_class, FysPlanPage, left_check);
  gtk_widget_class_bind_template_child (widget_class, FysPlanPage, right_check);
  gtk_widget_class_bind_template_child (widget_class, FysPlanPage, prepare_row);
  gtk_widget_class_bind_template_child (widget_class, FysPlanPage, rep_rest_row);
  gtk_widget_class_bind_template_child (widget_class, FysPlanPage, switch_row);
  gtk_widget_class_bind_template_child (widget_class, FysPlanPage, tempo_row);
  gtk_widget_class_bind_template_child (widget_class, FysPlanPage, time_label);
  gtk_widget_class_bind_template_child (widget_class, FysPlanPage, confirm_button);
}

static void
fys_plan_page_class_init (FysPlanPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fys_plan_page_dispose;

  signals[SIGNAL_CONFIRMED] = g_signal_new ("confirmed", FYS_TYPE_PLAN_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 0);

  g_type_ensure (FYS_TYPE_FIGURE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/exercise/fys-plan-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, figure_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirm_clicked_cb);
}

static void
fys_plan_page_init (FysPlanPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
fys_plan_page_new (void)
{
  return g_object_new (FYS_TYPE_PLAN_PAGE, NULL);
}

static void
show_quote (FysPlanPage       *self,
            const FysExercise *exercise)
{
  g_autofree char *quote = NULL;

  if (exercise->text != NULL && *exercise->text != '\0')
    /* Translators: a sentence quoted from an article. */
    quote = g_strdup_printf (_("“%s”"), exercise->text);
  else
    quote = g_strdup (_("The article states no dosage for this exercise."));
  gtk_label_set_label (self->quote_label, quote);
}

void
fys_plan_page_set_plan (FysPlanPage       *self,
                        const FysExercise *exercise,
                        const FysPlan     *plan,
                        const char        *button_label)
{
  const FysDosage *dosage;

  g_return_if_fail (FYS_IS_PLAN_PAGE (self));
  g_return_if_fail (exercise != NULL && plan != NULL);

  dosage = &exercise->dosage;
  self->is_loading = TRUE;
  self->plan = *plan;

  gtk_label_set_label (self->name_label, exercise->name);
  show_quote (self, exercise);
  set_origin (self->hold_row, plan->is_default & FYS_PLAN_HOLD, dosage->hold_s);
  set_origin (self->reps_row, plan->is_default & FYS_PLAN_REPS, dosage->reps);
  set_origin (self->sets_row, plan->is_default & FYS_PLAN_SETS, dosage->sets);
  set_origin (self->rest_row, plan->is_default & FYS_PLAN_REST, dosage->rest_s);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->sides_row),
                               dosage->is_per_side ? _("As the article says") : _("Not stated in the article"));

  fys_figure_row_set_value (self->hold_row, plan->hold_s);
  fys_figure_row_set_value (self->reps_row, plan->reps);
  fys_figure_row_set_value (self->sets_row, plan->sets);
  fys_figure_row_set_value (self->rest_row, plan->rest_s);
  fys_figure_row_set_value (self->prepare_row, plan->prepare_s);
  fys_figure_row_set_value (self->rep_rest_row, plan->rep_rest_s);
  fys_figure_row_set_value (self->switch_row, plan->switch_s);
  fys_figure_row_set_value (self->tempo_row, plan->rep_s);
  gtk_switch_set_active (self->sides_switch, plan->is_per_side);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (plan->first_side == FYS_SIDE_RIGHT ? self->right_check : self->left_check), TRUE);
  gtk_button_set_label (GTK_BUTTON (self->confirm_button), button_label);

  self->is_loading = FALSE;
  update (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

void
fys_plan_page_get_plan (FysPlanPage *self,
                        FysPlan     *out_plan)
{
  g_return_if_fail (FYS_IS_PLAN_PAGE (self));
  g_return_if_fail (out_plan != NULL);

  *out_plan = self->plan;
  if (self->plan.hold_s > 0)
    out_plan->hold_s = fys_figure_row_get_value (self->hold_row);
  out_plan->reps = fys_figure_row_get_value (self->reps_row);
  out_plan->sets = fys_figure_row_get_value (self->sets_row);
  out_plan->rest_s = fys_figure_row_get_value (self->rest_row);
  out_plan->prepare_s = fys_figure_row_get_value (self->prepare_row);
  out_plan->rep_rest_s = fys_figure_row_get_value (self->rep_rest_row);
  out_plan->switch_s = fys_figure_row_get_value (self->switch_row);
  out_plan->rep_s = fys_figure_row_get_value (self->tempo_row);
  out_plan->is_per_side = gtk_switch_get_active (self->sides_switch);
  out_plan->first_side = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->right_check)) ? FYS_SIDE_RIGHT : FYS_SIDE_LEFT;
}

void
fys_plan_page_focus_button (FysPlanPage *self)
{
  g_return_if_fail (FYS_IS_PLAN_PAGE (self));
  gtk_widget_grab_focus (self->confirm_button);
}
