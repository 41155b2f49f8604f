/* fys-dosage-sides.c - whether an exercise is done on each side
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/exercise/fys-dosage-parser.h"

/* "på hver side af kroppen", but "på hver side med en pause": of what the side is one. */
static gboolean
is_of (const FysDosageParser *self,
       guint                  i)
{
  return word_at (self, i) == FYS_WORD_OF && at (self, i)->end - at (self, i)->start == strlen ("af");
}

/* "frem og tilbage … 10 gange i hver retning": directions that are no sides. */
static gboolean
is_direction (const FysDosageParser *self,
              guint                  i)
{
  return word_at (self, i) == FYS_WORD_DIRECTION && self->has_to_and_fro;
}

static void
state_side (FysDosageParser *self,
            guint            first,
            guint            end)
{
  if (self->dosage.is_per_side || self->is_other)
    return;
  self->dosage.is_per_side = TRUE;
  self->dosage.side_place = slice (self, first, end);
}

static gboolean
sentence_prescribes (const FysDosageParser *self)
{
  for (guint i = self->sentence_start; i < self->sentence_end; i++)
    if (is_number (self, i) || word_at (self, i) == FYS_WORD_REPEAT || word_at (self, i) == FYS_WORD_REP)
      return TRUE;
  return FALSE;
}

/* "på hver side", "pr. ben", "on each side", "til begge sider". */
static guint
parse_each_side (FysDosageParser *self,
                 guint            i)
{
  FysWord  word = word_at (self, i);
  FysWord  before = word_at (self, i - 1);
  gboolean is_limb = word_at (self, i + 1) == FYS_WORD_LIMB;

  if ((word != FYS_WORD_EACH && word != FYS_WORD_PER && word != FYS_WORD_BOTH) || !is_side_noun (self, i + 1) ||
      is_direction (self, i + 1))
    return 0;
  /* "på hver side af kroppen", "håndtagene i begge sider" tell where something is. */
  if (word_at (self, i + 1) == FYS_WORD_SIDE &&
      (is_of (self, i + 2) || (word == FYS_WORD_BOTH && before == FYS_WORD_FOR && !sentence_prescribes (self))))
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

/* "skift hurtigt ben", "fortsæt med at skifte ben": the sides take turns all the time, as in "skiftevis". */
static gboolean
takes_turns (const FysDosageParser *self,
             guint                  i)
{
  if (word_at (self, i + 1) == FYS_WORD_GO_ON)
    return TRUE;
  for (guint j = i - 1; j + 4 >= i && j < self->sentence_end; j--)
    if (word_at (self, j) == FYS_WORD_GO_ON)
      return TRUE;
  return FALSE;
}

/* "skift (derefter til den anden) side". */
static guint
parse_switch_side (FysDosageParser *self,
                   guint            i)
{
  guint limit = MIN (i + 6, self->sentence_end);

  if (word_at (self, i) != FYS_WORD_SWITCH || takes_turns (self, i))
    return 0;
  for (guint j = i + 1; j < limit; j++)
    {
      if (!is_side_noun (self, j))
        continue;
      /* "skift ben for hver gentagelse" alternates. */
      if (word_at (self, j + 1) == FYS_WORD_FOR && word_at (self, j + 2) == FYS_WORD_EACH)
        return 0;
      if (word_at (self, j) == FYS_WORD_DIRECTION || (word_at (self, j) == FYS_WORD_SIDE && at (self, j)->end - at (self, j)->start > 5))
        return 0; /* "skift retning" is another circle of the same arm */
      state_side (self, i, j + 1);
      return j + 1;
    }
  return 0;
}

/* "gentag til (den) modsatte side", "gentag på venstre side", "repeat on the other side". */
static guint
parse_repeat_side (FysDosageParser *self,
                   guint            i)
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

guint
fys_dosage_parse_sides (FysDosageParser *self,
                        guint            i)
{
  static guint (*const productions[]) (FysDosageParser *, guint) = { parse_each_side, parse_switch_side, parse_repeat_side };
  guint        end = 0;

  for (guint k = 0; k < G_N_ELEMENTS (productions) && end == 0; k++)
    end = productions[k](self, i);
  return end;
}
