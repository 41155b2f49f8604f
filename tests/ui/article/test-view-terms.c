/* test-view-terms.c - words that are another article's title, as quiet links over the text
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "view-fixture.h"

#include <string.h>

#include "ui/article/fys-text-link.h"

#define ARTICLE                                                              \
  "# Ondt\n\nDet er [en](https://e.org/1) iskias [to](https://e.org/2).\n\n" \
  "Intet.\n\n- punkt\n- frossen skulder\n\n## Slut\n\nTekst.\n"

static FysTermMention *
mention_new (ViewFixture *fixture,
             const char  *words,
             const char  *key)
{
  static const char *const no_parts[] = { NULL };
  FysLibraryInfo           info = { .path = "/x.md", .key = key, .title = "En titel", .description = "", .body_parts = no_parts };
  FysTermMention          *mention = g_new0 (FysTermMention, 1);
  guint                    n_blocks;
  const FysBlock          *blocks = fys_article_get_blocks (fixture->view->article, &n_blocks);

  for (guint i = 0; i < n_blocks; i++)
    {
      const char *at = blocks[i].text.text != NULL ? strstr (blocks[i].text.text, words) : NULL;

      if (at == NULL)
        continue;
      mention->block = i;
      mention->start = at - blocks[i].text.text;
    }
  g_assert_cmpuint (mention->block, >, 0);
  mention->length = strlen (words);
  mention->entry = fys_library_entry_new (&info);
  return mention;
}

static GPtrArray *
terms_new (ViewFixture *fixture)
{
  GPtrArray *terms = g_ptr_array_new_with_free_func ((GDestroyNotify) fys_term_mention_free);

  g_ptr_array_add (terms, mention_new (fixture, "iskias", "iskias"));
  g_ptr_array_add (terms, mention_new (fixture, "frossen skulder", "styrkeoevelser/frossen skulder"));
  return terms;
}

static void
set_up (ViewFixture *fixture)
{
  g_autoptr (GPtrArray) terms = NULL;

  view_fixture_set_up (fixture, ARTICLE, 600, 400);
  terms = terms_new (fixture);
  fys_article_view_set_terms (fixture->view, terms);
  view_fixture_settle (fixture);
}

/* Returns: (transfer full): what Tab stops at, with a blank between them */
static char *
dup_stops (ViewFixture *fixture)
{
  GString *stops = g_string_new (NULL);

  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  while (gtk_widget_child_focus (GTK_WIDGET (fixture->view), GTK_DIR_TAB_FORWARD))
    {
      g_autofree char *focus = view_fixture_dup_focus (fixture);

      g_string_append_printf (stops, "%s%s", stops->len > 0 ? "|" : "", focus);
    }
  return g_string_free (stops, FALSE);
}

static void
test_links (void)
{
  ViewFixture           fixture;
  g_autofree char      *stops = NULL;
  g_autofree char      *stops_after = NULL;
  g_autoptr (GPtrArray) links = NULL;

  set_up (&fixture);
  stops = dup_stops (&fixture);
  g_assert_cmpstr (stops, ==,
                   "link https://e.org/1|link https://www.fysfinder.dk/ordbog/iskias|link https://e.org/2|"
                   "link https://www.fysfinder.dk/ordbog/styrkeoevelser/frossen%20skulder");

  links = fys_text_block_list_links (view_fixture_get_text (&fixture, 1, FYS_NONE), "https://www.fysfinder.dk/ordbog/iskias");
  g_assert_cmpuint (links->len, ==, 1);
  gtk_test_accessible_assert_role (g_ptr_array_index (links, 0), GTK_ACCESSIBLE_ROLE_LINK);
  gtk_test_accessible_assert_property (g_ptr_array_index (links, 0), GTK_ACCESSIBLE_PROPERTY_LABEL, "iskias");
  gtk_test_accessible_assert_property (g_ptr_array_index (links, 0), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "En titel");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (g_ptr_array_index (links, 0)), ==, "En titel");

  fys_article_view_set_terms (fixture.view, NULL);
  stops_after = dup_stops (&fixture);
  g_assert_cmpstr (stops_after, ==, "link https://e.org/1|link https://e.org/2");
  view_fixture_tear_down (&fixture);
}

/* Rows that are made later have them too, and another document has none. */
static void
test_rows (void)
{
  ViewFixture             fixture;
  g_autoptr (FysDocument) document = NULL;
  g_autofree char        *stops = NULL;

  set_up (&fixture);
  fys_article_view_set_text_scale (fixture.view, 2.0);
  view_fixture_settle (&fixture);
  stops = dup_stops (&fixture);
  g_assert_nonnull (strstr (stops, "ordbog/iskias"));

  document = view_document_new (ARTICLE);
  fys_article_view_set_document (fixture.view, document);
  view_fixture_settle (&fixture);
  g_clear_pointer (&stops, g_free);
  stops = dup_stops (&fixture);
  g_assert_cmpstr (stops, ==, "link https://e.org/1|link https://e.org/2");
  view_fixture_tear_down (&fixture);
}

static void
activated_cb (FysArticleView *view,
              const char     *target,
              gpointer        user_data)
{
  char **activated = user_data;

  g_free (*activated);
  *activated = g_strdup (target);
}

