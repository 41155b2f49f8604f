/* fys-journal-store.h - the journal's file: opening it whatever state it is in, and reading and writing entries
 *
 * Private to the journal. Every call may wait for the disk and for other programs. One thread at a time. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/journal/fys-journal-entry.h"
#include "core/journal/fys-journal-error.h"

G_BEGIN_DECLS

typedef struct _FysJournalStore FysJournalStore;

/* Opens nothing yet: every call opens the file when it is not open. Returns: (transfer full) */
FysJournalStore *fys_journal_store_new            (const char            *path);
void             fys_journal_store_free           (FysJournalStore       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FysJournalStore, fys_journal_store_free)
/* How long a call waits for other programs. For tests. */
void             fys_journal_store_set_busy_timeout_ms (FysJournalStore  *self,
                                                        guint             busy_timeout_ms);
/* Makes the file when there is none, brings it to the present form, and sets a damaged one aside. */
gboolean         fys_journal_store_open           (FysJournalStore       *self,
                                                   GError               **error);
/* Where a damaged file went, told once, and how many of its entries are in the new one. Returns: (transfer full) (nullable) */
char            *fys_journal_store_take_set_aside (FysJournalStore       *self,
                                                   guint                 *out_n_rescued);
/* Why the file that is open can only be read. Returns: (transfer full) (nullable) */
GError          *fys_journal_store_dup_obstacle   (FysJournalStore       *self);
/* All of @entries (element-type FysJournalEntry) or none. Returns: (transfer full) (nullable) (element-type gint64): their ids, in order */
GArray          *fys_journal_store_add            (FysJournalStore       *self,
                                                   GPtrArray             *entries,
                                                   GError               **error);
gboolean         fys_journal_store_update         (FysJournalStore       *self,
                                                   const FysJournalEntry *entry,
                                                   GError               **error);
gboolean         fys_journal_store_delete         (FysJournalStore       *self,
                                                   gint64                 id,
                                                   GError               **error);
/* Everything, from the file, its WAL and the files that were set aside. FYS_JOURNAL_ERROR_LOCKED when another program still reads what was there: the
 * entries are gone then, and their bytes with the next call. */
gboolean         fys_journal_store_delete_all     (FysJournalStore       *self,
                                                   GError               **error);
/* Those of @entries (element-type FysJournalEntry) that are not there yet, all or none. */
gboolean         fys_journal_store_import         (FysJournalStore       *self,
                                                   GPtrArray             *entries,
                                                   guint                 *out_n_new,
                                                   GError               **error);
/* Newest first. Returns: (transfer full) (nullable) (element-type FysJournalEntry) */
GPtrArray       *fys_journal_store_list           (FysJournalStore       *self,
                                                   GError               **error);

G_END_DECLS
