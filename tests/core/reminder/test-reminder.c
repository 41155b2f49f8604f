/* test-reminder.c - reminders: their next time, what is kept of them, and what an article's words suggest
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/reminder/fys-reminder.h"

#include <string.h>

/* The rule of Denmark, written out so that no list of time zones has to be there: 31 March 2024 has no 2:30, 27 October has it twice. */
#define COPENHAGEN "CET-1CEST,M3.5.0/2,M10.5.0/3"
#define NEW_YORK   "EST5EDT,M3.2.0/2,M11.1.0/2"
/* Puts the clock forward at midnight. */
#define CAIRO      "EET-2EEST,M4.5.5/0,M10.5.4/24"

#define MON FYS_WEEKDAY_BIT (1)
#define TUE FYS_WEEKDAY_BIT (2)
#define WED FYS_WEEKDAY_BIT (3)
#define THU FYS_WEEKDAY_BIT (4)
#define FRI FYS_WEEKDAY_BIT (5)
#define SUN FYS_WEEKDAY_BIT (7)

#define AT(hour, minute) ((hour) * 60 + (minute))

typedef struct
{
  const char      *zone;
  const char      *after;
  const char      *next; /* with its distance from UTC; NULL for never */
  FysReminderTimes times;
} NextCase;

static const NextCase next_cases[] = {
  /* today, tomorrow, and never now */
  { COPENHAGEN, "2024-01-10T08:00:00", "2024-01-10 09:00 +0100", { { AT (9, 0) }, 1, FYS_WEEKDAYS_ALL } },
  { COPENHAGEN, "2024-01-10T08:59:59", "2024-01-10 09:00 +0100", { { AT (9, 0) }, 1, FYS_WEEKDAYS_ALL } },
  { COPENHAGEN, "2024-01-10T09:00:00", "2024-01-11 09:00 +0100", { { AT (9, 0) }, 1, FYS_WEEKDAYS_ALL } },
  { COPENHAGEN, "2024-01-10T12:00:00", "2024-01-10 18:00 +0100", { { AT (9, 0), AT (18, 0) }, 2, FYS_WEEKDAYS_ALL } },
  { COPENHAGEN, "2024-01-10T18:00:00", "2024-01-11 09:00 +0100", { { AT (9, 0), AT (18, 0) }, 2, FYS_WEEKDAYS_ALL } },
  /* the first and the last minute of a day, a month, a year */
  { COPENHAGEN, "2024-01-10T23:59:59", "2024-01-11 00:00 +0100", { { AT (0, 0) }, 1, FYS_WEEKDAYS_ALL } },
  { COPENHAGEN, "2024-01-11T00:00:00", "2024-01-12 00:00 +0100", { { AT (0, 0) }, 1, FYS_WEEKDAYS_ALL } },
  { COPENHAGEN, "2024-02-28T23:59:00", "2024-02-29 23:59 +0100", { { AT (23, 59) }, 1, FYS_WEEKDAYS_ALL } },
  { COPENHAGEN, "2024-12-31T20:00:00", "2025-01-01 09:00 +0100", { { AT (9, 0) }, 1, FYS_WEEKDAYS_ALL } },
  /* weekdays: 10 January 2024 is a Wednesday */
  { COPENHAGEN, "2024-01-10T08:00:00", "2024-01-10 09:00 +0100", { { AT (9, 0) }, 1, WED } },
  { COPENHAGEN, "2024-01-10T09:00:00", "2024-01-17 09:00 +0100", { { AT (9, 0) }, 1, WED } },
  { COPENHAGEN, "2024-01-10T09:00:00", "2024-01-16 09:00 +0100", { { AT (9, 0) }, 1, TUE } },
  { COPENHAGEN, "2024-01-10T09:00:00", "2024-01-12 09:00 +0100", { { AT (9, 0) }, 1, MON | WED | FRI } },
  { COPENHAGEN, "2024-01-13T12:00:00", "2024-01-14 07:15 +0100", { { AT (7, 15), AT (20, 0) }, 2, SUN } },
  /* The day is the one that the person is in, and not that of Greenwich: there it is still Tuesday. */
  { COPENHAGEN, "2024-01-10T00:10:00", "2024-01-10 00:30 +0100", { { AT (0, 30) }, 1, WED } },
  /* 9:00 stays 9:00 when the clock changes. */
  { COPENHAGEN, "2024-03-30T09:00:00", "2024-03-31 09:00 +0200", { { AT (9, 0) }, 1, FYS_WEEKDAYS_ALL } },
  { COPENHAGEN, "2024-10-26T09:00:00", "2024-10-27 09:00 +0100", { { AT (9, 0) }, 1, FYS_WEEKDAYS_ALL } },
  /* what is skipped comes later, once */
  { COPENHAGEN, "2024-03-31T01:59:59", "2024-03-31 03:00 +0200", { { AT (2, 30) }, 1, FYS_WEEKDAYS_ALL } },
  { COPENHAGEN, "2024-03-31T03:00:00", "2024-04-01 02:30 +0200", { { AT (2, 30) }, 1, FYS_WEEKDAYS_ALL } },
  { COPENHAGEN, "2024-03-31T00:00:00", "2024-03-31 01:59 +0100", { { AT (1, 59), AT (3, 0) }, 2, FYS_WEEKDAYS_ALL } },
  { COPENHAGEN, "2024-03-31T01:59:00", "2024-03-31 03:00 +0200", { { AT (1, 59), AT (3, 0) }, 2, FYS_WEEKDAYS_ALL } },
  { CAIRO, "2024-04-25T20:00:00", "2024-04-26 01:00 +0300", { { AT (0, 0) }, 1, FYS_WEEKDAYS_ALL } },
  { CAIRO, "2024-04-26T01:00:00", "2024-04-27 00:00 +0300", { { AT (0, 0) }, 1, FYS_WEEKDAYS_ALL } },
  /* the same moment, wherever one has travelled to */
  { NEW_YORK, "2024-01-10T03:00:00", "2024-01-10 09:00 -0500", { { AT (9, 0) }, 1, FYS_WEEKDAYS_ALL } },
  /* the end of the calendar */
  { COPENHAGEN, "9999-12-31T10:00:00", NULL, { { AT (9, 0) }, 1, FYS_WEEKDAYS_ALL } },
};

