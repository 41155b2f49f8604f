/* fys-journal-csv.c - the journal as a table for spreadsheets, and back
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/journal/fys-journal-csv.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/journal/fys-csv-reader.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"
#define ROW_END         "\r\n"

/* What a spreadsheet takes for the beginning of a formula, and the mark that keeps it from that. A text that begins with the mark itself gets another,
 * so that taking away one is always right. */
#define GUARD        '\''
#define NEEDS_GUARD  "=+-@\t\r\n'"

/* Of a wrong cell, in a message. */
#define MAX_SHOWN_CHARS 40

typedef enum
{
  COLUMN_START, /* two fields */
  COLUMN_TEXT,
  COLUMN_NUMBER,
  COLUMN_FLAG,
  COLUMN_PAIN,
} ColumnKind;

typedef struct
{
  const char *key;
  ColumnKind  kind;
  gsize       offset; /* of the field in FysJournalEntry */
  gboolean    is_needed;
} Column;

#define FIELD(name) G_STRUCT_OFFSET (FysJournalEntry, name)

static const Column columns[] = {
  { "start", COLUMN_START, 0, TRUE },
  { "article", COLUMN_TEXT, FIELD (article), FALSE },
  { "article_title", COLUMN_TEXT, FIELD (article_title), FALSE },
  { "exercise", COLUMN_TEXT, FIELD (exercise), TRUE },
  { "hold_s", COLUMN_NUMBER, FIELD (hold_s), FALSE },
  { "reps", COLUMN_NUMBER, FIELD (reps), FALSE },
  { "sets", COLUMN_NUMBER, FIELD (sets), FALSE },
  { "rest_s", COLUMN_NUMBER, FIELD (rest_s), FALSE },
  { "per_side", COLUMN_FLAG, FIELD (is_per_side), FALSE },
  { "planned", COLUMN_NUMBER, FIELD (n_planned), FALSE },
  { "done", COLUMN_NUMBER, FIELD (n_done), FALSE },
  { "active_s", COLUMN_NUMBER, FIELD (active_s), FALSE },
  { "pain_before", COLUMN_PAIN, FIELD (pain_before), FALSE },
  { "pain_after", COLUMN_PAIN, FIELD (pain_after), FALSE },
  { "note", COLUMN_TEXT, FIELD (note), FALSE },
};

#define N_COLUMNS G_N_ELEMENTS (columns)

static void
append_start (GString               *csv,
              const FysJournalEntry *entry)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_utc (entry->started_unix_s + entry->utc_offset_s);
  guint                 offset_s = (guint) ABS (entry->utc_offset_s);

  g_string_append_printf (csv, "%04d-%02d-%02dT%02d:%02d:%02d%c%02u:%02u",
                          g_date_time_get_year (local), g_date_time_get_month (local), g_date_time_get_day_of_month (local),
                          g_date_time_get_hour (local), g_date_time_get_minute (local), g_date_time_get_second (local),
                          entry->utc_offset_s < 0 ? '-' : '+', offset_s / 3600, offset_s / 60 % 60);
  /* Of time zones of the nineteenth century only. */
  if (offset_s % 60 != 0)
    g_string_append_printf (csv, ":%02u", offset_s % 60);
}

static gboolean
needs_guard (const char *text)
{
  return *text != '\0' && strchr (NEEDS_GUARD, *text) != NULL;
}

/* In quotation marks always, so that no separator that a spreadsheet expects can split it. */
static void
append_text (GString    *csv,
             const char *text)
{
  g_string_append_c (csv, '"');
  if (needs_guard (text))
    g_string_append_c (csv, GUARD);
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *at);
    }
  g_string_append_c (csv, '"');
}

static void
append_cell (GString               *csv,
             const Column          *column,
             const FysJournalEntry *entry)
{
  int pain;

  switch (column->kind)
    {
    case COLUMN_START:
      append_start (csv, entry);
      break;
    case COLUMN_TEXT:
      append_text (csv, G_STRUCT_MEMBER (char *, entry, column->offset));
      break;
    case COLUMN_NUMBER:
      g_string_append_printf (csv, "%u", G_STRUCT_MEMBER (guint, entry, column->offset));
      break;
    case COLUMN_FLAG:
      g_string_append_c (csv, G_STRUCT_MEMBER (gboolean, entry, column->offset) ? '1' : '0');
      break;
    case COLUMN_PAIN:
    default:
      pain = G_STRUCT_MEMBER (int, entry, column->offset);
      if (pain != FYS_JOURNAL_PAIN_UNKNOWN)
        g_string_append_printf (csv, "%d", pain);
      break;
    }
}

