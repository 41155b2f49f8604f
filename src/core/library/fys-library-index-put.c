/* fys-library-index-put.c - an article into the index, and out of it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-library-index-private.h"

#include "core/article/fys-slug.h"
#include "core/library/fys-body-parts.h"
#include "core/library/fys-library-alphabet.h"
#include "core/library/fys-library-folder.h"

/* What a list shows of an article; an author can write more than anyone reads. */
#define MAX_TITLE_CHARS       500
#define MAX_DESCRIPTION_CHARS 2000
#define MAX_BODY_PARTS        32

/* Of an article without a description, so many characters of its introduction: more than a line in the widest list. */
#define MAX_INTRODUCTION_CHARS 200

static int
pack_date (const FysDate *date)
{
  return date->year * 10000 + date->month * 100 + date->day;
}

/* Returns: (transfer full): @text, cut to @max_chars */
static char *
dup_bounded (const char *text,
             glong       max_chars)
{
  if (text == NULL)
    return g_strdup ("");
  return g_utf8_strlen (text, -1) <= max_chars ? g_strdup (text) : g_utf8_substring (text, 0, max_chars);
}

/* Returns: (transfer full): the beginning of the text before the first section, on one line; the first heading may be the title */
static char *
dup_introduction (FysArticle *article)
{
  guint            n_blocks;
  const FysBlock  *blocks = fys_article_get_blocks (article, &n_blocks);
  g_autofree char *text = NULL;

  for (guint i = 0; i < n_blocks && (i == 0 || blocks[i].kind != FYS_BLOCK_HEADING); i++)
    if (blocks[i].kind == FYS_BLOCK_PARAGRAPH)
      {
        text = dup_bounded (blocks[i].text.text, MAX_INTRODUCTION_CHARS);
        return g_strdup (g_strdelimit (text, "\n\t", ' '));
      }
  return g_strdup ("");
}

/* Returns: (transfer full): what the author says of the article, or how it begins */
static char *
dup_description (FysArticle *article)
{
  const FysMetadata *metadata = fys_article_get_metadata (article);

  if (metadata->description != NULL && *metadata->description != '\0')
    return dup_bounded (metadata->description, MAX_DESCRIPTION_CHARS);
  return dup_introduction (article);
}

/* Returns: (transfer full): the parts of the body with a blank before and after each, "" without any */
static char *
dup_body_parts (const FysMetadata *metadata,
                const char        *title,
                const char        *key)
{
  g_auto (GStrv)     guessed = NULL;
  const char *const *stated = (const char *const *) metadata->body_parts;
  GString           *parts = g_string_new (NULL);

  if (stated == NULL || *stated == NULL)
    {
      guessed = fys_body_parts_guess (title, key);
      stated = (const char *const *) guessed;
    }
  for (guint i = 0; stated[i] != NULL && i < MAX_BODY_PARTS; i++)
    {
      g_autofree char *part = fys_slug_from_text (stated[i]);

      if (*part != '\0')
        g_string_append_printf (parts, "%s%s ", parts->len == 0 ? " " : "", part);
    }
  return g_string_free (parts, FALSE);
}

static guint
count_questions (FysArticle *article)
{
  guint             n_sections;
  guint             n_questions = 0;
  const FysSection *sections = fys_article_get_sections (article, &n_sections);

  for (guint i = 0; i < n_sections; i++)
    if ((sections[i].flags & FYS_SECTION_QUESTION) != 0)
      n_questions++;
  return n_questions;
}

static FysCollection
get_collection (const char *key)
{
  if (g_str_has_prefix (key, "blog/"))
    return FYS_COLLECTION_GUIDES;
  return g_str_has_prefix (key, "styrkeoevelser/") ? FYS_COLLECTION_STRENGTH : FYS_COLLECTION_DICTIONARY;
}

