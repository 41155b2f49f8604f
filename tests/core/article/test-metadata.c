/* test-metadata.c - front matter: what it says, and what is wrong with it and where
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "article-dump.h"
#include "core/article/fys-metadata-private.h"

static FysArticle *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  FysArticle *article = fys_article_new_from_bytes (bytes, NULL);

  article_assert_sound (article);
  return article;
}

static const struct
{
  const char *text;
  FysDate     date; /* all zero: none */
} date_cases[] = {
  { "12/10/2025", { 2025, 10, 12 } },
  { "1/2/2025", { 2025, 2, 1 } },
  { "12-10-2025", { 2025, 10, 12 } },
  { "12.10.2025", { 2025, 10, 12 } },
  { "2025-10-12", { 2025, 10, 12 } },
  { "2025-10-12T08:30:00Z", { 2025, 10, 12 } },
  { "2025-10-12 08:30", { 2025, 10, 12 } },
  { " 12/10/2025 ", { 2025, 10, 12 } },
  { "29/02/2024", { 2024, 2, 29 } },
  { "29/02/2025", { 0 } },
  { "31/04/2025", { 0 } },
  { "13/13/2025", { 0 } },
  { "00/10/2025", { 0 } },
  { "12/10/25", { 0 } },
  { "12/10-2025", { 0 } },
  { "12/10/2025x", { 0 } },
  { "2025-13-01", { 0 } },
  { "2025-10", { 0 } },
  { "0000-01-01", { 0 } },
  { "12. oktober 2025", { 0 } },
  { "", { 0 } },
  { "/", { 0 } },
  { "æ", { 0 } },
};

static void
test_dates (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (date_cases); i++)
    {
      FysDate  date = { 1, 1, 1 };
      gboolean is_date = fys_date_parse (date_cases[i].text, &date);

      g_test_message ("%s", date_cases[i].text);
      g_assert_cmpint (is_date, ==, fys_date_is_set (&date_cases[i].date));
      g_assert_cmpmem (&date, sizeof date, &date_cases[i].date, sizeof date);
    }
}

static void
test_all_keys (void)
{
  g_autoptr (FysArticle) article = parse (
    "---\ntitle: \"A: b\"\nmetaTitle: 'C'\nh1: D\ndescription: >-\n  e\n  f\nauthor: g\nspecialty: iskias\n"
    "previewImage: /h.png\npreviewImageAlt: i\nvideoUrl: https://j.dk\ndatePublished: 01/02/2025\nlastUpdated: \"2025-03-04\"\n"
    "unlisted: true\nbodyParts:\n  - ben\n  - mave\nrelated:\n  - type: ordbog\n    slug: k\n    title: 'L: m'\n"
    "  - type: page\n    slug: /n\nextra:\n  o: [p, q]\n---\n");
  const FysMetadata *metadata = fys_article_get_metadata (article);
  const FysNode     *extra = fys_metadata_get_node (metadata, "extra");

  g_assert_cmpuint (fys_article_get_diagnostics (article)->len, ==, 0);
  g_assert_cmpstr (metadata->title, ==, "A: b");
  g_assert_cmpstr (metadata->meta_title, ==, "C");
  g_assert_cmpstr (metadata->h1, ==, "D");
  g_assert_cmpstr (metadata->description, ==, "e f");
  g_assert_cmpstr (metadata->author, ==, "g");
  g_assert_cmpstr (metadata->specialty, ==, "iskias");
  g_assert_cmpstr (metadata->preview_image, ==, "/h.png");
  g_assert_cmpstr (metadata->preview_image_alt, ==, "i");
  g_assert_cmpstr (metadata->video_url, ==, "https://j.dk");
  g_assert_cmpuint (metadata->published.month, ==, 2);
  g_assert_cmpuint (metadata->updated.day, ==, 4);
  g_assert_true (metadata->is_unlisted);
  g_assert_cmpuint (g_strv_length ((char **) metadata->body_parts), ==, 2);
  g_assert_cmpstr (metadata->body_parts[1], ==, "mave");
  g_assert_cmpuint (metadata->n_related, ==, 2);
  g_assert_cmpstr (metadata->related[0].title, ==, "L: m");
  g_assert_cmpstr (metadata->related[1].slug, ==, "/n");
  g_assert_null (metadata->related[1].title);

  g_assert_nonnull (extra);
  g_assert_cmpint (extra->kind, ==, FYS_NODE_MAP);
  g_assert_cmpuint (extra->line, ==, 26); /* its first key; "extra:" stands before it */
  g_assert_null (fys_metadata_get_node (metadata, "nope"));
}

