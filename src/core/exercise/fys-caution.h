/* fys-caution.h - where an article says when to stop
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exercise/fys-exercise.h"

G_BEGIN_DECLS

/**
 * fys_caution_dup_text:
 * @exercises: (nullable): of @article
 *
 * Looks in the sections that hold exercises, those around them, and the urgent ones, for a sentence that tells the reader to stop
 * when it hurts or gets worse, Danish or English. A sentence elsewhere is about something else, such as a medicine. Any thread.
 *
 * Returns: (transfer full) (nullable): the first such sentence, as the article has it */
char *fys_caution_dup_text (FysArticle      *article,
                            FysExerciseList *exercises);

G_END_DECLS
