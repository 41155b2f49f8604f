/* fys-bench.c - tells a benchmark when the article was drawn
 *
 * Only the program itself can tell: from outside one sees a window, but not what it shows. The bare window that it is compared with
 * (tests/bench) tells it with this same code. SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window/fys-bench.h"

#include <stdio.h>

static gboolean is_told;

static void
after_paint_cb (GdkFrameClock *clock,
                GtkWidget     *widget)
{
  /* A window that is being opened runs through frames before anything of it is shown. */
  if (!gtk_widget_get_mapped (widget))
    return;
  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, widget);
  fprintf (stderr, "first-frame %" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
}

static void
watch_frames (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (widget, watch_frames, NULL);
  g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint", G_CALLBACK (after_paint_cb), widget,
                           G_CONNECT_DEFAULT);
}

void
fys_bench_tell_first_frame (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (is_told || g_getenv ("FYSBOG_BENCH") == NULL)
    return;
  is_told = TRUE;
  if (gtk_widget_get_realized (widget))
    watch_frames (widget);
  else
    g_signal_connect (widget, "realize", G_CALLBACK (watch_frames), NULL);
}
