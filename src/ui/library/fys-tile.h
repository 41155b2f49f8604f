/* fys-tile.h - a button for a group of articles, with their number
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FYS_TYPE_TILE (fys_tile_get_type ())
G_DECLARE_FINAL_TYPE (FysTile, fys_tile, FYS, TILE, GtkButton)

/* @scope: what win.list is told when it is pressed, see fys-library-scope.h. @icon_name: (nullable) */
GtkWidget  *fys_tile_new       (const char *scope,
                                const char *title,
                                const char *icon_name);
void        fys_tile_set_count (FysTile    *self,
                                guint       n_articles);
const char *fys_tile_get_scope (FysTile    *self);

G_END_DECLS
