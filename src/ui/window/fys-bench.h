/* fys-bench.h - tells a benchmark when the article was drawn
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * fys_bench_tell_first_frame:
 * @widget: what is to be drawn, in its window
 *
 * When the environment has FYSBOG_BENCH, prints `first-frame TIME` to the standard error, once in the life of the program, after the
 * first frame in which @widget is mapped: the content that it has now is on the screen then. TIME is in monotonic microseconds.
 * Otherwise does nothing. */
void fys_bench_tell_first_frame (GtkWidget *widget);

G_END_DECLS
