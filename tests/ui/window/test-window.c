/* test-window.c - the window: what it shows, what can be done in it, what is wrong
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/exercise/fys-exercise-pane-private.h"
#include "ui/window/fys-window.h"

#include <glib/gstdio.h>

#include "fys-resources.h"
#include "ui/exercise/fys-exercise-pane-private.h"
#include "ui/window/fys-window-private.h"
#include "window-fixture.h"

#define ARTICLE                                                                                                                       \
  "---\ntitle: Knæ\nspecialty: iskias\n---\n\nIndledning\n\n## Årsager\n\nFørste\n\nAnden\n\n## Hvornår skal jeg søge hjælp?\n\nRing\n\n" \
  "## Øvelser\n\n### Stræk\n\nStå med den ene fod bagud, og læn dig frem. Hold 20–30 sekunder, og gentag 3 gange.\n\n## Ofte stillede spørgsmål\n\n### Må jeg gå?\n\nJa\n\n### Må jeg " \
  "løbe?\n\nNej\n"

#define CHANGED                                                                                                                      \
  "---\ntitle: Knæ\nspecialty: iskias\n---\n\nIndledning\n\nNyt\n\nNyt igen\n\n## Nyt afsnit\n\nNyt\n\n## Årsager\n\nFørste\n\nAnden\n\n" \
  "## Ofte stillede spørgsmål\n\n### Må jeg gå?\n\nJa\n\n### Må jeg løbe?\n\nNej\n"

typedef struct
{
  char      *folder;
  FysWindow *window;
} Fixture;

static gboolean
is_settled (gpointer window)
{
  return ((FysWindow *) window)->loading == NULL;
}

static gboolean
is_null (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

static gboolean
is_banner_shown (gpointer window)
{
  return fys_banner_get_text (((FysWindow *) window)->banner) != NULL;
}

static gboolean
is_laid_out (gpointer widget)
{
  return gtk_widget_get_height (widget) > 0;
}

static gboolean
are_panes_mapped (gpointer data)
{
  FysWindow *window = data;

  return gtk_widget_get_mapped (GTK_WIDGET (window->contents)) && gtk_widget_get_mapped (GTK_WIDGET (window->exercise_pane));
}

static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  fixture->folder = window_fixture_folder ();
  fixture->window = fys_window_new (NULL, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

/* Every window is gone after it was closed, with all that it held. */
static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  gpointer weak = fixture->window;

  g_object_add_weak_pointer (G_OBJECT (fixture->window), &weak);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  window_fixture_wait (is_null, &weak);
  window_fixture_remove (fixture->folder);
}

static void
open_text (Fixture    *fixture,
           const char *name,
           const char *markdown)
{
  g_autoptr (GFile) file = window_fixture_write (fixture->folder, name, markdown);

  fys_window_open (fixture->window, file, NULL);
  window_fixture_wait (is_settled, fixture->window);
}

static const char *
get_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (fixture->window->stack);
}

