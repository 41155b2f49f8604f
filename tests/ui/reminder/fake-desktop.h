/* fake-desktop.h - the parts of a desktop that show notifications and start programs in the background
 *
 * Owns org.gtk.Notifications, which GNotification prefers, and org.freedesktop.portal.Desktop on the session bus, from a thread of its own. A program
 * that looks for them when it starts must be started after it. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the portal says to RequestBackground. */
typedef enum
{
  FAKE_PORTAL_GRANTS,
  FAKE_PORTAL_GRANTS_LESS, /* done, but without starting it at login */
  FAKE_PORTAL_REFUSES,
  FAKE_PORTAL_FAILS,       /* an error in place of a request */
} FakePortalMood;

typedef struct _FakeDesktop FakeDesktop;

/* @has_portal: whether there is a portal at all. Returns: (transfer full): once it owns its names */
FakeDesktop *fake_desktop_new              (gboolean         has_portal);
void         fake_desktop_free             (FakeDesktop     *self);

void         fake_desktop_set_mood         (FakeDesktop     *self,
                                            FakePortalMood   mood);
/* Forgets what it was asked for and shows. */
void         fake_desktop_forget           (FakeDesktop     *self);
/* The options of the last RequestBackground. Returns: (transfer full) (nullable) */
GVariant    *fake_desktop_dup_options      (FakeDesktop     *self);
/* How often a notification was shown, be it in place of another. */
guint        fake_desktop_count_shown      (FakeDesktop     *self);
/* Returns: (transfer full) (nullable): the notification that is shown with @id, as GNotification serialises it */
GVariant    *fake_desktop_dup_notification (FakeDesktop     *self,
                                            const char      *id);
/* Waits until all that was sent by way of @connection was received. */
void         fake_desktop_sync             (GDBusConnection *connection);

G_END_DECLS
