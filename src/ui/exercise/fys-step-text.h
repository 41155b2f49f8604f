/* fys-step-text.h - what a step of a session is called
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exercise/fys-program.h"

G_BEGIN_DECLS

/* "Hold", "Rest", "Get Ready" …: translated, static. */
const char *fys_step_get_word     (const FysStep *self);
/* "Left side", "Right side", or "" without sides: translated, static. */
const char *fys_side_get_word     (FysSide        side);
/* "Repetition 2 of 3 · Set 1 of 2"; "" when neither applies. Returns: (transfer full) */
char       *fys_step_dup_counts   (const FysStep *self);
/**
 * fys_step_dup_next:
 * @steps: all of the program
 * @exercise_name: (nullable): of the step that is next, when it belongs to another exercise
 *
 * Returns: (transfer full): "Next: Rest, 10 s", or that it is the last step */
char       *fys_step_dup_next     (const FysStep *next,
                                   const char    *exercise_name);
/* A whole sentence for a screen reader: the word, the length, the side and the counts.
 * @exercise_name: (nullable): said first. Returns: (transfer full) */
char       *fys_step_dup_spoken   (const FysStep *self,
                                   const char    *exercise_name);

/* "45 s", "2 min", "2 min 30 s", rounded up to a second. Returns: (transfer full) */
char       *fys_length_dup_text   (gint64         length_us);
/* "45 seconds", "2 minutes", "2 minutes 30 seconds". Returns: (transfer full) */
char       *fys_length_dup_spoken (gint64         length_us);
/* What a clock shows: "45", "1:05". Returns: (transfer full) */
char       *fys_length_dup_figure (gint64         length_us);
/* "20–30" or "30"; "" when nothing is stated. Returns: (transfer full) */
char       *fys_range_dup_text    (FysRange       self);

G_END_DECLS
