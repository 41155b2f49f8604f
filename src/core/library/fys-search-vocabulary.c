/* fys-search-vocabulary.c - the words of the library, and in how many articles each of them stands
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-search-vocabulary.h"

#include <string.h>

#include "core/library/fys-edit-distance.h"

/* fys_word.stripped: as typed without æ, ø and å; shown: as written, "" when that is the word itself; mirrored: the word from its end to its
 * beginning, so that words that end alike lie together.
 * fys_stem has the number of articles under "", which no stem is. */
#define CREATE_SQL                                                                                                                                   \
  "CREATE TABLE fys_word (word TEXT PRIMARY KEY, n INTEGER NOT NULL, shown TEXT NOT NULL, stripped TEXT NOT NULL, mirrored TEXT NOT NULL)"               \
  " WITHOUT ROWID;"                                                                                                                                  \
  "CREATE INDEX fys_word_stripped ON fys_word (stripped);"                                                                                           \
  "CREATE INDEX fys_word_mirrored ON fys_word (mirrored);"                                                                                           \
  "CREATE TABLE fys_stem (stem TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;"                                                                 \
  "INSERT INTO fys_stem VALUES ('', 0);"

#define ADD_WORD_SQL    "INSERT INTO fys_word VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (word) DO UPDATE SET n = n + excluded.n"
#define ADD_STEM_SQL    "INSERT INTO fys_stem VALUES (?1, ?2) ON CONFLICT (stem) DO UPDATE SET n = n + excluded.n"
#define REMOVE_WORD_SQL "DELETE FROM fys_word WHERE word = ?1 AND n <= 0"
#define REMOVE_STEM_SQL "DELETE FROM fys_stem WHERE stem = ?1 AND n <= 0 AND stem <> ''"

#define COUNT_STEM_SQL   "SELECT n FROM fys_stem WHERE stem = ?1"
#define COUNT_WORD_SQL   "SELECT n FROM fys_word WHERE word = ?1"
#define BEGINNING_SQL    "SELECT stem, n FROM fys_stem WHERE stem >= ?1 AND stem < ?2 ORDER BY n DESC, stem LIMIT 40"
#define FORMS_SQL        "SELECT word FROM fys_word WHERE word >= ?1 AND word < ?2 LIMIT 200"
#define WORD_SQL         "SELECT n, shown FROM fys_word WHERE word = ?1"
/* Of words that look alike only the word is read: most of them are too far from what was typed. */
#define STRIPPED_SQL     "SELECT word FROM fys_word WHERE stripped = ?1 OR stripped = ?2"
#define NEAR_SQL         "SELECT word FROM fys_word WHERE word >= ?1 AND word < ?2 AND length (word) BETWEEN ?3 AND ?4"
#define ENDING_SQL       "SELECT word FROM fys_word WHERE mirrored >= ?1 AND mirrored < ?2 AND length (mirrored) BETWEEN ?3 AND ?4"

/* What one letter may become is looked for less than what three may. */
#define MAX_BEGINNING_PER_LETTER 5
#define MAX_BEGINNING            24

/* In a library of this many articles, a word is sought among those that begin with the same two letters instead of one. */
#define MANY_ARTICLES 2000

enum
{
  COUNT_STEM,
  COUNT_WORD,
  BEGINNING,
  FORMS,
  WORD,
  STRIPPED,
  NEAR,
  ENDING,
  N_STATEMENTS,
};

static const char *const statements[] = { COUNT_STEM_SQL, COUNT_WORD_SQL, BEGINNING_SQL, FORMS_SQL, WORD_SQL, STRIPPED_SQL, NEAR_SQL, ENDING_SQL };

G_STATIC_ASSERT (G_N_ELEMENTS (statements) == N_STATEMENTS);

