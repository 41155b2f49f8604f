/* fys-herald.c - what the desktop is told of the sessions of the program's windows
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window/fys-herald.h"

#include <glib/gi18n.h>

#include "ui/exercise/fys-mpris.h"
#include "ui/window/fys-window.h"

struct _FysHerald
{
  GObject         parent_instance;

  /* Owned */
  FysMpris       *mpris; /* (nullable): before the first session, and without a bus */
  GHashTable     *shown; /* the numbers of the windows that have a notification */

  /* Borrowed: owns this */
  GtkApplication *application;
};

G_DEFINE_FINAL_TYPE (FysHerald, fys_herald, G_TYPE_OBJECT)

static const char *
get_article_title (FysWindow *window)
{
  FysDocument *document = fys_window_get_document (window);

  return document != NULL ? fys_article_get_title (fys_document_get_article (document)) : "";
}

/* notifications */

static guint
get_number (FysWindow *window)
{
  return gtk_application_window_get_id (GTK_APPLICATION_WINDOW (window));
}

/* One for each window: the next takes the place of the last. Returns: (transfer full) */
static char *
dup_notification_id (FysWindow *window)
{
  return g_strdup_printf ("session-%u", get_number (window));
}

/* Only what was shown: the first call of the kind asks the bus, and waits for the answer. */
static void
withdraw (FysHerald *self,
          FysWindow *window)
{
  g_autofree char *id = dup_notification_id (window);

  if (g_hash_table_remove (self->shown, GUINT_TO_POINTER (get_number (window))))
    g_application_withdraw_notification (G_APPLICATION (self->application), id);
}

/* A dialog of the window is looked at with it. */
static gboolean
is_looked_at (FysWindow *window)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (gtk_window_is_active (toplevel) && (toplevel == GTK_WINDOW (window) || gtk_window_get_transient_for (toplevel) == GTK_WINDOW (window)))
        return TRUE;
    }
  return FALSE;
}

/* @body: (nullable) */
static void
notify (FysHerald  *self,
        FysWindow  *window,
        const char *title,
        const char *body)
{
  g_autoptr (GNotification)  notification = NULL;
  g_autofree char           *id = NULL;

  if (is_looked_at (window))
    return;
  id = dup_notification_id (window);
  notification = g_notification_new (title);
  if (body != NULL)
    g_notification_set_body (notification, body);
  g_notification_set_default_action_and_target (notification, "app.show-window", "u", get_number (window));
  g_hash_table_add (self->shown, GUINT_TO_POINTER (get_number (window)));
  g_application_send_notification (G_APPLICATION (self->application), id, notification);
}

/* Returns: (nullable): the window that the session belongs to */
static FysWindow *
find_window (FysHerald        *self,
             FysSessionRunner *runner)
{
  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    if (FYS_IS_WINDOW (l->data) && fys_window_get_session (l->data) == runner)
      return l->data;
  return NULL;
}

static void
tell_end (FysHerald        *self,
          FysWindow        *window,
          FysSessionRunner *runner)
{
  guint            n_exercises = fys_session_runner_get_n_exercises (runner);
  const char      *article = get_article_title (window);
  /* Translators: a notification; %s is the name of an exercise, or of the article when all of its exercises were done. */
  g_autofree char *title = g_strdup_printf (_ ("Finished: %s"), n_exercises == 1 ? fys_session_runner_get_name (runner, 0) : article);

  notify (self, window, title, n_exercises == 1 ? article : NULL);
}

static void
tell_interruption (FysHerald        *self,
                   FysWindow        *window,
                   FysSessionRunner *runner)
{
  const FysStep   *step = fys_session_get_step (fys_session_runner_get_session (runner));
  const char      *name = step != NULL ? fys_session_runner_get_name (runner, step->exercise) : "";
  /* Translators: a notification; %s is the name of an exercise. */
  g_autofree char *title = g_strdup_printf (_ ("Paused: %s"), name);

  notify (self, window, title, _ ("The computer was asleep or very busy. Go on when you are ready."));
}

static void
cue_cb (FysHerald        *self,
        const FysCue     *cue,
        FysSessionRunner *runner)
{
  FysWindow *window = find_window (self, runner);

  if (window == NULL)
    return;
  if (cue->kind == FYS_CUE_FINISHED)
    tell_end (self, window, runner);
  else if (cue->kind == FYS_CUE_PAUSED && fys_session_runner_is_interrupted (runner))
    tell_interruption (self, window, runner);
}

