/* fys-journal-words.h - what the journal says in words
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "No pain" at 0, "Moderate pain" at 5, "Worst imaginable pain" at 10, or %NULL: translated, static. */
const char *fys_pain_get_word      (int           pain);
/* "3 of 10", "0 of 10, no pain"; "Not answered" for FYS_JOURNAL_PAIN_UNKNOWN. Returns: (transfer full) */
char       *fys_pain_dup_text      (int           pain);
/* "Pain 4 before, 2 after", or what is known of it; "" when nothing is. Returns: (transfer full) */
char       *fys_pain_dup_change    (int           before,
                                    int           after);
/* What is true of @error, of FYS_JOURNAL_ERROR or another domain, and what can be done about it. Returns: (transfer full) */
char       *fys_journal_dup_error  (const GError *error);

G_END_DECLS
