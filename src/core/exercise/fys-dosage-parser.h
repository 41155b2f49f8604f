/* fys-dosage-parser.h - what the productions of fys-dosage.c have in common
 *
 * Private to src/core/exercise/fys-dosage*.c. A production is tried at token @i. It returns the end of what it has read, stated or not, and 0
 * when it does not begin there.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exercise/fys-dosage-lexer.h"
#include "core/exercise/fys-dosage.h"

G_BEGIN_DECLS

/* The lexer counts in thousandths. */
#define THOUSAND 1000

/* Words between a denial and the figure that it denies. */
#define DENIAL_REACH 12

/** FysDosageParser: the tokens of a text, the sentence that is being read, and what it has stated so far. */
typedef struct
{
  const FysToken *tokens;
  guint           n;
  guint           sentence_start; /* of the sentence that is being read */
  guint           sentence_end;
  gboolean        is_strange;     /* it is a question, or about ice, medicine or food */
  gboolean        is_other;       /* from here on it is about another exercise or variant: only a frequency still counts */
  gboolean        has_may;
  gboolean        has_can;
  gboolean        has_advice;
  gboolean        has_do;
  gboolean        has_breath;
  gboolean        has_to_and_fro; /* of the text so far: "frem og tilbage", "op og ned" */
  guint           first_set;      /* the first such words of the sentence; G_MAXUINT where there is none */
  guint           first_warm;
  guint           first_hold;
  guint           first_do;
  guint           first_not;
  FysDosage       dosage;
} FysDosageParser;

static inline const FysToken *
at (const FysDosageParser *self,
    guint                  i)
{
  static const FysToken nothing = { .kind = FYS_TOKEN_PUNCTUATION };

  /* Beyond a sentence there is nothing; an index below it has wrapped round. */
  return i >= self->sentence_start && i < self->sentence_end ? &self->tokens[i] : &nothing;
}

static inline FysWord
word_at (const FysDosageParser *self,
         guint                  i)
{
  const FysToken *token = at (self, i);

  return token->kind == FYS_TOKEN_WORD ? token->word : FYS_WORD_OTHER;
}

static inline gboolean
is_number (const FysDosageParser *self,
           guint                  i)
{
  return at (self, i)->kind == FYS_TOKEN_NUMBER;
}

static inline gboolean
is_mark (const FysDosageParser *self,
         guint                  i,
         gunichar               mark)
{
  return at (self, i)->kind == FYS_TOKEN_PUNCTUATION && at (self, i)->mark == mark;
}

/* A word that is neither known nor missing. */
static inline gboolean
is_plain_word (const FysDosageParser *self,
               guint                  i)
{
  return at (self, i)->kind == FYS_TOKEN_WORD && word_at (self, i) == FYS_WORD_OTHER;
}

static inline FysSlice
slice (const FysDosageParser *self,
       guint                  first,
       guint                  end)
{
  return (FysSlice){ self->tokens[first].start, self->tokens[end - 1].end };
}

/* A whole number, or a range of them, within bounds. */
static inline gboolean
get_count (const FysDosageParser *self,
           guint                  i,
           guint                  max_value,
           FysRange              *out_range)
{
  const FysToken *token = at (self, i);

  if (token->kind != FYS_TOKEN_NUMBER || token->min < THOUSAND || token->max > max_value * THOUSAND ||
      token->min % THOUSAND != 0 || token->max % THOUSAND != 0)
    return FALSE;
  *out_range = (FysRange){ token->min / THOUSAND, token->max / THOUSAND };
  return TRUE;
}

/* What looks like a figure of the exercise and cannot be one. */
static inline void
note_unread (FysDosageParser *self,
             guint            first,
             guint            end)
{
  if (self->dosage.unread_place.end == 0 && !self->is_other)
    self->dosage.unread_place = slice (self, first, end);
}

/* "Hold ikke strækket i mere end 30 sekunder": what stands at @i is denied by a word beside its verb, unless a comma parts them ("Hold ikke
 * vejret, men hold stillingen i 30 sekunder"). */
