/* test-cues.c - what a session lets one hear, and how the preferences change it while it runs
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/exercise/fys-cues.h"

#include "fake-speech.h"
#include "ui/exercise/fys-spoken.h"
#include "ui/window/fys-settings.h"

GResource *fys_get_resource (void);

#define S ((gint64) G_USEC_PER_SEC)

/* Not a measure of speed: the sounds live on a thread of their own. */
#define PATIENCE_US (60 * G_USEC_PER_SEC)

typedef struct
{
  FakeSpeech       *service;
  GSettings        *settings;
  FysSounds        *sounds; /* of the cues */
  FysCues          *cues;
  FysSessionRunner *runner;
  gint64            now_us;
} Fixture;

static gint64
fixture_clock (gpointer user_data)
{
  return ((Fixture *) user_data)->now_us;
}

/* Nothing comes too late on a machine that is busy with other tests. */
static gint64
patient_clock (gpointer user_data)
{
  return 0;
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  static const char *const names[] = { "Broen", NULL };
  const FysPlan plan = { .prepare_s = 5, .hold_s = 10, .reps = 2, .sets = 1, .rep_rest_s = 3 };
  g_autoptr (FysProgram) program = fys_program_new (&plan, 1, 0);

  self->service = fake_speech_new ();
  self->settings = fys_settings_new ();
  g_settings_reset (self->settings, FYS_SETTINGS_SOUNDS);
  g_settings_reset (self->settings, FYS_SETTINGS_SOUND_VOLUME);
  g_settings_set_boolean (self->settings, FYS_SETTINGS_SPOKEN_CUES, TRUE);
  self->sounds = fys_sounds_new ("fakesink");
  self->cues = fys_cues_new (self->sounds, fys_speech_new (FYS_SPEECH_NONE, patient_clock));
  fys_cues_set_settings (self->cues, self->settings);
  self->now_us = 1000 * S;
  self->runner = fys_session_runner_new (program, names, fixture_clock, self);
  fys_cues_set_runner (self->cues, self->runner, "da");
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_settings_reset (self->settings, FYS_SETTINGS_SPOKEN_CUES);
  fys_cues_free (self->cues);
  g_assert_finalize_object (self->runner);
  g_object_unref (self->settings);
  fake_speech_wait_left (self->service);
  fake_speech_free (self->service);
}

static void
pass (Fixture *self,
      gint64   us)
{
  self->now_us += us;
  fys_session_runner_update (self->runner);
}

static void
wait_for_awake (Fixture *self,
                gboolean is_awake)
{
  gint64 end_us = g_get_monotonic_time () + PATIENCE_US;

  while (fys_sounds_is_awake (self->sounds) != is_awake && g_get_monotonic_time () < end_us)
    g_usleep (1000);
  g_assert_cmpint (fys_sounds_is_awake (self->sounds), ==, is_awake);
}

/* The whole exercise, each thing in its time. The first numbers would cut off what is said when the step begins, and are left out. */
static void
test_session (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (GString) log = g_string_new ("+\n");
  static const struct
  {
    gint64      wait_us;
    const char *said;
  } moments[] = {
    { 0, "-\nda: Broen. Gør dig klar\n" },
    { 2 * S, "-\nda: 3\n" },
    { S, "-\nda: 2\n" },
    { S, "-\nda: 1\n" },
    { S, "-\nda: Hold\n" },
    { 4 * S, "" },
    { 3 * S, "-\nda: 3\n" },
    { S, "-\nda: 2\n" },
    { S, "-\nda: 1\n" },
    { S, "-\nda: Hvil\n" },
    { S, "-\nda: 2\n" },
    { S, "-\nda: 1\n" },
    { S, "-\nda: Hold\n" },
    { 4 * S, "" },
    { 3 * S, "-\nda: 3\n" },
    { S, "-\nda: 2\n" },
    { S, "-\nda: 1\n" },
    { S, "-\nda: Færdig\n.\n" },
  };

  g_assert_cmpint (fys_spoken_get_length_us ("Broen. Gør dig klar"), <=, 2 * S);
  fys_session_runner_start (self->runner);
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      if (moments[i].wait_us > 0)
        pass (self, moments[i].wait_us);
      g_string_append (log, moments[i].said);
      fake_speech_assert_log (self->service, log->str);
    }
  wait_for_awake (self, FALSE);
}

/* The device is given back while nothing counts, and the step is said again when it goes on. */
static void
test_pause (Fixture      *self,
            gconstpointer data)
{
  fake_speech_assert_log (self->service, "+\n");
  fys_session_runner_start (self->runner);
  wait_for_awake (self, TRUE);
  g_assert_true (fys_cues_is_speaking (self->cues));
  fake_speech_assert_log (self->service, "+\n-\nda: Broen. Gør dig klar\n");
  fys_session_runner_pause (self->runner);
  wait_for_awake (self, FALSE);
  fake_speech_assert_log (self->service, "+\n-\nda: Broen. Gør dig klar\n-\nda: På pause\n");
  fys_session_runner_resume (self->runner);
  wait_for_awake (self, TRUE);
  fake_speech_assert_log (self->service, "+\n-\nda: Broen. Gør dig klar\n-\nda: På pause\n-\nda: Broen. Gør dig klar\n");
  fys_session_runner_stop (self->runner);
  wait_for_awake (self, FALSE);
  fake_speech_assert_log (self->service,
                          "+\n-\nda: Broen. Gør dig klar\n-\nda: På pause\n-\nda: Broen. Gør dig klar\n-\n.\n");
  g_assert_false (fys_cues_is_speaking (self->cues));
}

