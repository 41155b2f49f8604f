/* fys-check.c - fysbog-tool check: what is wrong with articles
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>

#include <glib/gi18n.h>

#include "core/exercise/fys-exercise.h"
#include "tool/fys-article-json.h"
#include "tool/fys-finding.h"
#include "tool/fys-references.h"
#include "tool/fys-tool.h"
#include "tool/fys-walk.h"

typedef struct
{
  gboolean      is_json;
  FysToolStatus status;
} Check;

/* Returns: (transfer full) (element-type FysDiagnostic): the findings about the article and its exercises, and those that only its
 * folder can tell */
static GPtrArray *
collect_findings (FysArticle *article,
                  const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (FysExerciseList) exercises = fys_exercise_list_new (article);
  GPtrArray *findings = fys_exercise_list_dup_findings (exercises, article);

  fys_references_check (article, file, findings);
  fys_diagnostics_sort (findings);
  return findings;
}

static void
check_file (Check      *self,
            const char *path)
{
  g_autoptr (FysArticle) article = fys_tool_load (path);
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *shown_path = NULL;

  if (article == NULL)
    {
      self->status = FYS_TOOL_FOUND;
      return;
    }

  findings = collect_findings (article, path);
  shown_path = fys_tool_dup_shown_path (path);
  if (self->is_json)
    {
      g_autofree char *json = fys_diagnostics_dup_json (findings, shown_path);

      printf ("%s\n", json);
    }
  for (guint i = 0; i < findings->len; i++)
    {
      const FysDiagnostic *finding = g_ptr_array_index (findings, i);

      if (finding->severity != FYS_SEVERITY_INFO)
        self->status = FYS_TOOL_FOUND;
      if (!self->is_json)
        {
          g_autofree char *line = fys_finding_dup_line (shown_path, finding);

          printf ("%s\n", line);
        }
    }
}

static void
folder_error_cb (const char *path,
                 const char *message,
                 gpointer    user_data)
{
  Check *self = user_data;

  fys_tool_file_error (path, message);
  self->status = FYS_TOOL_FOUND;
}

static void
check_path (Check      *self,
            const char *path)
{
  g_autoptr (GPtrArray) articles = NULL;

  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      check_file (self, path);
      return;
    }
  articles = fys_walk_dup_articles (path, folder_error_cb, self);
  for (guint i = 0; i < articles->len; i++)
    check_file (self, g_ptr_array_index (articles, i));
}

FysToolStatus
fys_tool_check (int   argc,
                char *argv[])
{
  g_auto (GStrv) paths = NULL;
  Check check = { FALSE, FYS_TOOL_FINE };
  const GOptionEntry entries[] = {
    { "json", 'j', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &check.is_json, N_ ("Print a JSON object a line for each file"), NULL },
    { G_OPTION_REMAINING, '\0', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, NULL },
    { NULL },
  };

  if (!fys_tool_parse (&argc, &argv,
                       /* Translators: what follows the command in a usage line: files or folders */
                       _ ("PATH…"),
                       _ ("Says what is wrong with articles: front matter and text that are not shown as meant, and pictures, articles "
                          "and sections that are not where a link says. Of a folder, all files that end in .md or .markdown are "
                          "checked, in the folders below it too. A finding is a line, “file:line:column: severity: message”.\n\n"
                          "The exit status is 1 when there is an error or a warning, or something could not be read; what is only "
                          "“info” does not count."),
                       entries))
    return FYS_TOOL_USAGE;
  if (paths == NULL)
    return fys_tool_usage_error ("check", _ ("no file or folder is given"));

  for (guint i = 0; paths[i] != NULL; i++)
    check_path (&check, paths[i]);
  return check.status;
}
