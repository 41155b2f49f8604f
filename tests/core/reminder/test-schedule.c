/* test-schedule.c - reminders over days of a wall clock that sleeps, is set, and travels
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/reminder/fys-reminder-schedule.h"

#define COPENHAGEN "CET-1CEST,M3.5.0/2,M10.5.0/3"
#define NEW_YORK   "EST5EDT,M3.2.0/2,M11.1.0/2"

/* back: every day at 9:00 and 18:00; knee: Wednesdays at 9:00; off: would be at 9:00. 10 January 2024 is a Wednesday. */
#define REMINDERS                                                                                                        \
  "[('back', 'Back', 'file:///back.md', 4, [540, 1080], 0x7f, true), ('knee', 'Knee', 'file:///knee.md', 2, [540], 0x04, true)," \
  " ('off', 'Off', 'file:///off.md', 1, [540], 0x7f, false)]"

typedef struct
{
  GTimeZone           *zone;
  FysReminderSchedule *schedule;
} Fixture;

static GPtrArray *
reminders_new (const char *text)
{
  g_autoptr (GError)   error = NULL;
  g_autoptr (GVariant) variant = g_variant_parse (G_VARIANT_TYPE (FYS_REMINDERS_TYPE), text, NULL, NULL, &error);

  g_assert_no_error (error);
  return fys_reminders_new_from_variant (variant);
}

static GDateTime *
at (Fixture    *fixture,
    const char *time)
{
  GDateTime *now = g_date_time_new_from_iso8601 (time, fixture->zone);

  g_assert_nonnull (now);
  return now;
}

static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  g_autoptr (GPtrArray) reminders = reminders_new (REMINDERS);
  g_autoptr (GDateTime) now = NULL;

  fixture->zone = g_time_zone_new_identifier (COPENHAGEN);
  fixture->schedule = fys_reminder_schedule_new (0);
  now = at (fixture, "2024-01-10T08:00:00");
  fys_reminder_schedule_set_reminders (fixture->schedule, reminders);
  fys_reminder_schedule_skip (fixture->schedule, now);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  fys_reminder_schedule_free (fixture->schedule);
  g_time_zone_unref (fixture->zone);
}

/* @expected: the keys, such as "back knee"; "(back)" was put off once */
static void
assert_due (Fixture    *fixture,
            const char *time,
            const char *expected)
{
  g_autoptr (GDateTime) now = at (fixture, time);
  g_autoptr (GArray)    due = fys_reminder_schedule_take_due (fixture->schedule, now);
  g_autoptr (GString)   text = g_string_new ("");

  for (guint i = 0; i < due->len; i++)
    {
      FysReminderDue *one = &g_array_index (due, FysReminderDue, i);

      g_string_append_printf (text, one->was_snoozed ? "%s(%s)" : "%s%s", i > 0 ? " " : "", one->article);
    }
  g_test_message ("%s", time);
  g_assert_cmpstr (text->str, ==, expected);
}

/* @expected: a time here, or NULL for never */
static void
assert_next (Fixture    *fixture,
             const char *time,
             const char *expected)
{
  g_autoptr (GDateTime) now = at (fixture, time);
  gint64                next_s = fys_reminder_schedule_get_next_s (fixture->schedule, now);
  g_autoptr (GDateTime) next = expected != NULL ? at (fixture, expected) : NULL;

  g_assert_cmpint (next_s, ==, next != NULL ? g_date_time_to_unix (next) : -1);
}

static void
snooze (Fixture    *fixture,
        const char *article,
        const char *time)
{
  g_autoptr (GDateTime) now = at (fixture, time);

  fys_reminder_schedule_snooze (fixture->schedule, article, now);
}

static void
travel (Fixture    *fixture,
        const char *zone)
{
  g_time_zone_unref (fixture->zone);
  fixture->zone = g_time_zone_new_identifier (zone);
}

