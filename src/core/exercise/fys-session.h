/* fys-session.h - a program being done: a state machine that is told the time and never asks for it
 *
 *          start               pause / a gap in time
 *   READY ───────▶ RUNNING ◀───────────────────────▶ PAUSED
 *                     │  the last step ends             │
 *                     ├──────────────▶ FINISHED         │ stop
 *                     └──────────────▶ STOPPED ◀────────┘
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exercise/fys-program.h"

G_BEGIN_DECLS

typedef enum
{
  FYS_SESSION_READY,
  FYS_SESSION_RUNNING,
  FYS_SESSION_PAUSED,
  FYS_SESSION_FINISHED,
  FYS_SESSION_STOPPED,
} FysSessionState;

typedef enum
{
  FYS_CUE_STEP,      /* a step began: see fys_session_get_step() */
  FYS_CUE_BELL,      /* the lower bound of a range was reached */
  FYS_CUE_COUNTDOWN, /* 3, 2 or 1 seconds of a timed step that is longer than that are left */
  FYS_CUE_PAUSED,    /* also when a gap in time paused it */
  FYS_CUE_RESUMED,
  FYS_CUE_FINISHED,
  FYS_CUE_STOPPED,
} FysCueKind;

/** FysCue: something that the user should hear or see. @step: the index of the step; @value: the seconds left of a countdown */
typedef struct
{
  FysCueKind kind;
  guint      step;
  guint      value;
} FysCue;

/* A caller that did not advance for longer than this was suspended (or its clock stepped): the session pauses where it was.
 * The rule is the same in steps until done: whoever comes back to the machine finds a session that waits for them. */
#define FYS_SESSION_MAX_GAP_US (5 * G_USEC_PER_SEC)

/* Backwards within this much of a step's start goes to the step before. */
#define FYS_SESSION_BACK_US (2 * G_USEC_PER_SEC)

/* Not thread-safe: one thread at a time. `now_us` is any clock; it may step back (counts as no time). One that counts while
 * suspended (CLOCK_BOOTTIME) makes a suspend a pause; with one that does not, a suspend is as if it had not been.
 *
 * Every command first brings the session to @now_us, then acts on the step that the caller saw: a press of "Skip" or "Done" that
 * arrives just as that step ends by itself does not also take the next one. In a state where a command has no meaning it does nothing. */
typedef struct _FysSession FysSession;

/* Returns: (transfer full): a session that is ready; keeps a reference to @program */
FysSession     *fys_session_new             (FysProgram *program);
void            fys_session_free            (FysSession *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FysSession, fys_session_free)

/**
 * fys_session_advance:
 *
 * Brings the session to @now_us; several steps may end in one call, and none of their time is lost. Call it again no later
 * than after the returned time (which is never above one second while running, so that gaps are told from waiting).
 *
 * Returns: microseconds to the next change, or -1 when nothing runs */
gint64          fys_session_advance         (FysSession *self,
                                             gint64      now_us);
/* Ready → running; a program without steps is finished at once. */
void            fys_session_start           (FysSession *self,
                                             gint64      now_us);
/* Running → paused. */
void            fys_session_pause           (FysSession *self,
                                             gint64      now_us);
/* Paused → running, from the very place where it paused. */
void            fys_session_resume          (FysSession *self,
                                             gint64      now_us);
/* Ends a step until done ("Done") while running; on any other step it does nothing. */
void            fys_session_done            (FysSession *self,
                                             gint64      now_us);
/* To the next step, or to the end. Running or paused, and stays so. */
void            fys_session_skip            (FysSession *self,
                                             gint64      now_us);
/* To the start of this step, or of the one before within FYS_SESSION_BACK_US. Running or paused, and stays so. */
void            fys_session_back            (FysSession *self,
                                             gint64      now_us);
/* Ends it early, from ready, running or paused. */
void            fys_session_stop            (FysSession *self,
                                             gint64      now_us);

FysSessionState fys_session_get_state       (FysSession *self);
/* Borrowed from the session. */
FysProgram     *fys_session_get_program     (FysSession *self);
/* Of a session that is over: the step at which it ended. */
guint           fys_session_get_step_index  (FysSession *self);
/* (nullable): %NULL when finished or stopped */
const FysStep  *fys_session_get_step        (FysSession *self);
/* Time spent in this step as of the last call. */
gint64          fys_session_get_elapsed_us  (FysSession *self);
/* Where we are in the program: the timed steps before this one and the time spent in this one, so that the length of the
 * program less this is what is left. */
gint64          fys_session_get_total_us    (FysSession *self);
/* How long the person was at it: the time while running, steps until done counted too, pauses and gaps not. */
gint64          fys_session_get_active_us   (FysSession *self);
/* Takes the oldest cue that nobody took yet. Each comes once, in the order in which they happened. Returns: whether there was one */
gboolean        fys_session_take_cue        (FysSession *self,
                                             FysCue     *out_cue);

G_END_DECLS
