/* test-stated.c - exercises that the front matter states
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/exercise/fys-exercise.h"

#include <string.h>

#include "dosage-words.h"

/* A text with two exercises below headings and one in a list. */
#define BODY \
  "## Øvelser\n\n" \
  "### Bro\n\nLig på ryggen, løft hoften, og hold i 5 sekunder. Gentag 10 gange.\n\n" \
  "### Planke\n\nLig på maven, løft kroppen på underarme og tæer, og hold i 20 sekunder, 3 gange om ugen.\n\n" \
  "### Flere\n\n- **Lægstræk:** Stå med hænderne mod en væg, og hold i 30 sekunder på hver side.\n\n" \
  "## Om ryggen\n\nRyggen er stærk.\n"

static FysArticle *
make (const char *front_matter,
      const char *body)
{
  g_autofree char   *text = g_strconcat ("---\n", front_matter, "---\n", body, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return fys_article_new_from_bytes (bytes, "test.md");
}

/* The exercises as "name|dosage", one a line. */
static char *
describe (FysExerciseList *list)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < fys_exercise_list_get_n (list); i++)
    {
      const FysExercise *exercise = fys_exercise_list_get (list, i);
      g_autofree char   *dosage = dosage_dup_words (&exercise->dosage);

      g_string_append_printf (lines, "%s|%s\n", exercise->name, dosage);
    }
  return g_string_free (lines, FALSE);
}

/* The findings about exercises as "line:column message", one a line. */
static char *
describe_findings (FysExerciseList *list,
                   FysArticle      *article)
{
  g_autoptr (GPtrArray) findings = fys_exercise_list_dup_findings (list, article);
  GString              *lines = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const FysDiagnostic *finding = g_ptr_array_index (findings, i);

      g_string_append_printf (lines, "%u:%u %s\n", finding->line, finding->column, finding->message);
    }
  return g_string_free (lines, FALSE);
}

static void
assert_stated (const char *front_matter,
               const char *expected,
               const char *expected_findings)
{
  g_autoptr (FysArticle)      article = make (front_matter, BODY);
  g_autoptr (FysExerciseList) list = fys_exercise_list_new (article);
  g_autofree char            *found = describe (list);
  g_autofree char            *findings = describe_findings (list, article);

  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpstr (findings, ==, expected_findings);
}

static void
test_none (void)
{
  const char *all = "Bro|h5 r10\nPlanke|h20 w3\nLægstræk|h30 side\n";

  assert_stated ("title: x\n", all, "");
  /* Nothing is stated, so the text is asked … */
  assert_stated ("title: x\nexercises:\n", all, "");
  /* … but an empty list says that there is none. */
  assert_stated ("title: x\nexercises: []\n", "", "");
}

static void
test_complete_and_in_order (void)
{
  assert_stated ("title: x\n"
                 "exercises:\n"
                 "  - name: Planke\n"
                 "  - heading: Bro\n"
                 "  - name: Cirkler\n"
                 "    reps: 10\n",
                 "Planke|h20 w3\nBro|h5 r10\nCirkler|r10\n", "");
}

