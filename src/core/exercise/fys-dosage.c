/* fys-dosage.c - how long, how often and how many times: what a text prescribes
 *
 * The tokens of fys-dosage-lexer are walked once. At a number one production after the other is tried:
 *
 *   duration   NUMBER second|minute            hold, rest, or nothing: decided by the words around it
 *   sets       NUMBER set [of|x NUMBER]
 *   by         NUMBER x NUMBER|duration        3 x 10; 2 x 30 seconds
 *   counted    NUMBER [adjective] repetitions
 *   times      NUMBER times                    repetitions, or a frequency when a day or a week follows
 *   often      NUMBER [days] per day|week
 *
 * and at the words "hver", "skift", "dagligt" … sides and frequencies. The first figure of each field wins; a text that goes on to
 * another exercise or to a variant for others adds nothing more. What is in doubt stays unstated.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/exercise/fys-dosage.h"
#include "core/exercise/fys-dosage-lexer.h"

#define THOUSAND   1000
#define MINUTE_S   60
/* Nobody holds or rests for longer within an exercise; above it is a walk or an appointment. */
#define MAX_HOLD_S (60 * MINUTE_S)
#define MAX_REPS   500
#define MAX_SETS   20
#define MAX_TIMES  20
/* "every other day" */
#define EVERY_OTHER_DAY_MIN 3
#define EVERY_OTHER_DAY_MAX 4

typedef struct
{
  const FysToken *tokens;
  guint           n;
  guint           sentence_start; /* of the sentence that is being read */
  guint           sentence_end;
  gboolean        is_strange;     /* it is a question, or about ice, medicine or food */
  gboolean        is_other;       /* from here on it is about another exercise or variant: only a frequency still counts */
  gboolean        has_may;
  gboolean        has_do;
  gboolean        has_breath;
  guint           first_set;      /* the first such words of the sentence; G_MAXUINT where there is none */
  guint           first_warm;
  guint           first_hold;
  guint           first_do;
  FysDosage       dosage;
} Parser;

static const FysToken *
at (const Parser *self,
    guint         i)
{
  static const FysToken nothing = { .kind = FYS_TOKEN_PUNCTUATION };

  /* Beyond a sentence there is nothing; an index below it has wrapped round. */
  return i >= self->sentence_start && i < self->sentence_end ? &self->tokens[i] : &nothing;
}

static FysWord
word_at (const Parser *self,
         guint         i)
{
  const FysToken *token = at (self, i);

  return token->kind == FYS_TOKEN_WORD ? token->word : FYS_WORD_OTHER;
}

static gboolean
is_number (const Parser *self,
           guint         i)
{
  return at (self, i)->kind == FYS_TOKEN_NUMBER;
}

static gboolean
is_mark (const Parser *self,
         guint         i,
         gunichar      mark)
{
  return at (self, i)->kind == FYS_TOKEN_PUNCTUATION && at (self, i)->mark == mark;
}

/* A word that is neither known nor missing. */
static gboolean
is_plain_word (const Parser *self,
               guint         i)
{
  return at (self, i)->kind == FYS_TOKEN_WORD && word_at (self, i) == FYS_WORD_OTHER;
}

static FysSlice
slice (const Parser *self,
       guint         first,
       guint         end)
{
  return (FysSlice){ self->tokens[first].start, self->tokens[end - 1].end };
}

/* A whole number, or a range of them, within bounds. */
static gboolean
get_count (const Parser *self,
           guint         i,
           guint         max_value,
           FysRange     *out_range)
{
  const FysToken *token = at (self, i);

  if (token->kind != FYS_TOKEN_NUMBER || token->min < THOUSAND || token->max > max_value * THOUSAND ||
      token->min % THOUSAND != 0 || token->max % THOUSAND != 0)
    return FALSE;
  *out_range = (FysRange){ token->min / THOUSAND, token->max / THOUSAND };
  return TRUE;
}

static void
state (Parser   *self,
       FysRange *field,
       FysSlice *place,
       FysRange  range,
       guint     first,
       guint     end)
{
  if (fys_range_is_stated (*field) || self->is_other)
    return;
  *field = range;
  *place = slice (self, first, end);
}

static void
state_count (Parser   *self,
             FysRange *field,
             FysSlice *place,
             guint     number,
             guint     max_value,
             guint     first,
             guint     end)
{
  FysRange range;

  if (get_count (self, number, max_value, &range))
    state (self, field, place, range, first, end);
}

