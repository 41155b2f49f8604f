/* fys-drawing-scheme.h - the colours of a drawing on a light and on a dark page
 *
 * An SVG says how it looks on a dark page in the way of the web: by rules of its style sheet in `@media (prefers-color-scheme: dark) { … }`.
 * The library that draws it knows no media, and leaves those rules out. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * fys_drawing_scheme_dup_dark:
 * @svg: the bytes of an SVG, or whatever else a file holds
 *
 * Any thread.
 *
 * Returns: (transfer full): @svg with the rules for a dark page holding always; @svg itself when it has none */
GBytes *fys_drawing_scheme_dup_dark (GBytes *svg);

G_END_DECLS