static void
activate (Fixture    *fixture,
          const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_open (Fixture      *fixture,
           gconstpointer user_data)
{
  g_autofree char *url = NULL;
  guint            n_documents = 0;

  g_signal_connect_swapped (fixture->window, "notify::document", G_CALLBACK (count_cb), &n_documents);
  open_text (fixture, "knae.md", ARTICLE);
  url = fys_window_dup_clinic_url (fixture->window);

  g_assert_cmpstr (get_page (fixture), ==, "article");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Knæ");
  g_assert_cmpuint (n_documents, ==, 1);
  g_assert_cmpstr (url, ==, "https://www.fysfinder.dk/find/fysioterapeut/danmark/iskias");
  g_assert_true (fys_split_is_pane_available (fixture->window->exercise_split));
  g_assert_null (fys_banner_get_text (fixture->window->banner));
}

static void
test_without_exercises (Fixture      *fixture,
                        gconstpointer user_data)
{
  open_text (fixture, "kort.md", "# Kort\n\nTekst\n");
  g_assert_false (fys_split_is_pane_available (fixture->window->exercise_split));
  g_assert_false (gtk_widget_get_visible (fixture->window->exercises_button));
}

static void
test_actions (Fixture      *fixture,
              gconstpointer user_data)
{
  FysWindow *window = fixture->window;

  activate (fixture, "win.find");
  g_assert_false (fys_find_bar_is_open (window->find_bar));
  g_assert_false (gtk_widget_get_sensitive (window->find_button));

  open_text (fixture, "knae.md", ARTICLE);
  activate (fixture, "win.find");
  g_assert_true (fys_find_bar_is_open (window->find_bar));
  activate (fixture, "win.find-toggle");
  g_assert_false (fys_find_bar_is_open (window->find_bar));

  fys_window_set_text_scale (window, 99);
  g_assert_cmpfloat (fys_article_view_get_text_scale (window->article_view), ==, 3.0);
  activate (fixture, "win.text-smaller");
  g_assert_cmpfloat (fys_article_view_get_text_scale (window->article_view), ==, 2.5);
  activate (fixture, "win.text-usual");
  g_assert_cmpfloat (fys_article_view_get_text_scale (window->article_view), ==, 1.0);
}

static void
test_find (Fixture      *fixture,
           gconstpointer user_data)
{
  FysFindBar *bar = fixture->window->find_bar;
  GtkWidget  *focus;

  open_text (fixture, "knae.md", ARTICLE);
  g_assert_true (gtk_widget_grab_focus (fixture->window->contents_button));
  activate (fixture, "win.find");
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (GTK_IS_EDITABLE (gtk_widget_get_parent (focus)));
  g_assert_cmpstr (fys_find_bar_get_status (bar), ==, "");

  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_parent (focus)), "må jeg");
  fys_find_bar_refresh (bar);
  g_assert_cmpstr (fys_find_bar_get_status (bar), ==, "1 of 2");
  fys_find_bar_step (bar, 1);
  g_assert_cmpstr (fys_find_bar_get_status (bar), ==, "2 of 2");
  fys_find_bar_step (bar, 1);
  g_assert_cmpstr (fys_find_bar_get_status (bar), ==, "1 of 2");
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_parent (focus)), "giraf");
  fys_find_bar_refresh (bar);
  g_assert_cmpstr (fys_find_bar_get_status (bar), ==, "Not found");

  fys_find_bar_set_open (bar, FALSE);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == fixture->window->contents_button);
}

static gboolean
is_focus_in (Fixture *fixture,
             gpointer widget)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* The arrows scroll at once; and whoever looks up the warning or finds something is not sent elsewhere. */
static void
test_focus (Fixture      *fixture,
            gconstpointer user_data)
{
  FysWindow  *window = fixture->window;
  FysFindBar *bar = window->find_bar;
  GtkWidget  *focus;

  open_text (fixture, "knae.md", ARTICLE);
  window_fixture_wait (is_laid_out, window->article_view);
  g_assert_true (is_focus_in (fixture, window->article_view));
  focus = gtk_root_get_focus (GTK_ROOT (window));

  activate (fixture, "win.find");
  g_assert_true (is_focus_in (fixture, bar));
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (window)), GTK_TYPE_SEARCH_ENTRY)), "ingenting");
  fys_find_bar_refresh (bar);
  fys_find_bar_set_open (bar, FALSE);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == focus);

  activate (fixture, "win.find");
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (window)), GTK_TYPE_SEARCH_ENTRY)), "Anden");
  fys_find_bar_refresh (bar);
  fys_find_bar_set_open (bar, FALSE);
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_true (GTK_IS_LABEL (focus));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (focus)), ==, "Anden");

  activate (fixture, "win.show-warning");
  g_assert_true (is_focus_in (fixture, window->exercise_pane));
  g_signal_emit_by_name (fys_exercise_pane_get_page (window->exercise_pane), "confirmed");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == focus);
}

/* Who closes a pane goes on reading, and the keys of the article work at once. */
static void
test_closed_pane (Fixture      *fixture,
                  gconstpointer user_data)
{
  FysWindow *window = fixture->window;

  open_text (fixture, "knae.md", ARTICLE);
  window_fixture_wait (is_laid_out, window->article_view);
  fys_split_set_docked_open (window->contents_split, TRUE);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (window->contents)));
  g_assert_true (is_focus_in (fixture, window->contents));
  fys_split_set_open (window->contents_split, FALSE);
  g_assert_true (is_focus_in (fixture, window->article_view));

  /* Who is elsewhere stays there. */
  fys_split_set_open (window->contents_split, TRUE);
  g_assert_true (gtk_widget_grab_focus (window->contents_button));
  fys_split_set_open (window->contents_split, FALSE);
  g_assert_true (is_focus_in (fixture, window->contents_button));
}

