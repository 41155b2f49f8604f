/* test-ring.c - a ring that fills, with a large figure in it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/exercise/fys-ring.h"

#include <adwaita.h>

#define SIZE_PX 260 /* the ring's natural size */

static FysRing *
create_ring (void)
{
  return FYS_RING (g_object_ref_sink (fys_ring_new ()));
}

static void
test_accessible (void)
{
  g_autoptr (FysRing) ring = create_ring ();
  FysRingState state = { .mark = -1, .figure = "12", .value = 18, .value_max = 30, .value_text = "12 seconds left" };

  fys_ring_set_state (ring, &state);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (ring), GTK_ACCESSIBLE_ROLE_METER);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (ring), GTK_ACCESSIBLE_PROPERTY_LABEL, "12 seconds left");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (ring), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "12 seconds left");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (ring), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 18.0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (ring), GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 30.0);

  state.value = 19;
  state.value_text = "11 seconds left";
  fys_ring_set_state (ring, &state);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (ring), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 19.0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (ring), GTK_ACCESSIBLE_PROPERTY_LABEL, "11 seconds left");
}

static cairo_surface_t *
draw (FysRing *ring)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIZE_PX, SIZE_PX);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  cairo_t *cr = cairo_create (surface);

  /* Not through a paintable: that has what the last frame drew. */
  GTK_WIDGET_GET_CLASS (ring)->snapshot (GTK_WIDGET (ring), snapshot);
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  return surface;
}

/* How much ink lies in the outer part, where the ring is. */
static guint
count_ink (FysRing *ring)
{
  cairo_surface_t *surface = draw (ring);
  const guint8 *rows = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guint n_inked = 0;

  for (int y = 0; y < SIZE_PX; y++)
    for (int x = 0; x < SIZE_PX; x++)
      {
        int dx = x - SIZE_PX / 2;
        int dy = y - SIZE_PX / 2;

        if (dx * dx + dy * dy > 105 * 105 && rows[y * stride + x * 4 + 3] > 128)
          n_inked++;
      }
  cairo_surface_destroy (surface);
  return n_inked;
}

static void
wait_until_mapped (GtkWidget *widget)
{
  while (!gtk_widget_get_mapped (widget) || gtk_widget_get_width (widget) == 0)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < 50; i++)
    g_main_context_iteration (NULL, FALSE);
}

/* The shape tells, without any colour: held time grows, rest shrinks, repetitions are parts. */
static void
test_shapes (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *ring = fys_ring_new ();
  FysRingState state = { .mark = -1, .fraction = 0.25 };
  guint quarter, half, dashed, marked, one_of_four, three_of_four;

  gtk_widget_set_size_request (ring, SIZE_PX, SIZE_PX);
  gtk_widget_set_halign (ring, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (ring, GTK_ALIGN_CENTER);
  gtk_window_set_child (GTK_WINDOW (window), ring);
  gtk_window_present (GTK_WINDOW (window));
  wait_until_mapped (ring);

  fys_ring_set_state (FYS_RING (ring), &state);
  quarter = count_ink (FYS_RING (ring));
  state.fraction = 0.5;
  fys_ring_set_state (FYS_RING (ring), &state);
  half = count_ink (FYS_RING (ring));
  g_assert_cmpuint (half, >, quarter * 3 / 2);

  state.mark = 0.75;
  fys_ring_set_state (FYS_RING (ring), &state);
  marked = count_ink (FYS_RING (ring));
  g_assert_cmpuint (marked, >, half);

  state.mark = -1;
  state.style = FYS_RING_DASHED;
  fys_ring_set_state (FYS_RING (ring), &state);
  dashed = count_ink (FYS_RING (ring));
  g_assert_cmpuint (dashed, <, half);

  state = (FysRingState) { .style = FYS_RING_SEGMENTS, .mark = -1, .n_ticks = 4, .n_done = 1 };
  fys_ring_set_state (FYS_RING (ring), &state);
  one_of_four = count_ink (FYS_RING (ring));
  state.n_done = 3;
  fys_ring_set_state (FYS_RING (ring), &state);
  three_of_four = count_ink (FYS_RING (ring));
  g_assert_cmpuint (three_of_four, >, one_of_four);

  gtk_window_destroy (GTK_WINDOW (window));
}

/* Figures that no program should ask for are drawn all the same. */
static void
test_extremes (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *ring = fys_ring_new ();
  const FysRingState states[] = {
    { .mark = -1 },
    { .mark = 1, .fraction = 1, .figure = "1:23:45:678901234567890", .caption = "a caption that is much longer than the ring" },
    { .mark = 0, .n_ticks = 100000, .n_done = 99999 },
    { .mark = 0.5, .n_ticks = 40, .n_done = 100, .style = FYS_RING_DASHED, .figure = "" },
    { .mark = -1, .n_ticks = 0, .n_done = 0, .style = FYS_RING_SEGMENTS, .figure = "0" },
    { .mark = -1, .n_ticks = 100000, .n_done = 50000, .style = FYS_RING_SEGMENTS, .figure = "50000", .caption = "of 100000" },
    { .mark = -1, .n_ticks = 1, .n_done = 1, .style = FYS_RING_SEGMENTS },
  };

  gtk_widget_set_size_request (ring, SIZE_PX, SIZE_PX);
  gtk_widget_set_halign (ring, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (ring, GTK_ALIGN_CENTER);
  gtk_window_set_child (GTK_WINDOW (window), ring);
  gtk_window_present (GTK_WINDOW (window));
  wait_until_mapped (ring);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      fys_ring_set_state (FYS_RING (ring), &states[i]);
      g_assert_cmpuint (count_ink (FYS_RING (ring)), >, 0);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_measure (void)
{
  g_autoptr (FysRing) ring = create_ring ();
  int minimum_px;

  gtk_widget_measure (GTK_WIDGET (ring), GTK_ORIENTATION_HORIZONTAL, -1, &minimum_px, NULL, NULL, NULL);
  g_assert_cmpint (minimum_px, >=, 100);
  g_assert_cmpint (minimum_px, <=, 280);
}

static void
test_finalize (void)
{
  FysRing *ring = create_ring ();

  g_assert_finalize_object (ring);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/exercise/ring/accessible", test_accessible);
  g_test_add_func ("/exercise/ring/shapes", test_shapes);
  g_test_add_func ("/exercise/ring/extremes", test_extremes);
  g_test_add_func ("/exercise/ring/measure", test_measure);
  g_test_add_func ("/exercise/ring/finalize", test_finalize);
  return g_test_run ();
}
