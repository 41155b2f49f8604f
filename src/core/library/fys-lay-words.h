/* fys-lay-words.h - what patients call things, and what articles call them
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/library/fys-danish.h"

G_BEGIN_DECLS

/** FysLayEntry: @lay: one or more words that are typed  @meant: what articles may have instead, apart by ", "; a comma-less run of words is a phrase */
typedef struct
{
  const char *lay;
  const char *meant;
} FysLayEntry;

const FysLayEntry *fys_lay_words_get_table (guint            *out_n);

/* The table, ready to be looked words up in. Uses @stemmer only while it is made. */
typedef struct _FysLayWords FysLayWords;

FysLayWords       *fys_lay_words_new       (FysStemmer       *stemmer);
void               fys_lay_words_free      (FysLayWords      *self);
/**
 * fys_lay_words_match:
 * @stems: of the words that were typed, @n of them, from the one that is asked about on
 * @out_n_matched: how many of them the entry covers
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): stems, or stems parted by spaces, of what may be meant; of the entry that
 * covers most words */
const char *const *fys_lay_words_match     (FysLayWords       *self,
                                            const char *const *stems,
                                            guint              n,
                                            guint             *out_n_matched);

G_END_DECLS
