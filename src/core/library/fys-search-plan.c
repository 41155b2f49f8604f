/* fys-search-plan.c - what is looked for when a person types a query
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-search-plan.h"

#include <math.h>
#include <string.h>

#include "core/library/fys-search-weights.h"
#include "core/library/fys-trigrams.h"

/* Nobody types more; a text that was pasted is cut here. */
#define MAX_QUERY_BYTES  1000
#define MAX_WORDS        16
#define MAX_ALTERNATIVES 96

/* Shorter words begin too many others. */
#define MIN_BEGINNING 4
#define MIN_SPLIT     7
#define MIN_PART      3
#define MAX_CORRECTIONS 5

typedef struct
{
  char    *folded;
  char    *stem;
  gsize    start; /* in the query */
  gsize    end;
  gboolean is_last;
  gboolean is_known;
  char    *correction; /* (nullable): as shown */
} QueryWord;

typedef struct
{
  FysSearchState *state;
  FysVocabulary  *vocabulary;
  FysPlan        *plan;
  GArray         *words;
  gboolean        is_literal;
} Builder;

static void
clear_word (gpointer data)
{
  QueryWord *word = data;

  g_free (word->folded);
  g_free (word->stem);
  g_free (word->correction);
}

static void
clear_alternative (gpointer data)
{
  FysAlternative *alternative = data;

  g_free (alternative->phrase);
}

static double
get_idf (Builder *self,
         guint    n)
{
  double n_articles = fys_vocabulary_get_n_articles (self->vocabulary);

  n = MIN (n, (guint) n_articles);
  return log (1 + (n_articles - n + 0.5) / (n + 0.5));
}

static const char *
stem_of (Builder    *self,
         const char *folded)
{
  return fys_stemmer_stem (self->state->stemmer, folded, strlen (folded));
}

/* Adds an alternative for the group that is being made, unless it has the same with more weight. */
static void
add_alternative (Builder    *self,
                 const char *phrase,
                 gboolean    is_prefix,
                 double      weight,
                 double      idf)
{
  FysAlternative alternative = { NULL, 1, is_prefix, self->plan->groups->len - 1, weight, idf };
  GArray        *all = self->plan->alternatives;

  if (all->len >= MAX_ALTERNATIVES || *phrase == '\0')
    return;
  for (guint i = all->len; i > 0 && g_array_index (all, FysAlternative, i - 1).group == alternative.group; i--)
    {
      FysAlternative *other = &g_array_index (all, FysAlternative, i - 1);

      if (other->is_prefix != is_prefix || strcmp (other->phrase, phrase) != 0)
        continue;
      other->weight = MAX (other->weight, weight);
      return;
    }
  alternative.phrase = g_strdup (phrase);
  for (const char *p = phrase; *p != '\0'; p++)
    alternative.n_words += *p == ' ';
  g_array_append_val (all, alternative);
}

static void
add_stem (Builder    *self,
          const char *stem,
          double      weight)
{
  guint n = fys_vocabulary_count_stem (self->vocabulary, stem);

  if (n > 0)
    add_alternative (self, stem, FALSE, weight, get_idf (self, n));
}

/* A phrase tells as much as the rarest of its words, and a little more. */
static void
add_phrase (Builder    *self,
            const char *phrase,
            double      weight)
{
  g_auto (GStrv) stems = g_strsplit (phrase, " ", -1);
  double idf = 0;

  for (guint i = 0; stems[i] != NULL; i++)
    {
      guint n = fys_vocabulary_count_stem (self->vocabulary, stems[i]);

      if (n == 0)
        return;
      idf = MAX (idf, get_idf (self, n));
    }
  add_alternative (self, phrase, FALSE, weight, idf);
}

static void
add_prefix (Builder    *self,
            const char *prefix,
            double      weight)
{
  guint n = fys_vocabulary_count_prefix (self->vocabulary, prefix);

  if (n > 0)
    add_alternative (self, prefix, TRUE, weight, get_idf (self, n));
}

static void
add_prefixes (Builder   *self,
              QueryWord *word)
{
  g_autoptr (GPtrArray) forms = NULL;

  add_prefix (self, word->folded, W_WPREFIX);
  if (strlen (word->folded) < MIN_BEGINNING)
    return;
  forms = fys_vocabulary_dup_forms (self->vocabulary, word->folded);
  for (guint i = 0; i < MIN (forms->len, MAX_CORRECTIONS); i++)
    add_stem (self, g_ptr_array_index (forms, i), W_WFORM);
}

