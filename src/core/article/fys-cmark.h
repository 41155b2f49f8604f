/* fys-cmark.h - cmark with a bound on its memory
 *
 * cmark aborts when memory runs out, and makes a node of 150 bytes of a single bracket. Here it takes its memory from a region that says stop at a bound and that is given back at once, which is also faster.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cmark.h>
#include <glib.h>

G_BEGIN_DECLS

typedef struct _FysCmark FysCmark;

/**
 * fys_cmark_parse:
 * @text: valid UTF-8, @length bytes
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): %NULL when @text asks for more memory than any true article does */
FysCmark   *fys_cmark_parse        (const char *text,
                                    gsize       length);
/* The tree may be read but not changed; it lives as long as @self. */
cmark_node *fys_cmark_get_document (FysCmark   *self);
void        fys_cmark_free         (FysCmark   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FysCmark, fys_cmark_free)

G_END_DECLS
