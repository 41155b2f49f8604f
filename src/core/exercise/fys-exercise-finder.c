/* fys-exercise-finder.c - which parts of an article are exercises
 *
 * What may be one, from the surest:
 *   page      front matter names parts of the body and a heading says "Sådan gør du": the whole page is one exercise
 *   row       a table of exercises: each row that tells how or how much
 *   lead      a list item or paragraph that begins with a name ("Lægstræk: Stå …", "**Planken** …")
 *   question  a paragraph that begins with a question or a title on a line of its own, which stands for a heading
 *   section   a heading whose own text describes it
 * Where rows, leads or questions are found, or sub-sections, the section above them is none. A block has to tell what to do with the
 * body (fys-how-to), in a place that speaks of exercises; an exercise that is none is worse than one missed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/exercise/fys-exercise-finder.h"

#include <string.h>

#include "core/exercise/fys-how-to.h"

/* A longer lead or question is a sentence and not a name. */
#define MAX_LEAD_BYTES     70
#define MAX_LEAD_WORDS     8
#define MAX_QUESTION_BYTES 130
/* "En god øvelse er bækkenkip": a name, and no longer description. */
#define MAX_NAME_WORDS 3
/* A hold as short as this is a part of a repetition. */
#define SHORT_HOLD_S 5
/* With as many exercises told in full, a table of exercises sums them up. */
#define MIN_TOLD_BEFORE_SUMMARY 2

typedef struct
{
  FysArticle         *article;
  const FysBlock     *blocks;
  guint               n_blocks;
  const FysSection   *sections;
  guint               n_sections;
  const FysContainer *containers;
  GStringChunk       *strings;
  GArray             *exercises; /* Borrowed, of FysExercise */
  gboolean           *speaks;    /* by section: whether it or one above it speaks of exercises */
} Finder;

/** Candidate: @title: what it is called; @text: what it tells */
typedef struct
{
  const char *title;
  const char *text;
  guint       line;
  guint       first_block;
  guint       n_blocks;
  guint       row;
  guint       section;
  FysDosage   dosage;
  FysHowTo    how_to;
} Candidate;

/* --- text --- */

