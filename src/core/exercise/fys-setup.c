/* fys-setup.c - what a user has made of the exercises of an article: their figures, their order, and which are done
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/exercise/fys-setup.h"

/* Between two exercises, where no article says anything: time to find the next position and to read what it asks for. */
#define DEFAULT_REST_BETWEEN_S 20

typedef struct
{
  FysPlan  article; /* the article's figures, and ours where it has none */
  FysPlan  plan;    /* its first_side is not used: the sore side is one for all */
  guint    place;
  gboolean is_left_out;
  gboolean is_done; /* with the figures that plan has */
} Item;

struct _FysSetup
{
  FysExerciseList *exercises; /* (nullable) */
  Item            *items;     /* one for each exercise */
  guint           *order;     /* the exercise at each place */
  guint            n;
  guint            rest_s;
  FysSide          sore_side;
};

FysSetup *
fys_setup_new (FysExerciseList *exercises)
{
  FysSetup *self = g_new0 (FysSetup, 1);

  self->exercises = exercises != NULL ? fys_exercise_list_ref (exercises) : NULL;
  self->n = exercises != NULL ? fys_exercise_list_get_n (exercises) : 0;
  self->items = g_new0 (Item, self->n);
  self->order = g_new (guint, self->n);
  for (guint i = 0; i < self->n; i++)
    {
      fys_plan_init_from_exercise (&self->items[i].article, fys_exercise_list_get (exercises, i));
      self->items[i].plan = self->items[i].article;
    }
  fys_setup_reset_program (self);
  return self;
}

void
fys_setup_free (FysSetup *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->exercises, fys_exercise_list_unref);
  g_free (self->items);
  g_free (self->order);
  g_free (self);
}

guint
fys_setup_get_n_exercises (FysSetup *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n;
}

const FysExercise *
fys_setup_get_exercise (FysSetup *self,
                        guint     exercise)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (exercise < self->n, NULL);

  return fys_exercise_list_get (self->exercises, exercise);
}

void
fys_setup_get_plan (FysSetup *self,
                    guint     exercise,
                    FysPlan  *out_plan)
{
  g_return_if_fail (self != NULL && out_plan != NULL);
  g_return_if_fail (exercise < self->n);

  *out_plan = self->items[exercise].plan;
  out_plan->first_side = self->sore_side;
}

/* What the user may not change stays the article's, so that a plan of another exercise, or of an older article, cannot bring it in. */
void
fys_setup_set_plan (FysSetup      *self,
                    guint          exercise,
                    const FysPlan *plan)
{
  Item   *item;
  FysPlan taken;

  g_return_if_fail (self != NULL && plan != NULL);
  g_return_if_fail (exercise < self->n);

  item = &self->items[exercise];
  taken = item->article;
  taken.prepare_s = plan->prepare_s;
  if (taken.hold_s > 0)
    taken.hold_s = MAX (plan->hold_s, 1);
  else
    taken.rep_s = plan->rep_s;
  taken.reps = plan->reps;
  taken.sets = plan->sets;
  taken.rep_rest_s = plan->rep_rest_s;
  taken.rest_s = plan->rest_s;
  taken.switch_s = plan->switch_s;
  taken.is_per_side = !!plan->is_per_side;
  fys_plan_clamp (&taken);

  if (!fys_plan_has_same_figures (&taken, &item->plan))
    item->is_done = FALSE;
  item->plan = taken;
  fys_setup_set_sore_side (self, plan->first_side);
}

gboolean
fys_setup_is_changed (FysSetup *self,
                      guint     exercise)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (exercise < self->n, FALSE);

  return !fys_plan_has_same_figures (&self->items[exercise].plan, &self->items[exercise].article);
}

gboolean
fys_setup_is_as_last (FysSetup *self,
                      guint     exercise)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (exercise < self->n, FALSE);

  return self->items[exercise].is_done && fys_setup_is_changed (self, exercise);
}

void
fys_setup_mark_done (FysSetup *self,
                     guint     exercise)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (exercise < self->n);

  self->items[exercise].is_done = TRUE;
}

