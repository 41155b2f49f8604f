/* fys-background.c - asks the desktop to start the program in the background when the user logs in
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/reminder/fys-background.h"

#define PORTAL_NAME       "org.freedesktop.portal.Desktop"
#define PORTAL_PATH       "/org/freedesktop/portal/desktop"
#define PORTAL_BACKGROUND "org.freedesktop.portal.Background"
#define PORTAL_REQUEST    "org.freedesktop.portal.Request"

/* Of the signal Response: 0 done, 1 the user said no, 2 ended in another way. */
#define RESPONSE_SUCCESS  0

G_DEFINE_QUARK (fys-background-error-quark, fys_background_error)

/** Request: data of the task */
typedef struct
{
  GDBusConnection *connection;
  gboolean         starts_at_login;
  GSource         *cancelled;       /* (nullable) */
  guint            subscription_id; /* 0 once it is over */
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->connection);
  g_free (request);
}

/* Answers once, whatever comes first. Takes the reference to the task that the request had. */
static void
end_request (GTask  *task,
             GError *error)
{
  Request *request = g_task_get_task_data (task);

  if (request->subscription_id == 0)
    {
      g_clear_error (&error);
      return;
    }
  g_dbus_connection_signal_unsubscribe (request->connection, request->subscription_id);
  request->subscription_id = 0;
  if (request->cancelled != NULL)
    g_source_destroy (request->cancelled);
  g_clear_pointer (&request->cancelled, g_source_unref);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

static void
response_cb (GDBusConnection *connection,
             const char      *sender,
             const char      *path,
             const char      *interface_name,
             const char      *signal,
             GVariant        *parameters,
             gpointer         user_data)
{
  GTask               *task = user_data;
  Request             *request = g_task_get_task_data (task);
  g_autoptr (GVariant) results = NULL;
  guint32              response;
  gboolean             is_granted = FALSE;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ua{sv})")))
    return;
  g_variant_get (parameters, "(u@a{sv})", &response, &results);
  g_variant_lookup (results, "autostart", "b", &is_granted);
  if (response == RESPONSE_SUCCESS && is_granted == request->starts_at_login)
    end_request (task, NULL);
  else
    end_request (task, g_error_new_literal (FYS_BACKGROUND_ERROR, FYS_BACKGROUND_ERROR_REFUSED, "the desktop does not allow it"));
}

static void
called_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask)    task = user_data;
  g_autoptr (GError)   error = NULL;
  g_autoptr (GVariant) handle = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (handle == NULL)
    end_request (task, g_error_new_literal (FYS_BACKGROUND_ERROR, FYS_BACKGROUND_ERROR_ABSENT, error->message));
}

static gboolean
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  end_request (user_data, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "nobody waits for the answer"));
  return G_SOURCE_REMOVE;
}

/* Returns: (transfer full): where the portal will answer, which it builds from the name on the bus and the token */
static char *
dup_request_path (GDBusConnection *connection,
                  const char      *token)
{
  g_autofree char *sender = g_strdelimit (g_strdup (g_dbus_connection_get_unique_name (connection) + 1), ".", '_');

  return g_strdup_printf ("%s/request/%s/%s", PORTAL_PATH, sender, token);
}

static GVariant *
options_new (const char *token,
             gboolean    starts_at_login,
             const char *reason)
{
  static const char *const command_line[] = { "fysbog", "--background", NULL };
  GVariantBuilder          options;

  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "handle_token", g_variant_new_string (token));
  g_variant_builder_add (&options, "{sv}", "reason", g_variant_new_string (reason));
  g_variant_builder_add (&options, "{sv}", "autostart", g_variant_new_boolean (starts_at_login));
  g_variant_builder_add (&options, "{sv}", "commandline", g_variant_new_strv (command_line, -1));
  g_variant_builder_add (&options, "{sv}", "dbus-activatable", g_variant_new_boolean (FALSE));
  return g_variant_builder_end (&options);
}

static void
watch_cancellable (GTask *task)
{
  GCancellable *cancellable = g_task_get_cancellable (task);
  Request      *request = g_task_get_task_data (task);

  if (cancellable == NULL)
    return;
  request->cancelled = g_cancellable_source_new (cancellable);
  g_source_set_callback (request->cancelled, G_SOURCE_FUNC (cancelled_cb), task, NULL);
  g_source_attach (request->cancelled, g_main_context_get_thread_default ());
}

void
fys_background_request_async (GDBusConnection     *connection,
                              gboolean             starts_at_login,
                              const char          *reason,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  g_autofree char  *token = NULL;
  g_autofree char  *path = NULL;
  Request          *request;

  g_task_set_source_tag (task, fys_background_request_async);
  if (connection == NULL || g_dbus_connection_get_unique_name (connection) == NULL)
    {
      g_task_return_new_error (task, FYS_BACKGROUND_ERROR, FYS_BACKGROUND_ERROR_ABSENT, "no session bus");
      return;
    }
  token = g_strdup_printf ("fysbog%u", g_random_int ());
  path = dup_request_path (connection, token);
  request = g_new0 (Request, 1);
  request->connection = g_object_ref (connection);
  request->starts_at_login = starts_at_login;
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  /* Before the call: the answer may come before its return. */
  request->subscription_id = g_dbus_connection_signal_subscribe (connection, PORTAL_NAME, PORTAL_REQUEST, "Response", path, NULL,
                                                                 G_DBUS_SIGNAL_FLAGS_NONE, response_cb, g_object_ref (task), NULL);
  g_dbus_connection_call (connection, PORTAL_NAME, PORTAL_PATH, PORTAL_BACKGROUND, "RequestBackground",
                          g_variant_new ("(s@a{sv})", "", options_new (token, starts_at_login, reason)), G_VARIANT_TYPE ("(o)"),
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, called_cb, g_object_ref (task));
  watch_cancellable (task);
}

gboolean
fys_background_request_finish (GAsyncResult *result,
                               GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, fys_background_request_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
