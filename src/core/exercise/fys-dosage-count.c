/* fys-dosage-count.c - how many repetitions and sets
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/exercise/fys-dosage-parser.h"

/* With more steps than this one is walking. */
#define MAX_STEPS_ASIDE 3

static gboolean
is_adjective (const FysDosageParser *self,
              guint                  i)
{
  /* Danish adjectives of a plural end in -e; English ones may be anything. */
  return is_plain_word (self, i);
}

/* The end of "gentagelser", "rolige gentagelser", "op- og nedrulninger" at @i, or 0. */
static guint
skip_counted (const FysDosageParser *self,
              guint                  i)
{
  for (guint j = i; j < i + 4; j++)
    {
      if (word_at (self, j) == FYS_WORD_REP || word_at (self, j) == FYS_WORD_STEP)
        return j + 1;
      if (!is_adjective (self, j) && !is_mark (self, j, '-') && word_at (self, j) != FYS_WORD_AND)
        return 0;
    }
  return 0;
}

/* "10–12 udfaldstrin pr. ben": whatever is counted for each side is repeated. */
static gboolean
is_counted_per_side (const FysDosageParser *self,
                     guint                  i)
{
  guint j = i + 1;

  if (!is_plain_word (self, i))
    return FALSE;
  if (word_at (self, j) == FYS_WORD_ON_PREP || word_at (self, j) == FYS_WORD_TO_PREP)
    j++;
  return (word_at (self, j) == FYS_WORD_PER || word_at (self, j) == FYS_WORD_EACH) && is_side_noun (self, j + 1);
}

/* "Træd et par skridt tilbage": where to stand, and not how far to go. */
static gboolean
is_step_aside (const FysDosageParser *self,
               guint                  i,
               guint                  end)
{
  FysWord after = word_at (self, end);

  return at (self, i)->max <= MAX_STEPS_ASIDE * THOUSAND && word_at (self, end - 1) == FYS_WORD_STEP &&
         (after == FYS_WORD_FORTH || after == FYS_WORD_BACK || after == FYS_WORD_AWAY);
}

static guint
parse_counted (FysDosageParser *self,
               guint            i)
{
  guint end = is_counted_per_side (self, i + 1) ? i + 2 : skip_counted (self, i + 1);

  if (end != 0)
    {
      if (!is_step_aside (self, i, end))
        state_reps (self, i, i, end);
      return end;
    }
  /* "3–5 hold i hver retning" */
  if (word_at (self, i + 1) == FYS_WORD_HOLD && at (self, i + 1)->end - at (self, i + 1)->start <= 5)
    {
      state_reps (self, i, i, i + 2);
      return i + 2;
    }
  /* "få gentagelser (8–12)" */
  if (is_mark (self, i - 1, '(') && is_mark (self, i + 1, ')') && word_at (self, i - 2) == FYS_WORD_REP)
    {
      state_reps (self, i, i, i + 1);
      return i + 1;
    }
  return 0;
}

/* What follows the sets and their joint: a plain number, or one of things that are no measure, is the repetitions. */
static guint
parse_set_contents (FysDosageParser *self,
                    guint            i)
{
  guint j = i;

  if (word_at (self, j) == FYS_WORD_BY || word_at (self, j) == FYS_WORD_OF)
    j++;
  if (j == i || !is_number (self, j))
    return i;
  switch ((guint) word_at (self, j + 1))
    {
    case FYS_WORD_SECOND:
    case FYS_WORD_MINUTE:
    case FYS_WORD_HOUR:
    case FYS_WORD_UNIT:
      return i;
    default:
      state_reps (self, j, j, j + 1);
      return j + 1;
    }
}

static guint
parse_sets (FysDosageParser *self,
            guint            i)
{
  guint j = i + 1;

  if (is_plain_word (self, j) && word_at (self, j + 1) == FYS_WORD_SET)
    j++;
  if (word_at (self, j) != FYS_WORD_SET)
    return 0;
  state_sets (self, i, i, j + 1);
  return parse_set_contents (self, j + 1);
}

/* "3 x 10", "3 x 8–12 gentagelser", "10 x 3 sæt", "2 x 30–60 sekunder", "2x dagligt", "x 10". */
static guint
parse_by (FysDosageParser *self,
          guint            i)
{
  FysRange range;

  if (word_at (self, i + 1) != FYS_WORD_BY)
    return 0;
  if (!is_number (self, i + 2))
    {
      guint end = fys_dosage_parse_often (self, i);

      /* "10x", but "3 x så meget" */
      if (end == 0 && at (self, i + 2)->kind == FYS_TOKEN_PUNCTUATION)
        state_reps (self, i, i, i + 2);
      return end != 0 ? end : i + 2;
    }
  if (fys_dosage_read_length (self, i + 2, &range) != 0)
    {
      if (fys_dosage_is_rest (self, i + 2, i + 4))
        return i + 2;
      state_reps (self, i, i, i + 2);
      return i + 2; /* the length is read next */
    }
  if (word_at (self, i + 3) == FYS_WORD_UNIT)
    return i + 4;
  if (word_at (self, i + 3) == FYS_WORD_SET)
    {
      state_reps (self, i, i, i + 1);
      state_sets (self, i + 2, i + 2, i + 4);
      return i + 4;
    }
  state_sets (self, i, i, i + 1);
  state_reps (self, i + 2, i + 2, i + 3);
  return i + 3;
}

static guint
parse_times (FysDosageParser *self,
             guint            i)
{
  guint end = fys_dosage_parse_often (self, i);

  if (end != 0)
    return end;
  if (word_at (self, i + 1) != FYS_WORD_TIMES)
    return 0;
  if (word_at (self, i + 2) == FYS_WORD_COMPARE || at (self, i)->max == THOUSAND)
    return i + 2;
  /* "3 gange om måneden": how often, by a measure that we have not. */
  if (word_at (self, i + 2) == FYS_WORD_PER && !is_side_noun (self, i + 3))
    {
      note_unread (self, i, MIN (i + 4, self->sentence_end));
      return i + 3;
    }
  /* "3 gange 10 gentagelser" */
  if (is_number (self, i + 2) && skip_counted (self, i + 3) != 0)
    state_sets (self, i, i, i + 2);
  else
    state_reps (self, i, i, i + 2);
  return i + 2;
}

guint
fys_dosage_parse_count (FysDosageParser *self,
                        guint            i)
{
  static guint (*const productions[]) (FysDosageParser *, guint) = { parse_sets, parse_by, parse_times, parse_counted };
  guint        end = 0;

  for (guint k = 0; k < G_N_ELEMENTS (productions) && end == 0; k++)
    end = productions[k](self, i);
  return end;
}
