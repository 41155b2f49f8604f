/* test-pane.c - from the list of exercises to the end of a session
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/exercise/fys-exercise-pane-private.h"

#include <string.h>

#include "ui/exercise/fys-done-page.h"
#include "ui/exercise/fys-exercise-list-page.h"
#include "ui/exercise/fys-plan-page.h"
#include "ui/exercise/fys-player-page.h"
#include "ui/exercise/fys-program-page.h"
#include "ui/exercise/fys-ring.h"
#include "ui/exercise/fys-warning-memory.h"
#include "ui/exercise/fys-warning-page.h"

#define S ((gint64) G_USEC_PER_SEC)

GResource *fys_get_resource (void);

#define EXERCISES                                                                                          \
  "# Ondt i balden\n\n"                                                                                    \
  "## Øvelser\n\nBegynd roligt. Stop, hvis smerten bliver værre undervejs.\n\n"                            \
  "### Stræk af balden\n\nLig på ryggen, og træk knæet mod brystet. Hold 20–30 sekunder og gentag 2–3 gange på hver side.\n\n" \
  "### Bækkenløft\n\nLig på ryggen, og løft bækkenet. Gentag 8–10 gange.\n\n"
#define URGENT "## Hvornår skal jeg søge hjælp?\n\nSøg akut hjælp, hvis du mister kraften i benet.\n"

static const char with_warning[] = EXERCISES URGENT;
static const char with_other_warning[] = EXERCISES URGENT "\nRing også, hvis du har feber.\n";
static const char without_warning[] = EXERCISES;
static const char without_exercises[] = "# Om søvn\n\nSøvn er godt.\n";

typedef struct
{
  GtkWidget       *window;
  FysExercisePane *pane;
  gint64           now_us;
  guint            n_active;
  guint            n_counting;
  guint            n_has;
  guint            n_shown;
  guint            shown;
  guint            n_close;
} Fixture;

static gint64
fixture_clock (gpointer user_data)
{
  return ((Fixture *) user_data)->now_us;
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
shown_cb (Fixture *self,
          guint    exercise)
{
  self->n_shown++;
  self->shown = exercise;
}

static FysDocument *
create_document (const char *markdown)
{
  g_autoptr (GBytes) bytes = g_bytes_new (markdown, strlen (markdown));
  g_autoptr (FysArticle) article = fys_article_new_from_bytes (bytes, "test.md");

  return fys_document_new (article, NULL);
}

static void
show_document (Fixture    *self,
               const char *markdown)
{
  g_autoptr (FysDocument) document = create_document (markdown);

  fys_exercise_pane_set_document (self->pane, document);
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  fys_warning_memory_forget_all ();
  self->now_us = 1000 * S;
  self->window = gtk_window_new ();
  self->pane = FYS_EXERCISE_PANE (fys_exercise_pane_new ());
  fys_exercise_pane_set_clock (self->pane, fixture_clock, self);
  g_signal_connect_swapped (self->pane, "notify::is-session-active", G_CALLBACK (count_cb), &self->n_active);
  g_signal_connect_swapped (self->pane, "notify::is-counting", G_CALLBACK (count_cb), &self->n_counting);
  g_signal_connect_swapped (self->pane, "notify::has-exercises", G_CALLBACK (count_cb), &self->n_has);
  g_signal_connect_swapped (self->pane, "exercise-shown", G_CALLBACK (shown_cb), self);
  g_signal_connect_swapped (self->pane, "close-requested", G_CALLBACK (count_cb), &self->n_close);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->pane));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 340, 720);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  gpointer pane = self->pane;

  g_object_add_weak_pointer (G_OBJECT (self->pane), &pane);
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (pane);
}

static gboolean
is_page (Fixture *self,
         GType    type)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (fys_exercise_pane_get_page (self->pane), type);
}

static void
activate (Fixture    *self,
          const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self->pane), action, NULL);
}

/* What the button at the bottom of a page does. */
static void
confirm (Fixture *self)
{
  g_signal_emit_by_name (fys_exercise_pane_get_page (self->pane), is_page (self, FYS_TYPE_PROGRAM_PAGE) ? "start-clicked" : "confirmed");
}

static void
pass (Fixture *self,
      gint64   us)
{
  gint64 end_us = self->now_us + us;

  while (self->now_us < end_us)
    {
      self->now_us = MIN (self->now_us + S, end_us);
      fys_session_runner_update (fys_exercise_pane_get_runner (self->pane));
    }
}

