/* test-speech.c - what the voice gives to the speech service, and that nobody waits for one that hangs or is not there
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fake-speech.h"
#include "ui/exercise/fys-speech.h"

#include <gio/gio.h>

/* A text that waits this long is still said. */
#define FOREVER (G_MAXINT64 / 2)

/* Until it has noticed that nobody is there; the bound is only there to end a test that hangs. */
static void
wait_for_silence (FysSpeech *speech)
{
  gint64 end_us = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (fys_speech_is_answering (speech) && g_get_monotonic_time () < end_us)
    g_usleep (1000);
  g_assert_false (fys_speech_is_answering (speech));
}

static void
test_say (void)
{
  FakeSpeech *service = fake_speech_new ();
  FysSpeech *speech = fys_speech_new (FYS_SPEECH_NONE, NULL);

  g_assert_true (fys_speech_is_there ());
  fys_speech_say (speech, "Aldrig", "da", FOREVER); /* not woken */
  fys_speech_wake (speech);
  fake_speech_assert_log (service, "+\n");
  fys_speech_say (speech, "Gør dig klar", "da", FOREVER);
  fake_speech_assert_log (service, "+\n-\nda: Gør dig klar\n");
  fys_speech_say (speech, "Rest", "en", FOREVER);
  fake_speech_assert_log (service, "+\n-\nda: Gør dig klar\n-\nen: Rest\n");
  fys_speech_say (speech, "Hold", "en", FOREVER);
  fake_speech_assert_log (service, "+\n-\nda: Gør dig klar\n-\nen: Rest\n-\nen: Hold\n");
  fys_speech_hush (speech);
  fake_speech_assert_log (service, "+\n-\nda: Gør dig klar\n-\nen: Rest\n-\nen: Hold\n-\n");
  fys_speech_free (speech);
  fake_speech_assert_log (service, "+\n-\nda: Gør dig klar\n-\nen: Rest\n-\nen: Hold\n-\n.\n");
  fake_speech_free (service);
}

/* The last word is given to the service before it is left, and its language is told anew when it is met again. */
static void
test_sleep (void)
{
  FakeSpeech *service = fake_speech_new ();
  g_autoptr (FysSpeech) speech = fys_speech_new (FYS_SPEECH_NONE, NULL);

  fys_speech_wake (speech);
  fys_speech_say (speech, "Færdig", "da", FOREVER);
  fys_speech_sleep (speech);
  fake_speech_assert_log (service, "+\n-\nda: Færdig\n.\n");
  fys_speech_say (speech, "Aldrig", "da", FOREVER);
  fys_speech_wake (speech);
  fys_speech_say (speech, "Hvil", "da", FOREVER);
  fake_speech_assert_log (service, "+\n-\nda: Færdig\n.\n+\n-\nda: Hvil\n");
  fake_speech_free (service);
}

/* While the service is busy only the newest text waits, and what was hushed is not said at all. */
static void
test_newest (void)
{
  FakeSpeech *service = fake_speech_new ();
  g_autoptr (FysSpeech) speech = fys_speech_new (FYS_SPEECH_NONE, NULL);

  fys_speech_wake (speech);
  fake_speech_assert_log (service, "+\n");
  fys_speech_say (speech, "3", "da", FOREVER);
  fake_speech_assert_log (service, "+\n-\nda: 3\n");
  fake_speech_set_hangs (service, TRUE);
  fys_speech_say (speech, "2", "da", FOREVER);
  fake_speech_wait_asked (service);
  g_assert_true (fys_speech_is_answering (speech));
  fys_speech_say (speech, "1", "da", FOREVER);
  g_assert_false (fys_speech_is_answering (speech));
  fys_speech_say (speech, "Skift side", "da", FOREVER);
  fys_speech_say (speech, "Hvil", "da", FOREVER);
  fake_speech_set_hangs (service, FALSE);
  fake_speech_assert_log (service, "+\n-\nda: 3\n-\nda: 2\n-\nda: Hvil\n");

  fake_speech_set_hangs (service, TRUE);
  fys_speech_say (speech, "Hold", "da", FOREVER);
  fake_speech_wait_asked (service);
  fys_speech_say (speech, "1", "da", FOREVER);
  fys_speech_hush (speech);
  fake_speech_set_hangs (service, FALSE);
  fake_speech_assert_log (service, "+\n-\nda: 3\n-\nda: 2\n-\nda: Hvil\n-\nda: Hold\n-\n");
  fake_speech_free (service);
}

/* Whatever an article calls its exercise, it is said and not obeyed. */
static void
test_lines (void)
{
  FakeSpeech *service = fake_speech_new ();
  g_autoptr (FysSpeech) speech = fys_speech_new (FYS_SPEECH_NONE, NULL);

  fys_speech_wake (speech);
  fys_speech_say (speech, "Broen\r\n.\r\nQUIT\n", "da", FOREVER);
  fys_speech_sleep (speech);
  fake_speech_assert_log (service, "+\n-\nda: Broen  .  QUIT \n.\n");
  fake_speech_free (service);
}

