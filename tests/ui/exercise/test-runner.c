/* test-runner.c - a session that runs by a clock, here one that the test moves
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/exercise/fys-session-runner.h"

#define S ((gint64) G_USEC_PER_SEC)

typedef struct
{
  FysSessionRunner *runner;
  gint64            now_us;
  guint             n_active;
  guint             n_counting;
  guint             n_changed;
  guint             n_cues[FYS_CUE_STOPPED + 1];
} Fixture;

static const char *const two_names[] = { "Strækket", "Broen", NULL };

static gint64
fixture_clock (gpointer user_data)
{
  return ((Fixture *) user_data)->now_us;
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
cue_cb (Fixture      *self,
        const FysCue *cue)
{
  self->n_cues[cue->kind]++;
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  const FysPlan plans[] = {
    { .prepare_s = 5, .hold_s = 30, .hold_min_s = 20, .reps = 2, .sets = 1, .rep_rest_s = 5, .switch_s = 4, .is_per_side = TRUE },
    { .prepare_s = 5, .reps = 3, .sets = 1 },
  };
  g_autoptr (FysProgram) program = fys_program_new (plans, G_N_ELEMENTS (plans), 10);

  self->now_us = 1000 * S;
  self->runner = fys_session_runner_new (program, two_names, fixture_clock, self);
  g_signal_connect_swapped (self->runner, "notify::is-active", G_CALLBACK (count_cb), &self->n_active);
  g_signal_connect_swapped (self->runner, "notify::is-counting", G_CALLBACK (count_cb), &self->n_counting);
  g_signal_connect_swapped (self->runner, "changed", G_CALLBACK (count_cb), &self->n_changed);
  g_signal_connect_swapped (self->runner, "cue", G_CALLBACK (cue_cb), self);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_assert_finalize_object (self->runner);
}

static void
pass (Fixture *self,
      gint64   us)
{
  gint64 end_us = self->now_us + us;

  while (self->now_us < end_us)
    {
      self->now_us = MIN (self->now_us + S / 2, end_us);
      fys_session_runner_update (self->runner);
    }
}

/* Milliseconds until the default context wakes up by itself; -1 for never. */
static int
get_wait_ms (void)
{
  GMainContext *context = g_main_context_default ();
  GPollFD fds[8];
  int priority, wait_ms;

  g_assert_true (g_main_context_acquire (context));
  g_main_context_prepare (context, &priority);
  g_main_context_query (context, G_MAXINT, &wait_ms, fds, G_N_ELEMENTS (fds));
  g_main_context_release (context);
  return wait_ms;
}

static FysSessionState
get_state (Fixture *self)
{
  return fys_session_get_state (fys_session_runner_get_session (self->runner));
}

static void
test_notifies_once (Fixture      *self,
                    gconstpointer data)
{
  g_assert_false (fys_session_runner_is_active (self->runner));
  fys_session_runner_start (self->runner);
  g_assert_true (fys_session_runner_is_active (self->runner));
  g_assert_true (fys_session_runner_is_counting (self->runner));
  g_assert_cmpuint (self->n_active, ==, 1);
  g_assert_cmpuint (self->n_counting, ==, 1);

  pass (self, 20 * S);
  g_assert_cmpuint (self->n_active, ==, 1);
  g_assert_cmpuint (self->n_counting, ==, 1);

  fys_session_runner_pause (self->runner);
  fys_session_runner_pause (self->runner);
  g_assert_cmpuint (self->n_active, ==, 1);
  g_assert_cmpuint (self->n_counting, ==, 2);
  g_assert_false (fys_session_runner_is_counting (self->runner));
  g_assert_false (fys_session_runner_is_interrupted (self->runner));

  fys_session_runner_resume (self->runner);
  g_assert_cmpuint (self->n_counting, ==, 3);
  fys_session_runner_stop (self->runner);
  fys_session_runner_stop (self->runner);
  g_assert_cmpuint (self->n_active, ==, 2);
  g_assert_cmpuint (self->n_counting, ==, 4);
  g_assert_cmpuint (self->n_cues[FYS_CUE_STOPPED], ==, 1);
}

static void
test_wakes_only_while_counting (Fixture      *self,
                                gconstpointer data)
{
  g_assert_cmpint (get_wait_ms (), ==, -1);
  fys_session_runner_start (self->runner);
  g_assert_cmpint (get_wait_ms (), >=, 0);
  g_assert_cmpint (get_wait_ms (), <=, 1001);
  fys_session_runner_pause (self->runner);
  g_assert_cmpint (get_wait_ms (), ==, -1);
  fys_session_runner_resume (self->runner);
  g_assert_cmpint (get_wait_ms (), >=, 0);
  fys_session_runner_stop (self->runner);
  g_assert_cmpint (get_wait_ms (), ==, -1);
}

