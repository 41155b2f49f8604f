/* fys-start-page.h - where reading begins: a search, what one was reading, and the library
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FYS_TYPE_START_PAGE (fys_start_page_get_type ())
/* Signal: search-requested (text): the user began to type what to search for; the entry is empty again.
 * Any letter that is typed on the page goes into the entry. */
G_DECLARE_FINAL_TYPE (FysStartPage, fys_start_page, FYS, START_PAGE, GtkWidget)

GtkWidget *fys_start_page_new (void);

G_END_DECLS
