/* test-contents.c - the outline of an article, which follows the reading
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window/fys-contents.h"

#include <adwaita.h>
#include <string.h>

#include "fys-resources.h"
#include "ui/window/fys-contents-item.h"
#include "window-fixture.h"

/* Sections: 0 title, 1 Årsager, 2 Tryk, 3 Dybt, 4 Dybere, 5 For dybt, 6 Søg hjælp, 7 FAQ, 8 Et?, 9 To?, 10 Sidst */
#define ARTICLE                                                                                                                      \
  "---\ntitle: Knæ\n---\n\n# Knæ\n\n## Årsager\n\nTekst\n\n### Tryk\n\nTekst\n\n#### Dybt\n\nTekst\n\n##### Dybere\n\nTekst\n\n###### " \
  "For dybt\n\nTekst\n\n## Hvornår skal jeg søge hjælp?\n\nRing\n\n## Ofte stillede spørgsmål\n\n### Et?\n\nJa\n\n### To?\n\nNej\n\n## " \
  "Sidst\n\nTekst\n"

static void
count_cb (guint *n)
{
  (*n)++;
}

static FysContentsItem *
get_item (FysContents *contents,
          guint        position)
{
  g_autoptr (FysContentsItem) item = g_list_model_get_item (fys_contents_get_items (contents), position);

  g_assert_nonnull (item);
  return item; /* the model keeps it */
}

static void
test_lines (void)
{
  static const struct
  {
    const char *title;
    guint       section;
    guint       depth;
    guint       n_questions;
    gboolean    is_urgent;
  } expected[] = {
    { "Årsager", 1, 0, 0, FALSE },
    { "Tryk", 2, 1, 0, FALSE },
    { "Dybt", 3, 2, 0, FALSE },
    { "Hvornår skal jeg søge hjælp?", 6, 0, 0, TRUE },
    { "Ofte stillede spørgsmål", 7, 0, 2, FALSE },
    { "Sidst", 10, 0, 0, FALSE },
  };
  g_autoptr (FysDocument) document = window_fixture_document (ARTICLE);
  FysContents            *contents = g_object_ref_sink (FYS_CONTENTS (fys_contents_new ()));

  fys_contents_set_document (contents, document);
  g_assert_cmpuint (g_list_model_get_n_items (fys_contents_get_items (contents)), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      FysContentsItem *item = get_item (contents, i);

      g_assert_cmpstr (fys_contents_item_get_title (item), ==, expected[i].title);
      g_assert_cmpuint (fys_contents_item_get_section (item), ==, expected[i].section);
      g_assert_cmpuint (fys_contents_item_get_depth (item), ==, expected[i].depth);
      g_assert_cmpuint (fys_contents_item_get_n_questions (item), ==, expected[i].n_questions);
      g_assert_cmpint (fys_contents_item_is_urgent (item), ==, expected[i].is_urgent);
    }
  g_assert_finalize_object (contents);
}

static void
assert_current (FysContents *contents,
                const char  *title)
{
  guint n_current = 0;

  for (guint i = 0; i < g_list_model_get_n_items (fys_contents_get_items (contents)); i++)
    if (fys_contents_item_is_current (get_item (contents, i)))
      {
        g_assert_cmpstr (fys_contents_item_get_title (get_item (contents, i)), ==, title);
        n_current++;
      }
  g_assert_cmpuint (n_current, ==, title != NULL ? 1 : 0);
}

/* Also in a section without a line: there it is the one around it. */
static void
test_follows (void)
{
  static const struct
  {
    guint       section;
    const char *title;
  } expected[] = {
    { FYS_NONE, NULL },
    { 0, NULL },
    { 1, "Årsager" },
    { 3, "Dybt" },
    { 5, "Dybt" },
    { 9, "Ofte stillede spørgsmål" },
    { 10, "Sidst" },
    { 2, "Tryk" },
    { 99, NULL },
  };
  g_autoptr (FysDocument) document = window_fixture_document (ARTICLE);
  g_autoptr (FysDocument) other = window_fixture_document ("Tekst\n\n## Alene\n");
  FysContents            *contents = g_object_ref_sink (FYS_CONTENTS (fys_contents_new ()));

  fys_contents_set_document (contents, document);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      fys_contents_set_current_section (contents, expected[i].section);
      assert_current (contents, expected[i].title);
    }
  fys_contents_set_current_section (contents, 0);
  fys_contents_set_document (contents, other);
  assert_current (contents, "Alene");
  fys_contents_set_document (contents, NULL);
  assert_current (contents, NULL);
  g_assert_finalize_object (contents);
}

