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

static void
follow (FysWindow     *self,
        FysLinkTarget *target)
{
  switch (target->kind)
    {
    case FYS_LINK_OUTSIDE:
      open_outside (self, target->uri);
      break;
    case FYS_LINK_SECTION:
      fys_window_show_fragment (self, target->fragment);
      break;
    case FYS_LINK_ARTICLE:
      fys_window_open (self, target->file, target->fragment);
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

/** Link: what the worker is given. */
typedef struct
{
  char  *target;
  GFile *article; /* (nullable) */
} Link;

static void
link_free (gpointer data)
{
  Link *link = data;

  g_free (link->target);
  g_clear_object (&link->article);
  g_free (link);
}

static void
resolve_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Link *link = task_data;

  g_task_return_pointer (task, fys_link_target_new (link->target, link->article), (GDestroyNotify) fys_link_target_free);
}

static void
resolved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (FysWindow)     self = user_data;
  g_autoptr (FysLinkTarget) target = g_task_propagate_pointer (G_TASK (result), NULL);

  if (self->document != NULL)
    follow (self, target);
}

void
fys_window_follow_link (FysWindow  *self,
                        const char *target)
{
  g_autoptr (GTask) task = NULL;
  Link             *link;

  if (self->document == NULL || target == NULL)
    return;
  link = g_new0 (Link, 1);
  link->target = g_strdup (target);
  g_set_object (&link->article, fys_document_get_file (self->document));
  /* Not the task's source: a GTask may let go of that in the worker, where a widget must not end. */
  task = g_task_new (NULL, NULL, resolved_cb, g_object_ref (self));
  g_task_set_task_data (task, link, link_free);
  g_task_run_in_thread (task, resolve_thread);
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
