/* fys-plan-page.c - the figures of one exercise, to look at and change before it starts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-plan-page.h"

#include <glib/gi18n.h>

#include "fys-figure-row.h"
#include "fys-plan-text.h"
#include "fys-radio-row.h"
#include "fys-sore-side.h"

/* What a steady pace begins with: slow enough to go down and come up with control. */
#define DEFAULT_TEMPO_S 4

/* A figure changes by steps that a person would think in. */
#define SMALL_S       10
#define LONG_S        120
#define MIDDLE_STEP_S 5
#define LONG_STEP_S   30

struct _FysPlanPage
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget      *scroller;
  FysPainScale   *pain_scale;
  GtkLabel       *name_label;
  AdwBin         *picture_bin;
  GtkLabel       *quote_label;
  GtkWidget      *reset_button;
  FysFigureRow   *hold_row;
  FysFigureRow   *reps_row;
  FysFigureRow   *rep_rest_row;
  FysFigureRow   *sets_row;
  FysFigureRow   *rest_row;
  AdwActionRow   *sides_row;
  GtkSwitch      *sides_switch;
  GtkWidget      *counting_group;
  FysRadioRow    *self_row;
  FysRadioRow    *pace_row;
  FysFigureRow   *tempo_row;
  FysSoreSide    *sore_side;
  FysFigureRow   *prepare_row;
  FysFigureRow   *switch_row;
  GtkLabel       *time_label;
  GtkWidget      *confirm_button;

  FysPlan   plan;    /* as given; what the rows do not show stays as it is */
  FysPlan   article; /* what the article says, and what we suggest where it says nothing */
  FysDosage dosage;  /* the article's */
  gboolean  is_loading;
};

enum
{
  SIGNAL_CONFIRMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FysPlanPage, fys_plan_page, GTK_TYPE_WIDGET)

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
  show_if (self->rest_row, plan->sets > 1);
  show_if (self->counting_group, !is_hold);
  show_if (self->tempo_row, fys_radio_row_get_active (self->pace_row));
  show_if (self->sore_side, plan->is_per_side);
  show_if (self->switch_row, plan->is_per_side);
}

static void
show_origin (FysFigureRow *row,
             FysRange      stated,
             FysUnit       unit,
             guint         suggestion)
{
  g_autofree char *origin = fys_origin_dup_text (stated, unit, suggestion, fys_figure_row_get_value (row));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), origin);
}

/* The lower end of a range is told by a bell, whatever the user chose above it. */
static void
show_hold_origin (FysPlanPage *self)
{
  guint            value = fys_figure_row_get_value (self->hold_row);
  g_autofree char *origin = fys_origin_dup_text (self->dosage.hold_s, FYS_UNIT_SECONDS, self->article.hold_s, value);
  g_autofree char *text = NULL;

  if (self->article.hold_min_s > 0 && value > self->article.hold_min_s)
    /* Translators: %s is “The article: 20–30 seconds”, %u the lower end of it. */
    text = g_strdup_printf (_("%s. A bell rings at %u."), origin, self->article.hold_min_s);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->hold_row), text != NULL ? text : origin);
}

static const char *
get_sides_origin (FysPlanPage *self,
                  gboolean     is_per_side)
{
  if (self->dosage.is_per_side)
    return is_per_side ? _("The article: on each side") : _("Your own choice – the article: on each side");
  return is_per_side ? _("Your own choice – not stated in the article") : _("Not stated in the article");
}

