/* fys-references.c - whether what an article refers to is there
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-references.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/clinic/fys-clinic.h"
#include "core/clinic/fys-site.h"
#include "core/library/fys-library-folder.h"
#include "core/library/fys-link-target.h"

#define SITE FYS_SITE_URL "/"

/* A section that was renamed or mistyped differs by no more than one letter in so many from the address that is meant. */
#define LETTERS_A_MISTAKE 3
/* Longer addresses are not compared: the time grows with the square. */
#define MAX_COMPARED_BYTES 100

static const char *const picture_endings[] = { ".png", ".jpg", ".jpeg", ".webp", ".svg", ".gif", ".avif" };

/** Target: what is remembered of an article that was linked to at a section. */
typedef struct
{
  char      *title;
  GPtrArray *slugs; /* (nullable): of its sections; %NULL when it cannot be read, which is told when it is checked itself */
} Target;

struct _FysReferences
{
  GHashTable *targets;  /* (element-type GFile Target): so that each is read once */
  GHashTable *pictures; /* (element-type filename): those that are shown, without links */
  GHashTable *folders;  /* see fys_library_folder_new_known() */
  GHashTable *roots;    /* (element-type filename): of the libraries of the checked articles */
};

/** Checker: an article that is being checked. */
typedef struct
{
  FysReferences *references;
  FysArticle    *article;
  GFile         *file;
  const char    *root; /* of the library */
  GPtrArray     *findings;
} Checker;

static void
target_free (gpointer data)
{
  Target *self = data;

  g_free (self->title);
  g_clear_pointer (&self->slugs, g_ptr_array_unref);
  g_free (self);
}

/* Whether the library has @collection at all: a folder that holds only some of the site's collections says nothing of the others. */
static gboolean
has_collection (Checker    *self,
                const char *collection)
{
  g_autofree char *above = g_path_get_dirname (self->root);
  g_autofree char *inside = g_build_filename (self->root, collection, NULL);
  g_autofree char *beside = g_build_filename (above, collection, NULL);
  g_autofree char *own_name = g_path_get_basename (self->root);

  if (g_file_test (inside, G_FILE_TEST_IS_DIR))
    return TRUE;
  if (fys_library_is_collection (own_name))
    return g_file_test (beside, G_FILE_TEST_IS_DIR);
  /* Articles that lie in no collection are the dictionary; a single file may lie anywhere, but hardly beside a folder of images. */
  return g_str_equal (collection, FYS_LIBRARY_DICTIONARY) && fys_library_folder_has_images (self->root) && !fys_library_folder_has_collection (self->root);
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
                           _("The picture “%s” is not shown: pictures come from the library’s own folder only"), source);
      return;
    }
  found = fys_library_folder_dup_image (self->file, self->root, source);
  if (found == NULL)
    fys_diagnostics_add (self->findings, FYS_SEVERITY_WARNING, line, column,
                         _("The library’s folder has no picture “%s”; its description is shown instead"), source);
  else
    g_hash_table_add (self->references->pictures, g_steal_pointer (&found));
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

/* How many letters have to be put in, taken out or exchanged. */
static guint
count_mistakes (const char *one,
                const char *other)
{
  gsize length = strlen (other);
  guint row[MAX_COMPARED_BYTES + 1];

  for (guint i = 0; i <= length; i++)
    row[i] = i;
  for (guint i = 1; one[i - 1] != '\0'; i++)
    {
      guint diagonal = row[0];

      row[0] = i;
      for (guint j = 1; j <= length; j++)
        {
          guint changed = diagonal + (one[i - 1] != other[j - 1]);

          diagonal = row[j];
          row[j] = MIN (changed, MIN (row[j - 1], row[j]) + 1);
        }
    }
  return row[length];
}

