/* fys-library-folders.c - the folders that the user added to the library, as they are kept
 *
 * A setting is UTF-8, which the name of a file need not be: such a one is kept as an address. SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/library/fys-library-folders.h"

#include "ui/window/fys-settings.h"

#define ADDRESS_PREFIX "file:"

/* Returns: (transfer full) (nullable) */
static char *
dup_path (const char *kept)
{
  return g_str_has_prefix (kept, ADDRESS_PREFIX) ? g_filename_from_uri (kept, NULL, NULL) : g_strdup (kept);
}

/* Returns: (transfer full) (nullable): %NULL for what is no path */
static char *
dup_kept (const char *path)
{
  return g_utf8_validate (path, -1, NULL) ? g_strdup (path) : g_filename_to_uri (path, NULL, NULL);
}

static void
keep (GSettings *settings,
      GPtrArray *paths)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < paths->len; i++)
    {
      char *text = dup_kept (g_ptr_array_index (paths, i));

      if (text != NULL)
        g_ptr_array_add (kept, text);
    }
  g_ptr_array_add (kept, NULL);
  g_settings_set_strv (settings, FYS_SETTINGS_LIBRARY_FOLDERS, (const char *const *) kept->pdata);
}

static GPtrArray *
paths_new (GSettings *settings)
{
  g_auto (GStrv) kept = g_settings_get_strv (settings, FYS_SETTINGS_LIBRARY_FOLDERS);
  GPtrArray     *paths = g_ptr_array_new_with_free_func (g_free);

  for (char **text = kept; *text != NULL; text++)
    {
      char *path = dup_path (*text);

      if (path != NULL && g_path_is_absolute (path))
        g_ptr_array_add (paths, path);
      else
        g_free (path);
    }
  return paths;
}

char **
fys_library_folders_dup (GSettings *settings)
{
  GPtrArray *paths;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  paths = paths_new (settings);
  g_ptr_array_add (paths, NULL);
  return (char **) g_ptr_array_free (paths, FALSE);
}

gboolean
fys_library_folders_add (GSettings  *settings,
                         const char *path)
{
  g_autoptr (GPtrArray) paths = NULL;

  g_return_val_if_fail (G_IS_SETTINGS (settings), FALSE);
  g_return_val_if_fail (path != NULL && g_path_is_absolute (path), FALSE);

  paths = paths_new (settings);
  if (g_ptr_array_find_with_equal_func (paths, path, g_str_equal, NULL))
    return FALSE;
  g_ptr_array_add (paths, g_strdup (path));
  keep (settings, paths);
  return TRUE;
}

void
fys_library_folders_remove (GSettings  *settings,
                            const char *path)
{
  g_autoptr (GPtrArray) paths = NULL;
  guint                 found;

  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (path != NULL);

  paths = paths_new (settings);
  if (!g_ptr_array_find_with_equal_func (paths, path, g_str_equal, &found))
    return;
  g_ptr_array_remove_index (paths, found);
  keep (settings, paths);
}
