/* fuzz-table.c - any bytes as the lines of a table, by themselves and inside containers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "../core/article/article-dump.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
check (const char   *before,
       const guint8 *data,
       gsize         size)
{
  g_autoptr (GByteArray) text = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (FysArticle) article = NULL;

  g_byte_array_append (text, (const guint8 *) before, (guint) strlen (before));
  g_byte_array_append (text, data, (guint) size);
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&text));
  article = fys_article_new_from_bytes (bytes, NULL);
  article_assert_sound (article);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  check ("[r]: /x\n\n", data, size);
  check ("text\n| a | b |\n|:--|--:|\n", data, size);
  check ("> | a |\n> |---|\n> ", data, size);
  check ("- 1. | a |\n     |---|\n     ", data, size);
  return 0;
}
