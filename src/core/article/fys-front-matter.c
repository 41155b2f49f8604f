/* fys-front-matter.c - the YAML at the head of an article as a tree of nodes
 *
 * libyaml's events are taken one by one, with the open lists and maps on a stack of bounded height. Anchors, aliases and tags are
 * not part of front matter: an alias can make a small text mean a huge one.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/article/fys-front-matter.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <yaml.h>

/* The longest front matter seen has 2 KB. libyaml takes several times its input in memory. */
#define MAX_FRONT_MATTER_BYTES (256 * 1024)

/* Lines with one of these are front matter and no text, even when it is not clear where they end. */
static const char *const telling_keys[] = { "title", "metaTitle", "datePublished", "lastUpdated" };

/** Level: a list or map that is open. @key: of the value that comes next, in a map; %NULL while a key is awaited */
typedef struct
{
  FysNode    *node;
  GHashTable *keys; /* (owned) (nullable) (element-type utf8 none): of a map, those seen so far */
  const char *key;
  gboolean    is_duplicate; /* the value that comes next is left out */
} Level;

typedef struct
{
  /* Borrowed */
  FysArticle *article;

  Level       levels[FYS_YAML_MAX_DEPTH];
  guint       n_levels;
  FysNode    *root;
  guint       line_offset; /* what is added to libyaml's lines, which count from 0 */
  gboolean    is_over;     /* nothing more can be read */
  gboolean    has_fault;
  guint       fault_line; /* of a fault in the YAML itself, else 0 */
} Parse;

static guint
line_of (const Parse       *parse,
         const yaml_mark_t *mark)
{
  return (guint) mark->line + parse->line_offset;
}

static guint
column_of (const yaml_mark_t *mark)
{
  return (guint) mark->column + 1;
}

/* where it is */

static gboolean
is_fence (const FysSource *source,
          guint            line)
{
  gsize       length;
  const char *text = fys_source_get_line (source, line, &length);

  while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\t'))
    length--;
  return length == 3 && memcmp (text, "---", 3) == 0;
}

/* "---" may also be a rule with which a text begins. Front matter goes on with a key, or ends at once. */
static gboolean
looks_like_key (const FysSource *source,
                guint            line)
{
  gsize       length;
  const char *text = fys_source_get_line (source, line, &length);
  const char *end = text + length;
  const char *colon;

  while (text < end && (*text == ' ' || *text == '\t'))
    text++;
  if (text == end || strchr ("#|>-*+", *text) != NULL)
    return FALSE;
  colon = memchr (text, ':', (gsize) (end - text));
  if (colon == NULL || colon == text)
    return FALSE;
  if (colon + 1 < end && colon[1] != ' ' && colon[1] != '\t')
    return FALSE;
  /* A key is a word or two, not the beginning of a sentence. */
  return colon - text <= 40;
}

static gboolean
begins_front_matter (const FysSource *source)
{
  guint line = 2;

  if (source->n_lines < 2 || !is_fence (source, 1))
    return FALSE;
  if (is_fence (source, 2))
    return TRUE;
  /* Blank lines and comments may come before the first key. */
  while (line <= source->n_lines)
    {
      gsize       length;
      const char *text = fys_source_get_line (source, line, &length);

      if (!fys_source_is_blank (source, line) && !(line == 2 && length > 0 && text[0] == '#' && length > 1 && text[1] != '#'))
        break;
      line++;
    }
  return line <= source->n_lines && looks_like_key (source, line);
}

/* Returns: the line of the closing fence, 0 when there is none */
static guint
find_closing_fence (const FysSource *source)
{
  for (guint line = 2; line <= source->n_lines; line++)
    if (is_fence (source, line))
      return line;
  return 0;
}

/* nodes */

static FysNode *
add_node (Parse             *parse,
          FysNodeKind        kind,
          const yaml_mark_t *mark)
{
  FysNode *node = fys_arena_alloc0 (parse->article->arena, sizeof *node);
  Level   *level = parse->n_levels > 0 ? &parse->levels[parse->n_levels - 1] : NULL;

  node->kind = kind;
  node->line = line_of (parse, mark);
  node->column = column_of (mark);
  node->text = "";
  if (kind == FYS_NODE_LIST || kind == FYS_NODE_MAP)
    {
      node->children = g_ptr_array_new ();
      g_ptr_array_add (parse->article->node_arrays, node->children);
    }

  if (level == NULL)
    parse->root = node;
  else
    {
      if (level->node->kind == FYS_NODE_MAP)
        node->key = g_steal_pointer (&level->key);
      if (!level->is_duplicate)
        g_ptr_array_add (level->node->children, node);
      level->is_duplicate = FALSE;
    }
  return node;
}