static void
test_next (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (next_cases); i++)
    {
      const NextCase       *one = &next_cases[i];
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (one->zone);
      g_autoptr (GDateTime) after = g_date_time_new_from_iso8601 (one->after, zone);
      gint64                next_s = fys_reminder_times_next (&one->times, after);
      g_autoptr (GDateTime) utc = next_s >= 0 ? g_date_time_new_from_unix_utc (next_s) : NULL;
      g_autoptr (GDateTime) next = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
      g_autofree char      *text = next != NULL ? g_date_time_format (next, "%Y-%m-%d %H:%M %z") : NULL;

      g_test_message ("after %s", one->after);
      g_assert_cmpstr (text, ==, one->next);
    }
}

/* In the night when an hour comes twice, 2:30 is reminded of once. */
static void
test_twice (void)
{
  static const FysReminderTimes times = { { AT (2, 30) }, 1, FYS_WEEKDAYS_ALL };
  g_autoptr (GTimeZone)         zone = g_time_zone_new_identifier (COPENHAGEN);
  g_autoptr (GDateTime)         time = g_date_time_new_from_iso8601 ("2024-10-26T12:00:00", zone);
  static const char *const      days[] = { "2024-10-27", "2024-10-28", "2024-10-29" };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (fys_reminder_times_next (&times, time));
      g_autoptr (GDateTime) next = g_date_time_to_timezone (utc, zone);
      g_autofree char      *day = g_date_time_format (next, "%Y-%m-%d");

      g_assert_cmpstr (day, ==, days[i]);
      g_assert_cmpint (g_date_time_get_hour (next), ==, 2);
      g_assert_cmpint (g_date_time_get_minute (next), ==, 30);
      g_date_time_unref (g_steal_pointer (&time));
      time = g_steal_pointer (&next);
    }
}

/* Five years of three times a day, at hours that the clock skips and repeats too. */
static void
test_every_day (void)
{
  static const FysReminderTimes times = { { AT (0, 0), AT (2, 30), AT (23, 59) }, 3, FYS_WEEKDAYS_ALL };
  static const char *const      zones[] = { COPENHAGEN, NEW_YORK, CAIRO, "UTC" };

  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zones[i]);
      g_autoptr (GDateTime) time = g_date_time_new (zone, 2023, 12, 31, 23, 59, 30);
      g_autoptr (GDateTime) end = g_date_time_new (zone, 2028, 12, 31, 23, 59, 0);
      guint                 n = 0;

      while (g_date_time_compare (time, end) < 0)
        {
          gint64                next_s = fys_reminder_times_next (&times, time);
          g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (next_s);

          g_assert_cmpint (next_s, >, g_date_time_to_unix (time));
          g_date_time_unref (g_steal_pointer (&time));
          time = g_date_time_to_timezone (utc, zone);
          n++;
        }
      g_assert_cmpuint (n, ==, 3 * (5 * 365 + 2)); /* 2024 and 2028 are leap years */
    }
}

