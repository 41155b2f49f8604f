/* fys-date.h - days, months and their names
 *
 * A day is a GDate julian number (guint32, 0 for none): days are counted and compared without a time zone. The names of months and weekdays come from our
 * own translations, as those of the system are in the language of its locale and not of the program. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The day that the clock on the wall showed at @unix_s. */
guint32     fys_day_from_unix          (gint64      unix_s,
                                        int         utc_offset_s);
/* Today, here. */
guint32     fys_day_today              (void);
guint32     fys_day_first_of_month     (guint32     day);
/* @day moved by @n months; stays within the month that it comes to. */
guint32     fys_day_add_months         (guint32     day,
                                        int         n);
guint       fys_day_get_days_in_month  (guint32     day);
guint       fys_day_get_year           (guint32     day);
/* 1–31. */
guint       fys_day_get_number         (guint32     day);
/* The first column of a calendar: 1 Monday … 7 Sunday, by the system's locale. */
guint       fys_week_get_first         (void);
/* How many days @day lies behind the first day of its week, 0–6. */
guint       fys_day_get_column         (guint32     day,
                                        guint       first_weekday);

/* @weekday: 1 Monday … 7 Sunday. "Mon", "Monday": translated, static. */
const char *fys_weekday_get_short_name (guint       weekday);
const char *fys_weekday_get_name       (guint       weekday);
/* "November 2025". Returns: (transfer full) */
char       *fys_day_dup_month_text     (guint32     day);
/* "Tuesday 25 November 2025". Returns: (transfer full) */
char       *fys_day_dup_long_text      (guint32     day);
/* "25 Nov 2025". Returns: (transfer full) */
char       *fys_day_dup_short_text     (guint32     day);
/* "14:05", of the wall clock then. Returns: (transfer full) */
char       *fys_time_dup_text          (gint64      unix_s,
                                        int         utc_offset_s);

G_END_DECLS
