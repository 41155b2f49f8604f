/* fys-search-engine.c - the part of the index that is searched
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-search-engine.h"

#include "core/library/fys-library-alphabet.h"
#include "core/library/fys-search-hits.h"

/* fys_text: the texts, in the order of FysSearchColumn; name: the title and the aliases once more, marked, so that their words have short lists of
 * their own. fys_layout: see FysSearchDocument; the order of titles, for the list of questions. */
#define CREATE_SQL                                                                                                                                   \
  "CREATE VIRTUAL TABLE fys_text USING fts5 (title, alias, headings, questions, body, name, tokenize = 'fysbog');"                                   \
  "CREATE TABLE fys_layout (article_id INTEGER PRIMARY KEY, n_questions INTEGER NOT NULL, sort_key TEXT NOT NULL, layout BLOB NOT NULL);"            \
  "CREATE INDEX fys_layout_questions ON fys_layout (sort_key, article_id, n_questions) WHERE n_questions > 0;"

#define ADD_TEXT_SQL      "INSERT INTO fys_text (rowid, title, alias, headings, questions, body, name) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
#define ADD_LAYOUT_SQL    "INSERT INTO fys_layout VALUES (?1, ?2, ?3, ?4)"
#define TEXT_SQL          "SELECT title, alias, headings, questions, body FROM fys_text WHERE rowid = ?1"
#define REMOVE_TEXT_SQL   "DELETE FROM fys_text WHERE rowid = ?1"
#define REMOVE_LAYOUT_SQL "DELETE FROM fys_layout WHERE article_id = ?1"

/* So many articles are looked at closely, at least. */
#define MIN_CANDIDATES 100
/* What an article has a word for tells less than this share of what the query tells: then it is a guess. */
#define GUESS_COVERAGE 0.34
#define GUESS_PART     0.2
#define MAX_NEAREST    5

gboolean
fys_search_engine_attach (sqlite3            *db,
                          FysSearchLoadEntry  load_entry,
                          GError            **error)
{
  FysSearchState *state;

  if (!fys_search_state_attach (db, load_entry, error))
    return FALSE;
  state = fys_search_state_get (db, error);
  return state != NULL && fys_search_rank_attach (state, db, error);
}

gboolean
fys_search_engine_create_tables (sqlite3 *db,
                                 GError **error)
{
  return fys_library_sqlite_run (db, CREATE_SQL, error) && fys_search_vocabulary_create (db, error);
}

static gboolean
add_layout (sqlite3                 *db,
            gint64                   article_id,
            const FysSearchDocument *document,
            GError                 **error)
{
  g_autoptr (sqlite3_stmt) statement = fys_library_sqlite_prepare (db, ADD_LAYOUT_SQL, error);
  g_autoptr (GBytes) layout = fys_search_document_dup_layout (document);
  g_autofree char *sort_key = fys_library_dup_sort_key (document->strings->str);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, article_id);
  sqlite3_bind_int (statement, 2, (int) document->n_questions);
  sqlite3_bind_text (statement, 3, sort_key, -1, SQLITE_STATIC);
  sqlite3_bind_blob (statement, 4, g_bytes_get_data (layout, NULL), (int) g_bytes_get_size (layout), SQLITE_STATIC);
  return fys_library_sqlite_finish (statement, error);
}

gboolean
fys_search_engine_add (sqlite3          *db,
                       gint64            article_id,
                       FysArticle       *article,
                       FysExerciseList  *exercises,
                       GError          **error)
{
  g_autoptr (FysSearchDocument) document = fys_search_document_new (article, exercises);
  FysSearchState *state = fys_search_state_get (db, error);
  g_autoptr (sqlite3_stmt) statement = state != NULL ? fys_library_sqlite_prepare (db, ADD_TEXT_SQL, error) : NULL;
  g_autofree char *name = NULL;
  const char      *texts[FYS_N_COLUMNS];

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, article_id);
  for (int i = 0; i < FYS_N_COLUMNS; i++)
    {
      texts[i] = document->columns[i]->str;
      sqlite3_bind_text (statement, i + 2, texts[i], (int) document->columns[i]->len, SQLITE_STATIC);
    }
  name = g_strdup_printf ("%c%s\n%s", FYS_SEARCH_NAME_MARK, texts[FYS_COLUMN_TITLE], texts[FYS_COLUMN_ALIAS]);
  sqlite3_bind_text (statement, FYS_N_COLUMNS + 2, name, -1, SQLITE_STATIC);
  if (!fys_library_sqlite_finish (statement, error) || !add_layout (db, article_id, document, error))
    return FALSE;
  fys_search_vocabulary_count (state, texts, FYS_N_COLUMNS, 1);
  return TRUE;
}

