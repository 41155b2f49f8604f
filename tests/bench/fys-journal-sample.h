/* fys-journal-sample.h - how long a full journal takes
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/** FysJournalTimes: milliseconds. @read: from a journal that was never opened to all of its entries
 * @pause: the longest that the main loop had to wait meanwhile @add: to save one entry more */
typedef struct
{
  double read;
  double pause;
  double add;
} FysJournalTimes;

/* Makes a journal of @n_entries at @path, unless there is one, and measures once. */
gboolean fys_journal_sample_measure (const char      *path,
                                     guint            n_entries,
                                     FysJournalTimes *out_times_ms,
                                     GError         **error);
/* Removes it. */
void     fys_journal_sample_remove  (const char      *path);