static void
test_sort (void)
{
  FysReminderTimes times = { { AT (18, 0), AT (9, 0), AT (18, 0), AT (7, 30), AT (9, 0) }, 5, FYS_WEEKDAYS_ALL };

  fys_reminder_times_sort (&times);
  g_assert_cmpuint (times.n_times, ==, 3);
  g_assert_cmpuint (times.minutes[0], ==, AT (7, 30));
  g_assert_cmpuint (times.minutes[1], ==, AT (9, 0));
  g_assert_cmpuint (times.minutes[2], ==, AT (18, 0));
}

static GVariant *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  GVariant          *variant = g_variant_parse (G_VARIANT_TYPE (FYS_REMINDERS_TYPE), text, NULL, NULL, &error);

  g_assert_no_error (error);
  return variant;
}

static void
test_round_trip (void)
{
  static const char    *kept = "[('iskias', 'Iskias – ømt', 'file:///home/b%C3%B8rge/iskias.md', 7, [540, 1080], 0x7f, true), "
                               "('blog/knæ', 'Knæ', 'file:///a.md', 1, [0], 0x01, false)]";
  g_autoptr (GVariant)  variant = parse (kept);
  g_autoptr (GPtrArray) reminders = fys_reminders_new_from_variant (variant);
  g_autoptr (GVariant)  again = g_variant_ref_sink (fys_reminders_to_variant (reminders));
  const FysReminder    *reminder = fys_reminders_find (reminders, "iskias");

  g_assert_true (g_variant_equal (variant, again));
  g_assert_cmpuint (reminders->len, ==, 2);
  g_assert_cmpstr (reminder->title, ==, "Iskias – ømt");
  g_assert_cmpuint (reminder->n_exercises, ==, 7);
  g_assert_cmpuint (reminder->times.n_times, ==, 2);
  g_assert_cmpuint (reminder->times.minutes[1], ==, AT (18, 0));
  g_assert_true (reminder->is_on);
  g_assert_false (fys_reminders_find (reminders, "blog/knæ")->is_on);
  g_assert_null (fys_reminders_find (reminders, "knæ"));
}

/* Each is dropped, and nothing else is. */
static const char *const hostile[] = {
  "('', 'T', 'file:///a.md', 1, [540], 0x7f, true)",          /* no key */
  "('k', '', 'file:///a.md', 1, [540], 0x7f, true)",          /* no title */
  "('k', 'T', '', 1, [540], 0x7f, true)",                     /* no address */
  "('k', 'T', '/a.md', 1, [540], 0x7f, true)",                /* a path */
  "('k', 'T', 'https://fysfinder.dk/a.md', 1, [540], 0x7f, true)",
  "('k', 'T', 'sftp://host/a.md', 1, [540], 0x7f, true)",
  "('k', 'T', 'file://host/a.md', 1, [540], 0x7f, true)",     /* another machine's */
  "('k', 'T', 'file:a.md', 1, [540], 0x7f, true)",
  "('k', 'T', 'file:', 1, [540], 0x7f, true)",
  "('k', 'T', 'javascript:alert(1)', 1, [540], 0x7f, true)",
  "('k', 'T', 'file:///%', 1, [540], 0x7f, true)",            /* no address at all */
  "('k', 'T', 'file:///a.md', 0, [540], 0x7f, true)",         /* nothing to do */
  "('k', 'T', 'file:///a.md', 1, [], 0x7f, true)",            /* no time */
  "('k', 'T', 'file:///a.md', 1, [1440], 0x7f, true)",        /* the 25th hour */
  "('k', 'T', 'file:///a.md', 1, [540, 65535], 0x7f, true)",
  "('k', 'T', 'file:///a.md', 1, [1, 2, 3, 4, 5, 6, 7], 0x7f, true)",
  "('k', 'T', 'file:///a.md', 1, [540], 0x00, true)",         /* no day */
  "('k', 'T', 'file:///a.md', 1, [540], 0x80, true)",         /* the eighth day */
  "('k', 'T', 'file:///a.md', 1, [540], 0xff, true)",
};

