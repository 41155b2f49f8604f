/* test-preferences.c - every row changes its key and follows it, and what is of no use now cannot be changed
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window/fys-preferences.h"

#include "ui/exercise/fys-speech.h"
#include "ui/window/fys-application.h"
#include "ui/window/fys-settings.h"

typedef struct
{
  GSettings *settings;
  GtkWidget *page;
} Fixture;

static const char *const keys[] = {
  FYS_SETTINGS_SOUNDS, FYS_SETTINGS_SOUND_VOLUME, FYS_SETTINGS_SPOKEN_CUES, FYS_SETTINGS_KEEP_JOURNAL, FYS_SETTINGS_ASK_PAIN,
};

static const struct
{
  const char *key;
  const char *child;
} switches[] = {
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
  self->page = g_object_ref_sink (fys_preferences_new (self->settings));
}

static void
tear_down (Fixture      *self,
           gconstpointer user_data)
{
  g_assert_finalize_object (self->page);
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
#undef ADD
  return g_test_run ();
}
