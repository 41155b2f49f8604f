/* fys-outline.c - the sections of an article, its questions and its warnings
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/article/fys-outline.h"

#include <string.h>

#include "core/article/fys-slug.h"
#include "core/article/fys-words.h"

/* A heading without a letter gets this for a slug. */
#define EMPTY_SLUG "section"

static const char *const faq_phrases[] = {
  "ofte stillede spørgsmål",
  "oftest stillede spørgsmål",
  "ofte stillet spørgsmål",
  "hyppigt stillede spørgsmål",
  "hyppigst stillede spørgsmål",
  "hyppige spørgsmål",
  "typiske spørgsmål",
  "spørgsmål og svar",
  "faq",
  "faqs",
  "q a", /* Q&A, Q & A */
  "frequently asked questions",
  "common questions",
  "questions and answers",
  NULL,
};

gboolean
fys_outline_is_faq_title (const char *title)
{
  FysWords words;
  gboolean result;

  fys_words_init (&words, title, strlen (title));
  result = fys_words_contain_any (&words, faq_phrases);
  fys_words_clear (&words);
  return result;
}

/* slugs */

/** Slugs: those given out, and for each slug that was wanted again the number to try next. */
typedef struct
{
  GHashTable *next_numbers; /* (element-type utf8 guint) */
  FysArena   *arena;
} Slugs;

static const char *
take_slug (Slugs      *self,
           const char *title)
{
  g_autofree char *wanted = fys_slug_from_text (title);
  const char      *slug = fys_arena_strdup (self->arena, *wanted != '\0' ? wanted : EMPTY_SLUG);
  gpointer         first;
  guint            number;

  if (!g_hash_table_lookup_extended (self->next_numbers, slug, &first, NULL))
    {
      g_hash_table_insert (self->next_numbers, (gpointer) slug, GUINT_TO_POINTER (2));
      return slug;
    }
  for (number = GPOINTER_TO_UINT (g_hash_table_lookup (self->next_numbers, slug));; number++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s-%u", slug, number);

      if (g_hash_table_contains (self->next_numbers, numbered))
        continue;
      g_hash_table_insert (self->next_numbers, first, GUINT_TO_POINTER (number + 1));
      slug = fys_arena_strdup (self->arena, numbered);
      g_hash_table_insert (self->next_numbers, (gpointer) slug, GUINT_TO_POINTER (2));
      return slug;
    }
}

/* sections */

/* A section ends where the heading of the next one at its level or above stands. */
static void
close_sections (FysArticle *article,
                GArray     *open,
                guint       level,
                guint       block)
{
  while (open->len > 0)
    {
      FysSection *section = fys_article_section (article, g_array_index (open, guint, open->len - 1));

      if (section->level < level)
        return;
      section->n_blocks = block - section->first_block;
      section->end = article->sections->len;
      g_array_set_size (open, open->len - 1);
    }
}

static FysSectionFlags
flags_of (FysArticle       *article,
          const FysSection *section)
{
  FysSectionFlags flags = 0;

  if (section->parent != FYS_NONE && (fys_article_section (article, section->parent)->flags & FYS_SECTION_FAQ) != 0)
    flags |= FYS_SECTION_QUESTION;
  else if (fys_outline_is_faq_title (section->title))
    flags |= FYS_SECTION_FAQ;
  if (fys_outline_is_urgent_title (section->title))
    flags |= FYS_SECTION_URGENT;
  return flags;
}

static void
open_section (FysArticle *article,
              GArray     *open,
              Slugs      *slugs,
              guint       index)
{
  const FysBlock *block = fys_article_block (article, index);
  FysSection      section = { 0 };

  close_sections (article, open, block->level, index);
  section.title = block->text.text;
  section.slug = take_slug (slugs, section.title);
  section.level = block->level;
  section.depth = open->len;
  section.line = block->line;
  section.first_block = index;
  section.parent = open->len > 0 ? g_array_index (open, guint, open->len - 1) : FYS_NONE;
  section.flags = flags_of (article, &section);
  g_array_append_vals (open, &article->sections->len, 1);
  g_array_append_val (article->sections, section);
}

/* urgent sections without an urgent heading */

static gboolean
has_urgent_section (FysArticle *article)
{
  for (guint i = 0; i < article->sections->len; i++)
    if ((fys_article_section (article, i)->flags & FYS_SECTION_URGENT) != 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_urgent_block (const FysBlock *block)
{
  if (fys_outline_is_urgent_text (block->text.text))
    return TRUE;
  for (guint i = 0; block->table != NULL && i < block->table->n_rows * block->table->n_columns; i++)
    if (fys_outline_is_urgent_text (block->table->cells[i].text))
      return TRUE;
  return FALSE;
}

/* The reader must get the warning, also where the author gave it no heading of its own. */
static void
mark_urgent_texts (FysArticle *article)
{
  for (guint i = 0; i < article->blocks->len; i++)
    {
      const FysBlock *block = fys_article_block (article, i);

      if (block->section != FYS_NONE && is_urgent_block (block))
        fys_article_section (article, block->section)->flags |= FYS_SECTION_URGENT;
    }
}

void
fys_outline_build (FysArticle *article)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  Slugs slugs = { g_hash_table_new (g_str_hash, g_str_equal), article->arena };

  for (guint i = 0; i < article->blocks->len; i++)
    {
      FysBlock *block = fys_article_block (article, i);

      if (block->kind == FYS_BLOCK_HEADING)
        open_section (article, open, &slugs, i);
      block->section = open->len > 0 ? g_array_index (open, guint, open->len - 1) : FYS_NONE;
    }
  close_sections (article, open, 0, article->blocks->len);
  g_hash_table_unref (slugs.next_numbers);
  if (!has_urgent_section (article))
    mark_urgent_texts (article);
}
