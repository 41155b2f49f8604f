/* fys-library-folder.c - the folder that an article and its images and neighbours lie in
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-library-folder.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* An article lies at most a few folders below its root; looking further up would make a library of somebody's home. */
#define MAX_LEVELS_UP 6

/* Articles of styrkeoevelser/ lie in a folder of it. */
#define MAX_LEVELS_IN_COLLECTION 2

#define ARTICLE_SUFFIX ".md"

static const char *const collections[] = { FYS_LIBRARY_DICTIONARY, "blog", "styrkeoevelser" };

const char *const fys_library_web_roots[FYS_LIBRARY_N_WEB_ROOTS] = { "", "public" };

static char *
dup_real_path (const char *path)
{
  char *real = realpath (path, NULL);
  char *copy = g_strdup (real);

  free (real); /* from malloc, which need not be GLib's */
  return copy;
}

static gboolean
is_below (const char *root,
          const char *path)
{
  gsize length = strlen (root);

  return strncmp (path, root, length) == 0 && path[length] == '/';
}

gboolean
fys_library_folder_has_images (const char *folder)
{
  for (guint i = 0; i < FYS_LIBRARY_N_WEB_ROOTS; i++)
    {
      g_autofree char *images = g_build_filename (folder, fys_library_web_roots[i], "images", NULL);

      if (g_file_test (images, G_FILE_TEST_IS_DIR))
        return TRUE;
    }
  return FALSE;
}

/* Returns: (transfer full) (nullable): the folder of @file, without links */
static char *
dup_real_folder (GFile *file)
{
  const char      *path = g_file_peek_path (file);
  g_autofree char *real = path != NULL ? dup_real_path (path) : NULL;
  g_autofree char *folder = NULL;

  if (real != NULL)
    return g_path_get_dirname (real);
  if (path == NULL)
    return NULL;

  /* The file may be gone while its folder is still there. */
  folder = g_path_get_dirname (path);
  return dup_real_path (folder);
}

char *
fys_library_folder_dup_root (GFile *file)
{
  g_autofree char *own = NULL;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  own = dup_real_folder (file);
  if (own == NULL)
    return NULL;

  folder = g_strdup (own);
  for (guint level = 0; level <= MAX_LEVELS_UP && strcmp (folder, "/") != 0; level++)
    {
      char *above;

      if (fys_library_folder_has_images (folder))
        return g_steal_pointer (&folder);
      above = g_path_get_dirname (folder);
      g_free (folder);
      folder = above;
    }
  return g_steal_pointer (&own);
}

char *
fys_library_folder_dup_inside (const char *root,
                               const char *path)
{
  g_autofree char *real = NULL;

  g_return_val_if_fail (root != NULL && path != NULL, NULL);

  real = dup_real_path (path);
  if (real == NULL || !is_below (root, real) || !g_file_test (real, G_FILE_TEST_IS_REGULAR))
    return NULL;
  return g_steal_pointer (&real);
}

/* Returns: (transfer full) (nullable): @source as a path, with %20 and the like resolved and without query and fragment */
static char *
dup_source_path (const char *source)
{
  g_autofree char *scheme = g_uri_parse_scheme (source);
  g_autofree char *bare = NULL;
  gsize            length = strcspn (source, "?#");

  if (scheme != NULL || g_str_has_prefix (source, "//") || length == 0)
    return NULL;
  bare = g_strndup (source, length);
  return g_uri_unescape_string (bare, NULL);
}

char *
fys_library_folder_dup_image (GFile      *file,
                              const char *root,
                              const char *source)
{
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *candidate = NULL;

  g_return_val_if_fail (G_IS_FILE (file) && root != NULL && source != NULL, NULL);

  path = dup_source_path (source);
  if (path == NULL)
    return NULL;

  if (*path == '/')
    {
      for (guint i = 0; i < FYS_LIBRARY_N_WEB_ROOTS; i++)
        {
          g_autofree char *in_web_root = g_build_filename (root, fys_library_web_roots[i], path, NULL);
          char            *found = fys_library_folder_dup_inside (root, in_web_root);

          if (found != NULL)
            return found;
        }
      return NULL;
    }

  folder = dup_real_folder (file);
  if (folder == NULL)
    return NULL;
  candidate = g_build_filename (folder, path, NULL);
  return fys_library_folder_dup_inside (root, candidate);
}

char *
fys_library_folder_dup_image_place (GFile      *file,
                                    const char *root,
                                    const char *source)
{
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *place = NULL;
  g_autofree char *whole = NULL;

  g_return_val_if_fail (G_IS_FILE (file) && root != NULL && source != NULL, NULL);

  path = dup_source_path (source);
  if (path == NULL)
    return NULL;
  folder = *path == '/' ? g_strdup (root) : dup_real_folder (file);
  if (folder == NULL)
    return NULL;
  place = g_build_filename (folder, path, NULL);
  whole = g_canonicalize_filename (place, "/");
  return is_below (root, whole) ? g_steal_pointer (&whole) : NULL;
}

gboolean
fys_library_is_collection (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (collections); i++)
    if (g_strcmp0 (name, collections[i]) == 0)
      return TRUE;
  return FALSE;
}

