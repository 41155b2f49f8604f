/* test-search-page.c - the search: typing, the keyboard, what it says when nothing is found
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/library/fys-search-page-private.h"

#include <adwaita.h>

#include "page-fixture.h"
#include "ui/library/fys-result-row.h"
#include "ui/window/fys-window-page.h"

GResource *fys_get_resource (void);

static FysSearchPage *
get_page (PageFixture *self)
{
  return FYS_SEARCH_PAGE (self->page);
}

static void
set_up (PageFixture  *self,
        gconstpointer data)
{
  GtkWidget *page = fys_search_page_new ();

  page_fixture_set_up (self);
  fys_search_page_set_library (FYS_SEARCH_PAGE (page), self->shelf.library);
  page_fixture_show (self, page);
}

static void
tear_down (PageFixture  *self,
           gconstpointer data)
{
  page_fixture_tear_down (self);
}

static gboolean
is_idle (gpointer page)
{
  return ((FysSearchPage *) page)->running == NULL;
}

static void
wait (PageFixture *self)
{
  page_fixture_wait (is_idle, self->page);
  page_fixture_settle ();
}

static void
type (PageFixture *self,
      const char  *text)
{
  int position = -1;

  gtk_editable_insert_text (GTK_EDITABLE (get_page (self)->entry), text, -1, &position);
}

static void
search (PageFixture *self,
        const char  *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_page (self)->entry), text);
  wait (self);
}

/* Returns: (transfer full): the titles of what is shown, with a bar between them */
static char *
dup_titles (PageFixture *self)
{
  g_autoptr (GPtrArray) texts = page_fixture_list (self->page, GTK_TYPE_INSCRIPTION);
  GString              *titles = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    if (gtk_widget_has_css_class (g_ptr_array_index (texts, i), "result-title"))
      g_string_append_printf (titles, "%s%s", titles->len > 0 ? "|" : "", gtk_inscription_get_text (g_ptr_array_index (texts, i)));
  return g_string_free (titles, FALSE);
}

static gboolean
shows (PageFixture *self,
       const char  *title)
{
  g_autofree char *titles = dup_titles (self);
  g_auto (GStrv)   all = g_strsplit (titles, "|", -1);

  return g_strv_contains ((const char *const *) all, title);
}

static FysResultRow *
find_row (PageFixture *self,
          const char  *title)
{
  g_autoptr (GPtrArray) texts = page_fixture_list (self->page, GTK_TYPE_INSCRIPTION);

  for (guint i = 0; i < texts->len; i++)
    if (gtk_widget_has_css_class (g_ptr_array_index (texts, i), "result-title")
        && g_str_equal (gtk_inscription_get_text (g_ptr_array_index (texts, i)), title))
      return FYS_RESULT_ROW (gtk_widget_get_ancestor (g_ptr_array_index (texts, i), FYS_TYPE_RESULT_ROW));
  g_error ("no result is called %s", title);
}

static gboolean
is_in_entry (PageFixture *self)
{
  return gtk_widget_is_ancestor (page_fixture_get_focus (self), get_page (self)->entry);
}

static GtkWidget *
get_focused_row (PageFixture *self)
{
  return gtk_widget_get_ancestor (page_fixture_get_focus (self), FYS_TYPE_RESULT_ROW);
}

static void
test_kinds (PageFixture  *self,
            gconstpointer data)
{
  g_assert_true (gtk_widget_get_mapped (get_page (self)->welcome_label));
  search (self, "lænden");
  g_assert_false (gtk_widget_get_mapped (get_page (self)->welcome_label));
  g_assert_true (shows (self, "Ondt i lænden"));
  g_assert_true (shows (self, "Må jeg løbe med ondt i lænden?"));
  g_assert_null (page_fixture_find_nameless (self->page));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (get_page (self)->questions_chip), TRUE);
  wait (self);
  g_assert_false (shows (self, "Ondt i lænden"));
  g_assert_true (shows (self, "Må jeg løbe med ondt i lænden?"));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (get_page (self)->all_chip), TRUE);
  wait (self);
  g_assert_true (shows (self, "Ondt i lænden"));

  search (self, "  ");
  g_assert_true (gtk_widget_get_mapped (get_page (self)->welcome_label));
  g_assert_false (gtk_widget_get_visible (get_page (self)->status_label));
}

