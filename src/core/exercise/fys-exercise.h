/* fys-exercise.h - the exercises of an article
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/article/fys-article.h"
#include "core/exercise/fys-dosage.h"

G_BEGIN_DECLS

typedef enum
{
  FYS_EXERCISE_HOLD, /* timed */
  FYS_EXERCISE_REPS, /* counted */
  FYS_EXERCISE_BOTH, /* a hold that is repeated */
} FysExerciseKind;

/** FysExercise: a place in an article where the reader is told how to do something with the body.
 * @name: short, as the text has it, but beginning with a capital letter
 * @line: of its heading, lead or table row; of the front matter's item when it has no place in the text
 * @first_block, @n_blocks: its own blocks (with the heading); for a table row the table; FYS_NONE and 0 without a place
 * @row: the table row, else FYS_NONE
 * @section: the section that holds it, or FYS_NONE
 * @text: the sentence(s) that the dosage was read from; "" when none is stated
 * @instruction: its prose as plain text, without the heading; a line for each block or cell. The places of the dosage are bytes of it;
 * a figure that the front matter states has none
 * Strings belong to the list. */
typedef struct
{
  const char     *name;
  const char     *text;
  const char     *instruction;
  guint           line;
  guint           first_block;
  guint           n_blocks;
  guint           row;
  guint           section;
  FysExerciseKind kind;
  FysDosage       dosage;
} FysExercise;

/* Immutable, atomically reference-counted. */
typedef struct _FysExerciseList FysExerciseList;

/* Any thread; linear in the article. Returns: (transfer full): in reading order, or in that of the front matter when it states
 * "exercises"; possibly empty */
FysExerciseList   *fys_exercise_list_new          (FysArticle      *article);
FysExerciseList   *fys_exercise_list_ref          (FysExerciseList *self);
void               fys_exercise_list_unref        (FysExerciseList *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FysExerciseList, fys_exercise_list_unref)
guint              fys_exercise_list_get_n        (FysExerciseList *self);
const FysExercise *fys_exercise_list_get          (FysExerciseList *self,
                                                   guint            index);
/* What the author should know: @article's own findings and those about its exercises, sorted.
 * Returns: (transfer full) (element-type FysDiagnostic) */
GPtrArray         *fys_exercise_list_dup_findings (FysExerciseList *self,
                                                   FysArticle      *article);

/* "Hold 20–30 s · 2–3 times · each side", translated; "" when nothing is stated. Any thread. Returns: (transfer full) */
char              *fys_dosage_dup_summary         (const FysDosage *self);

G_END_DECLS
