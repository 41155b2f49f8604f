/* fys-article-model.h - a list of the library's articles as a list model that reads what is looked at
 *
 * The model knows how many there are, and the articles around those that were asked for last; the rest is read when it is. A change of the library
 * becomes the smallest changes of the list that account for it, so that a view stays where its reader is. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/library/fys-library.h"

G_BEGIN_DECLS

#define FYS_TYPE_ARTICLE_ITEM (fys_article_item_get_type ())
/* Property: entry (FysLibraryEntry, nullable, read only): %NULL while it is being read */
G_DECLARE_FINAL_TYPE (FysArticleItem, fys_article_item, FYS, ARTICLE_ITEM, GObject)

/* Returns: (transfer none) (nullable) */
FysLibraryEntry *fys_article_item_get_entry    (FysArticleItem         *self);

#define FYS_TYPE_ARTICLE_MODEL (fys_article_model_get_type ())
/* A GListModel of FysArticleItem. Property: is-loading (gboolean, read only): it is not known yet how many there are. */
G_DECLARE_FINAL_TYPE (FysArticleModel, fys_article_model, FYS, ARTICLE_MODEL, GObject)

/* Empty until it has a filter. */
FysArticleModel *fys_article_model_new         (FysLibrary             *library);
/* Shows other articles, from the beginning. Copies @filter. */
void             fys_article_model_set_filter  (FysArticleModel        *self,
                                                const FysLibraryFilter *filter);
gboolean         fys_article_model_is_loading  (FysArticleModel        *self);
/* How many articles are held now; for tests. */
guint            fys_article_model_get_n_held  (FysArticleModel        *self);

G_END_DECLS
