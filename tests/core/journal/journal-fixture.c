/* journal-fixture.c - a journal in a folder that is thrown away
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "journal-fixture.h"

#include <glib/gstdio.h>

#include "file-tree.h"

/* 2026-03-01 07:30 UTC, and a day more for every number */
#define FIRST_UNIX_S G_GINT64_CONSTANT (1772350200)
#define DAY_S        86400

/* Some tests make hundreds of files, and nothing in them depends on what the disk is. In memory, no sync waits for it. */
#define MEMORY "/dev/shm"

/* Returns: (transfer full): a new folder */
static char *
make_root (void)
{
  g_autoptr (GError) error = NULL;
  char              *root = g_strdup (MEMORY "/fysbog-journal-XXXXXX");

  if (g_mkdtemp (root) != NULL)
    return root;
  g_free (root);
  root = g_dir_make_tmp ("fysbog-journal-XXXXXX", &error);
  g_assert_no_error (error);
  return root;
}

void
journal_fixture_set_up (JournalFixture *self,
                        gconstpointer   user_data)
{
  self->root = make_root ();
  self->folder = g_build_filename (self->root, "data", "fysbog", NULL);
  self->path = g_build_filename (self->folder, "journal.sqlite", NULL);
  self->journal = fys_journal_new (self->path);
}

void
journal_fixture_tear_down (JournalFixture *self,
                           gconstpointer   user_data)
{
  g_clear_pointer (&self->journal, g_object_unref);
  file_tree_remove (self->root);
  g_free (self->path);
  g_free (self->folder);
  g_free (self->root);
}

void
journal_fixture_reopen (JournalFixture *self)
{
  g_clear_pointer (&self->journal, g_object_unref);
  self->journal = fys_journal_new (self->path);
}

void
journal_fixture_empty (JournalFixture *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char      *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
}

FysJournalEntry *
journal_entry_new (guint number)
{
  FysJournalEntry *entry = fys_journal_entry_new ();

  g_free (entry->article);
  g_free (entry->article_title);
  g_free (entry->exercise);
  g_free (entry->note);
  entry->started_unix_s = FIRST_UNIX_S + (gint64) number * DAY_S;
  entry->utc_offset_s = number % 2 == 0 ? 3600 : -12600;
  entry->article = g_strdup_printf ("blog/knæ-%u", number);
  entry->article_title = g_strdup_printf ("Ondt i knæet, del %u", number);
  entry->exercise = g_strdup_printf ("Stræk „%u”", number);
  entry->hold_s = 20 + number % 11;
  entry->reps = 2 + number % 7;
  entry->sets = 1 + number % 3;
  entry->rest_s = number % 60;
  entry->is_per_side = number % 2 == 1;
  entry->n_planned = 12 + number % 5;
  entry->n_done = number % 12;
  entry->active_s = 180 + number;
  entry->pain_before = number % 4 == 3 ? FYS_JOURNAL_PAIN_UNKNOWN : (int) (number % 11);
  entry->pain_after = number % 5 == 4 ? FYS_JOURNAL_PAIN_UNKNOWN : (int) (number % 7);
  entry->note = number % 6 == 5 ? g_strdup ("") : g_strdup_printf ("Gik godt,\n\"%u\" 🙂; -- '", number);
  return entry;
}

GPtrArray *
journal_entries_new (guint first,
                     guint n)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) fys_journal_entry_free);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (entries, journal_entry_new (first + i));
  return entries;
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GAsyncResult **answer = user_data;

  *answer = g_object_ref (result);
}

/* Returns: (transfer full): what the call that was just made is answered with */
static GAsyncResult *
wait_for (GAsyncResult **answer)
{
  while (*answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *answer;
}

FysJournalOpening *
journal_open (FysJournal *journal,
              GError    **error)
{
  g_autoptr (GAsyncResult) answer = NULL;

  fys_journal_open_async (journal, NULL, answered_cb, &answer);
  return fys_journal_open_finish (journal, wait_for (&answer), error);
}

GArray *
journal_add (FysJournal *journal,
             GPtrArray  *entries,
             GError    **error)
{
  g_autoptr (GAsyncResult) answer = NULL;

  fys_journal_add_async (journal, entries, NULL, answered_cb, &answer);
  return fys_journal_add_finish (journal, wait_for (&answer), error);
}

gboolean
journal_update (FysJournal            *journal,
                const FysJournalEntry *entry,
                GError               **error)
{
  g_autoptr (GAsyncResult) answer = NULL;

  fys_journal_update_async (journal, entry, NULL, answered_cb, &answer);
  return fys_journal_update_finish (journal, wait_for (&answer), error);
}

gboolean
journal_delete (FysJournal *journal,
                gint64      id,
                GError    **error)
{
  g_autoptr (GAsyncResult) answer = NULL;

  fys_journal_delete_async (journal, id, NULL, answered_cb, &answer);
  return fys_journal_delete_finish (journal, wait_for (&answer), error);
}

gboolean
journal_delete_all (FysJournal *journal,
                    GError    **error)
{
  g_autoptr (GAsyncResult) answer = NULL;

  fys_journal_delete_all_async (journal, NULL, answered_cb, &answer);
  return fys_journal_delete_all_finish (journal, wait_for (&answer), error);
}

gssize
journal_import (FysJournal *journal,
                GPtrArray  *entries,
                GError    **error)
{
  g_autoptr (GAsyncResult) answer = NULL;

  fys_journal_import_async (journal, entries, NULL, answered_cb, &answer);
  return fys_journal_import_finish (journal, wait_for (&answer), error);
}

GPtrArray *
journal_list (FysJournal *journal,
              GError    **error)
{
  g_autoptr (GAsyncResult) answer = NULL;

  fys_journal_list_async (journal, NULL, answered_cb, &answer);
  return fys_journal_list_finish (journal, wait_for (&answer), error);
}

gint64
journal_add_one (FysJournal            *journal,
                 const FysJournalEntry *entry)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autoptr (GArray)    ids = NULL;
  g_autoptr (GError)    error = NULL;

  g_ptr_array_add (entries, (gpointer) entry);
  ids = journal_add (journal, entries, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 1);
  return g_array_index (ids, gint64, 0);
}

void
journal_run_child (const char *program,
                   ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GError)    error = NULL;
  const char           *argument;
  va_list               list;
  int                   status;

  g_ptr_array_add (arguments, (gpointer) program);
  va_start (list, program);
  while ((argument = va_arg (list, const char *)) != NULL)
    g_ptr_array_add (arguments, (gpointer) argument);
  va_end (list);
  g_ptr_array_add (arguments, NULL);

  /* What it prints would be taken for the test's own results. */
  g_spawn_sync (NULL, (char **) arguments->pdata, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
}

void
journal_assert_entry (const FysJournalEntry *entry,
                      const FysJournalEntry *expected)
{
  g_assert_cmpint (entry->started_unix_s, ==, expected->started_unix_s);
  g_assert_cmpstr (entry->exercise, ==, expected->exercise);
  g_assert_cmpstr (entry->note, ==, expected->note);
  g_assert_true (fys_journal_entry_equal (entry, expected));
}

void
journal_assert_list (FysJournal *journal,
                     GPtrArray  *entries)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) list = journal_list (journal, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, entries->len);
  for (guint i = 0; i < entries->len; i++)
    journal_assert_entry (g_ptr_array_index (list, i), g_ptr_array_index (entries, i));
}
