/* fys-library-store.h - the file that the index lies in, and what becomes of it when something is wrong with it
 *
 *   a file that can be written        it is used
 *   one that another program writes   it is read, and written when that program is gone
 *   damaged, or not ours              it is deleted and made anew
 *   anything else                     (full disk, no permission, locked) the index lives in memory
 *
 * For the writer's thread. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/library/fys-library-gate.h"
#include "core/library/fys-library-index.h"

G_BEGIN_DECLS

typedef struct _FysLibraryStore FysLibraryStore;

/* @path: (nullable): %NULL for an index in memory. @gate: borrowed; is opened each time that there is another index. */
FysLibraryStore *fys_library_store_new         (const char      *path,
                                                FysLibraryGate  *gate);
void             fys_library_store_free        (FysLibraryStore *self);
/* Ends with an index, whatever is wrong with the file; without one only where SQLite lacks what it takes. */
void             fys_library_store_open        (FysLibraryStore *self);
/* Returns: (transfer none) (nullable): %NULL before it was opened, and when none can be made in memory either */
FysLibraryIndex *fys_library_store_get_index   (FysLibraryStore *self);
/* Makes an index in place of the one that failed with @why, unless that was in memory already. Returns: whether there is another index, which has to
 * be filled */
gboolean         fys_library_store_replace     (FysLibraryStore *self,
                                                const GError    *why);
/* Whether another program brings the index up to date, so that this one only reads it. */
gboolean         fys_library_store_is_following (FysLibraryStore *self);
/* Of one that is following: looks whether the other program is gone, and if so takes its place. @out_has_changed: whether there is something else in
 * the index than at the last look. */
void             fys_library_store_follow      (FysLibraryStore *self,
                                                gboolean        *out_has_changed);
/* Returns: (nullable): what is wrong with the file that the user can do something about, or why there is no index; translated */
const char      *fys_library_store_get_problem (FysLibraryStore *self);

G_END_DECLS
