/* article-dump.c - an article as lines of text, to compare and to read
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "article-dump.h"

#include <string.h>

static const char *const block_names[] = {
  "heading", "paragraph", "item", "quote", "code", "table", "image", "rule",
};
static const char *const container_names[] = { "bullets", "numbers", "item", "quote" };
static const char *const span_names[] = { "emphasis", "strong", "code", "link", "image", "html" };
static const char *const align_names[] = { "none", "left", "center", "right" };

G_STATIC_ASSERT (G_N_ELEMENTS (block_names) == FYS_BLOCK_RULE + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (container_names) == FYS_CONTAINER_QUOTE + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (span_names) == FYS_SPAN_HTML + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (align_names) == FYS_ALIGN_RIGHT + 1);

static void
append_quoted (GString    *out,
               const char *text)
{
  g_string_append_c (out, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '\n')
        g_string_append (out, "\\n");
      else if (*text == '\t')
        g_string_append (out, "\\t");
      else if (*text == '"' || *text == '\\')
        g_string_append_printf (out, "\\%c", *text);
      else
        g_string_append_c (out, *text);
    }
  g_string_append_c (out, '"');
}

/* metadata */

static void
append_string (GString    *out,
               const char *name,
               const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (out, "  %s ", name);
  append_quoted (out, value);
  g_string_append_c (out, '\n');
}

static void
append_date (GString       *out,
             const char    *name,
             const FysDate *date)
{
  if (fys_date_is_set (date))
    g_string_append_printf (out, "  %s %04u-%02u-%02u\n", name, date->year, date->month, date->day);
}

static void
append_node (GString       *out,
             const FysNode *node,
             guint          depth)
{
  for (guint i = 0; i < depth; i++)
    g_string_append (out, "  ");
  g_string_append_printf (out, "%u:%u ", node->line, node->column);
  if (node->key != NULL)
    g_string_append_printf (out, "%s: ", node->key);
  switch (node->kind)
    {
    case FYS_NODE_NULL:
      g_string_append (out, "null\n");
      return;
    case FYS_NODE_TEXT:
      append_quoted (out, node->text);
      g_string_append_c (out, '\n');
      return;
    case FYS_NODE_LIST:
    case FYS_NODE_MAP:
      g_string_append (out, node->kind == FYS_NODE_LIST ? "list\n" : "map\n");
      /* At most FYS_YAML_MAX_DEPTH deep. */
      for (guint i = 0; i < node->children->len; i++)
        append_node (out, g_ptr_array_index (node->children, i), depth + 1);
      return;
    default:
      g_assert_not_reached ();
    }
}

static void
append_metadata (GString    *out,
                 FysArticle *article)
{
  const FysMetadata *metadata = fys_article_get_metadata (article);

  g_string_append (out, "metadata\n");
  append_string (out, "shown title", fys_article_get_title (article));
  append_string (out, "title", metadata->title);
  append_string (out, "meta title", metadata->meta_title);
  append_string (out, "h1", metadata->h1);
  append_string (out, "description", metadata->description);
  append_string (out, "author", metadata->author);
  append_string (out, "specialty", metadata->specialty);
  append_string (out, "preview image", metadata->preview_image);
  append_string (out, "preview image alt", metadata->preview_image_alt);
  append_string (out, "video", metadata->video_url);
  append_date (out, "published", &metadata->published);
  append_date (out, "updated", &metadata->updated);
  if (metadata->is_unlisted)
    g_string_append (out, "  unlisted\n");
  for (guint i = 0; metadata->body_parts != NULL && metadata->body_parts[i] != NULL; i++)
    append_string (out, "body part", metadata->body_parts[i]);
  for (guint i = 0; i < metadata->n_related; i++)
    {
      const FysRelated *related = &metadata->related[i];

      g_string_append_printf (out, "  related %s/%s ", related->type, related->slug);
      append_quoted (out, related->title != NULL ? related->title : "");
      g_string_append_c (out, '\n');
    }
  g_string_append_printf (out, "  words %u, minutes %u\n", fys_article_get_n_words (article), fys_article_get_reading_min (article));
  if (fys_article_repeats_title (article))
    g_string_append (out, "  repeats title\n");
  if (metadata->root != NULL)
    append_node (out, metadata->root, 1);
}

