/* fys-pain-drawing.c - draws pain over time, on the screen and on paper
 *
 *   10 Worst … ┌──────────────────────────────┐
 *              │  o- - -o                     │
 *    5 Moderate├─────────\- - -o- - - - o Before
 *              │  ■───■────────■────────■ After
 *    0 No pain └──────────────────────────────┘
 *                1 Nov 2025        25 Nov 2025
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-pain-drawing.h"

#include <glib/gi18n.h>
#include <math.h>

#include "core/journal/fys-journal.h"
#include "fys-date.h"
#include "fys-journal-words.h"

/* Narrower than this many lines of text, and the words of the axis stand in the picture and not beside it. */
#define WIDE_EM 40
#define MAX_TICKS 6

/** Plot: the frame of the curves, and how to get there. @em: the height of a line of text */
typedef struct
{
  cairo_t            *cr;
  PangoLayout        *layout;
  const FysPainStyle *style;
  const FysPainPoint *points;
  guint               n_points;
  double              em;
  double              x, y, width, height;
  gboolean            is_wide;
} Plot;

static void
set_colour (cairo_t       *cr,
            const GdkRGBA *colour,
            double         opacity)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha * opacity);
}

static double
get_y (const Plot *plot,
       double      pain)
{
  return plot->y + plot->height * (1 - pain / FYS_JOURNAL_PAIN_MAX);
}

static double
get_x (const Plot *plot,
       gint64      local_s)
{
  gint64 first_s = plot->points[0].local_s;
  gint64 last_s = plot->points[plot->n_points - 1].local_s;

  if (last_s == first_s)
    return plot->x + plot->width / 2;
  return plot->x + plot->width * (double) (local_s - first_s) / (double) (last_s - first_s);
}

static void
set_text (Plot       *plot,
          const char *text,
          double      max_width,
          double     *out_width,
          double     *out_height)
{
  int width, height;

  pango_layout_set_text (plot->layout, text, -1);
  pango_layout_set_width (plot->layout, max_width > 0 ? (int) (max_width * PANGO_SCALE) : -1);
  pango_layout_get_size (plot->layout, &width, &height);
  *out_width = (double) width / PANGO_SCALE;
  *out_height = (double) height / PANGO_SCALE;
}

static void
show_text (Plot  *plot,
           double x,
           double y)
{
  cairo_move_to (plot->cr, x, y);
  pango_cairo_show_layout (plot->cr, plot->layout);
}

static double
get_text_width (Plot       *plot,
                const char *text)
{
  double width, height;

  set_text (plot, text, 0, &width, &height);
  return width;
}

static void
draw_level (Plot *plot,
            int   pain)
{
  const char *word = fys_pain_get_word (pain);
  g_autofree char *number = g_strdup_printf ("%d", pain);
  double y = get_y (plot, pain);
  double width, height;

  set_colour (plot->cr, &plot->style->text, word != NULL ? 0.35 : 0.12);
  cairo_set_line_width (plot->cr, 1);
  cairo_move_to (plot->cr, plot->x - plot->em / 2, y);
  cairo_line_to (plot->cr, plot->x + plot->width + plot->em / 2, y);
  cairo_stroke (plot->cr);
  if (word == NULL)
    return;

  set_colour (plot->cr, &plot->style->text, 0.85);
  set_text (plot, number, 0, &width, &height);
  show_text (plot, plot->x - plot->em * 0.75 - width, y - height / 2);
  if (plot->is_wide)
    {
      double max_width = plot->x - plot->em * 2.75;

      pango_layout_set_alignment (plot->layout, PANGO_ALIGN_RIGHT);
      set_text (plot, word, max_width, &width, &height);
      show_text (plot, 0, y - height / 2);
      pango_layout_set_alignment (plot->layout, PANGO_ALIGN_LEFT);
    }
  else
    {
      set_text (plot, word, 0, &width, &height);
      show_text (plot, plot->x, y - height - 1);
    }
}

static void
draw_dates (Plot *plot)
{
  g_autofree char *first = fys_day_dup_short_text (plot->points[0].day);
  double label_width = get_text_width (plot, first);
  int n_ticks = CLAMP ((int) (plot->width / (label_width * 1.5)) + 1, 2, MAX_TICKS);
  gint64 first_s = plot->points[0].local_s;
  gint64 span_s = plot->points[plot->n_points - 1].local_s - first_s;
  double free_from = 0;

  for (int i = 0; i < n_ticks; i++)
    {
      gint64 local_s = first_s + span_s * i / (n_ticks - 1);
      g_autofree char *text = fys_day_dup_short_text (fys_day_from_unix (local_s, 0));
      double x = get_x (plot, local_s);
      double width, height, left;

      set_text (plot, text, 0, &width, &height);
      left = CLAMP (x - width / 2, 0, plot->x + plot->width + plot->em - width);
      /* Days that come more than once, as within one, are named once. */
      if ((i > 0 && fys_day_from_unix (local_s, 0) == fys_day_from_unix (first_s + span_s * (i - 1) / (n_ticks - 1), 0)) || left < free_from)
        continue;
      set_colour (plot->cr, &plot->style->text, 0.5);
      cairo_move_to (plot->cr, x, plot->y + plot->height);
      cairo_line_to (plot->cr, x, plot->y + plot->height + plot->em / 3);
      cairo_stroke (plot->cr);
      set_colour (plot->cr, &plot->style->text, 0.85);
      show_text (plot, left, plot->y + plot->height + plot->em / 2);
      free_from = left + width + plot->em / 2;
    }
}

static double
get_value (const FysPainPoint *point,
           gboolean            is_after)
{
  return is_after ? point->after : point->before;
}

