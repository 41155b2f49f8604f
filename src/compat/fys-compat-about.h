/* fys-compat-about.h - the about dialog: AdwAboutWindow before libadwaita 1.5, AdwAboutDialog from there
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** FysAbout: what the dialog says. Every string is shown as it stands. @developers: zero-terminated */
typedef struct
{
  const char        *name;
  const char        *icon_name;
  const char        *version;
  const char        *comments;
  const char        *website;
  const char        *copyright;
  const char        *translators;
  const char *const *developers;
  GtkLicense         license;
} FysAbout;

void fys_compat_about_present (GtkWindow      *parent,
                               const FysAbout *about);

G_END_DECLS
