/* fys-library-walk.c - the articles in folders and all that lies in them
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-library-walk.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

static const char *const article_suffixes[] = { ".md", ".markdown" };

/* Files that tell of the folder, without their suffix; in any case of letters. */
static const char *const no_articles[] = {
  "readme", "changelog", "contributing", "code_of_conduct", "license", "licence",
};

/* Folders that are full of such files. */
static const char *const foreign_folders[] = { "node_modules", "bower_components" };

struct _FysLibraryWalk
{
  GHashTable *seen; /* of FolderId */
};

typedef struct
{
  dev_t device;
  ino_t inode;
} FolderId;

static guint
folder_id_hash (gconstpointer key)
{
  const FolderId *id = key;

  return (guint) (id->inode ^ (id->device << 16));
}

static gboolean
folder_id_equal (gconstpointer a,
                 gconstpointer b)
{
  const FolderId *one = a;
  const FolderId *other = b;

  return one->device == other->device && one->inode == other->inode;
}

static gboolean
is_new_folder (FysLibraryWalk    *self,
               const struct stat *info)
{
  FolderId *id = g_new (FolderId, 1);

  id->device = info->st_dev;
  id->inode = info->st_ino;
  return g_hash_table_add (self->seen, id);
}

FysLibraryWalk *
fys_library_walk_new (void)
{
  FysLibraryWalk *self = g_new0 (FysLibraryWalk, 1);

  self->seen = g_hash_table_new_full (folder_id_hash, folder_id_equal, g_free, NULL);
  return self;
}

void
fys_library_walk_free (FysLibraryWalk *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->seen);
  g_free (self);
}

static gboolean
is_one_of (const char        *name,
           gsize              length,
           const char *const *names,
           guint              n_names)
{
  for (guint i = 0; i < n_names; i++)
    if (strlen (names[i]) == length && g_ascii_strncasecmp (name, names[i], length) == 0)
      return TRUE;
  return FALSE;
}

gboolean
fys_library_walk_is_article_name (const char *name)
{
  if (*name == '.')
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (article_suffixes); i++)
    if (g_str_has_suffix (name, article_suffixes[i]))
      return !is_one_of (name, strlen (name) - strlen (article_suffixes[i]), no_articles, G_N_ELEMENTS (no_articles));
  return FALSE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Returns: (transfer full) (nullable): the names in @folder, sorted by their bytes so that every walk gives the same order; %NULL with errno set */
static GPtrArray *
list_names (const char *folder)
{
  g_autoptr (GDir) dir = NULL;
  GPtrArray  *names;
  const char *name;

  errno = 0; /* GLib's own words for it repeat the path */
  dir = g_dir_open (folder, 0, NULL);
  if (dir == NULL)
    return NULL;
  names = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (*name != '.')
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

/* Tells of the articles of @folder, and adds its folders to @waiting: the last first, for that is emptied from its end. */
static gboolean
visit (const char                *folder,
       GPtrArray                 *names,
       GPtrArray                 *waiting,
       const FysLibraryWalkFuncs *funcs,
       gpointer                   user_data)
{
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < names->len; i++)
    {
      const char      *name = g_ptr_array_index (names, i);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      struct stat      info;
      gboolean         is_known = g_stat (path, &info) == 0;

      if (is_known && S_ISDIR (info.st_mode))
        {
          if (!is_one_of (name, strlen (name), foreign_folders, G_N_ELEMENTS (foreign_folders)))
            g_ptr_array_add (folders, g_steal_pointer (&path));
        }
      else if (fys_library_walk_is_article_name (name) && !funcs->article (path, is_known ? &info : NULL, user_data))
        return FALSE;
    }
  while (folders->len > 0)
    g_ptr_array_add (waiting, g_ptr_array_steal_index (folders, folders->len - 1));
  return TRUE;
}

/* Returns: %FALSE when one of @funcs ended the walk */
static gboolean
walk_folder (FysLibraryWalk            *self,
             const char                *folder,
             GPtrArray                 *waiting,
             const FysLibraryWalkFuncs *funcs,
             gpointer                   user_data)
{
  g_autoptr (GPtrArray) names = NULL;
  struct stat info;

  if (g_stat (folder, &info) == 0 && !is_new_folder (self, &info))
    return TRUE;
  if (funcs->folder != NULL && !funcs->folder (folder, user_data))
    return FALSE;
  names = list_names (folder);
  if (names == NULL)
    return funcs->problem (folder, g_strerror (errno), user_data);
  return visit (folder, names, waiting, funcs, user_data);
}

gboolean
fys_library_walk_run (FysLibraryWalk            *self,
                      const char                *path,
                      const FysLibraryWalkFuncs *funcs,
                      gpointer                   user_data)
{
  g_autoptr (GPtrArray) waiting = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (self != NULL && path != NULL && funcs != NULL, FALSE);

  g_ptr_array_add (waiting, g_strdup (path));
  while (waiting->len > 0)
    {
      g_autofree char *folder = g_ptr_array_steal_index (waiting, waiting->len - 1);

      if (!walk_folder (self, folder, waiting, funcs, user_data))
        return FALSE;
    }
  return TRUE;
}
