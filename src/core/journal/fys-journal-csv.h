/* fys-journal-csv.h - the journal as a table for spreadsheets, and back
 *
 *   start,article,article_title,exercise,hold_s,reps,sets,rest_s,per_side,planned,done,active_s,pain_before,pain_after,note
 *   2026-03-01T08:30:00+01:00,"ordbog/knae","Ondt i knæet","Squat",0,10,3,60,0,30,30,412,4,3,"Gik godt"
 *
 * Comma-separated values as in RFC 4180: UTF-8 with a byte order mark, which is how Excel knows it, and rows that end with CRLF. `per_side` is 0 or 1;
 * an empty cell is an unknown pain. A text that a spreadsheet would take for a formula has an apostrophe before it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/journal/fys-journal-entry.h"
#include "core/journal/fys-journal-error.h"

G_BEGIN_DECLS

/* Bounds on what is read. */
#define FYS_JOURNAL_CSV_MAX_BYTES (64 * 1024 * 1024)
#define FYS_JOURNAL_CSV_MAX_ROWS  1000000

/**
 * fys_journal_csv_write:
 * @entries: (element-type FysJournalEntry): valid ones
 *
 * Any thread. Returns: (transfer full): what fys_journal_csv_read() makes equal entries of, but for their ids, as long as it is within its bounds */
GBytes    *fys_journal_csv_write (GPtrArray *entries);
/**
 * fys_journal_csv_read:
 * @error: FYS_JOURNAL_ERROR_INVALID, with a message that says where and what
 *
 * Also takes what a spreadsheet made of it: semicolons or tabs, LF, no byte order mark, columns in another order, others added, all left out but
 * `start` and `exercise`. Any thread.
 *
 * Returns: (transfer full) (nullable) (element-type FysJournalEntry): valid entries in the order of the rows; the array frees them */
GPtrArray *fys_journal_csv_read  (GBytes    *bytes,
                                  GError   **error);

G_END_DECLS
