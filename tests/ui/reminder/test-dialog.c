/* test-dialog.c - what is chosen in the dialog is what is kept, and what the portal says is what is told
 *
 * Run with "portal" or "no-portal". SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fake-desktop.h"
#include "ui/reminder/fys-reminder-button.h"
#include "ui/reminder/fys-reminder-dialog.h"
#include "ui/reminder/fys-reminder-list.h"
#include "ui/reminder/fys-time-row.h"
#include "ui/window/fys-application.h"
#include "ui/window/fys-settings.h"
#include "window-fixture.h"

#define ARTICLE                                                                                            \
  "---\ntitle: Læg\n---\n\n## Øvelser\n\n### Stræk af læggen\n\n"                                          \
  "Stil den ene fod bag den anden, og hold i 20 sekunder. Gør det 2 gange om dagen.\n"

typedef struct
{
  GSettings    *settings;
  FysReminders *reminders;
  FysDocument  *document;
  GtkWidget    *window;
  GtkWidget    *page;
} Fixture;

static FakeDesktop    *desktop;
static FysApplication *application;

static void
open_page (Fixture *fixture)
{
  fixture->page = fys_reminder_page_new (fixture->reminders, fixture->document);
  fixture->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->page);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
close_page (Fixture *fixture)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->page), (gpointer *) &fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture->window = NULL;
}

static gboolean
is_gone (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  g_autoptr (FysArticle) article = window_fixture_article (ARTICLE);
  g_autoptr (GFile)      file = g_file_new_for_path ("/tmp/laeg.md");

  fake_desktop_forget (desktop);
  fake_desktop_set_mood (desktop, FAKE_PORTAL_GRANTS);
  fixture->settings = fys_settings_new ();
  g_settings_reset (fixture->settings, FYS_SETTINGS_REMINDERS);
  g_settings_reset (fixture->settings, FYS_SETTINGS_RUN_IN_BACKGROUND);
  fixture->reminders = fys_reminders_new (fixture->settings, NULL);
  fixture->document = fys_document_new (article, file);
  open_page (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  if (fixture->window != NULL)
    close_page (fixture);
  window_fixture_wait (is_gone, &fixture->page);
  g_settings_reset (fixture->settings, FYS_SETTINGS_REMINDERS); /* and the application has none either */
  g_settings_reset (fixture->settings, FYS_SETTINGS_RUN_IN_BACKGROUND);
  g_assert_finalize_object (fixture->reminders);
  g_clear_object (&fixture->document);
  g_clear_object (&fixture->settings);
}

/* Returns: (transfer none) (nullable): the child with the number @index, from 0, of a type, from top to bottom */
static gpointer
find (GtkWidget *widget,
      GType      type,
      guint     *inout_index)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*inout_index)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find (child, type, inout_index);
  return found;
}

static gpointer
get (Fixture *fixture,
     GType    type,
     guint    index)
{
  return find (fixture->page, type, &index);
}

static void
set_switch (Fixture *fixture,
            guint    index,
            gboolean is_active)
{
  gtk_switch_set_active (get (fixture, GTK_TYPE_SWITCH, index), is_active);
}

static gboolean
is_switched (Fixture *fixture,
             guint    index)
{
  return gtk_switch_get_active (get (fixture, GTK_TYPE_SWITCH, index));
}

#define ON         0
#define BACKGROUND 1

static const FysReminder *
get_kept (Fixture *fixture)
{
  return fys_reminders_get (fixture->reminders, "laeg");
}

/* Opened, looked at, closed: nothing is kept of that. */
static void
test_suggestion (Fixture      *fixture,
                 gconstpointer user_data)
{
  g_assert_false (is_switched (fixture, ON));
  g_assert_cmpuint (fys_time_row_get_minute (get (fixture, FYS_TYPE_TIME_ROW, 0)), ==, 9 * 60);
  g_assert_cmpuint (fys_time_row_get_minute (get (fixture, FYS_TYPE_TIME_ROW, 1)), ==, 18 * 60);
  g_assert_null (get (fixture, FYS_TYPE_TIME_ROW, 2));
  gtk_check_button_set_active (get (fixture, GTK_TYPE_CHECK_BUTTON, 6), FALSE);
  g_assert_null (get_kept (fixture));
}

