/* dosage-words.c - a dosage in a few letters, for tables of expected results
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dosage-words.h"

static void
append_range (GString    *words,
              const char *mark,
              FysRange    range)
{
  if (!fys_range_is_stated (range))
    return;
  g_string_append_printf (words, "%s%s%u", words->len > 0 ? " " : "", mark, range.min);
  if (range.max != range.min)
    g_string_append_printf (words, "-%u", range.max);
}

char *
dosage_dup_words (const FysDosage *dosage)
{
  GString *words = g_string_new (NULL);

  append_range (words, "h", dosage->hold_s);
  append_range (words, "r", dosage->reps);
  append_range (words, "s", dosage->sets);
  append_range (words, "p", dosage->rest_s);
  if (dosage->is_per_side)
    g_string_append (words, words->len > 0 ? " side" : "side");
  append_range (words, dosage->per == FYS_PER_DAY ? "d" : "w", dosage->frequency);
  return g_string_free (words, FALSE);
}
