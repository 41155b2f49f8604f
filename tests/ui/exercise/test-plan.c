/* test-plan.c - the figures before a session, the program, and what is kept of both
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/exercise/fys-exercise-pane-private.h"

#include <glib/gstdio.h>
#include <string.h>

#include "ui/exercise/fys-figure-row.h"
#include "ui/exercise/fys-plan-text.h"
#include "ui/exercise/fys-program-row.h"
#include "ui/exercise/fys-radio-row.h"
#include "ui/exercise/fys-sore-side.h"
#include "ui/exercise/fys-warning-memory.h"

GResource *fys_get_resource (void);

static const char article_text[] =
    "# Ondt i balden\n\n## Øvelser\n\n"
    "### Stræk af balden\n\nLig på ryggen, og træk knæet mod brystet. Hold 20–30 sekunder og gentag 2–3 gange på hver side.\n\n"
    "### Bækkenløft\n\nLig på ryggen, og løft bækkenet. Gentag 8–10 gange.\n\n"
    "### Knæbøj\n\nBøj i knæene, og ret dem igen. Tag 3 sæt af 12 gentagelser med 60 sekunders pause.\n";

typedef struct
{
  char            *folder;
  GtkWidget       *window;
  FysExercisePane *pane;
  FysChoices      *choices;
} Fixture;

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
open_choices (Fixture *self)
{
  g_autofree char *path = g_build_filename (self->folder, "choices", NULL);
  guint n_changed = 0;

  self->choices = fys_choices_new (path);
  g_signal_connect_swapped (self->choices, "changed", G_CALLBACK (count_cb), &n_changed);
  while (n_changed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handlers_disconnect_by_data (self->choices, &n_changed);
}

static void
show_document (Fixture *self)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (article_text, strlen (article_text));
  g_autoptr (FysArticle) article = fys_article_new_from_bytes (bytes, "balde.md");
  g_autoptr (GFile) file = g_file_new_build_filename (self->folder, "ordbog", "balde.md", NULL);
  g_autoptr (FysDocument) document = fys_document_new (article, file);

  fys_warning_memory_mark_read (document);
  fys_exercise_pane_set_document (self->pane, document);
}

static void
open_window (Fixture *self)
{
  self->window = gtk_window_new ();
  self->pane = FYS_EXERCISE_PANE (fys_exercise_pane_new ());
  fys_exercise_pane_set_choices (self->pane, self->choices);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->pane));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 340, 720);
  show_document (self);
}

static void
close_window (Fixture *self)
{
  gpointer pane = self->pane;

  g_object_add_weak_pointer (pane, &pane);
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (pane);
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  fys_warning_memory_forget_all ();
  self->folder = g_dir_make_tmp ("fysbog-plan-XXXXXX", NULL);
  open_choices (self);
  open_window (self);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "choices", NULL);

  close_window (self);
  fys_choices_flush (self->choices);
  g_assert_finalize_object (self->choices);
  (void) g_unlink (path); /* not every test keeps something */
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
}

static gboolean
is_page (Fixture *self,
         GType    type)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (fys_exercise_pane_get_page (self->pane), type);
}

