/* test-sounds.c - the cues are played, and nothing is heard of it when they cannot be
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/exercise/fys-sounds.h"

#include <gio/gio.h>

GResource *fys_get_resource (void);

/* The sounds live on a thread of their own, so a test waits for them; the bound is only there to end a test that hangs. */
#define PATIENCE_US (60 * G_USEC_PER_SEC)

static gboolean
wait_for_played (FysSounds *sounds,
                 guint      n_played)
{
  gint64 end_us = g_get_monotonic_time () + PATIENCE_US;

  while (fys_sounds_get_n_played (sounds) < n_played && g_get_monotonic_time () < end_us)
    g_usleep (1000);
  return fys_sounds_get_n_played (sounds) == n_played;
}

static gboolean
wait_for_awake (FysSounds *sounds,
                gboolean   is_awake)
{
  gint64 end_us = g_get_monotonic_time () + PATIENCE_US;

  while (fys_sounds_is_awake (sounds) != is_awake && g_get_monotonic_time () < end_us)
    g_usleep (1000);
  return fys_sounds_is_awake (sounds) == is_awake;
}

static void
test_play (void)
{
  g_autoptr (FysSounds) sounds = fys_sounds_new ("fakesink");

  g_assert_false (fys_sounds_is_awake (sounds));
  fys_sounds_wake (sounds);
  g_assert_true (wait_for_awake (sounds, TRUE));
  for (guint i = 0; i < FYS_N_SOUNDS; i++)
    {
      fys_sounds_play (sounds, i);
      g_assert_true (wait_for_played (sounds, i + 1));
    }
}

/* A sound that is cut off by the next does not count, and does not stop the next one. */
static void
test_cut_off (void)
{
  g_autoptr (FysSounds) sounds = fys_sounds_new ("fakesink");

  fys_sounds_wake (sounds);
  for (guint i = 0; i < 20; i++)
    fys_sounds_play (sounds, FYS_SOUND_END);
  fys_sounds_play (sounds, FYS_SOUND_TICK);
  g_assert_true (wait_for_played (sounds, 1));
}

/* The sound that tells of the end is heard to its end, and then the device is closed; it opens again. */
static void
test_sleep (void)
{
  g_autoptr (FysSounds) sounds = fys_sounds_new ("fakesink");

  fys_sounds_wake (sounds);
  fys_sounds_play (sounds, FYS_SOUND_TICK);
  fys_sounds_sleep (sounds);
  g_assert_true (wait_for_played (sounds, 1));
  g_assert_true (wait_for_awake (sounds, FALSE));

  fys_sounds_play (sounds, FYS_SOUND_TICK); /* asleep: silent */
  fys_sounds_wake (sounds);
  fys_sounds_play (sounds, FYS_SOUND_TICK);
  g_assert_true (wait_for_played (sounds, 2));
  fys_sounds_sleep (sounds);
  g_assert_true (wait_for_awake (sounds, FALSE));
}

/* Waking while it goes to sleep keeps it awake. */
static void
test_wake_again (void)
{
  g_autoptr (FysSounds) sounds = fys_sounds_new ("fakesink");

  fys_sounds_wake (sounds);
  fys_sounds_play (sounds, FYS_SOUND_TICK);
  fys_sounds_sleep (sounds);
  fys_sounds_wake (sounds);
  g_assert_true (wait_for_played (sounds, 1));
  fys_sounds_play (sounds, FYS_SOUND_TICK);
  g_assert_true (wait_for_played (sounds, 2));
  g_assert_true (fys_sounds_is_awake (sounds));
}

/* No such plugin: silent, and the next order does not wait for it. */
static void
test_no_plugin (void)
{
  g_autoptr (FysSounds) silent = fys_sounds_new ("no-such-sink");
  g_autoptr (FysSounds) sounds = fys_sounds_new ("fakesink");

  fys_sounds_wake (silent);
  fys_sounds_play (silent, FYS_SOUND_END);
  fys_sounds_sleep (silent);
  fys_sounds_wake (sounds);
  g_assert_true (wait_for_awake (sounds, TRUE));
  g_assert_false (fys_sounds_is_awake (silent));
  g_assert_cmpuint (fys_sounds_get_n_played (silent), ==, 0);
}

/* Also while it plays, and out of range. */
static void
test_volume (void)
{
  g_autoptr (FysSounds) sounds = fys_sounds_new ("fakesink");

  g_assert_cmpfloat (fys_sounds_get_volume (sounds), ==, 1);
  fys_sounds_wake (sounds);
  fys_sounds_play (sounds, FYS_SOUND_END);
  fys_sounds_set_volume (sounds, 0.25);
  g_assert_cmpfloat (fys_sounds_get_volume (sounds), ==, 0.25);
  fys_sounds_play (sounds, FYS_SOUND_TICK);
  g_assert_true (wait_for_played (sounds, 1));
  fys_sounds_set_volume (sounds, 7);
  g_assert_cmpfloat (fys_sounds_get_volume (sounds), ==, 1);
  fys_sounds_set_volume (sounds, -1);
  g_assert_cmpfloat (fys_sounds_get_volume (sounds), ==, 0);
  fys_sounds_play (sounds, FYS_SOUND_TICK);
  g_assert_true (wait_for_played (sounds, 2));
}

/* Whatever sound system this machine has or lacks, nothing is printed (warnings are fatal here) and nothing waits. */
static void
test_default_sink (void)
{
  g_autoptr (FysSounds) sounds = fys_sounds_new (NULL);

  fys_sounds_wake (sounds);
  fys_sounds_play (sounds, FYS_SOUND_TICK);
  fys_sounds_sleep (sounds);
  g_assert_true (wait_for_awake (sounds, FALSE));
}

/* Freed in the middle of anything. */
static void
test_free (void)
{
  fys_sounds_free (NULL);
  fys_sounds_free (fys_sounds_new (NULL));

  for (guint i = 0; i < 50; i++)
    {
      FysSounds *sounds = fys_sounds_new ("fakesink");

      fys_sounds_wake (sounds);
      if (i % 2 == 0)
        fys_sounds_play (sounds, FYS_SOUND_END);
      if (i % 3 == 0)
        fys_sounds_sleep (sounds);
      if (i % 5 == 0)
        g_usleep (1000);
      fys_sounds_free (sounds);
    }
}

/* Nothing of GStreamer happens before the first session. */
static void
test_not_woken (void)
{
  g_autoptr (FysSounds) sounds = fys_sounds_new ("fakesink");

  fys_sounds_play (sounds, FYS_SOUND_START);
  fys_sounds_sleep (sounds);
  g_assert_false (fys_sounds_is_awake (sounds));
  g_assert_cmpuint (fys_sounds_get_n_played (sounds), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_resources_register (fys_get_resource ());

  g_test_add_func ("/exercise/sounds/not-woken", test_not_woken);
  g_test_add_func ("/exercise/sounds/play", test_play);
  g_test_add_func ("/exercise/sounds/cut-off", test_cut_off);
  g_test_add_func ("/exercise/sounds/sleep", test_sleep);
  g_test_add_func ("/exercise/sounds/wake-again", test_wake_again);
  g_test_add_func ("/exercise/sounds/no-plugin", test_no_plugin);
  g_test_add_func ("/exercise/sounds/volume", test_volume);
  g_test_add_func ("/exercise/sounds/default-sink", test_default_sink);
  g_test_add_func ("/exercise/sounds/free", test_free);
  return g_test_run ();
}
