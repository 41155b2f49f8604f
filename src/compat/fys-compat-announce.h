/* fys-compat-announce.h - saying something to a screen reader
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * fys_compat_announce:
 * @widget: mapped, in the window that the message is about
 *
 * Says @message when the screen reader has finished what it says now. Before GTK 4.14, which has no call for it, the message becomes
 * the name of the window until fys_compat_announce_end(): Orca says a new name of the active window, wherever the focus is, and a
 * live region, a status or an alert is not heard there at all. */
void fys_compat_announce     (GtkWidget  *widget,
                              const char *message);
/* The last message was said: the window is called by its title again. */
void fys_compat_announce_end (GtkWidget  *widget);

G_END_DECLS
