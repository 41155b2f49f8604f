/* fys-journal-entry.h - one exercise that was done, as the journal keeps it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FYS_JOURNAL_PAIN_UNKNOWN (-1)
/* Of the Numeric Rating Scale: 0 is no pain, 10 the worst imaginable. */
#define FYS_JOURNAL_PAIN_MAX 10

/* Bounds on what the journal takes, so that a file brought in cannot ask for more. */
#define FYS_JOURNAL_TEXT_MAX_BYTES   (1024 * 1024)
#define FYS_JOURNAL_UTC_OFFSET_MAX_S (18 * 3600) /* beyond every time zone that was ever used */
/* 9999-12-30 00:00 UTC: a time of day on a calendar with four-digit years, in every time zone */
#define FYS_JOURNAL_STARTED_MAX_UNIX_S G_GINT64_CONSTANT (253402128000)

/** FysJournalEntry: one exercise that was done. Strings are owned by the entry, UTF-8 and never %NULL.
 * @id: 0 until it is saved; never used twice
 * @started_unix_s: when, in seconds since 1970; never before that
 * @utc_offset_s: of the local time then, so that the day is the one that the person lived
 * @article: its key, from fys_library_dup_article_key()
 * @article_title: what it was called then
 * @exercise: its name
 * @hold_s, @reps, @sets, @rest_s, @is_per_side: the plan; 0 where it has none
 * @n_planned, @n_done: repetitions or holds, over all sets and sides
 * @active_s: how long the person was at it
 * @pain_before, @pain_after: 0 to FYS_JOURNAL_PAIN_MAX, or FYS_JOURNAL_PAIN_UNKNOWN
 * @note: the person's own words, or "" */
typedef struct
{
  gint64   id;
  gint64   started_unix_s;
  int      utc_offset_s;
  char    *article;
  char    *article_title;
  char    *exercise;
  guint    hold_s;
  guint    reps;
  guint    sets;
  guint    rest_s;
  gboolean is_per_side;
  guint    n_planned;
  guint    n_done;
  guint    active_s;
  int      pain_before;
  int      pain_after;
  char    *note;
} FysJournalEntry;

/* Returns: (transfer full): all 0 and "", the pain unknown */
FysJournalEntry *fys_journal_entry_new      (void);
/* Returns: (transfer full) */
FysJournalEntry *fys_journal_entry_copy     (const FysJournalEntry *self);
void             fys_journal_entry_free     (FysJournalEntry       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FysJournalEntry, fys_journal_entry_free)
/* Whether everything but the id is the same. */
gboolean         fys_journal_entry_equal    (const FysJournalEntry *self,
                                             const FysJournalEntry *other);
/* Whether the journal takes it: every figure within its bounds, every text UTF-8 and not too long. */
gboolean         fys_journal_entry_is_valid (const FysJournalEntry *self);

G_END_DECLS
