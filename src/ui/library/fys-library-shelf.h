/* fys-library-shelf.h - the library by kind and by part of the body
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/library/fys-library.h"
#include "core/reading/fys-reading.h"

G_BEGIN_DECLS

#define FYS_TYPE_LIBRARY_SHELF (fys_library_shelf_get_type ())
/* Leads to lists with win.list and to the questions with win.questions. Follows the library.
 * Property: is-empty (gboolean, read only): there is no article, and none is about to be read. */
G_DECLARE_FINAL_TYPE (FysLibraryShelf, fys_library_shelf, FYS, LIBRARY_SHELF, GtkWidget)

/* Once. @library, @reading: (nullable) */
void     fys_library_shelf_set_sources (FysLibraryShelf *self,
                                        FysLibrary      *library,
                                        FysReading      *reading);
gboolean fys_library_shelf_is_empty    (FysLibraryShelf *self);

G_END_DECLS