static gboolean
awaits_key (const Parse *parse)
{
  const Level *level = parse->n_levels > 0 ? &parse->levels[parse->n_levels - 1] : NULL;

  return level != NULL && level->node->kind == FYS_NODE_MAP && level->key == NULL;
}

static void
take_key (Parse              *parse,
          const yaml_event_t *event)
{
  Level      *level = &parse->levels[parse->n_levels - 1];
  const char *text = (const char *) event->data.scalar.value;

  level->key = fys_arena_strndup (parse->article->arena, text, strlen (text));
  if (!g_hash_table_add (level->keys, (gpointer) level->key))
    {
      level->is_duplicate = TRUE;
      fys_diagnostics_add (parse->article->diagnostics, FYS_SEVERITY_WARNING, line_of (parse, &event->start_mark),
                           column_of (&event->start_mark), _("“%s” is stated twice; the first one counts"), level->key);
    }
}

static gboolean
is_null (const yaml_event_t *event)
{
  const char *text = (const char *) event->data.scalar.value;

  return event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE
         && (*text == '\0' || strcmp (text, "~") == 0 || g_ascii_strcasecmp (text, "null") == 0);
}

static void
take_scalar (Parse              *parse,
             const yaml_event_t *event)
{
  const char *text = (const char *) event->data.scalar.value;
  FysNode    *node;

  if (awaits_key (parse))
    {
      take_key (parse, event);
      return;
    }
  node = add_node (parse, is_null (event) ? FYS_NODE_NULL : FYS_NODE_TEXT, &event->start_mark);
  if (node->kind == FYS_NODE_TEXT)
    node->text = fys_arena_strndup (parse->article->arena, text, strlen (text));
}

static void
stop (Parse             *parse,
      const yaml_mark_t *mark,
      const char        *message)
{
  parse->is_over = TRUE;
  parse->has_fault = TRUE;
  fys_diagnostics_add (parse->article->diagnostics, FYS_SEVERITY_ERROR, line_of (parse, mark), column_of (mark), "%s", message);
}

static void
open_level (Parse              *parse,
            const yaml_event_t *event,
            FysNodeKind         kind)
{
  Level level = { 0 };

  if (awaits_key (parse))
    {
      stop (parse, &event->start_mark, _("A list or a map cannot be a key; the front matter is read up to here"));
      return;
    }
  if (parse->n_levels == FYS_YAML_MAX_DEPTH)
    {
      g_autofree char *message = g_strdup_printf (_("The front matter is nested more than %u levels deep; it is read up to here"),
                                                  FYS_YAML_MAX_DEPTH);

      stop (parse, &event->start_mark, message);
      return;
    }
  level.node = add_node (parse, kind, &event->start_mark);
  if (kind == FYS_NODE_MAP)
    level.keys = g_hash_table_new (g_str_hash, g_str_equal);
  parse->levels[parse->n_levels++] = level;
}

static void
close_level (Parse *parse)
{
  g_assert (parse->n_levels > 0);
  parse->n_levels--;
  g_clear_pointer (&parse->levels[parse->n_levels].keys, g_hash_table_unref);
}

static void
take_alias (Parse              *parse,
            const yaml_event_t *event)
{
  fys_diagnostics_add (parse->article->diagnostics, FYS_SEVERITY_WARNING, line_of (parse, &event->start_mark),
                       column_of (&event->start_mark),
                       _("“*%s” is an alias, which front matter does not have; put text that begins with “*” in quotes"),
                       (const char *) event->data.alias.anchor);
  if (awaits_key (parse))
    {
      parse->is_over = TRUE;
      return;
    }
  (void) add_node (parse, FYS_NODE_NULL, &event->start_mark); /* a value that nothing is known about */
}

static void
check_anchor (Parse              *parse,
              const yaml_event_t *event,
              const yaml_char_t  *anchor)
{
  if (anchor != NULL)
    fys_diagnostics_add (parse->article->diagnostics, FYS_SEVERITY_WARNING, line_of (parse, &event->start_mark),
                         column_of (&event->start_mark),
                         _("“&%s” is an anchor, which front matter does not have; put text that begins with “&” in quotes"),
                         (const char *) anchor);
}

