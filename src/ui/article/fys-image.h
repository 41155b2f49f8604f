/* fys-image.h - a picture of an article, or the words that stand for it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FYS_TYPE_IMAGE (fys_image_get_type ())
G_DECLARE_FINAL_TYPE (FysImage, fys_image, FYS, IMAGE, GtkWidget)

/**
 * fys_image_new:
 * @file: (nullable): read in a worker thread; without one, or when it cannot be shown, the words are shown in a frame
 * @words: (transfer floating): shows the alternative text
 * @alternative_text: the same for a screen reader */
GtkWidget *fys_image_new (GFile      *file,
                          GtkWidget  *words,
                          const char *alternative_text);

G_END_DECLS
