/* fys-plan-page.h - the figures of one exercise, to look at and change before it starts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/exercise/fys-program.h"
#include "ui/journal/fys-pain-scale.h"

G_BEGIN_DECLS

#define FYS_TYPE_PLAN_PAGE (fys_plan_page_get_type ())
/* Signal: confirmed: the user has pressed the button at the bottom. */
G_DECLARE_FINAL_TYPE (FysPlanPage, fys_plan_page, FYS, PLAN_PAGE, GtkWidget)

GtkWidget *fys_plan_page_new          (void);
/**
 * fys_plan_page_set_plan:
 * @exercise: only used during the call
 * @plan: what the figures are now
 * @button_label: what confirming does: "Start", or "Done" within a program */
void       fys_plan_page_set_plan     (FysPlanPage       *self,
                                       const FysExercise *exercise,
                                       const FysPlan     *plan,
                                       const char        *button_label);
/* @picture: (transfer floating) (nullable): of the exercise */
void       fys_plan_page_set_picture  (FysPlanPage       *self,
                                       GtkWidget         *picture);
void       fys_plan_page_get_plan     (FysPlanPage       *self,
                                       FysPlan           *out_plan);
/* Returns: (transfer none): the question for the pain before, which is hidden at first */
FysPainScale *fys_plan_page_get_pain_scale (FysPlanPage *self);
void       fys_plan_page_focus_button (FysPlanPage       *self);

G_END_DECLS