static void
state_reps (Parser *self,
            guint   number,
            guint   first,
            guint   end)
{
  state_count (self, &self->dosage.reps, &self->dosage.reps_place, number, MAX_REPS, first, end);
}

static void
state_sets (Parser *self,
            guint   number,
            guint   first,
            guint   end)
{
  state_count (self, &self->dosage.sets, &self->dosage.sets_place, number, MAX_SETS, first, end);
}

static void
state_frequency (Parser  *self,
                 FysRange range,
                 FysPer   per,
                 guint    first,
                 guint    end)
{
  if (fys_range_is_stated (self->dosage.frequency))
    return;
  self->dosage.frequency = range;
  self->dosage.per = per;
  self->dosage.frequency_place = slice (self, first, end);
}

/* --- how often --- */

/* The end of "om dagen", "dagligt", "per week", "i løbet af dagen" at @i, or @i if nothing of the kind stands there. */
static guint
skip_period (const Parser *self,
             guint         i,
             FysPer       *out_per)
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
static guint
parse_often (Parser *self,
             guint   i)
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
      end = skip_period (self, j, &per);
      if (end == j || (is_days && per != FYS_PER_WEEK))
        return 0;
    }
  if (get_count (self, i, MAX_TIMES, &range))
    state_frequency (self, range, per, i, end);
  return end;
}

/* A bare "dagligt" or "hver dag" is a prescription only in a sentence that prescribes and does not merely allow. */
static void
state_bare_frequency (Parser  *self,
                      FysRange range,
                      FysPer   per,
                      guint    first,
                      guint    end)
{
  gboolean has_figure = fys_range_is_stated (self->dosage.reps) || fys_range_is_stated (self->dosage.hold_s) ||
                        fys_range_is_stated (self->dosage.sets);

  if (!self->has_may && (self->has_do || has_figure))
    state_frequency (self, range, per, first, end);
}

static gboolean
is_adverb_daily (const Parser *self,
                 guint         i)
{
  FysWord before = word_at (self, i - 1);
  guint   length = at (self, i)->end - at (self, i)->start;

  /* "dagligt" is 7 bytes, "daily" 5; "daglig træning" and "i dagligt brug" are adjectives. */
  return (length == 7 || length == 5) && before != FYS_WORD_FOR && before != FYS_WORD_OF && before != FYS_WORD_TO_PREP &&
         !(length == 5 && is_plain_word (self, i + 1));
}

/* Returns: the end, or 0 */
static guint
parse_bare_frequency (Parser *self,
                      guint   i)
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

/* "flere gange om dagen" says that it is often, but not how often. Returns: the end, or 0 */
static guint
parse_several (Parser *self,
               guint   i)
{
  FysPer per;
  guint  j = i + 1;

  if (word_at (self, i) != FYS_WORD_SEVERAL || word_at (self, j) != FYS_WORD_TIMES)
    return 0;
  return skip_period (self, j + 1, &per);
}

/* --- sides --- */

static void
state_side (Parser *self,
            guint   first,
            guint   end)
{
  if (self->dosage.is_per_side || self->is_other)
    return;
  self->dosage.is_per_side = TRUE;
  self->dosage.side_place = slice (self, first, end);
}

static gboolean
is_side_noun (const Parser *self,
              guint         i)
{
  return word_at (self, i) == FYS_WORD_SIDE || word_at (self, i) == FYS_WORD_LIMB;
}

/* "på hver side", "pr. ben", "on each side", "til begge sider". */
static guint
parse_each_side (Parser *self,
                 guint   i)
{
  FysWord  word = word_at (self, i);
  FysWord  before = word_at (self, i - 1);
  gboolean is_limb = word_at (self, i + 1) == FYS_WORD_LIMB;

  if ((word != FYS_WORD_EACH && word != FYS_WORD_PER && word != FYS_WORD_BOTH) || !is_side_noun (self, i + 1))
    return 0;
  /* "with both knees", "begge ben", "en vægt i hver hånd" tell how, not how many times. */
  if (is_limb && (word == FYS_WORD_BOTH || before == FYS_WORD_FOR || before == FYS_WORD_OF))
    return 0;
  if (word == FYS_WORD_BOTH && before == FYS_WORD_OR)
    return 0;
  /* "om siden" is no "pr. side". */
  if (word == FYS_WORD_PER && at (self, i)->end - at (self, i)->start < 2)
    return 0;
  state_side (self, i, i + 2);
  return i + 2;
}

