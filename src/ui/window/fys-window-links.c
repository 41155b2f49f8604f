/* fys-window-links.c - links of the article, and the search for a clinic
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "compat/fys-compat-open-uri.h"
#include "core/article/fys-slug.h"
#include "core/clinic/fys-clinic.h"
#include "core/library/fys-link-target.h"
#include "ui/window/fys-address-dialog.h"
#include "ui/window/fys-window-private.h"

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autofree char   *uri = user_data;
  g_autoptr (GError) error = NULL;

  /* The window may be closing: then there is nobody to show the address to. */
  if (!fys_compat_open_uri_finish (result, &error) && gtk_widget_get_mapped (GTK_WIDGET (source)))
    fys_address_dialog_present (GTK_WIDGET (source), uri);
}

static void
open_outside (FysWindow  *self,
              const char *uri)
{
  fys_compat_open_uri_async (GTK_WINDOW (self), uri, opened_cb, g_strdup (uri));
}

void
fys_window_show_fragment (FysWindow  *self,
                          const char *fragment)
{
  FysArticle      *article = fys_document_get_article (self->document);
  g_autofree char *slug = NULL;
  guint            section;

  if (*fragment == '\0')
    {
      fys_article_view_set_place (self->article_view, (FysPlace) { 0, 0.0 });
      return;
    }
  section = fys_article_find_section (article, fragment);
  if (section == FYS_NONE)
    {
      /* Written as the heading and not as its address. */
      slug = fys_slug_from_text (fragment);
      section = fys_article_find_section (article, slug);
    }
  if (section != FYS_NONE)
    fys_article_view_show_section (self->article_view, section);
  else
    fys_window_toast (self, _ ("The article has no such section"));
}

/** Link: what is followed, from its address to where it leads.
 * @is_beside: in a window of its own */
typedef struct
{
  FysWindow     *window;
  char          *target;
  GFile         *article; /* (nullable): the one that it stands in */
  gboolean       is_beside;
  FysLinkTarget *found;   /* (nullable): once that is known */
  char          *fragment; /* (nullable): in an article of the library */
} Link;

static void
link_free (Link *link)
{
  g_object_unref (link->window);
  g_free (link->target);
  g_clear_object (&link->article);
  g_clear_pointer (&link->found, fys_link_target_free);
  g_free (link->fragment);
  g_free (link);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Link, link_free)

static void
open_article (Link       *link,
              GFile      *file,
              const char *fragment)
{
  if (link->is_beside)
    fys_window_open_beside (link->window, file, fragment);
  else
    fys_window_open (link->window, file, fragment);
}

/* Within the article: a step that one can take back. */
static void
show_section (Link *link)
{
  FysWindow *self = link->window;

  if (link->is_beside && link->article != NULL)
    {
      fys_window_open_beside (self, link->article, link->found->fragment);
      return;
    }
  if (link->article != NULL)
    {
      fys_window_leave_place (self);
      fys_window_visit (self, FYS_PAGE_ARTICLE, link->article);
    }
  fys_window_show_fragment (self, link->found->fragment);
}

static void
follow (Link *link)
{
  FysWindow     *self = link->window;
  FysLinkTarget *target = link->found;

  switch (target->kind)
    {
    case FYS_LINK_OUTSIDE:
      open_outside (self, target->uri);
      break;
    case FYS_LINK_SECTION:
      show_section (link);
      break;
    case FYS_LINK_ARTICLE:
      open_article (link, target->file, target->fragment);
      break;
    case FYS_LINK_MISSING:
      fys_window_toast (self, _ ("The linked article was not found"));
      break;
    case FYS_LINK_REFUSED:
    default:
      fys_window_toast (self, _ ("Links of this kind are not opened"));
      break;
    }
}

/* What the library does not have lies on FysFinder's site. */
static void
found_in_library_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (Link)      link = user_data;
  g_autoptr (GPtrArray) entries = fys_library_find_finish (FYS_LIBRARY (source), result, NULL);
  g_autoptr (GFile)     file = NULL;

  if (link->window->document == NULL)
    return;
  if (entries == NULL || entries->len == 0)
    {
      follow (link);
      return;
    }
  file = fys_library_entry_dup_file (g_ptr_array_index (entries, 0));
  open_article (link, file, link->fragment);
}

static void
resolve_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Link *link = task_data;

  g_task_return_pointer (task, fys_link_target_new (link->target, link->article), (GDestroyNotify) fys_link_target_free);
}

static void
resolved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Link) link = user_data;
  g_autofree char *key = NULL;
  FysWindow       *self = link->window;

  link->found = g_task_propagate_pointer (G_TASK (result), NULL);
  if (self->document == NULL)
    return;
  if (link->found->kind == FYS_LINK_OUTSIDE && self->library != NULL)
    key = fys_link_dup_article_key (link->found->uri, &link->fragment);
  if (key == NULL)
    {
      follow (link);
      return;
    }
  fys_library_find_async (self->library, (const char *const[]){ key, NULL }, NULL, found_in_library_cb, link);
  link = NULL;
}

static void
follow_target (FysWindow  *self,
               const char *target,
               gboolean    is_beside)
{
  g_autoptr (GTask) task = NULL;
  Link             *link;

  if (self->document == NULL || target == NULL)
    return;
  link = g_new0 (Link, 1);
  link->window = g_object_ref (self);
  link->target = g_strdup (target);
  link->is_beside = is_beside;
  g_set_object (&link->article, fys_document_get_file (self->document));
  /* Neither the task's source nor its own: a GTask may let go of those in the worker, where a widget must not end. */
  task = g_task_new (NULL, NULL, resolved_cb, link);
  g_task_set_task_data (task, link, NULL);
  g_task_run_in_thread (task, resolve_thread);
}

void
fys_window_follow_link (FysWindow  *self,
                        const char *target)
{
  follow_target (self, target, FALSE);
}

void
fys_window_follow_link_beside (FysWindow  *self,
                               const char *target)
{
  follow_target (self, target, TRUE);
}

char *
fys_window_dup_clinic_url (FysWindow *self)
{
  const char *specialty = self->document != NULL ? fys_document_get_specialty (self->document) : NULL;

  return fys_clinic_dup_url (NULL, specialty, FYS_CLINIC_NONE);
}

void
fys_window_find_clinic (FysWindow *self)
{
  g_autofree char *url = fys_window_dup_clinic_url (self);

  open_outside (self, url);
}
