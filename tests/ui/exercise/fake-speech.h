/* fake-speech.h - a speech service that writes down what it is asked to say
 *
 * Speaks as much of SSIP as a client needs, on a socket of its own and from a thread of its own. One at a time. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _FakeSpeech FakeSpeech;

/* Makes SPEECHD_ADDRESS lead to where the service will be. Once, before there is any other thread. */
void        fake_speech_init       (void);
/* Takes away what that made. */
void        fake_speech_exit       (void);

/* Returns: (transfer full): once it listens */
FakeSpeech *fake_speech_new        (void);
/* Ends it, and with it the connections that it holds. */
void        fake_speech_free       (FakeSpeech *self);
/* While it hangs it reads, and answers nothing; what it was asked comes to pass when it no longer hangs. */
void        fake_speech_set_hangs  (FakeSpeech *self,
                                    gboolean    hangs);
/* Waits for what is said to be @expected and nothing else, and fails when it does not come to that. It is written as lines such as "da: Hvil", with "-" where
 * the client silenced itself (which it does before everything that it says), "+" where it came and "." where it left. */
void        fake_speech_assert_log (FakeSpeech *self,
                                    const char *expected);
/* Waits until every client that was heard has left. */
void        fake_speech_wait_left  (FakeSpeech *self);
/* Waits until a client is connected and waits for an answer. */
void        fake_speech_wait_asked (FakeSpeech *self);

G_END_DECLS
