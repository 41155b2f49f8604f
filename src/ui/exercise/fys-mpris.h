/* fys-mpris.h - a session among the media players of the desktop (MPRIS 2)
 *
 * That is how the keys of a headset, the lock screen and a phone that is connected to the computer reach a program that is not in front.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ui/exercise/fys-media-command.h"
#include "ui/exercise/fys-session-runner.h"

G_BEGIN_DECLS

#define FYS_MPRIS_NAME "org.mpris.MediaPlayer2." APP_ID
#define FYS_MPRIS_PATH "/org/mpris/MediaPlayer2"

#define FYS_TYPE_MPRIS (fys_mpris_get_type ())
/* Signals: command (guint FysMediaCommand); raise (): show the session. */
G_DECLARE_FINAL_TYPE (FysMpris, fys_mpris, FYS, MPRIS, GObject)

/* Nothing is on the bus before there is a session. Returns: (transfer full) */
FysMpris *fys_mpris_new         (GDBusConnection  *connection);
/**
 * fys_mpris_set_session:
 * @runner: (nullable): %NULL leaves the bus
 * @article: (nullable): the title of the article
 *
 * Tells the desktop when the state or the step changes, and nothing in between. */
void      fys_mpris_set_session (FysMpris         *self,
                                 FysSessionRunner *runner,
                                 const char       *article);

G_END_DECLS
