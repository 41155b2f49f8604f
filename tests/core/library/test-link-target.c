/* test-link-target.c - where a link of an article leads
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-link-target.h"

#include "library-fixture.h"

/* The article is library/ordbog/knae.md; library/blog/gang.md and library/ordbog/hofte.md lie beside it, outside.md outside. */
typedef struct
{
  const char *target;
  FysLinkKind kind;
  const char *uri;
  const char *fragment;
  const char *path; /* below the folder */
} Case;

static const Case cases[] = {
  /* outside */
  { "https://www.sundhed.dk/borger", FYS_LINK_OUTSIDE, "https://www.sundhed.dk/borger", NULL, NULL },
  { "http://example.com", FYS_LINK_OUTSIDE, "http://example.com", NULL, NULL },
  { "https://example.com/å b", FYS_LINK_OUTSIDE, "https://example.com/å b", NULL, NULL },
  { "mailto:klinik@example.com", FYS_LINK_OUTSIDE, "mailto:klinik@example.com", NULL, NULL },
  { "tel:+4512345678", FYS_LINK_OUTSIDE, "tel:+4512345678", NULL, NULL },
  { "/find/fysioterapeut/danmark?handicap=true", FYS_LINK_OUTSIDE,
    "https://www.fysfinder.dk/find/fysioterapeut/danmark?handicap=true", NULL, NULL },
  { "https://www.fysfinder.dk/ordbog/ukendt#x", FYS_LINK_OUTSIDE, "https://www.fysfinder.dk/ordbog/ukendt#x", NULL, NULL },
  { "/ordbog/ukendt", FYS_LINK_OUTSIDE, "https://www.fysfinder.dk/ordbog/ukendt", NULL, NULL },
  { "/blog/knae", FYS_LINK_OUTSIDE, "https://www.fysfinder.dk/blog/knae", NULL, NULL },
  { "/ordbog/knae/mere", FYS_LINK_OUTSIDE, "https://www.fysfinder.dk/ordbog/knae/mere", NULL, NULL },
  { "https://example.com/ordbog/knae#smerter", FYS_LINK_OUTSIDE, "https://example.com/ordbog/knae#smerter", NULL, NULL },
  /* in this article */
  { "#smerter", FYS_LINK_SECTION, NULL, "smerter", NULL },
  { "#", FYS_LINK_SECTION, NULL, "", NULL },
  { "", FYS_LINK_SECTION, NULL, "", NULL },
  { "#%C3%B8velser", FYS_LINK_SECTION, NULL, "øvelser", NULL },
  { "#%ff", FYS_LINK_SECTION, NULL, "%ff", NULL },
  { "https://www.fysfinder.dk/ordbog/knae#smerter", FYS_LINK_SECTION, NULL, "smerter", NULL },
  { "https://fysfinder.dk/ordbog/knae/", FYS_LINK_SECTION, NULL, "", NULL },
  { "/ordbog/knae#smerter", FYS_LINK_SECTION, NULL, "smerter", NULL },
  { "knae.md#smerter", FYS_LINK_SECTION, NULL, "smerter", NULL },
  /* another article */
  { "hofte.md", FYS_LINK_ARTICLE, NULL, NULL, "library/ordbog/hofte.md" },
  { "hofte", FYS_LINK_ARTICLE, NULL, NULL, "library/ordbog/hofte.md" },
  { "./hofte.md#hvad-er-det", FYS_LINK_ARTICLE, NULL, "hvad-er-det", "library/ordbog/hofte.md" },
  { "../blog/gang.md", FYS_LINK_ARTICLE, NULL, NULL, "library/blog/gang.md" },
  { "/blog/gang", FYS_LINK_ARTICLE, NULL, NULL, "library/blog/gang.md" },
  { "https://www.fysfinder.dk/blog/gang#start", FYS_LINK_ARTICLE, NULL, "start", "library/blog/gang.md" },
  /* nothing */
  { "ukendt.md", FYS_LINK_MISSING, NULL, NULL, NULL },
  { "../../outside.md", FYS_LINK_MISSING, NULL, NULL, NULL },
  { "way-out.md", FYS_LINK_MISSING, NULL, NULL, NULL },
  { "picture.png", FYS_LINK_MISSING, NULL, NULL, NULL },
  { "%00", FYS_LINK_MISSING, NULL, NULL, NULL },
  /* refused */
  { "javascript:alert(1)", FYS_LINK_REFUSED, NULL, NULL, NULL },
  { "file:///etc/passwd", FYS_LINK_REFUSED, NULL, NULL, NULL },
  { "data:text/html,x", FYS_LINK_REFUSED, NULL, NULL, NULL },
  { "smb://server/share", FYS_LINK_REFUSED, NULL, NULL, NULL },
  { "//example.com", FYS_LINK_REFUSED, NULL, NULL, NULL },
  { "https://[", FYS_LINK_REFUSED, NULL, NULL, NULL },
};

