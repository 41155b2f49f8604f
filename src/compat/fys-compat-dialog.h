/* fys-compat-dialog.h - a dialog with content of our own: a modal AdwWindow before libadwaita 1.5, AdwDialog from there
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * fys_compat_dialog_present:
 * @parent: a widget of the window that it belongs to
 * @title: translated
 * @content: (transfer floating): what stands below the header bar; scrolls by itself where it must
 * @width_px: at most; a narrow window gets a narrow dialog
 * @height_px: at most, or -1 for what @content needs
 *
 * Escape and the close button close it, and the focus goes back to where it was. */
void fys_compat_dialog_present (GtkWidget  *parent,
                                const char *title,
                                GtkWidget  *content,
                                int         width_px,
                                int         height_px);
/* @inside: a widget of the content of such a dialog */
void fys_compat_dialog_close   (GtkWidget  *inside);

G_END_DECLS
