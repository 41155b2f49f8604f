/* fys-markdown.c - the body of an article as blocks and containers
 *
 * cmark's tree is walked once, without recursion. Its blocks become a flat array; what they lie in becomes containers that are ranges
 * of that array. A paragraph may turn out to hold a table, which cmark does not know.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/article/fys-markdown.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/article/fys-cmark.h"
#include "core/article/fys-guard.h"
#include "core/article/fys-inline.h"
#include "core/article/fys-prefix.h"
#include "core/article/fys-snippets.h"
#include "core/article/fys-table-block.h"

typedef struct
{
  /* Borrowed */
  FysArticle      *article;
  const FysSource *source;

  /* Owned */
  FysInline        builder;
  FysSnippets     *snippets;
  GArray          *frames; /* (element-type FysFrame): the open containers */
  GArray          *lines;  /* (element-type FysLine): of the paragraph at hand */

  guint            line_offset; /* what is added to cmark's lines to get those of the file */
  gboolean         is_item_pending; /* an item was opened and has no block yet */
  gboolean         is_depth_reported;
} Parse;

/* places */

static guint
start_line_of (const Parse *parse,
               cmark_node  *node)
{
  return (guint) MAX (cmark_node_get_start_line (node), 1) + parse->line_offset;
}

static guint
count_lines (const char *literal)
{
  guint n = 0;

  for (; literal != NULL && (literal = strchr (literal, '\n')) != NULL; literal++)
    n++;
  return n;
}

/* Whether a line is nothing but @mark, as the underline of a heading is. */
static gboolean
is_line_of (const FysSource *source,
            guint            line,
            char             mark)
{
  gsize       length;
  const char *text = fys_source_get_line (source, line, &length);
  gsize       n = 0;

  while (length > 0 && strchr (" \t>", *text) != NULL)
    {
      text++;
      length--;
    }
  while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\t'))
    length--;
  while (n < length && text[n] == mark)
    n++;
  return n > 0 && n == length;
}

/* cmark's end of a block is that of the line at which it noticed the end: the next one after an underlined heading or a fence that a
 * container closes, the one before after HTML that ends by itself. */
static guint
end_line_of (const Parse *parse,
             cmark_node  *node)
{
  guint start = start_line_of (parse, node);
  guint end = (guint) MAX (cmark_node_get_end_line (node), 0) + parse->line_offset;
  guint n_lines = parse->source->n_lines;

  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_HEADING:
      if (end > start + 1 && end - 1 <= n_lines
          && is_line_of (parse->source, end - 1, cmark_node_get_heading_level (node) == 1 ? '=' : '-'))
        end--;
      break;
    case CMARK_NODE_HTML_BLOCK:
      end = start + MAX (count_lines (cmark_node_get_literal (node)), 1) - 1;
      break;
    case CMARK_NODE_CODE_BLOCK:
      end = MIN (end, start + count_lines (cmark_node_get_literal (node)) + 1);
      while (end > start && end <= n_lines && fys_source_is_blank (parse->source, end))
        end--;
      break;
    default:
      break;
    }
  return CLAMP (end, start, MAX (start, n_lines));
}

static guint
current_container (const Parse *parse)
{
  return parse->frames->len > 0 ? g_array_index (parse->frames, FysFrame, parse->frames->len - 1).container : FYS_NONE;
}

/* blocks */

static guint
add_block (Parse       *parse,
           FysBlockKind kind,
           guint        line,
           guint        end_line)
{
  FysBlock block = { 0 };

  block.kind = kind;
  block.line = line;
  block.end_line = end_line;
  block.container = current_container (parse);
  block.section = FYS_NONE;
  block.text.text = "";
  g_array_append_val (parse->article->blocks, block);
  return parse->article->blocks->len - 1;
}

/* An item that begins with anything but a paragraph gets a block without text. */
static void
settle_item (Parse *parse,
             guint  line)
{
  if (!parse->is_item_pending)
    return;
  parse->is_item_pending = FALSE;
  add_block (parse, FYS_BLOCK_LIST_ITEM, line, line);
}