/* blocks */

static void
append_text (GString       *out,
             const FysText *text)
{
  append_quoted (out, text->text);
  for (guint i = 0; i < text->n_spans; i++)
    {
      const FysSpan *span = &text->spans[i];

      g_string_append_printf (out, " [%s %u-%u", span_names[span->kind], span->start, span->end);
      if (span->target != NULL)
        {
          g_string_append_c (out, ' ');
          append_quoted (out, span->target);
        }
      if (span->title != NULL)
        {
          g_string_append_c (out, ' ');
          append_quoted (out, span->title);
        }
      g_string_append_c (out, ']');
    }
}

static void
append_table (GString        *out,
              const FysTable *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    g_string_append_printf (out, " %s", align_names[table->align[i]]);
  for (guint row = 0; row < table->n_rows; row++)
    {
      g_string_append_printf (out, "\n      row %u", table->row_lines[row]);
      for (guint column = 0; column < table->n_columns; column++)
        {
          g_string_append (out, column > 0 ? " | " : " ");
          append_text (out, &table->cells[row * table->n_columns + column]);
        }
    }
}

static void
append_block (GString        *out,
              const FysBlock *block)
{
  g_string_append_printf (out, "%s %u", block_names[block->kind], block->line);
  if (block->end_line != block->line)
    g_string_append_printf (out, "-%u", block->end_line);
  if (block->container != FYS_NONE)
    g_string_append_printf (out, " in %u", block->container);
  if (block->section != FYS_NONE)
    g_string_append_printf (out, " section %u", block->section);
  if (block->level > 0)
    g_string_append_printf (out, " level %u", block->level);
  if (block->is_html)
    g_string_append (out, " html");
  if (block->source != NULL && *block->source != '\0')
    {
      g_string_append (out, " source ");
      append_quoted (out, block->source);
    }
  if (block->kind == FYS_BLOCK_TABLE)
    append_table (out, block->table);
  else if (block->kind != FYS_BLOCK_RULE)
    {
      g_string_append_c (out, ' ');
      append_text (out, &block->text);
    }
  g_string_append_c (out, '\n');
}

static void
append_container (GString            *out,
                  const FysContainer *container)
{
  g_string_append_printf (out, "%s blocks %u+%u", container_names[container->kind], container->first_block, container->n_blocks);
  if (container->parent != FYS_NONE)
    g_string_append_printf (out, " in %u", container->parent);
  if (container->number > 0)
    g_string_append_printf (out, " number %u", container->number);
  if (container->is_tight)
    g_string_append (out, " tight");
  g_string_append_c (out, '\n');
}

static void
append_section (GString          *out,
                const FysSection *section)
{
  g_string_append_printf (out, "%u level %u depth %u blocks %u+%u end %u", section->line, section->level, section->depth,
                          section->first_block, section->n_blocks, section->end);
  if (section->parent != FYS_NONE)
    g_string_append_printf (out, " parent %u", section->parent);
  if ((section->flags & FYS_SECTION_FAQ) != 0)
    g_string_append (out, " faq");
  if ((section->flags & FYS_SECTION_QUESTION) != 0)
    g_string_append (out, " question");
  if ((section->flags & FYS_SECTION_URGENT) != 0)
    g_string_append (out, " urgent");
  g_string_append_printf (out, " #%s ", section->slug);
  append_quoted (out, section->title);
  g_string_append_c (out, '\n');
}

static void
append_link (GString       *out,
             const FysLink *link)
{
  g_string_append_printf (out, "%u block %u", link->line, link->block);
  if (link->cell != FYS_NONE)
    g_string_append_printf (out, " cell %u", link->cell);
  g_string_append_printf (out, " span %u ", link->span);
  append_quoted (out, link->text);
  g_string_append (out, " → ");
  append_quoted (out, link->target);
  g_string_append_c (out, '\n');
}

