/* fys-calendar-page.h - the journal as a calendar, with the entries of the chosen day
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/journal/fys-journal-days.h"

G_BEGIN_DECLS

#define FYS_TYPE_CALENDAR_PAGE (fys_calendar_page_get_type ())
/* Signals: edit-requested (const FysJournalEntry *), delete-requested (const FysJournalEntry *). */
G_DECLARE_FINAL_TYPE (FysCalendarPage, fys_calendar_page, FYS, CALENDAR_PAGE, GtkWidget)

/* (nullable) */
void    fys_calendar_page_set_days (FysCalendarPage *self,
                                    FysJournalDays  *days);
guint32 fys_calendar_page_get_day  (FysCalendarPage *self);
void    fys_calendar_page_set_day  (FysCalendarPage *self,
                                    guint32          day);

G_END_DECLS
