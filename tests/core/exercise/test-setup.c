/* test-setup.c - figures, order and what is left out, as a user changes them
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/exercise/fys-setup.h"

#include <string.h>

static const char article_text[] =
    "# Ondt i balden\n\n## Øvelser\n\n"
    "### Stræk af balden\n\nLig på ryggen, og træk knæet mod brystet. Hold 20–30 sekunder og gentag 2–3 gange på hver side.\n\n"
    "### Bækkenløft\n\nLig på ryggen, og løft bækkenet. Gentag 8–10 gange.\n\n"
    "### Knæbøj\n\nBøj i knæene, og ret dem igen. Tag 3 sæt af 12 gentagelser med 60 sekunders pause.\n";

static FysSetup *
setup_for (const char *text)
{
  g_autoptr (GBytes)          bytes = g_bytes_new (text, strlen (text));
  g_autoptr (FysArticle)      article = fys_article_new_from_bytes (bytes, "test.md");
  g_autoptr (FysExerciseList) exercises = fys_exercise_list_new (article);

  return fys_setup_new (exercises);
}

static FysSetup *
create (void)
{
  FysSetup *setup = setup_for (article_text);

  g_assert_cmpuint (fys_setup_get_n_exercises (setup), ==, 3);
  return setup;
}

/* The names' first letters, with those that are left out in parentheses. */
static void
assert_order (FysSetup   *setup,
              const char *expected)
{
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < fys_setup_get_n_exercises (setup); i++)
    {
      guint exercise = fys_setup_get_at (setup, i);

      g_string_append_printf (order, fys_setup_is_left_out (setup, exercise) ? "(%c)" : "%c", fys_setup_get_exercise (setup, exercise)->name[0]);
    }
  g_assert_cmpstr (order->str, ==, expected);
}

static void
test_as_the_article (void)
{
  g_autoptr (FysSetup) setup = create ();
  FysPlan              plan;

  fys_setup_get_plan (setup, 0, &plan);
  g_assert_cmpuint (plan.hold_s, ==, 30);
  g_assert_cmpuint (plan.hold_min_s, ==, 20);
  g_assert_cmpint (plan.first_side, ==, FYS_SIDE_NONE);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_false (fys_setup_is_changed (setup, i));
      fys_setup_mark_done (setup, i);
      g_assert_false (fys_setup_is_as_last (setup, i));
    }
  assert_order (setup, "SBK");
  g_assert_false (fys_setup_is_order_changed (setup));
  g_assert_false (fys_setup_is_rest_changed (setup));
}

static void
test_figures (void)
{
  g_autoptr (FysSetup) setup = create ();
  FysPlan              plan, taken;

  fys_setup_get_plan (setup, 0, &plan);
  plan.hold_s = 25;
  fys_setup_set_plan (setup, 0, &plan);
  g_assert_true (fys_setup_is_changed (setup, 0));
  g_assert_false (fys_setup_is_changed (setup, 1));
  g_assert_false (fys_setup_is_as_last (setup, 0));
  fys_setup_mark_done (setup, 0);
  g_assert_true (fys_setup_is_as_last (setup, 0));

  /* The same again is still as last time; another figure is not. */
  fys_setup_set_plan (setup, 0, &plan);
  g_assert_true (fys_setup_is_as_last (setup, 0));
  plan.reps = 5;
  fys_setup_set_plan (setup, 0, &plan);
  g_assert_false (fys_setup_is_as_last (setup, 0));

  /* Bounds; and the range that the article states stays its own. */
  plan = (FysPlan){ .hold_s = G_MAXUINT, .reps = 0, .sets = G_MAXUINT, .rest_s = G_MAXUINT, .hold_min_s = 7, .reps_min = 99, .rep_s = 4 };
  fys_setup_set_plan (setup, 0, &plan);
  fys_setup_get_plan (setup, 0, &taken);
  g_assert_cmpuint (taken.hold_s, ==, FYS_PLAN_MAX_SECONDS);
  g_assert_cmpuint (taken.hold_min_s, ==, 20);
  g_assert_cmpuint (taken.reps, ==, 1);
  g_assert_cmpuint (taken.reps_min, ==, 2);
  g_assert_cmpuint (taken.sets, ==, FYS_PLAN_MAX_SETS);
  g_assert_cmpuint (taken.rest_s, ==, FYS_PLAN_MAX_SECONDS);
  g_assert_cmpuint (taken.rep_s, ==, 0);
  g_assert_false (taken.is_per_side);

  /* A hold stays one, and counting stays counting. */
  plan.hold_s = 0;
  fys_setup_set_plan (setup, 0, &plan);
  fys_setup_get_plan (setup, 0, &taken);
  g_assert_cmpuint (taken.hold_s, ==, 1);
  plan.hold_s = 30;
  fys_setup_set_plan (setup, 1, &plan);
  fys_setup_get_plan (setup, 1, &taken);
  g_assert_cmpuint (taken.hold_s, ==, 0);
  g_assert_cmpuint (taken.rep_s, ==, 4);
}

