/* fys-text-size.h - the sizes that the article's text can have, and the popover that changes them
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FYS_TEXT_SCALE_LEAST 0.5
#define FYS_TEXT_SCALE_MOST  3.0
#define FYS_TEXT_SCALE_USUAL 1.0

/* The next size up (@step = 1) or down (-1) from @text_scale, which need not be one of ours. Stays at the ends. */
double     fys_text_scale_step       (double text_scale,
                                      int    step);
/* "120 %". Returns: (transfer full) */
char      *fys_text_scale_dup_label  (double text_scale);
/* Smaller, the size, larger; its buttons have the actions win.text-smaller, win.text-usual and win.text-larger.
 * @source: what has the property text-scale that is shown */
GtkWidget *fys_text_size_popover_new (GObject *source);

G_END_DECLS
