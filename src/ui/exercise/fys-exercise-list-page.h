/* fys-exercise-list-page.h - the exercises of an article, to look at and to start
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/exercise/fys-exercise.h"

G_BEGIN_DECLS

#define FYS_TYPE_EXERCISE_LIST_PAGE (fys_exercise_list_page_get_type ())
/* Signals: shown (guint exercise): a row was activated; start-clicked (guint exercise); program-clicked. */
G_DECLARE_FINAL_TYPE (FysExerciseListPage, fys_exercise_list_page, FYS, EXERCISE_LIST_PAGE, GtkWidget)

/* @exercises: (nullable): only used during the call */
void fys_exercise_list_page_set_exercises (FysExerciseListPage *self,
                                           FysExerciseList     *exercises);
void fys_exercise_list_page_focus_row     (FysExerciseListPage *self,
                                           guint                exercise);

G_END_DECLS
