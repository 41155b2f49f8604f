/* test-session.c - the window while an exercise runs: nothing ends it unasked, and what waited for its end comes after it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-resources.h"
#include "ui/article/fys-text-link.h"
#include "ui/exercise/fys-exercise-pane-private.h"
#include "ui/exercise/fys-warning-memory.h"
#include "ui/window/fys-window-private.h"
#include "window-fixture.h"

#define ARTICLE                                                                                            \
  "---\ntitle: Knæ\n---\n\n## Øvelser\n\n### Stræk\n\n"                                                    \
  "Stå med den ene fod bagud, og læn dig frem. Hold 20–30 sekunder, og gentag 3 gange.\n"
#define CHANGED ARTICLE "\nNyt\n"
#define WARNING ARTICLE "\n## Hvornår skal jeg søge hjælp?\n\nLæs [det andet](andet.md), hvis du er i tvivl.\n"

typedef struct
{
  char      *folder;
  GFile     *file;
  FysWindow *window; /* NULL once it is gone */
} Fixture;

static gint64
stopped_clock (gpointer user_data)
{
  return G_USEC_PER_SEC;
}

static gboolean
is_settled (gpointer window)
{
  return ((FysWindow *) window)->loading == NULL;
}

static gboolean
is_gone (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  fys_warning_memory_forget_all ();
  fixture->folder = window_fixture_folder ();
  fixture->file = window_fixture_write (fixture->folder, "knae.md", ARTICLE);
  fixture->window = fys_window_new (NULL, NULL);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fys_window_open (fixture->window, fixture->file, NULL);
  window_fixture_wait (is_settled, fixture->window);
  fys_exercise_pane_set_clock (fys_window_ensure_exercise_pane (fixture->window), stopped_clock, NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  window_fixture_wait (is_gone, &fixture->window);
  g_clear_object (&fixture->file);
  window_fixture_remove (fixture->folder);
}

/* By way of the page before it and, if there is one, the warning. */
static void
start_exercise (Fixture *fixture)
{
  FysExercisePane *pane = fys_window_ensure_exercise_pane (fixture->window);

  fys_window_open_exercise (fixture->window, 0);
  for (guint i = 0; i < 2 && !fys_window_is_session_active (fixture->window); i++)
    g_signal_emit_by_name (fys_exercise_pane_get_page (pane), "confirmed");
  g_assert_true (fys_window_is_session_active (fixture->window));
}

static gboolean
is_not_asking (gpointer window)
{
  return !((FysWindow *) window)->is_asking;
}

static void
test_close (Fixture      *fixture,
            gconstpointer user_data)
{
  start_exercise (fixture);
  gtk_window_close (GTK_WINDOW (fixture->window));
  window_fixture_answer ("_Go On with It");
  window_fixture_wait (is_not_asking, fixture->window);
  g_assert_true (fys_window_is_session_active (fixture->window));

  gtk_window_close (GTK_WINDOW (fixture->window));
  window_fixture_answer ("_Stop Exercise");
  window_fixture_wait (is_gone, &fixture->window);
}

static gboolean
is_other_shown (gpointer window)
{
  return g_strcmp0 (gtk_window_get_title (window), "Andet") == 0;
}

static void
test_open (Fixture      *fixture,
           gconstpointer user_data)
{
  g_autoptr (GFile) other = window_fixture_write (fixture->folder, "andet.md", "---\ntitle: Andet\n---\n\nTekst\n");

  start_exercise (fixture);
  fys_window_open (fixture->window, other, NULL);
  window_fixture_answer ("_Go On with It");
  window_fixture_wait (is_not_asking, fixture->window);
  g_assert_true (fys_window_is_session_active (fixture->window));
  g_assert_true (g_file_equal (fys_window_get_file (fixture->window), fixture->file));

  fys_window_open (fixture->window, other, NULL);
  window_fixture_answer ("_Stop Exercise");
  window_fixture_wait (is_other_shown, fixture->window);
  g_assert_false (fys_window_is_session_active (fixture->window));
}

static gboolean
is_first_shown (gpointer window)
{
  return g_strcmp0 (gtk_window_get_title (window), "Knæ") == 0;
}

/* Back is away, too. */
static void
test_back (Fixture      *fixture,
           gconstpointer user_data)
{
  g_autoptr (GFile) other = window_fixture_write (fixture->folder, "andet.md", "---\ntitle: Andet\n---\n\nTekst\n");

  fys_window_open (fixture->window, other, NULL);
  window_fixture_wait (is_other_shown, fixture->window);
  fys_window_open (fixture->window, fixture->file, NULL);
  window_fixture_wait (is_first_shown, fixture->window);
  start_exercise (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL);
  window_fixture_answer ("_Go On with It");
  window_fixture_wait (is_not_asking, fixture->window);
  g_assert_true (fys_window_is_session_active (fixture->window));
  g_assert_true (is_first_shown (fixture->window));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL);
  window_fixture_answer ("_Stop Exercise");
  window_fixture_wait (is_other_shown, fixture->window);
  g_assert_false (fys_window_is_session_active (fixture->window));
}

