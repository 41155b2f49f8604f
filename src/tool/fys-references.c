/* fys-references.c - whether what an article refers to is there
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tool/fys-references.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/clinic/fys-clinic.h"
#include "core/clinic/fys-site.h"
#include "core/library/fys-library-folder.h"
#include "core/library/fys-link-target.h"

#define SITE FYS_SITE_URL "/"

typedef struct
{
  FysArticle *article;
  GFile      *file;
  char       *root; /* (nullable): of the library */
  GPtrArray  *findings;
  GHashTable *others; /* (element-type GFile FysArticle): those that were linked to, so that each is read once */
} Checker;

/* Whether the library has @collection at all: a folder that holds only some of the site's collections says nothing of the others. */
static gboolean
has_collection (Checker    *self,
                const char *collection)
{
  g_autofree char *above = g_path_get_dirname (self->root);
  g_autofree char *inside = g_build_filename (self->root, collection, NULL);
  g_autofree char *beside = g_build_filename (above, collection, NULL);
  g_autofree char *own_name = g_path_get_basename (self->root);

  return g_file_test (inside, G_FILE_TEST_IS_DIR)
         || (fys_library_is_collection (own_name) && g_file_test (beside, G_FILE_TEST_IS_DIR));
}

static void
check_picture (Checker    *self,
               const char *source,
               guint       line,
               guint       column)
{
  g_autofree char *scheme = g_uri_parse_scheme (source);
  g_autofree char *found = NULL;

  if (*source == '\0')
    return;
  if (scheme != NULL || g_str_has_prefix (source, "//"))
    {
      fys_diagnostics_add (self->findings, FYS_SEVERITY_WARNING, line, column,
                           _ ("The picture “%s” is not shown: pictures come from the library’s own folder only"), source);
      return;
    }
  found = fys_library_folder_dup_image (self->file, self->root, source);
  if (found == NULL)
    fys_diagnostics_add (self->findings, FYS_SEVERITY_WARNING, line, column,
                         _ ("The library’s folder has no picture “%s”; its description is shown instead"), source);
}

static void
check_text_pictures (Checker       *self,
                     const FysText *text,
                     guint          line)
{
  for (guint i = 0; i < text->n_spans; i++)
    if (text->spans[i].kind == FYS_SPAN_IMAGE && text->spans[i].target != NULL)
      check_picture (self, text->spans[i].target, line, 0);
}

static void
check_pictures (Checker *self)
{
  const FysMetadata *metadata = fys_article_get_metadata (self->article);
  const FysNode     *preview = fys_metadata_get_node (metadata, "previewImage");
  guint              n_blocks;
  const FysBlock    *blocks = fys_article_get_blocks (self->article, &n_blocks);

  if (metadata->preview_image != NULL && preview != NULL)
    check_picture (self, metadata->preview_image, preview->line, preview->column);

  for (guint i = 0; i < n_blocks; i++)
    {
      const FysBlock *block = &blocks[i];

      if (block->kind == FYS_BLOCK_IMAGE && block->source != NULL)
        check_picture (self, block->source, block->line, 0);
      else
        check_text_pictures (self, &block->text, block->line);
      for (guint cell = 0; block->table != NULL && cell < block->table->n_rows * block->table->n_columns; cell++)
        check_text_pictures (self, &block->table->cells[cell], block->table->row_lines[cell / block->table->n_columns]);
    }
}

static void
check_fragment (Checker    *self,
                FysArticle *target,
                const char *fragment,
                guint       line)
{
  if (fragment == NULL || *fragment == '\0' || fys_article_find_section (target, fragment) != FYS_NONE)
    return;
  if (target == self->article)
    fys_diagnostics_add (self->findings, FYS_SEVERITY_WARNING, line, 0, _ ("No section here has the address “#%s”"), fragment);
  else
    fys_diagnostics_add (self->findings, FYS_SEVERITY_WARNING, line, 0, _ ("No section of “%s” has the address “#%s”"),
                         fys_article_get_title (target), fragment);
}

/* A page of the site is opened in the browser when the library lacks it. When the library has the other pages of its kind, the address is
 * wrong, or the article still has to be written: both are worth a word. */
static void
check_site_page (Checker    *self,
                 const char *uri,
                 guint       line)
{
  g_auto (GStrv)   parts = NULL;
  g_autofree char *path = NULL;

  if (!g_str_has_prefix (uri, SITE))
    return;
  path = g_strndup (uri + strlen (SITE), strcspn (uri + strlen (SITE), "?#"));
  parts = g_strsplit (path, "/", -1);
  if (g_strv_length (parts) >= 2 && *parts[1] != '\0' && fys_library_is_collection (parts[0]) && has_collection (self, parts[0]))
    fys_diagnostics_add (self->findings, FYS_SEVERITY_WARNING, line, 0, _ ("The library has no article “%s”"), path);
}