/* Returns: (nullable): the section that was probably meant */
static const char *
find_nearest (GPtrArray  *slugs,
              const char *wanted)
{
  const char *best = NULL;
  guint       best_mistakes = strlen (wanted) / LETTERS_A_MISTAKE + 1;

  if (strlen (wanted) > MAX_COMPARED_BYTES)
    return NULL;
  for (guint i = 0; i < slugs->len; i++)
    {
      const char *slug = g_ptr_array_index (slugs, i);
      guint       n = strlen (slug) <= MAX_COMPARED_BYTES ? count_mistakes (wanted, slug) : G_MAXUINT;

      if (n < best_mistakes)
        {
          best = slug;
          best_mistakes = n;
        }
    }
  return best;
}

/* Returns: (transfer full): the addresses of the sections of @article */
static GPtrArray *
dup_slugs (FysArticle *article)
{
  GPtrArray        *slugs = g_ptr_array_new_with_free_func (g_free);
  guint             n_sections;
  const FysSection *sections = fys_article_get_sections (article, &n_sections);

  for (guint i = 0; i < n_sections; i++)
    g_ptr_array_add (slugs, g_strdup (sections[i].slug));
  return slugs;
}

static const Target *
find_target (FysReferences *self,
             GFile         *file)
{
  Target                *target = g_hash_table_lookup (self->targets, file);
  g_autoptr (FysArticle) article = NULL;

  if (target != NULL)
    return target;
  target = g_new0 (Target, 1);
  article = fys_article_load (file, NULL, NULL);
  if (article != NULL)
    {
      target->title = g_strdup (fys_article_get_title (article));
      target->slugs = dup_slugs (article);
    }
  g_hash_table_insert (self->targets, g_object_ref (file), target);
  return target;
}

static void
check_own_fragment (Checker    *self,
                    const char *fragment,
                    guint       line)
{
  g_autoptr (GPtrArray) slugs = NULL;
  const char           *nearest;

  if (fragment == NULL || *fragment == '\0' || fys_article_find_section (self->article, fragment) != FYS_NONE)
    return;
  slugs = dup_slugs (self->article);
  nearest = find_nearest (slugs, fragment);
  if (nearest != NULL)
    fys_diagnostics_add (self->findings, FYS_SEVERITY_WARNING, line, 0,
                         _("No section here has the address “#%s”; is “#%s” meant?"), fragment, nearest);
  else
    fys_diagnostics_add (self->findings, FYS_SEVERITY_WARNING, line, 0, _("No section here has the address “#%s”"), fragment);
}

static void
check_fragment (Checker       *self,
                FysLinkTarget *link,
                guint          line)
{
  const Target *target;
  const char   *nearest;

  if (link->fragment == NULL || *link->fragment == '\0')
    return;
  target = find_target (self->references, link->file);
  if (target->slugs == NULL || g_ptr_array_find_with_equal_func (target->slugs, link->fragment, g_str_equal, NULL))
    return;
  nearest = find_nearest (target->slugs, link->fragment);
  if (nearest != NULL)
    fys_diagnostics_add (self->findings, FYS_SEVERITY_WARNING, line, 0,
                         _("No section of “%s” has the address “#%s”; is “#%s” meant?"), target->title, link->fragment, nearest);
  else
    fys_diagnostics_add (self->findings, FYS_SEVERITY_WARNING, line, 0, _("No section of “%s” has the address “#%s”"),
                         target->title, link->fragment);
}

