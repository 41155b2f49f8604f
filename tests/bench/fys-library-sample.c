/* fys-library-sample.c - a library of any size, made of a few articles
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-library-sample.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#define SEED 20260301

/* As many to a folder as a collection has. */
#define N_IN_FOLDER 650

/* In running text one word in so many is exchanged; shorter words are those that every text has. */
#define EXCHANGE_1_IN  4
#define MIN_WORD_CHARS 5

/* How many made-up words there are to begin with, and how many more with each article. */
#define N_WORDS         4000
#define N_WORDS_A_PIECE 3

static const char *const beginnings[] = { "b", "bl", "d", "dr", "f", "fl", "g", "gr", "h", "j", "k", "kl", "l", "m", "n", "p", "r", "s", "sk", "st", "t", "tr", "v", "" };
static const char *const middles[] = { "a", "e", "i", "o", "u", "y", "æ", "ø", "å", "ei", "au" };
static const char *const ends[] = { "", "d", "g", "k", "l", "m", "n", "nd", "ng", "r", "s", "st", "t" };
static const char *const endings[] = { "", "", "", "en", "et", "er", "erne", "e" };

static void
append_syllable (GString *word,
                 guint    number)
{
  guint n_middles = G_N_ELEMENTS (middles);

  g_string_append (word, beginnings[number % G_N_ELEMENTS (beginnings)]);
  g_string_append (word, middles[number / G_N_ELEMENTS (beginnings) % n_middles]);
  g_string_append (word, ends[number / G_N_ELEMENTS (beginnings) / n_middles % G_N_ELEMENTS (ends)]);
}

/* The word that has @rank: the same at every call, but for its ending. */
static void
append_word (GString *text,
             guint    rank,
             GRand   *rand)
{
  guint mixed = rank * 2654435761u; /* so that words of neighbouring ranks are unlike each other */

  append_syllable (text, mixed >> 7);
  append_syllable (text, mixed >> 19);
  if (rank > 300)
    append_syllable (text, rank);
  g_string_append (text, endings[g_rand_int_range (rand, 0, G_N_ELEMENTS (endings))]);
}

/* Words are the rarer the higher their rank, about as in any text. */
static guint
pick_rank (GRand *rand,
           guint  n_words)
{
  double u = g_rand_double (rand);

  return (guint) ((double) n_words * u * u * u * u);
}

/* Lines that say how the article is built keep their words. */
static gboolean
is_text_line (const char *line)
{
  return *line != '#' && *line != '|' && *line != '-' && *line != '!' && strchr (line, '[') == NULL;
}

static void
append_line (GString    *text,
             const char *line,
             GRand      *rand,
             guint       n_words)
{
  const char *at = line;

  while (*at != '\0')
    {
      const char *start = at;
      glong       n_chars = 0;

      for (; g_unichar_isalpha (g_utf8_get_char (at)); at = g_utf8_next_char (at))
        n_chars++;
      if (n_chars >= MIN_WORD_CHARS && g_rand_int_range (rand, 0, EXCHANGE_1_IN) == 0)
        append_word (text, pick_rank (rand, n_words), rand);
      else
        g_string_append_len (text, start, at - start);
      for (; *at != '\0' && !g_unichar_isalpha (g_utf8_get_char (at)); at = g_utf8_next_char (at))
        g_string_append_unichar (text, g_utf8_get_char (at));
    }
}

/* Returns: (transfer full) */
static char *
dup_varied (const char *original,
            guint       number,
            guint       n_words)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED + number);
  g_auto (GStrv) lines = g_strsplit (original, "\n", -1);
  GString *text = g_string_new (NULL);
  gboolean is_front_matter = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = lines[i];

      if (g_str_equal (line, "---") && (i == 0 || is_front_matter))
        is_front_matter = !is_front_matter;
      if (is_front_matter && g_str_has_prefix (line, "title:"))
        {
          g_string_append (text, "title: ");
          append_word (text, pick_rank (rand, n_words), rand);
          g_string_append (text, line + strlen ("title:"));
        }
      else if (!is_front_matter && is_text_line (line))
        append_line (text, line, rand, n_words);
      else
        g_string_append (text, line);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static gboolean
write_article (const char *folder,
               guint       number,
               const char *text,
               GError    **error)
{
  g_autofree char *sub = g_strdup_printf ("%s/part-%03u", folder, number / N_IN_FOLDER);
  g_autofree char *path = g_strdup_printf ("%s/article-%06u.md", sub, number);

  if (g_mkdir_with_parents (sub, 0700) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (errno), g_strerror (errno));
      return FALSE;
    }
  return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, error);
}

gboolean
fys_library_sample_make (GPtrArray  *originals,
                         const char *folder,
                         guint       n,
                         GError    **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < originals->len; i++)
    {
      char *text;

      if (!g_file_get_contents (g_ptr_array_index (originals, i), &text, NULL, error))
        return FALSE;
      g_ptr_array_add (texts, text);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = dup_varied (g_ptr_array_index (texts, i % texts->len), i, N_WORDS + i * N_WORDS_A_PIECE);

      if (!write_article (folder, i, text, error))
        return FALSE;
    }
  return TRUE;
}
