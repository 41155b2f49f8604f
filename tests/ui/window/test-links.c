/* test-links.c - what leads from an article to another one: links, terms, what is related
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-resources.h"
#include "shelf.h"
#include "ui/article/fys-article-view-private.h"
#include "ui/article/fys-text-link.h"
#include "ui/window/fys-settings.h"
#include "ui/window/fys-window-private.h"
#include "window-fixture.h"

/* Far enough from the articles of the library that it is not their folder. */
#define OWN "own/papers/texts/"
#define ARTICLE                                                        \
  "---\ntitle: Knæ\nrelated:\n  - type: ordbog\n    slug: hofte\n"     \
  "    title: Hofte\n---\n\nDet kan ligne iskias i benet hos nogle.\n\n"       \
  "## Slut\n\nTekst.\n"

typedef struct
{
  Shelf      shelf;
  GSettings *settings;
  FysWindow *window;
} Fixture;

static gboolean
is_settled (gpointer window)
{
  return ((FysWindow *) window)->loading == NULL && ((FysWindow *) window)->document != NULL;
}

static gboolean
is_null (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

static void
open_own (Fixture *fixture)
{
  g_autofree char  *path = g_build_filename (fixture->shelf.root, OWN "knae.md", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  fys_window_open (fixture->window, file, NULL);
  window_fixture_wait (is_settled, fixture->window);
}

static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  shelf_set_up (&fixture->shelf, NULL);
  shelf_write_article (&fixture->shelf, "articles/iskias.md", "Iskias i benet", "a");
  shelf_write_article (&fixture->shelf, "articles/hofte.md", "Hofte", "a");
  shelf_write_article (&fixture->shelf, "articles/albue.md", "Albue i biblioteket", "a");
  shelf_write (&fixture->shelf, OWN "knae.md", ARTICLE);
  shelf_write_article (&fixture->shelf, OWN "albue.md", "Egen albue", "a");
  shelf_start (&fixture->shelf);

  fixture->settings = fys_settings_new ();
  g_settings_reset (fixture->settings, FYS_SETTINGS_LINK_TERMS);
  fixture->window = fys_window_new (NULL, fixture->settings);
  fys_window_set_library (fixture->window, fixture->shelf.library);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 500);
  gtk_window_present (GTK_WINDOW (fixture->window));
  open_own (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  gpointer weak = fixture->window;

  g_object_add_weak_pointer (G_OBJECT (fixture->window), &weak);
  gtk_window_close (GTK_WINDOW (fixture->window));
  window_fixture_wait (is_null, &weak);
  g_object_unref (fixture->settings);
  shelf_tear_down (&fixture->shelf, NULL);
}

typedef struct
{
  Fixture    *fixture;
  const char *title;
} Expected;

static gboolean
has_title (gpointer data)
{
  Expected *expected = data;

  return is_settled (expected->fixture->window) && g_strcmp0 (gtk_window_get_title (GTK_WINDOW (expected->fixture->window)), expected->title) == 0;
}

static void
wait_for (Fixture    *fixture,
          const char *title)
{
  window_fixture_wait (has_title, &(Expected){ fixture, title });
}

static void
test_links (Fixture      *fixture,
            gconstpointer user_data)
{
  static const struct
  {
    const char *target;
    const char *title;
  } links[] = {
    { "/ordbog/hofte", "Hofte" },
    { "https://www.fysfinder.dk/ordbog/hofte", "Hofte" },
    { "https://fysfinder.dk/ordbog/iskias/", "Iskias i benet" },
    { "/ordbog/albue", "Egen albue" }, /* which comes before the library's */
    { "albue.md", "Egen albue" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      fys_window_follow_link (fixture->window, links[i].target);
      wait_for (fixture, links[i].title);
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL);
      wait_for (fixture, "Knæ");
    }
}

static gboolean
is_in_section (gpointer window)
{
  FysWindow *self = window;
  guint      section = fys_article_view_get_current_section (self->article_view);

  return section != FYS_NONE && section == fys_article_find_section (fys_document_get_article (self->document), "oevelser");
}

static void
test_fragment (Fixture      *fixture,
               gconstpointer user_data)
{
  fys_window_follow_link (fixture->window, "/ordbog/hofte#oevelser");
  wait_for (fixture, "Hofte");
  window_fixture_wait (is_in_section, fixture->window);
}

typedef struct
{
  FysWindow  *window;
  const char *target;
  const char *text;
} Description;

static gboolean
is_described (gpointer data)
{
  const Description *description = data;

  return g_hash_table_contains (description->window->article_view->link_descriptions, description->target);
}

static void
test_descriptions (Fixture      *fixture,
                   gconstpointer user_data)
{
  const Description descriptions[] = {
    { fixture->window, "/ordbog/hofte#x", "Hofte" },
    { fixture->window, "https://www.fysfinder.dk/ordbog/iskias", "Iskias i benet" },
    { fixture->window, "albue.md", "Albue i biblioteket" }, /* by its name: the file is not read for this */
    { fixture->window, "https://www.example.org/side", "Opens https://www.example.org/side in your web browser" },
    { fixture->window, "/ordbog/findes-ikke", "Opens https://www.fysfinder.dk/ordbog/findes-ikke in your web browser" },
    { fixture->window, "mailto:klinik@example.org", "mailto:klinik@example.org" },
    { fixture->window, "#slut", "“Slut” in this article" },
    { fixture->window, "#", "Knæ" },
    { fixture->window, "#intet", "The article has no such section" },
    { fixture->window, "findes-ikke.md", "The linked article was not found" },
    { fixture->window, "file:///etc/passwd", "Links of this kind are not opened" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (descriptions); i++)
    {
      fys_window_describe_link (fixture->window, descriptions[i].target);
      window_fixture_wait (is_described, (gpointer) &descriptions[i]);
      g_assert_cmpstr (g_hash_table_lookup (fixture->window->article_view->link_descriptions, descriptions[i].target), ==, descriptions[i].text);
    }
}

static gboolean
has_terms (gpointer window)
{
  GPtrArray *terms = ((FysWindow *) window)->article_view->terms;

  return terms != NULL && terms->len > 0;
}

/* (nullable): the link over the only term */
static FysTextLink *
find_term (Fixture *fixture)
{
  g_autoptr (GPtrArray) texts = fys_text_block_list (GTK_WIDGET (fixture->window->article_view->page));
  FysTextLink          *found = NULL;

  for (guint i = 0; i < texts->len && found == NULL; i++)
    {
      g_autoptr (GPtrArray) links = fys_text_block_list_links (g_ptr_array_index (texts, i), NULL);

      if (links->len > 0)
        found = g_ptr_array_index (links, 0);
    }
  return found;
}

static void
test_terms (Fixture      *fixture,
            gconstpointer user_data)
{
  window_fixture_wait (has_terms, fixture->window);
  g_assert_nonnull (find_term (fixture));
  fys_text_link_activate (find_term (fixture));
  wait_for (fixture, "Iskias i benet");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL);
  wait_for (fixture, "Knæ");
  window_fixture_wait (has_terms, fixture->window);
}

static void
test_switch (Fixture      *fixture,
             gconstpointer user_data)
{
  window_fixture_wait (has_terms, fixture->window);
  g_settings_set_boolean (fixture->settings, FYS_SETTINGS_LINK_TERMS, FALSE);
  g_assert_null (find_term (fixture));
  g_settings_set_boolean (fixture->settings, FYS_SETTINGS_LINK_TERMS, TRUE);
  window_fixture_wait (has_terms, fixture->window);
  g_assert_nonnull (find_term (fixture));

  /* Without a library there are none. */
  fys_window_set_library (fixture->window, NULL);
  g_assert_null (find_term (fixture));
}

static gboolean
has_new_term (gpointer window)
{
  return has_terms (window) && ((FysWindow *) window)->article_view->terms->len == 2;
}

/* An article that comes to the library while one reads. */
static void
test_new_article (Fixture      *fixture,
                  gconstpointer user_data)
{
  window_fixture_wait (has_terms, fixture->window);
  shelf_write_article (&fixture->shelf, "articles/tekst.md", "Tekst", "a");
  shelf_rescan (&fixture->shelf);
  window_fixture_wait (has_new_term, fixture->window);
}

static GtkWidget *
find_related (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (gtk_widget_has_css_class (widget, "related"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_related (child);
  return found;
}

static void
test_related (Fixture      *fixture,
              gconstpointer user_data)
{
  GtkWidget *card;

  window_fixture_wait (has_terms, fixture->window); /* so there was a frame, and the rows are there */
  card = find_related (GTK_WIDGET (fixture->window->article_view));
  g_assert_nonnull (card);
  gtk_test_accessible_assert_role (card, GTK_ACCESSIBLE_ROLE_LINK);
  gtk_test_accessible_assert_property (card, GTK_ACCESSIBLE_PROPERTY_LABEL, "Hofte");
  g_signal_emit_by_name (card, "clicked");
  wait_for (fixture, "Hofte");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (fys_get_resource ());

#define ADD(path, function) g_test_add ("/window-links/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("links", test_links);
  ADD ("fragment", test_fragment);
  ADD ("descriptions", test_descriptions);
  ADD ("terms", test_terms);
  ADD ("switch", test_switch);
  ADD ("new-article", test_new_article);
  ADD ("related", test_related);
#undef ADD

  return g_test_run ();
}
