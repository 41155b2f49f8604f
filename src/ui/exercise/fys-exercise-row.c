/* fys-exercise-row.c - one exercise in a list, with a button that starts it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-exercise-row.h"

#include <glib/gi18n.h>

#include "fys-plan-text.h"

struct _FysExerciseRow
{
  AdwActionRow parent_instance;

  guint index;
};

enum
{
  SIGNAL_START_CLICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FysExerciseRow, fys_exercise_row, ADW_TYPE_ACTION_ROW)

static void
clicked_cb (FysExerciseRow *self)
{
  g_signal_emit (self, signals[SIGNAL_START_CLICKED], 0);
}

static char *
dup_button_label (FysExerciseRow *self)
{
  return g_strdup_printf (_("Start %s"), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));
}

/* Asked for when the pointer rests there: a text set beforehand has the display asked where the pointer is, once for every row. */
static gboolean
query_tooltip_cb (FysExerciseRow *self,
                  int             x,
                  int             y,
                  gboolean        is_keyboard,
                  GtkTooltip     *tooltip)
{
  g_autofree char *label = dup_button_label (self);

  gtk_tooltip_set_text (tooltip, label);
  return TRUE;
}

static void
fys_exercise_row_class_init (FysExerciseRowClass *klass)
{
  signals[SIGNAL_START_CLICKED] = g_signal_new ("start-clicked", FYS_TYPE_EXERCISE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                G_TYPE_NONE, 0);
}

static void
fys_exercise_row_init (FysExerciseRow *self)
{
}

GtkWidget *
fys_exercise_row_new (FysSetup *setup,
                      guint     index)
{
  FysExerciseRow *self = g_object_new (FYS_TYPE_EXERCISE_ROW, "activatable", TRUE, "selectable", FALSE, NULL);
  GtkWidget *button = gtk_button_new_from_icon_name ("media-playback-start-symbolic");
  g_autofree char *label = NULL;

  self->index = index;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), fys_setup_get_exercise (setup, index)->name);
  fys_exercise_row_update (self, setup);

  label = dup_button_label (self);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_has_tooltip (button, TRUE);
  g_signal_connect_object (button, "query-tooltip", G_CALLBACK (query_tooltip_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
  return GTK_WIDGET (self);
}

/* Returns: (transfer full) (nullable): %NULL when the figures are the article's */
static char *
dup_choice (FysSetup *setup,
            guint     index)
{
  FysPlan plan;
  g_autofree char *summary = NULL;

  if (!fys_setup_is_changed (setup, index))
    return NULL;
  fys_setup_get_plan (setup, index, &plan);
  summary = fys_plan_dup_summary (&plan);
  if (fys_setup_is_as_last (setup, index))
    /* Translators: below an exercise: the figures that it was last done with, such as "Hold 25 s · 3 times". */
    return g_strdup_printf (_("As last time: %s"), summary);
  /* Translators: below an exercise: the figures that the user has set, but not tried yet. */
  return g_strdup_printf (_("Your choice: %s"), summary);
}

void
fys_exercise_row_update (FysExerciseRow *self,
                         FysSetup       *setup)
{
  g_autofree char *stated = NULL;
  g_autofree char *choice = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (FYS_IS_EXERCISE_ROW (self));
  g_return_if_fail (setup != NULL);

  stated = fys_dosage_dup_summary (&fys_setup_get_exercise (setup, self->index)->dosage);
  choice = dup_choice (setup, self->index);
  if (choice == NULL || *stated == '\0')
    text = g_strdup (choice != NULL ? choice : stated);
  else
    text = g_strdup_printf ("%s\n%s", stated, choice);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
}

guint
fys_exercise_row_get_index (FysExerciseRow *self)
{
  g_return_val_if_fail (FYS_IS_EXERCISE_ROW (self), 0);
  return self->index;
}