static void
take_event (Parse              *parse,
            const yaml_event_t *event)
{
  switch (event->type)
    {
    case YAML_SCALAR_EVENT:
      check_anchor (parse, event, event->data.scalar.anchor);
      take_scalar (parse, event);
      break;
    case YAML_ALIAS_EVENT:
      take_alias (parse, event);
      break;
    case YAML_SEQUENCE_START_EVENT:
      check_anchor (parse, event, event->data.sequence_start.anchor);
      open_level (parse, event, FYS_NODE_LIST);
      break;
    case YAML_MAPPING_START_EVENT:
      check_anchor (parse, event, event->data.mapping_start.anchor);
      open_level (parse, event, FYS_NODE_MAP);
      break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
      close_level (parse);
      break;
    case YAML_DOCUMENT_END_EVENT:
    case YAML_STREAM_END_EVENT:
      parse->is_over = TRUE;
      break;
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_DOCUMENT_START_EVENT:
    default:
      break;
    }
}

/* faults */

static char
char_at (const char        *text,
         gsize              length,
         const yaml_mark_t *mark)
{
  return mark->index < length ? *g_utf8_offset_to_pointer (text, (glong) mark->index) : '\0';
}

/* For a character that cannot be in YAML at all libyaml tells the byte and not the line. */
static yaml_mark_t
mark_at_byte (const char *text,
              gsize       offset)
{
  yaml_mark_t mark = { 0 };

  for (const char *p = text; p < text + offset; p = g_utf8_next_char (p))
    {
      mark.index++;
      mark.column++;
      if (*p != '\n')
        continue;
      mark.line++;
      mark.column = 0;
    }
  return mark;
}

/* libyaml's words are for programmers and in English: these are the faults that authors make, in words for them. */
static void
report_fault (Parse               *parse,
              const yaml_parser_t *parser,
              const char          *text,
              gsize                length)
{
  const char        *problem = parser->problem != NULL ? parser->problem : "";
  const char        *context = parser->context != NULL ? parser->context : "";
  const yaml_mark_t *mark = &parser->problem_mark;
  yaml_mark_t        byte_mark;
  const char        *message;

  if (parser->error == YAML_READER_ERROR)
    {
      byte_mark = mark_at_byte (text, MIN (parser->problem_offset, length));
      mark = &byte_mark;
      message = _("The front matter holds a control character");
    }
  else if (char_at (text, length, mark) == '\t')
    message = _("A tab cannot indent front matter; use spaces");
  else if (strstr (context, "quoted scalar") != NULL && strstr (problem, "end of stream") != NULL)
    {
      mark = &parser->context_mark;
      message = _("The quotation mark here is never closed");
    }
  else if (strstr (problem, "mapping values are not allowed") != NULL)
    message = _("A colon followed by a space begins a value here; put the text in quotes");
  else if (strstr (problem, "could not find expected ':'") != NULL)
    {
      mark = &parser->context_mark;
      message = _("The line is not of the form “key: value”");
    }
  else
    message = _("The front matter is not valid YAML here; is the text indented right, or does it need quotes?");
  parse->fault_line = line_of (parse, mark);
  stop (parse, mark, message);
}

