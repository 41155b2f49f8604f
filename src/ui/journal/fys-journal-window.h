/* fys-journal-window.h - the journal: a calendar, pain over time, and what can be done with all of it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/journal/fys-journal.h"

G_BEGIN_DECLS

#define FYS_TYPE_JOURNAL_WINDOW (fys_journal_window_get_type ())
/* Follows the journal while it is open. Actions: win.close; journal.print, export, import, delete-all, undo-delete, retry. */
G_DECLARE_FINAL_TYPE (FysJournalWindow, fys_journal_window, FYS, JOURNAL_WINDOW, AdwWindow)

/* @application: (nullable) */
FysJournalWindow *fys_journal_window_new (GtkApplication *application,
                                          FysJournal     *journal);

G_END_DECLS
