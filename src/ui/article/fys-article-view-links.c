/* fys-article-view-links.c - terms, and where links lead
 *
 * The article never changes, so what is found in it later lies over its texts. SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-article-view-private.h"

#include "ui/article/fys-text-link.h"

void
fys_article_view_forget_links (FysArticleView *self)
{
  g_clear_pointer (&self->terms, g_ptr_array_unref);
  g_hash_table_remove_all (self->link_descriptions);
}

static gboolean
is_same_mention (const FysTermMention *a,
                 const FysTermMention *b)
{
  const FysLibraryInfo *a_info = fys_library_entry_get_info (a->entry);
  const FysLibraryInfo *b_info = fys_library_entry_get_info (b->entry);

  return a->block == b->block && a->start == b->start && a->length == b->length && g_str_equal (a_info->key, b_info->key)
         && g_str_equal (a_info->title, b_info->title);
}

static gboolean
are_same (GPtrArray *a,
          GPtrArray *b)
{
  guint n = a != NULL ? a->len : 0;

  if (n != (b != NULL ? b->len : 0))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!is_same_mention (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;
  return TRUE;
}

static void
show_terms (FysArticleView *self)
{
  g_autoptr (GPtrArray) texts = fys_text_block_list (GTK_WIDGET (self->page));

  for (guint i = 0; i < texts->len; i++)
    fys_text_block_set_terms (g_ptr_array_index (texts, i), self->terms);
}

void
fys_article_view_set_terms (FysArticleView *self,
                            GPtrArray      *terms)
{
  g_return_if_fail (FYS_IS_ARTICLE_VIEW (self));

  if (self->article == NULL || are_same (self->terms, terms))
    return;
  g_clear_pointer (&self->terms, g_ptr_array_unref);
  if (terms != NULL)
    self->terms = g_ptr_array_ref (terms);
  fys_row_builder_set_terms (self->builder, self->terms);
  show_terms (self);
}

gboolean
fys_article_view_tell_link (FysArticleView *self,
                            const char     *target)
{
  const char           *text = g_hash_table_lookup (self->link_descriptions, target);
  g_autoptr (GPtrArray) texts = NULL;

  if (text == NULL)
    return FALSE;
  texts = fys_text_block_list (GTK_WIDGET (self->page));
  for (guint i = 0; i < texts->len; i++)
    {
      g_autoptr (GPtrArray) links = fys_text_block_list_links (g_ptr_array_index (texts, i), target);

      for (guint link = 0; link < links->len; link++)
        fys_text_link_set_description (g_ptr_array_index (links, link), text);
    }
  return TRUE;
}

void
fys_article_view_describe_link (FysArticleView *self,
                                const char     *target,
                                const char     *text)
{
  g_return_if_fail (FYS_IS_ARTICLE_VIEW (self));
  g_return_if_fail (target != NULL && text != NULL);

  g_hash_table_replace (self->link_descriptions, g_strdup (target), g_strdup (text));
  (void) fys_article_view_tell_link (self, target); /* it is known now */
}