static FysBlockKind
paragraph_kind (Parse *parse)
{
  guint n_frames = parse->frames->len;

  if (parse->is_item_pending)
    {
      parse->is_item_pending = FALSE;
      return FYS_BLOCK_LIST_ITEM;
    }
  if (n_frames > 0
      && cmark_node_get_type (g_array_index (parse->frames, FysFrame, n_frames - 1).node) == CMARK_NODE_BLOCK_QUOTE)
    return FYS_BLOCK_QUOTE;
  return FYS_BLOCK_PARAGRAPH;
}

static FysPlace
place_of (const Parse *parse,
          guint        block)
{
  const FysBlock *self = fys_article_block (parse->article, block);
  FysPlace        place = { block, FYS_NONE, self->line, self->end_line, (int) parse->line_offset };

  return place;
}

static void
add_inline_block (Parse       *parse,
                  FysBlockKind kind,
                  cmark_node  *node,
                  guint        level)
{
  guint    block = add_block (parse, kind, start_line_of (parse, node), end_line_of (parse, node));
  FysPlace place = place_of (parse, block);
  FysText  text = fys_inline_build (&parse->builder, cmark_node_first_child (node), &place);

  fys_article_block (parse->article, block)->text = text;
  fys_article_block (parse->article, block)->first_line = fys_inline_get_first_line (&parse->builder);
  fys_article_block (parse->article, block)->level = level;
}

/* The literal text of code, without the line break that ends it. */
static FysText
literal_text (Parse      *parse,
              const char *literal)
{
  FysText text = { 0 };
  gsize   length = literal != NULL ? strlen (literal) : 0;

  if (length > 0 && literal[length - 1] == '\n')
    length--;
  text.length = (guint) length;
  text.text = fys_arena_strndup (parse->article->arena, literal != NULL ? literal : "", length);
  return text;
}

static void
parse_code (Parse      *parse,
            cmark_node *node)
{
  gboolean  is_html = cmark_node_get_type (node) == CMARK_NODE_HTML_BLOCK;
  guint     index = add_block (parse, FYS_BLOCK_CODE, start_line_of (parse, node), end_line_of (parse, node));
  FysBlock *block = fys_article_block (parse->article, index);

  block->text = literal_text (parse, cmark_node_get_literal (node));
  block->is_html = is_html;
  if (!is_html)
    block->source = fys_arena_strdup (parse->article->arena, cmark_node_get_fence_info (node));
}

static gboolean
is_only_image (cmark_node *paragraph)
{
  cmark_node *child = cmark_node_first_child (paragraph);

  return child != NULL && cmark_node_next (child) == NULL && cmark_node_get_type (child) == CMARK_NODE_IMAGE;
}

static void
parse_image (Parse      *parse,
             cmark_node *paragraph)
{
  FysBlock *block;

  settle_item (parse, start_line_of (parse, paragraph));
  add_inline_block (parse, FYS_BLOCK_IMAGE, paragraph, 0);
  block = fys_article_block (parse->article, parse->article->blocks->len - 1);
  block->source = block->text.n_spans > 0 ? block->text.spans[0].target : "";
}

/* tables */

static void
collect_lines (Parse *parse,
               guint  first_line,
               guint  last_line)
{
  g_array_set_size (parse->lines, 0);
  for (guint line = first_line; line <= last_line; line++)
    {
      FysLine stripped = fys_prefix_strip (parse->source, parse->frames, line, parse->line_offset);

      g_array_append_val (parse->lines, stripped);
    }
}

/* Whether some line but the first begins with a sign of a delimiter row, once the marks of containers are passed over. Nearly every
 * paragraph is told from a table here. */
static gboolean
may_hold_table (Parse *parse,
                guint  first_line,
                guint  last_line)
{
  const char *skipped = parse->frames->len > 0 ? " \t>" : " ";

  for (guint line = first_line + 1; line <= last_line; line++)
    {
      gsize       length;
      const char *text = fys_source_get_line (parse->source, line, &length);
      const char *end = text + length;

      while (text < end && strchr (skipped, *text) != NULL && *text != '\0')
        text++;
      if (text < end && (*text == '|' || *text == '-' || *text == ':'))
        return TRUE;
    }
  return FALSE;
}

