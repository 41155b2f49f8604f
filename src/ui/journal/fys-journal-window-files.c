/* fys-journal-window-files.c - export, import, print, and deleting everything
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-journal-window-private.h"

#include <glib/gi18n.h>

#include "compat/fys-compat-ask.h"
#include "compat/fys-compat-open-file.h"
#include "compat/fys-compat-save-file.h"
#include "core/journal/fys-journal-csv.h"
#include "fys-journal-print.h"
#include "fys-journal-words.h"

static gboolean
is_gone (FysJournalWindow *self)
{
  return g_cancellable_is_cancelled (self->cancellable);
}

/* Something that must be read, and not a toast that goes by itself. */
static void
tell (FysJournalWindow *self,
      const char       *heading,
      const GError     *error)
{
  const FysAnswer answer = { "close", _("_Close"), FYS_ANSWER_PLAIN };
  g_autofree char *text = fys_journal_dup_error (error);

  fys_compat_ask_async (GTK_WINDOW (self), heading, text, &answer, 1, "close", NULL, NULL);
}

static void
print_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  FysJournalWindow *self = FYS_JOURNAL_WINDOW (widget);
  g_autoptr (FysJournalDays) days = NULL;
  g_autofree char *heading = NULL;
  g_autoptr (GError) error = NULL;

  /* What is chosen there is what is printed, also from the calendar. */
  fys_journal_window_refresh_pain (self);
  days = fys_pain_page_dup_chosen (self->pain_page);
  heading = fys_pain_page_dup_heading (self->pain_page);
  if (days != NULL && !fys_journal_print (GTK_WINDOW (self), days, heading, &error))
    tell (self, _("The Journal Was Not Printed"), error);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (FysJournalWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_written = g_file_replace_contents_finish (G_FILE (source), result, NULL, &error);

  if (is_gone (self))
    return;
  if (is_written)
    {
      g_autofree char *name = g_file_get_basename (G_FILE (source));
      g_autofree char *shown = g_filename_display_name (name);
      /* Translators: the journal was written to the file of this name. */
      g_autofree char *text = g_strdup_printf (_("Exported as %s"), shown);

      fys_journal_window_toast (self, text);
    }
  else
    tell (self, _("The Journal Was Not Exported"), error);
}

static void
place_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  FysJournalWindow *self = FYS_JOURNAL_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = fys_compat_save_file_finish (result, &error);
  g_autoptr (GBytes) bytes = NULL;

  if (is_gone (self) || self->entries == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (file == NULL)
    {
      tell (self, _("The Journal Was Not Exported"), error);
      return;
    }
  bytes = fys_journal_csv_write (self->entries);
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, written_cb, g_object_ref (self));
}

static void
export_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  /* Translators: the name of a file; it ends with .csv. */
  fys_compat_save_file_async (GTK_WINDOW (widget), _("Export Journal"), _("exercise-journal.csv"), place_chosen_cb, NULL);
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (FysJournalWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gssize n = fys_journal_import_finish (FYS_JOURNAL (source), result, &error);
  g_autofree char *text = NULL;

  if (is_gone (self))
    return;
  if (n < 0)
    {
      tell (self, _("The Journal Was Not Imported"), error);
      return;
    }
  if (n == 0)
    text = g_strdup (_("Everything in the file was in the journal already"));
  else
    text = g_strdup_printf (ngettext ("%u exercise was added", "%u exercises were added", (guint) n), (guint) n);
  fys_journal_window_toast (self, text);
}

static void
read_file (GTask        *task,
           gpointer      source,
           gpointer      task_data,
           GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (task_data, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, &error);
  g_autoptr (GBytes) bytes = NULL;
  GPtrArray *entries = NULL;

  if (info != NULL && g_file_info_get_size (info) > FYS_JOURNAL_CSV_MAX_BYTES)
    g_set_error_literal (&error, FYS_JOURNAL_ERROR, FYS_JOURNAL_ERROR_INVALID, _("The file is too large for a journal"));
  else if (info != NULL)
    bytes = g_file_load_bytes (task_data, cancellable, NULL, &error);
  if (bytes != NULL)
    entries = fys_journal_csv_read (bytes, &error);
  if (entries != NULL)
    g_task_return_pointer (task, entries, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  FysJournalWindow *self = FYS_JOURNAL_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = g_task_propagate_pointer (G_TASK (result), &error);

  if (is_gone (self))
    return;
  if (entries == NULL)
    tell (self, _("The Journal Was Not Imported"), error);
  else
    fys_journal_import_async (self->journal, entries, NULL, imported_cb, g_object_ref (self));
}

static void
import_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  FysJournalWindow *self = FYS_JOURNAL_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = fys_compat_open_file_finish (result, &error);
  g_autoptr (GTask) task = NULL;

  if (is_gone (self) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (file == NULL)
    {
      tell (self, _("The Journal Was Not Imported"), error);
      return;
    }
  task = g_task_new (self, self->cancellable, read_cb, NULL);
  g_task_set_task_data (task, g_steal_pointer (&file), g_object_unref);
  g_task_run_in_thread (task, read_file);
}

static GListModel *
filters_new (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) journals = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (journals, _("Exported Journals"));
  gtk_file_filter_add_mime_type (journals, "text/csv");
  gtk_file_filter_add_pattern (journals, "*.csv");
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, journals);
  g_list_store_append (filters, all);
  return G_LIST_MODEL (filters);
}

static void
import_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  g_autoptr (GListModel) filters = filters_new ();

  fys_compat_open_file_async (GTK_WINDOW (widget), _("Import Journal"), filters, NULL, import_chosen_cb, NULL);
}

static void
all_deleted_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (FysJournalWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_deleted = fys_journal_delete_all_finish (FYS_JOURNAL (source), result, &error);

  if (is_gone (self))
    return;
  if (is_deleted)
    {
      fys_banner_hide (self->banner);
      fys_journal_window_toast (self, _("Everything in the journal is deleted and gone from the disk"));
    }
  else
    tell (self, _("Not Everything Is Deleted"), error);
  fys_journal_window_load (self); /* what is there now, in both cases */
}

static void
delete_answered_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  FysJournalWindow *self = FYS_JOURNAL_WINDOW (source);

  if (!g_str_equal (fys_compat_ask_finish (result), "delete") || is_gone (self))
    return;
  fys_journal_window_forget_deleted (self);
  fys_journal_delete_all_async (self->journal, NULL, all_deleted_cb, g_object_ref (self));
}

static void
delete_all_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  const FysAnswer answers[] = {
    { "keep", _("_Keep"), FYS_ANSWER_PLAIN },
    { "delete", _("_Delete Everything"), FYS_ANSWER_DESTRUCTIVE },
  };

  fys_compat_ask_async (GTK_WINDOW (widget), _("Delete the Whole Journal?"),
                        _("All exercises, all answers about pain and all notes are deleted from this computer. This cannot be undone. "
                          "If you may want them later, export the journal first."),
                        answers, G_N_ELEMENTS (answers), "keep", delete_answered_cb, NULL);
}

void
fys_journal_window_install_file_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "journal.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "journal.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "journal.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "journal.delete-all", NULL, delete_all_cb);
}