/* The tree up to the fault is kept: whole keys, and the beginning of the list or map in which the fault lies. */
static void
parse_events (Parse      *parse,
              const char *text,
              gsize       length)
{
  yaml_parser_t parser;

  if (!yaml_parser_initialize (&parser))
    g_error ("out of memory");
  yaml_parser_set_encoding (&parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string (&parser, (const unsigned char *) text, length);
  while (!parse->is_over)
    {
      yaml_event_t event;

      if (!yaml_parser_parse (&parser, &event))
        {
          report_fault (parse, &parser, text, length);
          break;
        }
      take_event (parse, &event);
      yaml_event_delete (&event);
    }
  while (parse->n_levels > 0)
    close_level (parse);
  yaml_parser_delete (&parser);
}

/* libyaml notices some faults late, and hands out nothing of the value before them. So the lines above the fault are read once more,
 * by themselves; whatever is to be said about them has been said.
 *
 * Returns: (nullable): the root of what they hold */
static FysNode *
rescue (FysArticle *article,
        const char *text,
        gsize       length,
        guint       first_line)
{
  GPtrArray *diagnostics = article->diagnostics;
  Parse      parse = { article };

  parse.line_offset = first_line;
  article->diagnostics = fys_diagnostics_new ();
  parse_events (&parse, text, length);
  g_ptr_array_unref (article->diagnostics);
  article->diagnostics = diagnostics;
  return parse.root;
}

/* Returns: whether the lines are a map without a fault */
static gboolean
parse_lines (FysArticle      *article,
             const FysSource *source,
             guint            first_line,
             guint            end_line)
{
  Parse parse = { article };
  guint start = source->line_starts[first_line - 1];
  guint end = source->line_starts[end_line - 1];
  guint n_findings = article->diagnostics->len;

  parse.line_offset = first_line;
  if (end - start > MAX_FRONT_MATTER_BYTES)
    {
      fys_diagnostics_add (article->diagnostics, FYS_SEVERITY_ERROR, 1, 0,
                           _("The front matter is larger than %u KiB and is left out"), MAX_FRONT_MATTER_BYTES / 1024);
      return FALSE;
    }
  parse_events (&parse, source->text + start, end - start);
  if (parse.fault_line > first_line)
    {
      guint    fault = source->line_starts[MIN (parse.fault_line, end_line) - 1];
      FysNode *rescued = rescue (article, source->text + start, fault - start, first_line);

      if (rescued != NULL && rescued->kind == FYS_NODE_MAP)
        parse.root = rescued;
    }
  if (parse.root == NULL || parse.root->kind == FYS_NODE_NULL)
    return article->diagnostics->len == n_findings;
  if (parse.root->kind != FYS_NODE_MAP)
    {
      fys_diagnostics_add (article->diagnostics, FYS_SEVERITY_ERROR, parse.root->line, parse.root->column,
                           _("The front matter has no lines of the form “key: value”"));
      return FALSE;
    }
  article->metadata.root = parse.root;
  return !parse.has_fault;
}

/* Returns: the line after the first blank line that no front matter goes on with, or 0 */
static guint
find_open_end (const FysSource *source,
               guint            last_line)
{
  for (guint line = 3; line <= last_line; line++)
    {
      gsize       length;
      const char *text = fys_source_get_line (source, line, &length);

      if (!fys_source_is_blank (source, line - 1) || fys_source_is_blank (source, line))
        continue;
      if (text[0] == ' ' || text[0] == '\t' || (text[0] != '#' && looks_like_key (source, line)))
        continue;
      return line;
    }
  return 0;
}

/* To YAML a Markdown heading is a comment. A comment stands above what it explains; one between blank lines is a heading. */
static gboolean
hides_heading (const FysSource *source,
               guint            closing)
{
  for (guint line = 3; line + 1 < closing; line++)
    {
      gsize       length;
      const char *text = fys_source_get_line (source, line, &length);

      if (length > 0 && text[0] == '#' && fys_source_is_blank (source, line - 1) && fys_source_is_blank (source, line + 1))
        return TRUE;
    }
  return FALSE;
}

static gboolean
states_known_key (const FysArticle *article)
{
  for (guint i = 0; i < G_N_ELEMENTS (telling_keys); i++)
    if (fys_metadata_get_node (&article->metadata, telling_keys[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Without its closing line, front matter is taken for what it is only if it ends with a blank line and states what no text
 * begins with; otherwise all of it is shown.
 *
 * Returns: the line at which the body begins, or 0 when it is not so */
static guint
parse_unclosed (FysArticle      *article,
                const FysSource *source,
                guint            last_line)
{
  guint end = find_open_end (source, last_line);
  guint n_findings = article->diagnostics->len;

  if (end > 0 && parse_lines (article, source, 2, end) && states_known_key (article))
    return end;
  g_ptr_array_set_size (article->diagnostics, (int) n_findings);
  article->metadata.root = NULL;
  return 0;
}

static void
report_unclosed (FysArticle *article)
{
  fys_diagnostics_add (article->diagnostics, FYS_SEVERITY_ERROR, 1, 1,
                       _("The front matter that begins here is never closed with “---”"));
}

guint
fys_front_matter_parse (FysArticle      *article,
                        const FysSource *source)
{
  guint          n_findings = article->diagnostics->len;
  guint          n_faults;
  guint          closing;
  guint          body;
  const FysNode *root;

  article->node_arrays = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  if (!begins_front_matter (source))
    return 1;

  closing = find_closing_fence (source);
  if (closing == 0)
    {
      body = parse_unclosed (article, source, source->n_lines);
      report_unclosed (article);
      return MAX (body, 1);
    }
  if (parse_lines (article, source, 2, closing) && !hides_heading (source, closing))
    return closing + 1;

  /* Perhaps the closing line is missing and this one is a rule of the text. */
  root = article->metadata.root;
  n_faults = article->diagnostics->len - n_findings;
  body = parse_unclosed (article, source, closing);
  if (body > 0)
    {
      g_ptr_array_remove_range (article->diagnostics, n_findings, n_faults);
      report_unclosed (article);
      return body;
    }
  article->metadata.root = root;
  return closing + 1;
}
