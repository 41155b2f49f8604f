/* fys-address-dialog.h - an address that no program of this machine opens, to read and to copy
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The dialog closes by itself. */
void fys_address_dialog_present (GtkWidget  *parent,
                                 const char *address);

G_END_DECLS
