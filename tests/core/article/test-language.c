/* test-language.c - the language that an article is written in
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/article/fys-article.h"

#include <string.h>

static void
assert_language (const char *markdown,
                 const char *expected)
{
  g_autoptr (GBytes)     bytes = g_bytes_new (markdown, strlen (markdown));
  g_autoptr (FysArticle) article = fys_article_new_from_bytes (bytes, "article.md");

  g_assert_cmpstr (fys_article_get_language (article), ==, expected);
}

#define DANISH "Stå med let bøjede knæ, og løft armene op til siden. Hold dem der, mens du trækker vejret roligt."
#define ENGLISH "Stand with your knees slightly bent and lift the arms. Hold them there while you breathe calmly."

static void
test_words (void)
{
  static const struct
  {
    const char *markdown;
    const char *language;
  } cases[] = {
    { DANISH, "da" },
    { ENGLISH, "en" },
    { "# Calf stretch\n\nHold 20 seconds, and repeat 3 times on each leg.\n", "en" },
    { "# Lægstræk\n\nHold 20 sekunder, og gentag 3 gange på hvert ben.\n", "da" },
    { "## Øvelser\n\n- Knæbøj: 3 x 10\n", "da" },
    { "OG DET ER SÅDAN. Og Det Er.", "da" },
    { "The Side Plank. Then The Bridge.", "en" },
    /* A list, a table and a quotation are text too. */
    { "- Lie on your back\n- Lift the hips\n- Keep breathing\n", "en" },
    { "> Lie on your back and lift the hips.\n", "en" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_language (cases[i].markdown, cases[i].language);
}

/* What the two languages share decides nothing, and neither do a few words of the other one. */
static void
test_doubt (void)
{
  static const char *const cases[] = {
    "",
    "---\ntitle: The whole of it\n---\n",
    "# The bridge\n",
    "3 x 10\n\n2 x 30\n",
    "Is. To. For. At. Over. By. Have. I.\n",
    "Xyz qwe rty uio.\n",
    DANISH "\n\n“The bird dog” er navnet på den i engelske bøger.\n",
    "```\nthe and of with you your that this from\n```\n",
    "\xff\xfe\x80 \xc3\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_language (cases[i], "da");
}

static void
test_front_matter (void)
{
  static const struct
  {
    const char *front_matter;
    const char *body;
    const char *language;
  } cases[] = {
    { "lang: da", ENGLISH, "da" },
    { "lang: en", DANISH, "en" },
    { "language: en", DANISH, "en" },
    { "lang: en-GB", DANISH, "en" },
    { "lang: en_US", DANISH, "en" },
    { "lang: EN", DANISH, "en" },
    { "language: English", DANISH, "en" },
    { "language: engelsk", DANISH, "en" },
    { "language: dansk", ENGLISH, "da" },
    { "lang: da\nlanguage: en", ENGLISH, "da" },
    /* Not a language of the program, or no language at all: the text says it. */
    { "lang: sv", ENGLISH, "en" },
    { "lang: sv", DANISH, "da" },
    { "lang: ende", DANISH, "da" },
    { "lang: sv\nlanguage: en", DANISH, "en" },
    { "lang:", ENGLISH, "en" },
    { "lang: [en, da]", DANISH, "da" },
    { "lang: {en: 1}", DANISH, "da" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *markdown = g_strdup_printf ("---\ntitle: X\n%s\n---\n\n%s\n", cases[i].front_matter, cases[i].body);

      assert_language (markdown, cases[i].language);
    }
}

/* The beginning decides, however much comes after it. */
static void
test_long (void)
{
  g_autoptr (GString) markdown = g_string_new (NULL);

  for (guint i = 0; i < 100; i++)
    g_string_append (markdown, DANISH "\n\n");
  for (guint i = 0; i < 10000; i++)
    g_string_append (markdown, ENGLISH "\n\n");
  assert_language (markdown->str, "da");

  g_string_truncate (markdown, 0);
  for (guint i = 0; i < 100000; i++)
    g_string_append (markdown, "letters");
  g_string_append (markdown, "\n\n" ENGLISH "\n");
  assert_language (markdown->str, "da");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/language/words", test_words);
  g_test_add_func ("/language/doubt", test_doubt);
  g_test_add_func ("/language/front-matter", test_front_matter);
  g_test_add_func ("/language/long", test_long);
  return g_test_run ();
}
