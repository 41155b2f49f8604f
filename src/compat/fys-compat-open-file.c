/* fys-compat-open-file.c - lets the user choose a file or a folder
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compat/fys-compat-open-file.h"

#if GTK_CHECK_VERSION(4, 10, 0)

/* @file: (transfer full) (nullable) */
static void
answer (GTask  *task,
        GFile  *file,
        GError *error)
{
  if (file != NULL)
    g_task_return_pointer (task, file, g_object_unref);
  else if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_FAILED))
    g_task_return_error (task, g_error_copy (error));
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", error->message);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask)  task = user_data;
  g_autoptr (GError) error = NULL;
  GFile             *file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  answer (task, file, error);
}

static void
folder_opened_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask)  task = user_data;
  g_autoptr (GError) error = NULL;
  GFile             *file = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, &error);

  answer (task, file, error);
}

static void
choose_folder (GTask      *task,
               GtkWindow  *parent,
               const char *title)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_select_folder (dialog, parent, NULL, folder_opened_cb, g_object_ref (task));
}

static void
choose (GTask      *task,
        GtkWindow  *parent,
        const char *title,
        GListModel *filters,
        GFile      *folder)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_set_initial_folder (dialog, folder);
  gtk_file_dialog_open (dialog, parent, NULL, opened_cb, g_object_ref (task));
}

#else

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             GTask           *task)
{
  if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (task, gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)), g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "no file was chosen");
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
  g_object_unref (task);
}

static void
show (GTask                *task,
      GtkFileChooserNative *dialog)
{
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), g_object_ref (task));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
choose (GTask      *task,
        GtkWindow  *parent,
        const char *title,
        GListModel *filters,
        GFile      *folder)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  guint                 n_filters = g_list_model_get_n_items (filters);

  for (guint i = 0; i < n_filters; i++)
    {
      g_autoptr (GtkFileFilter) filter = g_list_model_get_item (filters, i);

      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
      if (i == 0)
        gtk_file_chooser_set_filter (GTK_FILE_CHOOSER (dialog), filter);
    }
  /* A folder that cannot be shown is not worth a word: the chooser then begins elsewhere. */
  if (folder != NULL)
    (void) gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  show (task, dialog);
}

static void
choose_folder (GTask      *task,
               GtkWindow  *parent,
               const char *title)
{
  show (task, gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL, NULL));
}

#endif

void
fys_compat_open_folder_async (GtkWindow          *parent,
                              const char         *title,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  task = g_task_new (parent, NULL, callback, user_data);
  g_task_set_source_tag (task, fys_compat_open_folder_async);
  choose_folder (task, parent, title);
}

GFile *
fys_compat_open_folder_finish (GAsyncResult *result,
                               GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, fys_compat_open_folder_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
fys_compat_open_file_async (GtkWindow          *parent,
                            const char         *title,
                            GListModel         *filters,
                            GFile              *folder,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (G_IS_LIST_MODEL (filters));

  task = g_task_new (parent, NULL, callback, user_data);
  g_task_set_source_tag (task, fys_compat_open_file_async);
  choose (task, parent, title, filters, folder);
}

GFile *
fys_compat_open_file_finish (GAsyncResult *result,
                             GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, fys_compat_open_file_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
