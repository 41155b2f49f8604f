/* fys-journal-words.c - what the journal says in words
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-journal-words.h"

#include <glib/gi18n.h>

#include "core/journal/fys-journal.h"

const char *
fys_pain_get_word (int pain)
{
  switch (pain)
    {
    case 0:
      /* Translators: the words of the Numeric Rating Scale for pain, at 0, 5 and 10. */
      return _("No pain");
    case 5:
      return _("Moderate pain");
    case FYS_JOURNAL_PAIN_MAX:
      return _("Worst imaginable pain");
    default:
      return NULL;
    }
}

char *
fys_pain_dup_text (int pain)
{
  const char *word = fys_pain_get_word (pain);

  if (pain < 0)
    return g_strdup (_("Not answered"));
  if (word == NULL)
    /* Translators: a number of the pain scale, such as “3 of 10”. */
    return g_strdup_printf (_("%d of 10"), pain);
  /* Translators: a number of the pain scale and its word, such as “5 of 10: Moderate pain”. */
  return g_strdup_printf (_("%d of 10: %s"), pain, word);
}

char *
fys_pain_dup_change (int before,
                     int after)
{
  if (before >= 0 && after >= 0)
    return g_strdup_printf (_("Pain %d before, %d after"), before, after);
  if (before >= 0)
    return g_strdup_printf (_("Pain %d before"), before);
  if (after >= 0)
    return g_strdup_printf (_("Pain %d after"), after);
  return g_strdup ("");
}

/* What can be done about it, or %NULL. */
static const char *
get_advice (FysJournalError code)
{
  switch (code)
    {
    case FYS_JOURNAL_ERROR_FULL:
      return _("Delete something to make room, and try again.");
    case FYS_JOURNAL_ERROR_LOCKED:
      return _("Close it, and try again.");
    case FYS_JOURNAL_ERROR_READ_ONLY:
      return _("Whoever looks after this computer can change that.");
    case FYS_JOURNAL_ERROR_NEWER:
      return _("It can be read here, but not changed, until Fysbog is updated.");
    case FYS_JOURNAL_ERROR_CORRUPT:
      return _("It could not be moved out of the way, so nothing new can be kept.");
    case FYS_JOURNAL_ERROR_INVALID:
    case FYS_JOURNAL_ERROR_NOT_FOUND:
    case FYS_JOURNAL_ERROR_FAILED:
    default:
      return NULL;
    }
}

char *
fys_journal_dup_error (const GError *error)
{
  const char *advice;

  g_return_val_if_fail (error != NULL, NULL);

  advice = error->domain == FYS_JOURNAL_ERROR ? get_advice ((FysJournalError) error->code) : NULL;
  if (advice == NULL)
    /* Translators: a message of an error, which becomes a sentence. */
    return g_strdup_printf (_("%s."), error->message);
  /* Translators: a message of an error, and a sentence that says what can be done about it. */
  return g_strdup_printf (_("%s. %s"), error->message, advice);
}
