/* test-mpris.c - a session as the media controls of a desktop see it, on a bus of its own
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/exercise/fys-mpris.h"

#define S ((gint64) G_USEC_PER_SEC)
#define PLAYER "org.mpris.MediaPlayer2.Player"

/* Not a measure of speed: far beyond what a loaded machine needs, so that a test that hangs says where. */
#define TOO_LONG_US (30 * G_USEC_PER_SEC)

typedef struct
{
  GTestDBus        *bus;
  GDBusConnection  *program;
  GDBusConnection  *desktop;
  FysMpris         *mpris;
  FysSessionRunner *runner;
  gint64            now_us;
  guint             n_told;
  GString          *commands; /* a digit for each, "r" for raise */
  GAsyncResult     *answer;   /* (nullable): of the last call */
} Fixture;

static gint64
fixture_clock (gpointer user_data)
{
  return ((Fixture *) user_data)->now_us;
}

static void
command_cb (Fixture *self,
            guint    command)
{
  g_string_append_printf (self->commands, "%u", command);
}

static void
raise_cb (Fixture *self)
{
  g_string_append_c (self->commands, 'r');
}

static void
told_cb (GDBusConnection *connection,
         const char      *sender,
         const char      *path,
         const char      *interface,
         const char      *signal,
         GVariant        *parameters,
         gpointer         user_data)
{
  ((Fixture *) user_data)->n_told++;
}

static GDBusConnection *
connect_to_bus (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  GDBusConnection *connection;

  connection = g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (self->bus),
                                                       G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                           G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                       NULL, NULL, &error);
  g_assert_no_error (error);
  return connection;
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  static const char *const names[] = { "Broen", NULL };
  const FysPlan plan = { .prepare_s = 5, .hold_s = 20, .reps = 1, .sets = 1, .switch_s = 4, .is_per_side = TRUE };
  g_autoptr (FysProgram) program = fys_program_new (&plan, 1, 0);

  self->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (self->bus);
  self->program = connect_to_bus (self);
  self->desktop = connect_to_bus (self);
  g_dbus_connection_signal_subscribe (self->desktop, NULL, "org.freedesktop.DBus.Properties", "PropertiesChanged", FYS_MPRIS_PATH, PLAYER,
                                      G_DBUS_SIGNAL_FLAGS_NONE, told_cb, self, NULL);
  self->commands = g_string_new (NULL);
  self->mpris = fys_mpris_new (self->program);
  g_signal_connect_swapped (self->mpris, "command", G_CALLBACK (command_cb), self);
  g_signal_connect_swapped (self->mpris, "raise", G_CALLBACK (raise_cb), self);
  self->now_us = 1000 * S;
  self->runner = fys_session_runner_new (program, names, fixture_clock, self);
}

static void
close_connection (GDBusConnection *connection)
{
  g_dbus_connection_close_sync (connection, NULL, NULL);
  g_object_unref (connection);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_assert_finalize_object (self->mpris);
  g_assert_finalize_object (self->runner);
  close_connection (self->desktop);
  close_connection (self->program);
  g_test_dbus_down (self->bus);
  g_object_unref (self->bus);
  g_string_free (self->commands, TRUE);
}

static void
answer_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  ((Fixture *) user_data)->answer = g_object_ref (result);
}

/* The program answers from the same main loop. Returns: (transfer full) (nullable): %NULL when it was an error */
static GVariant *
call (Fixture    *self,
      const char *name,
      const char *path,
      const char *interface,
      const char *method,
      GVariant   *parameters)
{
  gint64 end_us = g_get_monotonic_time () + TOO_LONG_US;
  GVariant *reply;

  g_dbus_connection_call (self->desktop, name, path, interface, method, parameters, NULL, G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL,
                          answer_cb, self);
  while (self->answer == NULL && g_get_monotonic_time () < end_us)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (self->answer);
  reply = g_dbus_connection_call_finish (self->desktop, self->answer, NULL);
  g_clear_object (&self->answer);
  return reply;
}

