/* test-quit.c - the program is left while the journal has not answered yet, and nothing that was written is lost
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fake-notifications.h"
#include "ui/exercise/fys-exercise-pane-private.h"
#include "ui/exercise/fys-warning-memory.h"
#include "ui/window/fys-application.h"
#include "ui/window/fys-window-private.h"
#include "window-fixture.h"

#define ARTICLE "---\ntitle: Knæ\n---\n\n## Øvelser\n\n### Bro\n\nLig på ryggen, og løft bækkenet. Gentag 2 gange.\n"

static gint64
stopped_clock (gpointer user_data)
{
  return G_USEC_PER_SEC;
}

static void
do_exercise (FysExercisePane *pane)
{
  fys_exercise_pane_set_clock (pane, stopped_clock, NULL);
  fys_exercise_pane_open_exercise (pane, 0);
  g_signal_emit_by_name (fys_exercise_pane_get_page (pane), "confirmed");
  gtk_widget_activate_action (GTK_WIDGET (pane), "session.skip", NULL);
  while (fys_exercise_pane_is_session_active (pane))
    gtk_widget_activate_action (GTK_WIDGET (pane), "session.done", NULL);
}

/* All in one go: the main loop has no chance to hear what the journal answers before the end. */
static void
document_cb (FysWindow *window)
{
  FysDocument     *document = fys_window_get_document (window);
  FysExercisePane *pane;

  if (document == NULL)
    return;
  fys_warning_memory_mark_read (document);
  pane = fys_window_ensure_exercise_pane (window);
  do_exercise (pane);
  g_assert_nonnull (pane->record);
  fys_record_set_pain_after (pane->record, 3);
  fys_record_set_note (pane->record, "Let på venstre knæ");
  g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "quit", NULL);
}

static void
window_added_cb (GtkApplication *application,
                 GtkWindow      *window)
{
  g_signal_connect (window, "notify::document", G_CALLBACK (document_cb), NULL);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GPtrArray **entries = user_data;

  *entries = fys_journal_list_finish (FYS_JOURNAL (source), result, NULL);
}

/* By a journal and a main context of its own, so that nothing else goes on meanwhile. Returns: (transfer full) */
static GPtrArray *
list_entries (void)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autofree char         *path = fys_journal_dup_default_path ();
  g_autoptr (FysJournal)   journal = fys_journal_new (path);
  GPtrArray               *entries = NULL;

  g_main_context_push_thread_default (context);
  fys_journal_list_async (journal, NULL, listed_cb, &entries);
  while (entries == NULL)
    g_main_context_iteration (context, TRUE);
  g_main_context_pop_thread_default (context);
  return entries;
}

/* The end: what is not on the disk now is lost when the process ends. */
static void
shutdown_cb (GApplication *application,
             gboolean     *has_ended)
{
  g_autoptr (GPtrArray)  entries = list_entries ();
  const FysJournalEntry *entry;

  g_assert_cmpuint (entries->len, ==, 1);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpuint (entry->n_done, ==, 2);
  g_assert_cmpint (entry->pain_after, ==, 3);
  g_assert_cmpstr (entry->note, ==, "Let på venstre knæ");
  *has_ended = TRUE;
}

static void
test_note (void)
{
  g_autoptr (FysApplication) application = fys_application_new ();
  char                      *folder = window_fixture_folder ();
  g_autoptr (GFile)          file = window_fixture_write (folder, "knee.md", ARTICLE);
  g_autofree char           *path = g_file_get_path (file);
  char                      *arguments[] = { (char *) "fysbog", path };
  gboolean                   has_ended = FALSE;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  g_signal_connect_after (application, "shutdown", G_CALLBACK (shutdown_cb), &has_ended);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), G_N_ELEMENTS (arguments), arguments), ==, 0);
  g_assert_true (has_ended);
  window_fixture_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  FakeNotifications *notifications;
  int                status;

  gtk_test_init (&argc, &argv, NULL);
  notifications = fake_notifications_new (); /* of an exercise that nobody looks at */

  g_test_add_func ("/window/quit/note", test_note);
  status = g_test_run ();
  fake_notifications_free (notifications);
  return status;
}
