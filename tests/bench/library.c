/* library.c - how long a library takes, and how much memory
 *
 *   library ARTICLES [N...]
 *
 * ARTICLES is a folder of articles, from which libraries of N of them are made (650, 10,000 and 50,000 unless it is said). This is a report: whatever
 * the figures, the exit status says only whether they could be taken.
 * Each look at a library is a program of its own: this one, started again. SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "core/library/fys-library-private.h"
#include "core/library/fys-library-walk.h"
#include "file-tree.h"
#include "fys-library-sample.h"

#define LOOK "--look"

#define MAX_ORIGINALS 100
#define LIMIT         20
#define IDLE_MS       2000
#define N_READ        200 /* articles, in which terms are looked for */

static const guint default_sizes[] = { 650, 10000, 50000 };

/* As people type them, letter by letter. */
static const char *const queries[] = {
  "ondt i ryggen",
  "smerter i knæet når jeg løber",
  "nakke smerter",
  "tennisalbue øvelser",
  "skulder gør ondt om natten",
  "hvor længe varer iskias",
  "hælspore",
  "forstuvet ankel hvad gør jeg",
  "hovedpine fra nakken",
  "træning for ældre balance",
};

static double
get_elapsed_ms (gint64 since_us)
{
  return (double) (g_get_monotonic_time () - since_us) / 1000.0;
}

static double
get_cpu_ms (void)
{
  struct rusage usage;

  (void) getrusage (RUSAGE_SELF, &usage); /* cannot fail */
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000.0 + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000.0;
}

/* Returns: proportional set size in MB of 10⁶ bytes; 0 where the system does not tell */
static double
get_pss_mb (void)
{
  g_autofree char *text = NULL;
  const char      *line;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    return 0;
  line = strstr (text, "\nPss:");
  return line != NULL ? (double) g_ascii_strtoull (line + strlen ("\nPss:"), NULL, 10) * 1024.0 / 1e6 : 0;
}

/** Pause: the longest time between two turns of the main loop, which would go round once a millisecond */
typedef struct
{
  gint64 last_us;
  gint64 longest_us;
} Pause;

static gboolean
turn_cb (gpointer user_data)
{
  Pause *pause = user_data;
  gint64 now_us = g_get_monotonic_time ();

  pause->longest_us = MAX (pause->longest_us, now_us - pause->last_us);
  pause->last_us = now_us;
  return G_SOURCE_CONTINUE;
}