static gboolean
run_for_article (sqlite3     *db,
                 const char  *sql,
                 gint64       article_id,
                 GError     **error)
{
  g_autoptr (sqlite3_stmt) statement = fys_library_sqlite_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, article_id);
  return fys_library_sqlite_finish (statement, error);
}

gboolean
fys_search_engine_remove (sqlite3 *db,
                          gint64   article_id,
                          GError **error)
{
  FysSearchState *state = fys_search_state_get (db, error);
  g_autoptr (sqlite3_stmt) statement = state != NULL ? fys_library_sqlite_prepare (db, TEXT_SQL, error) : NULL;
  const char *texts[FYS_N_COLUMNS];

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, article_id);
  if (sqlite3_step (statement) != SQLITE_ROW)
    return sqlite3_reset (statement) == SQLITE_OK || fys_library_sqlite_fail (db, error);
  for (int i = 0; i < FYS_N_COLUMNS; i++)
    texts[i] = (const char *) sqlite3_column_text (statement, i);
  fys_search_vocabulary_count (state, texts, FYS_N_COLUMNS, -1);
  sqlite3_reset (statement);
  return run_for_article (db, REMOVE_TEXT_SQL, article_id, error) && run_for_article (db, REMOVE_LAYOUT_SQL, article_id, error);
}

gboolean
fys_search_engine_finish_batch (sqlite3 *db,
                                GError **error)
{
  FysSearchState *state = fys_search_state_get (db, error);

  return state != NULL && fys_search_vocabulary_flush (state, db, error);
}

/** Found: a hit before it is made. @part: FYS_NONE: the article */
typedef struct
{
  const FysCandidate *candidate;
  guint               part;
  FysHitKind          kind;
  double              score;
  gboolean            is_guess;
} Found;

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const Found *first = a;
  const Found *second = b;

  if (first->score < second->score || first->score > second->score)
    return first->score > second->score ? -1 : 1;
  if (first->candidate->article_id != second->candidate->article_id)
    return first->candidate->article_id < second->candidate->article_id ? -1 : 1;
  return first->part == FYS_NONE ? -1 : second->part == FYS_NONE ? 1 : first->part < second->part ? -1 : 1;
}

static void
collect_parts (const FysCandidate *candidate,
               const FysPlan      *plan,
               FysHitKind          kinds,
               double              best_score,
               GArray             *found)
{
  for (guint i = 0; i < candidate->layout.n_parts; i++)
    {
      const FysPart *part = &candidate->layout.parts[i];
      Found          one = { candidate, i, part->kind == FYS_PART_QUESTION ? FYS_HIT_QUESTION : FYS_HIT_EXERCISE, 0, FALSE };
      double         score;

      if (part->kind == FYS_PART_SECTION || (kinds & one.kind) == 0)
        continue;
      score = fys_candidate_get_part_score (candidate, plan, part);
      if (score <= 0)
        continue;
      /* Never before its article, which answers more. */
      one.score = MIN (candidate->score * 0.999, score * best_score);
      one.is_guess = score < GUESS_PART;
      g_array_append_val (found, one);
    }
}

static GArray *
collect_found (const GPtrArray *candidates,
               const FysPlan   *plan,
               FysHitKind       kinds)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Found));

  for (guint i = 0; i < candidates->len; i++)
    {
      const FysCandidate *candidate = g_ptr_array_index (candidates, i);
      Found               one = { candidate, FYS_NONE, FYS_HIT_ARTICLE, candidate->score, candidate->coverage < GUESS_COVERAGE };

      if ((kinds & FYS_HIT_ARTICLE) != 0)
        g_array_append_val (found, one);
      collect_parts (candidate, plan, kinds, ((const FysCandidate *) g_ptr_array_index (candidates, 0))->score, found);
    }
  g_array_sort (found, compare_found);
  return found;
}

static guint
get_kind_index (FysHitKind kind)
{
  return kind == FYS_HIT_ARTICLE ? 0 : kind == FYS_HIT_QUESTION ? 1 : 2;
}

/* Whoever asked for an article by all of its title's words wants to read it, and not the one section that has the same words closest together. */
static void
begin_where_title_answers (FysHit        *hit,
                           const FysPlan *plan)
{
  if (hit->kind == FYS_HIT_ARTICLE && hit->title_marks->len >= plan->groups->len)
    *hit->slug = '\0';
}

