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
#define MAX_ALTERNATIVES 160

/* More articles than this are not looked at for all that they say, when their names can tell which to look at. */
#define MAX_ARTICLES 2500

/* Shorter words begin too many others. */
#define MIN_BEGINNING 4
#define MIN_SPLIT     7
#define MIN_PART      3
#define MAX_CORRECTIONS 5
/* Names of what is wrong have fewer words. */
#define MIN_DESCRIPTION 3

typedef struct
{
  char    *folded;
  char    *stem;
  gsize    start; /* in the query */
  gsize    end;
  gboolean is_last;
  gboolean is_small; /* says nothing by itself, and other words do */
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
                 double      weight,
                 guint       n_articles)
{
  FysAlternative alternative = { NULL, 1, FALSE, self->plan->groups->len - 1, weight, get_idf (self, n_articles), n_articles };
  GArray        *all = self->plan->alternatives;

  if (all->len >= MAX_ALTERNATIVES || *phrase == '\0')
    return;
  for (guint i = all->len; i > 0 && g_array_index (all, FysAlternative, i - 1).group == alternative.group; i--)
    {
      FysAlternative *other = &g_array_index (all, FysAlternative, i - 1);

      if (strcmp (other->phrase, phrase) != 0)
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
    add_alternative (self, stem, weight, n);
}

/* A phrase tells as much as the rarest of its words, and a little more. */
static void
add_phrase (Builder    *self,
            const char *phrase,
            double      weight)
{
  GArray        *all = self->plan->alternatives;
  guint          n_before = all->len;
  g_auto (GStrv) stems = g_strsplit (phrase, " ", -1);
  guint n_least = G_MAXUINT;

  for (guint i = 0; stems[i] != NULL; i++)
    {
      guint n = fys_vocabulary_count_stem (self->vocabulary, stems[i]);

      if (n == 0)
        return;
      n_least = MIN (n_least, n);
    }
  add_alternative (self, phrase, weight, n_least);
  /* How rare a whole phrase is, is not known. */
  if (all->len > n_before && stems[0] != NULL && stems[1] == NULL)
    g_array_index (all, FysAlternative, all->len - 1).is_meaning = TRUE;
}

static void
add_prefix (Builder    *self,
            const char *prefix,
            double      weight)
{
  g_autoptr (GPtrArray) stems = NULL;
  char  beginning[FYS_DANISH_WORD_BYTES];
  guint n;

  fys_danish_to_beginning (prefix, beginning);
  stems = fys_vocabulary_dup_beginning (self->vocabulary, beginning, &n);
  for (guint i = 0; i < stems->len; i++)
    add_alternative (self, g_ptr_array_index (stems, i), weight, n);
}

static void
add_prefixes (Builder   *self,
              QueryWord *word)
{
  g_autoptr (GPtrArray) forms = NULL;

  add_prefix (self, word->folded, W_BEGINNING);
  if (strlen (word->folded) < MIN_BEGINNING)
    return;
  forms = fys_vocabulary_dup_forms (self->vocabulary, word->folded);
  for (guint i = 0; i < MIN (forms->len, MAX_CORRECTIONS); i++)
    add_stem (self, g_ptr_array_index (forms, i), W_FORM);
}

static void
add_corrections (Builder   *self,
                 QueryWord *word,
                 GArray    *corrections)
{
  for (guint i = 0; i < corrections->len; i++)
    {
      const FysCorrection *correction = &g_array_index (corrections, FysCorrection, i);
      const FysCorrection *first = &g_array_index (corrections, FysCorrection, 0);

      if (correction->distance > first->distance + 0.5)
        break;
      add_stem (self, stem_of (self, correction->word), W_CORRECTION - 0.1 * (correction->distance - first->distance));
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

static guint
count_any (Builder    *self,
           const char *folded)
{
  const char *stem = stem_of (self, folded);
  guint       n = fys_vocabulary_count_stem (self->vocabulary, stem);
  guint       n_matched;

  if (n == 0)
    n = fys_vocabulary_count_word (self->vocabulary, folded);
  if (n == 0)
    n = fys_lay_words_match (self->state->lay_words, &stem, 1, &n_matched) != NULL;
  return n;
}

/* Of words of three letters only those that compounds are made of. */
static gboolean
is_too_short (const char *folded)
{
  static const char *const short_parts[] = { "arm", "ben", "fod", "hud", "laar", "led", "oej", "ryg", "taa" };

  if (strlen (folded) > MIN_PART)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (short_parts); i++)
    if (strcmp (folded, short_parts[i]) == 0)
      return FALSE;
  return TRUE;
}

/* In how many articles the rarer of the two words stands that the word is made of when it is parted at @at; 0: it is not. */
static guint
count_split (Builder    *self,
             const char *folded,
             gsize       at,
             const char *joint)
{
  g_autofree char *first = g_strndup (folded, at);
  const char      *rest = folded + at;
  guint            n;

  if (!g_str_has_prefix (rest, joint))
    return 0;
  rest += strlen (joint);
  if (strlen (rest) < MIN_PART || is_too_short (first) || is_too_short (rest) || fys_danish_is_stop_word (first) || fys_danish_is_stop_word (rest))
    return 0;
  n = count_any (self, first);
  return n > 0 ? MIN (n, count_any (self, rest)) : 0;
}

/* Parts a word that is made of two known ones: "hofteskade" → "hofte", "skade". */
static gboolean
split (Builder    *self,
       const char *folded,
       char      **out_first,
       char      **out_rest)
{
  static const char *const joints[] = { "", "s", "e" };
  gsize length = strlen (folded);
  gsize best_at = 0;
  guint best_joint = 0;
  guint best = 0;

  for (gsize at = MIN_PART; length >= MIN_SPLIT && at + MIN_PART <= length; at++)
    for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
      {
        guint n = count_split (self, folded, at, joints[i]);

        if (n <= best)
          continue;
        best = n;
        best_at = at;
        best_joint = i;
      }
  if (best == 0)
    return FALSE;
  *out_first = g_strndup (folded, best_at);
  *out_rest = g_strdup (folded + best_at + strlen (joints[best_joint]));
  return TRUE;
}

static void
add_beginning (Builder   *self,
               QueryWord *word)
{
  const char *beginning = g_str_has_prefix (word->folded, word->stem) ? word->stem : word->folded;

  if (strlen (beginning) >= MIN_BEGINNING)
    add_prefix (self, beginning, W_LONGER);
}

static void
add_lay_stems (Builder           *self,
               const char *const *stems,
               guint              n,
               double             weight)
{
  guint              n_matched = 0;
  const char *const *meant = fys_lay_words_match (self->state->lay_words, stems, n, &n_matched);

  for (guint i = 0; meant != NULL && meant[i] != NULL; i++)
    add_phrase (self, meant[i], weight);
}

/* An expression of several words is looked for in place of each of them. */
static void
add_lay_words (Builder *self,
               guint    index,
               double   weight)
{
  const char *stems[FYS_PLAN_MAX_WORDS];

  for (guint i = 0; i < self->words->len; i++)
    stems[i] = g_array_index (self->words, QueryWord, i).stem;
  for (guint first = 0; first <= index; first++)
    {
      guint n_matched = 0;

      if (fys_lay_words_match (self->state->lay_words, stems + first, self->words->len - first, &n_matched) != NULL && first + n_matched > index)
        add_lay_stems (self, stems + first, self->words->len - first, weight);
    }
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
      add_stem (self, stem_of (self, joined), W_JOINED);
    }
}

/* What may stand for a word is no rarer than the word: of "ondt", which patients say, an article may have "smerter", which all articles have. */
static void
finish_group (Builder *self,
              gboolean is_known)
{
  FysGroup *group = &g_array_index (self->plan->groups, FysGroup, self->plan->groups->len - 1);
  GArray   *all = self->plan->alternatives;
  double    best = 0;
  double    least = get_idf (self, 0);

  group->is_known = is_known;
  for (guint i = 0; i < all->len; i++)
    {
      const FysAlternative *alternative = &g_array_index (all, FysAlternative, i);

      if (alternative->group != self->plan->groups->len - 1)
        continue;
      if (alternative->is_meaning)
        least = MIN (least, alternative->idf);
      if (alternative->weight > best)
        group->idf = alternative->idf;
      best = MAX (best, alternative->weight);
    }
  if (best <= 0)
    group->idf = get_idf (self, 0);
  group->idf = MIN (group->idf, least);
  for (guint i = 0; i < all->len; i++)
    {
      FysAlternative *alternative = &g_array_index (all, FysAlternative, i);

      if (alternative->group == self->plan->groups->len - 1)
        alternative->idf = MIN (alternative->idf, group->idf);
    }
}

/* The two halves of a word that is known tell no more than the word. */
static void
scale_group (Builder *self,
             double   factor)
{
  GArray *all = self->plan->alternatives;

  g_array_index (self->plan->groups, FysGroup, self->plan->groups->len - 1).idf *= factor;
  for (guint i = 0; i < all->len; i++)
    if (g_array_index (all, FysAlternative, i).group == self->plan->groups->len - 1)
      g_array_index (all, FysAlternative, i).idf *= factor;
}

static void
add_alternatives (Builder *self,
                  guint    index,
                  GArray  *corrections)
{
  QueryWord *word = &g_array_index (self->words, QueryWord, index);

  add_stem (self, word->stem, 1.0);
  if (word->is_last)
    add_prefixes (self, word);
  if (corrections != NULL)
    add_corrections (self, word, corrections);
  add_lay_words (self, index, W_LAY);
  add_beginning (self, word);
  if (index + 1 < self->words->len && !word[1].is_small)
    add_joined (self, word, word + 1);
  if (index > 0 && !word[-1].is_small)
    add_joined (self, word - 1, word);
}

/* A part of a compound; the compound answers for it as well. */
static void
add_part_group (Builder    *self,
                guint       index,
                const char *folded,
                gboolean    is_known)
{
  g_autofree char *stem = g_strdup (stem_of (self, folded));
  QueryWord        part = { (char *) folded, stem, 0, 0, FALSE, FALSE, TRUE, NULL };

  make_group (self);
  if (is_known)
    add_alternatives (self, index, NULL);
  add_stem (self, stem, is_known ? W_KNOWN_HALF : W_HALF);
  add_lay_stems (self, (const char *const[]) { stem }, 1, (is_known ? W_KNOWN_HALF : W_HALF) * W_LAY);
  if (!is_known)
    add_beginning (self, &part);
  finish_group (self, TRUE);
  if (is_known)
    scale_group (self, W_KNOWN_HALF_IDF);
}

static GArray *
dup_corrections (Builder    *self,
                 const char *folded)
{
  gsize  length = strlen (folded);
  double max_distance = length >= 7 ? 2 : length >= 4 ? 1 : 0;

  return fys_vocabulary_dup_corrections (self->vocabulary, folded, max_distance, MAX_CORRECTIONS);
}

/* Whether one letter was mistyped rather than a new word made of others. */
static gboolean
is_near (const GArray *corrections)
{
  return corrections != NULL && corrections->len > 0 && g_array_index (corrections, FysCorrection, 0).distance <= 1;
}

static gboolean
begins_a_word (Builder    *self,
               const char *folded)
{
  char                  beginning[FYS_DANISH_WORD_BYTES];
  guint                 n;
  g_autoptr (GPtrArray) stems = NULL;

  fys_danish_to_beginning (folded, beginning);
  stems = fys_vocabulary_dup_beginning (self->vocabulary, beginning, &n);
  return stems->len > 0;
}

static void
add_word_group (Builder *self,
                guint    index)
{
  QueryWord       *word = &g_array_index (self->words, QueryWord, index);
  gboolean         is_beginning = word->is_last && begins_a_word (self, word->folded);
  g_autoptr (GArray) corrections = NULL;
  g_autofree char *first = NULL;
  g_autofree char *rest = NULL;

  word->is_known = fys_vocabulary_count_stem (self->vocabulary, word->stem) > 0 || is_beginning;
  if (!word->is_known && !self->is_literal)
    corrections = dup_corrections (self, word->folded);
  if (!is_near (corrections) && split (self, word->folded, &first, &rest))
    {
      add_part_group (self, index, first, word->is_known);
      add_part_group (self, index, rest, word->is_known);
      return;
    }
  make_group (self);
  add_alternatives (self, index, corrections);
  finish_group (self, word->is_known);
}

static gboolean
has_other_meaning (Builder *self,
                   guint    n)
{
  for (guint i = 0; i < n; i++)
    if (!g_array_index (self->words, QueryWord, i).is_small)
      return TRUE;
  return FALSE;
}

static void
read_words (Builder    *self,
            const char *text,
            gsize       length,
            gboolean    is_typing)
{
  FysWord  word = { 0 };
  gboolean has_meaning = FALSE;

  while (fys_word_next (text, length, &word) && self->words->len < FYS_PLAN_MAX_WORDS)
    {
      QueryWord query_word = { g_strdup (word.folded), g_strdup (stem_of (self, word.folded)), word.start, word.end, FALSE, fys_danish_is_stop_word (word.folded), FALSE, NULL };

      g_array_append_val (self->words, query_word);
      has_meaning |= !query_word.is_small;
    }
  if (self->words->len == 0)
    return;
  /* A space after the last word says that it is whole. */
  {
    QueryWord *last = &g_array_index (self->words, QueryWord, self->words->len - 1);

    last->is_last = is_typing && last->end == length;
  }
  for (guint i = 0; i < self->words->len; i++)
    {
      QueryWord *query_word = &g_array_index (self->words, QueryWord, i);

      query_word->is_small &= has_meaning;
      /* One letter after other words does not yet say anything. */
      query_word->is_small |= i > 0 && query_word->is_last && query_word->folded[1] == '\0' && has_other_meaning (self, i);
    }
}

/* Whether the query asks for something to do. */
static gboolean
has_exercise_word (Builder *self)
{
  static const char *const words[] = { "oevelser", "traening", "traene", "styrke", "udstraekning", "genoptraening", "program" };

  for (guint i = 0; i < self->words->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (words); j++)
      if (strcmp (g_array_index (self->words, QueryWord, i).stem, stem_of (self, words[j])) == 0
          || g_str_has_suffix (g_array_index (self->words, QueryWord, i).folded, words[j]))
        return TRUE;
  return FALSE;
}

/* Whether the query tells how it feels: not a name, and not a question. */
static gboolean
is_description (Builder *self)
{
  static const char *const question_words[] = { "hvad", "hvem", "hvilke", "hvilken", "hvor", "hvordan", "hvorfor", "hvornaar", "maa", "skal" };
  const char *first;

  if (self->words->len < MIN_DESCRIPTION)
    return FALSE;
  first = g_array_index (self->words, QueryWord, 0).folded;
  for (guint i = 0; i < G_N_ELEMENTS (question_words); i++)
    if (strcmp (first, question_words[i]) == 0)
      return FALSE;
  return TRUE;
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
    if (!g_array_index (builder.words, QueryWord, i).is_small)
      add_word_group (&builder, i);
  self->n_articles = fys_vocabulary_get_n_articles (vocabulary);
  self->asks_for_exercises = has_exercise_word (&builder);
  self->describes = !self->asks_for_exercises && is_description (&builder);
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

static int
compare_rarity (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const GArray         *all = user_data;
  const FysAlternative *first = &g_array_index (all, FysAlternative, *(const guint *) a);
  const FysAlternative *second = &g_array_index (all, FysAlternative, *(const guint *) b);

  return first->n_articles < second->n_articles ? -1 : first->n_articles > second->n_articles;
}

/* Returns: (transfer full) (element-type guint): the alternatives, those first that the fewest articles have */
static GArray *
dup_by_rarity (const FysPlan *self)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->alternatives->len; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_rarity, self->alternatives);
  return order;
}

