/* fys-plan-text.h - the figures of an exercise, and where they come from, in words
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exercise/fys-program.h"

G_BEGIN_DECLS

/* In the words in which the article's own dosage is told: "Hold 25 s · 3 times · each side". Returns: (transfer full) */
char *fys_plan_dup_summary      (const FysPlan *self);
/* "4 min", or "2 min, and the repetitions at your own pace". Returns: (transfer full) */
char *fys_program_dup_time_text (FysProgram    *program);

typedef enum
{
  FYS_UNIT_SECONDS,
  FYS_UNIT_TIMES,
} FysUnit;

/**
 * fys_origin_dup_text:
 * @stated: what the article says, unstated when it says nothing
 * @suggestion: the figure before the user changed it
 *
 * Where @value comes from: the article, us, or the user. Never lets a figure of ours pass for the article's.
 *
 * Returns: (transfer full): such as "The article: 20–30 seconds" or "Not stated in the article – our suggestion" */
char *fys_origin_dup_text       (FysRange       stated,
                                 FysUnit        unit,
                                 guint          suggestion,
                                 guint          value);

G_END_DECLS
