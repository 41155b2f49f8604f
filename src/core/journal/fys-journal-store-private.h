/* fys-journal-store-private.h - what the files of FysJournalStore share
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/journal/fys-journal-file.h"
#include "core/journal/fys-journal-sqlite.h"
#include "core/journal/fys-journal-store.h"

G_BEGIN_DECLS

struct _FysJournalStore
{
  char            *path;
  guint            busy_timeout_ms;

  /* Of the open file */
  sqlite3         *db; /* NULL while there is none */
  FysJournalFileId id;
  GError          *obstacle; /* NULL when it may be written */

  /* To be told when somebody asks */
  char            *set_aside;
  guint            n_rescued;

  /* It looked sound, and was damaged nevertheless: the next opening sets it aside. */
  gboolean         is_suspect;
};

/**
 * fys_journal_store_lock_and_open:
 * @out_lock: for fys_journal_file_unlock(), whatever is returned
 *
 * Opens the file when need be. Also when it could not be written the last time: that may have changed. */
gboolean fys_journal_store_lock_and_open (FysJournalStore *self,
                                          int             *out_lock,
                                          GError         **error);
void     fys_journal_store_close         (FysJournalStore *self);
/* Whether the file that is open is of a newer version. */
gboolean fys_journal_store_is_newer      (FysJournalStore *self);

G_END_DECLS
