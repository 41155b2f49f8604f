/* fys-program-row.h - one exercise of a program: done or left out, and moved up and down
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/exercise/fys-setup.h"

G_BEGIN_DECLS

#define FYS_TYPE_PROGRAM_ROW (fys_program_row_get_type ())
/* Signals: moved (int direction): up (-1) or down (+1) is wanted; left-out-changed; edit-clicked.
 * Actions: program.move-up (Alt+Up), program.move-down (Alt+Down), program.edit. It can be dragged, as a value of its type. */
G_DECLARE_FINAL_TYPE (FysProgramRow, fys_program_row, FYS, PROGRAM_ROW, AdwActionRow)

/* @exercise: its index in @setup, which outlives the row */
GtkWidget *fys_program_row_new          (FysSetup      *setup,
                                         guint          exercise);
guint      fys_program_row_get_exercise (FysProgramRow *self);
/* Shows what the setup says of the exercise now. */
void       fys_program_row_update       (FysProgramRow *self);

G_END_DECLS
