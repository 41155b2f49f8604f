/* fys-library-scan.h - comparing the folders with the index, and bringing the index up to date
 *
 * On the writer's thread. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/library/fys-library-index.h"
#include "core/library/fys-library-surroundings.h"

G_BEGIN_DECLS

/** FysLibraryScanFuncs: what a scan tells of as it goes.
 * @folder: a folder that it looks at
 * @problem: what could not be read; @message is translated
 * @progress: so many of the articles that are new or changed are in the index; called after each batch, when the lists may answer otherwise
 * @should_stop: asked at each file */
typedef struct
{
  void     (*folder)      (const char *path, gpointer user_data);
  void     (*problem)     (const char *path, const char *message, gboolean is_source, gpointer user_data);
  void     (*progress)    (guint n_done, guint n_total, gpointer user_data);
  gboolean (*should_stop) (gpointer user_data);
} FysLibraryScanFuncs;

/**
 * fys_library_scan_all:
 * @sources: (element-type FysLibrarySource)
 * @bounds: of each source
 *
 * Brings @index up to date with all that lies in @sources. A file that has kept its size and time is not opened; one whose content is as before is not
 * parsed into the tables again.
 *
 * Returns: %FALSE with a FYS_LIBRARY_ERROR when the index failed, or with G_IO_ERROR_CANCELLED when it was told to stop */
gboolean fys_library_scan_all   (FysLibraryIndex           *index,
                                 GPtrArray                 *sources,
                                 const FysLibraryBounds    *bounds,
                                 const FysLibraryScanFuncs *funcs,
                                 gpointer                   user_data,
                                 GError                   **error);
/**
 * fys_library_scan_paths:
 * @paths: (element-type filename): files that were made, changed or deleted, each in one of @sources
 *
 * The same for these files only. */
gboolean fys_library_scan_paths (FysLibraryIndex           *index,
                                 GPtrArray                 *sources,
                                 GPtrArray                 *paths,
                                 const FysLibraryScanFuncs *funcs,
                                 gpointer                   user_data,
                                 GError                   **error);

G_END_DECLS
