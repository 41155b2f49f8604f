/* fys-reminder-schedule.h - which reminders are due, which were missed, and when the next one comes
 *
 * Told the time, never asking for it: a wall clock may stand still (the machine sleeps), be put forward or back, and change its zone.
 *
 *   ─────────┬───────────────┬──────────────────────┬─────────▶ time
 *        checked       now − 2 hours               now
 *            ╰─ too long ago ╯╰──── shown now ──────╯╰─ to come
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/reminder/fys-reminder.h"

G_BEGIN_DECLS

/* A reminder that was missed by less is still of use when the machine wakes; an older one only nags. */
#define FYS_REMINDER_LATE_S   (2 * 60 * 60)
#define FYS_REMINDER_SNOOZE_S (15 * 60)

/** FysReminderDue: @article: the key, borrowed; @was_snoozed: it was put off once already */
typedef struct
{
  const char *article;
  gboolean    was_snoozed;
} FysReminderDue;

typedef struct _FysReminderSchedule FysReminderSchedule;

/* @checked_s: up to when reminders were seen to, seconds since 1970, from fys_reminder_schedule_get_checked_s() of an earlier run; 0 for never.
 * Returns: (transfer full): without reminders */
FysReminderSchedule *fys_reminder_schedule_new           (gint64               checked_s);
void                 fys_reminder_schedule_free          (FysReminderSchedule *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FysReminderSchedule, fys_reminder_schedule_free)

/**
 * fys_reminder_schedule_set_reminders:
 * @reminders: (element-type FysReminder): a reference is taken; must not change
 *
 * Puts off no longer what is gone or off. Who changed a time and does not want to be reminded of one that is just over calls
 * fys_reminder_schedule_skip() too. */
void                 fys_reminder_schedule_set_reminders (FysReminderSchedule *self,
                                                          GPtrArray           *reminders);
/* Nothing up to @now is due any more. */
void                 fys_reminder_schedule_skip          (FysReminderSchedule *self,
                                                          GDateTime           *now);
/**
 * fys_reminder_schedule_take_due:
 *
 * Each article at most once, whatever was missed of it; what is given is not due again, also when the clock is put back a little.
 *
 * Returns: (transfer full) (element-type FysReminderDue): possibly empty; its keys live as long as the reminders */
GArray              *fys_reminder_schedule_take_due      (FysReminderSchedule *self,
                                                          GDateTime           *now);
/* Returns: when to look again, seconds since 1970; -1 for never */
gint64               fys_reminder_schedule_get_next_s    (FysReminderSchedule *self,
                                                          GDateTime           *now);
/* Reminds of @article again in a quarter of an hour, if it has a reminder. */
void                 fys_reminder_schedule_snooze        (FysReminderSchedule *self,
                                                          const char          *article,
                                                          GDateTime           *now);
/* The exercises are being done: no need to come back to them. */
void                 fys_reminder_schedule_unsnooze      (FysReminderSchedule *self,
                                                          const char          *article);
gboolean             fys_reminder_schedule_has_snoozed   (FysReminderSchedule *self);
gint64               fys_reminder_schedule_get_checked_s (FysReminderSchedule *self);

G_END_DECLS