/* /find/fysioterapeut/PLACE/SPECIALTY: what FysFinder does not have leads to an empty page. */
static void
check_clinic_page (Checker *self,
                   char   **parts,
                   guint    line)
{
  g_autofree char *place = NULL;
  const char      *specialty;
  guint            n_parts = g_strv_length (parts);

  if (n_parts < 3 || !g_str_equal (parts[0], "find") || !g_str_equal (parts[1], "fysioterapeut") || *parts[2] == '\0')
    return;
  place = fys_clinic_find_place (parts[2]);
  if (g_strcmp0 (place, parts[2]) != 0)
    fys_diagnostics_add (self->findings, FYS_SEVERITY_WARNING, line, 0, _("FysFinder has no place “%s”"), parts[2]);
  if (n_parts < 4 || *parts[3] == '\0')
    return;
  specialty = fys_clinic_find_specialty (parts[3]);
  if (g_strcmp0 (specialty, parts[3]) != 0)
    fys_diagnostics_add (self->findings, FYS_SEVERITY_WARNING, line, 0, _("FysFinder has no specialty “%s”"), parts[3]);
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
    fys_diagnostics_add (self->findings, FYS_SEVERITY_WARNING, line, 0, _("The library has no article “%s”"), path);
  check_clinic_page (self, parts, line);
}

static void
check_link (Checker       *self,
            const FysLink *link)
{
  g_autoptr (FysLinkTarget) target = fys_link_target_new_known (link->target, self->file, self->references->folders);

  switch (target->kind)
    {
    case FYS_LINK_REFUSED:
      fys_diagnostics_add (self->findings, FYS_SEVERITY_WARNING, link->line, 0, _("A link to “%s” cannot be followed"),
                           link->target);
      break;
    case FYS_LINK_MISSING:
      fys_diagnostics_add (self->findings, FYS_SEVERITY_WARNING, link->line, 0, _("The library has no article “%s”"),
                           link->target);
      break;
    case FYS_LINK_SECTION:
      check_own_fragment (self, target->fragment, link->line);
      break;
    case FYS_LINK_ARTICLE:
      check_fragment (self, target, link->line);
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

/* Returns: (nullable): the value of @key in the map @entry, when it is @text */
static const FysNode *
find_member (const FysNode *entry,
             const char    *key,
             const char    *text)
{
  for (guint i = 0; entry->children != NULL && i < entry->children->len; i++)
    {
      const FysNode *member = g_ptr_array_index (entry->children, i);

      if (g_strcmp0 (member->key, key) == 0 && g_str_equal (member->text, text))
        return member;
    }
  return NULL;
}

/* The place of the entry of `related` that names @related; several may name the same, and the first is as good. */
static const FysNode *
find_related_node (const FysMetadata *metadata,
                   const FysRelated  *related)
{
  const FysNode *list = fys_metadata_get_node (metadata, "related");

  for (guint i = 0; list != NULL && list->children != NULL && i < list->children->len; i++)
    {
      const FysNode *entry = g_ptr_array_index (list->children, i);
      const FysNode *slug = find_member (entry, "slug", related->slug);

      if (slug != NULL && find_member (entry, "type", related->type) != NULL)
        return slug;
    }
  return list;
}

/* Whether @path, which has no links, is @file. */
static gboolean
is_same_file (GFile      *file,
              const char *path)
{
  char    *real = realpath (g_file_peek_path (file), NULL);
  gboolean is_same = g_strcmp0 (real, path) == 0;

  free (real);
  return is_same;
}

static void
check_related (Checker *self)
{
  const FysMetadata *metadata = fys_article_get_metadata (self->article);

  for (guint i = 0; i < metadata->n_related; i++)
    {
      const FysRelated *related = &metadata->related[i];
      const FysNode    *node = find_related_node (metadata, related);
      guint             line = node != NULL ? node->line : 0;
      guint             column = node != NULL ? node->column : 0;
      g_autofree char  *found = NULL;

      if (!fys_library_is_collection (related->type) || !has_collection (self, related->type))
        continue;
      found = fys_library_folder_dup_article (self->file, self->root, related->type, related->slug,
                                              self->references->folders);
      if (found == NULL)
        fys_diagnostics_add (self->findings, FYS_SEVERITY_WARNING, line, column, _("The library has no article “%s/%s”"),
                             related->type, related->slug);
      else if (is_same_file (self->file, found))
        fys_diagnostics_add (self->findings, FYS_SEVERITY_WARNING, line, column, _("The article names itself in “related”"));
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
                       _("FysFinder has no specialty “%s”"), metadata->specialty);
}

void
fys_references_check (FysReferences *self,
                      FysArticle    *article,
                      GFile         *file,
                      GPtrArray     *findings)
{
  g_autofree char *root = NULL;
  Checker          checker;

  g_return_if_fail (self != NULL && article != NULL && findings != NULL);
  g_return_if_fail (G_IS_FILE (file));

  root = fys_library_folder_dup_root (file);
  checker = (Checker) { self, article, file, root, findings };
  check_specialty (&checker);
  if (root == NULL)
    return;
  check_pictures (&checker);
  check_links (&checker);
  check_related (&checker);
  g_hash_table_add (self->roots, g_steal_pointer (&root));
}

/* pictures that nobody shows */

static gboolean
is_picture_name (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (picture_endings); i++)
    if (g_str_has_suffix (lower, picture_endings[i]))
      return TRUE;
  return FALSE;
}

/* Adds the pictures in @folder, a path without links, and in those below it. Links are left out: what they lead to has a name of its own. */
static void
add_unused (FysReferences *self,
            const char    *folder,
            GPtrArray     *unused)
{
  g_autoptr (GPtrArray) waiting = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (waiting, g_strdup (folder));
  while (waiting->len > 0)
    {
      g_autofree char  *next = g_ptr_array_steal_index (waiting, waiting->len - 1);
      g_autoptr (GDir)  dir = g_dir_open (next, 0, NULL);
      const char       *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *path = g_build_filename (next, name, NULL);
          struct stat      info;

          if (*name == '.' || g_lstat (path, &info) != 0)
            continue;
          if (S_ISDIR (info.st_mode))
            g_ptr_array_add (waiting, g_steal_pointer (&path));
          else if (S_ISREG (info.st_mode) && is_picture_name (name) && !g_hash_table_contains (self->pictures, path))
            g_ptr_array_add (unused, g_steal_pointer (&path));
        }
    }
}

