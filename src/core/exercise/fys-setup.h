/* fys-setup.h - what a user has made of the exercises of an article: their figures, their order, and which are done
 *
 * A setup begins as the article has it. Exercises are named by their index in the article's list throughout; a place is where in the order of
 * the program one stands. Not thread-safe: one thread at a time. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exercise/fys-program.h"

G_BEGIN_DECLS

typedef struct _FysSetup FysSetup;

/* @exercises: (nullable): of the article. Returns: (transfer full) */
FysSetup          *fys_setup_new                (FysExerciseList *exercises);
void               fys_setup_free               (FysSetup        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FysSetup, fys_setup_free)

guint              fys_setup_get_n_exercises    (FysSetup        *self);
/* Borrowed from the setup. */
const FysExercise *fys_setup_get_exercise       (FysSetup        *self,
                                                 guint            exercise);

/* The figures as they are now, with the sore side first. */
void               fys_setup_get_plan           (FysSetup        *self,
                                                 guint            exercise,
                                                 FysPlan         *out_plan);
/* Kept within the bounds of fys_plan_clamp(). The side that goes first becomes the sore side of all exercises: a person has one. */
void               fys_setup_set_plan           (FysSetup        *self,
                                                 guint            exercise,
                                                 const FysPlan   *plan);
/* Whether a figure differs from the article's, or from ours where it states none. */
gboolean           fys_setup_is_changed         (FysSetup        *self,
                                                 guint            exercise);
/* Whether the changed figures are those that the exercise was last done with, and not ones that were never tried. */
gboolean           fys_setup_is_as_last         (FysSetup        *self,
                                                 guint            exercise);
/* The exercise is done with its present figures. */
void               fys_setup_mark_done          (FysSetup        *self,
                                                 guint            exercise);

FysSide            fys_setup_get_sore_side      (FysSetup        *self);
void               fys_setup_set_sore_side      (FysSetup        *self,
                                                 FysSide          side);

/* Seconds of rest between two exercises; 0 for none. */
guint              fys_setup_get_rest_s         (FysSetup        *self);
void               fys_setup_set_rest_s         (FysSetup        *self,
                                                 guint            rest_s);
gboolean           fys_setup_is_rest_changed    (FysSetup        *self);

/* The exercise that stands at @place of the order, be it left out or not. */
guint              fys_setup_get_at             (FysSetup        *self,
                                                 guint            place);
guint              fys_setup_get_place          (FysSetup        *self,
                                                 guint            exercise);
/* The exercises from one place to the other move up by one. */
void               fys_setup_move               (FysSetup        *self,
                                                 guint            from_place,
                                                 guint            to_place);
/* One that is left out keeps its place. */
gboolean           fys_setup_is_left_out        (FysSetup        *self,
                                                 guint            exercise);
void               fys_setup_set_left_out       (FysSetup        *self,
                                                 guint            exercise,
                                                 gboolean         is_left_out);
gboolean           fys_setup_is_order_changed   (FysSetup        *self);
/* The order of the article, nothing left out, and our rest between exercises; the figures of the exercises stay. */
void               fys_setup_reset_program      (FysSetup        *self);

/* Returns: (transfer full) (array length=out_n): the exercises of the program in its order, without those that are left out */
guint             *fys_setup_dup_program        (FysSetup        *self,
                                                 guint           *out_n);
/* The exercise that comes after this one in the program. Returns: FYS_NONE when none does */
guint              fys_setup_get_next           (FysSetup        *self,
                                                 guint            exercise);
/**
 * fys_setup_create_program:
 * @exercises: (array length=n): such as fys_setup_dup_program() gives
 *
 * The steps name an exercise by its index in @exercises.
 *
 * Returns: (transfer full) */
FysProgram        *fys_setup_create_program     (FysSetup        *self,
                                                 const guint     *exercises,
                                                 guint            n);

G_END_DECLS
