/* test-days.c - the entries of a journal by the day on which they were made
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/journal/fys-journal-days.h"

#include "journal-ui-fixture.h"
#include "ui/journal/fys-date.h"

static guint32
get_day (int n_days)
{
  return fys_day_from_unix (FIXTURE_START_S, 3600) + n_days;
}

static void
test_empty (void)
{
  g_autoptr (GPtrArray) entries = journal_fixture_entries ();
  g_autoptr (FysJournalDays) days = fys_journal_days_new (entries);

  g_assert_cmpuint (fys_journal_days_get_n (days), ==, 0);
  g_assert_cmpuint (fys_journal_days_find (days, get_day (0)), ==, 0);
  g_assert_cmpuint (fys_journal_days_count (days, get_day (0)), ==, 0);
}

static void
test_counts (void)
{
  g_autoptr (GPtrArray) entries = journal_fixture_entries ();
  g_autoptr (FysJournalDays) days = NULL;

  /* In any order; the journal gives the newest first. */
  g_ptr_array_add (entries, journal_fixture_entry (5, "Squat", 3, 2));
  g_ptr_array_add (entries, journal_fixture_entry (0, "Squat", 5, 4));
  g_ptr_array_add (entries, journal_fixture_entry (5, "Bridge", -1, -1));
  days = fys_journal_days_new (entries);

  g_assert_cmpuint (fys_journal_days_get_n (days), ==, 3);
  g_assert_cmpuint (fys_journal_days_count (days, get_day (0)), ==, 1);
  g_assert_cmpuint (fys_journal_days_count (days, get_day (1)), ==, 0);
  g_assert_cmpuint (fys_journal_days_count (days, get_day (5)), ==, 2);
  g_assert_cmpuint (fys_journal_days_find (days, get_day (1)), ==, 1);
  g_assert_cmpuint (fys_journal_days_find (days, get_day (6)), ==, 3);
  g_assert_cmpint (fys_journal_days_get (days, 0)->pain_before, ==, 5);
  g_assert_cmpuint (fys_journal_days_get_day (days, 2), ==, get_day (5));
}

/* Whoever has crossed a time zone has still lived the days of the clock on the wall. */
static void
test_time_zones (void)
{
  g_autoptr (GPtrArray) entries = journal_fixture_entries ();
  FysJournalEntry *late = journal_fixture_entry (0, "Late", 1, 1);
  FysJournalEntry *early = journal_fixture_entry (0, "Early", 1, 1);
  g_autoptr (FysJournalDays) days = NULL;

  late->started_unix_s += 13 * 3600; /* 22:00 UTC, and 11:00 of the next day here: */
  late->utc_offset_s = 13 * 3600;
  early->started_unix_s += 14 * 3600; /* later, and 13:00 of the same day here: */
  early->utc_offset_s = -10 * 3600;
  g_ptr_array_add (entries, late);
  g_ptr_array_add (entries, early);
  days = fys_journal_days_new (entries);

  g_assert_cmpuint (fys_journal_days_count (days, get_day (0)), ==, 1);
  g_assert_cmpuint (fys_journal_days_count (days, get_day (1)), ==, 1);
  g_assert_cmpstr (fys_journal_days_get (days, 0)->exercise, ==, "Early");
}

static guint
count_filtered (FysJournalDays  *days,
                FysJournalFilter filter)
{
  g_autoptr (FysJournalDays) filtered = fys_journal_days_filter (days, &filter);

  return fys_journal_days_get_n (filtered);
}

static void
test_filter (void)
{
  g_autoptr (GPtrArray) entries = journal_fixture_entries ();
  g_autoptr (FysJournalDays) days = NULL;

  g_ptr_array_add (entries, journal_fixture_entry (0, "Squat", 5, 4));
  g_ptr_array_add (entries, journal_fixture_entry (1, "Squat", -1, -1));
  g_ptr_array_add (entries, journal_fixture_entry (2, "Bridge", -1, 0));
  days = fys_journal_days_new (entries);

  g_assert_cmpuint (count_filtered (days, (FysJournalFilter) { 0 }), ==, 3);
  g_assert_cmpuint (count_filtered (days, (FysJournalFilter) { .from_day = get_day (1) }), ==, 2);
  g_assert_cmpuint (count_filtered (days, (FysJournalFilter) { .exercise = "Squat" }), ==, 2);
  g_assert_cmpuint (count_filtered (days, (FysJournalFilter) { .article = "knee.md" }), ==, 3);
  g_assert_cmpuint (count_filtered (days, (FysJournalFilter) { .article = "neck.md" }), ==, 0);
  /* No pain is an answer. */
  g_assert_cmpuint (count_filtered (days, (FysJournalFilter) { .is_pain_known = TRUE }), ==, 2);
  g_assert_cmpuint (count_filtered (days, (FysJournalFilter) { .exercise = "Squat", .is_pain_known = TRUE }), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journal/days/empty", test_empty);
  g_test_add_func ("/journal/days/counts", test_counts);
  g_test_add_func ("/journal/days/time-zones", test_time_zones);
  g_test_add_func ("/journal/days/filter", test_filter);
  return g_test_run ();
}
