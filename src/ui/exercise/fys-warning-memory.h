/* fys-warning-memory.h - which warnings were read while the program runs
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/window/fys-document.h"

G_BEGIN_DECLS

/* All windows share it, and nothing of it is written to disk. A file whose warning was changed counts as not read. Main thread. */
gboolean fys_warning_memory_is_read    (FysDocument *document);
void     fys_warning_memory_mark_read  (FysDocument *document);
/* For the next person at a shared machine. */
void     fys_warning_memory_forget_all (void);

G_END_DECLS