/* "skift (derefter til den anden) side". */
static guint
parse_switch_side (Parser *self,
                   guint   i)
{
  guint limit = MIN (i + 6, self->sentence_end);

  if (word_at (self, i) != FYS_WORD_SWITCH)
    return 0;
  for (guint j = i + 1; j < limit; j++)
    {
      if (!is_side_noun (self, j))
        continue;
      /* "skift ben for hver gentagelse" alternates. */
      if (word_at (self, j + 1) == FYS_WORD_FOR && word_at (self, j + 2) == FYS_WORD_EACH)
        return 0;
      if (word_at (self, j) == FYS_WORD_SIDE && at (self, j)->end - at (self, j)->start > 5)
        return 0; /* skift retning */
      state_side (self, i, j + 1);
      return j + 1;
    }
  return 0;
}

/* "gentag til (den) modsatte side", "gentag på venstre side", "repeat on the other side". */
static guint
parse_repeat_side (Parser *self,
                   guint   i)
{
  guint limit = MIN (i + 8, self->sentence_end);

  if (word_at (self, i) != FYS_WORD_REPEAT)
    return 0;
  for (guint j = i + 1; j < limit && !is_number (self, j); j++)
    {
      FysWord word = word_at (self, j);

      if ((word == FYS_WORD_OTHER_ONE && is_side_noun (self, j + 1)) ||
          (word == FYS_WORD_LEFT_RIGHT && (word_at (self, j - 1) == FYS_WORD_TO_PREP || is_side_noun (self, j + 1))))
        {
          state_side (self, i, MIN (j + 2, self->sentence_end));
          return j + 1;
        }
    }
  return 0;
}

/* --- how long --- */

/* A length in seconds at @i: NUMBER unit, also of two units ("30 sekunder til 1 minut"). Returns: the end, or 0 */
static guint
read_duration (const Parser *self,
               guint         i,
               FysRange     *out_range)
{
  const FysToken *number = at (self, i);
  FysWord         unit = word_at (self, i + 1);
  guint64         factor = unit == FYS_WORD_MINUTE ? MINUTE_S : 1;
  FysRange        upper;
  guint           end;

  if (number->kind != FYS_TOKEN_NUMBER || (unit != FYS_WORD_SECOND && unit != FYS_WORD_MINUTE))
    return 0;
  out_range->min = (number->min * factor + THOUSAND / 2) / THOUSAND;
  out_range->max = (number->max * factor + THOUSAND / 2) / THOUSAND;
  if (number->min != number->max || !(is_mark (self, i + 2, '-') || is_mark (self, i + 2, 0x2013) ||
                                      word_at (self, i + 2) == FYS_WORD_TO_PREP))
    return i + 2;
  end = is_number (self, i + 3) && at (self, i + 3)->min == at (self, i + 3)->max ? i + 5 : 0;
  if (end == 0 || (word_at (self, i + 4) != FYS_WORD_SECOND && word_at (self, i + 4) != FYS_WORD_MINUTE))
    return i + 2;
  factor = word_at (self, i + 4) == FYS_WORD_MINUTE ? MINUTE_S : 1;
  upper.max = (at (self, i + 3)->max * factor + THOUSAND / 2) / THOUSAND;
  if (upper.max <= out_range->min)
    return i + 2;
  out_range->max = upper.max;
  return end;
}

/* "60 sekunders pause", "30 s off", "pause på 60–90 sekunder", "hvil 1 minut", "30 sekunder mellem sættene". */
static gboolean
is_rest (const Parser *self,
         guint         i,
         guint         end)
{
  for (guint j = end; j < end + 3; j++)
    {
      if (word_at (self, j) == FYS_WORD_REST)
        return TRUE;
      if (at (self, j)->kind != FYS_TOKEN_WORD || word_at (self, j) == FYS_WORD_WITHOUT)
        break;
    }
  if (word_at (self, end) == FYS_WORD_BETWEEN)
    return TRUE;
  for (guint j = i - 1; j + 5 >= i && j >= self->sentence_start && j < self->sentence_end; j--)
    {
      if (word_at (self, j) == FYS_WORD_REST)
        return TRUE;
      if (is_number (self, j) || is_mark (self, j, ',') || word_at (self, j) == FYS_WORD_HOLD)
        return FALSE;
    }
  return FALSE;
}

