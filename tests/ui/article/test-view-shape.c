/* test-view-shape.c - what a screen reader is told, that nothing is cut, and that nothing stays behind
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "view-fixture.h"

#define ARTICLE                                                                                          \
  "---\ntitle: A page of everything\nlastUpdated: 12/10/2025\n---\n\n"                                   \
  "Text with **strong**, *soft*, `code` and a [link over the words](https://example.org/address).\n\n"   \
  "- item\n  - nested\n    1. deep\n       - deeper still, with words that wrap\n\n"                     \
  "> A quote\n>\n> - with a list\n\n"                                                                    \
  "```\na line of code that is much longer than three hundred and sixty pixels are wide\n```\n\n---\n\n" \
  "| Exercise | Repetitions | Something else |\n|---|--:|:-:|\n| Knebøjning med støtte | 12 | yes |\n\n"  \
  "| a | b | c | d | e | f |\n|---|---|---|---|---|---|\n| unbreakable | unbreakable | unbreakable | unbreakable | unbreakable | u |\n\n" \
  "![A picture](none.png)\n\n"                                                                           \
  "## Hvornår skal jeg søge læge akut?\n\nNu.\n\n"                                                       \
  "## FAQ\n\n### A question that is rather long, so that it takes more than a line?\n\nAn answer.\n"

static void
assert_fits (GtkWidget *widget,
             GtkWidget *page)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, page, &bounds));
  if (gtk_widget_get_mapped (widget) && (bounds.origin.x < -0.5 || bounds.origin.x + bounds.size.width > gtk_widget_get_width (page) + 0.5))
    g_error ("%s reaches from %g to %g of %d", G_OBJECT_TYPE_NAME (widget), bounds.origin.x, bounds.origin.x + bounds.size.width,
             gtk_widget_get_width (page));

  if (gtk_widget_has_css_class (widget, "sideways"))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_fits (child, page);
}

/* Rows stand under each other, each with the height that it needs. */
static void
assert_no_overlap (ViewFixture *fixture)
{
  double end = 0;

  for (guint i = 0; i < fixture->view->rows->len; i++)
    {
      GtkWidget *row = fys_page_is_row_hidden (fixture->view->page, i) ? NULL : fys_page_ensure_row (fixture->view->page, i);
      int        minimum_width, minimum_height;

      if (row == NULL)
        continue;
      gtk_widget_measure (row, GTK_ORIENTATION_HORIZONTAL, -1, &minimum_width, NULL, NULL, NULL);
      gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, fys_page_get_column_px (fixture->view->page), &minimum_height, NULL, NULL, NULL);
      g_assert_cmpint (minimum_width, <=, fys_page_get_column_px (fixture->view->page));
      if (i > 0)
        g_assert_cmpfloat (fys_page_get_row_y (fixture->view->page, i), >=, end);
      end = fys_page_get_row_y (fixture->view->page, i) + minimum_height;
    }
}

static void
test_widths (void)
{
  const int    widths[] = { 360, 500, 1200 };
  const double scales[] = { 1.0, 2.0 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    for (guint j = 0; j < G_N_ELEMENTS (scales); j++)
      {
        ViewFixture fixture;

        view_fixture_set_up (&fixture, ARTICLE, widths[i], 500);
        fys_article_view_set_text_scale (fixture.view, scales[j]);
        gtk_widget_activate_action (GTK_WIDGET (fixture.view), "article.unfold-all", NULL);
        view_fixture_settle (&fixture);
        g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture.view->page)), ==, widths[i]);
        assert_no_overlap (&fixture);
        view_fixture_settle (&fixture);
        assert_fits (GTK_WIDGET (fixture.view->page), GTK_WIDGET (fixture.view->page));
        view_fixture_tear_down (&fixture);
      }
}

static guint
count_role (GtkWidget         *widget,
            GtkAccessibleRole  role)
{
  guint n = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == role ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_role (child, role);
  return n;
}

static GtkWidget *
find_role (GtkWidget         *widget,
           GtkAccessibleRole  role)
{
  GtkWidget *found = NULL;

  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == role)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_role (child, role);
  return found;
}

/* A long text asks for a width at which it is laid out quickly; where there is less, it breaks all the same. */
static void
test_narrow_lists (void)
{
  const char *markdown = "- a long text in a list, of so many words that it has to be broken into several lines wherever it stands\n"
                         "  - and another long text, one step further in, of so many words that it has to be broken as well\n"
                         "    - and a third one, further in than that, which has hardly any room left and is broken still more\n";
  ViewFixture fixture;
  int         narrow_px;

  view_fixture_set_up (&fixture, markdown, 360, 500);
  fys_article_view_set_text_scale (fixture.view, 3.0);
  view_fixture_settle (&fixture);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture.view->page)), ==, 360);
  assert_no_overlap (&fixture);
  view_fixture_settle (&fixture);
  assert_fits (GTK_WIDGET (fixture.view->page), GTK_WIDGET (fixture.view->page));
  narrow_px = gtk_widget_get_height (GTK_WIDGET (view_fixture_get_text (&fixture, 1, FYS_NONE)));

  fys_article_view_set_text_scale (fixture.view, 1.0);
  view_fixture_settle (&fixture);
  assert_no_overlap (&fixture);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (view_fixture_get_text (&fixture, 1, FYS_NONE))), <, narrow_px);
  view_fixture_tear_down (&fixture);
}

