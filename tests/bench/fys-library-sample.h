/* fys-library-sample.h - a library of any size, made of a few articles
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * fys_library_sample_make:
 * @originals: (element-type filename): articles
 * @folder: is made
 *
 * Writes @n articles below @folder, the same ones at every call. Each is one of @originals with a part of its words exchanged for made-up ones: most for
 * words that many articles have, some for rare ones, of which there are the more the more articles there are. */
gboolean fys_library_sample_make (GPtrArray  *originals,
                                  const char *folder,
                                  guint       n,
                                  GError    **error);

G_END_DECLS
