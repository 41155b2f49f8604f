/* page-fixture.h - a page of the library in a window, over a library of its own
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "shelf.h"

/* @shelf: with some articles, started
 * @opened, @slug: (nullable): what was asked to be opened   @n_copied, @n_left: how often that was asked for */
typedef struct
{
  Shelf      shelf;
  GtkWidget *window;
  GtkWidget *page;
  GFile     *opened;
  char      *slug;
  guint      n_copied;
  guint      n_left;
} PageFixture;

void       page_fixture_set_up    (PageFixture  *self);
/* Puts @page, which has the signals of a page that searches, into the window. */
void       page_fixture_show      (PageFixture  *self,
                                   GtkWidget    *page);
/* Lets go of everything, which must then be gone. */
void       page_fixture_tear_down (PageFixture  *self);
/* Runs the main context until @is_done. */
void       page_fixture_wait      (gboolean    (*is_done) (gpointer data),
                                   gpointer      data);
/* Runs the main context until nothing is left to be done. */
void       page_fixture_settle    (void);
/* Presses a key, as if the widget with the focus had got it. */
void       page_fixture_press     (PageFixture  *self,
                                   guint         keyval);
GtkWidget *page_fixture_get_focus (PageFixture  *self);
/* The mapped widgets of a type in @widget, from the top. Returns: (transfer container) (element-type GtkWidget) */
GPtrArray *page_fixture_list      (GtkWidget    *widget,
                                   GType         type);
/* (nullable): a button that has no name of its own */
GtkWidget *page_fixture_find_nameless (GtkWidget *widget);