/* The search for the first letters never answers: each key cancels the one before, and what was found before stays meanwhile. */
static void
test_typing (PageFixture  *self,
             gconstpointer data)
{
  g_autoptr (GCancellable) first = NULL;
  g_autofree char         *before = NULL;
  g_autofree char         *meanwhile = NULL;

  search (self, "løberknæ");
  before = dup_titles (self);
  g_assert_true (shows (self, "Løberknæ"));

  gtk_editable_delete_text (GTK_EDITABLE (get_page (self)->entry), 1, -1);
  first = g_object_ref (get_page (self)->running);
  type (self, "ænden");
  g_assert_true (g_cancellable_is_cancelled (first));
  g_assert_true (get_page (self)->is_typing);
  meanwhile = dup_titles (self);
  g_assert_cmpstr (meanwhile, ==, before);
  g_assert_true (is_in_entry (self));
  wait (self);
  g_assert_cmpstr (get_page (self)->shown_text, ==, "lænden");
  g_assert_true (shows (self, "Ondt i lænden"));
  g_assert_true (is_in_entry (self));
}

/* Enter ends the last word, and leads to the first result. */
static void
test_enter (PageFixture  *self,
            gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;

  search (self, "lænden");
  g_signal_emit_by_name (get_page (self)->entry, "activate");
  g_assert_false (get_page (self)->is_typing);
  wait (self);
  rows = page_fixture_list (self->page, FYS_TYPE_RESULT_ROW);
  g_assert_true (get_focused_row (self) == g_ptr_array_index (rows, 0));
}

static void
test_arrows (PageFixture  *self,
             gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;

  search (self, "lænden");
  rows = page_fixture_list (self->page, FYS_TYPE_RESULT_ROW);
  g_assert_cmpuint (rows->len, >, 1);
  for (guint i = 0; i < rows->len; i++)
    {
      page_fixture_press (self, GDK_KEY_Down);
      g_assert_true (get_focused_row (self) == g_ptr_array_index (rows, i));
    }
  for (guint i = rows->len - 1; i > 0; i--)
    {
      page_fixture_press (self, GDK_KEY_Up);
      g_assert_true (get_focused_row (self) == g_ptr_array_index (rows, i - 1));
    }
  page_fixture_press (self, GDK_KEY_Up);
  g_assert_true (is_in_entry (self));

  /* What is typed on a result goes into the entry. */
  page_fixture_press (self, GDK_KEY_Down);
  type (self, "e");
  g_assert_true (is_in_entry (self));
  wait (self);
}

/* From a button of an answer the arrow leads back to its question. */
static void
test_arrows_in_answer (PageFixture  *self,
                       gconstpointer data)
{
  FysResultRow         *row;
  g_autoptr (GPtrArray) buttons = NULL;

  search (self, "må jeg løbe med ondt i lænden");
  row = find_row (self, "Må jeg løbe med ondt i lænden?");
  fys_result_row_set_open (row, TRUE);
  page_fixture_settle ();
  buttons = page_fixture_list (GTK_WIDGET (row), GTK_TYPE_BUTTON);
  g_assert_true (gtk_widget_grab_focus (g_ptr_array_index (buttons, 1)));
  page_fixture_press (self, GDK_KEY_Up);
  g_assert_true (page_fixture_get_focus (self) == fys_result_row_get_button (row));
}

static void
test_open (PageFixture  *self,
           gconstpointer data)
{
  FysResultRow    *row;
  g_autofree char *name = NULL;

  search (self, "bækkenløft");
  row = find_row (self, "Bækkenløft");
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (row)));
  g_signal_emit_by_name (fys_result_row_get_button (row), "clicked");
  g_assert_nonnull (self->opened);
  name = g_file_get_basename (self->opened);
  g_assert_cmpstr (name, ==, "laenden.md");
  g_assert_cmpstr (self->slug, ==, "baekkenloeft");

  /* Whoever comes back is where they left; whoever searches for something else is not. */
  g_assert_true (gtk_widget_grab_focus (get_page (self)->entry));
  g_assert_true (gtk_widget_grab_focus (self->page));
  g_assert_true (get_focused_row (self) == GTK_WIDGET (row));
  search (self, "knæet");
  g_assert_true (gtk_widget_grab_focus (self->page));
  g_assert_true (is_in_entry (self));
}