/* Whether the lines are only definitions of references, which cmark takes away. */
static gboolean
is_only_definitions (const FysLine *lines,
                     guint          n_lines)
{
  g_autoptr (GString) text = NULL;
  g_autoptr (FysCmark) cmark = NULL;

  if (lines[0].length == 0 || lines[0].text[0] != '[')
    return FALSE;
  text = g_string_new (NULL);
  for (guint i = 0; i < n_lines; i++)
    {
      g_string_append_len (text, lines[i].text, (gssize) lines[i].length);
      g_string_append_c (text, '\n');
    }
  cmark = fys_cmark_parse (text->str, text->len);
  return cmark != NULL && cmark_node_first_child (fys_cmark_get_document (cmark)) == NULL;
}

/* A part of a paragraph, before or after the table in it. */
static void
add_text_lines (Parse         *parse,
                const FysLine *lines,
                guint          n_lines,
                guint          first_line)
{
  guint    block;
  FysPlace place;

  if (n_lines == 0 || is_only_definitions (lines, n_lines))
    return;
  block = add_block (parse, paragraph_kind (parse), first_line, first_line + n_lines - 1);
  place = place_of (parse, block);
  fys_snippets_add_text (parse->snippets, &place);
  for (guint i = 0; i < n_lines; i++)
    fys_snippets_add_line (parse->snippets, lines[i].text, lines[i].length);
}

static void
add_table (Parse               *parse,
           const FysTableShape *shape,
           guint                first_line)
{
  const FysLine  *lines = (const FysLine *) (gconstpointer) parse->lines->data;
  const FysTable *table;
  guint           block;

  add_text_lines (parse, lines, shape->header, first_line);
  settle_item (parse, first_line + shape->header);
  block = add_block (parse, FYS_BLOCK_TABLE, first_line + shape->header, first_line + shape->end - 1);
  table = fys_table_build (shape, lines, first_line, block, &parse->builder, parse->snippets);
  fys_article_block (parse->article, block)->table = table;
  add_text_lines (parse, lines + shape->end, parse->lines->len - shape->end, first_line + shape->end);
}

/* Returns: whether the lines hold a table, and were added with it */
static gboolean
parse_table (Parse *parse,
             guint  first_line,
             guint  last_line)
{
  FysTableShape shape;

  if (last_line <= first_line || !may_hold_table (parse, first_line, last_line))
    return FALSE;
  collect_lines (parse, first_line, last_line);
  if (!fys_table_shape_find (&shape, (const FysLine *) (gconstpointer) parse->lines->data, parse->lines->len, first_line,
                             parse->article->diagnostics))
    return FALSE;
  add_table (parse, &shape, first_line);
  return TRUE;
}

static void
parse_paragraph (Parse      *parse,
                 cmark_node *node)
{
  if (is_only_image (node))
    parse_image (parse, node);
  else if (!parse_table (parse, start_line_of (parse, node), end_line_of (parse, node)))
    add_inline_block (parse, paragraph_kind (parse), node, 0);
}

/* A heading that is underlined may be a table to which the underline puts an end: to cmark its rows are lines of the heading. */
static gboolean
parse_underlined_table (Parse      *parse,
                        cmark_node *node)
{
  guint first_line = start_line_of (parse, node);
  guint last_line = end_line_of (parse, node);

  if (last_line < first_line + 2)
    return FALSE;
  /* "===" is a row as good as any; "---" is a rule. */
  if (cmark_node_get_heading_level (node) == 1)
    return parse_table (parse, first_line, last_line);
  if (!parse_table (parse, first_line, last_line - 1))
    return FALSE;
  add_block (parse, FYS_BLOCK_RULE, last_line, last_line);
  return TRUE;
}

static void
parse_heading (Parse      *parse,
               cmark_node *node)
{
  if (parse_underlined_table (parse, node))
    return;
  settle_item (parse, start_line_of (parse, node));
  add_inline_block (parse, FYS_BLOCK_HEADING, node, (guint) cmark_node_get_heading_level (node));
}

/* containers */

