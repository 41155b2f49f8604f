/* fys-dosage.c - how long, how often and how many times: what a text prescribes
 *
 * The tokens of fys-dosage-lexer are walked once. At a number one production after the other is tried:
 *
 *   length     NUMBER second|minute            hold, rest, or nothing: decided by the words around it
 *   sets       NUMBER set [of|x NUMBER]
 *   by         NUMBER x NUMBER|length          3 x 10; 2 x 30 seconds
 *   counted    NUMBER [adjective] repetitions
 *   times      NUMBER times                    repetitions, or a frequency when a day or a week follows
 *   often      NUMBER [days] per day|week
 *
 * and at the words "hver", "skift", "dagligt" … sides and frequencies. The first figure of each field wins; a text that goes on to
 * another exercise or to a variant for others adds nothing more. What is in doubt stays unstated.
 *
 * Here are the sentences; the productions are in fys-dosage-length.c, -count.c, -often.c and -sides.c.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/exercise/fys-dosage.h"

#include "core/exercise/fys-dosage-parser.h"

/* At a number one production after the other is tried. Returns: where to go on */
static guint
parse_number (FysDosageParser *self,
              guint            i)
{
  guint end;

  if (word_at (self, i - 1) == FYS_WORD_ORDINAL)
    return i + 1;
  end = fys_dosage_parse_length (self, i);
  if (end == 0)
    end = fys_dosage_parse_count (self, i);
  return end != 0 ? end : i + 1;
}

static guint
parse_word (FysDosageParser *self,
            guint            i)
{
  guint end;

  /* Most words mean nothing here. */
  if (word_at (self, i) == FYS_WORD_OTHER)
    return i + 1;
  end = fys_dosage_parse_often_in_words (self, i);
  if (end == 0)
    end = fys_dosage_parse_sides (self, i);
  return end != 0 ? end : i + 1;
}

static gboolean
has_dose (const FysDosageParser *self)
{
  return fys_range_is_stated (self->dosage.hold_s) || fys_range_is_stated (self->dosage.reps);
}

static void
note_first (FysDosageParser *self,
            guint            i)
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
begin_sentence (FysDosageParser *self,
                guint            start)
{
  guint end = start;

  while (end < self->n && self->tokens[end].sentence == self->tokens[start].sentence)
    end++;
  self->sentence_start = start;
  self->sentence_end = end;
  self->is_strange = self->has_may = self->has_can = self->has_advice = self->has_do = self->has_breath = FALSE;
  self->first_set = self->first_warm = self->first_hold = self->first_do = self->first_not = G_MAXUINT;
  for (guint i = start; i < end; i++)
    {
      FysWord word = word_at (self, i);

      note_first (self, i);
      self->has_to_and_fro |= word == FYS_WORD_BACK && word_at (self, i - 1) == FYS_WORD_AND && word_at (self, i - 2) == FYS_WORD_FORTH;
      self->is_strange |= word == FYS_WORD_STRANGE || is_mark (self, i, '?');
      self->has_may |= word == FYS_WORD_MAY;
      self->first_not = word == FYS_WORD_NOT ? MIN (self->first_not, i) : self->first_not;
      self->has_can |= word == FYS_WORD_CAN;
      self->has_advice |= word == FYS_WORD_ADVICE;
      self->has_do |= word == FYS_WORD_DO || word == FYS_WORD_REPEAT || word == FYS_WORD_HOLD;
      self->has_breath |= word == FYS_WORD_BREATH;
    }
}

/* Whether the sentence is for someone else or for another day: "Begyndere kan …", "Hvis du bruger øvelsen som …". What is said of the
 * hold before the repetitions are told ("når du mærker et stræk, hold …") is none of it. */
static gboolean
is_variant (const FysDosageParser *self)
{
  if (!has_dose (self))
    return FALSE;
  for (guint i = self->sentence_start; i < self->sentence_end; i++)
    if (word_at (self, i) == FYS_WORD_VARIANT)
      return TRUE;
  return (self->has_may || self->has_can || self->first_not != G_MAXUINT) && fys_range_is_stated (self->dosage.reps);
}

/* "En anden øvelse er …", "Another …" after a dosage: all that follows is about it. */
static gboolean
begins_other_exercise (const FysDosageParser *self)
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
begins_alternative (const FysDosageParser *self,
                    guint                  i)
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
turns_to_other (const FysDosageParser *self,
                guint                  i,
                gboolean               had_dose)
{
  if (!has_dose (self) || had_dose)
    return FALSE;
  return word_at (self, i) == FYS_WORD_EXERCISE || begins_alternative (self, i);
}

static guint
parse_sentence (FysDosageParser *self,
                guint            start)
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
  FysTokens       tokens;
  FysDosageParser parser = { NULL };

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (out_dosage != NULL, FALSE);

  fys_tokens_init (&tokens, text);
  parser.tokens = tokens.tokens;
  parser.n = tokens.n;
  for (guint i = 0; i < parser.n;)
    i = parse_sentence (&parser, i);
  fys_tokens_clear (&tokens);
  *out_dosage = parser.dosage;
  return fys_dosage_is_stated (out_dosage);
}
