/* fys-ring.h - a ring that fills, with a large figure in it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How the ring is drawn, so that the kinds of step differ by shape and not by colour alone. */
typedef enum
{
  FYS_RING_SOLID,    /* something is held: a thick arc grows */
  FYS_RING_DASHED,   /* rest, getting ready, switching sides: an arc of dashes shrinks */
  FYS_RING_SEGMENTS, /* counted by the user: one segment for each repetition */
} FysRingStyle;

/** FysRingState: what to draw; a plain value.
 * @fraction: how much of the step is over, 0–1 @mark: where the lower bound of a range lies, 0–1, or below 0 for none
 * @n_done, @n_ticks: repetitions done and planned; 0 planned draws none
 * @is_paused: two bars say that nothing moves
 * @figure: the large text @caption: (nullable): a small text below it
 * @value, @value_max: for assistive technology, in seconds or repetitions @value_text: the same in words */
typedef struct
{
  FysRingStyle style;
  double       fraction;
  double       mark;
  guint        n_done;
  guint        n_ticks;
  gboolean     is_paused;
  const char  *figure;
  const char  *caption;
  double       value;
  double       value_max;
  const char  *value_text;
} FysRingState;

#define FYS_TYPE_RING (fys_ring_get_type ())
/* Its colour is that of the text; the arc's is that of its child node `.arc`, which also has
 * the class `between` when it is dashed and `paused`. As large as it is given, round, 160 px at least. */
G_DECLARE_FINAL_TYPE (FysRing, fys_ring, FYS, RING, GtkWidget)

GtkWidget *fys_ring_new       (void);
/* Copies what it needs; draws anew only when something that is seen has changed. */
void       fys_ring_set_state (FysRing            *self,
                               const FysRingState *state);
/* How high the large text is as it is drawn now, without the room above and below its signs. */
int        fys_ring_get_figure_height_px (FysRing *self);

G_END_DECLS
