/* fys-program-page.c - several exercises in order, before they start
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-program-page.h"

#include <glib/gi18n.h>

#include "fys-figure-row.h"
#include "fys-plan-page.h"
#include "fys-step-text.h"

/* Time to write down a thought and find the next position; the articles say nothing of it. */
#define REST_BETWEEN_S 20

struct _FysProgramPage
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget    *scroller;
  GtkListBox   *list;
  FysFigureRow *rest_row;
  GtkLabel     *time_label;
  GtkWidget    *start_button;

  /* Owned */
  FysPlan *plans;

  guint n_plans;
};

enum
{
  SIGNAL_EDIT_REQUESTED,
  SIGNAL_START_CLICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FysProgramPage, fys_program_page, GTK_TYPE_WIDGET)

static void
update_time (FysProgramPage *self)
{
  g_autoptr (FysProgram) program = NULL;
  g_autofree char *time = NULL;
  g_autofree char *text = NULL;

  if (self->n_plans == 0)
    return;
  program = fys_program_new (self->plans, self->n_plans, fys_program_page_get_rest_s (self));
  time = fys_program_dup_time_text (program);
  text = g_strdup_printf (_("Total time: %s"), time);
  gtk_label_set_label (self->time_label, text);
}

static void
rest_changed_cb (FysProgramPage *self)
{
  update_time (self);
}

static void
row_activated_cb (FysProgramPage *self,
                  GtkListBoxRow  *row)
{
  g_signal_emit (self, signals[SIGNAL_EDIT_REQUESTED], 0, (guint) gtk_list_box_row_get_index (row));
}

static void
start_clicked_cb (FysProgramPage *self)
{
  g_signal_emit (self, signals[SIGNAL_START_CLICKED], 0);
}

static void
fys_program_page_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (object), FYS_TYPE_PROGRAM_PAGE);

  G_OBJECT_CLASS (fys_program_page_parent_class)->dispose (object);
}

static void
fys_program_page_finalize (GObject *object)
{
  g_free (FYS_PROGRAM_PAGE (object)->plans);

  G_OBJECT_CLASS (fys_program_page_parent_class)->finalize (object);
}

static void
fys_program_page_class_init (FysProgramPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fys_program_page_dispose;
  object_class->finalize = fys_program_page_finalize;

  signals[SIGNAL_EDIT_REQUESTED] = g_signal_new ("edit-requested", FYS_TYPE_PROGRAM_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                 G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_START_CLICKED] = g_signal_new ("start-clicked", FYS_TYPE_PROGRAM_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                G_TYPE_NONE, 0);

  g_type_ensure (FYS_TYPE_FIGURE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/exercise/fys-program-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FysProgramPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, FysProgramPage, list);
  gtk_widget_class_bind_template_child (widget_class, FysProgramPage, rest_row);
  gtk_widget_class_bind_template_child (widget_class, FysProgramPage, time_label);
  gtk_widget_class_bind_template_child (widget_class, FysProgramPage, start_button);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, rest_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_clicked_cb);
}

static void
fys_program_page_init (FysProgramPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
fys_program_page_new (void)
{
  return g_object_new (FYS_TYPE_PROGRAM_PAGE, NULL);
}

/* "Hold 30 s · 3 repetitions · each side". */
static char *
dup_plan_text (const FysPlan *plan)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (plan->hold_s > 0)
    {
      g_autofree char *length = fys_length_dup_text (plan->hold_s * (gint64) G_USEC_PER_SEC);

      g_string_append (text, length);
      g_string_append (text, " · ");
    }
  g_string_append_printf (text, ngettext ("%u repetition", "%u repetitions", plan->reps), plan->reps);
  if (plan->sets > 1)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, ngettext ("%u set", "%u sets", plan->sets), plan->sets);
    }
  if (plan->is_per_side)
    {
      g_string_append (text, " · ");
      g_string_append (text, _("each side"));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
create_row (const FysExercise *exercise,
            const FysPlan     *plan)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  g_autofree char *text = dup_plan_text (plan);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), exercise->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

void
fys_program_page_set_plans (FysProgramPage  *self,
                            FysExerciseList *exercises,
                            const FysPlan   *plans)
{
  guint n = exercises != NULL ? fys_exercise_list_get_n (exercises) : 0;
  GtkListBoxRow *row;

  g_return_if_fail (FYS_IS_PROGRAM_PAGE (self));

  if (self->plans == NULL)
    fys_figure_row_set_value (self->rest_row, REST_BETWEEN_S);
  g_free (self->plans);
  self->plans = g_memdup2 (plans, n * sizeof (FysPlan));
  self->n_plans = n;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->list, create_row (fys_exercise_list_get (exercises, i), &plans[i]));
  update_time (self);
}

guint
fys_program_page_get_rest_s (FysProgramPage *self)
{
  g_return_val_if_fail (FYS_IS_PROGRAM_PAGE (self), 0);
  return fys_figure_row_get_value (self->rest_row);
}

void
fys_program_page_focus_button (FysProgramPage *self)
{
  g_return_if_fail (FYS_IS_PROGRAM_PAGE (self));
  gtk_widget_grab_focus (self->start_button);
}
