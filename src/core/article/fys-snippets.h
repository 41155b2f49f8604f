/* fys-snippets.h - texts that cmark saw as part of a paragraph and that are read once more, each by itself
 *
 * The cells of a table and the text before one. All of them go through cmark together, as paragraphs of one document, because a
 * parser for each would cost more than the parsing. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/article/fys-inline.h"

G_BEGIN_DECLS

typedef struct _FysSnippets FysSnippets;

FysSnippets *fys_snippets_new      (void);
void         fys_snippets_free     (FysSnippets    *self);
/* @text: a line; what begins a block elsewhere ("# ", "- ") is text here */
void         fys_snippets_add_cell (FysSnippets    *self,
                                    const char     *text,
                                    gsize           length,
                                    const FysPlace *place);
/* Begins a paragraph, whose lines follow; it was one before, so its first line begins no other block. */
void         fys_snippets_add_text (FysSnippets    *self,
                                    const FysPlace *place);
void         fys_snippets_add_line (FysSnippets    *self,
                                    const char     *text,
                                    gsize           length);
/**
 * fys_snippets_resolve:
 * @body: the article's Markdown, whose reference definitions hold for the snippets too
 *
 * Parses all of them and sets the texts of the blocks and cells that they were added for.
 *
 * Returns: %FALSE when they ask for more memory than allowed; then they have their source as text */
gboolean     fys_snippets_resolve  (FysSnippets    *self,
                                    FysInline      *builder,
                                    const char     *body,
                                    gsize           body_length);

G_END_DECLS
