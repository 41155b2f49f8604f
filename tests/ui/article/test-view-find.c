/* test-view-find.c - find, selection and copying
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "view-fixture.h"

#include <string.h>

#define ARTICLE                                                                    \
  "# Knæ\n\nEt knæ gør ondt.\n\n- Første *punkt*\n- Andet\n\n"                     \
  "| Navn | Tal |\n|---|---|\n| knæ | 1 |\n\n"                                     \
  "## Ofte stillede spørgsmål\n\n### Må jeg gå?\n\nJa, på et godt knæ.\n\n"        \
  "### Må jeg løbe?\n\nNej.\n"

static void
test_find (void)
{
  ViewFixture fixture;
  guint       question;

  view_fixture_set_up (&fixture, ARTICLE, 700, 300);
  question = fys_article_find_section (fixture.view->article, "maa-jeg-gaa");
  g_assert_cmpuint (question, !=, FYS_NONE);

  g_assert_cmpuint (fys_article_view_find_step (fixture.view, 1), ==, 0);
  g_assert_cmpuint (fys_article_view_find (fixture.view, "KNAE"), ==, 4);
  g_assert_cmpuint (fys_article_view_find_step (fixture.view, 0), ==, 1);
  g_assert_cmpuint (fys_article_view_find_step (fixture.view, 1), ==, 2);
  g_assert_cmpuint (fys_article_view_find_step (fixture.view, 1), ==, 3);
  g_assert_false (fys_folds_is_open (fixture.view->folds, question));

  /* The fourth is in an answer, which opens and comes into sight. */
  g_assert_cmpuint (fys_article_view_find_step (fixture.view, 1), ==, 4);
  view_fixture_settle (&fixture);
  g_assert_true (fys_folds_is_open (fixture.view->folds, question));
  {
    const FysFindHit *hit = fys_marks_get_hit (fixture.view->marks, 3);
    double        y = view_fixture_get_y (&fixture, view_fixture_get_text (&fixture, hit->block, FYS_NONE));

    g_assert_cmpfloat (y, >=, 0);
    g_assert_cmpfloat (y, <, 300);
  }

  g_assert_cmpuint (fys_article_view_find_step (fixture.view, 1), ==, 1);
  g_assert_cmpuint (fys_article_view_find_step (fixture.view, -1), ==, 4);
  g_assert_cmpuint (fys_article_view_find (fixture.view, "findes ikke"), ==, 0);
  g_assert_cmpuint (fys_article_view_find_step (fixture.view, 1), ==, 0);
  g_assert_cmpuint (fys_article_view_find (fixture.view, NULL), ==, 0);
  view_fixture_tear_down (&fixture);
}

static char *
dup_copied (ViewFixture *fixture)
{
  GdkContentProvider *content = gdk_clipboard_get_content (gtk_widget_get_clipboard (fixture->window));
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (content);
  g_value_init (&value, G_TYPE_STRING);
  gdk_content_provider_get_value (content, &value, &error);
  g_assert_no_error (error);
  return g_value_dup_string (&value);
}

static void
assert_copies (ViewFixture  *fixture,
               FysTextPlace  start,
               FysTextPlace  end,
               const char   *expected)
{
  g_autofree char *forward = NULL;
  g_autofree char *backward = NULL;

  fys_marks_select (fixture->view->marks, &start, &end);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "article.copy", NULL);
  forward = dup_copied (fixture);
  g_assert_cmpstr (forward, ==, expected);

  fys_marks_select (fixture->view->marks, &end, &start);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "article.copy", NULL);
  backward = dup_copied (fixture);
  g_assert_cmpstr (backward, ==, expected);
}

static void
test_selection (void)
{
  ViewFixture      fixture;
  g_autofree char *all = NULL;

  view_fixture_set_up (&fixture, ARTICLE, 700, 300);
  g_assert_cmpuint (fys_article_get_blocks (fixture.view->article, &(guint){ 0 })[4].kind, ==, FYS_BLOCK_TABLE);

  assert_copies (&fixture, (FysTextPlace){ 1, FYS_NONE, 3 }, (FysTextPlace){ 1, FYS_NONE, 7 }, "knæ");
  assert_copies (&fixture, (FysTextPlace){ 0, FYS_NONE, 0 }, (FysTextPlace){ 1, FYS_NONE, 2 }, "Knæ\n\nEt");
  assert_copies (&fixture, (FysTextPlace){ 2, FYS_NONE, 8 }, (FysTextPlace){ 3, FYS_NONE, 5 }, "punkt\nAndet");
  assert_copies (&fixture, (FysTextPlace){ 4, 1, 0 }, (FysTextPlace){ 4, 2, 2 }, "Tal\nkn");
  assert_copies (&fixture, (FysTextPlace){ 4, 0, 1 }, (FysTextPlace){ 4, 1, 1 }, "avn\tT");

  gtk_widget_activate_action (GTK_WIDGET (fixture.view), "article.select-all", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture.view), "article.copy", NULL);
  all = dup_copied (&fixture);
  g_assert_true (g_str_has_prefix (all, "Knæ\n\nEt knæ gør ondt."));
  g_assert_nonnull (strstr (all, "Ja, på et godt knæ."));
  g_assert_true (g_str_has_suffix (all, "Nej."));
  view_fixture_tear_down (&fixture);
}

static void
test_copy_section (void)
{
  ViewFixture fixture;
  g_autoptr (FysDocument) document = NULL;
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/blog/ondt-i-knæet.md");
  g_autofree char *text = NULL;
  guint section;

  view_fixture_set_up (&fixture, ARTICLE, 700, 300);
  document = fys_document_new (fixture.view->article, file);
  fys_article_view_set_document (fixture.view, document);
  section = fys_article_find_section (fixture.view->article, "maa-jeg-loebe");
  gtk_widget_activate_action (GTK_WIDGET (fixture.view), "article.copy-section", "u", section);
  text = dup_copied (&fixture);
  g_assert_cmpstr (text, ==,
                   "Må jeg løbe?\n\nNej.\n\nFrom “Knæ”\nhttps://www.fysfinder.dk/blog/ondt-i-kn%C3%A6et#maa-jeg-loebe\n");
  view_fixture_tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  view_test_init (&argc, &argv);

  g_test_add_func ("/view/find", test_find);
  g_test_add_func ("/view/selection", test_selection);
  g_test_add_func ("/view/copy-section", test_copy_section);

  return g_test_run ();
}
