/* fys-paths.c - where the program's own files lie
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/fys-paths.h"

#include <gio/gio.h>

/* Returns: (transfer full) (nullable): the prefix that the running executable was found in, such as /usr */
static char *
dup_own_prefix (void)
{
  g_autofree char *executable = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *bin_dir = NULL;

  if (executable == NULL)
    return NULL;
  bin_dir = g_path_get_dirname (executable);
  return g_path_get_dirname (bin_dir);
}

static char *
dup_dir (const char *variable,
         const char *below_prefix,
         const char *configured)
{
  const char      *from_environment = variable != NULL ? g_getenv (variable) : NULL;
  g_autofree char *prefix = NULL;

  if (from_environment != NULL && *from_environment != '\0')
    return g_strdup (from_environment);

  prefix = dup_own_prefix ();
  if (prefix != NULL)
    {
      g_autofree char *beside = g_build_filename (prefix, "share", below_prefix, NULL);

      if (g_file_test (beside, G_FILE_TEST_IS_DIR))
        return g_steal_pointer (&beside);
    }
  return g_strdup (configured);
}

char *
fys_paths_dup_data_dir (void)
{
  return dup_dir ("FYSBOG_DATA_DIR", "fysbog", PKGDATADIR);
}

char *
fys_paths_dup_locale_dir (void)
{
  return dup_dir ("FYSBOG_LOCALE_DIR", "locale", LOCALEDIR);
}

char *
fys_paths_dup_schema_dir (void)
{
  return dup_dir (NULL, "fysbog/schemas", PKGDATADIR "/schemas");
}
