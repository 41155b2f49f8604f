/* fys-reading-undo.h - what was removed from the list of what was read, or a bookmark, so that it can be put back
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/reading/fys-reading.h"

G_BEGIN_DECLS

/* In a form that an action can have for its target. */
#define FYS_READING_UNDO_TYPE "(bssssssddx)"

/* Copies @item. Returns: (transfer floating) */
GVariant *fys_reading_undo_new   (const FysReadingItem *item,
                                  gboolean              is_bookmark);
void      fys_reading_undo_apply (GVariant             *undo,
                                  FysReading           *reading);

G_END_DECLS
