/* test-window.c - the window of the journal: what it shows, and what it says when something is wrong
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/journal/fys-journal-window-private.h"

#include <glib/gstdio.h>
#include <string.h>

#include "journal-ui-fixture.h"
#include "ui/journal/fys-date.h"

GResource *fys_get_resource (void);

typedef struct
{
  char             *folder;
  char             *path;
  FysJournal       *journal;
  FysJournalWindow *window;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->folder = journal_fixture_folder ();
  self->path = g_build_filename (self->folder, "journal.sqlite", NULL);
  self->journal = fys_journal_new (self->path);
}

static void
open_window (Fixture *self)
{
  self->window = fys_journal_window_new (NULL, self->journal);
  gtk_window_present (GTK_WINDOW (self->window));
}

static gboolean
is_gone (gpointer window)
{
  return *(gpointer *) window == NULL;
}

/* What is on its way in the journal holds the window until it has called back, and nothing longer than that. */
static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  gpointer window = self->window;

  g_object_add_weak_pointer (G_OBJECT (window), &window);
  gtk_window_destroy (GTK_WINDOW (self->window));
  journal_fixture_wait (is_gone, &window);
  g_clear_object (&self->journal);
  g_free (self->path);
  journal_fixture_remove (self->folder);
}

static void
add_entries (Fixture *self,
             guint    n)
{
  g_autoptr (GPtrArray) entries = journal_fixture_entries ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (entries, journal_fixture_entry (i, i % 2 == 0 ? "Squat" : "Bridge", 5, 4));
  journal_fixture_add (self->journal, entries);
}

static gboolean
is_page (Fixture    *self,
         const char *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->window->stack), name) == 0;
}

static gboolean
shows_empty (gpointer self)
{
  return is_page (self, "empty");
}

static gboolean
shows_error (gpointer self)
{
  return is_page (self, "error");
}

static gboolean
shows_three (gpointer self)
{
  return ((Fixture *) self)->window->entries != NULL && ((Fixture *) self)->window->entries->len == 3 && is_page (self, "views");
}

static gboolean
shows_two (gpointer self)
{
  return ((Fixture *) self)->window->entries != NULL && ((Fixture *) self)->window->entries->len == 2;
}

static gboolean
has_undo (gpointer self)
{
  return ((Fixture *) self)->window->undo_toast != NULL;
}

static gboolean
has_banner (gpointer self)
{
  return fys_banner_get_text (((Fixture *) self)->window->banner) != NULL;
}

static GtkWidget *
find_row (GtkWidget  *widget,
          const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_PREFERENCES_ROW (widget) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_row (child, title);
  return found;
}

/* An icon says nothing to whoever does not see it. */
static GtkWidget *
find_nameless (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && gtk_widget_get_ancestor (widget, GTK_TYPE_MENU_BUTTON) == NULL &&
      gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) == NULL)
    {
      const char *label = gtk_button_get_label (GTK_BUTTON (widget));

      if ((label == NULL || *label == '\0') && !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_nameless (child);
  return found;
}

static void
test_empty (Fixture      *self,
            gconstpointer data)
{
  open_window (self);
  journal_fixture_wait (shows_empty, self);
  g_assert_false (gtk_widget_get_visible (self->window->switcher));
}

static void
test_follows (Fixture      *self,
              gconstpointer data)
{
  open_window (self);
  journal_fixture_wait (shows_empty, self);
  add_entries (self, 3);
  journal_fixture_wait (shows_three, self);
  g_assert_true (gtk_widget_get_visible (self->window->switcher));
  fys_calendar_page_set_day (self->window->calendar_page, fys_day_from_unix (FIXTURE_START_S, 3600));
  g_assert_nonnull (find_row (GTK_WIDGET (self->window->calendar_page), "Squat"));
  fys_calendar_page_set_day (self->window->calendar_page, fys_day_from_unix (FIXTURE_START_S, 3600) + 1);
  g_assert_null (find_row (GTK_WIDGET (self->window->calendar_page), "Squat"));
  g_assert_nonnull (find_row (GTK_WIDGET (self->window->calendar_page), "Bridge"));
  g_assert_null (find_nameless (GTK_WIDGET (self->window->calendar_page)));
}

static void
test_delete_and_undo (Fixture      *self,
                      gconstpointer data)
{
  const FysJournalEntry *entry;
  gint64 id;

  add_entries (self, 3);
  open_window (self);
  journal_fixture_wait (shows_three, self);
  entry = g_ptr_array_index (self->window->entries, 1);
  id = entry->id;
  fys_journal_window_delete (self->window, entry);
  journal_fixture_wait (shows_two, self);
  journal_fixture_wait (has_undo, self);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "journal.undo-delete", NULL);
  journal_fixture_wait (shows_three, self);
  entry = g_ptr_array_index (self->window->entries, 1);
  g_assert_cmpstr (entry->exercise, ==, "Bridge");
  g_assert_cmpint (entry->pain_before, ==, 5);
  g_assert_cmpint (entry->id, !=, id);
  /* Once is enough. */
  gtk_widget_activate_action (GTK_WIDGET (self->window), "journal.undo-delete", NULL);
  fys_journal_flush (self->journal);
  journal_fixture_wait (shows_three, self);
}

