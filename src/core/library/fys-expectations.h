/* fys-expectations.h - what readers look for in an article and do not find
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exercise/fys-exercise.h"

G_BEGIN_DECLS

/**
 * fys_expectations_check:
 * @exercises: of @article
 * @findings: (element-type FysDiagnostic): gets what is found; not sorted
 *
 * When to seek help, where symptoms or exercises are told of; how old the advice is; and what a list can show below the title. Any thread. */
void fys_expectations_check (FysArticle      *article,
                             FysExerciseList *exercises,
                             GPtrArray       *findings);

G_END_DECLS
