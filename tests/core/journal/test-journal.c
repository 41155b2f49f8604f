/* test-journal.c - adding, changing, deleting and listing entries
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/journal/fys-journal.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "journal-fixture.h"

static guint
get_mode (const char *path)
{
  struct stat status;

  g_assert_cmpint (stat (path, &status), ==, 0);
  return status.st_mode & 0777;
}

static void
reverse (GPtrArray *entries)
{
  for (guint i = 0; i < entries->len / 2; i++)
    {
      gpointer swapped = entries->pdata[i];

      entries->pdata[i] = entries->pdata[entries->len - 1 - i];
      entries->pdata[entries->len - 1 - i] = swapped;
    }
}

static void
test_new_file (JournalFixture *fixture,
               gconstpointer   user_data)
{
  g_autoptr (GError)            error = NULL;
  g_autoptr (FysJournalOpening) opening = NULL;
  g_autoptr (GPtrArray)         none = g_ptr_array_new ();
  g_autofree char              *wal = g_strconcat (fixture->path, "-wal", NULL);

  g_assert_false (g_file_test (fixture->folder, G_FILE_TEST_EXISTS));
  opening = journal_open (fixture->journal, &error);
  g_assert_no_error (error);
  g_assert_null (opening->set_aside);
  g_assert_no_error (opening->obstacle);
  journal_assert_list (fixture->journal, none);

  g_assert_cmphex (get_mode (fixture->folder), ==, 0700);
  g_assert_cmphex (get_mode (fixture->path), ==, 0600);
  g_assert_cmphex (get_mode (wal), ==, 0600);

  journal_fixture_reopen (fixture);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
}

static void
test_entries_come_back (JournalFixture *fixture,
                        gconstpointer   user_data)
{
  g_autoptr (GPtrArray) entries = journal_entries_new (0, 50);
  g_autoptr (GPtrArray) some = journal_entries_new (50, 1);
  g_autoptr (GError)    error = NULL;
  g_autoptr (GArray)    ids = journal_add (fixture->journal, entries, &error);
  g_autoptr (GPtrArray) list = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 50);
  reverse (entries);
  journal_assert_list (fixture->journal, entries);

  journal_fixture_reopen (fixture);
  journal_assert_list (fixture->journal, entries);
  list = journal_list (fixture->journal, &error);
  for (guint i = 0; i < list->len; i++)
    {
      const FysJournalEntry *entry = g_ptr_array_index (list, i);

      g_assert_cmpint (entry->id, ==, g_array_index (ids, gint64, list->len - 1 - i));
    }
}

/* The newest first, and of the same second the one that was saved last. */
static void
test_order (JournalFixture *fixture,
            gconstpointer   user_data)
{
  g_autoptr (FysJournalEntry) first = journal_entry_new (2);
  g_autoptr (FysJournalEntry) second = journal_entry_new (1);
  g_autoptr (FysJournalEntry) third = journal_entry_new (2);
  g_autoptr (GPtrArray)       expected = g_ptr_array_new ();

  g_free (third->note);
  third->note = g_strdup ("the last");
  (void) journal_add_one (fixture->journal, first);
  (void) journal_add_one (fixture->journal, second);
  (void) journal_add_one (fixture->journal, third);
  g_ptr_array_add (expected, third);
  g_ptr_array_add (expected, first);
  g_ptr_array_add (expected, second);
  journal_assert_list (fixture->journal, expected);
}

static void
test_bounds_come_back (JournalFixture *fixture,
                       gconstpointer   user_data)
{
  g_autoptr (FysJournalEntry) entry = fys_journal_entry_new ();
  g_autoptr (FysJournalEntry) least = fys_journal_entry_new ();
  g_autoptr (GPtrArray)       expected = g_ptr_array_new ();

  entry->started_unix_s = FYS_JOURNAL_STARTED_MAX_UNIX_S;
  entry->utc_offset_s = -FYS_JOURNAL_UTC_OFFSET_MAX_S;
  entry->hold_s = entry->reps = entry->sets = entry->rest_s = G_MAXUINT;
  entry->n_planned = entry->n_done = entry->active_s = G_MAXUINT;
  entry->pain_before = 0;
  entry->pain_after = FYS_JOURNAL_PAIN_MAX;
  g_free (entry->note);
  entry->note = g_strnfill (FYS_JOURNAL_TEXT_MAX_BYTES, 'x');
  (void) journal_add_one (fixture->journal, entry);
  (void) journal_add_one (fixture->journal, least);
  g_ptr_array_add (expected, entry);
  g_ptr_array_add (expected, least);
  journal_assert_list (fixture->journal, expected);
}