static gboolean
does_reload_wait (gpointer window)
{
  return ((FysWindow *) window)->reload_waits;
}

static FysTextLink *
find_link (GtkWidget *widget)
{
  FysTextLink *found = NULL;

  if (FYS_IS_TEXT_LINK (widget))
    return FYS_TEXT_LINK (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_link (child);
  return found;
}

static gboolean
has_warning (gpointer window)
{
  FysDocument *document = fys_window_get_document (window);

  return fys_article_find_section (fys_document_get_article (document), "hvornaar-skal-jeg-soege-hjaelp") != FYS_NONE;
}

/* The warning before an exercise is a part of the article that stands outside of its page. */
static void
test_link_in_warning (Fixture      *fixture,
                      gconstpointer user_data)
{
  g_autoptr (GFile) other = window_fixture_write (fixture->folder, "andet.md", "---\ntitle: Andet\n---\n\nTekst\n");
  g_autoptr (GFile) file = window_fixture_write (fixture->folder, "knae.md", WARNING);
  FysTextLink      *link;

  window_fixture_wait (has_warning, fixture->window);
  fys_window_show_warning (fixture->window);
  link = find_link (fys_exercise_pane_get_page (fys_window_ensure_exercise_pane (fixture->window)));
  g_assert_nonnull (link);
  fys_text_link_activate (link);
  window_fixture_wait (is_other_shown, fixture->window);
}

typedef struct
{
  FysWindow   *window;
  FysDocument *before;
} Replacement;

static gboolean
is_replaced (gpointer data)
{
  Replacement *replacement = data;

  return fys_window_get_document (replacement->window) != replacement->before;
}

static void
stop_exercise (Fixture *fixture)
{
  fys_exercise_pane_stop (fys_window_ensure_exercise_pane (fixture->window));
}

/* A file that is saved while somebody exercises is shown when that is over. */
static void
test_changed_file (Fixture      *fixture,
                   gconstpointer user_data)
{
  Replacement       replacement = { fixture->window, fys_window_get_document (fixture->window) };
  g_autoptr (GFile) file = NULL;

  start_exercise (fixture);
  file = window_fixture_write (fixture->folder, "knae.md", CHANGED);
  window_fixture_wait (does_reload_wait, fixture->window);
  g_assert_false (is_replaced (&replacement));
  g_assert_true (fys_window_is_session_active (fixture->window));

  stop_exercise (fixture);
  window_fixture_wait (is_replaced, &replacement);
}

/* The exercise was started after the file was saved and before it was read. */
static void
test_loaded_late (Fixture      *fixture,
                  gconstpointer user_data)
{
  Replacement replacement = { fixture->window, fys_window_get_document (fixture->window) };

  fys_window_reload (fixture->window);
  start_exercise (fixture);
  window_fixture_wait (is_settled, fixture->window);
  g_assert_false (is_replaced (&replacement));
  g_assert_true (fys_window_is_session_active (fixture->window));

  stop_exercise (fixture);
  window_fixture_wait (is_replaced, &replacement);
}

/* As above, with another article: that is a question again. */
static void
test_opened_late (Fixture      *fixture,
                  gconstpointer user_data)
{
  g_autoptr (GFile) other = window_fixture_write (fixture->folder, "andet.md", "---\ntitle: Andet\n---\n\nTekst\n");

  fys_window_open (fixture->window, other, NULL);
  start_exercise (fixture);
  window_fixture_answer ("_Go On with It");
  window_fixture_wait (is_not_asking, fixture->window);
  g_assert_true (fys_window_is_session_active (fixture->window));
  g_assert_true (g_file_equal (fys_window_get_file (fixture->window), fixture->file));
}

/* A window that is destroyed and not closed, as at the end of the desktop's session, begins nothing new. */
static void
test_destroyed (Fixture      *fixture,
                gconstpointer user_data)
{
  g_autoptr (GFile) file = NULL;

  start_exercise (fixture);
  file = window_fixture_write (fixture->folder, "knae.md", CHANGED);
  window_fixture_wait (does_reload_wait, fixture->window);
  g_object_ref (fixture->window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_null (fixture->window->loading);
  g_object_unref (fixture->window);
  window_fixture_wait (is_gone, &fixture->window);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (fys_get_resource ());

#define ADD(path, function) g_test_add ("/window/session/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("close", test_close);
  ADD ("open", test_open);
  ADD ("link-in-warning", test_link_in_warning);
  ADD ("changed-file", test_changed_file);
  ADD ("loaded-late", test_loaded_late);
  ADD ("back", test_back);
  ADD ("opened-late", test_opened_late);
  ADD ("destroyed", test_destroyed);
#undef ADD

  return g_test_run ();
}
