/* test-session.c - the session, told all kinds of time
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/exercise/fys-session.h"

#define S(seconds)   ((gint64) ((seconds) * (double) G_USEC_PER_SEC))
#define MS(millis)   ((millis) * G_GINT64_CONSTANT (1000))
/* Any clock will do; ours begins where a machine has been up for a while. */
#define START_US     S (5000)

static FysSession *
session_for (const FysPlan *plans,
             guint          n_plans)
{
  g_autoptr (FysProgram) program = fys_program_new (plans, n_plans, 10);

  return fys_session_new (program);
}

static void
append_cues (FysSession *session,
             GString    *words)
{
  static const char *const kinds[] = { "step", "bell", "count", "paused", "resumed", "finished", "stopped" };
  FysCue                   cue;

  while (fys_session_take_cue (session, &cue))
    {
      if (words->len > 0)
        g_string_append_c (words, ' ');
      g_string_append (words, kinds[cue.kind]);
      if (cue.kind == FYS_CUE_COUNTDOWN)
        g_string_append_printf (words, "%u", cue.value);
      else if (cue.kind == FYS_CUE_STEP || cue.kind == FYS_CUE_BELL)
        g_string_append_printf (words, "%u", cue.step);
    }
}

static void
assert_cues (FysSession *session,
             const char *expected)
{
  g_autoptr (GString) words = g_string_new (NULL);

  append_cues (session, words);
  g_assert_cmpstr (words->str, ==, expected);
}

static void
drop_cues (FysSession *session)
{
  FysCue cue;

  while (fys_session_take_cue (session, &cue))
    ;
}

/* hold 5 s with a bell at 2, a second of rest, the same again */
static const FysPlan two_holds = { .hold_s = 5, .hold_min_s = 2, .reps = 2, .sets = 1, .rep_rest_s = 1 };
static const FysPlan three_counted = { .reps = 3, .sets = 1, .prepare_s = 4 };

static void
test_ready (void)
{
  g_autoptr (FysSession) session = session_for (&two_holds, 1);

  g_assert_cmpint (fys_session_get_state (session), ==, FYS_SESSION_READY);
  g_assert_cmpint (fys_session_advance (session, START_US), ==, -1);
  fys_session_pause (session, START_US);
  fys_session_resume (session, START_US);
  fys_session_done (session, START_US);
  fys_session_skip (session, START_US);
  fys_session_back (session, START_US);
  g_assert_cmpint (fys_session_get_state (session), ==, FYS_SESSION_READY);
  g_assert_nonnull (fys_session_get_step (session));
  g_assert_cmpint (fys_session_get_total_us (session), ==, 0);
  assert_cues (session, "");
  fys_session_stop (session, START_US);
  g_assert_cmpint (fys_session_get_state (session), ==, FYS_SESSION_STOPPED);
  assert_cues (session, "stopped");
}

static void
test_cues_in_order (void)
{
  g_autoptr (FysSession) session = session_for (&two_holds, 1);

  fys_session_start (session, START_US);
  assert_cues (session, "step0");
  g_assert_cmpint (fys_session_advance (session, START_US + S (1.5)), ==, S (0.5));
  assert_cues (session, "");
  g_assert_cmpint (fys_session_advance (session, START_US + S (2)), ==, S (1));
  assert_cues (session, "bell0 count3");
  g_assert_cmpint (fys_session_advance (session, START_US + S (2)), ==, S (1));
  assert_cues (session, "");
  fys_session_advance (session, START_US + S (4.999));
  assert_cues (session, "count2 count1");
  fys_session_advance (session, START_US + S (5));
  /* A rest of one second has no countdown of its own. */
  assert_cues (session, "step1");
  fys_session_advance (session, START_US + S (7));
  assert_cues (session, "step2");
  g_assert_cmpint (fys_session_get_elapsed_us (session), ==, S (1));
  g_assert_cmpint (fys_session_get_total_us (session), ==, S (7));
  fys_session_advance (session, START_US + S (11));
  assert_cues (session, "bell2 count3 count2 count1 finished");
  g_assert_cmpint (fys_session_get_state (session), ==, FYS_SESSION_FINISHED);
  g_assert_null (fys_session_get_step (session));
  g_assert_cmpint (fys_session_get_total_us (session), ==, S (11));
  g_assert_cmpint (fys_session_advance (session, START_US + S (12)), ==, -1);
}

