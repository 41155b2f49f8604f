/* test-clinic.c - places, specialties, addresses, and what a title speaks of
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/clinic/fys-clinic.h"

#include "core/article/fys-slug.h"
#include "core/clinic/fys-clinic-private.h"

static void
test_url (void)
{
  static const struct
  {
    const char      *place;
    const char      *specialty;
    FysClinicFilters filters;
    const char      *url;
  } cases[] = {
    { NULL, NULL, FYS_CLINIC_NONE, "https://www.fysfinder.dk/find/fysioterapeut/danmark" },
    { NULL, "iskias", FYS_CLINIC_NONE, "https://www.fysfinder.dk/find/fysioterapeut/danmark/iskias" },
    { "aarhus-c", NULL, FYS_CLINIC_HANDICAP, "https://www.fysfinder.dk/find/fysioterapeut/aarhus-c?handicap=true" },
    { "online", "knae", FYS_CLINIC_YDERNUMMER, "https://www.fysfinder.dk/find/fysioterapeut/online/knae?ydernummer=true" },
    { "odense-m", "ryg", FYS_CLINIC_HANDICAP | FYS_CLINIC_YDERNUMMER,
      "https://www.fysfinder.dk/find/fysioterapeut/odense-m/ryg?handicap=true&ydernummer=true" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *url = fys_clinic_dup_url (cases[i].place, cases[i].specialty, cases[i].filters);

      g_assert_cmpstr (url, ==, cases[i].url);
    }
}

static void
test_find_place (void)
{
  static const char *const cases[][2] = {
    { "Aalborg SØ", "aalborg-soe" }, { "aalborg-soe", "aalborg-soe" }, { "KØBENHAVN K", "koebenhavn-k" },
    { "Åbenrå", "aabenraa" },        { "Danmark", "danmark" },         { "online", "online" },
    { "Atlantis", NULL },            { "", NULL },                     { "../..", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *slug = fys_clinic_find_place (cases[i][0]);

      g_assert_cmpstr (slug, ==, cases[i][1]);
    }
}

static void
test_find_specialty (void)
{
  static const char *const cases[][2] = {
    { "iskias", "iskias" },
    { "ISKIAS", "iskias" },
    { "Knæ", "knae" },
    { "knae", "knae" },
    { "Diskusprolaps i nakken", "discusprolaps-i-nakken" },
    { "discusprolaps-i-nakken", "discusprolaps-i-nakken" },
    { "Artrose (slidgigt)", "artrose-slidgigt" },
    { "Slidgigt", "artrose-slidgigt" },
    { "piskesmæld", "whiplash-piskesmaeld" },
    { "GLA:D-træning", "glaid-traening" },
    { "Knogleskørhed", "osteoporose" },
    { "Astrologi", NULL },
    { "knæsmerter", NULL }, /* a name is asked for, not a guess */
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (fys_clinic_find_specialty (cases[i][0]), ==, cases[i][1]);
}

static guint
index_of_place (const char *name)
{
  const char *const *places = fys_clinic_get_places (NULL);

  for (guint i = 0; places[i] != NULL; i++)
    if (g_str_equal (places[i], name))
      return i;
  g_error ("no such place: %s", name);
}

static void
test_danish_order (void)
{
  /* A town with aa is written with å by half of the country and stands where å stands: last. */
  static const char *const in_order[] = { "Agedrup", "Albertslund", "Odense C", "Odense M", "Viborg", "Ærøskøbing",
                                          "Ølstykke", "Østerbro", "Aabenraa", "Aalborg", "Aalborg SV", "Aalborg SØ",
                                          "Aalborg Øst", "Aarhus C", "Aars" };
  guint                    n_places;
  guint                    n_specialties;
  const char *const       *places = fys_clinic_get_places (&n_places);
  const FysSpecialty      *specialties = fys_clinic_get_specialties (&n_specialties);

  g_assert_cmpuint (n_places, ==, 606);
  g_assert_null (places[n_places]);
  for (guint i = 1; i < G_N_ELEMENTS (in_order); i++)
    g_assert_cmpuint (index_of_place (in_order[i - 1]), <, index_of_place (in_order[i]));

  g_assert_cmpuint (n_specialties, ==, 134);
  g_assert_cmpstr (specialties[0].name, ==, "Achillessene");
  g_assert_cmpstr (specialties[n_specialties - 1].name, ==, "Øret");
}

/* Every entry can be found by its own name, and no two places share an address. */
static void
test_tables_agree (void)
{
  guint                  n_specialties;
  const FysSpecialty    *specialties = fys_clinic_get_specialties (&n_specialties);
  const char *const     *places = fys_clinic_get_places (NULL);
  g_autoptr (GHashTable) slugs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; places[i] != NULL; i++)
    {
      char *slug = fys_clinic_find_place (places[i]);

      g_assert_nonnull (slug);
      g_assert_true (g_hash_table_add (slugs, slug));
    }
  for (guint i = 0; i < n_specialties; i++)
    {
      g_assert_cmpstr (fys_clinic_find_specialty (specialties[i].slug), ==, specialties[i].slug);
      g_assert_cmpstr (fys_clinic_find_specialty (specialties[i].name), ==, specialties[i].slug);
    }
}

