/* test-references.c - what an article refers to and what is not there; what readers look for and do not find
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-references.h"

#include <string.h>

#include <glib/gstdio.h>

#include "core/library/fys-expectations.h"
#include "library-fixture.h"

#define FRONT "---\ntitle: Hofte\nlastUpdated: 01/02/2026\n---\n"

static char *root;

/* Writes @text to @path below the root, and answers what is told about it: "line severity message" a line. */
static char *
check_text (FysReferences *references,
            const char    *path,
            const char    *text)
{
  g_autofree char           *full = library_fixture_add (root, path);
  g_autoptr (GFile)          file = g_file_new_for_path (full);
  g_autoptr (GError)         error = NULL;
  g_autoptr (FysArticle)     article = NULL;
  g_autoptr (FysExerciseList) exercises = NULL;
  g_autoptr (GPtrArray)      findings = fys_diagnostics_new ();
  GString                   *told = g_string_new (NULL);

  g_file_set_contents (full, text, -1, &error);
  g_assert_no_error (error);
  article = fys_article_load (file, NULL, &error);
  g_assert_no_error (error);
  exercises = fys_exercise_list_new (article);
  fys_expectations_check (article, exercises, findings);
  fys_references_check (references, article, file, findings);
  fys_diagnostics_sort (findings);
  for (guint i = 0; i < findings->len; i++)
    {
      const FysDiagnostic *finding = findings->pdata[i];

      g_string_append_printf (told, "%u %s %s\n", finding->line, fys_severity_get_nick (finding->severity), finding->message);
    }
  return g_string_free (told, FALSE);
}

typedef struct
{
  const char *name;
  const char *path; /* of the article, below the root */
  const char *text;
  const char *told;
} Case;

