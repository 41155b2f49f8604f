/* fys-application.c - the program: its windows, its actions, what it opens
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window/fys-application.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "compat/fys-compat-about.h"
#include "core/clinic/fys-site.h"
#include "core/fys-paths.h"
#include "fys-resources.h"
#include "ui/journal/fys-journal-window.h"
#include "ui/library/fys-library-folders.h"
#include "ui/reminder/fys-reminder-notifier.h"
#include "ui/window/fys-herald.h"
#include "ui/window/fys-preferences.h"
#include "ui/window/fys-search-provider.h"
#include "ui/window/fys-settings.h"
#include "ui/window/fys-shortcuts.h"
#include "ui/window/fys-window.h"

struct _FysApplication
{
  AdwApplication parent_instance;

  /* Owned */
  GSettings           *settings;  /* (nullable) */
  FysChoices          *choices;   /* (nullable): nothing is kept without it */
  FysJournal          *journal;   /* (nullable): nor without this */
  FysLibrary          *library;
  FysReading          *reading;   /* (nullable): likewise */
  guint                library_id; /* 0 when the library need not be started */
  FysHerald           *herald;
  FysReminders        *reminders; /* (nullable): none are kept */
  FysReminderNotifier *notifier;  /* (nullable) */
  FysSearchProvider   *provider;  /* (nullable): without a bus */

  gboolean             is_library_started;
  gboolean             is_background; /* started to remind, without a window */
  gboolean             skips_window;  /* of the next activation, which is the start */
};

/* An article that is being opened comes first; the start page fills as soon as it is there. */
#define LIBRARY_DELAY_MS 400

/* How long a program that the bus started waits for the next letter of a search, or for whoever reads what was found. */
#define SERVICE_TIMEOUT_MS 60000

/* The option of the command line. */
#define BACKGROUND "background"

G_DEFINE_FINAL_TYPE (FysApplication, fys_application, ADW_TYPE_APPLICATION)

static FysWindow *
find_window (FysApplication *self,
             GFile          *file)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      GFile *shown = FYS_IS_WINDOW (l->data) ? fys_window_get_file (l->data) : NULL;

      if (shown != NULL && g_file_equal (shown, file))
        return l->data;
    }
  return NULL;
}

static FysWindow *create_window (FysApplication *self);

static FysWindow *
create_window_cb (FysApplication *self)
{
  return g_object_ref (create_window (self));
}

static FysWindow *
create_window (FysApplication *self)
{
  FysWindow *window = fys_window_new (GTK_APPLICATION (self), self->settings);

  fys_window_set_choices (window, self->choices);
  fys_window_set_journal (window, self->journal);
  fys_window_set_reminders (window, self->reminders);
  fys_window_set_library (window, self->library);
  fys_window_set_reading (window, self->reading);
  g_signal_connect_object (window, "create-window", G_CALLBACK (create_window_cb), self, G_CONNECT_SWAPPED);
  return window;
}

static gboolean
start_library_cb (gpointer user_data)
{
  FysApplication *self = user_data;

  self->library_id = 0;
  fys_library_start (self->library);
  return G_SOURCE_REMOVE;
}

static FysLibrary *
get_started_library_cb (gpointer user_data)
{
  FysApplication *self = user_data;

  if (!self->is_library_started || self->library_id != 0)
    {
      g_clear_handle_id (&self->library_id, g_source_remove);
      self->is_library_started = TRUE;
      fys_library_start (self->library);
    }
  return self->library;
}

/* Once; whoever is only to be reminded, without a window, has no use for it. */
static void
start_library (FysApplication *self,
               guint           delay_ms)
{
  if (self->is_library_started)
    return;
  self->is_library_started = TRUE;
  self->library_id = g_timeout_add_full (G_PRIORITY_LOW, delay_ms, start_library_cb, self, NULL);
}