static void
start_exercise (Fixture *self,
                guint    exercise)
{
  fys_exercise_pane_open_exercise (self->pane, exercise);
  if (is_page (self, FYS_TYPE_WARNING_PAGE))
    confirm (self);
  g_assert_true (is_page (self, FYS_TYPE_PLAN_PAGE));
  confirm (self);
  g_assert_true (is_page (self, FYS_TYPE_PLAYER_PAGE));
}

static const FysStep *
get_step (Fixture *self)
{
  return fys_session_get_step (fys_session_runner_get_session (fys_exercise_pane_get_runner (self->pane)));
}

static GtkWidget *
find_widget (GtkWidget *widget,
             gboolean (*matches) (GtkWidget *, gconstpointer),
             gconstpointer data)
{
  if (matches (widget, data))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, matches, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_text (GtkWidget    *widget,
          gconstpointer text)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

static gboolean
has_type (GtkWidget    *widget,
          gconstpointer type)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, *(const GType *) type);
}

static gboolean
is_nameless_button (GtkWidget    *widget,
                    gconstpointer unused)
{
  const char *label;

  if (!GTK_IS_BUTTON (widget))
    return FALSE;
  /* The buttons of a spin button belong to it, and it has the name of its row; that of a menu button takes its name. */
  if (gtk_widget_get_ancestor (widget, GTK_TYPE_SPIN_BUTTON) != NULL)
    return FALSE;
  if (gtk_widget_get_ancestor (widget, GTK_TYPE_MENU_BUTTON) != NULL)
    widget = gtk_widget_get_ancestor (widget, GTK_TYPE_MENU_BUTTON);
  label = GTK_IS_BUTTON (widget) ? gtk_button_get_label (GTK_BUTTON (widget)) : NULL;
  return (label == NULL || *label == '\0') && !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

static gboolean
is_described_button (GtkWidget    *widget,
                     gconstpointer unused)
{
  return GTK_IS_BUTTON (widget) && gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
assert_shows (Fixture    *self,
              const char *text)
{
  if (find_widget (fys_exercise_pane_get_page (self->pane), has_text, text) == NULL)
    g_error ("The page does not show “%s”", text);
}

static void
assert_buttons_are_named (Fixture *self)
{
  g_assert_null (find_widget (GTK_WIDGET (self->pane), is_nameless_button, NULL));
}

static void
test_documents (Fixture      *self,
                gconstpointer data)
{
  gboolean has_exercises;

  g_object_get (self->pane, "has-exercises", &has_exercises, NULL);
  g_assert_false (has_exercises);
  show_document (self, without_exercises);
  g_assert_cmpuint (self->n_has, ==, 0);
  assert_shows (self, "This article describes no exercises.");

  show_document (self, with_warning);
  g_object_get (self->pane, "has-exercises", &has_exercises, NULL);
  g_assert_true (has_exercises);
  g_assert_cmpuint (self->n_has, ==, 1);
  assert_shows (self, "Stræk af balden");
  assert_shows (self, "Bækkenløft");
  assert_buttons_are_named (self);

  fys_exercise_pane_set_document (self->pane, NULL);
  g_assert_cmpuint (self->n_has, ==, 2);
}

static guint
count_exercise_rows (GtkWidget *widget)
{
  guint n = strcmp (G_OBJECT_TYPE_NAME (widget), "FysExerciseRow") == 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_exercise_rows (child);
  return n;
}

static GtkAdjustment *
find_adjustment (GtkWidget *widget)
{
  if (GTK_IS_SCROLLED_WINDOW (widget))
    return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkAdjustment *adjustment = find_adjustment (child);

      if (adjustment != NULL)
        return adjustment;
    }
  return NULL;
}

/* The rows of a long list come as the reader comes to them. */
static void
test_long_list (Fixture      *self,
                gconstpointer data)
{
  const guint n_exercises = 150;
  g_autoptr (GString) text = g_string_new ("# Øvelser\n\n## Øvelser\n\n");
  GtkWidget *page;
  GtkAdjustment *adjustment;

  for (guint i = 0; i < n_exercises; i++)
    g_string_append_printf (text, "### Løft nummer %u\n\nLig på ryggen, og løft bækkenet. Gentag 8–10 gange.\n\n", i);
  show_document (self, text->str);
  gtk_window_present (GTK_WINDOW (self->window));
  page = fys_exercise_pane_get_page (self->pane);
  adjustment = find_adjustment (page);
  while (gtk_adjustment_get_page_size (adjustment) == 0 || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_exercise_rows (page), >, 0);
  g_assert_cmpuint (count_exercise_rows (page), <, n_exercises / 2);

  fys_exercise_list_page_focus_row (FYS_EXERCISE_LIST_PAGE (page), 100);
  g_assert_cmpuint (count_exercise_rows (page), >, 100);

  while (count_exercise_rows (page) < n_exercises)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_cmpuint (count_exercise_rows (page), ==, n_exercises);

  show_document (self, with_warning);
  g_assert_cmpuint (count_exercise_rows (page), ==, 2);
}

static void
test_list_signals (Fixture      *self,
                   gconstpointer data)
{
  show_document (self, with_warning);
  g_signal_emit_by_name (fys_exercise_pane_get_page (self->pane), "shown", 1);
  g_assert_cmpuint (self->n_shown, ==, 1);
  g_assert_cmpuint (self->shown, ==, 1);
  g_assert_true (is_page (self, FYS_TYPE_EXERCISE_LIST_PAGE));
}

static void
test_warning_once (Fixture      *self,
                   gconstpointer data)
{
  show_document (self, with_warning);
  fys_exercise_pane_open_exercise (self->pane, 0);
  g_assert_true (is_page (self, FYS_TYPE_WARNING_PAGE));
  assert_shows (self, "Stop, hvis smerten bliver værre undervejs.");
  assert_buttons_are_named (self);
  /* The button, which has the focus, says the warning to whoever does not see it. */
  g_assert_nonnull (find_widget (fys_exercise_pane_get_page (self->pane), is_described_button, NULL));

  /* Whoever turns back has not confirmed it. */
  show_document (self, without_warning);
  show_document (self, with_warning);
  fys_exercise_pane_open_exercise (self->pane, 0);
  g_assert_true (is_page (self, FYS_TYPE_WARNING_PAGE));
  confirm (self);
  g_assert_true (is_page (self, FYS_TYPE_PLAN_PAGE));
  assert_shows (self, "Hold 20–30 sekunder og gentag 2–3 gange på hver side.");

  fys_exercise_pane_open_exercise (self->pane, 1);
  g_assert_true (is_page (self, FYS_TYPE_PLAN_PAGE));

  /* The same file with another warning is to be read again. */
  show_document (self, with_other_warning);
  fys_exercise_pane_open_exercise (self->pane, 0);
  g_assert_true (is_page (self, FYS_TYPE_WARNING_PAGE));
}

static void
test_general_warning (Fixture      *self,
                      gconstpointer data)
{
  show_document (self, without_warning);
  fys_exercise_pane_open_exercise (self->pane, 0);
  g_assert_true (is_page (self, FYS_TYPE_WARNING_PAGE));
  assert_shows (self, "This article does not say when to seek help.");
}

static void
test_session (Fixture      *self,
              gconstpointer data)
{
  show_document (self, with_warning);
  start_exercise (self, 0);
  g_assert_true (fys_exercise_pane_is_session_active (self->pane));
  g_assert_cmpuint (self->n_active, ==, 1);
  g_assert_cmpuint (self->n_counting, ==, 1);
  assert_shows (self, "Get Ready");
  assert_shows (self, "Left side");
  assert_buttons_are_named (self);

  activate (self, "session.skip");
  assert_shows (self, "Hold");
  pass (self, 5 * S);
  activate (self, "session.pause");
  assert_shows (self, "Paused");
  g_assert_cmpuint (self->n_counting, ==, 2);
  g_assert_cmpuint (self->n_active, ==, 1);
  activate (self, "session.main");
  assert_shows (self, "Hold");
  g_assert_cmpuint (self->n_counting, ==, 3);

  pass (self, 600 * S);
  g_assert_false (fys_exercise_pane_is_session_active (self->pane));
  g_assert_cmpuint (self->n_active, ==, 2);
  g_assert_cmpuint (self->n_counting, ==, 4);
  g_assert_true (is_page (self, FYS_TYPE_DONE_PAGE));
  assert_shows (self, "You Are Done");
  assert_shows (self, "6 of 6 repetitions");
  assert_buttons_are_named (self);

  g_signal_emit_by_name (fys_exercise_pane_get_page (self->pane), "next-clicked");
  g_assert_true (is_page (self, FYS_TYPE_PLAN_PAGE));
  assert_shows (self, "Bækkenløft");
}

static void
test_counted (Fixture      *self,
              gconstpointer data)
{
  GType ring_type = FYS_TYPE_RING;
  GtkWidget *ring;

  show_document (self, with_warning);
  start_exercise (self, 1);
  activate (self, "session.skip");
  g_assert_cmpint (get_step (self)->kind, ==, FYS_STEP_REPETITION);
  ring = find_widget (fys_exercise_pane_get_page (self->pane), has_type, &ring_type);
  g_assert_nonnull (ring);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (ring), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 1.0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (ring), GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 10.0);

  activate (self, "session.main"); /* Space counts here */
  g_assert_cmpuint (get_step (self)->rep, ==, 2);
  g_assert_true (fys_session_runner_is_counting (fys_exercise_pane_get_runner (self->pane)));
  activate (self, "session.done");
  g_assert_cmpuint (get_step (self)->rep, ==, 3);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (ring), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 3.0);
  activate (self, "session.back");
  g_assert_cmpuint (get_step (self)->rep, ==, 2);
  for (guint i = 0; i < 9; i++)
    activate (self, "session.done");
  g_assert_true (is_page (self, FYS_TYPE_DONE_PAGE));
  assert_shows (self, "10 of 10 repetitions");
}

