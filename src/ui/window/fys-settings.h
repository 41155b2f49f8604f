/* fys-settings.h - what is kept from one run to the next
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define FYS_SETTINGS_WINDOW_WIDTH         "window-width"
#define FYS_SETTINGS_WINDOW_HEIGHT        "window-height"
#define FYS_SETTINGS_WINDOW_IS_MAXIMIZED  "window-is-maximized"
#define FYS_SETTINGS_SHOW_CONTENTS        "show-contents"
#define FYS_SETTINGS_SHOW_EXERCISES       "show-exercises"
#define FYS_SETTINGS_SESSION_FILLS_WINDOW "session-fills-window"
#define FYS_SETTINGS_TEXT_SCALE           "text-scale"
#define FYS_SETTINGS_LINK_TERMS           "link-terms"
#define FYS_SETTINGS_SOUNDS               "sounds"
#define FYS_SETTINGS_SOUND_VOLUME         "sound-volume"
#define FYS_SETTINGS_SPOKEN_CUES          "spoken-cues"
#define FYS_SETTINGS_KEEP_JOURNAL         "keep-journal"
#define FYS_SETTINGS_ASK_PAIN             "ask-pain"
#define FYS_SETTINGS_REMINDERS            "reminders"
#define FYS_SETTINGS_REMINDERS_CHECKED    "reminders-checked"
#define FYS_SETTINGS_RUN_IN_BACKGROUND    "run-in-background"
#define FYS_SETTINGS_LIBRARY_FOLDERS      "library-folders"

/**
 * fys_settings_new:
 *
 * The schema is looked for where the desktop has its schemas, then beside the program, so that an installation that was moved finds its own.
 *
 * Returns: (transfer full) (nullable): %NULL when there is no schema at all: then everything has its default and nothing is kept */
GSettings *fys_settings_new (void);

G_END_DECLS
