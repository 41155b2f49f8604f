/* fys-search-rank.c - which articles answer a query best, and which of their parts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-search-rank.h"

#include <math.h>
#include <string.h>

#include "core/library/fys-library.h"
#include "core/library/fys-trigrams.h"
#include "core/library/fys-search-weights.h"

#define MATCH_SQL  "SELECT fys_rank (fys_text, ?2) FROM fys_text WHERE fys_text MATCH ?1"
#define LAYOUT_SQL "SELECT layout FROM fys_layout WHERE article_id = ?1"

#define RANKER_TYPE "fys-ranker"

/* An article with more places than this has enough of them. */
#define MAX_POSITIONS 400
/* So many articles are a good choice. */
#define MIN_FOUND 30
/* A sentence or two. */
#define STRETCH_WORDS 20
/* Words of an article of middling length. */
#define MEAN_WORDS 600.0

/* In the order of FysSearchColumn. */
static double
get_column_weight (guint column)
{
  const double weights[] = { W_TITLE, W_ALIAS, W_HEADINGS, W_QUESTIONS, W_BODY };

  G_STATIC_ASSERT (G_N_ELEMENTS (weights) == FYS_N_COLUMNS);
  return weights[column];
}

/** Ranker: @found: a heap of FysCandidate, the worst first, once it is full
 * @order: see fys_plan_dup_expression()
 * @positions: of the article at hand, @n_positions of them   @best: of each group of the article at hand */
typedef struct
{
  const FysPlan *plan;
  guint          limit;
  GPtrArray     *found;
  FysPosition    positions[MAX_POSITIONS];
  guint          n_positions;
  double        *best;
  GArray        *order;
} Ranker;

