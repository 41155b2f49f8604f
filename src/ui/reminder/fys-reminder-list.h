/* fys-reminder-list.h - the reminders that there are, each with a button that removes it; a group for a page of preferences
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/reminder/fys-reminders.h"

G_BEGIN_DECLS

#define FYS_TYPE_REMINDER_LIST (fys_reminder_list_get_type ())
G_DECLARE_FINAL_TYPE (FysReminderList, fys_reminder_list, FYS, REMINDER_LIST, AdwPreferencesGroup)

/* @article: (nullable): the key of one that is left out, as it is shown beside; then the group is hidden while there are no others. Without it
 * the group is complete: it says when there are none, and has the switch for the background. */
GtkWidget *fys_reminder_list_new (FysReminders *reminders,
                                  const char   *article);

G_END_DECLS