static void
test_places (void)
{
  g_autoptr (FysArticle) article = make ("title: x\n"
                                         "exercises:\n"
                                         "  - name: Nakkebøjning\n"
                                         "    hold: 10 sekunder\n"
                                         "  - name: Bækkenløft\n"
                                         "    heading: bro\n"
                                         "  - name: LÆGSTRÆK\n"
                                         "  - name: Gang\n"
                                         "    heading: Om ryggen\n",
                                         BODY);
  g_autoptr (FysExerciseList) list = fys_exercise_list_new (article);
  const FysExercise          *exercise;

  g_assert_cmpuint (fys_exercise_list_get_n (list), ==, 4);
  /* Only in the front matter: its line there, and no place in the text. */
  exercise = fys_exercise_list_get (list, 0);
  g_assert_cmpuint (exercise->line, ==, 4);
  g_assert_cmpuint (exercise->first_block, ==, FYS_NONE);
  g_assert_cmpuint (exercise->n_blocks, ==, 0);
  g_assert_cmpuint (exercise->section, ==, FYS_NONE);
  g_assert_cmpuint (exercise->row, ==, FYS_NONE);
  g_assert_cmpstr (exercise->instruction, ==, "");
  g_assert_cmpstr (exercise->text, ==, "");
  g_assert_cmpint (exercise->kind, ==, FYS_EXERCISE_HOLD);
  /* A name of its own for the exercise below a heading. */
  exercise = fys_exercise_list_get (list, 1);
  g_assert_cmpstr (exercise->name, ==, "Bækkenløft");
  g_assert_cmpuint (exercise->first_block, ==, 1);
  g_assert_cmpuint (exercise->line, ==, 14);
  g_assert_cmpstr (exercise->text, ==, "Lig på ryggen, løft hoften, og hold i 5 sekunder. Gentag 10 gange.");
  /* Found by its name, whatever the capitals, and called as it is stated. */
  exercise = fys_exercise_list_get (list, 2);
  g_assert_cmpstr (exercise->name, ==, "LÆGSTRÆK");
  g_assert_cmpuint (exercise->dosage.hold_s.max, ==, 30);
  /* A section that tells no exercise by itself. */
  exercise = fys_exercise_list_get (list, 3);
  g_assert_cmpstr (exercise->instruction, ==, "Ryggen er stærk.");
  g_assert_cmpuint (exercise->n_blocks, ==, 2);
}

/* What is stated wins figure by figure, the rest stays as the text has it, and a difference is told. */
static void
test_figures (void)
{
  assert_stated ("title: x\n"
                 "exercises:\n"
                 "  - heading: bro\n"
                 "    hold: 5\n"
                 "    reps: 8–12 gange\n"
                 "    sets: 3\n"
                 "    per_side: nej\n"
                 "  - heading: Planke\n"
                 "    hold: ½ minut\n"
                 "    rest: 60 sekunder\n"
                 "    frequency: dagligt\n"
                 "  - name: Lægstræk\n"
                 "    per_side: false\n",
                 "Bro|h5 r8-12 s3\nPlanke|h30 p60 d1\nLægstræk|h30\n",
                 "6:11 The front matter says “8–12 repetitions”, the text in line 18 “10 repetitions”; the front matter is followed\n"
                 "10:11 The front matter says “Hold 30 s”, the text in line 22 “Hold 20 s”; the front matter is followed\n"
                 "12:16 The front matter says “1 time a day”, the text in line 22 “3 times a week”; the front matter is followed\n"
                 "14:15 The front matter says “not on each side”, the text in line 28 “each side”; the front matter is followed\n");
}

/* The places of the dosage and the sentences belong to what the text said, and not to what was put in its stead. */
static void
test_slices (void)
{
  g_autoptr (FysArticle) article = make ("exercises:\n  - heading: bro\n    hold: 7\n    reps: 9\n", BODY);
  g_autoptr (FysExerciseList) list = fys_exercise_list_new (article);
  const FysExercise          *exercise = fys_exercise_list_get (list, 0);

  g_assert_cmpuint (exercise->dosage.hold_place.end, ==, 0);
  g_assert_cmpuint (exercise->dosage.reps_place.end, ==, 0);
  g_assert_cmpstr (exercise->text, ==, "");
  g_assert_cmpint (exercise->kind, ==, FYS_EXERCISE_BOTH);
}

typedef struct
{
  const char *key;
  const char *value;
  const char *dosage; /* (nullable): %NULL when it is not understood */
} Value;

