/* fys-sample.h - articles of any length to measure with
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * fys_sample_new:
 * @size_bytes: about how long
 *
 * The same text at every call: front matter, headings, prose with markup and links, lists, tables, exercises and questions, in the
 * proportions of a real article.
 *
 * Returns: (transfer full) */
GBytes *fys_sample_new (gsize size_bytes);

G_END_DECLS
