/* fys-dosage-often.c - how often an exercise is done: a day, a week
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/exercise/fys-dosage-parser.h"

#define MAX_TIMES 20
/* "every other day" */
#define EVERY_OTHER_DAY_MIN 3
#define EVERY_OTHER_DAY_MAX 4

/* The end of "om dagen", "dagligt", "per week", "i løbet af dagen" at @i, or @i if nothing of the kind stands there. */
guint
fys_dosage_skip_period (const FysDosageParser *self,
                        guint                  i,
                        FysPer                *out_per)
{
  guint j = i;

  if (is_mark (self, j, ',') || word_at (self, j) == FYS_WORD_SESSION)
    j++;
  if (word_at (self, j) == FYS_WORD_DAILY || word_at (self, j) == FYS_WORD_WEEKLY)
    {
      *out_per = word_at (self, j) == FYS_WORD_DAILY ? FYS_PER_DAY : FYS_PER_WEEK;
      return j + 1;
    }
  if (word_at (self, j) == FYS_WORD_FOR && word_at (self, j + 1) == FYS_WORD_OVER && word_at (self, j + 2) == FYS_WORD_OF)
    j += 3;
  else if (word_at (self, j) == FYS_WORD_PER || word_at (self, j) == FYS_WORD_FOR || word_at (self, j) == FYS_WORD_EACH ||
           word_at (self, j) == FYS_WORD_EVERY || is_mark (self, j, '/'))
    j++;
  else
    return i;
  if (word_at (self, j) != FYS_WORD_DAY && word_at (self, j) != FYS_WORD_WEEK)
    return i;
  *out_per = word_at (self, j) == FYS_WORD_DAY ? FYS_PER_DAY : FYS_PER_WEEK;
  return j + 1;
}

/* "2 gange om dagen", "3 dage om ugen", "2-3 ugentlige sessioner", "twice a day". Returns: the end, or 0 */
guint
fys_dosage_parse_often (FysDosageParser *self,
                        guint            i)
{
  FysRange range;
  FysPer   per;
  guint    j = i + 1;
  guint    end;

  if (word_at (self, j) == FYS_WORD_WEEKLY && at (self, j + 1)->kind == FYS_TOKEN_WORD)
    {
      per = FYS_PER_WEEK;
      end = j + 1;
    }
  else
    {
      gboolean is_days = word_at (self, j) == FYS_WORD_DAY;

      if (is_days || word_at (self, j) == FYS_WORD_TIMES || word_at (self, j) == FYS_WORD_BY)
        j++;
      end = fys_dosage_skip_period (self, j, &per);
      if (end == j || (is_days && per != FYS_PER_WEEK))
        return 0;
    }
  if (get_count (self, i, MAX_TIMES, &range))
    state_frequency (self, range, per, i, end);
  else
    note_unread (self, i, end);
  return end;
}

/* A bare "dagligt" or "hver dag" is a prescription only in a sentence that prescribes and does not merely allow. */
static void
state_bare_frequency (FysDosageParser *self,
                      FysRange         range,
                      FysPer           per,
                      guint            first,
                      guint            end)
{
  gboolean has_figure = fys_range_is_stated (self->dosage.reps) || fys_range_is_stated (self->dosage.hold_s) ||
                        fys_range_is_stated (self->dosage.sets);

  /* "ikke dagligt", but "dagligt, da den ikke belaster". */
  if (self->has_may || self->first_not < first || (self->has_can && !self->has_advice))
    return;
  if (self->has_advice || self->has_do || has_figure)
    state_frequency (self, range, per, first, end);
}

static gboolean
is_adverb_daily (const FysDosageParser *self,
                 guint                  i)
{
  FysWord before = word_at (self, i - 1);
  guint   length = at (self, i)->end - at (self, i)->start;

  /* "dagligt" is 7 bytes, "daily" 5; "daglig træning" and "i dagligt brug" are adjectives. */
  return (length == 7 || length == 5) && before != FYS_WORD_FOR && before != FYS_WORD_OF && before != FYS_WORD_TO_PREP &&
         !(length == 5 && is_plain_word (self, i + 1));
}

/* Returns: the end, or 0 */
static guint
parse_bare_frequency (FysDosageParser *self,
                      guint            i)
{
  static const FysRange once = { 1, 1 };
  static const FysRange twice = { 2, 2 };
  static const FysRange every_other = { EVERY_OTHER_DAY_MIN, EVERY_OTHER_DAY_MAX };
  FysWord               word = word_at (self, i);
  gboolean              is_each = word == FYS_WORD_EACH || word == FYS_WORD_EVERY;

  if (word == FYS_WORD_DAILY && is_adverb_daily (self, i))
    {
      state_bare_frequency (self, once, FYS_PER_DAY, i, i + 1);
      return i + 1;
    }
  if (is_each && word_at (self, i + 1) == FYS_WORD_OTHER_ONE && word_at (self, i + 2) == FYS_WORD_DAY)
    {
      state_bare_frequency (self, every_other, FYS_PER_WEEK, i, i + 3);
      return i + 3;
    }
  if (is_each && (word_at (self, i + 1) == FYS_WORD_DAY || word_at (self, i + 1) == FYS_WORD_MORNING ||
                  word_at (self, i + 1) == FYS_WORD_EVENING))
    {
      state_bare_frequency (self, once, FYS_PER_DAY, i, i + 2);
      return i + 2;
    }
  if (word == FYS_WORD_MORNING && word_at (self, i + 1) == FYS_WORD_AND && word_at (self, i + 2) == FYS_WORD_EVENING)
    {
      state_bare_frequency (self, twice, FYS_PER_DAY, i, i + 3);
      return i + 3;
    }
  return 0;
}

/* "flere gange om dagen" says that it is often, and only how often when a number follows: "flere gange om ugen – gerne 3–5 gange".
 * Returns: the end, or 0 */
static guint
parse_several (FysDosageParser *self,
               guint            i)
{
  FysPer   per;
  FysRange range;
  guint    j = i + 1;
  guint    end;

  if (word_at (self, i) != FYS_WORD_SEVERAL || word_at (self, j) != FYS_WORD_TIMES)
    return 0;
  end = fys_dosage_skip_period (self, j + 1, &per);
  if (end == j + 1)
    return end;
  for (j = end; at (self, j)->kind == FYS_TOKEN_PUNCTUATION || word_at (self, j) == FYS_WORD_FILLER; j++)
    if (j >= self->sentence_end)
      return end;
  if (word_at (self, j + 1) != FYS_WORD_TIMES || !get_count (self, j, MAX_TIMES, &range))
    return end;
  state_frequency (self, range, per, i, j + 2);
  return j + 2;
}

guint
fys_dosage_parse_often_in_words (FysDosageParser *self,
                                 guint            i)
{
  static guint (*const productions[]) (FysDosageParser *, guint) = { parse_several, parse_bare_frequency };
  guint        end = 0;

  for (guint k = 0; k < G_N_ELEMENTS (productions) && end == 0; k++)
    end = productions[k](self, i);
  return end;
}