static FysWindow *
show_file (FysApplication *self,
           GFile          *file)
{
  FysWindow *window = find_window (self, file);

  if (window == NULL)
    window = create_window (self);
  /* One that could not show the file before may be able to now, and one that shows something else goes back to it. */
  if (fys_window_get_document (window) == NULL || !fys_window_shows_article (window))
    fys_window_open (window, file, NULL);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/* Returns: (nullable): the window with an article that was used last; whoever starts the program again did not mean the journal */
static GtkWindow *
find_reader (FysApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (FYS_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

static void
fys_application_activate (GApplication *application)
{
  FysApplication *self = FYS_APPLICATION (application);
  GtkWindow      *window = find_reader (self);

  if (self->skips_window)
    self->skips_window = FALSE;
  else if (window != NULL)
    gtk_window_present (window);
  else
    {
      FysWindow *start = create_window (self);

      fys_window_go_start (start);
      gtk_window_present (GTK_WINDOW (start));
      start_library (self, 0);
    }
}

static void
fys_application_open (GApplication *application,
                      GFile       **files,
                      int           n_files,
                      const char   *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      FysWindow *window = show_file (FYS_APPLICATION (application), files[i]);

      if (g_str_equal (hint, FYS_APPLICATION_HINT_EXERCISES))
        fys_window_show_exercises (window);
    }
  start_library (FYS_APPLICATION (application), LIBRARY_DELAY_MS);
}

/* Found in the search of the desktop. An exercise that runs in the article is not disturbed by a word that was looked up. */
static void
open_found_cb (GFile      *file,
               const char *slug,
               gpointer    user_data)
{
  FysApplication *self = user_data;
  FysWindow      *window = find_window (self, file);

  if (window == NULL)
    window = create_window (self);
  if (!fys_window_is_session_active (window))
    fys_window_open (window, file, *slug != '\0' ? slug : NULL);
  gtk_window_present (GTK_WINDOW (window));
}

static void
search_cb (const char *text,
           gpointer    user_data)
{
  FysWindow *window = create_window (user_data);

  fys_window_go_search (window, text);
  gtk_window_present (GTK_WINDOW (window));
  start_library (user_data, 0);
}

/* The one place where it is decided whether the library is found from outside. */
static const FysSearchProviderFuncs provider_funcs = {
  .get_library = get_started_library_cb,
  .open = open_found_cb,
  .search = search_cb,
};

static gboolean
fys_application_dbus_register (GApplication    *application,
                               GDBusConnection *connection,
                               const char      *object_path,
                               GError         **error)
{
  FysApplication *self = FYS_APPLICATION (application);

  if (!G_APPLICATION_CLASS (fys_application_parent_class)->dbus_register (application, connection, object_path, error))
    return FALSE;
  self->provider = fys_search_provider_new (application, connection, object_path, &provider_funcs, self, error);
  return self->provider != NULL;
}

static void
fys_application_dbus_unregister (GApplication    *application,
                                 GDBusConnection *connection,
                                 const char      *object_path)
{
  FysApplication *self = FYS_APPLICATION (application);

  g_clear_pointer (&self->provider, fys_search_provider_free);
  G_APPLICATION_CLASS (fys_application_parent_class)->dbus_unregister (application, connection, object_path);
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  static const char *const developers[] = { "FysFinder", NULL };
  FysAbout                 about = {
                    .name = _ ("Fysbog"),
                    .icon_name = APP_ID,
                    .version = PACKAGE_VERSION,
                    .comments = _ ("Physiotherapy advice to read and to do, without a network."),
                    .website = FYS_SITE_URL,
                    .copyright = "© 2025 FysFinder",
                    /* Translators: your own name, and your address if you like: shown as who translated the program. */
                    .translators = _ ("translator-credits"),
                    .developers = developers,
                    .license = GTK_LICENSE_GPL_3_0,
  };

  fys_compat_about_present (gtk_application_get_active_window (user_data), &about);
}

static void
journal_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  FysApplication *self = FYS_APPLICATION (user_data);

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (FYS_IS_JOURNAL_WINDOW (l->data))
      {
        gtk_window_present (l->data);
        return;
      }
  gtk_window_present (GTK_WINDOW (fys_journal_window_new (GTK_APPLICATION (self), self->journal)));
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  FysApplication *self = FYS_APPLICATION (user_data);
  GtkWindow      *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window != NULL)
    fys_preferences_present (GTK_WIDGET (window), self->settings, self->reminders, self->library);
}

static void quit_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data);

static void
left_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (FysApplication) self = user_data;

  if (fys_window_ask_to_leave_finish (FYS_WINDOW (source), result))
    quit_cb (NULL, NULL, self);
}

/* Asks window after window in which an exercise runs, and quits when none is left. */
static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  FysApplication   *self = FYS_APPLICATION (user_data);
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));

  for (GList *l = windows; l != NULL; l = l->next)
    if (FYS_IS_WINDOW (l->data) && fys_window_is_session_active (l->data))
      {
        fys_window_ask_to_leave_async (l->data, left_cb, g_object_ref (self));
        return;
      }
  for (GList *l = windows; l != NULL; l = l->next)
    if (FYS_IS_WINDOW (l->data) || FYS_IS_JOURNAL_WINDOW (l->data))
      gtk_window_close (l->data);
}

/* From the menu of the program's icon. */
static void
search_action_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  search_cb (NULL, user_data);
}

static const GActionEntry actions[] = {
  { .name = "about", .activate = about_cb },
  { .name = "journal", .activate = journal_cb },
  { .name = "preferences", .activate = preferences_cb },
  { .name = "quit", .activate = quit_cb },
  { .name = "search", .activate = search_action_cb },
};

/* These three are the one place where it is decided whether anything is kept. */
static FysChoices *
choices_new (void)
{
  g_autofree char *path = fys_choices_dup_default_path ();

  return fys_choices_new (path);
}

static FysJournal *
journal_new (void)
{
  g_autofree char *path = fys_journal_dup_default_path ();

  return fys_journal_new (path);
}

