/* test-notifier.c - reminders as the desktop sees them, by a clock that the test sets
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "fake-desktop.h"
#include "fys-resources.h"
#include "ui/exercise/fys-exercise-pane-private.h"
#include "ui/exercise/fys-warning-memory.h"
#include "ui/reminder/fys-reminder-notifier.h"
#include "ui/window/fys-application.h"
#include "ui/window/fys-settings.h"
#include "ui/window/fys-window-private.h"
#include "window-fixture.h"

#define ARTICLE                                                                                            \
  "---\ntitle: Læg\n---\n\n## Øvelser\n\n### Stræk af læggen\n\n"                                          \
  "Stil den ene fod bag den anden, og bøj det forreste knæ. Hold 20 sekunder, og gentag 2 gange.\n"

#define ID "reminder-laeg"

typedef struct
{
  GSettings           *settings;
  FysReminders        *reminders;
  FysReminderNotifier *notifier;
  FysWindow           *window;  /* (nullable) */
  FysExercisePane     *pane;    /* (nullable): of it */
  char                *folder;
  GFile               *file;
  gint64               now_s;
  gint64               alarm_s; /* -1: none */
} Fixture;

static FakeDesktop    *desktop;
static GtkApplication *application;

/* What the application was asked to open last. */
static GFile *opened;
static char  *opened_hint;

static GDateTime *
get_now (gpointer data)
{
  return g_date_time_new_from_unix_utc (((Fixture *) data)->now_s);
}

static void
set_alarm (gint64   unix_s,
           gpointer data)
{
  ((Fixture *) data)->alarm_s = unix_s;
}

static gint64
at (const char *time)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (time, utc);

  g_assert_nonnull (date);
  return g_date_time_to_unix (date);
}

static void
start (Fixture *fixture,
       gboolean stays)
{
  FysReminderClock clock = { get_now, set_alarm, fixture };

  fixture->reminders = fys_reminders_new (fixture->settings, &clock);
  fixture->notifier = fys_reminder_notifier_new (application, fixture->reminders, stays);
}

static void
stop (Fixture *fixture)
{
  g_clear_pointer (&fixture->notifier, fys_reminder_notifier_free);
  g_assert_finalize_object (g_steal_pointer (&fixture->reminders));
}

static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  fys_warning_memory_forget_all ();
  fake_desktop_forget (desktop);
  fixture->folder = window_fixture_folder ();
  fixture->file = window_fixture_write (fixture->folder, "laeg.md", ARTICLE);
  fixture->settings = fys_settings_new ();
  g_settings_reset (fixture->settings, FYS_SETTINGS_REMINDERS);
  g_settings_reset (fixture->settings, FYS_SETTINGS_REMINDERS_CHECKED);
  g_settings_reset (fixture->settings, FYS_SETTINGS_RUN_IN_BACKGROUND);
  fixture->now_s = at ("2024-01-10T08:00:00");
  start (fixture, FALSE);
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
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  window_fixture_wait (is_gone, &fixture->window);
  window_fixture_wait (is_gone, &fixture->pane); /* which has the reminders too */
  stop (fixture);
  g_clear_object (&fixture->settings);
  g_clear_object (&fixture->file);
  window_fixture_remove (fixture->folder);
  g_clear_object (&opened);
  g_clear_pointer (&opened_hint, g_free);
}

/* Every day at 9:00 and 18:00. */
static void
put (Fixture *fixture)
{
  static const FysReminderTimes times = { { 540, 1080 }, 2, FYS_WEEKDAYS_ALL };
  g_autofree char              *uri = g_file_get_uri (fixture->file);
  g_autoptr (FysReminder)       reminder = fys_reminder_new ("laeg", "Læg", uri, 1, &times);

  reminder->is_on = TRUE;
  g_assert_true (fys_reminders_put (fixture->reminders, reminder));
}

/* As the alarm does. */
static void
look (Fixture    *fixture,
      const char *time)
{
  fixture->now_s = at (time);
  fys_reminders_check (fixture->reminders);
}

/* Returns: (transfer full) (nullable) */
static GVariant *
dup_shown (void)
{
  fake_desktop_sync (g_application_get_dbus_connection (G_APPLICATION (application)));
  return fake_desktop_dup_notification (desktop, ID);
}

static void
assert_shown (guint n_shown)
{
  g_autoptr (GVariant) notification = dup_shown ();

  g_assert_nonnull (notification);
  g_assert_cmpuint (fake_desktop_count_shown (desktop), ==, n_shown);
}