FysSide
fys_setup_get_sore_side (FysSetup *self)
{
  g_return_val_if_fail (self != NULL, FYS_SIDE_NONE);

  return self->sore_side;
}

void
fys_setup_set_sore_side (FysSetup *self,
                         FysSide   side)
{
  g_return_if_fail (self != NULL);

  self->sore_side = side;
}

guint
fys_setup_get_rest_s (FysSetup *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rest_s;
}

void
fys_setup_set_rest_s (FysSetup *self,
                      guint     rest_s)
{
  g_return_if_fail (self != NULL);

  self->rest_s = MIN (rest_s, FYS_PLAN_MAX_SECONDS);
}

gboolean
fys_setup_is_rest_changed (FysSetup *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->rest_s != DEFAULT_REST_BETWEEN_S;
}

guint
fys_setup_get_at (FysSetup *self,
                  guint     place)
{
  g_return_val_if_fail (self != NULL, FYS_NONE);
  g_return_val_if_fail (place < self->n, FYS_NONE);

  return self->order[place];
}

guint
fys_setup_get_place (FysSetup *self,
                     guint     exercise)
{
  g_return_val_if_fail (self != NULL, FYS_NONE);
  g_return_val_if_fail (exercise < self->n, FYS_NONE);

  return self->items[exercise].place;
}

void
fys_setup_move (FysSetup *self,
                guint     from_place,
                guint     to_place)
{
  guint moved;

  g_return_if_fail (self != NULL);
  g_return_if_fail (from_place < self->n && to_place < self->n);

  moved = self->order[from_place];
  for (guint i = from_place; i < to_place; i++)
    self->order[i] = self->order[i + 1];
  for (guint i = from_place; i > to_place; i--)
    self->order[i] = self->order[i - 1];
  self->order[to_place] = moved;
  for (guint i = MIN (from_place, to_place); i <= MAX (from_place, to_place); i++)
    self->items[self->order[i]].place = i;
}

gboolean
fys_setup_is_left_out (FysSetup *self,
                       guint     exercise)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (exercise < self->n, FALSE);

  return self->items[exercise].is_left_out;
}

void
fys_setup_set_left_out (FysSetup *self,
                        guint     exercise,
                        gboolean  is_left_out)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (exercise < self->n);

  self->items[exercise].is_left_out = !!is_left_out;
}

gboolean
fys_setup_is_order_changed (FysSetup *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->n; i++)
    if (self->order[i] != i)
      return TRUE;
  return FALSE;
}

void
fys_setup_reset_program (FysSetup *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->n; i++)
    {
      self->order[i] = i;
      self->items[i].place = i;
      self->items[i].is_left_out = FALSE;
    }
  self->rest_s = DEFAULT_REST_BETWEEN_S;
}

guint *
fys_setup_dup_program (FysSetup *self,
                       guint    *out_n)
{
  guint *program;
  guint  n = 0;

  g_return_val_if_fail (self != NULL && out_n != NULL, NULL);

  program = g_new (guint, MAX (self->n, 1));
  for (guint i = 0; i < self->n; i++)
    if (!self->items[self->order[i]].is_left_out)
      program[n++] = self->order[i];
  *out_n = n;
  return program;
}

guint
fys_setup_get_next (FysSetup *self,
                    guint     exercise)
{
  g_return_val_if_fail (self != NULL, FYS_NONE);
  g_return_val_if_fail (exercise < self->n, FYS_NONE);

  for (guint i = self->items[exercise].place + 1; i < self->n; i++)
    if (!self->items[self->order[i]].is_left_out)
      return self->order[i];
  return FYS_NONE;
}

FysProgram *
fys_setup_create_program (FysSetup    *self,
                          const guint *exercises,
                          guint        n)
{
  g_autofree FysPlan *plans = g_new (FysPlan, MAX (n, 1));

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (exercises != NULL || n == 0, NULL);

  for (guint i = 0; i < n; i++)
    fys_setup_get_plan (self, exercises[i], &plans[i]);
  return fys_program_new (plans, n, self->rest_s);
}