static void
test_finalize_while_counting (void)
{
  Fixture fixture = { 0 };

  set_up (&fixture, NULL);
  fys_session_runner_start (fixture.runner);
  tear_down (&fixture, NULL);
  g_assert_cmpint (get_wait_ms (), ==, -1);
}

/* The timed part of the first exercise, to the microsecond, then three repetitions at the user's pace. */
static void
test_exact (Fixture      *self,
            gconstpointer data)
{
  FysSession *session = fys_session_runner_get_session (self->runner);
  gint64 length_us = fys_program_get_length_us (fys_session_get_program (session));

  fys_session_runner_start (self->runner);
  pass (self, length_us - 1);
  g_assert_cmpint (fys_session_get_step (session)->kind, ==, FYS_STEP_PREPARE);
  g_assert_cmpint (fys_session_get_step (session)->exercise, ==, 1);
  pass (self, 1);
  g_assert_cmpint (fys_session_get_step (session)->kind, ==, FYS_STEP_REPETITION);
  g_assert_cmpuint (fys_session_runner_count_done (self->runner, 0), ==, 4);
  g_assert_cmpuint (fys_session_runner_count_planned (self->runner, 0), ==, 4);
  g_assert_cmpuint (self->n_cues[FYS_CUE_BELL], ==, 4);

  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (fys_session_runner_is_active (self->runner));
      pass (self, 3 * S);
      fys_session_runner_done (self->runner);
      g_assert_cmpuint (fys_session_runner_count_done (self->runner, 1), ==, i + 1);
    }
  g_assert_cmpint (get_state (self), ==, FYS_SESSION_FINISHED);
  g_assert_cmpuint (self->n_cues[FYS_CUE_FINISHED], ==, 1);
  g_assert_cmpint (get_wait_ms (), ==, -1);
}

static void
test_skip_and_back (Fixture      *self,
                    gconstpointer data)
{
  fys_session_runner_start (self->runner);
  fys_session_runner_skip (self->runner); /* getting ready */
  fys_session_runner_skip (self->runner); /* the first hold, not done */
  g_assert_cmpuint (fys_session_runner_count_done (self->runner, 0), ==, 0);
  pass (self, 5 * S + 30 * S);
  g_assert_cmpuint (fys_session_runner_count_done (self->runner, 0), ==, 1);

  /* Back into the hold that was done: it is to be done again. */
  fys_session_runner_back (self->runner);
  g_assert_cmpint (fys_session_get_step (fys_session_runner_get_session (self->runner))->kind, ==, FYS_STEP_HOLD);
  g_assert_cmpuint (fys_session_runner_count_done (self->runner, 0), ==, 0);
  pass (self, 30 * S);
  g_assert_cmpuint (fys_session_runner_count_done (self->runner, 0), ==, 1);

  /* "Done" on a step that time ends does nothing. */
  fys_session_runner_skip (self->runner);
  fys_session_runner_done (self->runner);
  g_assert_cmpuint (fys_session_runner_count_done (self->runner, 0), ==, 1);
}

/* An hour of sleep in the middle of a hold: paused where it was, and the user is told why. */
static void
test_suspend (Fixture      *self,
              gconstpointer data)
{
  FysSession *session = fys_session_runner_get_session (self->runner);

  fys_session_runner_start (self->runner);
  pass (self, 15 * S);
  self->now_us += 3600 * S;
  fys_session_runner_update (self->runner);
  g_assert_cmpint (get_state (self), ==, FYS_SESSION_PAUSED);
  g_assert_true (fys_session_runner_is_interrupted (self->runner));
  g_assert_cmpint (fys_session_get_elapsed_us (session), ==, 10 * S);
  g_assert_cmpuint (self->n_counting, ==, 2);
  g_assert_cmpint (get_wait_ms (), ==, -1);

  self->now_us += 3600 * S;
  fys_session_runner_resume (self->runner);
  g_assert_false (fys_session_runner_is_interrupted (self->runner));
  pass (self, 20 * S);
  g_assert_cmpuint (fys_session_runner_count_done (self->runner, 0), ==, 1);
}

