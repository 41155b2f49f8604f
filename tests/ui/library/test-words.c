/* test-words.c - what the library's pages say, and the lists that they lead to
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/library/fys-library-folders.h"
#include "ui/library/fys-library-scope.h"
#include "ui/library/fys-library-words.h"
#include "ui/window/fys-settings.h"

static void
test_body_parts (void)
{
  static const struct
  {
    const char *slug;
    const char *name;
  } cases[] = {
    { "laend", "Lower Back" }, { "ryg", "Back" }, { "knae", "Knee" }, { "haandled", "Wrist" }, { "øjne", "Øjne" }, { "store-taa", "Store taa" }, { "", "" },
    { "\xff", "\xef\xbf\xbd" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = fys_library_words_dup_body_part (cases[i].slug);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
  g_assert_cmpuint (fys_library_words_get_body_part_rank ("hoved"), <, fys_library_words_get_body_part_rank ("fod"));
  g_assert_cmpuint (fys_library_words_get_body_part_rank ("fod"), <, fys_library_words_get_body_part_rank ("øjne"));
}

static void
assert_facts (const FysLibraryInfo *info,
              const char           *expected)
{
  g_autofree char *facts = fys_library_words_dup_facts (info);

  g_assert_cmpstr (facts, ==, expected);
}

/* What is not stated is not said. */
static void
test_facts (void)
{
  FysLibraryInfo info = { .reading_min = 0 };

  assert_facts (&info, "");
  info.reading_min = 7;
  info.n_exercises = 1;
  info.n_questions = 6;
  assert_facts (&info, "7 min · 1 exercise · 6 questions");
  info.published = (FysDate) { .year = 2025, .month = 9, .day = 13 };
  assert_facts (&info, "Published 13 Sep 2025 · 7 min · 1 exercise · 6 questions");
  info.updated = (FysDate) { .year = 2025, .month = 10, .day = 12 };
  assert_facts (&info, "Updated 12 Oct 2025 · 7 min · 1 exercise · 6 questions");
  info.updated = (FysDate) { .year = 2025, .month = 2, .day = 31 };
  assert_facts (&info, "Published 13 Sep 2025 · 7 min · 1 exercise · 6 questions");
}

static void
test_left (void)
{
  static const struct
  {
    guint       reading_min;
    double      progress;
    const char *text;
  } cases[] = {
    { 8, 0.5, "About 4 min left" }, { 8, 0, "About 8 min left" }, { 8, 0.95, "About 1 min left" }, { 8, 1, "Read to the end" }, { 0, 0.42, "42 % read" },
    { 0, 1, "Read to the end" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = fys_library_words_dup_left (cases[i].reading_min, cases[i].progress);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_when (void)
{
  const gint64 noon_s = 1764072000; /* 25 November 2025, 12:00 UTC */
  static const struct
  {
    int         days;
    const char *text;
  } cases[] = { { 0, "Today" }, { 1, "Yesterday" }, { 2, "2 days ago" }, { 6, "6 days ago" }, { 7, "18 Nov 2025" }, { -1, "Today" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = fys_library_words_dup_when (noon_s - cases[i].days * 86400, noon_s);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* What an action is told comes back as the same list. */
static void
test_scope (void)
{
  g_autofree char *kind = fys_library_scope_dup_collection (FYS_COLLECTION_GUIDES);
  g_autofree char *part = fys_library_scope_dup_body_part ("knae");
  g_autofree char *changed = fys_library_scope_dup_changed (1764000000);
  const struct
  {
    const char   *text;
    FysScopeKind  kind;
    FysCollection collection;
    const char   *body_part;
    gint64        since_s;
    const char   *title;
  } cases[] = {
    { "all", FYS_SCOPE_ALL, FYS_N_COLLECTIONS, NULL, 0, "All Articles" },
    { kind, FYS_SCOPE_COLLECTION, FYS_COLLECTION_GUIDES, NULL, 0, "Guides" },
    { part, FYS_SCOPE_BODY_PART, FYS_N_COLLECTIONS, "knae", 0, "Knee" },
    { changed, FYS_SCOPE_CHANGED, FYS_N_COLLECTIONS, NULL, 1764000000, "What Has Changed" },
    { "changed:x", FYS_SCOPE_CHANGED, FYS_N_COLLECTIONS, NULL, 1, "What Has Changed" },
    { "kind:nothing", FYS_SCOPE_ALL, FYS_N_COLLECTIONS, NULL, 0, "All Articles" },
    { "part:", FYS_SCOPE_ALL, FYS_N_COLLECTIONS, NULL, 0, "All Articles" },
    { "", FYS_SCOPE_ALL, FYS_N_COLLECTIONS, NULL, 0, "All Articles" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FysLibraryScope) scope = fys_library_scope_parse (cases[i].text);
      g_autofree char            *title = fys_library_scope_dup_title (scope);
      FysLibraryFilter            filter;

      fys_library_scope_get_filter (scope, &filter);
      g_assert_cmpint (scope->kind, ==, cases[i].kind);
      g_assert_cmpint (filter.collection, ==, cases[i].collection);
      g_assert_cmpstr (filter.body_part, ==, cases[i].body_part);
      g_assert_cmpint (filter.changed_since_s, ==, cases[i].since_s);
      g_assert_cmpstr (title, ==, cases[i].title);
    }
}

/* Names of files need not be UTF-8, and what is kept may have been written by hand. */
static void
test_folders (void)
{
  g_autoptr (GSettings) settings = fys_settings_new ();
  const char *const     by_hand[] = { "", "relative", "/own/folder", "file:///own/%FF", NULL };
  g_auto (GStrv)        read = NULL;
  g_auto (GStrv)        added = NULL;
  g_auto (GStrv)        left = NULL;

  g_settings_set_strv (settings, FYS_SETTINGS_LIBRARY_FOLDERS, by_hand);
  read = fys_library_folders_dup (settings);
  g_assert_cmpuint (g_strv_length (read), ==, 2);
  g_assert_cmpstr (read[0], ==, "/own/folder");
  g_assert_cmpstr (read[1], ==, "/own/\xff");

  g_assert_false (fys_library_folders_add (settings, "/own/folder"));
  g_assert_true (fys_library_folders_add (settings, "/own/\xfe"));
  added = fys_library_folders_dup (settings);
  g_assert_cmpuint (g_strv_length (added), ==, 3);
  g_assert_cmpstr (added[2], ==, "/own/\xfe");

  fys_library_folders_remove (settings, "/own/folder");
  fys_library_folders_remove (settings, "/not/there");
  left = fys_library_folders_dup (settings);
  g_assert_cmpuint (g_strv_length (left), ==, 2);
  g_assert_cmpstr (left[0], ==, "/own/\xff");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/library-ui/words/body-parts", test_body_parts);
  g_test_add_func ("/library-ui/words/facts", test_facts);
  g_test_add_func ("/library-ui/words/left", test_left);
  g_test_add_func ("/library-ui/words/when", test_when);
  g_test_add_func ("/library-ui/scope", test_scope);
  g_test_add_func ("/library-ui/folders", test_folders);

  return g_test_run ();
}
