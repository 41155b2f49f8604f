/* test-library-terms.c - which words of an article are another article's title
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/library/fys-library-terms.h"
#include "shelf.h"

#define FILLER "Her står der noget om noget helt andet, som ingen artikel hedder.\n\n"

typedef struct
{
  FysLibrary *library;
  GPtrArray  *mentions;
  gboolean    is_done;
} Answer;

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Answer            *answer = user_data;
  g_autoptr (GError) error = NULL;

  answer->mentions = fys_library_terms_finish (FYS_LIBRARY (source), result, &error);
  g_assert_no_error (error);
  answer->is_done = TRUE;
}

static FysArticle *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return fys_article_new_from_bytes (bytes, "test.md");
}

/* Returns: (transfer full): the mentions as "words>key", with a bar between them */
static char *
dup_mentions (Shelf      *shelf,
              const char *text,
              const char *own_key)
{
  g_autoptr (FysArticle) article = parse (text);
  g_autoptr (GString)    got = g_string_new (NULL);
  Answer                 answer = { NULL };
  guint                  n_blocks;
  const FysBlock        *blocks = fys_article_get_blocks (article, &n_blocks);

  fys_library_terms_async (shelf->library, article, own_key, NULL, answered_cb, &answer);
  while (!answer.is_done)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < answer.mentions->len; i++)
    {
      const FysTermMention *mention = g_ptr_array_index (answer.mentions, i);

      g_assert_cmpuint (mention->block, <, n_blocks);
      g_assert_cmpuint (mention->start + mention->length, <=, blocks[mention->block].text.length);
      g_string_append_printf (got, "%s%.*s>%s", i > 0 ? "|" : "", (int) mention->length, blocks[mention->block].text.text + mention->start,
                              fys_library_entry_get_info (mention->entry)->key);
    }
  g_ptr_array_unref (answer.mentions);
  return g_string_free (g_steal_pointer (&got), FALSE);
}

static void
fill (Shelf        *shelf,
      gconstpointer user_data)
{
  shelf_set_up (shelf, user_data);
  shelf_write_article (shelf, "articles/iskias.md", "Iskias: når nerven i benet gør ondt", "a");
  shelf_write_article (shelf, "articles/frossen-skulder.md", "Frossen skulder (periartrosis)", "a");
  shelf_write_article (shelf, "articles/nakkesmerter.md", "Nakkesmerter", "a");
  shelf_write_article (shelf, "articles/skulder.md", "Skulder", "a");
  shelf_write_article (shelf, "articles/ryg.md", "Ryg", "a");
  shelf_write_article (shelf, "articles/diskusprolaps.md", "Diskusprolaps", "a");
  shelf_write_article (shelf, "articles/diskusprolaps-i-nakken.md", "Diskusprolaps i nakken", "a");
  shelf_write_article (shelf, "articles/loeberknae.md", "Løberknæ", "a");
  shelf_write_article (shelf, "articles/ordbog/hovedpine.md", "Hovedpine", "a");
  shelf_write_article (shelf, "articles/ordbog/spaendingshovedpine.md", "Hovedpine", "a"); /* which one is meant? */
  shelf_write_article (shelf, "articles/blog/traening.md", "Balancetræning", "a");
  shelf_write_article (shelf, "articles/styrkeoevelser/squat.md", "Goblet squat", "a");
  shelf_write_article (shelf, "articles/lang.md", "En meget lang titel på en artikel", "a");
  shelf_start (shelf);
}

