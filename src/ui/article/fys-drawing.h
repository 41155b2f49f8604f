/* fys-drawing.h - an SVG as something to paint, sharp at every size
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FYS_TYPE_DRAWING (fys_drawing_get_type ())
/* A GdkPaintable. It is drawn in a worker thread in the pixels that it is shown in, and drawn again when those or the colours of the page
 * change; what was drawn before is shown until then, and nothing at first. */
G_DECLARE_FINAL_TYPE (FysDrawing, fys_drawing, FYS, DRAWING, GObject)

/**
 * fys_drawing_new:
 * @svg: (transfer none): the file
 * @width_px: its own width, 1 or more
 * @height_px: its own height, 1 or more
 *
 * Returns: (transfer full) */
FysDrawing *fys_drawing_new              (GBytes     *svg,
                                          int         width_px,
                                          int         height_px);
/* Pixels of the screen to a pixel of the layout; 1 at first. */
void        fys_drawing_set_scale_factor (FysDrawing *self,
                                          int         scale_factor);
/* Whether the page is dark; not at first. */
void        fys_drawing_set_is_dark      (FysDrawing *self,
                                          gboolean    is_dark);
/* Returns: (transfer none) (nullable): what is shown now, for tests */
GdkTexture *fys_drawing_get_texture      (FysDrawing *self);

G_END_DECLS
