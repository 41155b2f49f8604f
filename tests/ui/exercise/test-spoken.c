/* test-spoken.c - what a voice says is what the screen says, in both languages
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/exercise/fys-spoken.h"

#include <string.h>

#include "ui/exercise/fys-step-text.h"

static void
assert_same (const char *spoken,
             const char *shown)
{
  g_autofree char *folded_spoken = g_utf8_casefold (spoken, -1);
  g_autofree char *folded_shown = g_utf8_casefold (shown, -1);

  g_assert_cmpstr (folded_spoken, ==, folded_shown);
}

/* What the screen shows for an English text, by the translation in po/: a test cannot count on a Danish locale. Returns: (transfer full) */
static char *
dup_danish (const char *context,
            const char *english)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "po", "da.po", NULL);
  g_autofree char *po = NULL;
  g_autofree char *context_line = context != NULL ? g_strdup_printf ("msgctxt \"%s\"\n", context) : g_strdup ("");
  g_autofree char *head = g_strdup_printf ("\n%smsgid \"%s\"\nmsgstr \"", context_line, english);
  g_autoptr (GError) error = NULL;
  const char *place;

  g_assert_true (g_file_get_contents (path, &po, NULL, &error));
  g_assert_no_error (error);
  place = strstr (po, head);
  g_assert_nonnull (place);
  place += strlen (head);
  return g_strndup (place, strcspn (place, "\""));
}

/* Those of the words that the screen shows too. */
static void
test_catalogue (void)
{
  static const struct
  {
    FysSpokenWord word;
    const char   *context;
    const char   *english;
  } words[] = {
    { FYS_SPOKEN_GET_READY, NULL, "Get Ready" },
    { FYS_SPOKEN_HOLD, "step", "Hold" },
    { FYS_SPOKEN_REST, "step", "Rest" },
    { FYS_SPOKEN_SWITCH_SIDE, NULL, "Switch Side" },
    { FYS_SPOKEN_LEFT_SIDE, NULL, "Left side" },
    { FYS_SPOKEN_RIGHT_SIDE, NULL, "Right side" },
    { FYS_SPOKEN_PAUSED, NULL, "Paused" },
  };
  static const FysStepKind kinds[] = { FYS_STEP_PREPARE, FYS_STEP_HOLD, FYS_STEP_REST, FYS_STEP_SWITCH_SIDE };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *danish = dup_danish (words[i].context, words[i].english);

      assert_same (fys_spoken_get_word (words[i].word, "en"), words[i].english);
      assert_same (fys_spoken_get_word (words[i].word, "da"), danish);
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      FysStep step = { .kind = kinds[i] };

      g_assert_cmpstr (fys_step_get_word (&step), ==, words[i].english);
    }
}

/* A language that the program does not speak is spoken in Danish, as its articles are. */
static void
test_languages (void)
{
  for (FysSpokenWord word = 0; word < FYS_N_SPOKEN_WORDS; word++)
    {
      g_assert_cmpstr (fys_spoken_get_word (word, "da"), !=, "");
      g_assert_cmpstr (fys_spoken_get_word (word, "en"), !=, "");
      g_assert_cmpstr (fys_spoken_get_word (word, "sv"), ==, fys_spoken_get_word (word, "da"));
      g_assert_cmpstr (fys_spoken_get_word (word, NULL), ==, fys_spoken_get_word (word, "da"));
    }
}

static void
assert_steps (const FysPlan *plan,
              const char    *language,
              const char    *expected)
{
  g_autoptr (FysProgram) program = fys_program_new (plan, 1, 0);
  g_autoptr (GString) said = g_string_new (NULL);
  guint n_steps;
  const FysStep *steps = fys_program_get_steps (program, &n_steps);

  for (guint i = 0; i < n_steps; i++)
    {
      g_autofree char *text = fys_spoken_dup_step (steps, i, i == 0 ? "Broen" : NULL, language);

      g_string_append_printf (said, "%s|", text);
    }
  g_assert_cmpstr (said->str, ==, expected);
}

/* The name once, a side once for all that is done on it, and repetitions as one counts aloud. */
static void
test_steps (void)
{
  const FysPlan holds = { .prepare_s = 5, .hold_s = 20, .reps = 2, .sets = 1, .rep_rest_s = 5, .switch_s = 4, .is_per_side = TRUE };
  const FysPlan counted = { .reps = 3, .sets = 1 };

  assert_steps (&holds, "da",
                "Broen. Gør dig klar. Venstre side|Hold|Hvil|Hold|Skift side. Højre side|Hold|Hvil|Hold|");
  assert_steps (&holds, "en",
                "Broen. Get ready. Left side|Hold|Rest|Hold|Switch side. Right side|Hold|Rest|Hold|");
  assert_steps (&counted, "da", "Broen. Begynd|2|3|");
}

static void
test_length (void)
{
  g_assert_cmpint (fys_spoken_get_length_us ("1"), <, G_USEC_PER_SEC);
  g_assert_cmpint (fys_spoken_get_length_us ("Skift side. Højre side"), >, G_USEC_PER_SEC);
  g_assert_cmpint (fys_spoken_get_length_us ("æøå"), ==, fys_spoken_get_length_us ("aoa"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exercise/spoken/languages", test_languages);
  g_test_add_func ("/exercise/spoken/steps", test_steps);
  g_test_add_func ("/exercise/spoken/length", test_length);
  g_test_add_func ("/exercise/spoken/catalogue", test_catalogue);
  return g_test_run ();
}
