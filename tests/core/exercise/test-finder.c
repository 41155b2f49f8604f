/* test-finder.c - the exercises of articles
 *
 * Each article of tests/data/exercises has beside it what is to be found: a line `line|name|kind|dosage|sentences` for each exercise,
 * the dosage in the letters of dosage-words.h. An article is added without touching this file.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/exercise/fys-exercise.h"

#include <stdlib.h>
#include <string.h>

#include "dosage-words.h"

static FysExerciseList *
find (const char *markdown)
{
  g_autoptr (GBytes)     bytes = g_bytes_new (markdown, strlen (markdown));
  g_autoptr (FysArticle) article = fys_article_new_from_bytes (bytes, "test.md");

  return fys_exercise_list_new (article);
}

static char *
describe (FysExerciseList *list)
{
  static const char *const kinds[] = { "hold", "reps", "both" };
  GString                 *lines = g_string_new (NULL);

  for (guint i = 0; i < fys_exercise_list_get_n (list); i++)
    {
      const FysExercise *exercise = fys_exercise_list_get (list, i);
      g_autofree char   *dosage = dosage_dup_words (&exercise->dosage);

      g_string_append_printf (lines, "%u|%s|%s|%s|%s\n", exercise->line, exercise->name, kinds[exercise->kind], dosage,
                              exercise->text);
    }
  return g_string_free (lines, FALSE);
}

static void
test_article (gconstpointer data)
{
  const char                 *path = data;
  g_autoptr (GFile)           file = g_file_new_for_path (path);
  g_autoptr (GError)          error = NULL;
  g_autoptr (FysArticle)      article = fys_article_load (file, NULL, &error);
  g_autoptr (FysExerciseList) list = NULL;
  g_autofree char            *stem = g_strndup (path, strlen (path) - strlen (".md"));
  g_autofree char            *expected_path = g_strconcat (stem, ".expected", NULL);
  g_autofree char            *expected = NULL;
  g_autofree char            *found = NULL;

  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (expected_path, &expected, NULL, &error));
  list = fys_exercise_list_new (article);
  found = describe (list);
  g_assert_cmpstr (found, ==, expected);
}

/* How well the finder does on all articles of the folder together. An exercise is found when one of its name or at most two lines off is
 * there; its dosage is exact when all of it is as expected. */
typedef struct
{
  guint n_expected;
  guint n_found;
  guint n_matched;
  guint n_exact;
} Score;

static gboolean
is_match (const char *expected, /* "line|name|kind|dosage|…" */
          const char *found)
{
  g_auto (GStrv) one = g_strsplit (expected, "|", 5);
  g_auto (GStrv) other = g_strsplit (found, "|", 5);
  int            distance = atoi (one[0]) - atoi (other[0]);

  return ABS (distance) <= 2 || strcmp (one[1], other[1]) == 0;
}

static gboolean
is_exact (const char *expected,
          const char *found)
{
  g_auto (GStrv) one = g_strsplit (expected, "|", 5);
  g_auto (GStrv) other = g_strsplit (found, "|", 5);

  return strcmp (one[3], other[3]) == 0;
}

static void
score_article (Score      *score,
               const char *expected,
               const char *found)
{
  g_auto (GStrv) wanted = g_strsplit (expected, "\n", -1);
  g_auto (GStrv) lines = g_strsplit (found, "\n", -1);
  g_autofree gboolean *is_taken = g_new0 (gboolean, g_strv_length (lines) + 1);

  for (guint i = 0; lines[i] != NULL; i++)
    score->n_found += *lines[i] != '\0';
  for (guint i = 0; wanted[i] != NULL; i++)
    {
      guint best = G_MAXUINT;

      if (*wanted[i] == '\0')
        continue;
      score->n_expected++;
      for (guint j = 0; lines[j] != NULL && best == G_MAXUINT; j++)
        if (*lines[j] != '\0' && !is_taken[j] && is_match (wanted[i], lines[j]))
          best = j;
      if (best == G_MAXUINT)
        continue;
      is_taken[best] = TRUE;
      score->n_matched++;
      score->n_exact += is_exact (wanted[i], lines[best]);
    }
}