static void
assert_refused (FysJournal      *journal,
                FysJournalEntry *wrong)
{
  g_autoptr (GPtrArray) entries = journal_entries_new (0, 3);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GArray)    ids = NULL;
  g_autoptr (GError)    error = NULL;

  g_assert_false (fys_journal_entry_is_valid (wrong));
  g_ptr_array_add (entries, wrong);
  ids = journal_add (journal, entries, &error);
  g_assert_null (ids);
  g_assert_error (error, FYS_JOURNAL_ERROR, FYS_JOURNAL_ERROR_INVALID);
  journal_assert_list (journal, none);
}

static void
test_all_or_nothing (JournalFixture *fixture,
                     gconstpointer   user_data)
{
  FysJournalEntry *wrong = journal_entry_new (9);

  wrong->pain_before = FYS_JOURNAL_PAIN_MAX + 1;
  assert_refused (fixture->journal, wrong);
  wrong = journal_entry_new (9);
  wrong->pain_after = -2;
  assert_refused (fixture->journal, wrong);
  wrong = journal_entry_new (9);
  wrong->started_unix_s = -1;
  assert_refused (fixture->journal, wrong);
  wrong = journal_entry_new (9);
  wrong->started_unix_s = FYS_JOURNAL_STARTED_MAX_UNIX_S + 1;
  assert_refused (fixture->journal, wrong);
  wrong = journal_entry_new (9);
  wrong->utc_offset_s = FYS_JOURNAL_UTC_OFFSET_MAX_S + 1;
  assert_refused (fixture->journal, wrong);
  wrong = journal_entry_new (9);
  wrong->utc_offset_s = -FYS_JOURNAL_UTC_OFFSET_MAX_S - 1;
  assert_refused (fixture->journal, wrong);
  wrong = journal_entry_new (9);
  wrong->utc_offset_s = G_MININT;
  assert_refused (fixture->journal, wrong);
  wrong = journal_entry_new (9);
  g_free (wrong->note);
  wrong->note = g_strnfill (FYS_JOURNAL_TEXT_MAX_BYTES + 1, 'x');
  assert_refused (fixture->journal, wrong);
  wrong = journal_entry_new (9);
  g_free (wrong->exercise);
  wrong->exercise = g_strdup ("Kn\xe6");
  assert_refused (fixture->journal, wrong);
}

static void
test_update (JournalFixture *fixture,
             gconstpointer   user_data)
{
  g_autoptr (GPtrArray)       entries = journal_entries_new (0, 3);
  g_autoptr (GError)          error = NULL;
  g_autoptr (GArray)          ids = journal_add (fixture->journal, entries, &error);
  g_autoptr (FysJournalEntry) changed = journal_entry_new (7);

  changed->id = g_array_index (ids, gint64, 1);
  changed->started_unix_s = ((FysJournalEntry *) entries->pdata[1])->started_unix_s;
  g_assert_true (journal_update (fixture->journal, changed, &error));
  g_assert_no_error (error);

  fys_journal_entry_free (entries->pdata[1]);
  entries->pdata[1] = fys_journal_entry_copy (changed);
  reverse (entries);
  journal_assert_list (fixture->journal, entries);

  changed->id = 1000;
  g_assert_false (journal_update (fixture->journal, changed, &error));
  g_assert_error (error, FYS_JOURNAL_ERROR, FYS_JOURNAL_ERROR_NOT_FOUND);
  g_clear_error (&error);
  changed->pain_after = 11;
  g_assert_false (journal_update (fixture->journal, changed, &error));
  g_assert_error (error, FYS_JOURNAL_ERROR, FYS_JOURNAL_ERROR_INVALID);
  journal_assert_list (fixture->journal, entries);
}

