/* fys-specialty-words.c - which specialty a title or a heading speaks of
 *
 * A text speaks of a specialty when it holds one of its terms (data/clinic/specialties.tsv) as Danish uses words:
 *
 *   knæ, knæet, ryggen, hofterne      with an ending
 *   nakkesmerter, knæøvelser          as the first part of a compound; a short word only before a part that speaks of the body
 *                                     too, for "håndtering" is not about hands and "rygning" is not about backs
 *   brystkræft, migrænehovedpine      as the last part, for words of five letters or more
 *
 * Of several, an illness goes before a part of the body ("Slidgigt i knæet" is about osteoarthritis), a name before a
 * part of itself ("kræft" and "gener relateret til kræft"), the longer before the shorter at the same word, and then the first
 * named. No specialty is better than a wrong one.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/clinic/fys-clinic-private.h"

#include <string.h>

/* A title longer than this is no title; the rest of it is not looked at. */
#define MAX_WORDS 64

static const char *const endings[] = {
  "", "e", "s", "en", "er", "et", "ene", "ens", "ers", "ets", "erne", "enes", "ernes", NULL
};

/* The same after a vowel, which swallows the e: "hofte-n", "knæ-et" and "knæ-s", but not "ben-t". */
static const char *const endings_after_vowel[] = { "n", "r", "t", "ne", "ns", "rs", "ts", "nes", "rne", "rnes", NULL };

/* Second parts that make a compound with a short first word one about the body, or about food for "kost". */
static const char *const body_parts_of_compounds[] = {
  "anatomi",  "behandling", "besvær",  "betændelse", "brud",    "bøjning",   "dysfunktion", "fleksion",   "flade",
  "fysiologi", "fysioterapi", "gene",  "genoptræning", "gigt",  "hold",      "hule",        "hvirv",      "hvælving",
  "hævelse",  "instabilitet", "klinik", "knogle",    "krampe",  "led",       "lidelse",     "ligament",   "løft",
  "muskel",   "muskl",      "muskulatur", "nerve",   "ondt",    "operation", "patient",     "pine",       "plan",
  "problem",  "protese",    "rehabilitering", "rod", "råd",     "sene",      "skade",       "skal",       "skive",
  "smerte",   "spænding",   "stabil",  "stiv",       "strakt",  "strateg",   "stræk",     "styrke",      "svaghed",    "sygdom",
  "symptom",  "sål",        "søjle",   "terapi",     "tilskud", "træn",      "ubehag",      "udstrækning", "vane",
  "vrid",     "ømhed",      "øvelse",  NULL
};

/* Words that only look like a form or a compound of a term. */
static const char *const false_friends[] = {
  "arteriosklerose", "aterosklerose", "balanceret", "balancerede", /* hardened arteries are not MS; a balanced diet */
  "koste", "koster",                                               /* "hvad koster" asks for the price */
  "løbet",                                                         /* "i løbet af": in the course of */
  "lunges",                                                        /* the exercise */
  "ryge", "rygen", "ryger", "rygere",                              /* smoking */
  "uheldig", "uheldige", "uheldigt", "uheldigvis", NULL
};

typedef struct
{
  const FysSpecialtyTerm *term;  /* %NULL: nothing yet */
  guint                   place; /* of its first word */
} Match;

/* "ryg" + "gen": a final consonant is doubled before a vowel. */
static gboolean
is_ending (const char *rest,
           gunichar    last)
{
  if (g_strv_contains (endings, rest))
    return TRUE;
  if (g_utf8_strchr ("aeiouyæøå", -1, last) != NULL)
    return g_strv_contains (endings_after_vowel, rest);
  return g_utf8_get_char (rest) == last && rest[1] == 'e' && g_strv_contains (endings, rest + 1);
}

/* Whether what follows the end of a word makes a form of it. */
static gboolean
is_form (const char *word_end)
{
  return is_ending (word_end, g_utf8_get_char (g_utf8_prev_char (word_end)));
}

/* What follows the first part of a compound: perhaps a linking letter, then a part that speaks of the body. */
static gboolean
is_about_the_body (const char *rest)
{
  for (guint i = 0; body_parts_of_compounds[i] != NULL; i++)
    if (g_str_has_prefix (rest, body_parts_of_compounds[i])
        || ((*rest == 'e' || *rest == 's') && g_str_has_prefix (rest + 1, body_parts_of_compounds[i])))
      return TRUE;
  return FALSE;
}

static gboolean
ends_compound (const char             *word,
               const FysSpecialtyTerm *term)
{
  const char *found = word;

  while ((found = strstr (found + 1, term->words)) != NULL)
    if (found - word >= 2 && is_form (found + term->length))
      return TRUE;
  return FALSE;
}

/* As a last part, a group or an activity means something else: "energibalance", "forløber". */
static gboolean
word_speaks_of (const char             *word,
                const FysSpecialtyTerm *term)
{
  if (strncmp (word, term->words, term->length) == 0)
    return term->is_long || is_form (word + term->length) || is_about_the_body (word + term->length);
  return term->is_long && term->kind != FYS_SPECIALTY_GROUP && ends_compound (word, term);
}

/* No word of a phrase is part of a compound. */
static gboolean
words_speak_of (char                  **words,
                const FysSpecialtyTerm *term)
{
  const char *expected = term->words;

  for (guint i = 0; *expected != '\0'; i++)
    {
      gsize length = strcspn (expected, " ");

      if (words[i] == NULL || strncmp (words[i], expected, length) != 0 || !is_form (words[i] + length))
        return FALSE;
      expected += length;
      expected += strspn (expected, " ");
    }
  return TRUE;
}

static gboolean
is_better (const FysSpecialtyTerm *term,
           guint                   place,
           const Match            *than)
{
  if (than->term == NULL)
    return TRUE;
  if (term->kind != than->term->kind)
    return term->kind > than->term->kind;
  if (term->length <= than->term->length)
    return FALSE;
  return place == than->place || strstr (term->words, than->term->words) != NULL;
}

/* Returns: (transfer full): runs of letters and digits, lower case, at most MAX_WORDS */
static char **
split_words (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *lower = composed != NULL ? g_utf8_strdown (composed, -1) : g_strdup ("");
  GStrvBuilder    *builder = g_strv_builder_new ();
  const char      *p = lower;
  char           **words;

  for (guint n = 0; *p != '\0' && n < MAX_WORDS;)
    {
      const char *start;

      while (*p != '\0' && !g_unichar_isalnum (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      start = p;
      while (*p != '\0' && g_unichar_isalnum (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (p > start)
        {
          g_autofree char *word = g_strndup (start, (gsize) (p - start));

          g_strv_builder_add (builder, word);
          n++;
        }
    }
  words = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return words;
}

guint
fys_specialty_guess_from_text (const char *text)
{
  g_auto (GStrv) words = split_words (text);
  Match best = { NULL, 0 };

  for (guint place = 0; words[place] != NULL; place++)
    {
      if (g_strv_contains (false_friends, words[place]))
        continue;
      for (guint i = 0; i < fys_clinic_n_terms; i++)
        {
          const FysSpecialtyTerm *term = &fys_clinic_terms[i];

          if (!is_better (term, place, &best))
            continue;
          if (term->is_phrase ? words_speak_of (words + place, term) : word_speaks_of (words[place], term))
            best = (Match){ term, place };
        }
    }
  return best.term != NULL ? best.term->specialty : FYS_NONE;
}
