/* fys-dosage-summary.c - a dosage in a few words, for a row of a list
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/exercise/fys-exercise.h"

#include <glib/gi18n-lib.h>

#define MINUTE_S 60
/* From two minutes on, and at whole minutes, people think in minutes. */
#define MINUTES_FROM_S 120

/* "8" or "8–10" */
static char *
dup_range (FysRange range)
{
  if (range.min == range.max)
    return g_strdup_printf ("%u", range.max);
  /* Translators: a range of numbers, such as 8–10 */
  return g_strdup_printf (C_ ("range", "%u–%u"), range.min, range.max);
}

static gboolean
is_told_in_minutes (FysRange range_s)
{
  return range_s.min % MINUTE_S == 0 && range_s.max % MINUTE_S == 0;
}

static char *
dup_long_time (guint time_s)
{
  if (time_s % MINUTE_S == 0)
    /* Translators: minutes */
    return g_strdup_printf (_ ("%u min"), time_s / MINUTE_S);
  /* Translators: minutes and seconds */
  return g_strdup_printf (_ ("%u min %u s"), time_s / MINUTE_S, time_s % MINUTE_S);
}

static char *
dup_time (FysRange range_s)
{
  g_autofree char *figures = NULL;

  if (is_told_in_minutes (range_s))
    {
      figures = dup_range ((FysRange){ range_s.min / MINUTE_S, range_s.max / MINUTE_S });
      /* Translators: %s is a number or a range of them, such as 1–2; minutes */
      return g_strdup_printf (_ ("%s min"), figures);
    }
  if (range_s.min == range_s.max && range_s.max >= MINUTES_FROM_S)
    return dup_long_time (range_s.max);
  figures = dup_range (range_s);
  /* Translators: %s is a number or a range of them, such as 20–30; seconds */
  return g_strdup_printf (_ ("%s s"), figures);
}

static void
add_hold (GPtrArray       *parts,
          const FysDosage *dosage)
{
  g_autofree char *time = NULL;

  if (!fys_range_is_stated (dosage->hold_s))
    return;
  time = dup_time (dosage->hold_s);
  /* Translators: %s is a time, such as “20–30 s” */
  g_ptr_array_add (parts, g_strdup_printf (_ ("Hold %s"), time));
}

static void
add_sets (GPtrArray       *parts,
          const FysDosage *dosage)
{
  g_autofree char *figures = dup_range (dosage->sets);

  if (fys_range_is_stated (dosage->sets))
    /* Translators: %s is a number or a range of them, such as 2–3 */
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%s set", "%s sets", dosage->sets.max), figures));
}

static void
add_reps (GPtrArray       *parts,
          const FysDosage *dosage)
{
  g_autofree char *figures = dup_range (dosage->reps);

  if (!fys_range_is_stated (dosage->reps))
    return;
  if (fys_range_is_stated (dosage->hold_s))
    /* Translators: how many times a hold is repeated; %s is a number or a range of them */
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%s time", "%s times", dosage->reps.max), figures));
  else
    /* Translators: %s is a number or a range of them, such as 8–10 */
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%s repetition", "%s repetitions", dosage->reps.max), figures));
}

static void
add_rest (GPtrArray       *parts,
          const FysDosage *dosage)
{
  g_autofree char *time = NULL;

  if (!fys_range_is_stated (dosage->rest_s))
    return;
  time = dup_time (dosage->rest_s);
  /* Translators: a pause between sets; %s is a time, such as “60 s” */
  g_ptr_array_add (parts, g_strdup_printf (_ ("%s rest"), time));
}

static void
add_frequency (GPtrArray       *parts,
               const FysDosage *dosage)
{
  g_autofree char *figures = dup_range (dosage->frequency);

  if (!fys_range_is_stated (dosage->frequency) || dosage->per == FYS_PER_NONE)
    return;
  if (dosage->per == FYS_PER_DAY)
    /* Translators: %s is a number or a range of them, such as 1–2 */
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%s time a day", "%s times a day", dosage->frequency.max), figures));
  else
    /* Translators: %s is a number or a range of them, such as 2–3 */
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%s time a week", "%s times a week", dosage->frequency.max), figures));
}

char *
fys_dosage_dup_summary (const FysDosage *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (self != NULL, NULL);

  add_hold (parts, self);
  add_sets (parts, self);
  add_reps (parts, self);
  add_rest (parts, self);
  if (self->is_per_side)
    /* Translators: the exercise is done on the left and on the right */
    g_ptr_array_add (parts, g_strdup (_ ("each side")));
  add_frequency (parts, self);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}
