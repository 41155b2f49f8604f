/* fys-rows.c - an article's blocks, put together into the rows of a page
 *
 * A row is the smallest piece that is made and dropped as one. Long lists and tables become several, so that the cost of a row is bounded.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-rows.h"

#define CHUNK_BLOCKS     24 /* a list is cut after so many blocks, before its next item */
#define CHUNK_BLOCKS_MAX 48 /* or anywhere after so many */
#define CHUNK_ROWS       40 /* of a table */

typedef struct
{
  FysArticle         *article;
  const FysBlock     *blocks;
  guint               n_blocks;
  const FysContainer *containers;
  GArray             *rows;
} Builder;

guint
fys_rows_find_section (FysArticle      *article,
                       guint            section,
                       FysSectionFlags  flags)
{
  guint             n_sections;
  const FysSection *sections = fys_article_get_sections (article, &n_sections);

  while (section < n_sections && (sections[section].flags & flags) == 0)
    section = sections[section].parent;

  return section < n_sections ? section : FYS_NONE;
}

static gboolean
is_heading_of (Builder *self,
               guint    section,
               guint    block)
{
  guint n_sections;

  return section != FYS_NONE && fys_article_get_sections (self->article, &n_sections)[section].first_block == block;
}

static void
append (Builder    *self,
        FysRowKind  kind,
        guint       first_block,
        guint       n_blocks,
        guint       first_row,
        guint       n_rows)
{
  FysRow row = { kind, first_block, n_blocks, first_row, n_rows, FYS_NONE, FYS_NONE, FYS_NONE, FALSE, FALSE };

  if (kind == FYS_ROW_END && self->n_blocks > 0)
    row.section = self->blocks[self->n_blocks - 1].section;
  else if (n_blocks > 0)
    {
      row.section = self->blocks[first_block].section;
      row.urgent = fys_rows_find_section (self->article, row.section, FYS_SECTION_URGENT);
      row.question = fys_rows_find_section (self->article, row.section, FYS_SECTION_QUESTION);
      if (is_heading_of (self, row.question, first_block))
        {
          row.question = FYS_NONE;
          if (kind == FYS_ROW_HEADING)
            row.kind = FYS_ROW_QUESTION;
        }
    }
  g_array_append_val (self->rows, row);
}

static void
append_table (Builder *self,
              guint    block)
{
  guint n_rows = self->blocks[block].table->n_rows;

  for (guint row = 0; row < n_rows; row += CHUNK_ROWS)
    append (self, FYS_ROW_TABLE, block, 1, row, MIN (CHUNK_ROWS, n_rows - row));
}

static guint
get_outermost (Builder *self,
               guint    container)
{
  while (self->containers[container].parent != FYS_NONE)
    container = self->containers[container].parent;
  return container;
}

/* Returns: the block after the list or quote */
static guint
append_container (Builder *self,
                  guint    block)
{
  const FysContainer *outermost = &self->containers[get_outermost (self, self->blocks[block].container)];
  guint               end = MIN (outermost->first_block + outermost->n_blocks, self->n_blocks);
  guint               first = block;

  for (block++; block < end; block++)
    {
      guint n_blocks = block - first;

      if (n_blocks >= CHUNK_BLOCKS_MAX || (n_blocks >= CHUNK_BLOCKS && self->blocks[block].kind == FYS_BLOCK_LIST_ITEM))
        {
          append (self, FYS_ROW_BODY, first, n_blocks, 0, 0);
          first = block;
        }
    }

  append (self, FYS_ROW_BODY, first, block - first, 0, 0);
  return block;
}

static guint
append_block (Builder *self,
              guint    block)
{
  const FysBlock *item = &self->blocks[block];

  if (item->container != FYS_NONE)
    return append_container (self, block);

  if (item->kind == FYS_BLOCK_TABLE)
    append_table (self, block);
  else
    append (self, item->kind == FYS_BLOCK_HEADING ? FYS_ROW_HEADING : FYS_ROW_BODY, block, 1, 0, 0);
  return block + 1;
}

static void
mark_urgent_ends (GArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      FysRow       *row = &g_array_index (rows, FysRow, i);
      const FysRow *before = i > 0 ? &g_array_index (rows, FysRow, i - 1) : NULL;
      const FysRow *after = i + 1 < rows->len ? &g_array_index (rows, FysRow, i + 1) : NULL;

      row->is_urgent_first = row->urgent != FYS_NONE && (before == NULL || before->urgent != row->urgent);
      row->is_urgent_last = row->urgent != FYS_NONE && (after == NULL || after->urgent != row->urgent);
    }
}

GArray *
fys_rows_new (FysArticle *article)
{
  Builder  self = { article };
  gboolean repeats_title;
  guint    block, n_containers;

  g_return_val_if_fail (article != NULL, NULL);

  self.blocks = fys_article_get_blocks (article, &self.n_blocks);
  self.containers = fys_article_get_containers (article, &n_containers);
  self.rows = g_array_new (FALSE, TRUE, sizeof (FysRow));

  repeats_title = fys_article_repeats_title (article);
  block = repeats_title ? 1 : 0;
  append (&self, FYS_ROW_TITLE, 0, block, 0, 0);
  while (block < self.n_blocks)
    block = append_block (&self, block);
  append (&self, FYS_ROW_END, self.n_blocks, 0, 0, 0);

  mark_urgent_ends (self.rows);
  return self.rows;
}

guint
fys_rows_find (GArray *rows,
               guint   block,
               guint   table_row)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (rows != NULL && rows->len > 0, 0);

  /* The last row that begins at or before the place. */
  high = rows->len;
  while (high - low > 1)
    {
      guint         middle = low + (high - low) / 2;
      const FysRow *row = &g_array_index (rows, FysRow, middle);
      gboolean      is_after = row->first_block > block
                               || (row->first_block == block && row->first_row > (table_row == FYS_NONE ? 0 : table_row));

      if (is_after)
        high = middle;
      else
        low = middle;
    }

  return low;
}
