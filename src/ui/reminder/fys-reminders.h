/* fys-reminders.h - the reminders that are kept, and the clock that they come by
 *
 * There is one in the program, made by the application; NULL where nothing is kept. It tells when a reminder is due; what is then shown is the
 * business of fys-reminder-notifier. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/reminder/fys-reminder-schedule.h"

G_BEGIN_DECLS

#define FYS_TYPE_REMINDERS (fys_reminders_get_type ())
/* Property: runs-in-background (gboolean, read only): the desktop starts the program at login, and it stays when its windows are closed.
 * Signals: changed: the reminders, or what was put off of them, are not what they were; due (const char *article, gboolean may_snooze). */
G_DECLARE_FINAL_TYPE (FysReminders, fys_reminders, FYS, REMINDERS, GObject)

/** FysReminderClock: where time comes from
 * @get_now: (transfer full): the time, in the zone that the user is in
 * @set_alarm: fys_reminders_check() is to be called at that time, in seconds since 1970, and when the clock was set; -1 for never */
typedef struct
{
  GDateTime *(*get_now) (gpointer data);
  void       (*set_alarm) (gint64   unix_s,
                           gpointer data);
  gpointer     data;
} FysReminderClock;

/* @clock: (nullable): %NULL for the machine's; copied. Returns: (transfer full): whose first check is by the caller, once it listens */
FysReminders      *fys_reminders_new                    (GSettings              *settings,
                                                         const FysReminderClock *clock);
/* Reminds of what is due, and sets the alarm for what comes. */
void               fys_reminders_check                  (FysReminders           *self);
/* Returns: (transfer none) (element-type FysReminder): until the next change */
GPtrArray         *fys_reminders_get_all                (FysReminders           *self);
/* Returns: (transfer none) (nullable): the one of an article, until the next change */
const FysReminder *fys_reminders_get                    (FysReminders           *self,
                                                         const char             *article);
gboolean           fys_reminders_is_any_on              (FysReminders           *self);
/* Keeps @reminder in place of what there is for its article. A time that is just over is not due. Returns: whether there was room for it */
gboolean           fys_reminders_put                    (FysReminders           *self,
                                                         const FysReminder      *reminder);
void               fys_reminders_remove                 (FysReminders           *self,
                                                         const char             *article);

/* Reminds of @article again in a quarter of an hour; the end of its exercises, or of its reminder, ends that too. */
void               fys_reminders_snooze                 (FysReminders           *self,
                                                         const char             *article);
void               fys_reminders_unsnooze               (FysReminders           *self,
                                                         const char             *article);
gboolean           fys_reminders_has_snoozed            (FysReminders           *self);

gboolean           fys_reminders_runs_in_background     (FysReminders           *self);
/**
 * fys_reminders_set_background_async:
 * @connection: (nullable): to the session bus
 *
 * Asks the desktop to start the program at login, or no longer to. Only a yes turns it on; off is off whatever the desktop says. */
void               fys_reminders_set_background_async   (FysReminders           *self,
                                                         GDBusConnection        *connection,
                                                         gboolean                runs_in_background,
                                                         GAsyncReadyCallback     callback,
                                                         gpointer                user_data);
/* @error: a FysBackgroundError. Returns: whether it is as was asked */
gboolean           fys_reminders_set_background_finish  (FysReminders           *self,
                                                         GAsyncResult           *result,
                                                         GError                **error);

G_END_DECLS
