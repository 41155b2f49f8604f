/* fys-source.h - the bytes of a file as text with lines
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** FysSource: valid UTF-8 without zeros and carriage returns, and where its lines begin.
 * @text: (element-type char): not terminated; either borrowed from @bytes or @owned
 * @line_starts: n_lines + 1 offsets; the last one is @length */
typedef struct
{
  const char *text;
  gsize       length;
  guint      *line_starts;
  guint       n_lines;

  /* Owned */
  GBytes     *bytes;
  char       *owned;
} FysSource;

/**
 * fys_source_init:
 * @diagnostics: gets a finding for what is not UTF-8 and for what is left out
 *
 * A byte order mark is dropped, CRLF and CR become LF, each byte that is not UTF-8 and each zero becomes U+FFFD, UTF-16 with a byte
 * order mark is converted. What lies beyond FYS_ARTICLE_MAX_BYTES is left out. */
void  fys_source_init       (FysSource       *self,
                             GBytes          *bytes,
                             GPtrArray       *diagnostics);
void  fys_source_clear      (FysSource       *self);
/* @line: 1-based. Returns: the line without its line break, not terminated */
const char *fys_source_get_line (const FysSource *self,
                                 guint            line,
                                 gsize           *out_length);
/* Whether @line (1-based) is empty or white space. */
gboolean fys_source_is_blank (const FysSource *self,
                              guint            line);

G_END_DECLS
