/* test-background.c - fysbog --background: a program without a window, as the desktop starts it at login
 *
 * Run with the path of fysbog. SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fake-desktop.h"
#include "ui/window/fys-settings.h"
#include "window-fixture.h"

#define OBJECT_PATH "/dk/fysfinder/Fysbog"
#define ID          "reminder-laeg"

typedef struct
{
  GSettings   *settings; /* as the program has them: in the same file */
  char        *folder;
  GSubprocess *process;  /* (nullable) */
  gboolean     is_over;
} Fixture;

static FakeDesktop     *desktop;
static GDBusConnection *connection;
static const char      *program;

static void
over_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_subprocess_wait_finish (G_SUBPROCESS (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static GSubprocess *
run (const char *const *arguments,
     gboolean          *out_is_over)
{
  g_autoptr (GError) error = NULL;
  GSubprocess       *process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_NONE, &error);

  g_assert_no_error (error);
  *out_is_over = FALSE;
  g_subprocess_wait_async (process, NULL, over_cb, out_is_over);
  return process;
}

static void
start (Fixture *fixture)
{
  const char *arguments[] = { program, "--background", NULL };

  fixture->process = run (arguments, &fixture->is_over);
}

static gboolean
is_true (gpointer boolean)
{
  return *(gboolean *) boolean;
}

static void
assert_ends_well (Fixture *fixture)
{
  window_fixture_wait (is_true, &fixture->is_over);
  g_assert_true (g_subprocess_get_successful (fixture->process));
}

static gboolean
is_running (gpointer unused)
{
  g_autoptr (GError)   error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_sync (connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                                            "NameHasOwner", g_variant_new ("(s)", APP_ID), G_VARIANT_TYPE ("(b)"),
                                                            G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  gboolean             has_owner;

  g_assert_no_error (error);
  g_variant_get (reply, "(b)", &has_owner);
  return has_owner;
}

static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  fake_desktop_forget (desktop);
  fixture->folder = window_fixture_folder ();
  fixture->settings = fys_settings_new ();
  g_settings_reset (fixture->settings, FYS_SETTINGS_REMINDERS);
  g_settings_reset (fixture->settings, FYS_SETTINGS_REMINDERS_CHECKED);
  g_settings_reset (fixture->settings, FYS_SETTINGS_RUN_IN_BACKGROUND);
  g_settings_sync ();
}

static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  if (fixture->process != NULL && !fixture->is_over)
    {
      g_subprocess_force_exit (fixture->process);
      window_fixture_wait (is_true, &fixture->is_over);
    }
  g_clear_object (&fixture->process);
  g_clear_object (&fixture->settings);
  window_fixture_remove (fixture->folder);
}

/* One that was due @ago_minutes ago, every day. */
static void
keep_reminder (Fixture *fixture,
               guint    ago_minutes)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) then = g_date_time_add_minutes (now, -(int) ago_minutes);
  g_autoptr (GFile)     file = window_fixture_write (fixture->folder, "laeg.md",
                                                     "---\ntitle: Læg\n---\n\n## Øvelser\n\n### Balance\n\nStå på ét ben i 30 sekunder.\n");
  g_autofree char      *uri = g_file_get_uri (file);
  guint16               minute = g_date_time_get_hour (then) * 60 + g_date_time_get_minute (then);

  g_settings_set_int64 (fixture->settings, FYS_SETTINGS_REMINDERS_CHECKED, g_date_time_to_unix (now) - 86400);
  g_assert_true (g_settings_set_value (fixture->settings, FYS_SETTINGS_REMINDERS,
                                       g_variant_new_parsed ("[(%s, %s, %s, uint16 1, [%q], byte 0x7f, true)]", "laeg", "Læg", uri, minute)));
  g_settings_sync ();
}

static gboolean
is_shown (gpointer unused)
{
  g_autoptr (GVariant) notification = fake_desktop_dup_notification (desktop, ID);

  return notification != NULL;
}

static gboolean
is_withdrawn (gpointer unused)
{
  return !is_shown (NULL);
}

static void
activate (const char *action)
{
  g_autoptr (GError)   error = NULL;
  g_autoptr (GVariant) reply = NULL;
  GVariantBuilder      parameters;

  /* As the desktop does when a button of a notification is pressed. */
  g_variant_builder_init (&parameters, G_VARIANT_TYPE ("av"));
  if (!g_str_equal (action, "quit"))
    g_variant_builder_add (&parameters, "v", g_variant_new_string ("laeg"));
  reply = g_dbus_connection_call_sync (connection, APP_ID, OBJECT_PATH, "org.freedesktop.Application", "ActivateAction",
                                       g_variant_new ("(sava{sv})", action, &parameters, NULL), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                                       &error);
  g_assert_no_error (error);
}

/* Returns: whether the program has a window, which it then has an object for on the bus */
static gboolean
has_window (gpointer unused)
{
  g_autoptr (GVariant) reply = g_dbus_connection_call_sync (connection, APP_ID, OBJECT_PATH "/window/1", "org.gtk.Actions", "List", NULL,
                                                            G_VARIANT_TYPE ("(as)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);

  return reply != NULL;
}

static void
test_no_reminders (Fixture      *fixture,
                   gconstpointer user_data)
{
  start (fixture);
  assert_ends_well (fixture);
}

static void
test_reminds (Fixture      *fixture,
              gconstpointer user_data)
{
  const char             *again[] = { program, "--background", NULL };
  g_autoptr (GSubprocess) process = NULL;
  gboolean                is_over;

  keep_reminder (fixture, 10);
  start (fixture);
  window_fixture_wait (is_shown, NULL);
  g_assert_true (is_running (NULL));
  g_assert_false (has_window (NULL));

  /* A second one has nothing to do, and brings no window either. */
  process = run (again, &is_over);
  window_fixture_wait (is_true, &is_over);
  g_assert_true (g_subprocess_get_successful (process));
  g_assert_false (has_window (NULL));

  /* The window comes when it is asked for, and the program stays when it goes. */
  activate ("open-exercises");
  window_fixture_wait (is_withdrawn, NULL);
  window_fixture_wait (has_window, NULL);
  activate ("quit");
  while (has_window (NULL))
    g_usleep (1000);
  g_assert_true (is_running (NULL));
  g_assert_false (fixture->is_over);
}

/* Too long ago to be of use, and it would be shown before the name is there. */
static void
test_missed_long_ago (Fixture      *fixture,
                      gconstpointer user_data)
{
  keep_reminder (fixture, 5 * 60);
  start (fixture);
  window_fixture_wait (is_running, NULL);
  fake_desktop_sync (connection);
  g_assert_true (is_withdrawn (NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int                status;

  /* The settings are those of two programs. */
  g_setenv ("GSETTINGS_BACKEND", "keyfile", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  program = argv[1];
  desktop = fake_desktop_new (FALSE);
  connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);

#define ADD(path, function) g_test_add ("/reminder/background/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("no-reminders", test_no_reminders);
  ADD ("reminds", test_reminds);
  ADD ("missed-long-ago", test_missed_long_ago);
#undef ADD

  status = g_test_run ();
  g_object_unref (connection);
  fake_desktop_free (desktop);
  return status;
}
