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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/library/empty", test_empty);
  add_test ("/library/index", test_index);
  add_test ("/library/again", test_again);
  return g_test_run ();
}
