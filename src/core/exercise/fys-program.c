/* fys-program.c - a dosage made into steps that a person can follow
 *
 *   exercise:   PREPARE   set 1   REST   set 2  …
 *   set:        first side   SWITCH_SIDE   other side        (or just one pass, when no sides are named)
 *   side:       HOLD  REST  HOLD  REST  HOLD                 (or REPETITION REPETITION …)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/exercise/fys-program.h"

/* What we use where the article is silent. The figures are modest on purpose: they are shown as ours, and it is better that a
 * person adds to them than that they do more than their physiotherapist meant. */

/* From the keyboard to lying on the floor in the starting position. */
#define DEFAULT_PREPARE_S 10
/* For a hold without a time; stretches and static holds are mostly prescribed as 20 to 30 seconds. */
#define DEFAULT_HOLD_S 20
/* A hold that nobody said to repeat is held once. */
#define DEFAULT_HOLD_REPS 1
/* The low end of the usual 8 to 12 of a counted exercise, with a short hold in each or without. */
#define DEFAULT_REPS 8
/* Nobody asked for more than one. */
#define DEFAULT_SETS 1
/* Between sets; enough to breathe out after light exercises at home. */
#define DEFAULT_REST_S 30
/* Between two holds: to let go, breathe, and take the position again. */
#define DEFAULT_REP_REST_S 5
/* To turn around or change legs without haste. */
#define DEFAULT_SWITCH_S 5

struct _FysProgram
{
  gatomicrefcount ref_count;
  FysStep        *steps;
  guint           n_steps;
  gint64          length_us;
};

/* The target and the lower bound of one figure. Returns: whether the range states it */
static gboolean
take_range (FysRange range,
            guint    max_value,
            guint   *out_target,
            guint   *out_min)
{
  if (!fys_range_is_stated (range))
    return FALSE;
  *out_target = CLAMP (range.max, 1, max_value);
  *out_min = range.min < *out_target ? range.min : 0;
  return TRUE;
}

static void
init_work (FysPlan           *self,
           const FysExercise *exercise)
{
  const FysDosage *dosage = &exercise->dosage;
  gboolean         is_hold;

  is_hold = exercise->kind != FYS_EXERCISE_REPS || fys_range_is_stated (dosage->hold_s);
  if (is_hold && !take_range (dosage->hold_s, FYS_PLAN_MAX_SECONDS, &self->hold_s, &self->hold_min_s))
    {
      self->hold_s = DEFAULT_HOLD_S;
      self->is_default |= FYS_PLAN_HOLD;
    }
  if (!take_range (dosage->reps, FYS_PLAN_MAX_REPS, &self->reps, &self->reps_min))
    {
      self->reps = exercise->kind == FYS_EXERCISE_HOLD ? DEFAULT_HOLD_REPS : DEFAULT_REPS;
      self->is_default |= FYS_PLAN_REPS;
    }
  if (!take_range (dosage->sets, FYS_PLAN_MAX_SETS, &self->sets, &self->sets_min))
    {
      self->sets = DEFAULT_SETS;
      self->is_default |= FYS_PLAN_SETS;
    }
}

static void
init_rests (FysPlan           *self,
            const FysExercise *exercise)
{
  const FysDosage *dosage = &exercise->dosage;

  self->rep_rest_s = DEFAULT_REP_REST_S;
  if (self->hold_s > 0)
    self->is_default |= FYS_PLAN_REP_REST;
  if (!take_range (dosage->rest_s, FYS_PLAN_MAX_SECONDS, &self->rest_s, &self->rest_min_s))
    {
      self->rest_s = DEFAULT_REST_S;
      self->is_default |= FYS_PLAN_REST;
    }
  /* "20 seconds, 8 times, with 10 seconds of rest": where no sets are named, the rest is the one between the bouts. */
  else if (self->hold_s > 0 && !fys_range_is_stated (dosage->sets))
    {
      self->rep_rest_s = self->rest_s;
      self->rep_rest_min_s = self->rest_min_s;
      self->is_default &= ~FYS_PLAN_REP_REST;
    }
}

void
fys_plan_init_from_exercise (FysPlan           *self,
                             const FysExercise *exercise)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (exercise != NULL);

  *self = (FysPlan){
    .prepare_s = DEFAULT_PREPARE_S,
    .switch_s = DEFAULT_SWITCH_S,
    .is_per_side = exercise->dosage.is_per_side,
  };
  init_work (self, exercise);
  init_rests (self, exercise);
}

/* From above only: a plan may ask for nothing. */
static void
limit_plan (FysPlan *plan)
{
  guint *seconds[] = { &plan->prepare_s, &plan->hold_s, &plan->rep_rest_s, &plan->rest_s, &plan->switch_s, &plan->rep_s };

  for (guint i = 0; i < G_N_ELEMENTS (seconds); i++)
    *seconds[i] = MIN (*seconds[i], FYS_PLAN_MAX_SECONDS);
  plan->reps = MIN (plan->reps, FYS_PLAN_MAX_REPS);
  plan->sets = MIN (plan->sets, FYS_PLAN_MAX_SETS);
}

void
fys_plan_clamp (FysPlan *self)
{
  g_return_if_fail (self != NULL);

  limit_plan (self);
  self->reps = MAX (self->reps, 1);
  self->sets = MAX (self->sets, 1);
}

