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
 * @length_us: how long, or FYS_UNTIL_DONE   @bell_us: from the step's start to a soft bell (the lower bound of a range), or -1
 * @rep, @n_reps, @set, @n_sets: 1-based "2 of 3"; 0 where they do not apply
 * @exercise: index into the program's exercises */
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
  guint       exercise;
} FysStep;

/** FysPlan: every figure a user may change before starting; the article's words where it has them, our defaults elsewhere.
 * @hold_s: the target; 0 for a counted exercise   @hold_min_s: the lower bound that rings softly, 0 for none
 * @rep_s: a tempo for counted repetitions, 0 = the user says when each is done
 * @is_default: which figures are ours and not the article's */
typedef enum
{
  FYS_PLAN_HOLD = 1 << 0,
  FYS_PLAN_REPS = 1 << 1,
  FYS_PLAN_SETS = 1 << 2,
  FYS_PLAN_REST = 1 << 3,
} FysPlanFigures;

typedef struct
{
  guint          prepare_s;
  guint          hold_s;
  guint          hold_min_s;
  guint          reps;
  guint          sets;
  guint          rep_rest_s; /* between repetitions of a hold */
  guint          rest_s;     /* between sets */
  guint          switch_s;
  guint          rep_s;
  gboolean       is_per_side;
  FysSide        first_side;
  FysPlanFigures is_default;
} FysPlan;

/* The defaults are named constants at the top of fys-program.c. */
void           fys_plan_init_from_exercise (FysPlan           *self,
                                            const FysExercise *exercise);

typedef struct _FysProgram FysProgram; /* immutable, atomically reference-counted */

/**
 * fys_program_new:
 * @plans: one for each exercise, in the order in which they are done
 *
 * Returns: (transfer full) */
FysProgram    *fys_program_new             (const FysPlan     *plans,
                                            guint              n_plans,
                                            guint              rest_between_s);
FysProgram    *fys_program_ref             (FysProgram        *self);
void           fys_program_unref           (FysProgram        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FysProgram, fys_program_unref)
const FysStep *fys_program_get_steps       (FysProgram        *self,
                                            guint             *out_n_steps);
/* The sum of the timed steps; steps until done count as nothing. */
gint64         fys_program_get_length_us   (FysProgram        *self);

G_END_DECLS
