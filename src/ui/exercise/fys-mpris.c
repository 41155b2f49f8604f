/* fys-mpris.c - a session among the media players of the desktop (MPRIS 2)
 *
 * An exercise is the title, its step the artist, as that is the second line that desktops show, and the article the album. Neither a
 * length nor a place to seek to is told: a step that lasts until the user is done has none.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-mpris.h"

#include <glib/gi18n.h>

#include "fys-step-text.h"

#define PLAYER "org.mpris.MediaPlayer2.Player"

struct _FysMpris
{
  GObject parent_instance;

  /* Owned */
  GDBusConnection  *connection;
  GDBusNodeInfo    *node;
  FysSessionRunner *runner; /* (nullable) */
  char             *article;

  guint    name_id; /* 0 while not on the bus, as the two below */
  guint    root_id;
  guint    player_id;
  guint    told_step; /* what the desktop was told last */
  gboolean told_counting;
};

enum
{
  SIGNAL_COMMAND,
  SIGNAL_RAISE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FysMpris, fys_mpris, G_TYPE_OBJECT)

static const char interfaces_xml[] =
    "<node>"
    "<interface name='org.mpris.MediaPlayer2'>"
    "<method name='Raise'/>"
    "<method name='Quit'/>"
    "<property name='CanQuit' type='b' access='read'/>"
    "<property name='CanRaise' type='b' access='read'/>"
    "<property name='HasTrackList' type='b' access='read'/>"
    "<property name='Identity' type='s' access='read'/>"
    "<property name='DesktopEntry' type='s' access='read'/>"
    "<property name='SupportedUriSchemes' type='as' access='read'/>"
    "<property name='SupportedMimeTypes' type='as' access='read'/>"
    "</interface>"
    "<interface name='" PLAYER "'>"
    "<method name='Next'/>"
    "<method name='Previous'/>"
    "<method name='Pause'/>"
    "<method name='PlayPause'/>"
    "<method name='Stop'/>"
    "<method name='Play'/>"
    "<method name='Seek'><arg direction='in' name='Offset' type='x'/></method>"
    "<method name='SetPosition'><arg direction='in' name='TrackId' type='o'/><arg direction='in' name='Position' type='x'/></method>"
    "<method name='OpenUri'><arg direction='in' name='Uri' type='s'/></method>"
    "<signal name='Seeked'><arg name='Position' type='x'/></signal>"
    "<property name='PlaybackStatus' type='s' access='read'/>"
    "<property name='Rate' type='d' access='readwrite'/>"
    "<property name='Metadata' type='a{sv}' access='read'/>"
    "<property name='Volume' type='d' access='readwrite'/>"
    "<property name='Position' type='x' access='read'>"
    "<annotation name='org.freedesktop.DBus.Property.EmitsChangedSignal' value='false'/>"
    "</property>"
    "<property name='MinimumRate' type='d' access='read'/>"
    "<property name='MaximumRate' type='d' access='read'/>"
    "<property name='CanGoNext' type='b' access='read'/>"
    "<property name='CanGoPrevious' type='b' access='read'/>"
    "<property name='CanPlay' type='b' access='read'/>"
    "<property name='CanPause' type='b' access='read'/>"
    "<property name='CanSeek' type='b' access='read'/>"
    "<property name='CanControl' type='b' access='read'/>"
    "</interface>"
    "</node>";

static const struct
{
  const char     *method;
  FysMediaCommand command;
} commands[] = {
  { "Play", FYS_MEDIA_PLAY },
  { "Pause", FYS_MEDIA_PAUSE },
  { "PlayPause", FYS_MEDIA_TOGGLE },
  { "Next", FYS_MEDIA_NEXT },
  { "Previous", FYS_MEDIA_PREVIOUS },
  { "Stop", FYS_MEDIA_STOP },
};

static GVariant *
create_status (FysMpris *self)
{
  if (self->runner == NULL || !fys_session_runner_is_active (self->runner))
    return g_variant_new_string ("Stopped");
  return g_variant_new_string (fys_session_runner_is_counting (self->runner) ? "Playing" : "Paused");
}

