/* fys-two-columns.h - two widgets beside each other, or below each other where there is no room
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FYS_TYPE_TWO_COLUMNS (fys_two_columns_get_type ())
/* Takes two children from a template. The first one gets two fifths of the width. */
G_DECLARE_FINAL_TYPE (FysTwoColumns, fys_two_columns, FYS, TWO_COLUMNS, GtkWidget)

G_END_DECLS
