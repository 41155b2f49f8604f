/* test-questions-page.c - all questions of the library: filter, folding, stretches
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/library/fys-questions-page.h"

#include <adwaita.h>

#include "page-fixture.h"
#include "ui/article/fys-page.h"
#include "ui/library/fys-answer-box.h"
#include "ui/library/fys-question-list.h"
#include "ui/library/fys-question-row.h"

GResource *fys_get_resource (void);

static void
set_up (PageFixture  *self,
        gconstpointer data)
{
  GtkWidget *page = fys_questions_page_new ();

  page_fixture_set_up (self);
  fys_questions_page_set_library (FYS_QUESTIONS_PAGE (page), self->shelf.library);
  page_fixture_show (self, page);
}

static void
tear_down (PageFixture  *self,
           gconstpointer data)
{
  page_fixture_tear_down (self);
}

static GPtrArray *
list_rows (PageFixture *self)
{
  return page_fixture_list (self->page, FYS_TYPE_QUESTION_ROW);
}

static guint
count_rows (PageFixture *self)
{
  g_autoptr (GPtrArray) rows = list_rows (self);

  return rows->len;
}

static gboolean
has_three (gpointer self)
{
  return count_rows (self) == 3;
}

static gboolean
has_one (gpointer self)
{
  return count_rows (self) == 1;
}

static gboolean
has_none (gpointer self)
{
  return count_rows (self) == 0;
}

static GtkWidget *
get_entry (PageFixture *self)
{
  g_autoptr (GPtrArray) entries = page_fixture_list (self->page, GTK_TYPE_SEARCH_ENTRY);

  return g_ptr_array_index (entries, 0);
}

static void
filter (PageFixture *self,
        const char  *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_entry (self)), text);
}

static GtkWidget *
get_button (PageFixture *self,
            guint        row)
{
  g_autoptr (GPtrArray) rows = list_rows (self);

  return fys_question_row_get_button (g_ptr_array_index (rows, row));
}

static GtkWidget *
find_answer (PageFixture *self)
{
  g_autoptr (GPtrArray) boxes = page_fixture_list (self->page, FYS_TYPE_ANSWER_BOX);

  return boxes->len > 0 ? g_ptr_array_index (boxes, 0) : NULL;
}

static gboolean
has_answer (gpointer self)
{
  return find_answer (self) != NULL;
}

static void
test_folds (PageFixture  *self,
            gconstpointer data)
{
  g_autoptr (GPtrArray) buttons = NULL;
  g_autofree char      *name = NULL;

  page_fixture_wait (has_three, self);
  g_assert_null (find_answer (self));
  gtk_test_accessible_assert_state (get_button (self, 0), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  g_signal_emit_by_name (get_button (self, 0), "clicked");
  page_fixture_wait (has_answer, self);
  gtk_test_accessible_assert_state (get_button (self, 0), GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  g_assert_null (page_fixture_find_nameless (self->page));

  buttons = page_fixture_list (find_answer (self), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (g_ptr_array_index (buttons, 1), "clicked");
  g_assert_cmpuint (self->n_copied, ==, 1);
  g_assert_true (gtk_widget_grab_focus (g_ptr_array_index (buttons, 0)));
  g_signal_emit_by_name (g_ptr_array_index (buttons, 0), "clicked");
  name = g_file_get_basename (self->opened);
  g_assert_cmpstr (name, ==, "loeberknae.md");
  g_assert_cmpstr (self->slug, ==, "hvor-laenge-varer-loeberknae");

  /* Whoever comes back is at the question. */
  g_assert_true (gtk_widget_grab_focus (get_entry (self)));
  g_assert_true (gtk_widget_grab_focus (self->page));
  g_assert_true (page_fixture_get_focus (self) == get_button (self, 0));

  g_signal_emit_by_name (get_button (self, 0), "clicked");
  page_fixture_settle ();
  g_assert_null (find_answer (self));
}

