/* fys-hit-words.h - what was found, in words
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "core/library/fys-search.h"

G_BEGIN_DECLS

/* Bold where the marks are, which is seen without colours too. @marks: (nullable) (element-type FysMark). Returns: (transfer full) */
PangoAttrList *fys_hit_dup_attributes   (GArray               *marks);
/* "Articles": translated, static. @kind: one of them */
const char    *fys_hit_kind_get_heading (FysHitKind            kind);
/* "More questions": translated, static. @kind: one of them */
const char    *fys_hit_kind_get_more    (FysHitKind            kind);
/* "8 articles", "10+ articles" when there may be more. Returns: (transfer full) */
char          *fys_hit_kind_dup_count   (FysHitKind            kind,
                                         guint                 n,
                                         gboolean              has_more);
/* Where it is from: the collection of an article, the article of a question or exercise; and that it is a guess. Returns: (transfer full) */
char          *fys_hit_dup_source       (const FysHit         *hit);
/* What a screen reader says: the title, the kind, the source, the snippet. Returns: (transfer full) */
char          *fys_hit_dup_name         (const FysHit         *hit);
/* A question with its answer, for the clipboard: and where it is from, its page at FysFinder and the day. Returns: (transfer full) */
char          *fys_hit_dup_citation     (const FysLibraryInfo *info,
                                         const char           *question,
                                         const char           *slug,
                                         const char           *answer);

G_END_DECLS