static void
test_delete (JournalFixture *fixture,
             gconstpointer   user_data)
{
  g_autoptr (GPtrArray)       entries = journal_entries_new (0, 3);
  g_autoptr (FysJournalEntry) next = journal_entry_new (5);
  g_autoptr (GError)          error = NULL;
  g_autoptr (GArray)          ids = journal_add (fixture->journal, entries, &error);
  gint64                      last = g_array_index (ids, gint64, 2);

  g_assert_true (journal_delete (fixture->journal, last, &error));
  g_assert_no_error (error);
  g_ptr_array_remove_index (entries, 2);
  reverse (entries);
  journal_assert_list (fixture->journal, entries);

  g_assert_false (journal_delete (fixture->journal, last, &error));
  g_assert_error (error, FYS_JOURNAL_ERROR, FYS_JOURNAL_ERROR_NOT_FOUND);
  /* An id is never used twice, not even that of the last one. */
  g_assert_cmpint (journal_add_one (fixture->journal, next), >, last);
}

/* What is there already is not there twice, and neither is what stands twice in what is brought in. */
static void
test_import (JournalFixture *fixture,
             gconstpointer   user_data)
{
  g_autoptr (GPtrArray) all = journal_entries_new (0, 6);
  g_autoptr (GPtrArray) last = journal_entries_new (3, 3);
  g_autoptr (GPtrArray) wrong = journal_entries_new (6, 2);
  g_autoptr (GError)    error = NULL;
  FysJournalEntry      *similar = journal_entry_new (5);

  g_assert_cmpint (journal_import (fixture->journal, last, &error), ==, 3);
  g_assert_no_error (error);
  g_ptr_array_add (all, journal_entry_new (0));
  g_assert_cmpint (journal_import (fixture->journal, all, &error), ==, 3);
  g_assert_cmpint (journal_import (fixture->journal, all, &error), ==, 0);

  g_ptr_array_remove_index (all, 6);
  g_free (similar->exercise);
  similar->exercise = g_strdup ("Another at the same time");
  g_ptr_array_add (all, similar);
  g_assert_cmpint (journal_import (fixture->journal, all, &error), ==, 1);
  reverse (all);
  journal_assert_list (fixture->journal, all);

  ((FysJournalEntry *) wrong->pdata[1])->pain_after = 11;
  g_assert_cmpint (journal_import (fixture->journal, wrong, &error), ==, -1);
  g_assert_error (error, FYS_JOURNAL_ERROR, FYS_JOURNAL_ERROR_INVALID);
  journal_assert_list (fixture->journal, all);
}

static void
count_cb (FysJournal *journal,
          gpointer    user_data)
{
  guint *n = user_data;

  (*n)++;
}

static void
test_changed (JournalFixture *fixture,
              gconstpointer   user_data)
{
  g_autoptr (FysJournalEntry) entry = journal_entry_new (0);
  g_autoptr (GPtrArray)       none = g_ptr_array_new ();
  g_autoptr (GError)          error = NULL;
  guint                       n = 0;

  g_signal_connect (fixture->journal, "changed", G_CALLBACK (count_cb), &n);
  journal_assert_list (fixture->journal, none);
  g_assert_cmpuint (n, ==, 0);
  entry->id = journal_add_one (fixture->journal, entry);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (journal_update (fixture->journal, entry, NULL));
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (journal_delete (fixture->journal, entry->id, NULL));
  g_assert_cmpuint (n, ==, 3);
  g_assert_false (journal_delete (fixture->journal, entry->id, NULL));
  g_array_unref (journal_add (fixture->journal, none, &error));
  g_assert_cmpuint (n, ==, 3);
}

static void
expect_cancelled_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  gboolean          *is_answered = user_data;
  g_autoptr (GError) error = NULL;

  g_assert_null (fys_journal_add_finish (FYS_JOURNAL (source), result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *is_answered = TRUE;
}

static void
test_cancelled (JournalFixture *fixture,
                gconstpointer   user_data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray)    entries = journal_entries_new (0, 1);
  g_autoptr (GPtrArray)    none = g_ptr_array_new ();
  gboolean                 is_answered = FALSE;

  g_cancellable_cancel (cancellable);
  fys_journal_add_async (fixture->journal, entries, cancellable, expect_cancelled_cb, &is_answered);
  while (!is_answered)
    g_main_context_iteration (NULL, TRUE);
  journal_assert_list (fixture->journal, none);
}

