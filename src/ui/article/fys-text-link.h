/* fys-text-link.h - a link in a text: no text of its own, but a place, a focus and an action
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FYS_TYPE_TEXT_LINK (fys_text_link_get_type ())
/* Activates `article.open-link` with its address, or `win.open-link` outside of an article's page; `article.describe-link` when somebody may want to
 * know where it leads, which until fys_text_link_set_description() is its address. */
G_DECLARE_FINAL_TYPE (FysTextLink, fys_text_link, FYS, TEXT_LINK, GtkWidget)

/* @text: what the link says in the article */
GtkWidget  *fys_text_link_new        (const char           *text,
                                      const char           *target);
const char *fys_text_link_get_target (FysTextLink          *self);
/* @text: where it leads, for a tooltip and a screen reader. It does not ask again. */
void        fys_text_link_set_description (FysTextLink     *self,
                                           const char      *text);
/* What a press on it does. */
void        fys_text_link_activate   (FysTextLink          *self);
/* @region: (transfer full): the link's lines, relative to the widget's own corner */
void        fys_text_link_take_region (FysTextLink         *self,
                                       cairo_region_t      *region);

G_END_DECLS
