/* test-result-row.c - something that a search found: what it shows, and its answer in place
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/library/fys-result-row.h"

#include <adwaita.h>

#include "hit-fixture.h"
#include "page-fixture.h"
#include "ui/library/fys-answer-box.h"
#include "ui/library/fys-result-group.h"

GResource *fys_get_resource (void);

typedef struct
{
  GtkWidget *window;
  GtkWidget *row;
  char      *uri;
  char      *slug;
  char      *copy;
} Fixture;

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  Fixture *self = user_data;

  g_free (self->uri);
  g_free (self->slug);
  g_variant_get (parameter, "(ss)", &self->uri, &self->slug);
}

static void
open_exercise_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  Fixture    *self = user_data;
  const char *name;

  g_free (self->uri);
  g_free (self->slug);
  g_variant_get (parameter, "(ss&s)", &self->uri, &self->slug, &name);
  g_assert_cmpstr (name, ==, "Knæbøj");
}

static void
copy_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  Fixture *self = user_data;

  g_free (self->copy);
  self->copy = g_variant_dup_string (parameter, NULL);
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  static const GActionEntry     actions[] = { { .name = "open", .activate = open_cb, .parameter_type = "(ss)" },
                                              { .name = "open-exercise", .activate = open_exercise_cb, .parameter_type = "(sss)" },
                                              { .name = "copy", .activate = copy_cb, .parameter_type = "s" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  *self = (Fixture) { 0 };
  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), self);
  self->window = gtk_window_new ();
  self->row = fys_result_row_new ();
  gtk_widget_insert_action_group (self->window, "hit", G_ACTION_GROUP (group));
  gtk_window_set_child (GTK_WINDOW (self->window), self->row);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  gpointer row = self->row;

  g_object_add_weak_pointer (G_OBJECT (row), &row);
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_assert_null (row);
  g_free (self->uri);
  g_free (self->slug);
  g_free (self->copy);
}

static void
show (Fixture *self,
      FysHit  *hit)
{
  fys_result_row_set_hit (FYS_RESULT_ROW (self->row), hit);
  gtk_window_present (GTK_WINDOW (self->window));
  page_fixture_settle ();
}

static void
click (Fixture *self)
{
  g_signal_emit_by_name (fys_result_row_get_button (FYS_RESULT_ROW (self->row)), "clicked");
  page_fixture_settle ();
}

/* (nullable): the mapped text with the class */
static GtkInscription *
find_text (Fixture    *self,
            const char *css_class)
{
  g_autoptr (GPtrArray) texts = page_fixture_list (self->row, GTK_TYPE_INSCRIPTION);

  for (guint i = 0; i < texts->len; i++)
    if (gtk_widget_has_css_class (g_ptr_array_index (texts, i), css_class))
      return g_ptr_array_index (texts, i);
  return NULL;
}

static GtkWidget *
find_answer (Fixture *self)
{
  g_autoptr (GPtrArray) boxes = page_fixture_list (self->row, FYS_TYPE_ANSWER_BOX);

  return boxes->len > 0 ? g_ptr_array_index (boxes, 0) : NULL;
}

static void
test_article (Fixture      *self,
              gconstpointer data)
{
  FysHit *hit = hit_fixture_new (FYS_HIT_ARTICLE, "knae", "Ondt i knæet", "Knæet & dets led", NULL);

  hit_fixture_add_mark (hit->title_marks, 7, 5);
  show (self, hit);
  g_assert_cmpstr (gtk_inscription_get_text (find_text (self, "result-title")), ==, "Ondt i knæet");
  g_assert_cmpstr (gtk_inscription_get_text (find_text (self, "result-snippet")), ==, "Knæet & dets led");
  g_assert_cmpstr (gtk_inscription_get_text (find_text (self, "result-source")), ==, "Conditions and the Body · Updated 12 Oct 2025");
  g_assert_nonnull (pango_attr_list_get_attributes (gtk_inscription_get_attributes (find_text (self, "result-title"))));
  g_assert_false (gtk_test_accessible_has_state (GTK_ACCESSIBLE (fys_result_row_get_button (FYS_RESULT_ROW (self->row))),
                                                 GTK_ACCESSIBLE_STATE_EXPANDED));
  click (self);
  g_assert_null (find_answer (self));
  g_assert_cmpstr (self->uri, ==, "file:///library/knae.md");
  g_assert_cmpstr (self->slug, ==, "");
  fys_hit_free (hit);
}

static void
test_exercise (Fixture      *self,
               gconstpointer data)
{
  FysHit *hit = hit_fixture_new (FYS_HIT_EXERCISE, "knae", "Knæbøj", "3 sæt af 8 gentagelser", NULL);

  show (self, hit);
  click (self);
  g_assert_cmpstr (self->slug, ==, "maa-jeg-loebe");
  fys_hit_free (hit);
}

