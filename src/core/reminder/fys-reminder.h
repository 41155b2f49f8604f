/* fys-reminder.h - at what times of which days a person wants to be reminded of an article's exercises
 *
 * Times are the clock on the wall, wherever the person is: 9:00 stays 9:00 when summer time begins and in another time zone. Nothing here asks
 * what time it is. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exercise/fys-exercise.h"

G_BEGIN_DECLS

/* Bounds of what is kept; a list that says more was not written by this program. */
#define FYS_REMINDER_MAX_TIMES  6
#define FYS_REMINDERS_MAX       100

#define FYS_MINUTES_A_DAY       (24 * 60)

/* Of FysReminder.weekdays; Monday is bit 0, Sunday bit 6. */
#define FYS_WEEKDAY_BIT(number) (1u << ((number) - 1)) /* @number: 1 Monday … 7 Sunday, as GDateTime counts */
#define FYS_WEEKDAYS_ALL        0x7fu

/* (key, title, address, number of exercises, minutes of the day, weekdays, whether it is on) */
#define FYS_REMINDERS_TYPE      "a(sssqaqyb)"

/** FysReminderTimes: a plain value
 * @minutes: of the day, 0 … 1439, rising; @n_times: how many of them count, 1 or more
 * @weekdays: which days, FYS_WEEKDAY_BIT(); at least one */
typedef struct
{
  guint minutes[FYS_REMINDER_MAX_TIMES];
  guint n_times;
  guint weekdays;
} FysReminderTimes;

/** FysReminder: of one article
 * @article: its key, see fys_library_dup_article_key(); @title: what it was called when the reminder was made, or the beginning of it
 * @uri: where it lies; a local file
 * @n_exercises: how many it has
 * Strings are owned by the reminder and never NULL. */
typedef struct
{
  char            *article;
  char            *title;
  char            *uri;
  guint            n_exercises;
  FysReminderTimes times;
  gboolean         is_on;
} FysReminder;

/* Returns: (transfer full): one that is off, with @times */
FysReminder       *fys_reminder_new                (const char             *article,
                                                    const char             *title,
                                                    const char             *uri,
                                                    guint                   n_exercises,
                                                    const FysReminderTimes *times);
FysReminder       *fys_reminder_copy               (const FysReminder      *self);
void               fys_reminder_free               (FysReminder            *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FysReminder, fys_reminder_free)

/* Brings the times in order, each once. */
void               fys_reminder_times_sort         (FysReminderTimes       *self);
/**
 * fys_reminder_times_next:
 * @after: a time in the zone that the person is in
 *
 * A time that summer time skips comes when the clock has been put forward; one that comes twice counts once.
 *
 * Returns: the first time strictly after @after, in seconds since 1970; -1 when there is none that a date can name */
gint64             fys_reminder_times_next         (const FysReminderTimes *self,
                                                    GDateTime              *after);

/**
 * fys_reminders_new_from_variant:
 * @variant: of FYS_REMINDERS_TYPE, from a file that anything may have written
 *
 * Drops what makes no sense: no name, an address that is no local file, a time that no day has, a second one for the same article.
 *
 * Returns: (transfer full) (element-type FysReminder) */
GPtrArray         *fys_reminders_new_from_variant  (GVariant               *variant);
/* Returns: (transfer floating): of FYS_REMINDERS_TYPE */
GVariant          *fys_reminders_to_variant        (GPtrArray              *reminders);
/* Returns: (transfer none) (nullable): the one of an article */
const FysReminder *fys_reminders_find              (GPtrArray              *reminders,
                                                    const char             *article);

/**
 * fys_reminder_suggest:
 * @frequency: how often an exercise is done, by @per; max 0 and FYS_PER_NONE when that is not stated
 *
 * Of a range the lower figure: more is easily added. More times than a reminder has are not made up for on other days.
 *
 * Returns: times of waking hours that the person then changes; one a day when nothing is stated */
FysReminderTimes   fys_reminder_suggest            (FysRange                frequency,
                                                    FysPer                  per);
/**
 * fys_reminder_find_frequent:
 *
 * Returns: (transfer none) (nullable): the exercise that is to be done most often, the first of several; %NULL when none says how often */
const FysExercise *fys_reminder_find_frequent      (FysExerciseList        *exercises);

G_END_DECLS