static void
free_candidate (gpointer data)
{
  FysCandidate *self = data;

  g_array_unref (self->positions);
  g_clear_pointer (&self->body, g_array_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

/* What an alternative is worth that stands @n times in each of the columns. */
static double
score_alternative (const FysAlternative *alternative,
                   const guint          *n,
                   double                body_norm)
{
  double sum = 0;

  for (guint i = 0; i < FYS_N_COLUMNS; i++)
    if (n[i] > 0)
      sum += get_column_weight (i) * n[i] / (n[i] + W_K1 * (i == FYS_COLUMN_BODY ? body_norm : 1.0));
  return alternative->weight * alternative->idf * sum;
}

/* Sums up the best alternative of each group. Returns: the score */
static double
sum_groups (const FysPlan *plan,
            const double  *best,
            double        *out_coverage)
{
  double all = 0;
  double matched = 0;
  double score = 0;

  for (guint i = 0; i < plan->groups->len; i++)
    {
      double idf = g_array_index (plan->groups, FysGroup, i).idf;

      all += idf;
      matched += best[i] > 0 ? idf : 0;
      score += best[i];
    }
  *out_coverage = all > 0 ? matched / all : 0;
  return score * pow (*out_coverage, W_COVERAGE);
}

static double
score_positions (const FysPlan     *plan,
                 const FysPosition *positions,
                 guint              n_positions,
                 double            *best,
                 double             body_norm,
                 double            *out_coverage)
{
  guint i = 0;

  memset (best, 0, plan->groups->len * sizeof *best);
  while (i < n_positions)
    {
      guint                 index = positions[i].alternative;
      const FysAlternative *alternative = &g_array_index (plan->alternatives, FysAlternative, index);
      guint                 n[FYS_N_COLUMNS] = { 0 };
      double                score;

      for (; i < n_positions && positions[i].alternative == index; i++)
        n[positions[i].column]++;
      score = score_alternative (alternative, n, body_norm);
      best[alternative->group] = MAX (best[alternative->group], score);
    }
  return sum_groups (plan, best, out_coverage);
}

static double
get_rough (const GPtrArray *heap,
           guint            index)
{
  return ((const FysCandidate *) g_ptr_array_index (heap, index))->rough;
}

static void
swap (GPtrArray *heap,
      guint      a,
      guint      b)
{
  gpointer other = heap->pdata[a];

  heap->pdata[a] = heap->pdata[b];
  heap->pdata[b] = other;
}

static void
sift_up (GPtrArray *heap,
         guint      index)
{
  while (index > 0 && get_rough (heap, index) < get_rough (heap, (index - 1) / 2))
    {
      swap (heap, index, (index - 1) / 2);
      index = (index - 1) / 2;
    }
}

static void
sift_down (GPtrArray *heap)
{
  guint index = 0;

  for (;;)
    {
      guint child = 2 * index + 1;

      if (child >= heap->len)
        return;
      if (child + 1 < heap->len && get_rough (heap, child + 1) < get_rough (heap, child))
        child++;
      if (get_rough (heap, index) <= get_rough (heap, child))
        return;
      swap (heap, index, child);
      index = child;
    }
}

static void
keep (Ranker *self,
      gint64  article_id,
      double  rough)
{
  FysCandidate *candidate;

  if (self->found->len >= self->limit)
    {
      candidate = g_ptr_array_index (self->found, 0);
      if (rough <= candidate->rough)
        return;
    }
  else
    {
      candidate = g_new0 (FysCandidate, 1);
      candidate->positions = g_array_new (FALSE, FALSE, sizeof (FysPosition));
    }
  candidate->article_id = article_id;
  candidate->rough = rough;
  g_array_set_size (candidate->positions, 0);
  g_array_append_vals (candidate->positions, self->positions, self->n_positions);
  if (self->found->len >= self->limit)
    sift_down (self->found);
  else
    {
      g_ptr_array_add (self->found, candidate);
      sift_up (self->found, self->found->len - 1);
    }
}

static int
read_positions (Ranker                 *self,
                const Fts5ExtensionApi *api,
                Fts5Context            *context)
{
  int n_phrases = MIN (api->xPhraseCount (context), (int) self->order->len);
  int first = n_phrases - (int) self->plan->alternatives->len; /* those before it come again */

  self->n_positions = 0;
  for (int i = MAX (first, 0); i < n_phrases; i++)
    {
      Fts5PhraseIter iter;
      int            column;
      int            word;
      int            status = api->xPhraseFirst (context, i, &iter, &column, &word);

      if (status != SQLITE_OK)
        return status;
      for (; column >= 0 && self->n_positions < MAX_POSITIONS; api->xPhraseNext (context, &iter, &column, &word))
        {
          FysPosition position = { (guint16) g_array_index (self->order, guint, i), (guint8) column, (guint32) word };

          if (column < FYS_N_COLUMNS)
            self->positions[self->n_positions++] = position;
        }
    }
  return SQLITE_OK;
}

static void
rank_cb (const Fts5ExtensionApi *api,
         Fts5Context            *context,
         sqlite3_context        *result,
         int                     n_values,
         sqlite3_value         **values)
{
  Ranker *self = n_values == 1 ? sqlite3_value_pointer (values[0], RANKER_TYPE) : NULL;
  double  coverage;
  double  rough;
  int     status;

  if (self == NULL)
    {
      sqlite3_result_error (result, "fys_rank: not from here", -1);
      return;
    }
  status = read_positions (self, api, context);
  if (status != SQLITE_OK)
    {
      sqlite3_result_error_code (result, status);
      return;
    }
  rough = score_positions (self->plan, self->positions, self->n_positions, self->best, 1.0, &coverage);
  keep (self, api->xRowid (context), rough);
  sqlite3_result_null (result);
}

gboolean
fys_search_rank_attach (FysSearchState *state,
                        sqlite3        *db,
                        GError        **error)
{
  if (state->api->xCreateFunction ((fts5_api *) state->api, "fys_rank", NULL, rank_cb, NULL) != SQLITE_OK)
    return fys_library_sqlite_fail (db, error);
  return TRUE;
}

/* The first place in the body at @word or after it. */
static guint
find_position (const GArray *body,
               guint32       word)
{
  guint low = 0;
  guint high = body->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (body, FysPosition, middle).word < word)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

double
fys_candidate_get_part_score (const FysCandidate *self,
                              const FysPlan      *plan,
                              const FysPart      *part)
{
  double best[FYS_PLAN_MAX_GROUPS] = { 0 };
  double all = 0;
  double sum = 0;
  double matched = 0;

  for (guint i = find_position (self->body, part->first_word); i < self->body->len; i++)
    {
      const FysPosition    *position = &g_array_index (self->body, FysPosition, i);
      const FysAlternative *alternative = &g_array_index (plan->alternatives, FysAlternative, position->alternative);
      double                value = alternative->weight;

      if (position->word >= part->end_word)
        break;
      if (part->kind == FYS_PART_SECTION || position->word >= part->first_word + part->n_title_words)
        value *= W_ANSWER;
      best[alternative->group] = MAX (best[alternative->group], value);
    }
  for (guint i = 0; i < plan->groups->len; i++)
    {
      double idf = g_array_index (plan->groups, FysGroup, i).idf;

      all += idf;
      sum += idf * best[i];
      matched += best[i] > 0 ? idf : 0;
    }
  return all > 0 ? sum / all * matched / all : 0;
}

/* Reads the layout of a candidate. Returns: FALSE when it has none, or with @error set */
static gboolean
load_layout (FysCandidate *self,
             sqlite3_stmt *statement,
             GError      **error)
{
  gboolean is_found = FALSE;

  sqlite3_bind_int64 (statement, 1, self->article_id);
  if (sqlite3_step (statement) == SQLITE_ROW)
    {
      self->bytes = g_bytes_new (sqlite3_column_blob (statement, 0), (gsize) sqlite3_column_bytes (statement, 0));
      is_found = fys_layout_read (&self->layout, g_bytes_get_data (self->bytes, NULL), g_bytes_get_size (self->bytes));
      if (!is_found)
        (void) fys_library_sqlite_fail_broken (error);
    }
  return fys_library_sqlite_reset (statement, error) && is_found;
}

static void
score_parts (FysCandidate  *self,
             const FysPlan *plan,
             double        *out_best)
{
  self->best_part = FYS_NONE;
  *out_best = 0;
  for (guint i = 0; i < self->layout.n_parts; i++)
    {
      double score = fys_candidate_get_part_score (self, plan, &self->layout.parts[i]);

      if (self->layout.parts[i].kind == FYS_PART_EXERCISE)
        continue;
      if ((self->layout.parts[i].flags & FYS_PART_SYMPTOMS) != 0)
        score *= W_SYMPTOM_PART;
      if (score <= *out_best)
        continue;
      *out_best = score;
      self->best_part = i;
    }
}

static gboolean
has_symptoms (const FysCandidate *self)
{
  for (guint i = 0; i < self->layout.n_parts; i++)
    if ((self->layout.parts[i].flags & FYS_PART_SYMPTOMS) != 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_exercise (const FysCandidate *self)
{
  for (guint i = 0; i < self->layout.n_parts; i++)
    if (self->layout.parts[i].kind == FYS_PART_EXERCISE)
      return TRUE;
  return FALSE;
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  guint32 first = ((const FysPosition *) a)->word;
  guint32 second = ((const FysPosition *) b)->word;

  return first < second ? -1 : first > second;
}

/* Copies the places in the body, in reading order. */
static GArray *
dup_body_positions (const FysCandidate *self)
{
  GArray *body = g_array_new (FALSE, FALSE, sizeof (FysPosition));

  for (guint i = 0; i < self->positions->len; i++)
    if (g_array_index (self->positions, FysPosition, i).column == FYS_COLUMN_BODY)
      g_array_append_val (body, g_array_index (self->positions, FysPosition, i));
  g_array_sort (body, compare_positions);
  return body;
}

/* What the words from @first on tell, up to @STRETCH_WORDS words later. */
static double
sum_stretch (const GArray  *body,
             guint          first,
             const FysPlan *plan,
             double        *best)
{
  guint32 end = g_array_index (body, FysPosition, first).word + STRETCH_WORDS;
  double  sum = 0;

  memset (best, 0, plan->groups->len * sizeof *best);
  for (guint i = first; i < body->len && g_array_index (body, FysPosition, i).word < end; i++)
    {
      guint                 index = g_array_index (body, FysPosition, i).alternative;
      const FysAlternative *alternative = &g_array_index (plan->alternatives, FysAlternative, index);
      double                value = alternative->weight * g_array_index (plan->groups, FysGroup, alternative->group).idf;

      if (value <= best[alternative->group])
        continue;
      sum += value - best[alternative->group];
      best[alternative->group] = value;
    }
  return sum;
}

/* How much of the query one sentence or two say together, 0–1. */
static double
get_stretch_share (const FysCandidate *self,
                   const FysPlan      *plan,
                   double              all,
                   double             *best)
{
  double top = 0;

  for (guint i = 0; i < self->body->len; i++)
    top = MAX (top, sum_stretch (self->body, i, plan, best));
  return all > 0 ? top / all : 0;
}

static void
score_candidate (FysCandidate  *self,
                 const FysPlan *plan,
                 double        *best)
{
  double norm = 1 - W_B + W_B * self->layout.n_words / MEAN_WORDS;
  double part_score;
  double stretch_share;
  double all = 0;

  for (guint i = 0; i < plan->groups->len; i++)
    all += g_array_index (plan->groups, FysGroup, i).idf;
  self->score = score_positions (plan, (const FysPosition *) (gpointer) self->positions->data, self->positions->len, best, norm, &self->coverage);
  self->body = dup_body_positions (self);
  score_parts (self, plan, &part_score);
  self->score += W_PART * all * part_score;
  stretch_share = get_stretch_share (self, plan, all, best);
  self->score += W_SENTENCE * all * stretch_share * stretch_share;
  /* A patient looks for what tells how it feels, unless they ask for something to do. */
  if (!plan->asks_for_exercises && has_symptoms (self))
    self->score *= 1 + W_SYMPTOM_ARTICLE;
  else if (plan->describes && has_exercise (self))
    self->score *= W_NO_SYMPTOMS;
}

static guint
count_title_words (const char *title)
{
  FysWord word = { 0 };
  guint   n = 0;

  while (fys_word_next (title, strlen (title), &word))
    n += !fys_danish_is_stop_word (word.folded);
  return n;
}

/* How much of the query the title says, and how little else: 1 when they say the same. */
static double
get_title_share (const FysCandidate *self,
                 const FysPlan      *plan,
                 double             *best)
{
  guint   n_words = count_title_words (self->layout.strings);
  guint64 words = 0;
  double  all = 0;
  double  matched = 0;
  double  precision;

  memset (best, 0, plan->groups->len * sizeof *best);
  for (guint i = 0; i < self->positions->len; i++)
    {
      const FysPosition    *position = &g_array_index (self->positions, FysPosition, i);
      const FysAlternative *alternative = &g_array_index (plan->alternatives, FysAlternative, position->alternative);

      if (position->column != FYS_COLUMN_TITLE)
        continue;
      for (guint j = 0; j < alternative->n_words && position->word + j < 64; j++)
        words |= G_GUINT64_CONSTANT (1) << (position->word + j);
      best[alternative->group] = MAX (best[alternative->group], alternative->weight);
    }
  for (guint i = 0; i < plan->groups->len; i++)
    {
      double idf = g_array_index (plan->groups, FysGroup, i).idf;

      all += idf;
      matched += idf * best[i];
    }
  if (matched <= 0 || n_words == 0)
    return 0;
  precision = MIN ((double) __builtin_popcountll (words) / n_words, 1.0);
  return 2 * precision * (matched / all) / (precision + matched / all);
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const FysCandidate *first = *(const FysCandidate *const *) a;
  const FysCandidate *second = *(const FysCandidate *const *) b;

  if (first->score < second->score || first->score > second->score)
    return first->score > second->score ? -1 : 1;
  return first->article_id < second->article_id ? -1 : first->article_id > second->article_id;
}

static gboolean
collect (sqlite3       *db,
         Ranker        *ranker,
         gboolean       is_bounded,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autoptr (sqlite3_stmt) statement = fys_library_sqlite_prepare (db, MATCH_SQL, error);
  g_autofree char *expression = NULL;
  int              status;

  if (statement == NULL)
    return FALSE;
  g_ptr_array_set_size (ranker->found, 0);
  g_array_set_size (ranker->order, 0);
  expression = fys_plan_dup_expression (ranker->plan, is_bounded, ranker->order);
  sqlite3_bind_text (statement, 1, expression, -1, SQLITE_STATIC);
  sqlite3_bind_pointer (statement, 2, ranker, RANKER_TYPE, NULL);
  while ((status = sqlite3_step (statement)) == SQLITE_ROW)
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
  return status == SQLITE_DONE || fys_library_sqlite_fail (db, error);
}

/* Looks at all articles that have a word when few of those have it that were looked at first. */
static gboolean
collect_enough (sqlite3       *db,
                Ranker        *ranker,
                GCancellable  *cancellable,
                GError       **error)
{
  gboolean is_large = fys_plan_is_large (ranker->plan);

  if (!collect (db, ranker, is_large, cancellable, error))
    return FALSE;
  return !is_large || ranker->found->len >= MIN_FOUND || collect (db, ranker, FALSE, cancellable, error);
}

static gboolean
refine (sqlite3   *db,
        Ranker    *ranker,
        GError   **error)
{
  g_autoptr (sqlite3_stmt) statement = fys_library_sqlite_prepare (db, LAYOUT_SQL, error);
  g_autoptr (GError) problem = NULL;
  double best_score = 0;

  if (statement == NULL)
    return FALSE;
  for (guint i = ranker->found->len; i > 0; i--)
    {
      FysCandidate *candidate = g_ptr_array_index (ranker->found, i - 1);

      if (!load_layout (candidate, statement, &problem))
        {
          if (problem != NULL)
            {
              g_propagate_error (error, g_steal_pointer (&problem));
              return FALSE;
            }
          (void) g_ptr_array_remove_index (ranker->found, i - 1);
          continue;
        }
      score_candidate (candidate, ranker->plan, ranker->best);
      best_score = MAX (best_score, candidate->score);
    }
  for (guint i = 0; i < ranker->found->len; i++)
    {
      FysCandidate *candidate = g_ptr_array_index (ranker->found, i);
      g_autoptr (GArray) trigrams = fys_trigrams_new (candidate->layout.strings);

      candidate->score = candidate->score / MAX (best_score, 1e-9) + W_TITLE_LETTERS * fys_trigrams_dice (ranker->plan->trigrams, trigrams)
                         + W_TITLE_WORDS * get_title_share (candidate, ranker->plan, ranker->best);
    }
  g_ptr_array_sort (ranker->found, compare_candidates);
  return TRUE;
}

GPtrArray *
fys_search_rank (sqlite3       *db,
                 const FysPlan *plan,
                 guint          limit,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (free_candidate);
  g_autofree double *best = g_new0 (double, MAX (plan->groups->len, 1));
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  Ranker             ranker = { .plan = plan, .limit = limit, .found = found, .best = best, .order = order };

  if (plan->alternatives->len > 0 && (!collect_enough (db, &ranker, cancellable, error) || !refine (db, &ranker, error)))
    return NULL;
  return g_steal_pointer (&found);
}
