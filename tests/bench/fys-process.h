/* fys-process.h - a program that is being measured from outside
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _FysProcess FysProcess;

/** FysProcessLoad: what all threads of a program have used up since it began.
 * @n_wake_ups: how often one of them went to sleep, and so was woken */
typedef struct
{
  guint64 n_wake_ups;
  double  cpu_ms;
} FysProcessLoad;

/* Starts @arguments with FYSBOG_BENCH set. Returns: (transfer full) (nullable) */
FysProcess *fys_process_new            (const char *const *arguments,
                                        GError           **error);
/* Ends the program, politely if it listens, and waits until it is gone. */
void        fys_process_free           (FysProcess        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FysProcess, fys_process_free)

/* Monotonic microseconds, just before it was started. */
gint64      fys_process_get_started_us (FysProcess        *self);
/* Waits until the program prints a line `@key NUMBER` on its standard error. Fails when it ends before, or takes a minute. */
gboolean    fys_process_wait_number    (FysProcess        *self,
                                        const char        *key,
                                        gint64            *out_number,
                                        GError           **error);
/* Proportional set size: memory that is shared counts by its share. In MB of 10⁶ bytes. */
gboolean    fys_process_get_pss_mb     (FysProcess        *self,
                                        double            *out_pss_mb,
                                        GError           **error);
void        fys_process_get_load       (FysProcess        *self,
                                        FysProcessLoad    *out_load);

G_END_DECLS
