/* fys-how-to.h - whether a text tells the reader what to do with the body
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** FysHowTo: @n_commands: verbs of movement that open a sentence or clause ("Lig på ryggen", "og løft hoften")
 * @n_movements: verbs of movement in any form, commands counted
 * @n_specifics: positions, contacts, equipment, parts of the body and directions
 * @n_exercise_words: "øvelse", "stræk" and the like */
typedef struct
{
  guint n_commands;
  guint n_movements;
  guint n_specifics;
  guint n_exercise_words;
} FysHowTo;

/* Linear in the text, of which no more than FYS_DOSAGE_MAX_BYTES are read. Any thread. */
void     fys_how_to_measure           (const char     *text,
                                       FysHowTo       *out_how_to);
/* A full instruction. */
gboolean fys_how_to_is_full           (const FysHowTo *self);
/* Enough of one for a block that also states a dosage, or stands in a list of exercises. */
gboolean fys_how_to_is_brief          (const FysHowTo *self);

/* Whether a heading or text speaks of exercises. */
gboolean fys_title_names_exercise     (const char     *title);
/* Whether a heading asks or tells how something is done: "Hvordan laver jeg …", "Sådan gør du". */
gboolean fys_title_asks_how           (const char     *title);
/* Whether a heading says that what follows is no exercise: tests, symptoms, "hvor ofte", "hvad er". */
gboolean fys_title_is_something_else  (const char     *title);
/* Whether a list lead is the label of a part of an exercise: "Antal gentagelser", "Hvorfor". */
gboolean fys_title_is_label           (const char     *title);
/* Returns: (transfer full): the topic of a heading without question words, number and end mark */
char    *fys_title_dup_topic          (const char     *title);

G_END_DECLS
