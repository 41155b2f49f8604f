/* fys-plan-text.c - the figures of an exercise, and where they come from, in words
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-plan-text.h"

#include <glib/gi18n.h>

#include "fys-step-text.h"

#define MINUTE_S 60

char *
fys_plan_dup_summary (const FysPlan *self)
{
  FysDosage dosage = { 0 };

  g_return_val_if_fail (self != NULL, NULL);

  dosage.hold_s = (FysRange){ self->hold_s, self->hold_s };
  if (self->reps > 1 || self->hold_s == 0)
    dosage.reps = (FysRange){ self->reps, self->reps };
  if (self->sets > 1)
    {
      dosage.sets = (FysRange){ self->sets, self->sets };
      dosage.rest_s = (FysRange){ self->rest_s, self->rest_s };
    }
  dosage.is_per_side = self->is_per_side;
  return fys_dosage_dup_summary (&dosage);
}

char *
fys_program_dup_time_text (FysProgram *program)
{
  guint n_steps;
  const FysStep *steps = fys_program_get_steps (program, &n_steps);
  gint64 length_us = fys_program_get_length_us (program);
  g_autofree char *length = fys_length_dup_text (length_us);
  gboolean has_own_pace = FALSE;

  for (guint i = 0; i < n_steps; i++)
    has_own_pace = has_own_pace || steps[i].length_us == FYS_UNTIL_DONE;

  if (!has_own_pace)
    return g_steal_pointer (&length);
  if (length_us == 0)
    return g_strdup (_("At your own pace"));
  /* Translators: how long a program takes: the timed part, such as "2 min", and repetitions that nobody times. */
  return g_strdup_printf (_("%s, and the repetitions at your own pace"), length);
}

static char *
dup_seconds (FysRange range_s)
{
  gboolean is_minutes = range_s.max >= MINUTE_S && range_s.min % MINUTE_S == 0 && range_s.max % MINUTE_S == 0;
  g_autofree char *figures = NULL;

  if (is_minutes)
    range_s = (FysRange){ range_s.min / MINUTE_S, range_s.max / MINUTE_S };
  figures = fys_range_dup_text (range_s);
  if (is_minutes)
    /* Translators: %s is a number or a range of them, such as 1–2. */
    return g_strdup_printf (ngettext ("%s minute", "%s minutes", range_s.max), figures);
  /* Translators: %s is a number or a range of them, such as 20–30. */
  return g_strdup_printf (ngettext ("%s second", "%s seconds", range_s.max), figures);
}

char *
fys_origin_dup_text (FysRange stated,
                     FysUnit  unit,
                     guint    suggestion,
                     guint    value)
{
  g_autofree char *words = NULL;

  if (!fys_range_is_stated (stated))
    return g_strdup (value == suggestion ? _("Not stated in the article – our suggestion") : _("Your own choice – not stated in the article"));

  words = unit == FYS_UNIT_SECONDS ? dup_seconds (stated) : fys_range_dup_text (stated);
  if (value >= stated.min && value <= stated.max)
    /* Translators: below a figure; %s is what the article says, such as "20–30 seconds" or "8–10". */
    return g_strdup_printf (_("The article: %s"), words);
  if (value == suggestion)
    /* Translators: below a figure that is the most the program can count; %s is what the article says, such as "400". */
    return g_strdup_printf (_("The most that can be counted here – the article: %s"), words);
  /* Translators: below a figure that the user has chosen; %s is what the article says, such as "20–30 seconds" or "8–10". */
  return g_strdup_printf (_("Your own choice – the article: %s"), words);
}
