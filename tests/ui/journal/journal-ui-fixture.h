/* journal-ui-fixture.h - what the tests of the journal's widgets share
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/journal/fys-journal.h"

/* 2 March 2026, a Monday, 09:00 UTC. */
#define FIXTURE_START_S G_GINT64_CONSTANT (1772442000)
#define FIXTURE_DAY_S   (24 * 60 * 60)

/* An entry of the exercise that many days after the start, one hour east of Greenwich. Returns: (transfer full) */
FysJournalEntry *journal_fixture_entry     (int         n_days,
                                            const char *exercise,
                                            int         before,
                                            int         after);
/* Returns: (transfer full) (element-type FysJournalEntry): empty; it frees them */
GPtrArray       *journal_fixture_entries   (void);
/* A new, empty folder. Returns: (transfer full) */
char            *journal_fixture_folder    (void);
/* Removes the files in it, and it. Frees @folder. */
void             journal_fixture_remove    (char       *folder);
/* Runs the main loop until @is_done says so; fails when that takes too long to be true. */
void             journal_fixture_wait      (gboolean  (*is_done) (gpointer data),
                                            gpointer    data);
/* Adds them, and waits until they are there. */
void             journal_fixture_add       (FysJournal *journal,
                                            GPtrArray  *entries);
/* Returns: (transfer full): all entries of the journal */
GPtrArray       *journal_fixture_list      (FysJournal *journal);
