/* fys-choices.h - what the user chose for the exercises of each article, from one time to the next
 *
 * One small key file in the user's state folder, for nobody else to read. It is read and written off the thread that made the object. A file that
 * is broken, hostile or cannot be written costs the memory of the choices and nothing else.
 *
 * What is applied when an article has changed:
 *   - figures only to an exercise of the same name for which the article states the same dosage as then; where it now states another one, the
 *     article's figures stand, and the old choice waits until the exercise is done again;
 *   - the place in the order, and being left out, to an exercise of the same name; one that is new comes after the one that it follows in the article;
 *   - the sore side and the rest between exercises always.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "core/exercise/fys-setup.h"

G_BEGIN_DECLS

/* The articles whose choices are kept; the ones that were done longest ago are forgotten first. */
#define FYS_CHOICES_MAX_ARTICLES 500

#define FYS_TYPE_CHOICES (fys_choices_get_type ())
/* Signal: changed (no arguments): the file was read, or everything was forgotten; what was applied before may be applied again. */
G_DECLARE_FINAL_TYPE (FysChoices, fys_choices, FYS, CHOICES, GObject)

/* @path: of the file, which need not exist. Begins to read it; until then nothing is known. Use it on the thread that made it only, with that
 * thread's default main context running. */
FysChoices *fys_choices_new               (const char *path);
/* fysbog/choices in the user's state folder. Returns: (transfer full) */
char       *fys_choices_dup_default_path  (void);

/* @article: its key; "" is known to nobody. @setup: of the article, as fys_setup_new() made it. Returns: whether anything was applied */
gboolean    fys_choices_apply             (FysChoices *self,
                                           const char *article,
                                           FysSetup   *setup);
/* Keeps the figures of an exercise that is being done, and the sore side. */
void        fys_choices_remember_exercise (FysChoices *self,
                                           const char *article,
                                           FysSetup   *setup,
                                           guint       exercise);
/* Keeps the figures of all exercises of the program that is being done, their order, what is left out, the rest between, and the sore side. */
void        fys_choices_remember_program  (FysChoices *self,
                                           const char *article,
                                           FysSetup   *setup);
/* Of every article, and the file is deleted. */
void        fys_choices_forget_all        (FysChoices *self);
/* Waits until everything that was asked for so far is on the disk. */
void        fys_choices_flush             (FysChoices *self);

G_END_DECLS
