/* fys-journal.h - what the user did and how it felt, on this machine only
 *
 *   the caller's thread        the journal's thread
 *   fys_journal_…_async ─────▶ queue ─▶ SQLite, one call after the other
 *   callback, ::changed ◀───── when the disk has it
 *
 * An SQLite file in the user's data folder. An entry that was reported as saved is on the disk: neither a crash nor a full disk afterwards takes it
 * back. Several programs may have the file open. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/journal/fys-journal-entry.h"
#include "core/journal/fys-journal-error.h"

G_BEGIN_DECLS

/* Signal ::changed, without arguments: a call of this object that adds, changes or deletes has succeeded, and also when deleting
 * everything has failed, which may have come half-way. Emitted on the main context of that
 * call, after its callback. */
#define FYS_TYPE_JOURNAL (fys_journal_get_type ())
G_DECLARE_FINAL_TYPE (FysJournal, fys_journal, FYS, JOURNAL, GObject)

/** FysJournalOpening: what was found when the file was opened.
 * @set_aside: (nullable): where a damaged file was moved to; told once
 * @n_rescued: how many entries of it are in the new file
 * @obstacle: (nullable): why entries can be read but not written: FYS_JOURNAL_ERROR_NEWER or FYS_JOURNAL_ERROR_READ_ONLY */
typedef struct
{
  char   *set_aside;
  guint   n_rescued;
  GError *obstacle;
} FysJournalOpening;

void               fys_journal_opening_free     (FysJournalOpening     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FysJournalOpening, fys_journal_opening_free)

/* @path: of the file. Opens nothing yet: the first call does, on the journal's own thread. The last reference waits for that thread to close the
 * file. Returns: (transfer full) */
FysJournal        *fys_journal_new              (const char            *path);
/* Returns: (transfer full): fysbog/journal.sqlite in the user's data folder */
char              *fys_journal_dup_default_path (void);
/* Waits until everything that was asked for so far is done; the callbacks still come later. For leaving the program. */
void               fys_journal_flush            (FysJournal            *self);

/* The calls below may be made from any thread. They run on the journal's thread in the order in which they were made, and call back on the caller's
 * thread-default main context. Each opens the file when it is not open, so each may fail with any code of FysJournalError but the two that are named
 * where they belong. A call that is cancelled before its turn does nothing (G_IO_ERROR_CANCELLED); one that has begun is brought to its end. */

/* Opens the file, and makes it when there is none. Not needed before the others; for telling the user early what is wrong with it. */
void               fys_journal_open_async       (FysJournal            *self,
                                                 GCancellable          *cancellable,
                                                 GAsyncReadyCallback    callback,
                                                 gpointer               user_data);
/* Returns: (transfer full) (nullable) */
FysJournalOpening *fys_journal_open_finish      (FysJournal            *self,
                                                 GAsyncResult          *result,
                                                 GError               **error);
/* Adds all of @entries (element-type FysJournalEntry) or none; they are copied. FYS_JOURNAL_ERROR_INVALID: one is not valid. */
void               fys_journal_add_async        (FysJournal            *self,
                                                 GPtrArray             *entries,
                                                 GCancellable          *cancellable,
                                                 GAsyncReadyCallback    callback,
                                                 gpointer               user_data);
/* When it succeeds, the entries are on the disk. Returns: (transfer full) (nullable) (element-type gint64): their ids, in order */
GArray            *fys_journal_add_finish       (FysJournal            *self,
                                                 GAsyncResult          *result,
                                                 GError               **error);
/* Replaces the entry of the same id with @entry, which is copied. FYS_JOURNAL_ERROR_INVALID, FYS_JOURNAL_ERROR_NOT_FOUND. */
void               fys_journal_update_async     (FysJournal            *self,
                                                 const FysJournalEntry *entry,
                                                 GCancellable          *cancellable,
                                                 GAsyncReadyCallback    callback,
                                                 gpointer               user_data);
gboolean           fys_journal_update_finish    (FysJournal            *self,
                                                 GAsyncResult          *result,
                                                 GError               **error);
/* Deletes one entry, and overwrites it in the file. FYS_JOURNAL_ERROR_NOT_FOUND. */
void               fys_journal_delete_async     (FysJournal            *self,
                                                 gint64                 id,
                                                 GCancellable          *cancellable,
                                                 GAsyncReadyCallback    callback,
                                                 gpointer               user_data);
gboolean           fys_journal_delete_finish    (FysJournal            *self,
                                                 GAsyncResult          *result,
                                                 GError               **error);
/* Deletes everything: from the file, from what SQLite keeps beside it, and from files that were set aside. FYS_JOURNAL_ERROR_LOCKED when another
 * program still reads what was there: the entries are gone then, and the last of their bytes when this is asked for again. */
void               fys_journal_delete_all_async  (FysJournal           *self,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
gboolean           fys_journal_delete_all_finish (FysJournal           *self,
                                                  GAsyncResult         *result,
                                                  GError              **error);
/* Adds those of @entries (element-type FysJournalEntry) that are not there yet, all or none; they are copied. Two entries are the same when they have
 * the same start, article and exercise. FYS_JOURNAL_ERROR_INVALID: one is not valid. */
void               fys_journal_import_async     (FysJournal            *self,
                                                 GPtrArray             *entries,
                                                 GCancellable          *cancellable,
                                                 GAsyncReadyCallback    callback,
                                                 gpointer               user_data);
/* Returns: how many were new, or -1 */
gssize             fys_journal_import_finish    (FysJournal            *self,
                                                 GAsyncResult          *result,
                                                 GError               **error);
void               fys_journal_list_async       (FysJournal            *self,
                                                 GCancellable          *cancellable,
                                                 GAsyncReadyCallback    callback,
                                                 gpointer               user_data);
/* Returns: (transfer full) (nullable) (element-type FysJournalEntry): all entries, valid ones, newest first; the array frees them */
GPtrArray         *fys_journal_list_finish      (FysJournal            *self,
                                                 GAsyncResult          *result,
                                                 GError               **error);

G_END_DECLS