static void
test_roles (void)
{
  ViewFixture fixture;
  GtkWidget  *page, *link;

  view_fixture_set_up (&fixture, ARTICLE, 700, 5000);
  page = GTK_WIDGET (fixture.view->page);

  gtk_test_accessible_assert_property (page, GTK_ACCESSIBLE_PROPERTY_LABEL, "A page of everything");
  g_assert_cmpuint (count_role (page, GTK_ACCESSIBLE_ROLE_HEADING), ==, 4);
  g_assert_cmpuint (count_role (page, GTK_ACCESSIBLE_ROLE_LIST), ==, 5);
  g_assert_cmpuint (count_role (page, GTK_ACCESSIBLE_ROLE_LIST_ITEM), ==, 5);
  g_assert_cmpuint (count_role (page, GTK_ACCESSIBLE_ROLE_TABLE), ==, 2);
  g_assert_cmpuint (count_role (page, GTK_ACCESSIBLE_ROLE_ROW), ==, 4);
  g_assert_cmpuint (count_role (page, GTK_ACCESSIBLE_ROLE_CELL), ==, 9);

  link = find_role (page, GTK_ACCESSIBLE_ROLE_LINK);
  g_assert_nonnull (link);
  gtk_test_accessible_assert_property (link, GTK_ACCESSIBLE_PROPERTY_LABEL, "link over the words");
  gtk_test_accessible_assert_property (link, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "https://example.org/address");
  gtk_test_accessible_assert_property (find_role (page, GTK_ACCESSIBLE_ROLE_HEADING), GTK_ACCESSIBLE_PROPERTY_LEVEL, 1);
  view_fixture_tear_down (&fixture);
}

/* The Nth widget of a role, in the order of the page. */
static GtkWidget *
find_nth_role (GtkWidget         *widget,
               GtkAccessibleRole  role,
               guint             *n)
{
  GtkWidget *found = NULL;

  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == role && (*n)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_nth_role (child, role, n);
  return found;
}

/* @name: or NULL where there is nothing to say */
static void
assert_named (ViewFixture       *fixture,
              GtkAccessibleRole  role,
              guint              n,
              const char        *name,
              const char        *description)
{
  GtkWidget *widget = find_nth_role (GTK_WIDGET (fixture->view->page), role, &n);

  g_assert_nonnull (widget);
  if (name != NULL)
    gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  g_assert_cmpint (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL), ==, name != NULL);
  if (description != NULL)
    gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);
  g_assert_cmpint (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION), ==, description != NULL);
}

/* The same names whether the table stands as a grid or as cards. */
static void
test_table_names (void)
{
  const char *markdown = "| Øvelse | Gentagelser | |\n|---|--:|---|\n"
                         "| Hop **på stedet** | 12 | |\n"
                         "| | | ingen overskrift |\n";
  ViewFixture fixture;

  view_fixture_set_up (&fixture, markdown, 700, 500);
  assert_named (&fixture, GTK_ACCESSIBLE_ROLE_ROW, 0, "Øvelse", NULL);
  assert_named (&fixture, GTK_ACCESSIBLE_ROLE_ROW, 1, "Hop på stedet", NULL);
  assert_named (&fixture, GTK_ACCESSIBLE_ROLE_ROW, 2, "ingen overskrift", NULL);
  assert_named (&fixture, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, 1, "Gentagelser", NULL);
  assert_named (&fixture, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, 2, NULL, NULL);
  assert_named (&fixture, GTK_ACCESSIBLE_ROLE_CELL, 0, "Hop på stedet", "Øvelse");
  assert_named (&fixture, GTK_ACCESSIBLE_ROLE_CELL, 1, "12", "Gentagelser");
  assert_named (&fixture, GTK_ACCESSIBLE_ROLE_CELL, 2, NULL, NULL);
  assert_named (&fixture, GTK_ACCESSIBLE_ROLE_CELL, 4, "Gentagelser", NULL);
  assert_named (&fixture, GTK_ACCESSIBLE_ROLE_CELL, 5, "ingen overskrift", NULL);
  view_fixture_tear_down (&fixture);

  view_fixture_set_up (&fixture, markdown, 360, 500);
  fys_article_view_set_text_scale (fixture.view, 2.0);
  view_fixture_settle (&fixture);
  g_assert_cmpuint (count_role (GTK_WIDGET (fixture.view->page), GTK_ACCESSIBLE_ROLE_COLUMN_HEADER), ==, 0);
  assert_named (&fixture, GTK_ACCESSIBLE_ROLE_ROW, 0, "Hop på stedet", NULL);
  assert_named (&fixture, GTK_ACCESSIBLE_ROLE_CELL, 0, "Hop på stedet", "Øvelse");
  assert_named (&fixture, GTK_ACCESSIBLE_ROLE_CELL, 1, "12", "Gentagelser");
  assert_named (&fixture, GTK_ACCESSIBLE_ROLE_ROW, 1, "ingen overskrift", NULL);
  view_fixture_tear_down (&fixture);
}

