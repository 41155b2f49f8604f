/* fys-exercise-candidate.c - what may be an exercise: its text, its dosage, its name
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/exercise/fys-exercise-finder-private.h"

#include <string.h>

/* A hold as short as this is a part of a repetition. */
#define SHORT_HOLD_S 5
/* "Anbefalet antal gentagelser og sæt" */
#define MAX_LABEL_BYTES 40

void
fys_exercise_append_line (GString    *text,
                          const char *line)
{
  if (*line == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

gboolean
fys_exercise_is_prose (const FysBlock *block)
{
  return block->kind == FYS_BLOCK_PARAGRAPH || block->kind == FYS_BLOCK_LIST_ITEM || block->kind == FYS_BLOCK_QUOTE;
}

guint
fys_exercise_count_words (const char *text,
                          gsize       length)
{
  guint n = 1;

  for (gsize i = 0; i < length; i++)
    n += text[i] == ' ';
  return n;
}

char *
fys_exercise_dup_prose (FysExerciseFinder *finder,
                        guint              first,
                        guint              end,
                        guint              section)
{
  GString *text = g_string_new (NULL);

  for (guint i = first; i < end; i++)
    if (fys_exercise_is_prose (&finder->blocks[i]) && (section == FYS_NONE || finder->blocks[i].section == section))
      fys_exercise_append_line (text, finder->blocks[i].text.text);
  return g_string_free (text, FALSE);
}

/* sentences */

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

char *
fys_exercise_dup_dosage_text (const char      *text,
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

/* candidates */

gboolean
fys_exercise_candidate_has_dose (const FysExerciseCandidate *self)
{
  return fys_range_is_stated (self->dosage.hold_s) || fys_range_is_stated (self->dosage.reps);
}

static FysSlice
shift (FysSlice slice,
       guint    offset)
{
  return slice.end > 0 ? (FysSlice){ slice.start + offset, slice.end + offset } : slice;
}

/* Finds "Antal gentagelser: 3 sæt …", or such a lead with its text in the next line. Returns: whether there is one */
static gboolean
find_dosage_part (const char *text,
                  FysSlice   *out_part)
{
  for (const char *line = text; *line != '\0';)
    {
      const char *end = strchrnul (line, '\n');
      gsize       length = end - line;
      const char *colon = memchr (line, ':', length);
      gsize       lead_length = colon != NULL ? (gsize) (colon - line) : length;
      const char *next = end + (*end == '\n');

      if (lead_length <= MAX_LABEL_BYTES && fys_title_is_dosage_label (line, lead_length))
        {
          const char *body = lead_length < length ? line + lead_length + 1 : next;

          out_part->start = body - text;
          out_part->end = out_part->start + strcspn (body, "\n");
          return TRUE;
        }
      line = next;
    }
  return FALSE;
}

/* Where a part of the text says by its label that it tells how much, the rest does not say how many. */
static void
prefer_dosage_part (FysExerciseCandidate *self)
{
  FysDosage       *dosage = &self->dosage;
  FysDosage        told;
  FysSlice         part;
  g_autofree char *text = NULL;

  if (!find_dosage_part (self->text, &part))
    return;
  text = g_strndup (self->text + part.start, part.end - part.start);
  if (!fys_dosage_parse (text, &told))
    return;
  if (fys_range_is_stated (told.hold_s) || fys_range_is_stated (told.reps) || fys_range_is_stated (told.sets))
    {
      dosage->reps = told.reps;
      dosage->reps_place = shift (told.reps_place, part.start);
      dosage->sets = told.sets;
      dosage->sets_place = shift (told.sets_place, part.start);
    }
  if (fys_range_is_stated (told.hold_s))
    {
      dosage->hold_s = told.hold_s;
      dosage->hold_place = shift (told.hold_place, part.start);
    }
  if (fys_range_is_stated (told.rest_s))
    {
      dosage->rest_s = told.rest_s;
      dosage->rest_place = shift (told.rest_place, part.start);
    }
  if (fys_range_is_stated (told.frequency))
    {
      dosage->frequency = told.frequency;
      dosage->per = told.per;
      dosage->frequency_place = shift (told.frequency_place, part.start);
    }
}

void
fys_exercise_candidate_read_dosage (FysExerciseCandidate *self)
{
  (void) fys_dosage_parse (self->text, &self->dosage); /* whether anything is stated is read from the dosage */
  prefer_dosage_part (self);
}

void
fys_exercise_candidate_measure (FysExerciseCandidate *self)
{
  fys_exercise_candidate_read_dosage (self);
  fys_how_to_measure (self->text, &self->how_to);
}

FysExerciseKind
fys_exercise_guess_kind (const char      *name,
                         const FysDosage *dosage)
{
  g_autofree char *lower = NULL;

  if (fys_range_is_stated (dosage->hold_s))
    return fys_range_is_stated (dosage->reps) || dosage->hold_s.max <= SHORT_HOLD_S ? FYS_EXERCISE_BOTH : FYS_EXERCISE_HOLD;
  if (fys_range_is_stated (dosage->reps))
    return FYS_EXERCISE_REPS;
  lower = g_utf8_strdown (name, -1);
  return strstr (lower, "plank") != NULL || strstr (lower, "stræk") != NULL || strstr (lower, "hold") != NULL ? FYS_EXERCISE_HOLD
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

void
fys_exercise_candidate_accept (FysExerciseFinder          *finder,
                               const FysExerciseCandidate *self)
{
  g_autofree char *name = dup_name (self->title);
  g_autofree char *text = fys_exercise_dup_dosage_text (self->text, &self->dosage);
  FysExercise      exercise = {
         .name = g_string_chunk_insert (finder->strings, name),
         .text = g_string_chunk_insert (finder->strings, text),
         .instruction = g_string_chunk_insert (finder->strings, self->text),
         .line = self->line,
         .first_block = self->first_block,
         .n_blocks = self->n_blocks,
         .row = self->row,
         .section = self->section,
         .kind = fys_exercise_guess_kind (self->title, &self->dosage),
         .dosage = self->dosage,
  };

  g_array_append_val (finder->exercises, exercise);
}