static gboolean
is_container (cmark_node *node)
{
  cmark_node_type type = cmark_node_get_type (node);

  return type == CMARK_NODE_LIST || type == CMARK_NODE_ITEM || type == CMARK_NODE_BLOCK_QUOTE;
}

static FysContainer
describe_container (Parse      *parse,
                    cmark_node *node)
{
  FysContainer self = { FYS_CONTAINER_QUOTE, current_container (parse), parse->article->blocks->len, 0, 0, FALSE };
  FysFrame    *list;

  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_LIST:
      self.kind = cmark_node_get_list_type (node) == CMARK_ORDERED_LIST ? FYS_CONTAINER_ORDERED_LIST
                                                                        : FYS_CONTAINER_BULLET_LIST;
      self.is_tight = cmark_node_get_list_tight (node) != 0;
      break;
    case CMARK_NODE_ITEM:
      self.kind = FYS_CONTAINER_ITEM;
      list = &g_array_index (parse->frames, FysFrame, parse->frames->len - 1);
      if (cmark_node_get_list_type (list->node) == CMARK_ORDERED_LIST)
        self.number = list->next_number++;
      break;
    default:
      break;
    }
  return self;
}

static void
report_depth (Parse      *parse,
              cmark_node *node)
{
  if (!parse->is_depth_reported)
    fys_diagnostics_add (parse->article->diagnostics, FYS_SEVERITY_ERROR, start_line_of (parse, node), 0,
                         _("Lists and quotes are nested more than %u levels deep; deeper ones are shown at that level"),
                         FYS_ARTICLE_MAX_DEPTH);
  parse->is_depth_reported = TRUE;
}

static void
open_container (Parse      *parse,
                cmark_node *node)
{
  FysFrame     frame = { node, current_container (parse), FALSE, 0, 0 };
  FysContainer container;

  settle_item (parse, start_line_of (parse, node));
  container = describe_container (parse, node);
  if (parse->frames->len < FYS_ARTICLE_MAX_DEPTH)
    {
      frame.container = parse->article->containers->len;
      frame.own = TRUE;
      g_array_append_val (parse->article->containers, container);
    }
  else
    report_depth (parse, node);

  if (cmark_node_get_type (node) == CMARK_NODE_LIST)
    frame.next_number = (guint) MAX (cmark_node_get_list_start (node), 0);
  g_array_append_val (parse->frames, frame);
  parse->is_item_pending = cmark_node_get_type (node) == CMARK_NODE_ITEM;
}

static void
close_container (Parse *parse)
{
  FysFrame      frame = g_array_index (parse->frames, FysFrame, parse->frames->len - 1);
  FysContainer *container;

  settle_item (parse, start_line_of (parse, frame.node));
  g_array_set_size (parse->frames, parse->frames->len - 1);
  if (!frame.own)
    return;
  container = &g_array_index (parse->article->containers, FysContainer, frame.container);
  container->n_blocks = parse->article->blocks->len - container->first_block;
  /* A quote with nothing in it shows nothing. */
  if (container->n_blocks == 0)
    g_array_set_size (parse->article->containers, frame.container);
}

/* the walk */

