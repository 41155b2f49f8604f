/* fys-program.h - a dosage made into steps that a person can follow
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exercise/fys-exercise.h"

G_BEGIN_DECLS

#define FYS_UNTIL_DONE (-1) /* a step that ends when the user says so */

typedef enum
{
  FYS_STEP_PREPARE,
  FYS_STEP_HOLD,
  FYS_STEP_REPETITION,
  FYS_STEP_REST,
  FYS_STEP_SWITCH_SIDE,
} FysStepKind;

typedef enum
{
  FYS_SIDE_NONE,
  FYS_SIDE_LEFT,
  FYS_SIDE_RIGHT,
} FysSide;

/** FysStep: one thing to do.
 * @side: of a switch or a rest, the side that comes next
 * @length_us: how long (above 0), or FYS_UNTIL_DONE
 * @bell_us: from the step's start to a soft bell (the lower bound of a range), or -1; 0 on the first counted repetition that is extra
 * @rep, @n_reps, @set, @n_sets: 1-based "2 of 3"; 0 where they do not apply; a rest carries those of what came before it
 * @is_extra: the lower bound of the repetitions or sets is behind us: to go on is the user's choice
 * @exercise: index into the program's exercises; of a rest between exercises, the one that comes next */
typedef struct
{
  FysStepKind kind;
  FysSide     side;
  gint64      length_us;
  gint64      bell_us;
  guint       rep;
  guint       n_reps;
  guint       set;
  guint       n_sets;
  gboolean    is_extra;
  guint       exercise;
} FysStep;

/* Bounds on what a plan may ask for; fys_program_new() clamps to them. */
#define FYS_PLAN_MAX_SECONDS  (3 * 60 * 60)
#define FYS_PLAN_MAX_REPS     FYS_DOSAGE_MAX_REPS /* what an article says is done as it says */
#define FYS_PLAN_MAX_SETS     FYS_DOSAGE_MAX_SETS
/* A program has no more steps than this; exercises that do not fit in whole are left out. */
#define FYS_PROGRAM_MAX_STEPS 100000

typedef enum
{
  FYS_PLAN_HOLD = 1 << 0,
  FYS_PLAN_REPS = 1 << 1,
  FYS_PLAN_SETS = 1 << 2,
  FYS_PLAN_REST = 1 << 3,
  FYS_PLAN_REP_REST = 1 << 4,
} FysPlanFigures;

/** FysPlan: every figure a user may change before starting; the article's words where it has them, our defaults elsewhere.
 * A plain value. A range has its upper end as target and its lower one as `_min`; a `_min` of 0, or one not below its
 * target, means that there is no lower bound to tell of.
 * @hold_s: 0 for a counted exercise
 * @rep_s: a tempo for counted repetitions, 0 = the user says when each is done
 * @first_side: the sore one; FYS_SIDE_NONE when none was named, and then left goes first
 * @is_default: which figures are ours and not the article's */
typedef struct
{
  guint          prepare_s;
  guint          hold_s;
  guint          hold_min_s;
  guint          reps;
  guint          reps_min;
  guint          sets;
  guint          sets_min;
  guint          rep_rest_s; /* between repetitions of a hold */
  guint          rep_rest_min_s;
  guint          rest_s;     /* between sets */
  guint          rest_min_s;
  guint          switch_s;
  guint          rep_s;
  gboolean       is_per_side;
  FysSide        first_side;
  FysPlanFigures is_default;
} FysPlan;

/* Fills all of @self. The defaults are named constants at the top of fys-program.c. Any thread. */
void           fys_plan_init_from_exercise (FysPlan           *self,
                                            const FysExercise *exercise);
/* Brings every figure within the bounds, and what is done at least once to once. A hold stays a hold, and counting counting. */
void           fys_plan_clamp              (FysPlan           *self);
/* Whether all that the user may change is the same, but for the side that goes first. */
gboolean       fys_plan_has_same_figures   (const FysPlan     *self,
                                            const FysPlan     *other);

typedef struct _FysProgram FysProgram; /* immutable, atomically reference-counted */

/**
 * fys_program_new:
 * @plans: (array length=n_plans): one for each exercise, in the order in which they are done
 * @rest_between_s: between two exercises; 0 for none
 *
 * A plan that asks for nothing (no repetitions or no sets) gives no steps. Any thread.
 *
 * Returns: (transfer full) */
FysProgram    *fys_program_new             (const FysPlan     *plans,
                                            guint              n_plans,
                                            guint              rest_between_s);
FysProgram    *fys_program_ref             (FysProgram        *self);
void           fys_program_unref           (FysProgram        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FysProgram, fys_program_unref)
/* Borrowed from the program. */
const FysStep *fys_program_get_steps       (FysProgram        *self,
                                            guint             *out_n_steps);
/* The sum of the timed steps; steps until done count as nothing. */
gint64         fys_program_get_length_us   (FysProgram        *self);

G_END_DECLS
