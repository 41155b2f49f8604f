/* fys-exercise-row.h - one exercise in a list, with a button that starts it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/exercise/fys-exercise.h"

G_BEGIN_DECLS

#define FYS_TYPE_EXERCISE_ROW (fys_exercise_row_get_type ())
/* Signal: start-clicked. Activating the row itself is up to its list. */
G_DECLARE_FINAL_TYPE (FysExerciseRow, fys_exercise_row, FYS, EXERCISE_ROW, AdwActionRow)

/* @index: of the exercise in its list */
GtkWidget *fys_exercise_row_new       (const FysExercise *exercise,
                                       guint              index);
guint      fys_exercise_row_get_index (FysExerciseRow    *self);

G_END_DECLS
