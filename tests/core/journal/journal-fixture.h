/* journal-fixture.h - a journal in a folder that is thrown away, and calls that wait for their answer
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/journal/fys-journal.h"

/* @path: of the file, in a folder of its own below @root that is not there yet */
typedef struct
{
  char       *root;
  char       *folder;
  char       *path;
  FysJournal *journal;
} JournalFixture;

void               journal_fixture_set_up    (JournalFixture        *self,
                                              gconstpointer          user_data);
void               journal_fixture_tear_down (JournalFixture        *self,
                                              gconstpointer          user_data);
/* Closes the file, and makes a journal that opens it anew. */
void               journal_fixture_reopen    (JournalFixture        *self);

/* Deletes every file of the folder. */
void               journal_fixture_empty     (JournalFixture        *self);

/* Returns: (transfer full): an entry that is unlike that of another @number, with every field filled */
FysJournalEntry   *journal_entry_new         (guint                  number);
/* Returns: (transfer full) (element-type FysJournalEntry): those of @first and on */
GPtrArray         *journal_entries_new       (guint                  first,
                                              guint                  n);

/* Each makes the call and runs the main context until it is answered. */
FysJournalOpening *journal_open              (FysJournal            *journal,
                                              GError               **error);
GArray            *journal_add               (FysJournal            *journal,
                                              GPtrArray             *entries,
                                              GError               **error);
gboolean           journal_update            (FysJournal            *journal,
                                              const FysJournalEntry *entry,
                                              GError               **error);
gboolean           journal_delete            (FysJournal            *journal,
                                              gint64                 id,
                                              GError               **error);
gboolean           journal_delete_all        (FysJournal            *journal,
                                              GError               **error);
gssize             journal_import            (FysJournal            *journal,
                                              GPtrArray             *entries,
                                              GError               **error);
GPtrArray         *journal_list              (FysJournal            *journal,
                                              GError               **error);
/* One entry, which must succeed. Returns: its id */
gint64             journal_add_one           (FysJournal            *journal,
                                              const FysJournalEntry *entry);
/* Asserts that the journal holds what @entries (element-type FysJournalEntry) does, in that order. */
void               journal_assert_list       (FysJournal            *journal,
                                              GPtrArray             *entries);
/* Runs @program, which is the test itself, with these arguments (up to %NULL) and asserts that it ends well. */
void               journal_run_child         (const char            *program,
                                              ...) G_GNUC_NULL_TERMINATED;
void               journal_assert_entry      (const FysJournalEntry *entry,
                                              const FysJournalEntry *expected);
