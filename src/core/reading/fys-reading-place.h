/* fys-reading-place.h - a place in an article, told so that it is found again in another version of it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/article/fys-article.h"
#include "core/reading/fys-reading.h"

G_BEGIN_DECLS

/**
 * fys_reading_place_make:
 * @block: of @article
 * @part: 0–1, how far into the block
 * @out_progress: (nullable): 0–1 of the whole article
 *
 * Returns: (transfer full): the place; its slug is that of the innermost section, "" before the first one. Free it with
 * fys_reading_place_clear(). */
FysReadingPlace fys_reading_place_make     (FysArticle            *article,
                                            guint                  block,
                                            double                 part,
                                            double                *out_progress);
void            fys_reading_place_clear    (FysReadingPlace       *self);
/**
 * fys_reading_place_find:
 * @progress: of the whole article, which counts when it has no such section any more
 *
 * Returns: %FALSE when the article has no blocks */
gboolean        fys_reading_place_find     (FysArticle            *article,
                                            const FysReadingPlace *place,
                                            double                 progress,
                                            guint                 *out_block,
                                            double                *out_part);

G_END_DECLS
