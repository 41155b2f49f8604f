/* test-danish.c - words, their one spelling and their stems; typing mistakes; lay words
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/library/fys-danish.h"
#include "core/library/fys-edit-distance.h"
#include "core/library/fys-lay-words.h"
#include "core/library/fys-trigrams.h"

static char *
dup_folded (const char *text,
            gsize       length)
{
  g_autoptr (GString) words = g_string_new (NULL);
  FysWord word = { 0 };
  gsize   last_end = 0;

  while (fys_word_next (text, length, &word))
    {
      g_assert_cmpuint (word.start, >=, last_end);
      g_assert_cmpuint (word.end, >, word.start);
      g_assert_cmpuint (word.length, >, 0);
      g_assert_cmpuint (word.end, <=, length);
      g_assert_cmpuint (strlen (word.folded), ==, word.length);
      last_end = word.end;
      g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", word.folded);
    }
  return g_strdup (words->str);
}

static void
test_words (void)
{
  static const struct
  {
    const char *text;
    const char *words;
  } cases[] = {
    { "", "" },
    { " \n\t", "" },
    { "Ondt i KNÆET?", "ondt i knaeet" },
    { "Åse, Øse og Ærø", "aase oese og aeroe" },
    { "a\xcc\x8a o\xcc\x88l", "aa oel" },         /* decomposed å and ö */
    { "\xcc\x8a i \xcc\x8a", "i" },               /* marks without a letter */
    { "idé café über", "ide cafe uber" },
    { "Löw ängstlich", "loew aengstlich" },
    { "AC-led 3-4 x", "ac led 3 4 x" },
    { "skulder\xc2\xadsmerter", "skuldersmerter" }, /* a soft hyphen */
    { "\xe2\x9c\x85 \xf0\x9f\x98\x80", "" },        /* signs and emoji */
    { "5×6÷2", "5 6 2" },
    { "\"*( NEAR^2 -a:b", "near 2 a b" },
    { "\xff knæ \xc3", "knae" },                    /* bytes that are no UTF-8 */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = dup_folded (cases[i].text, strlen (cases[i].text));

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* A word without an end is cut, and is still one word. */
static void
test_long_word (void)
{
  g_autofree char *text = g_strnfill (10000, 'x');
  FysWord          word = { 0 };

  g_assert_true (fys_word_next (text, 10000, &word));
  g_assert_cmpuint (word.end, ==, 10000);
  g_assert_cmpuint (word.length, ==, FYS_DANISH_WORD_BYTES - 1);
  g_assert_false (fys_word_next (text, 10000, &word));
}

static char *
dup_stem (FysStemmer *stemmer,
          const char *text)
{
  FysWord word = { 0 };

  g_assert_true (fys_word_next (text, strlen (text), &word));
  return g_strdup (fys_stemmer_stem (stemmer, word.folded, word.length));
}

/* All words of a line have one stem. */
static void
test_same_stem (void)
{
  static const char *const lines[] = {
    "skulder skulderen skuldre skuldrene skulderens",
    "finger fingeren fingre fingrene",
    "muskel muskler muskelen musklerne",
    "ankel ankler anklen",
    "knæ knæet knæene knaeet",
    "fod foden fødder fødderne",
    "hånd hånden hænder haand",
    "tå tåen tæer tæerne",
    "storetå storetåen",
    "tand tænder tænderne",
    "barn børn børnene",
    "hofte hofter hofterne hoftens",
    "øvelse øvelser øvelserne oevelse",
    "smerte smerter smerterne smertens",
    "ryg ryggen rygge",
    "frossen frosne frosset",
    "forstuvet forstuvede forstuvning forstuvninger",
    "spænding spændinger spændt spændte",
    "betændt betændte betændelse betændelser",
    "hævet hævede hævelse hævelsen",
    "diskusprolaps discusprolaps diskusprolapsen",
    "stiv stive stivhed",
  };
  g_autoptr (FysStemmer) stemmer = fys_stemmer_new ();

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto (GStrv)   words = g_strsplit (lines[i], " ", -1);
      g_autofree char *first = dup_stem (stemmer, words[0]);

      for (guint j = 1; words[j] != NULL; j++)
        {
          g_autofree char *stem = dup_stem (stemmer, words[j]);

          g_assert_cmpstr (stem, ==, first);
        }
    }
}