static void
test_late_caller (void)
{
  g_autoptr (FysSession) session = session_for (&two_holds, 1);

  /* Four and a half seconds late: three steps in one call, nothing lost. */
  fys_session_start (session, START_US);
  fys_session_advance (session, START_US + S (4.5));
  drop_cues (session);
  fys_session_advance (session, START_US + S (9));
  assert_cues (session, "step1 step2 bell2 count3 count2");
  g_assert_cmpint (fys_session_get_elapsed_us (session), ==, S (3));
}

static void
test_until_done (void)
{
  g_autoptr (FysSession) session = session_for (&three_counted, 1);

  fys_session_start (session, START_US);
  fys_session_done (session, START_US + S (1)); /* nothing to be done in a timed step */
  g_assert_cmpuint (fys_session_get_step_index (session), ==, 0);
  g_assert_cmpint (fys_session_advance (session, START_US + S (4)), ==, S (1));
  g_assert_cmpuint (fys_session_get_step_index (session), ==, 1);
  for (guint second = 1; second <= 600; second++)
    g_assert_cmpint (fys_session_advance (session, START_US + S (4 + second)), ==, S (1));
  g_assert_cmpuint (fys_session_get_step_index (session), ==, 1);
  g_assert_cmpint (fys_session_get_elapsed_us (session), ==, S (600));
  g_assert_cmpint (fys_session_get_total_us (session), ==, S (4));
  g_assert_cmpint (fys_session_get_active_us (session), ==, S (604));
  fys_session_done (session, START_US + S (604));
  fys_session_done (session, START_US + S (605));
  g_assert_cmpuint (fys_session_get_step_index (session), ==, 3);
  drop_cues (session);
  fys_session_done (session, START_US + S (606));
  assert_cues (session, "finished");
  g_assert_cmpint (fys_session_get_total_us (session), ==, S (4));
}

static void
test_command_meets_its_step (void)
{
  g_autoptr (FysSession) session = session_for (&three_counted, 1);

  fys_session_start (session, START_US);
  fys_session_advance (session, START_US + S (3.9));
  /* The press was for the preparation, which ended by itself a tenth of a second ago. */
  fys_session_skip (session, START_US + S (4.1));
  g_assert_cmpuint (fys_session_get_step_index (session), ==, 1);
  fys_session_back (session, START_US + S (4.2));
  g_assert_cmpuint (fys_session_get_step_index (session), ==, 0);
  fys_session_advance (session, START_US + S (8));
  fys_session_done (session, START_US + S (8.3));
  g_assert_cmpuint (fys_session_get_step_index (session), ==, 1);
}

static void
test_suspend (void)
{
  g_autoptr (FysSession) session = session_for (&two_holds, 1);

  fys_session_start (session, START_US);
  fys_session_advance (session, START_US + S (1));
  drop_cues (session);
  g_assert_cmpint (fys_session_advance (session, START_US + S (3601)), ==, -1);
  g_assert_cmpint (fys_session_get_state (session), ==, FYS_SESSION_PAUSED);
  g_assert_cmpint (fys_session_get_elapsed_us (session), ==, S (1));
  assert_cues (session, "paused");
  fys_session_pause (session, START_US + S (3602));
  assert_cues (session, "");
  fys_session_resume (session, START_US + S (3700));
  assert_cues (session, "resumed");
  fys_session_advance (session, START_US + S (3703));
  g_assert_cmpint (fys_session_get_active_us (session), ==, S (4));
  g_assert_cmpint (fys_session_get_elapsed_us (session), ==, S (4));
  assert_cues (session, "bell0 count3 count2 count1");
}

