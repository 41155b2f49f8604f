/* test-caution.c - where an article says when to stop
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/exercise/fys-caution.h"

#include <string.h>

#define BRIDGE "### Broen\n\nLig på ryggen, og løft bækkenet. Gentag 8–10 gange.\n\n"

static void
assert_caution (const char *markdown,
                const char *expected)
{
  g_autoptr (GBytes) bytes = g_bytes_new (markdown, strlen (markdown));
  g_autoptr (FysArticle) article = fys_article_new_from_bytes (bytes, "test.md");
  g_autoptr (FysExerciseList) exercises = fys_exercise_list_new (article);
  g_autofree char *text = fys_caution_dup_text (article, exercises);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_found (void)
{
  assert_caution ("## Øvelser\n\nBegynd roligt. Stop, hvis smerten bliver værre. Træk vejret.\n\n" BRIDGE,
                  "Stop, hvis smerten bliver værre.");
  assert_caution ("## Øvelser\n\nStart altid roligt og stop hvis det gør ondt!\n\n" BRIDGE, "Start altid roligt og stop hvis det gør ondt!");
  assert_caution ("## Øvelser\n\n- Gør det langsomt\n- Hold inde, hvis smerterne tiltager\n\n" BRIDGE, "Hold inde, hvis smerterne tiltager");
  assert_caution ("## Exercises\n\nStop if the pain gets worse.\n\n### The bridge\n\nLie on your back. Repeat 8–10 times.\n",
                  "Stop if the pain gets worse.");
  /* In the urgent section. */
  assert_caution ("## Øvelser\n\n" BRIDGE "## Hvornår skal jeg søge hjælp?\n\nAfbryd træningen, hvis smerten forværres.\n",
                  "Afbryd træningen, hvis smerten forværres.");
}

static void
test_not_found (void)
{
  assert_caution ("", NULL);
  assert_caution ("## Øvelser\n\n" BRIDGE, NULL);
  /* About something else, in another section. */
  assert_caution ("## Varme\n\nStop med varmen, hvis smerten bliver værre.\n\n## Øvelser\n\n" BRIDGE, NULL);
  /* The opposite, and a stop that nobody is told to make. */
  assert_caution ("## Øvelser\n\nDu skal ikke stoppe, bare fordi det giver smerter.\n\n" BRIDGE, NULL);
  assert_caution ("## Øvelser\n\nSmerten ved et nonstop løb er en anden.\n\n" BRIDGE, NULL);
  assert_caution ("## Øvelser\n\nGå til busstoppestedet uden smerter.\n\n" BRIDGE, NULL);
  /* Code is no advice. */
  assert_caution ("## Øvelser\n\n    stop hvis smerten bliver værre\n\n" BRIDGE, NULL);
}

/* Without a full stop for a whole page: not something to show on top, and not slow. */
static void
test_endless (void)
{
  g_autoptr (GString) text = g_string_new ("## Øvelser\n\nstop ");

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "smerte ");
  g_string_append (text, "\n\n" BRIDGE);
  assert_caution (text->str, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exercise/caution/found", test_found);
  g_test_add_func ("/exercise/caution/not-found", test_not_found);
  g_test_add_func ("/exercise/caution/endless", test_endless);
  return g_test_run ();
}
