/* fys-search-page.h - searches the library while one types
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/library/fys-library.h"

G_BEGIN_DECLS

#define FYS_TYPE_SEARCH_PAGE (fys_search_page_get_type ())
/* A FysWindowPage. Grabbing the focus gives it to the result that was opened last, if it is still there, else to the entry. The words that were searched for are
 * remembered while the page is there, and nowhere else.
 * Signals: open-requested (GFile *file, char *slug): the section to begin at, "" for the beginning.
 * exercise-requested (GFile *file, char *slug, char *name): likewise, with the exercise of that name.
 * copied (): an answer is on the clipboard. leave-requested (): Escape. */
G_DECLARE_FINAL_TYPE (FysSearchPage, fys_search_page, FYS, SEARCH_PAGE, GtkWidget)

GtkWidget  *fys_search_page_new         (void);
/* @library: (nullable) */
void        fys_search_page_set_library (FysSearchPage *self,
                                         FysLibrary    *library);
/* The next focus is that of the entry, with what was searched for last selected. */
void        fys_search_page_begin       (FysSearchPage *self);
/* What restores the page to a search for @text, which may be typed on. Returns: (transfer floating) */
GVariant   *fys_search_page_make_state  (const char    *text);
/* As it is in the entry. */
const char *fys_search_page_get_text    (FysSearchPage *self);

G_END_DECLS
