/* dosage-words.h - a dosage in a few letters, for tables of expected results
 *
 * h hold, r repetitions, s sets, p rest ("pause"), each in figures; "side"; d or w how often a day or a week: "h20-30 r3 side d2".
 * "" is nothing at all. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exercise/fys-dosage.h"

G_BEGIN_DECLS

/* Returns: (transfer full) */
char *dosage_dup_words (const FysDosage *dosage);

G_END_DECLS
