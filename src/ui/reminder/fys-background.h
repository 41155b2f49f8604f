/* fys-background.h - asks the desktop to start the program in the background when the user logs in
 *
 * Through org.freedesktop.portal.Background and in no other way, so that the desktop may ask the user, show what runs and end it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define FYS_BACKGROUND_ERROR (fys_background_error_quark ())
typedef enum
{
  FYS_BACKGROUND_ERROR_ABSENT,  /* this desktop has nobody to ask */
  FYS_BACKGROUND_ERROR_REFUSED, /* the desktop or the user said no */
} FysBackgroundError;

GQuark   fys_background_error_quark    (void);

/**
 * fys_background_request_async:
 * @connection: (nullable): to the session bus; %NULL is an absent desktop
 * @starts_at_login: %FALSE takes an earlier wish back
 * @reason: translated, shown to the user
 *
 * The answer may take as long as the user does. */
void     fys_background_request_async  (GDBusConnection      *connection,
                                        gboolean              starts_at_login,
                                        const char           *reason,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
/* @error: a FysBackgroundError, or G_IO_ERROR_CANCELLED. Returns: whether it will be as was asked */
gboolean fys_background_request_finish (GAsyncResult         *result,
                                        GError              **error);

G_END_DECLS
