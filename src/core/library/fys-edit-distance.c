/* fys-edit-distance.c - how far what was typed is from a word
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-edit-distance.h"

#include <string.h>

#include "core/library/fys-danish.h"

/* In halves, so that sums are exact. */
#define WHOLE 2
#define HALF  1

/* What it costs to leave out the letter at @i of @word. */
static int
get_gap_cost (const char *word,
              gsize       i)
{
  return i > 0 && word[i] == word[i - 1] ? HALF : WHOLE;
}

double
fys_edit_distance (const char *typed,
                   const char *word,
                   double      max)
{
  int   rows[3][FYS_DANISH_WORD_BYTES];
  int  *previous = rows[0];
  int  *current = rows[1];
  int  *before = rows[2];
  gsize n_typed = strlen (typed);
  gsize n_word = strlen (word);
  int   limit = (int) (max * WHOLE);

  if (n_typed >= FYS_DANISH_WORD_BYTES || n_word >= FYS_DANISH_WORD_BYTES || (n_typed > n_word ? n_typed - n_word : n_word - n_typed) > (gsize) limit)
    return G_MAXDOUBLE;
  previous[0] = 0;
  for (gsize j = 0; j < n_word; j++)
    previous[j + 1] = previous[j] + get_gap_cost (word, j);
  for (gsize i = 0; i < n_typed; i++)
    {
      int *spare = before;
      int  least;

      current[0] = least = previous[0] + get_gap_cost (typed, i);
      for (gsize j = 0; j < n_word; j++)
        {
          int cost = previous[j] + (typed[i] == word[j] ? 0 : WHOLE);

          cost = MIN (cost, previous[j + 1] + get_gap_cost (typed, i));
          cost = MIN (cost, current[j] + get_gap_cost (word, j));
          if (i > 0 && j > 0 && typed[i] == word[j - 1] && typed[i - 1] == word[j])
            cost = MIN (cost, before[j - 1] + WHOLE);
          current[j + 1] = cost;
          least = MIN (least, cost);
        }
      if (least > limit)
        return G_MAXDOUBLE;
      before = previous;
      previous = current;
      current = spare;
    }
  return previous[n_word] > limit ? G_MAXDOUBLE : previous[n_word] / (double) WHOLE;
}