static void
test_days (Fixture      *fixture,
           gconstpointer user_data)
{
  assert_due (fixture, "2024-01-10T08:59:59", "");
  assert_next (fixture, "2024-01-10T08:59:59", "2024-01-10T09:00:00");
  assert_due (fixture, "2024-01-10T09:00:00", "back knee");
  assert_due (fixture, "2024-01-10T09:00:00", "");
  assert_next (fixture, "2024-01-10T09:00:00", "2024-01-10T18:00:00");
  assert_due (fixture, "2024-01-10T18:00:01", "back");
  assert_next (fixture, "2024-01-10T18:00:01", "2024-01-11T09:00:00");
  assert_due (fixture, "2024-01-11T09:00:00", "back");
  assert_due (fixture, "2024-01-17T09:00:00", "back knee");
}

static void
test_none (Fixture      *fixture,
           gconstpointer user_data)
{
  g_autoptr (GPtrArray) none = reminders_new ("[]");

  fys_reminder_schedule_set_reminders (fixture->schedule, none);
  assert_next (fixture, "2024-01-10T08:00:00", NULL);
  assert_due (fixture, "2024-01-10T12:00:00", "");
}

/* Missed by less than two hours: shown when the machine wakes, once. */
static void
test_slept (Fixture      *fixture,
            gconstpointer user_data)
{
  assert_due (fixture, "2024-01-10T10:59:59", "back knee");
  assert_due (fixture, "2024-01-10T11:00:00", "");
}

static void
test_slept_too_long (Fixture      *fixture,
                     gconstpointer user_data)
{
  assert_due (fixture, "2024-01-10T11:00:00", "");
  assert_next (fixture, "2024-01-10T11:00:00", "2024-01-10T18:00:00");
  /* A week of holidays: the one of an hour ago, and not seven of them. */
  assert_due (fixture, "2024-01-16T19:00:00", "back");
}

/* Two times of one article within what is still of use are one reminder. */
static void
test_slept_over_two (Fixture      *fixture,
                     gconstpointer user_data)
{
  g_autoptr (GPtrArray) reminders = reminders_new ("[('back', 'B', 'file:///b.md', 4, [540, 570, 600], 0x7f, true)]");

  fys_reminder_schedule_set_reminders (fixture->schedule, reminders);
  assert_due (fixture, "2024-01-10T10:10:00", "back");
  assert_due (fixture, "2024-01-10T10:11:00", "");
}

/* The clock is corrected by a little after the reminder came: it does not come again. */
static void
test_set_back_a_little (Fixture      *fixture,
                        gconstpointer user_data)
{
  assert_due (fixture, "2024-01-10T09:00:00", "back knee");
  assert_due (fixture, "2024-01-10T08:59:59", "");
  assert_next (fixture, "2024-01-10T08:59:59", "2024-01-10T18:00:00");
  assert_due (fixture, "2024-01-10T09:00:00", "");
  assert_due (fixture, "2024-01-10T18:00:00", "back");
}

/* The clock was a month ahead, and all that was seen to then was not. */
static void
test_set_back (Fixture      *fixture,
               gconstpointer user_data)
{
  assert_due (fixture, "2024-02-10T09:00:00", "back");
  assert_next (fixture, "2024-01-10T08:00:00", "2024-01-10T09:00:00");
  assert_due (fixture, "2024-01-10T08:00:00", "");
  assert_due (fixture, "2024-01-10T09:00:00", "back knee");
}

static void
test_set_forward (Fixture      *fixture,
                  gconstpointer user_data)
{
  assert_due (fixture, "2030-06-12T12:00:00", "");
  assert_next (fixture, "2030-06-12T12:00:00", "2030-06-12T18:00:00");
}

