/* test-article-model.c - a list that reads what is looked at, and changes no more than the library did
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/library/fys-article-model.h"

#include "shelf.h"

/** Fixture: @view: (element-type FysArticleItem): what a view that follows the changes would hold. */
typedef struct
{
  Shelf            shelf;
  FysArticleModel *model;
  GPtrArray       *view;
  guint            n_removed;
  guint            n_added;
} Fixture;

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  Fixture    *self)
{
  if (n_removed > 0)
    g_ptr_array_remove_range (self->view, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (self->view, (int) (position + i), g_list_model_get_item (model, position + i));
  self->n_removed += n_removed;
  self->n_added += n_added;
}

static void
add (Fixture    *self,
     const char *name)
{
  g_autofree char *path = g_strdup_printf ("articles/%s.md", name);

  shelf_write_article (&self->shelf, path, name, "ord");
}

static void
set_up (Fixture      *self,
        gconstpointer user_data)
{
  shelf_set_up (&self->shelf, NULL);
  self->model = fys_article_model_new (self->shelf.library);
  self->view = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect (self->model, "items-changed", G_CALLBACK (items_changed_cb), self);
}

static void
tear_down (Fixture      *self,
           gconstpointer user_data)
{
  g_ptr_array_unref (self->view);
  g_assert_finalize_object (self->model);
  shelf_tear_down (&self->shelf, NULL);
}

/* Returns: (transfer full): what the view shows; "-" for what has not been read */
static char *
dup_titles (Fixture *self)
{
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < self->view->len; i++)
    {
      FysLibraryEntry *entry = fys_article_item_get_entry (g_ptr_array_index (self->view, i));

      g_string_append_printf (titles, "%s%s", i > 0 ? " " : "", entry != NULL ? fys_library_entry_get_info (entry)->title : "-");
    }
  return g_string_free (titles, FALSE);
}

static void
wait_for (Fixture    *self,
          const char *expected)
{
  g_autofree char *titles = dup_titles (self);

  while (!g_str_equal (titles, expected))
    {
      g_main_context_iteration (NULL, TRUE);
      g_free (titles);
      titles = dup_titles (self);
    }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->model)), ==, self->view->len);
}

static void
show (Fixture    *self,
      const char *text)
{
  FysLibraryFilter filter = { .collection = FYS_N_COLLECTIONS, .text = text };

  fys_article_model_set_filter (self->model, &filter);
  g_assert_true (fys_article_model_is_loading (self->model));
}

static void
test_filter (Fixture      *self,
             gconstpointer user_data)
{
  add (self, "albue");
  add (self, "ankel");
  add (self, "knæ");
  shelf_start (&self->shelf);
  show (self, "");
  wait_for (self, "albue ankel knæ");
  g_assert_false (fys_article_model_is_loading (self->model));
  show (self, "kn");
  wait_for (self, "knæ");
  show (self, "hofte");
  while (fys_article_model_is_loading (self->model))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (self->view->len, ==, 0);
}

/* What stays is the same item, and only what lies between is told. */
static void
test_change (Fixture      *self,
             gconstpointer user_data)
{
  g_autoptr (FysArticleItem) kept = NULL;

  add (self, "b");
  add (self, "d");
  add (self, "f");
  shelf_start (&self->shelf);
  show (self, NULL);
  wait_for (self, "b d f");
  kept = g_object_ref (g_ptr_array_index (self->view, 1));

  self->n_removed = self->n_added = 0;
  add (self, "a");
  add (self, "e");
  shelf_rescan (&self->shelf);
  wait_for (self, "a b d e f");
  g_assert_true (g_ptr_array_index (self->view, 2) == kept);
  g_assert_cmpuint (self->n_removed, ==, 0);
  g_assert_cmpuint (self->n_added, ==, 2);

  self->n_added = 0;
  shelf_remove (&self->shelf, "articles/a.md");
  shelf_remove (&self->shelf, "articles/f.md");
  shelf_rescan (&self->shelf);
  wait_for (self, "b d e");
  g_assert_true (g_ptr_array_index (self->view, 1) == kept);
  g_assert_cmpuint (self->n_removed, ==, 2);
  g_assert_cmpuint (self->n_added, ==, 0);
}

/* An article that gets another title goes to another place; the others stay. */
static void
test_move (Fixture      *self,
           gconstpointer user_data)
{
  g_autoptr (FysArticleItem) kept = NULL;

  add (self, "b");
  add (self, "c");
  add (self, "d");
  shelf_start (&self->shelf);
  show (self, NULL);
  wait_for (self, "b c d");
  kept = g_object_ref (g_ptr_array_index (self->view, 2));
  shelf_write_article (&self->shelf, "articles/b.md", "zebra", "ord");
  shelf_rescan (&self->shelf);
  wait_for (self, "c d zebra");
  g_assert_true (g_ptr_array_index (self->view, 1) == kept);
  shelf_write_article (&self->shelf, "articles/b.md", "andet", "ord");
  shelf_rescan (&self->shelf);
  wait_for (self, "andet c d");
  g_assert_true (g_ptr_array_index (self->view, 2) == kept);
}

static void
test_all_gone (Fixture      *self,
               gconstpointer user_data)
{
  add (self, "a");
  add (self, "b");
  shelf_start (&self->shelf);
  show (self, NULL);
  wait_for (self, "a b");
  shelf_remove (&self->shelf, "articles/a.md");
  shelf_remove (&self->shelf, "articles/b.md");
  shelf_rescan (&self->shelf);
  wait_for (self, "");
  add (self, "c");
  shelf_rescan (&self->shelf);
  wait_for (self, "c");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/library-ui/article-model/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("filter", test_filter);
  ADD ("change", test_change);
  ADD ("move", test_move);
  ADD ("all-gone", test_all_gone);
#undef ADD

  return g_test_run ();
}