gboolean
fys_plan_is_large (const FysPlan *self)
{
  guint64 n = 0;

  for (guint i = 0; i < self->alternatives->len; i++)
    n += g_array_index (self->alternatives, FysAlternative, i).n_articles;
  return self->n_articles > MAX_ARTICLES && n > MAX_ARTICLES;
}

static void
append_phrase (GString    *expression,
               const char *phrase,
               gboolean    is_name)
{
  /* Stems are letters and digits, so nothing in them has a meaning for FTS5 when they stand in quotes. */
  g_string_append (expression, expression->len > 0 && expression->str[expression->len - 1] == '"' ? " OR \"" : "\"");
  for (const char *p = phrase; *p != '\0'; p++)
    {
      if (is_name && (p == phrase || p[-1] == ' '))
        g_string_append_c (expression, FYS_SEARCH_NAME_MARK);
      g_string_append_c (expression, *p);
    }
  g_string_append_c (expression, '"');
}

/* The articles to look at: those that have a rare word anywhere, or a common one in a name. */
static void
append_bound (const FysPlan *self,
              GString       *expression,
              GArray        *order)
{
  g_autoptr (GArray) by_rarity = dup_by_rarity (self);
  guint64 n = 0;

  g_string_append_c (expression, '(');
  for (guint i = 0; i < by_rarity->len; i++)
    {
      guint                 index = g_array_index (by_rarity, guint, i);
      const FysAlternative *alternative = &g_array_index (self->alternatives, FysAlternative, index);

      n += alternative->n_articles;
      append_phrase (expression, alternative->phrase, n > MAX_ARTICLES);
      g_array_append_val (order, index);
    }
  g_string_append (expression, ") AND (");
}

char *
fys_plan_dup_expression (const FysPlan *self,
                         gboolean       is_bounded,
                         GArray        *order)
{
  g_autoptr (GString) expression = g_string_new (NULL);

  if (is_bounded)
    append_bound (self, expression, order);
  for (guint i = 0; i < self->alternatives->len; i++)
    {
      append_phrase (expression, g_array_index (self->alternatives, FysAlternative, i).phrase, FALSE);
      g_array_append_val (order, i);
    }
  if (is_bounded)
    g_string_append_c (expression, ')');
  return g_strdup (expression->str);
}
