/* fys-library-private.h - questions to the index from other files of core/library, and what a test puts in place of the system
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/library/fys-library-reader.h"
#include "core/library/fys-library-surroundings.h"
#include "core/library/fys-library.h"

G_BEGIN_DECLS

typedef enum
{
  FYS_LIBRARY_READ_SEARCHES,
  FYS_LIBRARY_READ_LISTS,
  FYS_LIBRARY_N_READERS,
} FysLibraryReaderId;

/**
 * fys_library_read_async:
 * @reader: whose thread and connection @run gets; the two do not wait for each other
 * @input: (transfer full) (nullable)
 * @tag: of the GTask, for fys_library_read_finish() */
void     fys_library_read_async  (FysLibrary         *self,
                                  FysLibraryReaderId  reader,
                                  FysLibraryReadFunc  run,
                                  gpointer            input,
                                  GDestroyNotify      free_input,
                                  GDestroyNotify      free_answer,
                                  gpointer            tag,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data);
/* Returns: (transfer full) (nullable): what @run returned */
gpointer fys_library_read_finish (FysLibrary         *self,
                                  GAsyncResult       *result,
                                  gpointer            tag,
                                  GError            **error);

/* fys_library_new() elsewhere than in fys_library_surroundings. @surroundings: outlive the library */
FysLibrary *fys_library_new_in   (const FysLibrarySurroundings *surroundings,
                                  const char                   *index_path,
                                  GPtrArray                    *sources);

G_END_DECLS
