/* fys-exercise-list-page.c - the exercises of an article, to look at and to start
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-exercise-list-page.h"

#include <glib/gi18n.h>

#include "fys-exercise-row.h"

/* A list box lays out every row that it has, so an article of thousands of exercises gets rows by and by, before the reader comes to the last one.
 * Most articles have all of theirs at once. */
#define FIRST_ROWS 10
#define MORE_ROWS  6

struct _FysExerciseListPage
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget       *scroller;
  GtkListBox      *list;
  GtkWidget       *empty_page;
  GtkWidget       *foot;
  GtkLabel        *program_label;
  GtkWidget       *reminder_button;

  /* Borrowed */
  FysSetup        *setup;     /* (nullable) */

  guint            n_rows;    /* how many of its exercises have a row */
  guint            grow_id;   /* 0 when no rows are to come */
};

enum
{
  SIGNAL_SHOWN,
  SIGNAL_START_CLICKED,
  SIGNAL_PROGRAM_CLICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FysExerciseListPage, fys_exercise_list_page, GTK_TYPE_WIDGET)

static void
row_activated_cb (FysExerciseListPage *self,
                  FysExerciseRow      *row)
{
  g_signal_emit (self, signals[SIGNAL_SHOWN], 0, fys_exercise_row_get_index (row));
}

static void
start_clicked_cb (FysExerciseListPage *self,
                  FysExerciseRow      *row)
{
  g_signal_emit (self, signals[SIGNAL_START_CLICKED], 0, fys_exercise_row_get_index (row));
}

static void
program_clicked_cb (FysExerciseListPage *self)
{
  g_signal_emit (self, signals[SIGNAL_PROGRAM_CLICKED], 0);
}

static void
add_row (FysExerciseListPage *self,
         guint                index)
{
  GtkWidget *row = fys_exercise_row_new (self->setup, index);

  g_signal_connect_object (row, "start-clicked", G_CALLBACK (start_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
}

static guint
get_n_exercises (FysExerciseListPage *self)
{
  return self->setup != NULL ? fys_setup_get_n_exercises (self->setup) : 0;
}

static void
add_rows (FysExerciseListPage *self,
          guint                n_rows)
{
  while (self->n_rows < MIN (get_n_exercises (self), n_rows))
    add_row (self, self->n_rows++);
}

/* Less than a page away from the last row, by the pointer or by the keyboard: both move the adjustment. */
static gboolean
is_near_end (GtkAdjustment *adjustment)
{
  double page_px = gtk_adjustment_get_page_size (adjustment);

  return page_px > 0 && gtk_adjustment_get_value (adjustment) + 2 * page_px >= gtk_adjustment_get_upper (adjustment);
}

static gboolean
grow_cb (gpointer user_data)
{
  FysExerciseListPage *self = user_data;

  self->grow_id = 0;
  add_rows (self, self->n_rows + MORE_ROWS);
  return G_SOURCE_REMOVE;
}

/* Not at once, as the adjustment moves while the list is being laid out. */
static void
adjustment_moved_cb (FysExerciseListPage *self,
                     GtkAdjustment       *adjustment)
{
  if (self->grow_id == 0 && self->n_rows < get_n_exercises (self) && is_near_end (adjustment))
    self->grow_id = g_idle_add (grow_cb, self);
}

static void
fys_exercise_list_page_dispose (GObject *object)
{
  FysExerciseListPage *self = FYS_EXERCISE_LIST_PAGE (object);
  GtkWidget           *child;

  g_clear_handle_id (&self->grow_id, g_source_remove);
  self->setup = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (object), FYS_TYPE_EXERCISE_LIST_PAGE);

  G_OBJECT_CLASS (fys_exercise_list_page_parent_class)->dispose (object);
}

static void
fys_exercise_list_page_class_init (FysExerciseListPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fys_exercise_list_page_dispose;

  signals[SIGNAL_SHOWN] = g_signal_new ("shown", FYS_TYPE_EXERCISE_LIST_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_START_CLICKED] = g_signal_new ("start-clicked", FYS_TYPE_EXERCISE_LIST_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_PROGRAM_CLICKED] = g_signal_new ("program-clicked", FYS_TYPE_EXERCISE_LIST_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                  G_TYPE_NONE, 0);

  g_type_ensure (FYS_TYPE_REMINDER_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/exercise/fys-exercise-list-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FysExerciseListPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, FysExerciseListPage, list);
  gtk_widget_class_bind_template_child (widget_class, FysExerciseListPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, FysExerciseListPage, foot);
  gtk_widget_class_bind_template_child (widget_class, FysExerciseListPage, program_label);
  gtk_widget_class_bind_template_child (widget_class, FysExerciseListPage, reminder_button);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, program_clicked_cb);
}

static void
fys_exercise_list_page_init (FysExerciseListPage *self)
{
  GtkAdjustment *adjustment;

  gtk_widget_init_template (GTK_WIDGET (self));
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (adjustment_moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (adjustment_moved_cb), self, G_CONNECT_SWAPPED);
}

/* What starting the program does, when that is not what the article says. Returns: (transfer full) (nullable) */
static char *
dup_program_text (FysExerciseListPage *self)
{
  guint             n_all = get_n_exercises (self);
  guint             n = 0;
  g_autofree guint *program = self->setup != NULL ? fys_setup_dup_program (self->setup, &n) : NULL;

  if (program == NULL)
    return NULL;
  if (n < n_all)
    /* Translators: how many of the article's exercises are in the program, the others are left out. */
    return g_strdup_printf (ngettext ("Your program: %u of %u exercise", "Your program: %u of %u exercises", n_all), n, n_all);
  return fys_setup_is_order_changed (self->setup) ? g_strdup (_ ("Your program: in the order that you chose")) : NULL;
}

void
fys_exercise_list_page_update (FysExerciseListPage *self)
{
  g_autofree char *text = NULL;
  GtkListBoxRow   *row;

  g_return_if_fail (FYS_IS_EXERCISE_LIST_PAGE (self));

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    fys_exercise_row_update (FYS_EXERCISE_ROW (row), self->setup);
  text = dup_program_text (self);
  gtk_label_set_label (self->program_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->program_label), text != NULL);
}

void
fys_exercise_list_page_set_setup (FysExerciseListPage *self,
                                  FysSetup            *setup)
{
  GtkListBoxRow *row;
  guint          n;

  g_return_if_fail (FYS_IS_EXERCISE_LIST_PAGE (self));

  g_clear_handle_id (&self->grow_id, g_source_remove);
  self->setup = setup;
  n = get_n_exercises (self);
  self->n_rows = 0;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  add_rows (self, FIRST_ROWS);
  fys_exercise_list_page_update (self);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_visible (self->empty_page, n == 0);
  gtk_widget_set_visible (self->foot, n > 0);
}

void
fys_exercise_list_page_focus_row (FysExerciseListPage *self,
                                  guint                exercise)
{
  GtkListBoxRow *row;

  g_return_if_fail (FYS_IS_EXERCISE_LIST_PAGE (self));

  if (exercise >= self->n_rows && exercise != FYS_NONE)
    add_rows (self, exercise + MORE_ROWS);
  row = gtk_list_box_get_row_at_index (self->list, exercise);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

FysReminderButton *
fys_exercise_list_page_get_reminder_button (FysExerciseListPage *self)
{
  g_return_val_if_fail (FYS_IS_EXERCISE_LIST_PAGE (self), NULL);

  return FYS_REMINDER_BUTTON (self->reminder_button);
}
