/* fys-edit-distance.h - how far what was typed is from a word
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A letter too many, missing or wrong, or two that changed places, cost 1; a double letter written once, or the other way round, costs half.
 * @typed, @word: folded, shorter than FYS_DANISH_WORD_BYTES. Returns: the distance, or G_MAXDOUBLE when it is over @max */
double fys_edit_distance (const char *typed,
                          const char *word,
                          double      max);

G_END_DECLS
