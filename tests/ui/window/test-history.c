/* test-history.c - back and forward through what was shown, and what is kept of reading
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window/fys-window.h"

#include <glib/gstdio.h>

#include "core/reading/fys-reading-place.h"
#include "fys-resources.h"
#include "ui/window/fys-window-private.h"
#include "window-fixture.h"

#define N_PARAGRAPHS 60

typedef struct
{
  char       *folder;
  char       *kept;
  FysReading *reading;
  FysWindow  *window;
} Fixture;

static gboolean
is_settled (gpointer window)
{
  return ((FysWindow *) window)->loading == NULL && gtk_widget_get_height (GTK_WIDGET (((FysWindow *) window)->stack)) > 0;
}

static gboolean
is_null (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

static gboolean
is_ready (gpointer reading)
{
  return fys_reading_is_ready (reading);
}

static void
open_window (Fixture *fixture)
{
  fixture->window = fys_window_new (NULL, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1180, 500); /* so that all of the header is there */
  fys_window_set_reading (fixture->window, fixture->reading);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
close_window (Fixture *fixture)
{
  gpointer weak = fixture->window;

  g_object_add_weak_pointer (G_OBJECT (fixture->window), &weak);
  gtk_window_close (GTK_WINDOW (fixture->window));
  window_fixture_wait (is_null, &weak);
}

static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  fixture->folder = window_fixture_folder ();
  fixture->kept = g_build_filename (fixture->folder, "reading", NULL);
  fixture->reading = fys_reading_new (fixture->kept);
  window_fixture_wait (is_ready, fixture->reading);
  open_window (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  close_window (fixture);
  fys_reading_flush (fixture->reading);
  g_assert_finalize_object (fixture->reading);
  g_free (fixture->kept);
  window_fixture_remove (fixture->folder);
}

/* Three long sections, and questions. */
static char *
dup_markdown (const char *title,
              const char *extra)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "---\ntitle: %s\n---\n\nIndledning.\n\n%s", title, extra);
  for (guint section = 0; section < 3; section++)
    {
      g_string_append_printf (text, "## Afsnit %u\n\n", section);
      for (guint i = 0; i < N_PARAGRAPHS / 3; i++)
        g_string_append_printf (text, "Her står stykke %u af afsnit %u, som er langt nok til at fylde mere end en linje på siden, når den er smal.\n\n", i, section);
    }
  g_string_append (text, "## Ofte stillede spørgsmål\n\n### Må jeg gå?\n\nJa.\n\n### Må jeg løbe?\n\nNej.\n");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GFile *
write_article (Fixture    *fixture,
               const char *name,
               const char *title,
               const char *extra)
{
  g_autofree char *markdown = dup_markdown (title, extra);

  return window_fixture_write (fixture->folder, name, markdown);
}

static void
open_file (Fixture    *fixture,
           GFile      *file,
           const char *fragment)
{
  fys_window_open (fixture->window, file, fragment);
  window_fixture_wait (is_settled, fixture->window);
}

static void
go (Fixture *fixture,
    int      step)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), step < 0 ? "win.back" : "win.forward", NULL);
  window_fixture_wait (is_settled, fixture->window);
}

static const char *
get_title (Fixture *fixture)
{
  return gtk_window_get_title (GTK_WINDOW (fixture->window));
}

static gboolean
is_block_on_top (gpointer data)
{
  Fixture *fixture = data;
  guint    block;
  double   part;

  return fys_article_view_get_part (fixture->window->article_view, &block, &part) && block >= 20;
}

/* A frame passes: what was asked to scroll has scrolled. */
static void
scroll_to (Fixture *fixture,
           guint    block)
{
  fys_article_view_set_part (fixture->window->article_view, block, 0.0);
  window_fixture_wait (is_block_on_top, fixture);
}

static guint
get_block (Fixture *fixture)
{
  guint  block = 0;
  double part;

  g_assert_true (fys_article_view_get_part (fixture->window->article_view, &block, &part));
  return block;
}

