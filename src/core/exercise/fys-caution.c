/* fys-caution.c - where an article says when to stop
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-caution.h"

#include <string.h>

/* A longer run without a full stop is no sentence that a page could show on top. */
#define MAX_SENTENCE_BYTES 400

/* Beginnings of words, lower case. */
static const char *const stop_words[] = { "stop", "afbryd", "hold inde", "hold pause", NULL };
static const char *const worse_words[] = {
  "værre", "forværr", "tiltag", "smerte", "gør ondt", "worse", "pain", "hurt", NULL,
};
/* "stoppe" in the middle of "ikke stoppe" tells the opposite. */
static const char *const not_words[] = { "ikke stop", "undgå at stop", "not stop", "n’t stop", "n't stop", NULL };

static gboolean
has_word (const char        *text,
          const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    for (const char *at = strstr (text, words[i]); at != NULL; at = strstr (at + 1, words[i]))
      if (at == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at))))
        return TRUE;
  return FALSE;
}

static gboolean
tells_to_stop (const char *sentence)
{
  g_autofree char *lower = g_utf8_strdown (sentence, -1);

  return has_word (lower, stop_words) && has_word (lower, worse_words) && !has_word (lower, not_words);
}

/* After the full stop, question or exclamation mark that ends the sentence, or at the end of the text. "1.5" and "f.eks." go on. */
static const char *
find_sentence_end (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (*at == '\n')
        return at;
      if (strchr (".!?", *at) != NULL && (at[1] == '\0' || g_ascii_isspace (at[1])))
        return at + 1;
    }
  return text + strlen (text);
}

static char *
dup_sentence (const char *text)
{
  while (*text != '\0')
    {
      const char *end = find_sentence_end (text);
      g_autofree char *sentence = NULL;

      if (end == text) /* a line break */
        end++;
      sentence = g_strstrip (g_strndup (text, end - text));
      if (strlen (sentence) <= MAX_SENTENCE_BYTES && tells_to_stop (sentence))
        return g_steal_pointer (&sentence);
      text = end;
    }
  return NULL;
}

static char *
dup_sentence_of_section (FysArticle       *article,
                         const FysSection *section)
{
  guint n_blocks;
  const FysBlock *blocks = fys_article_get_blocks (article, &n_blocks);

  for (guint i = section->first_block; i < section->first_block + section->n_blocks && i < n_blocks; i++)
    {
      char *sentence;

      if (blocks[i].kind != FYS_BLOCK_PARAGRAPH && blocks[i].kind != FYS_BLOCK_LIST_ITEM && blocks[i].kind != FYS_BLOCK_QUOTE)
        continue;
      sentence = dup_sentence (blocks[i].text.text);
      if (sentence != NULL)
        return sentence;
    }
  return NULL;
}

/* The section that an exercise stands in with its neighbours, but not the title that is around the whole article. */
static guint
find_outer_section (const FysSection *sections,
                    guint             section)
{
  while (sections[section].parent != FYS_NONE && sections[sections[section].parent].level > 1)
    section = sections[section].parent;
  return section;
}

char *
fys_caution_dup_text (FysArticle      *article,
                      FysExerciseList *exercises)
{
  guint n_sections;
  guint n_exercises = exercises != NULL ? fys_exercise_list_get_n (exercises) : 0;
  const FysSection *sections;
  guint last = FYS_NONE;
  char *sentence = NULL;

  g_return_val_if_fail (article != NULL, NULL);
  sections = fys_article_get_sections (article, &n_sections);

  for (guint i = 0; i < n_exercises && sentence == NULL; i++)
    {
      guint section = fys_exercise_list_get (exercises, i)->section;

      if (section >= n_sections)
        continue;
      section = find_outer_section (sections, section);
      if (section != last)
        sentence = dup_sentence_of_section (article, &sections[section]);
      last = section;
    }
  for (guint i = 0; i < n_sections && sentence == NULL; i++)
    if ((sections[i].flags & FYS_SECTION_URGENT) != 0)
      sentence = dup_sentence_of_section (article, &sections[i]);
  return sentence;
}
