/* test-library-kill.c - programs that are killed while they index, and two that have the same index
 *
 * The other program is this one: started again with --index it has a library of its own with the same index and folder, and writes a byte each time
 * that it has looked at all folders. SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/library/fys-library-private.h"
#include "faulty-vfs.h"
#include "shelf.h"

#define add_test(path, function) g_test_add (path, Shelf, NULL, shelf_set_up, function, shelf_tear_down)

#define INDEX "--index"

#define N_ARTICLES     12
#define MAX_CALLS      2000
#define N_RANDOM_KILLS 20

static const char *own_path;

static void
news_cb (FysLibrary *library,
         gpointer    user_data)
{
  guint *n_told = user_data;

  for (; *n_told < fys_library_get_n_scans (library); (*n_told)++)
    g_assert_cmpint (write (STDOUT_FILENO, "+", 1), ==, 1);
}

/* --index INDEX ARTICLES FAULT N: until it is killed, or with N scans done when there is no fault to come. */
static int
run_index (char **arguments)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) fys_library_source_free);
  g_autoptr (FysLibrary) library = NULL;
  Fault fault = (Fault) atoi (arguments[2]);
  guint n_told = 0;

  faulty_vfs_register ();
  faulty_vfs_arm (fault, (guint) atoi (arguments[3]));
  g_ptr_array_add (sources, fys_library_source_new (FYS_SOURCE_SHIPPED, arguments[1]));
  library = fys_library_new (arguments[0], sources);
  fys_library_start (library);
  while (fault == FAULT_NONE || n_told == 0)
    {
      g_main_context_iteration (NULL, TRUE);
      news_cb (library, &n_told);
    }
  return EXIT_SUCCESS;
}

/* @out_answers: a pipe. Returns: its process */
static GPid
start_other (Shelf *shelf,
             Fault  fault,
             guint  n,
             int   *out_answers)
{
  g_autofree char   *fault_text = g_strdup_printf ("%d", (int) fault);
  g_autofree char   *n_text = g_strdup_printf ("%u", n);
  const char        *arguments[] = { own_path, INDEX, shelf->index, shelf->articles, fault_text, n_text, NULL };
  g_autoptr (GError) error = NULL;
  GPid               pid;

  g_spawn_async_with_pipes (NULL, (char **) arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL, out_answers, NULL, &error);
  g_assert_no_error (error);
  return pid;
}

/* Returns: whether it was killed */
static gboolean
wait_for_end (GPid pid)
{
  int status;

  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  if (!WIFSIGNALED (status))
    {
      g_assert_cmpint (WEXITSTATUS (status), ==, EXIT_SUCCESS);
      return FALSE;
    }
  g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
  return TRUE;
}

static void
wait_for_answer (int answers)
{
  char answer;

  g_assert_cmpint (read (answers, &answer, 1), ==, 1);
}

static void
write_articles (Shelf *shelf,
                guint  n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("articles/a%03u.md", i);
      g_autofree char *title = g_strdup_printf ("Artikel %03u", i);

      shelf_write_article (shelf, path, title, "smerte");
    }
}

/* Returns: (transfer full): the keys of write_articles() */
static char *
dup_keys (guint n)
{
  GString *keys = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (keys, "%sa%03u", i > 0 ? " " : "", i);
  return g_string_free (keys, FALSE);
}

static void
assert_whole (Shelf *shelf,
              guint  n)
{
  g_autofree char *keys = dup_keys (n);

  shelf_start (shelf);
  shelf_assert_keys (shelf, keys);
  shelf_reopen (shelf);
}

static void
test_kill (Shelf        *shelf,
           gconstpointer user_data)
{
  const Fault faults[] = { FAULT_KILL, FAULT_KILL_HALF };

  write_articles (shelf, N_ARTICLES);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      gboolean was_killed = TRUE;

      for (guint n = 1; was_killed; n += MAX (n / 8, 1))
        {
          int  answers;
          GPid pid = start_other (shelf, faults[i], n, &answers);

          was_killed = wait_for_end (pid);
          g_assert_cmpint (close (answers), ==, 0);
          assert_whole (shelf, N_ARTICLES);
          g_assert_cmpint (g_remove (shelf->index), ==, 0);
          g_assert_cmpuint (n, <, MAX_CALLS);
        }
    }
}

/* At a moment that nobody chose, again and again with the same index. */
static void
test_kill_at_random (Shelf        *shelf,
                     gconstpointer user_data)
{
  write_articles (shelf, 60);
  for (guint i = 0; i < N_RANDOM_KILLS; i++)
    {
      int  answers;
      GPid pid = start_other (shelf, FAULT_NONE, 0, &answers);

      g_usleep ((gulong) g_test_rand_int_range (0, 60000));
      g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
      g_assert_true (wait_for_end (pid));
      g_assert_cmpint (close (answers), ==, 0);
      if (i % 5 == 4)
        {
          assert_whole (shelf, 60);
          g_assert_cmpint (g_remove (shelf->index), ==, 0);
        }
    }
}

/* The second one reads what the first one writes, and writes when that is gone. */
static void
test_two_programs (Shelf        *shelf,
                   gconstpointer user_data)
{
  g_autofree char *keys = dup_keys (N_ARTICLES + 2);
  int              answers;
  GPid             pid;

  write_articles (shelf, N_ARTICLES);
  pid = start_other (shelf, FAULT_NONE, 0, &answers);
  wait_for_answer (answers);
  shelf_start (shelf);
  shelf_wait_for_n (shelf, N_ARTICLES);

  write_articles (shelf, N_ARTICLES + 1);
  shelf_wait_for_n (shelf, N_ARTICLES + 1);

  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  g_assert_true (wait_for_end (pid));
  write_articles (shelf, N_ARTICLES + 2);
  shelf_wait_for_n (shelf, N_ARTICLES + 2);
  shelf_assert_keys (shelf, keys);
  g_assert_cmpint (close (answers), ==, 0);
}

/* Neither waits for the other when both find nothing. */
static void
test_two_from_nothing (Shelf        *shelf,
                       gconstpointer user_data)
{
  g_autofree char *keys = dup_keys (N_ARTICLES);

  write_articles (shelf, N_ARTICLES);
  for (guint i = 0; i < 10; i++)
    {
      int  answers;
      GPid pid = start_other (shelf, FAULT_NONE, 0, &answers);

      shelf_start (shelf);
      shelf_wait_for_n (shelf, N_ARTICLES);
      shelf_assert_keys (shelf, keys);
      wait_for_answer (answers);
      g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
      g_assert_true (wait_for_end (pid));
      g_assert_cmpint (close (answers), ==, 0);
      shelf_reopen (shelf);
      g_assert_cmpint (g_remove (shelf->index), ==, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  own_path = argv[0];
  if (argc == 6 && g_str_equal (argv[1], INDEX))
    return run_index (argv + 2);
  g_test_init (&argc, &argv, NULL);
  add_test ("/library-kill/kill", test_kill);
  add_test ("/library-kill/kill-at-random", test_kill_at_random);
  add_test ("/library-kill/two-programs", test_two_programs);
  add_test ("/library-kill/two-from-nothing", test_two_from_nothing);
  return g_test_run ();
}