char *
article_dump (FysArticle *article)
{
  GString            *out = g_string_new (NULL);
  GPtrArray          *diagnostics = fys_article_get_diagnostics (article);
  guint               n;
  const FysBlock     *blocks;
  const FysContainer *containers;
  const FysSection   *sections;
  const FysLink      *links;

  append_metadata (out, article);

  blocks = fys_article_get_blocks (article, &n);
  g_string_append (out, "blocks\n");
  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (out, "  %u ", i);
      append_block (out, &blocks[i]);
    }

  containers = fys_article_get_containers (article, &n);
  if (n > 0)
    g_string_append (out, "containers\n");
  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (out, "  %u ", i);
      append_container (out, &containers[i]);
    }

  sections = fys_article_get_sections (article, &n);
  if (n > 0)
    g_string_append (out, "sections\n");
  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (out, "  %u line ", i);
      append_section (out, &sections[i]);
    }

  links = fys_article_get_links (article, &n);
  if (n > 0)
    g_string_append (out, "links\n");
  for (guint i = 0; i < n; i++)
    {
      g_string_append (out, "  line ");
      append_link (out, &links[i]);
    }

  if (diagnostics->len > 0)
    g_string_append (out, "diagnostics\n");
  for (guint i = 0; i < diagnostics->len; i++)
    {
      const FysDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);

      g_string_append_printf (out, "  %u:%u %s: %s\n", diagnostic->line, diagnostic->column,
                              fys_severity_get_nick (diagnostic->severity), diagnostic->message);
    }
  return g_string_free (out, FALSE);
}

/* soundness */

static void
assert_sound_text (const FysText *text)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint)); /* the ends of the spans around */

  g_assert_nonnull (text->text);
  g_assert_cmpuint (strlen (text->text), ==, text->length);
  g_assert_true (g_utf8_validate (text->text, text->length, NULL));
  for (guint i = 0; i < text->n_spans; i++)
    {
      const FysSpan *span = &text->spans[i];

      g_assert_cmpuint (span->start, <=, span->end);
      g_assert_cmpuint (span->end, <=, text->length);
      g_assert_cmpint ((guchar) text->text[span->start] & 0xc0, !=, 0x80);
      g_assert_cmpint ((guchar) text->text[span->end] & 0xc0, !=, 0x80);
      if (i > 0)
        g_assert_cmpuint (span->start, >=, text->spans[i - 1].start);
      while (open->len > 0 && g_array_index (open, guint, open->len - 1) <= span->start)
        g_array_set_size (open, open->len - 1);
      if (open->len > 0)
        g_assert_cmpuint (span->end, <=, g_array_index (open, guint, open->len - 1));
      g_array_append_val (open, span->end);
      g_assert_true ((span->target != NULL) == (span->kind == FYS_SPAN_LINK || span->kind == FYS_SPAN_IMAGE));
      if (span->target != NULL)
        g_assert_true (g_utf8_validate (span->target, -1, NULL));
    }
}

static void
assert_sound_block (FysArticle     *article,
                    const FysBlock *block)
{
  guint n_containers;
  guint n_sections;

  fys_article_get_containers (article, &n_containers);
  fys_article_get_sections (article, &n_sections);
  g_assert_cmpuint (block->line, >=, 1);
  g_assert_cmpuint (block->end_line, >=, block->line);
  g_assert_true (block->container == FYS_NONE || block->container < n_containers);
  g_assert_true (block->section == FYS_NONE || block->section < n_sections);
  g_assert_true ((block->level > 0) == (block->kind == FYS_BLOCK_HEADING));
  g_assert_true ((block->table != NULL) == (block->kind == FYS_BLOCK_TABLE));
  if (block->kind == FYS_BLOCK_IMAGE)
    g_assert_nonnull (block->source);
  assert_sound_text (&block->text);
  if (block->table == NULL)
    return;
  g_assert_cmpuint (block->table->n_rows, >=, 1);
  g_assert_cmpuint (block->table->n_columns, >=, 1);
  g_assert_cmpuint (block->table->n_columns, <=, FYS_TABLE_MAX_COLUMNS);
  for (guint i = 0; i < block->table->n_rows * block->table->n_columns; i++)
    assert_sound_text (&block->table->cells[i]);
}

