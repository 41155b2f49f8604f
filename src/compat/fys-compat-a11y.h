/* fys-compat-a11y.h - what old libraries do not tell a screen reader, told in words
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* States the level (1–6) of a heading. GTK before 4.10 keeps the property to itself, so there it becomes the description. */
void fys_compat_set_heading_level (GtkWidget *heading,
                                   guint      level);
/* States whether what @button folds is open; @closed and @open are words for it, translated. Where a change of the state is not
 * announced, the words become the description. */
void fys_compat_set_expanded      (GtkWidget  *button,
                                   gboolean    is_expanded);

G_END_DECLS
