/* fys-question-list.h - the questions of the library, loaded a stretch at a time
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/library/fys-library.h"

G_BEGIN_DECLS

/* So many are asked for at a time. */
#define FYS_QUESTION_LIST_STRETCH 100

#define FYS_TYPE_QUESTION_LIST (fys_question_list_get_type ())
/* What was loaded for another filter stays until the new answer is there. When the library changes, what was loaded is loaded again.
 * Signals: leaving (): those that were loaded are about to be replaced. reset (gboolean is_filter_same): others than before, or the same ones anew.
 * added (guint n): more after those that were there.
 * failed (char *message): translated; what was there stays. */
G_DECLARE_FINAL_TYPE (FysQuestionList, fys_question_list, FYS, QUESTION_LIST, GObject)

/* Loads nothing yet. Returns: (transfer full) */
FysQuestionList *fys_question_list_new         (FysLibrary      *library);
/* Those that answer to @filter, "" for all; loads the first of them. */
void             fys_question_list_set_filter  (FysQuestionList *self,
                                                const char      *filter);
/* Of what is loaded now; "" at first. */
const char      *fys_question_list_get_filter  (FysQuestionList *self);
/* Loads more, unless that is under way or there are none. */
void             fys_question_list_load_more   (FysQuestionList *self);
guint            fys_question_list_get_n       (FysQuestionList *self);
/* Returns: (transfer none): valid until the next reset */
const FysHit    *fys_question_list_get         (FysQuestionList *self,
                                                guint            index);
/* Whether the first answer was there. */
gboolean         fys_question_list_is_loaded   (FysQuestionList *self);
/* Whether there are no more than what is loaded. */
gboolean         fys_question_list_is_complete (FysQuestionList *self);

G_END_DECLS
