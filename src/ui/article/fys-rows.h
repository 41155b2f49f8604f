/* fys-rows.h - an article's blocks, put together into the rows of a page
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/article/fys-article.h"

G_BEGIN_DECLS

typedef enum
{
  FYS_ROW_TITLE, /* the page's head; n_blocks is 1 when the first heading serves as title, else 0 */
  FYS_ROW_HEADING,
  FYS_ROW_QUESTION,
  FYS_ROW_BODY,  /* a block, or a stretch of blocks inside the same list or quote */
  FYS_ROW_TABLE, /* a stretch of a table's rows */
  FYS_ROW_END,   /* space below the last block; no blocks */
} FysRowKind;

/** FysRow: a range of blocks that is shown as one piece.
 * @first_row, @n_rows: of a table, the rows shown; the header is row 0
 * @section: innermost, or FYS_NONE
 * @question: the section of the question whose answer it belongs to (not of the question itself), or FYS_NONE
 * @urgent: the section that makes it urgent, or FYS_NONE; @is_urgent_first, @is_urgent_last: where the marked stretch begins and ends */
typedef struct
{
  FysRowKind kind;
  guint      first_block;
  guint      n_blocks;
  guint      first_row;
  guint      n_rows;
  guint      section;
  guint      question;
  guint      urgent;
  gboolean   is_urgent_first;
  gboolean   is_urgent_last;
} FysRow;

/* Linear in the article. Returns: (transfer full) (element-type FysRow): one or more, beginning with the title */
GArray *fys_rows_new          (FysArticle    *article);
/* The row that shows a block (and of a table, a row of it, unless @table_row is FYS_NONE). */
guint   fys_rows_find         (GArray        *rows,
                               guint          block,
                               guint          table_row);
/* The innermost section with one of @flags that is @section or holds it; FYS_NONE when there is none. */
guint   fys_rows_find_section (FysArticle    *article,
                               guint          section,
                               FysSectionFlags flags);

G_END_DECLS
