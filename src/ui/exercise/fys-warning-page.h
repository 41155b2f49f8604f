/* fys-warning-page.h - when to seek help, in the words of the article
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/window/fys-document.h"

G_BEGIN_DECLS

#define FYS_TYPE_WARNING_PAGE (fys_warning_page_get_type ())
/* Signal: confirmed: the user has read it. */
G_DECLARE_FINAL_TYPE (FysWarningPage, fys_warning_page, FYS, WARNING_PAGE, GtkWidget)

GtkWidget *fys_warning_page_new          (void);
/**
 * fys_warning_page_set_document:
 * @document: its urgent sections are shown in full, and its own words on when to stop; a short general text where it has none
 * @button_label: what confirming does */
void       fys_warning_page_set_document (FysWarningPage *self,
                                          FysDocument    *document,
                                          const char     *button_label);
void       fys_warning_page_focus_button (FysWarningPage *self);

G_END_DECLS
