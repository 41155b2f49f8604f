/* bench.c - speed and memory, as ratios to what the platform and cmark themselves take
 *
 *   bench BARE PROGRAM SCROLL TOOL ARTICLE
 *
 * BARE is a window with a header bar and a label, PROGRAM is Fysbog, SCROLL scrolls through an article, TOOL is fysbog-tool, ARTICLE is a real
 * one. When FYSBOG_BENCH_ARTICLES names a folder of articles, all of them are measured, too.
 * Runs of what is compared alternate, so that a machine that is busy for a while is busy for both, and medians are told. This is a report:
 * whatever the figures, the exit status says only whether they could be taken. SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include <cmark.h>
#include <gio/gio.h>
#include <glib/gstdio.h>

#include "core/article/fys-article.h"
#include "core/exercise/fys-exercise.h"
#include "fys-journal-sample.h"
#include "fys-process.h"
#include "fys-sample.h"

#define N_JOURNAL_ENTRIES 20000
#define N_RUNS 9
#define N_PARSE_RUNS 31

/* A program that is measured idle has this long to finish what it began. */
#define SETTLE_S 2
#define IDLE_S 4

#define SMALL_BYTES (10 * 1000)
#define LARGE_BYTES (1000 * 1000)

typedef struct
{
  double values[MAX (N_RUNS, N_PARSE_RUNS)];
  guint  n;
} Sample;

static void
add (Sample *self,
     double  value)
{
  g_assert (self->n < G_N_ELEMENTS (self->values));
  self->values[self->n++] = value;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return (one > other) - (one < other);
}

static double
get_median (const Sample *self)
{
  Sample sorted = *self;

  qsort (sorted.values, sorted.n, sizeof *sorted.values, compare_doubles);
  return sorted.values[sorted.n / 2];
}

static void
print_row (const char *what,
           const char *bar,
           const char *measured,
           const char *details)
{
  printf ("%-46s %-8s %-9s %s\n", what, bar, measured, details);
  fflush (stdout);
}

static void
print_ratio (const char   *what,
             const char   *bar,
             const Sample *measured,
             const Sample *base,
             const char   *unit)
{
  double           one = get_median (measured);
  double           other = get_median (base);
  g_autofree char *ratio = g_strdup_printf ("%.2f ×", one / other);
  g_autofree char *details = g_strdup_printf ("%.3g %s to %.3g %s", one, unit, other, unit);

  print_row (what, bar, ratio, details);
}

/* What one program showed, over its runs. */
typedef struct
{
  const char *program;
  const char *file; /* (nullable) */
  Sample      start_ms;
  Sample      pss_mb;
  Sample      wake_ups; /* a second */
  Sample      cpu_ms;   /* a second */
} Subject;

static gboolean
run_subject (Subject *self,
             GError **error)
{
  const char *arguments[] = { self->program, self->file, NULL };
  g_autoptr (FysProcess) process = fys_process_new (arguments, error);
  gint64 start_us;
  double pss_mb;

  if (process == NULL || !fys_process_wait_number (process, "first-frame", &start_us, error))
    return FALSE;
  add (&self->start_ms, (double) (start_us - fys_process_get_started_us (process)) / 1000.0);

  g_usleep (SETTLE_S * G_USEC_PER_SEC);
  if (!fys_process_get_pss_mb (process, &pss_mb, error))
    return FALSE;
  add (&self->pss_mb, pss_mb);
  return TRUE;
}

/* Taken apart from the runs above: it needs no repetition to be steady, and takes seconds. */
static gboolean
run_idle (Subject *self,
          GError **error)
{
  const char *arguments[] = { self->program, self->file, NULL };
  g_autoptr (FysProcess) process = fys_process_new (arguments, error);
  FysProcessLoad before;
  FysProcessLoad after;
  gint64         unused;

  if (process == NULL || !fys_process_wait_number (process, "first-frame", &unused, error))
    return FALSE;
  g_usleep (SETTLE_S * G_USEC_PER_SEC);
  fys_process_get_load (process, &before);
  g_usleep (IDLE_S * G_USEC_PER_SEC);
  fys_process_get_load (process, &after);
  add (&self->wake_ups, (double) (after.n_wake_ups - before.n_wake_ups) / IDLE_S);
  add (&self->cpu_ms, (after.cpu_ms - before.cpu_ms) / IDLE_S);
  return TRUE;
}