/* The @n-th widget of @type below @widget whose @property is @value (%NULL: any). */
static GtkWidget *
find_nth (GtkWidget  *widget,
          GType       type,
          const char *property,
          const char *value,
          guint      *n)
{
  g_autofree char *got = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    {
      if (property != NULL)
        g_object_get (widget, property, &got, NULL);
      if ((property == NULL || g_strcmp0 (got, value) == 0) && (*n)-- == 0)
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_nth (child, type, property, value, n);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gpointer
find (Fixture    *self,
      GType       type,
      const char *property,
      const char *value)
{
  guint n = 0;
  GtkWidget *found = find_nth (fys_exercise_pane_get_page (self->pane), type, property, value, &n);

  if (found == NULL)
    g_error ("There is no %s with “%s”", g_type_name (type), value);
  return found;
}

static FysFigureRow *
find_figure (Fixture    *self,
             const char *title)
{
  return find (self, FYS_TYPE_FIGURE_ROW, "title", title);
}

static void
assert_subtitle (gpointer    row,
                 const char *expected)
{
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, expected);
}

static gboolean
is_shown (gpointer widget)
{
  return gtk_widget_get_visible (widget);
}

static void
click (Fixture    *self,
       const char *label)
{
  g_signal_emit_by_name (find (self, GTK_TYPE_BUTTON, "label", label), "clicked");
}

static gboolean
can_click (Fixture    *self,
           const char *label)
{
  return gtk_widget_get_sensitive (find (self, GTK_TYPE_BUTTON, "label", label));
}

static void
open_program (Fixture *self)
{
  g_signal_emit_by_name (fys_exercise_pane_get_page (self->pane), "program-clicked");
  g_assert_true (is_page (self, FYS_TYPE_PROGRAM_PAGE));
}

static void
test_where_figures_come_from (Fixture      *self,
                              gconstpointer data)
{
  FysFigureRow *hold;
  FysFigureRow *sets;
  AdwActionRow *sides;

  fys_exercise_pane_open_exercise (self->pane, 0);
  (void) find (self, GTK_TYPE_LABEL, "label", "“Hold 20–30 sekunder og gentag 2–3 gange på hver side.”");
  hold = find_figure (self, "Seconds to Hold");
  sets = find_figure (self, "Sets");
  sides = find (self, ADW_TYPE_ACTION_ROW, "title", "Each Side");
  assert_subtitle (hold, "The article: 20–30 seconds. A bell rings at 20.");
  assert_subtitle (find_figure (self, "Repetitions"), "The article: 2–3");
  assert_subtitle (sets, "Not stated in the article – our suggestion");
  assert_subtitle (find_figure (self, "Seconds of Rest Between Repetitions"), "Not stated in the article – our suggestion");
  assert_subtitle (find_figure (self, "Seconds to Get Ready"), "Not stated in the article – our suggestion");
  assert_subtitle (sides, "The article: on each side");
  g_assert_false (can_click (self, "As in the Article"));

  /* In between, at the lower bound, below and beyond. */
  fys_figure_row_set_value (hold, 25);
  assert_subtitle (hold, "The article: 20–30 seconds. A bell rings at 20.");
  fys_figure_row_set_value (hold, 20);
  assert_subtitle (hold, "The article: 20–30 seconds");
  fys_figure_row_set_value (hold, 15);
  assert_subtitle (hold, "Your own choice – the article: 20–30 seconds");
  fys_figure_row_set_value (hold, 45);
  assert_subtitle (hold, "Your own choice – the article: 20–30 seconds. A bell rings at 20.");
  fys_figure_row_set_value (sets, 2);
  assert_subtitle (sets, "Your own choice – not stated in the article");
  gtk_switch_set_active (find (self, GTK_TYPE_SWITCH, NULL, NULL), FALSE);
  assert_subtitle (sides, "Your own choice – the article: on each side");

  /* Back to the article; the sore side is none of its figures. */
  fys_sore_side_set_side (find (self, FYS_TYPE_SORE_SIDE, NULL, NULL), FYS_SIDE_RIGHT);
  click (self, "As in the Article");
  g_assert_cmpuint (fys_figure_row_get_value (hold), ==, 30);
  g_assert_cmpuint (fys_figure_row_get_value (sets), ==, 1);
  assert_subtitle (sides, "The article: on each side");
  g_assert_cmpint (fys_sore_side_get_side (find (self, FYS_TYPE_SORE_SIDE, NULL, NULL)), ==, FYS_SIDE_RIGHT);
  g_assert_false (can_click (self, "As in the Article"));
  g_assert_true (gtk_widget_is_focus (find (self, GTK_TYPE_BUTTON, "label", "Start")));
}

static void
test_rows_that_matter (Fixture      *self,
                       gconstpointer data)
{
  FysFigureRow *rest;

  fys_exercise_pane_open_exercise (self->pane, 2);
  rest = find_figure (self, "Seconds of Rest Between Sets");
  g_assert_true (is_shown (rest));
  assert_subtitle (rest, "The article: 1 minute");
  fys_figure_row_set_value (rest, 0);
  assert_subtitle (rest, "Your own choice – the article: 1 minute");
  fys_figure_row_set_value (find_figure (self, "Sets"), 1);
  g_assert_false (is_shown (rest));
  g_assert_false (is_shown (find_figure (self, "Seconds to Hold")));
  g_assert_false (is_shown (find_figure (self, "Seconds of Rest Between Repetitions")));
  g_assert_false (is_shown (find (self, FYS_TYPE_SORE_SIDE, NULL, NULL)));
  gtk_switch_set_active (find (self, GTK_TYPE_SWITCH, NULL, NULL), TRUE);
  g_assert_true (is_shown (find (self, FYS_TYPE_SORE_SIDE, NULL, NULL)));
  g_assert_true (is_shown (find_figure (self, "Seconds to Switch Sides")));
}

static void
test_counting (Fixture      *self,
               gconstpointer data)
{
  GtkWidget *page;
  FysFigureRow *tempo;
  FysPlan plan;

  fys_exercise_pane_open_exercise (self->pane, 1);
  page = fys_exercise_pane_get_page (self->pane);
  tempo = find_figure (self, "Seconds for a Repetition");
  g_assert_false (is_shown (tempo));
  fys_plan_page_get_plan (FYS_PLAN_PAGE (page), &plan);
  g_assert_cmpuint (plan.rep_s, ==, 0);

  fys_radio_row_set_active (find (self, FYS_TYPE_RADIO_ROW, "title", "At a steady pace"), TRUE);
  g_assert_true (is_shown (tempo));
  fys_figure_row_set_value (tempo, 6);
  fys_plan_page_get_plan (FYS_PLAN_PAGE (page), &plan);
  g_assert_cmpuint (plan.rep_s, ==, 6);
  g_assert_true (can_click (self, "As in the Article"));
  click (self, "As in the Article");
  g_assert_false (is_shown (tempo));
  fys_plan_page_get_plan (FYS_PLAN_PAGE (page), &plan);
  g_assert_cmpuint (plan.rep_s, ==, 0);
}

/* Every choice is a stop of Tab, whichever is chosen, and says whether it is. */
static void
test_keyboard (Fixture      *self,
               gconstpointer data)
{
  static const char *const sides[] = { "Left", "Right", "Neither, or both" };
  GtkWidget *page;

  gtk_window_present (GTK_WINDOW (self->window));
  fys_exercise_pane_open_exercise (self->pane, 0);
  page = fys_exercise_pane_get_page (self->pane);
  /* Tab goes by where things lie. */
  while (gtk_widget_get_height (find (self, FYS_TYPE_RADIO_ROW, "title", sides[0])) == 0)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_grab_focus (find (self, GTK_TYPE_SWITCH, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      GtkWidget *row = find (self, FYS_TYPE_RADIO_ROW, "title", sides[i]);

      g_assert_true (gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD));
      g_assert_true (gtk_widget_is_focus (row));
      gtk_widget_activate (row);
      g_assert_true (fys_radio_row_get_active (FYS_RADIO_ROW (row)));
      gtk_test_accessible_assert_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);
    }
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (find (self, FYS_TYPE_RADIO_ROW, "title", "Left")), GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_FALSE);
}