static gboolean
is_on_bus (Fixture *self)
{
  g_autoptr (GVariant) reply = call (self, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
                                     g_variant_new ("(s)", FYS_MPRIS_NAME));
  gboolean has_owner;

  g_variant_get (reply, "(b)", &has_owner);
  return has_owner;
}

/* Owning a name takes a round on the bus. */
static void
wait_for_bus (Fixture *self,
              gboolean is_there)
{
  gint64 end_us = g_get_monotonic_time () + TOO_LONG_US;

  while (is_on_bus (self) != is_there && g_get_monotonic_time () < end_us)
    ;
  g_assert_cmpint (is_on_bus (self), ==, is_there);
}

static GVariant *
get_all (Fixture    *self,
         const char *interface)
{
  g_autoptr (GVariant) reply = call (self, FYS_MPRIS_NAME, FYS_MPRIS_PATH, "org.freedesktop.DBus.Properties", "GetAll",
                                     g_variant_new ("(s)", interface));

  g_assert_nonnull (reply);
  return g_variant_get_child_value (reply, 0);
}

static void
assert_text (GVariant   *properties,
             const char *key,
             const char *expected)
{
  const char *text = NULL;

  g_assert_true (g_variant_lookup (properties, key, "&s", &text));
  g_assert_cmpstr (text, ==, expected);
}

static void
assert_flag (GVariant   *properties,
             const char *key,
             gboolean    expected)
{
  gboolean flag;

  g_assert_true (g_variant_lookup (properties, key, "b", &flag));
  g_assert_cmpint (flag, ==, expected);
}

static void
assert_state (Fixture    *self,
              const char *status,
              const char *artist)
{
  g_autoptr (GVariant) properties = get_all (self, PLAYER);
  g_autoptr (GVariant) metadata = g_variant_lookup_value (properties, "Metadata", G_VARIANT_TYPE_VARDICT);
  g_autofree const char **artists = NULL;

  assert_text (properties, "PlaybackStatus", status);
  assert_text (metadata, "xesam:title", "Broen");
  assert_text (metadata, "xesam:album", "Ondt i ryggen");
  g_assert_true (g_variant_lookup (metadata, "xesam:artist", "^a&s", &artists));
  g_assert_cmpstr (artists[0], ==, artist);
}

static void
begin (Fixture *self)
{
  fys_session_runner_start (self->runner);
  fys_mpris_set_session (self->mpris, self->runner, "Ondt i ryggen");
  wait_for_bus (self, TRUE);
}

static void
pass (Fixture *self,
      gint64   us)
{
  self->now_us += us;
  fys_session_runner_update (self->runner);
}

/* On the bus for as long as there is a session. */
static void
test_presence (Fixture      *self,
               gconstpointer data)
{
  g_assert_false (is_on_bus (self));
  begin (self);
  fys_mpris_set_session (self->mpris, NULL, NULL);
  wait_for_bus (self, FALSE);
  g_assert_null (call (self, g_dbus_connection_get_unique_name (self->program), FYS_MPRIS_PATH, PLAYER, "Pause", NULL));
  fys_mpris_set_session (self->mpris, self->runner, NULL);
  wait_for_bus (self, TRUE);
}

static void
test_properties (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (GVariant) root = NULL;
  g_autoptr (GVariant) player = NULL;

  begin (self);
  root = get_all (self, "org.mpris.MediaPlayer2");
  assert_text (root, "Identity", "Fysbog");
  assert_text (root, "DesktopEntry", APP_ID);
  assert_flag (root, "CanRaise", TRUE);
  assert_flag (root, "CanQuit", FALSE);
  assert_flag (root, "HasTrackList", FALSE);
  g_assert_true (g_variant_lookup (root, "SupportedMimeTypes", "as", NULL));

  player = get_all (self, PLAYER);
  assert_flag (player, "CanControl", TRUE);
  assert_flag (player, "CanPlay", TRUE);
  assert_flag (player, "CanPause", TRUE);
  assert_flag (player, "CanGoNext", TRUE);
  assert_flag (player, "CanGoPrevious", TRUE);
  assert_flag (player, "CanSeek", FALSE);
  g_assert_true (g_variant_lookup (player, "Rate", "d", NULL));
  g_assert_true (g_variant_lookup (player, "Volume", "d", NULL));
  g_assert_true (g_variant_lookup (player, "Position", "x", NULL));
}

