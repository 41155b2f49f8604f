/* fys-compat-open-uri.c - opens an address in the program that the user chose for it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compat/fys-compat-open-uri.h"

static void
return_to (GTask   *task,
           gboolean is_opened,
           GError  *error)
{
  if (is_opened)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

#if GTK_CHECK_VERSION(4, 10, 0)

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError  *error = NULL;
  gboolean is_opened = gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error);

  return_to (task, is_opened, error);
}

static void
launch (GTask      *task,
        GtkWindow  *parent,
        const char *uri)
{
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);

  gtk_uri_launcher_launch (launcher, parent, NULL, launched_cb, g_object_ref (task));
}

#else

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError  *error = NULL;
  gboolean is_opened = gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error);

  return_to (task, is_opened, error);
}

static void
launch (GTask      *task,
        GtkWindow  *parent,
        const char *uri)
{
  gtk_show_uri_full (parent, uri, GDK_CURRENT_TIME, NULL, launched_cb, g_object_ref (task));
}

#endif

void
fys_compat_open_uri_async (GtkWindow          *parent,
                           const char         *uri,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (uri != NULL);

  task = g_task_new (parent, NULL, callback, user_data);
  g_task_set_source_tag (task, fys_compat_open_uri_async);
  launch (task, parent, uri);
}

gboolean
fys_compat_open_uri_finish (GAsyncResult *result,
                            GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, fys_compat_open_uri_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
