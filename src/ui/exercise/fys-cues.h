/* fys-cues.h - what a session lets one hear: sounds, and a voice for those who want one
 *
 * Both follow the preferences while a session runs. A screen reader says the steps too, with more words, from the player page; a
 * voice that is on and answers takes its place there (see fys_cues_is_speaking()), so that nothing is said twice.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "fys-session-runner.h"
#include "fys-sounds.h"
#include "fys-speech.h"

G_BEGIN_DECLS

typedef struct _FysCues FysCues;

/**
 * fys_cues_new:
 * @sounds: (transfer full)
 * @speech: (transfer full)
 *
 * Main thread, as all of these. Returns: (transfer full) */
FysCues  *fys_cues_new          (FysSounds        *sounds,
                                 FysSpeech        *speech);
void      fys_cues_free         (FysCues          *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FysCues, fys_cues_free)

/* (nullable): %NULL for the defaults: sounds, and no voice. */
void      fys_cues_set_settings (FysCues          *self,
                                 GSettings        *settings);
/**
 * fys_cues_set_runner:
 * @runner: (nullable): a session that was not started yet; %NULL when it is over
 * @language: (nullable): of the article, as of fys_article_get_language()
 *
 * The sound device is held only while something counts, the speech service only while the session is not over. */
void      fys_cues_set_runner   (FysCues          *self,
                                 FysSessionRunner *runner,
                                 const char       *language);
/* Whether a voice says what happens now, so that nobody else need say it. */
gboolean  fys_cues_is_speaking  (FysCues          *self);

G_END_DECLS
