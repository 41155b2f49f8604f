/* fys-text.h - a run of plain text and the spans that mark parts of it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FYS_SPAN_EMPHASIS,
  FYS_SPAN_STRONG,
  FYS_SPAN_CODE,
  FYS_SPAN_LINK,  /* target is the address */
  FYS_SPAN_IMAGE, /* an image inside running text: the span is its alternative text, target its source */
  FYS_SPAN_HTML,  /* raw HTML, shown as the text that it is */
} FysSpanKind;

/** FysSpan: marks the bytes [start, end) of its text.
 * Spans may nest but never cross; an outer span comes before its inner ones. Both ends lie between characters.
 * @target: (nullable): the address of a link or the source of an image
 * @title: (nullable): the title that Markdown allows on both */
typedef struct
{
  FysSpanKind kind;
  guint       start;
  guint       end;
  const char *target;
  const char *title;
} FysSpan;

/** FysText: valid UTF-8 without markup; a hard line break is "\n", a soft one is " ".
 * Borrowed from the article, which owns all bytes; copied by assignment. @text is zero-terminated and never %NULL. */
typedef struct
{
  const char    *text;
  guint          length; /* bytes */
  guint          n_spans;
  const FysSpan *spans;
} FysText;

G_END_DECLS