/* The library has ordbog/knae.md with the section #knaeoevelser and another one, blog/, images/ben.svg. */
static const Case cases[] = {
  { "fine", "ordbog/hofte.md",
    FRONT "Om [knæet](/ordbog/knae#knaeoevelser) og [her](#om-hoften).\n\n![Ben](/images/ben.svg)\n\n## Om hoften\n", "" },
  { "dead-fragment", "ordbog/hofte.md", FRONT "[a](#om-haanden)\n\n## Om hoften\n", "5 warning No section here has the address “#om-haanden”\n" },
  { "near-fragment", "ordbog/hofte.md", FRONT "[a](#om-hofterne)\n\n## Om hoften\n",
    "5 warning No section here has the address “#om-hofterne”; is “#om-hoften” meant?\n" },
  { "near-fragment-elsewhere", "ordbog/hofte.md", FRONT "[a](knae.md#knæøvelser)\n",
    "5 warning No section of “Knæ” has the address “#knæøvelser”; is “#knaeoevelser” meant?\n" },
  { "by-site-address", "blog/tur.md", FRONT "[a](https://www.fysfinder.dk/ordbog/knae#maaske)\n",
    "5 warning No section of “Knæ” has the address “#maaske”\n" },
  { "dead-article", "ordbog/hofte.md", FRONT "[a](/blog/ukendt) [b](/styrkeoevelser/ukendt) [c](https://example.org/ordbog/ukendt)\n",
    "5 warning The library has no article “blog/ukendt”\n" },
  { "clinics", "ordbog/hofte.md",
    FRONT "[a](/find/fysioterapeut/danmark/hofte) [b](/find/fysioterapeut/atlantis?handicap=true) "
          "[c](https://www.fysfinder.dk/find/fysioterapeut/danmark/trylleri/) [d](/find/fysioterapeut/) [e](/find)\n",
    "5 warning FysFinder has no place “atlantis”\n5 warning FysFinder has no specialty “trylleri”\n" },
  /* The address has the name in its own form. */
  { "clinic-by-name", "ordbog/hofte.md", FRONT "[a](/find/fysioterapeut/danmark/Hofte)\n", "5 warning FysFinder has no specialty “Hofte”\n" },
  { "related-to-itself", "ordbog/hofte.md",
    "---\ntitle: Hofte\nlastUpdated: 01/02/2026\nrelated:\n  - type: ordbog\n    slug: hofte\n  - type: blog\n    slug: hofte\n---\nTekst.\n",
    "6 warning The article names itself in “related”\n8 warning The library has no article “blog/hofte”\n" },
  { "specialty", "ordbog/hofte.md", "---\ntitle: Hofte\nlastUpdated: 01/02/2026\nspecialty: Hofte\n---\nTekst.\n", "" },
  { "no-picture", "ordbog/hofte.md", FRONT "Et ![x](/images/vaek.svg)\n",
    "5 warning The library’s folder has no picture “/images/vaek.svg”; its description is shown instead\n" },
  { "symptoms", "ordbog/hofte.md", FRONT "Tekst.\n\n## Symptomer\n\nDet gør ondt.\n",
    "7 warning Symptoms are told of here, but no section says when to seek help; give it a heading such as “Hvornår skal jeg søge læge?”\n" },
  { "symptoms-and-warning", "ordbog/hofte.md",
    FRONT "Tekst.\n\n## Hvad er symptomerne?\n\nDet gør ondt.\n\n## Hvornår skal jeg søge læge?\n\n- Ved feber.\n", "" },
  /* The heading that is proposed is one that the program knows, whatever case it is written in. */
  { "warning-in-text", "ordbog/hofte.md", FRONT "Tekst.\n\n## Symptomer\n\nSøg straks læge, hvis benet er koldt.\n", "" },
  { "one-symptom", "ordbog/hofte.md", FRONT "Tekst.\n\n## Smerte er et symptom og ingen sygdom\n\nTekst.\n", "" },
  { "exercises", "ordbog/hofte.md",
    FRONT "Tekst.\n\n## Øvelser\n\n### Bro\n\nLig på ryggen, og løft hoften fra gulvet. Gentag 10 gange.\n\n### Planke\n\n"
          "Støt på underarmene, og løft kroppen. Hold 20 sekunder.\n",
    "9 info No section says when to seek help, which is shown before the first exercise; its heading may be “Hvornår skal jeg søge læge?”\n" },
  { "one-exercise", "styrkeoevelser/bro.md",
    FRONT "Tekst.\n\n## Øvelser\n\n### Bro\n\nLig på ryggen, og løft hoften fra gulvet. Gentag 10 gange.\n", "" },
  { "no-date", "ordbog/hofte.md", "---\ntitle: Hofte\n---\nTekst.\n",
    "0 info No date is stated, so readers cannot see how old the advice is; “lastUpdated” in the front matter tells it\n" },
  { "published-only", "ordbog/hofte.md", "---\ntitle: Hofte\ndatePublished: 2026-02-01\n---\nTekst.\n", "" },
  { "no-introduction", "ordbog/hofte.md", FRONT "## A\n\n## B\n\nTekst.\n",
    "0 info The article begins with no text of its own and has no “description”, so lists show only its title\n" },
  { "description", "ordbog/hofte.md",
    "---\ntitle: Hofte\nlastUpdated: 01/02/2026\ndescription: Kort fortalt.\n---\n## A\n\n## B\n\nTekst.\n", "" },
  { "below-title", "ordbog/hofte.md", FRONT "# Hofte\n\nTekst.\n\n## B\n", "" },
  { "nothing", "ordbog/hofte.md", FRONT, "0 info The article begins with no text of its own and has no “description”, so lists show only its title\n" },
};

static void
fill_library (void)
{
  g_autofree char *knee = library_fixture_add (root, "ordbog/knae.md");
  g_autofree char *other = library_fixture_add (root, "blog/gang.md");
  g_autofree char *picture = library_fixture_add (root, "images/ben.svg");
  g_autoptr (GError) error = NULL;

  g_file_set_contents (knee, "---\ntitle: Knæ\n---\n## Knæøvelser\n\n## Andet om knæ\n", -1, &error);
  g_assert_no_error (error);
}

static void
test_case (gconstpointer user_data)
{
  const Case                *test = user_data;
  g_autoptr (FysReferences)  references = fys_references_new ();
  g_autofree char           *told = NULL;

  root = library_fixture_new ();
  fill_library ();
  told = check_text (references, test->path, test->text);
  g_assert_cmpstr (told, ==, test->told);
  library_fixture_free (root);
}

