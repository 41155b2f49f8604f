/* fys-pain-series.c - pain over time, in no more points than can be told apart
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-pain-series.h"

#include <glib/gi18n.h>
#include <math.h>

#include "fys-date.h"

/* Several exercises a day make the curve go up and down within it; a few days are told apart all the same, and weeks are not. */
#define MAX_ENTRIES 24

struct _FysPainSeries
{
  GArray     *points; /* (element-type FysPainPoint) */
  FysPainUnit unit;
};

/** Sum: of the entries of one point while they are gone through. */
typedef struct
{
  gint64  key;
  guint32 day;
  gint64  local_s; /* a sum too */
  guint   before, n_before;
  guint   after, n_after;
  guint   n;
} Sum;

static gint64
get_key (guint32     day,
         gint64      local_s,
         FysPainUnit unit)
{
  switch (unit)
    {
    case FYS_PAIN_UNIT_ENTRY:
      return local_s;
    case FYS_PAIN_UNIT_WEEK:
      return (day - 1) / 7;
    case FYS_PAIN_UNIT_MONTH:
      return fys_day_first_of_month (day);
    case FYS_PAIN_UNIT_YEAR:
      return fys_day_get_year (day);
    case FYS_PAIN_UNIT_DAY:
    case FYS_N_PAIN_UNITS:
    default:
      return day;
    }
}

static void
end_point (FysPainSeries *self,
           Sum           *sum)
{
  FysPainPoint point;

  if (sum->n == 0)
    return;
  point.day = sum->day;
  point.local_s = sum->local_s / sum->n;
  point.before = sum->n_before > 0 ? (double) sum->before / sum->n_before : NAN;
  point.after = sum->n_after > 0 ? (double) sum->after / sum->n_after : NAN;
  point.n = sum->n;
  g_array_append_val (self->points, point);
  *sum = (Sum) { 0 };
}

static void
add_entry (Sum                   *sum,
           const FysJournalEntry *entry)
{
  sum->local_s += entry->started_unix_s + entry->utc_offset_s;
  if (entry->pain_before >= 0)
    {
      sum->before += entry->pain_before;
      sum->n_before++;
    }
  if (entry->pain_after >= 0)
    {
      sum->after += entry->pain_after;
      sum->n_after++;
    }
  sum->n++;
}

/* Returns: whether no more than @max_points came of it */
static gboolean
fill (FysPainSeries  *self,
      FysJournalDays *days,
      FysPainUnit     unit,
      guint           max_points)
{
  Sum sum = { 0 };

  g_array_set_size (self->points, 0);
  self->unit = unit;
  for (guint i = 0; i < fys_journal_days_get_n (days); i++)
    {
      const FysJournalEntry *entry = fys_journal_days_get (days, i);
      guint32 day = fys_journal_days_get_day (days, i);
      gint64 key = get_key (day, entry->started_unix_s + entry->utc_offset_s, unit);

      if (entry->pain_before < 0 && entry->pain_after < 0)
        continue;
      if (key != sum.key)
        end_point (self, &sum);
      if (sum.n == 0)
        {
          sum.key = key;
          sum.day = day;
        }
      add_entry (&sum, entry);
      if (self->points->len > max_points)
        return FALSE;
    }
  end_point (self, &sum);
  return self->points->len <= max_points;
}

static guint
get_max_points (FysPainUnit unit,
                guint       max_points)
{
  if (unit == FYS_PAIN_UNIT_YEAR)
    return G_MAXUINT;
  return unit == FYS_PAIN_UNIT_ENTRY ? MIN (max_points, MAX_ENTRIES) : max_points;
}

FysPainSeries *
fys_pain_series_new (FysJournalDays *days,
                     guint           max_points)
{
  FysPainSeries *self;

  g_return_val_if_fail (days != NULL, NULL);

  self = g_new0 (FysPainSeries, 1);
  self->points = g_array_new (FALSE, FALSE, sizeof (FysPainPoint));
  for (FysPainUnit unit = 0; unit < FYS_N_PAIN_UNITS; unit++)
    if (fill (self, days, unit, get_max_points (unit, max_points)))
      break;
  return self;
}

void
fys_pain_series_free (FysPainSeries *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->points);
  g_free (self);
}

FysPainUnit
fys_pain_series_get_unit (FysPainSeries *self)
{
  g_return_val_if_fail (self != NULL, FYS_PAIN_UNIT_ENTRY);
  return self->unit;
}

const FysPainPoint *
fys_pain_series_get (FysPainSeries *self,
                     guint         *out_n)
{
  g_return_val_if_fail (self != NULL, NULL);

  *out_n = self->points->len;
  return (const FysPainPoint *) self->points->data;
}

const char *
fys_pain_unit_get_text (FysPainUnit unit)
{
  switch (unit)
    {
    case FYS_PAIN_UNIT_DAY:
      return _("Each point is the mean of a day.");
    case FYS_PAIN_UNIT_WEEK:
      return _("Each point is the mean of a week.");
    case FYS_PAIN_UNIT_MONTH:
      return _("Each point is the mean of a month.");
    case FYS_PAIN_UNIT_YEAR:
      return _("Each point is the mean of a year.");
    case FYS_PAIN_UNIT_ENTRY:
    case FYS_N_PAIN_UNITS:
    default:
      return "";
    }
}

/* Returns: (transfer full) (nullable): %NULL when there is none */
static char *
dup_figure (double value)
{
  if (isnan (value))
    return NULL;
  return value == round (value) ? g_strdup_printf ("%.0f", value) : g_strdup_printf ("%.1f", value);
}

static void
append_point (GString            *text,
              const char         *intro,
              const FysPainPoint *point)
{
  g_autofree char *date = fys_day_dup_short_text (point->day);
  g_autofree char *before = dup_figure (point->before);
  g_autofree char *after = dup_figure (point->after);

  g_string_append_printf (text, " %s %s", intro, date);
  if (before != NULL)
    {
      g_string_append (text, ", ");
      /* Translators: pain before an exercise, a number of 0–10. */
      g_string_append_printf (text, _("before %s"), before);
    }
  if (after != NULL)
    {
      g_string_append (text, ", ");
      /* Translators: pain after an exercise, a number of 0–10. */
      g_string_append_printf (text, _("after %s"), after);
    }
  g_string_append_c (text, '.');
}

char *
fys_pain_series_dup_summary (FysPainSeries *self)
{
  g_autoptr (GString) text = g_string_new (_("Curve of the pain before and after exercises."));
  const FysPainPoint *points;
  guint n;

  g_return_val_if_fail (self != NULL, NULL);

  points = fys_pain_series_get (self, &n);
  if (n > 0)
    append_point (text, _("First:"), &points[0]);
  if (n > 1)
    append_point (text, _("Last:"), &points[n - 1]);
  if (self->unit != FYS_PAIN_UNIT_ENTRY)
    g_string_append_printf (text, " %s", fys_pain_unit_get_text (self->unit));
  return g_string_free (g_steal_pointer (&text), FALSE);
}
