/* fys-reminder-notifier.h - shows the reminders as notifications of the desktop, and keeps the program running for them
 *
 *   due ──▶ notification ──┬─ Show Exercises ──▶ app.open-exercises ──▶ the article, with its exercises
 *                          └─ In 15 Minutes ───▶ app.snooze-reminder ──▶ due, without this button
 *
 * A notification goes when its article is opened, and does not come while its exercises are being done.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/reminder/fys-reminders.h"

G_BEGIN_DECLS

typedef struct _FysReminderNotifier FysReminderNotifier;

/**
 * fys_reminder_notifier_new:
 * @application: not referenced; gets the two actions, and opens an article with the hint FYS_APPLICATION_HINT_EXERCISES
 * @stays: whether it was started to remind: then it runs without a window as long as a reminder is on, whatever the settings say
 *
 * Once the application is registered. Shows at once what was missed. Returns: (transfer full) */
FysReminderNotifier *fys_reminder_notifier_new  (GtkApplication      *application,
                                                 FysReminders        *reminders,
                                                 gboolean             stays);
void                 fys_reminder_notifier_free (FysReminderNotifier *self);

G_END_DECLS