/* Leaving the program: nobody waits for the callbacks, and yet everything is there. */
static void
test_flush (JournalFixture *fixture,
            gconstpointer   user_data)
{
  g_autoptr (GPtrArray) entries = journal_entries_new (0, 100);

  for (guint i = 0; i < entries->len; i++)
    {
      g_autoptr (GPtrArray) one = g_ptr_array_new ();

      g_ptr_array_add (one, entries->pdata[i]);
      fys_journal_add_async (fixture->journal, one, NULL, NULL, NULL);
    }
  fys_journal_flush (fixture->journal);

  {
    g_autoptr (FysJournal) other = fys_journal_new (fixture->path);

    reverse (entries);
    journal_assert_list (other, entries);
  }
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* The last reference may go in the callback of the last call. */
static void
unref_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  JournalFixture *fixture = user_data;

  g_clear_object (&fixture->journal);
}

static void
finalized_cb (gpointer user_data,
              GObject *where_the_object_was)
{
  gboolean *is_finalized = user_data;

  *is_finalized = TRUE;
}

static void
test_last_reference (JournalFixture *fixture,
                     gconstpointer   user_data)
{
  gboolean is_finalized = FALSE;

  g_object_weak_ref (G_OBJECT (fixture->journal), finalized_cb, &is_finalized);
  fys_journal_open_async (fixture->journal, NULL, unref_cb, fixture);
  while (!is_finalized)
    g_main_context_iteration (NULL, TRUE);
}

/* Two programs, each with the file open, write in turn and see what the other wrote. */
static void
test_two_programs (JournalFixture *fixture,
                   gconstpointer   user_data)
{
  g_autoptr (FysJournal) other = fys_journal_new (fixture->path);
  g_autoptr (GPtrArray)  entries = journal_entries_new (0, 40);

  for (guint i = 0; i < entries->len; i++)
    (void) journal_add_one (i % 2 == 0 ? fixture->journal : other, entries->pdata[i]);
  reverse (entries);
  journal_assert_list (fixture->journal, entries);
  journal_assert_list (other, entries);
}

static void
test_default_path (void)
{
  g_autofree char *path = fys_journal_dup_default_path ();
  g_autofree char *expected = g_build_filename (g_get_user_data_dir (), "fysbog", "journal.sqlite", NULL);

  g_assert_cmpstr (path, ==, expected);
}

static void
test_entry (void)
{
  g_autoptr (FysJournalEntry) entry = fys_journal_entry_new ();
  g_autoptr (FysJournalEntry) other = journal_entry_new (3);
  g_autoptr (FysJournalEntry) copy = fys_journal_entry_copy (other);

  g_assert_true (fys_journal_entry_is_valid (entry));
  g_assert_cmpint (entry->pain_before, ==, FYS_JOURNAL_PAIN_UNKNOWN);
  g_assert_cmpstr (entry->note, ==, "");
  g_assert_false (fys_journal_entry_equal (entry, other));
  g_assert_true (fys_journal_entry_equal (copy, other));
  copy->id = 4;
  g_assert_true (fys_journal_entry_equal (copy, other));
  copy->active_s++;
  g_assert_false (fys_journal_entry_equal (copy, other));
}

#define ADD(path, test) g_test_add (path, JournalFixture, NULL, journal_fixture_set_up, test, journal_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/journal/entry", test_entry);
  g_test_add_func ("/journal/default-path", test_default_path);
  ADD ("/journal/new-file", test_new_file);
  ADD ("/journal/entries-come-back", test_entries_come_back);
  ADD ("/journal/order", test_order);
  ADD ("/journal/bounds-come-back", test_bounds_come_back);
  ADD ("/journal/all-or-nothing", test_all_or_nothing);
  ADD ("/journal/update", test_update);
  ADD ("/journal/delete", test_delete);
  ADD ("/journal/import", test_import);
  ADD ("/journal/changed", test_changed);
  ADD ("/journal/cancelled", test_cancelled);
  ADD ("/journal/flush", test_flush);
  ADD ("/journal/last-reference", test_last_reference);
  ADD ("/journal/two-programs", test_two_programs);
  return g_test_run ();
}
