/* fys-compat-about.c - the about dialog
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compat/fys-compat-about.h"

#include <adwaita.h>

#if ADW_CHECK_VERSION(1, 5, 0)
#define ABOUT_TYPE ADW_TYPE_ABOUT_DIALOG
#else
#define ABOUT_TYPE ADW_TYPE_ABOUT_WINDOW
#endif

void
fys_compat_about_present (GtkWindow      *parent,
                          const FysAbout *about)
{
  GtkWidget *dialog;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  dialog = g_object_new (ABOUT_TYPE,
                         "application-name", about->name,
                         "application-icon", about->icon_name,
                         "version", about->version,
                         "comments", about->comments,
                         "website", about->website,
                         "copyright", about->copyright,
                         "translator-credits", about->translators,
                         "developers", about->developers,
                         "license-type", about->license,
                         NULL);
#if ADW_CHECK_VERSION(1, 5, 0)
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (parent));
#else
  gtk_window_set_transient_for (GTK_WINDOW (dialog), parent);
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  gtk_window_present (GTK_WINDOW (dialog));
#endif
}
