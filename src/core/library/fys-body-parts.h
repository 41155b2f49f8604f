/* fys-body-parts.h - which parts of the body an article is about, when its front matter does not say
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * fys_body_parts_guess:
 * @title: UTF-8
 * @key: see fys_library_dup_article_key()
 *
 * Looks at the words of the title and of the article's name only: a text mentions many parts of the body that it is not about. A word that may mean
 * something else counts for nothing. Any thread.
 *
 * Returns: (transfer full) (array zero-terminated=1): slugs as front matter has them ("laend"), each once, possibly none */
char **fys_body_parts_guess (const char *title,
                             const char *key);

G_END_DECLS
