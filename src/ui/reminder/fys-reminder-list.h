/* fys-reminder-list.h - the reminders that there are, each with a button that removes it; a group for a page of preferences
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/reminder/fys-reminders.h"

G_BEGIN_DECLS

#define FYS_TYPE_REMINDER_LIST (fys_reminder_list_get_type ())
G_DECLARE_FINAL_TYPE (FysReminderList, fys_reminder_list, FYS, REMINDER_LIST, AdwPreferencesGroup)

/* @article: (nullable): the key of one that is left out, as it is shown beside. Hidden while there are none. */
GtkWidget *fys_reminder_list_new (FysReminders *reminders,
                                  const char   *article);

G_END_DECLS
