/* fys-csv-reader.c - the cells of a table in comma-separated values
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/journal/fys-csv-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"
/* What a spreadsheet may write first, followed by the separator. */
#define SEPARATOR_LINE "sep="

static const char separators[] = ",;\t";

static gboolean
is_at (const FysCsvReader *self,
       const char         *text)
{
  gsize length = strlen (text);

  return (gsize) (self->end - self->at) >= length && strncmp (self->at, text, length) == 0;
}

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

/* Over one CRLF, LF or CR, if there is one. */
static void
skip_line_end (FysCsvReader *self)
{
  if (self->at == self->end || !is_line_end (*self->at))
    return;
  self->at += is_at (self, "\r\n") ? 2 : 1;
  self->line++;
}

/* Returns: what comes first in the first line; a comma when it has one cell */
static char
find_separator (const FysCsvReader *self)
{
  gboolean is_quoted = FALSE;

  for (const char *at = self->at; at < self->end && (is_quoted || !is_line_end (*at)); at++)
    {
      if (*at == '"')
        is_quoted = !is_quoted;
      else if (!is_quoted && strchr (separators, *at) != NULL)
        return *at;
    }
  return separators[0];
}

void
fys_csv_reader_init (FysCsvReader *self,
                     const char   *text,
                     gsize         n_bytes)
{
  gsize length = strlen (SEPARATOR_LINE);

  self->at = text;
  self->end = text + n_bytes;
  self->line = 1;
  if (is_at (self, BYTE_ORDER_MARK))
    self->at += strlen (BYTE_ORDER_MARK);
  if (is_at (self, SEPARATOR_LINE) && (gsize) (self->end - self->at) > length + 1 && is_line_end (self->at[length + 1]))
    {
      self->at += length + 1;
      skip_line_end (self);
    }
  self->separator = find_separator (self);
}

/* Stands behind the opening quotation mark. Returns: (transfer full) (nullable): what is between it and the closing one, or %NULL without that */
static char *
read_quoted (FysCsvReader *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (;;)
    {
      const char *quote = memchr (self->at, '"', (gsize) (self->end - self->at));

      if (quote == NULL)
        return NULL;
      for (const char *at = self->at; at < quote; at++)
        if (*at == '\n' || (*at == '\r' && at[1] != '\n'))
          self->line++;
      g_string_append_len (text, self->at, quote - self->at);
      self->at = quote + 1;
      if (self->at == self->end || *self->at != '"')
        return g_string_free (g_steal_pointer (&text), FALSE);
      g_string_append_c (text, '"');
      self->at++;
    }
}

static char *
read_plain (FysCsvReader *self)
{
  const char *start = self->at;

  while (self->at < self->end && *self->at != self->separator && !is_line_end (*self->at))
    self->at++;
  return g_strndup (start, (gsize) (self->at - start));
}

/* Up to the separator or the end of the line. Returns: (transfer full) (nullable): %NULL with @out_problem */
static char *
read_cell (FysCsvReader *self,
           const char  **out_problem)
{
  g_autofree char *cell = NULL;

  if (self->at == self->end || *self->at != '"')
    return read_plain (self);
  self->at++;
  cell = read_quoted (self);
  if (cell == NULL)
    *out_problem = _("A quotation mark is opened and never closed");
  else if (self->at == self->end || *self->at == self->separator || is_line_end (*self->at))
    return g_steal_pointer (&cell);
  else
    *out_problem = _("Something follows a closing quotation mark");
  return NULL;
}

/* Returns: whether there was a row without a fault, be it empty */
static gboolean
read_row (FysCsvReader *self,
          GPtrArray    *cells,
          const char  **out_problem)
{
  for (;;)
    {
      char *cell = read_cell (self, out_problem);

      if (cell == NULL)
        return FALSE;
      g_ptr_array_add (cells, cell);
      if (self->at == self->end || *self->at != self->separator)
        break;
      if (cells->len == FYS_CSV_MAX_CELLS)
        {
          *out_problem = _("The line has too many cells");
          return FALSE;
        }
      self->at++;
    }
  skip_line_end (self);
  return TRUE;
}

static gboolean
has_content (GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    if (*(const char *) g_ptr_array_index (cells, i) != '\0')
      return TRUE;
  return FALSE;
}

gboolean
fys_csv_reader_next (FysCsvReader *self,
                     GPtrArray    *cells,
                     guint        *out_line,
                     const char  **out_problem)
{
  *out_problem = NULL;
  do
    {
      g_ptr_array_set_size (cells, 0);
      *out_line = self->line;
      if (self->at == self->end || !read_row (self, cells, out_problem))
        return FALSE;
    }
  while (!has_content (cells));
  return TRUE;
}