static void
test_suspend_found_by_pause (void)
{
  g_autoptr (FysSession) session = session_for (&two_holds, 1);

  /* The first call after waking up may be a key and not a tick: one pause, told once. */
  fys_session_start (session, START_US);
  drop_cues (session);
  fys_session_pause (session, START_US + S (3600));
  assert_cues (session, "paused");
  g_assert_cmpint (fys_session_get_elapsed_us (session), ==, 0);
}

static void
test_gap_is_exact (void)
{
  g_autoptr (FysSession) session = session_for (&two_holds, 1);

  fys_session_start (session, START_US);
  fys_session_advance (session, START_US + FYS_SESSION_MAX_GAP_US);
  g_assert_cmpint (fys_session_get_state (session), ==, FYS_SESSION_RUNNING);
  fys_session_advance (session, START_US + 2 * FYS_SESSION_MAX_GAP_US + 1);
  g_assert_cmpint (fys_session_get_state (session), ==, FYS_SESSION_PAUSED);
}

static void
test_clock_steps (void)
{
  g_autoptr (FysSession) session = session_for (&two_holds, 1);

  fys_session_start (session, START_US);
  fys_session_advance (session, START_US + S (1));
  fys_session_advance (session, START_US - S (1000));
  g_assert_cmpint (fys_session_get_elapsed_us (session), ==, S (1));
  fys_session_advance (session, START_US - S (999));
  g_assert_cmpint (fys_session_get_elapsed_us (session), ==, S (2));
  fys_session_advance (session, G_MININT64);
  g_assert_cmpint (fys_session_get_state (session), ==, FYS_SESSION_RUNNING);
  fys_session_advance (session, G_MAXINT64);
  g_assert_cmpint (fys_session_get_state (session), ==, FYS_SESSION_PAUSED);
  g_assert_cmpint (fys_session_get_elapsed_us (session), ==, S (2));
}

static void
test_back (void)
{
  g_autoptr (FysSession) session = session_for (&two_holds, 1);

  fys_session_start (session, START_US);
  fys_session_back (session, START_US + S (1)); /* before the first there is nothing */
  g_assert_cmpint (fys_session_get_elapsed_us (session), ==, 0);
  fys_session_skip (session, START_US + S (1));
  fys_session_skip (session, START_US + S (1));
  fys_session_advance (session, START_US + S (4));
  g_assert_cmpuint (fys_session_get_step_index (session), ==, 2);
  drop_cues (session);
  fys_session_back (session, START_US + S (4)); /* three seconds in: this step anew */
  assert_cues (session, "step2");
  g_assert_cmpint (fys_session_get_total_us (session), ==, S (6));
  fys_session_back (session, START_US + S (4.5));
  assert_cues (session, "step1");
  g_assert_cmpint (fys_session_get_total_us (session), ==, S (5));
  /* What was rung once rings again when the step is done again. */
  fys_session_advance (session, START_US + S (7.5));
  assert_cues (session, "step2 bell2 count3");
}

static void
test_paused_commands (void)
{
  g_autoptr (FysSession) session = session_for (&three_counted, 1);

  fys_session_start (session, START_US);
  fys_session_pause (session, START_US + S (1));
  drop_cues (session);
  fys_session_skip (session, START_US + S (2));
  assert_cues (session, "step1");
  g_assert_cmpint (fys_session_get_state (session), ==, FYS_SESSION_PAUSED);
  fys_session_done (session, START_US + S (3));
  assert_cues (session, "");
  fys_session_skip (session, START_US + S (3));
  fys_session_back (session, START_US + S (3));
  assert_cues (session, "step2 step1");
  g_assert_cmpint (fys_session_advance (session, START_US + S (500)), ==, -1);
  fys_session_skip (session, START_US + S (501));
  fys_session_skip (session, START_US + S (501));
  fys_session_skip (session, START_US + S (501));
  assert_cues (session, "step2 step3 finished");
  fys_session_stop (session, START_US + S (502));
  fys_session_resume (session, START_US + S (502));
  assert_cues (session, "");
  g_assert_cmpint (fys_session_get_state (session), ==, FYS_SESSION_FINISHED);
}

