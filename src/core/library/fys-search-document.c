/* fys-search-document.c - an article as the search sees it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-search-document.h"

#include <string.h>

#include "core/article/fys-words.h"
#include "core/library/fys-danish.h"

#define LAYOUT_MAGIC 0x46595331u /* "FYS1" */

/* The other names of an article stand at its beginning: that many blocks are looked through, and a name is no longer than this. */
#define MAX_ALIAS_BLOCKS 6
#define MAX_ALIAS_BYTES  60

/* Where a block, or a row of a table, lies in the body. @row: FYS_NONE for a block */
typedef struct
{
  guint block;
  guint row;
  guint start;
  guint end;
  guint first_word;
  guint end_word;
} FysTextPlace;

typedef struct
{
  guint32 magic;
  guint32 n_words;
  guint32 n_parts;
  guint32 n_string_bytes;
} LayoutHeader;

/* What comes before another name. */
static const char *const alias_leads[] = {
  "også kendt som", "også kaldet", "også kaldt", "kaldes også", "også kaldes", "også omtalt som", "i daglig tale kaldet", "på latin", "also known as", "also called",
};

/* Front matter that holds words to find the article by. */
static const char *const alias_keys[] = { "keywords", "tags", "aliases", "alias", "synonyms", "synonymer" };

static const char *const symptom_words[] = {
  "symptom*", "tegn", "kendetegn", "føles", "mærkes", "mærker", "opleves", "opdager", "genkender", "kender", "signs", NULL,
};

static const FysSection *
get_sections (FysArticle *article)
{
  guint n_sections;

  return fys_article_get_sections (article, &n_sections);
}

static guint
count_words (const char *text,
             gsize       length)
{
  FysWord word = { 0 };
  guint   n = 0;

  while (fys_word_next (text, length, &word))
    n++;
  return n;
}

static guint
add_string (FysSearchDocument *self,
            const char        *text)
{
  guint at = (guint) self->strings->len;

  g_string_append_len (self->strings, text, (gssize) strlen (text) + 1);
  return at;
}

static void
add_line (FysSearchDocument *self,
          FysSearchColumn    column,
          const char        *text)
{
  GString *to = self->columns[column];

  if (text == NULL || *text == '\0')
    return;
  if (to->len > 0)
    g_string_append_c (to, '\n');
  g_string_append (to, text);
}

/* "Iskias – Hvad er iskias?" → "Iskias" */
static char *
dup_before_dash (const char *title)
{
  static const char *const dashes[] = { " – ", " — ", " - ", " | " };
  const char *end = title + strlen (title);

  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    {
      const char *dash = strstr (title, dashes[i]);

      if (dash != NULL && dash > title && dash < end)
        end = dash;
    }
  return g_strndup (title, (gsize) (end - title));
}

static void
add_titles (FysSearchDocument *self,
            FysArticle        *article)
{
  const FysMetadata *metadata = fys_article_get_metadata (article);
  const char        *shown = fys_article_get_title (article);
  g_autofree char   *title = metadata->title != NULL && *metadata->title != '\0' ? g_strdup (shown) : dup_before_dash (shown);

  add_line (self, FYS_COLUMN_TITLE, title);
  (void) add_string (self, title);
  add_line (self, FYS_COLUMN_ALIAS, metadata->h1);
  if (metadata->meta_title != NULL)
    {
      g_autofree char *name = dup_before_dash (metadata->meta_title);

      add_line (self, FYS_COLUMN_ALIAS, name);
    }
  add_line (self, FYS_COLUMN_HEADINGS, metadata->description);
}

static void
add_node (FysSearchDocument *self,
          const FysNode     *node)
{
  if (node->kind == FYS_NODE_TEXT)
    add_line (self, FYS_COLUMN_ALIAS, node->text);
  for (guint i = 0; node->kind == FYS_NODE_LIST && i < node->children->len; i++)
    {
      const FysNode *item = g_ptr_array_index (node->children, i);

      if (item->kind == FYS_NODE_TEXT)
        add_line (self, FYS_COLUMN_ALIAS, item->text);
    }
}