struct _FysVocabulary
{
  sqlite3      *db;
  sqlite3_stmt *statements[N_STATEMENTS];
  FysStemmer   *stemmer; /* of the connection */
  guint         n_articles;
  GError       *error;   /* NULL while all could be read */
};

/** FysWordCount: @shown: the word as it was met first */
typedef struct
{
  int  n;
  char shown[FYS_DANISH_WORD_BYTES];
} FysWordCount;

gboolean
fys_search_vocabulary_create (sqlite3 *db,
                              GError **error)
{
  return fys_library_sqlite_run (db, CREATE_SQL, error);
}

static void
count_word (FysSearchState *state,
            const char     *text,
            const FysWord  *word,
            int             sign)
{
  FysWordCount *count = g_hash_table_lookup (state->words, word->folded);

  if (count == NULL)
    {
      g_autofree char *shown = g_utf8_strdown (text + word->start, (gssize) (word->end - word->start));

      count = g_new0 (FysWordCount, 1);
      /* One that was cut is not shown, nor one that is the same. */
      if (strlen (shown) < sizeof count->shown && strcmp (shown, word->folded) != 0)
        strcpy (count->shown, shown);
      g_hash_table_insert (state->words, g_strdup (word->folded), count);
    }
  count->n += sign;
}

static void
count_stem (FysSearchState *state,
            const char     *stem,
            int             sign)
{
  gpointer value = NULL;
  gpointer key = NULL;

  if (!g_hash_table_lookup_extended (state->stems, stem, &key, &value))
    key = g_strdup (stem);
  else
    (void) g_hash_table_steal (state->stems, stem);
  g_hash_table_insert (state->stems, key, GINT_TO_POINTER (GPOINTER_TO_INT (value) + sign));
}

void
fys_search_vocabulary_count (FysSearchState    *state,
                             const char *const *texts,
                             guint              n_texts,
                             int                sign)
{
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n_texts; i++)
    {
      FysWord word = { 0 };
      gsize   length = texts[i] != NULL ? strlen (texts[i]) : 0;

      while (fys_word_next (texts[i], length, &word))
        {
          const char *stem;

          if (g_hash_table_contains (words, word.folded))
            continue;
          g_hash_table_add (words, g_strdup (word.folded));
          count_word (state, texts[i], &word, sign);
          stem = fys_stemmer_stem (state->stemmer, word.folded, word.length);
          if (g_hash_table_contains (stems, stem))
            continue;
          g_hash_table_add (stems, g_strdup (stem));
          count_stem (state, stem, sign);
        }
    }
  state->n_articles += sign;
}

/* Folded words are ASCII. */
static void
mirror (const char *folded,
        char       *out)
{
  gsize length = strlen (folded);

  for (gsize i = 0; i < length; i++)
    out[i] = folded[length - 1 - i];
  out[length] = '\0';
}

