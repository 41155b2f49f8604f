/* fys-pain-drawing.h - draws pain over time, on the screen and on paper
 *
 * Before is a dashed line with hollow circles, after a solid one with filled squares, and each has its name at its end: nothing needs a colour to be
 * told apart. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/journal/fys-pain-series.h"

G_BEGIN_DECLS

/** FysPainStyle: @text: of words, axes and grid; @before, @after: of the lines */
typedef struct
{
  GdkRGBA text;
  GdkRGBA before;
  GdkRGBA after;
} FysPainStyle;

/**
 * fys_pain_drawing_draw:
 * @layout: with the font that is wanted; its text and width are changed
 * @width, @height: in units of @cr, from its origin */
void fys_pain_drawing_draw (cairo_t            *cr,
                            PangoLayout        *layout,
                            FysPainSeries      *series,
                            double              width,
                            double              height,
                            const FysPainStyle *style);

G_END_DECLS
