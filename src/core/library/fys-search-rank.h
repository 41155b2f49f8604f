/* fys-search-rank.h - which articles answer a query best, and which of their parts
 *
 *   FTS5 ──▶ every article that has a word ──▶ a rough score ──▶ the best hundred ──▶ their layouts ──▶ the score
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/library/fys-search-document.h"
#include "core/library/fys-search-plan.h"

G_BEGIN_DECLS

/** FysPosition: where an alternative stands. @word: its first word, counted from the column's beginning */
typedef struct
{
  guint16 alternative;
  guint8  column;
  guint32 word;
} FysPosition;

/** FysCandidate: @positions: element-type FysPosition, by alternative
 * @body: those in the body, in reading order
 * @bytes: what @layout borrows from
 * @coverage: 0–1, how much of what the query tells the article has a word for
 * @best_part: of @layout, the one that tells most of what is looked for; FYS_NONE when none does */
typedef struct
{
  gint64    article_id;
  double    rough;
  GArray   *positions;
  GArray   *body;
  GBytes   *bytes;
  FysLayout layout;
  double    score;
  double    coverage;
  guint     best_part;
} FysCandidate;

/* Registers the function that FTS5 calls for each article. */
gboolean   fys_search_rank_attach (FysSearchState *state,
                                   sqlite3        *db,
                                   GError        **error);
/* Returns: (transfer full) (nullable) (element-type FysCandidate): best first, at most @limit */
GPtrArray *fys_search_rank        (sqlite3        *db,
                                   const FysPlan  *plan,
                                   guint           limit,
                                   GCancellable   *cancellable,
                                   GError        **error);
/* How well a part answers, 0–1. */
double     fys_candidate_get_part_score (const FysCandidate *self,
                                         const FysPlan      *plan,
                                         const FysPart      *part);

G_END_DECLS
