/* test-program.c - plans and the steps that are made of them
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/exercise/fys-program.h"

#define S(seconds) ((seconds) * (gint64) G_USEC_PER_SEC)

static FysPlan
plan_for (FysExerciseKind kind,
          FysDosage       dosage)
{
  FysExercise exercise = { .name = "x", .text = "", .instruction = "", .kind = kind, .dosage = dosage };
  FysPlan     plan;

  fys_plan_init_from_exercise (&plan, &exercise);
  return plan;
}

static char *
describe (FysProgram *program)
{
  static const char *const kinds[] = { "prepare", "hold", "rep", "rest", "switch" };
  static const char *const sides[] = { "", "L", "R" };
  GString                 *words = g_string_new (NULL);
  const FysStep           *steps;
  guint                    n_steps;

  steps = fys_program_get_steps (program, &n_steps);
  for (guint i = 0; i < n_steps; i++)
    {
      if (i > 0)
        g_string_append_c (words, ' ');
      g_string_append_printf (words, "%s%s", kinds[steps[i].kind], sides[steps[i].side]);
      if (steps[i].length_us != FYS_UNTIL_DONE)
        g_string_append_printf (words, "%" G_GINT64_FORMAT, steps[i].length_us / G_USEC_PER_SEC);
      if (steps[i].bell_us >= 0)
        g_string_append_printf (words, "~%" G_GINT64_FORMAT, steps[i].bell_us / G_USEC_PER_SEC);
      if (steps[i].is_extra)
        g_string_append_c (words, '+');
    }
  return g_string_free (words, FALSE);
}

static void
assert_steps (const FysPlan *plans,
              guint          n_plans,
              guint          rest_between_s,
              const char    *expected)
{
  g_autoptr (FysProgram) program = fys_program_new (plans, n_plans, rest_between_s);
  g_autofree char       *words = describe (program);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_counted (void)
{
  FysPlan plan = plan_for (FYS_EXERCISE_REPS, (FysDosage){ .reps = { 2, 3 }, .sets = { 2, 2 }, .rest_s = { 60, 60 } });

  g_assert_cmpuint (plan.is_default, ==, 0);
  plan.prepare_s = 4;
  assert_steps (&plan, 1, 0, "prepare4 rep rep rep~0+ rest60 rep rep rep~0+");
  plan.rep_s = 6;
  assert_steps (&plan, 1, 0, "prepare4 rep6 rep6 rep6~0+ rest60 rep6 rep6 rep6~0+");
}

static void
test_hold_per_side (void)
{
  FysDosage dosage = { .hold_s = { 20, 30 }, .reps = { 2, 3 }, .is_per_side = TRUE };
  FysPlan   plan = plan_for (FYS_EXERCISE_BOTH, dosage);

  g_assert_cmpuint (plan.hold_s, ==, 30);
  g_assert_cmpuint (plan.hold_min_s, ==, 20);
  g_assert_cmpuint (plan.is_default, ==, FYS_PLAN_SETS | FYS_PLAN_REST | FYS_PLAN_REP_REST);
  plan.prepare_s = 9;
  plan.rep_rest_s = 4;
  plan.switch_s = 7;
  assert_steps (&plan, 1, 0,
                "prepareL9 holdL30~20 restL4 holdL30~20 restL4 holdL30~20+ switchR7 "
                "holdR30~20 restR4 holdR30~20 restR4 holdR30~20+");
  plan.first_side = FYS_SIDE_RIGHT;
  plan.reps = 1;
  plan.hold_s = 25;
  assert_steps (&plan, 1, 0, "prepareR9 holdR25~20 switchL7 holdL25~20");
}

static void
test_sides_come_again_with_every_set (void)
{
  FysPlan plan = { .hold_s = 5, .reps = 1, .sets = 3, .sets_min = 2, .rest_s = 8, .rest_min_s = 6, .is_per_side = TRUE };

  assert_steps (&plan, 1, 0, "holdL5 holdR5 restL8~6 holdL5 holdR5 restL8~6 holdL5+ holdR5+");
}

static void
test_chosen_target (void)
{
  FysPlan plan = plan_for (FYS_EXERCISE_HOLD, (FysDosage){ .hold_s = { 20, 30 } });

  plan.prepare_s = 0;
  /* A target at or below the lower bound has nothing left to ring for. */
  plan.hold_s = 20;
  assert_steps (&plan, 1, 0, "hold20");
  plan.hold_s = 10;
  assert_steps (&plan, 1, 0, "hold10");
  /* In between and beyond, the lower bound still rings. */
  plan.hold_s = 21;
  assert_steps (&plan, 1, 0, "hold21~20");
  plan.hold_s = 45;
  assert_steps (&plan, 1, 0, "hold45~20");
}

