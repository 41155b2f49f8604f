/* fake-desktop.c - the parts of a desktop that show notifications and start programs in the background
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fake-desktop.h"

#define NOTIFICATIONS_NAME "org.gtk.Notifications"
#define NOTIFICATIONS_PATH "/org/gtk/Notifications"
#define PORTAL_NAME        "org.freedesktop.portal.Desktop"
#define PORTAL_PATH        "/org/freedesktop/portal/desktop"

struct _FakeDesktop
{
  GThread       *thread;
  GMainLoop     *loop;          /* of the thread */
  gboolean       has_portal;

  GMutex         mutex;         /* for what follows */
  GCond          ready;
  gboolean       is_ready;
  FakePortalMood mood;
  GVariant      *options;       /* (nullable) */
  GHashTable    *notifications; /* id → GVariant */
  guint          n_shown;
};

static const char interface_xml[] =
    "<node><interface name='" NOTIFICATIONS_NAME "'>"
    "<method name='AddNotification'>"
    "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>"
    "</method>"
    "<method name='RemoveNotification'><arg type='s' direction='in'/><arg type='s' direction='in'/></method>"
    "</interface>"
    "<interface name='org.freedesktop.portal.Background'>"
    "<method name='RequestBackground'>"
    "<arg type='s' direction='in'/><arg type='a{sv}' direction='in'/><arg type='o' direction='out'/>"
    "</method>"
    "</interface></node>";

static void
add_notification (FakeDesktop *self,
                  GVariant    *parameters)
{
  const char *application_id;
  char       *id;
  GVariant   *notification;

  g_variant_get (parameters, "(&ss@a{sv})", &application_id, &id, &notification);
  g_assert_cmpstr (application_id, ==, APP_ID);
  g_hash_table_replace (self->notifications, id, notification);
  self->n_shown++;
}

static void
remove_notification (FakeDesktop *self,
                     GVariant    *parameters)
{
  const char *application_id;
  const char *id;

  g_variant_get (parameters, "(&s&s)", &application_id, &id);
  g_hash_table_remove (self->notifications, id);
}

/* As the portal does it: the answer comes from an object whose path is made of the name on the bus and the token. */
static void
answer (FakeDesktop           *self,
        GDBusMethodInvocation *invocation,
        const char            *path)
{
  g_autoptr (GError) error = NULL;
  GVariantBuilder    results;
  gboolean           wanted = FALSE;
  guint32            response = self->mood == FAKE_PORTAL_REFUSES ? 1 : 0;

  g_variant_lookup (self->options, "autostart", "b", &wanted);
  g_variant_builder_init (&results, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&results, "{sv}", "background", g_variant_new_boolean (TRUE));
  g_variant_builder_add (&results, "{sv}", "autostart", g_variant_new_boolean (wanted && self->mood == FAKE_PORTAL_GRANTS));
  g_dbus_connection_emit_signal (g_dbus_method_invocation_get_connection (invocation), g_dbus_method_invocation_get_sender (invocation), path,
                                 "org.freedesktop.portal.Request", "Response", g_variant_new ("(ua{sv})", response, &results), &error);
  g_assert_no_error (error);
}

static void
request_background (FakeDesktop           *self,
                    GVariant              *parameters,
                    GDBusMethodInvocation *invocation)
{
  const char      *parent;
  const char      *token = NULL;
  g_autofree char *sender = g_strdelimit (g_strdup (g_dbus_method_invocation_get_sender (invocation) + 1), ".", '_');
  g_autofree char *path = NULL;

  g_clear_pointer (&self->options, g_variant_unref);
  g_variant_get (parameters, "(&s@a{sv})", &parent, &self->options);
  if (self->mood == FAKE_PORTAL_FAILS)
    {
      g_dbus_method_invocation_return_error (invocation, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "not here");
      return;
    }
  g_assert_true (g_variant_lookup (self->options, "handle_token", "&s", &token));
  path = g_strdup_printf (PORTAL_PATH "/request/%s/%s", sender, token);
  answer (self, invocation, path);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", path));
}

static void
method_called_cb (GDBusConnection       *connection,
                  const char            *sender,
                  const char            *object_path,
                  const char            *interface_name,
                  const char            *method_name,
                  GVariant              *parameters,
                  GDBusMethodInvocation *invocation,
                  gpointer               user_data)
{
  FakeDesktop *self = user_data;

  g_mutex_lock (&self->mutex);
  if (g_str_equal (method_name, "RequestBackground"))
    request_background (self, parameters, invocation);
  else
    {
      if (g_str_equal (method_name, "AddNotification"))
        add_notification (self, parameters);
      else
        remove_notification (self, parameters);
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
  g_mutex_unlock (&self->mutex);
}

/* Not the connection that the program has, which must find another one behind the name. */
static GDBusConnection *
connect_to_bus (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, &error);
  GDBusConnection   *connection;

  g_assert_no_error (error);
  connection = g_dbus_connection_new_for_address_sync (
      address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, &error);
  g_assert_no_error (error);
  return connection;
}

