/* fys-window-reading.c - what is kept of reading: the place, bookmarks
 *
 * Without a FysReading nothing is kept, and there are no bookmarks. SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "compat/fys-compat-ask.h"
#include "core/reading/fys-reading-place.h"
#include "ui/window/fys-window-private.h"

/* Of quiet after the last scroll, before the place is kept. */
#define SETTLE_MS 1500
/* Whoever read no further than this has not begun, and is not brought back to it. */
#define LEAST_PROGRESS 0.03
#define CONTINUED_SHOWN_S 8

#define ANSWER_KEEP   "keep"
#define ANSWER_REMOVE "remove"

/* Whether something can be kept of what is shown. */
static gboolean
is_kept (FysWindow *self)
{
  return self->reading != NULL && self->document != NULL && *fys_document_get_key (self->document) != '\0';
}

static char *
dup_uri (FysWindow *self)
{
  GFile *file = fys_document_get_file (self->document);

  return file != NULL ? g_file_get_uri (file) : g_strdup ("");
}

static gint64
get_now_s (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* The section with @slug, "" when there is none. */
static const char *
get_section_title (FysWindow  *self,
                   const char *slug)
{
  FysArticle       *article = fys_document_get_article (self->document);
  guint             n_sections;
  const FysSection *sections = fys_article_get_sections (article, &n_sections);
  guint             section = *slug != '\0' ? fys_article_find_section (article, slug) : FYS_NONE;

  return section != FYS_NONE ? sections[section].title : "";
}

void
fys_window_keep_reading (FysWindow *self)
{
  FysArticle     *article;
  FysReadingPlace place;
  g_autofree char *uri = NULL;
  double          progress, part;
  guint           block;

  g_clear_handle_id (&self->keep_id, g_source_remove);
  /* Before the file was read, the place would take that of the last time away. */
  if (!is_kept (self) || !fys_window_is_article_page (self) || !fys_reading_is_ready (self->reading) ||
      !fys_article_view_get_part (self->article_view, &block, &part))
    return;
  article = fys_document_get_article (self->document);
  place = fys_reading_place_make (article, block, part, &progress);
  uri = dup_uri (self);
  fys_reading_remember (self->reading, &(FysReadingItem){ .key = fys_document_get_key (self->document),
                                                          .title = fys_article_get_title (article),
                                                          .section = get_section_title (self, place.slug),
                                                          .uri = uri,
                                                          .version = fys_document_get_version (self->document),
                                                          .place = place,
                                                          .at_s = get_now_s (),
                                                          .progress = fys_article_view_is_at_end (self->article_view) ? 1.0 : progress });
  fys_reading_place_clear (&place);
}

static gboolean
keep_cb (gpointer user_data)
{
  FysWindow *self = user_data;

  self->keep_id = 0;
  fys_window_keep_reading (self);
  return G_SOURCE_REMOVE;
}

static void
scrolled_cb (FysWindow *self)
{
  g_clear_handle_id (&self->keep_id, g_source_remove);
  if (is_kept (self))
    self->keep_id = g_timeout_add (SETTLE_MS, keep_cb, self);
}

void
fys_window_go_to_beginning (FysWindow *self)
{
  if (self->document == NULL)
    return;
  fys_article_view_set_place (self->article_view, (FysPlace){ 0, 0.0 });
  (void) gtk_widget_grab_focus (GTK_WIDGET (self->article_view));
}

static void
tell_continued (FysWindow *self)
{
  AdwToast *toast = adw_toast_new (_ ("Continued where you left off"));

  adw_toast_set_button_label (toast, _ ("_From the Beginning"));
  adw_toast_set_action_name (toast, "win.beginning");
  adw_toast_set_timeout (toast, CONTINUED_SHOWN_S);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
fys_window_note_change (FysWindow   *self,
                        FysDocument *document)
{
  const char           *key = fys_document_get_key (document);
  const FysReadingItem *item = self->reading != NULL && *key != '\0' ? fys_reading_find (self->reading, key) : NULL;
  gboolean              is_changed = item != NULL && *item->version != '\0' && strcmp (item->version, fys_document_get_version (document)) != 0;

  fys_article_view_set_note (self->article_view, is_changed ? _ ("Changed since you last read it") : NULL);
}

void
fys_window_continue_reading (FysWindow *self)
{
  const FysReadingItem *item;
  guint                 block;
  double                part;

  if (!is_kept (self))
    return;
  self->wants_place = !fys_reading_is_ready (self->reading);
  if (self->wants_place)
    return;
  item = fys_reading_find (self->reading, fys_document_get_key (self->document));
  /* Who read it to its end begins again. */
  if (item != NULL && item->progress >= LEAST_PROGRESS && item->progress < 1.0 &&
      fys_reading_place_find (fys_document_get_article (self->document), &item->place, item->progress, &block, &part))
    {
      fys_article_view_set_part (self->article_view, block, part);
      tell_continued (self);
    }
  scrolled_cb (self); /* an article that is only opened was read, too */
}

/* What was read before the program started is known now; a reader who has moved meanwhile stays where they are. */
static void
reading_changed_cb (FysWindow *self)
{
  if (self->wants_place && fys_reading_is_ready (self->reading))
    {
      guint  block;
      double part;

      self->wants_place = FALSE;
      if (is_kept (self) && fys_article_view_get_part (self->article_view, &block, &part) && block == 0 && part == 0.0)
        fys_window_continue_reading (self);
    }
  fys_window_update_bookmark (self);
}

/* The slug of the section that is read, "" for the beginning. */
static const char *
get_current_slug (FysWindow *self)
{
  guint             section = fys_article_view_get_current_section (self->article_view);
  guint             n_sections;
  const FysSection *sections = fys_article_get_sections (fys_document_get_article (self->document), &n_sections);

  return section < n_sections ? sections[section].slug : "";
}

static gboolean
has_bookmark (FysWindow *self)
{
  return is_kept (self) && fys_reading_has_bookmark (self->reading, fys_document_get_key (self->document), get_current_slug (self));
}

void
fys_window_update_bookmark (FysWindow *self)
{
  gboolean    is_on;
  const char *name;

  is_on = has_bookmark (self);
  name = is_on ? _ ("Remove Bookmark from This Section") : _ ("Bookmark This Section");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.bookmark", is_kept (self) && fys_window_is_article_page (self));
  gtk_button_set_icon_name (GTK_BUTTON (self->bookmark_button), is_on ? "starred-symbolic" : "non-starred-symbolic");
  gtk_widget_set_tooltip_text (self->bookmark_button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bookmark_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static gboolean
section_cb (gpointer user_data)
{
  FysWindow *self = user_data;

  self->section_id = 0;
  fys_contents_set_current_section (self->contents, fys_article_view_get_current_section (self->article_view));
  fys_window_update_bookmark (self);
  return G_SOURCE_REMOVE;
}

/* The page tells what it shows while it is laid out, when nothing else may ask for another size; before the next frame is soon enough. */
void
fys_window_queue_section (FysWindow *self)
{
  if (self->section_id == 0)
    self->section_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, section_cb, self, NULL);
}

void
fys_window_toggle_bookmark (FysWindow *self)
{
  const char      *key, *slug, *section, *title;
  g_autofree char *uri = NULL;
  g_autofree char *text = NULL;

  if (!is_kept (self))
    return;
  key = fys_document_get_key (self->document);
  slug = get_current_slug (self);
  title = fys_article_get_title (fys_document_get_article (self->document));
  section = get_section_title (self, slug);
  if (has_bookmark (self))
    {
      fys_reading_remove_bookmark (self->reading, key, slug);
      fys_window_toast (self, _ ("Bookmark removed"));
      return;
    }
  uri = dup_uri (self);
  fys_reading_add_bookmark (self->reading, &(FysReadingItem){ .key = key,
                                                              .title = title,
                                                              .section = section,
                                                              .uri = uri,
                                                              .place = { (char *) slug, 0.0 },
                                                              .at_s = get_now_s () });
  /* Translators: %s is the section, or the article, that was marked */
  text = g_strdup_printf (_ ("Bookmarked: %s"), *section != '\0' ? section : title);
  fys_window_toast (self, text);
}

/* what is gone */

/* Returns: (transfer none) (nullable): what was kept of @file; valid until the next change */
static const FysReadingItem *
find_kept (FysWindow *self,
           GFile     *file)
{
  g_autofree char      *uri = g_file_get_uri (file);
  g_autoptr (GPtrArray) kept = self->reading != NULL ? fys_reading_list_recent (self->reading) : g_ptr_array_new ();

  if (self->reading != NULL)
    {
      g_autoptr (GPtrArray) bookmarks = fys_reading_list_bookmarks (self->reading);

      for (guint i = 0; i < bookmarks->len; i++)
        g_ptr_array_add (kept, g_ptr_array_index (bookmarks, i));
    }
  for (guint i = 0; i < kept->len; i++)
    if (g_strcmp0 (((FysReadingItem *) g_ptr_array_index (kept, i))->uri, uri) == 0)
      return g_ptr_array_index (kept, i);
  return NULL;
}

static void
forget_article (FysReading *reading,
                const char *key)
{
  g_autoptr (GPtrArray) bookmarks = fys_reading_list_bookmarks (reading);
  g_autoptr (GPtrArray) slugs = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < bookmarks->len; i++)
    {
      const FysReadingItem *item = g_ptr_array_index (bookmarks, i);

      if (g_str_equal (item->key, key))
        g_ptr_array_add (slugs, g_strdup (item->place.slug));
    }
  fys_reading_forget (reading, key);
  for (guint i = 0; i < slugs->len; i++)
    fys_reading_remove_bookmark (reading, key, g_ptr_array_index (slugs, i));
}

/** Offer: an article that is asked about. */
typedef struct
{
  FysReading *reading;
  char       *key;
} Offer;

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Offer *offer = user_data;

  if (g_str_equal (fys_compat_ask_finish (result), ANSWER_REMOVE))
    forget_article (offer->reading, offer->key);
  g_object_unref (offer->reading);
  g_free (offer->key);
  g_free (offer);
}

gboolean
fys_window_offer_to_forget (FysWindow *self,
                            GFile     *file)
{
  const FysAnswer       answers[] = {
    { ANSWER_KEEP, _ ("_Keep It"), FYS_ANSWER_PLAIN },
    { ANSWER_REMOVE, _ ("_Remove from the List"), FYS_ANSWER_PLAIN },
  };
  const FysReadingItem *item = find_kept (self, file);
  g_autofree char      *body = NULL;
  Offer                *offer;

  if (item == NULL)
    return FALSE;
  /* Translators: %s is the title of an article */
  body = g_strdup_printf (_ ("“%s” was moved or deleted. If you remove it from the list, its bookmarks go with it."), item->title);
  offer = g_new (Offer, 1);
  offer->reading = g_object_ref (self->reading);
  offer->key = g_strdup (item->key);
  fys_compat_ask_async (GTK_WINDOW (self), _ ("The Article Is Not There"),
                        body, answers, G_N_ELEMENTS (answers), ANSWER_KEEP, answered_cb, offer);
  return TRUE;
}

void
fys_window_set_reading (FysWindow  *self,
                        FysReading *reading)
{
  g_return_if_fail (FYS_IS_WINDOW (self));
  g_return_if_fail (reading == NULL || FYS_IS_READING (reading));

  if (self->reading != NULL)
    g_signal_handlers_disconnect_by_func (self->reading, reading_changed_cb, self);
  g_set_object (&self->reading, reading);
  if (reading != NULL)
    g_signal_connect_object (reading, "changed", G_CALLBACK (reading_changed_cb), self, G_CONNECT_SWAPPED);
  fys_window_update (self);
}

void
fys_window_init_reading (FysWindow *self)
{
  g_signal_connect_object (self->article_view, "scrolled", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}