static void
test_copy (PageFixture  *self,
           gconstpointer data)
{
  FysResultRow         *row;
  g_autoptr (GPtrArray) buttons = NULL;

  search (self, "må jeg løbe med ondt i lænden");
  row = find_row (self, "Må jeg løbe med ondt i lænden?");
  fys_result_row_set_open (row, TRUE);
  page_fixture_settle ();
  buttons = page_fixture_list (GTK_WIDGET (row), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (g_ptr_array_index (buttons, buttons->len - 1), "clicked");
  g_assert_cmpuint (self->n_copied, ==, 1);
}

static void
test_leave (PageFixture  *self,
            gconstpointer data)
{
  search (self, "lænden");
  g_signal_emit_by_name (get_page (self)->entry, "stop-search");
  g_assert_cmpuint (self->n_left, ==, 1);
  g_assert_cmpstr (fys_search_page_get_text (get_page (self)), ==, "lænden");
}

/* As the window does when something was typed on the start page, on Ctrl+K, and when the reader comes back. */
static void
test_state (PageFixture  *self,
            gconstpointer data)
{
  g_autoptr (GVariant) typed = g_variant_ref_sink (fys_search_page_make_state ("l"));
  g_autoptr (GVariant) left = NULL;
  int                  start, end;

  fys_window_page_restore_state (FYS_WINDOW_PAGE (self->page), typed);
  g_assert_true (gtk_widget_grab_focus (self->page));
  g_assert_true (is_in_entry (self));
  g_assert_true (get_page (self)->is_typing);
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (get_page (self)->entry)), ==, 1);
  g_assert_false (gtk_editable_get_selection_bounds (GTK_EDITABLE (get_page (self)->entry), NULL, NULL));
  wait (self);

  search (self, "lænden");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (get_page (self)->questions_chip), TRUE);
  wait (self);
  left = fys_window_page_dup_state (FYS_WINDOW_PAGE (self->page));
  fys_search_page_begin (get_page (self));
  g_assert_true (gtk_widget_grab_focus (self->page));
  g_assert_true (gtk_editable_get_selection_bounds (GTK_EDITABLE (get_page (self)->entry), &start, &end));
  g_assert_cmpint (end - start, ==, 6);

  /* What is still there is not searched for again. */
  fys_window_page_restore_state (FYS_WINDOW_PAGE (self->page), left);
  g_assert_null (get_page (self)->running);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (get_page (self)->all_chip), TRUE);
  search (self, "knæet");
  fys_window_page_restore_state (FYS_WINDOW_PAGE (self->page), left);
  wait (self);
  g_assert_cmpstr (fys_search_page_get_text (get_page (self)), ==, "lænden");
  g_assert_false (shows (self, "Ondt i lænden"));
  g_assert_true (shows (self, "Må jeg løbe med ondt i lænden?"));
}

static void
test_nothing (PageFixture  *self,
              gconstpointer data)
{
  search (self, "xqzw vvkj");
  g_assert_true (gtk_widget_get_mapped (get_page (self)->missed_label));
  g_assert_nonnull (g_strstr_len (gtk_label_get_label (GTK_LABEL (get_page (self)->missed_label)), -1, "xqzw vvkj"));
  g_assert_true (gtk_widget_get_mapped (get_page (self)->clinic_button));
  g_assert_true (gtk_widget_get_mapped (get_page (self)->questions_button));
  g_assert_false (gtk_widget_get_mapped (get_page (self)->everything_button));
  g_assert_nonnull (g_strstr_len (fys_announcer_get_waiting (get_page (self)->announcer), -1, "xqzw vvkj"));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (get_page (self)->exercises_chip), TRUE);
  wait (self);
  g_assert_true (gtk_widget_get_mapped (get_page (self)->everything_button));
  g_signal_emit_by_name (get_page (self)->everything_button, "clicked");
  wait (self);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (get_page (self)->all_chip)));

  search (self, "lænden");
  g_assert_false (gtk_widget_get_mapped (get_page (self)->missed_label));
  g_assert_false (gtk_widget_get_mapped (get_page (self)->clinic_button));
}