/* Nine in the morning is where the person is. */
static void
test_travel (Fixture      *fixture,
             gconstpointer user_data)
{
  assert_due (fixture, "2024-01-10T09:00:00", "back knee");
  travel (fixture, NEW_YORK);
  assert_next (fixture, "2024-01-10T03:10:00", "2024-01-10T09:00:00");
  assert_due (fixture, "2024-01-10T09:00:00", "back knee");
  /* Back again at 17:00 of New York, which is 23:00 in Denmark. */
  travel (fixture, COPENHAGEN);
  assert_due (fixture, "2024-01-10T23:00:00", "");
  assert_next (fixture, "2024-01-10T23:00:00", "2024-01-11T09:00:00");
}

static void
test_summer_time (Fixture      *fixture,
                  gconstpointer user_data)
{
  g_autoptr (GPtrArray) reminders = reminders_new ("[('back', 'B', 'file:///b.md', 4, [150], 0x7f, true)]"); /* 2:30 */
  g_autoptr (GDateTime) evening = at (fixture, "2024-10-26T20:00:00");
  guint                 n = 0;

  fys_reminder_schedule_set_reminders (fixture->schedule, reminders);
  fys_reminder_schedule_skip (fixture->schedule, evening);
  /* The night lasts thirteen hours; looked at every minute of them. */
  for (guint minute = 1; minute <= 13 * 60; minute++)
    {
      g_autoptr (GDateTime) now = g_date_time_add_minutes (evening, minute);
      g_autoptr (GArray)    due = fys_reminder_schedule_take_due (fixture->schedule, now);

      n += due->len;
    }
  g_assert_cmpuint (n, ==, 1);
}

static void
test_snooze (Fixture      *fixture,
             gconstpointer user_data)
{
  assert_due (fixture, "2024-01-10T09:00:00", "back knee");
  snooze (fixture, "back", "2024-01-10T09:02:00");
  g_assert_true (fys_reminder_schedule_has_snoozed (fixture->schedule));
  assert_next (fixture, "2024-01-10T09:02:00", "2024-01-10T09:17:00");
  assert_due (fixture, "2024-01-10T09:16:59", "");
  assert_due (fixture, "2024-01-10T09:17:00", "(back)");
  assert_due (fixture, "2024-01-10T09:18:00", "");
  g_assert_false (fys_reminder_schedule_has_snoozed (fixture->schedule));
  assert_next (fixture, "2024-01-10T09:18:00", "2024-01-10T18:00:00");
}

static void
test_snooze_done (Fixture      *fixture,
                  gconstpointer user_data)
{
  assert_due (fixture, "2024-01-10T09:00:00", "back knee");
  snooze (fixture, "back", "2024-01-10T09:00:00");
  fys_reminder_schedule_unsnooze (fixture->schedule, "back");
  g_assert_false (fys_reminder_schedule_has_snoozed (fixture->schedule));
  assert_due (fixture, "2024-01-10T09:20:00", "");
}

/* Put off until after the next time: that one comes, as itself, and nothing after it. */
static void
test_snooze_overtaken (Fixture      *fixture,
                       gconstpointer user_data)
{
  snooze (fixture, "back", "2024-01-10T17:50:00");
  assert_due (fixture, "2024-01-10T18:00:00", "back");
  assert_due (fixture, "2024-01-10T18:05:00", "");
  assert_next (fixture, "2024-01-10T18:05:00", "2024-01-11T09:00:00");
}

static void
test_snooze_slept (Fixture      *fixture,
                   gconstpointer user_data)
{
  assert_due (fixture, "2024-01-10T09:00:00", "back knee");
  snooze (fixture, "back", "2024-01-10T09:00:00");
  snooze (fixture, "knee", "2024-01-10T09:30:00");
  assert_due (fixture, "2024-01-10T11:30:00", "(knee)");
  g_assert_false (fys_reminder_schedule_has_snoozed (fixture->schedule));
}