static void
test_warning_in_session (Fixture      *self,
                         gconstpointer data)
{
  show_document (self, with_warning);
  start_exercise (self, 0);
  pass (self, 3 * S);
  activate (self, "session.show-warning");
  g_assert_true (is_page (self, FYS_TYPE_WARNING_PAGE));
  g_assert_false (fys_session_runner_is_counting (fys_exercise_pane_get_runner (self->pane)));
  g_assert_true (fys_exercise_pane_is_session_active (self->pane));
  confirm (self);
  g_assert_true (is_page (self, FYS_TYPE_PLAYER_PAGE));
  g_assert_false (fys_session_runner_is_counting (fys_exercise_pane_get_runner (self->pane)));
  activate (self, "session.pause");
  g_assert_true (fys_session_runner_is_counting (fys_exercise_pane_get_runner (self->pane)));
}

static void
test_stop (Fixture      *self,
           gconstpointer data)
{
  show_document (self, with_warning);

  /* Just begun: at once, back to where it was started. */
  start_exercise (self, 0);
  pass (self, 3 * S);
  activate (self, "session.stop");
  g_assert_false (fys_exercise_pane_is_session_active (self->pane));
  g_assert_true (is_page (self, FYS_TYPE_PLAN_PAGE));

  /* Later it pauses and asks. */
  confirm (self);
  pass (self, 60 * S);
  activate (self, "session.stop");
  g_assert_true (fys_exercise_pane_is_session_active (self->pane));
  g_assert_false (fys_session_runner_is_counting (fys_exercise_pane_get_runner (self->pane)));
  g_assert_true (fys_player_page_is_asking (FYS_PLAYER_PAGE (fys_exercise_pane_get_page (self->pane))));
  g_signal_emit_by_name (fys_exercise_pane_get_page (self->pane), "stop-confirmed");
  g_assert_true (is_page (self, FYS_TYPE_DONE_PAGE));
  assert_shows (self, "You Stopped Early");
  assert_shows (self, "1 of 6 repetitions");

  /* Without asking, for the window. */
  g_signal_emit_by_name (fys_exercise_pane_get_page (self->pane), "again-clicked");
  g_assert_true (fys_exercise_pane_is_session_active (self->pane));
  fys_exercise_pane_stop (self->pane);
  g_assert_false (fys_exercise_pane_is_session_active (self->pane));
  g_assert_true (is_page (self, FYS_TYPE_EXERCISE_LIST_PAGE));
  fys_exercise_pane_stop (self->pane);
  show_document (self, without_exercises);
}