static void
append_line (GString    *text,
             const char *line)
{
  if (*line == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

static gboolean
is_prose (const FysBlock *block)
{
  return block->kind == FYS_BLOCK_PARAGRAPH || block->kind == FYS_BLOCK_LIST_ITEM || block->kind == FYS_BLOCK_QUOTE;
}

/* The prose of a range that belongs to @section itself. */
static char *
dup_prose (Finder *self,
           guint   first,
           guint   end,
           guint   section)
{
  GString *text = g_string_new (NULL);

  for (guint i = first; i < end; i++)
    if (is_prose (&self->blocks[i]) && self->blocks[i].section == section)
      append_line (text, self->blocks[i].text.text);
  return g_string_free (text, FALSE);
}

/* --- sentences --- */

static gboolean
is_sentence_end (const char *p)
{
  return *p == '\n' || ((*p == '.' || *p == '!' || *p == '?') && p[1] == ' ' && g_unichar_isupper (g_utf8_get_char (p + 2)));
}

static FysSlice
sentence_around (const char *text,
                 FysSlice    place)
{
  FysSlice sentence = place;

  while (sentence.start > 0 && !is_sentence_end (text + sentence.start - 1))
    sentence.start--;
  while (text[sentence.start] == ' ')
    sentence.start++;
  while (text[sentence.end] != '\0' && !is_sentence_end (text + sentence.end))
    sentence.end++;
  if (text[sentence.end] != '\0' && text[sentence.end] != '\n')
    sentence.end++;
  return sentence;
}

static int
compare_slices (gconstpointer a,
                gconstpointer b)
{
  const FysSlice *x = a;
  const FysSlice *y = b;

  return x->start < y->start ? -1 : x->start > y->start;
}

/* The sentences that the figures stand in, each once, in order. */
static char *
dup_dosage_text (const char      *text,
                 const FysDosage *dosage)
{
  const FysSlice places[] = { dosage->hold_place, dosage->reps_place, dosage->sets_place,
                              dosage->rest_place, dosage->side_place, dosage->frequency_place };
  FysSlice       sentences[G_N_ELEMENTS (places)];
  GString       *result = g_string_new (NULL);
  guint          n = 0;
  guint          done = 0;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (places[i].end > 0)
      sentences[n++] = sentence_around (text, places[i]);
  qsort (sentences, n, sizeof (FysSlice), compare_slices);
  for (guint i = 0; i < n; i++)
    {
      if (sentences[i].end <= done)
        continue;
      if (result->len > 0)
        g_string_append_c (result, ' ');
      g_string_append_len (result, text + MAX (sentences[i].start, done), sentences[i].end - MAX (sentences[i].start, done));
      done = sentences[i].end;
    }
  return g_string_free (result, FALSE);
}

/* --- candidates --- */

static gboolean
has_dose (const Candidate *candidate)
{
  return fys_range_is_stated (candidate->dosage.hold_s) || fys_range_is_stated (candidate->dosage.reps);
}

static void
measure (Candidate *candidate)
{
  (void) fys_dosage_parse (candidate->text, &candidate->dosage); /* whether anything is stated is read from the dosage */
  fys_how_to_measure (candidate->text, &candidate->how_to);
}

static FysExerciseKind
guess_kind (const Candidate *candidate)
{
  const FysDosage *dosage = &candidate->dosage;
  g_autofree char *title = NULL;

  if (fys_range_is_stated (dosage->hold_s))
    return fys_range_is_stated (dosage->reps) || dosage->hold_s.max <= SHORT_HOLD_S ? FYS_EXERCISE_BOTH : FYS_EXERCISE_HOLD;
  if (fys_range_is_stated (dosage->reps))
    return FYS_EXERCISE_REPS;
  title = g_utf8_strdown (candidate->title, -1);
  return strstr (title, "plank") != NULL || strstr (title, "stræk") != NULL || strstr (title, "hold") != NULL ? FYS_EXERCISE_HOLD
                                                                                                            : FYS_EXERCISE_REPS;
}

/* A topic is often cut out of the middle of a sentence ("Hvordan laver jeg nerveglidninger?"), and stands alone wherever it is shown. */
static char *
dup_name (const char *title)
{
  g_autofree char *topic = fys_title_dup_topic (title);
  g_autofree char *first = g_utf8_strup (topic, g_utf8_next_char (topic) - topic);

  return *topic == '\0' ? g_strdup ("") : g_strconcat (first, g_utf8_next_char (topic), NULL);
}

static void
accept (Finder          *self,
        const Candidate *candidate)
{
  g_autofree char *name = dup_name (candidate->title);
  g_autofree char *text = dup_dosage_text (candidate->text, &candidate->dosage);
  FysExercise      exercise = {
         .name = g_string_chunk_insert (self->strings, name),
         .text = g_string_chunk_insert (self->strings, text),
         .instruction = g_string_chunk_insert (self->strings, candidate->text),
         .line = candidate->line,
         .first_block = candidate->first_block,
         .n_blocks = candidate->n_blocks,
         .row = candidate->row,
         .section = candidate->section,
         .kind = guess_kind (candidate),
         .dosage = candidate->dosage,
  };

  g_array_append_val (self->exercises, exercise);
}

/* --- whole pages --- */

static guint
find_page_section (Finder *self)
{
  const FysMetadata *metadata = fys_article_get_metadata (self->article);

  if (metadata == NULL || metadata->body_parts == NULL)
    return FYS_NONE;
  for (guint i = 0; i < self->n_sections; i++)
    {
      g_autofree char *title = g_utf8_strdown (self->sections[i].title, -1);

      if (strstr (title, "sådan gør du") != NULL || strstr (title, "how to") != NULL)
        return i;
    }
  return FYS_NONE;
}

/* Whether a text may say how often; spares reading most of a page. */
static gboolean
may_say_how_often (const FysBlock *block)
{
  const char *text = block->text.text;

  return is_prose (block) && (strstr (text, "dag") != NULL || strstr (text, "uge") != NULL || strstr (text, "day") != NULL ||
                              strstr (text, "dai") != NULL || strstr (text, "week") != NULL || strstr (text, "aften") != NULL);
}

static void
accept_page (Finder *self,
             guint   index)
{
  const FysSection *section = &self->sections[index];
  g_autofree char  *text = dup_prose (self, section->first_block + 1, section->first_block + section->n_blocks, index);
  Candidate         candidate = { .title = fys_article_get_title (self->article), .text = text, .line = section->line,
                                  .first_block = section->first_block, .n_blocks = section->n_blocks, .row = FYS_NONE,
                                  .section = index };

  measure (&candidate);
  /* How often is mostly told among the tips and the questions. */
  for (guint i = 0; i < self->n_blocks && !fys_range_is_stated (candidate.dosage.frequency); i++)
    {
      FysDosage other;

      if (may_say_how_often (&self->blocks[i]) && fys_dosage_parse (self->blocks[i].text.text, &other) &&
          fys_range_is_stated (other.frequency))
        {
          candidate.dosage.frequency = other.frequency;
          candidate.dosage.per = other.per;
        }
    }
  accept (self, &candidate);
}

/* --- tables --- */

static const char *
cell_text (const FysTable *table,
           guint           row,
           guint           column)
{
  return table->cells[row * table->n_columns + column].text;
}

static gboolean
is_exercise_table (const FysTable *table)
{
  g_autofree char *first = g_utf8_strdown (cell_text (table, 0, 0), -1);

  return table->n_columns >= 2 && strstr (first, "type") == NULL && fys_title_names_exercise (first);
}

static gboolean
is_told_in_row (const Candidate *candidate)
{
  return has_dose (candidate) ||
         (candidate->how_to.n_commands >= 1 && candidate->how_to.n_movements >= 1 && candidate->how_to.n_specifics >= 1);
}

static gboolean
try_row (Finder *self,
         guint   block,
         guint   row)
{
  const FysTable     *table = self->blocks[block].table;
  g_autoptr (GString) text = g_string_new (NULL);
  Candidate           candidate = { .title = cell_text (table, row, 0), .line = table->row_lines[row], .first_block = block,
                                    .n_blocks = 1, .row = row, .section = self->blocks[block].section };

  for (guint column = 1; column < table->n_columns; column++)
    append_line (text, cell_text (table, row, column));
  candidate.text = text->str;
  if (*candidate.title == '\0')
    return FALSE;
  measure (&candidate);
  if (!is_told_in_row (&candidate))
    return FALSE;
  accept (self, &candidate);
  return TRUE;
}

static gboolean
try_table (Finder *self,
           guint   block)
{
  const FysTable *table = self->blocks[block].table;
  gboolean        found = FALSE;

  if (!is_exercise_table (table))
    return FALSE;
  for (guint row = 1; row < table->n_rows; row++)
    found |= try_row (self, block, row);
  return found;
}

/* --- leads and questions --- */

static guint
count_words (const char *text,
             gsize       length)
{
  guint n = 1;

  for (gsize i = 0; i < length; i++)
    n += text[i] == ' ';
  return n;
}

/* "En effektiv øvelse er lægstræk: stå …" is a sentence with a colon and no name. */
static gboolean
is_sentence (const char *text,
             gsize       length)
{
  g_autofree char *lead = g_strndup (text, length);
  g_autofree char *lower = g_utf8_strdown (lead, -1);

  return strstr (lower, " er ") != NULL || strstr (lower, " kan ") != NULL || strstr (lower, " du ") != NULL ||
         strstr (lower, " is ") != NULL || strstr (lower, " hjælper") != NULL || g_str_has_prefix (lower, "for ");
}

/* The bytes of a strong span or of words before a colon at the start of a block; *out_body is where the rest begins. 0: none. */
static gsize
lead_length (const FysBlock *block,
             gsize          *out_body)
{
  const char *text = block->text.text;
  const char *colon = strstr (text, ": ");
  gsize       length = 0;

  if (block->text.n_spans > 0 && block->text.spans[0].kind == FYS_SPAN_STRONG && block->text.spans[0].start == 0)
    length = block->text.spans[0].end;
  else if (colon != NULL)
    length = colon - text;
  if (length == 0 || length > MAX_LEAD_BYTES || count_words (text, length) > MAX_LEAD_WORDS ||
      memchr (text, '?', length) != NULL || is_sentence (text, length))
    return 0;
  *out_body = length + strspn (text + length, ":.– \n");
  while (length > 0 && strchr (":. ", text[length - 1]) != NULL)
    length--;
  return length;
}

/* The bytes of a question with which a paragraph begins, the mark counted; 0: none. */
static gsize
question_length (const FysBlock *block)
{
  const char *mark = block->kind == FYS_BLOCK_PARAGRAPH ? strchr (block->text.text, '?') : NULL;
  gsize       length = mark != NULL ? mark + 1 - block->text.text : 0;

  if (length == 0 || length > MAX_QUESTION_BYTES || (mark[1] != '\0' && mark[1] != ' ' && mark[1] != '\n'))
    return 0;
  return memchr (block->text.text, '.', length) == NULL ? length : 0;
}

/* The bytes of a line without a mark that stands above its text ("Glute bridge\nLig på …"). The break itself has become a space; a
 * capital letter in the middle of what would be a sentence shows it, because Danish has capitals only there. 0: none. */
static gsize
title_line_length (const FysBlock *block)
{
  const char *text = block->text.text;
  gsize       limit;

  if (block->kind != FYS_BLOCK_PARAGRAPH || block->end_line == block->line ||
      (block->text.n_spans > 0 && block->text.spans[0].start == 0 && block->text.spans[0].kind == FYS_SPAN_IMAGE))
    return 0;
  limit = strcspn (text, ".:?!,;");
  for (gsize i = 1; i < limit && i <= MAX_LEAD_BYTES; i++)
    if ((text[i] == ' ' || text[i] == '\n') && g_unichar_isupper (g_utf8_get_char (text + i + 1)))
      return count_words (text, i) <= MAX_LEAD_WORDS ? i : 0;
  return 0;
}

typedef enum
{
  HEAD_NONE,
  HEAD_LEAD,
  HEAD_QUESTION, /* or a title on a line of its own */
} HeadKind;

/* What a block begins with that may head an exercise. */
static HeadKind
get_head (const FysBlock *block,
          gsize          *out_length,
          gsize          *out_body)
{
  if (!is_prose (block) || block->kind == FYS_BLOCK_QUOTE)
    return HEAD_NONE;
  *out_length = question_length (block);
  if (*out_length > 0)
    {
      *out_body = *out_length + strspn (block->text.text + *out_length, " \n");
      return HEAD_QUESTION;
    }
  *out_length = lead_length (block, out_body);
  if (*out_length > 0)
    return HEAD_LEAD;
  *out_length = title_line_length (block);
  *out_body = *out_length + 1;
  return *out_length > 0 ? HEAD_QUESTION : HEAD_NONE;
}

/* A block of the same section that carries on what the head began: nested in the same item, or anything up to the next head. */
static guint
end_of_head (Finder *self,
             guint   first,
             guint   limit)
{
  const FysBlock *head = &self->blocks[first];
  guint           i = first + 1;
  gsize           length = 0;
  gsize           body = 0;

  if (head->kind == FYS_BLOCK_LIST_ITEM && head->container != FYS_NONE)
    return self->containers[head->container].first_block + self->containers[head->container].n_blocks;
  for (; i < limit; i++)
    {
      const FysBlock *block = &self->blocks[i];
      HeadKind        kind = get_head (block, &length, &body);

      if (block->kind == FYS_BLOCK_HEADING || block->kind == FYS_BLOCK_RULE || block->kind == FYS_BLOCK_TABLE)
        break;
      if (kind == HEAD_QUESTION)
        break;
      if (kind == HEAD_LEAD && block->kind == FYS_BLOCK_PARAGRAPH)
        {
          g_autofree char *lead = g_strndup (block->text.text, length);

          if (!fys_title_is_label (lead))
            break;
        }
    }
  return i;
}

static gboolean
is_told_under_lead (const Candidate *candidate)
{
  return fys_how_to_is_full (&candidate->how_to) || (fys_how_to_is_brief (&candidate->how_to) && has_dose (candidate)) ||
         (candidate->how_to.n_commands >= 1 && candidate->how_to.n_specifics >= 2);
}

/* Whether the title leaves hope; asked before the text is read, because most paragraphs are of something else. */
static gboolean
may_be_told_under_question (Finder     *self,
                            const char *title,
                            guint       section)
{
  gboolean speaks = (section != FYS_NONE && self->speaks[section]) || fys_title_names_exercise (title) || fys_title_asks_how (title);

  return speaks && !fys_title_is_something_else (title);
}

static gboolean
is_told_under_question (const Candidate *candidate)
{
  return fys_how_to_is_full (&candidate->how_to) || (fys_how_to_is_brief (&candidate->how_to) && has_dose (candidate));
}

/* Returns: the block after the exercise that @block heads, up to @limit; or 0 when it heads none */
static guint
try_head (Finder  *self,
          guint    block,
          HeadKind kind,
          gsize    length,
          gsize    body,
          guint    limit)
{
  const FysBlock  *head = &self->blocks[block];
  g_autofree char *title = g_strndup (head->text.text, length);
  g_autofree char *rest = NULL;
  g_autofree char *text = NULL;
  Candidate        candidate = { .title = title, .line = head->line, .first_block = block, .row = FYS_NONE,
                                 .section = head->section };
  guint            end;

  /* Before looking for its end, so that a section of nothing but labels is not read once for each. */
  if (kind == HEAD_LEAD ? fys_title_is_label (title) : !may_be_told_under_question (self, title, head->section))
    return 0;
  end = MIN (end_of_head (self, block, limit), limit);
  candidate.n_blocks = end - block;
  rest = dup_prose (self, block + 1, end, head->section);
  text = *rest != '\0' ? g_strconcat (head->text.text + body, "\n", rest, NULL) : g_strdup (head->text.text + body);
  candidate.text = text;
  measure (&candidate);
  if (kind == HEAD_LEAD ? !is_told_under_lead (&candidate) : !is_told_under_question (&candidate))
    return 0;
  accept (self, &candidate);
  return end;
}

/* --- sections --- */

static gboolean
is_barred (Finder *self,
           guint   index)
{
  for (guint i = index; i != FYS_NONE; i = self->sections[i].parent)
    if (self->sections[i].flags & (FYS_SECTION_URGENT | FYS_SECTION_FAQ))
      return TRUE;
  return FALSE;
}

static gboolean
try_tables (Finder *self,
            guint   first,
            guint   end)
{
  gboolean found = FALSE;

  for (guint i = first; i < end; i++)
    if (self->blocks[i].kind == FYS_BLOCK_TABLE)
      found |= try_table (self, i);
  return found;
}

/* Whether any of the leads and questions of a section is an exercise. */
static gboolean
try_heads (Finder *self,
           guint   index,
           guint   first,
           guint   end)
{
  gboolean allows_leads = index != FYS_NONE && self->speaks[index] && !fys_title_is_something_else (self->sections[index].title);
  guint    n_before = self->exercises->len;

  for (guint i = first; i < end;)
    {
      gsize    length = 0;
      gsize    body = 0;
      HeadKind kind = get_head (&self->blocks[i], &length, &body);
      guint    next = i + 1;

      if (kind == HEAD_QUESTION || (kind == HEAD_LEAD && allows_leads))
        next = MAX (next, try_head (self, i, kind, length, body, end));
      i = next;
    }
  return self->exercises->len > n_before;
}

/* "En god øvelse er bækkenkip, hvor du …". Returns: (nullable): where the exercise's name begins */
static const char *
find_named_exercise (const char *text)
{
  static const char *const words[] = { "øvelse er ", "øvelsen er ", "exercise is " };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *place = strstr (text, words[i]);

      if (place != NULL)
        return place + strlen (words[i]);
    }
  return NULL;
}

/* Under a general question ("Hvilke øvelser …") that names just one exercise, its name. Returns: (transfer full) (nullable) */
static char *
dup_only_name (const char *title,
               const char *text)
{
  g_autofree char *lower = g_utf8_strdown (title, -1);
  const char      *name = find_named_exercise (text);
  gsize            length = name != NULL ? strcspn (name, ":,.(\n") : 0;

  if (length == 0 || length > MAX_LEAD_BYTES || count_words (name, length) > MAX_NAME_WORDS || !g_str_has_prefix (lower, "hvilke"))
    return NULL;
  if (find_named_exercise (name) != NULL || strstr (name, "n anden ") != NULL || strstr (name, "Andre ") != NULL)
    return NULL;
  return g_strndup (name, length);
}

/* A heading of its own in a list of exercises: "3. Air squats" in an article on five exercises, a sub-heading of "Øvelser mod …". */
static gboolean
is_in_list (Finder *self,
            guint   index)
{
  const FysSection *section = &self->sections[index];

  return self->speaks[index] && !fys_title_names_exercise (section->title);
}

/* Whether the heading, or else a telling sentence, leaves hope; asked before the text is measured. */
static gboolean
may_be_told_in_section (Finder     *self,
                        guint       index,
                        const char *text)
{
  const char *title = self->sections[index].title;

  if (*text == '\0' || fys_title_is_something_else (title))
    return FALSE;
  return self->speaks[index] || fys_title_asks_how (title) || find_named_exercise (text) != NULL;
}

static gboolean
is_told_in_section (Finder          *self,
                    const Candidate *candidate)
{
  const FysSection *section = &self->sections[candidate->section];
  const FysDosage  *dosage = &candidate->dosage;
  gboolean          full = fys_how_to_is_full (&candidate->how_to);
  gboolean          brief = fys_how_to_is_brief (&candidate->how_to);

  if (fys_title_names_exercise (section->title) && fys_range_is_stated (dosage->sets) && fys_range_is_stated (dosage->reps))
    return TRUE;
  if (is_in_list (self, candidate->section) && has_dose (candidate))
    return TRUE;
  if (self->speaks[candidate->section])
    return full || (brief && has_dose (candidate));
  /* A way to lift a box is told in the same words; an exercise is called one, or repeated. */
  if (fys_title_asks_how (section->title))
    return (full && candidate->how_to.n_exercise_words > 0) || (brief && has_dose (candidate));
  return full && find_named_exercise (candidate->text) != NULL;
}

static gboolean
try_section (Finder *self,
             guint   index,
             guint   own_end)
{
  const FysSection *section = &self->sections[index];
  g_autofree char  *text = dup_prose (self, section->first_block + 1, own_end, index);
  g_autofree char  *name = NULL;
  Candidate         candidate = { .title = section->title, .text = text, .line = section->line, .first_block = section->first_block,
                                  .n_blocks = own_end - section->first_block, .row = FYS_NONE, .section = index };

  if (!may_be_told_in_section (self, index, text))
    return FALSE;
  measure (&candidate);
  if (!is_told_in_section (self, &candidate))
    return FALSE;
  name = dup_only_name (section->title, text);
  if (name != NULL)
    candidate.title = name;
  accept (self, &candidate);
  return TRUE;
}

/* A heading that asks how one exercise is done goes before a table below it, which then sums up; a general one goes after. */
static gboolean
find_in_section (Finder  *self,
                 guint    index,
                 guint    own_end,
                 gboolean has_sub_exercise)
{
  guint    first = self->sections[index].first_block + 1;
  gboolean is_one = fys_title_asks_how (self->sections[index].title);

  if (try_heads (self, index, first, own_end))
    return TRUE;
  if (is_one && !has_sub_exercise && try_section (self, index, own_end))
    return TRUE;
  if (try_tables (self, first, own_end))
    return TRUE;
  return !is_one && !has_sub_exercise && try_section (self, index, own_end);
}

static int
compare_exercises (gconstpointer a,
                   gconstpointer b)
{
  const FysExercise *x = a;
  const FysExercise *y = b;

  if (x->first_block != y->first_block)
    return x->first_block < y->first_block ? -1 : 1;
  return x->line < y->line ? -1 : x->line > y->line;
}

static void
mark_speaking (Finder *self)
{
  gboolean is_about_exercises = fys_title_names_exercise (fys_article_get_title (self->article));

  for (guint i = 0; i < self->n_sections; i++)
    {
      guint    parent = self->sections[i].parent;
      gboolean is_numbered = g_ascii_isdigit (self->sections[i].title[0]);

      self->speaks[i] = fys_title_names_exercise (self->sections[i].title) || (is_about_exercises && is_numbered) ||
                        (parent != FYS_NONE && self->sections[parent].level > 1 && self->speaks[parent]);
    }
}

static void
find_in_sections (Finder *self)
{
  g_autofree gboolean *has_exercise = g_new0 (gboolean, self->n_sections + 1);

  if (self->n_sections == 0 || self->sections[0].first_block > 0)
    {
      guint end = self->n_sections > 0 ? self->sections[0].first_block : self->n_blocks;

      (void) try_heads (self, FYS_NONE, 0, end);
      (void) try_tables (self, 0, end);
    }
  /* Backwards, so that what lies inside a section is known before it. */
  for (guint i = self->n_sections; i-- > 0;)
    {
      const FysSection *section = &self->sections[i];
      guint             own_end = i + 1 < section->end ? self->sections[i + 1].first_block : section->first_block + section->n_blocks;

      if (is_barred (self, i))
        continue;
      has_exercise[i] |= find_in_section (self, i, own_end, has_exercise[i]);
      if (has_exercise[i] && section->parent != FYS_NONE)
        has_exercise[section->parent] = TRUE;
    }
}

/* A table that sums up exercises told elsewhere, and a name that comes again, are left out. */
static void
drop_repeated (GArray *exercises)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint                  n_told = 0;
  guint                  n_kept = 0;

  for (guint i = 0; i < exercises->len; i++)
    n_told += g_array_index (exercises, FysExercise, i).row == FYS_NONE;
  for (guint i = 0; i < exercises->len; i++)
    {
      FysExercise exercise = g_array_index (exercises, FysExercise, i);

      if (exercise.row != FYS_NONE && n_told >= MIN_TOLD_BEFORE_SUMMARY)
        continue;
      if (g_hash_table_add (names, g_utf8_strdown (exercise.name, -1)))
        g_array_index (exercises, FysExercise, n_kept++) = exercise;
    }
  g_array_set_size (exercises, n_kept);
}

void
fys_exercise_finder_run (FysArticle   *article,
                         GStringChunk *strings,
                         GArray       *exercises)
{
  Finder               self = { .article = article, .strings = strings, .exercises = exercises };
  g_autofree gboolean *speaks = NULL;
  guint                page;
  guint                n_containers;

  self.blocks = fys_article_get_blocks (article, &self.n_blocks);
  self.sections = fys_article_get_sections (article, &self.n_sections);
  self.containers = fys_article_get_containers (article, &n_containers);
  speaks = self.speaks = g_new0 (gboolean, self.n_sections + 1);
  page = find_page_section (&self);
  if (page != FYS_NONE)
    {
      accept_page (&self, page);
      return;
    }
  mark_speaking (&self);
  find_in_sections (&self);
  g_array_sort (exercises, compare_exercises);
  drop_repeated (exercises);
}
