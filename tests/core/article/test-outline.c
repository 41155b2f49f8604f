/* test-outline.c - headings: questions, warnings, slugs, nesting
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/article/fys-outline.h"

#include <string.h>

#include "article-dump.h"

static const struct
{
  const char *title;
  gboolean    is_faq;
} faq_cases[] = {
  { "Ofte stillede spørgsmål om iskias", TRUE },
  { "OFTE STILLEDE SPØRGSMÅL", TRUE },
  { "Spørgsmål og svar", TRUE },
  { "Spørgsmål & svar", FALSE },
  { "Hyppige spørgsmål om knæ", TRUE },
  { "FAQ", TRUE },
  { "Knæ: FAQ’s", TRUE },
  { "Q&A", TRUE },
  { "Frequently Asked Questions", TRUE },
  { "Kan stress påvirke immunforsvaret?", FALSE },
  { "Faqir", FALSE },
  { "Spørgsmål til din læge", FALSE },
  { "", FALSE },
};

static const struct
{
  const char *title;
  gboolean    is_urgent;
} urgent_cases[] = {
  { "Hvornår skal jeg søge hjælp hos en fysioterapeut?", TRUE },
  { "Hvornår bør man opsøge læge?", TRUE },
  { "Hvornår skal jeg søge læge eller akut hjælp?", TRUE },
  { "Hvornår skal jeg kontakte lægen?", TRUE },
  { "Hvornår skal jeg tage kontakt til en fysioterapeut?", TRUE },
  { "Hvornår er det akut?", TRUE },
  { "Hvornår er rygsmerter farlige?", TRUE },
  { "Hvordan ved jeg, om skaden er alvorlig?", TRUE },
  { "Røde flag", TRUE },
  { "Advarselstegn ved hovedpine", TRUE },
  { "Faresignaler", TRUE },
  { "Søg straks læge ved disse tegn", TRUE },
  { "Symptomer der kræver akut hjælp", TRUE },
  { "Ring 112", TRUE },
  { "When should I see a doctor?", TRUE },
  { "When to seek help", TRUE },
  { "Red flags", TRUE },
  /* A word alone says nothing. */
  { "Akutte smerter", FALSE },
  { "Akut behandling", FALSE },
  { "Hvad hjælper hurtigt mod iskias?", FALSE },
  { "Kan øvelser hjælpe mod smerter?", FALSE },
  { "Er squat farligt for knæene?", FALSE },
  { "Hvornår er smerter akutte, og hvornår er de kroniske?", FALSE },
  { "Hvornår er hovedpine akut eller kronisk?", FALSE },
  { "Hvornår skal jeg begynde at se en fysioterapeut?", FALSE },
  { "Hvor hurtigt skal jeg se en fysioterapeut?", FALSE },
  { "Hvornår kan jeg løbe igen?", FALSE },
  { "Hvornår hjælper en operation?", FALSE },
  { "Sådan hjælper lægen", FALSE },
  { "", FALSE },
};

static const struct
{
  const char *text;
  gboolean    is_urgent;
} text_cases[] = {
  { "Ved lammelser er det vigtigt at søge lægehjælp straks.", TRUE },
  { "Ring 112, hvis brystsmerten ikke går væk.", TRUE },
  { "Smerten kommer. Kontakt omgående vagtlæge eller skadestue.", TRUE },
  { "Det gør ondt straks. Søg hjælp, når det passer dig.", FALSE },
  { "Akutte smerter kan du ofte selv hjælpe på.", FALSE },
  { "Vi ringer op med det samme.", FALSE },
  { "Øvelse 112 tager et minut", FALSE },
  { "", FALSE },
};

static FysArticle *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  FysArticle *article = fys_article_new_from_bytes (bytes, NULL);

  article_assert_sound (article);
  return article;
}

static void
assert_slugs (const char        *text,
              const char *const *slugs)
{
  g_autoptr (FysArticle) article = parse (text);
  guint             n;
  const FysSection *sections = fys_article_get_sections (article, &n);

  g_assert_cmpuint (n, ==, g_strv_length ((char **) slugs));
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpstr (sections[i].slug, ==, slugs[i]);
      g_assert_cmpuint (fys_article_find_section (article, slugs[i]), ==, i);
    }
  g_assert_cmpuint (fys_article_find_section (article, "no-such-section"), ==, FYS_NONE);
}

static void
test_faq_titles (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (faq_cases); i++)
    {
      g_test_message ("%s", faq_cases[i].title);
      g_assert_cmpint (fys_outline_is_faq_title (faq_cases[i].title), ==, faq_cases[i].is_faq);
    }
}

