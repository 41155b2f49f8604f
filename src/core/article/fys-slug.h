/* fys-slug.h - the address form of a heading, a place or a specialty
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * fys_slug_from_text:
 * @text: UTF-8
 *
 * FysFinder's rule: lower case; æ→ae, ø→oe, å→aa, ü→u; any other run of characters that are not letters a–z, digits or
 * `_` becomes one `-`, and none at the ends.
 *
 * Returns: (transfer full): the slug, possibly ""; never %NULL */
char *fys_slug_from_text (const char *text);

G_END_DECLS
