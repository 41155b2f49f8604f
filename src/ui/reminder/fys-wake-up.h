/* fys-wake-up.h - a callback at a time of the wall clock, and whenever that clock is set
 *
 * Nothing runs in between: the kernel wakes the program at the time that was asked for, when the clock was put forward or back, and when the
 * machine has slept past it; a change of the time zone is seen by its file. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define FYS_WAKE_UP_NEVER (-1)

typedef struct _FysWakeUp FysWakeUp;

/* Calls @callback in the main context of the thread, never from within a function of this file. Returns: (transfer full): that is not set */
FysWakeUp *fys_wake_up_new  (void    (*callback) (gpointer user_data),
                             gpointer  user_data);
void       fys_wake_up_free (FysWakeUp *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FysWakeUp, fys_wake_up_free)
/**
 * fys_wake_up_set:
 * @unix_s: seconds since 1970; a time that is over calls at once. FYS_WAKE_UP_NEVER: no more calls, and nothing is waited for.
 *
 * After a call it has to be set again. */
void       fys_wake_up_set  (FysWakeUp *self,
                             gint64     unix_s);

G_END_DECLS