static void
add_keywords (FysSearchDocument *self,
              FysArticle        *article)
{
  for (guint i = 0; i < G_N_ELEMENTS (alias_keys); i++)
    {
      const FysNode *node = fys_metadata_get_node (fys_article_get_metadata (article), alias_keys[i]);

      if (node != NULL)
        add_node (self, node);
    }
}

/* Takes over what a sentence says after "også kendt som". */
static void
add_alias_from (FysSearchDocument *self,
                const char        *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (alias_leads); i++)
    {
      const char      *name = strstr (text, alias_leads[i]);
      gsize            length;
      g_autofree char *alias = NULL;

      if (name == NULL)
        continue;
      name += strlen (alias_leads[i]);
      length = strcspn (name, ".,;:()!?\n");
      if (length > MAX_ALIAS_BYTES)
        continue;
      alias = g_strndup (name, length);
      add_line (self, FYS_COLUMN_ALIAS, alias);
    }
}

static void
add_aliases (FysSearchDocument *self,
             FysArticle        *article)
{
  guint           n_blocks;
  const FysBlock *blocks = fys_article_get_blocks (article, &n_blocks);

  for (guint i = 0; i < MIN (n_blocks, MAX_ALIAS_BLOCKS); i++)
    if (blocks[i].kind == FYS_BLOCK_PARAGRAPH)
      add_alias_from (self, blocks[i].text.text);
}

/* Appends a line to the body. */
static FysTextPlace
add_text (FysSearchDocument *self,
          const char        *mark,
          const char        *text,
          gsize              length)
{
  GString     *body = self->columns[FYS_COLUMN_BODY];
  FysTextPlace place = { FYS_NONE, FYS_NONE, (guint) body->len, 0, self->n_words, 0 };
  gsize        start = body->len;

  g_string_append (body, mark);
  g_string_append_len (body, text, (gssize) length);
  for (gsize i = start; i < body->len; i++)
    if (body->str[i] == '\n')
      body->str[i] = ' '; /* a block is a line */
  self->n_words += count_words (body->str + start, body->len - start);
  place.end = (guint) body->len;
  place.end_word = self->n_words;
  g_string_append_c (body, '\n');
  return place;
}

static void
add_row (FysSearchDocument *self,
         const FysTable    *table,
         guint              row,
         guint              block,
         GArray            *places)
{
  g_autoptr (GString) text = g_string_new (NULL);
  FysTextPlace place;

  for (guint i = 0; i < table->n_columns; i++)
    {
      const FysText *cell = &table->cells[row * table->n_columns + i];

      if (cell->length == 0)
        continue;
      if (text->len > 0)
        g_string_append (text, " · ");
      g_string_append_len (text, cell->text, cell->length);
    }
  place = add_text (self, "", text->str, text->len);
  place.block = block;
  place.row = row;
  g_array_append_val (places, place);
}

/* Appends the text of a block, and its place, to which a table adds one for each row. */
static void
add_block (FysSearchDocument *self,
           const FysBlock    *block,
           guint              index,
           GArray            *places)
{
  FysTextPlace place = { index, FYS_NONE, (guint) self->columns[FYS_COLUMN_BODY]->len, 0, self->n_words, 0 };

  if (block->kind == FYS_BLOCK_TABLE)
    {
      for (guint row = 0; row < block->table->n_rows; row++)
        add_row (self, block->table, row, index, places);
    }
  else if (block->text.length > 0 && block->kind != FYS_BLOCK_IMAGE && !block->is_html)
    (void) add_text (self, block->kind == FYS_BLOCK_LIST_ITEM ? "• " : "", block->text.text, block->text.length);
  place.end = (guint) self->columns[FYS_COLUMN_BODY]->len;
  place.end_word = self->n_words;
  g_array_append_val (places, place);
}

static gboolean
is_symptom_title (const char *title)
{
  FysWords words;
  gboolean is_found;

  fys_words_init (&words, title, strlen (title));
  is_found = fys_words_contain_any (&words, symptom_words);
  fys_words_clear (&words);
  return is_found;
}

static FysPart *
get_last_part (FysSearchDocument *self)
{
  return &g_array_index (self->parts, FysPart, self->parts->len - 1);
}