static void
test_nothing_stated (void)
{
  g_autoptr (FysArticle) article = parse ("---\ntitle:\nlastUpdated:\ndatePublished: \"\"\nbodyParts:\nrelated: ~\nunlisted: no\n---\n# a\n");
  const FysMetadata *metadata = fys_article_get_metadata (article);

  g_assert_null (metadata->title);
  g_assert_null (metadata->body_parts);
  g_assert_cmpuint (metadata->n_related, ==, 0);
  g_assert_false (metadata->is_unlisted);
  g_assert_false (fys_date_is_set (&metadata->updated));
  g_assert_false (fys_date_is_set (&metadata->published));
  g_assert_cmpuint (fys_article_get_diagnostics (article)->len, ==, 1); /* no title */
}

/* @title: what front matter states; @body: the text of the first block; @findings: "line:column severity", apart from a missing title */
static const struct
{
  const char *text;
  const char *title;
  const char *body;
  const char *findings;
} fault_cases[] = {
  { "---\ntitle: a\n---\nb", "a", "b", "" },
  { "---\ntitle: a\n---", "a", NULL, "" },
  { "--- \ntitle: a\n---\t\nb", "a", "b", "" },
  { "---\n---\nb", NULL, "b", "" },
  { "---\n\n# comment\ntitle: a\n---\nb", NULL, "", "" },
  { "---\n# comment\ntitle: a\n---\nb", "a", "b", "" },
  /* a rule, not front matter */
  { "---\n\nb", NULL, "", "" },
  { "---\n\nb\n\n---\n", NULL, "", "" },
  { "----\ntitle: a\n---\n", NULL, "", "" },
  { " ---\ntitle: a\n---\n", NULL, "", "" },
  { "---\n- a\n---\n", NULL, "", "" },
  { "---", NULL, "", "" },
  /* never closed */
  { "---\ntitle: a\n\nb\n", "a", "b", "1:1 error\n" },
  { "---\ntitle: a\n\n# b\n\n---\n\nc\n", "a", "b", "1:1 error\n" },
  { "---\ntitle: a\nb\n", NULL, "", "1:1 error\n" },
  { "---\nnote: a\n\nb\n", NULL, "", "1:1 error\n" },
  /* faults; what comes before them is kept */
  { "---\ntitle: a\n\tb: c\n---\nd", "a", "d", "3:1 error\n" },
  { "---\ntitle: a\nb:\n\t- c\n---\nd", "a", "d", "4:1 error\n" },
  { "---\ntitle: a\ntitle: b\n---\nc", "a", "c", "3:1 warning\n" },
  { "---\ntitle: a\nextra:\n  b: c\n  b: d\n---\ne", "a", "e", "5:3 warning\n" },
  { "---\ntitle: [a, b]\n---\nc", NULL, "c", "2:8 warning\n" },
  { "---\ntitle:\n  - a\n---\nc", NULL, "c", "3:3 warning\n" },
  { "---\ntitle: {a: b}\n---\nc", NULL, "c", "2:8 warning\n" },
  { "---\ntitle: a\nmetaTitle: b: c\n---\nd", "a", "d", "3:13 error\n" },
  { "---\ntitle: a\nmetaTitle: \"b\n---\nc", "a", "c", "3:12 error\n" },
  { "---\ntitle: a\nnonsense\nb: c\n---\nd", "a", "d", "3:1 error\n" },
  { "---\ntitle: a\nb: [c\n---\nd", "a", "d", "4:1 error\n" },
  { "---\nTITLE: a\n---\nb", "a", "b", "2:1 warning\n" },
  { "---\ntitle: æøå\nlastUpdated: i går\n---\nb", "æøå", "b", "3:14 warning\n" },
  { "---\ntitle: a\næøå: [b]: c\n---\nd", "a", "d", "3:9 error\n" },
  { "---\ntitle: a\nunlisted: maybe\n---\nb", "a", "b", "3:11 warning\n" },
  { "---\ntitle: a\nrelated: b\n---\nc", "a", "c", "3:10 warning\n" },
  { "---\ntitle: a\nrelated:\n  - type: x\n    slug: y\n  - z\n---\nc", "a", "c", "4:5 warning\n6:5 warning\n" },
  { "---\ntitle: a\nbodyParts: [b, [c]]\n---\nd", "a", "d", "3:16 warning\n" },
  { "---\ntitle: a\ndatePublished: 02/01/2025\nlastUpdated: 01/01/2025\n---\nb", "a", "b", "4:14 warning\n" },
  /* what YAML has and front matter has not */
  { "---\ntitle: &x a\nb: *x\n---\nc", "a", "c", "2:8 warning\n3:4 warning\n" },
  { "---\ntitle: a\n? [b]\n: c\n---\nd", "a", "d", "3:3 error\n" },
  { "---\ntitle: !!str a\n---\nb", "a", "b", "" },
  { "---\r\ntitle: a\r\nb: c: d\r\n---\r\ne\r\n", "a", "e", "3:5 error\n" },
  { "\xef\xbb\xbf---\ntitle: a\ntitle: b\n---\nc", "a", "c", "3:1 warning\n" },
  { "---\ntitle: \xe6\n---\nc", "\xef\xbf\xbd", "c", "2:8 error\n" },
  { "---\ntitle: a\x01\n---\nc", NULL, "c", "2:9 error\n" },
};

