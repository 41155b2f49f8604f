/* fys-herald.h - what the desktop is told of the sessions of the program's windows
 *
 * The media controls while a session is active, and a notification when one ends, or was interrupted, in a window that the user does
 * not look at. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FYS_TYPE_HERALD (fys_herald_get_type ())
/* Adds the action app.show-window to the application (parameter: the number of a window), which a notification leads to. */
G_DECLARE_FINAL_TYPE (FysHerald, fys_herald, FYS, HERALD, GObject)

/* @application: borrowed; before its first window. Returns: (transfer full) */
FysHerald *fys_herald_new (GtkApplication *application);

G_END_DECLS
