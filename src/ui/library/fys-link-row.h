/* fys-link-row.h - a row of a list that leads to an article, and may let itself be removed
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/library/fys-library-entry.h"
#include "core/reading/fys-reading.h"

G_BEGIN_DECLS

#define FYS_TYPE_LINK_ROW (fys_link_row_get_type ())
/* Signal: remove-requested (). */
G_DECLARE_FINAL_TYPE (FysLinkRow, fys_link_row, FYS, LINK_ROW, AdwActionRow)

/* An article that was read: with where one was in it, and how long ago. Opens where one was. Has a button that removes it from the list. */
GtkWidget  *fys_link_row_new_recent   (const FysReadingItem *item,
                                       gint64                now_s);
/* Opens at the section that is marked. Has a button that removes the bookmark. */
GtkWidget  *fys_link_row_new_bookmark (const FysReadingItem *item);
GtkWidget  *fys_link_row_new_entry    (FysLibraryEntry      *entry);
const char *fys_link_row_get_key      (FysLinkRow           *self);
/* "" but for a bookmark in the midst of an article */
const char *fys_link_row_get_slug     (FysLinkRow           *self);
/* Of a recent one, such as how long is left to read, which the library may know later; "" for nothing. */
void        fys_link_row_set_hint     (FysLinkRow           *self,
                                       const char           *hint);

G_END_DECLS
