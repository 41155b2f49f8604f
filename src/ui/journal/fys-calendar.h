/* fys-calendar.h - a month as a grid of days, of which one is chosen
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/journal/fys-journal-days.h"

G_BEGIN_DECLS

#define FYS_TYPE_CALENDAR (fys_calendar_get_type ())
/* Property: day (uint): the chosen one, see fys-date.h; its month is the one that is shown. At first today.
 *
 * One stop of Tab for the days: arrows go by a day or a week, Home and End to the ends of the month, Page Up and Page Down by a month. */
G_DECLARE_FINAL_TYPE (FysCalendar, fys_calendar, FYS, CALENDAR, GtkWidget)

GtkWidget *fys_calendar_new       (void);
/* (nullable): whose days are marked */
void       fys_calendar_set_days  (FysCalendar    *self,
                                   FysJournalDays *days);
guint32    fys_calendar_get_day   (FysCalendar    *self);
void       fys_calendar_set_day   (FysCalendar    *self,
                                   guint32         day);
/* For tests. */
void       fys_calendar_set_today (FysCalendar    *self,
                                   guint32         today);

G_END_DECLS
