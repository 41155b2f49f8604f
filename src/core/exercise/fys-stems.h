/* fys-stems.h - what the words of a text mean, by a table of words and stems
 *
 * Every word of an exercise is looked up, so a look-up compares it with the few entries that begin with the same two bytes, and lower case is
 * made without asking the locale. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include <glib.h>

G_BEGIN_DECLS

/* Longer words are of no interest; the rest of one is not compared. */
#define FYS_WORD_MAX_BYTES 47
#define FYS_STEMS_N_KEYS   512
/* Of the letters beyond ASCII, articles in Danish and English have those of Latin-1; in UTF-8 they are this byte and another. */
#define FYS_LATIN_1_LEAD   0xC3

/** FysStem: an entry of a table, which is const data. @stem: lower case; one that ends in '*' stands for all words that begin with it */
typedef struct
{
  const char *stem;
  int         meaning;
} FysStem;

/** FysEnding: what a word may end in */
typedef struct
{
  const char *text;
  guint8      length; /* bytes */
} FysEnding;

#define FYS_ENDING(text_) { text_, sizeof text_ - 1 }

/** FysStemSlot: an entry as it is compared. @length: of the stem in bytes, without its '*'; @is_open: whether it had one
 * @last: the last byte of the stem, which tells apart most that begin alike */
typedef struct
{
  const FysStem *entry;
  guint8         length;
  guint8         is_open;
  char           last;
} FysStemSlot;

/** FysStems: a table with its index. All zero but for @stems and @n until fys_stems_ensure().
 * @slots: by key; those of one key stay in the order of the table   @first: of the slots of each key */
typedef struct
{
  const FysStem *stems;
  guint          n;
  gsize          is_ready;
  FysStemSlot    slots[FYS_STEMS_N_KEYS];
  guint16        first[FYS_STEMS_N_KEYS + 1];
} FysStems;

/* Makes the index, once; any thread. */
void fys_stems_ensure (FysStems *self);

/* Copies as much of [@start, @end) as fits into the @size_bytes of @lower, zero-terminated, in lower case as Danish and English have it: byte
 * by byte as long as before. Returns: how many bytes */
gsize fys_to_lower (const char *start,
                    const char *end,
                    char       *lower,
                    gsize       size_bytes);

/* Whether a letter, digit or mark of a word that is not ASCII stands at @p. */
gboolean fys_is_wide_word_char (const char *p);

/* Whether a letter, digit or mark of a word stands at @p, and then *@out_length bytes of it. */
static inline gboolean
fys_is_word_char (const char *p,
                  guint      *out_length)
{
  *out_length = 1;
  if ((guchar) *p < 0x80)
    return g_ascii_isalnum (*p) || *p == '_';
  *out_length = g_utf8_skip[(guchar) *p];
  /* æ, ø, å: all that begins so is a letter but for × and ÷. */
  if ((guchar) *p == FYS_LATIN_1_LEAD && (guchar) p[1] >= 0x80 && (guchar) p[1] != 0x97 && (guchar) p[1] != 0xB7)
    return TRUE;
  return fys_is_wide_word_char (p);
}

/* Whether @lower, a word of @length bytes, ends in one of @endings and has something before it. */
static inline gboolean
fys_has_ending (const char      *lower,
                gsize            length,
                const FysEnding *endings,
                guint            n_endings)
{
  for (guint i = 0; i < n_endings; i++)
    if (length > endings[i].length && memcmp (lower + length - endings[i].length, endings[i].text, endings[i].length) == 0)
      return TRUE;
  return FALSE;
}

static inline guint
fys_stems_key (const char *word)
{
  return ((guchar) word[0] * 31u + (word[0] != '\0' ? (guchar) word[1] : 0u)) % FYS_STEMS_N_KEYS;
}

/**
 * fys_stems_next:
 * @lower: a word of @length bytes
 * @at: (inout): 0 at the first call
 *
 * Returns: (nullable): the next entry that the word is or begins with; *@out_rest is what follows a stem, "" after a whole word */
static inline const FysStem *
fys_stems_next (const FysStems *self,
                const char     *lower,
                gsize           length,
                guint          *at,
                const char    **out_rest)
{
  guint key = fys_stems_key (lower);

  for (guint i = self->first[key] + *at; i < self->first[key + 1]; i++)
    {
      const FysStemSlot *slot = &self->slots[i];

      if (slot->is_open ? slot->length > length : slot->length != length)
        continue;
      if (lower[slot->length - 1] != slot->last || memcmp (slot->entry->stem, lower, slot->length) != 0)
        continue;
      *at = i + 1 - self->first[key];
      *out_rest = lower + slot->length;
      return slot->entry;
    }
  return NULL;
}

G_END_DECLS
