/* fys-search-vocabulary.h - the words of the library, and in how many articles each of them stands
 *
 * Of a word both its form ("skuldre") and its stem ("skuld") are counted: forms tell typing mistakes from words and are shown, stems are what is
 * searched. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/library/fys-search-state.h"

G_BEGIN_DECLS

gboolean fys_search_vocabulary_create          (sqlite3           *db,
                                                GError           **error);
/* Counts the words of an article, whose texts are @texts (@n_texts of them, (nullable)), in memory. @sign: 1 to add, -1 to remove it */
void     fys_search_vocabulary_count           (FysSearchState    *state,
                                                const char *const *texts,
                                                guint              n_texts,
                                                int                sign);
/* Writes what was counted. */
gboolean fys_search_vocabulary_flush           (FysSearchState    *state,
                                                sqlite3           *db,
                                                GError           **error);

/* A vocabulary to look words up in, for the time of one search: its statements stay prepared. */
typedef struct _FysVocabulary FysVocabulary;

FysVocabulary *fys_vocabulary_new              (sqlite3           *db,
                                                GError           **error);
void           fys_vocabulary_free             (FysVocabulary     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FysVocabulary, fys_vocabulary_free)
/* Whether all that was asked so far could be read. Returns: %FALSE with a FYS_LIBRARY_ERROR or G_IO_ERROR_CANCELLED */
gboolean       fys_vocabulary_is_sound         (FysVocabulary     *self,
                                                GError           **error);
guint          fys_vocabulary_get_n_articles   (FysVocabulary     *self);
/* In how many articles @stem stands. */
guint          fys_vocabulary_count_stem       (FysVocabulary     *self,
                                                const char        *stem);
guint          fys_vocabulary_count_word       (FysVocabulary     *self,
                                                const char        *folded);
/* The commonest stems that begin with @beginning, at most some two dozen: nobody reads on through what a letter or two may become.
 * @out_n_articles: in how many articles the first of them stands
 * Returns: (transfer full) (element-type utf8) */
GPtrArray     *fys_vocabulary_dup_beginning    (FysVocabulary     *self,
                                                const char        *beginning,
                                                guint             *out_n_articles);
/* Stems of words that begin with @prefix while the stem itself does not: "følelsesløsh" → "følelsesløs", folded.
 * Returns: (transfer full) (element-type utf8) */
GPtrArray     *fys_vocabulary_dup_forms        (FysVocabulary     *self,
                                                const char        *prefix);

/** FysCorrection: @word: folded, a word of the library  @shown: as it is written there, in lower case, owned  @distance: how far from what was typed; lower is nearer
 * @n_articles: in how many it stands */
typedef struct
{
  char   word[FYS_DANISH_WORD_BYTES];
  char  *shown;
  double distance;
  guint  n_articles;
} FysCorrection;

/* The words that @folded may have been meant to be, no farther than @max_distance, the likeliest first, at most @limit.
 * Returns: (transfer full) (element-type FysCorrection) */
GArray        *fys_vocabulary_dup_corrections  (FysVocabulary     *self,
                                                const char        *folded,
                                                double             max_distance,
                                                guint              limit);

G_END_DECLS