/* The place of the word before the figure that says something: fillers such as "ca." and "mindst" left out. */
static guint
word_before (const Parser *self,
             guint         i)
{
  guint j = i - 1;

  while (word_at (self, j) == FYS_WORD_FILLER)
    j--;
  return j;
}

/* "ind 4 sekunder", "pust ud i 6 sekunder", "hold vejret i 4 sekunder". */
static gboolean
is_breath (const Parser *self,
           guint         i)
{
  guint before = word_before (self, i);

  if (word_at (self, before) == FYS_WORD_IN_OUT)
    return TRUE;
  for (guint j = before; j + 4 >= i && j >= self->sentence_start && j < self->sentence_end; j--)
    {
      if (word_at (self, j) == FYS_WORD_BREATH || (word_at (self, j) == FYS_WORD_IN_OUT && self->has_breath))
        return TRUE;
      if (word_at (self, j) == FYS_WORD_HOLD || is_mark (self, j, ',') || is_number (self, j))
        return FALSE;
    }
  return FALSE;
}

/* What a length is followed by when it is no hold: "30 minutters gåtur", "30 sekunder efter". */
static gboolean
is_followed_wrongly (const Parser *self,
                     guint         i,
                     guint         end)
{
  FysPer per;

  if (at (self, end - 1)->is_genitive)
    return word_at (self, end) != FYS_WORD_HOLD && word_at (self, end) != FYS_WORD_SPAN &&
           self->first_set >= i;
  if (word_at (self, end) == FYS_WORD_AFTERWARDS || word_at (self, end) == FYS_WORD_OVER)
    return TRUE;
  /* Minutes a week are an amount of activity. */
  return skip_period (self, end, &per) != end && per == FYS_PER_WEEK;
}

static gboolean
is_hold (const Parser *self,
         guint         i,
         guint         end)
{
  guint   before = word_before (self, i);
  FysWord word = word_at (self, before);

  if (is_breath (self, i) || is_followed_wrongly (self, i, end) || word == FYS_WORD_OVER || word == FYS_WORD_EACH ||
      word == FYS_WORD_EVERY || self->first_warm < i)
    return FALSE;
  /* "stræk på 30 sekunder" is a length, "sænk på 3 sekunder" a tempo. */
  if (word == FYS_WORD_ON_PREP)
    return word_at (self, before - 1) == FYS_WORD_SPAN || word_at (self, before - 1) == FYS_WORD_HOLD ||
           word_at (self, before - 1) == FYS_WORD_SET;
  /* "inden for 30 minutter" */
  if (word == FYS_WORD_FOR)
    return word_at (self, before - 1) != FYS_WORD_OVER;
  if (word == FYS_WORD_BY || word == FYS_WORD_HOLD || word == FYS_WORD_OF || word == FYS_WORD_TIMES)
    return TRUE;
  if (word_at (self, end) == FYS_WORD_HOLD || word_at (self, end) == FYS_WORD_ON || at (self, before)->kind == FYS_TOKEN_PUNCTUATION)
    return TRUE;
  return self->first_hold < i || self->first_do < i;
}

static guint
parse_duration (Parser *self,
                guint   i)
{
  FysRange range;
  guint    end = read_duration (self, i, &range);

  if (end == 0)
    return word_at (self, i + 1) == FYS_WORD_HOUR ? i + 2 : 0;
  if (range.min == 0 || range.max > MAX_HOLD_S)
    return end;
  if (is_rest (self, i, end))
    state (self, &self->dosage.rest_s, &self->dosage.rest_place, range, i, end);
  else if (is_hold (self, i, end))
    {
      state (self, &self->dosage.hold_s, &self->dosage.hold_place, range, i, end);
      /* "30–60 sek. x 2–3" */
      if (word_at (self, end) == FYS_WORD_BY && is_number (self, end + 1))
        {
          state_reps (self, end + 1, end, end + 2);
          return end + 2;
        }
    }
  return end;
}

/* --- how many --- */

