/* test-filled.c - an exercise that fills the window, and gives it back
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-resources.h"
#include "ui/exercise/fys-exercise-pane-private.h"
#include "ui/exercise/fys-ring.h"
#include "ui/exercise/fys-session-layout.h"
#include "ui/exercise/fys-warning-memory.h"
#include "ui/window/fys-window-private.h"
#include "window-fixture.h"

#define ARTICLE                                                                                            \
  "---\ntitle: Knæ\n---\n\n## Øvelser\n\n### Stræk\n\n"                                                    \
  "Stå med den ene fod bagud, og læn dig frem. Hold 20–30 sekunder, og gentag 3 gange på hver side.\n\n"    \
  "### Bro\n\nLig på ryggen, og løft bækkenet. Gentag 8–10 gange.\n"

typedef struct
{
  FysWindow       *window;
  FysExercisePane *pane;
} Fixture;

static gint64
stopped_clock (gpointer user_data)
{
  return G_USEC_PER_SEC;
}

static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  g_autoptr (FysDocument) document = window_fixture_document (ARTICLE);

  fys_warning_memory_forget_all ();
  fixture->window = fys_window_new (NULL, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fys_window_take_document (fixture->window, document);
  fixture->pane = fys_window_ensure_exercise_pane (fixture->window);
  fys_exercise_pane_set_clock (fixture->pane, stopped_clock, NULL);
}

static gboolean
is_gone (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  gpointer pane = fixture->pane;

  g_object_add_weak_pointer (G_OBJECT (fixture->pane), &pane);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  window_fixture_wait (is_gone, &pane);
}

static void
start_exercise (Fixture *fixture,
                guint    exercise)
{
  fys_window_open_exercise (fixture->window, exercise);
  for (guint i = 0; i < 2 && !fys_window_is_session_active (fixture->window); i++)
    g_signal_emit_by_name (fys_exercise_pane_get_page (fixture->pane), "confirmed");
  g_assert_true (fys_window_is_session_active (fixture->window));
}

static gboolean
is_beside (Fixture *fixture)
{
  return !fys_window_is_filled (fixture->window) && gtk_widget_get_mapped (GTK_WIDGET (fixture->window->article_view)) &&
         gtk_widget_get_visible (fixture->window->header_bar);
}

/* A widget below @widget of the type. Returns: (nullable) */
static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_find_enabled (Fixture *fixture)
{
  return gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.find", NULL) &&
         gtk_widget_get_mapped (GTK_WIDGET (fixture->window->find_bar)) && gtk_widget_get_sensitive (fixture->window->find_button);
}

static void
test_there_and_back (Fixture      *fixture,
                     gconstpointer user_data)
{
  g_assert_true (is_beside (fixture));
  start_exercise (fixture, 0);
  g_assert_true (fys_window_is_filled (fixture->window));
  g_assert_false (fys_split_is_open (fixture->window->contents_split));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->window->article_view)));

  /* The warning is looked at where one is. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-warning", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->pane), "session.show-warning", NULL);
  g_assert_true (FYS_IS_WARNING_PAGE (fys_exercise_pane_get_page (fixture->pane)));
  g_assert_true (fys_window_is_filled (fixture->window));
  g_signal_emit_by_name (fys_exercise_pane_get_page (fixture->pane), "confirmed");

  /* So is the result; leaving it gives the article back. */
  fys_session_runner_stop (fys_exercise_pane_get_runner (fixture->pane));
  g_assert_true (FYS_IS_DONE_PAGE (fys_exercise_pane_get_page (fixture->pane)));
  g_assert_true (fys_window_is_filled (fixture->window));
  g_signal_emit_by_name (fys_exercise_pane_get_page (fixture->pane), "close-clicked");
  g_assert_true (is_beside (fixture));
  g_assert_true (fys_split_is_open (fixture->window->exercise_split));
  g_assert_true (is_find_enabled (fixture));
}

/* It must not cost the buttons their actions, nor the keyboard its place. */
static void
test_move (Fixture      *fixture,
           gconstpointer user_data)
{
  GtkWidget *focus;

  start_exercise (fixture, 1);
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (GTK_IS_BUTTON (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (fixture->pane)));
  g_assert_true (gtk_widget_is_sensitive (focus));
  g_assert_true (gtk_widget_is_sensitive (fixture->pane->stop_button));

  for (guint i = 0; i < 2; i++)
    {
      g_object_set (fixture->pane, "prefers-window", i != 0, NULL);
      g_assert_cmpint (is_beside (fixture), ==, i == 0);
      g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == focus);
      g_assert_true (gtk_widget_is_sensitive (focus));
      g_assert_true (gtk_widget_is_sensitive (fixture->pane->stop_button));
    }

  fys_session_runner_stop (fys_exercise_pane_get_runner (fixture->pane));
  g_assert_false (gtk_widget_is_sensitive (fixture->pane->stop_button));
}

