/* fys-done-page.h - what was done in a session
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/exercise/fys-session-runner.h"
#include "ui/journal/fys-record-form.h"
#include "ui/reminder/fys-reminder-button.h"

G_BEGIN_DECLS

#define FYS_TYPE_DONE_PAGE (fys_done_page_get_type ())
/* Signals: again-clicked, next-clicked, close-clicked. */
G_DECLARE_FINAL_TYPE (FysDonePage, fys_done_page, FYS, DONE_PAGE, GtkWidget)

GtkWidget *fys_done_page_new          (void);
/**
 * fys_done_page_set_runner:
 * @runner: a session that is finished or stopped; only used during the call
 * @has_next: whether another exercise can be offered */
void       fys_done_page_set_runner   (FysDonePage      *self,
                                       FysSessionRunner *runner,
                                       gboolean          has_next);
/* @record: (nullable): what is kept of the session, and asked about it; %NULL when nothing is */
void       fys_done_page_set_record   (FysDonePage        *self,
                                       FysRecord          *record,
                                       FysRecordFormParts  parts);
void       fys_done_page_focus_button (FysDonePage      *self);
/* Returns: (transfer none) */
FysReminderButton *fys_done_page_get_reminder_button (FysDonePage *self);

G_END_DECLS
