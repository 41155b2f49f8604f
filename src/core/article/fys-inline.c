/* fys-inline.c - the inlines of a cmark node as text and spans
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/article/fys-inline.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/article/fys-autolink.h"

/* From this byte of the text on, what is read stands in this line of the file. */
typedef struct
{
  guint offset;
  guint line;
} FysLineMark;

/* State of one walk over the inlines. */
typedef struct
{
  FysInline      *scratch;
  const FysPlace *place;
  guint           line;
  guint           image_depth; /* an alternative text is plain, so spans inside an image are left out */
} Walk;

/* lines */

static void
set_line (Walk *walk,
          guint line)
{
  FysLineMark mark = { (guint) walk->scratch->text->len, line };

  if (line <= walk->line || line > walk->place->last_line)
    return;
  walk->line = line;
  g_array_append_val (walk->scratch->marks, mark);
}

/* cmark tells the line of most inlines; those of none count on from the one before. */
static void
follow_line (Walk       *walk,
             cmark_node *node)
{
  int line = cmark_node_get_start_line (node);

  if (line > 0 && line + walk->place->line_offset > 0)
    set_line (walk, (guint) (line + walk->place->line_offset));
}

/* @cursor: (inout): the mark at which the last search ended; offsets must not decrease from call to call */
static guint
line_at (FysInline      *self,
         const FysPlace *place,
         guint           offset,
         guint          *cursor)
{
  while (*cursor < self->marks->len && g_array_index (self->marks, FysLineMark, *cursor).offset <= offset)
    (*cursor)++;
  return *cursor > 0 ? g_array_index (self->marks, FysLineMark, *cursor - 1).line : place->first_line;
}

/* spans */

static void
open_span (Walk        *walk,
           FysSpanKind  kind,
           const char  *target,
           const char  *title)
{
  FysInline *self = walk->scratch;
  FysSpan    span = { kind, (guint) self->text->len, 0, NULL, NULL };

  if (target != NULL)
    span.target = fys_arena_strdup (self->article->arena, target);
  if (title != NULL && *title != '\0')
    span.title = fys_arena_strdup (self->article->arena, title);
  g_array_append_val (self->spans, span);
  g_array_append_vals (self->open, &(guint) { self->spans->len - 1 }, 1);
}

static void
close_span (Walk *walk)
{
  FysInline *self = walk->scratch;
  guint      index = g_array_index (self->open, guint, self->open->len - 1);

  g_array_index (self->spans, FysSpan, index).end = (guint) self->text->len;
  g_array_set_size (self->open, self->open->len - 1);
}

static void
append_marked (Walk       *walk,
               FysSpanKind kind,
               const char *literal)
{
  if (walk->image_depth == 0)
    open_span (walk, kind, NULL, NULL);
  g_string_append (walk->scratch->text, literal);
  if (walk->image_depth == 0)
    close_span (walk);
}

/* the walk */

static gboolean
makes_span (cmark_node_type type)
{
  return type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG || type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE;
}

