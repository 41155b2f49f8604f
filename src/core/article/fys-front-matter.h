/* fys-front-matter.h - the YAML at the head of an article as a tree of nodes
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/article/fys-article-private.h"
#include "core/article/fys-source.h"

G_BEGIN_DECLS

/**
 * fys_front_matter_parse:
 *
 * Sets the root node of the article's metadata, when there is front matter with something readable in it. Every fault is a finding with
 * its place in the file; what was read before a fault is kept.
 *
 * Returns: the line at which the body begins, 1-based; one beyond the last line when there is no body */
guint fys_front_matter_parse (FysArticle      *article,
                              const FysSource *source);

G_END_DECLS