/* A typing mistake is mended, and can be insisted on. */
static void
test_corrected (PageFixture  *self,
                gconstpointer data)
{
  search (self, "løbreknæ");
  g_assert_true (gtk_widget_get_mapped (get_page (self)->correction_label));
  g_assert_nonnull (g_strstr_len (gtk_label_get_label (GTK_LABEL (get_page (self)->correction_label)), -1, "løberknæ"));
  g_assert_true (shows (self, "Løberknæ"));
  g_assert_nonnull (g_strstr_len (fys_announcer_get_waiting (get_page (self)->announcer), -1, "løberknæ"));

  g_signal_emit_by_name (get_page (self)->literal_button, "clicked");
  g_assert_true (is_in_entry (self));
  wait (self);
  g_assert_false (gtk_widget_get_mapped (get_page (self)->correction_label));
}

/* What was searched for is offered again, the latest first, and no longer than the page is there. */
static void
test_recent (PageFixture  *self,
             gconstpointer data)
{
  g_autoptr (GPtrArray) buttons = NULL;

  search (self, "lænden");
  g_signal_emit_by_name (get_page (self)->entry, "activate");
  wait (self);
  search (self, "knæet");
  g_signal_emit_by_name (get_page (self)->entry, "activate");
  wait (self);
  search (self, "lænden");
  g_signal_emit_by_name (get_page (self)->entry, "activate");
  wait (self);
  search (self, "");
  buttons = page_fixture_list (GTK_WIDGET (get_page (self)->recent_list), GTK_TYPE_BUTTON);
  g_assert_cmpuint (buttons->len, ==, 2);
  g_assert_null (page_fixture_find_nameless (self->page));
  g_signal_emit_by_name (g_ptr_array_index (buttons, 1), "clicked");
  g_assert_cmpstr (fys_search_page_get_text (get_page (self)), ==, "knæet");
  g_assert_true (is_in_entry (self));
  wait (self);
  g_assert_true (shows (self, "Løberknæ"));
}

/* An article that comes to the library while its words are searched for. */
static void
test_library_changes (PageFixture  *self,
                      gconstpointer data)
{
  search (self, "hofteskål");
  g_assert_false (shows (self, "Ondt i hoften"));
  shelf_write_article (&self->shelf, "articles/hofte.md", "Ondt i hoften", "hofteskål");
  shelf_rescan (&self->shelf);
  page_fixture_settle ();
  wait (self);
  g_assert_true (shows (self, "Ondt i hoften"));
}

/* Nothing of it is left when a search runs as it goes. */
static void
test_ends_while_searching (PageFixture  *self,
                           gconstpointer data)
{
  gtk_editable_set_text (GTK_EDITABLE (get_page (self)->entry), "lænden");
  g_assert_nonnull (get_page (self)->running);
}

#define add_test(path, function) g_test_add (path, PageFixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (fys_get_resource ());
  add_test ("/library/search-page/kinds", test_kinds);
  add_test ("/library/search-page/typing", test_typing);
  add_test ("/library/search-page/enter", test_enter);
  add_test ("/library/search-page/arrows", test_arrows);
  add_test ("/library/search-page/arrows-in-answer", test_arrows_in_answer);
  add_test ("/library/search-page/open", test_open);
  add_test ("/library/search-page/copy", test_copy);
  add_test ("/library/search-page/leave", test_leave);
  add_test ("/library/search-page/state", test_state);
  add_test ("/library/search-page/nothing", test_nothing);
  add_test ("/library/search-page/corrected", test_corrected);
  add_test ("/library/search-page/recent", test_recent);
  add_test ("/library/search-page/library-changes", test_library_changes);
  add_test ("/library/search-page/ends-while-searching", test_ends_while_searching);
  return g_test_run ();
}