/* Fewer than the article's least: nothing is extra. More than its most: all beyond the least is. */
static void
test_chosen_repetitions (void)
{
  FysPlan plan = plan_for (FYS_EXERCISE_REPS, (FysDosage){ .reps = { 3, 4 }, .sets = { 2, 3 }, .rest_s = { 30, 60 } });

  plan.prepare_s = 0;
  plan.sets = 1;
  plan.reps = 2;
  assert_steps (&plan, 1, 0, "rep rep");
  plan.reps = 3;
  assert_steps (&plan, 1, 0, "rep rep rep");
  plan.reps = 5;
  assert_steps (&plan, 1, 0, "rep rep rep rep~0+ rep+");
  plan.reps = 1;
  plan.sets = 4;
  assert_steps (&plan, 1, 0, "rep rest60~30 rep rest60~30 rep+ rest60~30 rep+");
  plan.rest_s = 30;
  plan.sets = 2;
  assert_steps (&plan, 1, 0, "rep rest30 rep");
}

/* Without any rest, one thing follows the other, and the sides are still both there. */
static void
test_no_rests (void)
{
  FysPlan plan = { .hold_s = 2, .reps = 2, .sets = 2, .is_per_side = TRUE };

  assert_steps (&plan, 1, 0, "holdL2 holdL2 holdR2 holdR2 holdL2 holdL2 holdR2 holdR2");
  plan.hold_s = 0;
  plan.reps = 1;
  assert_steps (&plan, 1, 0, "repL repR repL repR");
  plan.is_per_side = FALSE;
  plan.sets = 1;
  plan.first_side = FYS_SIDE_RIGHT; /* means nothing where no sides are */
  assert_steps (&plan, 1, 0, "rep");
}

/* The rest between sets comes after both sides, and says which side is next. */
static void
test_sore_side_first (void)
{
  FysPlan plan = { .hold_s = 2, .reps = 1, .sets = 2, .rest_s = 9, .switch_s = 4, .is_per_side = TRUE, .first_side = FYS_SIDE_RIGHT };

  assert_steps (&plan, 1, 0, "holdR2 switchL4 holdL2 restR9 holdR2 switchL4 holdL2");
}

static void
test_clamp (void)
{
  FysPlan low = { 0 };
  FysPlan high = { .prepare_s = G_MAXUINT, .hold_s = G_MAXUINT, .reps = G_MAXUINT, .sets = G_MAXUINT, .rep_s = G_MAXUINT };
  FysPlan same;

  fys_plan_clamp (&low);
  g_assert_cmpuint (low.reps, ==, 1);
  g_assert_cmpuint (low.sets, ==, 1);
  g_assert_cmpuint (low.hold_s, ==, 0);
  fys_plan_clamp (&high);
  g_assert_cmpuint (high.prepare_s, ==, FYS_PLAN_MAX_SECONDS);
  g_assert_cmpuint (high.reps, ==, FYS_PLAN_MAX_REPS);
  g_assert_cmpuint (high.sets, ==, FYS_PLAN_MAX_SETS);

  g_assert_false (fys_plan_has_same_figures (&low, &high));
  same = high;
  same.first_side = FYS_SIDE_RIGHT;
  g_assert_true (fys_plan_has_same_figures (&same, &high));
  same.is_per_side = TRUE;
  g_assert_false (fys_plan_has_same_figures (&same, &high));
}

static void
test_defaults_are_told (void)
{
  FysPlan plan = plan_for (FYS_EXERCISE_REPS, (FysDosage){ 0 });

  g_assert_cmpuint (plan.is_default, ==, FYS_PLAN_REPS | FYS_PLAN_SETS | FYS_PLAN_REST);
  g_assert_cmpuint (plan.hold_s, ==, 0);
  g_assert_cmpuint (plan.reps, >, 0);
  g_assert_cmpuint (plan.sets, ==, 1);
  g_assert_cmpint (plan.first_side, ==, FYS_SIDE_NONE);

  plan = plan_for (FYS_EXERCISE_HOLD, (FysDosage){ 0 });
  g_assert_cmpuint (plan.is_default, ==, FYS_PLAN_HOLD | FYS_PLAN_REPS | FYS_PLAN_SETS | FYS_PLAN_REST | FYS_PLAN_REP_REST);
  g_assert_cmpuint (plan.hold_s, >, 0);
  g_assert_cmpuint (plan.hold_min_s, ==, 0);
  g_assert_cmpuint (plan.reps, ==, 1);
}

