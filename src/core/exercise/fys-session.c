/* fys-session.c - a program being done: a state machine that is told the time and never asks for it
 *
 * Time enters in one place, advance_to(): the difference to the last call is spent on the steps, and what is left over when a step
 * ends goes to the next one. So a late caller loses nothing, and the sum is exact whatever the pattern of ticks.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/exercise/fys-session.h"

/* The longest a running session lets its caller wait; well below FYS_SESSION_MAX_GAP_US, so that waiting is no gap. */
#define MAX_WAIT_US G_USEC_PER_SEC
/* The last seconds of a step are counted down from here. */
#define COUNTDOWN_FROM_S 3

struct _FysSession
{
  FysProgram     *program; /* Owned */
  const FysStep  *steps;   /* Borrowed from the program */
  guint           n_steps;
  FysSessionState state;
  guint           index;
  gint64          elapsed_us; /* in the step at index */
  gint64          before_us;  /* the lengths of the timed steps before it */
  gint64          active_us;  /* spent while running, in all steps */
  gint64          last_us;    /* the caller's clock at the last call while running */
  gboolean        has_rung;   /* the bell of this step */
  guint           countdown;  /* the next number to count down in this step; 0 when none is left */
  GQueue          cues;       /* Owned, of FysCue */
};

static void
push_cue (FysSession *self,
          FysCueKind  kind,
          guint       value)
{
  FysCue *cue = g_new (FysCue, 1);

  *cue = (FysCue){ .kind = kind, .step = self->index, .value = value };
  g_queue_push_tail (&self->cues, cue);
}

static gboolean
is_timed (const FysStep *step)
{
  return step->length_us != FYS_UNTIL_DONE;
}

static const FysStep *
current (FysSession *self)
{
  return &self->steps[self->index];
}

/* A number is counted down only in a step that lasts longer, so that no step begins in the middle of its own countdown. */
static guint
first_countdown (const FysStep *step)
{
  guint number = COUNTDOWN_FROM_S;

  if (!is_timed (step))
    return 0;
  while (number > 0 && step->length_us <= number * (gint64) G_USEC_PER_SEC)
    number--;
  return number;
}

static gint64
countdown_at_us (FysSession *self)
{
  return current (self)->length_us - self->countdown * (gint64) G_USEC_PER_SEC;
}

static gboolean
bell_waits (FysSession *self)
{
  return current (self)->bell_us >= 0 && !self->has_rung;
}

/* The next moment of this step at which something happens, from the step's start. -1: never, it waits for the user. */
static gint64
next_event_us (FysSession *self)
{
  gint64 next_us = is_timed (current (self)) ? current (self)->length_us : -1;

  if (self->countdown > 0)
    next_us = MIN (next_us, countdown_at_us (self));
  if (bell_waits (self) && (next_us < 0 || current (self)->bell_us < next_us))
    next_us = current (self)->bell_us;
  return next_us;
}

static void
push_due_cues (FysSession *self)
{
  if (bell_waits (self) && self->elapsed_us >= current (self)->bell_us)
    {
      self->has_rung = TRUE;
      push_cue (self, FYS_CUE_BELL, 0);
    }
  if (self->countdown > 0 && self->elapsed_us >= countdown_at_us (self))
    push_cue (self, FYS_CUE_COUNTDOWN, self->countdown--);
}

static void
begin_step (FysSession *self)
{
  self->elapsed_us = 0;
  self->has_rung = FALSE;
  self->countdown = first_countdown (current (self));
  push_cue (self, FYS_CUE_STEP, 0);
  push_due_cues (self);
}

static void
finish (FysSession *self)
{
  self->state = FYS_SESSION_FINISHED;
  self->elapsed_us = 0;
  self->before_us = fys_program_get_length_us (self->program);
  push_cue (self, FYS_CUE_FINISHED, 0);
}

static void
go_to_next (FysSession *self)
{
  if (self->index + 1 >= self->n_steps)
    {
      finish (self);
      return;
    }
  self->before_us += MAX (current (self)->length_us, 0);
  self->index++;
  begin_step (self);
}

/* Spends time on the steps, from event to event. Each round ends an event of a step, or the time. */
static void
spend (FysSession *self,
       gint64      time_us)
{
  while (self->state == FYS_SESSION_RUNNING)
    {
      gint64 next_us = next_event_us (self);
      gint64 until_us = next_us < 0 ? G_MAXINT64 : next_us - self->elapsed_us;

      if (time_us < until_us)
        {
          self->elapsed_us += time_us;
          self->active_us += time_us;
          return;
        }
      self->elapsed_us += until_us;
      self->active_us += until_us;
      time_us -= until_us;
      push_due_cues (self);
      if (is_timed (current (self)) && self->elapsed_us >= current (self)->length_us)
        go_to_next (self);
    }
}

static void
pause_here (FysSession *self)
{
  self->state = FYS_SESSION_PAUSED;
  push_cue (self, FYS_CUE_PAUSED, 0);
}