static void
test_stop (void)
{
  g_autoptr (FysSession) session = session_for (&two_holds, 1);

  fys_session_start (session, START_US);
  fys_session_stop (session, START_US + S (3));
  g_assert_cmpint (fys_session_get_state (session), ==, FYS_SESSION_STOPPED);
  g_assert_null (fys_session_get_step (session));
  g_assert_cmpint (fys_session_get_total_us (session), ==, S (3));
  assert_cues (session, "step0 bell0 count3 count2 stopped");
  fys_session_stop (session, START_US + S (4));
  fys_session_start (session, START_US + S (4));
  fys_session_back (session, START_US + S (4));
  assert_cues (session, "");
}

static void
test_empty_program (void)
{
  g_autoptr (FysSession) session = session_for (NULL, 0);

  g_assert_null (fys_session_get_step (session));
  g_assert_cmpint (fys_session_get_total_us (session), ==, 0);
  fys_session_start (session, START_US);
  assert_cues (session, "finished");
  g_assert_null (fys_session_get_step (session));
}

/* Five minutes of holds a plan, so that eight make forty minutes; ticked by @next_tick until it ends. */
static void
assert_forty_minutes (gint64 (*next_tick) (GRand *rand,
                                           gint64 wait_us))
{
  FysPlan                 plans[8];
  g_autoptr (FysProgram)  program = NULL;
  g_autoptr (FysSession)  session = NULL;
  g_autoptr (GRand)       rand = g_rand_new_with_seed (40);
  gint64                  now_us = START_US;
  gint64                  wait_us = 0;

  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    plans[i] = (FysPlan){ .prepare_s = 10, .hold_s = 30, .hold_min_s = 20, .reps = 3, .sets = 1, .rep_rest_s = 17,
                          .switch_s = 6, .is_per_side = TRUE };
  plans[0].prepare_s += 36;
  program = fys_program_new (plans, G_N_ELEMENTS (plans), 36);
  g_assert_cmpint (fys_program_get_length_us (program), ==, S (40 * 60));
  session = fys_session_new (program);
  fys_session_start (session, now_us);
  while ((wait_us = fys_session_advance (session, now_us)) >= 0)
    {
      g_assert_cmpint (wait_us, >, 0);
      g_assert_cmpint (wait_us, <=, S (1));
      /* Never behind and never ahead: the place in the program is the time that went by. */
      g_assert_cmpint (fys_session_get_total_us (session), ==, now_us - START_US);
      now_us += next_tick (rand, wait_us);
    }
  g_assert_cmpint (fys_session_get_state (session), ==, FYS_SESSION_FINISHED);
  g_assert_cmpint (now_us - START_US, >=, fys_program_get_length_us (program));
  g_assert_cmpint (now_us - START_US, <=, fys_program_get_length_us (program) + FYS_SESSION_MAX_GAP_US);
}

static gint64
punctual (GRand *rand,
          gint64 wait_us)
{
  return wait_us;
}

static gint64
late_200_ms (GRand *rand,
             gint64 wait_us)
{
  return wait_us + MS (200);
}

static gint64
frames (GRand *rand,
        gint64 wait_us)
{
  return 16667;
}

static gint64
anything (GRand *rand,
          gint64 wait_us)
{
  return 1 + g_rand_int_range (rand, 0, g_rand_boolean (rand) ? 2000 : 4999999);
}

static void
test_no_drift (void)
{
  assert_forty_minutes (punctual);
  assert_forty_minutes (late_200_ms);
  assert_forty_minutes (frames);
  assert_forty_minutes (anything);
}

