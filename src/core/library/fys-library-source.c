/* fys-library-source.c - the folders that articles lie in, as they are on this machine
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-library.h"

#include <string.h>

#include "core/fys-paths.h"

#define PROGRAM_FOLDER  "fysbog"
#define ARTICLES_FOLDER "articles"
#define PACKS_FOLDER    "packs"

FysLibrarySource *
fys_library_source_new (FysSourceKind kind,
                        const char   *path)
{
  FysLibrarySource *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (FysLibrarySource, 1);
  self->kind = kind;
  self->path = g_canonicalize_filename (path, NULL);
  return self;
}

void
fys_library_source_free (FysLibrarySource *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self);
}

void
fys_library_problem_free (FysLibraryProblem *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->message);
  g_free (self);
}

/* Takes @path. */
static void
take_source (GPtrArray    *sources,
             FysSourceKind kind,
             char         *path)
{
  g_ptr_array_add (sources, fys_library_source_new (kind, path));
  g_free (path);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* By name, so that which pack wins over which does not depend on the disk. */
static void
add_packs (GPtrArray  *sources,
           const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (*name != '.')
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    take_source (sources, FYS_SOURCE_PACK, g_build_filename (folder, g_ptr_array_index (names, i), NULL));
}

GPtrArray *
fys_library_dup_default_sources (void)
{
  g_autofree char   *data_dir = fys_paths_dup_data_dir ();
  g_autofree char   *packs = g_build_filename (data_dir, PACKS_FOLDER, NULL);
  const char *const *dirs = g_get_system_data_dirs ();
  GPtrArray         *sources = g_ptr_array_new_with_free_func ((GDestroyNotify) fys_library_source_free);

  take_source (sources, FYS_SOURCE_SHIPPED, g_build_filename (data_dir, ARTICLES_FOLDER, NULL));
  add_packs (sources, packs);

  /* The folders of the system come in the order in which they count, the most important first; of our sources the last one counts. */
  for (guint i = g_strv_length ((char **) dirs); i > 0; i--)
    take_source (sources, FYS_SOURCE_DATA, g_build_filename (dirs[i - 1], PROGRAM_FOLDER, ARTICLES_FOLDER, NULL));
  take_source (sources, FYS_SOURCE_DATA, g_build_filename (g_get_user_data_dir (), PROGRAM_FOLDER, ARTICLES_FOLDER, NULL));
  return sources;
}
