/* fys-exercise-finder-private.h - what the parts of the finder have in common
 *
 * Private to src/core/exercise/fys-exercise-*.c. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exercise/fys-exercise-title.h"
#include "core/exercise/fys-exercise.h"
#include "core/exercise/fys-how-to.h"

G_BEGIN_DECLS

/* A longer lead is a sentence and not a name. */
#define FYS_LEAD_MAX_BYTES 90
#define FYS_LEAD_MAX_WORDS 8

/** FysExerciseFinder: one search. By section: @titles: what its title says; @speaks: whether it or one above it speaks of exercises */
typedef struct
{
  FysArticle         *article;
  const FysBlock     *blocks;
  guint               n_blocks;
  const FysSection   *sections;
  guint               n_sections;
  const FysContainer *containers;
  GStringChunk       *strings;
  GArray             *exercises;   /* Borrowed, of FysExercise */
  GPtrArray          *diagnostics; /* Borrowed, of FysDiagnostic */
  gboolean           *speaks;      /* Borrowed */
  FysTitle           *titles;      /* Borrowed */
} FysExerciseFinder;

/** FysExerciseCandidate: what may be an exercise. @title: what it is called; @text: what it tells, a line for each block or cell */
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
} FysExerciseCandidate;

/* fys-exercise-candidate.c */

gboolean        fys_exercise_is_prose              (const FysBlock             *block);
guint           fys_exercise_count_words           (const char                 *text,
                                                    gsize                       length);
/* @section: only what belongs to it itself; FYS_NONE: all. Returns: (transfer full): the prose of [@first, @end), a line for each block */
char           *fys_exercise_dup_prose             (FysExerciseFinder          *finder,
                                                    guint                       first,
                                                    guint                       end,
                                                    guint                       section);
void            fys_exercise_append_line           (GString                    *text,
                                                    const char                 *line);
/* Fills the dosage from the text. */
void            fys_exercise_candidate_read_dosage (FysExerciseCandidate       *self);
/* Fills the dosage and the how-to from the text. */
void            fys_exercise_candidate_measure     (FysExerciseCandidate       *self);
/* Whether it says how long or how many times. */
gboolean        fys_exercise_candidate_has_dose    (const FysExerciseCandidate *self);
/* Adds it to the exercises. */
void            fys_exercise_candidate_accept      (FysExerciseFinder          *finder,
                                                    const FysExerciseCandidate *self);
/* By the dosage, and where there is none by the name. */
FysExerciseKind fys_exercise_guess_kind            (const char                 *name,
                                                    const FysDosage            *dosage);
/* Returns: (transfer full): the sentences of @text that the figures stand in, each once, in order */
char           *fys_exercise_dup_dosage_text       (const char                 *text,
                                                    const FysDosage            *dosage);

/* fys-exercise-page.c: a page that is one exercise. Returns: whether the article is one */

gboolean        fys_exercise_try_page              (FysExerciseFinder          *finder);

/* fys-exercise-tables.c, fys-exercise-heads.c: what stands in the blocks [@first, @end) of a section. Returns: whether anything was found */

gboolean        fys_exercise_try_tables            (FysExerciseFinder          *finder,
                                                    guint                       first,
                                                    guint                       end);
/* @section: index or FYS_NONE */
gboolean        fys_exercise_try_heads             (FysExerciseFinder          *finder,
                                                    guint                       section,
                                                    guint                       first,
                                                    guint                       end);

/* fys-exercise-finder.c */

/* Returns: what a section tells, as an exercise, whatever it is; its strings belong to the finder's */
FysExercise     fys_exercise_read_section          (FysExerciseFinder          *finder,
                                                    guint                       section);

/* fys-exercise-stated.c */

/* Puts the exercises that the front matter states, if it does, in the place of those that were found. */
void            fys_exercise_apply_stated          (FysExerciseFinder          *finder);

G_END_DECLS
