/* fys-how-to-box.c - how an exercise is done, in the article's words and with its picture
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-how-to-box.h"

#include <glib/gi18n.h>

#include "fys-exercise-picture.h"
#include "ui/article/fys-article-view.h"

struct _FysHowToBox
{
  GtkWidget parent_instance;

  /* Owned */
  FysDocument *document; /* (nullable) */

  guint    exercise;
  gboolean has_picture; /* one that can stand first or last */
  gboolean is_picture_first;
};

G_DEFINE_FINAL_TYPE (FysHowToBox, fys_how_to_box, GTK_TYPE_WIDGET)

static void
add (FysHowToBox *self,
     GtkWidget   *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
clear (FysHowToBox *self)
{
  GtkWidget *child;

  self->has_picture = FALSE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
add_text (FysHowToBox *self,
          const char  *text)
{
  GtkWidget *label;

  if (*text == '\0')
    return;
  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  add (self, label);
}

/* The name stands above the ring already. A picture at the beginning stands above the text for who has room, and below it for who has
 * none: some lines say more than the edge of a picture. One between the lines stays where it is. */
static void
add_blocks (FysHowToBox       *self,
            const FysExercise *exercise)
{
  guint n_blocks;
  const FysBlock *blocks = fys_article_get_blocks (fys_document_get_article (self->document), &n_blocks);
  guint first = exercise->first_block;
  guint end = first + exercise->n_blocks;
  guint block = fys_exercise_find_picture (self->document, exercise);
  GtkWidget *picture = NULL;

  if (first < end && blocks[first].kind == FYS_BLOCK_HEADING)
    first++;
  if (block == FYS_NONE || block == first)
    picture = fys_exercise_picture_new (self->document, exercise);
  if (picture != NULL && block == first)
    first++;

  self->has_picture = picture != NULL;
  if (picture != NULL && self->is_picture_first)
    add (self, picture);
  if (first < end)
    add (self, fys_article_excerpt_new (self->document, first, end - first));
  if (picture != NULL && !self->is_picture_first)
    add (self, picture);
}

static void
show_exercise (FysHowToBox *self)
{
  const FysExercise *shown;

  clear (self);
  if (self->document == NULL)
    return;
  shown = fys_exercise_list_get (fys_document_get_exercises (self->document), self->exercise);
  /* A row is a part of a block, and what only the front matter tells has no block. */
  if (shown->row != FYS_NONE || shown->first_block == FYS_NONE)
    add_text (self, shown->instruction);
  else
    add_blocks (self, shown);
}

static void
fys_how_to_box_dispose (GObject *object)
{
  FysHowToBox *self = FYS_HOW_TO_BOX (object);

  clear (self);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (fys_how_to_box_parent_class)->dispose (object);
}

static void
fys_how_to_box_class_init (FysHowToBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fys_how_to_box_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
fys_how_to_box_init (FysHowToBox *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 12);
  /* Translators: of an exercise, for a screen reader. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("How to do it"), -1);
}

void
fys_how_to_box_set_exercise (FysHowToBox *self,
                             FysDocument *document,
                             guint        exercise)
{
  g_return_if_fail (FYS_IS_HOW_TO_BOX (self));
  g_return_if_fail (document == NULL || FYS_IS_DOCUMENT (document));

  if (self->document == document && self->exercise == exercise)
    return;
  g_set_object (&self->document, document);
  self->exercise = exercise;
  show_exercise (self);
}

void
fys_how_to_box_set_picture_first (FysHowToBox *self,
                                  gboolean     is_picture_first)
{
  g_return_if_fail (FYS_IS_HOW_TO_BOX (self));

  if (self->is_picture_first == is_picture_first)
    return;
  self->is_picture_first = is_picture_first;
  if (self->has_picture)
    show_exercise (self);
}