static void
end_part (FysSearchDocument *self)
{
  FysPart *part;

  if (self->parts->len == 0)
    return;
  part = get_last_part (self);
  part->end = (guint32) self->columns[FYS_COLUMN_BODY]->len;
  part->end_word = self->n_words;
}

static void
begin_part (FysSearchDocument *self,
            const FysSection  *section)
{
  FysPart part = { 0 };

  end_part (self);
  part.kind = section != NULL && (section->flags & FYS_SECTION_QUESTION) != 0 ? FYS_PART_QUESTION : FYS_PART_SECTION;
  if (section == NULL)
    part.flags = FYS_PART_LEAD;
  else if (is_symptom_title (section->title))
    part.flags = FYS_PART_SYMPTOMS;
  part.start = (guint32) self->columns[FYS_COLUMN_BODY]->len;
  part.first_word = self->n_words;
  part.title = add_string (self, section != NULL ? section->title : "");
  part.slug = add_string (self, section != NULL ? section->slug : "");
  self->n_questions += part.kind == FYS_PART_QUESTION;
  g_array_append_val (self->parts, part);
}

/* What is written under the headings of an answer belongs to the answer. */
static gboolean
is_in_question (FysArticle *article,
                guint       section)
{
  const FysSection *sections = get_sections (article);

  for (guint parent = sections[section].parent; parent != FYS_NONE; parent = sections[parent].parent)
    if ((sections[parent].flags & FYS_SECTION_QUESTION) != 0)
      return TRUE;
  return FALSE;
}

static void
add_heading (FysSearchDocument *self,
             FysArticle        *article,
             const FysBlock    *block)
{
  const FysSection *section = &get_sections (article)[block->section];
  gboolean          is_question = (section->flags & FYS_SECTION_QUESTION) != 0;

  add_line (self, is_question ? FYS_COLUMN_QUESTIONS : FYS_COLUMN_HEADINGS, section->title);
  if (!is_in_question (article, block->section))
    begin_part (self, section);
}

static void
add_body (FysSearchDocument *self,
          FysArticle        *article,
          GArray            *places)
{
  guint           n_blocks;
  const FysBlock *blocks = fys_article_get_blocks (article, &n_blocks);

  begin_part (self, NULL);
  for (guint i = 0; i < n_blocks; i++)
    {
      guint n_parts = self->parts->len;

      if (blocks[i].kind == FYS_BLOCK_HEADING)
        add_heading (self, article, &blocks[i]);
      add_block (self, &blocks[i], i, places);
      if (self->parts->len > n_parts)
        {
          get_last_part (self)->start = (guint32) self->columns[FYS_COLUMN_BODY]->len;
          get_last_part (self)->n_title_words = self->n_words - get_last_part (self)->first_word;
        }
    }
  end_part (self);
}

/* Places are in the order of blocks, and of a table's rows. Returns: the first that is not before @row of @block */
static guint
find_first_place (GArray *places,
                  guint   block,
                  guint   row)
{
  guint first = 0;
  guint end = places->len;

  while (first < end)
    {
      guint               middle = first + (end - first) / 2;
      const FysTextPlace *place = &g_array_index (places, FysTextPlace, middle);

      if (place->block < block || (place->block == block && row != FYS_NONE && place->row < row))
        first = middle + 1;
      else
        end = middle;
    }
  return first;
}

/* Finds where the blocks of an exercise, or its row, lie. A list of all exercises there are is not gone through for each of them. */
static gboolean
find_place (const FysExercise *exercise,
            GArray            *places,
            FysTextPlace      *out_place)
{
  gboolean is_found = FALSE;

  if (exercise->first_block == FYS_NONE)
    return FALSE;
  for (guint i = find_first_place (places, exercise->first_block, exercise->row); i < places->len; i++)
    {
      const FysTextPlace *place = &g_array_index (places, FysTextPlace, i);

      if (place->block >= exercise->first_block + exercise->n_blocks || (exercise->row != FYS_NONE && place->row > exercise->row))
        break;
      if (place->row != exercise->row)
        continue;
      if (!is_found)
        *out_place = *place;
      out_place->end = place->end;
      out_place->end_word = place->end_word;
      is_found = TRUE;
    }
  return is_found;
}

