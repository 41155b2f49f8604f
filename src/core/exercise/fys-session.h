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
  FYS_CUE_COUNTDOWN, /* 3, 2 or 1 seconds of a timed step are left */
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

/* A caller that did not advance for longer than this was suspended (or its clock stepped): the session pauses where it was. */
#define FYS_SESSION_MAX_GAP_US (5 * G_USEC_PER_SEC)

/* Not thread-safe: one thread at a time. `now_us` is any clock that also counts while suspended; it may step back (counts as no time). */
typedef struct _FysSession FysSession;

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
void            fys_session_start           (FysSession *self,
                                             gint64      now_us);
void            fys_session_pause           (FysSession *self,
                                             gint64      now_us);
void            fys_session_resume          (FysSession *self,
                                             gint64      now_us);
/* Ends a step until done ("Done"); on any other step it does nothing. */
void            fys_session_done            (FysSession *self,
                                             gint64      now_us);
void            fys_session_skip            (FysSession *self,
                                             gint64      now_us);
/* To the start of this step, or of the one before within its first two seconds. */
void            fys_session_back            (FysSession *self,
                                             gint64      now_us);
void            fys_session_stop            (FysSession *self,
                                             gint64      now_us);

FysSessionState fys_session_get_state       (FysSession *self);
FysProgram     *fys_session_get_program     (FysSession *self);
guint           fys_session_get_step_index  (FysSession *self);
/* (nullable): %NULL when finished or stopped */
const FysStep  *fys_session_get_step        (FysSession *self);
/* Time spent in this step as of the last call. */
gint64          fys_session_get_elapsed_us  (FysSession *self);
/* Time done and whole length of the timed steps. */
gint64          fys_session_get_total_us    (FysSession *self);
/* Takes the oldest cue that nobody took yet. Returns: whether there was one */
gboolean        fys_session_take_cue        (FysSession *self,
                                             FysCue     *out_cue);

G_END_DECLS
