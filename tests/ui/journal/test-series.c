/* test-series.c - pain over time, in no more points than can be told apart
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/journal/fys-pain-series.h"

#include <math.h>
#include <string.h>

#include "journal-ui-fixture.h"

static FysPainSeries *
create_series (GPtrArray *entries,
               guint      max_points)
{
  g_autoptr (FysJournalDays) days = fys_journal_days_new (entries);

  return fys_pain_series_new (days, max_points);
}

static void
test_entries (void)
{
  g_autoptr (GPtrArray) entries = journal_fixture_entries ();
  g_autoptr (FysPainSeries) series = NULL;
  g_autofree char *summary = NULL;
  const FysPainPoint *points;
  guint n;

  g_ptr_array_add (entries, journal_fixture_entry (0, "Squat", 6, -1));
  g_ptr_array_add (entries, journal_fixture_entry (1, "Squat", -1, -1));
  g_ptr_array_add (entries, journal_fixture_entry (2, "Squat", 0, 10));
  series = create_series (entries, 10);
  points = fys_pain_series_get (series, &n);

  g_assert_cmpint (fys_pain_series_get_unit (series), ==, FYS_PAIN_UNIT_ENTRY);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpfloat (points[0].before, ==, 6);
  g_assert_true (isnan (points[0].after)); /* not answered is not 0 */
  g_assert_cmpfloat (points[1].before, ==, 0);
  g_assert_cmpfloat (points[1].after, ==, 10);
  g_assert_cmpint (points[1].local_s - points[0].local_s, ==, 2 * FIXTURE_DAY_S);

  summary = fys_pain_series_dup_summary (series);
  g_assert_nonnull (strstr (summary, "First: 2 Mar 2026, before 6."));
  g_assert_nonnull (strstr (summary, "Last: 4 Mar 2026, before 0, after 10."));
}

static void
test_means (void)
{
  g_autoptr (GPtrArray) entries = journal_fixture_entries ();
  g_autoptr (FysPainSeries) by_day = NULL;
  g_autoptr (FysPainSeries) with_room = NULL;
  g_autoptr (FysPainSeries) by_week = NULL;
  const FysPainPoint *points;
  guint n;

  /* Two weeks from Monday to Sunday, with an hour between two entries of a day. */
  for (int i = 0; i < 14; i++)
    for (int j = 0; j < 2; j++)
      {
        FysJournalEntry *entry = journal_fixture_entry (i, "Squat", i < 7 ? 4 + j : 2, j == 0 ? 3 : -1);

        entry->started_unix_s += j * 3600;
        g_ptr_array_add (entries, entry);
      }

  by_day = create_series (entries, 27);
  points = fys_pain_series_get (by_day, &n);
  g_assert_cmpint (fys_pain_series_get_unit (by_day), ==, FYS_PAIN_UNIT_DAY);
  g_assert_cmpuint (n, ==, 14);
  g_assert_cmpfloat (points[0].before, ==, 4.5);
  g_assert_cmpfloat (points[0].after, ==, 3); /* of those who answered */
  g_assert_cmpuint (points[0].n, ==, 2);

  /* Also where there is room for all of them: the curve would go up and down within each day. */
  with_room = create_series (entries, 1000);
  g_assert_cmpint (fys_pain_series_get_unit (with_room), ==, FYS_PAIN_UNIT_DAY);

  by_week = create_series (entries, 2);
  points = fys_pain_series_get (by_week, &n);
  g_assert_cmpint (fys_pain_series_get_unit (by_week), ==, FYS_PAIN_UNIT_WEEK);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpfloat (points[0].before, ==, 4.5);
  g_assert_cmpfloat (points[1].before, ==, 2);
}

static void
test_bound (void)
{
  static const guint bounds[] = { 1, 2, 3, 10, 29, 100, 1000, 5000 };
  g_autoptr (GPtrArray) entries = journal_fixture_entries ();

  for (int i = 0; i < 4000; i++)
    g_ptr_array_add (entries, journal_fixture_entry (i, "Squat", i % 11, 10 - i % 11));
  for (guint i = 0; i < G_N_ELEMENTS (bounds); i++)
    {
      g_autoptr (FysPainSeries) series = create_series (entries, bounds[i]);
      const FysPainPoint *points;
      guint n, sum = 0;

      points = fys_pain_series_get (series, &n);
      if (fys_pain_series_get_unit (series) != FYS_PAIN_UNIT_YEAR)
        g_assert_cmpuint (n, <=, bounds[i]);
      for (guint j = 0; j < n; j++)
        {
          sum += points[j].n;
          g_assert_true (j == 0 || points[j].local_s > points[j - 1].local_s);
        }
      g_assert_cmpuint (sum, ==, 4000); /* each entry once */
    }
}

static void
test_empty (void)
{
  g_autoptr (GPtrArray) entries = journal_fixture_entries ();
  g_autoptr (FysPainSeries) series = create_series (entries, 10);
  g_autofree char *summary = fys_pain_series_dup_summary (series);
  guint n;

  (void) fys_pain_series_get (series, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_null (strstr (summary, "First"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journal/series/entries", test_entries);
  g_test_add_func ("/journal/series/means", test_means);
  g_test_add_func ("/journal/series/bound", test_bound);
  g_test_add_func ("/journal/series/empty", test_empty);
  return g_test_run ();
}
