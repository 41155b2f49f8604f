/* fys-session-runner.h - a session that runs by the clock of the machine
 *
 * The session of the core is told the time; this tells it, at the moments that it asks for, and says what happened. It draws
 * nothing and knows no widget, so it goes on while the window is minimised. While nothing counts it has no timeout.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "core/exercise/fys-session.h"

G_BEGIN_DECLS

/* Returns: microseconds of a clock that also counts while the machine is suspended */
typedef gint64 (*FysClockFunc) (gpointer user_data);

/* CLOCK_BOOTTIME. @user_data: unused. */
gint64 fys_clock_now_us (gpointer user_data);

#define FYS_TYPE_SESSION_RUNNER (fys_session_runner_get_type ())
/* Properties: is-active (running or paused), is-counting (running); both read only.
 * Signals: cue (const FysCue *cue): one of the session's; changed (): after every step forward, once. */
G_DECLARE_FINAL_TYPE (FysSessionRunner, fys_session_runner, FYS, SESSION_RUNNER, GObject)

/**
 * fys_session_runner_new:
 * @names: (array zero-terminated=1): the names of the program's exercises, in its order
 * @clock: (nullable): %NULL for fys_clock_now_us()
 *
 * Returns: (transfer full): ready, not started */
FysSessionRunner *fys_session_runner_new             (FysProgram        *program,
                                                      const char *const *names,
                                                      FysClockFunc       clock,
                                                      gpointer           clock_data);
FysSession       *fys_session_runner_get_session     (FysSessionRunner  *self);
const char       *fys_session_runner_get_name        (FysSessionRunner  *self,
                                                      guint              exercise);
guint             fys_session_runner_get_n_exercises (FysSessionRunner  *self);
gboolean          fys_session_runner_is_active       (FysSessionRunner  *self);
gboolean          fys_session_runner_is_counting     (FysSessionRunner  *self);
/* Whether it is paused because time went by unseen (the machine slept), and not because the user said so. */
gboolean          fys_session_runner_is_interrupted  (FysSessionRunner  *self);
/* Repetitions and holds of an exercise that were done to their end (a skipped one was not), and how many are planned. */
guint             fys_session_runner_count_done      (FysSessionRunner  *self,
                                                      guint              exercise);
guint             fys_session_runner_count_planned   (FysSessionRunner  *self,
                                                      guint              exercise);
/* How long the person was at an exercise, pauses not counted; a rest before it is part of it. */
gint64            fys_session_runner_get_active_us   (FysSessionRunner  *self,
                                                      guint              exercise);
/* When it was first come to, seconds since 1970; 0 when it never was. */
gint64            fys_session_runner_get_started_unix_s (FysSessionRunner *self,
                                                         guint             exercise);

void              fys_session_runner_start           (FysSessionRunner  *self);
void              fys_session_runner_pause           (FysSessionRunner  *self);
void              fys_session_runner_resume          (FysSessionRunner  *self);
void              fys_session_runner_done            (FysSessionRunner  *self);
void              fys_session_runner_skip            (FysSessionRunner  *self);
void              fys_session_runner_back            (FysSessionRunner  *self);
void              fys_session_runner_stop            (FysSessionRunner  *self);
/* Brings the session to the present; its own timeout does this, and whoever draws it may too. */
void              fys_session_runner_update          (FysSessionRunner  *self);

G_END_DECLS
