/* fys-journal-days.h - the entries of a journal, by the day on which they were made
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/journal/fys-journal.h"

G_BEGIN_DECLS

/* Immutable. The entries are borrowed from the array, to which it keeps a reference. */
typedef struct _FysJournalDays FysJournalDays;

/* @entries: (element-type FysJournalEntry), in any order. Any thread. Returns: (transfer full) */
FysJournalDays        *fys_journal_days_new       (GPtrArray             *entries);
FysJournalDays        *fys_journal_days_ref       (FysJournalDays        *self);
void                   fys_journal_days_unref     (FysJournalDays        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FysJournalDays, fys_journal_days_unref)

guint                  fys_journal_days_get_n     (FysJournalDays        *self);
/* The oldest first. */
const FysJournalEntry *fys_journal_days_get       (FysJournalDays        *self,
                                                   guint                  index);
guint32                fys_journal_days_get_day   (FysJournalDays        *self,
                                                   guint                  index);
/* Returns: the index of the first entry of @day or of a later one; the number of entries when there is none */
guint                  fys_journal_days_find      (FysJournalDays        *self,
                                                   guint32                day);
/* How many entries @day has. */
guint                  fys_journal_days_count     (FysJournalDays        *self,
                                                   guint32                day);

/** FysJournalFilter: which entries are wanted. @from_day: 0 for all
 * @article: (nullable): its key; @exercise: (nullable): its name; @is_pain_known: only those with an answer to one of the questions for pain */
typedef struct
{
  guint32     from_day;
  const char *article;
  const char *exercise;
  gboolean    is_pain_known;
} FysJournalFilter;

/* Returns: (transfer full) */
FysJournalDays        *fys_journal_days_filter    (FysJournalDays         *self,
                                                   const FysJournalFilter *filter);

G_END_DECLS
