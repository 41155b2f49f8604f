/* journal-ui-fixture.c - what the tests of the journal's widgets share
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "journal-ui-fixture.h"

#include <glib/gstdio.h>

/* Not a measure of speed: far beyond what a loaded machine needs, so that a test that hangs says where. */
#define TOO_LONG_S 60

FysJournalEntry *
journal_fixture_entry (int         n_days,
                       const char *exercise,
                       int         before,
                       int         after)
{
  FysJournalEntry *entry = fys_journal_entry_new ();

  entry->started_unix_s = FIXTURE_START_S + n_days * (gint64) FIXTURE_DAY_S;
  entry->utc_offset_s = 3600;
  g_free (entry->article);
  entry->article = g_strdup ("knee.md");
  g_free (entry->article_title);
  entry->article_title = g_strdup ("Knee");
  g_free (entry->exercise);
  entry->exercise = g_strdup (exercise);
  entry->n_planned = 10;
  entry->n_done = 8;
  entry->active_s = 90;
  entry->pain_before = before;
  entry->pain_after = after;
  return entry;
}

GPtrArray *
journal_fixture_entries (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) fys_journal_entry_free);
}

char *
journal_fixture_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("fysbog-journal-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

void
journal_fixture_remove (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (folder);
}

void
journal_fixture_wait (gboolean (*is_done) (gpointer data),
                      gpointer data)
{
  gint64 end_us = g_get_monotonic_time () + TOO_LONG_S * G_USEC_PER_SEC;

  while (!is_done (data))
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
      if (g_get_monotonic_time () > end_us)
        g_error ("what was waited for did not happen");
    }
}

static gboolean
has_result (gpointer result)
{
  return *(GAsyncResult **) result != NULL;
}

static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

void
journal_fixture_add (FysJournal *journal,
                     GPtrArray  *entries)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;

  fys_journal_add_async (journal, entries, NULL, keep_result_cb, &result);
  journal_fixture_wait (has_result, &result);
  ids = fys_journal_add_finish (journal, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, entries->len);
}

GPtrArray *
journal_fixture_list (FysJournal *journal)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *entries;

  fys_journal_list_async (journal, NULL, keep_result_cb, &result);
  journal_fixture_wait (has_result, &result);
  entries = fys_journal_list_finish (journal, result, &error);
  g_assert_no_error (error);
  return entries;
}
