/* fys-text-block.h - one text of an article: a label, its links, and what is marked in it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/article/fys-article.h"
#include "core/library/fys-library.h"
#include "ui/article/fys-marks.h"

G_BEGIN_DECLS

#define FYS_TYPE_TEXT_BLOCK (fys_text_block_get_type ())
G_DECLARE_FINAL_TYPE (FysTextBlock, fys_text_block, FYS, TEXT_BLOCK, GtkWidget)

typedef enum
{
  FYS_TEXT_PLAIN,
  FYS_TEXT_HEADING, /* a heading to a screen reader, and can have the focus */
  FYS_TEXT_CODE,    /* keeps its lines as they are */
} FysTextStyle;

/**
 * fys_text_block_new:
 * @article: owns @text and is kept alive
 * @block, @cell: whose text it is, as in FysTextPlace
 * @marks: (nullable): without it nothing can be marked */
GtkWidget *fys_text_block_new          (FysArticle    *article,
                                        const FysText *text,
                                        guint          block,
                                        guint          cell,
                                        FysTextStyle   style,
                                        FysMarks      *marks);
GtkWidget *fys_text_block_get_label    (FysTextBlock  *self);
guint      fys_text_block_get_block    (FysTextBlock  *self);
guint      fys_text_block_get_cell     (FysTextBlock  *self);
guint      fys_text_block_get_length   (FysTextBlock  *self);
/* The words of this text that are another article's title become quiet links; those that were so before no longer are. Moves nothing.
 * @terms: (nullable) (element-type FysTermMention): of the whole article, in reading order */
void       fys_text_block_set_terms    (FysTextBlock  *self,
                                        GPtrArray     *terms);
/* Its links, terms too, in reading order. @target: (nullable): only those that lead there. Returns: (transfer container) (element-type FysTextLink) */
GPtrArray *fys_text_block_list_links   (FysTextBlock  *self,
                                        const char    *target);
void       fys_text_block_set_align    (FysTextBlock  *self,
                                        FysAlign       align);

/* The place nearest to a point, in the widget's own coordinates. */
guint      fys_text_block_get_index_at (FysTextBlock  *self,
                                        double         x,
                                        double         y);
/* The word around a place. */
void       fys_text_block_get_word     (FysTextBlock  *self,
                                        guint          index,
                                        guint         *out_start,
                                        guint         *out_end);
/* Where a place stands: a rectangle as high as its line, in the widget's own coordinates. */
void       fys_text_block_get_place    (FysTextBlock  *self,
                                        guint          index,
                                        GdkRectangle  *out_rect);

/* The letters of the longest word of @text. */
guint      fys_text_block_count_longest_word (const char *text);

/* All text blocks in @widget, itself too, in reading order. Returns: (transfer container) (element-type FysTextBlock) */
GPtrArray *fys_text_block_list         (GtkWidget     *widget);

G_END_DECLS
