/* fys-window-links.c - links of the article, and the search for a clinic
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "compat/fys-compat-open-uri.h"
#include "core/article/fys-slug.h"
#include "core/clinic/fys-clinic.h"
#include "core/library/fys-library-folder.h"
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

/* Returns: FYS_NONE when there is none */
static guint
find_section (FysArticle *article,
              const char *fragment)
{
  guint            section = fys_article_find_section (article, fragment);
  g_autofree char *slug = NULL;

  if (section != FYS_NONE)
    return section;
  /* Written as the heading and not as its address. */
  slug = fys_slug_from_text (fragment);
  return fys_article_find_section (article, slug);
}

void
fys_window_show_fragment (FysWindow  *self,
                          const char *fragment)
{
  guint section;

  if (*fragment == '\0')
    {
      fys_article_view_set_place (self->article_view, (FysPlace) { 0, 0.0 });
      return;
    }
  section = find_section (fys_document_get_article (self->document), fragment);
  if (section != FYS_NONE)
    fys_article_view_show_section (self->article_view, section);
  else
    fys_window_toast (self, _ ("The article has no such section"));
}

typedef struct _Link Link;

/** Link: one that is followed or asked for, from its address to where it leads.
 * @use: what it was looked up for
 * @is_beside: in a window of its own */
struct _Link
{
  FysWindow       *window;
  FysDocument     *document; /* that it stands in */
  char            *target;
  void           (*use) (Link *link);
  gboolean         is_beside;
  FysLinkTarget   *found;    /* (nullable): once that is known */
  char            *fragment; /* (nullable): in @entry */
  FysLibraryEntry *entry;    /* (nullable): what the library has there */
};

static void
link_free (Link *link)
{
  g_object_unref (link->window);
  g_object_unref (link->document);
  g_free (link->target);
  g_clear_object (&link->entry);
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
  GFile     *article = fys_document_get_file (link->document);

  if (link->is_beside && article != NULL)
    {
      fys_window_open_beside (self, article, link->found->fragment);
      return;
    }
  if (article != NULL)
    {
      fys_window_leave_place (self);
      fys_window_visit (self, FYS_PAGE_ARTICLE, article);
    }
  fys_window_show_fragment (self, link->found->fragment);
}

/* What the library does not have lies on FysFinder's site. */
static void
follow (Link *link)
{
  FysWindow        *self = link->window;
  FysLinkTarget    *target = link->found;
  g_autoptr (GFile) file = NULL;

  if (link->entry != NULL)
    {
      file = fys_library_entry_dup_file (link->entry);
      open_article (link, file, link->fragment);
      return;
    }
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

/* Returns: (transfer full): where a link of the article to a section of it leads */
static char *
dup_section_words (Link *link)
{
  FysArticle       *article = fys_document_get_article (link->document);
  guint             n_sections;
  const FysSection *sections = fys_article_get_sections (article, &n_sections);
  guint             section = find_section (article, link->found->fragment);

  if (section == FYS_NONE)
    return g_strdup (*link->found->fragment == '\0' ? fys_article_get_title (article) : _ ("The article has no such section"));
  /* Translators: where a link leads; %s is the heading of a section */
  return g_strdup_printf (_ ("“%s” in this article"), sections[section].title);
}

/* Returns: (transfer full): where a link leads, for a person to read */
static char *
dup_words (Link *link)
{
  FysLinkTarget *target = link->found;

  if (link->entry != NULL)
    return g_strdup (fys_library_entry_get_info (link->entry)->title);
  switch (target->kind)
    {
    case FYS_LINK_OUTSIDE:
      if (!g_str_has_prefix (target->uri, "http"))
        return g_strdup (target->uri);
      return g_strdup_printf (_ ("Opens %s in your web browser"), target->uri);
    case FYS_LINK_SECTION:
      return dup_section_words (link);
    case FYS_LINK_MISSING:
      return g_strdup (_ ("The linked article was not found"));
    case FYS_LINK_REFUSED:
      return g_strdup (_ ("Links of this kind are not opened"));
    case FYS_LINK_ARTICLE:
    default:
      return g_strdup (link->target);
    }
}

static void
describe (Link *link)
{
  g_autofree char *words = dup_words (link);

  if (fys_article_view_get_document (link->window->article_view) == link->document)
    fys_article_view_describe_link (link->window->article_view, link->target, words);
}

static void
found_in_library_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (Link)      link = user_data;
  g_autoptr (GPtrArray) entries = fys_library_find_finish (FYS_LIBRARY (source), result, NULL);

  if (link->window->document == NULL)
    return;
  if (entries != NULL && entries->len > 0)
    link->entry = g_object_ref (g_ptr_array_index (entries, 0));
  link->use (link);
}

static void
resolve_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Link *link = task_data;

  g_task_return_pointer (task, fys_link_target_new (link->target, fys_document_get_file (link->document)), (GDestroyNotify) fys_link_target_free);
}

/* An article of the own folder comes before that of the library, so only its title is asked for. Returns: (transfer full) (nullable) */
static char *
dup_key_to_find (Link *link)
{
  if (link->window->library == NULL)
    return NULL;
  if (link->found->kind == FYS_LINK_OUTSIDE)
    return fys_link_dup_article_key (link->found->uri, &link->fragment);
  if (link->found->kind == FYS_LINK_ARTICLE && link->use == describe)
    return fys_library_dup_article_key (link->found->file);
  return NULL;
}

static void
resolved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Link) link = user_data;
  g_autofree char *key = NULL;

  link->found = g_task_propagate_pointer (G_TASK (result), NULL);
  if (link->window->document == NULL)
    return;
  key = dup_key_to_find (link);
  if (key == NULL)
    {
      link->use (link);
      return;
    }
  fys_library_find_async (link->window->library, (const char *const[]){ key, NULL }, NULL, found_in_library_cb, link);
  link = NULL;
}

static void
look_up (FysWindow  *self,
         const char *target,
         void      (*use) (Link *link),
         gboolean    is_beside)
{
  g_autoptr (GTask) task = NULL;
  Link             *link;

  if (self->document == NULL || target == NULL)
    return;
  link = g_new0 (Link, 1);
  link->window = g_object_ref (self);
  link->document = g_object_ref (self->document);
  link->target = g_strdup (target);
  link->use = use;
  link->is_beside = is_beside;
  /* Neither the task's source nor its own: a GTask may let go of those in the worker, where a widget must not end. */
  task = g_task_new (NULL, NULL, resolved_cb, link);
  g_task_set_task_data (task, link, NULL);
  g_task_run_in_thread (task, resolve_thread);
}

void
fys_window_follow_link (FysWindow  *self,
                        const char *target)
{
  look_up (self, target, follow, FALSE);
}

void
fys_window_follow_link_beside (FysWindow  *self,
                               const char *target)
{
  look_up (self, target, follow, TRUE);
}

void
fys_window_describe_link (FysWindow  *self,
                          const char *target)
{
  look_up (self, target, describe, FALSE);
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
