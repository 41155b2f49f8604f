/* fys-session-runner.c - a session that runs by the clock of the machine
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-session-runner.h"

#include <time.h>

typedef void (*Verb) (FysSession *session,
                      gint64      now_us);

struct _FysSessionRunner
{
  GObject parent_instance;

  /* Owned */
  FysSession *session;
  char      **names;
  gboolean   *is_step_done; /* for each step of the program */
  gint64     *active_us;    /* for each exercise */
  gint64     *started_s;    /* for each exercise: seconds since 1970, 0 when it was not come to */
  GSource    *timeout;      /* %NULL when nothing counts */

  FysClockFunc clock;
  gpointer     clock_data;
  guint        n_names;
  guint        n_steps;
  gboolean     is_pause_wanted;
  gboolean     is_interrupted;
  gboolean     was_active;
  gboolean     was_counting;
};

enum
{
  PROP_0,
  PROP_IS_ACTIVE,
  PROP_IS_COUNTING,
  N_PROPS
};

enum
{
  SIGNAL_CUE,
  SIGNAL_CHANGED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FysSessionRunner, fys_session_runner, G_TYPE_OBJECT)

static void act (FysSessionRunner *self,
                 Verb              verb);

static gboolean
timeout_cb (gpointer user_data)
{
  FysSessionRunner *self = user_data;

  act (self, NULL);
  return G_SOURCE_CONTINUE;
}

static gboolean
dispatch_timeout (GSource    *source,
                  GSourceFunc callback,
                  gpointer    user_data)
{
  return callback (user_data);
}

static GSourceFuncs timeout_funcs = { .dispatch = dispatch_timeout };

/* One source for the whole session, with its ready time moved: exact to the microsecond, where a timeout counts milliseconds. */
static void
schedule (FysSessionRunner *self,
          gint64            wait_us)
{
  if (wait_us < 0)
    {
      if (self->timeout != NULL)
        g_source_destroy (self->timeout);
      g_clear_pointer (&self->timeout, g_source_unref);
      return;
    }

  if (self->timeout == NULL)
    {
      self->timeout = g_source_new (&timeout_funcs, sizeof (GSource));
      g_source_set_static_name (self->timeout, "fys-session-runner");
      g_source_set_callback (self->timeout, timeout_cb, self, NULL);
      g_source_attach (self->timeout, NULL);
    }
  g_source_set_ready_time (self->timeout, g_get_monotonic_time () + wait_us);
}

/* Steps that were left behind by time or by "Done" are done; going back takes that back for what will be done again. */
static void
mark_steps (FysSessionRunner *self,
            guint             before,
            guint             after,
            gboolean          is_first_skipped)
{
  for (guint i = before; i < after && i < self->n_steps; i++)
    self->is_step_done[i] = i > before || !is_first_skipped;
  for (guint i = after; i <= before && i < self->n_steps; i++)
    self->is_step_done[i] = FALSE;
}

static guint
get_place (FysSessionRunner *self)
{
  if (fys_session_get_state (self->session) == FYS_SESSION_FINISHED)
    return self->n_steps;
  return fys_session_get_step_index (self->session);
}

/* What went by belongs to the exercise that was shown meanwhile: the session is brought forward at the very ends of its steps. */
static void
count_time (FysSessionRunner *self,
            guint             before,
            gint64            before_us)
{
  guint n_steps;
  const FysStep *steps = fys_program_get_steps (fys_session_get_program (self->session), &n_steps);
  guint place = get_place (self);

  if (before < n_steps && steps[before].exercise < self->n_names)
    self->active_us[steps[before].exercise] += fys_session_get_active_us (self->session) - before_us;
  if (place < n_steps && steps[place].exercise < self->n_names && fys_session_runner_is_active (self) &&
      self->started_s[steps[place].exercise] == 0)
    self->started_s[steps[place].exercise] = g_get_real_time () / G_USEC_PER_SEC;
}

static void
emit_cues (FysSessionRunner *self)
{
  FysCue cue;

  while (fys_session_take_cue (self->session, &cue))
    {
      if (cue.kind == FYS_CUE_PAUSED)
        self->is_interrupted = !self->is_pause_wanted;
      else if (cue.kind != FYS_CUE_STOPPED)
        self->is_interrupted = FALSE;
      g_signal_emit (self, signals[SIGNAL_CUE], 0, &cue);
    }
}

