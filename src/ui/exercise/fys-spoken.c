/* fys-spoken.c - what a voice says during a session, in the language of the article
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-spoken.h"

/* A calm voice says some fourteen letters a second, after it has drawn breath. */
#define LETTER_US (70 * G_TIME_SPAN_MILLISECOND)
#define BREATH_US (400 * G_TIME_SPAN_MILLISECOND)

typedef struct
{
  const char *danish;
  const char *english;
} Word;

static const Word words[] = {
  [FYS_SPOKEN_GET_READY] = { "Gør dig klar", "Get ready" },
  [FYS_SPOKEN_HOLD] = { "Hold", "Hold" },
  [FYS_SPOKEN_BEGIN] = { "Begynd", "Begin" },
  [FYS_SPOKEN_REST] = { "Hvil", "Rest" },
  [FYS_SPOKEN_SWITCH_SIDE] = { "Skift side", "Switch side" },
  [FYS_SPOKEN_LEFT_SIDE] = { "Venstre side", "Left side" },
  [FYS_SPOKEN_RIGHT_SIDE] = { "Højre side", "Right side" },
  [FYS_SPOKEN_PAUSED] = { "På pause", "Paused" },
  [FYS_SPOKEN_FINISHED] = { "Færdig", "Finished" },
};
G_STATIC_ASSERT (G_N_ELEMENTS (words) == FYS_N_SPOKEN_WORDS);

const char *
fys_spoken_get_word (FysSpokenWord word,
                     const char   *language)
{
  g_return_val_if_fail (word < FYS_N_SPOKEN_WORDS, "");
  return g_strcmp0 (language, "en") == 0 ? words[word].english : words[word].danish;
}

static void
append (GString    *text,
        const char *part)
{
  if (text->len > 0)
    g_string_append (text, ". ");
  g_string_append (text, part);
}

static gboolean
is_work (const FysStep *step)
{
  return step->kind == FYS_STEP_HOLD || step->kind == FYS_STEP_REPETITION;
}

/* A side is said where it is new: before the work that it belongs to, and not again with every hold on it. */
static void
append_side (GString       *text,
             const FysStep *steps,
             guint          index,
             const char    *language)
{
  gboolean is_known = index > 0 && steps[index - 1].side == steps[index].side && steps[index - 1].exercise == steps[index].exercise;

  if (steps[index].side == FYS_SIDE_NONE || is_known)
    return;
  append (text, fys_spoken_get_word (steps[index].side == FYS_SIDE_LEFT ? FYS_SPOKEN_LEFT_SIDE : FYS_SPOKEN_RIGHT_SIDE, language));
}

static void
append_repetition (GString       *text,
                   const FysStep *step,
                   const char    *language)
{
  g_autofree char *number = g_strdup_printf ("%u", step->rep);

  append (text, step->rep > 1 ? number : fys_spoken_get_word (FYS_SPOKEN_BEGIN, language));
}

static void
append_kind (GString       *text,
             const FysStep *step,
             const char    *language)
{
  switch (step->kind)
    {
    case FYS_STEP_PREPARE:
      append (text, fys_spoken_get_word (FYS_SPOKEN_GET_READY, language));
      break;
    case FYS_STEP_HOLD:
      append (text, fys_spoken_get_word (FYS_SPOKEN_HOLD, language));
      break;
    case FYS_STEP_REPETITION:
      append_repetition (text, step, language);
      break;
    case FYS_STEP_REST:
      append (text, fys_spoken_get_word (FYS_SPOKEN_REST, language));
      break;
    case FYS_STEP_SWITCH_SIDE:
      append (text, fys_spoken_get_word (FYS_SPOKEN_SWITCH_SIDE, language));
      break;
    default:
      g_return_if_reached ();
    }
}

char *
fys_spoken_dup_step (const FysStep *steps,
                     guint          index,
                     const char    *name,
                     const char    *language)
{
  GString *text;

  g_return_val_if_fail (steps != NULL, NULL);

  text = g_string_new (name);
  if (is_work (&steps[index]))
    append_side (text, steps, index, language);
  append_kind (text, &steps[index], language);
  if (!is_work (&steps[index]))
    append_side (text, steps, index, language);
  return g_string_free (text, FALSE);
}

gint64
fys_spoken_get_length_us (const char *text)
{
  g_return_val_if_fail (text != NULL, 0);
  return BREATH_US + LETTER_US * g_utf8_strlen (text, -1);
}
