/* fys-check.c - what an author should look at again, in an article that could be read
 *
 * Each finding is something that the reader meets: a mark that was meant to be markup and is shown, a heading that is none. What is
 * only a matter of taste is not reported. SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/article/fys-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Markup that is left over in the text, and what was probably meant. */
static const struct
{
  const char *mark;
  const char *message;
} leftovers[] = {
  { "**", N_("“**” is shown as it is; bold text has no space next to the “**” inside it and both ends in one paragraph") },
  { "](", N_("“](” is shown as it is; is the link or image complete?") },
  { "] (", N_("“] (” is shown as it is; a link has no space between “]” and “(”") },
};

static gboolean
is_plain_at (const FysText *text,
             guint          offset)
{
  for (guint i = 0; i < text->n_spans && text->spans[i].start <= offset; i++)
    if (offset < text->spans[i].end && text->spans[i].kind != FYS_SPAN_EMPHASIS && text->spans[i].kind != FYS_SPAN_STRONG)
      return FALSE;
  return TRUE;
}

static gboolean
looks_like_address (const char *text)
{
  return g_str_has_prefix (text, "http") || g_str_has_prefix (text, "www.") || *text == '/';
}

static void
check_leftovers (FysArticle    *article,
                 const FysText *text,
                 guint          line)
{
  for (guint i = 0; text->length > 0 && i < G_N_ELEMENTS (leftovers); i++)
    {
      const char *place = strstr (text->text, leftovers[i].mark);

      if (place == NULL || !is_plain_at (text, (guint) (place - text->text)))
        continue;
      /* "[1] (see below)" is no link, so only an address counts after a space. */
      if (leftovers[i].mark[1] == ' ' && !looks_like_address (place + 3))
        continue;
      fys_diagnostics_add (article->diagnostics, FYS_SEVERITY_WARNING, line, 0, "%s", _(leftovers[i].message));
    }
}

/* "##Symptoms" is a paragraph. A hashtag has one "#" and is left alone. */
static gboolean
is_failed_heading (const char *text)
{
  gsize n = strspn (text, "#");

  return n >= 2 && n <= 6 && text[n] != '\0' && text[n] != ' ';
}

static gboolean
is_fence_line (const char *text,
               gsize       length,
               char        mark)
{
  while (length > 0 && (*text == ' ' || *text == '\t' || *text == '>'))
    {
      text++;
      length--;
    }
  return length >= 3 && text[0] == mark && text[1] == mark && text[2] == mark;
}

/* Code that is fenced and goes on to the last line of the file, which is no fence. */
static void
check_fence (FysArticle      *article,
             const FysSource *source,
             const FysBlock  *block)
{
  gsize       first_length;
  gsize       last_length;
  const char *first = fys_source_get_line (source, block->line, &first_length);
  const char *last;
  char        mark;

  if (is_fence_line (first, first_length, '`'))
    mark = '`';
  else if (is_fence_line (first, first_length, '~'))
    mark = '~';
  else
    return;
  if (block->end_line < source->n_lines)
    return;
  last = fys_source_get_line (source, source->n_lines, &last_length);
  if (block->end_line == block->line || !is_fence_line (last, last_length, mark))
    fys_diagnostics_add (article->diagnostics, FYS_SEVERITY_WARNING, block->line, 0,
                         _("The code that begins here is never closed, so the rest of the article is code"));
}

static void
check_table (FysArticle     *article,
             const FysTable *table)
{
  for (guint row = 0; row < table->n_rows; row++)
    for (guint column = 0; column < table->n_columns; column++)
      check_leftovers (article, &table->cells[row * table->n_columns + column], table->row_lines[row]);
}

static void
check_block (FysArticle      *article,
             const FysSource *source,
             const FysBlock  *block)
{
  switch (block->kind)
    {
    case FYS_BLOCK_HEADING:
      if (block->text.text[strspn (block->text.text, " \n")] == '\0')
        fys_diagnostics_add (article->diagnostics, FYS_SEVERITY_WARNING, block->line, 0, _("The heading is empty"));
      check_leftovers (article, &block->text, block->line);
      break;
    case FYS_BLOCK_PARAGRAPH:
    case FYS_BLOCK_LIST_ITEM:
    case FYS_BLOCK_QUOTE:
      if (is_failed_heading (block->text.text))
        fys_diagnostics_add (article->diagnostics, FYS_SEVERITY_WARNING, block->line, 0,
                             _("A heading needs a space after its “#”; this is a paragraph"));
      check_leftovers (article, &block->text, block->line);
      break;
    case FYS_BLOCK_CODE:
      if (block->is_html)
        fys_diagnostics_add (article->diagnostics, FYS_SEVERITY_WARNING, block->line, 0, _("HTML is shown as text"));
      else
        check_fence (article, source, block);
      break;
    case FYS_BLOCK_TABLE:
      check_table (article, block->table);
      break;
    case FYS_BLOCK_IMAGE:
    case FYS_BLOCK_RULE:
      break;
    default:
      g_assert_not_reached ();
    }
}

/* A level that is left out confuses those who hear the headings. The first may be of level 1 or 2: the page has a title. */
static void
check_level (FysArticle       *article,
             const FysSection *section,
             guint             previous_level)
{
  if (section->level <= MAX (previous_level, 1) + 1)
    return;
  if (previous_level == 0)
    fys_diagnostics_add (article->diagnostics, FYS_SEVERITY_INFO, section->line, 0,
                         _("The first heading is of level %u; level 2 follows the title"), section->level);
  else
    fys_diagnostics_add (article->diagnostics, FYS_SEVERITY_INFO, section->line, 0,
                         _("A heading of level %u follows one of level %u; a level is left out"), section->level, previous_level);
}

static void
check_questions (FysArticle *article,
                 guint       index)
{
  const FysSection *section = fys_article_section (article, index);

  if ((section->flags & FYS_SECTION_FAQ) != 0 && section->end == index + 1)
    fys_diagnostics_add (article->diagnostics, FYS_SEVERITY_INFO, section->line, 0,
                         _("No questions follow; each one is a heading one level below this one"));
}

static void
check_sections (FysArticle *article)
{
  g_autoptr (GHashTable) first_lines = g_hash_table_new (g_str_hash, g_str_equal);
  guint previous_level = 0;

  for (guint i = 0; i < article->sections->len; i++)
    {
      const FysSection *section = fys_article_section (article, i);
      guint             first_line = GPOINTER_TO_UINT (g_hash_table_lookup (first_lines, section->title));

      check_level (article, section, previous_level);
      check_questions (article, i);
      previous_level = section->level;
      if (*section->title == '\0')
        continue;
      if (first_line > 0)
        fys_diagnostics_add (article->diagnostics, FYS_SEVERITY_INFO, section->line, 0,
                             _("The same heading stands in line %u; the address of this one ends with “#%s”"),
                             first_line, section->slug);
      else
        g_hash_table_insert (first_lines, (gpointer) section->title, GUINT_TO_POINTER (section->line));
    }
}

void
fys_check_article (FysArticle      *article,
                   const FysSource *source)
{
  for (guint i = 0; i < article->blocks->len; i++)
    check_block (article, source, fys_article_block (article, i));
  check_sections (article);
}
