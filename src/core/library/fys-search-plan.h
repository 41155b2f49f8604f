/* fys-search-plan.h - what is looked for when a person types a query
 *
 *   "ondt i nakke smertr"   words, small ones left out
 *      │       │     │
 *    group   group  group   each with alternatives: the word's stem, what it may begin, what patients call so, what it was meant to be,
 *                           what it makes together with its neighbour
 *
 * An article answers a group with the best of its alternatives. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/library/fys-search-vocabulary.h"

G_BEGIN_DECLS

/* A query of more words is cut; each of them may be a compound. */
#define FYS_PLAN_MAX_WORDS  16
#define FYS_PLAN_MAX_GROUPS (2 * FYS_PLAN_MAX_WORDS)

/** FysAlternative: @phrase: stems parted by spaces  @n_words: of them  @is_meaning: another word for what was typed
 * @group: which it belongs to  @weight: 0–1  @idf: how much the phrase tells: high when it stands in few articles
 * @n_articles: no more of them have it */
typedef struct
{
  char    *phrase;
  guint    n_words;
  gboolean is_meaning;
  guint    group;
  double   weight;
  double   idf;
  guint    n_articles;
} FysAlternative;

/** FysGroup: @idf: of what was typed, or of the best that stands for it
 * @is_known: an article has the word as it was typed (or a form of it, or one that begins so) */
typedef struct
{
  double   idf;
  gboolean is_known;
} FysGroup;

/** FysPlan: @groups: element-type FysGroup  @alternatives: element-type FysAlternative, those of a group together
 * @trigrams: of the whole query, for comparing it with titles, see fys-trigrams.h
 * @corrected: (nullable): the query with what were taken for typing mistakes put right
 * @asks_for_exercises: and not for what is wrong  @describes: it tells in a few words what is wrong, and does not ask */
typedef struct
{
  GArray  *groups;
  GArray  *alternatives;
  GArray  *trigrams;
  char    *corrected;
  guint    n_articles;
  gboolean asks_for_exercises;
  gboolean describes;
} FysPlan;

/* @text: instead of that of @query */
FysPlan *fys_plan_new            (FysSearchState       *state,
                                  FysVocabulary        *vocabulary,
                                  const char           *text,
                                  const FysSearchQuery *query);
void     fys_plan_free           (FysPlan              *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FysPlan, fys_plan_free)
/* What FTS5 is asked for. @order: (element-type guint): to which alternative each phrase belongs; one may come twice
 * @is_bounded: to leave out most articles that have nothing but words that many have, and them in no name of theirs; all words are looked at in the others
 * Returns: (transfer full) */
char    *fys_plan_dup_expression (const FysPlan        *self,
                                  gboolean              is_bounded,
                                  GArray               *order);
/* Whether so many articles have the words that the expression is to be bounded at first. */
gboolean fys_plan_is_large       (const FysPlan        *self);

G_END_DECLS
