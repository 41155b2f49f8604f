/* fys-library-gate.h - where the readers find the index that the writer has opened, and how they learn that it is another one
 *
 * Any thread. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _FysLibraryGate FysLibraryGate;

FysLibraryGate *fys_library_gate_new        (void);
void            fys_library_gate_free       (FysLibraryGate *self);
/* Lets readers in. @location: see fys_library_sqlite_open(). Also for the same one when another file has taken its place. */
void            fys_library_gate_open       (FysLibraryGate *self,
                                             const char     *location);
/* Lets nobody in, now and later. */
void            fys_library_gate_close      (FysLibraryGate *self);
/**
 * fys_library_gate_enter:
 * @out_generation: another number for each time that the gate was opened
 * @out_location: (transfer full)
 *
 * Waits until the gate is open or closed.
 *
 * Returns: %FALSE when it is closed */
gboolean        fys_library_gate_enter      (FysLibraryGate *self,
                                             guint          *out_generation,
                                             char          **out_location);
guint           fys_library_gate_get_generation (FysLibraryGate *self);

G_END_DECLS
