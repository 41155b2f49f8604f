/* fys-reminder-suggest.c - from how often an article says to when a person is reminded
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/reminder/fys-reminder.h"

#define DAYS_A_WEEK 7

#define AT(hour)    ((hour) * 60)

/* Within waking hours, and apart: after breakfast to the early evening. */
static const FysReminderTimes days[FYS_REMINDER_MAX_TIMES] = {
  { { AT (9) }, 1, FYS_WEEKDAYS_ALL },
  { { AT (9), AT (18) }, 2, FYS_WEEKDAYS_ALL },
  { { AT (9), AT (14), AT (19) }, 3, FYS_WEEKDAYS_ALL },
  { { AT (8), AT (12), AT (16), AT (20) }, 4, FYS_WEEKDAYS_ALL },
  { { AT (8), AT (11), AT (14), AT (17), AT (20) }, 5, FYS_WEEKDAYS_ALL },
  { { AT (8), AT (10), AT (12), AT (15), AT (18), AT (20) }, 6, FYS_WEEKDAYS_ALL },
};

#define MON FYS_WEEKDAY_BIT (1)
#define TUE FYS_WEEKDAY_BIT (2)
#define WED FYS_WEEKDAY_BIT (3)
#define THU FYS_WEEKDAY_BIT (4)
#define FRI FYS_WEEKDAY_BIT (5)
#define SAT FYS_WEEKDAY_BIT (6)

/* With days of rest between, as far as there are any. */
static const guint weeks[DAYS_A_WEEK] = {
  MON,
  MON | THU,
  MON | WED | FRI,
  MON | TUE | THU | FRI,
  MON | TUE | WED | THU | FRI,
  MON | TUE | WED | THU | FRI | SAT,
  FYS_WEEKDAYS_ALL,
};

FysReminderTimes
fys_reminder_suggest (FysRange frequency,
                      FysPer   per)
{
  guint            n = MAX (frequency.min, 1);
  FysReminderTimes times = days[0];

  if (!fys_range_is_stated (frequency))
    return times;
  switch (per)
    {
    case FYS_PER_DAY:
      return days[MIN (n, FYS_REMINDER_MAX_TIMES) - 1];
    case FYS_PER_WEEK:
      if (n > DAYS_A_WEEK)
        return days[MIN (n / DAYS_A_WEEK, FYS_REMINDER_MAX_TIMES) - 1];
      times.weekdays = weeks[n - 1];
      return times;
    case FYS_PER_NONE:
    default:
      return times;
    }
}

static guint
get_times_a_week (const FysExercise *exercise)
{
  const FysDosage *dosage = &exercise->dosage;

  if (!fys_range_is_stated (dosage->frequency) || dosage->per == FYS_PER_NONE)
    return 0;
  return MAX (dosage->frequency.min, 1) * (dosage->per == FYS_PER_DAY ? DAYS_A_WEEK : 1);
}

const FysExercise *
fys_reminder_find_frequent (FysExerciseList *exercises)
{
  const FysExercise *found = NULL;
  guint              most = 0;

  for (guint i = 0; i < fys_exercise_list_get_n (exercises); i++)
    {
      const FysExercise *exercise = fys_exercise_list_get (exercises, i);

      if (get_times_a_week (exercise) > most)
        {
          found = exercise;
          most = get_times_a_week (exercise);
        }
    }
  return found;
}