static void
test_cases (Shelf        *shelf,
            gconstpointer user_data)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "", "" },
    { FILLER, "" },
    { "Det kan være iskias.\n", "iskias>iskias" },
    { "ISKIAS og Iskias.\n", "ISKIAS>iskias" }, /* the first mention only */
    { "Ordet »iskiassens« bøjes.\n", "iskiassens>iskias" },
    { "Har du frossen skulder?\n", "frossen skulder>frossen-skulder" },
    { "Den frosne skulder er stiv.\n", "frosne skulder>frossen-skulder" },
    { "Frossen skulderen og frossen-skulder.\n", "Frossen skulderen>frossen-skulder" },
    { "Frossen. Skulder.\n", "" }, /* not one phrase */
    { "En skulder, en ryg og ryggen.\n", "" }, /* parts of the body are everywhere */
    { "Nakkesmerterne gik over.\n", "Nakkesmerterne>nakkesmerter" },
    { "Jeg har nakke smerter.\n", "nakke smerter>nakkesmerter" },
    { "En diskusprolaps i nakken er sjælden.\n", "diskusprolaps i nakken>diskusprolaps-i-nakken" }, /* the longest */
    { "En diskusprolaps i lænden.\n", "diskusprolaps>diskusprolaps" },
    { "En diskusprolaps i nakken. Og diskusprolapser.\n", "diskusprolaps i nakken>diskusprolaps-i-nakken|diskusprolapser>diskusprolaps" },
    { "En diskusprolaps er sjælden.\n", "diskusprolaps>diskusprolaps" }, /* and not "diskusprolapser" */
    { "Loeberknae og løberknæ.\n", "Loeberknae>loeberknae" },
    { "Hovedpine.\n", "" }, /* two articles are called so */
    { "Balancetræning.\n", "" }, /* guides are called by sentences */
    { "Prøv en goblet squat.\n", "goblet squat>styrkeoevelser/squat" },
    { "En meget lang titel på en artikel.\n", "" },
    { "# Iskias\n\n## Om iskias\n\nTekst.\n", "" },
    { "## Om iskias\n\nSå er det iskias.\n", "iskias>iskias" },
    { "Se [iskias](/ordbog/iskias) og `iskias`.\n", "" },
    { "Se [mere om iskias her](https://example.org), iskias.\n", "iskias>iskias" },
    { "    iskias\n\n```\niskias\n```\n", "" },
    { "| iskias |\n|---|\n| iskias |\n", "" },
    { "Det er *iskias* eller **nakkesmerter**.\n", "iskias>iskias|nakkesmerter>nakkesmerter" },
    { "- iskias\n- løberknæ\n\n> nakkesmerter\n", "iskias>iskias|løberknæ>loeberknae|nakkesmerter>nakkesmerter" },
    { "## Hvornår skal jeg søge hjælp?\n\nVed iskias.\n", "" },
    { "## A\n\nIskias, løberknæ, nakkesmerter, diskusprolaps.\n\nGoblet squat.\n\n## B\n\nDiskusprolaps.\n",
      "Iskias>iskias|løberknæ>loeberknae|nakkesmerter>nakkesmerter|Diskusprolaps>diskusprolaps" }, /* three in a section */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *got = dup_mentions (shelf, cases[i].text, "test");

      if (strcmp (got, cases[i].expected) != 0)
        g_test_message ("case %u: %s", i, cases[i].text);
      g_assert_cmpstr (got, ==, cases[i].expected);
    }
}

static void
test_self (Shelf        *shelf,
           gconstpointer user_data)
{
  g_autofree char *own = dup_mentions (shelf, "Iskias er ikke nakkesmerter.\n", "iskias");
  g_autofree char *longer = dup_mentions (shelf, "En diskusprolaps i nakken er en diskusprolaps.\n", "diskusprolaps-i-nakken");

  g_assert_cmpstr (own, ==, "nakkesmerter>nakkesmerter");
  g_assert_cmpstr (longer, ==, "diskusprolaps>diskusprolaps");
}

/* What is removed, or called otherwise, is no term any more. */
static void
test_changes (Shelf        *shelf,
              gconstpointer user_data)
{
  g_autofree char *before = dup_mentions (shelf, "Iskias og knæsmerter.\n", "test");
  g_autofree char *after = NULL;

  g_assert_cmpstr (before, ==, "Iskias>iskias");
  shelf_write_article (shelf, "articles/iskias.md", "Knæsmerter", "a");
  shelf_rescan (shelf);
  after = dup_mentions (shelf, "Iskias og knæsmerter.\n", "test");
  g_assert_cmpstr (after, ==, "knæsmerter>iskias");
  shelf_remove (shelf, "articles/iskias.md");
  shelf_rescan (shelf);
  g_free (after);
  after = dup_mentions (shelf, "Iskias og knæsmerter.\n", "test");
  g_assert_cmpstr (after, ==, "");
}

/* A hostile text costs no more than looking at it: this test ends. */
static void
test_large (Shelf        *shelf,
            gconstpointer user_data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char    *got = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "ord%u ", i);
  g_string_append (text, "\n\nIskias.\n");
  got = dup_mentions (shelf, text->str, "test");
  g_assert_cmpstr (got, ==, "Iskias>iskias");
}

/* The rest of an article that is longer than a book is not looked at. */
static void
test_long (Shelf        *shelf,
           gconstpointer user_data)
{
  const struct
  {
    guint       n_paragraphs;
    const char *mentions;
  } cases[] = { { 10, "Iskias>iskias" }, { 100, "" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char    *got = NULL;

      for (guint j = 0; j < cases[i].n_paragraphs * 1000; j++)
        g_string_append (text, j % 1000 == 999 ? "ord.\n\n" : "ord ");
      g_string_append (text, "Iskias.\n");
      got = dup_mentions (shelf, text->str, "test");
      g_assert_cmpstr (got, ==, cases[i].mentions);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/library-terms/" path, Shelf, NULL, fill, function, shelf_tear_down)
  ADD ("cases", test_cases);
  ADD ("self", test_self);
  ADD ("changes", test_changes);
  ADD ("large", test_large);
  ADD ("long", test_long);
#undef ADD

  return g_test_run ();
}
