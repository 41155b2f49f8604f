/* fys-compat-a11y.c - what old libraries do not tell a screen reader, told in words
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-compat-a11y.h"

#include <glib/gi18n.h>

void
fys_compat_set_heading_level (GtkWidget *heading,
                              guint      level)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_LEVEL, (int) level, -1);

#if !GTK_CHECK_VERSION(4, 10, 0)
  {
    /* Translators: told by a screen reader after a heading: how deep in the article it stands, 1 to 6 */
    g_autofree char *words = g_strdup_printf (_("Level %u"), level);

    gtk_accessible_update_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  }
#endif
}

void
fys_compat_set_expanded (GtkWidget *button,
                         gboolean   is_expanded)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_EXPANDED, is_expanded, -1);
}
