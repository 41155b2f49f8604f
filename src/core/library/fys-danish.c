/* fys-danish.c - Danish words as people type them
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-danish.h"

#include <string.h>

#include <libstemmer.h>

/* A text has few different words, and most of them stand near each other: this many stems are remembered. A power of two. */
#define CACHE_SIZE 4096

typedef struct
{
  char folded[FYS_DANISH_WORD_BYTES];
  char stem[FYS_DANISH_WORD_BYTES];
} CacheSlot;

struct _FysStemmer
{
  struct sb_stemmer *snowball;
  CacheSlot         *cache;
};

#define SOFT_HYPHEN    0x00AD
#define COMBINING_RING 0x030A
#define DIAERESIS      0x0308

/* Letters of Latin-1 from U+00C0 on, in lower case. Danish writes å as aa, ä and æ as ae, ö and ø as oe where it has no such letters. */
static const char *const latin_1[] = {
  "a", "a", "a", "a", "ae", "aa", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
  "d", "n", "o", "o", "o", "o", "oe", NULL, "oe", "u", "u", "u", "u", "y", "th", "ss",
  "a", "a", "a", "a", "ae", "aa", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
  "d", "n", "o", "o", "o", "o", "oe", NULL, "oe", "u", "u", "u", "u", "y", "th", "y",
};

/* Small words, and those that every question has; folded, sorted. */
static const char *const stop_words[] = {
  "ad", "af", "alle", "alt", "altid", "altsaa", "anden", "at", "bare", "blev", "blevet", "blive", "bliver", "boer", "burde", "da", "de", "dem",
  "den", "denne", "der", "deres", "derfor", "det", "dets", "dette", "dig", "din", "dine", "disse", "dit", "dog", "du", "efter", "eller", "en",
  "end", "eneste", "er", "et", "faa", "faaet", "faar", "faelles", "fik", "for", "fordi", "fra", "gaa", "gaar", "give", "giver", "gjorde", "gjort",
  "god", "gode", "godt", "goer", "goere", "ham", "han", "hans", "har", "havde", "have", "helt", "hende", "hendes", "her", "hjaelpe", "hjaelper",
  "hos", "hun", "hvad", "hvem", "hver", "hverken", "hvilke", "hvilken", "hvilket", "hvis", "hvor", "hvordan", "hvorfor", "hvornaar", "i", "ikke",
  "imellem", "imens", "ind", "indtil", "ingen", "intet", "ja", "jeg", "jer", "jeres", "jo", "kan", "kommer", "kun", "kunne", "laenge", "langt",
  "lave", "laver", "lavet", "lidt", "lige", "maa", "maaske", "maatte", "man", "mange", "med", "meget", "men", "mens", "mere", "mig", "min", "mine",
  "mit", "mod", "naar", "naeste", "naesten", "ned", "nej", "noedt", "nogen", "noget", "nogle", "nok", "nu", "og", "ogsaa", "om", "op", "os", "paa",
  "saa", "saadan", "saadant", "samme", "samt", "selv", "sig", "sin", "sine", "sit", "skal", "skulle", "slags", "snart", "som", "stadig", "til",
  "tit", "tror", "ud", "vaere", "vaeret", "var", "ved", "vi", "vide", "vil", "ville", "virker", "vor", "vores",
};

/* Words whose forms do not share their letters, and compounds with them at the end: "storetåen", "senehånd". The ending of a form, and what
 * stands for it. */
static const struct
{
  const char *form;
  const char *stem;
} irregular[] = {
  { "foedder", "fod" },
  { "foedderne", "fod" },
  { "foeddernes", "fod" },
  { "haender", "haand" },
  { "haenderne", "haand" },
  { "taender", "tand" },
  { "taenderne", "tand" },
  { "taaen", "taa" },
  { "taaens", "taa" },
  { "taeer", "taa" },
  { "taeerne", "taa" },
  { "knaeet", "knae" },
  { "knaeets", "knae" },
  { "knaeene", "knae" },
  { "knaeer", "knae" },
  { "boern", "barn" },
  { "boernene", "barn" },
  { "naetter", "nat" },
  { "naetterne", "nat" },
  { "oejne", "oej" },
  { "oejnene", "oej" },
  { "laege", "laege" }, /* a doctor, and not the calf (læg) */
  { "laegen", "laege" },
  { "laegens", "laege" },
  { "laeger", "laege" },
  { "laegerne", "laege" },
  { "kraefter", "kraft" },
  { "vaegte", "vaegt" },
};

