/* fys-article-view-place.c - where the reader is: to the pixel, and so that it is found again at another width or in another version
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-article-view-private.h"

FysTextPlace
fys_article_view_get_top_place (FysArticleView *self)
{
  FysTextPlace place = { 0, FYS_NONE, 0 };
  guint        row_index;
  double       offset;
  GtkWidget   *row;
  g_autoptr (GPtrArray) texts = NULL;

  if (self->rows == NULL)
    return place;

  fys_page_get_anchor (self->page, &row_index, &offset);
  row = fys_page_get_row (self->page, row_index);
  place.block = fys_article_view_get_row (self, row_index)->first_block;
  if (row == NULL)
    return place;

  texts = fys_text_block_list (row);
  for (guint i = 0; i < texts->len; i++)
    {
      FysTextBlock *text = g_ptr_array_index (texts, i);
      double        end;

      if (fys_page_locate (self->page, row_index, GTK_WIDGET (text), gtk_widget_get_height (GTK_WIDGET (text)), &end)
          && end > offset && fys_text_block_get_block (text) != FYS_NONE)
        return (FysTextPlace){ fys_text_block_get_block (text), fys_text_block_get_cell (text), 0 };
    }

  return place;
}

FysPlace
fys_article_view_get_place (FysArticleView *self)
{
  FysPlace      place = { 0, 0 };
  FysTextPlace  top;
  guint         row;
  GtkWidget    *widget;
  FysTextBlock *text;
  double        offset, text_top;

  g_return_val_if_fail (FYS_IS_ARTICLE_VIEW (self), place);

  if (self->rows == NULL)
    return place;

  fys_page_get_anchor (self->page, &row, &offset);
  top = fys_article_view_get_top_place (self);
  place.block = top.block;
  place.offset_px = offset;
  if (fys_article_view_get_row (self, row)->kind == FYS_ROW_TABLE)
    place.offset_px = -fys_page_get_row_y (self->page, fys_rows_find (self->rows, top.block, FYS_NONE));
  else if ((widget = fys_page_get_row (self->page, row)) != NULL && (text = fys_article_view_find_text (widget, &top)) != NULL
           && fys_page_locate (self->page, row, GTK_WIDGET (text), 0, &text_top))
    place.offset_px = offset - text_top;
  return place;
}

void
fys_article_view_set_place (FysArticleView *self,
                            FysPlace        place)
{
  FysTextPlace text = { 0, FYS_NONE, 0 };
  guint        n_blocks, row;

  g_return_if_fail (FYS_IS_ARTICLE_VIEW (self));

  if (self->article == NULL)
    return;

  /* The article may have become shorter. */
  (void) fys_article_get_blocks (self->article, &n_blocks);
  text.block = n_blocks == 0 ? 0 : MIN (place.block, n_blocks - 1);
  row = fys_article_view_find_row_of_place (self, &text);
  if (fys_article_view_get_row (self, row)->kind == FYS_ROW_TABLE)
    fys_page_scroll_to (self->page, row, place.offset_px);
  else
    fys_page_scroll_to_text (self->page, row, &text, -place.offset_px, FALSE);
}

static gboolean
is_table (FysArticleView *self,
          guint           block)
{
  guint           n_blocks;
  const FysBlock *blocks = fys_article_get_blocks (self->article, &n_blocks);

  return block < n_blocks && blocks[block].table != NULL;
}

/* The letter at the top of the window, of the text that the top cuts. */
static guint
get_top_index (FysArticleView     *self,
               const FysTextPlace *top)
{
  guint         row;
  double        offset, text_top;
  GtkWidget    *widget;
  FysTextBlock *text;

  fys_page_get_anchor (self->page, &row, &offset);
  widget = fys_page_get_row (self->page, row);
  text = widget != NULL ? fys_article_view_find_text (widget, top) : NULL;
  if (text == NULL || !fys_page_locate (self->page, row, GTK_WIDGET (text), 0, &text_top) || offset <= text_top)
    return 0;
  return fys_text_block_get_index_at (text, 0, offset - text_top);
}

gboolean
fys_article_view_get_part (FysArticleView *self,
                           guint          *out_block,
                           double         *out_part)
{
  FysTextPlace    top;
  guint           n_blocks;
  const FysBlock *blocks;

  g_return_val_if_fail (FYS_IS_ARTICLE_VIEW (self), FALSE);

  if (self->rows == NULL)
    return FALSE;
  blocks = fys_article_get_blocks (self->article, &n_blocks);
  top = fys_article_view_get_top_place (self);
  if (top.block >= n_blocks)
    {
      if (n_blocks == 0)
        return FALSE;
      top = (FysTextPlace){ 0, FYS_NONE, 0 }; /* the head of the page */
    }
  *out_block = top.block;
  *out_part = 0.0;
  if (is_table (self, top.block))
    {
      const FysTable *table = blocks[top.block].table;

      if (top.cell != FYS_NONE && table->n_rows > 0)
        *out_part = (double) (top.cell / table->n_columns) / table->n_rows;
    }
  else if (blocks[top.block].text.length > 0)
    *out_part = (double) get_top_index (self, &top) / blocks[top.block].text.length;
  return TRUE;
}

void
fys_article_view_set_part (FysArticleView *self,
                           guint           block,
                           double          part)
{
  FysTextPlace    place = { block, FYS_NONE, 0 };
  guint           n_blocks, row;
  const FysBlock *blocks;

  g_return_if_fail (FYS_IS_ARTICLE_VIEW (self));

  if (self->article == NULL)
    return;
  blocks = fys_article_get_blocks (self->article, &n_blocks);
  if (block >= n_blocks)
    return;
  part = CLAMP (part, 0.0, 1.0);
  if (is_table (self, block))
    place.cell = MIN ((guint) (part * blocks[block].table->n_rows + 0.5), blocks[block].table->n_rows - 1) * blocks[block].table->n_columns;
  else
    {
      const char *text = blocks[block].text.text;

      place.index = MIN ((guint) (part * blocks[block].text.length + 0.5), blocks[block].text.length);
      while (place.index > 0 && ((guchar) text[place.index] & 0xc0) == 0x80)
        place.index--;
    }
  row = fys_article_view_find_row_of_place (self, &place);
  fys_article_view_open_row (self, row);
  fys_page_scroll_to_text (self->page, row, &place, 0, FALSE);
}

gboolean
fys_article_view_is_at_end (FysArticleView *self)
{
  g_return_val_if_fail (FYS_IS_ARTICLE_VIEW (self), FALSE);

  return self->rows != NULL && fys_page_is_at_end (self->page);
}