static const FysStep *
get_first_step (Fixture *self)
{
  guint n_steps;
  FysSession *session = fys_session_runner_get_session (fys_exercise_pane_get_runner (self->pane));

  return fys_program_get_steps (fys_session_get_program (session), &n_steps);
}

static void
test_sore_side (Fixture      *self,
                gconstpointer data)
{
  fys_exercise_pane_open_exercise (self->pane, 0);
  fys_sore_side_set_side (find (self, FYS_TYPE_SORE_SIDE, NULL, NULL), FYS_SIDE_RIGHT);
  click (self, "Start");
  g_assert_cmpint (get_first_step (self)->side, ==, FYS_SIDE_RIGHT);
  fys_exercise_pane_stop (self->pane);

  /* In the program as well, and where another exercise is given sides. */
  open_program (self);
  g_assert_cmpint (fys_sore_side_get_side (find (self, FYS_TYPE_SORE_SIDE, NULL, NULL)), ==, FYS_SIDE_RIGHT);
  fys_exercise_pane_open_exercise (self->pane, 1);
  g_assert_cmpint (fys_sore_side_get_side (find (self, FYS_TYPE_SORE_SIDE, NULL, NULL)), ==, FYS_SIDE_RIGHT);
}

/* The names of the rows of the program in their order on the screen. */
static void
assert_rows (Fixture    *self,
             const char *expected)
{
  g_autoptr (GString) names = g_string_new (NULL);
  GtkWidget *page = fys_exercise_pane_get_page (self->pane);

  for (guint i = 0; i < 3; i++)
    {
      guint n = i;

      g_string_append_c (names, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (find_nth (page, FYS_TYPE_PROGRAM_ROW, NULL, NULL, &n)))[0]);
    }
  g_assert_cmpstr (names->str, ==, expected);
}

static gpointer
find_program_row (Fixture    *self,
                  const char *name)
{
  return find (self, FYS_TYPE_PROGRAM_ROW, "title", name);
}

/* @action does nothing where it is disabled. */
static void
move (GtkWidget  *row,
      const char *action)
{
  gtk_widget_activate_action (row, action, NULL);
}