static const Value values[] = {
  { "hold", "30", "h30" },
  { "hold", "20-30", "h20-30" },
  { "hold", "20–30 sekunder", "h20-30" },
  { "hold", "\"20–30 sekunder.\"", "h20-30" },
  { "hold", "1 minut", "h60" },
  { "hold", "1½ minut", "h90" },
  { "hold", "et par sekunder", "h2" },
  { "hold", "mindst 30 sek.", "h30" },
  { "hold", "30 seconds", "h30" },
  { "hold", "30 sekunder til 1 minut", "h30-60" },
  { "reps", "10", "r10" },
  { "reps", "8–10", "r8-10" },
  { "reps", "8 til 10 gange", "r8-10" },
  { "reps", "10 gentagelser", "r10" },
  { "reps", "ti", "r10" },
  { "reps", "12 reps", "r12" },
  { "sets", "3", "s3" },
  { "sets", "2–3 sæt", "s2-3" },
  { "sets", "tre", "s3" },
  { "sets", "3 sets", "s3" },
  { "rest", "60", "p60" },
  { "rest", "30–60 sekunder", "p30-60" },
  { "rest", "1 minut", "p60" },
  { "per_side", "true", "side" },
  { "per_side", "Ja", "side" },
  { "per_side", "på hver side", "side" },
  { "per_side", "no", "" },
  { "per_side", "nej", "" },
  { "frequency", "2 gange dagligt", "d2" },
  { "frequency", "dagligt", "d1" },
  { "frequency", "hver dag", "d1" },
  { "frequency", "hver anden dag", "w3-4" },
  { "frequency", "3 gange om ugen", "w3" },
  { "frequency", "2–3 dage om ugen", "w2-3" },
  { "frequency", "twice a day", "d2" },
  /* not understood */
  { "hold", "længe", NULL },
  { "hold", "0", NULL },
  { "hold", "3 timer", NULL },
  { "hold", "30-20 sekunder", NULL },
  { "hold", "99999999999999999999", NULL },
  { "hold", "30 sekunder, 3 gange", NULL },
  { "hold", "-5", NULL },
  { "reps", "mange", NULL },
  { "reps", "100000", NULL },
  { "reps", "3 x 10", NULL },
  { "reps", "2,5", NULL },
  { "sets", "50", NULL },
  { "sets", "3 sæt af 10", NULL },
  { "rest", "48 timer", NULL },
  { "per_side", "måske", NULL },
  { "frequency", "3", NULL },
  { "frequency", "ofte", NULL },
  { "frequency", "100 gange om dagen", NULL },
  { "frequency", "3 gange om måneden", NULL },
};

static void
test_values (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *front_matter = g_strdup_printf ("title: x\nexercises:\n  - name: Øvelse\n    %s: %s\n", values[i].key, values[i].value);
      g_autoptr (FysArticle)      article = make (front_matter, "Tekst.\n");
      g_autoptr (FysExerciseList) list = fys_exercise_list_new (article);
      g_autofree char            *findings = describe_findings (list, article);
      g_autofree char            *dosage = NULL;

      g_assert_cmpuint (fys_exercise_list_get_n (list), ==, 1);
      dosage = dosage_dup_words (&fys_exercise_list_get (list, 0)->dosage);
      g_test_message ("%s: %s gives “%s”; %s", values[i].key, values[i].value, dosage, findings);
      g_assert_cmpstr (dosage, ==, values[i].dosage != NULL ? values[i].dosage : "");
      g_assert_cmpint (strstr (findings, "is not understood") != NULL, ==, values[i].dosage == NULL);
    }
}

static void
test_faults (void)
{
  assert_stated ("title: x\nexercises: Bro\n", "Bro|h5 r10\nPlanke|h20 w3\nLægstræk|h30 side\n", "3:12 “exercises” should be a list\n");
  assert_stated ("title: x\nExercises: []\n", "", "3:1 “Exercises” should be spelled “exercises”\n");
  assert_stated ("title: x\n"
                 "exercises:\n"
                 "  - Bro\n"
                 "  -\n"
                 "  - [a, b]\n"
                 "  - hold: 30\n"
                 "  - name: [Planke]\n"
                 "  - name: Planke\n"
                 "    repetitions: 8\n"
                 "    reps: {min: 3}\n"
                 "  - name: Vip\n"
                 "    heading: Findes ikke\n"
                 "  - heading: Heller ikke\n",
                 "Bro|h5 r10\nPlanke|h20 w3\nVip|\nHeller ikke|\n",
                 "5:4 An exercise needs a “name”, a “heading”, or both\n"
                 "6:5 An exercise needs a “name”, a “heading”, or both\n"
                 "7:5 An exercise needs a “name”, a “heading”, or both\n"
                 "8:5 An exercise needs a “name”, a “heading”, or both\n"
                 "8:11 “name” should be text, but is a list\n"
                 "10:18 “repetitions” is no key of an exercise; those are name, heading, hold, reps, sets, rest, per_side and frequency\n"
                 "11:11 “reps” should be text, but has keys of its own\n"
                 "13:14 The article has no heading “Findes ikke”\n"
                 "14:14 The article has no heading “Heller ikke”\n");
}