static void
test_on (Fixture      *fixture,
         gconstpointer user_data)
{
  const FysReminder *kept;

  set_switch (fixture, ON, TRUE);
  kept = get_kept (fixture);
  g_assert_nonnull (kept);
  g_assert_true (kept->is_on);
  g_assert_cmpstr (kept->title, ==, "Læg");
  g_assert_cmpstr (kept->uri, ==, "file:///tmp/laeg.md");
  g_assert_cmpuint (kept->n_exercises, ==, 1);
  g_assert_cmpuint (kept->times.n_times, ==, 2);
  g_assert_cmphex (kept->times.weekdays, ==, FYS_WEEKDAYS_ALL);

  set_switch (fixture, ON, FALSE);
  g_assert_nonnull (get_kept (fixture)); /* its times are there for the next time */
  g_assert_false (get_kept (fixture)->is_on);
}

/* What was typed, and what was ticked, counts at once, and is there when the dialog is opened again. */
static void
test_change (Fixture      *fixture,
             gconstpointer user_data)
{
  GtkSpinButton *spin_button = get (fixture, GTK_TYPE_SPIN_BUTTON, 0);

  set_switch (fixture, ON, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (spin_button), "7.45");
  gtk_spin_button_update (spin_button);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spin_button)), ==, "7:45");
  gtk_check_button_set_active (get (fixture, GTK_TYPE_CHECK_BUTTON, 5), FALSE);
  gtk_check_button_set_active (get (fixture, GTK_TYPE_CHECK_BUTTON, 6), FALSE);
  g_assert_cmpuint (get_kept (fixture)->times.minutes[0], ==, 7 * 60 + 45);
  g_assert_cmphex (get_kept (fixture)->times.weekdays, ==, 0x1f);

  close_page (fixture);
  window_fixture_wait (is_gone, &fixture->page);
  open_page (fixture);
  g_assert_true (is_switched (fixture, ON));
  g_assert_cmpuint (fys_time_row_get_minute (get (fixture, FYS_TYPE_TIME_ROW, 0)), ==, 7 * 60 + 45);
  g_assert_false (gtk_check_button_get_active (get (fixture, GTK_TYPE_CHECK_BUTTON, 6)));
  g_assert_true (gtk_check_button_get_active (get (fixture, GTK_TYPE_CHECK_BUTTON, 4)));
}

static void
test_nonsense_typed (Fixture      *fixture,
                     gconstpointer user_data)
{
  GtkSpinButton *spin_button = get (fixture, GTK_TYPE_SPIN_BUTTON, 0);

  set_switch (fixture, ON, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (spin_button), "25:00");
  gtk_spin_button_update (spin_button);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spin_button)), ==, "9:00");
  g_assert_cmpuint (get_kept (fixture)->times.minutes[0], ==, 9 * 60);
}

static void
test_add_and_remove_time (Fixture      *fixture,
                          gconstpointer user_data)
{
  set_switch (fixture, ON, TRUE);
  for (guint i = 2; i < FYS_REMINDER_MAX_TIMES; i++)
    {
      g_signal_emit_by_name (get (fixture, GTK_TYPE_BUTTON, 0), "clicked");
      g_assert_cmpuint (get_kept (fixture)->times.n_times, ==, i + 1);
    }
  g_assert_false (gtk_widget_get_sensitive (get (fixture, GTK_TYPE_BUTTON, 0)));
  for (guint i = FYS_REMINDER_MAX_TIMES; i > 1; i--)
    {
      g_signal_emit_by_name (get (fixture, FYS_TYPE_TIME_ROW, 0), "remove-clicked");
      g_assert_cmpuint (get_kept (fixture)->times.n_times, ==, i - 1);
    }
  g_signal_emit_by_name (get (fixture, FYS_TYPE_TIME_ROW, 0), "remove-clicked");
  g_assert_nonnull (get (fixture, FYS_TYPE_TIME_ROW, 0)); /* the last one stays */
  g_assert_true (gtk_widget_get_sensitive (get (fixture, GTK_TYPE_BUTTON, 0)));
}

