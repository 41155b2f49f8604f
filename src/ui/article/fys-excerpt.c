/* fys-excerpt.c - a few blocks of an article without a page around them
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-article-view.h"

#include "ui/article/fys-row-builder.h"

#define WIDTH_PX 300 /* what a pane surely has; decides only how a table is shown */
#define EM_PX    16

GtkWidget *
fys_article_excerpt_new (FysDocument *document,
                         guint        first_block,
                         guint        n_blocks)
{
  g_autoptr (FysRowBuilder) builder = NULL;
  g_autoptr (GArray) rows = NULL;
  GtkWidget *box;

  g_return_val_if_fail (FYS_IS_DOCUMENT (document), NULL);

  builder = fys_row_builder_new (document, NULL, NULL, FALSE);
  rows = fys_rows_new (fys_document_get_article (document));
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (box, "article-excerpt");

  for (guint i = 0; i < rows->len; i++)
    {
      FysRow row = g_array_index (rows, FysRow, i);
      guint  start = MAX (row.first_block, first_block);
      guint  end = MIN (row.first_block + row.n_blocks, first_block + n_blocks);

      if (row.kind == FYS_ROW_TITLE || start >= end)
        continue;

      /* The excerpt itself is the warning, so it is not marked as one. */
      row.urgent = FYS_NONE;
      row.is_urgent_first = row.is_urgent_last = FALSE;
      row.first_block = start;
      row.n_blocks = end - start;
      gtk_box_append (GTK_BOX (box), fys_row_builder_make (builder, &row, WIDTH_PX, EM_PX));
    }

  return box;
}
