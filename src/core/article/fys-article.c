/* fys-article.c - an article, parsed once and never changed
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/article/fys-article-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/article/fys-check.h"
#include "core/article/fys-front-matter.h"
#include "core/article/fys-markdown.h"
#include "core/article/fys-metadata-private.h"
#include "core/article/fys-outline.h"

/* How fast adults read about health, silently and to understand. */
#define WORDS_PER_MIN 200

G_DEFINE_QUARK (fys-article-error-quark, fys_article_error)

/* words */

static guint
count_words (const FysText *text)
{
  guint n = text->length > 0 && (guchar) text->text[0] > ' ';

  for (guint i = 1; i < text->length; i++)
    n += ((guchar) text->text[i] > ' ') & ((guchar) text->text[i - 1] <= ' ');
  return n;
}

static void
count_all_words (FysArticle *self)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const FysBlock *block = fys_article_block (self, i);

      if (!block->is_html)
        self->n_words += count_words (&block->text);
      for (guint cell = 0; block->table != NULL && cell < block->table->n_rows * block->table->n_columns; cell++)
        self->n_words += count_words (&block->table->cells[cell]);
    }
}

/* the title */

/* Returns: (nullable): @text if there is anything in it */
static const char *
non_blank (const char *text)
{
  return text != NULL && text[strspn (text, " \t\n")] != '\0' ? text : NULL;
}

/* Returns: (nullable): the first heading that says something */
static const char *
find_heading (FysArticle *self)
{
  for (guint i = 0; i < self->sections->len; i++)
    if (non_blank (fys_article_section (self, i)->title) != NULL)
      return fys_article_section (self, i)->title;
  return NULL;
}

/* Returns: the file's name without its ending */
static const char *
title_from_name (FysArticle *self,
                 const char *name)
{
  const char *dot = strrchr (name, '.');

  return fys_arena_strndup (self->arena, name, dot != NULL && dot > name ? (gsize) (dot - name) : strlen (name));
}

static void
choose_title (FysArticle *self,
              const char *name)
{
  const char *source = NULL;

  self->title = non_blank (self->metadata.title);
  if (self->title != NULL)
    return;

  if ((self->title = non_blank (self->metadata.meta_title)) != NULL)
    source = "metaTitle";
  else if ((self->title = find_heading (self)) != NULL)
    /* Translators: what serves as an article's title: "The article states no title; %s serves as one" */
    source = _("the first heading");
  else if ((self->title = non_blank (name)) != NULL)
    {
      self->title = title_from_name (self, name);
      /* Translators: what serves as an article's title: "The article states no title; %s serves as one" */
      source = _("the name of the file");
    }
  if (source != NULL)
    fys_diagnostics_add (self->diagnostics, FYS_SEVERITY_WARNING, 1, 0, _("The article states no title; %s serves as one"), source);
  else
    {
      self->title = fys_arena_strdup (self->arena, _("Untitled"));
      fys_diagnostics_add (self->diagnostics, FYS_SEVERITY_WARNING, 1, 0, _("The article states no title"));
    }
}

static gboolean
is_same_text (const char *first,
              const char *second)
{
  g_autofree char *first_folded = g_utf8_casefold (first, -1);
  g_autofree char *second_folded = g_utf8_casefold (second, -1);

  return strcmp (g_strstrip (first_folded), g_strstrip (second_folded)) == 0;
}

/* the whole */

static FysArticle *
article_new (void)
{
  FysArticle *self = g_new0 (FysArticle, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->arena = fys_arena_new ();
  self->blocks = g_array_new (FALSE, FALSE, sizeof (FysBlock));
  self->containers = g_array_new (FALSE, FALSE, sizeof (FysContainer));
  self->sections = g_array_new (FALSE, FALSE, sizeof (FysSection));
  self->links = g_array_new (FALSE, FALSE, sizeof (FysLink));
  self->diagnostics = fys_diagnostics_new ();
  return self;
}

static void
article_free (FysArticle *self)
{
  g_array_unref (self->blocks);
  g_array_unref (self->containers);
  g_array_unref (self->sections);
  g_array_unref (self->links);
  g_ptr_array_unref (self->diagnostics);
  g_clear_pointer (&self->node_arrays, g_ptr_array_unref);
  fys_arena_free (self->arena);
  g_free (self);
}

FysArticle *
fys_article_new_from_bytes (GBytes     *bytes,
                            const char *name)
{
  FysArticle *self;
  FysSource   source;

  g_return_val_if_fail (bytes != NULL, NULL);

  self = article_new ();
  fys_source_init (&source, bytes, self->diagnostics);
  self->body_line = fys_front_matter_parse (self, &source);
  fys_metadata_fill (self);
  fys_markdown_parse (self, &source, self->body_line);
  fys_outline_build (self);
  fys_check_article (self, &source);
  fys_source_clear (&source);

  choose_title (self, name);
  count_all_words (self);
  if (self->blocks->len > 0 && fys_article_block (self, 0)->kind == FYS_BLOCK_HEADING)
    self->repeats_title = is_same_text (fys_article_block (self, 0)->text.text, self->title);
  fys_diagnostics_sort (self->diagnostics);
  return self;
}

FysArticle *
fys_article_ref (FysArticle *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
fys_article_unref (FysArticle *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count))
    article_free (self);
}

const char *
fys_article_get_title (FysArticle *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

const FysMetadata *
fys_article_get_metadata (FysArticle *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->metadata;
}

const FysBlock *
fys_article_get_blocks (FysArticle *self,
                        guint      *out_n_blocks)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (out_n_blocks != NULL, NULL);

  *out_n_blocks = self->blocks->len;
  return (const FysBlock *) (gconstpointer) self->blocks->data;
}

const FysContainer *
fys_article_get_containers (FysArticle *self,
                            guint      *out_n_containers)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (out_n_containers != NULL, NULL);

  *out_n_containers = self->containers->len;
  return (const FysContainer *) (gconstpointer) self->containers->data;
}

const FysSection *
fys_article_get_sections (FysArticle *self,
                          guint      *out_n_sections)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (out_n_sections != NULL, NULL);

  *out_n_sections = self->sections->len;
  return (const FysSection *) (gconstpointer) self->sections->data;
}

const FysLink *
fys_article_get_links (FysArticle *self,
                       guint      *out_n_links)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (out_n_links != NULL, NULL);

  *out_n_links = self->links->len;
  return (const FysLink *) (gconstpointer) self->links->data;
}

GPtrArray *
fys_article_get_diagnostics (FysArticle *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->diagnostics;
}

guint
fys_article_get_n_words (FysArticle *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_words;
}

guint
fys_article_get_reading_min (FysArticle *self)
{
  g_return_val_if_fail (self != NULL, 1);

  return MAX ((self->n_words + WORDS_PER_MIN / 2) / WORDS_PER_MIN, 1);
}

gboolean
fys_article_repeats_title (FysArticle *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->repeats_title;
}

guint
fys_article_find_section (FysArticle *self,
                          const char *slug)
{
  g_return_val_if_fail (self != NULL, FYS_NONE);
  g_return_val_if_fail (slug != NULL, FYS_NONE);

  for (guint i = 0; i < self->sections->len; i++)
    if (strcmp (fys_article_section (self, i)->slug, slug) == 0)
      return i;
  return FYS_NONE;
}
