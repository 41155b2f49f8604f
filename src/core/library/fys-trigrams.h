/* fys-trigrams.h - how alike two short texts look, whatever words they are made of
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The runs of three letters in the words of @text (small words left out), sorted, each once. Returns: (transfer full) (element-type guint32) */
GArray *fys_trigrams_new  (const char   *text);
/* Dice's coefficient: 0 (nothing in common) to 1 (the same) */
double  fys_trigrams_dice (const GArray *a,
                           const GArray *b);

G_END_DECLS
