/* test-start-page.c - the start page: what it offers, when there is nothing, and that what changes does not take the focus
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/library/fys-start-page.h"

#include <adwaita.h>

#include "fys-resources.h"
#include "shelf.h"
#include "ui/library/fys-folder-list.h"
#include "ui/library/fys-link-row.h"
#include "ui/library/fys-list-page.h"
#include "ui/library/fys-reading-undo.h"

typedef struct
{
  Shelf       shelf;
  FysReading *reading;
  char       *reading_path;
  GtkWidget  *window;
  GtkWidget  *page;
  char       *searched; /* (nullable) */
  GVariant   *undo;     /* (nullable) */
} Fixture;

static void
search_requested_cb (Fixture    *self,
                     const char *text)
{
  g_free (self->searched);
  self->searched = g_strdup (text);
}

static void
removed_cb (Fixture    *self,
            const char *text,
            GVariant   *undo)
{
  g_assert_nonnull (strstr (text, "Nakke"));
  g_clear_pointer (&self->undo, g_variant_unref);
  self->undo = g_variant_ref (undo);
}

static void
set_up (Fixture      *self,
        gconstpointer user_data)
{
  shelf_set_up (&self->shelf, NULL);
  self->reading_path = g_build_filename (self->shelf.root, "reading", NULL);
  self->reading = fys_reading_new (self->reading_path);
  while (!fys_reading_is_ready (self->reading))
    g_main_context_iteration (NULL, TRUE);
}

static void
show (Fixture *self)
{
  self->page = fys_start_page_new (self->shelf.library, self->reading);
  g_signal_connect_swapped (self->page, "search-requested", G_CALLBACK (search_requested_cb), self);
  g_signal_connect_swapped (self->page, "removed", G_CALLBACK (removed_cb), self);
  self->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (self->window), self->page);
  gtk_window_present (GTK_WINDOW (self->window));
}

static gpointer
get_child (gpointer    widget,
           const char *name)
{
  GObject *child = gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);

  g_assert_nonnull (child);
  return child;
}

/* What was asked of the library is answered before it ends. */
static void
tear_down (Fixture      *self,
           gconstpointer user_data)
{
  gpointer widgets[] = { self->page, get_child (self->page, "reading_shelf"), get_child (self->page, "library_shelf"), get_child (self->page, "status") };

  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    g_object_add_weak_pointer (widgets[i], &widgets[i]);
  gtk_window_destroy (GTK_WINDOW (self->window));
  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    while (widgets[i] != NULL)
      g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  fys_reading_flush (self->reading);
  g_object_unref (self->reading);
  g_free (self->reading_path);
  g_free (self->searched);
  g_clear_pointer (&self->undo, g_variant_unref);
  shelf_tear_down (&self->shelf, NULL);
}

static void
wait_visible (gpointer widget,
              gboolean is_visible)
{
  while (gtk_widget_get_visible (widget) != is_visible)
    g_main_context_iteration (NULL, TRUE);
}

static void
remember_at (Fixture    *self,
             const char *key,
             const char *title,
             double      progress,
             gint64      at_s)
{
  FysReadingItem item = { .key = key, .title = title, .section = "Årsager", .uri = "file:///x.md", .place = { .slug = (char *) "aarsager" }, .at_s = at_s,
                          .progress = progress, .version = "" };

  fys_reading_remember (self->reading, &item);
}

static void
remember (Fixture    *self,
          const char *key,
          const char *title,
          double      progress)
{
  remember_at (self, key, title, progress, 1764000000);
}

static void
mark (Fixture    *self,
      const char *key,
      const char *title)
{
  FysReadingItem item = { .key = key, .title = title, .section = "Øvelser", .uri = "file:///x.md", .place = { .slug = (char *) "oevelser" }, .at_s = 1764000000, .version = "" };

  fys_reading_add_bookmark (self->reading, &item);
}

static guint
count_rows (gpointer list)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (list, (int) n) != NULL)
    n++;
  return n;
}

