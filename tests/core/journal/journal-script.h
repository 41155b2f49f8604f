/* journal-script.h - an endless series of changes to a journal, and what it must hold after each
 *
 * A change depends on its number and on what the journal holds, so two processes agree on it without talking.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "journal-fixture.h"

/* A state (element-type guint): the number of journal_entry_new() of each entry, in the order of their ids. */

/* Returns: (transfer full): what @state is after change @number */
GArray *journal_script_after    (GArray     *state,
                                 guint       number);
/* Makes change @number to @journal. Returns: whether it was answered with success; @error says what else */
gboolean journal_script_make    (FysJournal *journal,
                                 guint       number,
                                 GError    **error);
/* Every entry must be whole. Returns: (transfer full) */
GArray  *journal_script_read    (FysJournal *journal);
gboolean journal_script_equal   (GArray     *state,
                                 GArray     *other);
/* Asserts that the file is sound in SQLite's own eyes. No journal may have it open. */
void     journal_script_assert_sound (const char *path);
