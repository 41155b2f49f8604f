/* test-view-keys.c - where Tab goes, and how questions fold
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "view-fixture.h"

#include "ui/article/fys-question.h"

#define ARTICLE                                                                         \
  "# T\n\nA [one](https://e.org/1) and [two](https://e.org/2).\n\n"                     \
  "Plain.\n\n- item\n- [three](https://e.org/3)\n\n"                                    \
  "| h | [four](https://e.org/4) |\n|---|---|\n| [five](https://e.org/5) | x |\n\n"     \
  "## FAQ\n\n### Why?\n\nBecause [six](https://e.org/6).\n\n### How?\n\nSo.\n\n"        \
  "## End\n\nSee [seven](https://e.org/7).\n"

static void
assert_focus (ViewFixture *fixture,
              const char  *expected)
{
  g_autofree char *focus = view_fixture_dup_focus (fixture);

  g_assert_cmpstr (focus, ==, expected);
}

/* Every stop has to be in sight when the focus is there. */
static void
assert_focus_in_sight (ViewFixture *fixture)
{
  GtkWidget      *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  graphene_rect_t bounds;

  view_fixture_settle (fixture);
  g_assert_true (gtk_widget_compute_bounds (focus, GTK_WIDGET (fixture->view->page), &bounds));
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (GTK_WIDGET (fixture->view->page)) + 1);
}

static void
assert_tab_order (ViewFixture        *fixture,
                  const char *const  *stops,
                  guint               n_stops)
{
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  assert_focus (fixture, "page");

  for (guint i = 0; i < n_stops; i++)
    {
      g_assert_true (gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD));
      assert_focus (fixture, stops[i]);
      assert_focus_in_sight (fixture);
    }
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (fixture->view), GTK_DIR_TAB_FORWARD));

  for (guint i = n_stops - 1; i > 0; i--)
    {
      assert_focus (fixture, stops[i]);
      g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->view), GTK_DIR_TAB_BACKWARD));
      assert_focus_in_sight (fixture);
    }
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->view), GTK_DIR_TAB_BACKWARD));
  assert_focus (fixture, "page");
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (fixture->view), GTK_DIR_TAB_BACKWARD));
}

static void
test_tab (void)
{
  ViewFixture       fixture;
  const char *const folded[] = { "link https://e.org/1", "link https://e.org/2", "link https://e.org/3", "link https://e.org/4",
                                 "link https://e.org/5", "button Unfold All", "question Why?", "question How?", "link https://e.org/7" };
  const char *const open[] = { "link https://e.org/1", "link https://e.org/2", "link https://e.org/3", "link https://e.org/4",
                               "link https://e.org/5", "button Fold All", "question Why?", "link https://e.org/6", "question How?",
                               "link https://e.org/7" };

  view_fixture_set_up (&fixture, ARTICLE, 600, 160);
  assert_tab_order (&fixture, folded, G_N_ELEMENTS (folded));

  fys_page_scroll_to (fixture.view->page, 0, 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture.view), "article.unfold-all", NULL);
  view_fixture_settle (&fixture);
  assert_tab_order (&fixture, open, G_N_ELEMENTS (open));
  view_fixture_tear_down (&fixture);
}

/* Tab begins where the reader is. */
static void
test_tab_from_reader (void)
{
  ViewFixture fixture;

  view_fixture_set_up (&fixture, ARTICLE, 600, 160);
  fys_article_view_show_section (fixture.view, fys_article_find_section (fixture.view->article, "end"));
  view_fixture_settle (&fixture);
  assert_focus (&fixture, "text End");
  g_assert_true (gtk_widget_child_focus (fixture.window, GTK_DIR_TAB_FORWARD));
  assert_focus (&fixture, "link https://e.org/7");
  view_fixture_tear_down (&fixture);
}

static guint
find_block (ViewFixture *fixture,
            const char  *text)
{
  guint           n_blocks;
  const FysBlock *blocks = fys_article_get_blocks (fixture->view->article, &n_blocks);

  for (guint i = 0; i < n_blocks; i++)
    if (g_str_equal (blocks[i].text.text, text))
      return i;
  g_assert_not_reached ();
}

static void
test_fold (void)
{
  ViewFixture fixture;
  g_auto (GStrv) slugs = NULL;
  const char *const kept[] = { "how", "gone", NULL };
  GtkWidget  *question, *button;
  guint       answer_row;

  view_fixture_set_up (&fixture, ARTICLE, 600, 400);
  answer_row = fys_rows_find (fixture.view->rows, find_block (&fixture, "Because six."), FYS_NONE);
  question = gtk_widget_get_ancestor (GTK_WIDGET (view_fixture_get_text (&fixture, find_block (&fixture, "Why?"), FYS_NONE)),
                                      FYS_TYPE_QUESTION);
  button = fys_question_get_button (FYS_QUESTION (question));
  gtk_test_accessible_assert_role (question, GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Why?");
  gtk_test_accessible_assert_state (button, GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  g_assert_true (fys_page_is_row_hidden (fixture.view->page, answer_row));

  g_signal_emit_by_name (button, "clicked");
  gtk_test_accessible_assert_state (button, GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  g_assert_false (fys_page_is_row_hidden (fixture.view->page, answer_row));
  slugs = fys_article_view_dup_open_questions (fixture.view);
  g_assert_cmpuint (g_strv_length (slugs), ==, 1);
  g_assert_cmpstr (slugs[0], ==, "why");

  fys_article_view_set_open_questions (fixture.view, kept);
  g_clear_pointer (&slugs, g_strfreev);
  slugs = fys_article_view_dup_open_questions (fixture.view);
  g_assert_cmpuint (g_strv_length (slugs), ==, 2);

  gtk_widget_activate_action (GTK_WIDGET (fixture.view), "article.fold-all", NULL);
  gtk_test_accessible_assert_state (button, GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  g_assert_true (fys_page_is_row_hidden (fixture.view->page, answer_row));
  view_fixture_settle (&fixture);
  view_fixture_tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  view_test_init (&argc, &argv);

  g_test_add_func ("/view/tab", test_tab);
  g_test_add_func ("/view/tab-from-reader", test_tab_from_reader);
  g_test_add_func ("/view/fold", test_fold);

  return g_test_run ();
}
