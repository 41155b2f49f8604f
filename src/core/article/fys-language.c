/* fys-language.c - the language that an article is written in, to speak its exercises in
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/article/fys-article.h"

#include <string.h>

/* A page of text says it; the rest of a long article would say the same. */
#define MAX_BYTES 4096

/* So few words of a language may be a title, a name or a quotation. */
#define MIN_ENGLISH_WORDS 2

/* Longer than any word of the tables. */
#define MAX_WORD_BYTES 12

static const char danish[] = "da";
static const char english[] = "en";

/* The small words without which no sentence of a language gets by. What both have (for, at, is, to, over, by, have, i) tells nothing. */
static const char *const danish_words[] = {
  "af",  "de",   "den",  "der",   "det",  "dig", "din",  "dit", "du",   "efter", "eller", "en",   "er",   "et",  "fra",  "gør", "har",
  "hvis", "hver", "ikke", "igen",  "kan",  "med", "ned",  "når", "og",   "om",    "op",    "på",   "skal", "som", "siden", "så",  "til",
  "ved", "være",
};
static const char *const english_words[] = {
  "and", "are", "back", "can", "each", "from", "if",  "into", "it",   "keep", "not",  "of",   "on",   "or", "repeat", "should",
  "side", "than", "that", "the",  "then", "this", "times", "up",  "when", "which", "while", "with", "you", "your",
};

static const struct
{
  const char *name;
  const char *language;
} names[] = {
  { "da", danish },  { "dan", danish },  { "dansk", danish },   { "danish", danish },
  { "en", english }, { "eng", english }, { "engelsk", english }, { "english", english },
};

/* Returns: (nullable): the language that a front matter means by "da-DK", "Dansk" or "en_GB" */
static const char *
find_name (const char *stated)
{
  gsize length = strcspn (stated, "-_ ");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strlen (names[i].name) == length && g_ascii_strncasecmp (names[i].name, stated, length) == 0)
      return names[i].language;
  return NULL;
}

/* Returns: (nullable) */
static const char *
get_stated (FysArticle *self)
{
  static const char *const keys[] = { "lang", "language" };
  const FysMetadata       *metadata = fys_article_get_metadata (self);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const FysNode *node = fys_metadata_get_node (metadata, keys[i]);
      const char    *language = node != NULL && node->kind == FYS_NODE_TEXT ? find_name (node->text) : NULL;

      if (language != NULL)
        return language;
    }
  return NULL;
}

static gboolean
has_word (const char *const *words,
          guint              n_words,
          const char        *word)
{
  for (guint i = 0; i < n_words; i++)
    if (words[i][0] == word[0] && strcmp (words[i], word) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_letter (char byte)
{
  return g_ascii_isalpha (byte) || (guchar) byte >= 0x80;
}

/* Only the first letter of a word is ever a capital one in what is looked for, and that one is ASCII. */
static void
count_words (const char *text,
             gsize       length,
             guint      *n_danish,
             guint      *n_english)
{
  for (gsize at = 0; at < length;)
    {
      char  word[MAX_WORD_BYTES + 1];
      gsize end = at;

      while (end < length && is_letter (text[end]))
        end++;
      if (end > at && end - at <= MAX_WORD_BYTES)
        {
          memcpy (word, text + at, end - at);
          word[end - at] = '\0';
          word[0] = g_ascii_tolower (word[0]);
          *n_danish += has_word (danish_words, G_N_ELEMENTS (danish_words), word);
          *n_english += has_word (english_words, G_N_ELEMENTS (english_words), word);
        }
      at = MAX (end, at + 1);
    }
}

const char *
fys_article_get_language (FysArticle *self)
{
  const char     *stated;
  const FysBlock *blocks;
  guint           n_blocks;
  guint           n_danish = 0;
  guint           n_english = 0;
  gsize           n_left = MAX_BYTES;

  g_return_val_if_fail (self != NULL, danish);

  stated = get_stated (self);
  if (stated != NULL)
    return stated;

  blocks = fys_article_get_blocks (self, &n_blocks);
  for (guint i = 0; i < n_blocks && n_left > 0; i++)
    if (blocks[i].kind != FYS_BLOCK_CODE)
      {
        gsize length = MIN (blocks[i].text.length, n_left);

        count_words (blocks[i].text.text, length, &n_danish, &n_english);
        n_left -= length;
      }
  return n_english >= MIN_ENGLISH_WORDS && n_english > n_danish ? english : danish;
}
