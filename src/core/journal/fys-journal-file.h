/* fys-journal-file.h - what the journal does with its file apart from what SQLite does: making, locking, setting aside
 *
 * Private to the journal. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/journal/fys-journal-error.h"

G_BEGIN_DECLS

/* What follows the name of a file that was set aside; then when. */
#define FYS_JOURNAL_FILE_BROKEN ".broken-"
/* What follows the name of the file that will take the place of a damaged one. */
#define FYS_JOURNAL_FILE_NEW ".new"

/** FysJournalFileId: which file lies at a path, whatever its name was before. Compare with fys_journal_file_id_equal(). */
typedef struct
{
  guint64 device;
  guint64 inode;
} FysJournalFileId;

/* Returns: whether there is a file */
gboolean fys_journal_file_get_id           (const char             *path,
                                            FysJournalFileId       *out_id);
gboolean fys_journal_file_id_equal         (const FysJournalFileId *self,
                                            const FysJournalFileId *other);

/* Makes the folders above @path, readable by the user alone. */
gboolean fys_journal_file_make_folder      (const char             *path,
                                            GError                **error);
/* Makes an empty file in a folder that is there, readable by the user alone. A file that is there already loses the rights of others. What is there
 * and is no regular file is an error. */
gboolean fys_journal_file_make             (const char             *path,
                                            GError                **error);

typedef enum
{
  FYS_JOURNAL_LOCK_SHARED,    /* for using the file that lies there */
  FYS_JOURNAL_LOCK_EXCLUSIVE, /* for looking whether it is sound, and for putting another in its place */
} FysJournalLock;

/**
 * fys_journal_file_lock:
 * @out_lock: for fys_journal_file_unlock(), whatever is returned
 *
 * A lock among the instances of the program, on the folder of @path. SQLite's own locks belong to a file, so they cannot keep another instance from
 * writing to one that is being set aside. Where a folder cannot be locked there is none to wait for.
 *
 * Returns: %FALSE with FYS_JOURNAL_ERROR_LOCKED when another instance did not let go of it for @timeout_ms */
gboolean fys_journal_file_lock             (const char             *path,
                                            FysJournalLock          kind,
                                            guint                   timeout_ms,
                                            int                    *out_lock,
                                            GError                **error);
void     fys_journal_file_unlock           (int                     lock);

/* Whether the WAL beside @path holds more than nothing. */
gboolean fys_journal_file_has_wal          (const char             *path);
/* Whether the WAL begins as SQLite began it. SQLite takes one that does not for an empty one, and would write over it. True when there is none. */
gboolean fys_journal_file_wal_is_sound     (const char             *path);

/**
 * fys_journal_file_set_aside:
 *
 * Gives the file and what belongs to it a second name: @path.broken-YYYYMMDD-HHMMSS, and that with -wal and -shm. They stay where they are too, so
 * that there is no moment at which a crash would lose one or leave a WAL beside a file that it does not belong to.
 *
 * Returns: (transfer full) (nullable): the new name of the file */
char    *fys_journal_file_set_aside        (const char             *path,
                                            GError                **error);
/* Deletes everything that was ever set aside, and what a crash in the middle of it left. */
gboolean fys_journal_file_remove_set_aside (const char             *path,
                                            GError                **error);
/* Puts the file at @new_path in place of the one at @path, which loses its WAL first. */
gboolean fys_journal_file_replace          (const char             *path,
                                            const char             *new_path,
                                            GError                **error);
/* Deletes @path with its WAL, shared memory and rollback journal; what is not there need not be deleted. */
gboolean fys_journal_file_remove           (const char             *path,
                                            GError                **error);

G_END_DECLS
