/* fys-banner.h - a strip above the article that says what is wrong with it, or what became of its file
 * (AdwBanner came with libadwaita 1.3; this one also lets itself be closed.) SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FYS_TYPE_BANNER (fys_banner_get_type ())
/* Signal: button-clicked. */
G_DECLARE_FINAL_TYPE (FysBanner, fys_banner, FYS, BANNER, GtkWidget)

/* @button_label: (nullable): %NULL for no button. A screen reader is told the text. */
void        fys_banner_show     (FysBanner  *self,
                                 const char *text,
                                 const char *button_label);
void        fys_banner_hide     (FysBanner  *self);
/* Returns: (nullable): what it says now */
const char *fys_banner_get_text (FysBanner  *self);

G_END_DECLS
