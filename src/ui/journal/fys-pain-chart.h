/* fys-pain-chart.h - a curve of pain before and after exercises
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/journal/fys-journal-days.h"

G_BEGIN_DECLS

#define FYS_TYPE_PAIN_CHART (fys_pain_chart_get_type ())
/* Its name for a screen reader says where it begins and ends. */
G_DECLARE_FINAL_TYPE (FysPainChart, fys_pain_chart, FYS, PAIN_CHART, GtkWidget)

GtkWidget *fys_pain_chart_new      (void);
/* (nullable) */
void       fys_pain_chart_set_days (FysPainChart   *self,
                                    FysJournalDays *days);

G_END_DECLS
