/* fys-journal-print.h - prints a part of the journal
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/journal/fys-journal-days.h"

G_BEGIN_DECLS

/* Shows the print dialog. @heading: which part that is, translated. Returns: %FALSE when it failed at once */
gboolean fys_journal_print (GtkWindow      *parent,
                            FysJournalDays *days,
                            const char     *heading,
                            GError        **error);

G_END_DECLS