GBytes *
fys_journal_csv_write (GPtrArray *entries)
{
  GString *csv = g_string_new (BYTE_ORDER_MARK);

  g_return_val_if_fail (entries != NULL, NULL);

  for (guint i = 0; i < N_COLUMNS; i++)
    g_string_append_printf (csv, "%s%s", i > 0 ? "," : "", columns[i].key);
  g_string_append (csv, ROW_END);
  for (guint row = 0; row < entries->len; row++)
    {
      for (guint i = 0; i < N_COLUMNS; i++)
        {
          if (i > 0)
            g_string_append_c (csv, ',');
          append_cell (csv, &columns[i], g_ptr_array_index (entries, row));
        }
      g_string_append (csv, ROW_END);
    }
  return g_string_free_to_bytes (csv);
}

/* Takes @n_digits digits from @text. */
static gboolean
take_digits (const char **text,
             guint        n_digits,
             int         *out_value)
{
  *out_value = 0;
  for (guint i = 0; i < n_digits; i++, (*text)++)
    {
      if (!g_ascii_isdigit (**text))
        return FALSE;
      *out_value = *out_value * 10 + (**text - '0');
    }
  return TRUE;
}

static gboolean
take_char (const char **text,
           const char  *one_of)
{
  if (**text == '\0' || strchr (one_of, **text) == NULL)
    return FALSE;
  (*text)++;
  return TRUE;
}

/* Z, +01:00 or -12:34:56 */
static gboolean
take_offset (const char **text,
             int         *out_offset_s)
{
  int sign = **text == '-' ? -1 : 1;
  int hours;
  int minutes;
  int seconds = 0;

  *out_offset_s = 0;
  if (take_char (text, "Z"))
    return TRUE;
  if (!take_char (text, "+-") || !take_digits (text, 2, &hours) || !take_char (text, ":") || !take_digits (text, 2, &minutes) ||
      (take_char (text, ":") && !take_digits (text, 2, &seconds)))
    return FALSE;
  *out_offset_s = sign * (hours * 3600 + minutes * 60 + seconds);
  return minutes < 60 && seconds < 60 && hours * 3600 + minutes * 60 + seconds <= FYS_JOURNAL_UTC_OFFSET_MAX_S;
}

static gboolean
parse_start (const char      *text,
             FysJournalEntry *entry)
{
  g_autoptr (GDateTime) local = NULL;
  int                   year, month, day, hour, minute, second;

  if (!take_digits (&text, 4, &year) || !take_char (&text, "-") || !take_digits (&text, 2, &month) || !take_char (&text, "-") ||
      !take_digits (&text, 2, &day) || !take_char (&text, "T ") || !take_digits (&text, 2, &hour) || !take_char (&text, ":") ||
      !take_digits (&text, 2, &minute) || !take_char (&text, ":") || !take_digits (&text, 2, &second) ||
      !take_offset (&text, &entry->utc_offset_s) || *text != '\0')
    return FALSE;
  local = g_date_time_new_utc (year, month, day, hour, minute, second); /* NULL when there is no such day */
  if (local == NULL)
    return FALSE;
  entry->started_unix_s = g_date_time_to_unix (local) - entry->utc_offset_s;
  return entry->started_unix_s >= 0 && entry->started_unix_s <= FYS_JOURNAL_STARTED_MAX_UNIX_S;
}

static gboolean
parse_number (const char *text,
              guint       max,
              guint      *out_number)
{
  guint64 number;

  /* Without a sign. */
  if (!g_ascii_isdigit (*text) || !g_ascii_string_to_unsigned (text, 10, 0, max, &number, NULL))
    return FALSE;
  *out_number = (guint) number;
  return TRUE;
}

