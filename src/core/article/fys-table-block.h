/* fys-table-block.h - a table among the lines of a paragraph
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/article/fys-inline.h"
#include "core/article/fys-prefix.h"
#include "core/article/fys-snippets.h"

G_BEGIN_DECLS

/** FysTableShape: where in the lines of a paragraph a table lies.
 * @header: the index of the header's line; the delimiter row follows it
 * @end: the index after the last row */
typedef struct
{
  guint    n_columns;
  guint    header;
  guint    end;
  FysAlign align[FYS_TABLE_MAX_COLUMNS];
} FysTableShape;

/**
 * fys_table_shape_find:
 * @lines: of the paragraph, freed from the marks of its containers
 * @first_line: in the file, for findings
 *
 * Returns: whether there is a table */
gboolean        fys_table_shape_find  (FysTableShape       *self,
                                       const FysLine       *lines,
                                       guint                n_lines,
                                       guint                first_line,
                                       GPtrArray           *diagnostics);
/**
 * fys_table_build:
 * @block: the index of the block that gets the table
 *
 * Cells with markup are added to @snippets and empty until those are resolved.
 *
 * Returns: the table, in the article's arena */
const FysTable *fys_table_build       (const FysTableShape *shape,
                                       const FysLine       *lines,
                                       guint                first_line,
                                       guint                block,
                                       FysInline           *builder,
                                       FysSnippets         *snippets);

G_END_DECLS
