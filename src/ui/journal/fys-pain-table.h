/* fys-pain-table.h - the pain before and after exercises as a table, the newest first
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/journal/fys-journal-days.h"

G_BEGIN_DECLS

#define FYS_TYPE_PAIN_TABLE (fys_pain_table_get_type ())
/* Only the rows that are in sight have widgets, and items. */
G_DECLARE_FINAL_TYPE (FysPainTable, fys_pain_table, FYS, PAIN_TABLE, GtkWidget)

GtkWidget *fys_pain_table_new      (void);
/* (nullable) */
void       fys_pain_table_set_days (FysPainTable   *self,
                                    FysJournalDays *days);

G_END_DECLS