static gboolean
is_adjective (const Parser *self,
              guint         i)
{
  /* Danish adjectives of a plural end in -e; English ones may be anything. */
  return is_plain_word (self, i);
}

/* The end of "gentagelser", "rolige gentagelser", "op- og nedrulninger" at @i, or 0. */
static guint
skip_counted (const Parser *self,
              guint         i)
{
  for (guint j = i; j < i + 4; j++)
    {
      if (word_at (self, j) == FYS_WORD_REP)
        return j + 1;
      if (!is_adjective (self, j) && !is_mark (self, j, '-') && word_at (self, j) != FYS_WORD_AND)
        return 0;
    }
  return 0;
}

/* "10–12 udfaldstrin pr. ben": whatever is counted for each side is repeated. */
static gboolean
is_counted_per_side (const Parser *self,
                     guint         i)
{
  guint j = i + 1;

  if (!is_plain_word (self, i))
    return FALSE;
  if (word_at (self, j) == FYS_WORD_ON_PREP || word_at (self, j) == FYS_WORD_TO_PREP)
    j++;
  return (word_at (self, j) == FYS_WORD_PER || word_at (self, j) == FYS_WORD_EACH) && is_side_noun (self, j + 1);
}

static guint
parse_counted (Parser *self,
               guint   i)
{
  guint end = is_counted_per_side (self, i + 1) ? i + 2 : skip_counted (self, i + 1);

  if (end != 0)
    {
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
parse_set_contents (Parser *self,
                    guint   i)
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
parse_sets (Parser *self,
            guint   i)
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
parse_by (Parser *self,
          guint   i)
{
  FysRange range;

  if (word_at (self, i + 1) != FYS_WORD_BY)
    return 0;
  if (!is_number (self, i + 2))
    {
      guint end = parse_often (self, i);

      /* "10x", but "3 x så meget" */
      if (end == 0 && at (self, i + 2)->kind == FYS_TOKEN_PUNCTUATION)
        state_reps (self, i, i, i + 2);
      return end != 0 ? end : i + 2;
    }
  if (read_duration (self, i + 2, &range) != 0)
    {
      if (is_rest (self, i + 2, i + 4))
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
parse_times (Parser *self,
             guint   i)
{
  guint end = parse_often (self, i);

  if (end != 0)
    return end;
  if (word_at (self, i + 1) != FYS_WORD_TIMES)
    return 0;
  if (word_at (self, i + 2) == FYS_WORD_COMPARE || at (self, i)->max == THOUSAND)
    return i + 2;
  /* "3 gange 10 gentagelser" */
  if (is_number (self, i + 2) && skip_counted (self, i + 3) != 0)
    state_sets (self, i, i, i + 2);
  else
    state_reps (self, i, i, i + 2);
  return i + 2;
}

static guint
parse_number (Parser *self,
              guint   i)
{
  static guint (*const productions[]) (Parser *, guint) = { parse_duration, parse_sets, parse_by, parse_times, parse_counted };

  if (word_at (self, i - 1) == FYS_WORD_ORDINAL)
    return i + 1;
  for (guint k = 0; k < G_N_ELEMENTS (productions); k++)
    {
      guint end = productions[k](self, i);

      if (end != 0)
        return end;
    }
  return i + 1;
}

static guint
parse_word (Parser *self,
            guint   i)
{
  static guint (*const productions[]) (Parser *, guint) = { parse_several,     parse_bare_frequency, parse_each_side,
                                                            parse_switch_side, parse_repeat_side };

  for (guint k = 0; k < G_N_ELEMENTS (productions); k++)
    {
      guint end = productions[k](self, i);

      if (end != 0)
        return end;
    }
  return i + 1;
}

/* --- sentences --- */

static gboolean
has_dose (const Parser *self)
{
  return fys_range_is_stated (self->dosage.hold_s) || fys_range_is_stated (self->dosage.reps);
}

static void
note_first (Parser *self,
            guint   i)
{
  switch ((guint) word_at (self, i))
    {
    case FYS_WORD_SET:
      self->first_set = MIN (self->first_set, i);
      break;
    case FYS_WORD_WARM:
      self->first_warm = MIN (self->first_warm, i);
      break;
    case FYS_WORD_HOLD:
      self->first_hold = MIN (self->first_hold, i);
      break;
    case FYS_WORD_DO:
      self->first_do = MIN (self->first_do, i);
      break;
    default:
      break;
    }
}

static void
begin_sentence (Parser *self,
                guint   start)
{
  guint end = start;

  while (end < self->n && self->tokens[end].sentence == self->tokens[start].sentence)
    end++;
  self->sentence_start = start;
  self->sentence_end = end;
  self->is_strange = self->has_may = self->has_do = self->has_breath = FALSE;
  self->first_set = self->first_warm = self->first_hold = self->first_do = G_MAXUINT;
  for (guint i = start; i < end; i++)
    {
      FysWord word = word_at (self, i);

      note_first (self, i);
      self->is_strange |= word == FYS_WORD_STRANGE || is_mark (self, i, '?');
      self->has_may |= word == FYS_WORD_MAY;
      self->has_do |= word == FYS_WORD_DO || word == FYS_WORD_REPEAT || word == FYS_WORD_HOLD;
      self->has_breath |= word == FYS_WORD_BREATH;
    }
}

/* Whether the sentence is for someone else or for another day: "Begyndere kan …", "Hvis du bruger øvelsen som …". What is said of the
 * hold before the repetitions are told ("når du mærker et stræk, hold …") is none of it. */
static gboolean
is_variant (const Parser *self)
{
  if (!has_dose (self))
    return FALSE;
  for (guint i = self->sentence_start; i < self->sentence_end; i++)
    if (word_at (self, i) == FYS_WORD_VARIANT)
      return TRUE;
  return self->has_may && fys_range_is_stated (self->dosage.reps);
}

/* "En anden øvelse er …", "Another …" after a dosage: all that follows is about it. */
static gboolean
begins_other_exercise (const Parser *self)
{
  guint i = self->sentence_start;

  if (!has_dose (self))
    return FALSE;
  for (guint j = i; j < i + 2; j++)
    if (word_at (self, j) == FYS_WORD_OTHER_ONE)
      return !is_side_noun (self, j + 1);
  return FALSE;
}

/* "… eller hold i 30 sekunder", "… eller i tid (fx 1 minut)": another way to do the same. */
static gboolean
begins_alternative (const Parser *self,
                    guint         i)
{
  if (word_at (self, i) != FYS_WORD_OR)
    return FALSE;
  for (guint j = i + 1; j < i + 6; j++)
    if (is_number (self, j))
      return TRUE;
  return FALSE;
}

/* Within a sentence that has told its dosage, an alternative and another exercise's name begin what is no longer it. */
static gboolean
turns_to_other (const Parser *self,
                guint         i,
                gboolean      had_dose)
{
  if (!has_dose (self) || had_dose)
    return FALSE;
  return word_at (self, i) == FYS_WORD_EXERCISE || begins_alternative (self, i);
}

static guint
parse_sentence (Parser *self,
                guint   start)
{
  gboolean had_dose = has_dose (self);
  gboolean stays_other;
  guint    i = start;

  begin_sentence (self, start);
  if (self->is_strange)
    return self->sentence_end;
  stays_other = self->is_other || begins_other_exercise (self);
  self->is_other = stays_other || is_variant (self);
  while (i < self->sentence_end)
    {
      if (turns_to_other (self, i, had_dose))
        self->is_other = TRUE;
      i = is_number (self, i) ? parse_number (self, i) : parse_word (self, i);
    }
  self->is_other = stays_other;
  return self->sentence_end;
}

gboolean
fys_range_is_stated (FysRange self)
{
  return self.max > 0;
}

gboolean
fys_dosage_is_stated (const FysDosage *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return fys_range_is_stated (self->hold_s) || fys_range_is_stated (self->reps) || fys_range_is_stated (self->sets) ||
         fys_range_is_stated (self->rest_s) || fys_range_is_stated (self->frequency) || self->is_per_side;
}

gboolean
fys_dosage_parse (const char *text,
                  FysDosage  *out_dosage)
{
  g_autoptr (GArray) tokens = NULL;
  Parser             parser = { NULL };

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (out_dosage != NULL, FALSE);

  tokens = fys_dosage_lex (text);
  parser.tokens = (const FysToken *) (gpointer) tokens->data;
  parser.n = tokens->len;
  for (guint i = 0; i < parser.n;)
    i = parse_sentence (&parser, i);
  *out_dosage = parser.dosage;
  return fys_dosage_is_stated (out_dosage);
}