static void
test_filter (PageFixture  *self,
             gconstpointer data)
{
  page_fixture_wait (has_three, self);
  filter (self, "stille");
  page_fixture_wait (has_one, self);
  filter (self, "xqzw");
  page_fixture_wait (has_none, self);
  g_assert_null (page_fixture_find_nameless (self->page));

  /* Escape takes the filter away first, and then leads back. */
  g_signal_emit_by_name (get_entry (self), "stop-search");
  g_assert_cmpuint (self->n_left, ==, 0);
  page_fixture_wait (has_three, self);
  g_signal_emit_by_name (get_entry (self), "stop-search");
  g_assert_cmpuint (self->n_left, ==, 1);
}

static void
test_arrows (PageFixture  *self,
             gconstpointer data)
{
  page_fixture_wait (has_three, self);
  for (guint i = 0; i < 3; i++)
    {
      page_fixture_press (self, GDK_KEY_Down);
      g_assert_true (page_fixture_get_focus (self) == get_button (self, i));
    }
  page_fixture_press (self, GDK_KEY_Down);
  g_assert_true (page_fixture_get_focus (self) == get_button (self, 2));
  for (guint i = 2; i > 0; i--)
    {
      page_fixture_press (self, GDK_KEY_Up);
      g_assert_true (page_fixture_get_focus (self) == get_button (self, i - 1));
    }
  page_fixture_press (self, GDK_KEY_Up);
  g_assert_true (gtk_widget_is_ancestor (page_fixture_get_focus (self), get_entry (self)));
}

/* What is open stays open when another article comes. */
static void
test_library_changes (PageFixture  *self,
                      gconstpointer data)
{
  page_fixture_wait (has_three, self);
  g_signal_emit_by_name (get_button (self, 0), "clicked");
  page_fixture_wait (has_answer, self);
  shelf_write_article (&self->shelf, "articles/hofte.md", "Hofte", "led");
  shelf_rescan (&self->shelf);
  while (count_rows (self) != 4)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (has_answer (self));
}

static gboolean
is_loaded (gpointer list)
{
  return fys_question_list_is_loaded (list);
}

static gboolean
is_complete (gpointer list)
{
  return fys_question_list_is_complete (list);
}

/* More than a stretch, loaded one after the other. */
static void
test_stretches (void)
{
  Shelf                      shelf;
  g_autoptr (FysQuestionList) list = NULL;
  guint                      n = FYS_QUESTION_LIST_STRETCH + 20;

  shelf_set_up (&shelf, NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("articles/a%03u.md", i);

      shelf_write_article (&shelf, path, "Artikel", "led");
    }
  shelf_start (&shelf);
  list = fys_question_list_new (shelf.library);
  g_assert_false (fys_question_list_is_loaded (list));
  fys_question_list_set_filter (list, "");
  page_fixture_wait (is_loaded, list);
  g_assert_cmpuint (fys_question_list_get_n (list), ==, FYS_QUESTION_LIST_STRETCH);
  g_assert_false (fys_question_list_is_complete (list));
  fys_question_list_load_more (list);
  fys_question_list_load_more (list);
  page_fixture_wait (is_complete, list);
  g_assert_cmpuint (fys_question_list_get_n (list), ==, n);
  g_assert_cmpstr (fys_question_list_get (list, n - 1)->answer, ==, "Ofte seks uger.");
  fys_question_list_load_more (list);
  page_fixture_settle ();
  g_assert_cmpuint (fys_question_list_get_n (list), ==, n);
  g_clear_object (&list);
  shelf_tear_down (&shelf, NULL);
}

static void
test_empty (void)
{
  PageFixture self = { 0 };
  GtkWidget  *page = fys_questions_page_new ();

  shelf_set_up (&self.shelf, NULL);
  shelf_start (&self.shelf);
  fys_questions_page_set_library (FYS_QUESTIONS_PAGE (page), self.shelf.library);
  page_fixture_show (&self, page);
  g_assert_cmpuint (count_rows (&self), ==, 0);
  page_fixture_tear_down (&self);
}

#define add_test(path, function) g_test_add (path, PageFixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (fys_get_resource ());
  add_test ("/library/questions-page/folds", test_folds);
  add_test ("/library/questions-page/filter", test_filter);
  add_test ("/library/questions-page/arrows", test_arrows);
  add_test ("/library/questions-page/library-changes", test_library_changes);
  g_test_add_func ("/library/questions-page/stretches", test_stretches);
  g_test_add_func ("/library/questions-page/empty", test_empty);
  return g_test_run ();
}
