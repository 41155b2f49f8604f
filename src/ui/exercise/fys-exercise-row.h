/* fys-exercise-row.h - one exercise in a list, with a button that starts it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/exercise/fys-setup.h"

G_BEGIN_DECLS

#define FYS_TYPE_EXERCISE_ROW (fys_exercise_row_get_type ())
/* Signal: start-clicked. Activating the row itself is up to its list. */
G_DECLARE_FINAL_TYPE (FysExerciseRow, fys_exercise_row, FYS, EXERCISE_ROW, AdwActionRow)

/* @setup: of the article, only used during the call; @index: of the exercise in it */
GtkWidget *fys_exercise_row_new       (FysSetup       *setup,
                                       guint           index);
/* Tells what the user made of the exercise, below what the article says. */
void       fys_exercise_row_update    (FysExerciseRow *self,
                                       FysSetup       *setup);
guint      fys_exercise_row_get_index (FysExerciseRow *self);

G_END_DECLS