static void
test_other_stem (void)
{
  static const char *const pairs[][2] = {
    { "hofte", "hæfte" }, { "nakke", "nerve" }, { "migræne", "mig" }, { "knæ", "knæk" }, { "læg", "læge" }, { "ryg", "rygning" }, { "balle", "bold" },
  };
  g_autoptr (FysStemmer) stemmer = fys_stemmer_new ();

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *first = dup_stem (stemmer, pairs[i][0]);
      g_autofree char *second = dup_stem (stemmer, pairs[i][1]);

      g_assert_cmpstr (first, !=, second);
    }
}

/* What the stemmer remembers is what it would say anew. */
static void
test_stem_again (void)
{
  g_autoptr (FysStemmer) stemmer = fys_stemmer_new ();

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < 20000; i++)
      {
        g_autoptr (FysStemmer) fresh = i % 4000 == 0 ? fys_stemmer_new () : NULL;
        g_autofree char *word = g_strdup_printf ("ord%uer", i);
        g_autofree char *stem = g_strdup (fys_stemmer_stem (stemmer, word, strlen (word)));

        g_assert_true (g_str_has_prefix (word, stem));
        if (fresh != NULL)
          g_assert_cmpstr (stem, ==, fys_stemmer_stem (fresh, word, strlen (word)));
      }
}

static void
test_small_words (void)
{
  static const char *const small[] = { "af", "hvordan", "som", "saa", "vaere", "man", "mig" };
  static const char *const telling[] = { "knae", "ondt", "under", "over", "bag", "hold", "" };

  for (guint i = 0; i < G_N_ELEMENTS (small); i++)
    g_assert_true (fys_danish_is_stop_word (small[i]));
  for (guint i = 0; i < G_N_ELEMENTS (telling); i++)
    g_assert_false (fys_danish_is_stop_word (telling[i]));
}

static void
test_strip (void)
{
  char stripped[FYS_DANISH_WORD_BYTES];

  fys_danish_strip ("oevelser", stripped);
  g_assert_cmpstr (stripped, ==, "ovelser");
  fys_danish_strip ("knaeet", stripped);
  g_assert_cmpstr (stripped, ==, "knaet");
  fys_danish_strip ("haandled", stripped);
  g_assert_cmpstr (stripped, ==, "handled");
  fys_danish_strip ("", stripped);
  g_assert_cmpstr (stripped, ==, "");
}