static void
add_weak_pointers (GtkWidget *widget,
                   GPtrArray *pointers)
{
  gpointer *pointer = g_new (gpointer, 1);

  *pointer = widget;
  g_object_add_weak_pointer (G_OBJECT (widget), pointer);
  g_ptr_array_add (pointers, pointer);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    add_weak_pointers (child, pointers);
}

static void
assert_gone (GPtrArray *pointers)
{
  for (guint i = 0; i < pointers->len; i++)
    {
      gpointer *pointer = g_ptr_array_index (pointers, i);

      if (*pointer != NULL)
        g_error ("%s stayed behind", G_OBJECT_TYPE_NAME (*pointer));
    }
}

static void
test_finalize (void)
{
  g_autoptr (GPtrArray) page = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) view = g_ptr_array_new_with_free_func (g_free);
  ViewFixture fixture;

  view_fixture_set_up (&fixture, ARTICLE, 700, 500);
  (void) fys_article_view_find (fixture.view, "a");
  gtk_widget_activate_action (GTK_WIDGET (fixture.view), "article.unfold-all", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture.view), "article.select-all", NULL);
  view_fixture_settle (&fixture);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (fixture.view->page)); row != NULL; row = gtk_widget_get_next_sibling (row))
    add_weak_pointers (row, page);
  fys_article_view_set_document (fixture.view, NULL);
  assert_gone (page);
  g_assert_null (fys_article_view_get_document (fixture.view));
  view_fixture_settle (&fixture);

  add_weak_pointers (GTK_WIDGET (fixture.view), view);
  view_fixture_tear_down (&fixture);
  assert_gone (view);
}

static void
test_properties (void)
{
  ViewFixture fixture;
  guint       n_notified = 0;

  view_fixture_set_up (&fixture, ARTICLE, 700, 500);
  g_signal_connect_swapped (fixture.view, "notify::text-scale", G_CALLBACK (g_atomic_int_inc), &n_notified);
  g_object_set (fixture.view, "text-scale", 1.5, NULL);
  g_object_set (fixture.view, "text-scale", 1.5, NULL);
  g_assert_cmpuint (n_notified, ==, 1);
  fys_article_view_set_text_scale (fixture.view, 100);
  g_assert_cmpfloat (fys_article_view_get_text_scale (fixture.view), ==, 3.0);
  view_fixture_tear_down (&fixture);
}

/* Whether the head of an article that was updated on @date says that this is long ago. */
static gboolean
tells_age (const char *date)
{
  ViewFixture      fixture;
  g_autofree char *markdown = g_strdup_printf ("---\ntitle: T\nlastUpdated: \"%s\"\n---\n\nTekst.\n", date);
  gboolean         is_told = FALSE;

  view_fixture_set_up (&fixture, markdown, 600, 400);
  for (GtkWidget *child = gtk_widget_get_first_child (fys_page_get_row (fixture.view->page, 0)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    is_told = is_told || (GTK_IS_LABEL (child) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (child)), "More than two years"));
  view_fixture_tear_down (&fixture);
  return is_told;
}

static void
test_age (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) last_year = g_date_time_add_years (now, -1);
  g_autofree char      *recent = g_date_time_format (last_year, "%d/%m/%Y");

  g_assert_true (tells_age ("24/12/2015"));
  g_assert_false (tells_age (recent));
}

static void
test_excerpt (void)
{
  g_autoptr (FysDocument) document = view_document_new (ARTICLE);
  guint      n_sections;
  const FysSection *sections = fys_article_get_sections (fys_document_get_article (document), &n_sections);
  GtkWidget *excerpt;
  g_autoptr (GPtrArray) texts = NULL;

  excerpt = g_object_ref_sink (fys_article_excerpt_new (document, sections[0].first_block, sections[0].n_blocks));
  texts = fys_text_block_list (excerpt);
  g_assert_cmpuint (texts->len, ==, 2);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (fys_text_block_get_label (g_ptr_array_index (texts, 1)))), ==, "Nu.");
  g_object_add_weak_pointer (G_OBJECT (excerpt), (gpointer *) &excerpt);
  g_object_unref (excerpt);
  g_assert_null (excerpt);
}

int
main (int   argc,
      char *argv[])
{
  view_test_init (&argc, &argv);

  g_test_add_func ("/view/widths", test_widths);
  g_test_add_func ("/view/narrow-lists", test_narrow_lists);
  g_test_add_func ("/view/roles", test_roles);
  g_test_add_func ("/view/table-names", test_table_names);
  g_test_add_func ("/view/finalize", test_finalize);
  g_test_add_func ("/view/properties", test_properties);
  g_test_add_func ("/view/age", test_age);
  g_test_add_func ("/view/excerpt", test_excerpt);

  return g_test_run ();
}
