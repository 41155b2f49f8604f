/* fys-preferences.h - what the user chooses once and for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/library/fys-library.h"
#include "ui/reminder/fys-reminders.h"

G_BEGIN_DECLS

#define FYS_TYPE_PREFERENCES (fys_preferences_get_type ())
/* The page of the dialog. Every change takes effect at once. */
G_DECLARE_FINAL_TYPE (FysPreferences, fys_preferences, FYS, PREFERENCES, AdwPreferencesPage)

/* @reminders: (nullable): %NULL where none are kept, and none are shown. @library: (nullable): whose folders can be added and removed. Returns: (transfer floating) */
GtkWidget *fys_preferences_new     (GSettings    *settings,
                                    FysReminders *reminders,
                                    FysLibrary   *library);
/* The dialog; closes by itself. */
void       fys_preferences_present (GtkWidget    *parent,
                                    GSettings    *settings,
                                    FysReminders *reminders,
                                    FysLibrary   *library);

G_END_DECLS
