/* article-dump.h - an article as lines of text, to compare and to read
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/article/fys-article.h"

G_BEGIN_DECLS

/**
 * article_dump:
 *
 * Everything that the parser found, a line each; see the .expected files in tests/data/articles for what it looks like.
 *
 * Returns: (transfer full) */
char *article_dump        (FysArticle    *article);
/**
 * article_assert_sound:
 *
 * Asserts what holds for every article, whatever the file was: valid UTF-8, spans in order that do not cross, ranges that nest,
 * indices that exist, slugs that are unique. */
void  article_assert_sound (FysArticle   *article);

G_END_DECLS
