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
/* @volume: 0 to 1, as a slider has it: what one hears grows evenly with it. Returns: (transfer full): the samples, that much quieter */
GBytes  *fys_wav_dup_samples (const FysWav *self,
                              double        volume);

G_END_DECLS