gboolean
fys_plan_has_same_figures (const FysPlan *self,
                           const FysPlan *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  return self->prepare_s == other->prepare_s && self->hold_s == other->hold_s && self->reps == other->reps &&
         self->sets == other->sets && self->rep_rest_s == other->rep_rest_s && self->rest_s == other->rest_s &&
         self->switch_s == other->switch_s && self->rep_s == other->rep_s && !self->is_per_side == !other->is_per_side;
}

/* A step of no length would be a sound and a word for nothing, so it is left out. */
static void
append_timed (GArray  *steps,
              FysStep  step,
              guint    length_s,
              guint    bell_s)
{
  if (length_s == 0)
    return;
  step.length_us = length_s * (gint64) G_USEC_PER_SEC;
  step.bell_us = bell_s > 0 && bell_s < length_s ? bell_s * (gint64) G_USEC_PER_SEC : -1;
  g_array_append_val (steps, step);
}

/* One repetition of the exercise itself; @step says which. */
static void
append_work (GArray        *steps,
             const FysPlan *plan,
             FysStep        step)
{
  gboolean is_first_extra = plan->reps_min > 0 && step.rep == plan->reps_min + 1;

  step.is_extra = (plan->reps_min > 0 && step.rep > plan->reps_min) ||
                  (plan->sets_min > 0 && step.set > plan->sets_min);
  if (plan->hold_s > 0)
    {
      step.kind = FYS_STEP_HOLD;
      append_timed (steps, step, plan->hold_s, plan->hold_min_s);
      return;
    }
  step.kind = FYS_STEP_REPETITION;
  step.length_us = plan->rep_s > 0 ? plan->rep_s * (gint64) G_USEC_PER_SEC : FYS_UNTIL_DONE;
  step.bell_us = is_first_extra ? 0 : -1;
  g_array_append_val (steps, step);
}

static void
append_side (GArray        *steps,
             const FysPlan *plan,
             FysStep        step)
{
  for (guint rep = 1; rep <= plan->reps; rep++)
    {
      step.rep = rep;
      append_work (steps, plan, step);
      if (plan->hold_s > 0 && rep < plan->reps)
        {
          FysStep rest = step;

          rest.kind = FYS_STEP_REST;
          append_timed (steps, rest, plan->rep_rest_s, plan->rep_rest_min_s);
        }
    }
}

static FysSide
other_side (FysSide side)
{
  return side == FYS_SIDE_LEFT ? FYS_SIDE_RIGHT : FYS_SIDE_LEFT;
}

static void
append_set (GArray        *steps,
            const FysPlan *plan,
            FysStep        step)
{
  append_side (steps, plan, step);
  if (plan->is_per_side)
    {
      step.side = other_side (step.side);
      step.kind = FYS_STEP_SWITCH_SIDE;
      append_timed (steps, step, plan->switch_s, 0);
      append_side (steps, plan, step);
    }
}

static void
append_exercise (GArray  *steps,
                 FysPlan  plan,
                 guint    exercise,
                 guint    rest_before_s)
{
  FysStep step = { .bell_us = -1, .exercise = exercise };

  limit_plan (&plan);
  if (plan.reps == 0 || plan.sets == 0)
    return;
  if (plan.is_per_side)
    step.side = plan.first_side == FYS_SIDE_RIGHT ? FYS_SIDE_RIGHT : FYS_SIDE_LEFT;

  step.kind = FYS_STEP_REST;
  append_timed (steps, step, steps->len > 0 ? rest_before_s : 0, 0);
  step.kind = FYS_STEP_PREPARE;
  append_timed (steps, step, plan.prepare_s, 0);

  step.n_reps = plan.reps;
  step.n_sets = plan.sets;
  for (guint set = 1; set <= plan.sets; set++)
    {
      step.set = set;
      append_set (steps, &plan, step);
      if (set < plan.sets)
        {
          FysStep rest = step;

          rest.kind = FYS_STEP_REST;
          rest.rep = plan.reps;
          append_timed (steps, rest, plan.rest_s, plan.rest_min_s);
        }
    }
}

FysProgram *
fys_program_new (const FysPlan *plans,
                 guint          n_plans,
                 guint          rest_between_s)
{
  FysProgram *self;
  GArray     *steps;

  g_return_val_if_fail (plans != NULL || n_plans == 0, NULL);

  self = g_new0 (FysProgram, 1);
  steps = g_array_new (FALSE, FALSE, sizeof (FysStep));
  g_atomic_ref_count_init (&self->ref_count);
  rest_between_s = MIN (rest_between_s, FYS_PLAN_MAX_SECONDS);
  for (guint i = 0; i < n_plans; i++)
    {
      guint n_before = steps->len;

      append_exercise (steps, plans[i], i, rest_between_s);
      if (steps->len > FYS_PROGRAM_MAX_STEPS)
        {
          g_array_set_size (steps, n_before);
          break;
        }
    }
  self->n_steps = steps->len;
  self->steps = (FysStep *) (gpointer) g_array_free (steps, FALSE);
  for (guint i = 0; i < self->n_steps; i++)
    self->length_us += MAX (self->steps[i].length_us, 0);
  return self;
}

FysProgram *
fys_program_ref (FysProgram *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
fys_program_unref (FysProgram *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->steps);
  g_free (self);
}

const FysStep *
fys_program_get_steps (FysProgram *self,
                       guint      *out_n_steps)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (out_n_steps != NULL)
    *out_n_steps = self->n_steps;
  return self->steps;
}

gint64
fys_program_get_length_us (FysProgram *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->length_us;
}
