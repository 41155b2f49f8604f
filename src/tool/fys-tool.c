/* fys-tool.c - the command line for authors, scripts and tests: what its commands have in common
 *
 * Everything is written as UTF-8, in every locale: articles are UTF-8, and so is JSON.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tool/fys-tool.h"

#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include <glib/gi18n.h>

#include "core/fys-paths.h"

#define TOOL "fysbog-tool"

static const struct
{
  const char    *name;
  const char    *summary; /* marked for translation */
  FysToolStatus (*run) (int   argc,
                        char *argv[]);
} commands[] = {
  { "show", N_ ("Show what Fysbog sees in an article"), fys_tool_show },
  { "check", N_ ("Say what is wrong with articles"), fys_tool_check },
  { "search", N_ ("Find what articles say about something"), fys_tool_search },
  { "url", N_ ("Print the address of the clinics for an article"), fys_tool_url },
};

static void
print_usage (FILE *stream)
{
  fprintf (stream, "%s\n\n", _ ("Usage: fysbog-tool COMMAND [OPTION…] …"));
  fprintf (stream, "%s\n", _ ("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    fprintf (stream, "  %-6s %s\n", commands[i].name, _ (commands[i].summary));
  fprintf (stream, "\n%s\n", _ ("“fysbog-tool COMMAND --help” tells more about a command, and --version the version of the tool."));
  fprintf (stream, "%s\n",
           _ ("Exit status: 0 when all is well, 1 when something was found or could not be read, 2 for a wrong command line."));
}

/* What was written may still wait in the buffer, and a full disk is only noticed then. */
static gboolean
finish_output (void)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return TRUE;
  fprintf (stderr, TOOL ": %s: %s\n", _ ("cannot write the output"), g_strerror (errno));
  return FALSE;
}

static void
init_locale (void)
{
  g_autofree char *locale_dir = fys_paths_dup_locale_dir ();

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static FysToolStatus
run_command (int   argc,
             char *argv[])
{
  if (argc < 2)
    {
      print_usage (stderr);
      return FYS_TOOL_USAGE;
    }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h") || g_str_equal (argv[1], "help"))
    {
      print_usage (stdout);
      return FYS_TOOL_FINE;
    }
  if (g_str_equal (argv[1], "--version"))
    {
      printf (TOOL " " PACKAGE_VERSION "\n");
      return FYS_TOOL_FINE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (argv[1], commands[i].name))
      return commands[i].run (argc - 1, argv + 1);

  return fys_tool_usage_error (NULL, _ ("there is no command “%s”"), argv[1]);
}

int
fys_tool_run (int   argc,
              char *argv[])
{
  FysToolStatus status;

  init_locale ();
  status = run_command (argc, argv);
  if (!finish_output ())
    return MAX (status, FYS_TOOL_FOUND);
  return status;
}

gboolean
fys_tool_parse (int                *argc,
                char             ***argv,
                const char         *parameters,
                const char         *description,
                const GOptionEntry *entries)
{
  g_autoptr (GOptionContext) context = g_option_context_new (parameters);
  g_autofree char *command = g_strdup ((*argv)[0]);
  g_autofree char *program = g_strconcat (TOOL " ", command, NULL);
  g_autoptr (GError) error = NULL;

  /* The usage line names the program so. */
  g_set_prgname (program);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, description);
  if (g_option_context_parse (context, argc, argv, &error))
    return TRUE;

  (void) fys_tool_usage_error (command, "%s", error->message);
  return FALSE;
}

FysToolStatus
fys_tool_usage_error (const char *command,
                      const char *format,
                      ...)
{
  g_autofree char *message = NULL;
  va_list          arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  fprintf (stderr, TOOL ": %s\n", message);
  /* Translators: both lines follow a message about a wrong command line */
  if (command != NULL)
    fprintf (stderr, _ ("“fysbog-tool %s --help” tells how it is used."), command);
  else
    fputs (_ ("“fysbog-tool --help” tells how it is used."), stderr);
  fputc ('\n', stderr);
  return FYS_TOOL_USAGE;
}

char *
fys_tool_dup_shown_path (const char *path)
{
  return g_utf8_make_valid (path, -1);
}

void
fys_tool_file_error (const char *path,
                     const char *message)
{
  g_autofree char *shown = fys_tool_dup_shown_path (path);

  /* Findings that were printed before it stay before it. */
  (void) fflush (stdout);
  fprintf (stderr, TOOL ": %s: %s\n", shown, message);
}

FysArticle *
fys_tool_load (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  FysArticle *article = fys_article_load (file, NULL, &error);

  if (article == NULL)
    fys_tool_file_error (path, error->message);
  return article;
}
