/* test-library-folder.c - an article's library: its root, its images, its neighbours
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-library-folder.h"

#include "library-fixture.h"

typedef struct
{
  char  *root;
  GFile *article; /* ordbog/knae.md */
} Fixture;

static void
add (Fixture    *fixture,
     const char *path)
{
  g_free (library_fixture_add (fixture->root, path));
}

static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  fixture->root = library_fixture_new ();
  add (fixture, "library/ordbog/knae.md");
  add (fixture, "library/images/articles/knee.png");
  add (fixture, "library/images/blå måne.png");
  add (fixture, "secret.png");
  fixture->article = library_fixture_file (fixture->root, "library/ordbog/knae.md");
}

static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  g_object_unref (fixture->article);
  library_fixture_free (fixture->root);
}

static void
assert_root (Fixture    *fixture,
             GFile      *article,
             const char *expected)
{
  g_autofree char *root = fys_library_folder_dup_root (article);
  g_autofree char *full = g_build_filename (fixture->root, expected, NULL);

  g_assert_cmpstr (root, ==, full);
}

static void
test_root_has_images (Fixture      *fixture,
                      gconstpointer user_data)
{
  assert_root (fixture, fixture->article, "library");
}

static void
test_root_has_public_images (Fixture      *fixture,
                             gconstpointer user_data)
{
  g_autoptr (GFile) article = library_fixture_file (fixture->root, "site/content/ordbog/hofte.md");

  add (fixture, "site/content/ordbog/hofte.md");
  add (fixture, "site/public/images/hip.png");
  assert_root (fixture, article, "site");
}

static void
test_root_without_images (Fixture      *fixture,
                          gconstpointer user_data)
{
  g_autoptr (GFile) article = library_fixture_file (fixture->root, "alone/knae.md");

  add (fixture, "alone/knae.md");
  assert_root (fixture, article, "alone");
}

static void
test_root_is_near (Fixture      *fixture,
                   gconstpointer user_data)
{
  g_autoptr (GFile) article = library_fixture_file (fixture->root, "library/1/2/3/4/5/6/7/8/knae.md");

  add (fixture, "library/1/2/3/4/5/6/7/8/knae.md");
  assert_root (fixture, article, "library/1/2/3/4/5/6/7/8");
}

static void
test_root_of_lost_article (Fixture      *fixture,
                           gconstpointer user_data)
{
  g_autoptr (GFile) article = library_fixture_file (fixture->root, "library/ordbog/gone.md");

  assert_root (fixture, article, "library");
}

static void
test_root_through_link (Fixture      *fixture,
                        gconstpointer user_data)
{
  g_autoptr (GFile) article = library_fixture_file (fixture->root, "desk/knae.md");

  library_fixture_add_link (fixture->root, "desk/knae.md", "../library/ordbog/knae.md");
  assert_root (fixture, article, "library");
}

static char *
dup_image (Fixture    *fixture,
           const char *source)
{
  g_autofree char *root = fys_library_folder_dup_root (fixture->article);

  return fys_library_folder_dup_image (fixture->article, root, source);
}

static void
assert_image (Fixture    *fixture,
              const char *source,
              const char *expected)
{
  g_autofree char *image = dup_image (fixture, source);
  g_autofree char *full = g_build_filename (fixture->root, expected, NULL);

  g_assert_cmpstr (image, ==, full);
}

static void
assert_no_image (Fixture    *fixture,
                 const char *source)
{
  g_autofree char *image = dup_image (fixture, source);

  g_assert_cmpstr (image, ==, NULL);
}

static void
test_image_found (Fixture      *fixture,
                  gconstpointer user_data)
{
  add (fixture, "library/ordbog/own.png");
  add (fixture, "library/public/images/web.png");

  assert_image (fixture, "/images/articles/knee.png", "library/images/articles/knee.png");
  assert_image (fixture, "/images/articles/knee.png?width=400#top", "library/images/articles/knee.png");
  assert_image (fixture, "/images/bl%C3%A5%20m%C3%A5ne.png", "library/images/blå måne.png");
  assert_image (fixture, "/images/blå måne.png", "library/images/blå måne.png");
  assert_image (fixture, "../images/articles/knee.png", "library/images/articles/knee.png");
  assert_image (fixture, "own.png", "library/ordbog/own.png");
  assert_image (fixture, "/images/web.png", "library/public/images/web.png");
}

static void
test_image_refused (Fixture      *fixture,
                    gconstpointer user_data)
{
  g_autofree char *secret = g_build_filename (fixture->root, "secret.png", NULL);
  g_autofree char *uri = g_filename_to_uri (secret, NULL, NULL);

  library_fixture_add_link (fixture->root, "library/images/way-out.png", "../../secret.png");
  library_fixture_add_link (fixture->root, "library/images/out", "../..");
  library_fixture_add_link (fixture->root, "library/images/dangling.png", "nowhere.png");

  assert_no_image (fixture, "../../secret.png");
  assert_no_image (fixture, "/../secret.png");
  assert_no_image (fixture, "/images/../../secret.png");
  assert_no_image (fixture, "/images/%2e%2e/%2e%2e/secret.png");
  assert_no_image (fixture, "/images/way-out.png");
  assert_no_image (fixture, "/images/out/secret.png");
  assert_no_image (fixture, "/images/dangling.png");
  assert_no_image (fixture, secret);
  assert_no_image (fixture, uri);
  assert_no_image (fixture, "https://example.com/knee.png");
  assert_no_image (fixture, "//example.com/knee.png");
  assert_no_image (fixture, "data:image/png;base64,AAAA");
  assert_no_image (fixture, "/images");
  assert_no_image (fixture, "/images/%00knee.png");
  assert_no_image (fixture, "/images/%zz.png");
  assert_no_image (fixture, "");
  assert_no_image (fixture, "#");
  assert_no_image (fixture, "?");
}

