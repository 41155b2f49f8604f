/* fys-danish.h - Danish words as people type them: one spelling, and one stem for all forms of a word
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of a folded word, the zero counted; what a word has beyond that does not count. */
#define FYS_DANISH_WORD_BYTES 64

/** FysWord: a word of a text. @start, @end: its bytes there
 * @folded: zero-terminated, in lower case, without accents, with ae, oe and aa for æ, ø and å   @length: of @folded in bytes */
typedef struct
{
  gsize start;
  gsize end;
  guint length;
  char  folded[FYS_DANISH_WORD_BYTES];
} FysWord;

/**
 * fys_word_next:
 * @text: UTF-8 of @length bytes
 * @word: (inout): all zero at the first call
 *
 * Letters, digits and marks make words; everything else parts them, but for a soft hyphen.
 *
 * Returns: %FALSE when there is no further word */
gboolean    fys_word_next              (const char *text,
                                        gsize       length,
                                        FysWord    *word);
/* Writes @folded as one types it who has no æ, ø and å and takes the nearest letter: a, o, a. @out has FYS_DANISH_WORD_BYTES. */
void        fys_danish_strip           (const char *folded,
                                        char       *out);
/* Writes the beginning of a word as the stems of such words begin. @out has FYS_DANISH_WORD_BYTES. */
void        fys_danish_to_beginning    (const char *folded,
                                        char       *out);
/* Whether a folded word says nothing of what is looked for: "og", "hvordan", "kan". */
gboolean    fys_danish_is_stop_word    (const char *folded);

/* A stemmer with its memory. One thread at a time. */
typedef struct _FysStemmer FysStemmer;

FysStemmer *fys_stemmer_new            (void);
void        fys_stemmer_free           (FysStemmer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FysStemmer, fys_stemmer_free)
/* What all forms of a word share: "skuldre", "skulderen" → "skuld". Not always a word, and not for the user's eyes.
 * @folded: of @length bytes. Returns: (transfer none): valid until the next call */
const char *fys_stemmer_stem           (FysStemmer *self,
                                        const char *folded,
                                        gsize       length);

G_END_DECLS
