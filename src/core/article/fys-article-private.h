/* fys-article-private.h - an article while it is being built
 *
 * Each stage of the parser fills its part of the same FysArticle; once fys_article_new_from_bytes() has returned, nobody writes to it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/article/fys-arena.h"
#include "core/article/fys-article.h"

G_BEGIN_DECLS

struct _FysArticle
{
  gatomicrefcount ref_count;

  /* Owned */
  FysArena       *arena;       /* every string, span, table and node */
  GPtrArray      *node_arrays; /* (nullable) (element-type GPtrArray): the children of the nodes of the front matter */
  GArray         *blocks;
  GArray         *containers;
  GArray         *sections;
  GArray         *links;
  GPtrArray      *diagnostics;

  FysMetadata     metadata;    /* its strings lie in the arena */
  const char     *title;
  guint           body_line;   /* the first line that is not front matter */
  guint           n_words;
  gboolean        repeats_title;
};

static inline FysBlock *
fys_article_block (FysArticle *self,
                   guint       index)
{
  return &g_array_index (self->blocks, FysBlock, index);
}

static inline FysSection *
fys_article_section (FysArticle *self,
                     guint       index)
{
  return &g_array_index (self->sections, FysSection, index);
}

G_END_DECLS
