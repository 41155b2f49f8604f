/* fys-library-gate.c - where the readers find the index that the writer has opened
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-library-gate.h"

struct _FysLibraryGate
{
  GMutex   mutex;
  GCond    cond;
  char    *location;   /* NULL until it was opened */
  guint    generation;
  gboolean is_closed;
};

FysLibraryGate *
fys_library_gate_new (void)
{
  FysLibraryGate *self = g_new0 (FysLibraryGate, 1);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  return self;
}

void
fys_library_gate_free (FysLibraryGate *self)
{
  if (self == NULL)
    return;
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self->location);
  g_free (self);
}

void
fys_library_gate_open (FysLibraryGate *self,
                       const char     *location)
{
  g_mutex_lock (&self->mutex);
  g_free (self->location);
  self->location = g_strdup (location);
  self->generation++;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
}

void
fys_library_gate_close (FysLibraryGate *self)
{
  g_mutex_lock (&self->mutex);
  self->is_closed = TRUE;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
}

gboolean
fys_library_gate_enter (FysLibraryGate *self,
                        guint          *out_generation,
                        char          **out_location)
{
  gboolean is_open;

  g_mutex_lock (&self->mutex);
  while (self->location == NULL && !self->is_closed)
    g_cond_wait (&self->cond, &self->mutex);
  is_open = !self->is_closed;
  *out_generation = self->generation;
  *out_location = is_open ? g_strdup (self->location) : NULL;
  g_mutex_unlock (&self->mutex);
  return is_open;
}

guint
fys_library_gate_get_generation (FysLibraryGate *self)
{
  guint generation;

  g_mutex_lock (&self->mutex);
  generation = self->generation;
  g_mutex_unlock (&self->mutex);
  return generation;
}
