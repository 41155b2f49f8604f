/* fys-contents-item.h - a line of the contents
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/article/fys-article.h"

G_BEGIN_DECLS

#define FYS_TYPE_CONTENTS_ITEM (fys_contents_item_get_type ())
/* Property: is-current (gboolean): the reader is in this section. The rest never changes. */
G_DECLARE_FINAL_TYPE (FysContentsItem, fys_contents_item, FYS, CONTENTS_ITEM, GObject)

/**
 * fys_contents_item_new:
 * @article: owns the section; kept
 * @section: its index
 * @depth: how far it is indented, in steps
 * @n_questions: of a FAQ, how many there are; else 0
 *
 * Returns: (transfer full) */
FysContentsItem *fys_contents_item_new                  (FysArticle      *article,
                                                         guint            section,
                                                         guint            depth,
                                                         guint            n_questions);
guint            fys_contents_item_get_section          (FysContentsItem *self);
const char      *fys_contents_item_get_title            (FysContentsItem *self);
guint            fys_contents_item_get_depth            (FysContentsItem *self);
guint            fys_contents_item_get_n_questions      (FysContentsItem *self);
gboolean         fys_contents_item_is_urgent            (FysContentsItem *self);
gboolean         fys_contents_item_is_current           (FysContentsItem *self);
void             fys_contents_item_set_current          (FysContentsItem *self,
                                                         gboolean         is_current);
/* All that the line shows, in words. Returns: (transfer full) */
char            *fys_contents_item_dup_accessible_label (FysContentsItem *self);

G_END_DECLS
