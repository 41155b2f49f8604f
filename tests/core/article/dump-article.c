/* dump-article.c - prints what the parser makes of an article; its output is what a .expected file holds
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "article-dump.h"

#include <stdio.h>

int
main (int    argc,
      char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (FysArticle) article = fys_article_load (file, NULL, &error);
      g_autofree char *dump = NULL;

      if (article == NULL)
        {
          g_printerr ("%s: %s\n", argv[i], error->message);
          return 1;
        }
      article_assert_sound (article);
      dump = article_dump (article);
      (void) fputs (dump, stdout); /* a closed pipe is the reader's choice */
    }
  return 0;
}
