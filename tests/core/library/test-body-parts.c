/* test-body-parts.c - which parts of the body titles are about
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-body-parts.h"

typedef struct
{
  const char *title;
  const char *key;
  const char *parts;
} Case;

static const Case cases[] = {
  { "Ondt i knæet", "ondt-i-knaeet", "knae" },
  { "Løberknæ", "loeberknae", "knae" },
  { "Knæk i stemmen", "knaek", "" },
  { "Nakke og skuldre", "blog/nakke-og-skuldre", "nakke skulder" },
  { "Snakken går", "snak", "" },
  { "Lændesmerter om morgenen", "laendesmerter", "laend" },
  { "Diskusprolaps i lænden", "diskusprolaps-i-ryggen", "ryg laend" },
  { "Rygning og sårheling", "rygning", "" },
  { "Varme eller kulde", "varme", "" },
  { "Fodbold uden skader", "fodbold", "" },
  { "Hælspore", "haelspore", "fod" },
  { "Sådan håndterer du stress", "blog/stress", "" },
  { "Smerter i hånden", "smerter-i-haanden", "haand" },
  { "Tennisalbue", "tennisalbue", "albue" },
  { "Hos lægen", "laege", "" },
  { "At lægge sig", "laegge", "" },
  { "Forstå din smerte", "forstaa-smerte", "" },
  { "Hvad er en tå?", "taa", "taa" },
  { "Squat", "styrkeoevelser/squat", "" },
  { "Spændingshovedpine", "spaendingshovedpine", "hoved" },
  { "", "", "" },
  { "Øm", "arm/knae/x", "" },
};

static void
test_guess (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv)   parts = fys_body_parts_guess (cases[i].title, cases[i].key);
      g_autofree char *joined = g_strjoinv (" ", parts);

      g_test_message ("%s", cases[i].title);
      g_assert_cmpstr (joined, ==, cases[i].parts);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/body-parts/guess", test_guess);
  return g_test_run ();
}
