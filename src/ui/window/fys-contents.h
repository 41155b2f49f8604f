/* fys-contents.h - the outline of an article, which follows the reading
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/window/fys-document.h"

G_BEGIN_DECLS

#define FYS_TYPE_CONTENTS (fys_contents_get_type ())
/* Properties: document (FysDocument, nullable), current-section (guint; FYS_NONE: none).
 * Signal: section-activated (guint section): the user wants to go there.
 * Tab enters the list once, at the section that the reader is in, and leaves it again; the arrow keys move inside. */
G_DECLARE_FINAL_TYPE (FysContents, fys_contents, FYS, CONTENTS, GtkWidget)

GtkWidget   *fys_contents_new                 (void);
void         fys_contents_set_document        (FysContents *self,
                                               FysDocument *document);
void         fys_contents_set_current_section (FysContents *self,
                                               guint        section);
guint        fys_contents_get_current_section (FysContents *self);
/* Returns: (transfer none): the lines, of FysContentsItem */
GListModel  *fys_contents_get_items           (FysContents *self);

G_END_DECLS
