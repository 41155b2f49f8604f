/* test-inhibit.c - the screen stays awake while an exercise counts, and only then, as the desktop sees it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fake-notifications.h"
#include "fake-session-manager.h"
#include "ui/exercise/fys-exercise-pane-private.h"
#include "ui/exercise/fys-warning-memory.h"
#include "ui/window/fys-application.h"
#include "ui/window/fys-window-private.h"
#include "window-fixture.h"

#define S ((gint64) G_USEC_PER_SEC)

#define BOTH (FAKE_INHIBIT_IDLE | FAKE_INHIBIT_SUSPEND)

#define ARTICLE                                                                                            \
  "---\ntitle: Læg\n---\n\n## Øvelser\n\n### Stræk af læggen\n\n"                                          \
  "Stil den ene fod bag den anden, og bøj det forreste knæ. Hold 20 sekunder, og gentag 2 gange.\n"

typedef struct
{
  FysWindow *window;   /* NULL once it is gone */
  gint64     now_us;
  guint      n_before; /* inhibitions of the tests before */
} Fixture;

static FakeSessionManager *session_manager;
static FysApplication     *application;

static gint64
fixture_clock (gpointer user_data)
{
  return ((Fixture *) user_data)->now_us;
}

static gboolean
is_gone (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

static gboolean
is_inhibited (guint flags)
{
  return fake_session_manager_is_inhibited (g_application_get_dbus_connection (G_APPLICATION (application)), flags);
}

static gboolean
is_awake (gpointer unused)
{
  return is_inhibited (FAKE_INHIBIT_IDLE) && is_inhibited (FAKE_INHIBIT_SUSPEND);
}

/* Not only the screen: nothing at all is kept from happening. */
static gboolean
is_free (gpointer unused)
{
  return !is_inhibited (G_MAXUINT32);
}

static FysWindow *
open_window (Fixture *fixture)
{
  FysWindow              *window = fys_window_new (GTK_APPLICATION (application), NULL);
  g_autoptr (FysDocument) document = window_fixture_document (ARTICLE);

  fys_window_take_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  fys_exercise_pane_set_clock (fys_window_ensure_exercise_pane (window), fixture_clock, fixture);
  return window;
}

static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  fys_warning_memory_forget_all ();
  fixture->now_us = 1000 * S;
  fixture->n_before = fake_session_manager_count (session_manager);
  fixture->window = open_window (fixture);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  window_fixture_wait (is_gone, &fixture->window);
  g_assert_true (is_free (NULL));
}

/* By way of the page before it and, if there is one, the warning. */
static void
start_exercise (FysWindow *window)
{
  FysExercisePane *pane = fys_window_ensure_exercise_pane (window);

  fys_window_open_exercise (window, 0);
  for (guint i = 0; i < 2 && !fys_window_is_session_active (window); i++)
    g_signal_emit_by_name (fys_exercise_pane_get_page (pane), "confirmed");
  g_assert_true (fys_window_is_session_active (window));
}

static void
activate (FysWindow  *window,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fys_window_ensure_exercise_pane (window)), action, NULL));
}

static guint
count_inhibitions (Fixture *fixture)
{
  return fake_session_manager_count (session_manager) - fixture->n_before;
}

/* The screen is kept awake by the inhibition with the number @index of this test, and there is none after it. */
static FakeInhibition
assert_awake (Fixture *fixture,
              guint    index)
{
  FakeInhibition inhibition;

  window_fixture_wait (is_awake, NULL);
  g_assert_cmpuint (count_inhibitions (fixture), ==, index + 1);
  inhibition = fake_session_manager_get (session_manager, fixture->n_before + index);
  g_assert_false (inhibition.is_lifted);
  return inhibition;
}

/* All that was inhibited was lifted, by its own cookie: the session manager takes no other. */
static void
assert_free (Fixture *fixture,
             guint    n_inhibitions)
{
  window_fixture_wait (is_free, NULL);
  g_assert_cmpuint (count_inhibitions (fixture), ==, n_inhibitions);
  for (guint i = 0; i < n_inhibitions; i++)
    g_assert_true (fake_session_manager_get (session_manager, fixture->n_before + i).is_lifted);
}

static void
test_request (Fixture      *fixture,
              gconstpointer user_data)
{
  FakeInhibition inhibition;

  /* Reading does not count, and neither does looking at what an exercise will be. */
  fys_window_open_exercise (fixture->window, 0);
  assert_free (fixture, 0);

  start_exercise (fixture->window);
  inhibition = assert_awake (fixture, 0);
  g_assert_cmpuint (inhibition.flags, ==, BOTH);
  g_assert_cmpstr (inhibition.reason, ==, "An exercise is running");
  g_assert_cmpstr (inhibition.application_id, ==, APP_ID);
  g_assert_cmpuint (inhibition.window, !=, 0);
}

