/* fys-exercise-finder.h - which parts of an article are exercises; for fys-exercise.c only
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exercise/fys-exercise.h"

G_BEGIN_DECLS

/* Appends to @exercises (element-type FysExercise), in reading order; their strings are put into @strings. Linear in the article. */
void fys_exercise_finder_run (FysArticle   *article,
                              GStringChunk *strings,
                              GArray       *exercises);

G_END_DECLS
