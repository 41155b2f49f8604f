/* test-place.c - a reader's place in an article that was changed
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window/fys-place.h"

#include "window-fixture.h"

/* Blocks: 0 A0, 1 ## En, 2 E1, 3 E2, 4 ## To, 5 T1, 6 T2 */
#define BEFORE "A0\n\n## En\n\nE1\n\nE2\n\n## To\n\nT1\n\nT2\n"

typedef struct
{
  const char *name;
  const char *after;
  guint       block;
  const char *expected; /* the text of the block that it becomes */
} Case;

static const Case cases[] = {
  { "same", BEFORE, 6, "T2" },
  { "text-put-in-above", "A0\n\nNyt\n\nNyt\n\n## En\n\nE1\n\nE2\n\n## To\n\nT1\n\nT2\n", 5, "T1" },
  { "section-put-in-above", "A0\n\n## Nul\n\nN\n\n## En\n\nE1\n\nE2\n\n## To\n\nT1\n\nT2\n", 6, "T2" },
  { "sections-swapped", "A0\n\n## To\n\nT1\n\nT2\n\n## En\n\nE1\n\nE2\n", 6, "T2" },
  { "moved-in-its-section", "A0\n\n## En\n\nE2\n\nNyt\n\nE1\n\n## To\n\nT1\n", 2, "E1" },
  { "text-rewritten", "A0\n\nNyt\n\n## En\n\nE1\n\nE2\n\n## To\n\nAnden\n\nT2\n", 5, "Anden" },
  { "twice-the-same", "A0\n\n## En\n\nE1\n\nE2\n\nE2\n\n## To\n\nT1\n", 3, "E2" },
  { "section-shorter", "A0\n\n## En\n\nE1\n\nE2\n\n## To\n", 6, "To" },
  { "section-gone", "A0\n\n## En\n\nE1\n\nE2\n", 6, "E2" },
  { "before-the-first-heading", "Nyt\n\nA0\n\n## En\n", 0, "A0" },
  { "beginning-gone", "## En\n\nE1\n", 0, "En" },
};

static void
test_case (gconstpointer user_data)
{
  const Case            *expected = user_data;
  g_autoptr (FysArticle) before = window_fixture_article (BEFORE);
  g_autoptr (FysArticle) after = window_fixture_article (expected->after);
  guint                  n_blocks;
  const FysBlock        *blocks = fys_article_get_blocks (after, &n_blocks);
  guint                  block = fys_place_carry (before, after, expected->block);

  g_assert_cmpuint (block, <, n_blocks);
  g_assert_cmpstr (blocks[block].text.text, ==, expected->expected);
}

static void
test_empty (void)
{
  g_autoptr (FysArticle) before = window_fixture_article (BEFORE);
  g_autoptr (FysArticle) empty = window_fixture_article ("");

  g_assert_cmpuint (fys_place_carry (before, empty, 3), ==, 0);
  g_assert_cmpuint (fys_place_carry (empty, before, 0), ==, 0);
  g_assert_cmpuint (fys_place_carry (empty, empty, 0), ==, 0);
  g_assert_cmpuint (fys_place_carry (empty, before, 99), ==, 6);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/place/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/place/empty", test_empty);

  return g_test_run ();
}
