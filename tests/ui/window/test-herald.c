/* test-herald.c - what the desktop is told of a session, and what it asks of one
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fake-notifications.h"
#include "ui/exercise/fys-exercise-pane-private.h"
#include "ui/exercise/fys-mpris.h"
#include "ui/exercise/fys-warning-memory.h"
#include "ui/window/fys-application.h"
#include "ui/window/fys-window-private.h"
#include "window-fixture.h"

#define S ((gint64) G_USEC_PER_SEC)

#define ARTICLE                                                                                            \
  "---\ntitle: Ondt i læggen\n---\n\n## Øvelser\n\n### Stræk af læggen\n\n"                                \
  "Stil den ene fod bag den anden, og bøj det forreste knæ. Hold 20 sekunder, og gentag 2 gange.\n\n"     \
  "### Tåhævninger\n\nRejs dig på tæer. Gentag 10 gange.\n"

typedef struct
{
  FysWindow *window;
  GtkWindow *other; /* that the user looks at instead */
  gint64     now_us;
  guint      n_before;
} Fixture;

static FakeNotifications *notifications;
static FysApplication    *application;

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
is_active (gpointer window)
{
  return gtk_window_is_active (window);
}

/* Whether the user looks at the window of the session; the display has no window manager to say otherwise. */
static void
look_at (GtkWindow *window)
{
  gtk_window_present (window);
  window_fixture_wait (is_active, window);
}

static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  g_autoptr (FysDocument) document = window_fixture_document (ARTICLE);

  fys_warning_memory_forget_all ();
  fixture->now_us = 1000 * S;
  fixture->n_before = fake_notifications_count (notifications);
  fixture->other = GTK_WINDOW (gtk_window_new ());
  fixture->window = fys_window_new (GTK_APPLICATION (application), NULL);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  fys_window_take_document (fixture->window, document);
  fys_exercise_pane_set_clock (fys_window_ensure_exercise_pane (fixture->window), fixture_clock, fixture);
  look_at (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  gtk_window_destroy (fixture->other);
  window_fixture_wait (is_gone, &fixture->window);
}

/* By way of the page before it and, if there is one, the warning. */
static void
start_exercise (Fixture *fixture,
                guint    exercise)
{
  FysExercisePane *pane = fys_window_ensure_exercise_pane (fixture->window);

  fys_window_open_exercise (fixture->window, exercise);
  for (guint i = 0; i < 2 && !fys_window_is_session_active (fixture->window); i++)
    g_signal_emit_by_name (fys_exercise_pane_get_page (pane), "confirmed");
  g_assert_true (fys_window_is_session_active (fixture->window));
}

static void
pass (Fixture *fixture,
      gint64   us)
{
  fixture->now_us += us;
  fys_session_runner_update (fys_window_get_session (fixture->window));
}

static void
finish (Fixture *fixture)
{
  while (fys_window_is_session_active (fixture->window))
    pass (fixture, 4 * S);
}

static gboolean
has_news (gpointer n_before)
{
  return fake_notifications_count (notifications) > *(guint *) n_before;
}

static gboolean
is_clear (gpointer unused)
{
  return fake_notifications_count_shown (notifications) == 0;
}

