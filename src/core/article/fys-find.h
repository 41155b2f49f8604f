/* fys-find.h - words looked up in an article, as a person types them
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/article/fys-article.h"

G_BEGIN_DECLS

/** FysFindHit: the bytes [start, end) of a block's text. Both ends lie between characters.
 * @cell: in a table, row * n_columns + column; else FYS_NONE */
typedef struct
{
  guint block;
  guint cell;
  guint start;
  guint end;
} FysFindHit;

/**
 * fys_find_in_text:
 * @text: UTF-8
 * @needle: UTF-8, what was typed
 * @block, @cell: go into the hits
 * @hits: (element-type FysFindHit): where to append
 *
 * Case does not count; nor do composed or decomposed letters, kinds of dashes, quotes and spaces, soft hyphens, or the stress marks
 * of Danish (é as e). å, æ and ø are letters of their own: they match themselves and aa, ae and oe, but never a or o. Hits do not
 * overlap. Linear in both lengths. Any thread. */
void    fys_find_in_text    (const char *text,
                             const char *needle,
                             guint       block,
                             guint       cell,
                             GArray     *hits);
/**
 * fys_find_in_article:
 * @needle: (nullable): "" and %NULL, and what is only white space, find nothing
 *
 * Looks through every block and every cell of a table, in reading order; a hit may begin in one span and end in another.
 *
 * Returns: (transfer full) (element-type FysFindHit) */
GArray *fys_find_in_article (FysArticle *article,
                             const char *needle);

G_END_DECLS
