/* fys-exercise.c - the exercises of an article
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/exercise/fys-exercise.h"

#include "core/exercise/fys-exercise-finder.h"

/* Names and instructions are short; a block of this size holds those of most articles. */
#define STRING_BLOCK_BYTES 4096

struct _FysExerciseList
{
  gatomicrefcount ref_count;
  GStringChunk   *strings;
  GArray         *exercises;   /* of FysExercise, whose strings lie in strings */
  GPtrArray      *diagnostics; /* of FysDiagnostic */
};

FysExerciseList *
fys_exercise_list_new (FysArticle *article)
{
  FysExerciseList *self;

  g_return_val_if_fail (article != NULL, NULL);

  self = g_new0 (FysExerciseList, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->strings = g_string_chunk_new (STRING_BLOCK_BYTES);
  self->exercises = g_array_new (FALSE, FALSE, sizeof (FysExercise));
  self->diagnostics = fys_diagnostics_new ();
  fys_exercise_finder_run (article, self->strings, self->exercises, self->diagnostics);
  return self;
}

FysExerciseList *
fys_exercise_list_ref (FysExerciseList *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
fys_exercise_list_unref (FysExerciseList *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->exercises);
  g_ptr_array_unref (self->diagnostics);
  g_string_chunk_free (self->strings);
  g_free (self);
}

guint
fys_exercise_list_get_n (FysExerciseList *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->exercises->len;
}

const FysExercise *
fys_exercise_list_get (FysExerciseList *self,
                       guint            index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->exercises->len, NULL);

  return &g_array_index (self->exercises, FysExercise, index);
}

static void
append_findings (GPtrArray *findings,
                 GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++)
    {
      const FysDiagnostic *finding = g_ptr_array_index (more, i);

      fys_diagnostics_add (findings, finding->severity, finding->line, finding->column, "%s", finding->message);
    }
}

GPtrArray *
fys_exercise_list_dup_findings (FysExerciseList *self,
                                FysArticle      *article)
{
  GPtrArray *findings;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (article != NULL, NULL);

  findings = fys_diagnostics_new ();
  append_findings (findings, fys_article_get_diagnostics (article));
  append_findings (findings, self->diagnostics);
  fys_diagnostics_sort (findings);
  return findings;
}
