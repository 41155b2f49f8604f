/* fys-window.h - a window that shows an article, its contents and its exercises
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/exercise/fys-choices.h"
#include "core/journal/fys-journal.h"
#include "core/library/fys-library.h"
#include "core/reading/fys-reading.h"
#include "ui/exercise/fys-media-command.h"
#include "ui/exercise/fys-session-runner.h"
#include "ui/reminder/fys-reminders.h"
#include "ui/window/fys-document.h"

G_BEGIN_DECLS

#define FYS_TYPE_WINDOW (fys_window_get_type ())
/* Property: document (FysDocument, nullable, read only): the article that is shown.
 * Signals: session-changed (): a session began or is over. create-window (): returns a new FysWindow (transfer none) for something to be opened
 * beside this one, not shown yet; without a handler it is opened here.
 * Actions: see the table in fys-window-actions.c. */
G_DECLARE_FINAL_TYPE (FysWindow, fys_window, FYS, WINDOW, AdwApplicationWindow)

/* @application: (nullable): none in a test. @settings: (nullable): what is kept; %NULL keeps nothing. */
FysWindow   *fys_window_new                 (GtkApplication      *application,
                                             GSettings           *settings);
/* @choices: (nullable): where the user's choices for exercises are kept; %NULL keeps none */
void         fys_window_set_choices         (FysWindow           *self,
                                             FysChoices          *choices);
/* (nullable): where the exercises that are done here are kept; %NULL, as at first, keeps nothing. */
void         fys_window_set_journal         (FysWindow           *self,
                                             FysJournal          *journal);
/* Lets the user be reminded of exercises. Before anything is opened. @reminders: (nullable) */
void         fys_window_set_reminders       (FysWindow           *self,
                                             FysReminders        *reminders);
/* (nullable): the articles at hand; %NULL, as at first: the window has no library. Before anything is shown. */
void         fys_window_set_library         (FysWindow           *self,
                                             FysLibrary          *library);
/* (nullable): what the user read and marked; %NULL, as at first: nothing of it is kept. Before anything is shown. */
void         fys_window_set_reading         (FysWindow           *self,
                                             FysReading          *reading);
/**
 * fys_window_open:
 * @file: an article
 * @fragment: (nullable): the section to begin at
 *
 * Loads and shows it; until then the window shows what it showed. While an exercise runs it asks first. What goes wrong is told in the
 * window. */
void         fys_window_open                (FysWindow           *self,
                                             GFile               *file,
                                             const char          *fragment);
/* The same in a window of its own. @file: (nullable): %NULL for the start page */
void         fys_window_open_beside         (FysWindow           *self,
                                             GFile               *file,
                                             const char          *fragment);
/* Shows the start page. While an exercise runs it asks first. */
void         fys_window_go_start            (FysWindow           *self);
/* Shows a list of articles of the library; see fys-library-scope.h for @scope. While an exercise runs it asks first. */
void         fys_window_go_list             (FysWindow           *self,
                                             const char          *scope);
/* Shows the search. @text: (nullable): what was typed elsewhere; %NULL leaves what was searched for last, selected. While an exercise runs it asks
 * first. */
void         fys_window_go_search           (FysWindow           *self,
                                             const char          *text);
/* Shows all questions of the library. While an exercise runs it asks first. */
void         fys_window_go_questions        (FysWindow           *self);
/* Shows the pane with the exercises, once the article that is being loaded is there. */
void         fys_window_show_exercises      (FysWindow           *self);
/* (nullable): the file that is shown or being loaded */
GFile       *fys_window_get_file            (FysWindow           *self);
FysDocument *fys_window_get_document        (FysWindow           *self);
/* Whether what is shown now is an article, and not a page of the library. */
gboolean     fys_window_shows_article       (FysWindow           *self);
gboolean     fys_window_is_session_active   (FysWindow           *self);
/* Returns: (transfer none) (nullable): the session that is active, or the last one while its result is shown */
FysSessionRunner *fys_window_get_session    (FysWindow           *self);
/* What a key or the desktop asks of the session that is active; without one it does nothing. */
void         fys_window_command_session     (FysWindow           *self,
                                             FysMediaCommand      command);
/**
 * fys_window_ask_to_leave_async:
 *
 * While an exercise runs, asks whether to stop it, and stops it when the answer is yes. Else the answer is yes at once. */
void         fys_window_ask_to_leave_async  (FysWindow           *self,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
/* Returns: whether the exercise may be left */
gboolean     fys_window_ask_to_leave_finish (FysWindow           *self,
                                             GAsyncResult        *result);

G_END_DECLS