/* The answer opens below, and its buttons lead to the article and to the clipboard. */
static void
test_question (Fixture      *self,
               gconstpointer data)
{
  FysHit               *hit = hit_fixture_new (FYS_HIT_QUESTION, "knae", "Må jeg løbe?", "Ja, roligt.", "Ja, roligt.\nØg lidt ad gangen.");
  g_autoptr (GPtrArray) buttons = NULL;

  show (self, hit);
  g_assert_null (find_answer (self));
  g_assert_nonnull (find_text (self, "result-snippet"));
  gtk_test_accessible_assert_state (fys_result_row_get_button (FYS_RESULT_ROW (self->row)), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);

  click (self);
  g_assert_true (fys_result_row_is_open (FYS_RESULT_ROW (self->row)));
  g_assert_null (self->uri);
  g_assert_null (find_text (self, "result-snippet"));
  g_assert_null (page_fixture_find_nameless (self->row));
  gtk_test_accessible_assert_state (fys_result_row_get_button (FYS_RESULT_ROW (self->row)), GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  buttons = page_fixture_list (find_answer (self), GTK_TYPE_BUTTON);
  g_assert_cmpuint (buttons->len, ==, 2);
  g_signal_emit_by_name (g_ptr_array_index (buttons, 0), "clicked");
  g_assert_cmpstr (self->slug, ==, "maa-jeg-loebe");
  g_signal_emit_by_name (g_ptr_array_index (buttons, 1), "clicked");
  g_assert_nonnull (g_strstr_len (self->copy, -1, "Må jeg løbe?\n\nJa, roligt.\nØg lidt ad gangen.\n"));
  g_assert_nonnull (g_strstr_len (self->copy, -1, "https://www.fysfinder.dk/ordbog/knae#maa-jeg-loebe"));

  click (self);
  g_assert_null (find_answer (self));
  fys_hit_free (hit);
}

/* While one types on, the same question may be found again: whoever reads its answer goes on reading. */
static void
test_stays_open (Fixture      *self,
                 gconstpointer data)
{
  FysHit *hit = hit_fixture_new (FYS_HIT_QUESTION, "knae", "Må jeg løbe?", "Ja", "Ja.");
  FysHit *other = hit_fixture_new (FYS_HIT_QUESTION, "fod", "Må jeg løbe?", "Nej", "Nej.");
  FysHit *article = hit_fixture_new (FYS_HIT_ARTICLE, "fod", "Fod", "Foden", NULL);

  show (self, hit);
  click (self);
  fys_result_row_set_hit (FYS_RESULT_ROW (self->row), hit);
  g_assert_true (fys_result_row_is_open (FYS_RESULT_ROW (self->row)));
  fys_result_row_set_hit (FYS_RESULT_ROW (self->row), other);
  g_assert_false (fys_result_row_is_open (FYS_RESULT_ROW (self->row)));
  page_fixture_settle ();
  g_assert_null (find_answer (self));

  fys_result_row_set_hit (FYS_RESULT_ROW (self->row), article);
  fys_result_row_set_open (FYS_RESULT_ROW (self->row), TRUE);
  g_assert_false (fys_result_row_is_open (FYS_RESULT_ROW (self->row)));
  fys_hit_free (hit);
  fys_hit_free (other);
  fys_hit_free (article);
}

static void
more_cb (FysHitKind *more,
         guint       kind)
{
  *more = kind;
}

/* Rows are used again, and the button for more is there when there is more. */
static void
test_group (void)
{
  GtkWidget            *window = gtk_window_new ();
  GtkWidget            *group = g_object_new (FYS_TYPE_RESULT_GROUP, NULL);
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) fys_hit_free);
  g_autoptr (GPtrArray) stops = g_ptr_array_new ();
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  FysHitKind            more = FYS_HIT_ANY;
  gpointer              gone = group;

  g_object_add_weak_pointer (G_OBJECT (group), &gone);
  g_signal_connect_swapped (group, "more-requested", G_CALLBACK (more_cb), &more);
  gtk_window_set_child (GTK_WINDOW (window), group);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_false (gtk_widget_get_visible (group));

  for (guint i = 0; i < 4; i++)
    g_ptr_array_add (hits, hit_fixture_new (FYS_HIT_ARTICLE, "knae", "Knæ", "Et led", NULL));
  fys_result_group_set_hits (FYS_RESULT_GROUP (group), FYS_HIT_ARTICLE, hits, 3, TRUE);
  fys_result_group_add_stops (FYS_RESULT_GROUP (group), stops);
  g_assert_cmpuint (stops->len, ==, 4);
  g_signal_emit_by_name (g_ptr_array_index (stops, 3), "clicked");
  g_assert_cmpuint (more, ==, FYS_HIT_ARTICLE);

  fys_result_group_set_hits (FYS_RESULT_GROUP (group), FYS_HIT_ARTICLE, hits, 1, FALSE);
  fys_result_group_add_stops (FYS_RESULT_GROUP (group), others);
  g_assert_cmpuint (others->len, ==, 1);
  g_assert_true (g_ptr_array_index (others, 0) == g_ptr_array_index (stops, 0));

  g_ptr_array_set_size (hits, 0);
  fys_result_group_set_hits (FYS_RESULT_GROUP (group), FYS_HIT_ARTICLE, hits, 3, FALSE);
  g_assert_false (gtk_widget_get_visible (group));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_null (gone);
}

#define add_test(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (fys_get_resource ());
  add_test ("/library/result-row/article", test_article);
  add_test ("/library/result-row/exercise", test_exercise);
  add_test ("/library/result-row/question", test_question);
  add_test ("/library/result-row/stays-open", test_stays_open);
  g_test_add_func ("/library/result-row/group", test_group);
  return g_test_run ();
}
