/* fys-table-block.c - a table among the lines of a paragraph
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/article/fys-table-block.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/article/fys-table.h"

/* Short rows are filled up, so a wide header over many short rows could make gigabytes of nothing. No true table comes near. */
#define MAX_FILLED_CELLS 100000

/* What has none of these needs no parser. */
#define MARKUP "\\`*_[]<>&"

/* Only a line that begins like this can be a delimiter row; most lines end the question here. */
static gboolean
may_be_delimiter (const FysLine *line)
{
  return line->length > 0 && !line->is_lazy && line->indent < 4 && strchr ("|:-", line->text[0]) != NULL;
}

/* A single column needs a "|" somewhere in its header: ":-" under a line of text is no table to anyone. */
static gboolean
header_fits (const FysLine *header,
             guint          n_columns)
{
  return fys_table_count_cells (header->text, header->length) == n_columns
         && (n_columns > 1 || fys_table_has_pipe (header->text, header->length));
}

/* Two rows of pipes were meant as a table. */
static void
report_misfit (const FysLine *header,
               guint          n_columns,
               guint          line,
               GPtrArray     *diagnostics)
{
  guint n_cells = fys_table_count_cells (header->text, header->length);

  if (n_columns > 1 && n_cells > 1)
    fys_diagnostics_add (diagnostics, FYS_SEVERITY_WARNING, line, 0,
                         _("This is no table: the row of hyphens has %u cells and the header above it %u"), n_columns, n_cells);
}

/* A row is any line that the table's containers hold and that is not indented code. */
static gboolean
is_row (const FysLine *line)
{
  return !line->is_lazy && line->indent < 4;
}

static guint
find_end (const FysTableShape *self,
          const FysLine       *lines,
          guint                n_lines,
          guint                first_line,
          GPtrArray           *diagnostics)
{
  guint n_filled = 0;

  for (guint i = self->header + 2; i < n_lines; i++)
    {
      guint n_cells;

      if (!is_row (&lines[i]))
        return i;
      n_cells = fys_table_count_cells (lines[i].text, lines[i].length);
      if (n_cells < self->n_columns)
        n_filled += self->n_columns - n_cells;
      if (n_filled > MAX_FILLED_CELLS)
        {
          fys_diagnostics_add (diagnostics, FYS_SEVERITY_ERROR, first_line + i, 0,
                               _("The table has too many short rows; the rest of it is shown as text"));
          return i;
        }
    }
  return n_lines;
}

gboolean
fys_table_shape_find (FysTableShape *self,
                      const FysLine *lines,
                      guint          n_lines,
                      guint          first_line,
                      GPtrArray     *diagnostics)
{
  for (guint i = 1; i < n_lines; i++)
    {
      if (!may_be_delimiter (&lines[i]))
        continue;
      self->n_columns = fys_table_parse_delimiter (lines[i].text, lines[i].length, self->align, FYS_TABLE_MAX_COLUMNS);
      if (self->n_columns == 0)
        continue;
      if (!header_fits (&lines[i - 1], self->n_columns))
        {
          report_misfit (&lines[i - 1], self->n_columns, first_line + i, diagnostics);
          continue;
        }
      if (self->n_columns > FYS_TABLE_MAX_COLUMNS)
        {
          fys_diagnostics_add (diagnostics, FYS_SEVERITY_ERROR, first_line + i - 1, 0,
                               _("The table has %u columns, more than %u; it is shown as text"),
                               self->n_columns, FYS_TABLE_MAX_COLUMNS);
          return FALSE;
        }
      self->header = i - 1;
      self->end = find_end (self, lines, n_lines, first_line, diagnostics);
      return TRUE;
    }
  return FALSE;
}

static gboolean
has_markup (const FysCellSlice *cell)
{
  for (gsize i = 0; i < cell->length; i++)
    if (strchr (MARKUP, cell->text[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Returns: (transfer full): the cell with "|" for each "\|" */
static char *
dup_unescaped (const FysCellSlice *cell)
{
  GString *text = g_string_sized_new (cell->length);

  for (gsize i = 0; i < cell->length; i++)
    if (cell->text[i] != '\\' || i + 1 == cell->length || cell->text[i + 1] != '|')
      g_string_append_c (text, cell->text[i]);
  return g_string_free (text, FALSE);
}

static void
build_cell (const FysCellSlice *slice,
            FysText            *cell,
            const FysPlace     *place,
            FysInline          *builder,
            FysSnippets        *snippets)
{
  if (slice->has_escape)
    {
      g_autofree char *text = dup_unescaped (slice);

      fys_snippets_add_cell (snippets, text, strlen (text), place);
    }
  else if (has_markup (slice))
    fys_snippets_add_cell (snippets, slice->text, slice->length, place);
  else if (slice->length > 0)
    *cell = fys_inline_build_raw (builder, slice->text, slice->length, place);
}

/* GFM leaves out the cells beyond the header's. A word of health advice that vanishes is worse than an untidy cell, so they stand in
 * the last column as they are written, and the author is told. Returns: whether there were any */
static gboolean
take_rest_of_row (FysRowIterator *row,
                  FysCellSlice   *last)
{
  FysCellSlice beyond;
  gboolean     is_too_long = FALSE;

  while (fys_row_iterator_next (row, &beyond))
    {
      last->length = beyond.text + beyond.length - last->text;
      last->has_escape = last->has_escape || beyond.has_escape;
      is_too_long = TRUE;
    }
  return is_too_long;
}

static void
build_row (const FysLine *line,
           guint          n_columns,
           FysText       *cells,
           FysPlace      *place,
           FysInline     *builder,
           FysSnippets   *snippets)
{
  FysRowIterator row;
  FysCellSlice   slice;
  guint          n = 0;

  fys_row_iterator_init (&row, line->text, line->length);
  for (; n < n_columns && fys_row_iterator_next (&row, &slice); n++)
    {
      if (n + 1 == n_columns && take_rest_of_row (&row, &slice))
        fys_diagnostics_add (builder->article->diagnostics, FYS_SEVERITY_WARNING, place->first_line, 0,
                             _("The row has more cells than the header; what is beyond stands in its last cell"));
      build_cell (&slice, &cells[place->cell], place, builder, snippets);
      place->cell++;
    }
  place->cell += n_columns - n;
}

const FysTable *
fys_table_build (const FysTableShape *shape,
                 const FysLine       *lines,
                 guint                first_line,
                 guint                block,
                 FysInline           *builder,
                 FysSnippets         *snippets)
{
  FysArena *arena = builder->article->arena;
  FysTable *table = fys_arena_alloc0 (arena, sizeof *table);
  guint     n_rows = shape->end - shape->header - 1;
  gsize     n_cells = (gsize) n_rows * shape->n_columns;
  FysText  *cells = fys_arena_alloc (arena, n_cells * sizeof *cells);
  guint    *row_lines = fys_arena_alloc (arena, n_rows * sizeof *row_lines);
  FysPlace  place = { block, 0, 0, 0, 0 };
  guint     row = 0;

  for (gsize i = 0; i < n_cells; i++)
    cells[i] = (FysText) { "", 0, 0, NULL };

  table->n_columns = shape->n_columns;
  table->n_rows = n_rows;
  table->align = fys_arena_memdup (arena, shape->align, shape->n_columns * sizeof *shape->align);
  table->cells = cells;
  table->row_lines = row_lines;
  for (guint i = shape->header; i < shape->end; i++)
    {
      if (i == shape->header + 1)
        continue;
      place.first_line = place.last_line = row_lines[row++] = first_line + i;
      build_row (&lines[i], shape->n_columns, cells, &place, builder, snippets);
    }
  return table;
}
