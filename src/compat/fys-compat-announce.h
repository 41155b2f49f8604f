/* fys-compat-announce.h - saying something to a screen reader
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * fys_compat_announce:
 * @widget: mapped, in the window that the message is about
 *
 * Says @message when the screen reader has finished what it says now. Before GTK 4.14 there is no such call, and nothing is
 * said by this one: there a caller keeps the focus on a widget whose name tells the state. */
void     fys_compat_announce     (GtkWidget  *widget,
                                  const char *message);
/* Whether fys_compat_announce() is heard with the GTK that runs. */
gboolean fys_compat_can_announce (void);

G_END_DECLS
