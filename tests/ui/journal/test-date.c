/* test-date.c - days, months and their names
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/journal/fys-date.h"

static guint32
get_day (guint year,
         guint month,
         guint day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  return g_date_get_julian (&date);
}

static void
test_from_unix (void)
{
  g_assert_cmpuint (fys_day_from_unix (0, 0), ==, get_day (1970, 1, 1));
  g_assert_cmpuint (fys_day_from_unix (86399, 0), ==, get_day (1970, 1, 1));
  g_assert_cmpuint (fys_day_from_unix (86400, 0), ==, get_day (1970, 1, 2));
  /* The day that the person lived: late in the evening in Denmark is the day before in Greenwich. */
  g_assert_cmpuint (fys_day_from_unix (86400 - 1800, 3600), ==, get_day (1970, 1, 2));
  g_assert_cmpuint (fys_day_from_unix (1800, -3600), ==, get_day (1969, 12, 31));
  g_assert_cmpuint (fys_day_from_unix (1772442000, 3600), ==, get_day (2026, 3, 2));
}

static void
test_months (void)
{
  guint32 day = get_day (2024, 1, 31);

  g_assert_cmpuint (fys_day_add_months (day, 1), ==, get_day (2024, 2, 29));
  g_assert_cmpuint (fys_day_add_months (day, -1), ==, get_day (2023, 12, 31));
  g_assert_cmpuint (fys_day_add_months (day, 12), ==, get_day (2025, 1, 31));
  g_assert_cmpuint (fys_day_first_of_month (day), ==, get_day (2024, 1, 1));
  g_assert_cmpuint (fys_day_get_days_in_month (get_day (2023, 2, 3)), ==, 28);
  g_assert_cmpuint (fys_day_get_days_in_month (get_day (2024, 2, 3)), ==, 29);
  g_assert_cmpuint (fys_day_get_number (day), ==, 31);
  g_assert_cmpuint (fys_day_get_year (day), ==, 2024);
  /* Before the calendar there is nothing. */
  g_assert_cmpuint (fys_day_add_months (1, -1), ==, 1);
}

static void
test_columns (void)
{
  guint32 monday = get_day (2026, 3, 2);

  for (guint i = 0; i < 7; i++)
    {
      g_assert_cmpuint (fys_day_get_column (monday + i, 1), ==, i);
      g_assert_cmpuint (fys_day_get_column (monday + i, 7), ==, (i + 1) % 7);
    }
  /* The C locale knows no country. */
  g_assert_cmpuint (fys_week_get_first (), ==, 1);
}

static void
test_texts (void)
{
  g_autofree char *month = fys_day_dup_month_text (get_day (2026, 5, 9));
  g_autofree char *date = fys_day_dup_long_text (get_day (2026, 5, 9));
  g_autofree char *short_date = fys_day_dup_short_text (get_day (2026, 12, 31));
  g_autofree char *time = fys_time_dup_text (1772442000 + 300, 3600);
  g_autofree char *night = fys_time_dup_text (1800, -3600);

  g_assert_cmpstr (month, ==, "May 2026");
  g_assert_cmpstr (date, ==, "Saturday 9 May 2026");
  g_assert_cmpstr (short_date, ==, "31 Dec 2026");
  g_assert_cmpstr (time, ==, "10:05");
  g_assert_cmpstr (night, ==, "23:30");
  g_assert_cmpstr (fys_weekday_get_name (1), ==, "Monday");
  g_assert_cmpstr (fys_weekday_get_short_name (7), ==, "Sun");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journal/date/from-unix", test_from_unix);
  g_test_add_func ("/journal/date/months", test_months);
  g_test_add_func ("/journal/date/columns", test_columns);
  g_test_add_func ("/journal/date/texts", test_texts);
  return g_test_run ();
}