static gboolean
make_hits (sqlite3         *db,
           const GPtrArray *candidates,
           const FysPlan   *plan,
           FysHitKind       kinds,
           guint            limit,
           gboolean         is_guess,
           GPtrArray       *hits,
           GError         **error)
{
  FysSearchState *state = fys_search_state_get (db, error);
  g_autoptr (FysMarker) marker = state != NULL ? fys_marker_new (state->stemmer, plan) : NULL;
  g_autoptr (FysHitMaker) maker = marker != NULL ? fys_hit_maker_new (db, marker, error) : NULL;
  g_autoptr (GArray) found = collect_found (candidates, plan, kinds);
  guint n_left[] = { limit, limit, limit };

  if (maker == NULL)
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    {
      const Found *one = &g_array_index (found, Found, i);
      FysHit      *hit;

      if (n_left[get_kind_index (one->kind)] == 0)
        continue;
      hit = fys_hit_maker_make (maker, one->candidate, one->part, one->score, one->is_guess || is_guess);
      if (hit == NULL)
        continue;
      begin_where_title_answers (hit, plan);
      n_left[get_kind_index (one->kind)]--;
      g_ptr_array_add (hits, hit);
    }
  return fys_hit_maker_is_sound (maker, error);
}

/* Words that look like what was typed, for the user to choose from. */
static char **
dup_nearest_words (FysVocabulary *vocabulary,
                   const char    *text)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) MIN (strlen (text), 1000));
  FysWord word = { 0 };

  while (words->len < MAX_NEAREST && fys_word_next (valid, strlen (valid), &word))
    {
      g_autoptr (GArray) near = NULL;

      if (fys_danish_is_stop_word (word.folded) || fys_vocabulary_count_word (vocabulary, word.folded) > 0)
        continue;
      near = fys_vocabulary_dup_corrections (vocabulary, word.folded, MAX (word.length / 3, 1), MAX_NEAREST - words->len);
      for (guint i = 0; i < near->len; i++)
        g_ptr_array_add (words, g_strdup (g_array_index (near, FysCorrection, i).shown));
    }
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&words), FALSE);
}

static gboolean
are_guesses (const GPtrArray *hits)
{
  for (guint i = 0; i < hits->len; i++)
    if (!((const FysHit *) g_ptr_array_index (hits, i))->is_guess)
      return FALSE;
  return TRUE;
}

static gboolean
search (sqlite3              *db,
        FysVocabulary        *vocabulary,
        const char           *text,
        const FysSearchQuery *query,
        gboolean              is_guess,
        FysSearchResults     *results,
        GCancellable         *cancellable,
        GError              **error)
{
  FysSearchState *state = fys_search_state_get (db, error);
  g_autoptr (FysPlan) plan = state != NULL ? fys_plan_new (state, vocabulary, text, query) : NULL;
  g_autoptr (GPtrArray) candidates = NULL;

  if (plan == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  candidates = fys_search_rank (db, plan, MAX (MIN_CANDIDATES, query->limit), cancellable, error);
  if (candidates == NULL || !make_hits (db, candidates, plan, query->kinds, query->limit, is_guess, results->hits, error))
    return FALSE;
  if (results->corrected == NULL && !is_guess)
    results->corrected = g_steal_pointer (&plan->corrected);
  return TRUE;
}

static FysSearchResults *
run (sqlite3              *db,
     const FysSearchQuery *query,
     GCancellable         *cancellable,
     GError              **error)
{
  g_autoptr (FysVocabulary) vocabulary = fys_vocabulary_new (db, error);
  g_autoptr (FysSearchResults) results = g_new0 (FysSearchResults, 1);

  results->hits = g_ptr_array_new_with_free_func ((GDestroyNotify) fys_hit_free);
  if (vocabulary == NULL || !search (db, vocabulary, query->text, query, FALSE, results, cancellable, error))
    return NULL;
  if (are_guesses (results->hits))
    results->nearest_words = dup_nearest_words (vocabulary, query->text);
  else
    results->nearest_words = g_new0 (char *, 1);
  if (!fys_vocabulary_is_sound (vocabulary, error))
    return NULL;
  if (results->hits->len == 0 && results->nearest_words[0] != NULL
      && !search (db, vocabulary, results->nearest_words[0], query, TRUE, results, cancellable, error))
    return NULL;
  return fys_vocabulary_is_sound (vocabulary, error) ? g_steal_pointer (&results) : NULL;
}

FysSearchResults *
fys_search_engine_run (sqlite3              *db,
                       const FysSearchQuery *query,
                       GCancellable         *cancellable,
                       GError              **error)
{
  gboolean          is_own = sqlite3_get_autocommit (db) != 0;
  FysSearchResults *results;

  /* All statements see one state of the index, and the file is locked once and not for each of them. */
  if (is_own && !fys_library_sqlite_run (db, "BEGIN", error))
    return NULL;
  results = run (db, query, cancellable, error);
  if (is_own && sqlite3_exec (db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK)
    fys_sqlite_roll_back (db); /* nothing was written, so nothing is lost */
  return results;
}
