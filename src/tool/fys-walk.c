/* fys-walk.c - the articles in a folder and all that lies in it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tool/fys-walk.h"

#include "core/library/fys-library-walk.h"

typedef struct
{
  GPtrArray       *articles;
  FysWalkErrorFunc on_error;
  gpointer         user_data;
} Walk;

/* What is no file is told of when it is read. */
static gboolean
article_cb (const char        *path,
            const struct stat *info,
            gpointer           user_data)
{
  Walk *walk = user_data;

  g_ptr_array_add (walk->articles, g_strdup (path));
  return TRUE;
}

static gboolean
problem_cb (const char *path,
            const char *message,
            gpointer    user_data)
{
  Walk *walk = user_data;

  walk->on_error (path, message, walk->user_data);
  return TRUE;
}

static const FysLibraryWalkFuncs funcs = { NULL, article_cb, problem_cb };

GPtrArray *
fys_walk_dup_articles (const char      *path,
                       FysWalkErrorFunc on_error,
                       gpointer         user_data)
{
  g_autoptr (FysLibraryWalk) visited = fys_library_walk_new ();
  Walk walk = { g_ptr_array_new_with_free_func (g_free), on_error, user_data };

  (void) fys_library_walk_run (visited, path, &funcs, &walk); /* nothing here ends it */
  return walk.articles;
}
