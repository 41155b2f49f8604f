/* fys-exercise-picture.c - the picture of an exercise
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-exercise-picture.h"

#include <adwaita.h>

#include "ui/article/fys-image.h"

/* The width of a picture whose shape nobody knows; one that is as high as wide still leaves lines of the instruction in sight. */
#define MAX_PICTURE_PX 320

guint
fys_exercise_find_picture (FysDocument       *document,
                           const FysExercise *exercise)
{
  const FysBlock *blocks;
  guint n_blocks;

  g_return_val_if_fail (FYS_IS_DOCUMENT (document) && exercise != NULL, FYS_NONE);

  /* A row is a part of a block, and what only the front matter tells has no block. */
  if (exercise->row != FYS_NONE || exercise->first_block == FYS_NONE)
    return FYS_NONE;
  blocks = fys_article_get_blocks (fys_document_get_article (document), &n_blocks);
  for (guint i = exercise->first_block; i < exercise->first_block + exercise->n_blocks; i++)
    if (blocks[i].kind == FYS_BLOCK_IMAGE)
      return i;
  return FYS_NONE;
}

static GtkWidget *
make_picture (FysDocument *document,
              const char  *source,
              const char  *words)
{
  g_autoptr (GFile) file = source != NULL ? fys_document_dup_image_file (document, source) : NULL;
  GtkWidget *label;

  if (file == NULL)
    return NULL;
  label = gtk_label_new (words);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return fys_image_new (file, label, words);
}

/* The picture of a page that is about one exercise shows that exercise; that of any other article may show anything. */
static GtkWidget *
make_picture_of_page (FysDocument *document)
{
  const FysMetadata *metadata = fys_article_get_metadata (fys_document_get_article (document));
  GtkWidget *picture;
  GtkWidget *clamp;

  if (metadata->body_parts == NULL || fys_exercise_list_get_n (fys_document_get_exercises (document)) != 1)
    return NULL;
  picture = make_picture (document, metadata->preview_image, metadata->preview_image_alt != NULL ? metadata->preview_image_alt : "");
  if (picture == NULL)
    return NULL;
  clamp = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), MAX_PICTURE_PX);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), MAX_PICTURE_PX);
  gtk_widget_set_halign (clamp, GTK_ALIGN_START);
  adw_clamp_set_child (ADW_CLAMP (clamp), picture);
  return clamp;
}

GtkWidget *
fys_exercise_picture_new (FysDocument       *document,
                          const FysExercise *exercise)
{
  const FysBlock *blocks;
  guint n_blocks;
  guint block;

  g_return_val_if_fail (FYS_IS_DOCUMENT (document) && exercise != NULL, NULL);

  block = fys_exercise_find_picture (document, exercise);
  if (block == FYS_NONE)
    return make_picture_of_page (document);
  blocks = fys_article_get_blocks (fys_document_get_article (document), &n_blocks);
  return make_picture (document, blocks[block].source, blocks[block].text.text);
}
