/* fys-wav.c - the samples of a WAV file of our own
 *
 * "RIFF" size "WAVE", then chunks: four letters, a 32-bit size, the content, padded to an even length. "fmt " must be PCM, mono, 16 bit.
 * Reading the header here lets GStreamer do without its WAV plugin. SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-wav.h"

#include <string.h>

#define HEADER_BYTES 12
#define CHUNK_BYTES  8
#define FORMAT_BYTES 16
#define FORMAT_PCM   1

static guint
read_u16 (const guint8 *at)
{
  return at[0] | at[1] << 8;
}

static guint32
read_u32 (const guint8 *at)
{
  return read_u16 (at) | (guint32) read_u16 (at + 2) << 16;
}

static gboolean
is_our_format (const guint8 *format,
               gsize         n_bytes)
{
  return n_bytes >= FORMAT_BYTES && read_u16 (format) == FORMAT_PCM && read_u16 (format + 2) == 1 && read_u16 (format + 14) == 16;
}

gboolean
fys_wav_parse (GBytes *file,
               FysWav *out_wav)
{
  gsize n_bytes;
  const guint8 *bytes = g_bytes_get_data (file, &n_bytes);
  guint rate_hz = 0;
  gsize at = HEADER_BYTES;

  if (n_bytes < HEADER_BYTES || memcmp (bytes, "RIFF", 4) != 0 || memcmp (bytes + 8, "WAVE", 4) != 0)
    return FALSE;

  while (n_bytes - at >= CHUNK_BYTES)
    {
      const guint8 *chunk = bytes + at;
      gsize length = read_u32 (chunk + 4);

      at += CHUNK_BYTES;
      if (length > n_bytes - at)
        return FALSE;
      if (memcmp (chunk, "fmt ", 4) == 0 && is_our_format (bytes + at, length))
        rate_hz = read_u32 (bytes + at + 4);
      else if (memcmp (chunk, "data", 4) == 0 && rate_hz > 0)
        {
          *out_wav = (FysWav) { .samples = g_bytes_new_from_bytes (file, at, length & ~(gsize) 1), .rate_hz = rate_hz };
          return TRUE;
        }
      at += MIN (length + (length & 1), n_bytes - at);
    }
  return FALSE;
}

GBytes *
fys_wav_dup_samples (const FysWav *self,
                     double        volume)
{
  double factor = volume * volume * volume;
  gsize n_bytes;
  const guint8 *bytes = g_bytes_get_data (self->samples, &n_bytes);
  guint8 *scaled;

  if (volume >= 1)
    return g_bytes_ref (self->samples);
  scaled = g_malloc (MAX (n_bytes, 1));
  for (gsize i = 0; i + 1 < n_bytes; i += 2)
    {
      gint16 sample = (gint16) read_u16 (bytes + i) * factor;

      scaled[i] = (guint16) sample & 0xff;
      scaled[i + 1] = (guint16) sample >> 8;
    }
  return g_bytes_new_take (scaled, n_bytes);
}
