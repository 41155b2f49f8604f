/* fys-journal-error.h - what can be wrong with the journal, so that the user can be told what to do about it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The messages are for the user: one sentence without a full stop, translated. */
typedef enum
{
  FYS_JOURNAL_ERROR_FULL,      /* the disk is full, or the user's share of it */
  FYS_JOURNAL_ERROR_LOCKED,    /* another program holds the file, and did not let go of it while we waited */
  FYS_JOURNAL_ERROR_READ_ONLY, /* the file or its folder may not be written */
  FYS_JOURNAL_ERROR_NEWER,     /* written by a newer version of the program: it is read, and never written */
  FYS_JOURNAL_ERROR_CORRUPT,   /* broken, also after it was set aside */
  FYS_JOURNAL_ERROR_INVALID,   /* an entry, or a file to import, that the journal cannot take */
  FYS_JOURNAL_ERROR_NOT_FOUND, /* there is no entry of that id, such as one that another window deleted */
  FYS_JOURNAL_ERROR_FAILED,
} FysJournalError;

#define FYS_JOURNAL_ERROR (fys_journal_error_quark ())
GQuark          fys_journal_error_quark          (void);
/* Sets @error to one of @code with its usual message. */
void            fys_journal_error_set            (GError        **error,
                                                  FysJournalError code);
/* The same for errno's @code. */
void            fys_journal_error_set_from_errno (GError        **error,
                                                  int             code);
/* Which of them errno's @code is. */
FysJournalError fys_journal_error_from_errno     (int             code);

G_END_DECLS