static void
test_not_wanted (Fixture      *fixture,
                 gconstpointer user_data)
{
  g_object_set (fixture->pane, "prefers-window", FALSE, NULL);
  start_exercise (fixture, 0);
  g_assert_true (is_beside (fixture));
}

/* A press on the ring does what Space does: here it pauses. */
static void
test_ring_press (Fixture      *fixture,
                 gconstpointer user_data)
{
  g_autoptr (GListModel) controllers = NULL;
  FysSessionRunner *runner;

  start_exercise (fixture, 0);
  runner = fys_exercise_pane_get_runner (fixture->pane);
  controllers = gtk_widget_observe_controllers (find (GTK_WIDGET (fixture->pane), FYS_TYPE_RING));
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpint (fys_session_runner_is_counting (runner), ==, i == 0);
      for (guint c = 0; c < g_list_model_get_n_items (controllers); c++)
        {
          g_autoptr (GObject) controller = g_list_model_get_item (controllers, c);

          if (GTK_IS_GESTURE_CLICK (controller))
            g_signal_emit_by_name (controller, "released", 1, 10.0, 10.0);
        }
    }
  g_assert_true (fys_session_runner_is_counting (runner));
}

/* An exercise that only the front matter tells has no place in the text, and is done all the same. */
static void
test_without_place (Fixture      *fixture,
                    gconstpointer user_data)
{
  g_autoptr (FysDocument) document = window_fixture_document ("---\ntitle: Knæ\nexercises:\n  - name: Bro\n    reps: 8\n---\n\nTekst.\n");

  fys_window_take_document (fixture->window, document);
  start_exercise (fixture, 0);
  g_assert_true (fys_window_is_filled (fixture->window));
}

static gboolean
is_wide (gpointer layout)
{
  return fys_session_layout_is_wide (layout);
}

static gboolean
is_narrow (gpointer layout)
{
  return !is_wide (layout) && gtk_widget_get_width (layout) > 0;
}

/* Read from the floor, two metres away: a fifth of the height of a window that is wider than high. */
static void
test_figure (Fixture      *fixture,
             gconstpointer user_data)
{
  static const int sizes[][2] = { { 1180, 820 }, { 1366, 740 }, { 1024, 700 }, { 1280, 980 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      GtkWidget *layout;
      FysRing   *ring;

      gtk_window_set_default_size (GTK_WINDOW (fixture->window), sizes[i][0], sizes[i][1]);
      start_exercise (fixture, 0);
      layout = find (GTK_WIDGET (fixture->pane), FYS_TYPE_SESSION_LAYOUT);
      ring = FYS_RING (find (layout, FYS_TYPE_RING));
      window_fixture_wait (is_wide, layout);
      g_assert_cmpint (5 * fys_ring_get_figure_height_px (ring), >=, gtk_widget_get_height (GTK_WIDGET (fixture->window)));
      fys_exercise_pane_stop (fixture->pane);
    }
}

/* In a narrow window nothing is beside the ring, and nothing is lost. */
static void
test_narrow (Fixture      *fixture,
             gconstpointer user_data)
{
  GtkWidget *layout;
  GtkWidget *how;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  start_exercise (fixture, 0);
  layout = find (GTK_WIDGET (fixture->pane), FYS_TYPE_SESSION_LAYOUT);
  window_fixture_wait (is_narrow, layout);
  how = find (layout, GTK_TYPE_SCROLLED_WINDOW);
  g_assert_cmpint (gtk_widget_get_width (find (layout, FYS_TYPE_RING)), <=, 360);
  g_assert_cmpint (gtk_widget_get_height (how), >, 40);
  g_assert_true (gtk_widget_get_mapped (how));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (fys_get_resource ());

#define ADD(path, function) g_test_add ("/window/filled/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("there-and-back", test_there_and_back);
  ADD ("move", test_move);
  ADD ("not-wanted", test_not_wanted);
  ADD ("ring-press", test_ring_press);
  ADD ("without-place", test_without_place);
  ADD ("figure", test_figure);
  ADD ("narrow", test_narrow);
#undef ADD

  return g_test_run ();
}