static void
draw_line (Plot    *plot,
           gboolean is_after)
{
  double dashes[] = { plot->em * 0.45, plot->em * 0.3 };

  cairo_set_line_width (plot->cr, MAX (plot->em * 0.13, 1));
  cairo_set_line_join (plot->cr, CAIRO_LINE_JOIN_ROUND);
  if (!is_after)
    cairo_set_dash (plot->cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_new_path (plot->cr);
  for (guint i = 0; i < plot->n_points; i++)
    if (!isnan (get_value (&plot->points[i], is_after)))
      cairo_line_to (plot->cr, get_x (plot, plot->points[i].local_s), get_y (plot, get_value (&plot->points[i], is_after)));
  cairo_stroke (plot->cr);
  cairo_set_dash (plot->cr, NULL, 0, 0);
}

static void
draw_mark (Plot    *plot,
           double   x,
           double   y,
           gboolean is_after)
{
  double size = plot->em * (plot->n_points > 60 ? 0.14 : 0.27);

  cairo_new_path (plot->cr);
  if (is_after)
    {
      cairo_rectangle (plot->cr, x - size, y - size, 2 * size, 2 * size);
      cairo_fill (plot->cr);
      return;
    }
  cairo_arc (plot->cr, x, y, size, 0, 2 * G_PI);
  cairo_stroke (plot->cr);
}

static void
draw_curve (Plot    *plot,
            gboolean is_after)
{
  set_colour (plot->cr, is_after ? &plot->style->after : &plot->style->before, 1);
  draw_line (plot, is_after);
  for (guint i = 0; i < plot->n_points; i++)
    if (!isnan (get_value (&plot->points[i], is_after)))
      draw_mark (plot, get_x (plot, plot->points[i].local_s), get_y (plot, get_value (&plot->points[i], is_after)), is_after);
}

/* Returns: where the curve ends, or NAN when it has no points */
static double
find_end (Plot    *plot,
          gboolean is_after)
{
  for (guint i = plot->n_points; i > 0; i--)
    if (!isnan (get_value (&plot->points[i - 1], is_after)))
      return get_y (plot, get_value (&plot->points[i - 1], is_after));
  return NAN;
}

static void
draw_name (Plot       *plot,
           const char *name,
           double      y,
           gboolean    is_after)
{
  double x = plot->x + plot->width + plot->em * 1.2;
  double width, height;

  if (isnan (y))
    return;
  set_colour (plot->cr, is_after ? &plot->style->after : &plot->style->before, 1);
  cairo_set_line_width (plot->cr, MAX (plot->em * 0.13, 1));
  draw_mark (plot, x, y, is_after);
  set_text (plot, name, 0, &width, &height);
  set_colour (plot->cr, &plot->style->text, 1);
  show_text (plot, x + plot->em * 0.6, y - height / 2);
}

/* At the ends of their curves, but not above each other. */
static void
draw_names (Plot       *plot,
            const char *before_name,
            const char *after_name)
{
  double before_y = find_end (plot, FALSE);
  double after_y = find_end (plot, TRUE);
  double apart = plot->em * 1.3;

  if (!isnan (before_y) && !isnan (after_y) && fabs (before_y - after_y) < apart)
    {
      double middle = CLAMP ((before_y + after_y) / 2, plot->y + apart / 2, plot->y + plot->height - apart / 2);
      double sign = before_y <= after_y ? 1 : -1;

      before_y = middle - sign * apart / 2;
      after_y = middle + sign * apart / 2;
    }
  draw_name (plot, before_name, before_y, FALSE);
  draw_name (plot, after_name, after_y, TRUE);
}

static void
set_frame (Plot       *plot,
           double      width,
           double      height,
           const char *before_name,
           const char *after_name,
           const char *caption)
{
  double text_width, caption_width, caption_height = 0;

  set_text (plot, "10", 0, &text_width, &plot->em);
  plot->is_wide = width > WIDE_EM * plot->em;
  plot->x = text_width + plot->em * (plot->is_wide ? 7.5 : 1);
  plot->width = width - plot->x - plot->em * 2 - MAX (get_text_width (plot, before_name), get_text_width (plot, after_name));
  plot->y = plot->em * (plot->is_wide ? 1.7 : 1.4);
  if (*caption != '\0')
    set_text (plot, caption, width, &caption_width, &caption_height);
  plot->height = height - plot->y - plot->em * 1.9 - caption_height;
}

void
fys_pain_drawing_draw (cairo_t            *cr,
                       PangoLayout        *layout,
                       FysPainSeries      *series,
                       double              width,
                       double              height,
                       const FysPainStyle *style)
{
  /* Translators: names of two curves: the pain before the exercises, and after them. */
  const char *before_name = C_ ("pain", "Before");
  const char *after_name = C_ ("pain", "After");
  const char *caption;
  Plot plot = { .cr = cr, .layout = layout, .style = style };

  g_return_if_fail (series != NULL && style != NULL);

  caption = fys_pain_unit_get_text (fys_pain_series_get_unit (series));
  plot.points = fys_pain_series_get (series, &plot.n_points);
  set_frame (&plot, width, height, before_name, after_name, caption);
  if (plot.width <= 0 || plot.height <= 0 || plot.n_points == 0)
    return;

  for (int pain = 0; pain <= FYS_JOURNAL_PAIN_MAX; pain++)
    draw_level (&plot, pain);
  draw_dates (&plot);
  draw_curve (&plot, FALSE);
  draw_curve (&plot, TRUE);
  draw_names (&plot, before_name, after_name);
  if (*caption != '\0')
    {
      double text_width, text_height;

      set_colour (cr, &style->text, 0.85);
      /* In lines where it is long, and as far to the left as it needs. */
      set_text (&plot, caption, width, &text_width, &text_height);
      show_text (&plot, CLAMP (width - text_width, 0, plot.x), height - text_height);
    }
}
