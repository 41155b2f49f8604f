/* fys-search-snippet.c - the part of a text that answers a query, and the words in it that do
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-search-snippet.h"

#include <string.h>

/* Two or three lines in a list of results. */
#define MAX_BYTES 220
/* A sentence shorter than this takes the next one along. */
#define MIN_BYTES 110
#define ELLIPSIS  "…"

typedef struct
{
  char  *text;
  guint  group;
  double value;
} Needle;

struct _FysMarker
{
  FysStemmer *stemmer;
  GHashTable *stems; /* char * → Needle * */
  guint       n_groups;
};

typedef struct
{
  gsize start;
  gsize end;
} Span;

static void
free_needle (gpointer data)
{
  Needle *needle = data;

  g_free (needle->text);
  g_free (needle);
}

static void
add_needle (FysMarker            *self,
            const FysAlternative *alternative,
            const char           *stem)
{
  Needle *needle = g_hash_table_lookup (self->stems, stem);

  if (needle != NULL)
    {
      needle->value = MAX (needle->value, alternative->weight * alternative->idf);
      return;
    }
  needle = g_new (Needle, 1);
  needle->text = g_strdup (stem);
  needle->group = alternative->group;
  needle->value = alternative->weight * alternative->idf;
  g_hash_table_insert (self->stems, needle->text, needle);
}

FysMarker *
fys_marker_new (FysStemmer    *stemmer,
                const FysPlan *plan)
{
  FysMarker *self = g_new0 (FysMarker, 1);

  self->stemmer = stemmer;
  self->stems = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_needle);
  self->n_groups = plan->groups->len;
  for (guint i = 0; i < plan->alternatives->len; i++)
    {
      const FysAlternative *alternative = &g_array_index (plan->alternatives, FysAlternative, i);
      g_auto (GStrv)        stems = g_strsplit (alternative->phrase, " ", -1);

      for (guint j = 0; stems[j] != NULL; j++)
        if (alternative->n_words == 1 || !fys_danish_is_stop_word (stems[j]))
          add_needle (self, alternative, stems[j]);
    }
  return self;
}

void
fys_marker_free (FysMarker *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->stems);
  g_free (self);
}

static const Needle *
find_needle (FysMarker     *self,
             const FysWord *word)
{
  return g_hash_table_lookup (self->stems, fys_stemmer_stem (self->stemmer, word->folded, word->length));
}

GArray *
fys_marker_mark (FysMarker  *self,
                 const char *text)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (FysMark));
  FysWord word = { 0 };
  gsize   length = strlen (text);

  while (fys_word_next (text, length, &word))
    {
      FysMark mark = { (guint) word.start, (guint) (word.end - word.start) };

      if (find_needle (self, &word) != NULL)
        g_array_append_val (marks, mark);
    }
  return marks;
}

/* Whether a sentence ends at the byte @at: a full stop after a letter, before a space. "ca. 2" does not end one. */
static gboolean
is_sentence_end (const char *text,
                 gsize       length,
                 gsize       at)
{
  if (text[at] == '\n')
    return TRUE;
  if (strchr (".!?", text[at]) == NULL || text[at] == '\0' || at + 1 >= length || text[at + 1] != ' ')
    return FALSE;
  if (text[at] != '.')
    return TRUE;
  /* A capital letter follows; an abbreviation is followed by a small one or by a figure. */
  return at + 2 < length && g_unichar_isupper (g_utf8_get_char (text + at + 2));
}

static Span
next_sentence (const char *text,
               gsize       length,
               gsize       at)
{
  Span span;

  while (at < length && (text[at] == ' ' || text[at] == '\n'))
    at++;
  span.start = at;
  while (at < length && !is_sentence_end (text, length, at))
    at++;
  span.end = at < length && text[at] != '\n' ? at + 1 : at;
  return span;
}

/* What the words of a span tell, each group of them once. */
static double
value_span (FysMarker  *self,
            const char *text,
            Span        span)
{
  g_autofree double *best = g_new0 (double, MAX (self->n_groups, 1));
  FysWord            word = { 0 };
  double             sum = 0;

  while (fys_word_next (text + span.start, span.end - span.start, &word))
    {
      const Needle *needle = find_needle (self, &word);

      if (needle != NULL)
        best[needle->group] = MAX (best[needle->group], needle->value);
    }
  for (guint i = 0; i < self->n_groups; i++)
    sum += best[i];
  return sum;
}

static Span
find_best_sentence (FysMarker  *self,
                    const char *text,
                    gsize       length)
{
  Span   best = { 0, 0 };
  double best_value = -1;

  for (Span span = next_sentence (text, length, 0); span.start < length; span = next_sentence (text, length, span.end))
    {
      double value = value_span (self, text, span);

      if (value <= best_value)
        continue;
      best_value = value;
      best = span;
    }
  return best;
}

/* Takes the sentences after a short one along. */
static Span
extend (const char *text,
        gsize       length,
        Span        span)
{
  while (span.end - span.start < MIN_BYTES && span.end < length)
    {
      Span next = next_sentence (text, length, span.end);

      if (next.start >= length || next.end - span.start > MAX_BYTES)
        break;
      span.end = next.end;
    }
  return span;
}

/* Where the first word with a mark begins, or the start. */
static gsize
find_first_mark (FysMarker  *self,
                 const char *text,
                 Span        span)
{
  FysWord word = { 0 };

  while (fys_word_next (text + span.start, span.end - span.start, &word))
    if (find_needle (self, &word) != NULL)
      return span.start + word.start;
  return span.start;
}

static gsize
get_word_start (const char *text,
                gsize       first,
                gsize       at)
{
  while (at > first && text[at - 1] != ' ')
    at--;
  return at;
}

/* Cuts a sentence that is too long around its first mark, between words. */
static Span
cut (FysMarker  *self,
     const char *text,
     Span        span)
{
  gsize mark;

  if (span.end - span.start <= MAX_BYTES)
    return span;
  mark = find_first_mark (self, text, span);
  if (mark - span.start > MAX_BYTES / 2)
    {
      gsize from = mark - MAX_BYTES / 3;

      while (from < mark && ((guchar) text[from] & 0xC0) == 0x80)
        from++;
      while (from < mark && text[from - 1] != ' ')
        from++;
      span.start = from;
    }
  if (span.end - span.start > MAX_BYTES)
    {
      gsize to = get_word_start (text, span.start, span.start + MAX_BYTES);

      if (to == span.start) /* one word without an end */
        for (to = span.start + MAX_BYTES; to > span.start && ((guchar) text[to] & 0xC0) == 0x80; to--)
          ;
      span.end = to;
    }
  return span;
}

char *
fys_marker_dup_snippet (FysMarker  *self,
                        const char *text,
                        gsize       length,
                        GArray    **out_marks)
{
  Span               sentence = extend (text, length, find_best_sentence (self, text, length));
  Span               span = cut (self, text, sentence);
  g_autoptr (GString) snippet = g_string_new (NULL);

  if (span.start > sentence.start)
    g_string_append (snippet, ELLIPSIS);
  for (gsize i = span.start; i < span.end; i++)
    if ((text[i] != '\n' && text[i] != ' ') || (snippet->len > 0 && snippet->str[snippet->len - 1] != ' '))
      g_string_append_c (snippet, text[i] == '\n' ? ' ' : text[i]);
  while (snippet->len > 0 && snippet->str[snippet->len - 1] == ' ')
    g_string_truncate (snippet, snippet->len - 1);
  if (span.end < sentence.end)
    g_string_append (snippet, ELLIPSIS);
  *out_marks = fys_marker_mark (self, snippet->str);
  return g_strdup (snippet->str);
}
