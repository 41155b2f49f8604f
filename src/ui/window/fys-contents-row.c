/* fys-contents-row.c - shows a line of the contents
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window/fys-contents-row.h"

#include <glib/gi18n.h>

#define INDENT_PX 16

struct _FysContentsRow
{
  GtkWidget        parent_instance;

  /* Template children */
  GtkWidget       *title_label;
  GtkWidget       *urgent_image;
  GtkWidget       *count_label;

  /* Owned */
  FysContentsItem *item;
  gulong           current_handler;
};

G_DEFINE_FINAL_TYPE (FysContentsRow, fys_contents_row, GTK_TYPE_WIDGET)

static void
name_cell (FysContentsRow *self)
{
  GtkWidget       *cell = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *label = fys_contents_item_dup_accessible_label (self->item);

  if (cell != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
update_current (FysContentsRow *self)
{
  if (fys_contents_item_is_current (self->item))
    gtk_widget_add_css_class (GTK_WIDGET (self), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "current");
  name_cell (self);
}

/* A tooltip asks the display where the pointer is, and waits for the answer: two hundred rows wait longer than all else of them takes. So only
 * what is seen gets one. */
static void
show_mark (GtkWidget  *mark,
           gboolean    is_shown,
           const char *tooltip)
{
  gtk_widget_set_visible (mark, is_shown);
  if (is_shown)
    gtk_widget_set_tooltip_text (mark, tooltip);
}

static void
show_item (FysContentsRow *self)
{
  guint            n_questions = fys_contents_item_get_n_questions (self->item);
  g_autofree char *count = g_strdup_printf ("%u", n_questions);

  gtk_label_set_label (GTK_LABEL (self->title_label), fys_contents_item_get_title (self->item));
  gtk_widget_set_margin_start (self->title_label, (int) fys_contents_item_get_depth (self->item) * INDENT_PX);
  show_mark (self->urgent_image, fys_contents_item_is_urgent (self->item), _ ("Tells when to seek help"));
  gtk_label_set_label (GTK_LABEL (self->count_label), count);
  show_mark (self->count_label, n_questions > 0, _ ("Questions"));
  if (fys_contents_item_get_depth (self->item) > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "nested");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "nested");
  update_current (self);
}

static void
fys_contents_row_dispose (GObject *object)
{
  FysContentsRow *self = FYS_CONTENTS_ROW (object);

  fys_contents_row_set_item (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FYS_TYPE_CONTENTS_ROW);

  G_OBJECT_CLASS (fys_contents_row_parent_class)->dispose (object);
}

static void
fys_contents_row_class_init (FysContentsRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fys_contents_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/window/fys-contents-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FysContentsRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, FysContentsRow, urgent_image);
  gtk_widget_class_bind_template_child (widget_class, FysContentsRow, count_label);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "contents-row");
  /* What it shows is the name of the cell around it. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
fys_contents_row_init (FysContentsRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
fys_contents_row_new (void)
{
  return g_object_new (FYS_TYPE_CONTENTS_ROW, NULL);
}

void
fys_contents_row_set_item (FysContentsRow  *self,
                           FysContentsItem *item)
{
  g_return_if_fail (FYS_IS_CONTENTS_ROW (self));
  g_return_if_fail (item == NULL || FYS_IS_CONTENTS_ITEM (item));

  if (self->item == item)
    return;
  if (self->item != NULL)
    g_clear_signal_handler (&self->current_handler, self->item);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  self->current_handler = g_signal_connect_swapped (item, "notify::is-current", G_CALLBACK (update_current), self);
  show_item (self);
}

FysContentsItem *
fys_contents_row_get_item (FysContentsRow *self)
{
  g_return_val_if_fail (FYS_IS_CONTENTS_ROW (self), NULL);

  return self->item;
}
