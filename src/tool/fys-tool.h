/* fys-tool.h - the command line for authors, scripts and tests: what its commands have in common
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/article/fys-article.h"

G_BEGIN_DECLS

/* The exit status of the tool. */
typedef enum
{
  FYS_TOOL_FINE = 0,
  FYS_TOOL_FOUND = 1, /* something was found, or a file could not be read */
  FYS_TOOL_USAGE = 2, /* the command line asks for what does not exist */
} FysToolStatus;

/* Returns: the exit status */
int           fys_tool_run           (int                  argc,
                                      char                *argv[]);

/* The commands; argv[0] is the command's name. */
FysToolStatus fys_tool_show          (int                  argc,
                                      char                *argv[]);
FysToolStatus fys_tool_check         (int                  argc,
                                      char                *argv[]);
FysToolStatus fys_tool_search        (int                  argc,
                                      char                *argv[]);
FysToolStatus fys_tool_url           (int                  argc,
                                      char                *argv[]);

/**
 * fys_tool_parse:
 * @parameters: what follows the options in the usage line, such as "FILE…"; translated
 * @description: what the command does, for --help; translated
 * @entries: its options; G_OPTION_REMAINING holds the files
 *
 * On %FALSE the user was told what is wrong, and the command returns FYS_TOOL_USAGE. `--help` prints and ends the program. */
gboolean      fys_tool_parse         (int                 *argc,
                                      char              ***argv,
                                      const char          *parameters,
                                      const char          *description,
                                      const GOptionEntry  *entries);
/* Tells a mistake on the command line. Returns: FYS_TOOL_USAGE */
FysToolStatus fys_tool_usage_error   (const char          *command,
                                      const char          *format,
                                      ...) G_GNUC_PRINTF (2, 3);
/* Tells on the standard error what is wrong with @path. */
void          fys_tool_file_error    (const char          *path,
                                      const char          *message);
/* Reads an article, or tells why not. Returns: (transfer full) (nullable) */
FysArticle   *fys_tool_load          (const char          *path);
/* Returns: (transfer full): @path for people and for JSON, valid UTF-8 */
char         *fys_tool_dup_shown_path (const char         *path);

G_END_DECLS