static void
test_notifies_once (void)
{
  g_autoptr (FysDocument) document = window_fixture_document (ARTICLE);
  FysContents            *contents = g_object_ref_sink (FYS_CONTENTS (fys_contents_new ()));
  guint                   n_documents = 0;
  guint                   n_sections = 0;

  g_signal_connect_swapped (contents, "notify::document", G_CALLBACK (count_cb), &n_documents);
  g_signal_connect_swapped (contents, "notify::current-section", G_CALLBACK (count_cb), &n_sections);
  fys_contents_set_document (contents, document);
  fys_contents_set_document (contents, document);
  fys_contents_set_current_section (contents, 2);
  g_object_set (contents, "current-section", 2, NULL);
  g_assert_cmpuint (n_documents, ==, 1);
  g_assert_cmpuint (n_sections, ==, 1);
  g_assert_finalize_object (contents);
}

static void
test_spoken (void)
{
  g_autoptr (FysDocument) document = window_fixture_document (ARTICLE);
  FysContents            *contents = g_object_ref_sink (FYS_CONTENTS (fys_contents_new ()));
  g_autofree char        *urgent = NULL;
  g_autofree char        *faq = NULL;

  fys_contents_set_document (contents, document);
  fys_contents_set_current_section (contents, 8);
  urgent = fys_contents_item_dup_accessible_label (get_item (contents, 3));
  faq = fys_contents_item_dup_accessible_label (get_item (contents, 4));
  g_assert_cmpstr (urgent, ==, "Hvornår skal jeg søge hjælp?, important");
  g_assert_cmpstr (faq, ==, "Ofte stillede spørgsmål, 2 questions, you are here");
  g_assert_finalize_object (contents);
}

static gboolean
has_focus (gpointer widget)
{
  return gtk_widget_get_focus_child (widget) != NULL;
}

static gboolean
is_laid_out (gpointer widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_height (widget) > 0;
}

/* Tab enters the list once and leaves it at the next press, however many lines it has. */
static void
test_tab (void)
{
  g_autoptr (FysDocument) document = window_fixture_document (ARTICLE);
  GtkWidget              *window = gtk_window_new ();
  GtkWidget              *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget              *before = gtk_button_new_with_label ("a");
  GtkWidget              *contents = fys_contents_new ();
  GtkWidget              *after = gtk_button_new_with_label ("b");

  gtk_widget_set_vexpand (contents, TRUE);
  gtk_box_append (GTK_BOX (box), before);
  gtk_box_append (GTK_BOX (box), contents);
  gtk_box_append (GTK_BOX (box), after);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 600);
  gtk_window_set_child (GTK_WINDOW (window), box);
  fys_contents_set_document (FYS_CONTENTS (contents), document);
  gtk_window_present (GTK_WINDOW (window));
  window_fixture_wait (is_laid_out, after);

  g_assert_true (gtk_widget_grab_focus (before));
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD));
  g_assert_true (has_focus (contents));
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == after);
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD));
  g_assert_true (has_focus (contents));
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == before);
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
find_current_row (GtkWidget *widget)
{
  if (gtk_widget_has_css_class (widget, "current"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = find_current_row (child);

      if (row != NULL)
        return row;
    }
  return NULL;
}

static guint
count_rows (GtkWidget *widget)
{
  guint n = strcmp (G_OBJECT_TYPE_NAME (widget), "FysContentsRow") == 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_rows (child);
  return n;
}

static gboolean
shows_current_line (gpointer contents)
{
  GtkWidget *row = find_current_row (GTK_WIDGET (contents));

  return row != NULL && gtk_widget_get_child_visible (row) && gtk_widget_get_mapped (row);
}

/* Three thousand headings do not become three thousand rows. */
static void
test_large (void)
{
  g_autoptr (GString)     text = g_string_new ("Tekst\n\n");
  g_autoptr (FysDocument) document = NULL;
  GtkWidget              *window = gtk_window_new ();
  GtkWidget              *contents = fys_contents_new ();

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (text, "## Afsnit %u\n\nTekst\n\n", i);
  document = window_fixture_document (text->str);
  gtk_window_set_default_size (GTK_WINDOW (window), 300, 600);
  gtk_window_set_child (GTK_WINDOW (window), contents);
  fys_contents_set_document (FYS_CONTENTS (contents), document);
  gtk_window_present (GTK_WINDOW (window));
  window_fixture_wait (is_laid_out, contents);
  g_assert_cmpuint (g_list_model_get_n_items (fys_contents_get_items (FYS_CONTENTS (contents))), ==, 3000);
  g_assert_cmpuint (count_rows (contents), >, 0);
  g_assert_cmpuint (count_rows (contents), <, 100);

  /* A section far below, before the list view was told of it. */
  fys_contents_set_current_section (FYS_CONTENTS (contents), 2500);
  window_fixture_wait (shows_current_line, contents);
  g_assert_cmpuint (count_rows (contents), <, 500);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (fys_get_resource ());

  g_test_add_func ("/contents/lines", test_lines);
  g_test_add_func ("/contents/follows", test_follows);
  g_test_add_func ("/contents/notifies-once", test_notifies_once);
  g_test_add_func ("/contents/spoken", test_spoken);
  g_test_add_func ("/contents/tab", test_tab);
  g_test_add_func ("/contents/large", test_large);

  return g_test_run ();
}
