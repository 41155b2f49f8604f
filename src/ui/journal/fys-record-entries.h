/* fys-record-entries.h - what a session comes to in the journal
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/exercise/fys-session-runner.h"

G_BEGIN_DECLS

/**
 * fys_record_entries_new:
 * @runner: finished or stopped
 * @article: the article's key; @article_title: what it is called
 * @pain_before: 0–10 or FYS_JOURNAL_PAIN_UNKNOWN
 *
 * Returns: (transfer full) (element-type FysJournalEntry): one for each exercise of which something was done, in order; possibly none */
GPtrArray *fys_record_entries_new (FysSessionRunner *runner,
                                   const char       *article,
                                   const char       *article_title,
                                   int               pain_before);

G_END_DECLS