/* Waits until the bus has taken all that @connection sent before. */
static GVariant *
get_bus_id (GDBusConnection *connection)
{
  g_autoptr (GError) error = NULL;
  GVariant          *reply;

  reply = g_dbus_connection_call_sync (connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "GetId", NULL,
                                       NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  return reply;
}

/* Whatever is on its way to the desktop has arrived, and its answers are here. */
static void
settle (void)
{
  GDBusConnection     *connection = g_application_get_dbus_connection (G_APPLICATION (application));
  g_autoptr (GVariant) reply = get_bus_id (connection);

  while (g_main_context_iteration (NULL, FALSE))
    ;
  fake_notifications_settle (notifications);
  g_clear_pointer (&reply, g_variant_unref);
  reply = get_bus_id (connection);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* GLib can only take back what the desktop has acknowledged. */
static void
wait_for_news (Fixture *fixture)
{
  window_fixture_wait (has_news, &fixture->n_before);
  settle ();
}

static void
test_end_unseen (Fixture      *fixture,
                 gconstpointer user_data)
{
  start_exercise (fixture, 0);
  look_at (fixture->other);
  finish (fixture);
  wait_for_news (fixture);
  g_assert_cmpstr (fake_notifications_get_title (notifications), ==, "Finished: Stræk af læggen");
  g_assert_cmpstr (fake_notifications_get_body (notifications), ==, "Ondt i læggen");
  g_assert_cmpuint (fake_notifications_count_shown (notifications), ==, 1);

  fake_notifications_click (notifications);
  window_fixture_wait (is_active, fixture->window);
}

static void
test_end_seen (Fixture      *fixture,
               gconstpointer user_data)
{
  start_exercise (fixture, 0);
  finish (fixture);
  settle ();
  g_assert_cmpuint (fake_notifications_count (notifications), ==, fixture->n_before);
}

/* Nobody is told of what he ended himself. */
static void
test_stop (Fixture      *fixture,
           gconstpointer user_data)
{
  start_exercise (fixture, 0);
  look_at (fixture->other);
  fys_exercise_pane_stop (fys_window_ensure_exercise_pane (fixture->window));
  settle ();
  g_assert_cmpuint (fake_notifications_count (notifications), ==, fixture->n_before);
}

static void
test_slept (Fixture      *fixture,
            gconstpointer user_data)
{
  start_exercise (fixture, 0);
  look_at (fixture->other);
  gtk_widget_activate_action (GTK_WIDGET (fys_window_ensure_exercise_pane (fixture->window)), "session.pause", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fys_window_ensure_exercise_pane (fixture->window)), "session.pause", NULL);
  settle ();
  g_assert_cmpuint (fake_notifications_count (notifications), ==, fixture->n_before);

  pass (fixture, 3600 * S);
  g_assert_true (fys_session_runner_is_interrupted (fys_window_get_session (fixture->window)));
  wait_for_news (fixture);
  g_assert_cmpstr (fake_notifications_get_title (notifications), ==, "Paused: Stræk af læggen");
  /* Whoever looks at the window need not be told. */
  look_at (GTK_WINDOW (fixture->window));
  window_fixture_wait (is_clear, NULL);
}

/* The next session takes what was said of the last one away, and so does the end of the window. */
static void
test_withdrawn (Fixture      *fixture,
                gconstpointer user_data)
{
  start_exercise (fixture, 0);
  look_at (fixture->other);
  finish (fixture);
  wait_for_news (fixture);
  start_exercise (fixture, 0);
  window_fixture_wait (is_clear, NULL);

  fixture->n_before = fake_notifications_count (notifications);
  finish (fixture);
  wait_for_news (fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  window_fixture_wait (is_clear, NULL);
}

/* Owned by nobody, or by the program that runs a session. */
static gboolean
is_player (void)
{
  g_autoptr (GError)   error = NULL;
  g_autoptr (GVariant) reply = NULL;
  gboolean             has_owner;

  reply = g_dbus_connection_call_sync (g_application_get_dbus_connection (G_APPLICATION (application)), "org.freedesktop.DBus",
                                       "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
                                       g_variant_new ("(s)", FYS_MPRIS_NAME), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  g_variant_get (reply, "(b)", &has_owner);
  return has_owner;
}

static gboolean
is_there (gpointer unused)
{
  return is_player ();
}

static gboolean
is_not_there (gpointer unused)
{
  return !is_player ();
}

static void
ask (const char *interface,
     const char *method)
{
  /* Over the bus and back to this program; what comes of it is waited for. */
  g_dbus_connection_call (g_application_get_dbus_connection (G_APPLICATION (application)), FYS_MPRIS_NAME, FYS_MPRIS_PATH, interface,
                          method, NULL, NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL, NULL);
}

static gboolean
is_counting (gpointer window)
{
  return fys_session_runner_is_counting (fys_window_get_session (window));
}

static gboolean
is_not_counting (gpointer window)
{
  return !is_counting (window);
}

static void
test_media (Fixture      *fixture,
            gconstpointer user_data)
{
  g_assert_false (is_player ());
  start_exercise (fixture, 0);
  window_fixture_wait (is_there, NULL);
  ask ("org.mpris.MediaPlayer2.Player", "Pause");
  window_fixture_wait (is_not_counting, fixture->window);
  ask ("org.mpris.MediaPlayer2.Player", "Play");
  window_fixture_wait (is_counting, fixture->window);
  look_at (fixture->other);
  ask ("org.mpris.MediaPlayer2", "Raise");
  window_fixture_wait (is_active, fixture->window);
  finish (fixture);
  window_fixture_wait (is_not_there, NULL);

  start_exercise (fixture, 0);
  window_fixture_wait (is_there, NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  window_fixture_wait (is_not_there, NULL);
}

/* Each command by what it does to the session; without one none does anything. */
static void
test_commands (Fixture      *fixture,
               gconstpointer user_data)
{
  FysSession *session;

  for (FysMediaCommand command = FYS_MEDIA_PLAY; command <= FYS_MEDIA_STOP; command++)
    fys_window_command_session (fixture->window, command);
  g_assert_null (fys_window_get_session (fixture->window));

  start_exercise (fixture, 0);
  session = fys_session_runner_get_session (fys_window_get_session (fixture->window));
  fys_window_command_session (fixture->window, FYS_MEDIA_PLAY);
  g_assert_true (is_counting (fixture->window));
  fys_window_command_session (fixture->window, FYS_MEDIA_PAUSE);
  fys_window_command_session (fixture->window, FYS_MEDIA_PAUSE);
  g_assert_false (is_counting (fixture->window));
  fys_window_command_session (fixture->window, FYS_MEDIA_TOGGLE);
  g_assert_true (is_counting (fixture->window));
  fys_window_command_session (fixture->window, FYS_MEDIA_NEXT);
  g_assert_cmpuint (fys_session_get_step_index (session), ==, 1);
  fys_window_command_session (fixture->window, FYS_MEDIA_PREVIOUS);
  g_assert_cmpuint (fys_session_get_step_index (session), ==, 0);
  fys_window_command_session (fixture->window, FYS_MEDIA_STOP);
  g_assert_false (fys_window_is_session_active (fixture->window));
}

/* A stop that would lose something asks, in a window that is seen. */
static void
test_stop_asks (Fixture      *fixture,
                gconstpointer user_data)
{
  start_exercise (fixture, 0);
  for (guint i = 0; i < 8; i++)
    pass (fixture, 4 * S);
  look_at (fixture->other);
  fys_window_command_session (fixture->window, FYS_MEDIA_STOP);
  g_assert_true (fys_window_is_session_active (fixture->window));
  g_assert_false (is_counting (fixture->window));
  window_fixture_wait (is_active, fixture->window);
}

/* Where the user counts, the key that leads on counts, and does not skip. */
static void
test_next_counts (Fixture      *fixture,
                  gconstpointer user_data)
{
  FysSessionRunner *runner;

  start_exercise (fixture, 1);
  runner = fys_window_get_session (fixture->window);
  fys_window_command_session (fixture->window, FYS_MEDIA_NEXT); /* getting ready */
  g_assert_cmpuint (fys_session_runner_count_done (runner, 0), ==, 0);
  for (guint i = 0; i < 10; i++)
    {
      fixture->now_us += S;
      fys_window_command_session (fixture->window, FYS_MEDIA_NEXT);
      g_assert_cmpuint (fys_session_runner_count_done (runner, 0), ==, i + 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int                status;

  g_test_init (&argc, &argv, NULL);
  notifications = fake_notifications_new ();
  application = fys_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  g_assert_no_error (error);

#define ADD(path, function) g_test_add ("/window/herald/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("end-unseen", test_end_unseen);
  ADD ("end-seen", test_end_seen);
  ADD ("stop", test_stop);
  ADD ("slept", test_slept);
  ADD ("withdrawn", test_withdrawn);
  ADD ("media", test_media);
  ADD ("commands", test_commands);
  ADD ("stop-asks", test_stop_asks);
  ADD ("next-counts", test_next_counts);
#undef ADD

  status = g_test_run ();
  fake_notifications_free (notifications);
  return status;
}