static gboolean
end_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* What the machine lets the main loop wait when there is nothing to do. Returns: milliseconds */
static double
measure_idle_pause_ms (void)
{
  Pause    pause = { .last_us = g_get_monotonic_time () };
  guint    id = g_timeout_add (1, turn_cb, &pause);
  gboolean is_over = FALSE;

  g_timeout_add (IDLE_MS, end_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
  return (double) pause.longest_us / 1000.0;
}

static void
look_at_folders (FysLibrary *library)
{
  double idle_ms = measure_idle_pause_ms ();
  Pause  pause = { .last_us = g_get_monotonic_time () };
  guint  id = g_timeout_add (1, turn_cb, &pause);
  double cpu_ms = get_cpu_ms ();
  double pss_mb = get_pss_mb ();
  gint64 start_us = g_get_monotonic_time ();

  fys_library_start (library);
  while (fys_library_get_n_scans (library) == 0)
    g_main_context_iteration (NULL, TRUE);
  (void) turn_cb (&pause); /* what the last turn took counts too */
  g_source_remove (id);
  printf ("%.0f ms (%.0f ms of CPU), the main loop waits %.1f ms (%.1f ms without it), memory +%.1f MB", get_elapsed_ms (start_us),
          get_cpu_ms () - cpu_ms, (double) pause.longest_us / 1000.0, idle_ms, get_pss_mb () - pss_mb);
}

static void
answer_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* @out_cpu_ms: what it cost, which on a busy machine is less than what it took. Returns: milliseconds, or -1 */
static double
time_search (FysLibrary *library,
             const char *text,
             double     *out_cpu_ms)
{
  const FysSearchQuery query = { .text = text, .kinds = FYS_HIT_ANY, .limit = LIMIT, .is_typing = TRUE };
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (FysSearchResults) results = NULL;
  gint64 start_us = g_get_monotonic_time ();
  double start_cpu_ms = get_cpu_ms ();

  fys_library_search_async (library, &query, NULL, answer_cb, &answer);
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  *out_cpu_ms = get_cpu_ms () - start_cpu_ms;
  results = fys_library_search_finish (library, answer, NULL);
  return results != NULL ? get_elapsed_ms (start_us) : -1;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return (one > other) - (one < other);
}

/* Returns: what @percent of the sorted @values lie below */
static double
get_part (GArray *values,
          guint   percent)
{
  return g_array_index (values, double, values->len * percent / 100);
}

static void
search (FysLibrary *library)
{
  g_autoptr (GArray) times_ms = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) cpu_times_ms = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *slowest = g_strdup ("");
  double slowest_ms = -1;

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    for (const char *end = queries[i]; *end != '\0';)
      {
        g_autofree char *typed = NULL;
        double           time_ms;
        double           cpu_ms;

        end = g_utf8_next_char (end);
        typed = g_strndup (queries[i], (gsize) (end - queries[i]));
        time_ms = time_search (library, typed, &cpu_ms);
        g_array_append_val (cpu_times_ms, cpu_ms);
        g_array_append_val (times_ms, time_ms);
        if (time_ms <= slowest_ms)
          continue;
        slowest_ms = time_ms;
        g_free (slowest);
        slowest = g_steal_pointer (&typed);
      }
  g_array_sort (times_ms, compare_doubles);
  g_array_sort (cpu_times_ms, compare_doubles);
  printf ("median %.1f ms, 99 of 100 within %.1f ms (of CPU %.1f and %.1f), the slowest of %u, “%s”, %.1f ms, memory %.1f MB",
          get_part (times_ms, 50), get_part (times_ms, 99), get_part (cpu_times_ms, 50), get_part (cpu_times_ms, 99), times_ms->len, slowest,
          slowest_ms, get_pss_mb ());
}

/* Returns: (transfer full) (nullable): the article of a file */
static FysArticle *
read_article (const char *path)
{
  g_autofree char   *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize              length;

  if (!g_file_get_contents (path, &text, &length, NULL))
    return NULL;
  bytes = g_bytes_new_take (g_steal_pointer (&text), length);
  return fys_article_new_from_bytes (bytes, path);
}

/* Looks for terms in an article. @times_ms: gets what it took. Returns: how many there are */
static guint
time_terms (FysLibrary           *library,
            const FysLibraryInfo *info,
            GArray               *times_ms)
{
  g_autoptr (FysArticle) article = read_article (info->path);
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GPtrArray) terms = NULL;
  gint64 start_us = g_get_monotonic_time ();
  double time_ms;

  if (article == NULL)
    return 0;
  fys_library_terms_async (library, article, info->key, NULL, answer_cb, &answer);
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  time_ms = get_elapsed_ms (start_us);
  g_array_append_val (times_ms, time_ms);
  terms = fys_library_terms_finish (library, answer, NULL);
  return terms != NULL ? terms->len : 0;
}

static void
find_terms (FysLibrary *library)
{
  const FysLibraryFilter filter = { .collection = FYS_N_COLLECTIONS };
  g_autoptr (GArray) times_ms = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  guint n_terms = 0;

  fys_library_list_async (library, &filter, 0, N_READ, NULL, answer_cb, &answer);
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  entries = fys_library_list_finish (library, answer, NULL);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    n_terms += time_terms (library, fys_library_entry_get_info (g_ptr_array_index (entries, i)), times_ms);
  if (times_ms->len == 0)
    return;
  g_array_sort (times_ms, compare_doubles);
  printf ("%u terms in %u articles, median %.1f ms, 99 of 100 within %.1f ms", n_terms, times_ms->len, get_part (times_ms, 50),
          get_part (times_ms, 99));
}