/* No number late: what waited longer than it may is left out. */
static void
test_late (void)
{
  FakeSpeech *service = fake_speech_new ();
  g_autoptr (FysSpeech) speech = fys_speech_new (FYS_SPEECH_NONE, NULL);

  fys_speech_wake (speech);
  fys_speech_say (speech, "3", "da", -1);
  fake_speech_assert_log (service, "+\n");
  fake_speech_set_hangs (service, TRUE);
  fys_speech_say (speech, "Hold", "da", FOREVER);
  fake_speech_wait_asked (service);
  fys_speech_say (speech, "2", "da", -1);
  fake_speech_set_hangs (service, FALSE);
  fys_speech_sleep (speech);
  fake_speech_assert_log (service, "+\n-\nda: Hold\n.\n");
  fake_speech_free (service);
}

/* A service that hangs from the first word on, or in the middle: every call returns, and so does the end. */
static void
test_hangs (void)
{
  FakeSpeech *service = fake_speech_new ();
  FysSpeech *speech = fys_speech_new (FYS_SPEECH_NONE, NULL);

  fake_speech_set_hangs (service, TRUE);
  fys_speech_wake (speech);
  fake_speech_wait_asked (service);
  for (guint i = 0; i < 1000; i++)
    fys_speech_say (speech, "Hold", "da", FOREVER);
  fys_speech_hush (speech);
  g_assert_false (fys_speech_is_answering (speech));
  fys_speech_sleep (speech);
  fys_speech_wake (speech);
  fys_speech_free (speech);
  fake_speech_assert_log (service, "");
  fake_speech_free (service);
}

/* A service that ends takes nothing with it, and one that comes back is found again, by the next session and within one. */
static void
test_ends (void)
{
  FakeSpeech *service = fake_speech_new ();
  g_autoptr (FysSpeech) speech = fys_speech_new (FYS_SPEECH_NONE, NULL);

  fys_speech_wake (speech);
  fys_speech_say (speech, "Hold", "da", FOREVER);
  fake_speech_assert_log (service, "+\n-\nda: Hold\n");
  fake_speech_free (service);

  fys_speech_say (speech, "Hvil", "da", FOREVER);
  wait_for_silence (speech);
  fys_speech_say (speech, "Hold", "da", FOREVER);
  fys_speech_sleep (speech);

  service = fake_speech_new ();
  fys_speech_wake (speech);
  fys_speech_say (speech, "Hold", "da", FOREVER);
  fake_speech_assert_log (service, "+\n-\nda: Hold\n");
  fake_speech_free (service);

  service = fake_speech_new ();
  fys_speech_say (speech, "Færdig", "da", FOREVER);
  fys_speech_sleep (speech);
  fake_speech_assert_log (service, "+\n-\nda: Færdig\n.\n");
  fake_speech_free (service);
}

/* Nobody listens: nothing is printed (warnings are fatal here), and nothing waits. */
static void
test_absent (void)
{
  g_autoptr (FysSpeech) speech = fys_speech_new (FYS_SPEECH_NONE, NULL);

  fys_speech_wake (speech);
  fys_speech_say (speech, "Hold", "da", FOREVER);
  fys_speech_hush (speech);
  fys_speech_sleep (speech);
  g_assert_false (fys_speech_is_answering (speech));
}

static void
test_free (void)
{
  FakeSpeech *service = fake_speech_new ();

  fys_speech_free (NULL);
  fys_speech_free (fys_speech_new (FYS_SPEECH_NONE, NULL));
  for (guint i = 0; i < 50; i++)
    {
      FysSpeech *speech = fys_speech_new (FYS_SPEECH_NONE, NULL);

      fys_speech_wake (speech);
      if (i % 2 == 0)
        fys_speech_say (speech, "Hold", "da", FOREVER);
      if (i % 3 == 0)
        fys_speech_sleep (speech);
      fys_speech_free (speech);
    }
  fake_speech_free (service);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  fake_speech_init ();

  g_test_add_func ("/exercise/speech/say", test_say);
  g_test_add_func ("/exercise/speech/sleep", test_sleep);
  g_test_add_func ("/exercise/speech/newest", test_newest);
  g_test_add_func ("/exercise/speech/lines", test_lines);
  g_test_add_func ("/exercise/speech/late", test_late);
  g_test_add_func ("/exercise/speech/hangs", test_hangs);
  g_test_add_func ("/exercise/speech/ends", test_ends);
  g_test_add_func ("/exercise/speech/absent", test_absent);
  g_test_add_func ("/exercise/speech/free", test_free);

  status = g_test_run ();
  fake_speech_exit ();
  return status;
}