static gboolean
bench_programs (const char *bare_program,
                const char *program,
                const char *article,
                const char *small,
                const char *large,
                GError    **error)
{
  enum { BARE, ARTICLE, SMALL, LARGE, N_SUBJECTS };
  Subject subjects[N_SUBJECTS] = {
    { .program = bare_program },
    { .program = program, .file = article },
    { .program = program, .file = small },
    { .program = program, .file = large },
  };
  g_autofree char *more_memory = NULL;
  g_autofree char *wake_ups = NULL;
  g_autofree char *bare_wake_ups = NULL;

  for (guint run = 0; run < N_RUNS; run++)
    for (guint i = 0; i < N_SUBJECTS; i++)
      if (!run_subject (&subjects[i], error))
        return FALSE;
  if (!run_idle (&subjects[BARE], error) || !run_idle (&subjects[ARTICLE], error))
    return FALSE;

  print_ratio ("start to the article's first frame, to bare", "≤ 1.5", &subjects[ARTICLE].start_ms, &subjects[BARE].start_ms, "ms");
  print_ratio ("memory (PSS) with the article open, to bare", "≤ 1.35", &subjects[ARTICLE].pss_mb, &subjects[BARE].pss_mb, "MB");
  print_ratio ("start with 1 MB, to 10 KB", "≤ 1.3", &subjects[LARGE].start_ms, &subjects[SMALL].start_ms, "ms");
  more_memory = g_strdup_printf ("%+.1f MB", get_median (&subjects[LARGE].pss_mb) - get_median (&subjects[SMALL].pss_mb));
  print_row ("memory with 1 MB instead of 10 KB", "≤ +20 MB", more_memory, "");
  wake_ups = g_strdup_printf ("%.1f/s", subjects[ARTICLE].wake_ups.values[0]);
  bare_wake_ups = g_strdup_printf ("bare %.1f/s; CPU %.2f ms/s, bare %.2f ms/s", subjects[BARE].wake_ups.values[0],
                                   subjects[ARTICLE].cpu_ms.values[0], subjects[BARE].cpu_ms.values[0]);
  print_row ("wake-ups while idle, no session running", "bare's", wake_ups, bare_wake_ups);
  return TRUE;
}

static double
time_cmark_ms (GBytes *bytes)
{
  gsize       size_bytes;
  const char *data = g_bytes_get_data (bytes, &size_bytes);
  gint64      start_us = g_get_monotonic_time ();

  cmark_node_free (cmark_parse_document (data, size_bytes, CMARK_OPT_DEFAULT));
  return (double) (g_get_monotonic_time () - start_us) / 1000.0;
}

static double
time_article_ms (GBytes *bytes)
{
  gint64 start_us = g_get_monotonic_time ();

  fys_article_unref (fys_article_new_from_bytes (bytes, "bench.md"));
  return (double) (g_get_monotonic_time () - start_us) / 1000.0;
}

static void
bench_parse (const char *what,
             GBytes     *bytes)
{
  Sample cmark = { .n = 0 };
  Sample article = { .n = 0 };

  for (guint run = 0; run < N_PARSE_RUNS; run++)
    {
      add (&cmark, time_cmark_ms (bytes));
      add (&article, time_article_ms (bytes));
    }
  print_ratio (what, "≤ 4", &article, &cmark, "ms");
}

static double
time_finding_ms (FysArticle *article)
{
  gint64 start_us = g_get_monotonic_time ();

  fys_exercise_list_unref (fys_exercise_list_new (article));
  return (double) (g_get_monotonic_time () - start_us) / 1000.0;
}

static void
bench_find (const char *what,
            GBytes     *bytes)
{
  g_autoptr (FysArticle) article = fys_article_new_from_bytes (bytes, "bench.md");
  Sample cmark = { .n = 0 };
  Sample finding = { .n = 0 };

  for (guint run = 0; run < N_PARSE_RUNS; run++)
    {
      add (&cmark, time_cmark_ms (bytes));
      add (&finding, time_finding_ms (article));
    }
  print_ratio (what, "≤ 1", &finding, &cmark, "ms");
}

