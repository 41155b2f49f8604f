/* fys-radio-row.h - a row that is one of several to choose from
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FYS_TYPE_RADIO_ROW (fys_radio_row_get_type ())
/* The row itself has the focus and is the radio button: a list goes past a row whose button is not the chosen one, and with it past the whole list.
 * Properties: active (gboolean); group (FysRadioRow, write only): one of the others. */
G_DECLARE_FINAL_TYPE (FysRadioRow, fys_radio_row, FYS, RADIO_ROW, AdwActionRow)

/* @group: (nullable): %NULL for the first one */
GtkWidget *fys_radio_row_new        (FysRadioRow *group);
gboolean   fys_radio_row_get_active (FysRadioRow *self);
void       fys_radio_row_set_active (FysRadioRow *self,
                                     gboolean     is_active);

G_END_DECLS
