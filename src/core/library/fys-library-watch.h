/* fys-library-watch.h - noticing that something has changed in the folders
 *
 * Tells on the main context that is the thread's own when it is made. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/library/fys-library-surroundings.h"

G_BEGIN_DECLS

/** FysLibraryWatchFunc: @article: (nullable): the path of an article that was made, changed or deleted; %NULL: whole folders may have come or gone */
typedef void (*FysLibraryWatchFunc) (const char *article,
                                     gpointer    user_data);

typedef struct _FysLibraryWatch FysLibraryWatch;

/* @surroundings: outlive the watch */
FysLibraryWatch *fys_library_watch_new         (const FysLibrarySurroundings *surroundings,
                                                FysLibraryWatchFunc           func,
                                                gpointer                      user_data);
void             fys_library_watch_free        (FysLibraryWatch    *self);
/* Between these two every folder that is to be watched is named; others are let go of. */
void             fys_library_watch_begin       (FysLibraryWatch    *self);
void             fys_library_watch_end         (FysLibraryWatch    *self);
void             fys_library_watch_add_folder  (FysLibraryWatch    *self,
                                                const char         *path);
/* A source: when it is not there, its coming is watched for. */
void             fys_library_watch_add_source  (FysLibraryWatch    *self,
                                                const char         *path);
/* Whether there are folders that tell of no change: then somebody has to look from time to time. */
gboolean         fys_library_watch_is_partial  (FysLibraryWatch    *self);

G_END_DECLS
