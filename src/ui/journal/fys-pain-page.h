/* fys-pain-page.h - the journal as pain over time: a curve or a table, of a period and an exercise
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/journal/fys-journal-days.h"

G_BEGIN_DECLS

#define FYS_TYPE_PAIN_PAGE (fys_pain_page_get_type ())
G_DECLARE_FINAL_TYPE (FysPainPage, fys_pain_page, FYS, PAIN_PAGE, GtkWidget)

/* (nullable) */
void            fys_pain_page_set_days    (FysPainPage    *self,
                                           FysJournalDays *days);
/* Returns: (transfer full) (nullable): the entries of the chosen period and exercise, also those without pain */
FysJournalDays *fys_pain_page_dup_chosen  (FysPainPage    *self);
/* Returns: (transfer full): "Last 3 months · All exercises" */
char           *fys_pain_page_dup_heading (FysPainPage    *self);

G_END_DECLS
