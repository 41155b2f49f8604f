/* fys-exercise-title.h - what a heading, a question or a lead says of what follows it
 *
 * Titles are short; every function here is linear in its title. Any thread.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** FysTitle: what a title says.
 * @names_exercise: it speaks of exercises
 * @asks_how: it asks or tells how something is done: "Hvordan laver jeg …", "Sådan gør du"
 * @is_something_else: what follows is no exercise: tests, symptoms, "hvor ofte", "hvad er" */
typedef struct
{
  gboolean names_exercise;
  gboolean asks_how;
  gboolean is_something_else;
} FysTitle;

FysTitle fys_title_read            (const char *title);
/* Whether a list lead is the label of a part of an exercise: "Antal gentagelser", "Hvorfor". */
gboolean fys_title_is_label        (const char *title);
/* Whether it is the label of the part that says how much: "Antal gentagelser", "Dosering". */
gboolean fys_title_is_dosage_label (const char *title,
                                    gsize       length);
/* Returns: (transfer full): the topic of a heading without question words, number and end mark */
char    *fys_title_dup_topic       (const char *title);

G_END_DECLS
