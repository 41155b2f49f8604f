/* fys-how-to-box.c - how an exercise is done, in the article's words and with its picture
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-how-to-box.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/article/fys-article-view.h"
#include "ui/article/fys-image.h"

/* The width of a picture; one that is as high as wide still leaves lines of the instruction in sight. */
#define MAX_PICTURE_PX 320

struct _FysHowToBox
{
  GtkWidget parent_instance;

  /* Owned */
  FysDocument *document; /* (nullable) */

  guint exercise;
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

static gboolean
has_picture (const FysBlock *blocks,
             guint           n_blocks)
{
  for (guint i = 0; i < n_blocks; i++)
    if (blocks[i].kind == FYS_BLOCK_IMAGE)
      return TRUE;
  return FALSE;
}

/* The picture of a page that is about one exercise shows that exercise; that of any other article may show anything. */
static void
add_picture_of_page (FysHowToBox *self)
{
  const FysMetadata *metadata = fys_article_get_metadata (fys_document_get_article (self->document));
  g_autoptr (GFile) file = NULL;
  GtkWidget *clamp;
  const char *words = metadata->preview_image_alt != NULL ? metadata->preview_image_alt : "";

  if (metadata->body_parts == NULL || metadata->preview_image == NULL ||
      fys_exercise_list_get_n (fys_document_get_exercises (self->document)) != 1)
    return;
  file = fys_document_dup_image_file (self->document, metadata->preview_image);
  if (file == NULL)
    return;
  clamp = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), MAX_PICTURE_PX);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), MAX_PICTURE_PX);
  gtk_widget_set_halign (clamp, GTK_ALIGN_START);
  adw_clamp_set_child (ADW_CLAMP (clamp), fys_image_new (file, gtk_label_new (words), words));
  add (self, clamp);
}

/* The name stands above the ring already. */
static void
add_blocks (FysHowToBox       *self,
            const FysExercise *exercise)
{
  guint n_blocks;
  const FysBlock *blocks = fys_article_get_blocks (fys_document_get_article (self->document), &n_blocks);
  guint first = exercise->first_block;
  guint end = first + exercise->n_blocks;

  if (first < end && blocks[first].kind == FYS_BLOCK_HEADING)
    first++;
  if (!has_picture (blocks + first, end - first))
    add_picture_of_page (self);
  if (first < end)
    add (self, fys_article_excerpt_new (self->document, first, end - first));
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
  const FysExercise *shown;

  g_return_if_fail (FYS_IS_HOW_TO_BOX (self));
  g_return_if_fail (document == NULL || FYS_IS_DOCUMENT (document));

  if (self->document == document && self->exercise == exercise)
    return;
  clear (self);
  g_set_object (&self->document, document);
  self->exercise = exercise;
  if (document == NULL)
    return;

  shown = fys_exercise_list_get (fys_document_get_exercises (document), exercise);
  /* A row is a part of a block, and what only the front matter tells has no block. */
  if (shown->row != FYS_NONE || shown->first_block == FYS_NONE)
    add_text (self, shown->instruction);
  else
    add_blocks (self, shown);
}