/* F6 goes round all that is in sight, and comes back. */
static void
test_parts (Fixture      *fixture,
            gconstpointer user_data)
{
  FysWindow *window = fixture->window;
  gpointer   parts[4];

  open_text (fixture, "knae.md", ARTICLE);
  fys_split_set_docked_open (window->contents_split, TRUE);
  fys_split_set_docked_open (window->exercise_split, TRUE);
  fys_window_ensure_exercise_pane (window);
  window_fixture_wait (are_panes_mapped, window);
  parts[0] = window->exercise_pane;
  parts[1] = window->header_bar;
  parts[2] = window->contents;
  parts[3] = window->article_view;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      activate (fixture, "win.next-part");
      g_assert_true (is_focus_in (fixture, parts[i]));
    }
  for (guint i = G_N_ELEMENTS (parts); i > 0; i--)
    {
      activate (fixture, "win.previous-part");
      g_assert_true (is_focus_in (fixture, parts[(i + 2) % G_N_ELEMENTS (parts)]));
    }

  fys_split_set_open (window->contents_split, FALSE);
  activate (fixture, "win.previous-part");
  g_assert_true (is_focus_in (fixture, window->header_bar));
}

static void
test_find_notifies_once (Fixture      *fixture,
                         gconstpointer user_data)
{
  guint n = 0;

  open_text (fixture, "knae.md", ARTICLE);
  g_signal_connect_swapped (fixture->window->find_bar, "notify::is-open", G_CALLBACK (count_cb), &n);
  fys_find_bar_set_open (fixture->window->find_bar, TRUE);
  fys_find_bar_set_open (fixture->window->find_bar, TRUE);
  g_assert_cmpuint (n, ==, 1);
  fys_find_bar_set_open (fixture->window->find_bar, FALSE);
  g_assert_cmpuint (n, ==, 2);
}

static void
test_error_page (Fixture      *fixture,
                 gconstpointer user_data)
{
  g_autoptr (GFile) missing = g_file_new_build_filename (fixture->folder, "væk & <b>.md", NULL);

  fys_window_open (fixture->window, missing, NULL);
  window_fixture_wait (is_settled, fixture->window);
  g_assert_cmpstr (get_page (fixture), ==, "error");
  g_assert_cmpstr (adw_status_page_get_title (fixture->window->error_page), ==, "“væk &amp; &lt;b&gt;.md” Cannot Be Opened");
  g_assert_cmpstr (adw_status_page_get_description (fixture->window->error_page), ==,
                   "The file is not there. It may have been moved or deleted.");

  /* There is a way on. */
  g_assert_true (g_file_set_contents (g_file_peek_path (missing), ARTICLE, -1, NULL));
  activate (fixture, "win.reload");
  window_fixture_wait (is_settled, fixture->window);
  g_assert_cmpstr (get_page (fixture), ==, "article");
}

/* An article that is shown stays when another one cannot be opened. */
static void
test_error_beside_article (Fixture      *fixture,
                           gconstpointer user_data)
{
  g_autoptr (GFile) missing = g_file_new_build_filename (fixture->folder, "missing.md", NULL);
  g_autofree char  *name = NULL;

  open_text (fixture, "knae.md", ARTICLE);
  fys_window_open (fixture->window, missing, NULL);
  window_fixture_wait (is_settled, fixture->window);
  g_assert_cmpstr (get_page (fixture), ==, "article");
  name = g_file_get_basename (fys_window_get_file (fixture->window));
  g_assert_cmpstr (name, ==, "knae.md");
}

static void
test_faults (Fixture      *fixture,
             gconstpointer user_data)
{
  const char *text;

  open_text (fixture, "fejl.md", "---\ntitle: [\n---\n\nTekst\n");
  text = fys_banner_get_text (fixture->window->banner);
  g_assert_cmpstr (get_page (fixture), ==, "article");
  g_assert_nonnull (text);
  g_assert_true (g_str_has_prefix (text, "fejl.md, line "));

  /* What only its author can use is not told to the reader. */
  open_text (fixture, "dato.md", "---\ntitle: Dato\nlastUpdated: 45/13/2025\n---\n\nTekst\n");
  g_assert_null (fys_banner_get_text (fixture->window->banner));

  open_text (fixture, "knae.md", ARTICLE);
  g_assert_null (fys_banner_get_text (fixture->window->banner));
}

