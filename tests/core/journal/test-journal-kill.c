/* test-journal-kill.c - a program that is killed while it saves has saved what it said it had
 *
 * The program is this one: started again with --save, it makes the changes of journal-script.h and writes a byte for each that was reported as
 * saved. Killed at any moment, the journal holds these, and the next one or not.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/journal/fys-journal.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "faulty-vfs.h"
#include "journal-script.h"

#define SAVE "--save"

/* From an empty folder; enough for every kind of change, on a file that was just made and on one with a WAL. */
#define N_CHANGES_FROM_NEW 6
/* At a moment that nobody chose. */
#define N_RANDOM_KILLS 120
#define N_RANDOM_KILLS_ASIDE 60
#define N_IN_DAMAGED 30
/* No change needs as many calls. */
#define MAX_CALLS 1000

static const char *own_path;

/* --save PATH FAULT N FIRST COUNT: with a COUNT of 0 it opens the journal only. */
static int
save (char **arguments)
{
  g_autoptr (FysJournal) journal = fys_journal_new (arguments[0]);
  guint                  first = (guint) atoi (arguments[3]);
  guint                  count = (guint) atoi (arguments[4]);

  faulty_vfs_register ();
  faulty_vfs_arm ((Fault) atoi (arguments[1]), (guint) atoi (arguments[2]));
  fys_journal_opening_free (journal_open (journal, NULL));
  for (guint i = 0; i < count; i++)
    {
      g_autoptr (GError) error = NULL;

      journal_script_make (journal, first + i, &error);
      g_assert_no_error (error);
      g_assert_cmpint (write (STDOUT_FILENO, "+", 1), ==, 1);
    }
  return EXIT_SUCCESS;
}

/* @out_answers: a pipe */
static pid_t
start (const char *path,
       Fault       fault,
       guint       n,
       guint       first,
       guint       count,
       int        *out_answers)
{
  g_autofree char   *fault_text = g_strdup_printf ("%d", (int) fault);
  g_autofree char   *n_text = g_strdup_printf ("%u", n);
  g_autofree char   *first_text = g_strdup_printf ("%u", first);
  g_autofree char   *count_text = g_strdup_printf ("%u", count);
  const char        *arguments[] = { own_path, SAVE, path, fault_text, n_text, first_text, count_text, NULL };
  g_autoptr (GError) error = NULL;
  GPid               pid;

  g_spawn_async_with_pipes (NULL, (char **) arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL, out_answers, NULL, &error);
  g_assert_no_error (error);
  return pid;
}

/* Returns: how many answers came until the end, or until there were @at_most */
static guint
count_answers (int   answers,
               guint at_most)
{
  guint n = 0;
  char  answer;

  while (n < at_most && read (answers, &answer, 1) == 1)
    n++;
  return n;
}

/* Returns: whether it was killed */
static gboolean
wait_for_end (pid_t pid)
{
  int status;

  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  if (WIFSIGNALED (status))
    {
      g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
      return TRUE;
    }
  g_assert_cmpint (WEXITSTATUS (status), ==, EXIT_SUCCESS);
  return FALSE;
}

/* Asserts that the journal is what @state is after @n_answered changes from @first, or one more. Returns: (transfer full): what it is */
static GArray *
assert_saved (const char *path,
              GArray     *state,
              guint       first,
              guint       n_answered,
              guint      *out_n_made)
{
  g_autoptr (FysJournal)        journal = fys_journal_new (path);
  g_autoptr (GError)            error = NULL;
  g_autoptr (FysJournalOpening) opening = journal_open (journal, &error);
  g_autoptr (GArray)            expected = g_array_ref (state);
  g_autoptr (GArray)            next = NULL;
  GArray                       *found;

  g_assert_no_error (error);
  g_assert_null (opening->set_aside);
  g_assert_no_error (opening->obstacle);
  for (guint i = 0; i < n_answered; i++)
    {
      GArray *after = journal_script_after (expected, first + i);

      g_array_unref (expected);
      expected = after;
    }
  next = journal_script_after (expected, first + n_answered);
  found = journal_script_read (journal);
  *out_n_made = journal_script_equal (found, expected) ? n_answered : n_answered + 1;
  g_assert_true (*out_n_made == n_answered || journal_script_equal (found, next));
  return found;
}

/* Returns: whether the program was killed before it was through */
static gboolean
kill_at_call (Fault fault,
              guint n)
{
  JournalFixture     fixture;
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) found = NULL;
  int                answers;
  guint              n_answered;
  guint              n_made;
  pid_t              pid;
  gboolean           was_killed;

  journal_fixture_set_up (&fixture, NULL);
  pid = start (fixture.path, fault, n, 0, N_CHANGES_FROM_NEW, &answers);
  n_answered = count_answers (answers, G_MAXUINT);
  was_killed = wait_for_end (pid);
  g_assert_true (close (answers) == 0);

  found = assert_saved (fixture.path, none, 0, n_answered, &n_made);
  journal_script_assert_sound (fixture.path);
  journal_fixture_tear_down (&fixture, NULL);
  return was_killed;
}

