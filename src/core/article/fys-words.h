/* fys-words.h - text as words, to look for what it says and not for how it is written
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** FysWords: @text: the words in lower case, each with one space before and after; what is no letter or digit parts words:
 * "Søg læge – nu!" → " søg læge nu "
 * @initials: a bit for each byte that a word begins with, which rules out most phrases without a search */
typedef struct
{
  char   *text;
  guint64 initials;
} FysWords;

void     fys_words_init         (FysWords          *self,
                                 const char        *text,
                                 gsize              length);
void     fys_words_clear        (FysWords          *self);
/* @phrases: (array zero-terminated=1): words in lower case, one space apart. A last word that ends in "*" stands for any word that begins
 * so. */
gboolean fys_words_contain_any  (const FysWords    *self,
                                 const char *const *phrases);

G_END_DECLS
