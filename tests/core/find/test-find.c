/* test-find.c - what finds what
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/article/fys-find.h"

#include <string.h>

/* The hits, marked with brackets in the text. */
static char *
mark_hits (const char *text,
           const char *needle)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (FysFindHit));
  GString *out = g_string_new (NULL);
  guint    at = 0;

  fys_find_in_text (text, needle, 7, 3, hits);
  for (guint i = 0; i < hits->len; i++)
    {
      const FysFindHit *hit = &g_array_index (hits, FysFindHit, i);

      g_assert_cmpuint (hit->block, ==, 7);
      g_assert_cmpuint (hit->cell, ==, 3);
      g_assert_cmpuint (hit->start, >=, at);
      g_assert_cmpuint (hit->end, >, hit->start);
      g_assert_cmpuint (hit->end, <=, strlen (text));
      g_string_append_len (out, text + at, hit->start - at);
      g_string_append_c (out, '[');
      g_string_append_len (out, text + hit->start, hit->end - hit->start);
      g_string_append_c (out, ']');
      at = hit->end;
    }
  g_string_append (out, text + at);

  g_assert_true (g_utf8_validate (out->str, -1, NULL));
  return g_string_free (out, FALSE);
}

static const struct
{
  const char *text;
  const char *needle;
  const char *marked;
} cases[] = {
  { "", "a", "" },
  { "text", "", "text" },
  { "text", "  \t", "text" },
  { "Iskias og ISKIAS", "iskias", "[Iskias] og [ISKIAS]" },
  { "aaaa", "aa", "[aa][aa]" },
  { "aaa", "aa", "[aa]a" },
  { "abababac", "ababac", "ab[ababac]" },
  { "en to", " to ", "en [to]" },

  /* Danish letters: themselves and as they are typed without them, but no part of them. */
  { "Knæ, ØVELSE, gå", "æ", "Kn[æ], ØVELSE, gå" },
  { "Knæ, ØVELSE, gå", "ø", "Knæ, [Ø]VELSE, gå" },
  { "lår", "å", "l[å]r" },
  { "lår", "laar", "[lår]" },
  { "lår", "a", "lår" },
  { "lår", "la", "lår" },
  { "lår", "ar", "lår" },
  { "knæ", "knae", "[knæ]" },
  { "knæ", "e", "knæ" },
  { "øvelse", "oevelse", "[øvelse]" },
  { "øvelse", "o", "øvelse" },
  { "Aabenraa", "åbenrå", "[Aabenraa]" },
  { "poesi", "oe", "p[oe]si" },
  { "ÅÆØ", "åæø", "[ÅÆØ]" },

  /* Composed and decomposed. */
  { "la\xcc\x8ar", "lår", "[la\xcc\x8ar]" },
  { "lår", "la\xcc\x8ar", "[lår]" },
  { "la\xcc\x8ar", "a", "la\xcc\x8ar" },
  { "fu\xcc\x88r", "für", "[fu\xcc\x88r]" },
  { "für", "fur", "für" },
  { "én gang, allé", "en", "[én] gang, allé" },
  { "én gang, allé", "alle", "én gang, [allé]" },

  /* Signs and spaces. */
  { "20–30 sekunder", "20-30", "[20–30] sekunder" },
  { "20\xc2\xa0sek", "20 sek", "[20\xc2\xa0sek]" },
  { "to\nlinjer", "to linjer", "[to\nlinjer]" },
  { "to   rum", "to rum", "[to   rum]" },
  { "iski\xc2\xad" "as", "iskias", "[iski\xc2\xad" "as]" },
  { "“nerve” og ‘glider’", "\"nerve\"", "[“nerve”] og ‘glider’" },
  { "don’t", "don't", "[don’t]" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *marked = mark_hits (cases[i].text, cases[i].needle);

      g_test_message ("“%s” in “%s”", cases[i].needle, cases[i].text);
      g_assert_cmpstr (marked, ==, cases[i].marked);
    }
}

/* Many marks on one letter, and a text and a needle that a naive search would go through again and again. */
static void
test_hostile (void)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (FysFindHit));
  GString         *text = g_string_new ("x");
  g_autofree char *long_text = g_strnfill (1000 * 1000, 'a');
  g_autofree char *long_needle = g_strnfill (10 * 1000, 'a');

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "\xcc\x88");
  fys_find_in_text (text->str, "x", 0, FYS_NONE, hits);
  fys_find_in_text ("x", text->str, 0, FYS_NONE, hits);
  g_assert_cmpuint (hits->len, ==, 0);
  g_string_free (text, TRUE);

  long_needle[9999] = 'b';
  fys_find_in_text (long_text, long_needle, 0, FYS_NONE, hits);
  g_assert_cmpuint (hits->len, ==, 0);

  fys_find_in_text ("a\xff", "\xff", 0, FYS_NONE, hits);
}

static FysArticle *
parse (const char *markdown)
{
  g_autoptr (GBytes) bytes = g_bytes_new (markdown, strlen (markdown));

  return fys_article_new_from_bytes (bytes, "test.md");
}

static void
test_article (void)
{
  g_autoptr (FysArticle) article = parse ("Et knæ og *et andet* knæ.\n\n| knæ | b |\n|---|---|\n| a | to **knæ**led |\n\n- i et k**n**æ\n");
  g_autoptr (GArray) hits = fys_find_in_article (article, "knæ");
  g_autoptr (GArray) spans = fys_find_in_article (article, "og et andet knæ");
  g_autoptr (GArray) nothing = fys_find_in_article (article, NULL);
  const guint blocks[] = { 0, 0, 1, 1, 2 };
  const guint cells[] = { FYS_NONE, FYS_NONE, 0, 3, FYS_NONE };

  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_cmpuint (spans->len, ==, 1);
  g_assert_cmpuint (hits->len, ==, G_N_ELEMENTS (blocks));
  for (guint i = 0; i < hits->len; i++)
    {
      g_assert_cmpuint (g_array_index (hits, FysFindHit, i).block, ==, blocks[i]);
      g_assert_cmpuint (g_array_index (hits, FysFindHit, i).cell, ==, cells[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/find/cases", test_cases);
  g_test_add_func ("/find/hostile", test_hostile);
  g_test_add_func ("/find/article", test_article);

  return g_test_run ();
}