/* Nothing was read yet: where to begin. */
static void
test_welcome (Fixture      *self,
              gconstpointer user_data)
{
  gpointer reading_shelf;

  shelf_write_article (&self->shelf, "articles/iskias.md", "Iskias", "balde");
  shelf_write_article (&self->shelf, "articles/andet.md", "Andet", "ord");
  shelf_start (&self->shelf);
  show (self);
  reading_shelf = get_child (self->page, "reading_shelf");
  wait_visible (get_child (reading_shelf, "welcome_box"), TRUE);
  while (count_rows (get_child (reading_shelf, "first_list")) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (fys_link_row_get_key (FYS_LINK_ROW (gtk_list_box_get_row_at_index (get_child (reading_shelf, "first_list"), 0))), ==, "iskias");
  g_assert_false (gtk_widget_get_visible (get_child (reading_shelf, "continue_button")));
  g_assert_false (gtk_widget_get_visible (get_child (reading_shelf, "recent_box")));
  g_assert_false (gtk_widget_get_visible (get_child (reading_shelf, "bookmark_box")));

  remember (self, "iskias", "Iskias", 0.5);
  g_assert_false (gtk_widget_get_visible (get_child (reading_shelf, "welcome_box")));
  g_assert_true (gtk_widget_get_visible (get_child (reading_shelf, "continue_button")));
}

/* The latest unfinished one is the one to go on with, and is not shown twice. */
static void
test_reading (Fixture      *self,
              gconstpointer user_data)
{
  gpointer reading_shelf;
  gpointer list;

  remember (self, "a", "Albue", 0.2);
  remember (self, "b", "Ballen", 0.4);
  remember (self, "c", "Cykel", 1);
  shelf_start (&self->shelf);
  show (self);
  reading_shelf = get_child (self->page, "reading_shelf");
  list = get_child (reading_shelf, "recent_list");
  wait_visible (get_child (reading_shelf, "continue_button"), TRUE);
  g_assert_cmpstr (gtk_label_get_label (get_child (reading_shelf, "continue_title")), ==, "Ballen");
  g_assert_cmpstr (gtk_label_get_label (get_child (reading_shelf, "continue_place")), ==, "Årsager");
  g_assert_cmpuint (count_rows (list), ==, 2);
  g_assert_cmpstr (fys_link_row_get_key (FYS_LINK_ROW (gtk_list_box_get_row_at_index (list, 0))), ==, "c");
  fys_reading_forget_recent (self->reading);
  g_assert_cmpuint (count_rows (list), ==, 0);
  g_assert_false (gtk_widget_get_visible (get_child (reading_shelf, "recent_box")));
  g_assert_false (gtk_widget_get_visible (get_child (reading_shelf, "continue_button")));
}

static void
test_bookmarks (Fixture      *self,
                gconstpointer user_data)
{
  gpointer reading_shelf;
  gpointer list;

  mark (self, "iskias", "Iskias");
  mark (self, "nakke", "Nakke");
  shelf_start (&self->shelf);
  show (self);
  reading_shelf = get_child (self->page, "reading_shelf");
  list = get_child (reading_shelf, "bookmark_list");
  wait_visible (get_child (reading_shelf, "bookmark_box"), TRUE);
  g_assert_cmpuint (count_rows (list), ==, 2);
  g_signal_emit_by_name (gtk_list_box_get_row_at_index (list, 0), "remove-requested");
  g_assert_cmpuint (count_rows (list), ==, 1);
  g_assert_cmpstr (fys_link_row_get_key (FYS_LINK_ROW (gtk_list_box_get_row_at_index (list, 0))), ==, "iskias");
  g_assert_cmpstr (fys_link_row_get_slug (FYS_LINK_ROW (gtk_list_box_get_row_at_index (list, 0))), ==, "oevelser");
  g_assert_false (fys_reading_has_bookmark (self->reading, "nakke", "oevelser"));
  g_assert_nonnull (self->undo);
  fys_reading_undo_apply (self->undo, self->reading);
  g_assert_true (fys_reading_has_bookmark (self->reading, "nakke", "oevelser"));
  g_assert_cmpuint (count_rows (list), ==, 2);
}

/* One of them is removed, and put back to where it was. */
static void
test_remove_recent (Fixture      *self,
                    gconstpointer user_data)
{
  gpointer              list;
  const FysReadingItem *item;

  remember_at (self, "albue", "Albue", 1, 1764000000);
  remember_at (self, "nakke", "Nakke", 1, 1764000100);
  remember_at (self, "ryg", "Ryg", 1, 1764000200);
  shelf_start (&self->shelf);
  show (self);
  list = get_child (get_child (self->page, "reading_shelf"), "recent_list");
  while (count_rows (list) != 3)
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (gtk_list_box_get_row_at_index (list, 1), "remove-requested");
  g_assert_cmpuint (count_rows (list), ==, 2);
  g_assert_null (fys_reading_find (self->reading, "nakke"));
  g_assert_nonnull (self->undo);
  fys_reading_undo_apply (self->undo, self->reading);
  g_assert_cmpuint (count_rows (list), ==, 3);
  g_assert_cmpstr (fys_link_row_get_key (FYS_LINK_ROW (gtk_list_box_get_row_at_index (list, 1))), ==, "nakke");
  item = fys_reading_find (self->reading, "nakke");
  g_assert_cmpfloat (item->progress, ==, 1);
  g_assert_cmpstr (item->section, ==, "Årsager");
}

/* What is new counts until one has looked. */
static void
test_changed (Fixture      *self,
              gconstpointer user_data)
{
  gpointer row;

  fys_reading_set_looked_s (self->reading, 1764000000);
  shelf_write_article (&self->shelf, "articles/iskias.md", "Iskias", "balde");
  shelf_start (&self->shelf);
  show (self);
  row = get_child (get_child (self->page, "library_shelf"), "changed_row");
  wait_visible (row, TRUE);
  fys_reading_set_looked_s (self->reading, g_get_real_time () / G_USEC_PER_SEC + 1);
  wait_visible (row, FALSE);
}

/* An empty library says what to do, until there is an article. */
static void
test_empty (Fixture      *self,
            gconstpointer user_data)
{
  gpointer empty_page;

  show (self);
  empty_page = get_child (self->page, "empty_page");
  g_assert_false (gtk_widget_get_visible (empty_page));
  shelf_start (&self->shelf);
  wait_visible (empty_page, TRUE);
  g_assert_false (gtk_widget_get_visible (get_child (self->page, "library_shelf")));
  shelf_write_article (&self->shelf, "articles/blog/loeb.md", "Løb", "sko");
  shelf_rescan (&self->shelf);
  wait_visible (empty_page, FALSE);
  wait_visible (get_child (self->page, "library_shelf"), TRUE);
}

/* What was typed goes to the search, and the entry is ready for the next. */
static void
test_search (Fixture      *self,
             gconstpointer user_data)
{
  GtkEditable *entry;

  shelf_start (&self->shelf);
  show (self);
  entry = get_child (self->page, "search_entry");
  gtk_editable_set_text (entry, "ø");
  g_assert_cmpstr (self->searched, ==, "ø");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
}

/* A folder that is gone is told, and is listed with its reason. */
static void
test_missing_folder (Fixture      *self,
                     gconstpointer user_data)
{
  const char *const folders[] = { "/not/there", NULL };
  gpointer          status;
  GtkWidget        *problems;

  fys_library_set_user_folders (self->shelf.library, folders);
  shelf_start (&self->shelf);
  show (self);
  status = get_child (self->page, "status");
  wait_visible (get_child (status, "problem_box"), TRUE);
  g_assert_nonnull (strstr (gtk_label_get_label (get_child (status, "problem_label")), "there"));
  problems = g_object_ref_sink (fys_problem_list_new (self->shelf.library));
  g_assert_true (gtk_widget_get_visible (problems));
  fys_library_set_user_folders (self->shelf.library, NULL);
  wait_visible (problems, FALSE);
  wait_visible (get_child (status, "problem_box"), FALSE);
  g_assert_finalize_object (problems);
}

static void
test_list_page (Fixture      *self,
                gconstpointer user_data)
{
  FysListPage *list_page;

  shelf_write_article (&self->shelf, "articles/iskias.md", "Iskias", "balde");
  shelf_write_article (&self->shelf, "articles/blog/loeb.md", "Løb", "sko");
  shelf_start (&self->shelf);
  show (self);
  list_page = g_object_ref_sink (FYS_LIST_PAGE (fys_list_page_new (self->shelf.library)));
  fys_list_page_show_scope (list_page, "kind:blog");
  g_assert_cmpstr (fys_list_page_get_title (list_page), ==, "Guides");
  while (g_strcmp0 (gtk_label_get_label (get_child (list_page, "count_label")), "1 article") != 0)
    g_main_context_iteration (NULL, TRUE);
  fys_list_page_show_scope (list_page, "part:hofte");
  while (g_strcmp0 (gtk_stack_get_visible_child_name (get_child (list_page, "stack")), "empty") != 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (gtk_widget_get_visible (get_child (list_page, "empty_button")));
  g_assert_finalize_object (list_page);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (fys_get_resource ());

#define ADD(path, function) g_test_add ("/library-ui/start-page/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("welcome", test_welcome);
  ADD ("reading", test_reading);
  ADD ("bookmarks", test_bookmarks);
  ADD ("remove-recent", test_remove_recent);
  ADD ("changed", test_changed);
  ADD ("empty", test_empty);
  ADD ("search", test_search);
  ADD ("missing-folder", test_missing_folder);
  ADD ("list-page", test_list_page);
#undef ADD

  return g_test_run ();
}
