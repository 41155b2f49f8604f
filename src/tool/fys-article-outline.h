/* fys-article-outline.h - an article at a glance, for people
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/article/fys-article.h"

G_BEGIN_DECLS

/**
 * fys_article_dup_outline:
 * @path: as it is to be shown, UTF-8
 *
 * Title, dates, sections with their lines, exercises with their dosage, what else there is and what was found, translated.
 *
 * Returns: (transfer full): several lines, the last one with its line break */
char *fys_article_dup_outline (FysArticle *article,
                               const char *path);

G_END_DECLS
