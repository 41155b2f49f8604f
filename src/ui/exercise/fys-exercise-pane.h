/* fys-exercise-pane.h - the list of an article's exercises, and the one being done
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/exercise/fys-choices.h"
#include "core/journal/fys-journal.h"
#include "ui/exercise/fys-media-command.h"
#include "ui/exercise/fys-session-runner.h"
#include "ui/reminder/fys-reminders.h"
#include "ui/window/fys-document.h"

G_BEGIN_DECLS

#define FYS_TYPE_EXERCISE_PANE (fys_exercise_pane_get_type ())
/* Properties: document (FysDocument), has-exercises (gboolean, read only: else there is nothing to show the pane for), is-session-active (gboolean, read only: a session is running or paused), is-counting (gboolean, read only:
 * it runs, so the screen must stay awake).
 * Signals: exercise-shown (guint exercise): the user wants to see it in the text; close-requested;
 * journal-failed (const char *text): what a session that is no longer shown came to could not be kept; the text says why.
 * Actions: session.pause (pauses and resumes), session.done, session.skip, session.back, session.stop, session.show-warning,
 * session.main (what Space does in the whole window: counts a repetition where one is counted, else pauses and resumes). */
G_DECLARE_FINAL_TYPE (FysExercisePane, fys_exercise_pane, FYS, EXERCISE_PANE, GtkWidget)

GtkWidget *fys_exercise_pane_new               (void);
/* @choices: (nullable): where what the user chooses is kept; %NULL keeps it only as long as the document is shown */
void       fys_exercise_pane_set_choices       (FysExercisePane *self,
                                                FysChoices      *choices);
/* (nullable): %NULL for the defaults. Changes take effect in a session that runs. */
void       fys_exercise_pane_set_settings      (FysExercisePane *self,
                                                GSettings       *settings);
/* (nullable). Must not be called while a session is active: the window asks first. */
void       fys_exercise_pane_set_document      (FysExercisePane *self,
                                                FysDocument     *document);
/* Offers to be reminded of the exercises. @reminders: (nullable) */
void       fys_exercise_pane_set_reminders     (FysExercisePane *self,
                                                FysReminders    *reminders);
/* Shows the start page of an exercise (with the article's warning first, the first time for this article). */
void       fys_exercise_pane_open_exercise     (FysExercisePane *self,
                                                guint            exercise);
gboolean   fys_exercise_pane_is_session_active (FysExercisePane *self);
/* What is done is kept in @journal, and the pain before and after is asked for, as far as @settings say so.
 * @journal: (nullable): %NULL keeps and asks nothing; @settings: (nullable): %NULL keeps and asks everything */
void       fys_exercise_pane_set_journal       (FysExercisePane *self,
                                                FysJournal      *journal,
                                                GSettings       *settings);
/* Returns: (transfer none) (nullable): of the session that is active, or of the last one while its result is shown */
FysSessionRunner *fys_exercise_pane_get_runner (FysExercisePane *self);
/* What a key or the desktop asks of the session that is active; without one it does nothing. */
void       fys_exercise_pane_command           (FysExercisePane *self,
                                                FysMediaCommand  command);
/* Ends the session without asking. */
void       fys_exercise_pane_stop              (FysExercisePane *self);

G_END_DECLS