static const char *
get_text_at_place (Fixture *fixture)
{
  FysDocument    *document = fys_window_get_document (fixture->window);
  FysPlace        place = fys_article_view_get_place (fixture->window->article_view);
  guint           n_blocks;
  const FysBlock *blocks = fys_article_get_blocks (fys_document_get_article (document), &n_blocks);

  g_assert_cmpuint (place.block, <, n_blocks);
  return blocks[place.block].text.text;
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

/* A file that changes on disk is shown anew at the same place, with the same answers open. */
static void
test_changed_file (Fixture      *fixture,
                   gconstpointer user_data)
{
  static const char *const open_questions[] = { "maa-jeg-loebe", NULL };
  Replacement              replacement = { fixture->window, NULL };
  g_auto (GStrv)           still_open = NULL;
  g_autoptr (GFile)        file = NULL;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 300);
  open_text (fixture, "knae.md", ARTICLE);
  fys_article_view_set_open_questions (fixture->window->article_view, open_questions);
  fys_article_view_set_place (fixture->window->article_view, (FysPlace) { 2, 0.0 });
  g_assert_cmpstr (get_text_at_place (fixture), ==, "Første");

  replacement.before = fys_window_get_document (fixture->window);
  file = window_fixture_write (fixture->folder, "knae.md", CHANGED);
  window_fixture_wait (is_replaced, &replacement);
  g_assert_cmpstr (get_text_at_place (fixture), ==, "Første");
  still_open = fys_article_view_dup_open_questions (fixture->window->article_view);
  g_assert_cmpstrv (still_open, open_questions);
}

static gboolean
is_banner_hidden (gpointer window)
{
  return !is_banner_shown (window);
}

static void
test_deleted_file (Fixture      *fixture,
                   gconstpointer user_data)
{
  g_autofree char  *path = g_build_filename (fixture->folder, "knae.md", NULL);
  g_autoptr (GFile) file = NULL;

  open_text (fixture, "knae.md", ARTICLE);
  g_assert_cmpint (g_remove (path), ==, 0);
  window_fixture_wait (is_banner_shown, fixture->window);
  g_assert_cmpstr (get_page (fixture), ==, "article");
  g_assert_true (g_str_has_prefix (fys_banner_get_text (fixture->window->banner), "“knae.md” was moved or deleted"));

  file = window_fixture_write (fixture->folder, "knae.md", ARTICLE);
  window_fixture_wait (is_banner_hidden, fixture->window);
}

static gboolean
is_second_shown (gpointer window)
{
  return g_strcmp0 (gtk_window_get_title (window), "To") == 0;
}

static void
test_link_to_article (Fixture      *fixture,
                      gconstpointer user_data)
{
  g_autoptr (GFile) second = window_fixture_write (fixture->folder, "to.md", "---\ntitle: To\n---\n\n## Afsnit\n\nTekst\n");

  open_text (fixture, "knae.md", ARTICLE);
  fys_window_follow_link (fixture->window, "to.md#afsnit");
  window_fixture_wait (is_second_shown, fixture->window);
  g_assert_true (g_file_equal (fys_window_get_file (fixture->window), second));
}

static gboolean
is_in_faq (gpointer window)
{
  guint section = fys_article_view_get_current_section (((FysWindow *) window)->article_view);

  return section == fys_article_find_section (fys_document_get_article (fys_window_get_document (window)), "aarsager");
}

static gboolean
do_contents_follow (gpointer window)
{
  FysWindow *self = window;

  return fys_contents_get_current_section (self->contents) == fys_article_view_get_current_section (self->article_view);
}

/* The link is followed by its worker, the view by its layout, the contents by the view. */
static void
test_link_to_section (Fixture      *fixture,
                      gconstpointer user_data)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 300);
  open_text (fixture, "knae.md", ARTICLE);
  fys_window_follow_link (fixture->window, "https://www.fysfinder.dk/ordbog/knae#aarsager");
  window_fixture_wait (is_in_faq, fixture->window);
  window_fixture_wait (do_contents_follow, fixture->window);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(int *) user_data = fys_window_ask_to_leave_finish (FYS_WINDOW (source), result);
}

static gboolean
is_answered (gpointer answer)
{
  return *(int *) answer >= 0;
}