static void
append_folded (FysWord    *word,
               const char *bytes)
{
  while (*bytes != '\0' && word->length + 1 < FYS_DANISH_WORD_BYTES)
    word->folded[word->length++] = *bytes++;
}

/* What a combining mark makes of the letter before it. */
static void
fold_mark (FysWord *word,
           gunichar c)
{
  char last = word->length > 0 ? word->folded[word->length - 1] : '\0';

  if (c == COMBINING_RING && last == 'a')
    append_folded (word, "a");
  else if (c == DIAERESIS && (last == 'a' || last == 'o'))
    append_folded (word, "e");
}

static void
fold_wide (FysWord *word,
           gunichar c)
{
  char buffer[8] = { 0 };

  if (c >= 0xC0 && c < 0x100)
    {
      append_folded (word, latin_1[c - 0xC0]);
      return;
    }
  if (g_unichar_ismark (c))
    {
      fold_mark (word, c);
      return;
    }
  if (word->length + g_unichar_to_utf8 (g_unichar_tolower (c), buffer) < FYS_DANISH_WORD_BYTES)
    append_folded (word, buffer);
}

static gboolean
is_wide_word_char (gunichar c)
{
  if (c >= 0xC0 && c < 0x100)
    return c != 0xD7 && c != 0xF7; /* × ÷ */
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

gboolean
fys_word_next (const char *text,
               gsize       length,
               FysWord    *word)
{
  gsize    at = word->end;
  gboolean is_inside = FALSE;

  word->length = 0;
  while (at < length)
    {
      guchar   byte = (guchar) text[at];
      gsize    size = 1;
      gunichar wide = 0;
      gboolean is_word_char = g_ascii_isalnum (byte);

      if (byte >= 0x80)
        {
          size = MIN ((gsize) g_utf8_skip[byte], length - at);
          wide = g_utf8_get_char_validated (text + at, (gssize) size);
          if (wide >= (gunichar) -2)
            wide = 0xFFFD; /* of a text that is no UTF-8; it parts words */
          /* A mark without a letter before it is no word. */
          is_word_char = is_wide_word_char (wide) && (is_inside || !g_unichar_ismark (wide));
          if (wide == SOFT_HYPHEN && is_inside)
            {
              at += size;
              continue;
            }
        }
      if (!is_word_char && is_inside)
        break;
      if (is_word_char)
        {
          if (!is_inside)
            word->start = at;
          is_inside = TRUE;
          if (byte < 0x80)
            append_folded (word, (const char[]) { g_ascii_tolower ((char) byte), '\0' });
          else
            fold_wide (word, wide);
        }
      at += size;
      if (is_inside)
        word->end = at;
    }
  word->folded[word->length] = '\0';
  if (!is_inside)
    word->start = word->end = length;
  return is_inside;
}

void
fys_danish_strip (const char *folded,
                  char       *out)
{
  while (*folded != '\0')
    {
      gboolean is_pair = (folded[0] == 'a' && (folded[1] == 'e' || folded[1] == 'a')) || (folded[0] == 'o' && folded[1] == 'e');

      *out++ = folded[0];
      folded += is_pair ? 2 : 1;
    }
  *out = '\0';
}

static int
compare_words (const void *a,
               const void *b)
{
  return strcmp (a, *(const char *const *) b);
}

gboolean
fys_danish_is_stop_word (const char *folded)
{
  return bsearch (folded, stop_words, G_N_ELEMENTS (stop_words), sizeof stop_words[0], compare_words) != NULL;
}

/* Words from Latin are written in two ways: discus and diskus, carpal and karpal. */
static void
unify_latin (char *word)
{
  for (char *p = word; *p != '\0'; p++)
    if (*p == 'c' && strchr ("eiyh", p[1]) == NULL)
      *p = 'k';
}

void
fys_danish_to_beginning (const char *folded,
                         char       *out)
{
  strcpy (out, folded);
  unify_latin (out);
}

FysStemmer *
fys_stemmer_new (void)
{
  FysStemmer *self = g_new0 (FysStemmer, 1);

  self->snowball = sb_stemmer_new ("danish", "UTF_8");
  self->cache = g_new0 (CacheSlot, CACHE_SIZE);
  return self;
}

void
fys_stemmer_free (FysStemmer *self)
{
  if (self == NULL)
    return;
  sb_stemmer_delete (self->snowball);
  g_free (self->cache);
  g_free (self);
}

static gboolean
ends_in (const char *word,
         gsize       length,
         const char *ending)
{
  gsize n = strlen (ending);

  return length >= n && memcmp (word + length - n, ending, n) == 0;
}

static gboolean
is_consonant (char c)
{
  return c != '\0' && strchr ("aeiouy", c) == NULL && g_ascii_isalpha (c);
}

/* Writes the algorithm's stem of @word over it. Returns: its length */
static gsize
run_snowball (FysStemmer *self,
              char       *word,
              gsize       length)
{
  const sb_symbol *stem = sb_stemmer_stem (self->snowball, (const sb_symbol *) word, (int) length);
  gsize            n;

  if (stem == NULL)
    return length;
  n = (gsize) sb_stemmer_length (self->snowball);
  memcpy (word, stem, n);
  word[n] = '\0';
  return n;
}

static gboolean
replace_irregular (char  *word,
                   gsize *length)
{
  for (guint i = 0; i < G_N_ELEMENTS (irregular); i++)
    {
      gsize n = strlen (irregular[i].form);

      if (!ends_in (word, *length, irregular[i].form))
        continue;
      strcpy (word + *length - n, irregular[i].stem);
      *length = strlen (word);
      return TRUE;
    }
  return FALSE;
}

/* What the algorithm leaves apart:
 *   skulder → skuld, skuldre → skuldr     fingre, fibre: the e that is lost in other forms
 *   muskel → muskel, muskler → muskl      ankel, virvel
 *   frossen → fros, frosne → frosn
 *   spænding → spænding, spændte → spænd  forstuvning, forstuvede, forstuvet */
static gsize
repair (char *word,
        gsize length)
{
  if (ends_in (word, length, "loest"))
    length--;
  if (length >= 8 && ends_in (word, length, "ning") && !ends_in (word, length, "aning"))
    length -= 4;
  else if (length >= 6 && ends_in (word, length, "ing"))
    length -= 3;
  else if (length >= 6 && ends_in (word, length, "ed"))
    length -= 2;
  if (length >= 5 && word[length - 1] == 'r' && is_consonant (word[length - 2]) && is_consonant (word[length - 3]))
    length--;
  else if (length >= 5 && ends_in (word, length, "sn"))
    length--;
  else if (length >= 5 && ends_in (word, length, "el") && is_consonant (word[length - 3]))
    {
      word[length - 2] = 'l';
      length--;
    }
  if (length >= 4 && word[length - 1] == word[length - 2] && is_consonant (word[length - 1]))
    length--;
  word[length] = '\0';
  return length;
}

static void
stem_word (FysStemmer *self,
           const char *folded,
           gsize       length,
           char       *stem)
{
  memcpy (stem, folded, length);
  stem[length] = '\0';
  unify_latin (stem);
  if (replace_irregular (stem, &length))
    return;
  length = run_snowball (self, stem, length);
  length = run_snowball (self, stem, length);
  (void) repair (stem, length);
}

const char *
fys_stemmer_stem (FysStemmer *self,
                  const char *folded,
                  gsize       length)
{
  guint      hash = 5381;
  CacheSlot *slot;

  g_assert (length < FYS_DANISH_WORD_BYTES);
  for (gsize i = 0; i < length; i++)
    hash = hash * 33 + (guchar) folded[i];
  slot = &self->cache[(hash ^ (hash >> 15)) & (CACHE_SIZE - 1)];
  if (slot->folded[length] == '\0' && slot->stem[0] != '\0' && memcmp (slot->folded, folded, length) == 0)
    return slot->stem;
  memcpy (slot->folded, folded, length);
  slot->folded[length] = '\0';
  stem_word (self, folded, length, slot->stem);
  return slot->stem;
}
