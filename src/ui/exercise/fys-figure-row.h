/* fys-figure-row.h - a row with a whole number that the user may change
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FYS_TYPE_FIGURE_ROW (fys_figure_row_get_type ())
/* What AdwSpinRow is from libadwaita 1.4 on. Properties: value, lower, upper, step (guint); value notifies when the user changes it. */
G_DECLARE_FINAL_TYPE (FysFigureRow, fys_figure_row, FYS, FIGURE_ROW, AdwActionRow)

guint fys_figure_row_get_value (FysFigureRow *self);
/* Takes over what was typed and not yet confirmed. */
void  fys_figure_row_commit    (FysFigureRow *self);
/* Kept within the bounds. */
void  fys_figure_row_set_value (FysFigureRow *self,
                                guint         value);

G_END_DECLS