static gboolean
write_row (FysLibraryIndex         *self,
           FysLibraryIndexStatement statement_id,
           const FysLibraryFile    *file,
           const char              *key,
           GError                 **error)
{
  sqlite3_stmt      *statement = fys_library_index_take_statement (self, statement_id);
  const FysMetadata *metadata = fys_article_get_metadata (file->article);
  g_autofree char   *title = dup_bounded (fys_article_get_title (file->article), MAX_TITLE_CHARS);
  g_autofree char   *sort_key = fys_library_dup_sort_key (title);
  g_autofree char   *description = dup_description (file->article);
  g_autofree char   *body_parts = dup_body_parts (metadata, title, key);

  fys_library_index_bind_path (statement, 1, file->path);
  (void) sqlite3_bind_int64 (statement, 2, file->source_id);
  (void) sqlite3_bind_int64 (statement, 3, file->stamp.size);
  (void) sqlite3_bind_int64 (statement, 4, file->stamp.mtime_ns);
  (void) sqlite3_bind_blob (statement, 5, file->hash, FYS_LIBRARY_HASH_BYTES, SQLITE_STATIC);
  (void) sqlite3_bind_int (statement, 6, FYS_ARTICLE_STATE_COVERED); /* until its key is settled */
  (void) sqlite3_bind_int (statement, 7, metadata->is_unlisted);
  (void) sqlite3_bind_text (statement, 8, key, -1, SQLITE_STATIC);
  (void) sqlite3_bind_text (statement, 9, title, -1, SQLITE_STATIC);
  (void) sqlite3_bind_text (statement, 10, sort_key, -1, SQLITE_STATIC);
  (void) sqlite3_bind_text (statement, 11, description, -1, SQLITE_STATIC);
  (void) sqlite3_bind_text (statement, 12, body_parts, -1, SQLITE_STATIC);
  (void) sqlite3_bind_int (statement, 13, (int) get_collection (key));
  (void) sqlite3_bind_int (statement, 14, pack_date (&metadata->published));
  (void) sqlite3_bind_int (statement, 15, pack_date (&metadata->updated));
  (void) sqlite3_bind_int64 (statement, 16, fys_article_get_reading_min (file->article));
  (void) sqlite3_bind_int64 (statement, 17, count_questions (file->article));
  (void) sqlite3_bind_int64 (statement, 18, fys_exercise_list_get_n (file->exercises));
  (void) sqlite3_bind_int64 (statement, 19, file->met_s);
  return fys_library_sqlite_finish (statement, error);
}

gboolean
fys_library_index_put (FysLibraryIndex      *self,
                       const FysLibraryFile *file,
                       GError              **error)
{
  g_autoptr (GFile) where = g_file_new_for_path (file->path);
  g_autofree char *key = fys_library_dup_article_key (where);
  FysLibraryRow    row;

  if (!fys_library_index_look_up (self, file->path, &row, error))
    return FALSE;
  if (row.id != 0 && row.state == FYS_ARTICLE_STATE_LISTED && !fys_library_index_take_texts (self, row.id, error))
    return FALSE;
  return write_row (self, row.id != 0 ? FYS_INDEX_UPDATE : FYS_INDEX_INSERT, file, key, error) && fys_library_index_settle_key (self, key, file, error);
}

gboolean
fys_library_index_remove (FysLibraryIndex *self,
                          gint64           id,
                          GError         **error)
{
  sqlite3_stmt      *statement = fys_library_index_take_statement (self, FYS_INDEX_LOOK_UP_ID);
  g_autoptr (GError) problem = NULL;
  g_autofree char   *key = NULL;
  FysArticleState    state = FYS_ARTICLE_STATE_COVERED;

  (void) sqlite3_bind_int64 (statement, 1, id);
  if (fys_library_index_step_to_row (statement, &problem))
    {
      key = g_strdup ((const char *) sqlite3_column_text (statement, 0));
      state = (FysArticleState) sqlite3_column_int (statement, 1);
    }
  (void) sqlite3_reset (statement);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (state == FYS_ARTICLE_STATE_LISTED && !fys_library_index_take_texts (self, id, error))
    return FALSE;

  statement = fys_library_index_take_statement (self, FYS_INDEX_DELETE);
  (void) sqlite3_bind_int64 (statement, 1, id);
  return fys_library_sqlite_finish (statement, error) && (key == NULL || fys_library_index_settle_key (self, key, NULL, error));
}