static void
test_suspend (Fixture      *self,
              gconstpointer data)
{
  show_document (self, with_warning);
  start_exercise (self, 0);
  pass (self, 15 * S);
  self->now_us += 3600 * S;
  fys_session_runner_update (fys_exercise_pane_get_runner (self->pane));
  g_assert_true (fys_exercise_pane_is_session_active (self->pane));
  g_assert_false (fys_session_runner_is_counting (fys_exercise_pane_get_runner (self->pane)));
  assert_shows (self, "Paused, because the computer was asleep");
}

static void
test_program (Fixture      *self,
              gconstpointer data)
{
  show_document (self, with_warning);
  g_signal_emit_by_name (fys_exercise_pane_get_page (self->pane), "program-clicked");
  g_assert_true (is_page (self, FYS_TYPE_WARNING_PAGE));
  confirm (self);
  g_assert_true (is_page (self, FYS_TYPE_PROGRAM_PAGE));
  assert_shows (self, "and the repetitions at your own pace");
  assert_buttons_are_named (self);

  g_signal_emit_by_name (fys_exercise_pane_get_page (self->pane), "edit-requested", 1);
  g_assert_true (is_page (self, FYS_TYPE_PLAN_PAGE));
  confirm (self);
  g_assert_true (is_page (self, FYS_TYPE_PROGRAM_PAGE));

  confirm (self);
  g_assert_cmpuint (fys_session_runner_get_n_exercises (fys_exercise_pane_get_runner (self->pane)), ==, 2);
  pass (self, 600 * S);
  g_assert_cmpuint (get_step (self)->exercise, ==, 1);
  for (guint i = 0; i < 10; i++)
    activate (self, "session.main");
  g_assert_true (is_page (self, FYS_TYPE_DONE_PAGE));
  assert_shows (self, "6 of 6 repetitions");
  assert_shows (self, "10 of 10 repetitions");
}

