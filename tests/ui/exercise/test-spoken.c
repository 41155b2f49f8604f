/* test-spoken.c - what a voice says is what the screen says, in both languages
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/exercise/fys-spoken.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "ui/exercise/fys-step-text.h"

static void
assert_same (const char *spoken,
             const char *shown)
{
  g_autofree char *folded_spoken = g_utf8_casefold (spoken, -1);
  g_autofree char *folded_shown = g_utf8_casefold (shown, -1);

  g_assert_cmpstr (folded_spoken, ==, folded_shown);
}

/* Those of the words that the screen shows too, by the texts of this program's own catalogue. */
static void
assert_words (const char *language)
{
  static const struct
  {
    FysSpokenWord word;
    FysStepKind   kind;
  } kinds[] = {
    { FYS_SPOKEN_GET_READY, FYS_STEP_PREPARE },
    { FYS_SPOKEN_HOLD, FYS_STEP_HOLD },
    { FYS_SPOKEN_REST, FYS_STEP_REST },
    { FYS_SPOKEN_SWITCH_SIDE, FYS_STEP_SWITCH_SIDE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      FysStep step = { .kind = kinds[i].kind };

      assert_same (fys_spoken_get_word (kinds[i].word, language), fys_step_get_word (&step));
    }
  assert_same (fys_spoken_get_word (FYS_SPOKEN_LEFT_SIDE, language), fys_side_get_word (FYS_SIDE_LEFT));
  assert_same (fys_spoken_get_word (FYS_SPOKEN_RIGHT_SIDE, language), fys_side_get_word (FYS_SIDE_RIGHT));
  assert_same (fys_spoken_get_word (FYS_SPOKEN_PAUSED, language), _("Paused"));
}

static void
test_catalogue (void)
{
  assert_words ("en");

  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("FYSBOG_LOCALE_DIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_setenv ("LANGUAGE", "da", TRUE);
  g_assert_nonnull (setlocale (LC_ALL, "C.UTF-8"));
  g_assert_cmpstr (_("Paused"), !=, "Paused"); /* the catalogue was found */
  assert_words ("da");
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
