/* test-autolink.c - bare addresses, and what is none
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/article/fys-article.h"

#include <string.h>

#include "article-dump.h"

/* @targets: the targets of all links, one a line */
static const struct
{
  const char *markdown;
  const char *targets;
} cases[] = {
  { "https://a.dk", "https://a.dk\n" },
  { "http://a.dk/b?c=d&e#f", "http://a.dk/b?c=d&e#f\n" },
  { "HTTPS://A.dk", "HTTPS://A.dk\n" },
  { "www.a.dk", "http://www.a.dk\n" },
  { "Se https://a.dk.", "https://a.dk\n" },
  { "Se https://a.dk, eller https://b.dk!?", "https://a.dk\nhttps://b.dk\n" },
  { "(https://a.dk)", "https://a.dk\n" },
  { "(https://a.dk/b_(c))", "https://a.dk/b_(c)\n" },
  { "https://a.dk/(b(c)", "https://a.dk/(b(c)\n" },
  { "[https://a.dk]", "https://a.dk\n" },
  { "“https://a.dk”", "https://a.dk\n" },
  { "»https://a.dk«", "https://a.dk\n" },
  { "https://a.dk…", "https://a.dk\n" },
  { "https://a.dk/æøå", "https://a.dk/æøå\n" },
  { "https://a.dk/b\\_c_d_e", "https://a.dk/b_c_d_e\n" },
  { "**https://a.dk**", "https://a.dk\n" },
  { "*https://a.dk/b* c", "https://a.dk/b\n" },
  { "https://a.dk/*b*", "https://a.dk/\n" },
  { "| a |\n|---|\n| https://a.dk |", "https://a.dk\n" },
  { "# https://a.dk", "https://a.dk\n" },
  { "> https://a.dk", "https://a.dk\n" },
  { "a  \nhttps://a.dk\nb", "https://a.dk\n" },
  /* links already */
  { "<https://a.dk>", "https://a.dk\n" },
  { "[https://a.dk](https://b.dk)", "https://b.dk\n" },
  { "[a](https://b.dk) https://c.dk", "https://b.dk\nhttps://c.dk\n" },
  { "[a https://b.dk c](d) https://e.dk", "d\nhttps://e.dk\n" },
  /* none */
  { "`https://a.dk`", "" },
  { "    https://a.dk", "" },
  { "<b title=\"https://a.dk\">", "" },
  { "![https://a.dk](b.png)", "" },
  { "https://", "" },
  { "https://.", "" },
  { "https:// a.dk", "" },
  { "ahttps://a.dk", "" },
  { "øhttps://a.dk", "" },
  { "www.", "" },
  { "www. a", "" },
  { "awww.a.dk", "" },
  { "ftp://a.dk", "" },
  { "a.dk", "" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].markdown, strlen (cases[i].markdown));
      g_autoptr (FysArticle) article = fys_article_new_from_bytes (bytes, NULL);
      g_autoptr (GString) targets = g_string_new (NULL);
      guint          n;
      const FysLink *links = fys_article_get_links (article, &n);

      g_test_message ("%s", cases[i].markdown);
      article_assert_sound (article);
      for (guint link = 0; link < n; link++)
        g_string_append_printf (targets, "%s\n", links[link].target);
      g_assert_cmpstr (targets->str, ==, cases[i].targets);
    }
}

/* Each of these made a naive search go over the same text again and again. */
static void
test_hostile (void)
{
  static const char *const parts[] = {
    "https://", "https://a(", "www.", "(https://a*b*", "*https://a* ", "https://a.........", "[https://a](", "h",
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (FysArticle) article = NULL;

      while (text->len < 500000)
        g_string_append (text, parts[i]);
      bytes = g_bytes_new_static (text->str, text->len);
      article = fys_article_new_from_bytes (bytes, NULL);
      article_assert_sound (article);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article/autolink/cases", test_cases);
  g_test_add_func ("/article/autolink/hostile", test_hostile);
  return g_test_run ();
}
