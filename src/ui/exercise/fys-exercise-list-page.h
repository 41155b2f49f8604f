/* fys-exercise-list-page.h - the exercises of an article, to look at and to start
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/exercise/fys-setup.h"
#include "ui/reminder/fys-reminder-button.h"

G_BEGIN_DECLS

#define FYS_TYPE_EXERCISE_LIST_PAGE (fys_exercise_list_page_get_type ())
/* Signals: shown (guint exercise): a row was activated; start-clicked (guint exercise); program-clicked. */
G_DECLARE_FINAL_TYPE (FysExerciseListPage, fys_exercise_list_page, FYS, EXERCISE_LIST_PAGE, GtkWidget)

/* @setup: (nullable): of the article whose exercises these are; borrowed until another one is set */
void fys_exercise_list_page_set_setup     (FysExerciseListPage *self,
                                           FysSetup            *setup);
/* The setup was changed, or an exercise was done. */
void fys_exercise_list_page_update        (FysExerciseListPage *self);
void fys_exercise_list_page_focus_row     (FysExerciseListPage *self,
                                           guint                exercise);
/* Returns: (transfer none) */
FysReminderButton *fys_exercise_list_page_get_reminder_button (FysExerciseListPage *self);

G_END_DECLS
