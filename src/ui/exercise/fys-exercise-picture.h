/* fys-exercise-picture.h - the picture of an exercise
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/window/fys-document.h"

G_BEGIN_DECLS

/**
 * fys_exercise_find_picture:
 * @exercise: of @document
 *
 * Returns: the first block of @exercise that is an image, or FYS_NONE */
guint      fys_exercise_find_picture (FysDocument       *document,
                                      const FysExercise *exercise);
/**
 * fys_exercise_picture_new:
 * @exercise: of @document
 *
 * The picture in its place in the text; without one, that of a page which is about this exercise alone.
 *
 * Returns: (transfer floating) (nullable): %NULL when there is none, or its file is not there */
GtkWidget *fys_exercise_picture_new  (FysDocument       *document,
                                      const FysExercise *exercise);

G_END_DECLS