/* A root is no prefix of a neighbour's name. */
static void
test_inside_needs_a_slash (Fixture      *fixture,
                           gconstpointer user_data)
{
  g_autofree char *root = g_build_filename (fixture->root, "library", NULL);
  g_autofree char *neighbour = library_fixture_add (fixture->root, "library-of-others/x.png");
  g_autofree char *found = fys_library_folder_dup_inside (root, neighbour);

  g_assert_cmpstr (found, ==, NULL);
}

static char *
dup_article (Fixture    *fixture,
             GFile      *article,
             const char *collection,
             const char *slug)
{
  g_autofree char *root = fys_library_folder_dup_root (article);

  return fys_library_folder_dup_article (article, root, collection, slug, NULL);
}

static void
test_article_found (Fixture      *fixture,
                    gconstpointer user_data)
{
  static const struct
  {
    const char *collection;
    const char *slug;
    const char *path;
  } cases[] = {
    { "ordbog", "knae", "library/ordbog/knae.md" },
    { "blog", "gang", "library/blog/gang.md" },
    { "styrkeoevelser", "squat", "library/styrkeoevelser/ovelser/squat.md" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *expected = library_fixture_add (fixture->root, cases[i].path);
      g_autofree char *found = dup_article (fixture, fixture->article, cases[i].collection, cases[i].slug);

      g_assert_cmpstr (found, ==, expected);
    }
}

static void
test_article_beside_without_images (Fixture      *fixture,
                                    gconstpointer user_data)
{
  g_autoptr (GFile) article = library_fixture_file (fixture->root, "plain/ordbog/hofte.md");
  g_autofree char  *expected = library_fixture_add (fixture->root, "plain/blog/gang.md");
  g_autofree char  *found = NULL;

  add (fixture, "plain/ordbog/hofte.md");
  found = dup_article (fixture, article, "blog", "gang");
  g_assert_cmpstr (found, ==, expected);
}

static void
test_article_refused (Fixture      *fixture,
                      gconstpointer user_data)
{
  static const struct
  {
    const char *collection;
    const char *slug;
  } cases[] = {
    { "ordbog", "nothing" },
    { "ordbog", "" },
    { "ordbog", "../../outside" },
    { "ordbog", "link" },
    { "private", "notes" },
    { "..", "outside" },
  };

  add (fixture, "outside.md");
  add (fixture, "library/private/notes.md");
  library_fixture_add_link (fixture->root, "library/ordbog/link.md", "../../outside.md");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = dup_article (fixture, fixture->article, cases[i].collection, cases[i].slug);

      g_assert_cmpstr (found, ==, NULL);
    }
}

/* The same article has the same key wherever it lies; two of a name in different collections have two. */
static void
test_article_key (void)
{
  static const struct
  {
    const char *path;
    const char *key;
  } cases[] = {
    { "/usr/share/fysbog/articles/iskias.md", "iskias" },
    { "/home/a/library/ordbog/iskias.md", "iskias" },
    { "/home/a/ordbog/blog/iskias.md", "blog/iskias" },
    { "/home/a/styrkeoevelser/albue.md", "styrkeoevelser/albue" },
    { "/home/a/styrkeoevelser/kropsdele/albue.md", "styrkeoevelser/albue" },
    { "/home/styrkeoevelser/mine/egne/albue.md", "albue" },
    { "/iskias.md", "iskias" },
    { "/notes/README", "README" },
    { "/ordbog/b\xe6k.md", "b\xef\xbf\xbdk" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (cases[i].path);
      g_autofree char  *key = fys_library_dup_article_key (file);

      g_assert_cmpstr (key, ==, cases[i].key);
    }
}

/* Where an image would be, which is never outside. */
static void
test_image_place (void)
{
  static const struct
  {
    const char *source;
    const char *place; /* below the root */
  } places[] = {
    { "/images/knae.png", "images/knae.png" },
    { "knae%20to.png?x", "ordbog/knae to.png" },
    { "../images/knae.png", "images/knae.png" },
    { "../../knae.png", NULL },
    { "/../knae.png", NULL },
    { "/", NULL },
    { "https://example.org/knae.png", NULL },
    { "", NULL },
  };
  char             *root = library_fixture_new ();
  g_autofree char  *path = library_fixture_add (root, "ordbog/knae.md");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *place = fys_library_folder_dup_image_place (file, root, places[i].source);
      g_autofree char *expected = places[i].place != NULL ? g_build_filename (root, places[i].place, NULL) : NULL;

      g_assert_cmpstr (place, ==, expected);
    }
  library_fixture_free (root);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/library-folder/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("root/images", test_root_has_images);
  ADD ("root/public-images", test_root_has_public_images);
  ADD ("root/no-images", test_root_without_images);
  ADD ("root/near", test_root_is_near);
  ADD ("root/lost-article", test_root_of_lost_article);
  ADD ("root/through-link", test_root_through_link);
  ADD ("image/found", test_image_found);
  ADD ("image/refused", test_image_refused);
  ADD ("inside/slash", test_inside_needs_a_slash);
  ADD ("article/found", test_article_found);
  ADD ("article/beside", test_article_beside_without_images);
  ADD ("article/refused", test_article_refused);
#undef ADD
  g_test_add_func ("/library-folder/article-key", test_article_key);

  g_test_add_func ("/library-folder/image-place", test_image_place);
  return g_test_run ();
}