static void
test_hostile (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char      *text = g_strdup_printf ("[('a', 'A', 'file:///a.md', 1, [1], 0x01, true), %s, "
                                                    "('b', 'B', 'file:///b.md', 1, [2], 0x40, true)]", hostile[i]);
      g_autoptr (GVariant)  variant = parse (text);
      g_autoptr (GPtrArray) reminders = fys_reminders_new_from_variant (variant);

      g_test_message ("%s", hostile[i]);
      g_assert_cmpuint (reminders->len, ==, 2);
      g_assert_nonnull (fys_reminders_find (reminders, "a"));
      g_assert_nonnull (fys_reminders_find (reminders, "b"));
    }
}

static void
test_too_much (void)
{
  GVariantBuilder       builder;
  g_autofree char      *long_title = g_strnfill (1 << 20, 'x');
  g_autoptr (GVariant)  variant = NULL;
  g_autoptr (GPtrArray) reminders = NULL;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (FYS_REMINDERS_TYPE));
  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *key = g_strdup_printf ("key-%u", i / 2); /* each twice */

      g_variant_builder_add_parsed (&builder, "(%s, %s, 'file:///a.md', %q, [%q, 540, 540], byte 0x7f, true)", key,
                                    i == 0 ? long_title : "T", (guint16) 1, (guint16) 600);
    }
  variant = g_variant_ref_sink (g_variant_builder_end (&builder));
  reminders = fys_reminders_new_from_variant (variant);
  g_assert_cmpuint (reminders->len, ==, FYS_REMINDERS_MAX);
  for (guint i = 0; i < reminders->len; i++)
    {
      const FysReminder *reminder = g_ptr_array_index (reminders, i);

      g_assert_cmpstr (reminder->title, ==, "T");
      g_assert_cmpuint (reminder->times.n_times, ==, 2); /* in order, each once */
      g_assert_cmpuint (reminder->times.minutes[0], ==, 540);
      g_assert_true (fys_reminders_find (reminders, reminder->article) == reminder);
    }
}

/* Whatever an article is called and wherever it lies: what is put into the settings comes back. */
static void
test_long_names (void)
{
  static const FysReminderTimes times = { { AT (9, 0) }, 1, FYS_WEEKDAYS_ALL };
  g_autoptr (GString)           title = g_string_new (NULL);
  g_autoptr (GString)           uri = g_string_new ("file:///");
  g_autofree char              *key = g_strnfill (4000, 'k');
  g_autoptr (GPtrArray)         reminders = g_ptr_array_new_with_free_func ((GDestroyNotify) fys_reminder_free);
  g_autoptr (GVariant)          variant = NULL;
  g_autoptr (GPtrArray)         again = NULL;
  const FysReminder            *reminder;

  for (guint i = 0; i < 2000; i++)
    {
      g_string_append (title, "ø");
      g_string_append (uri, "%C3%B8");
    }
  g_ptr_array_add (reminders, fys_reminder_new (key, title->str, uri->str, 1, &times));
  variant = g_variant_ref_sink (fys_reminders_to_variant (reminders));
  again = fys_reminders_new_from_variant (variant);
  reminder = fys_reminders_find (again, key);
  g_assert_nonnull (reminder);
  g_assert_cmpstr (reminder->uri, ==, uri->str);
  g_assert_true (g_utf8_validate (reminder->title, -1, NULL));
  g_assert_true (g_str_has_prefix (title->str, reminder->title));
  g_assert_cmpint (g_utf8_strlen (reminder->title, -1), >=, 100);
}

typedef struct
{
  FysRange    frequency;
  FysPer      per;
  guint       weekdays;
  const char *times; /* as GVariant prints minutes */
} SuggestCase;