static void
test_back_and_forward (Fixture      *fixture,
                       gconstpointer user_data)
{
  g_autoptr (GFile) first = write_article (fixture, "knae.md", "Knæ", "");
  g_autoptr (GFile) second = write_article (fixture, "hofte.md", "Hofte", "");
  FysDocument      *document;
  guint             block;
  g_auto (GStrv)    open_questions = NULL;

  g_assert_false (gtk_widget_get_visible (fixture->window->back_button));
  open_file (fixture, first, NULL);
  g_assert_false (gtk_widget_get_visible (fixture->window->back_button));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.unfold-all", NULL);
  scroll_to (fixture, 30);
  block = get_block (fixture);
  document = fixture->window->document;

  open_file (fixture, second, NULL);
  g_assert_cmpstr (get_title (fixture), ==, "Hofte");
  g_assert_true (gtk_widget_get_visible (fixture->window->back_button));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (fixture->window->back_button), ==, "Back to “Knæ”");
  g_assert_false (gtk_widget_get_sensitive (fixture->window->forward_button));

  /* At once: what was parsed is still there. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL);
  g_assert_null (fixture->window->loading);
  g_assert_cmpstr (get_title (fixture), ==, "Knæ");
  g_assert_true (fixture->window->document == document);
  window_fixture_wait (is_block_on_top, fixture);
  g_assert_cmpuint (get_block (fixture), ==, block);
  open_questions = fys_article_view_dup_open_questions (fixture->window->article_view);
  g_assert_cmpuint (g_strv_length (open_questions), ==, 2);
  g_assert_false (gtk_widget_get_sensitive (fixture->window->back_button));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (fixture->window->forward_button), ==, "Forward to “Hofte”");

  go (fixture, 1);
  g_assert_cmpstr (get_title (fixture), ==, "Hofte");
  go (fixture, 1); /* nothing is ahead */
  g_assert_cmpstr (get_title (fixture), ==, "Hofte");
}

static void
test_pages (Fixture      *fixture,
            gconstpointer user_data)
{
  g_autoptr (GFile) first = write_article (fixture, "knae.md", "Knæ", "");
  g_autoptr (GFile) second = write_article (fixture, "hofte.md", "Hofte", "");

  fys_window_go_start (fixture->window);
  fys_window_go_start (fixture->window); /* which is no other place */
  open_file (fixture, first, NULL);
  scroll_to (fixture, 30);
  fys_window_go_start (fixture->window);
  go (fixture, -1);
  g_assert_true (fys_window_shows_article (fixture->window));
  g_assert_true (is_block_on_top (fixture));
  go (fixture, -1);
  g_assert_true (fys_window_is_start_page (fixture->window));
  g_assert_null (fys_history_peek (fixture->window->history, -1));

  /* What was ahead is gone when something else is opened. */
  open_file (fixture, second, NULL);
  g_assert_null (fys_history_peek (fixture->window->history, 1));
  g_assert_cmpstr (fys_history_peek (fixture->window->history, -1)->page, ==, FYS_PAGE_START);

  /* From another page to the article behind it. */
  fys_window_go_start (fixture->window);
  open_file (fixture, second, NULL);
  g_assert_true (fys_window_shows_article (fixture->window));
  open_file (fixture, second, NULL); /* again, where it is shown already */
  go (fixture, -1);
  g_assert_true (fys_window_is_start_page (fixture->window));
}

static void
test_sections (Fixture      *fixture,
               gconstpointer user_data)
{
  g_autoptr (GFile) file = write_article (fixture, "knae.md", "Knæ", "");

  open_file (fixture, file, NULL);
  open_file (fixture, file, "afsnit-2");
  window_fixture_wait (is_block_on_top, fixture);
  go (fixture, -1);
  window_fixture_wait (is_settled, fixture->window);
  g_assert_cmpuint (get_block (fixture), ==, 0);
  go (fixture, 1);
  window_fixture_wait (is_block_on_top, fixture);
}

