/* fys-journal-row.h - an entry as a row of the table, and back
 *
 * Private to the journal. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/journal/fys-journal-entry.h"
#include "core/journal/fys-journal-sqlite.h"

G_BEGIN_DECLS

/* All columns but the id, in the order in which they are bound and read. */
#define FYS_JOURNAL_ROW_COLUMNS                                                                                                                      \
  "started_unix_s, utc_offset_s, article, article_title, exercise, hold_s, reps, sets, rest_s, is_per_side, n_planned, n_done, active_s, "           \
  "pain_before, pain_after, note"
#define FYS_JOURNAL_ROW_PLACES    "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16"
#define FYS_JOURNAL_ROW_N_COLUMNS 16

/* Binds @entry to the first places of @statement. It must live until the statement has run. */
void             fys_journal_row_bind (sqlite3_stmt          *statement,
                                       const FysJournalEntry *entry);
/* @statement stands at a row of the id and FYS_JOURNAL_ROW_COLUMNS. Returns: (transfer full): valid when the row is, and well-formed in any case */
FysJournalEntry *fys_journal_row_read (sqlite3_stmt          *statement);

G_END_DECLS
