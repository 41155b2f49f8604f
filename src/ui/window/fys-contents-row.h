/* fys-contents-row.h - shows a line of the contents
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/window/fys-contents-item.h"

G_BEGIN_DECLS

#define FYS_TYPE_CONTENTS_ROW (fys_contents_row_get_type ())
G_DECLARE_FINAL_TYPE (FysContentsRow, fys_contents_row, FYS, CONTENTS_ROW, GtkWidget)

GtkWidget       *fys_contents_row_new      (void);
/* @item: (nullable). The row names its parent, the cell of the list, as a list gives its cells no name of their own. */
void             fys_contents_row_set_item (FysContentsRow  *self,
                                            FysContentsItem *item);
FysContentsItem *fys_contents_row_get_item (FysContentsRow  *self);

G_END_DECLS
