/* test-searching.c - the search and the questions in the window: how one comes there, what opens, and the way back
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window/fys-window-private.h"

#include "page-fixture.h"
#include "ui/library/fys-library-folders.h"
#include "ui/window/fys-settings.h"
#include "../window/window-fixture.h"
#include "ui/exercise/fys-exercise-pane-private.h"
#include "ui/library/fys-search-page-private.h"

GResource *fys_get_resource (void);

typedef struct
{
  Shelf      shelf;
  GSettings *settings;
  FysWindow *window;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  shelf_set_up (&self->shelf, NULL);
  shelf_write_article (&self->shelf, "articles/hofte.md", "Ondt i hoften", "hofteskål");
  shelf_start (&self->shelf);
  self->settings = fys_settings_new ();
  g_settings_reset (self->settings, FYS_SETTINGS_LIBRARY_FOLDERS);
  self->window = fys_window_new (NULL, self->settings);
  fys_window_set_library (self->window, self->shelf.library);
  fys_window_go_start (self->window);
  gtk_window_present (GTK_WINDOW (self->window));
  page_fixture_settle ();
}

static gboolean
is_gone (gpointer window)
{
  return *(gpointer *) window == NULL;
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  gpointer window = self->window;

  g_object_add_weak_pointer (G_OBJECT (window), &window);
  gtk_window_destroy (GTK_WINDOW (self->window));
  page_fixture_wait (is_gone, &window);
  g_clear_object (&self->settings);
  shelf_tear_down (&self->shelf, NULL);
}

static const char *
get_page (Fixture *self)
{
  return gtk_stack_get_visible_child_name (self->window->stack);
}

static gboolean
shows_article (gpointer self)
{
  return g_str_equal (get_page (self), "article");
}

static gboolean
is_idle (gpointer self)
{
  return ((Fixture *) self)->window->search_page->running == NULL;
}

static gboolean
is_in_entry (gpointer self)
{
  FysWindow *window = ((Fixture *) self)->window;
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  return focus != NULL && gtk_widget_is_ancestor (focus, window->search_page->entry);
}

static gboolean
is_below_entry (gpointer self)
{
  return fys_search_page_has_focus_below (((Fixture *) self)->window->search_page);
}

/* The first result has the focus once there is one. */
static void
click_first (Fixture *self)
{
  page_fixture_wait (is_idle, self);
  fys_search_page_focus_first (self->window->search_page);
  page_fixture_wait (is_below_entry, self);
  g_signal_emit_by_name (gtk_root_get_focus (GTK_ROOT (self->window)), "clicked");
}

static void
activate (Fixture    *self,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), action, NULL));
  page_fixture_settle ();
}

/* What is typed on the start page is searched for, and typed on. */
static void
test_from_start (Fixture      *self,
                 gconstpointer data)
{
  g_signal_emit_by_name (self->window->start_page, "search-requested", "hoft");
  page_fixture_wait (is_idle, self);
  g_assert_cmpstr (get_page (self), ==, "search");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==, "Search");
  g_assert_cmpstr (fys_search_page_get_text (self->window->search_page), ==, "hoft");
  page_fixture_wait (is_in_entry, self);
  g_signal_emit_by_name (self->window->search_page, "leave-requested");
  g_assert_cmpstr (get_page (self), ==, "start");
}

/* To a result, and back to the words and to where one was in what they found. */
static void
test_open_and_back (Fixture      *self,
                    gconstpointer data)
{
  activate (self, "win.search");
  g_assert_cmpstr (get_page (self), ==, "search");
  gtk_editable_set_text (GTK_EDITABLE (self->window->search_page->entry), "hofteskål");
  click_first (self);
  page_fixture_wait (shows_article, self);
  g_assert_cmpstr (fys_article_get_title (fys_document_get_article (self->window->document)), ==, "Ondt i hoften");

  activate (self, "win.back");
  g_assert_cmpstr (get_page (self), ==, "search");
  g_assert_cmpstr (fys_search_page_get_text (self->window->search_page), ==, "hofteskål");
  page_fixture_wait (is_below_entry, self);

  activate (self, "win.search");
  page_fixture_wait (is_in_entry, self);
}

static gboolean
shows_exercise (gpointer self)
{
  FysWindow *window = ((Fixture *) self)->window;

  return window->exercise_pane != NULL && fys_split_is_open (window->exercise_split)
         && fys_exercise_pane_get_page (window->exercise_pane) == GTK_WIDGET (window->exercise_pane->warning_page);
}

/* An exercise is shown in its pane, after the warning, beside the article that it is from. */
static void
test_exercise (Fixture      *self,
               gconstpointer data)
{
  activate (self, "win.search");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->window->search_page->exercises_chip), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->window->search_page->entry), "stræk");
  click_first (self);
  page_fixture_wait (shows_exercise, self);
  g_assert_true (shows_article (self));
  g_assert_null (self->window->wanted_exercise);
}

static void
test_questions (Fixture      *self,
                gconstpointer data)
{
  activate (self, "win.questions");
  g_assert_cmpstr (get_page (self), ==, "questions");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==, "Questions and Answers");
  g_signal_emit_by_name (self->window->questions_page, "copied");
  g_signal_emit_by_name (self->window->questions_page, "leave-requested");
  g_assert_cmpstr (get_page (self), ==, "start");
}

static gboolean
has_folder (gpointer self)
{
  g_auto (GStrv) folders = fys_library_folders_dup (((Fixture *) self)->settings);

  return g_strv_length (folders) == 1 && g_str_equal (folders[0], ((Fixture *) self)->shelf.root);
}

/* A folder that is opened or dropped is offered to the library, and kept when it is wanted. */
static void
test_folder (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (self->shelf.root);

  fys_window_open (self->window, folder, NULL);
  window_fixture_answer ("_Cancel");
  g_assert_false (has_folder (self));
  fys_window_open (self->window, folder, NULL);
  window_fixture_answer ("_Add");
  page_fixture_wait (has_folder, self);
  g_assert_cmpstr (get_page (self), ==, "start");
}

/* Without a library there is nothing to search. */
static void
test_no_library (Fixture      *self,
                 gconstpointer data)
{
  fys_window_set_library (self->window, NULL);
  fys_window_go_search (self->window, "hofte");
  fys_window_go_questions (self->window);
  g_assert_cmpstr (get_page (self), ==, "start");
}

#define add_test(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (fys_get_resource ());
  add_test ("/library/searching/from-start", test_from_start);
  add_test ("/library/searching/open-and-back", test_open_and_back);
  add_test ("/library/searching/exercise", test_exercise);
  add_test ("/library/searching/questions", test_questions);
  add_test ("/library/searching/folder", test_folder);
  add_test ("/library/searching/no-library", test_no_library);
  return g_test_run ();
}