static const char *
guess (const char *text)
{
  guint index = fys_specialty_guess_from_text (text);

  return index != FYS_NONE ? fys_clinic_specialties[index].slug : NULL;
}

static void
test_guess_from_text (void)
{
  static const char *const cases[][2] = {
    /* the name, with endings and capitals */
    { "Iskias", "iskias" },
    { "Iskiasnerve i klemme", "iskias" },
    { "Ondt i ryggen", "ryg" },
    { "RYGGENS MUSKLER", "ryg" },
    { "Smerter i hofterne", "hofte" },
    { "Øvelser for knæet", "knae" },
    { "Ondt i knæene?", "knae" },
    { "Hvad kan man gøre ved fingrene", "finger" },
    { "Svage skuldre", "skulder" },
    { "Ømme fødder", "fod" },
    { "Hjertets rytme", "hjerte" },
    { "Ondt i tåen", "fod" },
    { "Træning for gravide", "gravide" },
    /* compounds */
    { "Knæsmerter hos løbere", "knae" },
    { "Rygøvelser derhjemme", "ryg" },
    { "Lændesmerter", "ryg" },
    { "Nakkesmerter om morgenen", "nakke" },
    { "Fodsålens muskler", "fod" },
    { "Armtræning", "arm" },
    { "Brystkræft", "kraeft" },
    { "Hoftedysplasi", "hoftedysplasi" },
    { "Løberknæ", "loeberknae" },
    { "Spændingshovedpine", "spaendingshovedpine" },
    { "Håndledssmerter", "haandled" },
    { "Karpaltunnelsyndrom", "karpal-tunnel" },
    /* several words, and another name */
    { "Nakkehold", "hold-i-nakken" },
    { "5 gode øvelser til hold i nakken", "hold-i-nakken" },
    { "Hekseskud", "hold-i-ryggen" },
    { "Hvad er en frossen skulder?", "frossen-skulder" },
    { "Frosne skuldre", "frossen-skulder" },
    { "Discusprolaps i lænden", "discusprolaps-i-ryggen" },
    { "Prolaps i nakken", "discusprolaps-i-nakken" },
    { "Slidgigt i knæet", "artrose-slidgigt" },
    { "GLA:D-træning", "glaid-traening" },
    { "SI-led", "si-led" },
    { "Piskesmæld efter en bilulykke", "whiplash-piskesmaeld" },
    /* an illness before a place, then the first named, and the longer of two at one word */
    { "Ondt i balden og benet – er det iskias?", "iskias" },
    { "Smerter i ballen og ned i benet", "balde" },
    { "Smerter i skulder og overarm", "skulder" },
    { "Ondt i halebenet", "haleben" },
    { "Træning med kræft", "traening-med-kraeft" },
    { "Kræft: gener relateret til kræft", "gener-relateret-til-kraeft" },
    /* words that only look alike */
    { "Håndtering af smerter", NULL },
    { "Rygning og heling", NULL },
    { "Ryger du?", NULL },
    { "Hvad koster en behandling?", NULL },
    { "Sygdomsforløb", NULL },
    { "I løbet af dagen", NULL },
    { "Varm op", NULL },
    { "Bent over row", NULL },
    { "Lunges", NULL },
    { "Tågang", NULL },
    { "Læg dig ned", NULL },
    { "Alarmsignaler", NULL },
    { "Tyktarmen", NULL },
    { "En tryg hverdag", NULL },
    { "Benyt pauserne", NULL },
    { "Kollagen", NULL },
    { "Åreforandringer og aterosklerose", NULL },
    { "Kraftig smerte", NULL },
    { "Søvn", NULL },
    { "2024", NULL },
    { "", NULL },
    { "— … !", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *found = guess (cases[i][0]);

      if (g_strcmp0 (found, cases[i][1]) != 0)
        {
          g_test_message ("“%s”: %s, not %s", cases[i][0], found, cases[i][1]);
          g_test_fail ();
        }
    }
}

/* Letters may be written in two parts, and a title may be anything that is UTF-8 or was made so. */
static void
test_guess_hostile (void)
{
  g_autofree char *decomposed = g_utf8_normalize ("Ondt i håndleddet", -1, G_NORMALIZE_NFD);
  g_autofree char *many_words = NULL;
  GString         *long_title = g_string_new (NULL);

  g_assert_cmpstr (guess (decomposed), ==, "haandled");
  g_assert_cmpstr (guess ("\xef\xbf\xbd\xef\xbf\xbd"), ==, NULL);

  for (guint i = 0; i < 100000; i++)
    g_string_append (long_title, "nakke ");
  many_words = g_string_free (long_title, FALSE);
  g_assert_cmpstr (guess (many_words), ==, "nakke");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clinic/url", test_url);
  g_test_add_func ("/clinic/find-place", test_find_place);
  g_test_add_func ("/clinic/find-specialty", test_find_specialty);
  g_test_add_func ("/clinic/danish-order", test_danish_order);
  g_test_add_func ("/clinic/tables-agree", test_tables_agree);
  g_test_add_func ("/clinic/guess-from-text", test_guess_from_text);
  g_test_add_func ("/clinic/guess-hostile", test_guess_hostile);
  return g_test_run ();
}
