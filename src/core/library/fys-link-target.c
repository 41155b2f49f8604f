/* fys-link-target.c - what to do when a reader follows a link of an article
 *
 *   #fragment ───────────────────────────────▶ section
 *   https://www.fysfinder.dk/ordbog/SLUG ─┬──▶ section, when SLUG is this article
 *   /ordbog/SLUG ─────────────────────────┼──▶ article, when the library has it
 *                                         └──▶ outside
 *   neighbour.md ────────────────────────────▶ article, or missing
 *   http, https, mailto, tel ────────────────▶ outside
 *   anything else ───────────────────────────▶ refused
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-link-target.h"

#include <string.h>

#include "core/clinic/fys-site.h"
#include "core/library/fys-library-folder.h"

static const char *const endings[] = { "", ".md" };
static const char *const site_hosts[] = { "www.fysfinder.dk", "fysfinder.dk" };
static const char *const outside_schemes[] = { "http", "https", "mailto", "tel", NULL };

static FysLinkTarget *
link_target_new (FysLinkKind kind)
{
  FysLinkTarget *self = g_new0 (FysLinkTarget, 1);

  self->kind = kind;
  return self;
}

static FysLinkTarget *
outside_new (const char *uri)
{
  FysLinkTarget *self = link_target_new (FYS_LINK_OUTSIDE);

  self->uri = g_strdup (uri);
  return self;
}

/* Returns: (transfer full): @escaped with escapes resolved; as it stands when they are wrong */
static char *
dup_unescaped (const char *escaped)
{
  g_autofree char *text = g_uri_unescape_string (escaped, NULL);

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return g_strdup (escaped);
  return g_steal_pointer (&text);
}

static FysLinkTarget *
section_new (const char *fragment)
{
  FysLinkTarget *self = link_target_new (FYS_LINK_SECTION);

  self->fragment = dup_unescaped (fragment != NULL ? fragment : "");
  return self;
}

static FysLinkTarget *
article_new (const char *path,
             const char *fragment)
{
  FysLinkTarget *self = link_target_new (FYS_LINK_ARTICLE);

  self->file = g_file_new_for_path (path);
  self->fragment = fragment != NULL ? dup_unescaped (fragment) : NULL;
  return self;
}

static gboolean
is_own_slug (GFile      *article,
             const char *collection,
             const char *slug)
{
  g_autofree char  *base_name = g_file_get_basename (article);
  g_autofree char  *own_name = g_strconcat (slug, ".md", NULL);
  g_autoptr (GFile) folder = g_file_get_parent (article);
  g_autofree char  *folder_name = folder != NULL ? g_file_get_basename (folder) : NULL;

  if (g_strcmp0 (base_name, own_name) != 0)
    return FALSE;
  /* A file that lies in no collection may be a copy from any of them. */
  return !fys_library_is_collection (folder_name) || strcmp (folder_name, collection) == 0;
}

/* An address on FysFinder's site: @path begins with `/`. */
static FysLinkTarget *
site_target_new (const char *path,
                 const char *query,
                 const char *fragment,
                 GFile      *article,
                 GHashTable *folders)
{
  g_auto (GStrv)      parts = g_strsplit (path, "/", -1);
  g_autofree char    *root = NULL;
  g_autofree char    *found = NULL;
  g_autoptr (GString) uri = g_string_new (FYS_SITE_URL);
  guint               n_parts = g_strv_length (parts);

  /* "/ordbog/slug" and "/ordbog/slug/" */
  if (article != NULL && (n_parts == 3 || (n_parts == 4 && *parts[3] == '\0')) && fys_library_is_collection (parts[1]))
    {
      if (is_own_slug (article, parts[1], parts[2]))
        return section_new (fragment);
      root = fys_library_folder_dup_root (article);
      found = root != NULL ? fys_library_folder_dup_article (article, root, parts[1], parts[2], folders) : NULL;
      if (found != NULL)
        return article_new (found, fragment);
    }

  g_string_append (uri, path);
  if (query != NULL)
    g_string_append_printf (uri, "?%s", query);
  if (fragment != NULL)
    g_string_append_printf (uri, "#%s", fragment);
  return outside_new (uri->str);
}

