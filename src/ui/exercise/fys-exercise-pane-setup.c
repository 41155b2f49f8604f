/* fys-exercise-pane-setup.c - what the user has made of the exercises, and what is kept of it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-exercise-pane-private.h"

void
fys_exercise_pane_renew_setup (FysExercisePane *self)
{
  FysExerciseList *exercises = self->document != NULL ? fys_document_get_exercises (self->document) : NULL;
  FysSetup *before = self->setup;

  self->setup = fys_setup_new (exercises);
  self->n_exercises = fys_setup_get_n_exercises (self->setup);
  if (self->choices != NULL && self->document != NULL)
    (void) fys_choices_apply (self->choices, fys_document_get_key (self->document), self->setup); /* nothing was kept of most articles */
  fys_exercise_list_page_set_setup (self->list_page, self->setup);
  /* The page of the program takes one when it is shown. */
  if (self->program_page != NULL)
    fys_program_page_set_setup (self->program_page, fys_exercise_pane_is_page (self, self->program_page) ? self->setup : NULL);
  fys_setup_free (before);
}

void
fys_exercise_pane_remember (FysExercisePane *self)
{
  for (guint i = 0; i < self->n_in_session; i++)
    fys_setup_mark_done (self->setup, self->in_session[i]);
  fys_exercise_list_page_update (self->list_page);

  if (self->choices == NULL)
    return;
  if (self->aim == FYS_AIM_PROGRAM)
    fys_choices_remember_program (self->choices, fys_document_get_key (self->document), self->setup);
  else
    fys_choices_remember_exercise (self->choices, fys_document_get_key (self->document), self->setup, self->exercise);
}

/* Read late, or forgotten. A session goes on as it began. */
static void
choices_changed_cb (FysExercisePane *self)
{
  if (!fys_exercise_pane_is_session_active (self))
    fys_exercise_pane_renew_setup (self);
}

void
fys_exercise_pane_set_choices (FysExercisePane *self,
                               FysChoices      *choices)
{
  g_return_if_fail (FYS_IS_EXERCISE_PANE (self));
  g_return_if_fail (choices == NULL || FYS_IS_CHOICES (choices));

  if (self->choices == choices)
    return;
  if (self->choices != NULL)
    g_signal_handlers_disconnect_by_data (self->choices, self);
  g_set_object (&self->choices, choices);
  if (choices != NULL)
    g_signal_connect_object (choices, "changed", G_CALLBACK (choices_changed_cb), self, G_CONNECT_SWAPPED);
  choices_changed_cb (self);
}