static int
compare_paths (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Whether @path is @folder or lies in it; both without links. */
static gboolean
is_inside (const char *path,
           const char *folder)
{
  gsize length = strlen (folder);

  return strncmp (path, folder, length) == 0 && (path[length] == '/' || path[length] == '\0');
}

GPtrArray *
fys_references_dup_unused_pictures (FysReferences *self,
                                    const char    *folder)
{
  GPtrArray               *unused = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter           roots;
  gpointer                 root;
  char                    *real = realpath (folder, NULL);
  gsize                    length = real != NULL ? strlen (real) : 0;

  g_hash_table_iter_init (&roots, self->roots);
  while (real != NULL && g_hash_table_iter_next (&roots, &root, NULL))
    for (guint i = 0; i < FYS_LIBRARY_N_WEB_ROOTS; i++)
      {
        g_autofree char *images = g_build_filename (root, fys_library_web_roots[i], "images", NULL);

        if (is_inside (root, real))
          add_unused (self, images, unused);
      }
  /* As the caller names the folder. */
  for (guint i = 0; i < unused->len; i++)
    {
      char *path = unused->pdata[i];

      unused->pdata[i] = g_build_filename (folder, path + length, NULL);
      g_free (path);
    }
  free (real); /* from malloc, which need not be GLib's */
  g_ptr_array_sort (unused, compare_paths);
  return unused;
}

FysReferences *
fys_references_new (void)
{
  FysReferences *self = g_new0 (FysReferences, 1);

  self->targets = g_hash_table_new_full (g_file_hash, (GEqualFunc) g_file_equal, g_object_unref, target_free);
  self->pictures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->folders = fys_library_folder_new_known ();
  self->roots = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
fys_references_free (FysReferences *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->targets);
  g_hash_table_unref (self->pictures);
  g_hash_table_unref (self->folders);
  g_hash_table_unref (self->roots);
  g_free (self);
}
