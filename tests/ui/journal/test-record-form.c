/* test-record-form.c - from the end of a session into the journal: what the page says, and what it asks
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/exercise/fys-exercise-pane-private.h"

#include <glib/gstdio.h>
#include <string.h>

#include "journal-ui-fixture.h"
#include "ui/exercise/fys-warning-memory.h"
#include "ui/window/fys-settings.h"

#define S ((gint64) G_USEC_PER_SEC)

GResource *fys_get_resource (void);

static const char article[] = "# Knee\n\n## Exercises\n\n### Squat\n\nStand up. Repeat 2 times.\n\n### Bridge\n\nLift up. Repeat 3 times.\n";

typedef struct
{
  char            *folder;
  char            *obstacle;
  FysJournal      *journal;
  GSettings       *settings;
  GtkWidget       *window;
  FysExercisePane *pane;
  gint64           now_us;
  char            *failure; /* (nullable): what the pane told last */
} Fixture;

static gint64
fixture_clock (gpointer user_data)
{
  return ((Fixture *) user_data)->now_us;
}

static void
failed_cb (Fixture    *self,
           const char *text)
{
  g_free (self->failure);
  self->failure = g_strdup (text);
}

static void
set_up (Fixture      *self,
        gconstpointer fails)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (article, strlen (article));
  g_autoptr (FysArticle) parsed = fys_article_new_from_bytes (bytes, "knee.md");
  g_autoptr (FysDocument) document = fys_document_new (parsed, NULL);

  self->folder = journal_fixture_folder ();
  self->obstacle = g_build_filename (self->folder, "obstacle", NULL);
  if (fails != NULL)
    g_assert_true (g_file_set_contents (self->obstacle, "a file where a folder should be", -1, NULL));
  else
    g_assert_cmpint (g_mkdir (self->obstacle, 0700), ==, 0);
  path = g_build_filename (self->obstacle, "journal.sqlite", NULL);
  self->journal = fys_journal_new (path);
  self->settings = fys_settings_new ();
  g_settings_reset (self->settings, FYS_SETTINGS_KEEP_JOURNAL);
  g_settings_reset (self->settings, FYS_SETTINGS_ASK_PAIN);

  fys_warning_memory_forget_all ();
  fys_warning_memory_mark_read (document);
  self->now_us = 1000 * S;
  self->window = gtk_window_new ();
  gtk_window_set_title (GTK_WINDOW (self->window), "Exercises");
  self->pane = FYS_EXERCISE_PANE (fys_exercise_pane_new ());
  fys_exercise_pane_set_clock (self->pane, fixture_clock, self);
  fys_exercise_pane_set_journal (self->pane, self->journal, self->settings);
  fys_exercise_pane_set_document (self->pane, document);
  g_signal_connect_swapped (self->pane, "journal-failed", G_CALLBACK (failed_cb), self);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->pane));
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down (Fixture      *self,
           gconstpointer fails)
{
  gpointer pane = self->pane;

  g_object_add_weak_pointer (G_OBJECT (pane), &pane);
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (pane);
  fys_journal_flush (self->journal);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&self->journal);
  g_clear_object (&self->settings);
  if (g_file_test (self->obstacle, G_FILE_TEST_IS_DIR))
    journal_fixture_remove (g_steal_pointer (&self->obstacle));
  g_free (self->obstacle);
  journal_fixture_remove (self->folder);
  g_free (self->failure);
}

static GtkWidget *
find_shown (GtkWidget  *widget,
            GType       type,
            const char *text)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) &&
      (text == NULL || (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL) ||
       (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), text) == 0)))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_shown (child, type, text);
  return found;
}

static GtkWidget *
find_on_page (Fixture    *self,
              GType       type,
              const char *text)
{
  return find_shown (fys_exercise_pane_get_page (self->pane), type, text);
}

static gboolean
says_saved (gpointer self)
{
  return find_on_page (self, GTK_TYPE_LABEL, "Saved in the journal") != NULL;
}

static gboolean
says_failed (gpointer self)
{
  return find_on_page (self, GTK_TYPE_LABEL, "Not saved in the journal yet.") != NULL;
}

static gboolean
has_told (gpointer self)
{
  return ((Fixture *) self)->failure != NULL;
}

static void
activate (Fixture    *self,
          const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self->pane), action, NULL);
}

/* From the page of its figures: a bit for getting ready, and a second for each repetition. */
static void
do_exercise (Fixture *self)
{
  g_signal_emit_by_name (fys_exercise_pane_get_page (self->pane), "confirmed");
  activate (self, "session.skip");
  while (fys_exercise_pane_is_session_active (self->pane))
    {
      self->now_us += S;
      activate (self, "session.done");
    }
}

