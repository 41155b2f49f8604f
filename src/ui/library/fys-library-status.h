/* fys-library-status.h - how far reading new articles is, and what keeps the library from being whole
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/library/fys-library.h"

G_BEGIN_DECLS

#define FYS_TYPE_LIBRARY_STATUS (fys_library_status_get_type ())
/* Not there while there is nothing to say. Leads to the folders with win.folders. */
G_DECLARE_FINAL_TYPE (FysLibraryStatus, fys_library_status, FYS, LIBRARY_STATUS, GtkWidget)

/* Once. */
void fys_library_status_set_library (FysLibraryStatus *self,
                                     FysLibrary       *library);

G_END_DECLS
