/* fys-spoken.h - what a voice says during a session, in the language of the article
 *
 * Few words, in both languages at once, so that an article is spoken in its own language whatever the desktop's is. A test compares them
 * with the translation of the same words on the screen. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exercise/fys-session.h"

G_BEGIN_DECLS

typedef enum
{
  FYS_SPOKEN_GET_READY,
  FYS_SPOKEN_HOLD,
  FYS_SPOKEN_BEGIN,
  FYS_SPOKEN_REST,
  FYS_SPOKEN_SWITCH_SIDE,
  FYS_SPOKEN_LEFT_SIDE,
  FYS_SPOKEN_RIGHT_SIDE,
  FYS_SPOKEN_PAUSED,
  FYS_SPOKEN_FINISHED,
} FysSpokenWord;
#define FYS_N_SPOKEN_WORDS (FYS_SPOKEN_FINISHED + 1)

/* @language: as of fys_article_get_language(). Static. */
const char *fys_spoken_get_word      (FysSpokenWord  word,
                                      const char    *language);
/**
 * fys_spoken_dup_step:
 * @steps: all of the program
 * @name: (nullable): of the exercise when it begins with this step; said first
 *
 * The second repetition and those after it are their number, as one counts aloud.
 *
 * Returns: (transfer full): such as "Nerveglidning. Gør dig klar. Venstre side" */
char       *fys_spoken_dup_step      (const FysStep *steps,
                                      guint          index,
                                      const char    *name,
                                      const char    *language);
/* Roughly how long a voice needs for @text, rather too long than too short: until then nothing less important interrupts it.
 * Returns: microseconds */
gint64      fys_spoken_get_length_us (const char    *text);

G_END_DECLS
