/* fys-how-to-box.h - how an exercise is done, in the article's words and with its picture
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/window/fys-document.h"

G_BEGIN_DECLS

#define FYS_TYPE_HOW_TO_BOX (fys_how_to_box_get_type ())
/* Nothing is in it until an exercise was set. */
G_DECLARE_FINAL_TYPE (FysHowToBox, fys_how_to_box, FYS, HOW_TO_BOX, GtkWidget)

/* @document: (nullable): %NULL empties the box. Makes nothing anew when the same exercise is set again. */
void fys_how_to_box_set_exercise (FysHowToBox *self,
                                  FysDocument *document,
                                  guint        exercise);
/* Whether a picture at the beginning of the text stands above it, or below it, as at first. */
void fys_how_to_box_set_picture_first (FysHowToBox *self,
                                       gboolean     is_picture_first);

G_END_DECLS
