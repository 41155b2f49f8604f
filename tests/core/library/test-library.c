/* test-library.c - what the library holds, finds and notices
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "shelf.h"

#define add_test(path, function) g_test_add (path, Shelf, NULL, shelf_set_up, function, shelf_tear_down)

static void
test_empty (Shelf        *shelf,
            gconstpointer user_data)
{
  shelf_start (shelf);
  shelf_assert_keys (shelf, "");
}

static void
test_index (Shelf        *shelf,
            gconstpointer user_data)
{
  g_autoptr (FysLibraryCounts) counts = NULL;

  shelf_write_article (shelf, "articles/iskias.md", "Iskias", "balde");
  shelf_write_article (shelf, "articles/blog/loeb.md", "Løb", "sko");
  shelf_write_article (shelf, "articles/styrkeoevelser/ben/squat.md", "Squat", "vægt");
  shelf_start (shelf);
  shelf_assert_keys (shelf, "iskias blog/loeb styrkeoevelser/squat");

  counts = shelf_count (shelf);
  g_assert_cmpuint (counts->n_questions, ==, 3);
  g_assert_cmpuint (counts->n_exercises, ==, 3);
  for (guint i = 0; i < FYS_N_COLLECTIONS; i++)
    g_assert_cmpuint (counts->n_by_collection[i], ==, 1);
}

static void
test_again (Shelf        *shelf,
            gconstpointer user_data)
{
  shelf_write_article (shelf, "articles/iskias.md", "Iskias", "balde");
  shelf_start (shelf);
  shelf_reopen (shelf);
  shelf_write_article (shelf, "articles/nakke.md", "Nakke", "skærm");
  shelf_write_article (shelf, "articles/iskias.md", "Iskias", "lænd");
  shelf_start (shelf);
  shelf_assert_keys (shelf, "iskias nakke");
  shelf_remove (shelf, "articles/iskias.md");
  shelf_rescan (shelf);
  shelf_assert_keys (shelf, "nakke");
}

/* By parts of words of the title, however they are typed; and the number is that of the list. */
static void
test_filter (Shelf        *shelf,
             gconstpointer user_data)
{
  static const struct
  {
    const char *text;
    const char *keys;
  } cases[] = {
    { "", "knae laend skulder" },
    { "  ", "knae laend skulder" },
    { "knæ", "knae" },
    { "KNÆ", "knae" },
    { "knae", "knae" },
    { "ondt", "knae laend" },
    { "laen ondt", "laend" },
    { "ondt i lænd ryg", "laend" },
    { "frøs knæ", "" },
    { "frø skul", "skulder" },
    { "froe", "skulder" },
    { "%", "knae laend skulder" },
    { "hofte", "" },
  };

  shelf_write_article (shelf, "articles/knae.md", "Ondt i knæet", "løb");
  shelf_write_article (shelf, "articles/laend.md", "Ondt i lænden og ryggen", "løft");
  shelf_write_article (shelf, "articles/skulder.md", "Stiv, frøsen skulder", "kapsel");
  shelf_start (shelf);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const FysLibraryFilter filter = { .collection = FYS_N_COLLECTIONS, .text = cases[i].text };
      g_autofree char       *keys = shelf_dup_keys (shelf, &filter);
      g_auto (GStrv)         split = g_strsplit (keys, " ", -1);

      g_assert_cmpstr (keys, ==, cases[i].keys);
      g_assert_cmpuint (shelf_count_list (shelf, &filter), ==, g_strv_length (split));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/library/empty", test_empty);
  add_test ("/library/index", test_index);
  add_test ("/library/again", test_again);
  add_test ("/library/filter", test_filter);
  return g_test_run ();
}
