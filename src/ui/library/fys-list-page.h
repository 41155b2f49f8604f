/* fys-list-page.h - articles of the library in a list: all of them, of a kind, about a part of the body, or what has changed
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/library/fys-library.h"

G_BEGIN_DECLS

#define FYS_TYPE_LIST_PAGE (fys_list_page_get_type ())
/* Property: title (string, read only): what the list is called. Opens an article with the action win.open-article. */
G_DECLARE_FINAL_TYPE (FysListPage, fys_list_page, FYS, LIST_PAGE, GtkWidget)

GtkWidget  *fys_list_page_new        (FysLibrary  *library);
/* @scope: see fys-library-scope.h. The list that is shown already stays where it was scrolled to. */
void        fys_list_page_show_scope (FysListPage *self,
                                      const char  *scope);
/* Returns: (transfer none) (nullable) */
const char *fys_list_page_get_scope  (FysListPage *self);
const char *fys_list_page_get_title  (FysListPage *self);

G_END_DECLS
