/* fys-check.c - fysbog-tool check: what is wrong with articles
 *
 *   PATH ─▶ the articles in it ─▶ each read, checked, told and forgotten ─▶ what only the whole folder can tell ─▶ a summary
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <sys/stat.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "core/exercise/fys-exercise.h"
#include "core/library/fys-expectations.h"
#include "core/library/fys-library-folder.h"
#include "core/library/fys-references.h"
#include "tool/fys-article-json.h"
#include "tool/fys-finding.h"
#include "tool/fys-tool.h"
#include "tool/fys-walk.h"

#define N_SEVERITIES (FYS_SEVERITY_ERROR + 1)

/** Check: a run of the command.
 * @places: (element-type utf8 filename): by what key the folder that is being checked has which file; see fys_library_dup_article_key()
 * @n_found: of each severity, of what was told */
typedef struct
{
  gboolean       is_json;
  FysSeverity    least;
  FysReferences *references;
  GHashTable    *places;
  guint          n_files;
  guint          n_unreadable;
  guint          n_found[N_SEVERITIES];
} Check;

static void
tell (Check      *self,
      const char *path,
      GPtrArray  *findings)
{
  g_autofree char *shown_path = fys_tool_dup_shown_path (path);

  for (guint i = findings->len; i > 0; i--)
    {
      const FysDiagnostic *finding = g_ptr_array_index (findings, i - 1);

      if (finding->severity < self->least)
        g_ptr_array_remove_index (findings, i - 1);
    }
  fys_diagnostics_sort (findings);
  if (self->is_json)
    {
      g_autofree char *json = fys_diagnostics_dup_json (findings, shown_path);

      printf ("%s\n", json);
    }
  for (guint i = 0; i < findings->len; i++)
    {
      const FysDiagnostic *finding = g_ptr_array_index (findings, i);

      self->n_found[finding->severity]++;
      if (!self->is_json)
        {
          g_autofree char *line = fys_finding_dup_line (shown_path, finding);

          printf ("%s\n", line);
        }
    }
}

/* A link may give a file several names. */
static gboolean
is_same_file (const char *one,
              const char *other)
{
  struct stat one_info;
  struct stat other_info;

  return g_stat (one, &one_info) == 0 && g_stat (other, &other_info) == 0 && one_info.st_dev == other_info.st_dev
         && one_info.st_ino == other_info.st_ino;
}

/* The library has one article by each name: of two files the one that is read later hides the other. */
static void
check_name (Check      *self,
            GFile      *file,
            const char *path,
            GPtrArray  *findings)
{
  char       *key = fys_library_dup_article_key (file);
  const char *earlier = g_hash_table_lookup (self->places, key);

  if (earlier == NULL)
    {
      g_hash_table_insert (self->places, key, g_strdup (path));
      return;
    }
  if (!is_same_file (earlier, path))
    {
      g_autofree char *shown = fys_tool_dup_shown_path (earlier);

      fys_diagnostics_add (findings, FYS_SEVERITY_WARNING, 0, 0,
                           _ ("The library would know this article and “%s” by the same name, “%s”, and show one of them only"), shown, key);
    }
  g_free (key);
}

