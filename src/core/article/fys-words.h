/* fys-words.h - text as words, to look for what it says and not for how it is written
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns: (transfer full): the words of @text in lower case, each with one space before and after; everything that is no letter or
 * digit parts words: "Søg læge – nu!" → " søg læge nu " */
char    *fys_words_fold    (const char *text);
/* Whether folded @words contain @phrase: whole words, in lower case, one space apart. A last word that ends in "*" stands for any
 * word that begins so. */
gboolean fys_words_contain (const char *words,
                            const char *phrase);

G_END_DECLS