static gboolean
flush_words (FysSearchState *state,
             sqlite3        *db,
             GError        **error)
{
  g_autoptr (sqlite3_stmt) add = fys_library_sqlite_prepare (db, ADD_WORD_SQL, error);
  g_autoptr (sqlite3_stmt) delete = add != NULL ? fys_library_sqlite_prepare (db, REMOVE_WORD_SQL, error) : NULL;
  g_autoptr (GList) keys = NULL;

  if (delete == NULL)
    return FALSE;
  /* In the order of the table, so that it is written from one end to the other. */
  keys = g_list_sort (g_hash_table_get_keys (state->words), (GCompareFunc) strcmp);
  for (GList *l = keys; l != NULL; l = l->next)
    {
      const FysWordCount *count = g_hash_table_lookup (state->words, l->data);
      char                stripped[FYS_DANISH_WORD_BYTES];
      char                mirrored[FYS_DANISH_WORD_BYTES];

      fys_danish_strip (l->data, stripped);
      mirror (l->data, mirrored);
      sqlite3_bind_text (add, 1, l->data, -1, SQLITE_STATIC);
      sqlite3_bind_int (add, 2, count->n);
      sqlite3_bind_text (add, 3, count->shown, -1, SQLITE_STATIC);
      sqlite3_bind_text (add, 4, stripped, -1, SQLITE_STATIC);
      sqlite3_bind_text (add, 5, mirrored, -1, SQLITE_STATIC);
      if (count->n != 0 && !fys_library_sqlite_finish (add, error))
        return FALSE;
      sqlite3_bind_text (delete, 1, l->data, -1, SQLITE_STATIC);
      if (count->n < 0 && !fys_library_sqlite_finish (delete, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
flush_stem (sqlite3_stmt *add,
            sqlite3_stmt *delete,
            const char   *stem,
            int           n,
            GError      **error)
{
  if (n == 0)
    return TRUE;
  sqlite3_bind_text (add, 1, stem, -1, SQLITE_STATIC);
  sqlite3_bind_int (add, 2, n);
  if (!fys_library_sqlite_finish (add, error))
    return FALSE;
  sqlite3_bind_text (delete, 1, stem, -1, SQLITE_STATIC);
  return n > 0 || fys_library_sqlite_finish (delete, error);
}

static gboolean
flush_stems (FysSearchState *state,
             sqlite3        *db,
             GError        **error)
{
  g_autoptr (sqlite3_stmt) add = fys_library_sqlite_prepare (db, ADD_STEM_SQL, error);
  g_autoptr (sqlite3_stmt) delete = add != NULL ? fys_library_sqlite_prepare (db, REMOVE_STEM_SQL, error) : NULL;
  g_autoptr (GList) keys = NULL;

  if (delete == NULL || !flush_stem (add, delete, "", state->n_articles, error))
    return FALSE;
  keys = g_list_sort (g_hash_table_get_keys (state->stems), (GCompareFunc) strcmp);
  for (GList *l = keys; l != NULL; l = l->next)
    if (!flush_stem (add, delete, l->data, GPOINTER_TO_INT (g_hash_table_lookup (state->stems, l->data)), error))
      return FALSE;
  return TRUE;
}

gboolean
fys_search_vocabulary_flush (FysSearchState *state,
                             sqlite3        *db,
                             GError        **error)
{
  if (!flush_words (state, db, error) || !flush_stems (state, db, error))
    return FALSE;
  g_hash_table_remove_all (state->words);
  g_hash_table_remove_all (state->stems);
  state->n_articles = 0;
  return TRUE;
}

FysVocabulary *
fys_vocabulary_new (sqlite3 *db,
                    GError **error)
{
  g_autoptr (FysVocabulary) self = g_new0 (FysVocabulary, 1);
  FysSearchState *state = fys_search_state_get (db, error);

  if (state == NULL)
    return NULL;
  self->db = db;
  self->stemmer = state->stemmer;
  for (guint i = 0; i < N_STATEMENTS; i++)
    {
      self->statements[i] = fys_library_sqlite_prepare (db, statements[i], error);
      if (self->statements[i] == NULL)
        return NULL;
    }
  self->n_articles = fys_vocabulary_count_stem (self, "");
  return g_steal_pointer (&self);
}

void
fys_vocabulary_free (FysVocabulary *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < N_STATEMENTS; i++)
    sqlite3_finalize (self->statements[i]);
  g_clear_error (&self->error);
  g_free (self);
}

gboolean
fys_vocabulary_is_sound (FysVocabulary *self,
                         GError       **error)
{
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (self->error));
  return FALSE;
}

guint
fys_vocabulary_get_n_articles (FysVocabulary *self)
{
  return self->n_articles;
}

/* Of a damaged index a text may be anything. */
static const char *
get_text (sqlite3_stmt *statement,
          int           column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text != NULL && g_utf8_validate (text, -1, NULL) ? text : "";
}

/* Binds a word, and as the second value the first text after all that begin with it. */
static sqlite3_stmt *
start (FysVocabulary *self,
       guint          index,
       const char    *word)
{
  sqlite3_stmt *statement = self->statements[index];

  sqlite3_reset (statement);
  sqlite3_bind_text (statement, 1, word, -1, SQLITE_TRANSIENT);
  if (sqlite3_bind_parameter_count (statement) >= 2)
    {
      g_autofree char *after = g_strconcat (word, "\xf4\x8f\xbf\xbf", NULL); /* the last character there is */

      sqlite3_bind_text (statement, 2, after, -1, SQLITE_TRANSIENT);
    }
  return statement;
}

static guint
count (FysVocabulary *self,
       guint          index,
       const char    *word)
{
  sqlite3_stmt *statement = start (self, index, word);
  guint         n = 0;

  if (sqlite3_step (statement) == SQLITE_ROW)
    n = (guint) MAX (sqlite3_column_int (statement, 0), 0);
  (void) fys_library_sqlite_reset (statement, &self->error);
  return n;
}

guint
fys_vocabulary_count_stem (FysVocabulary *self,
                           const char    *stem)
{
  return count (self, COUNT_STEM, stem);
}

guint
fys_vocabulary_count_word (FysVocabulary *self,
                           const char    *folded)
{
  return count (self, COUNT_WORD, folded);
}

GPtrArray *
fys_vocabulary_dup_beginning (FysVocabulary *self,
                              const char    *beginning,
                              guint         *out_n_articles)
{
  GPtrArray    *stems = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement = start (self, BEGINNING, beginning);
  guint         limit = MIN (MAX_BEGINNING_PER_LETTER * (guint) strlen (beginning), MAX_BEGINNING);

  *out_n_articles = 0;
  while (stems->len < limit && sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *stem = (const char *) sqlite3_column_text (statement, 0);

      if (fys_danish_is_stop_word (stem))
        continue;
      if (stems->len == 0)
        *out_n_articles = (guint) MAX (sqlite3_column_int (statement, 1), 0);
      g_ptr_array_add (stems, g_strdup (stem));
    }
  (void) fys_library_sqlite_reset (statement, &self->error);
  return stems;
}

GPtrArray *
fys_vocabulary_dup_forms (FysVocabulary *self,
                          const char    *prefix)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray    *forms = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement = start (self, FORMS, prefix);

  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *word = get_text (statement, 0);
      const char *stem = fys_stemmer_stem (self->stemmer, word, strlen (word));

      if (g_str_has_prefix (stem, prefix) || g_hash_table_contains (seen, stem))
        continue;
      g_ptr_array_add (forms, g_strdup (stem));
      g_hash_table_add (seen, g_ptr_array_index (forms, forms->len - 1));
    }
  (void) fys_library_sqlite_reset (statement, &self->error);
  return forms;
}