static void
advance_to (FysSession *self,
            gint64      now_us)
{
  gint64 time_us;

  if (self->state != FYS_SESSION_RUNNING)
    return;
  /* Clocks may be anywhere in 64 bits, so that even their difference may not fit. */
  if (__builtin_sub_overflow (now_us, self->last_us, &time_us))
    time_us = now_us > self->last_us ? G_MAXINT64 : 0;
  self->last_us = now_us;
  if (time_us > FYS_SESSION_MAX_GAP_US)
    pause_here (self);
  else
    spend (self, MAX (time_us, 0));
}

static gboolean
is_under_way (FysSession *self)
{
  return self->state == FYS_SESSION_RUNNING || self->state == FYS_SESSION_PAUSED;
}

FysSession *
fys_session_new (FysProgram *program)
{
  FysSession *self;

  g_return_val_if_fail (program != NULL, NULL);

  self = g_new0 (FysSession, 1);
  self->program = fys_program_ref (program);
  self->steps = fys_program_get_steps (program, &self->n_steps);
  g_queue_init (&self->cues);
  return self;
}

void
fys_session_free (FysSession *self)
{
  if (self == NULL)
    return;
  g_queue_clear_full (&self->cues, g_free);
  fys_program_unref (self->program);
  g_free (self);
}

gint64
fys_session_advance (FysSession *self,
                     gint64      now_us)
{
  gint64 next_us;

  g_return_val_if_fail (self != NULL, -1);

  advance_to (self, now_us);
  if (self->state != FYS_SESSION_RUNNING)
    return -1;
  next_us = next_event_us (self);
  return next_us < 0 ? MAX_WAIT_US : MIN (next_us - self->elapsed_us, MAX_WAIT_US);
}

void
fys_session_start (FysSession *self,
                   gint64      now_us)
{
  g_return_if_fail (self != NULL);

  if (self->state != FYS_SESSION_READY)
    return;
  self->last_us = now_us;
  self->state = FYS_SESSION_RUNNING;
  if (self->n_steps == 0)
    finish (self);
  else
    begin_step (self);
}

void
fys_session_pause (FysSession *self,
                   gint64      now_us)
{
  g_return_if_fail (self != NULL);

  advance_to (self, now_us);
  if (self->state == FYS_SESSION_RUNNING)
    pause_here (self);
}

void
fys_session_resume (FysSession *self,
                    gint64      now_us)
{
  g_return_if_fail (self != NULL);

  if (self->state != FYS_SESSION_PAUSED)
    return;
  self->last_us = now_us;
  self->state = FYS_SESSION_RUNNING;
  push_cue (self, FYS_CUE_RESUMED, 0);
}

void
fys_session_done (FysSession *self,
                  gint64      now_us)
{
  guint seen;

  g_return_if_fail (self != NULL);

  seen = self->index;
  advance_to (self, now_us);
  if (self->state == FYS_SESSION_RUNNING && self->index == seen && !is_timed (current (self)))
    go_to_next (self);
}

void
fys_session_skip (FysSession *self,
                  gint64      now_us)
{
  guint seen;

  g_return_if_fail (self != NULL);

  seen = self->index;
  advance_to (self, now_us);
  if (is_under_way (self) && self->index == seen)
    go_to_next (self);
}

void
fys_session_back (FysSession *self,
                  gint64      now_us)
{
  g_return_if_fail (self != NULL);

  advance_to (self, now_us);
  if (!is_under_way (self))
    return;
  if (self->index > 0 && self->elapsed_us < FYS_SESSION_BACK_US)
    {
      self->index--;
      self->before_us -= MAX (current (self)->length_us, 0);
    }
  begin_step (self);
}

void
fys_session_stop (FysSession *self,
                  gint64      now_us)
{
  g_return_if_fail (self != NULL);

  advance_to (self, now_us);
  if (!is_under_way (self) && self->state != FYS_SESSION_READY)
    return;
  self->state = FYS_SESSION_STOPPED;
  push_cue (self, FYS_CUE_STOPPED, 0);
}

FysSessionState
fys_session_get_state (FysSession *self)
{
  g_return_val_if_fail (self != NULL, FYS_SESSION_STOPPED);

  return self->state;
}

FysProgram *
fys_session_get_program (FysSession *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->program;
}

guint
fys_session_get_step_index (FysSession *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->index;
}

const FysStep *
fys_session_get_step (FysSession *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->n_steps == 0 || self->state == FYS_SESSION_FINISHED || self->state == FYS_SESSION_STOPPED)
    return NULL;
  return current (self);
}

gint64
fys_session_get_elapsed_us (FysSession *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->elapsed_us;
}

gint64
fys_session_get_total_us (FysSession *self)
{
  g_return_val_if_fail (self != NULL, 0);

  if (self->state == FYS_SESSION_FINISHED || self->n_steps == 0)
    return self->before_us;
  return self->before_us + (is_timed (current (self)) ? self->elapsed_us : 0);
}

gint64
fys_session_get_active_us (FysSession *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->active_us;
}

gboolean
fys_session_take_cue (FysSession *self,
                      FysCue     *out_cue)
{
  g_autofree FysCue *cue = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (out_cue != NULL, FALSE);

  cue = g_queue_pop_head (&self->cues);
  if (cue == NULL)
    return FALSE;
  *out_cue = *cue;
  return TRUE;
}
