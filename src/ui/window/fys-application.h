/* fys-application.h - the program: its windows, its actions, what it opens
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FYS_TYPE_APPLICATION (fys_application_get_type ())
/* Actions: about, journal, preferences, quit, search, open-exercises, snooze-reminder (with the key of an article), and those of FysHerald.
 * fysbog --background runs without a window as long as there are reminders. */
G_DECLARE_FINAL_TYPE (FysApplication, fys_application, FYS, APPLICATION, AdwApplication)

/* Of g_application_open(): with the pane of the exercises. */
#define FYS_APPLICATION_HINT_EXERCISES "exercises"

/* Sets the language up and registers the resources too. Once in a process. */
FysApplication *fys_application_new (void);

G_END_DECLS