/* Returns: (transfer full): such as "Hold · Left side" */
static char *
dup_step_text (const FysStep *step)
{
  const char *side = fys_side_get_word (step->side);

  if (*side == '\0')
    return g_strdup (fys_step_get_word (step));
  return g_strconcat (fys_step_get_word (step), " · ", side, NULL);
}

static GVariant *
create_metadata (FysMpris *self)
{
  GVariantDict metadata;
  FysSession *session = self->runner != NULL ? fys_session_runner_get_session (self->runner) : NULL;
  const FysStep *step = session != NULL ? fys_session_get_step (session) : NULL;

  g_variant_dict_init (&metadata, NULL);
  if (step != NULL)
    {
      g_autofree char *track = g_strdup_printf (RESOURCE_PATH "/step/%u", fys_session_get_step_index (session));
      g_autofree char *text = dup_step_text (step);
      const char *artists[] = { text, NULL };

      g_variant_dict_insert (&metadata, "mpris:trackid", "o", track);
      g_variant_dict_insert (&metadata, "xesam:title", "s", fys_session_runner_get_name (self->runner, step->exercise));
      g_variant_dict_insert (&metadata, "xesam:artist", "^as", artists);
      g_variant_dict_insert (&metadata, "xesam:album", "s", self->article);
    }
  return g_variant_dict_end (&metadata);
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
  FysMpris *self = user_data;

  /* First the answer: what is done may leave the bus. */
  g_dbus_method_invocation_return_value (invocation, NULL);
  if (g_str_equal (method_name, "Raise"))
    g_signal_emit (self, signals[SIGNAL_RAISE], 0);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (method_name, commands[i].method))
      g_signal_emit (self, signals[SIGNAL_COMMAND], 0, commands[i].command);
}

static GVariant *
get_root_property_cb (GDBusConnection *connection,
                      const char      *sender,
                      const char      *object_path,
                      const char      *interface_name,
                      const char      *property_name,
                      GError         **error,
                      gpointer         user_data)
{
  if (g_str_equal (property_name, "Identity"))
    return g_variant_new_string (_("Fysbog"));
  if (g_str_equal (property_name, "DesktopEntry"))
    return g_variant_new_string (APP_ID);
  if (g_str_has_prefix (property_name, "Supported"))
    return g_variant_new_strv (NULL, 0);
  return g_variant_new_boolean (g_str_equal (property_name, "CanRaise"));
}

static GVariant *
get_player_property_cb (GDBusConnection *connection,
                        const char      *sender,
                        const char      *object_path,
                        const char      *interface_name,
                        const char      *property_name,
                        GError         **error,
                        gpointer         user_data)
{
  FysMpris *self = user_data;

  if (g_str_equal (property_name, "PlaybackStatus"))
    return create_status (self);
  if (g_str_equal (property_name, "Metadata"))
    return create_metadata (self);
  if (g_str_equal (property_name, "Position"))
    return g_variant_new_int64 (self->runner != NULL ? fys_session_get_total_us (fys_session_runner_get_session (self->runner)) : 0);
  if (g_str_has_suffix (property_name, "Rate") || g_str_equal (property_name, "Volume"))
    return g_variant_new_double (1);
  return g_variant_new_boolean (!g_str_equal (property_name, "CanSeek"));
}

/* A session has one speed, and the volume of its sounds belongs to the preferences: what is asked for is left aside, as the
 * specification wants it of such players. */
static gboolean
set_player_property_cb (GDBusConnection *connection,
                        const char      *sender,
                        const char      *object_path,
                        const char      *interface_name,
                        const char      *property_name,
                        GVariant        *value,
                        GError         **error,
                        gpointer         user_data)
{
  return TRUE;
}

static const GDBusInterfaceVTable root_functions = {
  .method_call = method_called_cb,
  .get_property = get_root_property_cb,
};

static const GDBusInterfaceVTable player_functions = {
  .method_call = method_called_cb,
  .get_property = get_player_property_cb,
  .set_property = set_player_property_cb,
};

