/* fys-link-row.c - a row of a list that leads to an article, and may let itself be removed
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/library/fys-link-row.h"

#include <glib/gi18n.h>

#include "ui/library/fys-library-words.h"

struct _FysLinkRow
{
  AdwActionRow parent_instance;

  /* Owned */
  char        *key;
  char        *slug;
  char        *when;    /* (nullable): of what was opened */
  char        *section; /* (nullable): of what was opened */
};

static guint remove_requested_signal;

G_DEFINE_FINAL_TYPE (FysLinkRow, fys_link_row, ADW_TYPE_ACTION_ROW)

static void
remove_clicked_cb (FysLinkRow *self)
{
  g_signal_emit (self, remove_requested_signal, 0);
}

static void
fys_link_row_finalize (GObject *object)
{
  FysLinkRow *self = FYS_LINK_ROW (object);

  g_free (self->key);
  g_free (self->slug);
  g_free (self->when);
  g_free (self->section);

  G_OBJECT_CLASS (fys_link_row_parent_class)->finalize (object);
}

static void
fys_link_row_class_init (FysLinkRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fys_link_row_finalize;

  remove_requested_signal = g_signal_new ("remove-requested", FYS_TYPE_LINK_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fys_link_row_init (FysLinkRow *self)
{
}

/* Titles and sections are of the article's author, and no markup. */
static FysLinkRow *
row_new (const char *key,
         const char *uri,
         const char *slug,
         const char *title,
         const char *subtitle)
{
  FysLinkRow *self = g_object_new (FYS_TYPE_LINK_ROW,
                                   "use-markup", FALSE, "title", title, "subtitle", subtitle, "title-lines", 2, "subtitle-lines", 2, "activatable", TRUE,
                                   "action-name", "win.open-article", NULL);

  self->key = g_strdup (key);
  self->slug = g_strdup (slug);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "(sss)", key, uri, slug);
  return self;
}

/* What is known of when and how far comes first: a section may be longer than there is room for. */
static void
show_subtitle (FysLinkRow *self,
               const char *hint)
{
  g_autoptr (GString) text = g_string_new (self->when);

  if (*hint != '\0')
    g_string_append_printf (text, " · %s", hint);
  if (*self->section != '\0')
    g_string_append_printf (text, " · %s", self->section);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text->str);
}

/* @name: what a screen reader says of it, which knows nothing of its row */
static void
add_remove_button (FysLinkRow *self,
                   const char *name,
                   const char *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
}

GtkWidget *
fys_link_row_new_recent (const FysReadingItem *item,
                         gint64                now_s)
{
  FysLinkRow      *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (item != NULL, NULL);

  self = row_new (item->key, item->uri, "", item->title, "");
  self->when = fys_library_words_dup_when (item->at_s, now_s);
  self->section = g_strdup (item->section);
  show_subtitle (self, "");
  /* Translators: %s is the title of an article */
  name = g_strdup_printf (_ ("Remove %s from what was recently opened"), item->title);
  add_remove_button (self, name, _ ("Remove from the List"));
  return GTK_WIDGET (self);
}

GtkWidget *
fys_link_row_new_bookmark (const FysReadingItem *item)
{
  FysLinkRow      *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (item != NULL, NULL);

  self = row_new (item->key, item->uri, item->place.slug != NULL ? item->place.slug : "", item->title, item->section);
  if (*item->section != '\0')
    /* Translators: %1$s is a section of the article %2$s */
    name = g_strdup_printf (_ ("Remove the bookmark at %1$s in %2$s"), item->section, item->title);
  else
    /* Translators: %s is the title of an article */
    name = g_strdup_printf (_ ("Remove the bookmark of %s"), item->title);
  add_remove_button (self, name, _ ("Remove Bookmark"));
  return GTK_WIDGET (self);
}

GtkWidget *
fys_link_row_new_entry (FysLibraryEntry *entry)
{
  const FysLibraryInfo *info;
  g_autoptr (GFile)     file = NULL;
  g_autofree char      *uri = NULL;
  FysLinkRow           *self;

  g_return_val_if_fail (FYS_IS_LIBRARY_ENTRY (entry), NULL);

  info = fys_library_entry_get_info (entry);
  file = fys_library_entry_dup_file (entry);
  uri = g_file_get_uri (file);
  self = row_new (info->key, uri, "", info->title, info->description);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), gtk_image_new_from_icon_name ("go-next-symbolic"));
  return GTK_WIDGET (self);
}

const char *
fys_link_row_get_key (FysLinkRow *self)
{
  g_return_val_if_fail (FYS_IS_LINK_ROW (self), NULL);

  return self->key;
}

const char *
fys_link_row_get_slug (FysLinkRow *self)
{
  g_return_val_if_fail (FYS_IS_LINK_ROW (self), NULL);

  return self->slug;
}

void
fys_link_row_set_hint (FysLinkRow *self,
                       const char *hint)
{
  g_return_if_fail (FYS_IS_LINK_ROW (self));
  g_return_if_fail (hint != NULL && self->when != NULL);

  show_subtitle (self, hint);
}
