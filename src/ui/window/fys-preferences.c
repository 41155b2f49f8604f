/* fys-preferences.c - what the user chooses once and for all
 *
 * Stands in the dialog that the others stand in: AdwPreferencesWindow is deprecated where AdwPreferencesDialog is, and for one page
 * neither gives more. SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window/fys-preferences.h"

#include <glib/gi18n.h>
#include <math.h>

#include "compat/fys-compat-dialog.h"
#include "ui/exercise/fys-sounds.h"
#include "ui/exercise/fys-speech.h"
#include "ui/exercise/fys-spoken.h"
#include "ui/library/fys-folder-list.h"
#include "ui/reminder/fys-reminder-list.h"
#include "ui/window/fys-settings.h"

#define WIDTH_PX           520
#define HEIGHT_PX          640

/* A sample that comes much later would be taken for something else. */
#define SAMPLE_PATIENCE_US (10 * G_USEC_PER_SEC)

struct _FysPreferences
{
  AdwPreferencesPage parent_instance;

  /* Template children */
  GtkSwitch         *terms_switch;
  GtkSwitch         *sounds_switch;
  GtkWidget         *volume_row;
  GtkWidget         *volume_scale;
  GtkAdjustment     *volume_adjustment;
  AdwActionRow      *voice_row;
  GtkSwitch         *voice_switch;
  GtkSwitch         *journal_switch;
  GtkWidget         *pain_row;
  GtkSwitch         *pain_switch;

  /* Owned */
  FysSounds         *sounds; /* (nullable): before the first sample */
  FysSpeech         *speech; /* (nullable): likewise */
};

G_DEFINE_FINAL_TYPE (FysPreferences, fys_preferences, ADW_TYPE_PREFERENCES_PAGE)

/* GTK 4.8 tells a screen reader the number and not the words for it: percent are words enough. */
static gboolean
get_percent (GValue   *value,
             GVariant *volume,
             gpointer  user_data)
{
  g_value_set_double (value, round (g_variant_get_double (volume) * 100));
  return TRUE;
}

static GVariant *
set_percent (const GValue       *value,
             const GVariantType *type,
             gpointer            user_data)
{
  return g_variant_new_double (g_value_get_double (value) / 100);
}

static void
volume_changed_cb (FysPreferences *self)
{
  int              percent = (int) round (gtk_adjustment_get_value (self->volume_adjustment));
  /* Translators: the volume of the sounds, for a screen reader */
  g_autofree char *words = g_strdup_printf (ngettext ("%d percent", "%d percent", percent), percent);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->volume_scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, -1);
}

static void
sample_clicked_cb (FysPreferences *self)
{
  if (self->sounds == NULL)
    self->sounds = fys_sounds_new (NULL);
  fys_sounds_set_volume (self->sounds, gtk_adjustment_get_value (self->volume_adjustment) / 100);
  fys_sounds_wake (self->sounds);
  fys_sounds_play (self->sounds, FYS_SOUND_START);
  fys_sounds_sleep (self->sounds);
}

/* Whoever turns the voice on wants to know that it is there, and what it sounds like. */
static void
voice_switched_cb (FysPreferences *self)
{
  const char *language = g_str_has_prefix (g_get_language_names ()[0], "da") ? "da" : "en";

  if (!gtk_switch_get_active (self->voice_switch))
    {
      if (self->speech != NULL)
        fys_speech_hush (self->speech);
      return;
    }
  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->voice_row)))
    return;
  if (self->speech == NULL)
    self->speech = fys_speech_new (FYS_SPEECH_START_SERVICE, NULL);
  fys_speech_wake (self->speech);
  fys_speech_say (self->speech, fys_spoken_get_word (FYS_SPOKEN_GET_READY, language), language, SAMPLE_PATIENCE_US);
  fys_speech_sleep (self->speech);
}