/* The file of an article that was left changed: it is read again, and the reader is where they were in the new text. */
static void
test_changed (Fixture      *fixture,
              gconstpointer user_data)
{
  g_autoptr (GFile)  first = write_article (fixture, "knae.md", "Knæ", "");
  g_autoptr (GFile)  second = write_article (fixture, "hofte.md", "Hofte", "");
  g_autoptr (GFile)  changed = NULL;
  FysHistoryPlace   *place;
  FysReadingPlace    before, after;
  FysDocument       *document;
  guint              block;
  double             part;

  open_file (fixture, first, NULL);
  scroll_to (fixture, 30);
  document = fixture->window->document;
  g_assert_true (fys_article_view_get_part (fixture->window->article_view, &block, &part));
  before = fys_reading_place_make (fys_document_get_article (document), block, 0.0, NULL);
  open_file (fixture, second, NULL);
  place = fys_history_peek (fixture->window->history, -1);
  g_assert_true (place->document == document);

  changed = write_article (fixture, "knae.md", "Knæ", "Nyt.\n\nOg mere nyt.\n\n");
  window_fixture_wait (is_null, &place->document);
  go (fixture, -1);
  g_assert_cmpstr (get_title (fixture), ==, "Knæ");
  window_fixture_wait (is_block_on_top, fixture);
  g_assert_true (fys_article_view_get_part (fixture->window->article_view, &block, &part));
  g_assert_cmpuint (block, ==, 32);
  after = fys_reading_place_make (fys_document_get_article (fixture->window->document), block, 0.0, NULL);
  g_assert_cmpstr (after.slug, ==, before.slug);
  fys_reading_place_clear (&before);
  fys_reading_place_clear (&after);
}

static void
test_removed (Fixture      *fixture,
              gconstpointer user_data)
{
  g_autoptr (GFile) first = write_article (fixture, "knae.md", "Knæ", "");
  g_autoptr (GFile) second = write_article (fixture, "hofte.md", "Hofte", "");
  FysHistoryPlace  *place;

  fys_window_go_start (fixture->window);
  open_file (fixture, first, NULL);
  open_file (fixture, second, NULL);
  place = fys_history_peek (fixture->window->history, -1);
  g_assert_true (g_file_delete (first, NULL, NULL));
  window_fixture_wait (is_null, &place->document);

  /* It says so, stays, and goes on to the place before it the next time. */
  go (fixture, -1);
  g_assert_cmpstr (get_title (fixture), ==, "Hofte");
  g_assert_true (g_file_equal (fys_window_get_file (fixture->window), second));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->window->stack), ==, FYS_PAGE_ARTICLE);
  go (fixture, -1);
  g_assert_true (fys_window_is_start_page (fixture->window));
}

/* An article that cannot be opened is no place where one has been. */
static void
test_failed (Fixture      *fixture,
             gconstpointer user_data)
{
  g_autoptr (GFile) first = write_article (fixture, "knae.md", "Knæ", "");
  g_autoptr (GFile) missing = g_file_get_child_for_display_name (first, "findes-ikke.md", NULL);

  fys_window_go_start (fixture->window);
  open_file (fixture, first, NULL);
  open_file (fixture, missing, NULL);
  g_assert_cmpstr (get_title (fixture), ==, "Knæ");
  g_assert_cmpstr (fys_history_peek (fixture->window->history, -1)->page, ==, FYS_PAGE_START);
  g_assert_null (fys_history_peek (fixture->window->history, 1));
}

static void
test_bounds (void)
{
  g_autoptr (FysHistory) history = fys_history_new ();

  g_assert_null (fys_history_get_current (history));
  g_assert_null (fys_history_peek (history, -1));
  for (guint i = 0; i < FYS_HISTORY_MAX_PLACES + 10; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);

      (void) fys_history_visit (history, name, NULL);
    }
  g_assert_nonnull (fys_history_peek (history, 1 - FYS_HISTORY_MAX_PLACES));
  g_assert_null (fys_history_peek (history, -FYS_HISTORY_MAX_PLACES));
  g_assert_null (fys_history_peek (history, G_MININT));
  fys_history_go (history, -3);
  g_assert_cmpstr (fys_history_get_current (history)->page, ==, "106");
  fys_history_drop (history, -1);
  g_assert_cmpstr (fys_history_get_current (history)->page, ==, "106");
  g_assert_cmpstr (fys_history_peek (history, -1)->page, ==, "104");
  fys_history_drop (history, 1);
  g_assert_cmpstr (fys_history_peek (history, 1)->page, ==, "108");
}