static void
assert_not_shown (void)
{
  g_autoptr (GVariant) notification = dup_shown ();

  g_assert_null (notification);
}

static void
activate (const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (application), action, g_variant_new_string ("laeg"));
}

static guint
count_buttons (GVariant *notification)
{
  g_autoptr (GVariant) buttons = g_variant_lookup_value (notification, "buttons", G_VARIANT_TYPE ("aa{sv}"));

  return buttons != NULL ? g_variant_n_children (buttons) : 0;
}

static void
test_shown (Fixture      *fixture,
            gconstpointer user_data)
{
  g_autoptr (GVariant) notification = NULL;
  g_autoptr (GVariant) target = NULL;
  const char          *title, *body, *action;

  g_assert_cmpint (fixture->alarm_s, ==, -1); /* nothing to wait for */
  put (fixture);
  g_assert_cmpint (fixture->alarm_s, ==, at ("2024-01-10T09:00:00"));
  look (fixture, "2024-01-10T08:59:59");
  assert_not_shown ();
  look (fixture, "2024-01-10T09:00:00");
  assert_shown (1);
  g_assert_cmpint (fixture->alarm_s, ==, at ("2024-01-10T18:00:00"));

  notification = dup_shown ();
  g_assert_true (g_variant_lookup (notification, "title", "&s", &title));
  g_assert_cmpstr (title, ==, "Time for Your Exercises");
  g_assert_true (g_variant_lookup (notification, "body", "&s", &body));
  g_assert_cmpstr (body, ==, "Læg: 1 exercise");
  g_assert_true (g_variant_lookup (notification, "default-action", "&s", &action));
  g_assert_cmpstr (action, ==, "app.open-exercises");
  target = g_variant_lookup_value (notification, "default-action-target", G_VARIANT_TYPE_STRING);
  g_assert_cmpstr (g_variant_get_string (target, NULL), ==, "laeg");
  g_assert_cmpuint (count_buttons (notification), ==, 2);

  /* The next one takes the place of this one. */
  look (fixture, "2024-01-10T18:00:00");
  assert_shown (2);
}

static void
test_open (Fixture      *fixture,
           gconstpointer user_data)
{
  put (fixture);
  look (fixture, "2024-01-10T09:00:00");
  activate ("open-exercises");
  g_assert_true (g_file_equal (opened, fixture->file));
  g_assert_cmpstr (opened_hint, ==, FYS_APPLICATION_HINT_EXERCISES);
  assert_not_shown ();
}

/* A notification that is still there when its reminder is not. */
static void
test_open_removed (Fixture      *fixture,
                   gconstpointer user_data)
{
  put (fixture);
  look (fixture, "2024-01-10T09:00:00");
  fys_reminders_remove (fixture->reminders, "laeg");
  g_assert_cmpint (fixture->alarm_s, ==, -1);
  activate ("open-exercises");
  g_assert_null (opened);
  assert_not_shown ();
}

static void
test_snooze (Fixture      *fixture,
             gconstpointer user_data)
{
  g_autoptr (GVariant) notification = NULL;

  put (fixture);
  look (fixture, "2024-01-10T09:00:00");
  fixture->now_s = at ("2024-01-10T09:03:00");
  activate ("snooze-reminder");
  assert_not_shown ();
  g_assert_cmpint (fixture->alarm_s, ==, at ("2024-01-10T09:18:00"));
  look (fixture, "2024-01-10T09:18:00");
  assert_shown (2);
  notification = dup_shown ();
  g_assert_cmpuint (count_buttons (notification), ==, 1); /* put off once */
  g_assert_cmpint (fixture->alarm_s, ==, at ("2024-01-10T18:00:00"));
}

