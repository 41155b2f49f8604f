/* fys-journal-schema.h - what the journal's file looks like, and how an older one becomes that
 *
 * Private to the journal. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/journal/fys-journal-sqlite.h"

G_BEGIN_DECLS

/* Of the file format, kept in the file as `PRAGMA user_version`. */
#define FYS_JOURNAL_SCHEMA_VERSION 1
/* No version of the program will get there: a file that says so is damaged, not newer. */
#define FYS_JOURNAL_SCHEMA_VERSION_MAX 99
/* "Fysb": marks a file as a journal of ours, for file(1) and for us. */
#define FYS_JOURNAL_APPLICATION_ID 0x46797362

/* FYS_JOURNAL_SCHEMA_VERSION statements, of which the n-th makes a file of version n one of version n + 1. Once released, one is never changed. */
extern const char *const fys_journal_schema_steps[FYS_JOURNAL_SCHEMA_VERSION];

/**
 * fys_journal_schema_migrate:
 * @steps: (array length=n_steps): usually fys_journal_schema_steps
 *
 * Brings a file of any version up to @n_steps to that version, all the way or not at all. A file without content is of version 0. A file whose
 * content is not what its version says is FYS_JOURNAL_ERROR_CORRUPT, and one of a version above @n_steps FYS_JOURNAL_ERROR_NEWER. */
gboolean fys_journal_schema_migrate (sqlite3           *db,
                                     const char *const *steps,
                                     guint              n_steps,
                                     GError           **error);

G_END_DECLS