static void
fys_preferences_dispose (GObject *object)
{
  FysPreferences *self = FYS_PREFERENCES (object);

  g_clear_pointer (&self->sounds, fys_sounds_free);
  g_clear_pointer (&self->speech, fys_speech_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), FYS_TYPE_PREFERENCES);

  G_OBJECT_CLASS (fys_preferences_parent_class)->dispose (object);
}

static void
fys_preferences_class_init (FysPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fys_preferences_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/window/fys-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, FysPreferences, terms_switch);
  gtk_widget_class_bind_template_child (widget_class, FysPreferences, sounds_switch);
  gtk_widget_class_bind_template_child (widget_class, FysPreferences, volume_row);
  gtk_widget_class_bind_template_child (widget_class, FysPreferences, volume_scale);
  gtk_widget_class_bind_template_child (widget_class, FysPreferences, volume_adjustment);
  gtk_widget_class_bind_template_child (widget_class, FysPreferences, voice_row);
  gtk_widget_class_bind_template_child (widget_class, FysPreferences, voice_switch);
  gtk_widget_class_bind_template_child (widget_class, FysPreferences, journal_switch);
  gtk_widget_class_bind_template_child (widget_class, FysPreferences, pain_row);
  gtk_widget_class_bind_template_child (widget_class, FysPreferences, pain_switch);
  gtk_widget_class_bind_template_callback (widget_class, volume_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, sample_clicked_cb);
}

static void
fys_preferences_init (FysPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  volume_changed_cb (self);
}

static void
show_whether_there_is_a_voice (FysPreferences *self)
{
  if (fys_speech_is_there ())
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->voice_row), FALSE);
  adw_action_row_set_subtitle (self->voice_row, _ ("The speech service of the desktop, speech-dispatcher, is not installed"));
}

GtkWidget *
fys_preferences_new (GSettings    *settings,
                     FysReminders *reminders,
                     FysLibrary   *library)
{
  FysPreferences *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (reminders == NULL || FYS_IS_REMINDERS (reminders), NULL);
  g_return_val_if_fail (library == NULL || FYS_IS_LIBRARY (library), NULL);

  self = g_object_new (FYS_TYPE_PREFERENCES, NULL);
  g_settings_bind (settings, FYS_SETTINGS_LINK_TERMS, self->terms_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, FYS_SETTINGS_SOUNDS, self->sounds_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, FYS_SETTINGS_SOUNDS, self->volume_row, "sensitive", G_SETTINGS_BIND_GET);
  g_settings_bind_with_mapping (settings, FYS_SETTINGS_SOUND_VOLUME, self->volume_adjustment, "value", G_SETTINGS_BIND_DEFAULT,
                                get_percent, set_percent, NULL, NULL);
  g_settings_bind (settings, FYS_SETTINGS_SPOKEN_CUES, self->voice_switch, "active", G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_NO_SENSITIVITY);
  g_settings_bind (settings, FYS_SETTINGS_KEEP_JOURNAL, self->journal_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, FYS_SETTINGS_KEEP_JOURNAL, self->pain_row, "sensitive", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, FYS_SETTINGS_ASK_PAIN, self->pain_switch, "active", G_SETTINGS_BIND_DEFAULT);
  /* From now on it is the user who turns it on. */
  g_signal_connect_object (self->voice_switch, "notify::active", G_CALLBACK (voice_switched_cb), self, G_CONNECT_SWAPPED);
  show_whether_there_is_a_voice (self);
  if (reminders != NULL)
    adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (fys_reminder_list_new (reminders, NULL)));
  if (library != NULL)
    {
      adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (fys_folder_list_new (library, settings)));
      adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (fys_problem_list_new (library)));
    }
  return GTK_WIDGET (self);
}

void
fys_preferences_present (GtkWidget    *parent,
                         GSettings    *settings,
                         FysReminders *reminders,
                         FysLibrary   *library)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));

  fys_compat_dialog_present (parent, _ ("Preferences"), fys_preferences_new (settings, reminders, library), WIDTH_PX, HEIGHT_PX);
}