static void
test_reorder (Fixture      *self,
              gconstpointer data)
{
  GtkWidget *stretch;

  gtk_window_present (GTK_WINDOW (self->window));
  open_program (self);
  assert_rows (self, "SBK");
  g_assert_false (can_click (self, "As in the Article"));
  stretch = find_program_row (self, "Stræk af balden");
  gtk_widget_grab_focus (stretch);
  move (stretch, "program.move-up");
  assert_rows (self, "SBK");
  move (stretch, "program.move-down");
  assert_rows (self, "BSK");
  g_assert_true (gtk_widget_is_focus (stretch));
  g_assert_true (can_click (self, "As in the Article"));
  move (stretch, "program.move-down");
  assert_rows (self, "BKS");
  move (stretch, "program.move-down");
  assert_rows (self, "BKS");
  move (find_program_row (self, "Knæbøj"), "program.move-up");
  assert_rows (self, "KBS");

  click (self, "As in the Article");
  assert_rows (self, "SBK");
  g_assert_false (can_click (self, "As in the Article"));
}

static GtkEventController *
find_controller (GtkWidget *widget,
                 GType      type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller; /* the widget keeps it */
    }
  g_assert_not_reached ();
}

/* @to: the place at @y; -1 when nothing may be dropped there. */
static void
drop (Fixture   *self,
      GtkWidget *row,
      double     y,
      int        to)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_parent (find_program_row (self, "Knæbøj")));
  GtkEventController *target = find_controller (GTK_WIDGET (list), GTK_TYPE_DROP_TARGET);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean is_taken = FALSE;

  /* Rows that were moved find their new places with the next frame. */
  while (to >= 0 && gtk_list_box_get_row_at_y (list, y) != gtk_list_box_get_row_at_index (list, to))
    g_main_context_iteration (NULL, TRUE);
  g_value_init (&value, FYS_TYPE_PROGRAM_ROW);
  g_value_set_object (&value, row);
  g_signal_emit_by_name (target, "drop", &value, 10.0, y, &is_taken);
  g_assert_cmpint (is_taken, ==, to >= 0);
}

static void
test_drag (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (FysSetup) other_setup = NULL;
  GtkWidget *other_row;
  GtkWidget *last;
  graphene_point_t middle;
  double y;

  gtk_window_present (GTK_WINDOW (self->window));
  open_program (self);
  last = find_program_row (self, "Knæbøj");
  while (gtk_widget_get_height (last) == 0)
    g_main_context_iteration (NULL, TRUE);
  middle = GRAPHENE_POINT_INIT (0, gtk_widget_get_height (last) / 2);
  g_assert_true (gtk_widget_compute_point (last, gtk_widget_get_parent (last), &middle, &middle));
  y = middle.y;

  drop (self, find_program_row (self, "Stræk af balden"), y, 2);
  assert_rows (self, "BKS");
  drop (self, find_program_row (self, "Stræk af balden"), 1, 0);
  assert_rows (self, "SBK");
  drop (self, find_program_row (self, "Stræk af balden"), y + 10000, -1);

  /* One of another window. */
  other_setup = fys_setup_new (fys_document_get_exercises (self->pane->document));
  other_row = g_object_ref_sink (fys_program_row_new (other_setup, 0));
  drop (self, other_row, y, -1);
  assert_rows (self, "SBK");
  g_object_unref (other_row);
}

static void
leave_out (Fixture    *self,
           const char *name,
           gboolean    is_left_out)
{
  guint n = 0;
  GtkWidget *row = find_program_row (self, name);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_nth (row, GTK_TYPE_CHECK_BUTTON, NULL, NULL, &n)), !is_left_out);
}

static void
test_leave_out (Fixture      *self,
                gconstpointer data)
{
  open_program (self);
  (void) find (self, GTK_TYPE_LABEL, "label", "3 exercises · Total time: 6 min 35 s, and the repetitions at your own pace");
  leave_out (self, "Stræk af balden", TRUE);
  assert_subtitle (find_program_row (self, "Stræk af balden"), "Left out · Hold 30 s · 3 times · each side");
  (void) find (self, GTK_TYPE_LABEL, "label", "2 exercises · Total time: 2 min 40 s, and the repetitions at your own pace");
  g_assert_false (is_shown (find (self, FYS_TYPE_SORE_SIDE, NULL, NULL)));
  fys_figure_row_set_value (find_figure (self, "Seconds of Rest Between Exercises"), 0);
  (void) find (self, GTK_TYPE_LABEL, "label", "2 exercises · Total time: 2 min 20 s, and the repetitions at your own pace");
  assert_subtitle (find_figure (self, "Seconds of Rest Between Exercises"), "Your own choice – not stated in the article");

  leave_out (self, "Bækkenløft", TRUE);
  leave_out (self, "Knæbøj", TRUE);
  g_assert_false (can_click (self, "Start"));
  (void) find (self, GTK_TYPE_LABEL, "label", "Choose at least one exercise");
  leave_out (self, "Knæbøj", FALSE);
  g_assert_true (can_click (self, "Start"));
}