static void
test_one_sore_side (void)
{
  g_autoptr (FysSetup) setup = create ();
  FysPlan              plan;

  fys_setup_get_plan (setup, 0, &plan);
  plan.first_side = FYS_SIDE_RIGHT;
  fys_setup_set_plan (setup, 0, &plan);
  g_assert_false (fys_setup_is_changed (setup, 0)); /* it is no figure of the article's */
  g_assert_cmpint (fys_setup_get_sore_side (setup), ==, FYS_SIDE_RIGHT);
  fys_setup_get_plan (setup, 2, &plan);
  g_assert_cmpint (plan.first_side, ==, FYS_SIDE_RIGHT);
}

static void
test_order (void)
{
  g_autoptr (FysSetup) setup = create ();

  fys_setup_move (setup, 0, 2);
  assert_order (setup, "BKS");
  fys_setup_move (setup, 1, 1);
  assert_order (setup, "BKS");
  fys_setup_move (setup, 1, 0);
  assert_order (setup, "KBS");
  g_assert_true (fys_setup_is_order_changed (setup));
  fys_setup_set_left_out (setup, 1, TRUE);
  assert_order (setup, "K(B)S");
  fys_setup_move (setup, 2, 0);
  assert_order (setup, "SK(B)");
  fys_setup_set_rest_s (setup, G_MAXUINT);
  g_assert_cmpuint (fys_setup_get_rest_s (setup), ==, FYS_PLAN_MAX_SECONDS);

  fys_setup_reset_program (setup);
  assert_order (setup, "SBK");
  g_assert_false (fys_setup_is_order_changed (setup));
  g_assert_false (fys_setup_is_rest_changed (setup));
}

static void
test_next (void)
{
  g_autoptr (FysSetup) setup = create ();

  g_assert_cmpuint (fys_setup_get_next (setup, 0), ==, 1);
  g_assert_cmpuint (fys_setup_get_next (setup, 2), ==, FYS_NONE);
  fys_setup_set_left_out (setup, 1, TRUE);
  g_assert_cmpuint (fys_setup_get_next (setup, 0), ==, 2);
  g_assert_cmpuint (fys_setup_get_next (setup, 1), ==, 2);
  fys_setup_move (setup, 2, 0);
  g_assert_cmpuint (fys_setup_get_next (setup, 2), ==, 0);
  g_assert_cmpuint (fys_setup_get_next (setup, 0), ==, FYS_NONE);
}