static void
test_distance (void)
{
  static const struct
  {
    const char *typed;
    const char *word;
    double      distance; /* G_MAXDOUBLE: over 2 */
  } cases[] = {
    { "iskias", "iskias", 0 },
    { "iskais", "iskias", 1 },
    { "isjias", "iskias", 1 },
    { "iskia", "iskias", 1 },
    { "tenisalbue", "tennisalbue", 0.5 },
    { "tenissalbue", "tennisalbue", 1 },
    { "akkillessene", "achillessene", 2 },
    { "iskias", "migraene", G_MAXDOUBLE },
    { "", "ab", 2 },
    { "", "abc", G_MAXDOUBLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat (fys_edit_distance (cases[i].typed, cases[i].word, 2), ==, cases[i].distance);
}

static void
test_trigrams (void)
{
  g_autoptr (GArray) one = fys_trigrams_new ("Frossen skulder");
  g_autoptr (GArray) same = fys_trigrams_new ("skulder, en frossen");
  g_autoptr (GArray) near = fys_trigrams_new ("frosen skuldr");
  g_autoptr (GArray) other = fys_trigrams_new ("Hælspore");
  g_autoptr (GArray) none = fys_trigrams_new ("");

  g_assert_cmpfloat (fys_trigrams_dice (one, same), ==, 1);
  g_assert_cmpfloat (fys_trigrams_dice (one, near), >, 0.6);
  g_assert_cmpfloat (fys_trigrams_dice (one, near), <, 1);
  g_assert_cmpfloat (fys_trigrams_dice (one, other), <, 0.1);
  g_assert_cmpfloat (fys_trigrams_dice (one, none), ==, 0);
  g_assert_cmpfloat (fys_trigrams_dice (none, none), ==, 0);
}

/* Every entry can be found by its own words, and says something else than them. */
static void
test_lay_table (void)
{
  g_autoptr (FysStemmer) stemmer = fys_stemmer_new ();
  FysLayWords       *lay_words = fys_lay_words_new (stemmer);
  guint              n;
  const FysLayEntry *table = fys_lay_words_get_table (&n);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) stems = g_ptr_array_new_with_free_func (g_free);
      FysWord word = { 0 };
      guint   n_matched = 0;

      g_assert_true (g_utf8_validate (table[i].lay, -1, NULL) && g_utf8_validate (table[i].meant, -1, NULL));
      g_assert_true (g_hash_table_add (seen, (gpointer) table[i].lay)); /* no two of the same */
      while (fys_word_next (table[i].lay, strlen (table[i].lay), &word))
        g_ptr_array_add (stems, g_strdup (fys_stemmer_stem (stemmer, word.folded, word.length)));
      /* One of nothing but small words would be found in any sentence. */
      word = (FysWord){ 0 };
      while (fys_word_next (table[i].lay, strlen (table[i].lay), &word) && fys_danish_is_stop_word (word.folded))
        ;
      g_assert_cmpuint (word.length, >, 0);
      g_assert_nonnull (fys_lay_words_match (lay_words, (const char *const *) stems->pdata, stems->len, &n_matched));
      g_assert_cmpuint (n_matched, ==, stems->len);
      g_assert_null (strstr (table[i].meant, ",,"));
      g_assert_false (g_str_has_suffix (table[i].meant, ","));
    }
  fys_lay_words_free (lay_words);
}

static gboolean
means (const char *lay,
       const char *meant)
{
  g_autoptr (FysStemmer) stemmer = fys_stemmer_new ();
  FysLayWords      *lay_words = fys_lay_words_new (stemmer);
  g_autofree char  *stem = dup_stem (stemmer, lay);
  g_autofree char  *wanted = dup_stem (stemmer, meant);
  const char *const one[] = { stem };
  guint             n_matched;
  const char *const *found = fys_lay_words_match (lay_words, one, 1, &n_matched);
  gboolean          is_there = FALSE;

  for (guint i = 0; found != NULL && found[i] != NULL; i++)
    is_there |= strcmp (found[i], wanted) == 0;
  fys_lay_words_free (lay_words);
  return is_there;
}

static void
test_lay_meaning (void)
{
  g_assert_true (means ("ballen", "balde"));
  g_assert_true (means ("ballerne", "sæde"));
  g_assert_true (means ("ondt", "smerter"));
  g_assert_true (means ("vrikkede", "forstuvning"));
  g_assert_true (means ("svangerskab", "graviditet"));
  g_assert_false (means ("balde", "knæ"));
  g_assert_false (means ("løb", "smerter"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/danish/words", test_words);
  g_test_add_func ("/danish/long-word", test_long_word);
  g_test_add_func ("/danish/same-stem", test_same_stem);
  g_test_add_func ("/danish/other-stem", test_other_stem);
  g_test_add_func ("/danish/stem-again", test_stem_again);
  g_test_add_func ("/danish/small-words", test_small_words);
  g_test_add_func ("/danish/strip", test_strip);
  g_test_add_func ("/danish/distance", test_distance);
  g_test_add_func ("/danish/trigrams", test_trigrams);
  g_test_add_func ("/danish/lay/table", test_lay_table);
  g_test_add_func ("/danish/lay/meaning", test_lay_meaning);
  return g_test_run ();
}
