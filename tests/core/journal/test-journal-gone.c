/* test-journal-gone.c - what was deleted is nowhere in the folder any more
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/journal/fys-journal.h"

#include <glib/gstdio.h>
#include <string.h>

#include "journal-fixture.h"

/* Whether @text is in any file of @folder, or in the name of one. */
static gboolean
is_in_folder (const char *folder,
              const char *text)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char      *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char   *path = g_build_filename (folder, name, NULL);
      g_autofree char   *bytes = NULL;
      g_autoptr (GError) error = NULL;
      gsize              n_bytes;

      g_file_get_contents (path, &bytes, &n_bytes, &error);
      g_assert_no_error (error);
      if (memmem (bytes, n_bytes, text, strlen (text)) != NULL)
        return TRUE;
    }
  return FALSE;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint            n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* Returns: (transfer full): an entry whose note has @mark at its beginning, its middle and its end */
static FysJournalEntry *
marked_entry_new (guint       number,
                  const char *mark,
                  gsize       padding)
{
  FysJournalEntry *entry = journal_entry_new (number);
  g_autofree char *spaces = g_strnfill (padding, '.');

  g_free (entry->note);
  entry->note = g_strconcat (mark, spaces, mark, spaces, mark, NULL);
  return entry;
}

static void
test_one (JournalFixture *fixture,
          gconstpointer   user_data)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 150; i++)
    {
      g_autofree char            *mark = g_strdup_printf ("mark-%u-mark", i);
      /* Some fill several pages of the file. */
      g_autoptr (FysJournalEntry) entry = marked_entry_new (i, mark, (gsize) g_test_rand_int_range (0, i % 10 == 0 ? 20000 : 300));
      gint64                      id = journal_add_one (fixture->journal, entry);

      g_ptr_array_add (ids, g_memdup2 (&id, sizeof id));
      g_assert_true (is_in_folder (fixture->folder, mark));
    }
  for (guint i = 0; i < 120; i++)
    {
      guint             at = (guint) g_test_rand_int_range (0, (gint32) ids->len);
      gint64            id = *(gint64 *) g_ptr_array_index (ids, at);
      g_autofree char  *mark = g_strdup_printf ("mark-%u-mark", (guint) id - 1);
      g_autoptr (GError) error = NULL;

      if (i % 2 == 0)
        {
          /* An old note is gone too. */
          g_autoptr (FysJournalEntry) changed = marked_entry_new ((guint) id - 1, "other", (gsize) g_test_rand_int_range (0, 2000));

          changed->id = id;
          g_assert_true (journal_update (fixture->journal, changed, &error));
        }
      else
        g_assert_true (journal_delete (fixture->journal, id, &error));
      g_assert_no_error (error);
      g_assert_false (is_in_folder (fixture->folder, mark));
      g_ptr_array_remove_index_fast (ids, at);
    }
}

static void
test_all (JournalFixture *fixture,
          gconstpointer   user_data)
{
  g_autoptr (FysJournalEntry)   first = marked_entry_new (0, "the first secret", 5000);
  g_autoptr (FysJournalEntry)   second = marked_entry_new (1, "the second secret", 10);
  g_autoptr (FysJournalEntry)   next = journal_entry_new (2);
  g_autoptr (GPtrArray)         list = g_ptr_array_new ();
  g_autoptr (GPtrArray)         many = journal_entries_new (10, 500);
  g_autoptr (FysJournalOpening) opening = NULL;
  g_autoptr (GError)            error = NULL;
  g_autofree char              *new_file = g_strconcat (fixture->path, ".new", NULL); /* what a crash left while a file was being set aside */
  gint64                        last;

  /* A file set aside, and one from an earlier time with all that belongs to it. */
  (void) journal_add_one (fixture->journal, first);
  g_clear_object (&fixture->journal);
  {
    g_autofree char *bytes = NULL;
    g_autofree char *old = g_strconcat (fixture->path, ".broken-20240229-120000", NULL);
    g_autofree char *old_wal = g_strconcat (old, "-wal", NULL);
    gsize            n_bytes;

    g_file_get_contents (fixture->path, &bytes, &n_bytes, &error);
    g_assert_no_error (error);
    g_file_set_contents (old, bytes, (gssize) n_bytes, &error);
    g_file_set_contents (old_wal, "the first secret", -1, &error);
    memset (bytes, 0, 100);
    g_file_set_contents (fixture->path, bytes, (gssize) n_bytes, &error);
    g_assert_no_error (error);
  }
  fixture->journal = fys_journal_new (fixture->path);
  g_array_unref (journal_add (fixture->journal, many, &error));
  last = journal_add_one (fixture->journal, second);
  g_file_set_contents (new_file, "the first secret", -1, &error);
  g_assert_no_error (error);
  g_assert_true (is_in_folder (fixture->folder, "the first secret"));
  g_assert_true (is_in_folder (fixture->folder, "the second secret"));
  g_assert_true (is_in_folder (fixture->folder, "blog/kn\303\246-10"));

  g_assert_true (journal_delete_all (fixture->journal, &error));
  g_assert_no_error (error);
  g_assert_false (is_in_folder (fixture->folder, "secret"));
  g_assert_false (is_in_folder (fixture->folder, "blog/"));
  g_assert_false (is_in_folder (fixture->folder, "Ondt i"));
  journal_assert_list (fixture->journal, list);
  /* Nothing is told of a file that is not there any more. */
  opening = journal_open (fixture->journal, &error);
  g_assert_null (opening->set_aside);

  /* And it goes on. */
  g_assert_cmpint (journal_add_one (fixture->journal, next), >, last);
  g_ptr_array_add (list, next);
  journal_fixture_reopen (fixture);
  journal_assert_list (fixture->journal, list);
  g_clear_object (&fixture->journal);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* Other files in the folder are not ours. */
static void
test_others (JournalFixture *fixture,
             gconstpointer   user_data)
{
  static const char *const names[] = { "journal.sqlite.backup", "index.sqlite", "my-journal.sqlite.broken-20240229-120000" };
  g_autoptr (FysJournalEntry) entry = journal_entry_new (0);
  g_autoptr (GError)          error = NULL;

  (void) journal_add_one (fixture->journal, entry);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      g_file_set_contents (path, "kept", -1, &error);
      g_assert_no_error (error);
    }
  g_assert_true (journal_delete_all (fixture->journal, &error));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

#define ADD(path, test) g_test_add (path, JournalFixture, NULL, journal_fixture_set_up, test, journal_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/journal/gone/one", test_one);
  ADD ("/journal/gone/all", test_all);
  ADD ("/journal/gone/others", test_others);
  return g_test_run ();
}