/* Returns: (nullable): the article in @file, or %NULL when it cannot be read, which is told when it is checked itself */
static FysArticle *
find_other (Checker *self,
            GFile   *file)
{
  FysArticle *other = g_hash_table_lookup (self->others, file);

  if (other != NULL)
    return other;
  other = fys_article_load (file, NULL, NULL);
  if (other != NULL)
    g_hash_table_insert (self->others, g_object_ref (file), other);
  return other;
}

static void
check_link (Checker       *self,
            const FysLink *link)
{
  g_autoptr (FysLinkTarget) target = fys_link_target_new (link->target, self->file);

  switch (target->kind)
    {
    case FYS_LINK_REFUSED:
      fys_diagnostics_add (self->findings, FYS_SEVERITY_WARNING, link->line, 0, _ ("A link to “%s” cannot be followed"),
                           link->target);
      break;
    case FYS_LINK_MISSING:
      fys_diagnostics_add (self->findings, FYS_SEVERITY_WARNING, link->line, 0, _ ("The library has no article “%s”"),
                           link->target);
      break;
    case FYS_LINK_SECTION:
      check_fragment (self, self->article, target->fragment, link->line);
      break;
    case FYS_LINK_ARTICLE:
      if (target->fragment != NULL)
        {
          FysArticle *other = find_other (self, target->file);

          if (other != NULL)
            check_fragment (self, other, target->fragment, link->line);
        }
      break;
    case FYS_LINK_OUTSIDE:
    default:
      check_site_page (self, target->uri, link->line);
      break;
    }
}

static void
check_links (Checker *self)
{
  guint          n_links;
  const FysLink *links = fys_article_get_links (self->article, &n_links);

  for (guint i = 0; i < n_links; i++)
    check_link (self, &links[i]);
}

/* The place of the entry of `related` that names @slug; several may name the same, and the first is as good. */
static const FysNode *
find_related_node (const FysMetadata *metadata,
                   const char        *slug)
{
  const FysNode *list = fys_metadata_get_node (metadata, "related");

  for (guint i = 0; list != NULL && list->children != NULL && i < list->children->len; i++)
    {
      const FysNode *entry = g_ptr_array_index (list->children, i);

      for (guint j = 0; entry->children != NULL && j < entry->children->len; j++)
        {
          const FysNode *member = g_ptr_array_index (entry->children, j);

          if (g_strcmp0 (member->key, "slug") == 0 && g_str_equal (member->text, slug))
            return member;
        }
    }
  return list;
}

static void
check_related (Checker *self)
{
  const FysMetadata *metadata = fys_article_get_metadata (self->article);

  for (guint i = 0; i < metadata->n_related; i++)
    {
      const FysRelated *related = &metadata->related[i];
      const FysNode    *node;
      g_autofree char  *found = NULL;

      if (related->type == NULL || related->slug == NULL || !fys_library_is_collection (related->type)
          || !has_collection (self, related->type))
        continue;
      found = fys_library_folder_dup_article (self->file, self->root, related->type, related->slug);
      if (found != NULL)
        continue;
      node = find_related_node (metadata, related->slug);
      fys_diagnostics_add (self->findings, FYS_SEVERITY_WARNING, node != NULL ? node->line : 0, node != NULL ? node->column : 0,
                           _ ("The library has no article “%s/%s”"), related->type, related->slug);
    }
}

static void
check_specialty (Checker *self)
{
  const FysMetadata *metadata = fys_article_get_metadata (self->article);
  const FysNode     *node = fys_metadata_get_node (metadata, "specialty");

  if (metadata->specialty == NULL || *metadata->specialty == '\0' || fys_clinic_find_specialty (metadata->specialty) != NULL)
    return;
  fys_diagnostics_add (self->findings, FYS_SEVERITY_WARNING, node != NULL ? node->line : 0, node != NULL ? node->column : 0,
                       _ ("FysFinder has no specialty “%s”"), metadata->specialty);
}

void
fys_references_check (FysArticle *article,
                      GFile      *file,
                      GPtrArray  *findings)
{
  g_autoptr (GHashTable) others = g_hash_table_new_full (g_file_hash, (GEqualFunc) g_file_equal, g_object_unref,
                                                         (GDestroyNotify) fys_article_unref);
  g_autofree char *root = fys_library_folder_dup_root (file);
  Checker          checker = { article, file, NULL, findings, others };

  check_specialty (&checker);
  if (root == NULL)
    return;
  checker.root = root;
  check_pictures (&checker);
  check_links (&checker);
  check_related (&checker);
}
