/* fys-ring.c - a ring that fills, with a large figure in it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-ring.h"

#include <adwaita.h>
#include <math.h>

#include "compat/fys-compat-colour.h"

#define MIN_SIZE_PX     160
#define NATURAL_SIZE_PX 260
/* Parts of the ring's outer diameter. */
#define ARC_WIDTH    0.050
#define TRACK_WIDTH  0.012
#define TICK_SIZE    0.022
#define FIGURE_SIZE   0.62
#define FIGURE_WIDTH  0.76 /* at most: inside the arc */
#define CAPTION_SIZE  0.075
#define CAPTION_WIDTH 0.60
#define CAPTION_LIFT  0.02 /* of the figure above one */
#define PAUSE_SIZE    0.09
/* Of the diameter, from the middle: what stands below and above the figure. */
#define TICKS_Y   0.30
#define CAPTION_Y 0.28
#define PAUSE_Y   -0.31
/* More dots than this would touch each other; the figure tells the number anyway. */
#define MAX_TICKS 40
/* Of a full turn, between two segments. */
#define SEGMENT_GAP 0.012

struct _FysRing
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *arc; /* draws nothing: it is the CSS node that the arc has its colour from */
  char      *figure;
  char      *caption;
  char      *value_text;

  FysRingState state; /* its strings are not used */
};

G_DEFINE_FINAL_TYPE (FysRing, fys_ring, GTK_TYPE_WIDGET)

static void
set_colour (cairo_t       *cr,
            const GdkRGBA *colour,
            double         opacity)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha * opacity);
}

/* An arc from one part of the turn to another, clockwise from the top. */
static void
stroke_arc (cairo_t *cr,
            double   radius_px,
            double   from,
            double   to)
{
  if (to <= from)
    return;
  cairo_new_sub_path (cr);
  cairo_arc (cr, 0, 0, radius_px, 2 * G_PI * from - G_PI_2, 2 * G_PI * to - G_PI_2);
  cairo_stroke (cr);
}

static void
draw_solid (FysRing *self,
            cairo_t *cr,
            double   size_px,
            double   radius_px)
{
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, ARC_WIDTH * size_px);
  stroke_arc (cr, radius_px, 0, MAX (self->state.fraction, 0.0005));
}

static void
draw_dashed (FysRing *self,
             cairo_t *cr,
             double   size_px,
             double   radius_px)
{
  double dash_px = 2 * G_PI * radius_px / 60;
  double dashes[] = { dash_px * 0.6, dash_px * 0.4 };

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (cr, ARC_WIDTH * size_px);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  stroke_arc (cr, radius_px, self->state.fraction, 1);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_segments (FysRing *self,
               cairo_t *cr,
               double   size_px,
               double   radius_px)
{
  guint n = CLAMP (self->state.n_ticks, 1, MAX_TICKS);
  guint n_done = self->state.n_ticks > MAX_TICKS ? self->state.n_done * MAX_TICKS / self->state.n_ticks : self->state.n_done;
  double gap = n > 1 ? SEGMENT_GAP : 0;

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (cr, ARC_WIDTH * size_px);
  for (guint i = 0; i < MIN (n_done, n); i++)
    stroke_arc (cr, radius_px, (i + gap * n / 2) / n, (i + 1 - gap * n / 2) / n);

  /* The one that is being done now is outlined by a thinner line. */
  cairo_set_line_width (cr, ARC_WIDTH * size_px / 2.5);
  if (n_done < n)
    stroke_arc (cr, radius_px, (n_done + gap * n / 2) / n, (n_done + 1 - gap * n / 2) / n);
}

/* A notch across the ring where the lower bound lies. */
static void
draw_mark (FysRing *self,
           cairo_t *cr,
           double   size_px,
           double   radius_px)
{
  double angle = 2 * G_PI * self->state.mark - G_PI_2;
  double half_px = ARC_WIDTH * size_px * 0.8;

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, MAX (2.0, 0.014 * size_px));
  cairo_move_to (cr, (radius_px - half_px) * cos (angle), (radius_px - half_px) * sin (angle));
  cairo_line_to (cr, (radius_px + half_px) * cos (angle), (radius_px + half_px) * sin (angle));
  cairo_stroke (cr);
}

/* A row of dots below the figure: filled when done, hollow when still to do. */
static void
draw_ticks (FysRing *self,
            cairo_t *cr,
            double   size_px)
{
  guint n = self->state.n_ticks;
  double dot_px = TICK_SIZE * size_px;
  double step_px = MIN (dot_px * 2, 0.55 * size_px / n);

  dot_px = MIN (dot_px, step_px * 0.7);
  cairo_set_line_width (cr, MAX (1.0, dot_px * 0.2));
  for (guint i = 0; i < n; i++)
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, (i - (n - 1) / 2.0) * step_px, TICKS_Y * size_px, dot_px / 2, 0, 2 * G_PI);
      if (i < self->state.n_done)
        cairo_fill_preserve (cr);
      cairo_stroke (cr);
    }
}

