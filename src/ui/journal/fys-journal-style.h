/* fys-journal-style.h - the style sheet of the journal's widgets
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* For class_init of every widget that the style sheet speaks of; loads it once. Main thread. */
void fys_journal_style_load (void);

G_END_DECLS
