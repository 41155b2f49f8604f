/* fys-speech.h - a voice, through speech-dispatcher
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fys-session-runner.h"

G_BEGIN_DECLS

typedef enum
{
  FYS_SPEECH_NONE = 0,
  FYS_SPEECH_START_SERVICE = 1 << 0, /* where speech-dispatcher does not run yet, it is started */
} FysSpeechFlags;

/** FysSpeech: says one thing at a time.
 * Everything of the speech service happens on a thread of its own, as a service that starts or hangs holds its caller up. It has one
 * place for what is to be said: what still waits there when something newer comes is never said. So a service that hangs costs a
 * thread that waits and nothing else, and one that is not there, or a program that was built without it, is silent.
 * Main thread, as all of these, none of which waits. */
typedef struct _FysSpeech FysSpeech;

/* Whether it is worth offering a voice: built in, and the service runs or can be started. Looks at the file system only. */
gboolean   fys_speech_is_there    (void);

/**
 * fys_speech_new:
 * @clock: (nullable): what patience is measured by, called from any thread with %NULL; %NULL for fys_clock_now_us()
 *
 * Costs next to nothing. Returns: (transfer full) */
FysSpeech *fys_speech_new         (FysSpeechFlags flags,
                                   FysClockFunc   clock);
void       fys_speech_free        (FysSpeech     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FysSpeech, fys_speech_free)

/* Connects to the service, if it is not connected. */
void       fys_speech_wake        (FysSpeech     *self);
/**
 * fys_speech_say:
 * @language: such as "da"
 * @patience_us: left unsaid when it could not be given to the service within this time
 *
 * Instead of whatever was being said. Silent unless woken. */
void       fys_speech_say         (FysSpeech     *self,
                                   const char    *text,
                                   const char    *language,
                                   gint64         patience_us);
/* Silent at once. */
void       fys_speech_hush        (FysSpeech     *self);
/* Leaves the service when what was said last is with it, which says it to its end. */
void       fys_speech_sleep       (FysSpeech     *self);
/* Whether the service is connected and took all that it was given: whether it is heard, as far as one can tell. */
gboolean   fys_speech_is_answering (FysSpeech    *self);

G_END_DECLS