/* --look WHAT INDEX FOLDER */
static int
look (char **arguments)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) fys_library_source_free);
  g_autoptr (FysLibrary) library = NULL;

  g_ptr_array_add (sources, fys_library_source_new (FYS_SOURCE_USER, arguments[2]));
  library = fys_library_new (arguments[1], sources);
  if (g_str_equal (arguments[0], "scan"))
    {
      look_at_folders (library);
      return EXIT_SUCCESS;
    }
  fys_library_start (library);
  while (fys_library_get_n_scans (library) == 0)
    g_main_context_iteration (NULL, TRUE);
  if (g_str_equal (arguments[0], "terms"))
    find_terms (library);
  else
    search (library);
  return EXIT_SUCCESS;
}

static gboolean
print_look (const char *program,
            guint       n,
            const char *title,
            const char *what,
            const char *index,
            const char *folder,
            GError    **error)
{
  const char      *arguments[] = { program, LOOK, what, index, folder, NULL };
  g_autofree char *output = NULL;
  int              status;

  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status, error) ||
      !g_spawn_check_wait_status (status, error))
    return FALSE;
  printf ("%6u articles, %-14s %s\n", n, title, output);
  fflush (stdout);
  return TRUE;
}

static gboolean
bench_size (const char *program,
            GPtrArray  *originals,
            guint       n,
            GError    **error)
{
  g_autofree char *root = g_dir_make_tmp ("fysbog-bench-XXXXXX", error);
  g_autofree char *folder = NULL;
  g_autofree char *index = NULL;
  gboolean         is_done;

  if (root == NULL)
    return FALSE;
  folder = g_build_filename (root, "articles", NULL);
  index = g_build_filename (root, "index.sqlite", NULL);
  is_done = fys_library_sample_make (originals, folder, n, error) &&
            print_look (program, n, "from nothing:", "scan", index, folder, error) &&
            print_look (program, n, "looked at:", "scan", index, folder, error) &&
            print_look (program, n, "searched:", "search", index, folder, error) &&
            print_look (program, n, "terms:", "terms", index, folder, error);
  file_tree_remove (root);
  return is_done;
}

static gboolean
add_original_cb (const char        *path,
                 const struct stat *info,
                 gpointer           user_data)
{
  GPtrArray *originals = user_data;

  g_ptr_array_add (originals, g_strdup (path));
  return originals->len < MAX_ORIGINALS;
}

static gboolean
ignore_problem_cb (const char *path,
                   const char *message,
                   gpointer    user_data)
{
  return TRUE;
}

int
main (int    argc,
      char **argv)
{
  const FysLibraryWalkFuncs funcs = { NULL, add_original_cb, ignore_problem_cb };
  g_autoptr (GPtrArray) originals = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (FysLibraryWalk) walk = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_done = TRUE;

  if (argc == 5 && g_str_equal (argv[1], LOOK))
    return look (argv + 2);
  if (argc < 2)
    {
      fprintf (stderr, "Usage: library ARTICLES [N...]\n");
      return EXIT_FAILURE;
    }
  walk = fys_library_walk_new ();
  (void) fys_library_walk_run (walk, argv[1], &funcs, originals); /* ends when there are enough */
  if (originals->len == 0)
    {
      fprintf (stderr, "There are no articles in %s\n", argv[1]);
      return EXIT_FAILURE;
    }
  for (int i = 2; i < argc && is_done; i++)
    is_done = bench_size (argv[0], originals, (guint) g_ascii_strtoull (argv[i], NULL, 10), &error);
  for (guint i = 0; i < G_N_ELEMENTS (default_sizes) && argc == 2 && is_done; i++)
    is_done = bench_size (argv[0], originals, default_sizes[i], &error);
  if (!is_done)
    fprintf (stderr, "%s\n", error->message);
  return is_done ? EXIT_SUCCESS : EXIT_FAILURE;
}
