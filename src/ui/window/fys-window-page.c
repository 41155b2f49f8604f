/* fys-window-page.c - a page of the window that is no article, and how the window goes back to it as it was
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window/fys-window-page.h"

G_DEFINE_INTERFACE (FysWindowPage, fys_window_page, GTK_TYPE_WIDGET)

static void
fys_window_page_default_init (FysWindowPageInterface *iface)
{
}

GVariant *
fys_window_page_dup_state (FysWindowPage *self)
{
  GVariant *state;

  g_return_val_if_fail (FYS_IS_WINDOW_PAGE (self), NULL);

  state = FYS_WINDOW_PAGE_GET_IFACE (self)->dup_state (self);
  return state != NULL ? g_variant_ref_sink (state) : NULL;
}

void
fys_window_page_restore_state (FysWindowPage *self,
                               GVariant      *state)
{
  g_return_if_fail (FYS_IS_WINDOW_PAGE (self));

  FYS_WINDOW_PAGE_GET_IFACE (self)->restore_state (self, state);
}
