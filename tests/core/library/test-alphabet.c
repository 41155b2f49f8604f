/* test-alphabet.c - the order of titles
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/library/fys-library-alphabet.h"

/* Each one comes after the one before it. */
static const char *const in_order[] = {
  "",
  "10 gode råd",
  "Ankel",
  "ankel",
  "Ankel og fod",
  "Ankelskade",
  "»Arm«",
  "Arme",
  "Café",
  "Cafeteria",
  "Hund",
  "Müller",
  "Myrekryb",
  "Zone",
  "Ægte",
  "Ølår",
  "Øvelse",
  "Åndedræt",
  "aands",
};

static void
test_order (void)
{
  for (guint i = 1; i < G_N_ELEMENTS (in_order); i++)
    {
      g_autofree char *before = fys_library_dup_sort_key (in_order[i - 1]);
      g_autofree char *after = fys_library_dup_sort_key (in_order[i]);

      g_test_message ("%s", in_order[i]);
      g_assert_cmpint (strcmp (before, after), <, 0);
    }
}

/* What looks alike is told apart, and keeps its place. */
static void
test_decomposed (void)
{
  g_autofree char *composed = fys_library_dup_sort_key ("\303\205rsag");
  g_autofree char *decomposed = fys_library_dup_sort_key ("A\314\212rsag");
  gsize            length = strcspn (composed, "\1");

  g_assert_cmpmem (composed, length, decomposed, strcspn (decomposed, "\1"));
  g_assert_cmpstr (composed, !=, decomposed);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/alphabet/order", test_order);
  g_test_add_func ("/alphabet/decomposed", test_decomposed);
  return g_test_run ();
}