static void
open_window (Fixture *fixture)
{
  g_autoptr (FysArticle)  article = window_fixture_article (ARTICLE);
  g_autoptr (FysDocument) document = fys_document_new (article, fixture->file);

  fixture->window = fys_window_new (application, NULL);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  fys_window_set_reminders (fixture->window, fixture->reminders);
  fys_window_take_document (fixture->window, document);
  fixture->pane = fys_window_ensure_exercise_pane (fixture->window);
  g_object_add_weak_pointer (G_OBJECT (fixture->pane), (gpointer *) &fixture->pane);
  g_object_set (fixture->pane, "prefers-window", FALSE, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
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
test_withdrawn (Fixture      *fixture,
                gconstpointer user_data)
{
  put (fixture);
  look (fixture, "2024-01-10T09:00:00");
  assert_shown (1);
  open_window (fixture);
  assert_not_shown ();
  /* An article that is only being read is reminded of. */
  look (fixture, "2024-01-10T18:00:00");
  assert_shown (2);
}

static void
test_being_done (Fixture      *fixture,
                 gconstpointer user_data)
{
  put (fixture);
  open_window (fixture);
  activate ("snooze-reminder");
  g_assert_true (fys_reminders_has_snoozed (fixture->reminders));
  start_exercise (fixture->window);
  g_assert_false (fys_reminders_has_snoozed (fixture->reminders));
  look (fixture, "2024-01-10T09:00:00");
  assert_not_shown ();
  fys_exercise_pane_stop (fys_window_ensure_exercise_pane (fixture->window));
  /* It is not made up for: they were done. */
  look (fixture, "2024-01-10T09:10:00");
  assert_not_shown ();
  look (fixture, "2024-01-10T18:00:00");
  assert_shown (1);
}

/* The program starts again, after what was shown and after what was missed. */
static void
test_restart (Fixture      *fixture,
              gconstpointer user_data)
{
  put (fixture);
  look (fixture, "2024-01-10T09:00:00");
  assert_shown (1);
  stop (fixture);
  fake_desktop_forget (desktop);
  fixture->now_s = at ("2024-01-10T09:30:00");
  start (fixture, FALSE);
  assert_not_shown ();
  stop (fixture);
  fixture->now_s = at ("2024-01-10T19:59:00");
  start (fixture, FALSE);
  assert_shown (1);
}

/* A time that is over when it is chosen is one of tomorrow. */
static void
test_chosen_late (Fixture      *fixture,
                  gconstpointer user_data)
{
  fixture->now_s = at ("2024-01-10T18:10:00");
  put (fixture);
  look (fixture, "2024-01-10T18:10:01");
  assert_not_shown ();
  g_assert_cmpint (fixture->alarm_s, ==, at ("2024-01-11T09:00:00"));
}

/* Somebody else changes what is kept, and writes what makes no sense. */
static void
test_kept_elsewhere (Fixture      *fixture,
                     gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  GVariant          *hostile = g_variant_parse (G_VARIANT_TYPE (FYS_REMINDERS_TYPE), "[('laeg', 'L', 'https://a/', 1, [540], 0x7f, true)]", NULL,
                                                NULL, &error);

  g_assert_no_error (error);
  put (fixture);
  g_settings_set_value (fixture->settings, FYS_SETTINGS_REMINDERS, hostile);
  g_assert_null (fys_reminders_get (fixture->reminders, "laeg"));
  g_assert_cmpint (fixture->alarm_s, ==, -1);
  look (fixture, "2024-01-10T09:00:00");
  assert_not_shown ();
}

static void
opened_cb (GApplication *unused,
           GFile       **files,
           int           n_files,
           const char   *hint)
{
  g_assert_cmpint (n_files, ==, 1);
  g_set_object (&opened, files[0]);
  g_free (opened_hint);
  opened_hint = g_strdup (hint);
}

static void
activated_cb (void)
{
  /* There has to be something that does it. */
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int                status;

  g_test_init (&argc, &argv, NULL);
  desktop = fake_desktop_new (FALSE);
  g_resources_register (fys_get_resource ());
  application = GTK_APPLICATION (adw_application_new (APP_ID, G_APPLICATION_HANDLES_OPEN));
  g_signal_connect (application, "open", G_CALLBACK (opened_cb), NULL);
  g_signal_connect (application, "activate", G_CALLBACK (activated_cb), NULL);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  g_assert_no_error (error);
  /* A pane that slides when its window is destroyed would slide for ever. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

#define ADD(path, function) g_test_add ("/reminder/notifier/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("shown", test_shown);
  ADD ("open", test_open);
  ADD ("open-removed", test_open_removed);
  ADD ("snooze", test_snooze);
  ADD ("withdrawn", test_withdrawn);
  ADD ("being-done", test_being_done);
  ADD ("restart", test_restart);
  ADD ("chosen-late", test_chosen_late);
  ADD ("kept-elsewhere", test_kept_elsewhere);
#undef ADD

  status = g_test_run ();
  fake_desktop_free (desktop);
  return status;
}
