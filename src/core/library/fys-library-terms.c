/* fys-library-terms.c - the titles of articles as words that another article may mention
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-library-terms.h"

#include <string.h>

#include "core/library/fys-body-parts.h"
#include "core/library/fys-danish.h"
#include "core/library/fys-library-private.h"
#include "core/library/fys-library-query.h"
#include "core/library/fys-library-sqlite.h"

/* A shorter word is rarely what an article is about, and often means something else. */
#define LEAST_WORD_LETTERS 5
/* Of one text; more is no text of a person. */
#define MAX_WORDS_OF_BLOCK 4000
/* Of an article: a short book. Each word is a question or more to the index, and the lists wait for the answers. */
#define MAX_WORDS          50000

#define CREATE_SQL                                                                            \
  "CREATE TABLE fys_term (article_id INTEGER PRIMARY KEY, term TEXT NOT NULL);"               \
  "CREATE INDEX fys_term_term ON fys_term (term);"
#define ADD_SQL    "INSERT OR REPLACE INTO fys_term VALUES (?1, ?2)"
#define REMOVE_SQL "DELETE FROM fys_term WHERE article_id = ?1"
/* Two are enough to know that it is not clear which one is meant. */
#define FIND_SQL                                                                              \
  "SELECT " FYS_LIBRARY_ENTRY_COLUMNS " FROM fys_term JOIN article ON article.id = fys_term.article_id WHERE fys_term.term = ?1 LIMIT 2"

void
fys_term_mention_free (FysTermMention *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->entry);
  g_free (self);
}

gboolean
fys_library_terms_create (sqlite3 *db,
                          GError **error)
{
  return fys_library_sqlite_run (db, CREATE_SQL, error);
}

/* What is left of a title before what explains it. Returns: its length in bytes */
static gsize
get_head_length (const char *title)
{
  static const char *const marks[] = { ":", "(", " – ", " — ", " - ", "?", "!", "," };
  gsize                    length = strlen (title);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const char *mark = strstr (title, marks[i]);

      if (mark != NULL)
        length = MIN (length, (gsize) (mark - title));
    }
  return length;
}

/* Whether a word by itself is what an article can be known by, and not a part of the body, which every second sentence mentions. */
static gboolean
stands_alone (const char *text,
              gsize       length,
              const char *folded)
{
  g_autofree char *word = g_strndup (text, length);
  g_auto (GStrv)   parts = fys_body_parts_guess (word, "");

  if (strlen (folded) < LEAST_WORD_LETTERS || fys_danish_is_stop_word (folded))
    return FALSE;
  /* "knæ" and "knæet" are parts of the body; "knæsmerter" speaks of one, and is more than that. */
  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    if (g_str_has_prefix (folded, parts[i]) && strlen (folded) <= strlen (parts[i]) + 4)
      return FALSE;
  return TRUE;
}

/* Returns: (transfer full) (nullable): the term of a title; %NULL when it is none */
static char *
dup_term (FysStemmer *stemmer,
          const char *title)
{
  g_autoptr (GString) term = g_string_new (NULL);
  gsize               length = get_head_length (title);
  FysWord             word = { 0 };
  FysWord             first = { 0 };
  guint               n_words = 0;

  while (fys_word_next (title, length, &word))
    {
      if (n_words == 0)
        first = word;
      if (++n_words > FYS_TERM_MAX_WORDS)
        return NULL;
      if (term->len > 0)
        g_string_append_c (term, ' ');
      g_string_append (term, fys_stemmer_stem (stemmer, word.folded, word.length));
    }
  if (n_words == 0 || (n_words == 1 && !stands_alone (title + first.start, first.end - first.start, first.folded)))
    return NULL;
  return g_string_free (g_steal_pointer (&term), FALSE);
}

gboolean
fys_library_terms_add (sqlite3    *db,
                       gint64      article_id,
                       const char *key,
                       const char *title,
                       GError    **error)
{
  g_autoptr (FysStemmer)   stemmer = NULL;
  g_autofree char         *term = NULL;
  g_autoptr (sqlite3_stmt) statement = NULL;

  /* A guide is called by a sentence. */
  if (g_str_has_prefix (key, "blog/"))
    return TRUE;
  stemmer = fys_stemmer_new ();
  term = dup_term (stemmer, title);
  if (term == NULL)
    return TRUE;
  statement = fys_library_sqlite_prepare (db, ADD_SQL, error);
  if (statement == NULL)
    return FALSE;
  (void) sqlite3_bind_int64 (statement, 1, article_id);
  (void) sqlite3_bind_text (statement, 2, term, -1, SQLITE_STATIC);
  return fys_library_sqlite_finish (statement, error);
}

gboolean
fys_library_terms_remove (sqlite3 *db,
                          gint64   article_id,
                          GError **error)
{
  g_autoptr (sqlite3_stmt) statement = fys_library_sqlite_prepare (db, REMOVE_SQL, error);

  if (statement == NULL)
    return FALSE;
  (void) sqlite3_bind_int64 (statement, 1, article_id);
  return fys_library_sqlite_finish (statement, error);
}