static inline gboolean
is_denied (const FysDosageParser *self,
           guint                  i)
{
  guint reach = i > self->sentence_start + DENIAL_REACH ? i - DENIAL_REACH : self->sentence_start;

  for (guint j = i; j-- > reach && at (self, j)->kind != FYS_TOKEN_PUNCTUATION;)
    if (word_at (self, j) == FYS_WORD_NOT)
      for (guint verb = j - 1; verb != j + 3; verb += 2)
        if (word_at (self, verb) == FYS_WORD_HOLD || word_at (self, verb) == FYS_WORD_REPEAT || word_at (self, verb) == FYS_WORD_DO)
          return TRUE;
  return FALSE;
}

static inline void
state (FysDosageParser *self,
       FysRange        *field,
       FysSlice        *place,
       FysRange         range,
       guint            first,
       guint            end)
{
  if (fys_range_is_stated (*field) || self->is_other || is_denied (self, first))
    return;
  *field = range;
  *place = slice (self, first, end);
}

static inline void
state_count (FysDosageParser *self,
             FysRange        *field,
             FysSlice        *place,
             guint            number,
             guint            max_value,
             guint            first,
             guint            end)
{
  FysRange range;

  if (get_count (self, number, max_value, &range))
    state (self, field, place, range, first, end);
  else
    note_unread (self, first, end);
}

static inline void
state_reps (FysDosageParser *self,
            guint            number,
            guint            first,
            guint            end)
{
  state_count (self, &self->dosage.reps, &self->dosage.reps_place, number, FYS_DOSAGE_MAX_REPS, first, end);
}

static inline void
state_sets (FysDosageParser *self,
            guint            number,
            guint            first,
            guint            end)
{
  state_count (self, &self->dosage.sets, &self->dosage.sets_place, number, FYS_DOSAGE_MAX_SETS, first, end);
}

static inline void
state_frequency (FysDosageParser *self,
                 FysRange         range,
                 FysPer           per,
                 guint            first,
                 guint            end)
{
  if (fys_range_is_stated (self->dosage.frequency))
    return;
  self->dosage.frequency = range;
  self->dosage.per = per;
  self->dosage.frequency_place = slice (self, first, end);
}

static inline gboolean
is_side_noun (const FysDosageParser *self,
              guint                  i)
{
  FysWord word = word_at (self, i);

  return word == FYS_WORD_SIDE || word == FYS_WORD_DIRECTION || word == FYS_WORD_LIMB;
}

/* fys-dosage-often.c: NUMBER [days] per day|week; "dagligt", "hver dag", "flere gange om dagen" */

/* Returns: the end of "om dagen", "dagligt", "per week", "i løbet af dagen" at @i, or @i if nothing of the kind stands there */
guint    fys_dosage_skip_period          (const FysDosageParser *self,
                                          guint                  i,
                                          FysPer                *out_per);
guint    fys_dosage_parse_often          (FysDosageParser       *self,
                                          guint                  i);
guint    fys_dosage_parse_often_in_words (FysDosageParser       *self,
                                          guint                  i);

/* fys-dosage-sides.c: "på hver side", "skift side", "gentag på venstre side" */

guint    fys_dosage_parse_sides          (FysDosageParser       *self,
                                          guint                  i);

/* fys-dosage-length.c: NUMBER second|minute */

/* A length in seconds at @i, also of two units ("1 minut og 30 sekunder", "30 sekunder til 1 minut"). Returns: the end, or 0 */
guint    fys_dosage_read_length          (const FysDosageParser *self,
                                          guint                  i,
                                          FysRange              *out_range_s);
/* Whether the length in [@i, @end) is one of rest: "60 sekunders pause", "hvil 1 minut", "30 sekunder mellem sættene". */
gboolean fys_dosage_is_rest              (const FysDosageParser *self,
                                          guint                  i,
                                          guint                  end);
guint    fys_dosage_parse_length         (FysDosageParser       *self,
                                          guint                  i);

/* fys-dosage-count.c: NUMBER set, NUMBER x NUMBER, NUMBER times, NUMBER repetitions */

guint    fys_dosage_parse_count          (FysDosageParser       *self,
                                          guint                  i);

G_END_DECLS
