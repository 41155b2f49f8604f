/* test-preferences.c - every row changes its key and follows it, and what is of no use now cannot be changed
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window/fys-preferences.h"

#include "ui/exercise/fys-speech.h"
#include "ui/reminder/fys-background-row.h"
#include "ui/reminder/fys-reminder-list.h"
#include "ui/window/fys-application.h"
#include "ui/window/fys-settings.h"

typedef struct
{
  GSettings    *settings;
  FysReminders *reminders;
  GtkWidget    *page;
} Fixture;

static const char *const keys[] = {
  FYS_SETTINGS_LINK_TERMS, FYS_SETTINGS_SOUNDS, FYS_SETTINGS_SOUND_VOLUME, FYS_SETTINGS_SPOKEN_CUES, FYS_SETTINGS_KEEP_JOURNAL, FYS_SETTINGS_ASK_PAIN,
  FYS_SETTINGS_REMINDERS, FYS_SETTINGS_RUN_IN_BACKGROUND,
};

static const struct
{
  const char *key;
  const char *child;
} switches[] = {
  { FYS_SETTINGS_LINK_TERMS, "terms_switch" },
  { FYS_SETTINGS_SOUNDS, "sounds_switch" },
  { FYS_SETTINGS_SPOKEN_CUES, "voice_switch" },
  { FYS_SETTINGS_KEEP_JOURNAL, "journal_switch" },
  { FYS_SETTINGS_ASK_PAIN, "pain_switch" },
};

static gpointer
get_child (Fixture    *self,
           const char *name)
{
  GObject *child = gtk_widget_get_template_child (self->page, FYS_TYPE_PREFERENCES, name);

  g_assert_nonnull (child);
  return child;
}

static void
set_up (Fixture      *self,
        gconstpointer user_data)
{
  self->settings = fys_settings_new ();
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (self->settings, keys[i]);
  self->reminders = fys_reminders_new (self->settings, NULL);
  self->page = g_object_ref_sink (fys_preferences_new (self->settings, self->reminders, NULL));
}

static void
tear_down (Fixture      *self,
           gconstpointer user_data)
{
  g_assert_finalize_object (self->page);
  g_assert_finalize_object (self->reminders);
  g_object_unref (self->settings);
}

static void
test_switches (Fixture      *self,
               gconstpointer user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    {
      GtkSwitch *toggle = get_child (self, switches[i].child);
      gboolean   was_on = g_settings_get_boolean (self->settings, switches[i].key);

      g_assert_cmpint (gtk_switch_get_active (toggle), ==, was_on);
      gtk_switch_set_active (toggle, !was_on);
      g_assert_cmpint (g_settings_get_boolean (self->settings, switches[i].key), ==, !was_on);
      g_settings_set_boolean (self->settings, switches[i].key, was_on);
      g_assert_cmpint (gtk_switch_get_active (toggle), ==, was_on);
    }
}

/* In percent for people, and in parts of one in the key. */
static void
test_volume (Fixture      *self,
             gconstpointer user_data)
{
  GtkAdjustment *volume = get_child (self, "volume_adjustment");

  for (int percent = 0; percent <= 100; percent += 5)
    {
      gtk_adjustment_set_value (volume, percent);
      g_assert_cmpfloat_with_epsilon (g_settings_get_double (self->settings, FYS_SETTINGS_SOUND_VOLUME), percent / 100.0, 1e-9);
    }
  g_settings_set_double (self->settings, FYS_SETTINGS_SOUND_VOLUME, 0.35);
  g_assert_cmpfloat (gtk_adjustment_get_value (volume), ==, 35);
  gtk_test_accessible_assert_property (get_child (self, "volume_scale"), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "35 percent");
  gtk_test_accessible_assert_property (get_child (self, "volume_scale"), GTK_ACCESSIBLE_PROPERTY_LABEL, "Volume");
}

static void
test_sensitivity (Fixture      *self,
                  gconstpointer user_data)
{
  GtkWidget *volume = get_child (self, "volume_row");
  GtkWidget *pain = get_child (self, "pain_row");

  g_assert_true (gtk_widget_get_sensitive (volume));
  g_assert_true (gtk_widget_get_sensitive (pain));
  g_settings_set_boolean (self->settings, FYS_SETTINGS_SOUNDS, FALSE);
  g_assert_false (gtk_widget_get_sensitive (volume));
  g_settings_set_boolean (self->settings, FYS_SETTINGS_KEEP_JOURNAL, FALSE);
  g_assert_false (gtk_widget_get_sensitive (pain));
}

