/* fys-csv-reader.h - the cells of a table in comma-separated values (RFC 4180), and what spreadsheets make of it
 *
 * Private to the journal. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of a row. */
#define FYS_CSV_MAX_CELLS 1000

/** FysCsvReader: where in the text we are. The text must outlive it.
 * @line: of the next row, from 1 */
typedef struct
{
  const char *at;
  const char *end;
  char        separator;
  guint       line;
} FysCsvReader;

/**
 * fys_csv_reader_init:
 * @text: UTF-8 without NUL
 *
 * Steps over a byte order mark and a line `sep=;`, and takes for the separator what comes first in the first line: a comma, a semicolon or a tab. */
void     fys_csv_reader_init (FysCsvReader *self,
                              const char   *text,
                              gsize         n_bytes);
/**
 * fys_csv_reader_next:
 * @cells: (element-type utf8): gets the cells of the next row that is not empty, without quotation marks; its free func frees them
 * @out_line: the line of the file in which the row begins
 * @out_problem: (transfer none): what is wrong, translated, or %NULL; then @out_line is where
 *
 * Rows end with CRLF, LF or CR. A cell in quotation marks is kept to the byte.
 *
 * Returns: %FALSE at the end and when something is wrong */
gboolean fys_csv_reader_next (FysCsvReader *self,
                              GPtrArray    *cells,
                              guint        *out_line,
                              const char  **out_problem);

G_END_DECLS
