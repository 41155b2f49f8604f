/* fys-reminder-words.h - reminders in words
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/reminder/fys-reminder.h"

G_BEGIN_DECLS

/* "9:00", or "9:00 AM" where the locale counts twelve hours. @minute: of the day. Returns: (transfer full) */
char       *fys_minute_dup_text         (guint                   minute);
/**
 * fys_minute_parse:
 * @text: "9", "9:30", "9.30", "0930", "kl. 9", "9:30 PM"
 *
 * Returns: whether it is a time of the day; else @out_minute is untouched */
gboolean    fys_minute_parse            (const char             *text,
                                         guint                  *out_minute);

/* "Monday", "Mon", as at the beginning of a sentence. @number: 1 Monday … 7 Sunday. Returns: (transfer full) */
char       *fys_weekday_dup_name        (guint                   number);
char       *fys_weekday_dup_short_name  (guint                   number);

/* "Every day at 9:00 and 18:00", "Monday to Friday at 9:00", "Mon, Wed and Fri at 9:00". Returns: (transfer full) */
char       *fys_reminder_times_dup_text (const FysReminderTimes *times);
/**
 * fys_reminder_dup_quote:
 * @exercises: of the article
 *
 * How often the article says, in its own words, and of which exercise where not all say the same.
 *
 * Returns: (transfer full): such as "The article says: “2 gange dagligt”."; or that it does not say */
char       *fys_reminder_dup_quote      (FysExerciseList        *exercises);

G_END_DECLS