/* main() took everything away that a speech service is found by. */
static void
test_no_voice (Fixture      *self,
               gconstpointer user_data)
{
  AdwActionRow *voice = get_child (self, "voice_row");

  g_assert_false (fys_speech_is_there ());
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (voice)));
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (voice), "speech-dispatcher"));
}

static void
put_reminder (Fixture    *self,
              const char *article,
              const char *title)
{
  FysReminderTimes         times = { .minutes = { 9 * 60 }, .n_times = 1, .weekdays = FYS_WEEKDAYS_ALL };
  g_autoptr (FysReminder)  reminder = fys_reminder_new (article, title, "file:///tmp/article.md", 1, &times);

  g_assert_true (fys_reminders_put (self->reminders, reminder));
}

/* Returns: (nullable): the child with the number @index, from 0, of a type, from top to bottom */
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
get_inside (GtkWidget *widget,
            GType      type,
            guint      index)
{
  return find (widget, type, &index);
}

/* Each with its button; what goes leaves the focus to what takes its place, and to the switch at last. */
static void
test_reminders (Fixture      *self,
                gconstpointer user_data)
{
  AdwPreferencesGroup *list = get_inside (self->page, FYS_TYPE_REMINDER_LIST, 0);
  GtkWidget           *window = adw_window_new ();
  GtkWidget           *row;

  g_assert_nonnull (list);
  g_assert_nonnull (get_inside (GTK_WIDGET (list), FYS_TYPE_BACKGROUND_ROW, 0));
  g_assert_null (get_inside (GTK_WIDGET (list), GTK_TYPE_BUTTON, 0));
  g_assert_cmpstr (adw_preferences_group_get_description (list), !=, "");
  put_reminder (self, "knee", "Knee & <thigh>");
  put_reminder (self, "back", "Back");
  g_assert_cmpstr (adw_preferences_group_get_description (list), ==, "");

  adw_window_set_content (ADW_WINDOW (window), self->page);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (gtk_widget_grab_focus (get_inside (GTK_WIDGET (list), GTK_TYPE_BUTTON, 0)));
  gtk_test_accessible_assert_property (get_inside (GTK_WIDGET (list), GTK_TYPE_BUTTON, 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Remove the reminder of Knee & <thigh>");
  g_signal_emit_by_name (get_inside (GTK_WIDGET (list), GTK_TYPE_BUTTON, 0), "clicked");
  g_assert_null (fys_reminders_get (self->reminders, "knee"));
  g_assert_nonnull (fys_reminders_get (self->reminders, "back"));
  row = gtk_widget_get_ancestor (get_inside (GTK_WIDGET (list), GTK_TYPE_BUTTON, 0), ADW_TYPE_ACTION_ROW);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == row);
  g_signal_emit_by_name (get_inside (GTK_WIDGET (list), GTK_TYPE_BUTTON, 0), "clicked");
  g_assert_cmpuint (fys_reminders_get_all (self->reminders)->len, ==, 0);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == get_inside (GTK_WIDGET (list), FYS_TYPE_BACKGROUND_ROW, 0));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Where none are kept there is nothing to say of them. */
static void
test_no_reminders (Fixture      *self,
                   gconstpointer user_data)
{
  GtkWidget *page = g_object_ref_sink (fys_preferences_new (self->settings, NULL, NULL));

  g_assert_null (get_inside (page, FYS_TYPE_REMINDER_LIST, 0));
  g_assert_finalize_object (page);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (FysApplication) application = NULL;

  g_unsetenv ("SPEECHD_ADDRESS");
  g_setenv ("PATH", "/nonexistent", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  application = fys_application_new (); /* which registers the resources */

#define ADD(path, function) g_test_add ("/window/preferences/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("switches", test_switches);
  ADD ("volume", test_volume);
  ADD ("sensitivity", test_sensitivity);
  ADD ("no-voice", test_no_voice);
  ADD ("reminders", test_reminders);
  ADD ("no-reminders", test_no_reminders);
#undef ADD
  return g_test_run ();
}