/* Nobody is asked when there is nothing to lose. */
static void
test_leave_without_session (Fixture      *fixture,
                            gconstpointer user_data)
{
  int answer = -1;

  open_text (fixture, "knae.md", ARTICLE);
  fys_window_ask_to_leave_async (fixture->window, answered_cb, &answer);
  window_fixture_wait (is_answered, &answer);
  g_assert_cmpint (answer, ==, TRUE);
}

/* Returns: (transfer none) (nullable): a button by its label, underline included */
static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

/* A question is a window of its own or a part of its window, as the library has it. */
static gboolean
answer_question (gpointer label)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget  *button = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows) && button == NULL; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      button = find_button (window, label);
    }
  if (button != NULL)
    g_signal_emit_by_name (button, "clicked");
  return button != NULL;
}

static void
start_session (Fixture *fixture)
{
  open_text (fixture, "bro.md", "# Bro\n\n## Øvelser\n\n### Bro\n\nLig på ryggen, og løft hoften. Hold i 30 sekunder.\n");
  fys_window_open_exercise (fixture->window, 0);
  /* The warning, then the plan. */
  for (guint i = 0; i < 2; i++)
    g_signal_emit_by_name (fys_exercise_pane_get_page (fixture->window->exercise_pane), "confirmed");
  g_assert_true (fys_window_is_session_active (fixture->window));
}

static gboolean
is_counting (Fixture *fixture)
{
  return fys_session_runner_is_counting (fys_exercise_pane_get_runner (fixture->window->exercise_pane));
}

static int
leave_and_answer (Fixture    *fixture,
                  const char *label)
{
  int answer = -1;

  fys_window_ask_to_leave_async (fixture->window, answered_cb, &answer);
  g_assert_true (fys_window_is_session_active (fixture->window));
  g_assert_false (is_counting (fixture));
  window_fixture_wait (answer_question, (gpointer) label);
  window_fixture_wait (is_answered, &answer);
  return answer;
}

static void
test_leave_pauses (Fixture      *fixture,
                   gconstpointer user_data)
{
  start_session (fixture);
  g_assert_true (is_counting (fixture));
  g_assert_cmpint (leave_and_answer (fixture, "_Go On with It"), ==, FALSE);
  g_assert_true (is_counting (fixture));

  /* What the user paused stays so. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window->exercise_pane), "session.pause", NULL);
  g_assert_cmpint (leave_and_answer (fixture, "_Go On with It"), ==, FALSE);
  g_assert_false (is_counting (fixture));
  g_assert_cmpint (leave_and_answer (fixture, "_Stop Exercise"), ==, TRUE);
  g_assert_false (fys_window_is_session_active (fixture->window));
}

static gboolean
contains_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (contains_text (child))
      return TRUE;
  return FALSE;
}

/* Returns: how many buttons there are; each must have a name */
static guint
check_names (GtkWidget *widget)
{
  guint n = 0;

  if (!gtk_widget_get_visible (widget))
    return 0;
  if (GTK_IS_BUTTON (widget) && !GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget)))
    {
      gboolean is_named = gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL) ||
                          contains_text (widget);

      if (!is_named)
        g_printerr ("# without a name: %s in %s, tooltip “%s”\n", G_OBJECT_TYPE_NAME (widget),
                    G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)), gtk_widget_get_tooltip_text (widget));
      g_assert_true (is_named || gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) != NULL);
      n++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += check_names (child);
  return n;
}

static void
test_names (Fixture      *fixture,
            gconstpointer user_data)
{
  open_text (fixture, "knae.md", ARTICLE);
  activate (fixture, "win.find");
  g_assert_cmpuint (check_names (GTK_WIDGET (fixture->window)), >=, 12);
}

