/* fys-reminder-button.h - opens the reminder of an article, and says when it comes
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/reminder/fys-reminders.h"
#include "ui/window/fys-document.h"

G_BEGIN_DECLS

#define FYS_TYPE_REMINDER_BUTTON (fys_reminder_button_get_type ())
G_DECLARE_FINAL_TYPE (FysReminderButton, fys_reminder_button, FYS, REMINDER_BUTTON, GtkButton)

/* Hidden without reminders (none are kept), or for an article that there can be none of. @reminders, @document: (nullable) */
void fys_reminder_button_set (FysReminderButton *self,
                              FysReminders      *reminders,
                              FysDocument       *document);

G_END_DECLS
