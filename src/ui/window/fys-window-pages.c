/* fys-window-pages.c - the pages that are no article
 *
 * Made when they are first shown: whoever opens a file does not wait for them. SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "ui/library/fys-library-scope.h"
#include "ui/window/fys-bench.h"
#include "ui/window/fys-window-page.h"
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
  const char *title = fys_window_get_search_title (self);

  if (is_page (self, FYS_PAGE_LIST))
    title = fys_list_page_get_title (self->list_page);
  return title != NULL ? title : _ ("Library");
}

void
fys_window_set_library (FysWindow  *self,
                        FysLibrary *library)
{
  g_return_if_fail (FYS_IS_WINDOW (self));
  g_return_if_fail (library == NULL || FYS_IS_LIBRARY (library));

  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_set_object (&self->library, library);
  fys_window_follow_library (self);
  fys_window_update_actions (self);
}

static void
removed_cb (FysWindow  *self,
            const char *text,
            GVariant   *undo)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast        *toast = adw_toast_new (markup); /* which reads its title as markup */

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.put-back");
  adw_toast_set_action_target_value (toast, undo);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static FysStartPage *
ensure_start_page (FysWindow *self)
{
  if (self->start_page != NULL)
    return self->start_page;

  self->start_page = FYS_START_PAGE (fys_start_page_new (self->library, self->reading));
  g_signal_connect_object (self->start_page, "search-requested", G_CALLBACK (fys_window_go_search), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->start_page, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  (void) gtk_stack_add_titled (self->stack, GTK_WIDGET (self->start_page), FYS_PAGE_START, _ ("Library"));
  return self->start_page;
}

static FysListPage *
ensure_list_page (FysWindow *self)
{
  if (self->list_page != NULL)
    return self->list_page;

  self->list_page = FYS_LIST_PAGE (fys_list_page_new (self->library));
  (void) gtk_stack_add_named (self->stack, GTK_WIDGET (self->list_page), FYS_PAGE_LIST);
  return self->list_page;
}

/* Returns: (transfer none) (nullable): the page, made if need be */
static GtkWidget *
ensure_page (FysWindow  *self,
             const char *name)
{
  if (g_str_equal (name, FYS_PAGE_START))
    return GTK_WIDGET (ensure_start_page (self));
  if (g_str_equal (name, FYS_PAGE_LIST))
    return GTK_WIDGET (ensure_list_page (self));
  if (g_str_equal (name, FYS_PAGE_SEARCH))
    return GTK_WIDGET (fys_window_ensure_search_page (self));
  if (g_str_equal (name, FYS_PAGE_QUESTIONS))
    return GTK_WIDGET (fys_window_ensure_questions_page (self));
  return gtk_stack_get_child_by_name (self->stack, name);
}

/* It takes the place of whatever was shown or about to be. */
void
fys_window_present_page (FysWindow  *self,
                         const char *name,
                         GVariant   *state)
{
  GtkWidget *page = ensure_page (self, name);

  g_return_if_fail (page != NULL);

  fys_window_cancel_finding (self);
  fys_window_cancel_loading (self);
  if (self->document != NULL)
    g_set_object (&self->file, fys_document_get_file (self->document));
  fys_find_bar_set_open (self->find_bar, FALSE);
  if (state != NULL && FYS_IS_WINDOW_PAGE (page))
    fys_window_page_restore_state (FYS_WINDOW_PAGE (page), state);
  fys_window_show_page (self, name);
  (void) gtk_widget_grab_focus (page); /* of no matter when the window is not shown yet: its first focus is the same */
  fys_bench_tell_first_frame (page);
}

/** Wish: a page to go to once the exercise may be left. */
typedef struct
{
  const char *name;
  GVariant   *state; /* (nullable) */
} Wish;

static void
wish_free (Wish *wish)
{
  g_clear_pointer (&wish->state, g_variant_unref);
  g_free (wish);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wish, wish_free)

static void
go_now (FysWindow  *self,
        const Wish *wish)
{
  /* A page without a state is one place; asked for again it stays. */
  if (!is_page (self, wish->name) || wish->state != NULL)
    fys_window_leave_place (self);
  fys_window_present_page (self, wish->name, wish->state);
  fys_window_visit (self, wish->name, NULL);
}

static void
left_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Wish) wish = user_data;

  if (fys_window_ask_to_leave_finish (FYS_WINDOW (source), result))
    go_now (FYS_WINDOW (source), wish);
}

