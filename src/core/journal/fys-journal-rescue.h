/* fys-journal-rescue.h - what can still be read of a damaged journal
 *
 * Private to the journal. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * fys_journal_rescue:
 * @path: the damaged file; it is not changed. Its WAL is read too
 * @sound_path: a sound one without entries, made by this version of the program
 *
 * Reads forwards and backwards up to the damage, then looks for each id in between. When the file's beginning is damaged, it is read with the
 * beginning of @sound_path, since what stands there is the same in all of them.
 *
 * Returns: (transfer full) (element-type FysJournalEntry): valid entries, each with its id, in no particular order; none twice */
GPtrArray *fys_journal_rescue (const char *path,
                               const char *sound_path);

G_END_DECLS