/* A reminder without a day is none: what was kept stays as it was. */
static void
test_no_day (Fixture      *fixture,
             gconstpointer user_data)
{
  set_switch (fixture, ON, TRUE);
  for (guint i = 0; i < 7; i++)
    gtk_check_button_set_active (get (fixture, GTK_TYPE_CHECK_BUTTON, i), FALSE);
  g_assert_cmphex (get_kept (fixture)->times.weekdays, ==, FYS_WEEKDAY_BIT (7));
  gtk_check_button_set_active (get (fixture, GTK_TYPE_CHECK_BUTTON, 1), TRUE);
  g_assert_cmphex (get_kept (fixture)->times.weekdays, ==, FYS_WEEKDAY_BIT (2));
}

static void
test_removed_elsewhere (Fixture      *fixture,
                        gconstpointer user_data)
{
  set_switch (fixture, ON, TRUE);
  fys_reminders_remove (fixture->reminders, "laeg");
  g_assert_false (is_switched (fixture, ON));
  g_assert_null (get_kept (fixture));
}

static void
test_list (Fixture      *fixture,
           gconstpointer user_data)
{
  static const FysReminderTimes times = { { 540 }, 1, FYS_WEEKDAYS_ALL };
  g_autoptr (FysReminder)       other = fys_reminder_new ("iskias", "Iskias <3", "file:///i.md", 7, &times);
  GtkWidget                    *list = get (fixture, FYS_TYPE_REMINDER_LIST, 0);
  guint                         first = 0;
  GtkWidget                    *button;

  g_assert_false (gtk_widget_get_visible (list));
  set_switch (fixture, ON, TRUE);
  g_assert_false (gtk_widget_get_visible (list)); /* that one is above */
  g_assert_true (fys_reminders_put (fixture->reminders, other));
  g_assert_true (gtk_widget_get_visible (list));
  button = find (list, GTK_TYPE_BUTTON, &first);
  g_signal_emit_by_name (button, "clicked");
  g_assert_null (fys_reminders_get (fixture->reminders, "iskias"));
  g_assert_nonnull (get_kept (fixture));
  g_assert_false (gtk_widget_get_visible (list));
}

static void
test_button (Fixture      *fixture,
             gconstpointer user_data)
{
  g_autoptr (FysDocument) no_file = window_fixture_document (ARTICLE);
  FysReminderButton      *button = g_object_ref_sink (g_object_new (FYS_TYPE_REMINDER_BUTTON, NULL));
  guint                   first = 0;
  GtkLabel               *label = find (GTK_WIDGET (button), GTK_TYPE_LABEL, &first);

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (button)));
  fys_reminder_button_set (button, NULL, fixture->document); /* nothing is kept here */
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (button)));
  fys_reminder_button_set (button, fixture->reminders, no_file);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (button)));
  fys_reminder_button_set (button, fixture->reminders, fixture->document);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (button)));
  g_assert_cmpstr (gtk_label_get_label (label), ==, "Remind Me…");
  set_switch (fixture, ON, TRUE);
  g_assert_cmpstr (gtk_label_get_label (label), ==, "Reminder: Every day at 9:00 and 18:00");
  set_switch (fixture, ON, FALSE);
  g_assert_cmpstr (gtk_label_get_label (label), ==, "Remind Me…");
  g_assert_finalize_object (button);
}

static gboolean
is_answered (gpointer row)
{
  return gtk_widget_get_sensitive (row);
}

/* Returns: (transfer none): what is told below the switch once the portal has answered */
static const char *
ask (Fixture *fixture,
     gboolean runs_in_background)
{
  GtkWidget *row = gtk_widget_get_ancestor (get (fixture, GTK_TYPE_SWITCH, BACKGROUND), ADW_TYPE_ACTION_ROW);

  set_switch (fixture, BACKGROUND, runs_in_background);
  g_assert_false (gtk_widget_get_sensitive (row));
  window_fixture_wait (is_answered, row);
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (row));
}

static void
assert_background (Fixture *fixture,
                   gboolean runs_in_background)
{
  g_assert_cmpint (is_switched (fixture, BACKGROUND), ==, runs_in_background);
  g_assert_cmpint (fys_reminders_runs_in_background (fixture->reminders), ==, runs_in_background);
  g_assert_cmpint (g_settings_get_boolean (fixture->settings, FYS_SETTINGS_RUN_IN_BACKGROUND), ==, runs_in_background);
}

