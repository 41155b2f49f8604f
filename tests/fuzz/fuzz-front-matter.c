/* fuzz-front-matter.c - any bytes as front matter: whatever it is, the text after it is shown
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "../core/article/article-dump.h"

#define BODY "\n---\n\nbody\n"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GByteArray) text = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (FysArticle) article = NULL;
  g_autofree char *dump = NULL;

  g_byte_array_append (text, (const guint8 *) "---\n", 4);
  g_byte_array_append (text, data, (guint) size);
  g_byte_array_append (text, (const guint8 *) BODY, strlen (BODY));
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&text));
  article = fys_article_new_from_bytes (bytes, NULL);
  article_assert_sound (article);
  dump = article_dump (article);
  g_assert_nonnull (strstr (dump, "body"));
  return 0;
}
