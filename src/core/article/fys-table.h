/* fys-table.h - the pipe tables of GitHub Flavored Markdown, line by line
 *
 *     | name | figure |      a header,
 *     |------|-------:|      a delimiter row with as many cells, each of hyphens and perhaps colons,
 *     | a    | 1      |      and rows until a blank line or another block
 *
 * cmark knows no tables: to it these are the lines of a paragraph. Here lines are taken apart; fys-markdown.c puts them together.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/article/fys-article.h"

G_BEGIN_DECLS

/** FysCellSlice: the trimmed text of a cell, in the line that it was found in. @has_escape: holds "\|", which stands for "|" */
typedef struct
{
  const char *text;
  gsize       length;
  gboolean    has_escape;
} FysCellSlice;

/** FysRowIterator: takes a row apart; copy by assignment, nothing to free. */
typedef struct
{
  const char *position;
  const char *end;
} FysRowIterator;

void     fys_row_iterator_init     (FysRowIterator *self,
                                    const char     *line,
                                    gsize           length);
/* Returns: whether there was a cell */
gboolean fys_row_iterator_next     (FysRowIterator *self,
                                    FysCellSlice   *out_cell);
/* The cells of a row as it is written. */
guint    fys_table_count_cells     (const char     *line,
                                    gsize           length);
/* Whether the line holds a "|" that is not escaped. */
gboolean fys_table_has_pipe        (const char     *line,
                                    gsize           length);
/**
 * fys_table_parse_delimiter:
 * @align: (out caller-allocates) (array length=max_columns): only the first @max_columns are filled
 *
 * Returns: the number of columns, which may be above @max_columns; 0 when the line is no delimiter row */
guint    fys_table_parse_delimiter (const char     *line,
                                    gsize           length,
                                    FysAlign       *align,
                                    guint           max_columns);

G_END_DECLS