/* The start page has no panes and nothing to find in; the article stays behind it as it was. */
static void
test_start_page (Fixture      *fixture,
                 gconstpointer user_data)
{
  g_autoptr (GFile) file = NULL;
  FysDocument      *document;

  fys_window_go_start (fixture->window);
  g_assert_cmpstr (get_page (fixture), ==, FYS_PAGE_START);
  g_assert_false (fys_window_shows_article (fixture->window));
  g_assert_false (fys_split_is_pane_available (fixture->window->contents_split));
  g_assert_false (gtk_widget_get_visible (fixture->window->library_button));

  open_text (fixture, "knæ.md", ARTICLE);
  document = fys_window_get_document (fixture->window);
  g_assert_cmpstr (get_page (fixture), ==, FYS_PAGE_ARTICLE);
  g_assert_true (fys_split_is_pane_available (fixture->window->contents_split));
  g_assert_true (fys_split_is_pane_available (fixture->window->exercise_split));
  g_assert_true (gtk_widget_get_visible (fixture->window->library_button));
  activate (fixture, "win.find");
  g_assert_true (fys_find_bar_is_open (fixture->window->find_bar));

  activate (fixture, "win.start");
  g_assert_cmpstr (get_page (fixture), ==, FYS_PAGE_START);
  g_assert_true (fys_window_get_document (fixture->window) == document);
  g_assert_false (fys_split_is_pane_available (fixture->window->contents_split));
  g_assert_false (fys_split_is_pane_available (fixture->window->exercise_split));
  g_assert_false (fys_find_bar_is_open (fixture->window->find_bar));
  activate (fixture, "win.find");
  g_assert_false (fys_find_bar_is_open (fixture->window->find_bar));

  file = g_object_ref (fys_window_get_file (fixture->window));
  fys_window_open (fixture->window, file, NULL);
  g_assert_cmpstr (get_page (fixture), ==, FYS_PAGE_ARTICLE);
  window_fixture_wait (is_settled, fixture->window);
  g_assert_cmpstr (get_page (fixture), ==, FYS_PAGE_ARTICLE);
}

/* A file that changes while its article is out of sight does not come to the fore by it. */
static void
test_start_page_stays (Fixture      *fixture,
                       gconstpointer user_data)
{
  open_text (fixture, "knæ.md", ARTICLE);
  fys_window_go_start (fixture->window);
  activate (fixture, "win.reload");
  g_assert_null (fixture->window->loading);
  fys_window_reload (fixture->window);
  window_fixture_wait (is_settled, fixture->window);
  g_assert_cmpstr (get_page (fixture), ==, FYS_PAGE_START);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), !=, "Knæ");
}

static gboolean
is_action_row (GtkWidget  *widget,
               const char *title)
{
  return ADW_IS_ACTION_ROW (widget) && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0;
}

static gboolean
is_remark_shown (gpointer title)
{
  return window_fixture_find (is_action_row, title) != NULL;
}

static gboolean
is_remark_gone (gpointer title)
{
  return window_fixture_find (is_action_row, title) == NULL;
}

/* A remark leads to its place. */
static void
test_remarks (Fixture      *fixture,
              gconstpointer user_data)
{
  static const char   title[] = "The heading is empty";
  g_autoptr (GString) text = g_string_new ("---\ntitle: Knæ\n---\n");
  GtkWidget          *row;

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (text, "Afsnit %u\n\n", i);
  g_string_append (text, "#\n\n");
  for (guint i = 0; i < 100; i++)
    g_string_append_printf (text, "Mere %u\n\n", i);
  open_text (fixture, "knae.md", text->str);
  window_fixture_wait (is_laid_out, fixture->window->article_view);
  activate (fixture, "win.show-diagnostics");
  window_fixture_wait (is_remark_shown, (gpointer) title);
  row = window_fixture_find (is_action_row, title);
  g_assert_true (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));
  g_signal_emit_by_name (row, "activated");
  window_fixture_wait (is_remark_gone, (gpointer) title);
  g_assert_cmpuint (fys_article_view_get_place (fixture->window->article_view).block, ==, 100);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (fys_get_resource ());

#define ADD(path, function) g_test_add ("/window/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("open", test_open);
  ADD ("without-exercises", test_without_exercises);
  ADD ("actions", test_actions);
  ADD ("find", test_find);
  ADD ("focus", test_focus);
  ADD ("closed-pane", test_closed_pane);
  ADD ("parts", test_parts);
  ADD ("find-notifies-once", test_find_notifies_once);
  ADD ("error/page", test_error_page);
  ADD ("error/beside-article", test_error_beside_article);
  ADD ("faults", test_faults);
  ADD ("remarks", test_remarks);
  ADD ("file/changed", test_changed_file);
  ADD ("file/deleted", test_deleted_file);
  ADD ("link/article", test_link_to_article);
  ADD ("link/section", test_link_to_section);
  ADD ("leave", test_leave_without_session);
  ADD ("leave-pauses", test_leave_pauses);
  ADD ("start-page", test_start_page);
  ADD ("start-page-stays", test_start_page_stays);
  ADD ("names", test_names);
#undef ADD

  return g_test_run ();
}