/* The names, the counts and what comes next belong together when the order is another and one is left out. */
static void
test_session_of_the_program (Fixture      *self,
                             gconstpointer data)
{
  FysSessionRunner *runner;

  open_program (self);
  move (find_program_row (self, "Knæbøj"), "program.move-up");
  move (find_program_row (self, "Knæbøj"), "program.move-up");
  leave_out (self, "Stræk af balden", TRUE);
  assert_rows (self, "KSB");
  click (self, "Start");
  runner = fys_exercise_pane_get_runner (self->pane);
  g_assert_cmpuint (fys_session_runner_get_n_exercises (runner), ==, 2);
  g_assert_cmpstr (fys_session_runner_get_name (runner, 0), ==, "Knæbøj");
  g_assert_cmpstr (fys_session_runner_get_name (runner, 1), ==, "Bækkenløft");
  g_assert_cmpuint (fys_session_runner_count_planned (runner, 0), ==, 36);
  g_assert_cmpuint (fys_session_runner_count_planned (runner, 1), ==, 10);
  while (fys_session_runner_is_active (runner))
    gtk_widget_activate_action (GTK_WIDGET (self->pane), "session.skip", NULL);
  g_assert_true (is_page (self, FYS_TYPE_DONE_PAGE));
  assert_subtitle (find (self, ADW_TYPE_ACTION_ROW, "title", "Knæbøj"), "0 of 36 repetitions");
  assert_subtitle (find (self, ADW_TYPE_ACTION_ROW, "title", "Bækkenløft"), "0 of 10 repetitions");

  /* One exercise: the next one is the next of the program. */
  fys_exercise_pane_open_exercise (self->pane, 2);
  click (self, "Start");
  gtk_widget_activate_action (GTK_WIDGET (self->pane), "session.skip", NULL);
  while (fys_exercise_pane_is_session_active (self->pane))
    gtk_widget_activate_action (GTK_WIDGET (self->pane), "session.skip", NULL);
  click (self, "Next Exercise");
  (void) find (self, GTK_TYPE_LABEL, "label", "Bækkenløft");
}

static void
test_edit_in_the_program (Fixture      *self,
                          gconstpointer data)
{
  open_program (self);
  gtk_widget_activate_action (find_program_row (self, "Bækkenløft"), "program.edit", NULL);
  g_assert_true (is_page (self, FYS_TYPE_PLAN_PAGE));
  fys_figure_row_set_value (find_figure (self, "Repetitions"), 6);
  click (self, "Keep These Figures");
  g_assert_true (is_page (self, FYS_TYPE_PROGRAM_PAGE));
  assert_subtitle (find_program_row (self, "Bækkenløft"), "6 repetitions");
}

static gpointer
find_list_row (Fixture    *self,
               const char *name)
{
  g_assert_true (is_page (self, FYS_TYPE_EXERCISE_LIST_PAGE));
  return find (self, ADW_TYPE_ACTION_ROW, "title", name);
}

static void
test_as_last_time (Fixture      *self,
                   gconstpointer data)
{
  /* Changed, but not done. */
  fys_exercise_pane_open_exercise (self->pane, 0);
  fys_figure_row_set_value (find_figure (self, "Seconds to Hold"), 25);
  gtk_widget_activate_action (GTK_WIDGET (self->pane), "session.show-warning", NULL);
  show_document (self); /* anew: nothing was kept */
  assert_subtitle (find_list_row (self, "Stræk af balden"), "Hold 20–30 s · 2–3 times · each side");

  fys_exercise_pane_open_exercise (self->pane, 0);
  fys_figure_row_set_value (find_figure (self, "Seconds to Hold"), 25);
  click (self, "Start");
  fys_exercise_pane_stop (self->pane);
  assert_subtitle (find_list_row (self, "Stræk af balden"), "Hold 20–30 s · 2–3 times · each side\nAs last time: Hold 25 s · 3 times · each side");

  /* Another day. */
  close_window (self);
  fys_choices_flush (self->choices);
  g_assert_finalize_object (self->choices);
  open_choices (self);
  open_window (self);
  assert_subtitle (find_list_row (self, "Stræk af balden"), "Hold 20–30 s · 2–3 times · each side\nAs last time: Hold 25 s · 3 times · each side");
  fys_exercise_pane_open_exercise (self->pane, 0);
  g_assert_cmpuint (fys_figure_row_get_value (find_figure (self, "Seconds to Hold")), ==, 25);
  click (self, "As in the Article");
  click (self, "Start");
  fys_exercise_pane_stop (self->pane);
  assert_subtitle (find_list_row (self, "Stræk af balden"), "Hold 20–30 s · 2–3 times · each side");
}

