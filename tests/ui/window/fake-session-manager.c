/* fake-session-manager.c - the part of a desktop that is asked to keep the screen awake
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fake-session-manager.h"

#define NAME "org.gnome.SessionManager"
#define PATH "/org/gnome/SessionManager"

/* Not 1, so that a cookie that was made up is not taken for one that was given out. */
#define FIRST_COOKIE 4711

struct _FakeSessionManager
{
  GThread         *thread;
  GMainLoop       *loop;        /* of the thread */

  GMutex           mutex;       /* for what follows */
  GCond            ready;
  gboolean         is_ready;
  GArray          *inhibitions; /* FakeInhibition */
};

/* A method that is not here is answered with an error, of which GTK warns: who registers as a client of the session has to add that. */
static const char interface_xml[] =
    "<node><interface name='" NAME "'>"
    "<method name='Inhibit'>"
    "<arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/><arg type='u' direction='in'/>"
    "<arg type='u' direction='out'/>"
    "</method>"
    "<method name='Uninhibit'><arg type='u' direction='in'/></method>"
    "<method name='IsInhibited'><arg type='u' direction='in'/><arg type='b' direction='out'/></method>"
    "</interface></node>";

static GVariant *
inhibit (FakeSessionManager *self,
         GVariant           *parameters)
{
  FakeInhibition inhibition = { .cookie = FIRST_COOKIE + self->inhibitions->len };

  g_variant_get (parameters, "(susu)", &inhibition.application_id, &inhibition.window, &inhibition.reason, &inhibition.flags);
  g_array_append_val (self->inhibitions, inhibition);
  return g_variant_new ("(u)", inhibition.cookie);
}

static GVariant *
uninhibit (FakeSessionManager *self,
           GVariant           *parameters)
{
  FakeInhibition *inhibition;
  guint           cookie;

  g_variant_get (parameters, "(u)", &cookie);
  g_assert_cmpuint (cookie, >=, FIRST_COOKIE);
  g_assert_cmpuint (cookie - FIRST_COOKIE, <, self->inhibitions->len);
  inhibition = &g_array_index (self->inhibitions, FakeInhibition, cookie - FIRST_COOKIE);
  g_assert_false (inhibition->is_lifted);
  inhibition->is_lifted = TRUE;
  return NULL;
}

static GVariant *
is_inhibited (FakeSessionManager *self,
              GVariant           *parameters)
{
  guint    flags;
  gboolean is_any = FALSE;

  g_variant_get (parameters, "(u)", &flags);
  for (guint i = 0; i < self->inhibitions->len; i++)
    {
      FakeInhibition *inhibition = &g_array_index (self->inhibitions, FakeInhibition, i);

      is_any |= !inhibition->is_lifted && (inhibition->flags & flags) != 0;
    }
  return g_variant_new ("(b)", is_any);
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
  FakeSessionManager *self = user_data;
  GVariant           *answer;

  g_mutex_lock (&self->mutex);
  if (g_str_equal (method_name, "Inhibit"))
    answer = inhibit (self, parameters);
  else if (g_str_equal (method_name, "Uninhibit"))
    answer = uninhibit (self, parameters);
  else
    answer = is_inhibited (self, parameters);
  g_mutex_unlock (&self->mutex);
  g_dbus_method_invocation_return_value (invocation, answer);
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
own_name (GDBusConnection *connection)
{
  g_autoptr (GError)   error = NULL;
  g_autoptr (GVariant) reply = NULL;
  guint                result;

  reply = g_dbus_connection_call_sync (connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
                                       g_variant_new ("(su)", NAME, 0), G_VARIANT_TYPE ("(u)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  g_variant_get (reply, "(u)", &result);
  g_assert_cmpuint (result, ==, 1); /* the primary owner: nobody else has it */
}

static gpointer
serve (gpointer data)
{
  static const GDBusInterfaceVTable methods = { .method_call = method_called_cb };
  FakeSessionManager               *self = data;
  GMainContext                     *context = g_main_loop_get_context (self->loop);
  g_autoptr (GDBusNodeInfo)         node = NULL;
  g_autoptr (GDBusConnection)       connection = NULL;
  g_autoptr (GError)                error = NULL;
  guint                             id;

  g_main_context_push_thread_default (context);
  node = g_dbus_node_info_new_for_xml (interface_xml, &error);
  g_assert_no_error (error);
  connection = connect_to_bus ();
  id = g_dbus_connection_register_object (connection, PATH, node->interfaces[0], &methods, self, NULL, &error);
  g_assert_no_error (error);
  own_name (connection);

  g_mutex_lock (&self->mutex);
  self->is_ready = TRUE;
  g_cond_signal (&self->ready);
  g_mutex_unlock (&self->mutex);
  g_main_loop_run (self->loop);

  g_dbus_connection_unregister_object (connection, id);
  g_dbus_connection_close_sync (connection, NULL, &error);
  g_assert_no_error (error);
  g_main_context_pop_thread_default (context);
  return NULL;
}

static void
clear_inhibition (gpointer data)
{
  FakeInhibition *inhibition = data;

  g_free ((char *) inhibition->application_id);
  g_free ((char *) inhibition->reason);
}

FakeSessionManager *
fake_session_manager_new (void)
{
  FakeSessionManager      *self = g_new0 (FakeSessionManager, 1);
  g_autoptr (GMainContext) context = g_main_context_new ();

  g_mutex_init (&self->mutex);
  g_cond_init (&self->ready);
  self->inhibitions = g_array_new (FALSE, TRUE, sizeof (FakeInhibition));
  g_array_set_clear_func (self->inhibitions, clear_inhibition);
  self->loop = g_main_loop_new (context, FALSE);
  self->thread = g_thread_new ("session-manager", serve, self);

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
fake_session_manager_free (FakeSessionManager *self)
{
  /* From within the loop: one that does not run yet would not hear of it. */
  g_main_context_invoke (g_main_loop_get_context (self->loop), quit_cb, self->loop);
  g_thread_join (self->thread);
  g_main_loop_unref (self->loop);
  g_array_unref (self->inhibitions);
  g_cond_clear (&self->ready);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

guint
fake_session_manager_count (FakeSessionManager *self)
{
  guint n_inhibitions;

  g_mutex_lock (&self->mutex);
  n_inhibitions = self->inhibitions->len;
  g_mutex_unlock (&self->mutex);
  return n_inhibitions;
}

FakeInhibition
fake_session_manager_get (FakeSessionManager *self,
                          guint               index)
{
  FakeInhibition inhibition;

  g_mutex_lock (&self->mutex);
  g_assert_cmpuint (index, <, self->inhibitions->len);
  inhibition = g_array_index (self->inhibitions, FakeInhibition, index);
  g_mutex_unlock (&self->mutex);
  return inhibition;
}

gboolean
fake_session_manager_is_inhibited (GDBusConnection *connection,
                                   guint            flags)
{
  g_autoptr (GError)   error = NULL;
  g_autoptr (GVariant) reply = NULL;
  gboolean             is_any;

  reply = g_dbus_connection_call_sync (connection, NAME, PATH, NAME, "IsInhibited", g_variant_new ("(u)", flags), G_VARIANT_TYPE ("(b)"),
                                       G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  g_variant_get (reply, "(b)", &is_any);
  return is_any;
}