static void
assert_sound_containers (FysArticle *article)
{
  guint               n_containers;
  guint               n_blocks;
  const FysContainer *containers = fys_article_get_containers (article, &n_containers);

  fys_article_get_blocks (article, &n_blocks);
  for (guint i = 0; i < n_containers; i++)
    {
      const FysContainer *self = &containers[i];
      guint               depth = 1;

      g_assert_cmpuint (self->n_blocks, >, 0);
      g_assert_cmpuint (self->first_block + self->n_blocks, <=, n_blocks);
      if (self->parent != FYS_NONE)
        {
          const FysContainer *parent = &containers[self->parent];

          g_assert_cmpuint (self->parent, <, i);
          g_assert_cmpuint (self->first_block, >=, parent->first_block);
          g_assert_cmpuint (self->first_block + self->n_blocks, <=, parent->first_block + parent->n_blocks);
        }
      for (guint outer = self->parent; outer != FYS_NONE; outer = containers[outer].parent)
        depth++;
      g_assert_cmpuint (depth, <=, FYS_ARTICLE_MAX_DEPTH);
      if (self->kind == FYS_CONTAINER_ITEM)
        g_assert_cmpuint (self->parent, !=, FYS_NONE);
    }
}

static void
assert_sound_sections (FysArticle *article)
{
  guint             n;
  guint             n_blocks;
  const FysSection *sections = fys_article_get_sections (article, &n);
  const FysBlock   *blocks = fys_article_get_blocks (article, &n_blocks);
  g_autoptr (GHashTable) slugs = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n; i++)
    {
      const FysSection *self = &sections[i];

      g_assert_cmpuint (self->first_block + self->n_blocks, <=, n_blocks);
      g_assert_cmpint (blocks[self->first_block].kind, ==, FYS_BLOCK_HEADING);
      g_assert_cmpstr (blocks[self->first_block].text.text, ==, self->title);
      g_assert_cmpuint (blocks[self->first_block].section, ==, i);
      g_assert_cmpuint (self->end, >, i);
      g_assert_cmpuint (self->end, <=, n);
      g_assert_true (g_hash_table_add (slugs, (gpointer) self->slug));
      g_assert_cmpstr (self->slug, !=, "");
      g_assert_true ((self->parent == FYS_NONE) == (self->depth == 0));
      if (self->parent != FYS_NONE)
        {
          g_assert_cmpuint (self->parent, <, i);
          g_assert_cmpuint (sections[self->parent].level, <, self->level);
          g_assert_cmpuint (sections[self->parent].depth + 1, ==, self->depth);
          g_assert_cmpuint (self->end, <=, sections[self->parent].end);
        }
    }
}

static void
assert_sound_links (FysArticle *article)
{
  guint           n;
  guint           n_blocks;
  const FysLink  *links = fys_article_get_links (article, &n);
  const FysBlock *blocks = fys_article_get_blocks (article, &n_blocks);

  for (guint i = 0; i < n; i++)
    {
      const FysText *text;

      g_assert_cmpuint (links[i].block, <, n_blocks);
      text = links[i].cell != FYS_NONE ? &blocks[links[i].block].table->cells[links[i].cell] : &blocks[links[i].block].text;
      g_assert_cmpuint (links[i].span, <, text->n_spans);
      g_assert_cmpint (text->spans[links[i].span].kind, ==, FYS_SPAN_LINK);
      g_assert_cmpuint (links[i].line, >=, blocks[links[i].block].line);
      g_assert_cmpuint (links[i].line, <=, blocks[links[i].block].end_line);
      if (i > 0)
        g_assert_cmpuint (links[i].block, >=, links[i - 1].block);
    }
}

void
article_assert_sound (FysArticle *article)
{
  guint           n;
  const FysBlock *blocks = fys_article_get_blocks (article, &n);
  GPtrArray      *diagnostics = fys_article_get_diagnostics (article);

  g_assert_true (g_utf8_validate (fys_article_get_title (article), -1, NULL));
  g_assert_cmpstr (fys_article_get_title (article), !=, "");
  for (guint i = 0; i < n; i++)
    {
      assert_sound_block (article, &blocks[i]);
      if (i > 0)
        g_assert_cmpuint (blocks[i].line, >=, blocks[i - 1].line);
    }
  assert_sound_containers (article);
  assert_sound_sections (article);
  assert_sound_links (article);
  for (guint i = 0; i < diagnostics->len; i++)
    {
      const FysDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);

      g_assert_null (strchr (diagnostic->message, '\n'));
      g_assert_true (g_utf8_validate (diagnostic->message, -1, NULL));
    }
}