static void
check_file (Check      *self,
            const char *path)
{
  g_autoptr (FysArticle) article = fys_tool_load (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (FysExerciseList) exercises = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  self->n_files++;
  if (article == NULL)
    {
      self->n_unreadable++;
      return;
    }

  exercises = fys_exercise_list_new (article);
  findings = fys_exercise_list_dup_findings (exercises, article);
  fys_expectations_check (article, exercises, findings);
  fys_references_check (self->references, article, file, findings);
  check_name (self, file, path, findings);
  tell (self, path, findings);
}

static void
folder_error_cb (const char *path,
                 const char *message,
                 gpointer    user_data)
{
  Check *self = user_data;

  fys_tool_file_error (path, message);
  self->n_unreadable++;
}

/* Something that grows with each picture that was exchanged for a better one. */
static void
check_unused_pictures (Check      *self,
                       const char *folder)
{
  g_autoptr (GPtrArray) unused = fys_references_dup_unused_pictures (self->references, folder);

  if (self->least > FYS_SEVERITY_INFO)
    return;
  for (guint i = 0; i < unused->len; i++)
    {
      g_autoptr (GPtrArray) findings = fys_diagnostics_new ();

      fys_diagnostics_add (findings, FYS_SEVERITY_INFO, 0, 0, _ ("No article shows this picture"));
      tell (self, g_ptr_array_index (unused, i), findings);
    }
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
  check_unused_pictures (self, path);
}

static void
print_summary (const Check *self)
{
  g_autofree char *files = g_strdup_printf (ngettext ("%u file", "%u files", self->n_files), self->n_files);
  guint            n_errors = self->n_found[FYS_SEVERITY_ERROR];
  guint            n_warnings = self->n_found[FYS_SEVERITY_WARNING];
  guint            n_hints = self->n_found[FYS_SEVERITY_INFO];
  g_autofree char *errors = g_strdup_printf (ngettext ("%u error", "%u errors", n_errors), n_errors);
  g_autofree char *warnings = g_strdup_printf (ngettext ("%u warning", "%u warnings", n_warnings), n_warnings);
  g_autofree char *hints = g_strdup_printf (ngettext ("%u hint", "%u hints", n_hints), n_hints);

  /* Translators: how many files were checked, and what was found: “12 files: 1 error, 3 warnings, 0 hints” */
  printf (_ ("%1$s: %2$s, %3$s, %4$s"), files, errors, warnings, hints);
  if (self->n_unreadable > 0)
    /* Translators: follows “12 files: 1 error, 3 warnings, 0 hints” */
    printf (ngettext (", %u could not be read", ", %u could not be read", self->n_unreadable), self->n_unreadable);
  printf ("\n");
}

/* What is only a hint is no fault, and what was not told cannot be the reason. */
static FysToolStatus
get_status (const Check *self)
{
  return self->n_unreadable > 0 || self->n_found[FYS_SEVERITY_WARNING] > 0 || self->n_found[FYS_SEVERITY_ERROR] > 0 ? FYS_TOOL_FOUND
                                                                                                                      : FYS_TOOL_FINE;
}

static FysToolStatus
check_paths (Check              *self,
             const char *const *paths)
{
  gboolean is_one_file = paths[1] == NULL && !g_file_test (paths[0], G_FILE_TEST_IS_DIR);

  self->references = fys_references_new ();
  for (guint i = 0; paths[i] != NULL; i++)
    {
      /* Each folder is a library of its own, and files may be copies of each other. */
      self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      check_path (self, paths[i]);
      g_clear_pointer (&self->places, g_hash_table_unref);
    }
  g_clear_pointer (&self->references, fys_references_free);
  if (!is_one_file && !self->is_json)
    print_summary (self);
  return get_status (self);
}

static gboolean
find_severity (const char  *nick,
               FysSeverity *out_severity)
{
  for (guint i = 0; i < N_SEVERITIES; i++)
    if (g_strcmp0 (nick, fys_severity_get_nick ((FysSeverity) i)) == 0)
      {
        *out_severity = (FysSeverity) i;
        return TRUE;
      }
  return FALSE;
}

FysToolStatus
fys_tool_check (int   argc,
                char *argv[])
{
  g_auto (GStrv) paths = NULL;
  g_autofree char *severity = NULL;
  Check check = { .least = FYS_SEVERITY_INFO };
  const GOptionEntry entries[] = {
    { "json", 'j', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &check.is_json, N_ ("Print a JSON object a line for each file"), NULL },
    { "severity", 's', G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &severity,
      N_ ("Leave out what is less grave: info (nothing is left out), warning or error"),
      /* Translators: stands for a value in “--severity=LEVEL” */
      N_ ("LEVEL") },
    { G_OPTION_REMAINING, '\0', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, NULL },
    { NULL },
  };

  if (!fys_tool_parse (&argc, &argv,
                       /* Translators: what follows the command in a usage line: files or folders */
                       _ ("PATH…"),
                       _ ("Says what is wrong with articles: front matter and text that are not shown as meant; pictures, articles and "
                          "sections that are not where a link says; symptoms without a word on when to seek help. Of a folder, all files "
                          "that end in .md or .markdown are checked, in the folders below it too, and pictures that no article shows are "
                          "named. A finding is a line, “file:line:column: severity: message”.\n\n"
                          "The exit status is 1 when there is an error or a warning, or something could not be read; what is only "
                          "“info” does not count."),
                       entries))
    return FYS_TOOL_USAGE;
  if (paths == NULL)
    return fys_tool_usage_error ("check", _ ("no file or folder is given"));
  if (severity != NULL && !find_severity (severity, &check.least))
    return fys_tool_usage_error ("check", _ ("“%s” is none of info, warning and error"), severity);
  return check_paths (&check, (const char *const *) paths);
}
