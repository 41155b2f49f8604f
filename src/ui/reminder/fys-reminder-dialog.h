/* fys-reminder-dialog.h - when to be reminded of the exercises of an article
 *
 * What is chosen counts at once: there is no button to forget. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/reminder/fys-reminders.h"
#include "ui/window/fys-document.h"

G_BEGIN_DECLS

/* Whether there can be a reminder of @document (nullable): it has exercises, and a file on this machine that can be opened again. */
gboolean   fys_reminder_dialog_can_present (FysDocument  *document);
void       fys_reminder_dialog_present     (GtkWidget    *parent,
                                            FysReminders *reminders,
                                            FysDocument  *document);
/* What the dialog shows, for tests. Returns: (transfer floating) */
GtkWidget *fys_reminder_page_new           (FysReminders *reminders,
                                            FysDocument  *document);

G_END_DECLS