static void
test_score (void)
{
  g_autofree char   *folder = g_test_build_filename (G_TEST_DIST, "data", "exercises", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir)   dir = g_dir_open (folder, 0, &error);
  Score              score = { 0 };
  guint              n_articles = 0;
  const char        *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char            *path = g_build_filename (folder, name, NULL);
      g_autofree char            *expected = NULL;
      g_autofree char            *expected_path = NULL;
      g_autofree char            *found = NULL;
      g_autoptr (GFile)           file = g_file_new_for_path (path);
      g_autoptr (FysArticle)      article = NULL;
      g_autoptr (FysExerciseList) list = NULL;

      if (!g_str_has_suffix (name, ".md"))
        continue;
      expected_path = g_strdup_printf ("%.*s.expected", (int) (strlen (path) - strlen (".md")), path);
      g_assert_true (g_file_get_contents (expected_path, &expected, NULL, &error));
      article = fys_article_load (file, NULL, &error);
      g_assert_no_error (error);
      list = fys_exercise_list_new (article);
      found = describe (list);
      score_article (&score, expected, found);
      n_articles++;
    }
  g_test_message ("%u articles: precision %u/%u, recall %u/%u, dosage exact %u/%u", n_articles, score.n_matched, score.n_found,
                  score.n_matched, score.n_expected, score.n_exact, score.n_matched);
  g_assert_cmpuint (n_articles, >=, 12);
  g_assert_cmpuint (score.n_expected, >=, 40);
  g_assert_cmpuint (score.n_matched, ==, score.n_found);
  g_assert_cmpuint (score.n_matched, ==, score.n_expected);
  g_assert_cmpuint (score.n_exact, ==, score.n_matched);
}

static void
test_ranges (void)
{
  g_autoptr (FysExerciseList) list = NULL;
  const FysExercise          *exercise;

  list = find ("# Titel\n\n## Øvelser\n\n### Bro\n\nLig på ryggen med bøjede knæ.\n\nLøft hoften, og hold i 5 sekunder.\n\n## Andet\n\nx\n");
  g_assert_cmpuint (fys_exercise_list_get_n (list), ==, 1);
  exercise = fys_exercise_list_get (list, 0);
  g_assert_cmpuint (exercise->first_block, ==, 2);
  g_assert_cmpuint (exercise->n_blocks, ==, 3);
  g_assert_cmpuint (exercise->section, ==, 2);
  g_assert_cmpuint (exercise->row, ==, FYS_NONE);
  g_assert_cmpstr (exercise->instruction, ==, "Lig på ryggen med bøjede knæ.\nLøft hoften, og hold i 5 sekunder.");
  g_assert_cmpuint (exercise->dosage.hold_place.end, <=, strlen (exercise->instruction));
}

static void
test_row_ranges (void)
{
  g_autoptr (FysExerciseList) list = NULL;
  const FysExercise          *exercise;

  list = find ("## Øvelser\n\n| Øvelse | Hvordan |\n|---|---|\n| Bro | Løft hoften fra gulvet |\n| | Løft hoften fra gulvet |\n");
  g_assert_cmpuint (fys_exercise_list_get_n (list), ==, 1);
  exercise = fys_exercise_list_get (list, 0);
  g_assert_cmpuint (exercise->row, ==, 1);
  g_assert_cmpuint (exercise->line, ==, 5);
  g_assert_cmpuint (exercise->first_block, ==, 1);
}

