/* test-words.c - times and days in words, and what a person types for a time
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/reminder/fys-reminder-words.h"

#include <string.h>

static const struct
{
  const char *text;
  int         minute; /* -1: no time */
} typed[] = {
  { "9", 540 },
  { "09", 540 },
  { "9:00", 540 },
  { "9.30", 570 },
  { "kl. 9.30", 570 },
  { "kl 9", 540 },
  { " 18:05 ", 18 * 60 + 5 },
  { "0930", 570 },
  { "930", 570 },
  { "0:00", 0 },
  { "23:59", 1439 },
  { "9:00 AM", 540 },
  { "9:00 pm", 21 * 60 },
  { "12 am", 0 },
  { "12:30 p.m.", 750 },
  { "", -1 },
  { "kl.", -1 },
  { "24:00", -1 },
  { "9:60", -1 },
  { "9:5", -1 },
  { "9:005", -1 },
  { "13 pm", -1 },
  { "0 am", -1 },
  { "9:00 x", -1 },
  { "9 10", -1 },
  { "99999999999999999999", -1 },
  { "ni", -1 },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      guint minute = 4711;

      g_test_message ("“%s”", typed[i].text);
      g_assert_cmpint (fys_minute_parse (typed[i].text, &minute), ==, typed[i].minute >= 0);
      g_assert_cmpuint (minute, ==, typed[i].minute >= 0 ? (guint) typed[i].minute : 4711);
    }
}

/* What is shown is understood again, every minute of the day. */
static void
test_round_trip (void)
{
  for (guint minute = 0; minute < FYS_MINUTES_A_DAY; minute++)
    {
      g_autofree char *text = fys_minute_dup_text (minute);
      guint            again = 4711;

      g_assert_true (fys_minute_parse (text, &again));
      g_assert_cmpuint (again, ==, minute);
    }
}

static const struct
{
  FysReminderTimes times;
  const char      *text;
} told[] = {
  { { { 540 }, 1, FYS_WEEKDAYS_ALL }, "Every day at 9:00" },
  { { { 540, 1080 }, 2, FYS_WEEKDAYS_ALL }, "Every day at 9:00 and 18:00" },
  { { { 5, 540, 1080 }, 3, 0x1f }, "Monday to Friday at 0:05, 9:00 and 18:00" },
  { { { 540 }, 1, 0x60 }, "Saturday and Sunday at 9:00" },
  { { { 540 }, 1, 0x15 }, "Mon, Wed and Fri at 9:00" },
  { { { 540 }, 1, 0x09 }, "Mon and Thu at 9:00" },
  { { { 540 }, 1, 0x01 }, "Monday at 9:00" },
  { { { 540 }, 1, 0x40 }, "Sunday at 9:00" },
};

static void
test_times (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_autofree char *text = fys_reminder_times_dup_text (&told[i].times);

      g_assert_cmpstr (text, ==, told[i].text);
    }
}

static char *
dup_quote (const char *markdown)
{
  g_autoptr (GBytes)          bytes = g_bytes_new (markdown, strlen (markdown));
  g_autoptr (FysArticle)      article = fys_article_new_from_bytes (bytes, "a.md");
  g_autoptr (FysExerciseList) exercises = fys_exercise_list_new (article);

  return fys_reminder_dup_quote (exercises);
}

#define BENCH   "## Øvelser\n\n### Benpres\n\nTag 3 sæt af 10 gentagelser 2 gange om dagen.\n\n"
#define CALF    "### Stræk af læggen\n\nStil den ene fod bag den anden, og hold i 20 sekunder. Gør det "
#define BALANCE "### Balance\n\nStå på ét ben i 30 sekunder.\n"

static void
test_quote (void)
{
  g_autofree char *same = dup_quote (BENCH CALF "2 gange om dagen.\n");
  g_autofree char *different = dup_quote (BENCH CALF "3 gange om dagen.\n");
  g_autofree char *partly = dup_quote (BENCH BALANCE);
  g_autofree char *none = dup_quote ("## Øvelser\n\n" BALANCE);

  g_assert_cmpstr (same, ==, "The article says: “2 gange om dagen”.");
  g_assert_cmpstr (different, ==,
                   "The article says of Benpres: “2 gange om dagen”.\nThe article says of Stræk af læggen: “3 gange om dagen”.");
  /* Of the other one it says nothing, and nothing is made up. */
  g_assert_cmpstr (partly, ==, "The article says of Benpres: “2 gange om dagen”.");
  g_assert_true (g_str_has_prefix (none, "The article does not say how often."));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reminder-words/parse", test_parse);
  g_test_add_func ("/reminder-words/round-trip", test_round_trip);
  g_test_add_func ("/reminder-words/times", test_times);
  g_test_add_func ("/reminder-words/quote", test_quote);

  return g_test_run ();
}