static gboolean
parse_flag (const char *text,
            gboolean   *out_flag)
{
  /* What a spreadsheet may make of it. */
  *out_flag = strcmp (text, "1") == 0 || g_ascii_strcasecmp (text, "true") == 0;
  return *out_flag || strcmp (text, "0") == 0 || g_ascii_strcasecmp (text, "false") == 0;
}

/* Returns: (transfer full): for a message */
static char *
dup_shown (const char *text)
{
  g_autofree char *line = g_strdup (text);
  g_autofree char *start = NULL;

  g_strdelimit (line, "\t\r\n", ' ');
  if (g_utf8_strlen (line, -1) <= MAX_SHOWN_CHARS)
    return g_steal_pointer (&line);
  start = g_utf8_substring (line, 0, MAX_SHOWN_CHARS);
  return g_strconcat (start, "…", NULL);
}

/* Returns: (transfer full): what is wrong with a cell of that kind */
static char *
dup_problem (ColumnKind  kind,
             const char *text)
{
  g_autofree char *shown = dup_shown (text);

  switch (kind)
    {
    case COLUMN_START:
      return g_strdup_printf (_("“%s” is not a date and time such as 2026-03-01T08:30:00+01:00"), shown);
    case COLUMN_FLAG:
      return g_strdup_printf (_("“%s” is neither 0 nor 1"), shown);
    case COLUMN_PAIN:
      return g_strdup_printf (_("“%s” is not a whole number from 0 to 10"), shown);
    case COLUMN_TEXT:
      return g_strdup (_("The text is too long"));
    case COLUMN_NUMBER:
    default:
      return g_strdup_printf (_("“%s” is not a whole number"), shown);
    }
}

/* Puts @cell, which is not empty, into its field. */
static gboolean
parse_cell (const Column    *column,
            char            *cell,
            FysJournalEntry *entry)
{
  guint pain;

  if (column->kind != COLUMN_TEXT)
    g_strstrip (cell);
  switch (column->kind)
    {
    case COLUMN_START:
      return parse_start (cell, entry);
    case COLUMN_TEXT:
      if (*cell == GUARD && needs_guard (cell + 1))
        cell++;
      g_free (G_STRUCT_MEMBER (char *, entry, column->offset));
      G_STRUCT_MEMBER (char *, entry, column->offset) = g_strdup (cell);
      return strlen (cell) <= FYS_JOURNAL_TEXT_MAX_BYTES;
    case COLUMN_FLAG:
      return parse_flag (cell, &G_STRUCT_MEMBER (gboolean, entry, column->offset));
    case COLUMN_PAIN:
      if (!parse_number (cell, FYS_JOURNAL_PAIN_MAX, &pain))
        return FALSE;
      G_STRUCT_MEMBER (int, entry, column->offset) = (int) pain;
      return TRUE;
    case COLUMN_NUMBER:
    default:
      return parse_number (cell, G_MAXUINT, &G_STRUCT_MEMBER (guint, entry, column->offset));
    }
}

static void
set_invalid (GError    **error,
             const char *problem)
{
  g_set_error_literal (error, FYS_JOURNAL_ERROR, FYS_JOURNAL_ERROR_INVALID, problem);
}

static void
set_invalid_line (GError    **error,
                  guint       line,
                  const char *problem)
{
  /* Translators: of a file that was to be brought in; then what is wrong there. */
  g_set_error (error, FYS_JOURNAL_ERROR, FYS_JOURNAL_ERROR_INVALID, _("Line %1$u: %2$s"), line, problem);
}

/* @column: of the file, from 1 */
static void
set_invalid_cell (GError     **error,
                  guint        line,
                  guint        column,
                  const char  *key,
                  const char  *problem)
{
  /* Translators: of a table that was to be brought in: the line, the column and its name, and what is wrong there. */
  g_set_error (error, FYS_JOURNAL_ERROR, FYS_JOURNAL_ERROR_INVALID, _("Line %1$u, column %2$u (%3$s): %4$s"), line, column, key, problem);
}

static int
find_column (char *name)
{
  g_strstrip (name);
  for (guint i = 0; i < N_COLUMNS; i++)
    if (g_ascii_strcasecmp (columns[i].key, name) == 0)
      return (int) i;
  return -1;
}