static void
test_program (void)
{
  g_autoptr (FysSetup)   setup = create ();
  g_autoptr (FysProgram) program = NULL;
  g_autofree guint      *exercises = NULL;
  const FysStep         *steps;
  guint                  n, n_steps;

  fys_setup_move (setup, 2, 0);
  fys_setup_set_left_out (setup, 0, TRUE);
  fys_setup_set_rest_s (setup, 0);
  exercises = fys_setup_dup_program (setup, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (exercises[0], ==, 2);
  g_assert_cmpuint (exercises[1], ==, 1);

  program = fys_setup_create_program (setup, exercises, n);
  steps = fys_program_get_steps (program, &n_steps);
  g_assert_cmpuint (steps[0].exercise, ==, 0);
  g_assert_cmpuint (steps[1].n_reps, ==, 12);
  g_assert_cmpuint (steps[1].n_sets, ==, 3);
  g_assert_cmpuint (steps[n_steps - 1].exercise, ==, 1);
  g_assert_cmpuint (steps[n_steps - 1].n_reps, ==, 10);
  /* Without a rest the next exercise begins with getting ready. */
  for (guint i = 1; i < n_steps; i++)
    if (steps[i].exercise != steps[i - 1].exercise)
      g_assert_cmpint (steps[i].kind, ==, FYS_STEP_PREPARE);
}

static void
test_nothing_in_it (void)
{
  g_autoptr (FysSetup)   nobody = fys_setup_new (NULL);
  g_autoptr (FysSetup)   setup = create ();
  g_autoptr (FysProgram) program = NULL;
  g_autofree guint      *none = NULL;
  g_autofree guint      *all_left_out = NULL;
  guint                  n, n_steps;

  g_assert_cmpuint (fys_setup_get_n_exercises (nobody), ==, 0);
  g_assert_false (fys_setup_is_order_changed (nobody));
  none = fys_setup_dup_program (nobody, &n);
  g_assert_cmpuint (n, ==, 0);

  for (guint i = 0; i < 3; i++)
    fys_setup_set_left_out (setup, i, TRUE);
  all_left_out = fys_setup_dup_program (setup, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (fys_setup_get_next (setup, 0), ==, FYS_NONE);
  program = fys_setup_create_program (setup, all_left_out, n);
  (void) fys_program_get_steps (program, &n_steps); /* only their number is wanted here */
  g_assert_cmpuint (n_steps, ==, 0);
  fys_setup_free (NULL);
}

/* Whatever is moved: every exercise keeps one place, and the next one is the one that the program has next. */
static void
test_random_moves (void)
{
  g_autoptr (GRand)    rand = g_rand_new_with_seed (20261125);
  g_autoptr (GString)  text = g_string_new ("# Øvelser\n\n## Øvelser\n\n");
  g_autoptr (FysSetup) setup = NULL;
  guint                n;

  for (guint i = 0; i < 12; i++)
    g_string_append_printf (text, "### Løft nummer %u\n\nLig på ryggen, og løft bækkenet. Gentag 8–10 gange.\n\n", i);
  setup = setup_for (text->str);
  n = fys_setup_get_n_exercises (setup);
  g_assert_cmpuint (n, ==, 12);

  for (guint round = 0; round < 2000; round++)
    {
      g_autofree gboolean *is_seen = g_new0 (gboolean, n);
      g_autofree guint    *program = NULL;
      guint                n_program;
      guint                from = g_rand_int_range (rand, 0, n);
      guint                to = g_rand_int_range (rand, 0, n);
      guint                moved = fys_setup_get_at (setup, from);

      fys_setup_move (setup, from, to);
      g_assert_cmpuint (fys_setup_get_at (setup, to), ==, moved);
      g_assert_cmpuint (fys_setup_get_place (setup, moved), ==, to);
      fys_setup_set_left_out (setup, g_rand_int_range (rand, 0, n), g_rand_boolean (rand));
      for (guint i = 0; i < n; i++)
        {
          g_assert_false (is_seen[fys_setup_get_at (setup, i)]);
          is_seen[fys_setup_get_at (setup, i)] = TRUE;
        }
      program = fys_setup_dup_program (setup, &n_program);
      for (guint i = 0; i < n_program; i++)
        g_assert_cmpuint (fys_setup_get_next (setup, program[i]), ==, i + 1 < n_program ? program[i + 1] : FYS_NONE);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/setup/as-the-article", test_as_the_article);
  g_test_add_func ("/setup/figures", test_figures);
  g_test_add_func ("/setup/one-sore-side", test_one_sore_side);
  g_test_add_func ("/setup/order", test_order);
  g_test_add_func ("/setup/next", test_next);
  g_test_add_func ("/setup/program", test_program);
  g_test_add_func ("/setup/nothing-in-it", test_nothing_in_it);
  g_test_add_func ("/setup/random-moves", test_random_moves);
  return g_test_run ();
}