/* An article that lies in no collection belongs to the dictionary, where a folder of pictures shows that it is a library. */
static void
test_flat (void)
{
  g_autoptr (FysReferences) references = fys_references_new ();
  g_autofree char          *alone = NULL;
  g_autofree char          *flat = NULL;
  g_autofree char          *knee = NULL;
  g_autofree char          *picture = NULL;

  root = library_fixture_new ();
  knee = library_fixture_add (root, "knae.md");
  alone = check_text (references, "hofte.md", FRONT "[a](/ordbog/knae#x) [b](/ordbog/ukendt) [c](/blog/ukendt)\n");
  g_assert_cmpstr (alone, ==, "5 warning No section of “Knæ” has the address “#x”\n");
  picture = library_fixture_add (root, "images/ben.svg");
  flat = check_text (references, "hofte.md", FRONT "[a](/ordbog/knae#x) [b](/ordbog/ukendt) [c](/blog/ukendt)\n");
  g_assert_cmpstr (flat, ==,
                   "5 warning No section of “Knæ” has the address “#x”\n5 warning The library has no article “ordbog/ukendt”\n");
  library_fixture_free (root);
}

static void
assert_unused (FysReferences *references,
               const char    *folder,
               const char    *expected)
{
  g_autoptr (GPtrArray) unused = fys_references_dup_unused_pictures (references, folder);
  g_autoptr (GString)   names = g_string_new (NULL);

  for (guint i = 0; i < unused->len; i++)
    {
      const char *path = unused->pdata[i];

      g_assert_true (g_str_has_prefix (path, folder));
      g_string_append_printf (names, "%s ", path + strlen (root) + 1);
    }
  g_assert_cmpstr (names->str, ==, expected);
}

static void
test_unused_pictures (void)
{
  static const char *const files[] = {
    "images/ben.svg", "images/b/Arm.PNG", "images/b/fod.webp", "images/b/hals.jpg", "images/readme.txt", "images/.skjult.png",
    "public/images/hoved.gif", "other/images/mave.png",
  };
  g_autoptr (FysReferences) references = fys_references_new ();
  g_autofree char          *told = NULL;
  g_autofree char          *folder = NULL;

  root = library_fixture_new ();
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = library_fixture_add (root, files[i]);

      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  library_fixture_add_link (root, "images/loop", "..");
  assert_unused (references, root, ""); /* nothing was checked */
  told = check_text (references, "ordbog/hofte.md",
                     "---\ntitle: Hofte\nlastUpdated: 01/02/2026\npreviewImage: /images/b/hals.jpg\n---\nEt ![x](/images/ben.svg)\n\n"
                     "| A |\n|---|\n| ![t](/images/b/fod.webp?x) |\n");
  g_assert_cmpstr (told, ==, "");
  assert_unused (references, root, "images/b/Arm.PNG public/images/hoved.gif ");
  /* Articles that were not checked may show them. */
  folder = g_build_filename (root, "ordbog", NULL);
  assert_unused (references, folder, "");
  library_fixture_free (root);
}

/* Any number of letters, in any script, is compared or left alone. */
static void
test_hostile_fragments (void)
{
  g_autoptr (FysReferences) references = fys_references_new ();
  g_autoptr (GString)       text = g_string_new (FRONT "[a](#");
  g_autofree char          *told = NULL;

  root = library_fixture_new ();
  for (guint i = 0; i < 5000; i++)
    g_string_append_c (text, 'x');
  g_string_append (text, ") [b](#%C3%A6) [c](#%F0%9F%98%80) [d](#-)\n\n## ");
  for (guint i = 0; i < 5000; i++)
    g_string_append (text, "y");
  g_string_append (text, "\n\n## Æ\n");
  told = check_text (references, "ordbog/hofte.md", text->str);
  g_assert_nonnull (strstr (told, "“#xxx"));
  g_assert_nonnull (strstr (told, "“#😀”"));
  library_fixture_free (root);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/references/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/references/flat", test_flat);
  g_test_add_func ("/references/unused-pictures", test_unused_pictures);
  g_test_add_func ("/references/hostile-fragments", test_hostile_fragments);
  return g_test_run ();
}
