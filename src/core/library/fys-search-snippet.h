/* fys-search-snippet.h - the part of a text that answers a query, and the words in it that do
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/library/fys-search-plan.h"

G_BEGIN_DECLS

/* Knows the words of a query in all their forms. One thread at a time. */
typedef struct _FysMarker FysMarker;

FysMarker *fys_marker_new         (FysStemmer    *stemmer,
                                   const FysPlan *plan);
void       fys_marker_free        (FysMarker     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FysMarker, fys_marker_free)
/* Returns: (transfer full) (element-type FysMark) */
GArray    *fys_marker_mark        (FysMarker     *self,
                                   const char    *text);
/**
 * fys_marker_dup_snippet:
 * @text: UTF-8 of @length bytes
 * @out_marks: (out) (transfer full) (element-type FysMark)
 *
 * Returns: (transfer full): the sentences that have most of the words, or the first ones; one line */
char      *fys_marker_dup_snippet (FysMarker     *self,
                                   const char    *text,
                                   gsize          length,
                                   GArray       **out_marks);

G_END_DECLS