static void
test_asks_and_keeps (Fixture      *self,
                     gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;
  const FysJournalEntry *entry;
  FysPainScale *scale;

  fys_exercise_pane_open_exercise (self->pane, 0);
  scale = FYS_PAIN_SCALE (find_on_page (self, FYS_TYPE_PAIN_SCALE, NULL));
  g_assert_cmpint (fys_pain_scale_get_value (scale), ==, FYS_JOURNAL_PAIN_UNKNOWN);
  fys_pain_scale_set_value (scale, 6);

  /* One answer for the session, whichever exercise it is made of in the end. */
  fys_exercise_pane_open_exercise (self->pane, 1);
  scale = FYS_PAIN_SCALE (find_on_page (self, FYS_TYPE_PAIN_SCALE, NULL));
  g_assert_cmpint (fys_pain_scale_get_value (scale), ==, 6);
  fys_exercise_pane_open_exercise (self->pane, 0);
  do_exercise (self);

  /* Not before the journal has said so. */
  g_assert_false (says_saved (self));
  g_assert_nonnull (find_on_page (self, GTK_TYPE_LABEL, "Saving in the journal"));
  journal_fixture_wait (says_saved, self);
  fys_pain_scale_set_value (FYS_PAIN_SCALE (find_on_page (self, FYS_TYPE_PAIN_SCALE, NULL)), 4);
  g_assert_false (says_saved (self));
  journal_fixture_wait (says_saved, self);

  entries = journal_fixture_list (self->journal);
  g_assert_cmpuint (entries->len, ==, 1);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpstr (entry->exercise, ==, "Squat");
  g_assert_cmpstr (entry->article_title, ==, "Knee");
  g_assert_cmpint (entry->pain_before, ==, 6);
  g_assert_cmpint (entry->pain_after, ==, 4);
  g_assert_cmpuint (entry->n_planned, ==, 2);
  g_assert_cmpuint (entry->n_done, ==, 2);
  g_assert_cmpuint (entry->active_s, ==, 2);
  g_assert_cmpint (entry->started_unix_s, >, 0);

  /* How it is now is how it is before the next one, where it can be seen and changed. */
  g_signal_emit_by_name (fys_exercise_pane_get_page (self->pane), "next-clicked");
  scale = FYS_PAIN_SCALE (find_on_page (self, FYS_TYPE_PAIN_SCALE, NULL));
  g_assert_cmpint (fys_pain_scale_get_value (scale), ==, 4);
}

/* What was answered before the first time is not how it is before the second, and the knee is not the neck. */
static void
test_again (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (article, strlen (article));
  g_autoptr (FysArticle) parsed = fys_article_new_from_bytes (bytes, "neck.md");
  g_autoptr (FysDocument) neck = fys_document_new (parsed, NULL);
  int n_unknown = 0;

  fys_exercise_pane_open_exercise (self->pane, 0);
  fys_pain_scale_set_value (FYS_PAIN_SCALE (find_on_page (self, FYS_TYPE_PAIN_SCALE, NULL)), 3);
  do_exercise (self);
  g_signal_emit_by_name (fys_exercise_pane_get_page (self->pane), "again-clicked");
  while (fys_exercise_pane_is_session_active (self->pane))
    {
      self->now_us += S;
      activate (self, "session.done");
    }
  entries = journal_fixture_list (self->journal);
  g_assert_cmpuint (entries->len, ==, 2);
  for (guint i = 0; i < entries->len; i++)
    n_unknown += ((FysJournalEntry *) g_ptr_array_index (entries, i))->pain_before == FYS_JOURNAL_PAIN_UNKNOWN;
  g_assert_cmpint (n_unknown, ==, 1);

  g_signal_emit_by_name (fys_exercise_pane_get_page (self->pane), "close-clicked");
  fys_exercise_pane_open_exercise (self->pane, 0);
  fys_pain_scale_set_value (FYS_PAIN_SCALE (find_on_page (self, FYS_TYPE_PAIN_SCALE, NULL)), 3);
  fys_exercise_pane_set_document (self->pane, neck);
  fys_warning_memory_mark_read (neck);
  fys_exercise_pane_open_exercise (self->pane, 0);
  g_assert_cmpint (fys_pain_scale_get_value (FYS_PAIN_SCALE (find_on_page (self, FYS_TYPE_PAIN_SCALE, NULL))), ==, FYS_JOURNAL_PAIN_UNKNOWN);
}

