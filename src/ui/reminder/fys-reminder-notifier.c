/* fys-reminder-notifier.c - shows the reminders as notifications of the desktop, and keeps the program running for them
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/reminder/fys-reminder-notifier.h"

#include <glib/gi18n.h>

#include "ui/window/fys-application.h"
#include "ui/window/fys-window.h"

struct _FysReminderNotifier
{
  /* Owned */
  FysReminders   *reminders;

  /* Borrowed */
  GtkApplication *application;

  gboolean        stays;
  gboolean        is_holding;
};

/* One for each article, so that a later one takes the place of the one before. Returns: (transfer full) */
static char *
dup_id (const char *article)
{
  return g_strconcat ("reminder-", article, NULL);
}

static void
withdraw (FysReminderNotifier *self,
          const char          *article)
{
  g_autofree char *id = dup_id (article);

  g_application_withdraw_notification (G_APPLICATION (self->application), id);
}

static gboolean
is_being_done (FysReminderNotifier *self,
               const char          *article)
{
  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    {
      FysDocument *document = FYS_IS_WINDOW (l->data) ? fys_window_get_document (l->data) : NULL;

      if (document != NULL && fys_window_is_session_active (l->data) && g_str_equal (fys_document_get_key (document), article))
        return TRUE;
    }
  return FALSE;
}

/* Returns: (transfer full) */
static char *
dup_body (const FysReminder *reminder)
{
  /* Translators: %1$s the title of an article */
  return g_strdup_printf (ngettext ("%1$s: %2$u exercise", "%1$s: %2$u exercises", reminder->n_exercises), reminder->title,
                          reminder->n_exercises);
}

static void
due_cb (FysReminderNotifier *self,
        const char          *article,
        gboolean             may_snooze)
{
  const FysReminder        *reminder = fys_reminders_get (self->reminders, article);
  g_autoptr (GNotification) notification = NULL;
  g_autofree char          *id = NULL;
  g_autofree char          *body = NULL;

  if (reminder == NULL || is_being_done (self, article))
    return;
  id = dup_id (article);
  body = dup_body (reminder);
  notification = g_notification_new (_ ("Time for Your Exercises"));
  g_notification_set_body (notification, body);
  g_notification_set_default_action_and_target (notification, "app.open-exercises", "s", article);
  g_notification_add_button_with_target (notification, _ ("Show Exercises"), "app.open-exercises", "s", article);
  if (may_snooze)
    g_notification_add_button_with_target (notification, _ ("In 15 Minutes"), "app.snooze-reminder", "s", article);
  g_application_send_notification (G_APPLICATION (self->application), id, notification);
}

/* A program without a window ends, unless it was asked to stay. What was put off is waited for in any case: the user asked for it just now. */
static void
update_hold (FysReminderNotifier *self)
{
  gboolean stays = self->stays || fys_reminders_runs_in_background (self->reminders);
  gboolean holds = (stays && fys_reminders_is_any_on (self->reminders)) || fys_reminders_has_snoozed (self->reminders);

  if (holds == self->is_holding)
    return;
  self->is_holding = holds;
  if (holds)
    g_application_hold (G_APPLICATION (self->application));
  else
    g_application_release (G_APPLICATION (self->application));
}

static void
open_exercises_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  FysReminderNotifier *self = user_data;
  g_autofree char     *article = g_variant_dup_string (parameter, NULL);
  const FysReminder   *reminder = fys_reminders_get (self->reminders, article);
  g_autoptr (GFile)    file = NULL;

  withdraw (self, article);
  /* A notification outlives its reminder. */
  if (reminder == NULL)
    {
      g_application_activate (G_APPLICATION (self->application));
      return;
    }
  file = g_file_new_for_uri (reminder->uri);
  fys_reminders_unsnooze (self->reminders, article);
  g_application_open (G_APPLICATION (self->application), &file, 1, FYS_APPLICATION_HINT_EXERCISES);
}

static void
snooze_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  FysReminderNotifier *self = user_data;
  const char          *article = g_variant_get_string (parameter, NULL);

  withdraw (self, article);
  fys_reminders_snooze (self->reminders, article);
}

static void
document_cb (GtkWindow           *window,
             GParamSpec          *pspec,
             FysReminderNotifier *self)
{
  FysDocument *document = fys_window_get_document (FYS_WINDOW (window));

  if (document != NULL && fys_reminders_get (self->reminders, fys_document_get_key (document)) != NULL)
    withdraw (self, fys_document_get_key (document));
}

static void
window_added_cb (FysReminderNotifier *self,
                 GtkWindow           *window)
{
  if (FYS_IS_WINDOW (window))
    g_signal_connect (window, "notify::document", G_CALLBACK (document_cb), self);
}

static void
window_removed_cb (FysReminderNotifier *self,
                   GtkWindow           *window)
{
  g_signal_handlers_disconnect_by_data (window, self);
}

FysReminderNotifier *
fys_reminder_notifier_new (GtkApplication *application,
                           FysReminders   *reminders,
                           gboolean        stays)
{
  static const GActionEntry actions[] = {
    { .name = "open-exercises", .parameter_type = "s", .activate = open_exercises_cb },
    { .name = "snooze-reminder", .parameter_type = "s", .activate = snooze_cb },
  };
  FysReminderNotifier *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (FYS_IS_REMINDERS (reminders), NULL);

  self = g_new0 (FysReminderNotifier, 1);
  self->application = application;
  self->reminders = g_object_ref (reminders);
  self->stays = stays;
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), self);
  g_signal_connect_swapped (application, "window-added", G_CALLBACK (window_added_cb), self);
  g_signal_connect_swapped (application, "window-removed", G_CALLBACK (window_removed_cb), self);
  g_signal_connect_swapped (reminders, "due", G_CALLBACK (due_cb), self);
  g_signal_connect_swapped (reminders, "changed", G_CALLBACK (update_hold), self);
  g_signal_connect_swapped (reminders, "notify::runs-in-background", G_CALLBACK (update_hold), self);
  update_hold (self);
  fys_reminders_check (reminders);
  return self;
}

void
fys_reminder_notifier_free (FysReminderNotifier *self)
{
  if (self == NULL)
    return;
  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    g_signal_handlers_disconnect_by_data (l->data, self);
  g_signal_handlers_disconnect_by_data (self->application, self);
  g_signal_handlers_disconnect_by_data (self->reminders, self);
  g_action_map_remove_action (G_ACTION_MAP (self->application), "open-exercises");
  g_action_map_remove_action (G_ACTION_MAP (self->application), "snooze-reminder");
  g_object_unref (self->reminders);
  g_free (self);
}
