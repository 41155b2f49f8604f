/* fys-application.h - the program: its windows, its actions, what it opens
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FYS_TYPE_APPLICATION (fys_application_get_type ())
/* Actions: about, journal, preferences, quit, and those of FysHerald. */
G_DECLARE_FINAL_TYPE (FysApplication, fys_application, FYS, APPLICATION, AdwApplication)

/* Sets the language up and registers the resources too. Once in a process. */
FysApplication *fys_application_new (void);

G_END_DECLS