static void
active_cb (FysWindow  *window,
           GParamSpec *pspec,
           FysHerald  *self)
{
  if (gtk_window_is_active (GTK_WINDOW (window)))
    withdraw (self, window);
}

/* media controls */

/* Returns: (nullable): the window in which a session is active; of several, the one that was used last */
static FysWindow *
find_active (FysHerald *self)
{
  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    if (FYS_IS_WINDOW (l->data) && fys_window_is_session_active (l->data))
      return l->data;
  return NULL;
}

static void
command_cb (FysHerald *self,
            guint      command)
{
  FysWindow *window = find_active (self);

  if (window != NULL)
    fys_window_command_session (window, command);
}

static void
raise_cb (FysHerald *self)
{
  FysWindow *window = find_active (self);

  if (window != NULL)
    gtk_window_present (GTK_WINDOW (window));
}

static void
ensure_mpris (FysHerald *self)
{
  GDBusConnection *connection = g_application_get_dbus_connection (G_APPLICATION (self->application));

  if (self->mpris != NULL || connection == NULL)
    return;
  self->mpris = fys_mpris_new (connection);
  g_signal_connect_object (self->mpris, "command", G_CALLBACK (command_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->mpris, "raise", G_CALLBACK (raise_cb), self, G_CONNECT_SWAPPED);
}

static void
update_mpris (FysHerald *self)
{
  FysWindow *window = find_active (self);

  if (window != NULL)
    ensure_mpris (self);
  if (self->mpris != NULL)
    fys_mpris_set_session (self->mpris, window != NULL ? fys_window_get_session (window) : NULL,
                           window != NULL ? get_article_title (window) : NULL);
}

/* the windows */

static void
session_changed_cb (FysWindow *window,
                    FysHerald *self)
{
  if (fys_window_is_session_active (window))
    {
      withdraw (self, window);
      g_signal_connect_object (fys_window_get_session (window), "cue", G_CALLBACK (cue_cb), self, G_CONNECT_SWAPPED);
    }
  update_mpris (self);
}

static void
window_added_cb (FysHerald *self,
                 GtkWindow *window)
{
  if (!FYS_IS_WINDOW (window))
    return;
  g_signal_connect_object (window, "session-changed", G_CALLBACK (session_changed_cb), self, 0);
  g_signal_connect_object (window, "notify::is-active", G_CALLBACK (active_cb), self, 0);
}

static void
window_removed_cb (FysHerald *self,
                   GtkWindow *window)
{
  if (!FYS_IS_WINDOW (window))
    return;
  withdraw (self, FYS_WINDOW (window));
  update_mpris (self);
}

static void
show_window_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  FysHerald *self = user_data;
  GtkWindow *window = gtk_application_get_window_by_id (self->application, g_variant_get_uint32 (parameter));

  if (window != NULL)
    gtk_window_present (window);
}

static void
fys_herald_dispose (GObject *object)
{
  g_clear_object (&FYS_HERALD (object)->mpris);

  G_OBJECT_CLASS (fys_herald_parent_class)->dispose (object);
}

static void
fys_herald_finalize (GObject *object)
{
  g_hash_table_unref (FYS_HERALD (object)->shown);

  G_OBJECT_CLASS (fys_herald_parent_class)->finalize (object);
}

static void
fys_herald_class_init (FysHeraldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fys_herald_dispose;
  G_OBJECT_CLASS (klass)->finalize = fys_herald_finalize;
}

static void
fys_herald_init (FysHerald *self)
{
  self->shown = g_hash_table_new (NULL, NULL);
}

FysHerald *
fys_herald_new (GtkApplication *application)
{
  static const GActionEntry actions[] = { { .name = "show-window", .activate = show_window_cb, .parameter_type = "u" } };
  FysHerald                *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);

  self = g_object_new (FYS_TYPE_HERALD, NULL);
  self->application = application;
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), self);
  g_signal_connect_object (application, "window-added", G_CALLBACK (window_added_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (application, "window-removed", G_CALLBACK (window_removed_cb), self, G_CONNECT_SWAPPED);
  return self;
}
