/* fys-exercise-finder.h - which parts of an article are exercises; for fys-exercise.c only
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exercise/fys-exercise.h"

G_BEGIN_DECLS

/* Appends to @exercises (element-type FysExercise), in order; their strings are put into @strings, and findings for the author into
 * @diagnostics (element-type FysDiagnostic). Linear in the article. */
void fys_exercise_finder_run (FysArticle   *article,
                              GStringChunk *strings,
                              GArray       *exercises,
                              GPtrArray    *diagnostics);

G_END_DECLS