static void
test_at_every_call (gconstpointer user_data)
{
  Fault fault = (Fault) GPOINTER_TO_INT (user_data);
  guint n = 1;

  while (kill_at_call (fault, n))
    {
      n++;
      g_assert_cmpuint (n, <, MAX_CALLS);
    }
  g_test_message ("killed at each of %u calls", n - 1);
  g_assert_cmpuint (n, >, 50);
}

/* One journal goes through all of it. */
static void
test_at_random (JournalFixture *fixture,
                gconstpointer   user_data)
{
  g_autoptr (GArray) state = g_array_new (FALSE, FALSE, sizeof (guint));
  guint              first = 0;

  for (guint i = 0; i < N_RANDOM_KILLS; i++)
    {
      guint   n_answered;
      guint   n_made;
      int     answers;
      pid_t   pid = start (fixture->path, FAULT_NONE, 0, first, 1000, &answers);
      GArray *found;

      n_answered = count_answers (answers, (guint) g_test_rand_int_range (0, 4));
      g_usleep ((gulong) g_test_rand_int_range (0, 4000)); /* anywhere in the next changes */
      g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
      g_assert_true (wait_for_end (pid));
      n_answered += count_answers (answers, G_MAXUINT);
      g_assert_true (close (answers) == 0);

      found = assert_saved (fixture->path, state, first, n_answered, &n_made);
      g_array_unref (state);
      state = found;
      first += n_made;
    }
  g_test_message ("%u changes, %u entries", first, state->len);
  journal_script_assert_sound (fixture->path);
}

/** Damaged: a file whose first page is gone, and what it held. */
typedef struct
{
  char *bytes;
  gsize n_bytes;
} Damaged;

static Damaged
make_damaged (JournalFixture *fixture)
{
  g_autoptr (GPtrArray) entries = journal_entries_new (0, N_IN_DAMAGED);
  g_autoptr (GError)    error = NULL;
  Damaged               self;

  g_array_unref (journal_add (fixture->journal, entries, &error));
  g_assert_no_error (error);
  g_clear_object (&fixture->journal);
  g_file_get_contents (fixture->path, &self.bytes, &self.n_bytes, &error);
  g_assert_no_error (error);
  memset (self.bytes, 0, 4096);
  return self;
}

/* Asserts that every entry is in the journal, and every byte of the damaged file in some file. */
static void
assert_nothing_lost (JournalFixture *fixture,
                     const Damaged  *damaged)
{
  g_autoptr (FysJournal) journal = fys_journal_new (fixture->path);
  g_autoptr (GError)     error = NULL;
  g_autoptr (GPtrArray)  list = journal_list (journal, &error);
  g_autoptr (GDir)       dir = g_dir_open (fixture->folder, 0, NULL);
  gboolean               is_found = FALSE;
  const char            *name;

  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, N_IN_DAMAGED);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize            n_bytes;

      g_file_get_contents (path, &bytes, &n_bytes, &error);
      g_assert_no_error (error);
      is_found = is_found || (n_bytes == damaged->n_bytes && memcmp (bytes, damaged->bytes, n_bytes) == 0);
    }
  g_assert_true (is_found);
}

/* A program that is killed while it sets a damaged file aside: at every call by which SQLite makes the new one, then at random. */
static void
test_while_set_aside (JournalFixture *fixture,
                      gconstpointer   user_data)
{
  Damaged  damaged = make_damaged (fixture);
  gboolean was_killed = TRUE;
  guint    n_random = 0;

  for (guint n = 1; n_random < N_RANDOM_KILLS_ASIDE; n++)
    {
      g_autoptr (GError) error = NULL;
      pid_t              pid;
      int                answers;

      g_file_set_contents (fixture->path, damaged.bytes, (gssize) damaged.n_bytes, &error);
      g_assert_no_error (error);
      if (was_killed)
        {
          pid = start (fixture->path, FAULT_KILL, n, 0, 0, &answers);
          was_killed = wait_for_end (pid);
          g_assert_true (was_killed || n > 10);
        }
      else
        {
          pid = start (fixture->path, FAULT_NONE, 0, 0, 0, &answers);
          g_usleep ((gulong) g_test_rand_int_range (0, 8000));
          g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
          (void) wait_for_end (pid); /* it may have been through */
          n_random++;
        }
      g_assert_true (close (answers) == 0);
      assert_nothing_lost (fixture, &damaged);
      journal_fixture_empty (fixture);
    }
  g_free (damaged.bytes);
}

int
main (int    argc,
      char **argv)
{
  if (argc == 7 && strcmp (argv[1], SAVE) == 0)
    return save (argv + 2);

  own_path = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/journal/kill/at-every-call", GINT_TO_POINTER (FAULT_KILL), test_at_every_call);
  g_test_add_data_func ("/journal/kill/in-every-write", GINT_TO_POINTER (FAULT_KILL_HALF), test_at_every_call);
  g_test_add ("/journal/kill/at-random", JournalFixture, NULL, journal_fixture_set_up, test_at_random, journal_fixture_tear_down);
  g_test_add ("/journal/kill/while-set-aside", JournalFixture, NULL, journal_fixture_set_up, test_while_set_aside, journal_fixture_tear_down);
  return g_test_run ();
}
