/* fys-word-list.h - words to search for, each a button: searched before, near to what was typed, or examples
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FYS_TYPE_WORD_LIST (fys_word_list_get_type ())
/* Not to be seen while it has no words. Properties, construct only: title (what the words are), icon-name (before each).
 * Signal: chosen (char *words). */
G_DECLARE_FINAL_TYPE (FysWordList, fys_word_list, FYS, WORD_LIST, GtkWidget)

/* @words: (nullable) (array zero-terminated=1) */
void fys_word_list_set_words (FysWordList       *self,
                              const char *const *words);
/* Adds its buttons, from the top. @stops: (element-type GtkWidget) */
void fys_word_list_add_stops (FysWordList       *self,
                              GPtrArray         *stops);

G_END_DECLS