gboolean
fys_library_folder_has_collection (const char *folder)
{
  for (guint i = 0; i < G_N_ELEMENTS (collections); i++)
    {
      g_autofree char *inside = g_build_filename (folder, collections[i], NULL);

      if (g_file_test (inside, G_FILE_TEST_IS_DIR))
        return TRUE;
    }
  return FALSE;
}

/* Whether what lies in @folder, a path without links, belongs to a collection. */
static gboolean
is_in_collection (const char *folder)
{
  g_autofree char *at = g_strdup (folder);

  for (guint level = 0; level < MAX_LEVELS_IN_COLLECTION; level++)
    {
      g_autofree char *name = g_path_get_basename (at);
      char            *above;

      if (fys_library_is_collection (name))
        return TRUE;
      above = g_path_get_dirname (at);
      g_free (at);
      at = above;
    }
  return FALSE;
}

char *
fys_library_dup_article_key (GFile *file)
{
  g_autoptr (GFile) folder = NULL;
  g_autofree char  *base_name = NULL;
  g_autofree char  *slug = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  base_name = g_file_get_basename (file);
  slug = base_name != NULL ? g_filename_display_name (base_name) : g_strdup ("");
  if (g_str_has_suffix (slug, ARTICLE_SUFFIX))
    slug[strlen (slug) - strlen (ARTICLE_SUFFIX)] = '\0';

  folder = g_file_get_parent (file);
  for (guint level = 0; level < MAX_LEVELS_IN_COLLECTION && folder != NULL; level++)
    {
      g_autofree char *name = g_file_get_basename (folder);
      GFile           *above;

      if (fys_library_is_collection (name))
        return strcmp (name, FYS_LIBRARY_DICTIONARY) == 0 ? g_steal_pointer (&slug) : g_strconcat (name, "/", slug, NULL);
      above = g_file_get_parent (folder);
      g_object_unref (folder);
      folder = above;
    }
  return g_steal_pointer (&slug);
}

/* Returns: (transfer full): the folders that lie in @folder. Links to folders count. */
static char **
list_folders (const char *folder)
{
  g_autoptr (GStrvBuilder) folders = g_strv_builder_new ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char      *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = NULL;

      /* Asking for each of thousands of articles whether it is a folder would take its time. */
      if (g_str_has_suffix (name, ARTICLE_SUFFIX))
        continue;
      path = g_build_filename (folder, name, NULL);
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        g_strv_builder_add (folders, path);
    }
  return g_strv_builder_end (folders);
}

/* The article in @folder or in a folder directly in it, as styrkeoevelser/ has them. */
static char *
dup_in_collection (const char *root,
                   const char *folder,
                   const char *base_name,
                   GHashTable *folders)
{
  g_autofree char *direct = g_build_filename (folder, base_name, NULL);
  g_auto (GStrv)   listed = NULL;
  char           **known = folders != NULL ? g_hash_table_lookup (folders, folder) : NULL;
  char            *found = fys_library_folder_dup_inside (root, direct);

  if (found != NULL)
    return found;
  if (known == NULL)
    known = listed = list_folders (folder);
  for (guint i = 0; known[i] != NULL && found == NULL; i++)
    {
      g_autofree char *candidate = g_build_filename (known[i], base_name, NULL);

      found = fys_library_folder_dup_inside (root, candidate);
    }
  if (folders != NULL && listed != NULL)
    g_hash_table_insert (folders, g_strdup (folder), g_steal_pointer (&listed));
  return found;
}

GHashTable *
fys_library_folder_new_known (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
}

char *
fys_library_folder_dup_article (GFile      *file,
                                const char *root,
                                const char *collection,
                                const char *slug,
                                GHashTable *folders)
{
  g_autofree char *own = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *top = NULL;
  g_autofree char *base_name = NULL;

  g_return_val_if_fail (G_IS_FILE (file) && root != NULL && collection != NULL && slug != NULL, NULL);

  own = dup_real_folder (file);
  if (own == NULL || *slug == '\0' || strchr (slug, '/') != NULL || !fys_library_is_collection (collection))
    return NULL;

  /* An article in ordbog/ of a library without images has its own folder for a root; its neighbours lie beside that. */
  top = strcmp (own, root) == 0 ? g_path_get_dirname (own) : g_strdup (root);
  base_name = g_strconcat (slug, ARTICLE_SUFFIX, NULL);
  folder = g_strdup (own);
  for (guint level = 0; level <= MAX_LEVELS_UP; level++)
    {
      g_autofree char *candidate = g_build_filename (folder, collection, NULL);
      g_autofree char *beside = g_build_filename (folder, base_name, NULL);
      char            *found = dup_in_collection (top, candidate, base_name, folders);
      char            *above;

      /* Articles that lie in no collection are the dictionary. */
      if (found == NULL && strcmp (collection, FYS_LIBRARY_DICTIONARY) == 0 && !is_in_collection (folder)
          && (strcmp (folder, root) == 0 || is_below (root, folder)))
        found = fys_library_folder_dup_inside (top, beside);

      if (found != NULL)
        return found;
      if (strcmp (folder, top) == 0)
        return NULL;
      above = g_path_get_dirname (folder);
      g_free (folder);
      folder = above;
    }
  return NULL;
}
