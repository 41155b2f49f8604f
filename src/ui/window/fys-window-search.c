/* fys-window-search.c - the pages that search: the library, its questions
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "compat/fys-compat-announce.h"
#include "ui/window/fys-window-private.h"

static gboolean
is_page (FysWindow  *self,
         const char *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), name) == 0;
}

const char *
fys_window_get_search_title (FysWindow *self)
{
  if (is_page (self, FYS_PAGE_SEARCH))
    return _ ("Search");
  if (is_page (self, FYS_PAGE_QUESTIONS))
    return _ ("Questions and Answers");
  return NULL;
}

static void
open_requested_cb (FysWindow  *self,
                   GFile      *file,
                   const char *slug)
{
  fys_window_open (self, file, *slug != '\0' ? slug : NULL);
}

static void
exercise_requested_cb (FysWindow  *self,
                       GFile      *file,
                       const char *slug,
                       const char *name)
{
  fys_window_want_exercise (self, file, name);
  open_requested_cb (self, file, slug);
}

/* A toast is seen only: a screen reader is told as well. */
static void
copied_cb (FysWindow *self)
{
  fys_window_toast (self, _ ("Answer copied, with its source"));
  fys_compat_announce (GTK_WIDGET (self), _ ("Answer copied, with its source"));
}

static void
leave_requested_cb (FysWindow *self)
{
  if (fys_history_peek (self->history, -1) != NULL)
    fys_window_go (self, -1);
  else
    fys_window_go_start (self);
}

static void
add_page (FysWindow  *self,
          GtkWidget  *page,
          const char *name,
          const char *title)
{
  g_signal_connect_object (page, "open-requested", G_CALLBACK (open_requested_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "copied", G_CALLBACK (copied_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "leave-requested", G_CALLBACK (leave_requested_cb), self, G_CONNECT_SWAPPED);
  (void) gtk_stack_add_titled (self->stack, page, name, title);
}

FysSearchPage *
fys_window_ensure_search_page (FysWindow *self)
{
  if (self->search_page != NULL)
    return self->search_page;
  self->search_page = FYS_SEARCH_PAGE (fys_search_page_new ());
  fys_search_page_set_library (self->search_page, self->library);
  g_signal_connect_object (self->search_page, "exercise-requested", G_CALLBACK (exercise_requested_cb), self, G_CONNECT_SWAPPED);
  add_page (self, GTK_WIDGET (self->search_page), FYS_PAGE_SEARCH, _ ("Search"));
  return self->search_page;
}

FysQuestionsPage *
fys_window_ensure_questions_page (FysWindow *self)
{
  if (self->questions_page != NULL)
    return self->questions_page;
  self->questions_page = FYS_QUESTIONS_PAGE (fys_questions_page_new ());
  fys_questions_page_set_library (self->questions_page, self->library);
  add_page (self, GTK_WIDGET (self->questions_page), FYS_PAGE_QUESTIONS, _ ("Questions and Answers"));
  return self->questions_page;
}

void
fys_window_go_search (FysWindow  *self,
                      const char *text)
{
  g_return_if_fail (FYS_IS_WINDOW (self));

  if (self->library == NULL)
    return;
  if (text == NULL)
    fys_search_page_begin (fys_window_ensure_search_page (self));
  fys_window_go_to_page (self, FYS_PAGE_SEARCH, text != NULL ? fys_search_page_make_state (text) : NULL);
}

void
fys_window_go_questions (FysWindow *self)
{
  g_return_if_fail (FYS_IS_WINDOW (self));

  if (self->library != NULL)
    fys_window_go_to_page (self, FYS_PAGE_QUESTIONS, NULL);
}