static void
test_edit (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;

  add_entries (self, 3);
  open_window (self);
  journal_fixture_wait (shows_three, self);
  fys_journal_window_edit (self->window, g_ptr_array_index (self->window->entries, 0));
  g_assert_nonnull (self->window->form);
  g_assert_null (find_nameless (self->window->form));
  fys_record_set_note (self->window->record, "Changed");
  fys_record_save_now (self->window->record);
  entries = journal_fixture_list (self->journal);
  g_assert_cmpstr (((FysJournalEntry *) g_ptr_array_index (entries, 0))->note, ==, "Changed");
}

static gboolean
has_failed (gpointer self)
{
  return fys_record_get_state (((Fixture *) self)->window->record) == FYS_RECORD_FAILED;
}

/* What was written and could not be saved is there when the same entry is opened again, and only then. */
static void
test_edit_again (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (FysJournalEntry) entry = NULL;
  g_autoptr (FysJournalEntry) other = NULL;

  add_entries (self, 3);
  open_window (self);
  journal_fixture_wait (shows_three, self);
  entry = fys_journal_entry_copy (g_ptr_array_index (self->window->entries, 0));
  other = fys_journal_entry_copy (g_ptr_array_index (self->window->entries, 1));
  fys_journal_delete_async (self->journal, entry->id, NULL, NULL, NULL);
  fys_journal_window_edit (self->window, entry);
  fys_record_set_note (self->window->record, "Changed");
  fys_record_save_now (self->window->record);
  journal_fixture_wait (has_failed, self);
  fys_journal_window_edit (self->window, entry);
  g_assert_cmpstr (fys_record_get_note (self->window->record), ==, "Changed");
  fys_journal_window_edit (self->window, other);
  g_assert_cmpstr (fys_record_get_note (self->window->record), ==, other->note);
}

static void
test_error (Fixture      *self,
            gconstpointer data)
{
  g_assert_cmpint (g_mkdir (self->path, 0700), ==, 0);
  open_window (self);
  journal_fixture_wait (shows_error, self);
  g_assert_cmpuint (strlen (adw_status_page_get_description (self->window->error_page)), >, 0);
  g_assert_cmpint (g_rmdir (self->path), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "journal.retry", NULL);
  journal_fixture_wait (shows_empty, self);
}

/* What was shown is not shown any more, and nothing is waited for that does not come. */
static void
test_error_later (Fixture      *self,
                  gconstpointer data)
{
  add_entries (self, 3);
  open_window (self);
  journal_fixture_wait (shows_three, self);
  fys_journal_delete_all_async (self->journal, NULL, NULL, NULL);
  fys_journal_flush (self->journal);
  g_assert_cmpint (g_remove (self->path), ==, 0);
  g_assert_cmpint (g_mkdir (self->path, 0700), ==, 0);
  fys_journal_delete_all_async (self->journal, NULL, NULL, NULL); /* which closes what is open */
  fys_journal_window_load (self->window);
  journal_fixture_wait (shows_error, self);
  g_assert_null (self->window->entries);
  g_assert_cmpint (g_rmdir (self->path), ==, 0);
}

/* A damaged file is set aside, and the window says where it is now. */
static void
test_damaged (Fixture      *self,
              gconstpointer data)
{
  const char *text;

  g_assert_true (g_file_set_contents (self->path, "This is no journal at all. This is no journal at all.", -1, NULL));
  open_window (self);
  journal_fixture_wait (has_banner, self);
  text = fys_banner_get_text (self->window->banner);
  g_assert_nonnull (strstr (text, self->folder));
  g_assert_nonnull (strstr (text, "was not deleted"));
  journal_fixture_wait (shows_empty, self);
}

static void
test_pain_page (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (GPtrArray) entries = journal_fixture_entries ();
  g_autoptr (FysJournalDays) days = NULL;
  g_autoptr (FysJournalDays) chosen = NULL;
  g_autofree char *heading = NULL;
  GtkWidget *row;

  open_window (self);
  for (guint i = 0; i < 4; i++)
    g_ptr_array_add (entries, journal_fixture_entry (i, i % 2 == 0 ? "Squat" : "Bridge", i == 3 ? -1 : 5, -1));
  days = fys_journal_days_new (entries);
  fys_pain_page_set_days (self->window->pain_page, days);
  row = find_row (GTK_WIDGET (self->window->pain_page), "Period");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 3);
  chosen = fys_pain_page_dup_chosen (self->window->pain_page);
  g_assert_cmpuint (fys_journal_days_get_n (chosen), ==, 4);
  g_clear_pointer (&chosen, fys_journal_days_unref);

  /* All, all of the article, and then what was done last first. */
  row = find_row (GTK_WIDGET (self->window->pain_page), "Exercise");
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (ADW_COMBO_ROW (row))), ==, 4);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 2);
  heading = fys_pain_page_dup_heading (self->window->pain_page);
  g_assert_cmpstr (heading, ==, "Everything · Knee: Bridge");
  chosen = fys_pain_page_dup_chosen (self->window->pain_page);
  g_assert_cmpuint (fys_journal_days_get_n (chosen), ==, 2);

  /* The choice holds when the journal changes. */
  fys_pain_page_set_days (self->window->pain_page, days);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 2);
}

static void
add (const char *path,
     void        (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (fys_get_resource ());

  add ("/journal/window/empty", test_empty);
  add ("/journal/window/follows", test_follows);
  add ("/journal/window/delete-and-undo", test_delete_and_undo);
  add ("/journal/window/edit", test_edit);
  add ("/journal/window/edit-again", test_edit_again);
  add ("/journal/window/error", test_error);
  add ("/journal/window/error-later", test_error_later);
  add ("/journal/window/damaged", test_damaged);
  add ("/journal/window/pain-page", test_pain_page);
  return g_test_run ();
}