/* The ring is redrawn only while it is on the screen and its time passes. */
static void
test_ticking (Fixture      *self,
              gconstpointer data)
{
  FysPlayerPage *player;

  show_document (self, with_warning);
  gtk_window_present (GTK_WINDOW (self->window));
  start_exercise (self, 0);
  player = FYS_PLAYER_PAGE (fys_exercise_pane_get_page (self->pane));
  while (!gtk_widget_get_mapped (GTK_WIDGET (player)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (fys_player_page_is_ticking (player));
  activate (self, "session.pause");
  g_assert_false (fys_player_page_is_ticking (player));
  activate (self, "session.pause");
  g_assert_true (fys_player_page_is_ticking (player));
  gtk_widget_set_visible (GTK_WIDGET (self->pane), FALSE);
  g_assert_false (fys_player_page_is_ticking (player));
  gtk_widget_set_visible (GTK_WIDGET (self->pane), TRUE);
  g_assert_true (fys_player_page_is_ticking (player));

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  activate (self, "session.pause");
  activate (self, "session.pause");
  g_assert_false (fys_player_page_is_ticking (player));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
}

/* Destroyed in the middle of a session: tear_down() finds that it is gone, so no source holds it. */
static void
let_a_second_pass_cb (Fixture *self)
{
  self->now_us += S;
}

static gboolean
is_beyond_getting_ready (Fixture *self)
{
  return fys_session_get_step_index (fys_session_runner_get_session (fys_exercise_pane_get_runner (self->pane))) > 0;
}

/* Nothing draws a window that is minimised, or that another workspace hides: its session goes on by itself all the same. */
static void
test_hidden (Fixture      *self,
             gconstpointer data)
{
  gint64 end_us = g_get_monotonic_time () + 60 * S; /* only there to end a test that hangs */

  show_document (self, with_warning);
  gtk_window_present (GTK_WINDOW (self->window));
  start_exercise (self, 0);
  gtk_widget_set_visible (self->window, FALSE);
  g_assert_false (fys_player_page_is_ticking (FYS_PLAYER_PAGE (fys_exercise_pane_get_page (self->pane))));

  /* Each time that its own timer asks. */
  g_signal_connect_swapped (fys_exercise_pane_get_runner (self->pane), "changed", G_CALLBACK (let_a_second_pass_cb), self);
  while (!is_beyond_getting_ready (self) && g_get_monotonic_time () < end_us)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (is_beyond_getting_ready (self));
  g_assert_true (fys_exercise_pane_is_counting (self->pane));
}

static void
test_finalize_in_session (Fixture      *self,
                          gconstpointer data)
{
  show_document (self, with_warning);
  gtk_window_present (GTK_WINDOW (self->window));
  start_exercise (self, 0);
  g_assert_true (fys_exercise_pane_is_session_active (self->pane));
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

  add ("/exercise/pane/documents", test_documents);
  add ("/exercise/pane/list-signals", test_list_signals);
  add ("/exercise/pane/long-list", test_long_list);
  add ("/exercise/pane/warning-once", test_warning_once);
  add ("/exercise/pane/general-warning", test_general_warning);
  add ("/exercise/pane/session", test_session);
  add ("/exercise/pane/counted", test_counted);
  add ("/exercise/pane/warning-in-session", test_warning_in_session);
  add ("/exercise/pane/stop", test_stop);
  add ("/exercise/pane/suspend", test_suspend);
  add ("/exercise/pane/program", test_program);
  add ("/exercise/pane/ticking", test_ticking);
  add ("/exercise/pane/hidden", test_hidden);
  add ("/exercise/pane/finalize-in-session", test_finalize_in_session);
  return g_test_run ();
}