static void
own_name (GDBusConnection *connection,
          const char      *name)
{
  g_autoptr (GError)   error = NULL;
  g_autoptr (GVariant) reply = NULL;
  guint                result;

  reply = g_dbus_connection_call_sync (connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
                                       g_variant_new ("(su)", name, 0), G_VARIANT_TYPE ("(u)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  g_variant_get (reply, "(u)", &result);
  g_assert_cmpuint (result, ==, 1); /* the primary owner: nobody else has it */
}

static void
register_object (FakeDesktop        *self,
                 GDBusConnection    *connection,
                 const char         *path,
                 GDBusInterfaceInfo *interface)
{
  static const GDBusInterfaceVTable methods = { .method_call = method_called_cb };
  g_autoptr (GError)                error = NULL;

  g_dbus_connection_register_object (connection, path, interface, &methods, self, NULL, &error);
  g_assert_no_error (error);
}

static gpointer
serve (gpointer data)
{
  FakeDesktop                *self = data;
  GMainContext               *context = g_main_loop_get_context (self->loop);
  g_autoptr (GError)          error = NULL;
  g_autoptr (GDBusNodeInfo)   node = g_dbus_node_info_new_for_xml (interface_xml, &error);
  g_autoptr (GDBusConnection) connection = NULL;

  g_assert_no_error (error);
  g_main_context_push_thread_default (context);
  connection = connect_to_bus ();
  register_object (self, connection, NOTIFICATIONS_PATH, node->interfaces[0]);
  own_name (connection, NOTIFICATIONS_NAME);
  if (self->has_portal)
    {
      register_object (self, connection, PORTAL_PATH, node->interfaces[1]);
      own_name (connection, PORTAL_NAME);
    }

  g_mutex_lock (&self->mutex);
  self->is_ready = TRUE;
  g_cond_signal (&self->ready);
  g_mutex_unlock (&self->mutex);
  g_main_loop_run (self->loop);

  g_dbus_connection_close_sync (connection, NULL, &error);
  g_assert_no_error (error);
  g_main_context_pop_thread_default (context);
  return NULL;
}

FakeDesktop *
fake_desktop_new (gboolean has_portal)
{
  FakeDesktop             *self = g_new0 (FakeDesktop, 1);
  g_autoptr (GMainContext) context = g_main_context_new ();

  g_mutex_init (&self->mutex);
  g_cond_init (&self->ready);
  self->has_portal = has_portal;
  self->notifications = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_variant_unref);
  self->loop = g_main_loop_new (context, FALSE);
  self->thread = g_thread_new ("desktop", serve, self);

  g_mutex_lock (&self->mutex);
  while (!self->is_ready)
    g_cond_wait (&self->ready, &self->mutex);
  g_mutex_unlock (&self->mutex);
  return self;
}

static gboolean
quit_cb (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

void
fake_desktop_free (FakeDesktop *self)
{
  /* From within the loop: one that does not run yet would not hear of it. */
  g_main_context_invoke (g_main_loop_get_context (self->loop), quit_cb, self->loop);
  g_thread_join (self->thread);
  g_main_loop_unref (self->loop);
  g_hash_table_unref (self->notifications);
  g_clear_pointer (&self->options, g_variant_unref);
  g_cond_clear (&self->ready);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

void
fake_desktop_set_mood (FakeDesktop   *self,
                       FakePortalMood mood)
{
  g_mutex_lock (&self->mutex);
  self->mood = mood;
  g_mutex_unlock (&self->mutex);
}

void
fake_desktop_forget (FakeDesktop *self)
{
  g_mutex_lock (&self->mutex);
  g_hash_table_remove_all (self->notifications);
  g_clear_pointer (&self->options, g_variant_unref);
  self->n_shown = 0;
  g_mutex_unlock (&self->mutex);
}

GVariant *
fake_desktop_dup_options (FakeDesktop *self)
{
  GVariant *options;

  g_mutex_lock (&self->mutex);
  options = self->options != NULL ? g_variant_ref (self->options) : NULL;
  g_mutex_unlock (&self->mutex);
  return options;
}

guint
fake_desktop_count_shown (FakeDesktop *self)
{
  guint n;

  g_mutex_lock (&self->mutex);
  n = self->n_shown;
  g_mutex_unlock (&self->mutex);
  return n;
}

GVariant *
fake_desktop_dup_notification (FakeDesktop *self,
                               const char  *id)
{
  GVariant *notification;

  g_mutex_lock (&self->mutex);
  notification = g_hash_table_lookup (self->notifications, id);
  if (notification != NULL)
    g_variant_ref (notification);
  g_mutex_unlock (&self->mutex);
  return notification;
}

void
fake_desktop_sync (GDBusConnection *connection)
{
  g_autoptr (GError)   error = NULL;
  g_autoptr (GVariant) reply = NULL;

  /* A call that changes nothing, behind all that was sent before it. */
  reply = g_dbus_connection_call_sync (connection, NOTIFICATIONS_NAME, NOTIFICATIONS_PATH, NOTIFICATIONS_NAME, "RemoveNotification",
                                       g_variant_new ("(ss)", APP_ID, "no such"), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
}