static char *
describe_findings (FysArticle *article)
{
  GPtrArray *diagnostics = fys_article_get_diagnostics (article);
  GString   *out = g_string_new (NULL);

  for (guint i = 0; i < diagnostics->len; i++)
    {
      const FysDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);

      if (strstr (diagnostic->message, "states no title") == NULL)
        g_string_append_printf (out, "%u:%u %s\n", diagnostic->line, diagnostic->column, fys_severity_get_nick (diagnostic->severity));
    }
  return g_string_free (out, FALSE);
}

static void
test_faults (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (fault_cases); i++)
    {
      g_autoptr (FysArticle) article = parse (fault_cases[i].text);
      g_autofree char *findings = describe_findings (article);
      g_autofree char *shown = g_utf8_make_valid (fault_cases[i].text, -1);
      guint            n;
      const FysBlock  *blocks = fys_article_get_blocks (article, &n);

      g_test_message ("%s\n=> %s %s", shown, fys_article_get_metadata (article)->title, findings);
      g_assert_cmpstr (fys_article_get_metadata (article)->title, ==, fault_cases[i].title);
      g_assert_cmpstr (findings, ==, fault_cases[i].findings);
      g_assert_true ((n > 0) == (fault_cases[i].body != NULL));
      if (n > 0)
        g_assert_cmpstr (blocks[0].text.text, ==, fault_cases[i].body);
    }
}

static char *
nest (const char *before,
      const char *level,
      guint       n,
      const char *after)
{
  GString *out = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append (out, level);
  g_string_append (out, after);
  return g_string_free (out, FALSE);
}

static guint
depth_of (const FysNode *node)
{
  guint depth = 0;

  while (node != NULL && node->children != NULL)
    {
      depth++;
      node = node->children->len > 0 ? g_ptr_array_index (node->children, 0) : NULL;
    }
  return depth;
}