static void
clear_correction (gpointer data)
{
  FysCorrection *self = data;

  g_free (self->shown);
}

/* Of words equally far, the one that stands in more articles is likelier to be meant. */
static int
compare_corrections (gconstpointer a,
                     gconstpointer b)
{
  const FysCorrection *first = a;
  const FysCorrection *second = b;

  if (first->distance < second->distance || first->distance > second->distance)
    return first->distance < second->distance ? -1 : 1;
  if (first->n_articles != second->n_articles)
    return first->n_articles > second->n_articles ? -1 : 1;
  return strcmp (first->word, second->word);
}

/* What is left to type when the nearest letters were taken for æ, ø and å costs little. */
#define STRIPPED_DISTANCE 0.25

static void
add_correction (FysVocabulary *self,
                const char    *word,
                double         distance,
                GArray        *found)
{
  FysCorrection correction = { .distance = distance };
  sqlite3_stmt *statement;

  for (guint i = 0; i < found->len; i++)
    if (strcmp (g_array_index (found, FysCorrection, i).word, word) == 0)
      return;
  strcpy (correction.word, word);
  statement = start (self, WORD, correction.word);
  if (sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *shown = get_text (statement, 1);

      correction.shown = g_strdup (*shown != '\0' ? shown : correction.word);
      correction.n_articles = (guint) MAX (sqlite3_column_int (statement, 0), 0);
      g_array_append_val (found, correction);
    }
  (void) fys_library_sqlite_reset (statement, &self->error);
}

