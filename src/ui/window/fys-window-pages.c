/* fys-window-pages.c - the pages that are no article
 *
 * Made when they are first shown: whoever opens a file does not wait for them. SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "ui/window/fys-bench.h"
#include "ui/window/fys-window-private.h"

static gboolean
is_page (FysWindow  *self,
         const char *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), name) == 0;
}

gboolean
fys_window_is_article_page (FysWindow *self)
{
  return is_page (self, FYS_PAGE_ARTICLE) || is_page (self, FYS_PAGE_LOADING) || is_page (self, FYS_PAGE_ERROR);
}

gboolean
fys_window_is_start_page (FysWindow *self)
{
  return is_page (self, FYS_PAGE_START);
}

gboolean
fys_window_shows_article (FysWindow *self)
{
  g_return_val_if_fail (FYS_IS_WINDOW (self), FALSE);

  return fys_window_is_article_page (self);
}

const char *
fys_window_get_page_title (FysWindow *self)
{
  return _ ("Library");
}

void
fys_window_set_library (FysWindow  *self,
                        FysLibrary *library)
{
  g_return_if_fail (FYS_IS_WINDOW (self));
  g_return_if_fail (library == NULL || G_IS_OBJECT (library));

  g_set_object (&self->library, library);
}

void
fys_window_set_reading (FysWindow  *self,
                        FysReading *reading)
{
  g_return_if_fail (FYS_IS_WINDOW (self));
  g_return_if_fail (reading == NULL || G_IS_OBJECT (reading));

  g_set_object (&self->reading, reading);
}

static FysStartPage *
ensure_start_page (FysWindow *self)
{
  if (self->start_page != NULL)
    return self->start_page;

  self->start_page = FYS_START_PAGE (fys_start_page_new ());
  (void) gtk_stack_add_titled (self->stack, GTK_WIDGET (self->start_page), FYS_PAGE_START, _ ("Library"));
  return self->start_page;
}

static void
show_start (FysWindow *self)
{
  FysStartPage *start_page = ensure_start_page (self);

  fys_window_cancel_loading (self);
  fys_find_bar_set_open (self->find_bar, FALSE);
  fys_window_show_page (self, FYS_PAGE_START);
  (void) gtk_widget_grab_focus (GTK_WIDGET (start_page)); /* of no matter when the window is not shown yet: its first focus is the entry, too */
  fys_bench_tell_first_frame (GTK_WIDGET (start_page));
}

static void
left_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  if (fys_window_ask_to_leave_finish (FYS_WINDOW (source), result))
    show_start (FYS_WINDOW (source));
}

void
fys_window_go_start (FysWindow *self)
{
  g_return_if_fail (FYS_IS_WINDOW (self));

  if (fys_window_is_session_active (self))
    fys_window_ask_to_leave_async (self, left_cb, NULL);
  else
    show_start (self);
}
