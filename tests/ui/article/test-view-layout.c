/* test-view-layout.c - jumps are exact, and nothing moves under the reader
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "view-fixture.h"

static void
assert_heading_on_top (ViewFixture *fixture,
                       guint        section)
{
  guint             n_sections;
  const FysSection *sections = fys_article_get_sections (fixture->view->article, &n_sections);
  FysTextBlock     *text = view_fixture_get_text (fixture, sections[section].first_block, FYS_NONE);
  double            gap = FYS_HEADING_GAP_EM * fys_page_get_em_px (fixture->view->page);
  g_autofree char  *focus = view_fixture_dup_focus (fixture);
  g_autofree char  *expected = g_strdup_printf ("text %s", sections[section].title);

  g_assert_cmpfloat_with_epsilon (view_fixture_get_y (fixture, text), gap, 1.01);
  g_assert_cmpuint (fys_article_view_get_current_section (fixture->view), ==, section);
  g_assert_cmpstr (focus, ==, expected);
}

static void
test_jump (void)
{
  ViewFixture      fixture;
  g_autofree char *markdown = view_big_markdown_new ();
  guint            n_sections;

  view_fixture_set_up (&fixture, markdown, 700, 600);
  (void) fys_article_get_sections (fixture.view->article, &n_sections);
  g_assert_cmpuint (n_sections, >, 1000);

  for (guint i = 0; i < 12; i++)
    {
      guint section = i == 0 ? n_sections - 1 : i == 1 ? 0 : (i * 7919) % n_sections;

      fys_article_view_show_section (fixture.view, section);
      view_fixture_settle (&fixture);
      assert_heading_on_top (&fixture, section);
    }

  view_fixture_tear_down (&fixture);
}

/* Upwards from a jump, every row turns out higher or lower than was estimated; the text must move by what was scrolled, and no more. */
static void
test_anchor (void)
{
  ViewFixture      fixture;
  g_autofree char *markdown = view_big_markdown_new ();
  guint            n_sections;
  double           y;

  view_fixture_set_up (&fixture, markdown, 700, 600);
  (void) fys_article_get_sections (fixture.view->article, &n_sections);
  fys_article_view_show_section (fixture.view, n_sections / 2);
  view_fixture_settle (&fixture);

  for (guint i = 0; i < 40; i++)
    {
      guint         row = fys_page_get_row_at (fixture.view->page, 300);
      const FysRow *item = fys_article_view_get_row (fixture.view, row);
      guint         block = item->first_block;
      guint         cell = item->kind == FYS_ROW_TABLE ? 0 : FYS_NONE;

      y = view_fixture_get_y (&fixture, view_fixture_get_text (&fixture, block, cell));
      fys_page_scroll_by (fixture.view->page, i % 2 == 0 ? -200 : -31);
      view_fixture_settle (&fixture);
      g_assert_cmpfloat_with_epsilon (view_fixture_get_y (&fixture, view_fixture_get_text (&fixture, block, cell)),
                                      y + (i % 2 == 0 ? 200 : 31), 1.01);
    }

  view_fixture_tear_down (&fixture);
}

static guint
count_rows (ViewFixture *fixture)
{
  guint n_rows = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (fixture->view->page)); row != NULL; row = gtk_widget_get_next_sibling (row))
    n_rows++;
  return n_rows;
}

/* A big article keeps few widgets, an ordinary one gets them all, in reading order. */
static void
test_rows (void)
{
  ViewFixture      fixture;
  g_autofree char *markdown = view_big_markdown_new ();
  GtkWidget       *row;

  view_fixture_set_up (&fixture, markdown, 700, 600);
  for (guint i = 0; i < 10; i++)
    {
      fys_page_scroll_by (fixture.view->page, 4000);
      view_fixture_settle (&fixture);
    }
  g_assert_cmpuint (count_rows (&fixture), <, 200);
  view_fixture_tear_down (&fixture);

  view_fixture_set_up (&fixture, "# A\n\nb\n\n## C\n\nd\n\n- e\n- f\n\n---\n\n> g\n", 700, 100);
  fys_article_view_show_section (fixture.view, 1);
  view_fixture_settle (&fixture);
  g_assert_cmpuint (count_rows (&fixture), ==, fixture.view->rows->len);
  row = gtk_widget_get_first_child (GTK_WIDGET (fixture.view->page));
  for (guint i = 0; i < fixture.view->rows->len; i++, row = gtk_widget_get_next_sibling (row))
    g_assert_true (fys_page_get_row (fixture.view->page, i) == row);
  view_fixture_tear_down (&fixture);
}

/* The same text stays on top when the width or the size of the text changes, and over a reload. */
static void
test_place (void)
{
  ViewFixture      fixture;
  g_autofree char *markdown = view_big_markdown_new ();
  g_autoptr (FysDocument) again = view_document_new (markdown);
  FysPlace place, other;

  view_fixture_set_up (&fixture, markdown, 700, 600);
  fys_article_view_show_section (fixture.view, 200);
  view_fixture_settle (&fixture);
  fys_page_scroll_by (fixture.view->page, 77);
  view_fixture_settle (&fixture);
  place = fys_article_view_get_place (fixture.view);
  g_assert_cmpuint (place.block, >, 200);

  fys_article_view_set_text_scale (fixture.view, 2.0);
  view_fixture_settle (&fixture);
  other = fys_article_view_get_place (fixture.view);
  g_assert_cmpuint (other.block, ==, place.block);

  fys_article_view_set_text_scale (fixture.view, 1.0);
  view_fixture_settle (&fixture);
  other = fys_article_view_get_place (fixture.view);
  g_assert_cmpuint (other.block, ==, place.block);

  place = other;
  fys_article_view_set_document (fixture.view, again);
  fys_article_view_set_place (fixture.view, place);
  view_fixture_settle (&fixture);
  other = fys_article_view_get_place (fixture.view);
  g_assert_cmpuint (other.block, ==, place.block);
  g_assert_cmpfloat_with_epsilon (other.offset_px, place.offset_px, 1.01);

  /* The article became shorter, or empty. */
  fys_article_view_set_place (fixture.view, (FysPlace){ 1000 * 1000, 10 });
  view_fixture_settle (&fixture);
  g_clear_object (&again);
  again = view_document_new ("");
  fys_article_view_set_document (fixture.view, again);
  fys_article_view_set_place (fixture.view, place);
  view_fixture_settle (&fixture);
  other = fys_article_view_get_place (fixture.view);
  g_assert_cmpuint (other.block, ==, 0);
  view_fixture_tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  view_test_init (&argc, &argv);

  g_test_add_func ("/view/jump", test_jump);
  g_test_add_func ("/view/anchor", test_anchor);
  g_test_add_func ("/view/rows", test_rows);
  g_test_add_func ("/view/place", test_place);

  return g_test_run ();
}
