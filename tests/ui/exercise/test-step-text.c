/* test-step-text.c - what a step of a session is called
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/exercise/fys-step-text.h"

typedef char *(*DupFunc) (gint64 length_us);

static void
assert_length (DupFunc     dup,
               gint64      length_us,
               const char *expected)
{
  g_autofree char *text = dup (length_us);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_lengths (void)
{
  assert_length (fys_length_dup_text, 0, "0 s");
  assert_length (fys_length_dup_text, -1, "0 s");
  assert_length (fys_length_dup_text, 1, "1 s");
  assert_length (fys_length_dup_text, 45 * G_USEC_PER_SEC, "45 s");
  assert_length (fys_length_dup_text, 59 * G_USEC_PER_SEC + 1, "1 min");
  assert_length (fys_length_dup_text, 120 * G_USEC_PER_SEC, "2 min");
  assert_length (fys_length_dup_text, 150 * G_USEC_PER_SEC, "2 min 30 s");
  assert_length (fys_length_dup_spoken, G_USEC_PER_SEC, "1 second");
  assert_length (fys_length_dup_spoken, 61 * G_USEC_PER_SEC, "1 minute 1 second");
  assert_length (fys_length_dup_spoken, 150 * G_USEC_PER_SEC, "2 minutes 30 seconds");
  assert_length (fys_length_dup_spoken, 120 * G_USEC_PER_SEC, "2 minutes");
  assert_length (fys_length_dup_figure, 0, "0");
  assert_length (fys_length_dup_figure, 29 * G_USEC_PER_SEC + 1, "30");
  assert_length (fys_length_dup_figure, 65 * G_USEC_PER_SEC, "65");
  assert_length (fys_length_dup_figure, 99 * G_USEC_PER_SEC, "99");
  assert_length (fys_length_dup_figure, 100 * G_USEC_PER_SEC, "1:40");
  assert_length (fys_length_dup_figure, 125 * G_USEC_PER_SEC, "2:05");
  assert_length (fys_length_dup_figure, 3600 * (gint64) G_USEC_PER_SEC, "60:00");
}

static void
test_ranges (void)
{
  const struct
  {
    FysRange    range;
    const char *text;
  } cases[] = {
    { { 0, 0 }, "" }, { { 30, 30 }, "30" }, { { 0, 30 }, "30" }, { { 20, 30 }, "20–30" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = fys_range_dup_text (cases[i].range);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_counts (void)
{
  const struct
  {
    FysStep     step;
    const char *text;
  } cases[] = {
    { { .rep = 1, .n_reps = 1, .set = 1, .n_sets = 1 }, "" },
    { { .rep = 0, .n_reps = 0 }, "" },
    { { .rep = 2, .n_reps = 3, .set = 1, .n_sets = 1 }, "Repetition 2 of 3" },
    { { .rep = 1, .n_reps = 1, .set = 2, .n_sets = 3 }, "Set 2 of 3" },
    { { .rep = 2, .n_reps = 3, .set = 1, .n_sets = 2 }, "Repetition 2 of 3 · Set 1 of 2" },
    { { .rep = 9, .n_reps = 10, .is_extra = TRUE }, "Repetition 9 of 10 (optional)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = fys_step_dup_counts (&cases[i].step);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_next (void)
{
  FysStep rest = { .kind = FYS_STEP_REST, .length_us = 10 * G_USEC_PER_SEC, .side = FYS_SIDE_LEFT };
  FysStep turn = { .kind = FYS_STEP_SWITCH_SIDE, .length_us = 5 * G_USEC_PER_SEC, .side = FYS_SIDE_RIGHT };
  FysStep repetition = { .kind = FYS_STEP_REPETITION, .length_us = FYS_UNTIL_DONE, .rep = 1, .n_reps = 8 };
  g_autofree char *a = fys_step_dup_next (&rest, NULL);
  g_autofree char *b = fys_step_dup_next (&turn, NULL);
  g_autofree char *c = fys_step_dup_next (&repetition, "Bækkenløft");
  g_autofree char *d = fys_step_dup_next (NULL, NULL);

  g_assert_cmpstr (a, ==, "Next: Rest, 10 s");
  g_assert_cmpstr (b, ==, "Next: Switch Side, Right side, 5 s");
  g_assert_cmpstr (c, ==, "Next: Bækkenløft, Do One Repetition");
  g_assert_cmpstr (d, ==, "This is the last one");
}

static void
test_spoken (void)
{
  FysStep hold = { .kind = FYS_STEP_HOLD, .side = FYS_SIDE_LEFT, .length_us = 30 * G_USEC_PER_SEC, .rep = 2, .n_reps = 3 };
  FysStep repetition = { .kind = FYS_STEP_REPETITION, .length_us = FYS_UNTIL_DONE, .rep = 1, .n_reps = 8 };
  g_autofree char *a = fys_step_dup_spoken (&hold, NULL);
  g_autofree char *b = fys_step_dup_spoken (&repetition, "Bro");

  g_assert_cmpstr (a, ==, "Hold, 30 seconds. Left side. Repetition 2 of 3");
  g_assert_cmpstr (b, ==, "Bro. Do One Repetition. Repetition 1 of 8");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exercise/step-text/lengths", test_lengths);
  g_test_add_func ("/exercise/step-text/ranges", test_ranges);
  g_test_add_func ("/exercise/step-text/counts", test_counts);
  g_test_add_func ("/exercise/step-text/next", test_next);
  g_test_add_func ("/exercise/step-text/spoken", test_spoken);
  return g_test_run ();
}
