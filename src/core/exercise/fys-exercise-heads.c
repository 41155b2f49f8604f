/* fys-exercise-heads.c - exercises that begin with a lead, a question or a title on a line of its own
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/exercise/fys-exercise-finder-private.h"

#include <string.h>

#include "core/exercise/fys-stems.h"

/* A longer question is a paragraph that happens to begin with one. */
#define MAX_QUESTION_BYTES 130

/* "En effektiv øvelse er lægstræk: stå …" is a sentence with a colon and no name. */
static gboolean
is_sentence (const char *text,
             gsize       length)
{
  static const char *const words[] = { " er ", " kan ", " du ", " is ", " hjælper" };
  char                     lower[FYS_LEAD_MAX_BYTES + 1];

  (void) fys_to_lower (text, text + length, lower, sizeof lower);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (lower, words[i]) != NULL)
      return TRUE;
  return g_str_has_prefix (lower, "for ");
}

/* The bytes of a strong span or of words before a colon at the start of a block; *out_body is where the rest begins. 0: none. */
static gsize
lead_length (const FysBlock *block,
             gsize          *out_body)
{
  const char *text = block->text.text;
  const char *colon = memchr (text, ':', MIN (block->text.length, FYS_LEAD_MAX_BYTES));
  gsize       length = 0;

  if (block->text.n_spans > 0 && block->text.spans[0].kind == FYS_SPAN_STRONG && block->text.spans[0].start == 0)
    length = block->text.spans[0].end;
  else if (colon != NULL && (colon[1] == ' ' || colon[1] == '\n'))
    length = colon - text;
  if (length == 0 || length > FYS_LEAD_MAX_BYTES || fys_exercise_count_words (text, length) > FYS_LEAD_MAX_WORDS ||
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
  gsize       limit = MIN (block->text.length, MAX_QUESTION_BYTES);
  const char *mark = block->kind == FYS_BLOCK_PARAGRAPH ? memchr (block->text.text, '?', limit) : NULL;
  gsize       length = mark != NULL ? mark + 1 - block->text.text : 0;

  if (length == 0 || (mark[1] != '\0' && mark[1] != ' ' && mark[1] != '\n'))
    return 0;
  return memchr (block->text.text, '.', length) == NULL ? length : 0;
}

/* The bytes of a line without a mark that stands above its text ("Glute bridge\nLig på …"): a short first line, after which a sentence
 * begins. 0: none. */
static gsize
title_line_length (const FysBlock *block)
{
  const char *text = block->text.text;
  gsize       length = block->first_line;
  const char *subtitle;

  if (block->kind != FYS_BLOCK_PARAGRAPH || length < 2 || length >= block->text.length || length > FYS_LEAD_MAX_BYTES ||
      (block->text.n_spans > 0 && block->text.spans[0].start == 0 && block->text.spans[0].kind == FYS_SPAN_IMAGE))
    return 0;
  if (!g_unichar_isupper (g_utf8_get_char (text + length)))
    return 0;
  length--; /* the break */
  subtitle = g_strstr_len (text, length, " – ");
  if (subtitle != NULL)
    length = subtitle - text;
  if (strchr (".:?!,;", text[length - 1]) != NULL || fys_exercise_count_words (text, length) > FYS_LEAD_MAX_WORDS)
    return 0;
  return length;
}

typedef enum
{
  HEAD_NONE,
  HEAD_LEAD,
  HEAD_QUESTION,
  HEAD_TITLE,    /* on a line of its own */
} HeadKind;

/* What a block begins with that may head an exercise; a lead only where leads are allowed. */
static HeadKind
get_head (const FysBlock *block,
          gboolean        allows_leads,
          gsize          *out_length,
          gsize          *out_body)
{
  if (!fys_exercise_is_prose (block) || block->kind == FYS_BLOCK_QUOTE)
    return HEAD_NONE;
  *out_length = question_length (block);
  if (*out_length > 0)
    {
      *out_body = *out_length + strspn (block->text.text + *out_length, " \n");
      return HEAD_QUESTION;
    }
  *out_length = allows_leads ? lead_length (block, out_body) : 0;
  if (*out_length > 0)
    return HEAD_LEAD;
  *out_length = title_line_length (block);
  *out_body = block->first_line;
  return *out_length > 0 ? HEAD_TITLE : HEAD_NONE;
}

/* Whether a list item that leads with a name is an exercise by itself, and not a part of the one above it ("**Ret ryg:** hold …"). */
static gboolean
is_own_item (FysExerciseFinder *finder,
             const FysBlock    *item,
             gsize              body)
{
  const FysContainer  *container = &finder->containers[item->container];
  guint                end = container->first_block + container->n_blocks;
  g_autofree char     *rest = fys_exercise_dup_prose (finder, container->first_block + 1, end, FYS_NONE);
  g_autofree char     *text = g_strconcat (item->text.text + body, "\n", rest, NULL);
  FysExerciseCandidate candidate = { .title = "", .text = text };

  fys_exercise_candidate_measure (&candidate);
  return candidate.how_to.n_acts >= 1 && fys_exercise_candidate_has_dose (&candidate);
}

/* A block of the same section that carries on what the head began: nested in the same item, or anything up to the next head. */
static guint
end_of_head (FysExerciseFinder *finder,
             guint              first,
             guint              limit)
{
  const FysBlock *head = &finder->blocks[first];
  guint           i = first + 1;
  gsize           length = 0;
  gsize           body = 0;

  if (head->kind == FYS_BLOCK_LIST_ITEM && head->container != FYS_NONE)
    return finder->containers[head->container].first_block + finder->containers[head->container].n_blocks;
  for (; i < limit; i++)
    {
      const FysBlock *block = &finder->blocks[i];
      HeadKind        kind = get_head (block, TRUE, &length, &body);

      if (block->kind == FYS_BLOCK_HEADING || block->kind == FYS_BLOCK_RULE || block->kind == FYS_BLOCK_TABLE)
        break;
      if (kind == HEAD_QUESTION || kind == HEAD_TITLE)
        break;
      if (kind == HEAD_LEAD)
        {
          g_autofree char *lead = g_strndup (block->text.text, length);

          if (!fys_title_is_label (lead) && (block->kind == FYS_BLOCK_PARAGRAPH || is_own_item (finder, block, body)))
            break;
        }
    }
  return i;
}

/* Whether the title leaves hope; asked before the text is read, because most paragraphs are of something else. A title that is none
 * of the question's kinds may still be a name ("Tåhævninger"). */
static gboolean
may_be_told_under (FysExerciseFinder *finder,
                   HeadKind           kind,
                   const char        *title,
                   guint              section)
{
  FysTitle read = fys_title_read (title);
  gboolean speaks = (section != FYS_NONE && finder->speaks[section]) || read.names_exercise || read.asks_how;

  return kind == HEAD_LEAD ? !fys_title_is_label (title) : (speaks || kind == HEAD_TITLE) && !read.is_something_else;
}

static gboolean
is_told_under (FysExerciseFinder          *finder,
               HeadKind                    kind,
               const FysExerciseCandidate *candidate)
{
  const FysHowTo *how_to = &candidate->how_to;
  gboolean        full = fys_how_to_is_full (how_to);
  gboolean        told = how_to->n_acts >= 1 && fys_exercise_candidate_has_dose (candidate);

  if (kind == HEAD_TITLE)
    return full && (told || may_be_told_under (finder, HEAD_QUESTION, candidate->title, candidate->section));
  return full || told || (kind == HEAD_LEAD && fys_how_to_is_brief (how_to) && how_to->n_commands >= 1);
}

/* Returns: the block after the exercise that @block heads, up to @limit; or 0 when it heads none */
static guint
try_head (FysExerciseFinder *finder,
          guint              block,
          HeadKind           kind,
          gsize              length,
          gsize              body,
          guint              limit)
{
  const FysBlock      *head = &finder->blocks[block];
  g_autofree char     *title = g_strndup (head->text.text, length);
  g_autofree char     *rest = NULL;
  g_autofree char     *text = NULL;
  FysExerciseCandidate candidate = { .title = title, .line = head->line, .first_block = block, .row = FYS_NONE,
                                     .section = head->section };
  guint                end;

  /* Before looking for its end, so that a section of nothing but labels is not read once for each. */
  if (!may_be_told_under (finder, kind, title, head->section))
    return 0;
  end = MIN (end_of_head (finder, block, limit), limit);
  candidate.n_blocks = end - block;
  rest = fys_exercise_dup_prose (finder, block + 1, end, head->section);
  text = *rest != '\0' ? g_strconcat (head->text.text + body, "\n", rest, NULL) : g_strdup (head->text.text + body);
  candidate.text = text;
  fys_exercise_candidate_measure (&candidate);
  if (!is_told_under (finder, kind, &candidate))
    return 0;
  fys_exercise_candidate_accept (finder, &candidate);
  return end;
}

gboolean
fys_exercise_try_heads (FysExerciseFinder *finder,
                        guint              section,
                        guint              first,
                        guint              end)
{
  gboolean allows_leads = section != FYS_NONE && finder->speaks[section] &&
                          !finder->titles[section].is_something_else;
  guint    n_before = finder->exercises->len;

  for (guint i = first; i < end;)
    {
      gsize    length = 0;
      gsize    body = 0;
      HeadKind kind = get_head (&finder->blocks[i], allows_leads, &length, &body);
      guint    next = i + 1;

      if (kind != HEAD_NONE)
        next = MAX (next, try_head (finder, i, kind, length, body, end));
      i = next;
    }
  return finder->exercises->len > n_before;
}
