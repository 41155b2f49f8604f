/* fys-date.c - days, months and their names
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-date.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <locale.h>

#define DAY_S (24 * 60 * 60)
/* 1 January 1970 as a julian day of GDate. */
#define EPOCH_DAY 719163

static const char *const month_names[] = {
  NC_ ("month", "January"), NC_ ("month", "February"), NC_ ("month", "March"), NC_ ("month", "April"),
  NC_ ("month", "May"), NC_ ("month", "June"), NC_ ("month", "July"), NC_ ("month", "August"),
  NC_ ("month", "September"), NC_ ("month", "October"), NC_ ("month", "November"), NC_ ("month", "December"),
};

static const char *const short_month_names[] = {
  NC_ ("short month", "Jan"), NC_ ("short month", "Feb"), NC_ ("short month", "Mar"), NC_ ("short month", "Apr"),
  NC_ ("short month", "May"), NC_ ("short month", "Jun"), NC_ ("short month", "Jul"), NC_ ("short month", "Aug"),
  NC_ ("short month", "Sep"), NC_ ("short month", "Oct"), NC_ ("short month", "Nov"), NC_ ("short month", "Dec"),
};

static const char *const weekday_names[] = {
  NC_ ("weekday", "Monday"), NC_ ("weekday", "Tuesday"), NC_ ("weekday", "Wednesday"), NC_ ("weekday", "Thursday"),
  NC_ ("weekday", "Friday"), NC_ ("weekday", "Saturday"), NC_ ("weekday", "Sunday"),
};

static const char *const short_weekday_names[] = {
  NC_ ("short weekday", "Mon"), NC_ ("short weekday", "Tue"), NC_ ("short weekday", "Wed"), NC_ ("short weekday", "Thu"),
  NC_ ("short weekday", "Fri"), NC_ ("short weekday", "Sat"), NC_ ("short weekday", "Sun"),
};

G_STATIC_ASSERT (G_N_ELEMENTS (month_names) == 12 && G_N_ELEMENTS (short_month_names) == 12);
G_STATIC_ASSERT (G_N_ELEMENTS (weekday_names) == 7 && G_N_ELEMENTS (short_weekday_names) == 7);

static GDate
to_date (guint32 day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, MAX (day, 1));
  return date;
}

guint32
fys_day_from_unix (gint64 unix_s,
                   int    utc_offset_s)
{
  gint64 local_s = unix_s + utc_offset_s;
  gint64 days = local_s / DAY_S - (local_s % DAY_S < 0 ? 1 : 0);

  return CLAMP (days + EPOCH_DAY, 1, EPOCH_DAY * 5);
}

guint32
fys_day_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return fys_day_from_unix (g_date_time_to_unix (now), g_date_time_get_utc_offset (now) / G_TIME_SPAN_SECOND);
}

guint32
fys_day_first_of_month (guint32 day)
{
  GDate date = to_date (day);

  g_date_set_day (&date, 1);
  return g_date_get_julian (&date);
}

guint32
fys_day_add_months (guint32 day,
                    int     n)
{
  GDate date = to_date (day);

  if (n >= 0)
    g_date_add_months (&date, n);
  else if (g_date_get_year (&date) * 12 + (int) g_date_get_month (&date) + n > 12)
    g_date_subtract_months (&date, -n);
  return g_date_get_julian (&date);
}

guint
fys_day_get_days_in_month (guint32 day)
{
  GDate date = to_date (day);

  return g_date_get_days_in_month (g_date_get_month (&date), g_date_get_year (&date));
}

guint
fys_day_get_year (guint32 day)
{
  GDate date = to_date (day);

  return g_date_get_year (&date);
}

guint
fys_day_get_number (guint32 day)
{
  GDate date = to_date (day);

  return g_date_get_day (&date);
}

guint
fys_week_get_first (void)
{
#ifdef __GLIBC__
  const char *locale = setlocale (LC_TIME, NULL);
  /* What the C library has: a day of 1–7, counted from one that was a Sunday or a Monday. The C locale, which knows no country, says Sunday
   * all the same. */
  gboolean is_known = locale != NULL && !g_str_equal (locale, "C") && !g_str_has_prefix (locale, "C.") && !g_str_equal (locale, "POSIX");
  guint first = *nl_langinfo (_NL_TIME_FIRST_WEEKDAY);
  guint origin = GPOINTER_TO_UINT (nl_langinfo (_NL_TIME_WEEK_1STDAY));

  if (is_known && first >= 1 && first <= 7)
    /* 19971130 was a Sunday, 19971201 a Monday. */
    return origin == 19971130 ? (first + 5) % 7 + 1 : first;
#endif
  return G_DATE_MONDAY;
}

guint
fys_day_get_column (guint32 day,
                    guint   first_weekday)
{
  GDate date = to_date (day);

  return (g_date_get_weekday (&date) + 7 - first_weekday) % 7;
}

const char *
fys_weekday_get_short_name (guint weekday)
{
  g_return_val_if_fail (weekday >= 1 && weekday <= 7, "");
  return g_dpgettext2 (NULL, "short weekday", short_weekday_names[weekday - 1]);
}

const char *
fys_weekday_get_name (guint weekday)
{
  g_return_val_if_fail (weekday >= 1 && weekday <= 7, "");
  return g_dpgettext2 (NULL, "weekday", weekday_names[weekday - 1]);
}

/* The names of a language may begin with a small letter; what stands alone begins with a large one. */
static char *
begin_large (char *text)
{
  g_autofree char *old = text;
  g_autoptr (GString) result = g_string_new (NULL);

  g_string_append_unichar (result, g_unichar_totitle (g_utf8_get_char (old)));
  g_string_append (result, g_utf8_next_char (old));
  return g_string_free (g_steal_pointer (&result), FALSE);
}

char *
fys_day_dup_month_text (guint32 day)
{
  GDate date = to_date (day);

  /* Translators: a month and its year, such as “November 2025”. */
  return begin_large (g_strdup_printf (_("%1$s %2$d"), g_dpgettext2 (NULL, "month", month_names[g_date_get_month (&date) - 1]),
                                       g_date_get_year (&date)));
}

char *
fys_day_dup_long_text (guint32 day)
{
  GDate date = to_date (day);

  /* Translators: weekday, day, month and year, such as “Tuesday 25 November 2025”. */
  return begin_large (g_strdup_printf (_("%1$s %2$d %3$s %4$d"), fys_weekday_get_name (g_date_get_weekday (&date)), g_date_get_day (&date),
                                       g_dpgettext2 (NULL, "month", month_names[g_date_get_month (&date) - 1]), g_date_get_year (&date)));
}

char *
fys_day_dup_short_text (guint32 day)
{
  GDate date = to_date (day);

  /* Translators: day, abbreviated month and year, such as “25 Nov 2025”. */
  return g_strdup_printf (_("%1$d %2$s %3$d"), g_date_get_day (&date),
                          g_dpgettext2 (NULL, "short month", short_month_names[g_date_get_month (&date) - 1]), g_date_get_year (&date));
}

char *
fys_time_dup_text (gint64 unix_s,
                   int    utc_offset_s)
{
  gint64 local_s = unix_s + utc_offset_s;
  int day_s = (int) (((local_s % DAY_S) + DAY_S) % DAY_S);

  /* Translators: hours and minutes of a time of the day, such as “14:05”. */
  return g_strdup_printf (_("%1$02d:%2$02d"), day_s / 3600, day_s / 60 % 60);
}
