/* fys-tile.c - a button for a group of articles, with their number
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/library/fys-tile.h"

#include "ui/library/fys-library-words.h"

struct _FysTile
{
  GtkButton  parent_instance;

  /* Children */
  GtkWidget *title_label;
  GtkWidget *count_label;

  /* Owned */
  char      *scope;
};

G_DEFINE_FINAL_TYPE (FysTile, fys_tile, GTK_TYPE_BUTTON)

static void
fys_tile_finalize (GObject *object)
{
  g_free (FYS_TILE (object)->scope);

  G_OBJECT_CLASS (fys_tile_parent_class)->finalize (object);
}

static void
fys_tile_class_init (FysTileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fys_tile_finalize;
}

static void
fys_tile_init (FysTile *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "tile");
}

GtkWidget *
fys_tile_new (const char *scope,
              const char *title,
              const char *icon_name)
{
  FysTile   *self;
  GtkWidget *box;

  g_return_val_if_fail (scope != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (FYS_TYPE_TILE, NULL);
  self->scope = g_strdup (scope);
  self->title_label = gtk_label_new (title);
  self->count_label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title_label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->title_label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->title_label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (self->title_label, TRUE);
  gtk_widget_add_css_class (self->title_label, "tile-title");
  gtk_widget_add_css_class (self->count_label, "dim-label");
  gtk_widget_add_css_class (self->count_label, "numeric");
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  if (icon_name != NULL)
    gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_name, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (GTK_BOX (box), self->title_label);
  gtk_box_append (GTK_BOX (box), self->count_label);
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.list");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", scope);
  return GTK_WIDGET (self);
}

void
fys_tile_set_count (FysTile *self,
                    guint    n_articles)
{
  g_autofree char *count = g_strdup_printf ("%u", n_articles);
  g_autofree char *words = fys_library_words_dup_n_articles (n_articles);
  g_autofree char *name = NULL;

  g_return_if_fail (FYS_IS_TILE (self));

  name = g_strdup_printf ("%s, %s", gtk_label_get_label (GTK_LABEL (self->title_label)), words);
  gtk_label_set_label (GTK_LABEL (self->count_label), count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

const char *
fys_tile_get_scope (FysTile *self)
{
  g_return_val_if_fail (FYS_IS_TILE (self), NULL);

  return self->scope;
}
