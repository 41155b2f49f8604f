/* fys-dosage-length.c - how long a hold or a rest lasts
 *
 * The same words tell a hold, a rest, a breath, a tempo and a walk: those around them decide.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/exercise/fys-dosage-parser.h"

#define MINUTE_S   60
/* Nobody holds or rests for longer within an exercise; above it is a walk or an appointment. */
#define MAX_HOLD_S (60 * MINUTE_S)

/* NUMBER unit, also "1 minut og 30 sekunder" and "1 min. 30 sek.", but not "1 minut og 30 sekunders pause": two lengths, unless the first is one
 * of rest as well. Returns: the end, or 0 */
static guint
read_one_length (const FysDosageParser *self,
                 guint                  i,
                 FysRange              *out_range_s)
{
  const FysToken *number = at (self, i);
  FysWord         unit = word_at (self, i + 1);
  guint64         factor = unit == FYS_WORD_MINUTE ? MINUTE_S : 1;
  guint           j = word_at (self, i + 2) == FYS_WORD_AND ? i + 3 : i + 2;
  const FysToken *more = at (self, j);

  if (number->kind != FYS_TOKEN_NUMBER || (unit != FYS_WORD_SECOND && unit != FYS_WORD_MINUTE))
    return 0;
  out_range_s->min = (number->min * factor + THOUSAND / 2) / THOUSAND;
  out_range_s->max = (number->max * factor + THOUSAND / 2) / THOUSAND;
  if (unit != FYS_WORD_MINUTE || number->min != number->max || number->min == 0 || number->min % THOUSAND != 0 ||
      more->kind != FYS_TOKEN_NUMBER || more->min != more->max || more->min == 0 || more->max >= MINUTE_S * THOUSAND ||
      word_at (self, j + 1) != FYS_WORD_SECOND || (fys_dosage_is_rest (self, j, j + 2) && !fys_dosage_is_rest (self, i, i + 2)))
    return i + 2;
  out_range_s->min += (more->min + THOUSAND / 2) / THOUSAND;
  out_range_s->max = out_range_s->min;
  return j + 2;
}

/* A length in seconds at @i, also a range of two ("30 sekunder til 1 minut"). Returns: the end, or 0 */
guint
fys_dosage_read_length (const FysDosageParser *self,
                        guint                  i,
                        FysRange              *out_range_s)
{
  guint    end = read_one_length (self, i, out_range_s);
  guint    upper_end;
  FysRange upper;

  if (end == 0 || out_range_s->min != out_range_s->max ||
      !(is_mark (self, end, '-') || is_mark (self, end, 0x2013) || word_at (self, end) == FYS_WORD_TO_PREP))
    return end;
  upper_end = read_one_length (self, end + 1, &upper);
  if (upper_end == 0 || upper.min != upper.max || upper.max <= out_range_s->min)
    return end;
  out_range_s->max = upper.max;
  return upper_end;
}

/* "60 sekunders pause", "30 s off", "pause på 60–90 sekunder", "hvil 1 minut", "30 sekunder mellem sættene". */
gboolean
fys_dosage_is_rest (const FysDosageParser *self,
                    guint                  i,
                    guint                  end)
{
  for (guint j = end; j < end + 3; j++)
    {
      if (word_at (self, j) == FYS_WORD_REST)
        return TRUE;
      /* "hold i 30 sekunder og hvil" */
      if (at (self, j)->kind != FYS_TOKEN_WORD || word_at (self, j) == FYS_WORD_WITHOUT || word_at (self, j) == FYS_WORD_AND)
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
word_before (const FysDosageParser *self,
             guint                  i)
{
  guint j = i - 1;

  while (word_at (self, j) == FYS_WORD_FILLER)
    j--;
  return j;
}

/* "ind 4 sekunder", "pust ud i 6 sekunder", "hold vejret i 4 sekunder". */
static gboolean
is_breath (const FysDosageParser *self,
           guint                  i)
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
is_followed_wrongly (const FysDosageParser *self,
                     guint                  i,
                     guint                  end)
{
  FysPer per;

  if (at (self, end - 1)->is_genitive)
    return word_at (self, end) != FYS_WORD_HOLD && word_at (self, end) != FYS_WORD_SPAN &&
           self->first_set >= i;
  if (word_at (self, end) == FYS_WORD_AFTERWARDS || word_at (self, end) == FYS_WORD_OVER)
    return TRUE;
  /* Minutes a week are an amount of activity. */
  return fys_dosage_skip_period (self, end, &per) != end && per == FYS_PER_WEEK;
}

typedef enum
{
  LENGTH_HOLD,
  LENGTH_OTHER,   /* a breath, a tempo, a walk, a deadline */
  LENGTH_UNCLEAR,
} LengthKind;

static LengthKind
length_kind (const FysDosageParser *self,
             guint                  i,
             guint                  end)
{
  guint   before = word_before (self, i);
  FysWord word = word_at (self, before);

  if (is_breath (self, i) || is_followed_wrongly (self, i, end) || word == FYS_WORD_OVER || word == FYS_WORD_EACH ||
      word == FYS_WORD_EVERY || self->first_warm < i)
    return LENGTH_OTHER;
  /* "stræk på 30 sekunder" is a length, "sænk på 3 sekunder" a tempo. */
  if (word == FYS_WORD_ON_PREP)
    return word_at (self, before - 1) == FYS_WORD_SPAN || word_at (self, before - 1) == FYS_WORD_HOLD ||
               word_at (self, before - 1) == FYS_WORD_SET
             ? LENGTH_HOLD
             : LENGTH_OTHER;
  /* "inden for 30 minutter" */
  if (word == FYS_WORD_FOR)
    return word_at (self, before - 1) != FYS_WORD_OVER ? LENGTH_HOLD : LENGTH_OTHER;
  if (word == FYS_WORD_BY || word == FYS_WORD_HOLD || word == FYS_WORD_OF || word == FYS_WORD_TIMES)
    return LENGTH_HOLD;
  if (word_at (self, end) == FYS_WORD_HOLD || word_at (self, end) == FYS_WORD_ON || at (self, before)->kind == FYS_TOKEN_PUNCTUATION)
    return LENGTH_HOLD;
  return self->first_hold < i || self->first_do < i ? LENGTH_HOLD : LENGTH_UNCLEAR;
}

guint
fys_dosage_parse_length (FysDosageParser *self,
                         guint            i)
{
  FysRange   range;
  guint      end = fys_dosage_read_length (self, i, &range);
  gboolean   is_rest;
  LengthKind kind;

  if (end == 0)
    return word_at (self, i + 1) == FYS_WORD_HOUR ? i + 2 : 0;
  is_rest = fys_dosage_is_rest (self, i, end);
  kind = is_rest ? LENGTH_OTHER : length_kind (self, i, end);
  if (range.min == 0 || range.max > MAX_HOLD_S)
    {
      if (is_rest || kind == LENGTH_HOLD)
        note_unread (self, i, end);
      return end;
    }
  if (kind == LENGTH_UNCLEAR)
    note_unread (self, i, end);
  if (is_rest)
    state (self, &self->dosage.rest_s, &self->dosage.rest_place, range, i, end);
  else if (kind == LENGTH_HOLD)
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
