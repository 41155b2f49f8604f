/* fys-time-row.h - a row with a time of the day, to be changed with the arrows or typed, and a button that takes it away
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FYS_TYPE_TIME_ROW (fys_time_row_get_type ())
/* Signals: changed; remove-clicked. */
G_DECLARE_FINAL_TYPE (FysTimeRow, fys_time_row, FYS, TIME_ROW, AdwActionRow)

/* @minute: of the day */
GtkWidget *fys_time_row_new           (guint       minute);
guint      fys_time_row_get_minute    (FysTimeRow *self);
/* Which of the times it is, from 1, and whether there are others, without which it cannot go. */
void       fys_time_row_set_number    (FysTimeRow *self,
                                       guint       number,
                                       guint       n_rows);
void       fys_time_row_focus         (FysTimeRow *self);

G_END_DECLS
