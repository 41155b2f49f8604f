/* fys-journal-row.c - an entry as a row of the table, and back
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/journal/fys-journal-row.h"

/* Binding fails for a wrong index and for lack of memory only, and then the row's NOT NULL speaks up. */

static void
bind_int (sqlite3_stmt *statement,
          int          *index,
          gint64        value)
{
  (void) sqlite3_bind_int64 (statement, (*index)++, value);
}

static void
bind_text (sqlite3_stmt *statement,
           int          *index,
           const char   *text)
{
  (void) sqlite3_bind_text (statement, (*index)++, text, -1, SQLITE_STATIC);
}

static void
bind_pain (sqlite3_stmt *statement,
           int          *index,
           int           pain)
{
  if (pain == FYS_JOURNAL_PAIN_UNKNOWN)
    (void) sqlite3_bind_null (statement, (*index)++);
  else
    bind_int (statement, index, pain);
}

void
fys_journal_row_bind (sqlite3_stmt          *statement,
                      const FysJournalEntry *entry)
{
  int index = 1;

  bind_int (statement, &index, entry->started_unix_s);
  bind_int (statement, &index, entry->utc_offset_s);
  bind_text (statement, &index, entry->article);
  bind_text (statement, &index, entry->article_title);
  bind_text (statement, &index, entry->exercise);
  bind_int (statement, &index, entry->hold_s);
  bind_int (statement, &index, entry->reps);
  bind_int (statement, &index, entry->sets);
  bind_int (statement, &index, entry->rest_s);
  bind_int (statement, &index, entry->is_per_side ? 1 : 0);
  bind_int (statement, &index, entry->n_planned);
  bind_int (statement, &index, entry->n_done);
  bind_int (statement, &index, entry->active_s);
  bind_pain (statement, &index, entry->pain_before);
  bind_pain (statement, &index, entry->pain_after);
  bind_text (statement, &index, entry->note);
  g_assert (index == FYS_JOURNAL_ROW_N_COLUMNS + 1);
}

/* What is too large for an int stays too large, where SQLite would take the lower half of it. */
static int
read_int (sqlite3_stmt *statement,
          int          *index)
{
  gint64 value = sqlite3_column_int64 (statement, (*index)++);

  return (int) CLAMP (value, G_MININT, G_MAXINT);
}

/* A figure that none can be is none. */
static guint
read_uint (sqlite3_stmt *statement,
           int          *index)
{
  gint64 value = sqlite3_column_int64 (statement, (*index)++);

  return value >= 0 && value <= G_MAXUINT ? (guint) value : 0;
}

/* Returns: (transfer full): UTF-8 up to the first NUL, whatever a damaged file holds */
static char *
read_text (sqlite3_stmt *statement,
           int          *index)
{
  const char *text = (const char *) sqlite3_column_text (statement, (*index)++);

  return text != NULL ? g_utf8_make_valid (text, -1) : g_strdup ("");
}

static int
read_pain (sqlite3_stmt *statement,
           int          *index)
{
  if (sqlite3_column_type (statement, *index) == SQLITE_INTEGER)
    return read_int (statement, index);
  (*index)++;
  return FYS_JOURNAL_PAIN_UNKNOWN;
}

FysJournalEntry *
fys_journal_row_read (sqlite3_stmt *statement)
{
  FysJournalEntry *entry = g_new0 (FysJournalEntry, 1);
  int              index = 0;

  entry->id = sqlite3_column_int64 (statement, index++);
  entry->started_unix_s = sqlite3_column_int64 (statement, index++);
  entry->utc_offset_s = read_int (statement, &index);
  entry->article = read_text (statement, &index);
  entry->article_title = read_text (statement, &index);
  entry->exercise = read_text (statement, &index);
  entry->hold_s = read_uint (statement, &index);
  entry->reps = read_uint (statement, &index);
  entry->sets = read_uint (statement, &index);
  entry->rest_s = read_uint (statement, &index);
  entry->is_per_side = sqlite3_column_int64 (statement, index++) != 0;
  entry->n_planned = read_uint (statement, &index);
  entry->n_done = read_uint (statement, &index);
  entry->active_s = read_uint (statement, &index);
  entry->pain_before = read_pain (statement, &index);
  entry->pain_after = read_pain (statement, &index);
  entry->note = read_text (statement, &index);
  g_assert (index == FYS_JOURNAL_ROW_N_COLUMNS + 1);
  return entry;
}