/* The first row. Returns: (transfer full) (nullable) (element-type int): of each column of the file which of ours it is, or -1 */
static GArray *
read_header (GPtrArray *cells,
             guint      line,
             GError   **error)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (int));
  gboolean           is_there[N_COLUMNS] = { FALSE };

  for (guint i = 0; i < cells->len; i++)
    {
      int column = find_column (g_ptr_array_index (cells, i));

      if (column >= 0 && is_there[column])
        {
          set_invalid_cell (error, line, i + 1, columns[column].key, _("The column is there twice"));
          return NULL;
        }
      if (column >= 0)
        is_there[column] = TRUE;
      g_array_append_val (order, column);
    }
  for (guint i = 0; i < N_COLUMNS; i++)
    if (columns[i].is_needed && !is_there[i])
      {
        g_autofree char *problem = g_strdup_printf (_("The column “%s” is missing, so this is no journal"), columns[i].key);

        set_invalid_line (error, line, problem);
        return NULL;
      }
  return g_steal_pointer (&order);
}

/* Returns: (transfer full) (nullable) */
static FysJournalEntry *
read_row (GPtrArray *cells,
          GArray    *order,
          guint      line,
          GError   **error)
{
  g_autoptr (FysJournalEntry) entry = fys_journal_entry_new ();

  for (guint i = 0; i < MAX (cells->len, order->len); i++)
    {
      char            *cell = i < cells->len ? g_ptr_array_index (cells, i) : NULL;
      int              at = i < order->len ? g_array_index (order, int, i) : -1;
      gboolean         is_empty = cell == NULL || *cell == '\0';
      g_autofree char *problem = NULL;

      if (i >= order->len && !is_empty)
        {
          set_invalid_line (error, line, _("There are more cells than in the first line"));
          return NULL;
        }
      if (at < 0 || (is_empty && !(columns[at].kind == COLUMN_START)))
        continue;
      if (!is_empty && parse_cell (&columns[at], cell, entry))
        continue;
      problem = dup_problem (columns[at].kind, is_empty ? "" : cell);
      set_invalid_cell (error, line, i + 1, columns[at].key, problem);
      return NULL;
    }
  return g_steal_pointer (&entry);
}

/* Whether @text is something that the reader can take. */
static gboolean
check_text (const char *text,
            gsize       n_bytes,
            GError    **error)
{
  const char *valid_end;
  guint       line = 1;

  if (n_bytes > FYS_JOURNAL_CSV_MAX_BYTES)
    {
      set_invalid (error, _("The file is too large for a journal"));
      return FALSE;
    }
  if (g_utf8_validate (text, (gssize) n_bytes, &valid_end))
    return TRUE;
  for (const char *at = text; at < valid_end; at++)
    line += *at == '\n' ? 1 : 0;
  set_invalid_line (error, line, _("This is not text in UTF-8"));
  return FALSE;
}

static GPtrArray *
read_rows (FysCsvReader *reader,
           GError      **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) fys_journal_entry_free);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray)    order = NULL;
  const char           *problem;
  guint                 line;

  while (fys_csv_reader_next (reader, cells, &line, &problem))
    {
      FysJournalEntry *entry;

      if (order == NULL)
        {
          order = read_header (cells, line, error);
          if (order == NULL)
            return NULL;
          continue;
        }
      if (entries->len == FYS_JOURNAL_CSV_MAX_ROWS)
        {
          set_invalid (error, _("The file is too large for a journal"));
          return NULL;
        }
      entry = read_row (cells, order, line, error);
      if (entry == NULL)
        return NULL;
      g_ptr_array_add (entries, entry);
    }
  if (problem != NULL)
    {
      set_invalid_line (error, line, problem);
      return NULL;
    }
  if (order == NULL)
    {
      set_invalid (error, _("The file is empty"));
      return NULL;
    }
  return g_steal_pointer (&entries);
}

GPtrArray *
fys_journal_csv_read (GBytes  *bytes,
                      GError **error)
{
  gsize        n_bytes;
  const char  *text;
  FysCsvReader reader;

  g_return_val_if_fail (bytes != NULL, NULL);

  text = g_bytes_get_data (bytes, &n_bytes);
  if (text == NULL)
    text = "";
  if (!check_text (text, n_bytes, error))
    return NULL;
  fys_csv_reader_init (&reader, text, n_bytes);
  return read_rows (&reader, error);
}
