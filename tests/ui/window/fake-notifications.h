/* fake-notifications.h - the part of a desktop that shows notifications
 *
 * Owns org.freedesktop.Notifications on the session bus, by a connection of its own and in the default main context: a program sends its notifications
 * without waiting. Start it before the program registers. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _FakeNotifications FakeNotifications;

/* Returns: (transfer full): once it owns its name */
FakeNotifications *fake_notifications_new          (void);
void               fake_notifications_free         (FakeNotifications *self);
/* How many were ever shown, and how many of them stand there now. */
guint              fake_notifications_count        (FakeNotifications *self);
guint              fake_notifications_count_shown  (FakeNotifications *self);
/* Of the newest one. */
const char        *fake_notifications_get_title    (FakeNotifications *self);
const char        *fake_notifications_get_body     (FakeNotifications *self);
/* All that it answered is on its way to whom it answered. */
void               fake_notifications_settle       (FakeNotifications *self);
/* The user clicks on the newest one, which closes it. */
void               fake_notifications_click        (FakeNotifications *self);

G_END_DECLS