static void
test_documents (void)
{
  g_autoptr (FysHistory) history = fys_history_new ();
  FysHistoryPlace       *first = NULL;
  FysHistoryPlace       *last = NULL;

  for (guint i = 0; i <= FYS_HISTORY_MAX_DOCUMENTS; i++)
    {
      g_autoptr (FysDocument) document = window_fixture_document ("Tekst\n");
      FysHistoryPlace        *place = fys_history_visit (history, "article", NULL);

      fys_history_place_set_document (history, place, document);
      if (i == 0)
        first = place;
      last = place;
    }
  g_assert_null (first->document);
  g_assert_nonnull (last->document);
  g_signal_emit_by_name (last->document, "changed");
  g_assert_null (last->document);
}

static void
test_continues (Fixture      *fixture,
                gconstpointer user_data)
{
  g_autoptr (GFile)     file = write_article (fixture, "knae.md", "Knæ", "");
  const FysReadingItem *item;
  guint                 block;

  open_file (fixture, file, NULL);
  g_assert_cmpuint (get_block (fixture), ==, 0);
  scroll_to (fixture, 30);
  block = get_block (fixture);
  close_window (fixture);

  item = fys_reading_find (fixture->reading, "knae");
  g_assert_nonnull (item);
  g_assert_cmpstr (item->title, ==, "Knæ");
  g_assert_cmpstr (item->place.slug, ==, "afsnit-1");
  g_assert_cmpstr (item->section, ==, "Afsnit 1");
  g_assert_cmpfloat (item->progress, >, 0.3);
  g_assert_cmpfloat (item->progress, <, 0.7);

  open_window (fixture);
  open_file (fixture, file, NULL);
  window_fixture_wait (is_block_on_top, fixture);
  g_assert_cmpuint (get_block (fixture), ==, block);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.beginning", NULL);
  g_assert_cmpuint (get_block (fixture), ==, 0);
}

static gboolean
is_in_second_section (gpointer data)
{
  return fys_article_view_get_current_section (((Fixture *) data)->window->article_view) == 2;
}

/* Who asks for a section gets it, and who read to the end begins again. */
static void
test_begins (Fixture      *fixture,
             gconstpointer user_data)
{
  g_autoptr (GFile) file = write_article (fixture, "knae.md", "Knæ", "");
  FysReadingItem    item = { .key = "knae", .title = "Knæ", .place = { (char *) "afsnit-1", 0.5 }, .progress = 0.5 };

  fys_reading_remember (fixture->reading, &item);
  open_file (fixture, file, "afsnit-2");
  window_fixture_wait (is_in_second_section, fixture);
  close_window (fixture);

  item.progress = 1.0;
  fys_reading_remember (fixture->reading, &item);
  open_window (fixture);
  open_file (fixture, file, NULL);
  g_assert_cmpuint (get_block (fixture), ==, 0);
}

static gboolean
is_marked (gpointer data)
{
  return g_strcmp0 (gtk_widget_get_tooltip_text (((Fixture *) data)->window->bookmark_button), "Remove Bookmark from This Section") == 0;
}

static gboolean
is_not_marked (gpointer data)
{
  return !is_marked (data);
}