static void
check (const char *root,
       GFile      *article,
       const Case *expected)
{
  g_autoptr (FysLinkTarget) target = fys_link_target_new (expected->target, article);
  g_autofree char          *path = target->file != NULL ? g_file_get_path (target->file) : NULL;
  g_autofree char          *expected_path = expected->path != NULL ? g_build_filename (root, expected->path, NULL) : NULL;

  g_test_message ("%s", expected->target);
  g_assert_cmpint (target->kind, ==, expected->kind);
  g_assert_cmpstr (target->uri, ==, expected->uri);
  g_assert_cmpstr (target->fragment, ==, expected->fragment);
  g_assert_cmpstr (path, ==, expected_path);
}

static void
test_cases (void)
{
  char             *root = library_fixture_new ();
  g_autoptr (GFile) article = library_fixture_file (root, "library/ordbog/knae.md");

  g_free (library_fixture_add (root, "library/images/a.png"));
  g_free (library_fixture_add (root, "library/ordbog/knae.md"));
  g_free (library_fixture_add (root, "library/ordbog/hofte.md"));
  g_free (library_fixture_add (root, "library/ordbog/picture.png"));
  g_free (library_fixture_add (root, "library/blog/gang.md"));
  g_free (library_fixture_add (root, "outside.md"));
  library_fixture_add_link (root, "library/ordbog/way-out.md", "../../outside.md");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (root, article, &cases[i]);
  library_fixture_free (root);
}

/* The copy of an article that somebody saved on the desk is still the page that its own address names. */
static void
test_outside_collection (void)
{
  char                     *root = library_fixture_new ();
  g_autoptr (GFile)         article = library_fixture_file (root, "desk/knae.md");
  g_autoptr (FysLinkTarget) target = NULL;

  g_free (library_fixture_add (root, "desk/knae.md"));
  target = fys_link_target_new ("https://www.fysfinder.dk/blog/knae#smerter", article);
  g_assert_cmpint (target->kind, ==, FYS_LINK_SECTION);
  g_assert_cmpstr (target->fragment, ==, "smerter");
  library_fixture_free (root);
}

static void
test_without_file (void)
{
  static const Case without[] = {
    { "#smerter", FYS_LINK_SECTION, NULL, "smerter", NULL },
    { "hofte.md", FYS_LINK_MISSING, NULL, NULL, NULL },
    { "/ordbog/knae", FYS_LINK_OUTSIDE, "https://www.fysfinder.dk/ordbog/knae", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (without); i++)
    check ("/", NULL, &without[i]);
}

static void
test_article_key (void)
{
  static const struct
  {
    const char *uri;
    const char *key;
    const char *fragment;
  } addresses[] = {
    { "https://www.fysfinder.dk/ordbog/iskias", "iskias", NULL },
    { "https://fysfinder.dk/ordbog/iskias/#%C3%B8velser", "iskias", "øvelser" },
    { "http://www.fysfinder.dk/blog/ondt?a=b#x", "blog/ondt", "x" },
    { "https://www.fysfinder.dk/styrkeoevelser/squat", "styrkeoevelser/squat", NULL },
    { "https://www.fysfinder.dk/ordbog/kn%C3%A6", "knæ", NULL },
    { "https://www.fysfinder.dk/blog/kn%C3%A6", "blog/knæ", NULL },
    { "https://www.fysfinder.dk/ordbog/", NULL, NULL },
    { "https://www.fysfinder.dk/ordbog/a/b", NULL, NULL },
    { "https://www.fysfinder.dk/find/iskias", NULL, NULL },
    { "https://example.org/ordbog/iskias", NULL, NULL },
    { "mailto:ordbog/iskias", NULL, NULL },
    { "%", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autofree char *fragment = NULL;
      g_autofree char *key = fys_link_dup_article_key (addresses[i].uri, &fragment);

      g_assert_cmpstr (key, ==, addresses[i].key);
      g_assert_cmpstr (fragment, ==, addresses[i].fragment);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/link-target/cases", test_cases);
  g_test_add_func ("/link-target/outside-collection", test_outside_collection);
  g_test_add_func ("/link-target/without-file", test_without_file);
  g_test_add_func ("/link-target/article-key", test_article_key);

  return g_test_run ();
}
