/* fys-metadata-private.h - from the nodes of the front matter to what they mean
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/article/fys-article-private.h"

G_BEGIN_DECLS

/* Fills the article's metadata from its root node; what is not as expected is a finding. */
void     fys_metadata_fill (FysArticle *article);
/**
 * fys_date_parse:
 * @text: 12/10/2025, 12-10-2025, 12.10.2025 (day first), 2025-10-12 or that with a time
 * @out_date: (out): all zero when it is no date
 *
 * Returns: whether @text is a day that exists */
gboolean fys_date_parse    (const char *text,
                            FysDate    *out_date);

G_END_DECLS