/* The map itself is the first level. */
static void
test_nesting_bound (void)
{
  static const struct
  {
    guint    n;
    gboolean is_fault;
  } cases[] = { { FYS_YAML_MAX_DEPTH - 1, FALSE }, { FYS_YAML_MAX_DEPTH, TRUE }, { 900, TRUE }, { 100000, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *opening = nest ("---\ntitle: a\nb: ", "[", cases[i].n, "");
      g_autofree char *text = nest (opening, "]", cases[i].n, "\n---\nbody\n");
      g_autoptr (FysArticle) article = parse (text);
      g_autofree char *findings = describe_findings (article);
      guint n;

      g_assert_cmpstr (fys_article_get_metadata (article)->title, ==, "a");
      g_assert_cmpstr (fys_article_get_blocks (article, &n)[0].text.text, ==, "body");
      g_assert_true ((*findings != '\0') == cases[i].is_fault);
      g_assert_cmpuint (depth_of (fys_metadata_get_node (fys_article_get_metadata (article), "b")), <, FYS_YAML_MAX_DEPTH);
    }
}

/* Nine levels of nine aliases each would be a list of four hundred million. */
static void
test_alias_bomb (void)
{
  g_autoptr (GString) text = g_string_new ("---\ntitle: a\nl0: &l0 [x,x,x,x,x,x,x,x,x]\n");
  g_autoptr (FysArticle) article = NULL;
  guint n;

  for (guint i = 1; i < 10; i++)
    {
      g_string_append_printf (text, "l%u: &l%u [", i, i);
      for (guint item = 0; item < 9; item++)
        g_string_append_printf (text, "%s*l%u", item > 0 ? "," : "", i - 1);
      g_string_append (text, "]\n");
    }
  g_string_append (text, "---\nbody\n");
  article = parse (text->str);
  g_assert_cmpstr (fys_article_get_title (article), ==, "a");
  g_assert_cmpstr (fys_article_get_blocks (article, &n)[0].text.text, ==, "body");
  g_assert_cmpuint (fys_article_get_diagnostics (article)->len, ==, 10 + 9 * 9);
}

static void
test_size_bound (void)
{
  g_autofree char *text = nest ("---\ntitle: a\n", "# a comment that fills the front matter up\n", 10000, "---\nbody\n");
  g_autoptr (FysArticle) article = parse (text);
  g_autofree char *findings = describe_findings (article);
  guint n;

  g_assert_cmpstr (findings, ==, "1:0 error\n");
  g_assert_cmpstr (fys_article_get_blocks (article, &n)[0].text.text, ==, "body");
}

static void
test_many_keys (void)
{
  g_autoptr (GString) text = g_string_new ("---\n");
  g_autoptr (FysArticle) article = NULL;

  for (guint i = 0; i < 15000; i++)
    g_string_append_printf (text, "k%u: v\n", i);
  g_string_append (text, "---\n");
  article = parse (text->str);
  g_assert_cmpuint (fys_article_get_metadata (article)->root->children->len, ==, 15000);
}

static void
test_older (void)
{
  static const struct
  {
    FysDate  published;
    FysDate  updated;
    gboolean is_older;
  } cases[] = {
    { { 0 }, { 0 }, FALSE }, /* nobody knows */
    { { 2023, 11, 26 }, { 0 }, FALSE }, /* to the day */
    { { 2023, 11, 25 }, { 0 }, TRUE },
    { { 2023, 12, 1 }, { 0 }, FALSE },
    { { 2023, 1, 31 }, { 0 }, TRUE },
    { { 2020, 1, 1 }, { 2025, 1, 1 }, FALSE }, /* the update counts */
    { { 2025, 1, 1 }, { 2020, 12, 31 }, TRUE },
    { { 2030, 1, 1 }, { 0 }, FALSE },
  };
  const FysDate today = { 2025, 11, 26 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FysMetadata metadata = { .published = cases[i].published, .updated = cases[i].updated };

      g_assert_cmpint (fys_metadata_is_older (&metadata, &today, 2), ==, cases[i].is_older);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article/metadata/dates", test_dates);
  g_test_add_func ("/article/metadata/all-keys", test_all_keys);
  g_test_add_func ("/article/metadata/nothing-stated", test_nothing_stated);
  g_test_add_func ("/article/metadata/faults", test_faults);
  g_test_add_func ("/article/metadata/nesting-bound", test_nesting_bound);
  g_test_add_func ("/article/metadata/alias-bomb", test_alias_bomb);
  g_test_add_func ("/article/metadata/size-bound", test_size_bound);
  g_test_add_func ("/article/metadata/many-keys", test_many_keys);
  g_test_add_func ("/metadata/older", test_older);

  return g_test_run ();
}
