/* test-reading-place.c - a place is found again in the same article, and in another version of it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/reading/fys-reading-place.h"

#include <math.h>
#include <string.h>

#define INTRO   "Smerter i ryggen er almindelige.\n\n"
#define CAUSES  "## Årsager\n\nDe fleste får ondt uden en tydelig grund.\n\nAndre har løftet noget tungt.\n\n"
#define DETAIL  "### Muskler\n\nEn spændt muskel kan gøre ondt i dagevis.\n\n"
#define HELP    "## Søg hjælp\n\nRing til lægen ved følelsesløshed.\n\n"

static FysArticle *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return fys_article_new_from_bytes (bytes, "test.md");
}

static guint
find_block (FysArticle *article,
            const char *beginning)
{
  guint           n_blocks;
  const FysBlock *blocks = fys_article_get_blocks (article, &n_blocks);

  for (guint i = 0; i < n_blocks; i++)
    if (strncmp (blocks[i].text.text, beginning, strlen (beginning)) == 0)
      return i;
  g_assert_not_reached ();
}

/* The same article: the same block and the same letter, wherever it is. */
static void
test_there_and_back (void)
{
  g_autoptr (FysArticle) article = parse ("# Ryg\n\n" INTRO CAUSES DETAIL HELP "| a | b |\n|---|---|\n| 1 | 2 |\n\n![](x.png)\n");
  const double           parts[] = { 0.0, 0.25, 0.9 };
  double                 before = -1.0;
  guint                  n_blocks;

  (void) fys_article_get_blocks (article, &n_blocks);
  for (guint block = 0; block < n_blocks; block++)
    for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
      {
        double          progress, part;
        guint           found;
        FysReadingPlace place = fys_reading_place_make (article, block, parts[i], &progress);

        g_assert_true (fys_reading_place_find (article, &place, progress, &found, &part));
        g_assert_cmpuint (found, ==, block);
        g_assert_cmpfloat (fabs (part - parts[i]), <, 1e-6);
        g_assert_cmpfloat (progress, >, before);
        before = progress;
        fys_reading_place_clear (&place);
      }
  g_assert_cmpfloat (before, <=, 1.0);
}

static void
assert_carried (const char *from_text,
                const char *beginning,
                const char *to_text,
                const char *expected)
{
  g_autoptr (FysArticle) from = parse (from_text);
  g_autoptr (FysArticle) to = parse (to_text);
  double                 progress, part;
  guint                  found;
  FysReadingPlace        place = fys_reading_place_make (from, find_block (from, beginning), 0.1, &progress);

  g_assert_true (fys_reading_place_find (to, &place, progress, &found, &part));
  g_assert_cmpuint (found, ==, find_block (to, expected));
  g_assert_true (part >= 0.0 && part <= 1.0);
  fys_reading_place_clear (&place);
}

static void
test_new_version (void)
{
  /* What comes before and after is of no matter, nor is where the section stands. */
  assert_carried (INTRO CAUSES DETAIL HELP, "En spændt", INTRO INTRO INTRO HELP CAUSES DETAIL, "En spændt");
  assert_carried (INTRO CAUSES HELP, "Andre har", INTRO CAUSES DETAIL HELP, "Andre har");
  assert_carried (INTRO CAUSES, "Smerter", INTRO, "Smerter");
  /* The section is gone: about as far into the article. */
  assert_carried (INTRO CAUSES DETAIL HELP, "Ring til", INTRO CAUSES, "Andre har");
  assert_carried (INTRO CAUSES DETAIL HELP, "De fleste", INTRO "Noget andet står der nu.\n\nOg mere til.\n\n", "Smerter");
  /* The section has nothing but its heading. */
  assert_carried (INTRO CAUSES, "Andre har", INTRO "## Årsager\n\n" HELP, "Årsager");
}

static void
test_nothing_to_find (void)
{
  g_autoptr (FysArticle) empty = parse ("");
  g_autoptr (FysArticle) heading_first = parse (CAUSES);
  FysReadingPlace        place = fys_reading_place_make (empty, 0, 0.5, NULL);
  double                 part;
  guint                  block;

  g_assert_cmpstr (place.slug, ==, "");
  g_assert_false (fys_reading_place_find (empty, &place, 0.5, &block, &part));
  /* There is nothing before the first heading. */
  g_assert_true (fys_reading_place_find (heading_first, &place, 0.5, &block, &part));
  g_assert_cmpuint (block, ==, 0);
  fys_reading_place_clear (&place);

  place = fys_reading_place_make (heading_first, 12345, 0.5, NULL);
  g_assert_cmpstr (place.slug, ==, "");
  fys_reading_place_clear (&place);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reading-place/there-and-back", test_there_and_back);
  g_test_add_func ("/reading-place/new-version", test_new_version);
  g_test_add_func ("/reading-place/nothing-to-find", test_nothing_to_find);
  return g_test_run ();
}