static void
notify_state (FysSessionRunner *self)
{
  gboolean is_active = fys_session_runner_is_active (self);
  gboolean is_counting = fys_session_runner_is_counting (self);
  gboolean active_differs = is_active != self->was_active;
  gboolean counting_differs = is_counting != self->was_counting;

  self->was_active = is_active;
  self->was_counting = is_counting;
  if (active_differs)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_ACTIVE]);
  if (counting_differs)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_COUNTING]);
}

/* A skipped step was left with nothing of the next one spent; one that had ended by itself just then was not skipped, and the
 * session does not skip the next one in its place. */
static void
act (FysSessionRunner *self,
     Verb              verb)
{
  g_autoptr (FysSessionRunner) alive = g_object_ref (self);
  gint64 now_us = self->clock (self->clock_data);
  guint before = get_place (self);
  gint64 before_us = fys_session_get_active_us (self->session);
  gint64 wait_us;

  if (verb != NULL)
    verb (self->session, now_us);
  wait_us = fys_session_advance (self->session, now_us);
  mark_steps (self, before, get_place (self),
              verb == fys_session_skip && fys_session_get_elapsed_us (self->session) == 0);
  count_time (self, before, before_us);

  schedule (self, wait_us);
  emit_cues (self);
  notify_state (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static guint
count_steps (FysSessionRunner *self,
             guint             exercise,
             gboolean          only_done)
{
  guint n_steps, count = 0;
  const FysStep *steps = fys_program_get_steps (fys_session_get_program (self->session), &n_steps);

  for (guint i = 0; i < n_steps; i++)
    if (steps[i].exercise == exercise && (steps[i].kind == FYS_STEP_HOLD || steps[i].kind == FYS_STEP_REPETITION))
      count += !only_done || self->is_step_done[i];
  return count;
}

static void
fys_session_runner_finalize (GObject *object)
{
  FysSessionRunner *self = FYS_SESSION_RUNNER (object);

  schedule (self, -1);
  g_clear_pointer (&self->session, fys_session_free);
  g_clear_pointer (&self->names, g_strfreev);
  g_clear_pointer (&self->is_step_done, g_free);
  g_clear_pointer (&self->active_us, g_free);
  g_clear_pointer (&self->started_s, g_free);

  G_OBJECT_CLASS (fys_session_runner_parent_class)->finalize (object);
}

static void
fys_session_runner_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  FysSessionRunner *self = FYS_SESSION_RUNNER (object);

  switch (prop_id)
    {
    case PROP_IS_ACTIVE:
      g_value_set_boolean (value, fys_session_runner_is_active (self));
      break;
    case PROP_IS_COUNTING:
      g_value_set_boolean (value, fys_session_runner_is_counting (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
fys_session_runner_class_init (FysSessionRunnerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = fys_session_runner_finalize;
  object_class->get_property = fys_session_runner_get_property;

  props[PROP_IS_ACTIVE] = g_param_spec_boolean ("is-active", NULL, NULL, FALSE, flags);
  props[PROP_IS_COUNTING] = g_param_spec_boolean ("is-counting", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SIGNAL_CUE] = g_signal_new ("cue", FYS_TYPE_SESSION_RUNNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", FYS_TYPE_SESSION_RUNNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
fys_session_runner_init (FysSessionRunner *self)
{
}

gint64
fys_clock_now_us (gpointer user_data)
{
  struct timespec now;

  clock_gettime (CLOCK_BOOTTIME, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

FysSessionRunner *
fys_session_runner_new (FysProgram        *program,
                        const char *const *names,
                        FysClockFunc       clock,
                        gpointer           clock_data)
{
  FysSessionRunner *self = g_object_new (FYS_TYPE_SESSION_RUNNER, NULL);

  g_return_val_if_fail (program != NULL, NULL);
  g_return_val_if_fail (names != NULL, NULL);

  self->session = fys_session_new (program);
  self->names = g_strdupv ((char **) names);
  self->n_names = g_strv_length (self->names);
  (void) fys_program_get_steps (program, &self->n_steps); /* only their number is wanted here */
  self->is_step_done = g_new0 (gboolean, MAX (self->n_steps, 1));
  self->active_us = g_new0 (gint64, MAX (self->n_names, 1));
  self->started_s = g_new0 (gint64, MAX (self->n_names, 1));
  self->clock = clock != NULL ? clock : fys_clock_now_us;
  self->clock_data = clock_data;
  return self;
}

FysSession *
fys_session_runner_get_session (FysSessionRunner *self)
{
  g_return_val_if_fail (FYS_IS_SESSION_RUNNER (self), NULL);
  return self->session;
}

const char *
fys_session_runner_get_name (FysSessionRunner *self,
                             guint             exercise)
{
  g_return_val_if_fail (FYS_IS_SESSION_RUNNER (self), "");
  return exercise < self->n_names ? self->names[exercise] : "";
}

guint
fys_session_runner_get_n_exercises (FysSessionRunner *self)
{
  g_return_val_if_fail (FYS_IS_SESSION_RUNNER (self), 0);
  return self->n_names;
}

gboolean
fys_session_runner_is_active (FysSessionRunner *self)
{
  FysSessionState state;

  g_return_val_if_fail (FYS_IS_SESSION_RUNNER (self), FALSE);
  state = fys_session_get_state (self->session);
  return state == FYS_SESSION_RUNNING || state == FYS_SESSION_PAUSED;
}

gboolean
fys_session_runner_is_counting (FysSessionRunner *self)
{
  g_return_val_if_fail (FYS_IS_SESSION_RUNNER (self), FALSE);
  return fys_session_get_state (self->session) == FYS_SESSION_RUNNING;
}

gboolean
fys_session_runner_is_interrupted (FysSessionRunner *self)
{
  g_return_val_if_fail (FYS_IS_SESSION_RUNNER (self), FALSE);
  return self->is_interrupted;
}

guint
fys_session_runner_count_done (FysSessionRunner *self,
                               guint             exercise)
{
  g_return_val_if_fail (FYS_IS_SESSION_RUNNER (self), 0);
  return count_steps (self, exercise, TRUE);
}

guint
fys_session_runner_count_planned (FysSessionRunner *self,
                                  guint             exercise)
{
  g_return_val_if_fail (FYS_IS_SESSION_RUNNER (self), 0);
  return count_steps (self, exercise, FALSE);
}

gint64
fys_session_runner_get_active_us (FysSessionRunner *self,
                                  guint             exercise)
{
  g_return_val_if_fail (FYS_IS_SESSION_RUNNER (self), 0);
  return exercise < self->n_names ? self->active_us[exercise] : 0;
}

gint64
fys_session_runner_get_started_unix_s (FysSessionRunner *self,
                                       guint             exercise)
{
  g_return_val_if_fail (FYS_IS_SESSION_RUNNER (self), 0);
  return exercise < self->n_names ? self->started_s[exercise] : 0;
}

void
fys_session_runner_start (FysSessionRunner *self)
{
  g_return_if_fail (FYS_IS_SESSION_RUNNER (self));
  act (self, fys_session_start);
}

void
fys_session_runner_pause (FysSessionRunner *self)
{
  g_return_if_fail (FYS_IS_SESSION_RUNNER (self));

  self->is_pause_wanted = TRUE;
  act (self, fys_session_pause);
  self->is_pause_wanted = FALSE;
}

void
fys_session_runner_resume (FysSessionRunner *self)
{
  g_return_if_fail (FYS_IS_SESSION_RUNNER (self));
  act (self, fys_session_resume);
}

void
fys_session_runner_done (FysSessionRunner *self)
{
  g_return_if_fail (FYS_IS_SESSION_RUNNER (self));
  act (self, fys_session_done);
}

void
fys_session_runner_skip (FysSessionRunner *self)
{
  g_return_if_fail (FYS_IS_SESSION_RUNNER (self));
  act (self, fys_session_skip);
}

void
fys_session_runner_back (FysSessionRunner *self)
{
  g_return_if_fail (FYS_IS_SESSION_RUNNER (self));
  act (self, fys_session_back);
}

void
fys_session_runner_stop (FysSessionRunner *self)
{
  g_return_if_fail (FYS_IS_SESSION_RUNNER (self));
  act (self, fys_session_stop);
}

void
fys_session_runner_update (FysSessionRunner *self)
{
  g_return_if_fail (FYS_IS_SESSION_RUNNER (self));
  act (self, NULL);
}
