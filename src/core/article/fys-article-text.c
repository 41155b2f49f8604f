/* fys-article-text.c - parts of an article as plain text, to copy or to speak
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/article/fys-article-private.h"

static const FysContainer *
container_at (FysArticle *self,
              guint       index)
{
  return &g_array_index (self->containers, FysContainer, index);
}

/* Returns: how many lists @container lies in */
static guint
count_lists (FysArticle *self,
             guint       container)
{
  guint n = 0;

  for (; container != FYS_NONE; container = container_at (self, container)->parent)
    n += container_at (self, container)->kind == FYS_CONTAINER_ITEM;
  return n;
}

static gboolean
is_tight_item (FysArticle     *self,
               const FysBlock *block)
{
  const FysContainer *item;

  if (block->kind != FYS_BLOCK_LIST_ITEM || block->container == FYS_NONE)
    return FALSE;
  item = container_at (self, block->container);
  return item->kind == FYS_CONTAINER_ITEM && item->parent != FYS_NONE && container_at (self, item->parent)->is_tight;
}

static void
append_indent (GString *text,
               guint    levels)
{
  for (guint i = 0; i < levels; i++)
    g_string_append (text, "  ");
}

static void
append_marker (FysArticle     *self,
               const FysBlock *block,
               GString        *text)
{
  const FysContainer *item = block->container != FYS_NONE ? container_at (self, block->container) : NULL;
  guint               n_lists = count_lists (self, block->container);

  append_indent (text, n_lists > 0 ? n_lists - 1 : 0);
  if (item != NULL && item->parent != FYS_NONE && container_at (self, item->parent)->kind == FYS_CONTAINER_ORDERED_LIST)
    g_string_append_printf (text, "%u. ", item->number);
  else
    g_string_append (text, "• ");
}

static void
append_table (const FysTable *table,
              GString        *text)
{
  for (guint i = 0; i < table->n_rows * table->n_columns; i++)
    {
      if (i > 0)
        g_string_append_c (text, i % table->n_columns == 0 ? '\n' : '\t');
      g_string_append (text, table->cells[i].text);
    }
}

static void
append_block (FysArticle     *self,
              const FysBlock *block,
              GString        *text)
{
  switch (block->kind)
    {
    case FYS_BLOCK_LIST_ITEM:
      append_marker (self, block, text);
      g_string_append (text, block->text.text);
      break;
    case FYS_BLOCK_TABLE:
      append_table (block->table, text);
      break;
    case FYS_BLOCK_RULE:
      g_string_append (text, "———");
      break;
    case FYS_BLOCK_HEADING:
    case FYS_BLOCK_PARAGRAPH:
    case FYS_BLOCK_QUOTE:
    case FYS_BLOCK_CODE:
    case FYS_BLOCK_IMAGE:
      append_indent (text, count_lists (self, block->container));
      g_string_append (text, block->text.text);
      break;
    default:
      g_assert_not_reached ();
    }
}

char *
fys_article_dup_plain_text (FysArticle *self,
                            guint       first_block,
                            guint       n_blocks)
{
  GString        *text;
  const FysBlock *previous = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (first_block <= self->blocks->len && n_blocks <= self->blocks->len - first_block, NULL);

  text = g_string_new (NULL);
  for (guint i = first_block; i < first_block + n_blocks; i++)
    {
      const FysBlock *block = fys_article_block (self, i);

      if (previous != NULL)
        g_string_append (text, is_tight_item (self, previous) && is_tight_item (self, block) ? "\n" : "\n\n");
      append_block (self, block, text);
      previous = block;
    }
  return g_string_free (text, FALSE);
}
