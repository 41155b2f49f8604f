/* fys-compat-actions.h - actions of widgets that were moved
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets every button in @widget find its action again. GTK 4.8 loses sight of the actions of a widget that gets another parent, and their buttons stay
 * insensitive for good; elsewhere this changes nothing. To be called after the move. */
void fys_compat_refresh_actions (GtkWidget *widget);

G_END_DECLS