static void
test_pause (Fixture      *fixture,
            gconstpointer user_data)
{
  guint first_cookie;

  start_exercise (fixture->window);
  first_cookie = assert_awake (fixture, 0).cookie;
  activate (fixture->window, "session.pause");
  assert_free (fixture, 1);

  activate (fixture->window, "session.pause");
  g_assert_cmpuint (assert_awake (fixture, 1).cookie, !=, first_cookie);
  activate (fixture->window, "session.pause");
  assert_free (fixture, 2);
}

static void
test_stop (Fixture      *fixture,
           gconstpointer user_data)
{
  start_exercise (fixture->window);
  assert_awake (fixture, 0);
  activate (fixture->window, "session.stop");
  g_assert_false (fys_window_is_session_active (fixture->window));
  assert_free (fixture, 1);
}

/* One inhibition lasts from the first step to the last, through the rests between. */
static void
test_finish (Fixture      *fixture,
             gconstpointer user_data)
{
  FysSessionRunner *runner;

  start_exercise (fixture->window);
  runner = fys_exercise_pane_get_runner (fys_window_ensure_exercise_pane (fixture->window));
  while (fys_window_is_session_active (fixture->window))
    {
      assert_awake (fixture, 0);
      fixture->now_us += 5 * S;
      fys_session_runner_update (runner);
    }
  g_assert_cmpuint (fys_session_runner_count_done (runner, 0), ==, fys_session_runner_count_planned (runner, 0));
  assert_free (fixture, 1);
}

/* Closing the lid suspends all the same; then the exercise waits, and nothing is kept awake for it. */
static void
test_slept (Fixture      *fixture,
            gconstpointer user_data)
{
  FysSessionRunner *runner;

  start_exercise (fixture->window);
  runner = fys_exercise_pane_get_runner (fys_window_ensure_exercise_pane (fixture->window));
  assert_awake (fixture, 0);
  fixture->now_us += 3600 * S;
  fys_session_runner_update (runner);
  g_assert_true (fys_session_runner_is_interrupted (runner));
  assert_free (fixture, 1);
}

/* Nothing runs while the window asks whether to leave, and it runs again after “go on”. */
static void
test_asked (Fixture      *fixture,
            gconstpointer user_data)
{
  start_exercise (fixture->window);
  assert_awake (fixture, 0);
  gtk_window_close (GTK_WINDOW (fixture->window));
  assert_free (fixture, 1);
  window_fixture_answer ("_Go On with It");
  assert_awake (fixture, 1);

  gtk_window_close (GTK_WINDOW (fixture->window));
  window_fixture_answer ("_Stop Exercise");
  window_fixture_wait (is_gone, &fixture->window);
  assert_free (fixture, 2);
}

/* The program goes on after its window, and would keep the screen awake for as long. */
static void
test_destroyed (Fixture      *fixture,
                gconstpointer user_data)
{
  start_exercise (fixture->window);
  assert_awake (fixture, 0);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  window_fixture_wait (is_gone, &fixture->window);
  assert_free (fixture, 1);
}

/* Each window speaks for itself. */
static void
test_two_windows (Fixture      *fixture,
                  gconstpointer user_data)
{
  FysWindow *other = open_window (fixture);

  start_exercise (fixture->window);
  assert_awake (fixture, 0);
  start_exercise (other);
  assert_awake (fixture, 1);

  activate (fixture->window, "session.pause");
  assert_awake (fixture, 1);
  g_assert_true (fake_session_manager_get (session_manager, fixture->n_before).is_lifted);
  activate (other, "session.pause");
  assert_free (fixture, 2);
  gtk_window_destroy (GTK_WINDOW (other));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  FakeNotifications *notifications;
  int                status;

  g_test_init (&argc, &argv, NULL);
  /* GTK looks for the session manager once, while the application registers. */
  session_manager = fake_session_manager_new ();
  notifications = fake_notifications_new (); /* of the windows here that nobody looks at */
  application = fys_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  g_assert_no_error (error);

#define ADD(path, function) g_test_add ("/window/inhibit/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("request", test_request);
  ADD ("pause", test_pause);
  ADD ("stop", test_stop);
  ADD ("finish", test_finish);
  ADD ("slept", test_slept);
  ADD ("asked", test_asked);
  ADD ("two-windows", test_two_windows);
  ADD ("destroyed", test_destroyed);
#undef ADD

  status = g_test_run ();
  fake_notifications_free (notifications);
  fake_session_manager_free (session_manager);
  return status;
}
