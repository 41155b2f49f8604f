/* fys-wav.h - the samples of a WAV file of our own
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** FysWav: 16-bit little-endian mono samples; @samples is a part of the file's bytes. */
typedef struct
{
  GBytes *samples;
  guint   rate_hz;
} FysWav;

/* Only what data/sounds/make-sounds writes is understood. Returns: whether @out_wav was filled; its samples are then owned by the caller */
gboolean fys_wav_parse (GBytes *file,
                        FysWav *out_wav);

G_END_DECLS
