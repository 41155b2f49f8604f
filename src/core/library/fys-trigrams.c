/* fys-trigrams.c - how alike two short texts look, whatever words they are made of
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-trigrams.h"

#include <string.h>

#include "core/library/fys-danish.h"

static int
compare_trigrams (gconstpointer a,
                  gconstpointer b)
{
  guint32 first = *(const guint32 *) a;
  guint32 second = *(const guint32 *) b;

  return first < second ? -1 : first > second;
}

/* The beginning of a word counts as a letter, so that words that begin alike are more alike. */
static void
add_word (GArray     *trigrams,
          const char *folded)
{
  char  stripped[FYS_DANISH_WORD_BYTES];
  gsize length;

  fys_danish_strip (folded, stripped);
  length = strlen (stripped);
  for (gsize i = 0; i + 1 < MAX (length, 2); i++)
    {
      guint32 trigram = ((guint32) (i > 0 ? (guchar) stripped[i - 1] : '_') << 16) | ((guint32) (guchar) stripped[i] << 8)
                        | (guint32) (length > 1 ? (guchar) stripped[i + 1] : '_');

      g_array_append_val (trigrams, trigram);
    }
}

GArray *
fys_trigrams_new (const char *text)
{
  GArray *trigrams = g_array_new (FALSE, FALSE, sizeof (guint32));
  FysWord word = { 0 };
  gsize   length = strlen (text);
  guint   n = 0;

  while (fys_word_next (text, length, &word))
    if (!fys_danish_is_stop_word (word.folded))
      add_word (trigrams, word.folded);
  g_array_sort (trigrams, compare_trigrams);
  for (guint i = 0; i < trigrams->len; i++)
    if (i == 0 || g_array_index (trigrams, guint32, i) != g_array_index (trigrams, guint32, n - 1))
      g_array_index (trigrams, guint32, n++) = g_array_index (trigrams, guint32, i);
  g_array_set_size (trigrams, n);
  return trigrams;
}

double
fys_trigrams_dice (const GArray *a,
                   const GArray *b)
{
  guint i = 0;
  guint j = 0;
  guint n_common = 0;

  if (a->len + b->len == 0)
    return 0;
  while (i < a->len && j < b->len)
    {
      guint32 first = g_array_index (a, guint32, i);
      guint32 second = g_array_index (b, guint32, j);

      n_common += first == second;
      i += first <= second;
      j += second <= first;
    }
  return 2.0 * n_common / (a->len + b->len);
}
