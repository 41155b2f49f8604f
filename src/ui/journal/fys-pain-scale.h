/* fys-pain-scale.h - the Numeric Rating Scale for pain: eleven buttons, 0 to 10, of which one can be chosen
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FYS_TYPE_PAIN_SCALE (fys_pain_scale_get_type ())
/* Properties: title (string): the question, shown above and the name of the group; value (int): 0–10, or FYS_JOURNAL_PAIN_UNKNOWN, which it is at first.
 *
 * Works like a group of radio buttons: one stop of Tab, arrows choose the next one, Home and End the ends, and a digit the number. Unlike them an
 * answer can be taken back: by a press of the chosen one, Backspace or Delete. */
G_DECLARE_FINAL_TYPE (FysPainScale, fys_pain_scale, FYS, PAIN_SCALE, GtkWidget)

/* @title: translated */
GtkWidget *fys_pain_scale_new       (const char   *title);
void       fys_pain_scale_set_title (FysPainScale *self,
                                     const char   *title);
/* FYS_JOURNAL_PAIN_UNKNOWN or 0–10 */
int        fys_pain_scale_get_value (FysPainScale *self);
void       fys_pain_scale_set_value (FysPainScale *self,
                                     int           value);

G_END_DECLS
