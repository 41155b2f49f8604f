/* fys-compat-announce.c - saying something to a screen reader
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-compat-announce.h"

void
fys_compat_announce (GtkWidget  *widget,
                     const char *message)
{
#if GTK_CHECK_VERSION(4, 14, 0)
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
#endif
}

gboolean
fys_compat_can_announce (void)
{
#if GTK_CHECK_VERSION(4, 14, 0)
  return TRUE;
#else
  return FALSE;
#endif
}