/* Returns: how far @word is from @folded, which is @stripped without æ, ø and å; G_MAXDOUBLE when it is over @max */
static double
get_distance (const char *folded,
              const char *stripped,
              const char *word,
              double      max)
{
  char   bare[FYS_DANISH_WORD_BYTES];
  double distance = fys_edit_distance (folded, word, max);

  fys_danish_strip (word, bare);
  distance = MIN (distance, STRIPPED_DISTANCE + fys_edit_distance (stripped, bare, max));
  if (strcmp (folded, stripped) != 0)
    distance = MIN (distance, STRIPPED_DISTANCE + fys_edit_distance (folded, bare, max));
  return distance;
}

static void
collect (FysVocabulary *self,
         sqlite3_stmt  *statement,
         const char    *folded,
         double         max_distance,
         GArray        *found)
{
  char stripped[FYS_DANISH_WORD_BYTES];

  fys_danish_strip (folded, stripped);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *word = (const char *) sqlite3_column_text (statement, 0);
      double      distance;

      if (word == NULL || strlen (word) >= FYS_DANISH_WORD_BYTES || strcmp (word, folded) == 0)
        continue;
      distance = get_distance (folded, stripped, word, max_distance);
      if (distance <= max_distance && g_utf8_validate (word, -1, NULL))
        add_correction (self, word, distance, found);
    }
  (void) fys_library_sqlite_reset (statement, &self->error);
}

/* Looks among the words that begin (or, mirrored, end) with the first @n letters of @key. */
static void
collect_near (FysVocabulary *self,
              guint          index,
              const char    *key,
              gsize          n,
              const char    *folded,
              double         max_distance,
              GArray        *found)
{
  g_autofree char *beginning = g_strndup (key, n);
  sqlite3_stmt    *statement = start (self, index, beginning);
  int              length = (int) strlen (folded);

  /* Two letters may stand for one: a for å. */
  sqlite3_bind_int (statement, 3, MAX (length - (int) (max_distance * 2), 2));
  sqlite3_bind_int (statement, 4, length + (int) (max_distance * 2) + 2);
  collect (self, statement, folded, max_distance, found);
}

GArray *
fys_vocabulary_dup_corrections (FysVocabulary *self,
                                const char    *folded,
                                double         max_distance,
                                guint          limit)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (FysCorrection));
  char    stripped[FYS_DANISH_WORD_BYTES];

  g_array_set_clear_func (found, clear_correction);
  fys_danish_strip (folded, stripped);
  sqlite3_reset (self->statements[STRIPPED]);
  sqlite3_bind_text (self->statements[STRIPPED], 1, folded, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (self->statements[STRIPPED], 2, stripped, -1, SQLITE_TRANSIENT);
  collect (self, self->statements[STRIPPED], folded, STRIPPED_DISTANCE, found);
  if (found->len == 0 && max_distance >= 1)
    {
      gsize n_first = self->n_articles < MANY_ARTICLES ? 1 : 2;
      char  mirrored[FYS_DANISH_WORD_BYTES];

      /* Most people get the first letter right, and of those who do not, most get the end right. */
      collect_near (self, NEAR, folded, n_first, folded, max_distance, found);
      mirror (folded, mirrored);
      if (found->len == 0)
        collect_near (self, ENDING, mirrored, strlen (folded) / 2, folded, max_distance, found);
    }
  g_array_sort (found, compare_corrections);
  if (found->len > limit)
    g_array_set_size (found, limit);
  return found;
}
