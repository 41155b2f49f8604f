/* fys-announcer.h - tells a screen reader what was found, once the user stops typing
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _FysAnnouncer FysAnnouncer;

/* @widget: borrowed: see fys_compat_announce(). Returns: (transfer full) */
FysAnnouncer *fys_announcer_new  (GtkWidget    *widget);
void          fys_announcer_free (FysAnnouncer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FysAnnouncer, fys_announcer_free)

/* Says @message after a pause in which nothing else was given to say; not twice in a row. */
void          fys_announcer_say  (FysAnnouncer *self,
                                  const char   *message);
/* The user types on: what was to be said is out of date, and what was said may be said again. */
void          fys_announcer_stop (FysAnnouncer *self);
/* (nullable): what waits to be said */
const char   *fys_announcer_get_waiting (FysAnnouncer *self);

G_END_DECLS