static void
enter (Walk       *walk,
       cmark_node *node)
{
  GString *text = walk->scratch->text;

  follow_line (walk, node);
  /* As an int: cmark's enum holds its blocks, too, and they do not occur here. */
  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT:
      g_string_append (text, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_SOFTBREAK:
      g_string_append_c (text, ' ');
      set_line (walk, walk->line + 1);
      break;
    case CMARK_NODE_LINEBREAK:
      g_string_append_c (text, '\n');
      set_line (walk, walk->line + 1);
      break;
    case CMARK_NODE_CODE:
      append_marked (walk, FYS_SPAN_CODE, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_HTML_INLINE:
      append_marked (walk, FYS_SPAN_HTML, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_EMPH:
      if (walk->image_depth == 0)
        open_span (walk, FYS_SPAN_EMPHASIS, NULL, NULL);
      break;
    case CMARK_NODE_STRONG:
      if (walk->image_depth == 0)
        open_span (walk, FYS_SPAN_STRONG, NULL, NULL);
      break;
    case CMARK_NODE_LINK:
      if (walk->image_depth == 0)
        open_span (walk, FYS_SPAN_LINK, cmark_node_get_url (node), cmark_node_get_title (node));
      break;
    case CMARK_NODE_IMAGE:
      if (walk->image_depth == 0)
        open_span (walk, FYS_SPAN_IMAGE, cmark_node_get_url (node), cmark_node_get_title (node));
      walk->image_depth++;
      break;
    default:
      break;
    }
}

static void
leave (Walk       *walk,
       cmark_node *node)
{
  cmark_node_type type = cmark_node_get_type (node);

  if (type == CMARK_NODE_IMAGE)
    walk->image_depth--;
  if (makes_span (type) && walk->image_depth == 0)
    close_span (walk);
}

/* Depth first without recursion: an author decides how deep emphasis nests. */
static void
walk_siblings (Walk       *walk,
               cmark_node *first)
{
  cmark_node *root = cmark_node_parent (first);
  cmark_node *node = first;

  while (node != NULL)
    {
      cmark_node *next = cmark_node_first_child (node);

      enter (walk, node);
      while (next == NULL && node != root)
        {
          leave (walk, node);
          next = cmark_node_next (node);
          if (next == NULL)
            node = cmark_node_parent (node);
        }
      node = next;
    }
}

/* bare addresses */

static int
compare_offsets (gconstpointer a,
                 gconstpointer b)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  return first < second ? -1 : first > second;
}

static void
collect_boundaries (FysInline *self)
{
  g_array_set_size (self->boundaries, 0);
  for (guint i = 0; i < self->spans->len; i++)
    {
      const FysSpan *span = &g_array_index (self->spans, FysSpan, i);

      g_array_append_val (self->boundaries, span->start);
      g_array_append_val (self->boundaries, span->end);
    }
  g_array_sort (self->boundaries, compare_offsets);
}

static gboolean
keeps_addresses (FysSpanKind kind)
{
  return kind == FYS_SPAN_EMPHASIS || kind == FYS_SPAN_STRONG;
}

static void
add_bare_link (FysInline *self,
               guint      start,
               guint      end)
{
  FysSpan     span = { FYS_SPAN_LINK, start, end, NULL, NULL };
  const char *address = self->text->str + start;
  gsize       length = end - start;

  if (g_ascii_strncasecmp (address, "www.", 4) == 0)
    {
      char *target = fys_arena_alloc (self->article->arena, strlen ("http://") + length + 1);

      memcpy (target, "http://", strlen ("http://"));
      memcpy (target + strlen ("http://"), address, length);
      target[strlen ("http://") + length] = '\0';
      span.target = target;
    }
  else
    span.target = fys_arena_strndup (self->article->arena, address, length);
  g_array_append_val (self->merged, span);
}

/* Merges the spans with those of the bare addresses. An address ends where any span begins or ends, so no two spans cross. */
static void
link_addresses (FysInline *self)
{
  guint next_span = 0;
  guint next_boundary = 0;
  guint excluded_end = 0;
  guint from = 0;
  guint start;

  collect_boundaries (self);
  g_array_set_size (self->merged, 0);
  while (fys_autolink_find (self->text->str, (guint) self->text->len, from, &start))
    {
      guint limit = (guint) self->text->len;
      guint length;

      for (; next_span < self->spans->len; next_span++)
        {
          const FysSpan *span = &g_array_index (self->spans, FysSpan, next_span);

          if (span->start > start)
            break;
          if (!keeps_addresses (span->kind))
            excluded_end = MAX (excluded_end, span->end);
          g_array_append_val (self->merged, *span);
        }
      if (start < excluded_end)
        {
          from = excluded_end;
          continue;
        }
      while (next_boundary < self->boundaries->len && g_array_index (self->boundaries, guint, next_boundary) <= start)
        next_boundary++;
      if (next_boundary < self->boundaries->len)
        limit = g_array_index (self->boundaries, guint, next_boundary);

      length = fys_autolink_measure (self->text->str + start, limit - start);
      if (length > 0)
        add_bare_link (self, start, start + length);
      from = start + MAX (length, 1);
    }
  if (next_span < self->spans->len)
    g_array_append_vals (self->merged, &g_array_index (self->spans, FysSpan, next_span), self->spans->len - next_span);

  {
    GArray *spans = self->spans;

    self->spans = self->merged;
    self->merged = spans;
  }
}

/* the result */

static void
check_span (FysInline     *self,
            const FysSpan *span,
            guint          line)
{
  GPtrArray *diagnostics = self->article->diagnostics;

  if (span->kind == FYS_SPAN_HTML)
    fys_diagnostics_add (diagnostics, FYS_SEVERITY_WARNING, line, 0, _("HTML is shown as text"));
  if (span->kind == FYS_SPAN_LINK && *span->target == '\0')
    fys_diagnostics_add (diagnostics, FYS_SEVERITY_WARNING, line, 0, _("The link has no address"));
  if (span->kind == FYS_SPAN_LINK && span->start == span->end)
    fys_diagnostics_add (diagnostics, FYS_SEVERITY_WARNING, line, 0, _("The link has no text, so nobody can see it"));
  if (span->kind == FYS_SPAN_IMAGE && *span->target == '\0')
    fys_diagnostics_add (diagnostics, FYS_SEVERITY_WARNING, line, 0, _("The image has no address"));
  if (span->kind == FYS_SPAN_IMAGE && span->start == span->end)
    fys_diagnostics_add (diagnostics, FYS_SEVERITY_INFO, line, 0, _("The image has no alternative text for those who cannot see it"));
}

static void
add_links (FysInline      *self,
           const FysText  *text,
           const FysPlace *place)
{
  guint    cursor = 0;
  gboolean is_html_reported = FALSE;

  for (guint i = 0; i < text->n_spans; i++)
    {
      const FysSpan *span = &text->spans[i];
      guint          line;
      FysLink        link;

      if (span->kind != FYS_SPAN_LINK && span->kind != FYS_SPAN_IMAGE && (span->kind != FYS_SPAN_HTML || is_html_reported))
        continue;
      line = line_at (self, place, span->start, &cursor);
      check_span (self, span, line);
      is_html_reported = is_html_reported || span->kind == FYS_SPAN_HTML;
      if (span->kind != FYS_SPAN_LINK)
        continue;
      link.text = span->start == 0 && span->end == text->length
                    ? text->text
                    : fys_arena_strndup (self->article->arena, text->text + span->start, span->end - span->start);
      link.target = span->target;
      link.line = line;
      link.block = place->block;
      link.cell = place->cell;
      link.span = i;
      g_array_append_val (self->article->links, link);
    }
}

static void
begin (FysInline *self)
{
  g_string_truncate (self->text, 0);
  g_array_set_size (self->spans, 0);
  g_array_set_size (self->open, 0);
  g_array_set_size (self->marks, 0);
}

static FysText
finish (FysInline      *self,
        const FysPlace *place)
{
  FysText text;

  if (fys_autolink_is_possible (self->text->str))
    link_addresses (self);

  text.length = (guint) self->text->len;
  text.text = fys_arena_strndup (self->article->arena, self->text->str, self->text->len);
  text.n_spans = self->spans->len;
  text.spans = fys_arena_memdup (self->article->arena, self->spans->data, self->spans->len * sizeof (FysSpan));
  if (text.n_spans > 0)
    add_links (self, &text, place);
  return text;
}

void
fys_inline_init (FysInline  *self,
                 FysArticle *article)
{
  self->article = article;
  self->text = g_string_sized_new (1024);
  self->spans = g_array_new (FALSE, FALSE, sizeof (FysSpan));
  self->merged = g_array_new (FALSE, FALSE, sizeof (FysSpan));
  self->open = g_array_new (FALSE, FALSE, sizeof (guint));
  self->boundaries = g_array_new (FALSE, FALSE, sizeof (guint));
  self->marks = g_array_new (FALSE, FALSE, sizeof (FysLineMark));
}

void
fys_inline_clear (FysInline *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->spans);
  g_array_unref (self->merged);
  g_array_unref (self->open);
  g_array_unref (self->boundaries);
  g_array_unref (self->marks);
}

FysText
fys_inline_build (FysInline      *self,
                  cmark_node     *first,
                  const FysPlace *place)
{
  Walk walk = { self, place, place->first_line, 0 };

  begin (self);
  if (first != NULL)
    walk_siblings (&walk, first);
  return finish (self, place);
}

guint
fys_inline_get_first_line (const FysInline *self)
{
  return self->marks->len > 0 ? g_array_index (self->marks, FysLineMark, 0).offset : (guint) self->text->len;
}

FysText
fys_inline_build_raw (FysInline      *self,
                      const char     *text,
                      gsize           length,
                      const FysPlace *place)
{
  begin (self);
  g_string_append_len (self->text, text, (gssize) length);
  return finish (self, place);
}