/* The text of a note is saved when the page is left, though nobody waited. */
static void
test_note (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;
  GtkWidget *view;

  fys_exercise_pane_open_exercise (self->pane, 0);
  fys_pain_scale_set_value (FYS_PAIN_SCALE (find_on_page (self, FYS_TYPE_PAIN_SCALE, NULL)), 7);
  do_exercise (self);
  journal_fixture_wait (says_saved, self);
  view = find_on_page (self, GTK_TYPE_TEXT_VIEW, NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, "Note");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Left knee", -1);
  g_signal_emit_by_name (fys_exercise_pane_get_page (self->pane), "close-clicked");
  entries = journal_fixture_list (self->journal);

  /* Later it may be another pain. */
  fys_exercise_pane_open_exercise (self->pane, 1);
  g_assert_cmpint (fys_pain_scale_get_value (FYS_PAIN_SCALE (find_on_page (self, FYS_TYPE_PAIN_SCALE, NULL))), ==, FYS_JOURNAL_PAIN_UNKNOWN);
  g_assert_cmpstr (((FysJournalEntry *) g_ptr_array_index (entries, 0))->note, ==, "Left knee");
}

static void
test_turned_off (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;

  /* Kept, but not asked. */
  g_settings_set_boolean (self->settings, FYS_SETTINGS_ASK_PAIN, FALSE);
  fys_exercise_pane_open_exercise (self->pane, 0);
  g_assert_null (find_on_page (self, FYS_TYPE_PAIN_SCALE, NULL));
  do_exercise (self);
  g_assert_null (find_on_page (self, FYS_TYPE_PAIN_SCALE, NULL));
  journal_fixture_wait (says_saved, self);

  /* Not kept. */
  g_settings_set_boolean (self->settings, FYS_SETTINGS_KEEP_JOURNAL, FALSE);
  g_settings_set_boolean (self->settings, FYS_SETTINGS_ASK_PAIN, TRUE);
  fys_exercise_pane_open_exercise (self->pane, 1);
  g_assert_null (find_on_page (self, FYS_TYPE_PAIN_SCALE, NULL));
  do_exercise (self);
  g_assert_null (find_on_page (self, FYS_TYPE_RECORD_FORM, NULL));

  /* There is no journal. */
  g_settings_set_boolean (self->settings, FYS_SETTINGS_KEEP_JOURNAL, TRUE);
  fys_exercise_pane_set_journal (self->pane, NULL, NULL);
  fys_exercise_pane_open_exercise (self->pane, 1);
  g_assert_null (find_on_page (self, FYS_TYPE_PAIN_SCALE, NULL));
  do_exercise (self);
  g_assert_null (find_on_page (self, FYS_TYPE_RECORD_FORM, NULL));

  entries = journal_fixture_list (self->journal);
  g_assert_cmpuint (entries->len, ==, 1);
}

/* Stopped early with something done is kept; with nothing done it is not. */
static void
test_stopped (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;

  fys_exercise_pane_open_exercise (self->pane, 0);
  g_signal_emit_by_name (fys_exercise_pane_get_page (self->pane), "confirmed");
  fys_exercise_pane_stop (self->pane);
  fys_exercise_pane_open_exercise (self->pane, 0);
  g_signal_emit_by_name (fys_exercise_pane_get_page (self->pane), "confirmed");
  activate (self, "session.skip");
  self->now_us += S;
  activate (self, "session.done");
  fys_exercise_pane_stop (self->pane);

  entries = journal_fixture_list (self->journal);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpuint (((FysJournalEntry *) g_ptr_array_index (entries, 0))->n_done, ==, 1);
}

static void
test_program (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;

  g_signal_emit_by_name (fys_exercise_pane_get_page (self->pane), "program-clicked");
  fys_pain_scale_set_value (FYS_PAIN_SCALE (find_on_page (self, FYS_TYPE_PAIN_SCALE, NULL)), 2);
  g_signal_emit_by_name (fys_exercise_pane_get_page (self->pane), "start-clicked");
  while (fys_exercise_pane_is_session_active (self->pane))
    {
      self->now_us += S;
      activate (self, "session.done");
    }
  journal_fixture_wait (says_saved, self);

  entries = journal_fixture_list (self->journal);
  g_assert_cmpuint (entries->len, ==, 2);
  for (guint i = 0; i < entries->len; i++)
    g_assert_cmpint (((FysJournalEntry *) g_ptr_array_index (entries, i))->pain_before, ==, 2);
}

