/* fys-program-page.h - several exercises in order, before they start
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/exercise/fys-program.h"

G_BEGIN_DECLS

#define FYS_TYPE_PROGRAM_PAGE (fys_program_page_get_type ())
/* Signals: edit-requested (guint exercise); start-clicked. Property-less: the caller gives it all and asks for the rest. */
G_DECLARE_FINAL_TYPE (FysProgramPage, fys_program_page, FYS, PROGRAM_PAGE, GtkWidget)

GtkWidget *fys_program_page_new          (void);
/**
 * fys_program_page_set_plans:
 * @plans: one for each exercise; copied */
void       fys_program_page_set_plans    (FysProgramPage  *self,
                                          FysExerciseList *exercises,
                                          const FysPlan   *plans);
/* Seconds of rest between two exercises. */
guint      fys_program_page_get_rest_s   (FysProgramPage  *self);
void       fys_program_page_focus_button (FysProgramPage  *self);

G_END_DECLS
