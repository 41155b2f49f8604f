/* fys-library-walk.h - the articles in folders and all that lies in them
 *
 * Blocks. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sys/stat.h>

G_BEGIN_DECLS

/** FysLibraryWalkFuncs: each is told of what the walk comes to; %FALSE ends the walk.
 * @folder: (nullable): a folder that is going to be read
 * @article: a file whose name is that of an article. @info: (nullable): what it is; %NULL when that cannot be told, as of a link that leads nowhere
 * @problem: a folder that could not be read, and why, translated; the rest is walked all the same */
typedef struct
{
  gboolean (*folder)  (const char *path, gpointer user_data);
  gboolean (*article) (const char *path, const struct stat *info, gpointer user_data);
  gboolean (*problem) (const char *path, const char *message, gpointer user_data);
} FysLibraryWalkFuncs;

/* Remembers which folders were visited, by device and inode: links may give one any number of names. */
typedef struct _FysLibraryWalk FysLibraryWalk;

FysLibraryWalk *fys_library_walk_new  (void);
void            fys_library_walk_free (FysLibraryWalk            *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FysLibraryWalk, fys_library_walk_free)
/**
 * fys_library_walk_run:
 * @path: a folder; the paths of what is found begin with it
 *
 * Goes through @path and the folders in it, by name. Links are followed, and each folder is visited once in the life of @self, whatever links and the
 * other folders that it was run on say. What begins with a dot is left out, and so are folders that hold other people's code.
 *
 * Returns: %FALSE when one of @funcs ended it */
gboolean        fys_library_walk_run  (FysLibraryWalk            *self,
                                       const char                *path,
                                       const FysLibraryWalkFuncs *funcs,
                                       gpointer                   user_data);
/* Whether a file of that name is taken for an article: .md or .markdown, but not what lies in a folder to tell of the folder (README.md and the like),
 * nor what an editor keeps there for itself. */
gboolean        fys_library_walk_is_article_name (const char *name);

G_END_DECLS