static void
test_failure (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;
  gboolean is_announced;

  fys_exercise_pane_open_exercise (self->pane, 0);
  do_exercise (self);
  journal_fixture_wait (says_failed, self);
  g_assert_null (self->failure); /* the page says it */
  is_announced = gtk_test_accessible_has_property (GTK_ACCESSIBLE (self->window), GTK_ACCESSIBLE_PROPERTY_LABEL);
  fys_pain_scale_set_value (FYS_PAIN_SCALE (find_on_page (self, FYS_TYPE_PAIN_SCALE, NULL)), 8);
  journal_fixture_wait (says_failed, self);
  g_assert_false (says_saved (self));

  g_assert_cmpint (g_remove (self->obstacle), ==, 0);
  g_assert_cmpint (g_mkdir (self->obstacle, 0700), ==, 0);
  g_signal_emit_by_name (find_on_page (self, GTK_TYPE_BUTTON, "Try Again"), "clicked");
  journal_fixture_wait (says_saved, self);
  /* Where it was said by the name of the window, that has its own again. */
  if (is_announced)
    gtk_test_accessible_assert_property (GTK_ACCESSIBLE (self->window), GTK_ACCESSIBLE_PROPERTY_LABEL, "Exercises");
  entries = journal_fixture_list (self->journal);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpint (((FysJournalEntry *) g_ptr_array_index (entries, 0))->pain_after, ==, 8);
}

/* Whoever has left the page is told, and what failed comes into the journal with the next one that does not. */
static void
test_later (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;

  fys_exercise_pane_open_exercise (self->pane, 0);
  do_exercise (self);
  g_signal_emit_by_name (fys_exercise_pane_get_page (self->pane), "close-clicked");
  journal_fixture_wait (has_told, self);

  g_assert_cmpint (g_remove (self->obstacle), ==, 0);
  g_assert_cmpint (g_mkdir (self->obstacle, 0700), ==, 0);
  fys_exercise_pane_open_exercise (self->pane, 1);
  do_exercise (self);
  journal_fixture_wait (says_saved, self);
  for (guint i = 0; i < 2; i++) /* the retry was asked for when the other was saved */
    {
      g_clear_pointer (&entries, g_ptr_array_unref);
      entries = journal_fixture_list (self->journal);
    }
  g_assert_cmpuint (entries->len, ==, 2);
}

static gboolean
is_gone (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

/* What failed and was not tried since is tried when the window is closed. */
static void
test_closed (Fixture      *self,
             gconstpointer data)
{
  gpointer pane = self->pane;
  g_autoptr (GPtrArray) entries = NULL;

  fys_exercise_pane_open_exercise (self->pane, 0);
  do_exercise (self);
  g_signal_emit_by_name (fys_exercise_pane_get_page (self->pane), "close-clicked");
  journal_fixture_wait (has_told, self);
  fys_exercise_pane_open_exercise (self->pane, 1);
  g_signal_emit_by_name (fys_exercise_pane_get_page (self->pane), "confirmed");
  g_clear_pointer (&self->failure, g_free);
  fys_exercise_pane_stop (self->pane); /* without anything done: only the first one is tried again, and waits */
  journal_fixture_wait (has_told, self);

  g_assert_cmpint (g_remove (self->obstacle), ==, 0);
  g_assert_cmpint (g_mkdir (self->obstacle, 0700), ==, 0);
  g_object_add_weak_pointer (G_OBJECT (pane), &pane);
  self->pane = FYS_EXERCISE_PANE (fys_exercise_pane_new ());
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->pane));
  journal_fixture_wait (is_gone, &pane);
  entries = journal_fixture_list (self->journal);
  g_assert_cmpuint (entries->len, ==, 1);
}

static void
add (const char *path,
     gboolean    fails,
     void        (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, GINT_TO_POINTER (fails), set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (fys_get_resource ());

  add ("/journal/record-form/asks-and-keeps", FALSE, test_asks_and_keeps);
  add ("/journal/record-form/note", FALSE, test_note);
  add ("/journal/record-form/again", FALSE, test_again);
  add ("/journal/record-form/turned-off", FALSE, test_turned_off);
  add ("/journal/record-form/stopped", FALSE, test_stopped);
  add ("/journal/record-form/program", FALSE, test_program);
  add ("/journal/record-form/failure", TRUE, test_failure);
  add ("/journal/record-form/later", TRUE, test_later);
  add ("/journal/record-form/closed", TRUE, test_closed);
  return g_test_run ();
}
