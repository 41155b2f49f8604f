/* fys-search.h - what a search asks and what it answers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/library/fys-library-entry.h"

G_BEGIN_DECLS

typedef enum
{
  FYS_HIT_ARTICLE = 1 << 0,
  FYS_HIT_QUESTION = 1 << 1,
  FYS_HIT_EXERCISE = 1 << 2,
  FYS_HIT_ANY = FYS_HIT_ARTICLE | FYS_HIT_QUESTION | FYS_HIT_EXERCISE,
} FysHitKind;

/** FysMark: bytes [start, start + length) of a text that answer to the words of the query. */
typedef struct
{
  guint start;
  guint length;
} FysMark;

/** FysHit: an article, a question with its answer, or an exercise.
 * @title: of the article, the question or the exercise
 * @slug: the section to open at, "" for the beginning
 * @snippet: plain text, one line: where the words stand; of a question the beginning of its answer or the part with the words
 * @answer: (nullable): of a question, all of its answer as plain text, a line for each block, so that it can be read where it was found
 * @title_marks, @snippet_marks: (element-type FysMark), in order, not overlapping, on character boundaries
 * @score: the best hit has the highest; only comparable within one answer
 * @is_guess: no word of the query was found as it stands, or only a small part of the query was */
typedef struct
{
  FysHitKind       kind;
  FysLibraryEntry *entry;
  char            *title;
  char            *slug;
  char            *snippet;
  char            *answer;
  GArray          *title_marks;
  GArray          *snippet_marks;
  double           score;
  gboolean         is_guess;
} FysHit;

/** FysSearchResults: best first, kinds mixed.
 * @hits: (element-type FysHit)
 * @corrected: (nullable): what was searched for instead, when a word was taken for a typing mistake: the query as it would be spelled
 * @nearest_words: (array zero-terminated=1): when nothing (or only guesses) was found, words of the library that are near, possibly empty */
typedef struct
{
  GPtrArray *hits;
  char      *corrected;
  char     **nearest_words;
} FysSearchResults;

void fys_hit_free            (FysHit           *self);
void fys_search_results_free (FysSearchResults *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FysSearchResults, fys_search_results_free)

/** FysSearchQuery: @text as the user typed it.
 * @kinds: any of FysHitKind
 * @limit: 1 or more, for each kind
 * @is_typing: the last word may be the beginning of one
 * @is_literal: no word is taken for a typing mistake: the user wants what was typed and not FysSearchResults.corrected */
typedef struct
{
  const char *text;
  FysHitKind  kinds;
  guint       limit;
  gboolean    is_typing;
  gboolean    is_literal;
} FysSearchQuery;

G_END_DECLS
