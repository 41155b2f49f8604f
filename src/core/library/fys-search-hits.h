/* fys-search-hits.h - what is shown of an article, a question or an exercise that was found
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/library/fys-search-rank.h"
#include "core/library/fys-search-snippet.h"

G_BEGIN_DECLS

/* Makes hits of parts of articles; keeps the text of the article that it read last. For the time of one search. */
typedef struct _FysHitMaker FysHitMaker;

FysHitMaker *fys_hit_maker_new          (sqlite3            *db,
                                         FysMarker          *marker,
                                         GError            **error);
void         fys_hit_maker_free         (FysHitMaker        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FysHitMaker, fys_hit_maker_free)
/* Whether all hits that were asked for could be read. Returns: %FALSE with a FYS_LIBRARY_ERROR or G_IO_ERROR_CANCELLED */
gboolean     fys_hit_maker_is_sound     (FysHitMaker        *self,
                                         GError            **error);
/* @part: index in the candidate's layout; FYS_NONE for the article as such. @score: of the hit
 * Returns: (transfer full) (nullable): %NULL when the article is not there any more */
FysHit      *fys_hit_maker_make         (FysHitMaker        *self,
                                         const FysCandidate *candidate,
                                         guint               part,
                                         double              score,
                                         gboolean            is_guess);

G_END_DECLS
