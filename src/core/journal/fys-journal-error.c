/* fys-journal-error.c - what can be wrong with the journal
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/journal/fys-journal-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (fys-journal-error-quark, fys_journal_error)

static const char *
get_message (FysJournalError code)
{
  switch (code)
    {
    case FYS_JOURNAL_ERROR_FULL:
      return _("The disk is full");
    case FYS_JOURNAL_ERROR_LOCKED:
      return _("Another program is using the journal");
    case FYS_JOURNAL_ERROR_READ_ONLY:
      return _("The journal may not be changed: its file or folder is read-only");
    case FYS_JOURNAL_ERROR_NEWER:
      return _("The journal was written by a newer version of Fysbog");
    case FYS_JOURNAL_ERROR_CORRUPT:
      return _("The journal’s file is damaged");
    case FYS_JOURNAL_ERROR_INVALID:
      return _("The journal cannot hold such an entry");
    case FYS_JOURNAL_ERROR_NOT_FOUND:
      return _("The entry is no longer in the journal");
    case FYS_JOURNAL_ERROR_FAILED:
    default:
      return _("The journal’s file cannot be used");
    }
}

void
fys_journal_error_set (GError        **error,
                       FysJournalError code)
{
  g_set_error_literal (error, FYS_JOURNAL_ERROR, (int) code, get_message (code));
}

FysJournalError
fys_journal_error_from_errno (int code)
{
  switch (code)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG: /* a limit on the size of files */
      return FYS_JOURNAL_ERROR_FULL;
    case EROFS:
    case EACCES:
    case EPERM:
      return FYS_JOURNAL_ERROR_READ_ONLY;
    default:
      return FYS_JOURNAL_ERROR_FAILED;
    }
}

void
fys_journal_error_set_from_errno (GError **error,
                                  int      code)
{
  FysJournalError own = fys_journal_error_from_errno (code);

  if (own != FYS_JOURNAL_ERROR_FAILED)
    fys_journal_error_set (error, own);
  else
    g_set_error (error, FYS_JOURNAL_ERROR, (int) own, _("The journal’s file cannot be used: %s"), g_strerror (code));
}
