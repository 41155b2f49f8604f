/* fys-inline.h - the inlines of a cmark node as text and spans
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cmark.h>

#include "core/article/fys-article-private.h"

G_BEGIN_DECLS

/** FysInline: scratch memory that is used again for each text. */
typedef struct
{
  /* Borrowed */
  FysArticle *article;

  /* Owned */
  GString    *text;
  GArray     *spans;      /* (element-type FysSpan) */
  GArray     *merged;     /* (element-type FysSpan): the spans with those of bare addresses */
  GArray     *open;       /* (element-type guint): the spans that are still open, as indices */
  GArray     *boundaries; /* (element-type guint): where spans begin and end, sorted */
  GArray     *marks;      /* (element-type FysLineMark) */
} FysInline;

/** FysPlace: where a text belongs.
 * @first_line, @last_line: in the file
 * @line_offset: what is added to cmark's line to get the line in the file */
typedef struct
{
  guint block;
  guint cell; /* FYS_NONE outside tables */
  guint first_line;
  guint last_line;
  int   line_offset;
} FysPlace;

void    fys_inline_init           (FysInline      *self,
                                   FysArticle     *article);
void    fys_inline_clear          (FysInline      *self);
/**
 * fys_inline_build:
 * @first: (nullable): the first of the sibling inlines
 *
 * Adds the links to the article, findings to its diagnostics. Linear in the text.
 *
 * Returns: the text; its memory belongs to the article */
FysText fys_inline_build          (FysInline      *self,
                                   cmark_node     *first,
                                   const FysPlace *place);
/* Of the text that was built last: the bytes that stand in its first line, the break after them counted. */
guint   fys_inline_get_first_line (const FysInline *self);
/* The same for text without markup, in which only bare addresses are looked for. */
FysText fys_inline_build_raw      (FysInline      *self,
                                   const char     *text,
                                   gsize           length,
                                   const FysPlace *place);

G_END_DECLS