static FysPlan
random_plan (GRand *rand)
{
  return (FysPlan){
    .prepare_s = g_rand_int_range (rand, 0, 6),
    .hold_s = g_rand_boolean (rand) ? g_rand_int_range (rand, 1, 12) : 0,
    .hold_min_s = g_rand_int_range (rand, 0, 12),
    .reps = g_rand_int_range (rand, 0, 4),
    .reps_min = g_rand_int_range (rand, 0, 4),
    .sets = g_rand_int_range (rand, 0, 3),
    .rep_rest_s = g_rand_int_range (rand, 0, 5),
    .rest_s = g_rand_int_range (rand, 0, 9),
    .rest_min_s = g_rand_int_range (rand, 0, 9),
    .switch_s = g_rand_int_range (rand, 0, 6),
    .rep_s = g_rand_boolean (rand) ? g_rand_int_range (rand, 1, 5) : 0,
    .is_per_side = g_rand_boolean (rand),
    .first_side = FYS_SIDE_LEFT,
  };
}

/* Cues of a program done to its end without a command but "done": the same words however it is ticked. */
static char *
cues_ticked (FysProgram *program,
             GRand      *rand)
{
  g_autoptr (FysSession) session = fys_session_new (program);
  GString               *words = g_string_new (NULL);
  gint64                 now_us = START_US;

  fys_session_start (session, now_us);
  while (fys_session_get_state (session) == FYS_SESSION_RUNNING)
    {
      const FysStep *step = fys_session_get_step (session);

      if (step->length_us == FYS_UNTIL_DONE)
        fys_session_done (session, now_us);
      else
        now_us += g_rand_int_range (rand, 0, 4900000);
      fys_session_advance (session, now_us);
      append_cues (session, words);
    }
  append_cues (session, words);
  return g_string_free (words, FALSE);
}

static void
test_cues_do_not_depend_on_ticks (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 300; round++)
    {
      FysPlan                plans[2] = { random_plan (rand), random_plan (rand) };
      g_autoptr (FysProgram) program = fys_program_new (plans, 2, g_rand_int_range (rand, 0, 5));
      g_autofree char       *first = cues_ticked (program, rand);
      g_autofree char       *second = cues_ticked (program, rand);

      g_assert_cmpstr (first, ==, second);
    }
}

static void
do_anything (FysSession *session,
             GRand      *rand,
             gint64      now_us)
{
  switch (g_rand_int_range (rand, 0, 12))
    {
    case 0:
      fys_session_pause (session, now_us);
      break;
    case 1:
    case 2:
      fys_session_resume (session, now_us);
      break;
    case 3:
      fys_session_done (session, now_us);
      break;
    case 4:
      fys_session_skip (session, now_us);
      break;
    case 5:
      fys_session_back (session, now_us);
      break;
    case 6:
      fys_session_start (session, now_us);
      break;
    case 7:
      if (g_rand_int_range (rand, 0, 20) == 0)
        fys_session_stop (session, now_us);
      break;
    default:
      (void) fys_session_advance (session, now_us); /* the result is checked by the caller's next call */
      break;
    }
}

static gint64
random_time (GRand *rand)
{
  switch (g_rand_int_range (rand, 0, 20))
    {
    case 0:
      return S (3600);
    case 1:
      return -S (100);
    default:
      return g_rand_int_range (rand, 0, 3000000);
    }
}

static void
assert_sound (FysSession *session)
{
  FysSessionState state = fys_session_get_state (session);
  const FysStep  *step = fys_session_get_step (session);
  gint64          elapsed_us = fys_session_get_elapsed_us (session);
  gint64          done_us = fys_session_get_total_us (session);
  gint64          length_us = fys_program_get_length_us (fys_session_get_program (session));
  const FysStep  *steps;
  guint           n_steps;
  gint64          before_us = 0;

  steps = fys_program_get_steps (fys_session_get_program (session), &n_steps);
  g_assert_cmpint (elapsed_us, >=, 0);
  g_assert_cmpint (done_us, >=, 0);
  g_assert_cmpint (done_us, <=, length_us);
  if (state == FYS_SESSION_FINISHED)
    g_assert_cmpint (done_us, ==, length_us);
  if (step == NULL)
    return;
  for (guint i = 0; i < fys_session_get_step_index (session); i++)
    before_us += MAX (steps[i].length_us, 0);
  if (step->length_us == FYS_UNTIL_DONE)
    g_assert_cmpint (done_us, ==, before_us);
  else
    {
      g_assert_cmpint (elapsed_us, <, step->length_us);
      g_assert_cmpint (done_us, ==, before_us + elapsed_us);
    }
}