/* What is shown is told, and time that passes is not. */
static void
test_changes (Fixture      *self,
              gconstpointer data)
{
  begin (self);
  assert_state (self, "Playing", "Get Ready · Left side");
  g_assert_cmpuint (self->n_told, ==, 1);
  pass (self, 5 * S);
  assert_state (self, "Playing", "Hold · Left side");
  g_assert_cmpuint (self->n_told, ==, 2);
  for (guint i = 0; i < 40; i++)
    pass (self, S / 4);
  assert_state (self, "Playing", "Hold · Left side");
  g_assert_cmpuint (self->n_told, ==, 2);

  fys_session_runner_pause (self->runner);
  assert_state (self, "Paused", "Hold · Left side");
  g_assert_cmpuint (self->n_told, ==, 3);
  fys_session_runner_resume (self->runner);
  assert_state (self, "Playing", "Hold · Left side");
  g_assert_cmpuint (self->n_told, ==, 4);
  pass (self, 3600 * S); /* the machine slept */
  assert_state (self, "Paused", "Hold · Left side");
  g_assert_cmpuint (self->n_told, ==, 5);
}

static void
test_commands (Fixture      *self,
               gconstpointer data)
{
  static const char *const methods[] = { "Play", "Pause", "PlayPause", "Next", "Previous", "Stop" };
  g_autoptr (GString) expected = g_string_new (NULL);
  const FysMediaCommand commands[] = { FYS_MEDIA_PLAY, FYS_MEDIA_PAUSE, FYS_MEDIA_TOGGLE, FYS_MEDIA_NEXT, FYS_MEDIA_PREVIOUS, FYS_MEDIA_STOP };

  begin (self);
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      g_autoptr (GVariant) reply = call (self, FYS_MPRIS_NAME, FYS_MPRIS_PATH, PLAYER, methods[i], NULL);

      g_assert_nonnull (reply);
      g_string_append_printf (expected, "%u", commands[i]);
    }
  g_assert_cmpstr (self->commands->str, ==, expected->str);
}

/* What a session has no use for is answered, and does nothing. */
static void
test_others (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (GVariant) raise = NULL;
  g_autoptr (GVariant) quit = NULL;
  g_autoptr (GVariant) seek = NULL;
  g_autoptr (GVariant) volume = NULL;
  g_autoptr (GVariant) unknown = NULL;

  begin (self);
  quit = call (self, FYS_MPRIS_NAME, FYS_MPRIS_PATH, "org.mpris.MediaPlayer2", "Quit", NULL);
  seek = call (self, FYS_MPRIS_NAME, FYS_MPRIS_PATH, PLAYER, "Seek", g_variant_new ("(x)", 5 * S));
  volume = call (self, FYS_MPRIS_NAME, FYS_MPRIS_PATH, "org.freedesktop.DBus.Properties", "Set",
                 g_variant_new ("(ssv)", PLAYER, "Volume", g_variant_new_double (0.5)));
  unknown = call (self, FYS_MPRIS_NAME, FYS_MPRIS_PATH, PLAYER, "Explode", NULL);
  g_assert_nonnull (quit);
  g_assert_nonnull (seek);
  g_assert_nonnull (volume);
  g_assert_null (unknown);
  g_assert_cmpstr (self->commands->str, ==, "");
  raise = call (self, FYS_MPRIS_NAME, FYS_MPRIS_PATH, "org.mpris.MediaPlayer2", "Raise", NULL);
  g_assert_nonnull (raise);
  g_assert_cmpstr (self->commands->str, ==, "r");
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
  g_test_init (&argc, &argv, NULL);

  add ("/exercise/mpris/presence", test_presence);
  add ("/exercise/mpris/properties", test_properties);
  add ("/exercise/mpris/changes", test_changes);
  add ("/exercise/mpris/commands", test_commands);
  add ("/exercise/mpris/others", test_others);
  return g_test_run ();
}