static void
test_opens (void)
{
  ViewFixture           fixture;
  g_autofree char      *activated = NULL;
  g_autoptr (GPtrArray) links = NULL;

  set_up (&fixture);
  g_signal_connect (fixture.view, "link-activated", G_CALLBACK (activated_cb), &activated);
  links = fys_text_block_list_links (view_fixture_get_text (&fixture, 1, FYS_NONE), NULL);
  g_assert_cmpuint (links->len, ==, 3);
  fys_text_link_activate (g_ptr_array_index (links, 1));
  g_assert_cmpstr (activated, ==, "https://www.fysfinder.dk/ordbog/iskias");
  view_fixture_tear_down (&fixture);
}

/* What is read stays where it is, to the pixel. */
static void
test_moves_nothing (void)
{
  ViewFixture           fixture;
  g_autoptr (GPtrArray) terms = NULL;
  double                y[2];
  int                   height_px[2];

  view_fixture_set_up (&fixture, ARTICLE, 300, 400);
  terms = terms_new (&fixture);
  for (guint i = 0; i < 2; i++)
    {
      FysTextBlock *text = view_fixture_get_text (&fixture, 1, FYS_NONE);
      FysTextBlock *last = view_fixture_get_text (&fixture, 6, FYS_NONE);

      height_px[i] = gtk_widget_get_height (GTK_WIDGET (text));
      y[i] = view_fixture_get_y (&fixture, last);
      fys_article_view_set_terms (fixture.view, terms);
      view_fixture_settle (&fixture);
    }
  g_assert_cmpint (height_px[0], ==, height_px[1]);
  g_assert_cmpfloat (y[0], ==, y[1]);
  view_fixture_tear_down (&fixture);
}

static void
test_find_and_copy (void)
{
  ViewFixture         fixture;
  GdkContentProvider *content;
  g_auto (GValue)     value = G_VALUE_INIT;
  g_autoptr (GError)  error = NULL;

  set_up (&fixture);
  g_assert_cmpuint (fys_article_view_find (fixture.view, "en iskias to"), ==, 1);
  g_assert_cmpuint (fys_article_view_find_step (fixture.view, 0), ==, 1);
  fys_marks_select (fixture.view->marks, &(FysTextPlace){ 1, FYS_NONE, 7 }, &(FysTextPlace){ 1, FYS_NONE, 19 });
  gtk_widget_activate_action (GTK_WIDGET (fixture.view), "article.copy", NULL);
  content = gdk_clipboard_get_content (gtk_widget_get_clipboard (fixture.window));
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (g_value_get_string (&value), ==, "en iskias to");
  view_fixture_tear_down (&fixture);
}

/* Who was on a term that goes is still in the article. */
static void
test_focus (void)
{
  ViewFixture           fixture;
  g_autofree char      *focus = NULL;
  g_autoptr (GPtrArray) links = NULL;

  set_up (&fixture);
  links = fys_text_block_list_links (view_fixture_get_text (&fixture, 1, FYS_NONE), "https://www.fysfinder.dk/ordbog/iskias");
  gtk_widget_grab_focus (g_ptr_array_index (links, 0));
  fys_article_view_set_terms (fixture.view, NULL);
  focus = view_fixture_dup_focus (&fixture);
  g_assert_cmpstr (focus, ==, "page");
  view_fixture_tear_down (&fixture);
}

static void
queried_cb (FysArticleView *view,
            const char     *target,
            gpointer        user_data)
{
  GString *queried = user_data;

  g_string_append_printf (queried, "%s ", target);
}

/* Where a link leads is asked for when somebody is there, and once. */
static void
test_descriptions (void)
{
  ViewFixture           fixture;
  g_autoptr (GString)   queried = g_string_new (NULL);
  g_autoptr (GPtrArray) links = NULL;
  FysTextLink          *link;

  set_up (&fixture);
  g_signal_connect (fixture.view, "link-queried", G_CALLBACK (queried_cb), queried);
  links = fys_text_block_list_links (view_fixture_get_text (&fixture, 1, FYS_NONE), NULL);
  link = g_ptr_array_index (links, 0);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (GTK_WIDGET (link)), ==, "https://e.org/1");
  gtk_widget_set_state_flags (GTK_WIDGET (link), GTK_STATE_FLAG_PRELIGHT, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (link));
  g_assert_cmpstr (queried->str, ==, "https://e.org/1 ");
  fys_article_view_describe_link (fixture.view, "https://e.org/1", "Et sted");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (GTK_WIDGET (link)), ==, "Et sted");
  gtk_test_accessible_assert_property (link, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Et sted");
  gtk_widget_grab_focus (g_ptr_array_index (links, 1)); /* a term knows */
  g_assert_cmpstr (queried->str, ==, "https://e.org/1 ");
  view_fixture_tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  view_test_init (&argc, &argv);

  g_test_add_func ("/view-terms/links", test_links);
  g_test_add_func ("/view-terms/rows", test_rows);
  g_test_add_func ("/view-terms/opens", test_opens);
  g_test_add_func ("/view-terms/moves-nothing", test_moves_nothing);
  g_test_add_func ("/view-terms/find-and-copy", test_find_and_copy);
  g_test_add_func ("/view-terms/focus", test_focus);
  g_test_add_func ("/view-terms/descriptions", test_descriptions);

  return g_test_run ();
}