static void
parse_leaf (Parse      *parse,
            cmark_node *node)
{
  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_PARAGRAPH:
      parse_paragraph (parse, node);
      break;
    case CMARK_NODE_HEADING:
      parse_heading (parse, node);
      break;
    case CMARK_NODE_CODE_BLOCK:
    case CMARK_NODE_HTML_BLOCK:
      settle_item (parse, start_line_of (parse, node));
      parse_code (parse, node);
      break;
    case CMARK_NODE_THEMATIC_BREAK:
      settle_item (parse, start_line_of (parse, node));
      add_block (parse, FYS_BLOCK_RULE, start_line_of (parse, node), start_line_of (parse, node));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
walk_blocks (Parse      *parse,
             cmark_node *document)
{
  cmark_node *node = cmark_node_first_child (document);

  while (node != NULL)
    {
      cmark_node *next = NULL;

      if (is_container (node))
        {
          open_container (parse, node);
          next = cmark_node_first_child (node);
        }
      else
        parse_leaf (parse, node);

      while (next == NULL && node != document)
        {
          if (is_container (node))
            close_container (parse);
          next = cmark_node_next (node);
          if (next == NULL)
            node = cmark_node_parent (node);
        }
      node = next;
    }
}

/* What is left when cmark was stopped: the text, paragraph by paragraph, as it is written. */
static void
show_source (Parse *parse,
             guint  first_line)
{
  const FysSource *source = parse->source;
  guint            line = first_line;

  while (line <= source->n_lines)
    {
      guint    last = line;
      guint    block;
      FysPlace place;
      gsize    length;

      if (fys_source_is_blank (source, line))
        {
          line++;
          continue;
        }
      while (last < source->n_lines && !fys_source_is_blank (source, last + 1))
        last++;
      block = add_block (parse, FYS_BLOCK_PARAGRAPH, line, last);
      place = place_of (parse, block);
      (void) fys_source_get_line (source, last, &length);
      fys_article_block (parse->article, block)->text =
        fys_inline_build_raw (&parse->builder, source->text + source->line_starts[line - 1],
                              source->line_starts[last - 1] + length - source->line_starts[line - 1], &place);
      line = last + 1;
    }
}

static void
report_memory (Parse *parse)
{
  fys_diagnostics_add (parse->article->diagnostics, FYS_SEVERITY_ERROR, 0, 0,
                       _("The Markdown needs too much memory to be read; the text is shown as it is written"));
}

static int
compare_links (gconstpointer a,
               gconstpointer b)
{
  const FysLink *first = a;
  const FysLink *second = b;

  if (first->block != second->block)
    return first->block < second->block ? -1 : 1;
  if (first->cell != second->cell)
    return first->cell < second->cell ? -1 : 1;
  return first->span < second->span ? -1 : first->span > second->span;
}

static void
parse_text (Parse      *parse,
            guint       first_line,
            const char *text,
            gsize       length)
{
  g_autoptr (FysCmark) cmark = fys_cmark_parse (text, length);

  if (cmark == NULL)
    {
      report_memory (parse);
      show_source (parse, first_line);
      return;
    }
  walk_blocks (parse, fys_cmark_get_document (cmark));
  g_clear_pointer (&cmark, fys_cmark_free);

  if (!fys_snippets_resolve (parse->snippets, &parse->builder, text, length))
    report_memory (parse);
  /* The links of snippets were found last. */
  g_array_sort (parse->article->links, compare_links);
}

/* Blank lines at the end say nothing, but cmark would visit every open list for each. */
static gsize
length_without_blank_end (const char *text,
                          gsize       length)
{
  while (length > 1 && text[length - 1] == '\n' && text[length - 2] == '\n')
    length--;
  return length;
}

static void
parse_body (Parse *parse,
            guint  first_line)
{
  const char *body = parse->source->text + parse->source->line_starts[first_line - 1];
  gsize       length = parse->source->length - parse->source->line_starts[first_line - 1];
  GString    *guarded = fys_guard_apply (parse->source, first_line, parse->article->diagnostics);

  if (guarded != NULL)
    parse_text (parse, first_line, guarded->str, length_without_blank_end (guarded->str, guarded->len));
  else
    parse_text (parse, first_line, body, length_without_blank_end (body, length));
  if (guarded != NULL)
    g_string_free (guarded, TRUE);
}

void
fys_markdown_parse (FysArticle      *article,
                    const FysSource *source,
                    guint            first_line)
{
  Parse parse = { 0 };

  if (first_line > source->n_lines)
    return;

  parse.article = article;
  parse.source = source;
  parse.snippets = fys_snippets_new ();
  parse.frames = g_array_new (FALSE, FALSE, sizeof (FysFrame));
  parse.lines = g_array_new (FALSE, FALSE, sizeof (FysLine));
  parse.line_offset = first_line - 1;
  fys_inline_init (&parse.builder, article);

  parse_body (&parse, first_line);

  fys_inline_clear (&parse.builder);
  fys_snippets_free (parse.snippets);
  g_array_unref (parse.frames);
  g_array_unref (parse.lines);
}