/* What a listener hears must be a story that makes sense: no bell or number twice in one go at a step, pauses and resumes in turn. */
typedef struct
{
  gboolean is_paused;
  gboolean is_over;
  gboolean has_begun;
  gboolean has_rung;
  guint    step;
  guint    last_number;
} Listener;

static void
listen (Listener   *self,
        FysSession *session)
{
  FysCue cue;

  while (fys_session_take_cue (session, &cue))
    {
      g_assert_false (self->is_over);
      switch (cue.kind)
        {
        case FYS_CUE_STEP:
          self->has_begun = TRUE;
          self->step = cue.step;
          self->has_rung = FALSE;
          self->last_number = 4;
          break;
        case FYS_CUE_BELL:
          g_assert_false (self->has_rung);
          g_assert_cmpuint (cue.step, ==, self->step);
          self->has_rung = TRUE;
          break;
        case FYS_CUE_COUNTDOWN:
          g_assert_cmpuint (cue.value, <, self->last_number);
          g_assert_cmpuint (cue.value, >, 0);
          g_assert_cmpuint (cue.step, ==, self->step);
          self->last_number = cue.value;
          break;
        case FYS_CUE_PAUSED:
          g_assert_false (self->is_paused);
          self->is_paused = TRUE;
          break;
        case FYS_CUE_RESUMED:
          g_assert_true (self->is_paused);
          self->is_paused = FALSE;
          break;
        case FYS_CUE_FINISHED:
        case FYS_CUE_STOPPED:
          self->is_over = TRUE;
          break;
        default:
          g_assert_not_reached ();
        }
    }
  if (self->has_begun && !self->is_over)
    {
      g_assert_cmpint (self->is_paused, ==, fys_session_get_state (session) == FYS_SESSION_PAUSED);
      g_assert_cmpuint (self->step, ==, fys_session_get_step_index (session));
    }
}

static void
test_random_sessions (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1234);

  for (guint round = 0; round < 1000; round++)
    {
      FysPlan                plans[3] = { random_plan (rand), random_plan (rand), random_plan (rand) };
      g_autoptr (FysSession) session = session_for (plans, g_rand_int_range (rand, 0, 4));
      Listener               listener = { .last_number = 4 };
      gint64                 now_us = START_US;

      for (guint turn = 0; turn < 150; turn++)
        {
          now_us += random_time (rand);
          do_anything (session, rand, now_us);
          assert_sound (session);
          if (g_rand_boolean (rand))
            listen (&listener, session);
        }
      listen (&listener, session);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/ready", test_ready);
  g_test_add_func ("/session/cues-in-order", test_cues_in_order);
  g_test_add_func ("/session/late-caller", test_late_caller);
  g_test_add_func ("/session/until-done", test_until_done);
  g_test_add_func ("/session/command-meets-its-step", test_command_meets_its_step);
  g_test_add_func ("/session/suspend", test_suspend);
  g_test_add_func ("/session/suspend-found-by-pause", test_suspend_found_by_pause);
  g_test_add_func ("/session/gap-is-exact", test_gap_is_exact);
  g_test_add_func ("/session/clock-steps", test_clock_steps);
  g_test_add_func ("/session/back", test_back);
  g_test_add_func ("/session/paused-commands", test_paused_commands);
  g_test_add_func ("/session/stop", test_stop);
  g_test_add_func ("/session/empty-program", test_empty_program);
  g_test_add_func ("/session/no-drift", test_no_drift);
  g_test_add_func ("/session/cues-do-not-depend-on-ticks", test_cues_do_not_depend_on_ticks);
  g_test_add_func ("/session/random-sessions", test_random_sessions);
  return g_test_run ();
}