static const SuggestCase suggest_cases[] = {
  { { 0, 0 }, FYS_PER_NONE, FYS_WEEKDAYS_ALL, "[540]" },
  { { 1, 1 }, FYS_PER_DAY, FYS_WEEKDAYS_ALL, "[540]" },
  { { 2, 2 }, FYS_PER_DAY, FYS_WEEKDAYS_ALL, "[540, 1080]" },
  { { 2, 3 }, FYS_PER_DAY, FYS_WEEKDAYS_ALL, "[540, 1080]" },
  { { 3, 3 }, FYS_PER_DAY, FYS_WEEKDAYS_ALL, "[540, 840, 1140]" },
  { { 4, 5 }, FYS_PER_DAY, FYS_WEEKDAYS_ALL, "[480, 720, 960, 1200]" },
  { { 5, 5 }, FYS_PER_DAY, FYS_WEEKDAYS_ALL, "[480, 660, 840, 1020, 1200]" },
  { { 6, 6 }, FYS_PER_DAY, FYS_WEEKDAYS_ALL, "[480, 600, 720, 900, 1080, 1200]" },
  { { 20, 20 }, FYS_PER_DAY, FYS_WEEKDAYS_ALL, "[480, 600, 720, 900, 1080, 1200]" },
  { { 0, 2 }, FYS_PER_DAY, FYS_WEEKDAYS_ALL, "[540]" },
  { { 1, 1 }, FYS_PER_WEEK, MON, "[540]" },
  { { 2, 3 }, FYS_PER_WEEK, MON | THU, "[540]" },
  { { 3, 3 }, FYS_PER_WEEK, MON | WED | FRI, "[540]" },
  { { 3, 4 }, FYS_PER_WEEK, MON | WED | FRI, "[540]" },
  { { 4, 4 }, FYS_PER_WEEK, MON | TUE | THU | FRI, "[540]" },
  { { 5, 5 }, FYS_PER_WEEK, FYS_WEEKDAYS_ALL & ~(SUN | FYS_WEEKDAY_BIT (6)), "[540]" },
  { { 6, 6 }, FYS_PER_WEEK, FYS_WEEKDAYS_ALL & ~SUN, "[540]" },
  { { 7, 7 }, FYS_PER_WEEK, FYS_WEEKDAYS_ALL, "[540]" },
  { { 14, 14 }, FYS_PER_WEEK, FYS_WEEKDAYS_ALL, "[540, 1080]" },
  { { G_MAXUINT, G_MAXUINT }, FYS_PER_WEEK, FYS_WEEKDAYS_ALL, "[480, 600, 720, 900, 1080, 1200]" },
};

static char *
print_minutes (const FysReminderTimes *times)
{
  GString *text = g_string_new ("[");

  for (guint i = 0; i < times->n_times; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? ", " : "", times->minutes[i]);
  return g_string_free (g_string_append_c (text, ']'), FALSE);
}

static void
test_suggest (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (suggest_cases); i++)
    {
      const SuggestCase *one = &suggest_cases[i];
      FysReminderTimes   times = fys_reminder_suggest (one->frequency, one->per);
      g_autofree char   *minutes = print_minutes (&times);

      g_test_message ("%u-%u by %d", one->frequency.min, one->frequency.max, one->per);
      g_assert_cmpstr (minutes, ==, one->times);
      g_assert_cmphex (times.weekdays, ==, one->weekdays);
    }
}

#define ARTICLE                                                                             \
  "---\ntitle: Knæ\n---\n\n## Øvelser\n\n### Benpres\n\nTag 3 sæt af 10 gentagelser 3 gange om ugen.\n\n" \
  "### Stræk af læggen\n\nStil den ene fod bag den anden, og hold i 20 sekunder. Gør det 2 gange om dagen.\n\n" \
  "### Balance\n\nStå på ét ben i 30 sekunder.\n"

static const FysExercise *
find_frequent (const char       *markdown,
               FysExerciseList **out_exercises)
{
  g_autoptr (GBytes)     bytes = g_bytes_new (markdown, strlen (markdown));
  g_autoptr (FysArticle) article = fys_article_new_from_bytes (bytes, "a.md");

  *out_exercises = fys_exercise_list_new (article);
  return fys_reminder_find_frequent (*out_exercises);
}

/* Twice a day is more than three times a week. */
static void
test_frequent (void)
{
  g_autoptr (FysExerciseList) exercises = NULL;
  const FysExercise          *exercise = find_frequent (ARTICLE, &exercises);

  g_assert_cmpuint (fys_exercise_list_get_n (exercises), ==, 3);
  g_assert_nonnull (exercise);
  g_assert_cmpstr (exercise->name, ==, "Stræk af læggen");
}

static void
test_frequent_none (void)
{
  g_autoptr (FysExerciseList) exercises = NULL;

  g_assert_null (find_frequent ("## Øvelser\n\n### Balance\n\nStå på ét ben i 30 sekunder.\n", &exercises));
  g_assert_cmpuint (fys_exercise_list_get_n (exercises), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reminder/next", test_next);
  g_test_add_func ("/reminder/twice", test_twice);
  g_test_add_func ("/reminder/every-day", test_every_day);
  g_test_add_func ("/reminder/sort", test_sort);
  g_test_add_func ("/reminder/round-trip", test_round_trip);
  g_test_add_func ("/reminder/hostile", test_hostile);
  g_test_add_func ("/reminder/long-names", test_long_names);
  g_test_add_func ("/reminder/too-much", test_too_much);
  g_test_add_func ("/reminder/suggest", test_suggest);
  g_test_add_func ("/reminder/frequent", test_frequent);
  g_test_add_func ("/reminder/frequent-none", test_frequent_none);

  return g_test_run ();
}
