/* fake-session-manager.h - the part of a desktop that is asked to keep the screen awake
 *
 * Owns org.gnome.SessionManager on the session bus, from a thread of its own, as GTK waits for its answers. A program that looks for
 * the session manager when it starts must be started after it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the session manager understands by the flags of Inhibit. */
#define FAKE_INHIBIT_SUSPEND (1u << 2)
#define FAKE_INHIBIT_IDLE    (1u << 3)

typedef struct _FakeSessionManager FakeSessionManager;

/** FakeInhibition: one call of Inhibit; its strings live as long as the session manager
 * @cookie: what it was answered with   @window: the number that the display knows the window by; 0: none
 * @flags: FAKE_INHIBIT_…               @is_lifted: Uninhibit came with @cookie */
typedef struct
{
  const char *application_id;
  const char *reason;
  guint       cookie;
  guint       window;
  guint       flags;
  gboolean    is_lifted;
} FakeInhibition;

/* Returns: (transfer full): once it owns its name */
FakeSessionManager *fake_session_manager_new          (void);
void                fake_session_manager_free         (FakeSessionManager *self);
/* How often Inhibit was called. */
guint               fake_session_manager_count        (FakeSessionManager *self);
/* The call with the number @index, from 0. */
FakeInhibition      fake_session_manager_get          (FakeSessionManager *self,
                                                       guint               index);
/**
 * fake_session_manager_is_inhibited:
 * @connection: of the program that inhibits
 *
 * Asks over the bus, so that all that was called by way of @connection before was received.
 *
 * Returns: whether anything in @flags is inhibited now */
gboolean            fake_session_manager_is_inhibited (GDBusConnection    *connection,
                                                       guint               flags);

G_END_DECLS
