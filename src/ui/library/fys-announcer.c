/* fys-announcer.c - tells a screen reader what was found, once the user stops typing
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-announcer.h"

#include "compat/fys-compat-announce.h"

/* The letters are said while one types; a number of results after each of them would drown them. */
#define PAUSE_MS 800

struct _FysAnnouncer
{
  /* Owned */
  char      *waiting; /* (nullable) */
  char      *said;    /* (nullable) */

  /* Borrowed */
  GtkWidget *widget;

  guint      timeout_id; /* 0 when nothing waits */
};

FysAnnouncer *
fys_announcer_new (GtkWidget *widget)
{
  FysAnnouncer *self = g_new0 (FysAnnouncer, 1);

  self->widget = widget;
  return self;
}

void
fys_announcer_free (FysAnnouncer *self)
{
  if (self == NULL)
    return;
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_free (self->waiting);
  g_free (self->said);
  g_free (self);
}

static gboolean
pause_cb (gpointer user_data)
{
  FysAnnouncer *self = user_data;

  self->timeout_id = 0;
  g_free (self->said);
  self->said = g_steal_pointer (&self->waiting);
  if (gtk_widget_get_mapped (self->widget))
    fys_compat_announce (self->widget, self->said);
  return G_SOURCE_REMOVE;
}

void
fys_announcer_say (FysAnnouncer *self,
                   const char   *message)
{
  g_return_if_fail (self != NULL && message != NULL);

  if (g_strcmp0 (self->said, message) == 0)
    return;
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_free (self->waiting);
  self->waiting = g_strdup (message);
  self->timeout_id = g_timeout_add (PAUSE_MS, pause_cb, self);
}

void
fys_announcer_stop (FysAnnouncer *self)
{
  g_return_if_fail (self != NULL);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_pointer (&self->waiting, g_free);
  if (self->said == NULL)
    return;
  g_clear_pointer (&self->said, g_free);
  fys_compat_announce_end (self->widget);
}

const char *
fys_announcer_get_waiting (FysAnnouncer *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->waiting;
}
