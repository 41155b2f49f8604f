/* test-journal-full.c - a disk that is full or fails: the caller is told, nothing that was saved is lost, and the next change works
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/journal/fys-journal.h"

#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#include "faulty-vfs.h"
#include "journal-script.h"

#define LIMITED "--limited"
#define SMALL   "--small"

#define N_CHANGES  6
#define MAX_CALLS  1000
#define LIMIT      (256 * 1024)
#define SMALL_SIZE "size=256k"

static const char *own_path;

/* Adds entries until one is refused. Returns: how many were not */
static guint
fill (FysJournal *journal)
{
  for (guint n = 0;; n++)
    {
      g_autoptr (GPtrArray) entries = journal_entries_new (n, 1);
      FysJournalEntry      *entry = g_ptr_array_index (entries, 0);
      g_autoptr (GArray)    ids = NULL;
      g_autoptr (GError)    error = NULL;

      g_assert_cmpuint (n, <, 10000);
      g_free (entry->note);
      entry->note = g_strnfill (900, 'n');
      ids = journal_add (journal, entries, &error);
      if (ids != NULL)
        continue;
      g_assert_error (error, FYS_JOURNAL_ERROR, FYS_JOURNAL_ERROR_FULL);
      return n;
    }
}

static void
assert_n (const char *path,
          guint       n)
{
  g_autoptr (FysJournal)        journal = fys_journal_new (path);
  g_autoptr (GError)            error = NULL;
  g_autoptr (FysJournalOpening) opening = journal_open (journal, &error);
  g_autoptr (GPtrArray)         list = NULL;

  g_assert_no_error (error);
  g_assert_null (opening->set_aside);
  list = journal_list (journal, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, n);
}

static void
set_limit (rlim_t n_bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = n_bytes;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* --limited PATH: no file may become larger than LIMIT, until it may again. */
static int
run_limited (const char *path)
{
  g_autoptr (FysJournal)      journal = fys_journal_new (path);
  g_autoptr (FysJournalEntry) entry = journal_entry_new (9999);
  guint                       n;

  (void) signal (SIGXFSZ, SIG_IGN);
  set_limit (LIMIT);
  n = fill (journal);
  g_assert_cmpuint (n, >, 20);
  assert_n (path, n);
  set_limit (RLIM_INFINITY);
  (void) journal_add_one (journal, entry);
  g_clear_object (&journal);
  assert_n (path, n + 1);
  return EXIT_SUCCESS;
}

/* --small FOLDER: on a disk of its own that is really full, until there is room again. */
static int
run_small (const char *folder)
{
  g_autofree char            *path = g_build_filename (folder, "journal.sqlite", NULL);
  g_autofree char            *ballast = g_build_filename (folder, "ballast", NULL);
  g_autofree char            *bytes = g_strnfill (64 * 1024, 'b');
  g_autoptr (FysJournal)      journal = NULL;
  g_autoptr (FysJournalEntry) entry = journal_entry_new (9999);
  g_autoptr (GError)          error = NULL;
  guint                       n;

  if (unshare (CLONE_NEWNS) != 0 || mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 ||
      mount ("small", folder, "tmpfs", 0, SMALL_SIZE) != 0)
    {
      g_printerr ("# this user cannot make a small disk\n");
      return EXIT_SUCCESS;
    }
  g_file_set_contents (ballast, bytes, 64 * 1024, &error);
  g_assert_no_error (error);
  journal = fys_journal_new (path);
  n = fill (journal);
  g_assert_cmpuint (n, >, 5);
  assert_n (path, n);
  g_assert_cmpint (unlink (ballast), ==, 0);
  (void) journal_add_one (journal, entry);
  g_clear_object (&journal);
  assert_n (path, n + 1);
  return EXIT_SUCCESS;
}

static void
test_limited (JournalFixture *fixture,
              gconstpointer   user_data)
{
  journal_run_child (own_path, LIMITED, fixture->path, NULL);
}

static void
test_small (JournalFixture *fixture,
            gconstpointer   user_data)
{
  g_assert_cmpint (g_mkdir_with_parents (fixture->folder, 0700), ==, 0);
  journal_run_child (own_path, SMALL, fixture->folder, NULL);
}

/* Returns: whether the fault came before the changes were through */
static gboolean
fail_at_call (Fault fault,
              guint n)
{
  JournalFixture     fixture;
  g_autoptr (GArray) state = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) found = NULL;
  guint              n_calls = 0;

  journal_fixture_set_up (&fixture, NULL);
  faulty_vfs_arm (fault, n);
  for (guint i = 0; i < 2 * N_CHANGES; i++)
    {
      g_autoptr (GError) error = NULL;

      if (i == N_CHANGES)
        n_calls = faulty_vfs_disarm ();
      if (journal_script_make (fixture.journal, i, &error))
        {
          GArray *after = journal_script_after (state, i);

          g_array_unref (state);
          state = after;
        }
      else if (fault == FAULT_IO_ERROR)
        g_assert_true (error->domain == FYS_JOURNAL_ERROR);
      else
        g_assert_error (error, FYS_JOURNAL_ERROR, FYS_JOURNAL_ERROR_FULL);
      g_assert_true (i < N_CHANGES || error == NULL);
    }
  journal_fixture_reopen (&fixture);
  found = journal_script_read (fixture.journal);
  g_assert_true (journal_script_equal (found, state));
  {
    g_autoptr (FysJournalOpening) opening = journal_open (fixture.journal, NULL);

    g_assert_null (opening->set_aside);
  }
  g_clear_object (&fixture.journal);
  journal_script_assert_sound (fixture.path);
  journal_fixture_tear_down (&fixture, NULL);
  return n_calls >= n;
}

static void
test_at_every_call (gconstpointer user_data)
{
  Fault fault = (Fault) GPOINTER_TO_INT (user_data);
  guint n = 1;

  faulty_vfs_register ();
  while (fail_at_call (fault, n))
    {
      n++;
      g_assert_cmpuint (n, <, MAX_CALLS);
    }
  g_test_message ("failed at each of %u calls", n - 1);
  g_assert_cmpuint (n, >, 50);
}

#define ADD(path, test) g_test_add (path, JournalFixture, NULL, journal_fixture_set_up, test, journal_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  if (argc == 3 && strcmp (argv[1], LIMITED) == 0)
    return run_limited (argv[2]);
  if (argc == 3 && strcmp (argv[1], SMALL) == 0)
    return run_small (argv[2]);

  own_path = argv[0];
  g_test_init (&argc, &argv, NULL);
  ADD ("/journal/full/limited", test_limited);
  ADD ("/journal/full/small-disk", test_small);
  g_test_add_data_func ("/journal/full/at-every-call", GINT_TO_POINTER (FAULT_FULL), test_at_every_call);
  g_test_add_data_func ("/journal/full/from-every-call-on", GINT_TO_POINTER (FAULT_ALL_FULL), test_at_every_call);
  g_test_add_data_func ("/journal/full/disk-fails", GINT_TO_POINTER (FAULT_IO_ERROR), test_at_every_call);
  return g_test_run ();
}
