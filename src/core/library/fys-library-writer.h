/* fys-library-writer.h - the thread that keeps the index in step with the folders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/library/fys-library-gate.h"
#include "core/library/fys-library-surroundings.h"
#include "core/library/fys-library.h"

G_BEGIN_DECLS

/** FysLibraryNews: how it stands. @n_changes: how often what lists and searches answer has changed; @n_scans: how often all folders have been
 * looked at to the end; @problems: (element-type FysLibraryProblem), not changed any more, another array when there are other problems */
typedef struct
{
  gboolean   is_indexing;
  guint      n_done;
  guint      n_total;
  guint      n_articles;
  guint      n_changes;
  guint      n_scans;
  GPtrArray *problems;
} FysLibraryNews;

/* On the writer's thread: @news (borrowed) are others than before. */
typedef void (*FysLibraryNewsFunc) (const FysLibraryNews *news,
                                    gpointer              user_data);

typedef struct _FysLibraryWriter FysLibraryWriter;

/* @path: (nullable): of the index. @surroundings, @gate: borrowed; @gate is opened when there is an index. The thread begins with
 * fys_library_writer_set_sources(). */
FysLibraryWriter *fys_library_writer_new           (const char                   *path,
                                                    const FysLibrarySurroundings *surroundings,
                                                    FysLibraryGate               *gate,
                                                    FysLibraryNewsFunc            on_news,
                                                    gpointer                      user_data);
/* Waits for the thread, which stops at the next file. */
void              fys_library_writer_free          (FysLibraryWriter   *self);
/* @sources: (element-type FysLibrarySource): copied. Looks at all of them; a look that is under way is given up for it. Any thread. */
void              fys_library_writer_set_sources   (FysLibraryWriter   *self,
                                                    GPtrArray          *sources);
/* Looks at all folders again. Any thread. */
void              fys_library_writer_rescan        (FysLibraryWriter   *self);
/* The index of that generation is damaged. Any thread. */
void              fys_library_writer_report_broken (FysLibraryWriter   *self,
                                                    guint               generation);

G_END_DECLS