static FysReading *
reading_new (void)
{
  g_autofree char *path = fys_reading_dup_default_path ();

  return fys_reading_new (path);
}

static void
folders_changed_cb (FysApplication *self)
{
  g_auto (GStrv) paths = fys_library_folders_dup (self->settings);

  fys_library_set_user_folders (self->library, (const char *const *) paths);
}

static void
create_library (FysApplication *self)
{
  g_autofree char       *path = fys_library_dup_default_path ();
  g_autoptr (GPtrArray)  sources = fys_library_dup_default_sources ();

  self->library = fys_library_new (path, sources);
  if (self->settings == NULL)
    return;
  folders_changed_cb (self);
  g_signal_connect_object (self->settings, "changed::" FYS_SETTINGS_LIBRARY_FOLDERS, G_CALLBACK (folders_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
fys_application_startup (GApplication *application)
{
  FysApplication *self = FYS_APPLICATION (application);

  G_APPLICATION_CLASS (fys_application_parent_class)->startup (application);

  g_set_application_name (_ ("Fysbog"));
  gtk_window_set_default_icon_name (APP_ID);
  self->settings = fys_settings_new ();
  self->choices = choices_new ();
  self->journal = journal_new ();
  self->reading = reading_new ();
  create_library (self);
  self->herald = fys_herald_new (GTK_APPLICATION (self));
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "journal")), self->journal != NULL);
  /* Without a schema nothing is kept, and there is nothing to choose. */
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "preferences")), self->settings != NULL);
  fys_shortcuts_set_accels (GTK_APPLICATION (self));
  if (self->settings != NULL)
    {
      self->reminders = fys_reminders_new (self->settings, NULL);
      self->notifier = fys_reminder_notifier_new (GTK_APPLICATION (self), self->reminders, self->is_background);
    }
  if ((g_application_get_flags (application) & G_APPLICATION_IS_SERVICE) != 0)
    g_application_set_inactivity_timeout (application, SERVICE_TIMEOUT_MS);
}

/* A program that runs already reminds, or was not asked to; neither needs a second one, nor a window. */
static int
fys_application_handle_local_options (GApplication *application,
                                      GVariantDict *options)
{
  FysApplication    *self = FYS_APPLICATION (application);
  g_autoptr (GError) error = NULL;

  if (!g_variant_dict_contains (options, BACKGROUND))
    return -1;
  self->is_background = TRUE;
  self->skips_window = TRUE;
  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("fysbog: %s\n", error->message);
      return 1;
    }
  return g_application_get_is_remote (application) ? 0 : -1;
}

/* What the last windows gave to the journal when they closed is still on its way, and what was changed meanwhile follows only when the answer to
 * that is heard. */
static void
flush_journal (FysApplication *self)
{
  do
    fys_journal_flush (self->journal);
  while (g_main_context_iteration (NULL, FALSE));
}

static void
fys_application_shutdown (GApplication *application)
{
  FysApplication *self = FYS_APPLICATION (application);

  if (self->choices != NULL)
    fys_choices_flush (self->choices);
  if (self->reading != NULL)
    fys_reading_flush (self->reading);
  if (self->journal != NULL)
    flush_journal (self);

  G_APPLICATION_CLASS (fys_application_parent_class)->shutdown (application);
}

static void
fys_application_dispose (GObject *object)
{
  FysApplication *self = FYS_APPLICATION (object);

  g_clear_handle_id (&self->library_id, g_source_remove);
  g_clear_pointer (&self->notifier, fys_reminder_notifier_free);
  g_clear_object (&self->reminders);
  g_clear_object (&self->choices);
  g_clear_object (&self->reading);
  g_clear_object (&self->herald);
  g_clear_object (&self->settings);
  g_clear_object (&self->journal);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (fys_application_parent_class)->dispose (object);
}

static void
fys_application_class_init (FysApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fys_application_dispose;
  application_class->startup = fys_application_startup;
  application_class->shutdown = fys_application_shutdown;
  application_class->activate = fys_application_activate;
  application_class->open = fys_application_open;
  application_class->dbus_register = fys_application_dbus_register;
  application_class->dbus_unregister = fys_application_dbus_unregister;
  application_class->handle_local_options = fys_application_handle_local_options;
}

static void
fys_application_init (FysApplication *self)
{
  g_application_add_main_option (G_APPLICATION (self), BACKGROUND, 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE,
                                 _ ("Remind of exercises, without a window"), NULL);
}

static void
set_up_language (void)
{
  g_autofree char *locale_dir = fys_paths_dup_locale_dir ();

  setlocale (LC_ALL, ""); /* a locale that is not installed leaves the C locale, which is what is wanted then */
  bindtextdomain (GETTEXT_PACKAGE, locale_dir);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

FysApplication *
fys_application_new (void)
{
  set_up_language ();
  g_resources_register (fys_get_resource ());
  return g_object_new (FYS_TYPE_APPLICATION,
                       "application-id", APP_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", RESOURCE_PATH,
                       NULL);
}
