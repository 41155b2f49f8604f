/* fys-library-reader.h - a thread with a connection to the index, which answers one question after the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "core/library/fys-library-gate.h"

G_BEGIN_DECLS

/* On the reader's thread. A statement that runs is interrupted when @cancellable is cancelled. Returns: (transfer full) (nullable): the answer; %NULL
 * with @error set */
typedef gpointer (*FysLibraryReadFunc)   (sqlite3       *db,
                                          gconstpointer  input,
                                          GCancellable  *cancellable,
                                          GError       **error);
/* On the reader's thread: the index of that generation is damaged. */
typedef void     (*FysLibraryBrokenFunc) (guint          generation,
                                          gpointer       user_data);

typedef struct _FysLibraryReader FysLibraryReader;

/* @gate: borrowed; to be closed before the reader is freed. The thread begins with the first question. */
FysLibraryReader *fys_library_reader_new  (const char          *name,
                                           FysLibraryGate      *gate,
                                           FysLibraryBrokenFunc on_broken,
                                           gpointer             user_data);
/* Waits for the thread. */
void              fys_library_reader_free (FysLibraryReader    *self);
/**
 * fys_library_reader_ask:
 * @task: (transfer full): gets the answer, on its own main context, in the order of the questions
 * @input: (transfer full)
 * @free_answer: for an answer that nobody takes */
void              fys_library_reader_ask  (FysLibraryReader    *self,
                                           GTask               *task,
                                           FysLibraryReadFunc   run,
                                           gpointer             input,
                                           GDestroyNotify       free_input,
                                           GDestroyNotify       free_answer);

G_END_DECLS
