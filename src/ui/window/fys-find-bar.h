/* fys-find-bar.h - finds text in the article
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/article/fys-article-view.h"

G_BEGIN_DECLS

#define FYS_TYPE_FIND_BAR (fys_find_bar_get_type ())
/* Properties: is-open (gboolean), status (string, read only: "3 of 12", "" before there is anything to find). */
G_DECLARE_FINAL_TYPE (FysFindBar, fys_find_bar, FYS, FIND_BAR, GtkWidget)

/* @view: what it looks in; must outlive the bar or be set to %NULL. */
void        fys_find_bar_set_view   (FysFindBar     *self,
                                     FysArticleView *view);
/* Opens with the focus in the entry; closing gives the focus back to what had it. */
void        fys_find_bar_set_open   (FysFindBar     *self,
                                     gboolean        is_open);
gboolean    fys_find_bar_is_open    (FysFindBar     *self);
/* @step: +1 next, -1 previous. Opens a closed bar first. */
void        fys_find_bar_step       (FysFindBar     *self,
                                     int             step);
/* Looks for the same text again, in an article that changed. */
void        fys_find_bar_refresh    (FysFindBar     *self);
/* "3 of 12", "Not found" or "" */
const char *fys_find_bar_get_status (FysFindBar     *self);

G_END_DECLS
