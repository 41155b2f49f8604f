/* fys-exercise-pane-private.h - what the files of the exercise pane share, and what its tests see of it
 *
 *   fys-exercise-pane.c          the document, the pages and the ways between them
 *   fys-exercise-pane-session.c  the session: its start, its sounds, its actions, its end
 *   fys-exercise-pane-setup.c    what the user has made of the exercises, and what is kept of it
 *   fys-exercise-pane-journal.c  the journal: what is asked about a session, and kept of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fys-exercise-pane.h"

#include "fys-cues.h"
#include "fys-done-page.h"
#include "fys-exercise-list-page.h"
#include "fys-plan-page.h"
#include "fys-player-page.h"
#include "fys-program-page.h"
#include "fys-session-runner.h"
#include "fys-warning-page.h"
#include "ui/journal/fys-record.h"

G_BEGIN_DECLS

/* What the user is on the way to start. */
typedef enum
{
  FYS_AIM_EXERCISE,
  FYS_AIM_PROGRAM,
} FysAim;

/* Where the warning and the plan lead when they are confirmed, and a session when it ends. */
typedef enum
{
  FYS_THEN_AIM,  /* on to the page that starts what was aimed at */
  FYS_THEN_BACK, /* to the page that one came from */
  FYS_THEN_LIST,
  FYS_THEN_RESULT,
} FysThen;

struct _FysExercisePane
{
  GtkWidget parent_instance;

  /* Template children */
  AdwWindowTitle      *title;
  GtkWidget           *back_button;
  GtkWidget           *stop_button;
  AdwHeaderBar        *header_bar;
  GtkWidget           *fill_button;
  GtkWidget           *close_button;
  GtkStack            *stack;
  FysExerciseListPage *list_page;

  /* Children that are added when an exercise is opened for the first time: a reader who never does need not wait for them */
  FysWarningPage *warning_page;
  FysPlanPage    *plan_page;
  FysProgramPage *program_page;
  FysPlayerPage  *player_page;
  FysDonePage    *done_page;

  /* Owned */
  FysDocument      *document;
  FysSetup         *setup;       /* of the document's exercises */
  FysChoices       *choices;     /* (nullable): %NULL keeps none */
  guint            *in_session;  /* the exercises of the session, as its runner counts them */
  FysReminders     *reminders;   /* (nullable) */
  FysSessionRunner *runner;
  FysCues          *cues;
  FysJournal       *journal;          /* (nullable) */
  GSettings        *journal_settings; /* (nullable) */
  FysRecord        *record;           /* (nullable): of the session whose result is shown, or was last */
  GPtrArray        *unsaved;          /* (element-type FysRecord): older ones that failed; they are tried again with the next */

  GtkWidget *focus_before_warning; /* weak (nullable) */

  /* Borrowed */
  GtkWidget *page_before_warning;

  FysClockFunc clock;
  gpointer     clock_data;
  guint        n_exercises;
  guint        n_in_session;
  guint        exercise; /* the one that is aimed at, or whose plan is shown */
  FysAim       aim;
  FysThen      after_warning;
  FysThen      after_session;
  gboolean     prefers_window; /* a session fills the window when it can */
  gboolean     fills_window;
  int          pain_before;   /* of the session that is prepared or done */
  gboolean     is_pain_spent; /* a session has begun with it, and it may be another now */
};

/* Whether @page, a widget or %NULL for one that was never made, is the one that is shown. */
gboolean           fys_exercise_pane_is_page                 (FysExercisePane *self,
                                                              gpointer         page);
/* A page that had the focus loses it to none; the caller knows where it should go. */
void               fys_exercise_pane_show_page               (FysExercisePane *self,
                                                              gpointer         page);
/* The focus goes to the exercise that was left, if the pane had it. */
void               fys_exercise_pane_show_list               (FysExercisePane *self);
/* The page that starts what was aimed at; its button gets the focus. */
void               fys_exercise_pane_show_aim                (FysExercisePane *self);
/* Returns: (transfer none) */
const FysExercise *fys_exercise_pane_get_exercise            (FysExercisePane *self,
                                                              guint            exercise);
/* Which actions are of use now. */
void               fys_exercise_pane_update_actions          (FysExercisePane *self);

/* Makes a setup of the document's exercises, with what was kept of them. */
void               fys_exercise_pane_renew_setup             (FysExercisePane *self);
/* Keeps what is being done now for the next time. */
void               fys_exercise_pane_remember                (FysExercisePane *self);

/* Starts what was aimed at, and shows the player. */
void               fys_exercise_pane_start_session           (FysExercisePane *self);
/* Whether a session runs and is not paused. */
gboolean           fys_exercise_pane_is_counting             (FysExercisePane *self);
/* Forgets the session, be it over or not. */
void               fys_exercise_pane_drop_runner             (FysExercisePane *self);
/* Whether the page that is shown now wants the whole window. */
gboolean           fys_exercise_pane_is_session_page         (FysExercisePane *self);
void               fys_exercise_pane_init_journal            (FysExercisePane *self);
void               fys_exercise_pane_dispose_journal         (FysExercisePane *self);
/* Shows the question for the pain before, if it is to be asked, with what was answered so far. */
void               fys_exercise_pane_ask_before              (FysExercisePane *self,
                                                              FysPainScale    *scale);
/* Another session is prepared or begins: what was answered after the last one, if its result is still shown, is how it is now; else nobody knows.
 * An answer that no session began with holds. */
void               fys_exercise_pane_carry_pain              (FysExercisePane *self);
/* Another article is about another pain. */
void               fys_exercise_pane_forget_pain             (FysExercisePane *self);
/* Keeps what was done in the session that is over, and asks about it on the page of its result. */
void               fys_exercise_pane_keep_session            (FysExercisePane *self);
/* What was written there is saved without waiting. */
void               fys_exercise_pane_leave_result            (FysExercisePane *self);

/* For class_init: session.pause, main, done, skip, back and stop. */
void               fys_exercise_pane_install_session_actions (GtkWidgetClass  *widget_class);

/* For sessions that start from now on. @clock: (nullable): %NULL for the machine's. */
void              fys_exercise_pane_set_clock  (FysExercisePane *self,
                                                FysClockFunc     clock,
                                                gpointer         clock_data);
/* Returns: (transfer none): the page that is shown */
GtkWidget        *fys_exercise_pane_get_page   (FysExercisePane *self);

G_END_DECLS
