/* fys-entry-row.h - one entry of the journal, with buttons that change and delete it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/journal/fys-journal.h"

G_BEGIN_DECLS

#define FYS_TYPE_ENTRY_ROW (fys_entry_row_get_type ())
/* Signals: edit-requested (), delete-requested (). */
G_DECLARE_FINAL_TYPE (FysEntryRow, fys_entry_row, FYS, ENTRY_ROW, AdwActionRow)

/* @entry: copied */
GtkWidget             *fys_entry_row_new       (const FysJournalEntry *entry);
const FysJournalEntry *fys_entry_row_get_entry (FysEntryRow           *self);

/* "3 of 6 repetitions · 2 min". Returns: (transfer full) */
char                  *fys_entry_dup_done      (const FysJournalEntry *entry);

G_END_DECLS
