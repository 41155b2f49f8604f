/* fys-prefix.h - the lines of a paragraph without the marks of the quotes and list items that it lies in
 *
 * cmark does not give a paragraph's source away, so a table inside "> " or "- " needs its lines freed from these marks by the same
 * rule: each quote takes up to three spaces, ">" and a space; each item takes its indentation; what no longer matches is lazy.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cmark.h>

#include "core/article/fys-source.h"

G_BEGIN_DECLS

/** FysFrame: a quote, list or item that is open. @width: of an item, the columns that its marker takes; 0 when not yet known */
typedef struct
{
  cmark_node *node;
  guint       container;  /* its index in the article; that of an outer one beyond the bound on nesting */
  guint       own;        /* whether the container is its own */
  guint       next_number;
  guint       width;
} FysFrame;

/** FysLine: @text, @length: what is left of a line; @indent: columns of white space before it
 * @is_lazy: whether not all containers were matched */
typedef struct
{
  const char *text;
  gsize       length;
  guint       indent;
  gboolean    is_lazy;
} FysLine;

/**
 * fys_prefix_strip:
 * @frames: (element-type FysFrame): the open containers, outermost first
 * @line: 1-based, in the file
 * @line_offset: what is added to cmark's lines to get those in the file */
FysLine fys_prefix_strip (const FysSource *source,
                          GArray          *frames,
                          guint            line,
                          guint            line_offset);

G_END_DECLS
