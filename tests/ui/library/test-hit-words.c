/* test-hit-words.c - what was found, in words
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/library/fys-hit-words.h"

#include "hit-fixture.h"

static void
test_attributes (void)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (FysMark));
  PangoAttrList     *attributes;
  g_autofree char   *text = NULL;
  PangoAttrList     *none = fys_hit_dup_attributes (NULL);

  /* "ondt i lænden": "æ" has two bytes. */
  hit_fixture_add_mark (marks, 0, 4);
  hit_fixture_add_mark (marks, 7, 7);
  attributes = fys_hit_dup_attributes (marks);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char   *range = g_strdup_printf ("%u-%u", i == 0 ? 0 : 7, i == 0 ? 4 : 14);
      PangoAttrIterator *iterator = pango_attr_list_get_iterator (attributes);
      gboolean           is_found = FALSE;

      do
        {
          int             start, end;
          PangoAttribute *weight = pango_attr_iterator_get (iterator, PANGO_ATTR_WEIGHT);
          g_autofree char *found = NULL;

          pango_attr_iterator_range (iterator, &start, &end);
          found = g_strdup_printf ("%d-%d", start, end);
          is_found |= weight != NULL && ((PangoAttrInt *) weight)->value == PANGO_WEIGHT_BOLD && g_str_equal (found, range);
        }
      while (pango_attr_iterator_next (iterator));
      pango_attr_iterator_destroy (iterator);
      g_assert_true (is_found);
    }
  pango_attr_list_unref (attributes);

  g_assert_null (pango_attr_list_get_attributes (none));
  pango_attr_list_unref (none);
}

static void
test_count (void)
{
  static const struct
  {
    FysHitKind  kind;
    guint       n;
    gboolean    has_more;
    const char *text;
  } cases[] = {
    { FYS_HIT_ARTICLE, 1, FALSE, "1 article" },
    { FYS_HIT_ARTICLE, 4, FALSE, "4 articles" },
    { FYS_HIT_QUESTION, 10, TRUE, "10+ questions" },
    { FYS_HIT_EXERCISE, 1, FALSE, "1 exercise" },
    { FYS_HIT_EXERCISE, 30, TRUE, "30+ exercises" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = fys_hit_kind_dup_count (cases[i].kind, cases[i].n, cases[i].has_more);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
assert_source (FysHitKind  kind,
               const char *key,
               gboolean    is_guess,
               const char *source)
{
  FysHit          *hit = hit_fixture_new (kind, key, "Title", "Snippet", NULL);
  g_autofree char *found = NULL;

  hit->is_guess = is_guess;
  found = fys_hit_dup_source (hit);
  g_assert_cmpstr (found, ==, source);
  fys_hit_free (hit);
}

static void
test_source (void)
{
  assert_source (FYS_HIT_ARTICLE, "knae", FALSE, "Conditions and the Body · Updated 12 Oct 2025");
  assert_source (FYS_HIT_ARTICLE, "blog/knae", FALSE, "Guides · Updated 12 Oct 2025");
  assert_source (FYS_HIT_QUESTION, "knae", FALSE, "In “Ondt i knæet”");
  assert_source (FYS_HIT_EXERCISE, "knae", TRUE, "Perhaps · In “Ondt i knæet”");
}

static void
test_name (void)
{
  FysHit          *hit = hit_fixture_new (FYS_HIT_QUESTION, "knae", "Må jeg løbe?", "Ja, roligt.", NULL);
  g_autofree char *name = fys_hit_dup_name (hit);

  g_assert_cmpstr (name, ==, "Må jeg løbe? Question. In “Ondt i knæet”. Ja, roligt.");
  fys_hit_free (hit);
}

static void
assert_citation (const char *key,
                 const char *slug,
                 const char *citation)
{
  FysHit          *hit = hit_fixture_new (FYS_HIT_QUESTION, key, "Må jeg løbe?", "Ja", NULL);
  g_autofree char *found = fys_hit_dup_citation (fys_library_entry_get_info (hit->entry), hit->title, slug, "Ja, roligt.\nØg lidt ad gangen.");

  g_assert_cmpstr (found, ==, citation);
  fys_hit_free (hit);
}

static void
test_citation (void)
{
  assert_citation ("knae", "maa-jeg-loebe",
                   "Må jeg løbe?\n\nJa, roligt.\nØg lidt ad gangen.\n\nFrom “Ondt i knæet”, updated 12 Oct 2025\n"
                   "https://www.fysfinder.dk/ordbog/knae#maa-jeg-loebe\n");
  assert_citation ("blog/mit knæ", "",
                   "Må jeg løbe?\n\nJa, roligt.\nØg lidt ad gangen.\n\nFrom “Ondt i knæet”, updated 12 Oct 2025\n"
                   "https://www.fysfinder.dk/blog/mit%20kn%C3%A6\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/library/hit-words/attributes", test_attributes);
  g_test_add_func ("/library/hit-words/count", test_count);
  g_test_add_func ("/library/hit-words/source", test_source);
  g_test_add_func ("/library/hit-words/name", test_name);
  g_test_add_func ("/library/hit-words/citation", test_citation);
  return g_test_run ();
}
