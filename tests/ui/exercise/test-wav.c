/* test-wav.c - the cues, and files that are none
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/exercise/fys-wav.h"

#include <gio/gio.h>
#include <string.h>

/* All of them together, so that they stay a small part of the program. */
#define MAX_BYTES 120000

GResource *fys_get_resource (void);

static const char *const names[] = { "start", "rest", "switch", "bell", "tick", "end" };

static GBytes *
load (const char *name)
{
  g_autofree char *path = g_strdup_printf (RESOURCE_PATH "/sounds/%s.wav", name);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_resource_lookup_data (fys_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  g_assert_no_error (error);
  return bytes;
}

static int
get_peak (GBytes *samples,
          gsize   from,
          gsize   to)
{
  gsize n_bytes;
  const guint8 *bytes = g_bytes_get_data (samples, &n_bytes);
  int peak = 0;

  for (gsize i = from; i < MIN (to, n_bytes / 2); i++)
    peak = MAX (peak, ABS ((gint16) (bytes[2 * i] | bytes[2 * i + 1] << 8)));
  return peak;
}

/* How often the signal crosses zero upwards in its loudest part tells its fundamental well enough. */
static double
get_pitch_hz (const FysWav *wav)
{
  gsize n_bytes;
  const guint8 *bytes = g_bytes_get_data (wav->samples, &n_bytes);
  gsize n = MIN (n_bytes / 2, wav->rate_hz / 12);
  guint n_crossings = 0;

  for (gsize i = 1; i < n; i++)
    if ((gint16) (bytes[2 * i - 2] | bytes[2 * i - 1] << 8) < 0 && (gint16) (bytes[2 * i] | bytes[2 * i + 1] << 8) >= 0)
      n_crossings++;
  return (double) n_crossings * wav->rate_hz / n;
}

static void
test_cues (void)
{
  gsize total_bytes = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GBytes) file = load (names[i]);
      g_autoptr (GBytes) samples = NULL;
      FysWav wav;
      gsize n_samples;

      total_bytes += g_bytes_get_size (file);
      g_assert_true (fys_wav_parse (file, &wav));
      samples = wav.samples;
      n_samples = g_bytes_get_size (samples) / 2;
      g_assert_cmpuint (wav.rate_hz, ==, 12000);

      /* Audible, not distorted, without a click at either end, and within what older ears hear. */
      g_assert_cmpint (get_peak (samples, 0, n_samples), >, 32767 / 5);
      g_assert_cmpint (get_peak (samples, 0, n_samples), <, 32767);
      g_assert_cmpint (get_peak (samples, 0, wav.rate_hz / 1000), <, get_peak (samples, 0, n_samples) / 4);
      g_assert_cmpint (get_peak (samples, n_samples - wav.rate_hz / 1000, n_samples), <, 32767 / 50);
      g_assert_cmpfloat (get_pitch_hz (&wav), >, 400);
      g_assert_cmpfloat (get_pitch_hz (&wav), <, 1500);
    }
  g_assert_cmpuint (total_bytes, <, MAX_BYTES);
}

static void
assert_refused (gconstpointer bytes,
                gsize         n_bytes)
{
  g_autoptr (GBytes) file = g_bytes_new (bytes, n_bytes);
  FysWav wav = { 0 };

  g_assert_false (fys_wav_parse (file, &wav));
  g_assert_null (wav.samples);
}

/* Cut off anywhere: nothing is read beyond the end, and a header without its samples is none. */
static void
test_cut (void)
{
  g_autoptr (GBytes) file = load ("tick");
  gsize n_bytes;
  const guint8 *bytes = g_bytes_get_data (file, &n_bytes);

  for (gsize length = 0; length < n_bytes; length++)
    assert_refused (bytes, length);
}

static void
test_wrong (void)
{
  g_autoptr (GBytes) file = load ("tick");
  gsize n_bytes;
  const guint8 *bytes = g_bytes_get_data (file, &n_bytes);
  const struct
  {
    gsize  at;
    guint8 value;
  } changes[] = {
    { 0, 'X' },   /* not RIFF */
    { 8, 'X' },   /* not WAVE */
    { 12, 'X' },  /* no format */
    { 19, 0xff }, /* a format of four gigabytes */
    { 20, 3 },    /* floating point */
    { 22, 2 },    /* stereo */
    { 34, 8 },    /* 8 bits */
    { 43, 0xff }, /* samples beyond the end */
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree guint8 *copy = g_memdup2 (bytes, n_bytes);

      copy[changes[i].at] = changes[i].value;
      assert_refused (copy, n_bytes);
    }
}

/* Quieter by the cube, which is how loudness is heard; never louder than the recording, and nothing at 0. */
static void
test_volume (void)
{
  g_autoptr (GBytes) file = load ("start");
  FysWav wav = { 0 };
  int peak;

  g_assert_true (fys_wav_parse (file, &wav));
  peak = get_peak (wav.samples, 0, G_MAXSIZE);
  for (int percent = 0; percent <= 110; percent += 10)
    {
      double volume = percent / 100.0;
      g_autoptr (GBytes) scaled = fys_wav_dup_samples (&wav, volume);
      double expected = peak * MIN (volume * volume * volume, 1);

      g_assert_cmpuint (g_bytes_get_size (scaled), ==, g_bytes_get_size (wav.samples));
      g_assert_cmpint (get_peak (scaled, 0, G_MAXSIZE), <=, expected + 1);
      g_assert_cmpint (get_peak (scaled, 0, G_MAXSIZE), >=, expected - 1);
    }
  g_bytes_unref (wav.samples);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exercise/wav/cues", test_cues);
  g_test_add_func ("/exercise/wav/cut", test_cut);
  g_test_add_func ("/exercise/wav/wrong", test_wrong);
  g_test_add_func ("/exercise/wav/volume", test_volume);
  return g_test_run ();
}
