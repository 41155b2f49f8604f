/* fys-prefix.c - the lines of a paragraph without the marks of the quotes and list items that it lies in
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/article/fys-prefix.h"

#define TAB_COLUMNS 4

/* A place in a line; it may stand inside a tab, of which @tab_left columns are left. */
typedef struct
{
  const char *position;
  const char *end;
  guint       column;
  guint       tab_left;
} Cursor;

static guint
columns_of_tab (guint column)
{
  return TAB_COLUMNS - column % TAB_COLUMNS;
}

static guint
measure_indent (const Cursor *cursor)
{
  guint indent = cursor->tab_left;

  for (const char *p = cursor->position; p < cursor->end; p++)
    {
      if (*p == ' ')
        indent++;
      else if (*p == '\t')
        indent += columns_of_tab (cursor->column + indent);
      else
        break;
    }
  return indent;
}

static void
advance (Cursor *cursor,
         guint   columns)
{
  while (columns > 0 && (cursor->tab_left > 0 || cursor->position < cursor->end))
    {
      guint step;

      if (cursor->tab_left == 0 && *cursor->position == '\t')
        {
          cursor->tab_left = columns_of_tab (cursor->column);
          cursor->position++;
        }
      if (cursor->tab_left > 0)
        {
          step = MIN (cursor->tab_left, columns);
          cursor->tab_left -= step;
        }
      else
        {
          step = 1;
          cursor->position++;
        }
      cursor->column += step;
      columns -= step;
    }
}

static gboolean
match_quote (Cursor *cursor)
{
  guint  indent = measure_indent (cursor);
  Cursor inner = *cursor;

  if (indent > 3)
    return FALSE;
  advance (&inner, indent);
  if (inner.position == inner.end || *inner.position != '>')
    return FALSE;
  advance (&inner, 1);
  if (inner.tab_left > 0 || (inner.position < inner.end && (*inner.position == ' ' || *inner.position == '\t')))
    advance (&inner, 1);
  *cursor = inner;
  return TRUE;
}

/* @cursor: at the content of the item's parent, in the line of the item's marker */
static guint
measure_item (const Cursor *cursor)
{
  Cursor inner = *cursor;
  guint  indent = measure_indent (&inner);
  guint  marker = 0;
  guint  padding;

  advance (&inner, indent);
  while (inner.position < inner.end && g_ascii_isdigit (*inner.position))
    {
      advance (&inner, 1);
      marker++;
    }
  advance (&inner, 1); /* "-", "+", "*", "." or ")" */
  marker++;
  padding = measure_indent (&inner);
  advance (&inner, padding);
  /* An item that begins with nothing or with indented code has its content one column after the marker. */
  if (inner.position == inner.end || padding > 4 || padding == 0)
    padding = 1;
  return indent + marker + padding;
}

static gboolean
match_item (Cursor   *cursor,
            FysFrame *frame,
            guint     line,
            guint     line_offset)
{
  gboolean at_marker = (guint) cmark_node_get_start_line (frame->node) + line_offset == line;

  if (!at_marker && measure_indent (cursor) < frame->width)
    return FALSE;
  advance (cursor, frame->width);
  return TRUE;
}

static gboolean
match_frame (Cursor   *cursor,
             FysFrame *frame,
             guint     line,
             guint     line_offset)
{
  switch ((int) cmark_node_get_type (frame->node))
    {
    case CMARK_NODE_BLOCK_QUOTE:
      return match_quote (cursor);
    case CMARK_NODE_ITEM:
      return match_item (cursor, frame, line, line_offset);
    default:
      return TRUE;
    }
}

static Cursor
cursor_at (const FysSource *source,
           guint            line)
{
  Cursor cursor = { 0 };
  gsize  length;

  cursor.position = fys_source_get_line (source, line, &length);
  cursor.end = cursor.position + length;
  return cursor;
}

/* The width of an item follows from its first line, once the containers around it are known. */
static void
measure_frames (const FysSource *source,
                GArray          *frames,
                guint            line_offset)
{
  for (guint i = 0; i < frames->len; i++)
    {
      FysFrame *frame = &g_array_index (frames, FysFrame, i);
      guint     line = (guint) cmark_node_get_start_line (frame->node) + line_offset;
      Cursor    cursor;

      if (frame->width > 0 || cmark_node_get_type (frame->node) != CMARK_NODE_ITEM)
        continue;
      cursor = cursor_at (source, line);
      for (guint outer = 0; outer < i; outer++)
        (void) match_frame (&cursor, &g_array_index (frames, FysFrame, outer), line, line_offset); /* they match: the marker lies in them */
      frame->width = measure_item (&cursor);
    }
}

FysLine
fys_prefix_strip (const FysSource *source,
                  GArray          *frames,
                  guint            line,
                  guint            line_offset)
{
  Cursor  cursor = cursor_at (source, line);
  FysLine result = { 0 };

  measure_frames (source, frames, line_offset);
  for (guint i = 0; i < frames->len && !result.is_lazy; i++)
    result.is_lazy = !match_frame (&cursor, &g_array_index (frames, FysFrame, i), line, line_offset);

  result.indent = measure_indent (&cursor);
  advance (&cursor, result.indent);
  result.text = cursor.position;
  result.length = (gsize) (cursor.end - cursor.position);
  return result;
}