static void
add_exercise (FysSearchDocument *self,
              FysArticle        *article,
              const FysExercise *exercise,
              GArray            *places)
{
  FysPart      part = { .kind = FYS_PART_EXERCISE };
  FysTextPlace place;
  gboolean     is_placed = find_place (exercise, places, &place);

  if (!is_placed)
    {
      g_autofree char *text = g_strconcat (exercise->name, ". ", exercise->instruction, NULL);

      place = add_text (self, "", text, strlen (text));
    }
  part.start = place.start;
  part.end = place.end;
  part.first_word = place.first_word;
  part.end_word = place.end_word;
  part.n_title_words = MIN (count_words (exercise->name, strlen (exercise->name)), part.end_word - part.first_word);
  part.title = add_string (self, exercise->name);
  part.slug = add_string (self, exercise->section != FYS_NONE ? get_sections (article)[exercise->section].slug : "");
  g_array_append_val (self->parts, part);
  self->n_exercises++;
}

FysSearchDocument *
fys_search_document_new (FysArticle      *article,
                         FysExerciseList *exercises)
{
  FysSearchDocument *self = g_new0 (FysSearchDocument, 1);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (FysTextPlace));

  for (guint i = 0; i < FYS_N_COLUMNS; i++)
    self->columns[i] = g_string_new (NULL);
  self->parts = g_array_new (FALSE, FALSE, sizeof (FysPart));
  self->strings = g_string_new (NULL);
  add_titles (self, article);
  add_keywords (self, article);
  add_aliases (self, article);
  add_body (self, article, places);
  for (guint i = 0; i < fys_exercise_list_get_n (exercises); i++)
    add_exercise (self, article, fys_exercise_list_get (exercises, i), places);
  return self;
}

void
fys_search_document_free (FysSearchDocument *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < FYS_N_COLUMNS; i++)
    g_string_free (self->columns[i], TRUE);
  g_array_unref (self->parts);
  g_string_free (self->strings, TRUE);
  g_free (self);
}

GBytes *
fys_search_document_dup_layout (const FysSearchDocument *self)
{
  GByteArray  *bytes = g_byte_array_new ();
  LayoutHeader header = { LAYOUT_MAGIC, self->n_words, self->parts->len, (guint32) self->strings->len };

  g_byte_array_append (bytes, (const guint8 *) &header, sizeof header);
  g_byte_array_append (bytes, (const guint8 *) self->parts->data, self->parts->len * (guint) sizeof (FysPart));
  g_byte_array_append (bytes, (const guint8 *) self->strings->str, (guint) self->strings->len);
  return g_byte_array_free_to_bytes (bytes);
}

static gboolean
is_sound_part (const FysPart *part,
               guint          n_words,
               guint          n_string_bytes)
{
  return part->kind <= FYS_PART_EXERCISE && part->start <= part->end && part->first_word <= part->end_word && part->end_word <= n_words
         && part->n_title_words <= part->end_word - part->first_word && part->title < n_string_bytes && part->slug < n_string_bytes;
}

gboolean
fys_layout_read (FysLayout    *self,
                 gconstpointer data,
                 gsize         size_bytes)
{
  const LayoutHeader *header = data;

  if (size_bytes < sizeof *header || header->magic != LAYOUT_MAGIC || header->n_string_bytes == 0
      || header->n_parts > size_bytes / sizeof (FysPart)
      || size_bytes != sizeof *header + header->n_parts * sizeof (FysPart) + header->n_string_bytes)
    return FALSE;
  self->n_words = header->n_words;
  self->n_parts = header->n_parts;
  self->parts = (const FysPart *) (const void *) (header + 1);
  self->strings = (const char *) (self->parts + self->n_parts);
  if (self->strings[header->n_string_bytes - 1] != '\0')
    return FALSE;
  for (guint i = 0; i < self->n_parts; i++)
    if (!is_sound_part (&self->parts[i], self->n_words, header->n_string_bytes))
      return FALSE;
  return TRUE;
}