static void
test_bookmarks (Fixture      *fixture,
                gconstpointer user_data)
{
  g_autoptr (GFile)     file = write_article (fixture, "knae.md", "Knæ", "");
  g_autoptr (GPtrArray) list = NULL;
  const FysReadingItem *item;

  g_assert_false (gtk_widget_get_visible (fixture->window->bookmark_button));
  open_file (fixture, file, "afsnit-2");
  window_fixture_wait (is_in_second_section, fixture);
  g_assert_true (gtk_widget_get_visible (fixture->window->bookmark_button));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.bookmark", NULL);
  g_assert_true (is_marked (fixture));
  list = fys_reading_list_bookmarks (fixture->reading);
  g_assert_cmpuint (list->len, ==, 1);
  item = g_ptr_array_index (list, 0);
  g_assert_cmpstr (item->key, ==, "knae");
  g_assert_cmpstr (item->place.slug, ==, "afsnit-2");
  g_assert_cmpstr (item->section, ==, "Afsnit 2");

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.beginning", NULL);
  window_fixture_wait (is_not_marked, fixture);
  fys_window_show_fragment (fixture->window, "afsnit-2");
  window_fixture_wait (is_marked, fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.bookmark", NULL);
  g_assert_false (fys_reading_has_bookmark (fixture->reading, "knae", "afsnit-2"));
}

static gboolean
is_forgotten (gpointer data)
{
  return fys_reading_find (((Fixture *) data)->reading, "knae") == NULL;
}

/* An article that was read and is gone: it can be forgotten, and the page stays. */
static void
test_gone (Fixture      *fixture,
           gconstpointer user_data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "knae.md", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);
  FysReadingItem   item = { .key = "knae", .title = "Knæ", .section = "", .uri = uri, .version = "", .place = { (char *) "afsnit-1", 0.5 }, .progress = 0.5 };

  fys_window_go_start (fixture->window);
  fys_reading_remember (fixture->reading, &item);
  fys_reading_add_bookmark (fixture->reading, &item);
  for (guint i = 0; i < 2; i++)
    {
      fys_window_open (fixture->window, file, NULL);
      window_fixture_answer (i == 0 ? "_Keep It" : "_Remove from the List");
      g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->window->stack), ==, FYS_PAGE_START);
      g_assert_null (fixture->window->file);
      if (i == 0)
        g_assert_false (is_forgotten (fixture));
    }
  window_fixture_wait (is_forgotten, fixture);
  g_assert_false (fys_reading_has_bookmark (fixture->reading, "knae", "afsnit-1"));
}

/* Returns: whether a label in @widget says @text */
static gboolean
says (GtkWidget  *widget,
      const char *text)
{
  if (GTK_IS_LABEL (widget))
    return g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

static gboolean
is_head_there (gpointer data)
{
  return says (GTK_WIDGET (((Fixture *) data)->window->article_view), "Indledning.");
}

/* Whoever read another version of the text is told so, once they come back to it. */
static void
test_change_is_told (Fixture      *fixture,
                     gconstpointer user_data)
{
  g_autoptr (GFile) file = write_article (fixture, "knae.md", "Knæ", "");
  g_autoptr (GFile) changed = NULL;
  const gboolean    expected[] = { FALSE, FALSE, TRUE, FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      if (i == 2)
        changed = write_article (fixture, "knae.md", "Knæ", "Nyt.\n\n");
      open_file (fixture, file, NULL);
      window_fixture_wait (is_head_there, fixture);
      g_assert_cmpint (says (GTK_WIDGET (fixture->window->article_view), "Changed since you last read it"), ==, expected[i]);
      close_window (fixture);
      open_window (fixture);
    }
}

/* In a window that keeps nothing, nothing can be marked. */
static void
test_nothing_kept (Fixture      *fixture,
                   gconstpointer user_data)
{
  g_autoptr (GFile)     file = write_article (fixture, "knae.md", "Knæ", "");
  g_autoptr (GPtrArray) recent = NULL;

  fys_window_set_reading (fixture->window, NULL);
  open_file (fixture, file, NULL);
  scroll_to (fixture, 30);
  g_assert_false (gtk_widget_get_visible (fixture->window->bookmark_button));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.bookmark", NULL);
  fys_window_go_start (fixture->window);
  recent = fys_reading_list_recent (fixture->reading);
  g_assert_cmpuint (recent->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (fys_get_resource ());

#define ADD(path, function) g_test_add ("/window-history/" path, Fixture, NULL, set_up, function, tear_down)
  g_test_add_func ("/window-history/bounds", test_bounds);
  g_test_add_func ("/window-history/documents", test_documents);
  ADD ("back-and-forward", test_back_and_forward);
  ADD ("pages", test_pages);
  ADD ("sections", test_sections);
  ADD ("changed", test_changed);
  ADD ("removed", test_removed);
  ADD ("failed", test_failed);
  ADD ("continues", test_continues);
  ADD ("begins", test_begins);
  ADD ("bookmarks", test_bookmarks);
  ADD ("gone", test_gone);
  ADD ("change-is-told", test_change_is_told);
  ADD ("nothing-kept", test_nothing_kept);
#undef ADD

  return g_test_run ();
}