/* The sign for a pause, above the figure. */
static void
draw_pause (cairo_t *cr,
            double   size_px)
{
  double height_px = PAUSE_SIZE * size_px;
  double bar_px = height_px / 3;

  cairo_rectangle (cr, -1.5 * bar_px, PAUSE_Y * size_px - height_px / 2, bar_px, height_px);
  cairo_rectangle (cr, 0.5 * bar_px, PAUSE_Y * size_px - height_px / 2, bar_px, height_px);
  cairo_fill (cr);
}

static void
draw_ring (FysRing *self,
           cairo_t *cr,
           double   size_px)
{
  /* Half the mark sticks out of the ring. */
  double radius_px = size_px / 2 - ARC_WIDTH * size_px * 0.8 - 2;
  GdkRGBA text_colour, arc_colour;

  fys_compat_get_colour (GTK_WIDGET (self), &text_colour);
  fys_compat_get_colour (self->arc, &arc_colour);

  set_colour (cr, &text_colour, 0.35);
  cairo_set_line_width (cr, MAX (1.5, TRACK_WIDTH * size_px));
  stroke_arc (cr, radius_px, 0, 1);

  set_colour (cr, &arc_colour, 1);
  if (self->state.style == FYS_RING_SOLID)
    draw_solid (self, cr, size_px, radius_px);
  else if (self->state.style == FYS_RING_DASHED)
    draw_dashed (self, cr, size_px, radius_px);
  else
    draw_segments (self, cr, size_px, radius_px);

  set_colour (cr, &text_colour, 1);
  if (self->state.mark >= 0)
    draw_mark (self, cr, size_px, radius_px);
  if (self->state.style != FYS_RING_SEGMENTS && self->state.n_ticks > 1 && self->state.n_ticks <= MAX_TICKS)
    draw_ticks (self, cr, size_px);
  if (self->state.is_paused)
    draw_pause (cr, size_px);
}

/* The text is as large as the ring allows, whatever the size of the other text: a longer one is made smaller, never cut. */
static PangoLayout *
create_layout (FysRing        *self,
               const char     *text,
               double          height_px,
               double          max_width_px,
               PangoRectangle *out_ink,
               PangoRectangle *out_place)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (pango_layout_get_context (layout)));

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_font_description_set_absolute_size (font, height_px * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_get_pixel_extents (layout, out_ink, out_place);
  if (out_place->width > max_width_px)
    {
      pango_font_description_set_absolute_size (font, height_px * PANGO_SCALE * max_width_px / out_place->width);
      pango_layout_set_font_description (layout, font);
      pango_layout_get_pixel_extents (layout, out_ink, out_place);
    }
  pango_font_description_free (font);
  return layout;
}

static PangoLayout *
create_figure (FysRing        *self,
               PangoRectangle *out_ink,
               PangoRectangle *out_place)
{
  double size_px = MIN (gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));

  return create_layout (self, self->figure, FIGURE_SIZE * size_px, FIGURE_WIDTH * size_px, out_ink, out_place);
}

/* With the middle of what is seen of it at @x_px, @y_px. */
static void
draw_layout (FysRing              *self,
             GtkSnapshot          *snapshot,
             PangoLayout          *layout,
             const PangoRectangle *ink,
             const PangoRectangle *place,
             double                x_px,
             double                y_px)
{
  GdkRGBA colour;

  fys_compat_get_colour (GTK_WIDGET (self), &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x_px - place->width / 2.0, y_px - ink->y - ink->height / 2.0));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
draw_figure (FysRing     *self,
             GtkSnapshot *snapshot,
             double       x_px,
             double       y_px)
{
  PangoRectangle ink, place;
  g_autoptr (PangoLayout) layout = create_figure (self, &ink, &place);

  draw_layout (self, snapshot, layout, &ink, &place, x_px, y_px);
}

static void
draw_caption (FysRing     *self,
              GtkSnapshot *snapshot,
              double       size_px,
              double       x_px,
              double       y_px)
{
  PangoRectangle ink, place;
  g_autoptr (PangoLayout) layout = create_layout (self, self->caption, CAPTION_SIZE * size_px, CAPTION_WIDTH * size_px, &ink, &place);

  draw_layout (self, snapshot, layout, &ink, &place, x_px, y_px);
}

