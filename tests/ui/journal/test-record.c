/* test-record.c - what is kept of a session, with a journal that works, and with one that does not
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/journal/fys-record.h"

#include <glib/gstdio.h>

#include "journal-ui-fixture.h"
#include "ui/journal/fys-journal-words.h"

/* @folder holds the journal; @path leads through a plain file at first when the journal is to fail. */
typedef struct
{
  char       *folder;
  char       *obstacle;
  FysJournal *journal;
  FysRecord  *record;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer fails)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = journal_fixture_folder ();
  self->obstacle = g_build_filename (self->folder, "obstacle", NULL);
  path = g_build_filename (self->obstacle, "journal.sqlite", NULL);
  if (fails != NULL)
    g_file_set_contents (self->obstacle, "a file where a folder should be", -1, &error);
  else
    g_assert_cmpint (g_mkdir (self->obstacle, 0700), ==, 0);
  g_assert_no_error (error);
  self->journal = fys_journal_new (path);
}

static void
tear_down (Fixture      *self,
           gconstpointer fails)
{
  g_clear_object (&self->record);
  fys_journal_flush (self->journal);
  g_clear_object (&self->journal);
  if (g_file_test (self->obstacle, G_FILE_TEST_IS_DIR))
    journal_fixture_remove (g_steal_pointer (&self->obstacle));
  g_clear_pointer (&self->obstacle, g_free);
  journal_fixture_remove (self->folder);
}

static gboolean
is_saved (gpointer record)
{
  return fys_record_get_state (record) == FYS_RECORD_SAVED;
}

static gboolean
has_failed (gpointer record)
{
  return fys_record_get_state (record) == FYS_RECORD_FAILED;
}

static void
create_record (Fixture *self)
{
  g_autoptr (GPtrArray) entries = journal_fixture_entries ();

  g_ptr_array_add (entries, journal_fixture_entry (0, "Squat", 5, -1));
  g_ptr_array_add (entries, journal_fixture_entry (0, "Bridge", 5, -1));
  self->record = fys_record_new (self->journal, entries);
  g_assert_cmpint (fys_record_get_state (self->record), ==, FYS_RECORD_SAVING);
}

static const FysJournalEntry *
find_entry (GPtrArray  *entries,
            const char *exercise)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const FysJournalEntry *entry = g_ptr_array_index (entries, i);

      if (g_str_equal (entry->exercise, exercise))
        return entry;
    }
  g_error ("There is no entry of %s", exercise);
}

static void
assert_kept (Fixture    *self,
             int         after,
             const char *note)
{
  g_autoptr (GPtrArray) entries = journal_fixture_list (self->journal);

  g_assert_cmpuint (entries->len, ==, 2);
  g_assert_cmpint (find_entry (entries, "Squat")->pain_before, ==, 5);
  g_assert_cmpint (find_entry (entries, "Squat")->pain_after, ==, after);
  g_assert_cmpint (find_entry (entries, "Bridge")->pain_after, ==, after);
  g_assert_cmpstr (find_entry (entries, "Squat")->note, ==, "");
  g_assert_cmpstr (find_entry (entries, "Bridge")->note, ==, note);
}

static void
test_save (Fixture      *self,
           gconstpointer data)
{
  create_record (self);
  journal_fixture_wait (is_saved, self->record);
  assert_kept (self, -1, "");

  fys_record_set_pain_after (self->record, 2);
  g_assert_cmpint (fys_record_get_state (self->record), ==, FYS_RECORD_SAVING);
  fys_record_set_note (self->record, "Went");
  fys_record_set_note (self->record, "Went well");
  journal_fixture_wait (is_saved, self->record);
  assert_kept (self, 2, "Went well");
}

/* An answer that comes while the entries are on their way is not lost, nor saved twice. */
static void
test_answer_at_once (Fixture      *self,
                     gconstpointer data)
{
  create_record (self);
  fys_record_set_pain_after (self->record, 3);
  fys_record_set_note (self->record, "Quick");
  fys_record_save_now (self->record);
  journal_fixture_wait (is_saved, self->record);
  assert_kept (self, 3, "Quick");
}

/* Whoever leaves has not waited for the note. */
static void
test_leave (Fixture      *self,
            gconstpointer data)
{
  create_record (self);
  journal_fixture_wait (is_saved, self->record);
  fys_record_set_note (self->record, "Last word");
  fys_record_save_now (self->record);
  g_clear_object (&self->record);
  fys_journal_flush (self->journal);
  assert_kept (self, -1, "Last word");
}

static void
test_fail (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *text = NULL;

  create_record (self);
  journal_fixture_wait (has_failed, self->record);
  g_assert_nonnull (fys_record_get_error (self->record));
  text = fys_journal_dup_error (fys_record_get_error (self->record));
  g_assert_true (g_str_has_suffix (text, "."));

  /* What was written stays, though it fails again. */
  fys_record_set_pain_after (self->record, 1);
  fys_record_set_note (self->record, "Kept in mind");
  fys_record_save_now (self->record);
  journal_fixture_wait (has_failed, self->record);
  g_assert_cmpstr (fys_record_get_note (self->record), ==, "Kept in mind");

  /* Until what was in the way is gone. */
  g_assert_cmpint (g_remove (self->obstacle), ==, 0);
  g_assert_cmpint (g_mkdir (self->obstacle, 0700), ==, 0);
  fys_record_retry (self->record);
  journal_fixture_wait (is_saved, self->record);
  g_assert_null (fys_record_get_error (self->record));
  assert_kept (self, 1, "Kept in mind");
}

static void
test_edit (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;

  create_record (self);
  journal_fixture_wait (is_saved, self->record);
  g_clear_object (&self->record);

  entries = journal_fixture_list (self->journal);
  self->record = fys_record_new_for_entry (self->journal, find_entry (entries, "Bridge"));
  g_assert_cmpint (fys_record_get_state (self->record), ==, FYS_RECORD_SAVED);
  fys_record_set_pain_before (self->record, 9);
  journal_fixture_wait (is_saved, self->record);
  g_clear_pointer (&entries, g_ptr_array_unref);

  entries = journal_fixture_list (self->journal);
  g_assert_cmpint (find_entry (entries, "Bridge")->pain_before, ==, 9);
  g_assert_cmpint (find_entry (entries, "Squat")->pain_before, ==, 5);
}

static void
add (const char *path,
     gboolean    fails,
     void        (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, GINT_TO_POINTER (fails), set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/journal/record/save", FALSE, test_save);
  add ("/journal/record/answer-at-once", FALSE, test_answer_at_once);
  add ("/journal/record/leave", FALSE, test_leave);
  add ("/journal/record/fail", TRUE, test_fail);
  add ("/journal/record/edit", FALSE, test_edit);
  return g_test_run ();
}
