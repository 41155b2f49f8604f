/* fys-source.c - the bytes of a file as text with lines
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/article/fys-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/article/fys-article.h"
#include "core/article/fys-diagnostic.h"

#define BOM         "\xef\xbb\xbf"
#define REPLACEMENT "\xef\xbf\xbd" /* U+FFFD */

/* A file in Latin-1 has a fault in each Danish word: the first ones show what is wrong. */
#define MAX_UTF8_FINDINGS 5

typedef struct
{
  GString    *text;
  const char *line_start; /* in the input */
  guint       line;
  guint       n_faults;
} Repair;

static guint
count_characters (const char *from,
                  const char *to)
{
  guint n = 0;

  for (const char *p = from; p < to; p++)
    n += ((guchar) *p & 0xc0) != 0x80;
  return n;
}

static void
report_fault (Repair     *repair,
              const char *place,
              GPtrArray  *diagnostics)
{
  guint column;

  repair->n_faults++;
  if (repair->n_faults > MAX_UTF8_FINDINGS)
    return;
  column = count_characters (repair->line_start, place) + 1;
  if (*place == '\0')
    fys_diagnostics_add (diagnostics, FYS_SEVERITY_ERROR, repair->line, column, _("A zero byte is not text; is this really an article?"));
  else
    fys_diagnostics_add (diagnostics, FYS_SEVERITY_ERROR, repair->line, column,
                         _("The byte 0x%02X is not valid UTF-8; save the file with the encoding UTF-8"), (guint) (guchar) *place);
}

/* Copies a valid stretch without carriage returns and keeps count of the lines. */
static void
append_valid (Repair     *repair,
              const char *from,
              const char *to)
{
  while (from < to)
    {
      const char *end = from;

      while (end < to && *end != '\r' && *end != '\n')
        end++;
      g_string_append_len (repair->text, from, end - from);
      if (end == to)
        return;
      g_string_append_c (repair->text, '\n');
      from = *end == '\r' && end + 1 < to && end[1] == '\n' ? end + 2 : end + 1;
      repair->line++;
      repair->line_start = from;
    }
}

/* A place for what cannot be taken as it is: only then are the bytes copied. */
static void
repair_text (FysSource  *self,
             const char *text,
             gsize       length,
             GPtrArray  *diagnostics)
{
  Repair      repair = { g_string_sized_new (length + 64), text, 1, 0 };
  const char *end = text + length;

  while (text < end)
    {
      const char *valid_end;

      g_utf8_validate_len (text, end - text, &valid_end);
      append_valid (&repair, text, valid_end);
      text = valid_end;
      if (text == end)
        break;
      report_fault (&repair, text, diagnostics);
      g_string_append (repair.text, REPLACEMENT);
      text++;
    }
  if (repair.n_faults > MAX_UTF8_FINDINGS)
    fys_diagnostics_add (diagnostics, FYS_SEVERITY_ERROR, 0, 0,
                         ngettext ("%u byte of the file is not valid UTF-8",
                                   "%u bytes of the file are not valid UTF-8", repair.n_faults),
                         repair.n_faults);

  self->length = repair.text->len;
  g_free (self->owned);
  self->owned = g_string_free (repair.text, FALSE);
  self->text = self->owned;
}

/* Windows' editors call UTF-16 "Unicode" and write it with a byte order mark. */
static gboolean
convert_utf16 (FysSource  *self,
               const char *data,
               gsize       length,
               GPtrArray  *diagnostics)
{
  const char *encoding = NULL;
  gsize       n_written;

  if (length >= 2 && memcmp (data, "\xff\xfe", 2) == 0)
    encoding = "UTF-16LE";
  else if (length >= 2 && memcmp (data, "\xfe\xff", 2) == 0)
    encoding = "UTF-16BE";
  if (encoding == NULL)
    return FALSE;

  self->owned = g_convert (data + 2, (gssize) (length - 2), "UTF-8", encoding, NULL, &n_written, NULL);
  if (self->owned == NULL)
    return FALSE;
  self->text = self->owned;
  self->length = n_written;
  fys_diagnostics_add (diagnostics, FYS_SEVERITY_WARNING, 0, 0,
                       _("The file is encoded as UTF-16; save it with the encoding UTF-8"));
  return TRUE;
}

static void
index_lines (FysSource *self)
{
  GArray     *starts = g_array_sized_new (FALSE, FALSE, sizeof (guint), (guint) (self->length / 64 + 16));
  const char *end = self->text + self->length;
  const char *p = self->text;
  guint       offset;

  while (p < end)
    {
      const char *line_end = memchr (p, '\n', (gsize) (end - p));

      offset = (guint) (p - self->text);
      g_array_append_val (starts, offset);
      p = line_end != NULL ? line_end + 1 : end;
    }
  self->n_lines = starts->len;
  offset = (guint) self->length;
  g_array_append_val (starts, offset);
  self->line_starts = (guint *) (gpointer) g_array_free (starts, FALSE);
}

/* The longest prefix within the bound that does not end inside a character. */
static gsize
bounded_length (const char *text,
                gsize       length)
{
  if (length <= FYS_ARTICLE_MAX_BYTES)
    return length;
  length = FYS_ARTICLE_MAX_BYTES;
  for (guint i = 0; i < 3 && ((guchar) text[length] & 0xc0) == 0x80; i++)
    length--;
  return length;
}

void
fys_source_init (FysSource *self,
                 GBytes    *bytes,
                 GPtrArray *diagnostics)
{
  gsize       length;
  const char *data = g_bytes_get_data (bytes, &length);
  gsize       bounded = length > 0 ? bounded_length (data, length) : 0;

  memset (self, 0, sizeof *self);
  self->bytes = g_bytes_ref (bytes);
  if (!convert_utf16 (self, data, bounded & ~(gsize) 1, diagnostics))
    {
      gboolean has_bom = bounded >= 3 && memcmp (data, BOM, 3) == 0;

      self->text = has_bom ? data + 3 : data != NULL ? data : "";
      self->length = has_bom ? bounded - 3 : bounded;
    }
  if (memchr (self->text, '\r', self->length) != NULL || !g_utf8_validate_len (self->text, self->length, NULL))
    repair_text (self, self->text, self->length, diagnostics);
  index_lines (self);
  if (bounded < length)
    fys_diagnostics_add (diagnostics, FYS_SEVERITY_ERROR, MAX (self->n_lines, 1), 0,
                         _("The file is larger than %u MiB; the rest of it is left out"),
                         FYS_ARTICLE_MAX_BYTES / (1024 * 1024));
}

void
fys_source_clear (FysSource *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->owned, g_free);
  g_clear_pointer (&self->line_starts, g_free);
}

const char *
fys_source_get_line (const FysSource *self,
                     guint            line,
                     gsize           *out_length)
{
  guint start = self->line_starts[line - 1];
  guint end = self->line_starts[line];

  if (end > start && self->text[end - 1] == '\n')
    end--;
  *out_length = end - start;
  return self->text + start;
}

gboolean
fys_source_is_blank (const FysSource *self,
                     guint            line)
{
  gsize       length;
  const char *text = fys_source_get_line (self, line, &length);

  for (gsize i = 0; i < length; i++)
    if (text[i] != ' ' && text[i] != '\t')
      return FALSE;
  return TRUE;
}