static void
fys_ring_snapshot (GtkWidget   *widget,
                   GtkSnapshot *snapshot)
{
  FysRing *self = FYS_RING (widget);
  double width_px = gtk_widget_get_width (widget);
  double height_px = gtk_widget_get_height (widget);
  double size_px = MIN (width_px, height_px);
  cairo_t *cr;

  if (size_px <= 0)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width_px, height_px));
  cairo_translate (cr, width_px / 2, height_px / 2);
  draw_ring (self, cr, size_px);
  cairo_destroy (cr);

  if (self->figure != NULL)
    draw_figure (self, snapshot, width_px / 2, height_px / 2 - (self->caption != NULL ? CAPTION_LIFT * size_px : 0));
  if (self->caption != NULL)
    draw_caption (self, snapshot, size_px, width_px / 2, height_px / 2 + CAPTION_Y * size_px);
}

static void
fys_ring_measure (GtkWidget      *widget,
                  GtkOrientation  orientation,
                  int             for_size,
                  int            *minimum,
                  int            *natural,
                  int            *minimum_baseline,
                  int            *natural_baseline)
{
  *minimum = MIN_SIZE_PX;
  *natural = NATURAL_SIZE_PX;
}

static void
fys_ring_size_allocate (GtkWidget *widget,
                        int        width,
                        int        height,
                        int        baseline)
{
  gtk_widget_allocate (FYS_RING (widget)->arc, width, height, -1, NULL);
}

static void
fys_ring_dispose (GObject *object)
{
  FysRing *self = FYS_RING (object);

  g_clear_pointer (&self->arc, gtk_widget_unparent);

  G_OBJECT_CLASS (fys_ring_parent_class)->dispose (object);
}

static void
fys_ring_finalize (GObject *object)
{
  FysRing *self = FYS_RING (object);

  g_free (self->figure);
  g_free (self->caption);
  g_free (self->value_text);

  G_OBJECT_CLASS (fys_ring_parent_class)->finalize (object);
}

static void
fys_ring_class_init (FysRingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fys_ring_dispose;
  object_class->finalize = fys_ring_finalize;
  widget_class->measure = fys_ring_measure;
  widget_class->size_allocate = fys_ring_size_allocate;
  widget_class->snapshot = fys_ring_snapshot;

  gtk_widget_class_set_css_name (widget_class, "fysring");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER); /* Orca reads a progress bar aloud every ten seconds */
}

static void
fys_ring_init (FysRing *self)
{
  self->arc = adw_bin_new ();
  gtk_widget_add_css_class (self->arc, "arc");
  gtk_widget_set_can_target (self->arc, FALSE);
  gtk_widget_set_parent (self->arc, GTK_WIDGET (self));
  self->state.mark = -1;
}

GtkWidget *
fys_ring_new (void)
{
  return g_object_new (FYS_TYPE_RING, NULL);
}

static gboolean
set_string (char      **place,
            const char *text)
{
  if (g_strcmp0 (*place, text) == 0)
    return FALSE;
  g_free (*place);
  *place = g_strdup (text);
  return TRUE;
}

static void
update_accessible (FysRing            *self,
                   const FysRingState *state)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, state->value_max,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, state->value,
                                  -1);
  if (set_string (&self->value_text, state->value_text) && state->value_text != NULL)
    /* The text serves as name and as value: what a version of GTK exposes of a value differs. */
    gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, state->value_text,
                                    GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, state->value_text,
                                    -1);
}

static void
set_arc_class (FysRing    *self,
               const char *css_class,
               gboolean    is_set)
{
  if (is_set)
    gtk_widget_add_css_class (self->arc, css_class);
  else
    gtk_widget_remove_css_class (self->arc, css_class);
}

void
fys_ring_set_state (FysRing            *self,
                    const FysRingState *state)
{
  gboolean has_new_text, has_new_shape;

  g_return_if_fail (FYS_IS_RING (self));
  g_return_if_fail (state != NULL);

  if (state->value != self->state.value || state->value_max != self->state.value_max ||
      g_strcmp0 (state->value_text, self->value_text) != 0)
    update_accessible (self, state);

  has_new_text = set_string (&self->figure, state->figure);
  has_new_text = set_string (&self->caption, state->caption) || has_new_text;
  has_new_shape = state->style != self->state.style || state->fraction != self->state.fraction ||
                  state->mark != self->state.mark || state->n_done != self->state.n_done || state->n_ticks != self->state.n_ticks ||
                  state->is_paused != self->state.is_paused;
  self->state = *state;
  set_arc_class (self, "between", state->style == FYS_RING_DASHED);
  set_arc_class (self, "paused", state->is_paused);
  if (has_new_text || has_new_shape)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

int
fys_ring_get_figure_height_px (FysRing *self)
{
  PangoRectangle ink, place;
  g_autoptr (PangoLayout) layout = NULL;

  g_return_val_if_fail (FYS_IS_RING (self), 0);

  if (self->figure == NULL)
    return 0;
  layout = create_figure (self, &ink, &place);
  return ink.height;
}
