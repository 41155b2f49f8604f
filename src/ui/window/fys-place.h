/* fys-place.h - finds a reader's place again in an article that was changed
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/article/fys-article.h"

G_BEGIN_DECLS

/**
 * fys_place_carry:
 * @block: a block of @from
 *
 * The block of @to with the same text in the section of the same slug; else the one as far into that section; else, when the section is gone, the one with the
 * same number. So text that was put in or taken out further up does not move the reader.
 *
 * Returns: a block of @to; 0 when it has none */
guint fys_place_carry (FysArticle *from,
                       FysArticle *to,
                       guint       block);

G_END_DECLS
