/* fys-journal-entry.c - one exercise that was done, as the journal keeps it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/journal/fys-journal-entry.h"

#include <string.h>

FysJournalEntry *
fys_journal_entry_new (void)
{
  FysJournalEntry *self = g_new0 (FysJournalEntry, 1);

  self->article = g_strdup ("");
  self->article_title = g_strdup ("");
  self->exercise = g_strdup ("");
  self->note = g_strdup ("");
  self->pain_before = FYS_JOURNAL_PAIN_UNKNOWN;
  self->pain_after = FYS_JOURNAL_PAIN_UNKNOWN;
  return self;
}

FysJournalEntry *
fys_journal_entry_copy (const FysJournalEntry *self)
{
  FysJournalEntry *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (FysJournalEntry, 1);
  *copy = *self;
  copy->article = g_strdup (self->article);
  copy->article_title = g_strdup (self->article_title);
  copy->exercise = g_strdup (self->exercise);
  copy->note = g_strdup (self->note);
  return copy;
}

void
fys_journal_entry_free (FysJournalEntry *self)
{
  if (self == NULL)
    return;
  g_free (self->article);
  g_free (self->article_title);
  g_free (self->exercise);
  g_free (self->note);
  g_free (self);
}

gboolean
fys_journal_entry_equal (const FysJournalEntry *self,
                         const FysJournalEntry *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  return self->started_unix_s == other->started_unix_s &&
         self->utc_offset_s == other->utc_offset_s &&
         strcmp (self->article, other->article) == 0 &&
         strcmp (self->article_title, other->article_title) == 0 &&
         strcmp (self->exercise, other->exercise) == 0 &&
         self->hold_s == other->hold_s &&
         self->reps == other->reps &&
         self->sets == other->sets &&
         self->rest_s == other->rest_s &&
         !self->is_per_side == !other->is_per_side &&
         self->n_planned == other->n_planned &&
         self->n_done == other->n_done &&
         self->active_s == other->active_s &&
         self->pain_before == other->pain_before &&
         self->pain_after == other->pain_after &&
         strcmp (self->note, other->note) == 0;
}

static gboolean
is_text (const char *text)
{
  return text != NULL && strlen (text) <= FYS_JOURNAL_TEXT_MAX_BYTES && g_utf8_validate (text, -1, NULL);
}

static gboolean
is_pain (int pain)
{
  return pain == FYS_JOURNAL_PAIN_UNKNOWN || (pain >= 0 && pain <= FYS_JOURNAL_PAIN_MAX);
}

gboolean
fys_journal_entry_is_valid (const FysJournalEntry *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->started_unix_s >= 0 && self->started_unix_s <= FYS_JOURNAL_STARTED_MAX_UNIX_S &&
         self->utc_offset_s >= -FYS_JOURNAL_UTC_OFFSET_MAX_S && self->utc_offset_s <= FYS_JOURNAL_UTC_OFFSET_MAX_S &&
         is_text (self->article) && is_text (self->article_title) && is_text (self->exercise) && is_text (self->note) &&
         is_pain (self->pain_before) && is_pain (self->pain_after);
}