/* Where every figure comes from, in words. */
static void
show_origins (FysPlanPage   *self,
              const FysPlan *plan)
{
  const FysRange unstated = { 0, 0 };
  gboolean       is_rep_rest_ours = (self->article.is_default & FYS_PLAN_REP_REST) != 0;

  show_hold_origin (self);
  show_origin (self->reps_row, self->dosage.reps, FYS_UNIT_TIMES, self->article.reps);
  show_origin (self->rep_rest_row, is_rep_rest_ours ? unstated : self->dosage.rest_s, FYS_UNIT_SECONDS, self->article.rep_rest_s);
  show_origin (self->sets_row, self->dosage.sets, FYS_UNIT_TIMES, self->article.sets);
  show_origin (self->rest_row, self->dosage.rest_s, FYS_UNIT_SECONDS, self->article.rest_s);
  show_origin (self->prepare_row, unstated, FYS_UNIT_SECONDS, self->article.prepare_s);
  show_origin (self->switch_row, unstated, FYS_UNIT_SECONDS, self->article.switch_s);
  adw_action_row_set_subtitle (self->sides_row, get_sides_origin (self, plan->is_per_side));
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
read_plan (FysPlanPage *self,
           FysPlan     *out_plan)
{
  gboolean is_hold = self->plan.hold_s > 0;

  *out_plan = self->plan;
  if (is_hold)
    out_plan->hold_s = fys_figure_row_get_value (self->hold_row);
  out_plan->reps = fys_figure_row_get_value (self->reps_row);
  out_plan->sets = fys_figure_row_get_value (self->sets_row);
  out_plan->rest_s = fys_figure_row_get_value (self->rest_row);
  out_plan->prepare_s = fys_figure_row_get_value (self->prepare_row);
  out_plan->rep_rest_s = fys_figure_row_get_value (self->rep_rest_row);
  out_plan->switch_s = fys_figure_row_get_value (self->switch_row);
  out_plan->rep_s = !is_hold && fys_radio_row_get_active (self->pace_row) ? fys_figure_row_get_value (self->tempo_row) : 0;
  out_plan->is_per_side = gtk_switch_get_active (self->sides_switch);
  out_plan->first_side = fys_sore_side_get_side (self->sore_side);
}

static void
update (FysPlanPage *self)
{
  FysPlan plan;

  read_plan (self, &plan);
  update_rows (self, &plan);
  show_origins (self, &plan);
  update_time (self, &plan);
  gtk_widget_set_sensitive (self->reset_button, !fys_plan_has_same_figures (&plan, &self->article));
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

static void show_plan (FysPlanPage   *self,
                       const FysPlan *plan);

/* The side that is sore is no figure of the article's, so it stays. */
static void
reset_clicked_cb (FysPlanPage *self)
{
  FysPlan plan = self->article;

  plan.first_side = fys_sore_side_get_side (self->sore_side);
  show_plan (self, &plan);
  /* The button has nothing more to do, and gives the focus to what is done next. */
  fys_plan_page_focus_button (self);
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
  gtk_widget_class_bind_template_child (widget_class, FysPlanPage, pain_scale);
  gtk_widget_class_bind_template_child (widget_class, FysPlanPage, name_label);
  gtk_widget_class_bind_template_child (widget_class, FysPlanPage, picture_bin);
  gtk_widget_class_bind_template_child (widget_class, FysPlanPage, quote_label);
  gtk_widget_class_bind_template_child (widget_class, FysPlanPage, reset_button);
  gtk_widget_class_bind_template_child (widget_class, FysPlanPage, hold_row);
  gtk_widget_class_bind_template_child (widget_class, FysPlanPage, reps_row);
  gtk_widget_class_bind_template_child (widget_class, FysPlanPage, rep_rest_row);
  gtk_widget_class_bind_template_child (widget_class, FysPlanPage, sets_row);
  gtk_widget_class_bind_template_child (widget_class, FysPlanPage, rest_row);
  gtk_widget_class_bind_template_child (widget_class, FysPlanPage, sides_row);
  gtk_widget_class_bind_template_child (widget_class, FysPlanPage, sides_switch);
  gtk_widget_class_bind_template_child (widget_class, FysPlanPage, counting_group);
  gtk_widget_class_bind_template_child (widget_class, FysPlanPage, self_row);
  gtk_widget_class_bind_template_child (widget_class, FysPlanPage, pace_row);
  gtk_widget_class_bind_template_child (widget_class, FysPlanPage, tempo_row);
  gtk_widget_class_bind_template_child (widget_class, FysPlanPage, sore_side);
  gtk_widget_class_bind_template_child (widget_class, FysPlanPage, prepare_row);
  gtk_widget_class_bind_template_child (widget_class, FysPlanPage, switch_row);
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
  g_type_ensure (FYS_TYPE_RADIO_ROW);
  g_type_ensure (FYS_TYPE_SORE_SIDE);
  g_type_ensure (FYS_TYPE_PAIN_SCALE);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/exercise/fys-plan-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, figure_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirm_clicked_cb);
}

static void
fys_plan_page_init (FysPlanPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_set (self->hold_row, "lower", 1, "upper", FYS_PLAN_MAX_SECONDS, NULL);
  g_object_set (self->reps_row, "lower", 1, "upper", FYS_PLAN_MAX_REPS, NULL);
  g_object_set (self->rep_rest_row, "upper", FYS_PLAN_MAX_SECONDS, NULL);
  g_object_set (self->sets_row, "lower", 1, "upper", FYS_PLAN_MAX_SETS, NULL);
  g_object_set (self->rest_row, "upper", FYS_PLAN_MAX_SECONDS, NULL);
  g_object_set (self->tempo_row, "lower", 1, "upper", FYS_PLAN_MAX_SECONDS, NULL);
  g_object_set (self->prepare_row, "upper", FYS_PLAN_MAX_SECONDS, NULL);
  g_object_set (self->switch_row, "upper", FYS_PLAN_MAX_SECONDS, NULL);
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

static void
show_seconds (FysFigureRow *row,
              guint         suggestion_s,
              guint         value_s)
{
  guint step_s = suggestion_s <= SMALL_S ? 1 : suggestion_s < LONG_S ? MIDDLE_STEP_S : LONG_STEP_S;

  g_object_set (row, "step", step_s, NULL);
  fys_figure_row_set_value (row, value_s);
}

/* How often an exercise is done is stated too, but it is no figure of the plan. */
static gboolean
is_any_figure_stated (const FysDosage *dosage)
{
  return fys_range_is_stated (dosage->hold_s) || fys_range_is_stated (dosage->reps) || fys_range_is_stated (dosage->sets) ||
         fys_range_is_stated (dosage->rest_s) || dosage->is_per_side;
}

static void
show_plan (FysPlanPage   *self,
           const FysPlan *plan)
{
  self->is_loading = TRUE;

  show_seconds (self->hold_row, self->article.hold_s, plan->hold_s);
  fys_figure_row_set_value (self->reps_row, plan->reps);
  show_seconds (self->rep_rest_row, self->article.rep_rest_s, plan->rep_rest_s);
  fys_figure_row_set_value (self->sets_row, plan->sets);
  show_seconds (self->rest_row, self->article.rest_s, plan->rest_s);
  show_seconds (self->prepare_row, self->article.prepare_s, plan->prepare_s);
  show_seconds (self->switch_row, self->article.switch_s, plan->switch_s);
  fys_figure_row_set_value (self->tempo_row, plan->rep_s > 0 ? plan->rep_s : DEFAULT_TEMPO_S);
  fys_radio_row_set_active (plan->rep_s > 0 ? self->pace_row : self->self_row, TRUE);
  gtk_switch_set_active (self->sides_switch, plan->is_per_side);
  fys_sore_side_set_side (self->sore_side, plan->first_side);

  self->is_loading = FALSE;
  update (self);
}

void
fys_plan_page_set_plan (FysPlanPage       *self,
                        const FysExercise *exercise,
                        const FysPlan     *plan,
                        const char        *button_label)
{
  g_return_if_fail (FYS_IS_PLAN_PAGE (self));
  g_return_if_fail (exercise != NULL && plan != NULL);

  self->plan = *plan;
  self->dosage = exercise->dosage;
  fys_plan_init_from_exercise (&self->article, exercise);

  gtk_label_set_label (self->name_label, exercise->name);
  show_quote (self, exercise);
  gtk_button_set_label (GTK_BUTTON (self->reset_button),
                        is_any_figure_stated (&exercise->dosage) ? _("As in the Article") : _("As We Suggest"));
  gtk_button_set_label (GTK_BUTTON (self->confirm_button), button_label);
  show_plan (self, plan);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

void
fys_plan_page_set_picture (FysPlanPage *self,
                           GtkWidget   *picture)
{
  g_return_if_fail (FYS_IS_PLAN_PAGE (self));
  g_return_if_fail (picture == NULL || GTK_IS_WIDGET (picture));

  adw_bin_set_child (self->picture_bin, picture);
  gtk_widget_set_visible (GTK_WIDGET (self->picture_bin), picture != NULL);
}

void
fys_plan_page_get_plan (FysPlanPage *self,
                        FysPlan     *out_plan)
{
  FysFigureRow *rows[] = {
    self->hold_row, self->reps_row, self->rep_rest_row, self->sets_row,
    self->rest_row, self->tempo_row, self->prepare_row, self->switch_row,
  };

  g_return_if_fail (FYS_IS_PLAN_PAGE (self));
  g_return_if_fail (out_plan != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    fys_figure_row_commit (rows[i]);
  read_plan (self, out_plan);
}

void
fys_plan_page_focus_button (FysPlanPage *self)
{
  g_return_if_fail (FYS_IS_PLAN_PAGE (self));
  gtk_widget_grab_focus (self->confirm_button);
}

FysPainScale *
fys_plan_page_get_pain_scale (FysPlanPage *self)
{
  g_return_val_if_fail (FYS_IS_PLAN_PAGE (self), NULL);
  return self->pain_scale;
}
