/* fys-guard.c - keeps from cmark what would make it work for minutes
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/article/fys-guard.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/article/fys-article.h"
#include "core/article/fys-diagnostic.h"

/* Half as many lists as containers, for a list and its item count as two; four columns a list. */
#define MAX_INDENT_COLUMNS (FYS_ARTICLE_MAX_DEPTH / 2 * 4)

/* In a run of lines without a blank one. The time that brackets take grows with their square; at this number it is still small. */
#define MAX_BRACKETS 5000

#define TAB_COLUMNS 4

typedef struct
{
  /* Borrowed */
  const FysSource *source;
  GPtrArray       *diagnostics;

  /* Owned */
  GString         *output;   /* (nullable): up to @copied, once something had to change */
  const char      *copied;

  guint            line;
  guint            n_brackets; /* since the last blank line */
  gboolean         is_depth_reported;
  gboolean         is_indent_reported;
  gboolean         are_brackets_reported;
} Guard;

/* Everything up to @to is taken over as it is. */
static void
copy_to (Guard      *guard,
         const char *to)
{
  if (guard->output == NULL)
    guard->output = g_string_sized_new (guard->source->length + 1024);
  g_string_append_len (guard->output, guard->copied, to - guard->copied);
  guard->copied = to;
}

static void
escape (Guard      *guard,
        const char *mark)
{
  copy_to (guard, mark);
  g_string_append_c (guard->output, '\\');
}

static void
report_depth (Guard *guard)
{
  if (!guard->is_depth_reported)
    fys_diagnostics_add (guard->diagnostics, FYS_SEVERITY_ERROR, guard->line, 0,
                         _("Lists and quotes are nested more than %u levels deep; deeper ones are shown as text"),
                         FYS_ARTICLE_MAX_DEPTH);
  guard->is_depth_reported = TRUE;
}

/* indentation */

/* Returns: the first character of the line that is not white space */
static const char *
check_indent (Guard      *guard,
              const char *line,
              const char *end)
{
  const char *cut = NULL;
  const char *p = line;
  guint       columns = 0;

  for (; p < end && (*p == ' ' || *p == '\t'); p++)
    {
      columns += *p == ' ' ? 1 : TAB_COLUMNS - columns % TAB_COLUMNS;
      if (cut == NULL && columns > MAX_INDENT_COLUMNS)
        cut = p;
    }
  if (cut == NULL || p == end)
    return p;

  copy_to (guard, cut);
  guard->copied = p;
  if (!guard->is_indent_reported)
    fys_diagnostics_add (guard->diagnostics, FYS_SEVERITY_ERROR, guard->line, 0,
                         _("The line is indented by more than %u columns; what is beyond is left out"), MAX_INDENT_COLUMNS);
  guard->is_indent_reported = TRUE;
  return p;
}

/* marks of containers */

static gboolean
ends_marker (const char *p,
             const char *end)
{
  return p == end || *p == ' ' || *p == '\t';
}

/** Marker: what opens a container. @mark: the character that a backslash makes text; @n_containers: a list counts with its item */
typedef struct
{
  const char *mark;
  const char *end;
  guint       n_containers;
} Marker;

static gboolean
match_marker (const char *p,
              const char *end,
              Marker     *marker)
{
  const char *digits = p;

  if (p == end)
    return FALSE;
  marker->mark = p;
  marker->end = p + 1;
  marker->n_containers = 2;
  if (*p == '>')
    {
      marker->n_containers = 1;
      return TRUE;
    }
  if (*p == '-' || *p == '+' || *p == '*')
    return ends_marker (p + 1, end);
  while (p < end && g_ascii_isdigit (*p))
    p++;
  marker->mark = p;
  marker->end = p + 1;
  return p > digits && p < end && (*p == '.' || *p == ')') && ends_marker (p + 1, end);
}

static void
check_markers (Guard      *guard,
               const char *p,
               const char *end)
{
  guint  n_containers = 0;
  Marker marker;

  while (match_marker (p, end, &marker))
    {
      n_containers += marker.n_containers;
      if (n_containers > FYS_ARTICLE_MAX_DEPTH)
        {
          escape (guard, marker.mark);
          report_depth (guard);
          return;
        }
      for (p = marker.end; p < end && (*p == ' ' || *p == '\t'); p++)
        ;
    }
}

/* brackets */

static void
check_brackets (Guard      *guard,
                const char *p,
                const char *end)
{
  for (; (p = memchr (p, '[', (gsize) (end - p))) != NULL; p++)
    {
      if (++guard->n_brackets <= MAX_BRACKETS)
        continue;
      escape (guard, p);
      if (!guard->are_brackets_reported)
        fys_diagnostics_add (guard->diagnostics, FYS_SEVERITY_ERROR, guard->line, 0,
                             _("A paragraph has more than %u brackets; those beyond make no links"), MAX_BRACKETS);
      guard->are_brackets_reported = TRUE;
    }
}

/* An item begins a text of its own, so that a long list of links is no paragraph with many. */
static gboolean
begins_item (const char *line,
             const char *text,
             const char *end)
{
  Marker marker;

  return text - line < TAB_COLUMNS && match_marker (text, end, &marker) && *marker.mark != '>';
}

static void
check_line (Guard *guard)
{
  gsize       length;
  const char *line = fys_source_get_line (guard->source, guard->line, &length);
  const char *end = line + length;
  const char *text = check_indent (guard, line, end);

  if (text == end || begins_item (line, text, end))
    guard->n_brackets = 0;
  if (text == end)
    return;
  check_markers (guard, text, end);
  check_brackets (guard, guard->copied > text ? guard->copied : text, end);
}

GString *
fys_guard_apply (const FysSource *source,
                 guint            first_line,
                 GPtrArray       *diagnostics)
{
  Guard guard = { source, diagnostics };

  guard.copied = source->text + source->line_starts[first_line - 1];
  for (guard.line = first_line; guard.line <= source->n_lines; guard.line++)
    check_line (&guard);
  if (guard.output != NULL)
    copy_to (&guard, source->text + source->length);
  return guard.output;
}
