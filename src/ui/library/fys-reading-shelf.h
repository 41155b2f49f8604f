/* fys-reading-shelf.h - what the user reads: where to go on, what was opened lately, bookmarks; where to begin when there is none of it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/library/fys-library.h"
#include "core/reading/fys-reading.h"

G_BEGIN_DECLS

#define FYS_TYPE_READING_SHELF (fys_reading_shelf_get_type ())
/* Follows what it shows while it is in sight. Signal: removed (char *text, GVariant *undo): the user removed something; text says what,
 * and with fys_reading_undo_apply() it is there again. */
G_DECLARE_FINAL_TYPE (FysReadingShelf, fys_reading_shelf, FYS, READING_SHELF, GtkWidget)

/* Once. @library, @reading: (nullable) */
void fys_reading_shelf_set_sources (FysReadingShelf *self,
                                    FysLibrary      *library,
                                    FysReading      *reading);

G_END_DECLS
