/* test-slug.c - FysFinder's rule for addresses, case by case
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/article/fys-slug.h"

static const struct
{
  const char *text;
  const char *slug;
} cases[] = {
  { "", "" },
  { "Iskias", "iskias" },
  { "Aalborg SØ", "aalborg-soe" },
  { "Hvad hjælper hurtigt mod iskias?", "hvad-hjaelper-hurtigt-mod-iskias" },
  { "ÆØÅÜ æøåü", "aeoeaau-aeoeaau" },
  { "  (Artrose)  –  slidgigt!  ", "artrose-slidgigt" },
  { "---", "" },
  { "?!", "" },
  { "en_to__tre", "en_to__tre" },
  { "_", "_" },
  { "24/7: 3 x 10", "24-7-3-x-10" },
  { "idé og café", "id-og-caf" },
  { "日本語", "" },
  { "日本 go 語", "go" },
  { "a\nb\tc", "a-b-c" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *slug = fys_slug_from_text (cases[i].text);

      g_assert_cmpstr (slug, ==, cases[i].slug);
    }
}

/* A slug is its own slug, so an address may be normalised twice. */
static void
test_is_idempotent (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *slug = fys_slug_from_text (cases[i].slug);

      g_assert_cmpstr (slug, ==, cases[i].slug);
    }
}

static void
test_long (void)
{
  g_autofree char *text = g_strnfill (1000000, '-');
  g_autofree char *slug = NULL;

  text[0] = 'A';
  text[999999] = 'B';
  slug = fys_slug_from_text (text);
  g_assert_cmpstr (slug, ==, "a-b");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article/slug/cases", test_cases);
  g_test_add_func ("/article/slug/is-idempotent", test_is_idempotent);
  g_test_add_func ("/article/slug/long", test_long);
  return g_test_run ();
}
