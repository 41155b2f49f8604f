/* fake-notifications.c - the part of a desktop that shows notifications
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fake-notifications.h"

#define NAME "org.freedesktop.Notifications"
#define PATH "/org/freedesktop/Notifications"

/* Why it was closed: the user did. */
#define DISMISSED 2

struct _FakeNotifications
{
  GDBusConnection *connection;
  GHashTable      *shown; /* numbers of those that stand there */
  guint            last;  /* number of the newest one; they count from 1 */
  char            *title;
  char            *body;
};

static const char interface_xml[] =
    "<node><interface name='" NAME "'>"
    "<method name='GetCapabilities'><arg type='as' direction='out'/></method>"
    "<method name='Notify'>"
    "<arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/><arg type='s' direction='in'/>"
    "<arg type='s' direction='in'/><arg type='as' direction='in'/><arg type='a{sv}' direction='in'/><arg type='i' direction='in'/>"
    "<arg type='u' direction='out'/>"
    "</method>"
    "<method name='CloseNotification'><arg type='u' direction='in'/></method>"
    "<signal name='ActionInvoked'><arg type='u'/><arg type='s'/></signal>"
    "<signal name='NotificationClosed'><arg type='u'/><arg type='u'/></signal>"
    "</interface></node>";

static GVariant *
show (FakeNotifications *self,
      GVariant          *parameters)
{
  guint replaced;

  g_free (self->title);
  g_free (self->body);
  g_variant_get (parameters, "(susssasa{sv}i)", NULL, &replaced, NULL, &self->title, &self->body, NULL, NULL, NULL);
  g_hash_table_remove (self->shown, GUINT_TO_POINTER (replaced));
  g_hash_table_add (self->shown, GUINT_TO_POINTER (++self->last));
  return g_variant_new ("(u)", self->last);
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
  FakeNotifications *self = user_data;
  GVariant          *answer = NULL;

  if (g_str_equal (method_name, "Notify"))
    answer = show (self, parameters);
  else if (g_str_equal (method_name, "CloseNotification"))
    {
      guint number;

      g_variant_get (parameters, "(u)", &number);
      g_assert_true (g_hash_table_remove (self->shown, GUINT_TO_POINTER (number)));
    }
  else
    answer = g_variant_new_parsed ("(['body', 'actions'],)");
  g_dbus_method_invocation_return_value (invocation, answer);
}

FakeNotifications *
fake_notifications_new (void)
{
  static const GDBusInterfaceVTable functions = { .method_call = method_called_cb };
  FakeNotifications                *self = g_new0 (FakeNotifications, 1);
  g_autoptr (GDBusNodeInfo)         node = NULL;
  g_autoptr (GVariant)              reply = NULL;
  g_autoptr (GError)                error = NULL;
  g_autofree char                  *address = NULL;

  address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  self->connection = g_dbus_connection_new_for_address_sync (address,
                                                             G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                                 G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                             NULL, NULL, &error);
  g_assert_no_error (error);
  self->shown = g_hash_table_new (NULL, NULL);
  node = g_dbus_node_info_new_for_xml (interface_xml, &error);
  g_assert_no_error (error);
  g_dbus_connection_register_object (self->connection, PATH, node->interfaces[0], &functions, self, NULL, &error);
  g_assert_no_error (error);
  reply = g_dbus_connection_call_sync (self->connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                       "RequestName", g_variant_new ("(su)", NAME, 0), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  return self;
}

void
fake_notifications_free (FakeNotifications *self)
{
  g_autoptr (GError) error = NULL;

  g_dbus_connection_close_sync (self->connection, NULL, &error);
  g_assert_no_error (error);
  g_object_unref (self->connection);
  g_hash_table_unref (self->shown);
  g_free (self->title);
  g_free (self->body);
  g_free (self);
}

guint
fake_notifications_count (FakeNotifications *self)
{
  return self->last;
}

guint
fake_notifications_count_shown (FakeNotifications *self)
{
  return g_hash_table_size (self->shown);
}

const char *
fake_notifications_get_title (FakeNotifications *self)
{
  return self->title;
}

const char *
fake_notifications_get_body (FakeNotifications *self)
{
  return self->body;
}

/* The bus forwards the messages of a connection in their order, and so this answer comes after them. */
void
fake_notifications_settle (FakeNotifications *self)
{
  g_autoptr (GError)   error = NULL;
  g_autoptr (GVariant) reply = NULL;

  reply = g_dbus_connection_call_sync (self->connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "GetId",
                                       NULL, NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
}

void
fake_notifications_click (FakeNotifications *self)
{
  g_autoptr (GError) error = NULL;

  g_dbus_connection_emit_signal (self->connection, NULL, PATH, NAME, "ActionInvoked", g_variant_new ("(us)", self->last, "default"), &error);
  g_assert_no_error (error);
  g_hash_table_remove (self->shown, GUINT_TO_POINTER (self->last));
  g_dbus_connection_emit_signal (self->connection, NULL, PATH, NAME, "NotificationClosed", g_variant_new ("(uu)", self->last, DISMISSED), &error);
  g_assert_no_error (error);
}