static void
test_urgent_titles (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (urgent_cases); i++)
    {
      g_test_message ("%s", urgent_cases[i].title);
      g_assert_cmpint (fys_outline_is_urgent_title (urgent_cases[i].title), ==, urgent_cases[i].is_urgent);
    }
}

static void
test_urgent_texts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (text_cases); i++)
    {
      g_test_message ("%s", text_cases[i].text);
      g_assert_cmpint (fys_outline_is_urgent_text (text_cases[i].text), ==, text_cases[i].is_urgent);
    }
}

/* A heading that says it takes the place of any text. */
static void
test_urgent_text_is_a_fallback (void)
{
  g_autoptr (FysArticle) without = parse ("# Ryg\n\nRo.\n\n## Fald\n\nSøg straks læge.\n");
  g_autoptr (FysArticle) with = parse ("# Ryg\n\nRo.\n\n## Fald\n\nSøg straks læge.\n\n## Røde flag\n\nFeber.\n");
  g_autoptr (FysArticle) table = parse ("# Ryg\n\n| a | b |\n|---|---|\n| lammelse | ring 112 |\n");
  guint n;

  g_assert_cmpint (fys_article_get_sections (without, &n)[0].flags, ==, 0);
  g_assert_cmpint (fys_article_get_sections (without, &n)[1].flags, ==, FYS_SECTION_URGENT);
  g_assert_cmpint (fys_article_get_sections (with, &n)[1].flags, ==, 0);
  g_assert_cmpint (fys_article_get_sections (with, &n)[2].flags, ==, FYS_SECTION_URGENT);
  g_assert_cmpint (fys_article_get_sections (table, &n)[0].flags, ==, FYS_SECTION_URGENT);
}

static void
test_slugs (void)
{
  static const char *const equal[] = { "a", "a-2", "a-3", NULL };
  static const char *const taken_before[] = { "a-2", "a", "a-3", NULL };
  static const char *const taken_after[] = { "a", "a-2", "a-2-2", NULL };
  static const char *const empty[] = { "section", "section-2", NULL };

  assert_slugs ("# A\n# a\n# a!\n", equal);
  assert_slugs ("# a 2\n# a\n# a\n", taken_before);
  assert_slugs ("# a\n# a\n# a 2\n", taken_after);
  assert_slugs ("#\n# ?!\n", empty);
}

/* A million headings that want the same slug take no longer than as many others. */
static void
test_many_equal_slugs (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (FysArticle) article = NULL;
  guint n;

  for (guint i = 2; i < 50000; i++)
    g_string_append_printf (text, "# a %u\n", i);
  for (guint i = 2; i < 50000; i++)
    g_string_append (text, "# a\n");
  article = parse (text->str);
  g_assert_cmpstr (fys_article_get_sections (article, &n)[49998].slug, ==, "a");
  g_assert_cmpstr (fys_article_get_sections (article, &n)[49999].slug, ==, "a-50000");
}

static void
test_questions (void)
{
  g_autoptr (FysArticle) article = parse ("## FAQ\n\n### En?\n\nJa.\n\n#### Mere\n\n### FAQ\n\n## Andet\n\n### Tre?\n");
  guint             n;
  const FysSection *sections = fys_article_get_sections (article, &n);

  g_assert_cmpuint (n, ==, 6);
  g_assert_cmpint (sections[0].flags, ==, FYS_SECTION_FAQ);
  g_assert_cmpint (sections[1].flags, ==, FYS_SECTION_QUESTION);
  g_assert_cmpint (sections[2].flags, ==, 0); /* a part of the answer */
  g_assert_cmpint (sections[3].flags, ==, FYS_SECTION_QUESTION);
  g_assert_cmpint (sections[4].flags, ==, 0);
  g_assert_cmpint (sections[5].flags, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article/outline/faq-titles", test_faq_titles);
  g_test_add_func ("/article/outline/urgent-titles", test_urgent_titles);
  g_test_add_func ("/article/outline/urgent-texts", test_urgent_texts);
  g_test_add_func ("/article/outline/urgent-text-is-a-fallback", test_urgent_text_is_a_fallback);
  g_test_add_func ("/article/outline/slugs", test_slugs);
  g_test_add_func ("/article/outline/many-equal-slugs", test_many_equal_slugs);
  g_test_add_func ("/article/outline/questions", test_questions);
  return g_test_run ();
}