static void
test_granted (Fixture      *fixture,
              gconstpointer user_data)
{
  g_autoptr (GVariant) options = NULL;
  g_autofree char     *reason = NULL;
  g_auto (GStrv)       command_line = NULL;
  gboolean             starts_at_login = FALSE;

  assert_background (fixture, FALSE);
  options = fake_desktop_dup_options (desktop);
  g_assert_null (options); /* nothing is asked before the user wants it */
  g_assert_cmpstr (ask (fixture, TRUE), ==, "You are reminded also when the window is closed.");
  assert_background (fixture, TRUE);
  options = fake_desktop_dup_options (desktop);
  g_assert_true (g_variant_lookup (options, "autostart", "b", &starts_at_login));
  g_assert_true (starts_at_login);
  g_assert_true (g_variant_lookup (options, "commandline", "^as", &command_line));
  g_assert_cmpuint (g_strv_length (command_line), ==, 2);
  g_assert_cmpstr (command_line[0], ==, "fysbog");
  g_assert_cmpstr (command_line[1], ==, "--background");
  g_assert_true (g_variant_lookup (options, "reason", "s", &reason));
  g_assert_cmpstr (reason, ==, "Remind you of your exercises");

  g_assert_cmpstr (ask (fixture, FALSE), ==, "Otherwise you are reminded only while Fysbog is open.");
  assert_background (fixture, FALSE);
  g_clear_pointer (&options, g_variant_unref);
  options = fake_desktop_dup_options (desktop);
  g_assert_true (g_variant_lookup (options, "autostart", "b", &starts_at_login));
  g_assert_false (starts_at_login);
}

static void
test_refused (Fixture      *fixture,
              gconstpointer user_data)
{
  static const FakePortalMood moods[] = { FAKE_PORTAL_REFUSES, FAKE_PORTAL_GRANTS_LESS };

  for (gsize i = 0; i < G_N_ELEMENTS (moods); i++)
    {
      fake_desktop_set_mood (desktop, moods[i]);
      g_assert_cmpstr (ask (fixture, TRUE), ==, "The computer did not allow it. You are reminded only while Fysbog is open.");
      assert_background (fixture, FALSE);
    }
}

/* Off is off, whatever the desktop says of it. */
static void
test_refused_off (Fixture      *fixture,
                  gconstpointer user_data)
{
  ask (fixture, TRUE);
  fake_desktop_set_mood (desktop, FAKE_PORTAL_REFUSES);
  ask (fixture, FALSE);
  assert_background (fixture, FALSE);
}

static void
test_absent (Fixture      *fixture,
             gconstpointer user_data)
{
  fake_desktop_set_mood (desktop, FAKE_PORTAL_FAILS); /* which comes to the same, where there is a portal */
  g_assert_cmpstr (ask (fixture, TRUE), ==, "This computer cannot start Fysbog by itself. You are reminded only while Fysbog is open.");
  assert_background (fixture, FALSE);
}

static gboolean
runs_in_background (gpointer settings)
{
  return g_settings_get_boolean (settings, FYS_SETTINGS_RUN_IN_BACKGROUND);
}

/* The answer comes when the dialog is gone. */
static void
test_closed_while_asking (Fixture      *fixture,
                          gconstpointer user_data)
{
  set_switch (fixture, BACKGROUND, TRUE);
  close_page (fixture);
  window_fixture_wait (runs_in_background, fixture->settings);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  gboolean           has_portal;
  int                status;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  has_portal = g_str_equal (argv[1], "portal");
  desktop = fake_desktop_new (has_portal);
  application = fys_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  g_assert_no_error (error);

#define ADD(path, function) g_test_add ("/reminder/dialog/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("absent", test_absent);
  if (has_portal)
    {
      ADD ("suggestion", test_suggestion);
      ADD ("on", test_on);
      ADD ("change", test_change);
      ADD ("nonsense-typed", test_nonsense_typed);
      ADD ("add-and-remove-time", test_add_and_remove_time);
      ADD ("no-day", test_no_day);
      ADD ("removed-elsewhere", test_removed_elsewhere);
      ADD ("list", test_list);
      ADD ("button", test_button);
      ADD ("granted", test_granted);
      ADD ("refused", test_refused);
      ADD ("refused-off", test_refused_off);
      ADD ("closed-while-asking", test_closed_while_asking);
    }
#undef ADD

  status = g_test_run ();
  fake_desktop_free (desktop);
  return status;
}
