/* fys-autolink.h - bare web addresses in running text
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether @text can hold a bare address at all: a cheap test for the many texts that hold none. */
gboolean fys_autolink_is_possible (const char *text);
/**
 * fys_autolink_find:
 * @from: where to begin
 * @out_start: (out): the byte at which something begins that may be an address: "https://", "http://" or "www." that is not
 *   the end of a word
 *
 * Returns: whether there is one */
gboolean fys_autolink_find        (const char *text,
                                   guint       length,
                                   guint       from,
                                   guint      *out_start);
/**
 * fys_autolink_measure:
 * @text: begins as fys_autolink_find() found it
 * @limit: bytes that may belong to the address
 *
 * An address ends at white space, a quotation mark or an angle bracket; punctuation at its end belongs to the sentence, and so
 * does a closing bracket that is not opened in the address.
 *
 * Returns: its bytes, 0 when it is none */
guint    fys_autolink_measure     (const char *text,
                                   guint       limit);

G_END_DECLS