static void
test_bouts_rest_as_stated (void)
{
  FysDosage dosage = { .hold_s = { 20, 20 }, .reps = { 2, 2 }, .rest_s = { 10, 10 } };
  FysPlan   plan = plan_for (FYS_EXERCISE_BOTH, dosage);

  plan.prepare_s = 0;
  assert_steps (&plan, 1, 0, "hold20 rest10 hold20");
  g_assert_cmpuint (plan.is_default, ==, FYS_PLAN_SETS);

  /* A range of it rings at its lower bound. */
  dosage.rest_s = (FysRange){ 10, 15 };
  plan = plan_for (FYS_EXERCISE_BOTH, dosage);
  plan.prepare_s = 0;
  assert_steps (&plan, 1, 0, "hold20 rest15~10 hold20");

  /* With sets named, the rest lies between them. */
  dosage.rest_s = (FysRange){ 10, 10 };
  dosage.sets = (FysRange){ 2, 2 };
  plan = plan_for (FYS_EXERCISE_BOTH, dosage);
  plan.prepare_s = 0;
  plan.rep_rest_s = 1;
  assert_steps (&plan, 1, 0, "hold20 rest1 hold20 rest10 hold20 rest1 hold20");
}

static void
test_several (void)
{
  FysPlan plans[] = {
    { .prepare_s = 1, .hold_s = 2, .reps = 1, .sets = 1 },
    { .prepare_s = 1, .hold_s = 2, .reps = 0, .sets = 1 }, /* asks for nothing */
    { .prepare_s = 1, .reps = 1, .sets = 1, .is_per_side = TRUE },
  };
  g_autoptr (FysProgram) program = NULL;
  const FysStep         *steps;
  guint                  n_steps;

  assert_steps (plans, 3, 9, "prepare1 hold2 restL9 prepareL1 repL repR");
  assert_steps (plans, 3, 0, "prepare1 hold2 prepareL1 repL repR");
  assert_steps (plans, 0, 9, "");
  assert_steps (NULL, 0, 9, "");

  program = fys_program_new (plans, 3, 9);
  steps = fys_program_get_steps (program, &n_steps);
  g_assert_cmpuint (steps[1].exercise, ==, 0);
  g_assert_cmpuint (steps[2].exercise, ==, 2);
  g_assert_cmpuint (steps[n_steps - 1].exercise, ==, 2);
  g_assert_cmpint (fys_program_get_length_us (program), ==, S (1 + 2 + 9 + 1));
}

static void
test_counts (void)
{
  FysPlan                plan = { .hold_s = 1, .reps = 2, .sets = 2, .rest_s = 1, .rep_rest_s = 1 };
  g_autoptr (FysProgram) program = fys_program_new (&plan, 1, 0);
  const FysStep         *steps;
  guint                  n_steps;

  steps = fys_program_get_steps (program, &n_steps);
  g_assert_cmpuint (n_steps, ==, 7);
  g_assert_cmpuint (steps[2].rep, ==, 2);
  g_assert_cmpuint (steps[2].n_reps, ==, 2);
  g_assert_cmpuint (steps[2].set, ==, 1);
  g_assert_cmpuint (steps[3].rep, ==, 2); /* the rest between the sets */
  g_assert_cmpuint (steps[6].set, ==, 2);
  g_assert_cmpuint (steps[6].n_sets, ==, 2);
}

/* Whatever is understood of an article is what is done: no figure is cut on the way to the plan. */
static void
test_largest_dosage (void)
{
  FysDosage dosage;
  FysPlan   plan;

  g_assert_true (fys_dosage_parse ("Hold i 60 minutter. Lav 20 sæt af 500 gentagelser med 60 minutters pause.", &dosage));
  plan = plan_for (FYS_EXERCISE_BOTH, dosage);
  g_assert_cmpuint (plan.hold_s, ==, 3600);
  g_assert_cmpuint (plan.reps, ==, 500);
  g_assert_cmpuint (plan.sets, ==, 20);
  g_assert_cmpuint (plan.rest_s, ==, 3600);
  g_assert_false (fys_dosage_parse ("Hold i 61 minutter. Lav 21 sæt af 501 gentagelser.", &dosage));
}