static void
add_corrections (Builder   *self,
                 QueryWord *word)
{
  gsize              length = strlen (word->folded);
  double             max_distance = length >= 7 ? 2 : length >= 4 ? 1 : 0;
  g_autoptr (GArray) corrections = fys_vocabulary_dup_corrections (self->vocabulary, word->folded, max_distance, MAX_CORRECTIONS);

  for (guint i = 0; i < corrections->len; i++)
    {
      const FysCorrection *correction = &g_array_index (corrections, FysCorrection, i);
      const FysCorrection *first = &g_array_index (corrections, FysCorrection, 0);

      if (correction->distance > first->distance + 0.5)
        break;
      add_stem (self, stem_of (self, correction->word), W_WCORR - 0.1 * (correction->distance - first->distance));
    }
  if (corrections->len > 0 && word->correction == NULL)
    word->correction = g_strdup (g_array_index (corrections, FysCorrection, 0).shown);
}

static void
make_group (Builder *self)
{
  FysGroup group = { 0 };

  g_array_append_val (self->plan->groups, group);
}

/* Of an unknown word that is made of two known ones, each is looked for by itself: "hofteskade" finds "skader i hoften". */
static gboolean
split_unknown (Builder   *self,
               QueryWord *word,
               GPtrArray *out_parts)
{
  gsize length = strlen (word->folded);
  gsize best = 0;

  /* The longest beginning that is a word; the head of a compound stands at its end. */
  for (gsize at = length - MIN_PART; length >= MIN_SPLIT && at >= MIN_PART; at--)
    {
      g_autofree char *first = g_strndup (word->folded, at);
      const char      *rest = word->folded + at;

      if (fys_vocabulary_count_word (self->vocabulary, first) == 0 && fys_vocabulary_count_stem (self->vocabulary, first) == 0)
        continue;
      if (*rest == 's' && strlen (rest) > MIN_PART && fys_vocabulary_count_stem (self->vocabulary, stem_of (self, rest + 1)) > 0)
        rest++;
      else if (fys_vocabulary_count_stem (self->vocabulary, stem_of (self, rest)) == 0)
        continue;
      best = at;
      g_ptr_array_add (out_parts, g_strdup (first));
      g_ptr_array_add (out_parts, g_strdup (rest));
      break;
    }
  return best > 0;
}

static void
add_beginning (Builder   *self,
               QueryWord *word)
{
  const char *beginning = g_str_has_prefix (word->folded, word->stem) ? word->stem : word->folded;

  if (strlen (beginning) >= MIN_BEGINNING)
    add_prefix (self, beginning, W_WBEG);
}

static void
add_lay_words (Builder *self,
               guint    index,
               double   weight)
{
  const char        *stems[MAX_WORDS];
  guint              n_matched = 0;
  guint              n = 0;
  const char *const *meant;

  for (guint i = index; i < self->words->len; i++)
    stems[n++] = g_array_index (self->words, QueryWord, i).stem;
  meant = fys_lay_words_match (self->state->lay_words, stems, n, &n_matched);
  for (guint i = 0; meant != NULL && meant[i] != NULL; i++)
    add_phrase (self, meant[i], weight);
}

/* The word together with the one after it, as one word. */
static void
add_joined (Builder   *self,
            QueryWord *first,
            QueryWord *second)
{
  static const char *const joints[] = { "", "s", "e" };

  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    {
      g_autofree char *joined = g_strconcat (first->folded, joints[i], second->folded, NULL);

      if (strlen (joined) >= FYS_DANISH_WORD_BYTES)
        continue;
      add_stem (self, stem_of (self, joined), W_WJOIN);
    }
}

static void
finish_group (Builder *self)
{
  FysGroup *group = &g_array_index (self->plan->groups, FysGroup, self->plan->groups->len - 1);
  GArray   *all = self->plan->alternatives;
  double    best = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const FysAlternative *alternative = &g_array_index (all, FysAlternative, i);

      if (alternative->group != self->plan->groups->len - 1 || alternative->weight <= best)
        continue;
      best = alternative->weight;
      group->idf = alternative->idf;
    }
  if (best <= 0)
    group->idf = get_idf (self, 0);
}

static void
add_part_group (Builder    *self,
                const char *folded,
                double      weight)
{
  QueryWord part = { (char *) folded, g_strdup (stem_of (self, folded)), 0, 0, FALSE, FALSE, NULL };

  make_group (self);
  add_stem (self, part.stem, weight);
  add_beginning (self, &part);
  finish_group (self);
  g_array_index (self->plan->groups, FysGroup, self->plan->groups->len - 1).is_known = TRUE;
  g_free (part.stem);
}

