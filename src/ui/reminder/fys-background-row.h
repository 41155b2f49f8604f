/* fys-background-row.h - whether the reminders come while no window is open
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/reminder/fys-reminders.h"

G_BEGIN_DECLS

#define FYS_TYPE_BACKGROUND_ROW (fys_background_row_get_type ())
/* A switch, which asks the desktop when it is turned and tells what that answers. */
G_DECLARE_FINAL_TYPE (FysBackgroundRow, fys_background_row, FYS, BACKGROUND_ROW, AdwActionRow)

GtkWidget *fys_background_row_new (FysReminders *reminders);

G_END_DECLS
