/* fys-library-surroundings.h - what the library takes from the system it runs on, and how far it goes in it
 *
 * The program has fys_library_surroundings; a test puts others in its place. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** FysLibraryBounds: how much of a source is read; the rest of it is left out, and told of. */
typedef struct
{
  guint n_articles;
  guint n_folders;
} FysLibraryBounds;

/** FysLibrarySurroundings: on the writer's thread.
 * @monitor: Returns: (transfer full) (nullable): %NULL when the folder cannot be watched, as when the system has no more watches to give
 * @is_remote: whether a folder may change without anybody here being told
 * @look_ms: between two looks at folders that tell of no changes
 * @bounds: of each source */
typedef struct
{
  GFileMonitor    *(*monitor)   (const char *path);
  gboolean         (*is_remote) (const char *path);
  guint            look_ms;
  FysLibraryBounds bounds;
} FysLibrarySurroundings;

extern const FysLibrarySurroundings fys_library_surroundings;

G_END_DECLS