static void
add_word_group (Builder *self,
                guint    index)
{
  QueryWord            *word = &g_array_index (self->words, QueryWord, index);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint                 n = fys_vocabulary_count_stem (self->vocabulary, word->stem);
  gboolean              is_beginning = word->is_last && fys_vocabulary_count_prefix (self->vocabulary, word->folded) > 0;

  word->is_known = n > 0 || is_beginning;
  if (!word->is_known && split_unknown (self, word, parts))
    {
      for (guint i = 0; i < parts->len; i++)
        add_part_group (self, g_ptr_array_index (parts, i), W_WSPLIT);
      return;
    }
  make_group (self);
  add_stem (self, word->stem, 1.0);
  if (word->is_last)
    add_prefixes (self, word);
  if (!word->is_known && !self->is_literal)
    add_corrections (self, word);
  add_lay_words (self, index, W_WLAY);
  add_beginning (self, word);
  if (index + 1 < self->words->len)
    add_joined (self, word, word + 1);
  if (index > 0)
    add_joined (self, word - 1, word);
  finish_group (self);
  g_array_index (self->plan->groups, FysGroup, self->plan->groups->len - 1).is_known = word->is_known;
}

static void
read_words (Builder    *self,
            const char *text,
            gsize       length,
            gboolean    is_typing)
{
  FysWord  word = { 0 };
  gboolean has_meaning = FALSE;

  while (fys_word_next (text, length, &word) && self->words->len < MAX_WORDS)
    {
      QueryWord query_word = { g_strdup (word.folded), g_strdup (stem_of (self, word.folded)), word.start, word.end, FALSE, FALSE, NULL };

      g_array_append_val (self->words, query_word);
      has_meaning |= !fys_danish_is_stop_word (word.folded);
    }
  if (self->words->len == 0)
    return;
  /* A space after the last word says that it is whole. */
  {
    QueryWord *last = &g_array_index (self->words, QueryWord, self->words->len - 1);

    last->is_last = is_typing && last->end == length;
  }
  for (guint i = self->words->len; has_meaning && i > 0; i--)
    if (fys_danish_is_stop_word (g_array_index (self->words, QueryWord, i - 1).folded))
      g_array_remove_index (self->words, i - 1);
}

static char *
dup_corrected (Builder    *self,
               const char *text,
               gsize       length)
{
  g_autoptr (GString) corrected = g_string_new_len (text, (gssize) length);
  gboolean is_changed = FALSE;

  for (guint i = self->words->len; i > 0; i--)
    {
      const QueryWord *word = &g_array_index (self->words, QueryWord, i - 1);

      if (word->correction == NULL)
        continue;
      g_string_erase (corrected, (gssize) word->start, (gssize) (word->end - word->start));
      g_string_insert (corrected, (gssize) word->start, word->correction);
      is_changed = TRUE;
    }
  return is_changed ? g_strdup (corrected->str) : NULL;
}

FysPlan *
fys_plan_new (FysSearchState       *state,
              FysVocabulary        *vocabulary,
              const char           *text,
              const FysSearchQuery *query)
{
  FysPlan         *self = g_new0 (FysPlan, 1);
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) strnlen (text, MAX_QUERY_BYTES));
  Builder          builder = { state, vocabulary, self, g_array_new (FALSE, FALSE, sizeof (QueryWord)), query->is_literal };

  self->groups = g_array_new (FALSE, FALSE, sizeof (FysGroup));
  self->alternatives = g_array_new (FALSE, FALSE, sizeof (FysAlternative));
  g_array_set_clear_func (self->alternatives, clear_alternative);
  g_array_set_clear_func (builder.words, clear_word);
  self->trigrams = fys_trigrams_new (valid);
  read_words (&builder, valid, strlen (valid), query->is_typing);
  for (guint i = 0; i < builder.words->len; i++)
    add_word_group (&builder, i);
  self->corrected = dup_corrected (&builder, valid, strlen (valid));
  g_array_unref (builder.words);
  return self;
}

void
fys_plan_free (FysPlan *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->groups);
  g_array_unref (self->alternatives);
  g_array_unref (self->trigrams);
  g_free (self->corrected);
  g_free (self);
}

/* Stems are letters and digits, so nothing in them has a meaning for FTS5 when they stand in quotes. */
char *
fys_plan_dup_expression (const FysPlan *self)
{
  GString *expression = g_string_new (NULL);

  for (guint i = 0; i < self->alternatives->len; i++)
    {
      const FysAlternative *alternative = &g_array_index (self->alternatives, FysAlternative, i);

      if (i > 0)
        g_string_append (expression, " OR ");
      g_string_append_printf (expression, "\"%s\"%s", alternative->phrase, alternative->is_prefix ? "*" : "");
    }
  return g_string_free (expression, FALSE);
}