/* "neighbour.md", "../blog/other.md", "neighbour" */
static FysLinkTarget *
relative_target_new (const char *path,
                     const char *fragment,
                     GFile      *article)
{
  g_autofree char  *unescaped = g_uri_unescape_string (path, NULL);
  g_autofree char  *root = article != NULL ? fys_library_folder_dup_root (article) : NULL;
  g_autofree char  *own = article != NULL ? g_file_get_path (article) : NULL;
  g_autofree char  *folder = own != NULL ? g_path_get_dirname (own) : NULL;
  g_autofree char  *root_name = NULL;

  if (root == NULL || folder == NULL || unescaped == NULL)
    return link_target_new (FYS_LINK_MISSING);

  /* ../blog/other.md from ordbog/, also in a library without images (see fys_library_folder_dup_article). */
  root_name = g_path_get_basename (root);
  if (fys_library_is_collection (root_name))
    {
      char *above = g_path_get_dirname (root);

      g_free (root);
      root = above;
    }

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char  *name = g_strconcat (unescaped, endings[i], NULL);
      g_autofree char  *candidate = g_build_filename (folder, name, NULL);
      g_autofree char  *found = NULL;
      g_autoptr (GFile) file = NULL;

      if (!g_str_has_suffix (name, ".md"))
        continue;
      found = fys_library_folder_dup_inside (root, candidate);
      if (found == NULL)
        continue;
      file = g_file_new_for_path (found);
      return g_file_equal (file, article) ? section_new (fragment) : article_new (found, fragment);
    }
  return link_target_new (FYS_LINK_MISSING);
}

/* An address with one of outside_schemes. */
static FysLinkTarget *
absolute_target_new (const char *target,
                     GFile      *article,
                     GHashTable *folders)
{
  g_autoptr (GUri) uri = g_uri_parse (target, G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED, NULL);

  if (uri == NULL)
    return link_target_new (FYS_LINK_REFUSED);
  for (guint i = 0; i < G_N_ELEMENTS (site_hosts); i++)
    if (g_strcmp0 (g_uri_get_host (uri), site_hosts[i]) == 0)
      return site_target_new (g_uri_get_path (uri), g_uri_get_query (uri), g_uri_get_fragment (uri), article, folders);
  return outside_new (target);
}

/* Cuts what follows @mark off @text. Returns: (transfer full) (nullable): it, without the mark */
static char *
take_after (char *text,
            char  mark)
{
  char *at = strchr (text, mark);

  if (at == NULL)
    return NULL;
  *at = '\0';
  return g_strdup (at + 1);
}

FysLinkTarget *
fys_link_target_new_known (const char *target,
                           GFile      *article,
                           GHashTable *folders)
{
  g_autofree char *scheme = NULL;
  g_autofree char *path = NULL;
  g_autofree char *query = NULL;
  g_autofree char *fragment = NULL;

  g_return_val_if_fail (target != NULL, NULL);

  scheme = g_uri_parse_scheme (target);
  if (scheme != NULL && g_strv_contains (outside_schemes, scheme))
    return absolute_target_new (target, article, folders);
  if (scheme != NULL || g_str_has_prefix (target, "//"))
    return link_target_new (FYS_LINK_REFUSED);

  path = g_strdup (target);
  fragment = take_after (path, '#');
  query = take_after (path, '?');
  if (*path == '\0')
    return section_new (fragment);
  if (*path == '/')
    return site_target_new (path, query, fragment, article, folders);
  return relative_target_new (path, fragment, article);
}

FysLinkTarget *
fys_link_target_new (const char *target,
                     GFile      *article)
{
  return fys_link_target_new_known (target, article, NULL);
}

char *
fys_link_dup_article_key (const char *uri,
                          char      **out_fragment)
{
  g_autoptr (GUri) parsed = NULL;
  g_auto (GStrv)   parts = NULL;
  g_autofree char *slug = NULL;
  guint            n_parts;
  gboolean         is_article = FALSE;

  g_return_val_if_fail (uri != NULL, NULL);

  parsed = g_uri_parse (uri, G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED, NULL);
  for (guint i = 0; parsed != NULL && i < G_N_ELEMENTS (site_hosts); i++)
    is_article = is_article || g_strcmp0 (g_uri_get_host (parsed), site_hosts[i]) == 0;
  if (!is_article)
    return NULL;
  parts = g_strsplit (g_uri_get_path (parsed), "/", -1);
  n_parts = g_strv_length (parts);
  if ((n_parts != 3 && (n_parts != 4 || *parts[3] != '\0')) || *parts[2] == '\0' || !fys_library_is_collection (parts[1]))
    return NULL;
  if (out_fragment != NULL)
    *out_fragment = g_uri_get_fragment (parsed) != NULL ? dup_unescaped (g_uri_get_fragment (parsed)) : NULL;
  slug = dup_unescaped (parts[2]);
  if (strcmp (parts[1], "ordbog") == 0)
    return g_steal_pointer (&slug);
  return g_strconcat (parts[1], "/", slug, NULL);
}

void
fys_link_target_free (FysLinkTarget *self)
{
  if (self == NULL)
    return;
  g_free (self->uri);
  g_free (self->fragment);
  g_clear_object (&self->file);
  g_free (self);
}