static void
test_bounds (void)
{
  FysPlan                plan = { .prepare_s = G_MAXUINT, .hold_s = G_MAXUINT, .reps = G_MAXUINT, .sets = G_MAXUINT };
  g_autofree FysPlan    *many = g_new (FysPlan, 100);
  g_autoptr (FysProgram) one = fys_program_new (&plan, 1, G_MAXUINT);
  g_autoptr (FysProgram) all = NULL;
  const FysStep         *steps;
  guint                  n_steps;
  FysPlan                taken;

  steps = fys_program_get_steps (one, &n_steps);
  g_assert_cmpuint (n_steps, ==, 1 + FYS_PLAN_MAX_REPS * FYS_PLAN_MAX_SETS);
  g_assert_cmpint (steps[1].length_us, ==, S (FYS_PLAN_MAX_SECONDS));

  for (guint i = 0; i < 100; i++)
    many[i] = plan;
  all = fys_program_new (many, 100, 0);
  steps = fys_program_get_steps (all, &n_steps);
  g_assert_cmpuint (n_steps, <=, FYS_PROGRAM_MAX_STEPS);
  /* Nothing is cut in the middle of an exercise. */
  g_assert_cmpuint (n_steps % (1 + FYS_PLAN_MAX_REPS * FYS_PLAN_MAX_SETS), ==, 0);
  g_assert_cmpuint (n_steps, >, 0);

  taken = plan_for (FYS_EXERCISE_BOTH,
                    (FysDosage){ .hold_s = { G_MAXUINT, G_MAXUINT }, .reps = { 0, G_MAXUINT }, .sets = { 7, 3 } });
  g_assert_cmpuint (taken.hold_s, ==, FYS_PLAN_MAX_SECONDS);
  g_assert_cmpuint (taken.hold_min_s, ==, 0);
  g_assert_cmpuint (taken.reps, ==, FYS_PLAN_MAX_REPS);
  g_assert_cmpuint (taken.sets, ==, 3);
  g_assert_cmpuint (taken.sets_min, ==, 0);
}

/* Whatever the figures: both sides get the same, no step is empty, bells lie inside their steps, and the length is the sum. */
static void
test_random_plans (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);

  for (guint round = 0; round < 2000; round++)
    {
      FysPlan plan = {
        .prepare_s = g_rand_int_range (rand, 0, 3),
        .hold_s = g_rand_boolean (rand) ? g_rand_int_range (rand, 0, 9) : 0,
        .hold_min_s = g_rand_int_range (rand, 0, 9),
        .reps = g_rand_int_range (rand, 0, 5),
        .reps_min = g_rand_int_range (rand, 0, 5),
        .sets = g_rand_int_range (rand, 0, 4),
        .sets_min = g_rand_int_range (rand, 0, 4),
        .rep_rest_s = g_rand_int_range (rand, 0, 3),
        .rest_s = g_rand_int_range (rand, 0, 5),
        .rest_min_s = g_rand_int_range (rand, 0, 5),
        .switch_s = g_rand_int_range (rand, 0, 3),
        .rep_s = g_rand_int_range (rand, 0, 3),
        .is_per_side = TRUE,
        .first_side = (FysSide) g_rand_int_range (rand, 0, 3),
      };
      g_autoptr (FysProgram) program = fys_program_new (&plan, 1, 0);
      const FysStep         *steps;
      guint                  n_steps;
      guint                  n_work[3] = { 0, 0, 0 };
      gint64                 sum_us = 0;

      steps = fys_program_get_steps (program, &n_steps);
      for (guint i = 0; i < n_steps; i++)
        {
          g_assert_true (steps[i].length_us > 0 || steps[i].length_us == FYS_UNTIL_DONE);
          g_assert_cmpint (steps[i].bell_us, <, MAX (steps[i].length_us, 1));
          sum_us += MAX (steps[i].length_us, 0);
          if (steps[i].kind == FYS_STEP_HOLD || steps[i].kind == FYS_STEP_REPETITION)
            n_work[steps[i].side]++;
        }
      g_assert_cmpuint (n_work[FYS_SIDE_NONE], ==, 0);
      g_assert_cmpuint (n_work[FYS_SIDE_LEFT], ==, n_work[FYS_SIDE_RIGHT]);
      g_assert_cmpuint (n_work[FYS_SIDE_LEFT], ==, plan.reps * plan.sets);
      g_assert_cmpint (sum_us, ==, fys_program_get_length_us (program));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/program/counted", test_counted);
  g_test_add_func ("/program/hold-per-side", test_hold_per_side);
  g_test_add_func ("/program/sides-come-again-with-every-set", test_sides_come_again_with_every_set);
  g_test_add_func ("/program/chosen-target", test_chosen_target);
  g_test_add_func ("/program/chosen-repetitions", test_chosen_repetitions);
  g_test_add_func ("/program/no-rests", test_no_rests);
  g_test_add_func ("/program/sore-side-first", test_sore_side_first);
  g_test_add_func ("/program/clamp", test_clamp);
  g_test_add_func ("/program/defaults-are-told", test_defaults_are_told);
  g_test_add_func ("/program/bouts-rest-as-stated", test_bouts_rest_as_stated);
  g_test_add_func ("/program/several", test_several);
  g_test_add_func ("/program/counts", test_counts);
  g_test_add_func ("/program/largest-dosage", test_largest_dosage);
  g_test_add_func ("/program/bounds", test_bounds);
  g_test_add_func ("/program/random-plans", test_random_plans);
  return g_test_run ();
}
