/* fys-how-to.h - whether a text tells the reader what to do with the body
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** FysHowTo: @n_commands: verbs that open a sentence or clause ("Lig på ryggen", "og løft hoften", "Prøv at …")
 * @n_movements: verbs of movement in any form, commands counted
 * @n_acts: clauses in which a movement is made with a part of the body or at a place
 * @n_parts: parts of the body in those clauses
 * @n_places: starting positions, contacts, equipment, directions and end points in those clauses
 * @n_exercise_words: "øvelse", "stræk" and the like */
typedef struct
{
  guint n_commands;
  guint n_movements;
  guint n_acts;
  guint n_parts;
  guint n_places;
  guint n_exercise_words;
} FysHowTo;

/* @text: UTF-8. Linear in it, of which no more than FYS_DOSAGE_MAX_BYTES are read. Any thread. */
void     fys_how_to_measure  (const char     *text,
                              FysHowTo       *out_how_to);
/* A full instruction: several acts, at least one of them at a place. */
gboolean fys_how_to_is_full  (const FysHowTo *self);
/* Enough of one for a block that is called an exercise: a single act with a part of the body that says where, or several. */
gboolean fys_how_to_is_brief (const FysHowTo *self);

G_END_DECLS