/** Token: a word of the text that is looked at. @stem: owned by the finder's chunk */
typedef struct
{
  guint       start;
  guint       end;
  const char *stem;
  const char *folded;
} Token;

typedef struct
{
  sqlite3_stmt *statement;
  FysStemmer   *stemmer;
  FysArticle   *article;
  const char   *own_key;
  GPtrArray    *mentions;
  GHashTable   *seen;  /* (element-type utf8): keys of the articles that are mentioned, and our own */
  GHashTable   *known; /* term → FysLibraryEntry, or NULL: answers of the index */
  GStringChunk *chunk;
  GArray       *tokens;
  guint         section;
  guint         n_in_section;
  guint         n_words; /* that were looked at */
} Finder;

static void
clear_entry (gpointer entry)
{
  if (entry != NULL)
    g_object_unref (entry);
}

/* Returns: %FALSE with @error set. @out_entry: (transfer none): %NULL when it is no term, or not clear whose */
static gboolean
look_up (Finder           *self,
         const char       *term,
         FysLibraryEntry **out_entry,
         GError          **error)
{
  g_autoptr (FysLibraryEntry) entry = NULL;
  int                         code;

  if (g_hash_table_lookup_extended (self->known, term, NULL, (gpointer *) out_entry))
    return TRUE;
  (void) sqlite3_bind_text (self->statement, 1, term, -1, SQLITE_TRANSIENT);
  code = sqlite3_step (self->statement);
  if (code == SQLITE_ROW)
    {
      entry = fys_library_query_read_entry (self->statement, 0);
      code = sqlite3_step (self->statement);
      if (code == SQLITE_ROW)
        g_clear_object (&entry);
    }
  if (code != SQLITE_ROW && code != SQLITE_DONE)
    {
      (void) fys_library_sqlite_fail (sqlite3_db_handle (self->statement), error);
      (void) sqlite3_reset (self->statement); /* repeats what the step said */
      return FALSE;
    }
  (void) sqlite3_reset (self->statement);
  *out_entry = entry;
  g_hash_table_insert (self->known, g_strdup (term), g_steal_pointer (&entry));
  return TRUE;
}

/* Words that only a blank, a line's end or a hyphen parts belong together. */
static gboolean
is_gap (const char *text,
        guint       start,
        guint       end)
{
  return end == start + 1 && strchr (" \n-", text[start]) != NULL;
}

/* A link, code or an image is left as it is. */
static gboolean
is_plain (const FysText *text,
          guint          start,
          guint          end)
{
  for (guint i = 0; i < text->n_spans; i++)
    {
      const FysSpan *span = &text->spans[i];

      if (span->kind != FYS_SPAN_EMPHASIS && span->kind != FYS_SPAN_STRONG && span->start < end && start < span->end)
        return FALSE;
    }
  return TRUE;
}

static void
tokenize (Finder        *self,
          const FysText *text)
{
  FysWord word = { 0 };

  g_array_set_size (self->tokens, 0);
  while (self->tokens->len < MAX_WORDS_OF_BLOCK && fys_word_next (text->text, text->length, &word))
    {
      Token token = { (guint) word.start, (guint) word.end, NULL, NULL };

      token.stem = g_string_chunk_insert_const (self->chunk, fys_stemmer_stem (self->stemmer, word.folded, word.length));
      token.folded = g_string_chunk_insert_const (self->chunk, word.folded);
      g_array_append_val (self->tokens, token);
    }
}

/* Tries the @n words from @first on; two are tried as one as well, as some write "nakke smerter". */
static gboolean
try_words (Finder           *self,
           guint             first,
           guint             n,
           FysLibraryEntry **out_entry,
           GError          **error)
{
  g_autoptr (GString) term = g_string_new (NULL);
  const Token        *tokens = &g_array_index (self->tokens, Token, first);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (term, ' ');
      g_string_append (term, tokens[i].stem);
    }
  if (!look_up (self, term->str, out_entry, error))
    return FALSE;
  if (*out_entry != NULL || n != 2 || fys_danish_is_stop_word (tokens[0].folded) || fys_danish_is_stop_word (tokens[1].folded))
    return TRUE;
  g_string_printf (term, "%s%s", tokens[0].folded, tokens[1].folded);
  if (term->len >= FYS_DANISH_WORD_BYTES)
    return TRUE;
  return look_up (self, fys_stemmer_stem (self->stemmer, term->str, term->len), out_entry, error);
}

static void
add_mention (Finder          *self,
             guint            block,
             guint            first,
             guint            n,
             FysLibraryEntry *entry)
{
  FysTermMention *mention = g_new0 (FysTermMention, 1);

  mention->block = block;
  mention->start = g_array_index (self->tokens, Token, first).start;
  mention->length = g_array_index (self->tokens, Token, first + n - 1).end - mention->start;
  mention->entry = g_object_ref (entry);
  g_ptr_array_add (self->mentions, mention);
  g_hash_table_add (self->seen, g_strdup (fys_library_entry_get_info (entry)->key));
  self->n_in_section++;
}