/* Adds the paths of the Markdown files in @folder and below. */
static void
list_articles (const char *folder,
               GPtrArray  *paths)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_suffix (name, ".md"))
        g_ptr_array_add (paths, g_steal_pointer (&path));
      else if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        list_articles (path, paths);
    }
}

/* Finding in all of a folder's articles together, each parsed before. */
static void
bench_find_all (GPtrArray *paths)
{
  Sample cmark = { .n = 0 };
  Sample finding = { .n = 0 };

  for (guint run = 0; run < N_RUNS; run++)
    {
      double cmark_ms = 0.0;
      double finding_ms = 0.0;

      for (guint i = 0; i < paths->len; i++)
        {
          g_autofree char *text = NULL;
          gsize length;
          g_autoptr (GBytes) bytes = NULL;
          g_autoptr (FysArticle) article = NULL;

          if (!g_file_get_contents (g_ptr_array_index (paths, i), &text, &length, NULL))
            continue;
          bytes = g_bytes_new_take (g_steal_pointer (&text), length);
          article = fys_article_new_from_bytes (bytes, "bench.md");
          cmark_ms += time_cmark_ms (bytes);
          finding_ms += time_finding_ms (article);
        }
      add (&cmark, cmark_ms);
      add (&finding, finding_ms);
    }
  print_ratio ("finding exercises, to cmark alone: the folder", "≤ 1", &finding, &cmark, "ms");
}

static gboolean
bench_tool (const char *tool,
            GPtrArray  *paths,
            GError    **error)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  Sample per_s = { .n = 0 };
  g_autofree char *measured = NULL;
  g_autofree char *details = NULL;

  g_ptr_array_add (arguments, (char *) tool);
  g_ptr_array_add (arguments, (char *) "show");
  g_ptr_array_add (arguments, (char *) "--json");
  for (guint i = 0; i < paths->len; i++)
    g_ptr_array_add (arguments, g_ptr_array_index (paths, i));
  g_ptr_array_add (arguments, NULL);
  for (guint run = 0; run < N_RUNS; run++)
    {
      g_autofree char *output = NULL;
      gint64 start_us = g_get_monotonic_time ();

      if (!g_spawn_sync (NULL, (char **) arguments->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL, error))
        return FALSE;
      add (&per_s, (double) paths->len * G_USEC_PER_SEC / (double) (g_get_monotonic_time () - start_us));
    }
  measured = g_strdup_printf ("%.0f/s", get_median (&per_s));
  details = g_strdup_printf ("%u files", paths->len);
  print_row ("articles through fysbog-tool show --json", "", measured, details);
  return TRUE;
}

static gboolean
bench_folder (const char *tool,
              GError    **error)
{
  const char *folder = g_getenv ("FYSBOG_BENCH_ARTICLES");
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  if (folder == NULL)
    return TRUE;
  list_articles (folder, paths);
  if (paths->len == 0)
    return TRUE;
  bench_find_all (paths);
  return bench_tool (tool, paths, error);
}

/* Opening, reading and adding; what the user waits for of it is the drawing, as it all happens on the journal's own thread. */
static gboolean
bench_journal (const char *folder,
               GError    **error)
{
  g_autofree char *path = g_build_filename (folder, "journal.sqlite", NULL);
  g_autofree char *measured = NULL;
  g_autofree char *details = NULL;
  Sample read_ms = { .n = 0 };
  Sample pause_ms = { .n = 0 };
  Sample add_ms = { .n = 0 };
  gboolean is_done = TRUE;

  for (guint run = 0; run < N_RUNS && is_done; run++)
    {
      FysJournalTimes times_ms;

      is_done = fys_journal_sample_measure (path, N_JOURNAL_ENTRIES, &times_ms, error);
      if (!is_done)
        break;
      add (&read_ms, times_ms.read);
      add (&pause_ms, times_ms.pause);
      add (&add_ms, times_ms.add);
    }
  fys_journal_sample_remove (path);
  if (!is_done)
    return FALSE;
  measured = g_strdup_printf ("%.0f ms", get_median (&read_ms));
  details = g_strdup_printf ("the main loop waits %.1f ms; one entry more is saved in %.1f ms", get_median (&pause_ms), get_median (&add_ms));
  print_row ("a journal of 20,000 entries, opened and read", "", measured, details);
  return TRUE;
}

