/* fys-exercise-pane-private.h - what the tests of the pane see of it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fys-exercise-pane.h"
#include "fys-session-runner.h"

G_BEGIN_DECLS

/* For sessions that start from now on. @clock: (nullable): %NULL for the machine's. */
void              fys_exercise_pane_set_clock  (FysExercisePane *self,
                                                FysClockFunc     clock,
                                                gpointer         clock_data);
/* Returns: (transfer none) (nullable): of the session that is active, or of the last one while its result is shown */
FysSessionRunner *fys_exercise_pane_get_runner (FysExercisePane *self);
/* Returns: (transfer none): the page that is shown */
GtkWidget        *fys_exercise_pane_get_page   (FysExercisePane *self);

G_END_DECLS
