/* fys-journal-style.c - the style sheet of the journal's widgets
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-journal-style.h"

#include <gtk/gtk.h>

void
fys_journal_style_load (void)
{
  static gboolean is_loaded;
  g_autoptr (GtkCssProvider) provider = NULL;

  if (is_loaded)
    return;
  is_loaded = TRUE;
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, RESOURCE_PATH "/ui/journal/fys-journal.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}
