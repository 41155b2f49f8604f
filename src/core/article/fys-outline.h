/* fys-outline.h - the sections of an article, its questions and its warnings
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/article/fys-article-private.h"

G_BEGIN_DECLS

/* Fills the article's sections from its blocks and tells each block its section. */
void     fys_outline_build           (FysArticle *article);
/* Whether a heading says that questions and their answers follow, in Danish or English. */
gboolean fys_outline_is_faq_title    (const char *title);
/* Whether a heading says when to seek help, in Danish or English: see fys-urgent.c. */
gboolean fys_outline_is_urgent_title (const char *title);
/* Whether a text holds an order to get help at once. */
gboolean fys_outline_is_urgent_text  (const char *text);

G_END_DECLS
