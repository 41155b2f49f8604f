/* fys-table.c - the pipe tables of GitHub Flavored Markdown, line by line
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/article/fys-table.h"

#include <string.h>

static gboolean
is_space (char letter)
{
  return letter == ' ' || letter == '\t';
}

static void
trim (const char **start,
      const char **end)
{
  while (*start < *end && is_space (**start))
    (*start)++;
  while (*end > *start && is_space ((*end)[-1]))
    (*end)--;
}

/* A "|" with a backslash directly before it is escaped, whatever stands before the backslash and also inside code. */
static const char *
find_pipe (const char *from,
           const char *end,
           gboolean   *has_escape)
{
  const char *p = from;

  while ((p = memchr (p, '|', (gsize) (end - p))) != NULL)
    {
      if (p == from || p[-1] != '\\')
        return p;
      *has_escape = TRUE;
      p++;
    }
  return NULL;
}

void
fys_row_iterator_init (FysRowIterator *self,
                       const char     *line,
                       gsize           length)
{
  self->position = line;
  self->end = line + length;
  trim (&self->position, &self->end);
  if (self->position < self->end && *self->position == '|')
    self->position++;
}

gboolean
fys_row_iterator_next (FysRowIterator *self,
                       FysCellSlice   *out_cell)
{
  const char *pipe;
  const char *start = self->position;
  const char *end;

  if (start >= self->end)
    return FALSE;

  out_cell->has_escape = FALSE;
  pipe = find_pipe (start, self->end, &out_cell->has_escape);
  end = pipe != NULL ? pipe : self->end;
  self->position = pipe != NULL ? pipe + 1 : self->end;
  trim (&start, &end);
  out_cell->text = start;
  out_cell->length = (gsize) (end - start);
  return TRUE;
}

guint
fys_table_count_cells (const char *line,
                       gsize       length)
{
  FysRowIterator row;
  FysCellSlice   cell;
  guint          n = 0;

  fys_row_iterator_init (&row, line, length);
  while (fys_row_iterator_next (&row, &cell))
    n++;
  return n;
}

gboolean
fys_table_has_pipe (const char *line,
                    gsize       length)
{
  gboolean has_escape;

  return find_pipe (line, line + length, &has_escape) != NULL;
}

/* Returns: whether the cell is of the form ":?-+:?" */
static gboolean
parse_delimiter_cell (const FysCellSlice *cell,
                      FysAlign           *align)
{
  const char *p = cell->text;
  const char *end = cell->text + cell->length;
  gboolean    at_left = p < end && *p == ':';
  gboolean    at_right;

  if (at_left)
    p++;
  at_right = end > p && end[-1] == ':';
  if (at_right)
    end--;
  if (p == end)
    return FALSE;
  for (; p < end; p++)
    if (*p != '-')
      return FALSE;

  if (at_left)
    *align = at_right ? FYS_ALIGN_CENTER : FYS_ALIGN_LEFT;
  else
    *align = at_right ? FYS_ALIGN_RIGHT : FYS_ALIGN_NONE;
  return TRUE;
}

guint
fys_table_parse_delimiter (const char *line,
                           gsize       length,
                           FysAlign   *align,
                           guint       max_columns)
{
  FysRowIterator row;
  FysCellSlice   cell;
  guint          n = 0;

  fys_row_iterator_init (&row, line, length);
  while (fys_row_iterator_next (&row, &cell))
    {
      FysAlign one;

      if (!parse_delimiter_cell (&cell, &one))
        return 0;
      if (n < max_columns)
        align[n] = one;
      n++;
    }
  return n;
}
