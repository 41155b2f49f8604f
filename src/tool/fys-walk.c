/* fys-walk.c - the articles in a folder and all that lie in it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tool/fys-walk.h"

#include <string.h>
#include <sys/stat.h>

#include <glib/gstdio.h>

/* A folder is told by its device and inode: links may give it any number of names. */
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
is_new_folder (GHashTable        *seen,
               const struct stat *info)
{
  FolderId *id = g_new (FolderId, 1);

  id->device = info->st_dev;
  id->inode = info->st_ino;
  return g_hash_table_add (seen, id);
}

static gboolean
is_article_name (const char *name)
{
  return g_str_has_suffix (name, ".md") || g_str_has_suffix (name, ".markdown");
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Returns: (transfer full) (nullable): the names in @folder, sorted by their bytes so that every run gives the same order */
static GPtrArray *
list_names (const char *folder,
            GError    **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  GPtrArray  *names;
  const char *name;

  if (dir == NULL)
    return NULL;
  names = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (*name != '.')
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

/* Adds the articles of @folder to @articles, and its folders to @waiting: the last first, for that is emptied from its end. */
static void
visit (const char *folder,
       GPtrArray  *names,
       GPtrArray  *waiting,
       GPtrArray  *articles)
{
  g_autoptr (GPtrArray) folders = g_ptr_array_new ();

  for (guint i = 0; i < names->len; i++)
    {
      const char      *name = g_ptr_array_index (names, i);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      struct stat      info;

      /* A link that leads nowhere is told of when it is read, if its name says that it is an article. */
      if (g_stat (path, &info) == 0 && S_ISDIR (info.st_mode))
        g_ptr_array_add (folders, g_steal_pointer (&path));
      else if (is_article_name (name))
        g_ptr_array_add (articles, g_steal_pointer (&path));
    }
  while (folders->len > 0)
    g_ptr_array_add (waiting, g_ptr_array_steal_index (folders, folders->len - 1));
}

GPtrArray *
fys_walk_dup_articles (const char      *path,
                       FysWalkErrorFunc on_error,
                       gpointer         user_data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (folder_id_hash, folder_id_equal, g_free, NULL);
  g_autoptr (GPtrArray) waiting = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *articles = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (waiting, g_strdup (path));
  while (waiting->len > 0)
    {
      g_autofree char *folder = g_ptr_array_steal_index (waiting, waiting->len - 1);
      g_autoptr (GPtrArray) names = NULL;
      g_autoptr (GError) error = NULL;
      struct stat info;

      if (g_stat (folder, &info) == 0 && !is_new_folder (seen, &info))
        continue;
      names = list_names (folder, &error);
      if (names == NULL)
        on_error (folder, error->message, user_data);
      else
        visit (folder, names, waiting, articles);
    }
  return articles;
}