static gboolean
bench_scroll (const char *program,
              const char *file,
              GError    **error)
{
  const char *arguments[] = { program, file, NULL };
  Sample      worst_ms = { .n = 0 };
  Sample      median_ms = { .n = 0 };
  Sample      worst_cpu_ms = { .n = 0 };
  g_autofree char *measured = NULL;
  g_autofree char *details = NULL;

  for (guint run = 0; run < N_RUNS; run++)
    {
      g_autoptr (FysProcess) process = fys_process_new (arguments, error);
      gint64 worst_us;
      gint64 median_us;
      gint64 worst_cpu_us;

      if (process == NULL || !fys_process_wait_number (process, "worst-frame", &worst_us, error)
          || !fys_process_wait_number (process, "median-frame", &median_us, error)
          || !fys_process_wait_number (process, "worst-frame-cpu", &worst_cpu_us, error))
        return FALSE;
      add (&worst_ms, (double) worst_us / 1000.0);
      add (&median_ms, (double) median_us / 1000.0);
      add (&worst_cpu_ms, (double) worst_cpu_us / 1000.0);
    }
  measured = g_strdup_printf ("%.1f ms", get_median (&worst_ms));
  details = g_strdup_printf ("of which %.1f ms our own; a frame in between takes %.1f ms", get_median (&worst_cpu_ms), get_median (&median_ms));
  print_row ("worst frame while scrolling 1 MB", "≤ 25 ms", measured, details);
  return TRUE;
}

static gboolean
write_bytes (const char *path,
             GBytes     *bytes,
             GError    **error)
{
  gsize       size_bytes;
  const char *data = g_bytes_get_data (bytes, &size_bytes);

  return g_file_set_contents (path, data, (gssize) size_bytes, error);
}

static gboolean
bench_all (char      *argv[],
           const char *folder,
           GError    **error)
{
  g_autofree char *small_path = g_build_filename (folder, "small.md", NULL);
  g_autofree char *large_path = g_build_filename (folder, "large.md", NULL);
  g_autofree char *text = NULL;
  gsize length;
  g_autoptr (GBytes) small = fys_sample_new (SMALL_BYTES);
  g_autoptr (GBytes) large = fys_sample_new (LARGE_BYTES);
  g_autoptr (GBytes) real = NULL;
  gboolean is_done;

  if (!g_file_get_contents (argv[5], &text, &length, error) || !write_bytes (small_path, small, error)
      || !write_bytes (large_path, large, error))
    return FALSE;
  real = g_bytes_new (text, length);

  printf ("Medians of %u alternating runs.\n", N_RUNS);
  print_row ("what", "bar", "measured", "");
  bench_parse ("bytes to article, to cmark alone: a real one", real);
  bench_parse ("bytes to article, to cmark alone: 10 KB", small);
  bench_parse ("bytes to article, to cmark alone: 1 MB", large);
  bench_find ("finding exercises, to cmark alone: a real one", real);
  bench_find ("finding exercises, to cmark alone: 10 KB", small);
  bench_find ("finding exercises, to cmark alone: 1 MB", large);
  is_done = bench_folder (argv[4], error) && bench_journal (folder, error) && bench_programs (argv[1], argv[2], argv[5], small_path, large_path, error)
            && bench_scroll (argv[3], large_path, error);

  (void) g_unlink (small_path);
  (void) g_unlink (large_path);
  return is_done;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  gboolean is_done;

  if (argc != 6)
    {
      fprintf (stderr, "usage: bench BARE PROGRAM SCROLL TOOL ARTICLE\n");
      return 2;
    }
  folder = g_dir_make_tmp ("fysbog-bench-XXXXXX", &error);
  is_done = folder != NULL && bench_all (argv, folder, &error);
  if (folder != NULL)
    (void) g_rmdir (folder);
  if (!is_done)
    fprintf (stderr, "bench: %s\n", error->message);
  return is_done ? 0 : 1;
}