static void
test_many (void)
{
  g_autoptr (GString) front_matter = g_string_new ("title: x\nexercises:\n");
  g_autoptr (FysArticle)      article = NULL;
  g_autoptr (FysExerciseList) list = NULL;
  g_autofree char            *findings = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (front_matter, "  - name: Øvelse %u\n    heading: Bro\n", i);
  article = make (front_matter->str, BODY);
  list = fys_exercise_list_new (article);
  findings = describe_findings (list, article);
  g_assert_cmpuint (fys_exercise_list_get_n (list), ==, 200);
  g_assert_nonnull (strstr (findings, "404:5 No more than 200 exercises can be stated; the rest is left out"));
}

static void
assert_unread (const char *body,
               const char *expected)
{
  g_autoptr (FysArticle)      article = make ("title: x\n", body);
  g_autoptr (FysExerciseList) list = fys_exercise_list_new (article);
  g_autofree char            *findings = describe_findings (list, article);

  g_assert_cmpstr (findings, ==, expected);
}

/* What looks like a dosage and is not understood is told; tempo, breath, ice and a permission are understood to be none. */
/* A section that many items name is kept once, however long it is. */
static void
test_one_section (void)
{
  g_autoptr (FysArticle)      article = make ("title: t\nexercises:\n"
                                              "  - name: En\n    heading: Om ryggen\n    reps: 5\n"
                                              "  - name: To\n    heading: Om ryggen\n    reps: 6\n",
                                              BODY "Lig på ryggen, og hold i 20 sekunder. Gentag 10 gange.\n");
  g_autoptr (FysExerciseList) list = fys_exercise_list_new (article);
  g_autofree char            *found = describe (list);
  const FysExercise          *first = fys_exercise_list_get (list, 0);
  const FysExercise          *second = fys_exercise_list_get (list, 1);

  g_assert_cmpstr (found, ==, "En|h20 r5\nTo|h20 r6\n");
  g_assert_true (first->instruction == second->instruction);
  g_assert_true (first->text == second->text);
  g_assert_nonnull (strstr (first->text, "20 sekunder"));
}

static void
test_unread (void)
{
  assert_unread ("## Øvelser\n\n### Bro\n\nLig på ryggen.\n\nLøft hoften, og hold i 30-20 sekunder.\n",
                 "10:0 “30-20 sekunder” looks like a dosage, but is not understood\n");
  assert_unread ("## Øvelser\n\n### Bro\n\nLig på ryggen, og løft hoften op fra gulvet. Lav 3 sæt af 10, 3 gange om måneden.\n",
                 "8:0 “3 gange om måneden” looks like a dosage, but is not understood\n");
  assert_unread ("## Øvelser\n\n### Bro\n\nLig på ryggen, og løft hoften op fra gulvet. Gentag 900 gange.\n",
                 "8:0 “900 gange” looks like a dosage, but is not understood\n");
  assert_unread ("## Øvelser\n\n### Bro\n\nLig på ryggen, og løft hoften over 3 sekunder. Ånd ind i 4 sekunder. Gentag 10 gange. Øvede kan tage 20 "
                 "gange. Læg is på i 20 minutter. Gentag nogle gange.\n",
                 "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stated/none", test_none);
  g_test_add_func ("/stated/complete-and-in-order", test_complete_and_in_order);
  g_test_add_func ("/stated/places", test_places);
  g_test_add_func ("/stated/figures", test_figures);
  g_test_add_func ("/stated/slices", test_slices);
  g_test_add_func ("/stated/values", test_values);
  g_test_add_func ("/stated/faults", test_faults);
  g_test_add_func ("/stated/many", test_many);
  g_test_add_func ("/stated/unread", test_unread);
  g_test_add_func ("/stated/one-section", test_one_section);
  return g_test_run ();
}
