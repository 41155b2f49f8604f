/* fys-session-layout.h - the ring of a session with its words, beside each other or one below the other
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FYS_TYPE_SESSION_LAYOUT (fys_session_layout_get_type ())
/* Four children by their type in a .ui file: `head`, `ring`, `tail` and `how`, a GtkScrolledWindow; all must be there.
 *
 *    wide:  ┌──────┬─────────┐      narrow:  ┌──────┐
 *           │ head │         │               │ head │
 *           │ tail │  ring   │               │ ring │
 *           │ how  │         │               │ tail │
 *           └──────┴─────────┘               │ how  │
 *                                            └──────┘
 *
 * The ring gets what the words leave, because it is what one reads from the floor; `how` gets what is left then, and scrolls by itself.
 * Property: is-wide (gboolean, read only); notified after the allocation that changed it. */
G_DECLARE_FINAL_TYPE (FysSessionLayout, fys_session_layout, FYS, SESSION_LAYOUT, GtkWidget)

gboolean fys_session_layout_is_wide (FysSessionLayout *self);

G_END_DECLS