/* The longest term that begins at a word counts. @out_n: how many words it has, or 1 */
static gboolean
find_at (Finder        *self,
         const FysText *text,
         guint          block,
         guint          first,
         guint         *out_n,
         GError       **error)
{
  const Token *tokens = &g_array_index (self->tokens, Token, 0);
  guint        n = 1;

  *out_n = 1;
  while (n < FYS_TERM_MAX_WORDS && first + n < self->tokens->len && is_gap (text->text, tokens[first + n - 1].end, tokens[first + n].start))
    n++;
  for (; n > 0; n--)
    {
      FysLibraryEntry *entry = NULL;

      if (!try_words (self, first, n, &entry, error))
        return FALSE;
      if (entry == NULL)
        continue;
      /* Also what is not made a link of is not looked at word by word: "frossen skulder" is no shoulder. */
      *out_n = n;
      if (!g_hash_table_contains (self->seen, fys_library_entry_get_info (entry)->key) &&
          is_plain (text, tokens[first].start, tokens[first + n - 1].end))
        add_mention (self, block, first, n, entry);
      return TRUE;
    }
  return TRUE;
}

static gboolean
find_in_block (Finder          *self,
               const FysBlock  *blocks,
               guint            block,
               GError         **error)
{
  const FysText *text = &blocks[block].text;

  if (blocks[block].section != self->section)
    self->n_in_section = 0;
  self->section = blocks[block].section;
  tokenize (self, text);
  self->n_words += self->tokens->len;
  for (guint i = 0, n; i < self->tokens->len; i += n)
    {
      if (self->n_in_section >= FYS_TERMS_MAX_IN_SECTION || self->mentions->len >= FYS_TERMS_MAX)
        return TRUE;
      if (!find_at (self, text, block, i, &n, error))
        return FALSE;
    }
  return TRUE;
}

/* Running text only, and nothing that leads away where one is to seek help. */
static gboolean
is_looked_at (const FysBlock   *block,
              const FysSection *sections)
{
  if (block->kind != FYS_BLOCK_PARAGRAPH && block->kind != FYS_BLOCK_LIST_ITEM && block->kind != FYS_BLOCK_QUOTE)
    return FALSE;
  for (guint section = block->section; section != FYS_NONE; section = sections[section].parent)
    if ((sections[section].flags & FYS_SECTION_URGENT) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
find_all (Finder       *self,
          GCancellable *cancellable,
          GError      **error)
{
  guint             n_blocks;
  guint             n_sections;
  const FysBlock   *blocks = fys_article_get_blocks (self->article, &n_blocks);
  const FysSection *sections = fys_article_get_sections (self->article, &n_sections);

  for (guint i = 0; i < n_blocks && self->mentions->len < FYS_TERMS_MAX && self->n_words < MAX_WORDS; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (is_looked_at (&blocks[i], sections) && !find_in_block (self, blocks, i, error))
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
fys_library_terms_find (sqlite3      *db,
                        FysArticle   *article,
                        const char   *own_key,
                        GCancellable *cancellable,
                        GError      **error)
{
  g_autoptr (GPtrArray)    mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) fys_term_mention_free);
  g_autoptr (GHashTable)   seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable)   known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, clear_entry);
  g_autoptr (GArray)       tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  g_autoptr (FysStemmer)   stemmer = fys_stemmer_new ();
  g_autoptr (sqlite3_stmt) statement = fys_library_sqlite_prepare (db, FIND_SQL, error);
  Finder                   finder = { statement, stemmer, article, own_key, mentions, seen, known, NULL, tokens, FYS_NONE, 0, 0 };
  gboolean                 is_done;

  if (statement == NULL)
    return NULL;
  g_hash_table_add (seen, g_strdup (own_key));
  finder.chunk = g_string_chunk_new (4096);
  is_done = find_all (&finder, cancellable, error);
  g_string_chunk_free (finder.chunk);
  return is_done ? g_steal_pointer (&mentions) : NULL;
}

/** Question: of fys_library_terms_async(). */
typedef struct
{
  FysArticle *article;
  char       *own_key;
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  fys_article_unref (self->article);
  g_free (self->own_key);
  g_free (self);
}

static gpointer
run_terms (sqlite3      *db,
           gconstpointer input,
           GCancellable *cancellable,
           GError      **error)
{
  const Question *question = input;

  return fys_library_terms_find (db, question->article, question->own_key, cancellable, error);
}

void
fys_library_terms_async (FysLibrary         *self,
                         FysArticle         *article,
                         const char         *own_key,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  Question *question;

  g_return_if_fail (FYS_IS_LIBRARY (self));
  g_return_if_fail (article != NULL && own_key != NULL);

  question = g_new0 (Question, 1);
  question->article = fys_article_ref (article);
  question->own_key = g_strdup (own_key);
  fys_library_read_async (self, FYS_LIBRARY_READ_LISTS, run_terms, question, question_free, (GDestroyNotify) g_ptr_array_unref,
                          fys_library_terms_async, cancellable, callback, user_data);
}

GPtrArray *
fys_library_terms_finish (FysLibrary   *self,
                          GAsyncResult *result,
                          GError      **error)
{
  return fys_library_read_finish (self, result, fys_library_terms_async, error);
}