/* What cannot be put on the bus is not there: the session is the same without it. */
static void
enter_bus (FysMpris *self)
{
  if (self->name_id != 0)
    return;
  self->root_id = g_dbus_connection_register_object (self->connection, FYS_MPRIS_PATH, self->node->interfaces[0], &root_functions,
                                                     self, NULL, NULL);
  self->player_id = g_dbus_connection_register_object (self->connection, FYS_MPRIS_PATH, self->node->interfaces[1], &player_functions,
                                                       self, NULL, NULL);
  self->name_id = g_bus_own_name_on_connection (self->connection, FYS_MPRIS_NAME, G_BUS_NAME_OWNER_FLAGS_NONE, NULL, NULL, NULL, NULL);
}

static void
leave_bus (FysMpris *self)
{
  g_clear_handle_id (&self->name_id, g_bus_unown_name);
  if (self->player_id != 0)
    (void) g_dbus_connection_unregister_object (self->connection, self->player_id); /* it was registered */
  if (self->root_id != 0)
    (void) g_dbus_connection_unregister_object (self->connection, self->root_id);
  self->player_id = 0;
  self->root_id = 0;
}

static void
tell (FysMpris *self)
{
  GVariantDict properties;

  g_variant_dict_init (&properties, NULL);
  g_variant_dict_insert_value (&properties, "PlaybackStatus", create_status (self));
  g_variant_dict_insert_value (&properties, "Metadata", create_metadata (self));
  /* Fails only for a connection that is closed. */
  (void) g_dbus_connection_emit_signal (self->connection, NULL, FYS_MPRIS_PATH, "org.freedesktop.DBus.Properties", "PropertiesChanged",
                                        g_variant_new ("(s@a{sv}as)", PLAYER, g_variant_dict_end (&properties), NULL), NULL);
}

/* The runner says every step forward in time; the desktop is told of what it shows only. */
static void
changed_cb (FysMpris *self)
{
  guint step = fys_session_get_step_index (fys_session_runner_get_session (self->runner));
  gboolean is_counting = fys_session_runner_is_counting (self->runner);

  if (step == self->told_step && is_counting == self->told_counting)
    return;
  self->told_step = step;
  self->told_counting = is_counting;
  tell (self);
}

static void
fys_mpris_dispose (GObject *object)
{
  FysMpris *self = FYS_MPRIS (object);

  if (self->runner != NULL)
    g_signal_handlers_disconnect_by_data (self->runner, self);
  leave_bus (self);
  g_clear_object (&self->runner);
  g_clear_object (&self->connection);

  G_OBJECT_CLASS (fys_mpris_parent_class)->dispose (object);
}

static void
fys_mpris_finalize (GObject *object)
{
  FysMpris *self = FYS_MPRIS (object);

  g_dbus_node_info_unref (self->node);
  g_free (self->article);

  G_OBJECT_CLASS (fys_mpris_parent_class)->finalize (object);
}

static void
fys_mpris_class_init (FysMprisClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = fys_mpris_dispose;
  object_class->finalize = fys_mpris_finalize;

  signals[SIGNAL_COMMAND] = g_signal_new ("command", FYS_TYPE_MPRIS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_RAISE] = g_signal_new ("raise", FYS_TYPE_MPRIS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fys_mpris_init (FysMpris *self)
{
  self->node = g_dbus_node_info_new_for_xml (interfaces_xml, NULL);
  g_assert (self->node != NULL);
}

FysMpris *
fys_mpris_new (GDBusConnection *connection)
{
  FysMpris *self;

  g_return_val_if_fail (G_IS_DBUS_CONNECTION (connection), NULL);

  self = g_object_new (FYS_TYPE_MPRIS, NULL);
  self->connection = g_object_ref (connection);
  return self;
}

void
fys_mpris_set_session (FysMpris         *self,
                       FysSessionRunner *runner,
                       const char       *article)
{
  g_return_if_fail (FYS_IS_MPRIS (self));
  g_return_if_fail (runner == NULL || FYS_IS_SESSION_RUNNER (runner));

  if (self->runner == runner)
    return;
  if (self->runner != NULL)
    g_signal_handlers_disconnect_by_data (self->runner, self);
  g_set_object (&self->runner, runner);
  g_free (self->article);
  self->article = g_strdup (article != NULL ? article : "");
  if (runner == NULL)
    {
      leave_bus (self);
      return;
    }
  self->told_step = G_MAXUINT;
  g_signal_connect_object (runner, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  enter_bus (self);
  changed_cb (self);
}