/* A machine that was busy for some seconds says where it is now, and no number that is no longer true. */
static void
test_late (Fixture      *self,
           gconstpointer data)
{
  fake_speech_assert_log (self->service, "+\n");
  fys_session_runner_start (self->runner);
  fake_speech_assert_log (self->service, "+\n-\nda: Broen. Gør dig klar\n");
  pass (self, 3 * S + S / 2); /* 3 was due a second and a half ago, 2 half a second ago */
  pass (self, S / 2);         /* 1 is due now */
  fake_speech_assert_log (self->service, "+\n-\nda: Broen. Gør dig klar\n-\nda: 1\n");
}

static void
test_sounds_off (Fixture      *self,
                 gconstpointer data)
{
  fake_speech_assert_log (self->service, "+\n");
  fys_session_runner_start (self->runner);
  wait_for_awake (self, TRUE);
  g_assert_cmpfloat (fys_sounds_get_volume (self->sounds), ==, g_settings_get_double (self->settings, FYS_SETTINGS_SOUND_VOLUME));
  g_settings_set_boolean (self->settings, FYS_SETTINGS_SOUNDS, FALSE);
  wait_for_awake (self, FALSE);
  g_settings_set_boolean (self->settings, FYS_SETTINGS_SOUNDS, TRUE);
  wait_for_awake (self, TRUE);
  g_settings_set_double (self->settings, FYS_SETTINGS_SOUND_VOLUME, 0.25);
  g_assert_cmpfloat (fys_sounds_get_volume (self->sounds), ==, 0.25);
  g_settings_set_double (self->settings, FYS_SETTINGS_SOUND_VOLUME, 0);
  wait_for_awake (self, FALSE);
  g_settings_set_boolean (self->settings, FYS_SETTINGS_SOUNDS, FALSE);
  g_settings_set_double (self->settings, FYS_SETTINGS_SOUND_VOLUME, 1);
  fys_session_runner_pause (self->runner);
  fys_session_runner_resume (self->runner);
  pass (self, 5 * S); /* into the hold, which has a sound */
  g_assert_cmpuint (fys_sounds_get_n_played (self->sounds), ==, 0);
  g_assert_false (fys_sounds_is_awake (self->sounds));
}

static void
test_voice_off (Fixture      *self,
                gconstpointer data)
{
  fake_speech_assert_log (self->service, "+\n");
  fys_session_runner_start (self->runner);
  fake_speech_assert_log (self->service, "+\n-\nda: Broen. Gør dig klar\n");
  g_settings_set_boolean (self->settings, FYS_SETTINGS_SPOKEN_CUES, FALSE);
  fake_speech_assert_log (self->service, "+\n-\nda: Broen. Gør dig klar\n-\n.\n");
  g_assert_false (fys_cues_is_speaking (self->cues));
  pass (self, 5 * S);
  g_settings_set_boolean (self->settings, FYS_SETTINGS_SPOKEN_CUES, TRUE);
  fake_speech_assert_log (self->service, "+\n-\nda: Broen. Gør dig klar\n-\n.\n+\n");
  pass (self, 5 * S);
  pass (self, 5 * S);
  fake_speech_assert_log (self->service, "+\n-\nda: Broen. Gør dig klar\n-\n.\n+\n-\nda: Hvil\n");
}

/* Without settings: sounds, and nobody speaks unasked. */
static void
test_defaults (Fixture      *self,
               gconstpointer data)
{
  fys_cues_set_settings (self->cues, NULL);
  fake_speech_assert_log (self->service, "+\n.\n");
  fys_session_runner_start (self->runner);
  wait_for_awake (self, TRUE);
  g_assert_cmpfloat (fys_sounds_get_volume (self->sounds), >, 0);
  g_settings_set_boolean (self->settings, FYS_SETTINGS_SOUNDS, FALSE);
  g_assert_false (fys_cues_is_speaking (self->cues));
  pass (self, 5 * S);
  fys_session_runner_pause (self->runner);
  wait_for_awake (self, FALSE);
  fake_speech_assert_log (self->service, "+\n.\n");
}

static void
test_english (Fixture      *self,
              gconstpointer data)
{
  fys_cues_set_runner (self->cues, self->runner, "en");
  fake_speech_assert_log (self->service, "+\n");
  fys_session_runner_start (self->runner);
  fake_speech_assert_log (self->service, "+\n-\nen: Broen. Get ready\n");
}

/* The service is gone: the session runs, and its sounds are heard. */
static void
test_no_service (Fixture      *self,
                 gconstpointer data)
{
  fys_cues_set_runner (self->cues, NULL, NULL);
  fake_speech_assert_log (self->service, "+\n.\n");
  fake_speech_free (self->service);
  fys_cues_set_runner (self->cues, self->runner, "da");
  fys_session_runner_start (self->runner);
  wait_for_awake (self, TRUE);
  g_assert_false (fys_cues_is_speaking (self->cues));
  pass (self, 5 * S);
  fys_session_runner_stop (self->runner);
  g_assert_false (fys_cues_is_speaking (self->cues));
  self->service = fake_speech_new (); /* to be ended */
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
  int status;

  g_test_init (&argc, &argv, NULL);
  fake_speech_init ();
  g_resources_register (fys_get_resource ());

  add ("/exercise/cues/session", test_session);
  add ("/exercise/cues/pause", test_pause);
  add ("/exercise/cues/late", test_late);
  add ("/exercise/cues/sounds-off", test_sounds_off);
  add ("/exercise/cues/voice-off", test_voice_off);
  add ("/exercise/cues/defaults", test_defaults);
  add ("/exercise/cues/english", test_english);
  add ("/exercise/cues/no-service", test_no_service);

  status = g_test_run ();
  fake_speech_exit ();
  return status;
}
