/* fys-sounds.h - the cues of a session, as sounds
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FYS_SOUND_START,  /* something begins that is to be done */
  FYS_SOUND_REST,   /* it is over: rest */
  FYS_SOUND_SWITCH, /* the other side */
  FYS_SOUND_BELL,   /* the lower bound of a range, softly */
  FYS_SOUND_TICK,   /* the last seconds */
  FYS_SOUND_END,    /* the session is over */
} FysSound;
#define FYS_N_SOUNDS (FYS_SOUND_END + 1)

/** FysSounds: plays one sound at a time, at once, through GStreamer.
 * Everything of GStreamer happens on a thread of its own, since its first start reads every plugin there is and a sound server that
 * hangs hangs its caller. Without a sound card, server or plugin it is silent and says nothing. */
typedef struct _FysSounds FysSounds;

/**
 * fys_sounds_new:
 * @sink: (nullable): the GStreamer element to play to, for tests; %NULL for what the desktop uses
 *
 * Costs next to nothing: GStreamer starts with the first fys_sounds_wake(). Main thread, as all of these. Returns: (transfer full) */
FysSounds *fys_sounds_new   (const char *sink);
/* Never waits for the sound system. */
void       fys_sounds_free  (FysSounds  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FysSounds, fys_sounds_free)

/* 0 to 1, 1 at first; for what is played from now on. */
void       fys_sounds_set_volume (FysSounds *self,
                                  double     volume);
double     fys_sounds_get_volume (FysSounds *self);
/* Opens the device and gets the first sound ready, so that fys_sounds_play() starts without a delay that one hears. */
void       fys_sounds_wake  (FysSounds  *self);
/* Silent unless woken. A sound that still plays is cut off. */
void       fys_sounds_play  (FysSounds  *self,
                             FysSound    sound);
/* Closes the device when what plays now is over; nothing wakes up after that. */
void       fys_sounds_sleep (FysSounds  *self);
/* How many sounds were played to their end: for tests. Any thread. */
guint      fys_sounds_get_n_played (FysSounds *self);
/* Whether the pipeline is open. Any thread. */
gboolean   fys_sounds_is_awake (FysSounds *self);

G_END_DECLS
