/* fys-check.h - what an author should look at again, in an article that could be read
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/article/fys-article-private.h"
#include "core/article/fys-source.h"

G_BEGIN_DECLS

/* Adds findings about the article's blocks and sections; call it when both are complete. */
void fys_check_article (FysArticle      *article,
                        const FysSource *source);

G_END_DECLS