static void
test_forgotten (Fixture      *self,
                gconstpointer data)
{
  open_program (self);
  leave_out (self, "Bækkenløft", TRUE);
  click (self, "Start");
  fys_exercise_pane_stop (self->pane);
  (void) find (self, GTK_TYPE_LABEL, "label", "Your program: 2 of 3 exercises");

  open_program (self);
  fys_choices_forget_all (self->choices);
  leave_out (self, "Knæbøj", TRUE); /* what is shown is what is changed */
  (void) find (self, GTK_TYPE_LABEL, "label", "2 exercises · Total time: 4 min 5 s, and the repetitions at your own pace");
}

static void
test_without_choices (Fixture      *self,
                      gconstpointer data)
{
  fys_exercise_pane_set_choices (self->pane, NULL);
  fys_exercise_pane_open_exercise (self->pane, 1);
  fys_figure_row_set_value (find_figure (self, "Repetitions"), 6);
  click (self, "Start");
  fys_exercise_pane_stop (self->pane);
  assert_subtitle (find_list_row (self, "Bækkenløft"), "8–10 repetitions\nAs last time: 6 repetitions");
  fys_exercise_pane_set_document (self->pane, NULL);
  show_document (self);
  assert_subtitle (find_list_row (self, "Bækkenløft"), "8–10 repetitions");
}

static void
assert_origin (FysRange    stated,
               FysUnit     unit,
               guint       suggestion,
               guint       value,
               const char *expected)
{
  g_autofree char *text = fys_origin_dup_text (stated, unit, suggestion, value);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_origin_texts (Fixture      *self,
                   gconstpointer data)
{
  assert_origin ((FysRange){ 0, 0 }, FYS_UNIT_SECONDS, 20, 20, "Not stated in the article – our suggestion");
  assert_origin ((FysRange){ 0, 0 }, FYS_UNIT_SECONDS, 20, 0, "Your own choice – not stated in the article");
  assert_origin ((FysRange){ 1, 1 }, FYS_UNIT_SECONDS, 1, 1, "The article: 1 second");
  assert_origin ((FysRange){ 60, 120 }, FYS_UNIT_SECONDS, 120, 60, "The article: 1–2 minutes");
  assert_origin ((FysRange){ 60, 90 }, FYS_UNIT_SECONDS, 90, 90, "The article: 60–90 seconds");
  assert_origin ((FysRange){ 8, 10 }, FYS_UNIT_TIMES, 10, 12, "Your own choice – the article: 8–10");
  assert_origin ((FysRange){ 400, 400 }, FYS_UNIT_TIMES, 300, 300, "The most that can be counted here – the article: 400");
}

static void
add (const char *path,
     void        (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (fys_get_resource ());

  add ("/exercise/plan/where-figures-come-from", test_where_figures_come_from);
  add ("/exercise/plan/rows-that-matter", test_rows_that_matter);
  add ("/exercise/plan/counting", test_counting);
  add ("/exercise/plan/keyboard", test_keyboard);
  add ("/exercise/plan/sore-side", test_sore_side);
  add ("/exercise/plan/origin-texts", test_origin_texts);
  add ("/exercise/program/reorder", test_reorder);
  add ("/exercise/program/drag", test_drag);
  add ("/exercise/program/leave-out", test_leave_out);
  add ("/exercise/program/session", test_session_of_the_program);
  add ("/exercise/program/edit", test_edit_in_the_program);
  add ("/exercise/choices/as-last-time", test_as_last_time);
  add ("/exercise/choices/forgotten", test_forgotten);
  add ("/exercise/choices/without", test_without_choices);
  return g_test_run ();
}
