/* fys-start-page.h - where reading begins: a search, what one was reading, and the library
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/library/fys-library.h"
#include "core/reading/fys-reading.h"

G_BEGIN_DECLS

#define FYS_TYPE_START_PAGE (fys_start_page_get_type ())
/* Signals: search-requested (text): the user began to type what to search for; the entry is empty again. removed: as FysReadingShelf has it.
 * Any letter that is typed on the page goes into the entry. It leads on with the actions win.open-article, win.list, win.questions, win.open,
 * win.add-folder and win.folders, and app.journal. */
G_DECLARE_FINAL_TYPE (FysStartPage, fys_start_page, FYS, START_PAGE, GtkWidget)

/* @library, @reading: (nullable) */
GtkWidget *fys_start_page_new (FysLibrary *library,
                               FysReading *reading);

G_END_DECLS
