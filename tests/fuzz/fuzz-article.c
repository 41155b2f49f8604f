/* fuzz-article.c - any bytes as an article
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "../core/article/article-dump.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (FysArticle) article = fys_article_new_from_bytes (bytes, "name.md");
  g_autofree char *text = NULL;
  guint n;

  article_assert_sound (article);
  fys_article_get_blocks (article, &n);
  text = fys_article_dup_plain_text (article, 0, n);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  return 0;
}
