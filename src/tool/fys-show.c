/* fys-show.c - fysbog-tool show: what Fysbog sees in an article
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>

#include <glib/gi18n.h>

#include "tool/fys-article-json.h"
#include "tool/fys-article-outline.h"
#include "tool/fys-tool.h"

static gboolean
show_file (const char *path,
           gboolean    is_json)
{
  g_autoptr (FysArticle) article = fys_tool_load (path);
  g_autofree char *shown_path = NULL;
  g_autofree char *text = NULL;

  if (article == NULL)
    return FALSE;
  shown_path = fys_tool_dup_shown_path (path);
  text = is_json ? fys_article_dup_json (article, shown_path) : fys_article_dup_outline (article, shown_path);
  printf ("%s\n", text);
  return TRUE;
}

FysToolStatus
fys_tool_show (int   argc,
               char *argv[])
{
  g_auto (GStrv) files = NULL;
  gboolean      is_json = FALSE;
  FysToolStatus status = FYS_TOOL_FINE;
  const GOptionEntry entries[] = {
    { "json", 'j', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &is_json, N_ ("Print a JSON object a line for each file"), NULL },
    { G_OPTION_REMAINING, '\0', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    { NULL },
  };

  if (!fys_tool_parse (&argc, &argv,
                       /* Translators: what follows the command in a usage line */
                       _ ("FILE…"),
                       _ ("Shows what Fysbog sees in an article: its sections, questions, exercises with their dosage, warning "
                          "signs, links and findings. A file that cannot be read is told on the standard error; the others are "
                          "shown all the same, and the exit status is 1."),
                       entries))
    return FYS_TOOL_USAGE;
  if (files == NULL)
    return fys_tool_usage_error ("show", _ ("no file is given"));

  for (guint i = 0; files[i] != NULL; i++)
    if (!show_file (files[i], is_json))
      status = FYS_TOOL_FOUND;
  return status;
}
