/* fys-window-page.h - a page of the window that is no article, and how the window goes back to it as it was
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FYS_TYPE_WINDOW_PAGE (fys_window_page_get_type ())
/** FysWindowPageInterface: for a child of the window's stack; without it the page is gone back to as it is.
 * @dup_state: Returns: (transfer full) (nullable): what of it is to be as now when the reader comes back: the query, what was scrolled to
 * @restore_state: @state: what @dup_state gave, or what the page is to be gone to with */
G_DECLARE_INTERFACE (FysWindowPage, fys_window_page, FYS, WINDOW_PAGE, GtkWidget)
struct _FysWindowPageInterface
{
  GTypeInterface parent_interface;

  GVariant *(*dup_state)     (FysWindowPage *self);
  void      (*restore_state) (FysWindowPage *self,
                              GVariant      *state);
};

GVariant *fys_window_page_dup_state     (FysWindowPage *self);
void      fys_window_page_restore_state (FysWindowPage *self,
                                         GVariant      *state);

G_END_DECLS