static void
test_once_each (void)
{
  g_autoptr (FysExerciseList) list = NULL;

  list = find ("## Øvelser\n\n### Bro\n\nLig på ryggen, løft hoften, og sænk den. Gentag 10 gange.\n\n"
               "### Planke\n\nLig på maven, løft kroppen på underarme og tæer, og hold i 20 sekunder.\n\n"
               "### Program\n\n| Øvelse | Antal |\n|---|---|\n| Broen | 3 x 10 |\n| Armgang | 3 x 10 |\n\n"
               "## Flere øvelser\n\n### Bro\n\nLig på ryggen, løft hoften, og sænk den. Gentag 20 gange.\n");
  g_assert_cmpuint (fys_exercise_list_get_n (list), ==, 2);
  g_assert_cmpuint (fys_exercise_list_get (list, 0)->dosage.reps.max, ==, 10);
}

/* Nothing here is an exercise, and nothing may go wrong. */
static void
test_hostile (void)
{
  static const char *const articles[] = {
    "", "\n", "---\n---\n", "## Øvelser", "## Øvelser\n\n**", "## Øvelser\n\n: : :\n", "## Øvelser\n\n****\n\n- \n- **\n",
    "## Øvelser\n\n?\n", "## Øvelser\n\n| Øvelse |\n|---|\n", "## Øvelser\n\n| Øvelse | x |\n|---|---|\n| | |\n",
    "## \n\n### \n\nHold\n", "---\nbodyParts: [ben]\n---\n", "\xff\xfe## Øvelser \xff\n\nHold \xff sek\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      g_autoptr (FysExerciseList) list = find (articles[i]);

      g_assert_cmpuint (fys_exercise_list_get_n (list), ==, 0);
    }
}

static void
test_many (void)
{
  g_autoptr (GString)         markdown = g_string_new ("## Øvelser\n\n");
  g_autoptr (FysExerciseList) list = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (markdown, "### Bro %u\n\nLig på ryggen, løft hoften, og hold i 5 sekunder.\n\n", i);
  list = find (markdown->str);
  g_assert_cmpuint (fys_exercise_list_get_n (list), ==, 5000);
}

/* Nothing but labels and lengths: read once, not once for each. What would take minutes if it were not linear is done at once. */
static void
test_many_labels (void)
{
  g_autoptr (GString)         markdown = g_string_new ("## Øvelser\n\n");
  g_autoptr (FysExerciseList) list = NULL;

  for (guint i = 0; i < 50000; i++)
    g_string_append (markdown, "**Tip:** hold 5 sekunder\n\n");
  g_string_append (markdown, "### Bro\n\nLig på ryggen, løft hoften, og hold ");
  for (guint i = 0; i < 20000; i++)
    g_string_append (markdown, "i 5 sekunder ");
  list = find (markdown->str);
  g_assert_cmpuint (fys_exercise_list_get_n (list), ==, 1);
}

static void
test_reference (void)
{
  FysExerciseList *list = find ("## Øvelser\n\n### Bro\n\nLig på ryggen, løft hoften, og hold i 5 sekunder.\n");
  FysExerciseList *other = fys_exercise_list_ref (list);

  fys_exercise_list_unref (list);
  g_assert_cmpstr (fys_exercise_list_get (other, 0)->name, ==, "Bro");
  fys_exercise_list_unref (other);
}

static void
add_articles (void)
{
  g_autofree char   *folder = g_test_build_filename (G_TEST_DIST, "data", "exercises", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir)   dir = g_dir_open (folder, 0, &error);
  const char        *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".md"))
      {
        g_autofree char *test = g_strconcat ("/finder/article/", name, NULL);

        g_test_add_data_func_full (test, g_build_filename (folder, name, NULL), test_article, g_free);
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_articles ();
  g_test_add_func ("/finder/score", test_score);
  g_test_add_func ("/finder/ranges", test_ranges);
  g_test_add_func ("/finder/row-ranges", test_row_ranges);
  g_test_add_func ("/finder/once-each", test_once_each);
  g_test_add_func ("/finder/hostile", test_hostile);
  g_test_add_func ("/finder/many", test_many);
  g_test_add_func ("/finder/many-labels", test_many_labels);
  g_test_add_func ("/finder/reference", test_reference);
  return g_test_run ();
}
