/* fys-markdown.h - the body of an article as blocks and containers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/article/fys-article-private.h"
#include "core/article/fys-source.h"

G_BEGIN_DECLS

/**
 * fys_markdown_parse:
 * @first_line: the line of @source at which the body begins, 1-based
 *
 * Fills the article's blocks, containers and links, and adds findings. */
void fys_markdown_parse (FysArticle      *article,
                         const FysSource *source,
                         guint            first_line);

G_END_DECLS