void
fys_window_go_to_page (FysWindow  *self,
                       const char *name,
                       GVariant   *state)
{
  g_autoptr (Wish) wish = g_new0 (Wish, 1);

  wish->name = g_intern_string (name);
  wish->state = state != NULL ? g_variant_ref_sink (state) : NULL;
  if (fys_window_is_session_active (self))
    fys_window_ask_to_leave_async (self, left_cb, g_steal_pointer (&wish));
  else
    go_now (self, wish);
}

void
fys_window_go_start (FysWindow *self)
{
  g_return_if_fail (FYS_IS_WINDOW (self));

  fys_window_go_to_page (self, FYS_PAGE_START, NULL);
}

/* What has changed is news once. */
static void
note_look (FysWindow  *self,
           const char *scope)
{
  g_autoptr (FysLibraryScope) parsed = fys_library_scope_parse (scope);

  if (parsed->kind == FYS_SCOPE_CHANGED && self->reading != NULL)
    fys_reading_set_looked_s (self->reading, g_get_real_time () / G_USEC_PER_SEC);
}

void
fys_window_go_list (FysWindow  *self,
                    const char *scope)
{
  g_return_if_fail (FYS_IS_WINDOW (self));
  g_return_if_fail (scope != NULL);

  if (self->library == NULL)
    return;
  note_look (self, scope);
  fys_window_go_to_page (self, FYS_PAGE_LIST, g_variant_new_string (scope));
}

/* The last wish counts, and a window that is gone opens nothing. */
void
fys_window_cancel_finding (FysWindow *self)
{
  g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);
}

/** Target: an article to open, when it is known where it lies. */
typedef struct
{
  FysWindow    *window;
  GCancellable *cancellable;
  char         *uri;
  char         *slug;
} Target;

static void
target_free (Target *target)
{
  g_object_unref (target->window);
  g_object_unref (target->cancellable);
  g_free (target->uri);
  g_free (target->slug);
  g_free (target);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Target, target_free)

static void
open_file (FysWindow  *self,
           GFile      *file,
           const char *slug)
{
  fys_window_open (self, file, *slug != '\0' ? slug : NULL);
}

static void
open_uri (FysWindow  *self,
          const char *uri,
          const char *slug)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);

  open_file (self, file, slug);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Target)    target = user_data;
  g_autoptr (GPtrArray) entries = fys_library_find_finish (FYS_LIBRARY (source), result, NULL);

  if (g_cancellable_is_cancelled (target->cancellable))
    return;
  if (entries != NULL && entries->len > 0)
    {
      g_autoptr (GFile) file = fys_library_entry_dup_file (g_ptr_array_index (entries, 0));

      open_file (target->window, file, target->slug);
    }
  else
    open_uri (target->window, target->uri, target->slug); /* the window tells when it is not there */
}

/* The library may know a newer place of it than what was kept. */
void
fys_window_open_article (FysWindow  *self,
                         const char *key,
                         const char *uri,
                         const char *slug)
{
  const char *keys[] = { key, NULL };
  Target     *target;

  if (self->library == NULL || *key == '\0')
    {
      open_uri (self, uri, slug);
      return;
    }
  target = g_new0 (Target, 1);
  fys_window_cancel_finding (self);
  self->finding = g_cancellable_new ();
  target->window = g_object_ref (self);
  target->cancellable = g_object_ref (self->finding);
  target->uri = g_strdup (uri);
  target->slug = g_strdup (slug);
  fys_library_find_async (self->library, keys, self->finding, found_cb, target);
}
