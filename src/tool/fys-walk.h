/* fys-walk.h - the articles in a folder and all that lie in it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * fys_walk_error_func:
 * @path: the folder that could not be read
 * @message: why, translated */
typedef void (*FysWalkErrorFunc) (const char *path,
                                  const char *message,
                                  gpointer    user_data);

/**
 * fys_walk_dup_articles:
 * @path: a folder
 * @on_error: called for each folder that cannot be read; the rest is walked all the same
 *
 * Finds the files whose names end in .md or .markdown, by name, folder after folder. Links are followed, and each folder is
 * visited once whatever the links say; what begins with a dot is left out.
 *
 * Returns: (transfer full) (element-type filename): paths that begin with @path */
GPtrArray *fys_walk_dup_articles (const char      *path,
                                  FysWalkErrorFunc on_error,
                                  gpointer         user_data);

G_END_DECLS
