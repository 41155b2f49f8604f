/* fys-program-page.h - several exercises before they start: their order, which of them are done, and the rest between
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/exercise/fys-setup.h"
#include "ui/journal/fys-pain-scale.h"

G_BEGIN_DECLS

#define FYS_TYPE_PROGRAM_PAGE (fys_program_page_get_type ())
/* Signals: edit-requested (guint exercise); start-clicked. */
G_DECLARE_FINAL_TYPE (FysProgramPage, fys_program_page, FYS, PROGRAM_PAGE, GtkWidget)

GtkWidget *fys_program_page_new          (void);
/**
 * fys_program_page_set_setup:
 * @setup: (nullable): what the page shows and changes; borrowed until another one is set
 *
 * The same one again shows what was changed elsewhere. */
void       fys_program_page_set_setup    (FysProgramPage *self,
                                          FysSetup       *setup);
/* Puts an exercise at another place of the order, and says so. */
void       fys_program_page_move         (FysProgramPage *self,
                                          guint           exercise,
                                          guint           to_place);
void       fys_program_page_focus_button (FysProgramPage *self);
/* To the exercise that was looked at. */
void       fys_program_page_focus_row    (FysProgramPage *self,
                                          guint           exercise);
/* Returns: (transfer none): the question for the pain before, which is hidden at first */
FysPainScale *fys_program_page_get_pain_scale (FysProgramPage *self);

G_END_DECLS