/* A clock that is set back counts as no time. */
static void
test_clock_back (Fixture      *self,
                 gconstpointer data)
{
  fys_session_runner_start (self->runner);
  pass (self, 15 * S);
  self->now_us -= 500 * S;
  fys_session_runner_update (self->runner);
  g_assert_cmpint (get_state (self), ==, FYS_SESSION_RUNNING);
  pass (self, 20 * S);
  g_assert_cmpuint (fys_session_runner_count_done (self->runner, 0), ==, 1);
}

/* A machine that is so busy that the session hears of the time every few seconds only: nothing is lost, nothing is counted twice, and
 * it does not take that for sleep. */
static void
test_slow (Fixture      *self,
           gconstpointer data)
{
  FysSession *session = fys_session_runner_get_session (self->runner);
  gint64 timed_us = fys_program_get_length_us (fys_session_get_program (session));
  gint64 start_us = self->now_us;

  fys_session_runner_start (self->runner);
  while (self->now_us < start_us + timed_us)
    {
      self->now_us = MIN (self->now_us + FYS_SESSION_MAX_GAP_US, start_us + timed_us);
      fys_session_runner_update (self->runner);
      g_assert_true (fys_session_runner_is_counting (self->runner));
    }
  g_assert_cmpuint (fys_session_runner_count_done (self->runner, 0), ==, 4);
  g_assert_cmpint (fys_session_get_step (session)->kind, ==, FYS_STEP_REPETITION);
  g_assert_cmpint (fys_session_get_elapsed_us (session), ==, 0);
  g_assert_cmpuint (self->n_cues[FYS_CUE_BELL], ==, 4);
  g_assert_cmpuint (self->n_cues[FYS_CUE_PAUSED], ==, 0);
}

/* The lid is closed in every step, once for a night and once for just longer than a busy machine: each time the session waits where it
 * was, and all that was left is still to be done. */
static void
test_suspend_often (Fixture      *self,
                    gconstpointer data)
{
  FysSession *session = fys_session_runner_get_session (self->runner);
  guint n_sleeps = 0;

  fys_session_runner_start (self->runner);
  while (fys_session_get_step (session)->length_us > 0)
    {
      guint step = fys_session_get_step_index (session);
      gint64 elapsed_us;

      pass (self, S);
      elapsed_us = fys_session_get_elapsed_us (session);
      self->now_us += n_sleeps % 2 == 0 ? 8 * 3600 * S : FYS_SESSION_MAX_GAP_US + 1;
      fys_session_runner_update (self->runner);
      g_assert_true (fys_session_runner_is_interrupted (self->runner));
      g_assert_cmpint (get_wait_ms (), ==, -1);
      g_assert_cmpuint (fys_session_get_step_index (session), ==, step);
      g_assert_cmpint (fys_session_get_elapsed_us (session), ==, elapsed_us);
      n_sleeps++;
      fys_session_runner_resume (self->runner);
      pass (self, fys_session_get_step (session)->length_us - elapsed_us);
    }
  g_assert_cmpuint (self->n_cues[FYS_CUE_PAUSED], ==, n_sleeps);
  g_assert_cmpuint (self->n_cues[FYS_CUE_RESUMED], ==, n_sleeps);
  g_assert_cmpuint (fys_session_runner_count_done (self->runner, 0), ==, 4);
}

static void
test_names (Fixture      *self,
            gconstpointer data)
{
  g_assert_cmpuint (fys_session_runner_get_n_exercises (self->runner), ==, 2);
  g_assert_cmpstr (fys_session_runner_get_name (self->runner, 1), ==, "Broen");
  g_assert_cmpstr (fys_session_runner_get_name (self->runner, 2), ==, "");
}

static void
test_real_clock (void)
{
  gint64 before_us = fys_clock_now_us (NULL);

  g_assert_cmpint (before_us, >, 0);
  g_assert_cmpint (fys_clock_now_us (NULL), >=, before_us);
}

static void
add (const char *path,
     void        (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/exercise/runner/notifies-once", test_notifies_once);
  add ("/exercise/runner/wakes-only-while-counting", test_wakes_only_while_counting);
  add ("/exercise/runner/exact", test_exact);
  add ("/exercise/runner/skip-and-back", test_skip_and_back);
  add ("/exercise/runner/suspend", test_suspend);
  add ("/exercise/runner/clock-back", test_clock_back);
  add ("/exercise/runner/slow", test_slow);
  add ("/exercise/runner/suspend-often", test_suspend_often);
  add ("/exercise/runner/names", test_names);
  g_test_add_func ("/exercise/runner/finalize-while-counting", test_finalize_while_counting);
  g_test_add_func ("/exercise/runner/real-clock", test_real_clock);
  return g_test_run ();
}