static void
test_snooze_set_back (Fixture      *fixture,
                      gconstpointer user_data)
{
  snooze (fixture, "knee", "2024-01-12T20:00:00");
  assert_due (fixture, "2024-01-10T10:00:00", "back knee");
  snooze (fixture, "knee", "2024-01-12T20:00:00");
  assert_due (fixture, "2024-01-10T10:00:00", "");
  assert_next (fixture, "2024-01-10T10:00:00", "2024-01-10T10:15:00");
}

static void
test_snooze_gone (Fixture      *fixture,
                  gconstpointer user_data)
{
  g_autoptr (GPtrArray) reminders = reminders_new ("[('back', 'B', 'file:///b.md', 4, [540], 0x7f, false)]");

  snooze (fixture, "nobody", "2024-01-10T08:00:00");
  snooze (fixture, "off", "2024-01-10T08:00:00");
  g_assert_false (fys_reminder_schedule_has_snoozed (fixture->schedule));
  snooze (fixture, "back", "2024-01-10T08:00:00");
  snooze (fixture, "knee", "2024-01-10T08:00:00");
  fys_reminder_schedule_set_reminders (fixture->schedule, reminders);
  g_assert_false (fys_reminder_schedule_has_snoozed (fixture->schedule));
  assert_next (fixture, "2024-01-10T08:00:00", NULL);
}

/* The program starts again: it knows what was shown before, and shows what was missed meanwhile. */
static void
test_restart (Fixture      *fixture,
              gconstpointer user_data)
{
  g_autoptr (GPtrArray) reminders = reminders_new (REMINDERS);

  assert_due (fixture, "2024-01-10T09:00:00", "back knee");
  for (guint i = 0; i < 2; i++)
    {
      gint64 checked_s = fys_reminder_schedule_get_checked_s (fixture->schedule);

      fys_reminder_schedule_free (fixture->schedule);
      fixture->schedule = fys_reminder_schedule_new (checked_s);
      fys_reminder_schedule_set_reminders (fixture->schedule, reminders);
      assert_due (fixture, i == 0 ? "2024-01-10T09:05:00" : "2024-01-10T18:20:00", i == 0 ? "" : "back");
    }
}

/* What was kept is anything: none of it brings more than what is still of use, or keeps quiet for ever. */
static void
test_restart_hostile (Fixture      *fixture,
                      gconstpointer user_data)
{
  static const gint64   kept[] = { G_MININT64, -1, 0, G_MAXINT64 };
  g_autoptr (GPtrArray) reminders = reminders_new (REMINDERS);

  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      fys_reminder_schedule_free (fixture->schedule);
      fixture->schedule = fys_reminder_schedule_new (kept[i]);
      fys_reminder_schedule_set_reminders (fixture->schedule, reminders);
      assert_due (fixture, "2024-01-11T10:00:00", kept[i] == G_MAXINT64 ? "" : "back");
      assert_next (fixture, "2024-01-11T10:00:00", "2024-01-11T18:00:00");
      assert_due (fixture, "2024-01-11T18:00:00", "back");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/schedule/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("days", test_days);
  ADD ("none", test_none);
  ADD ("slept", test_slept);
  ADD ("slept-too-long", test_slept_too_long);
  ADD ("slept-over-two", test_slept_over_two);
  ADD ("set-back-a-little", test_set_back_a_little);
  ADD ("set-back", test_set_back);
  ADD ("set-forward", test_set_forward);
  ADD ("travel", test_travel);
  ADD ("summer-time", test_summer_time);
  ADD ("snooze", test_snooze);
  ADD ("snooze-done", test_snooze_done);
  ADD ("snooze-overtaken", test_snooze_overtaken);
  ADD ("snooze-slept", test_snooze_slept);
  ADD ("snooze-set-back", test_snooze_set_back);
  ADD ("snooze-gone", test_snooze_gone);
  ADD ("restart", test_restart);
  ADD ("restart-hostile", test_restart_hostile);
#undef ADD

  return g_test_run ();
}
