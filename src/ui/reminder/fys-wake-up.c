/* fys-wake-up.c - a callback at a time of the wall clock, and whenever that clock is set
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/reminder/fys-wake-up.h"

#include <errno.h>
#include <glib-unix.h>
#include <sys/timerfd.h>
#include <unistd.h>

/* What the C library reads; replaced as a whole when the user or the machine chooses another zone. */
#define ZONE_FILE "/etc/localtime"

struct _FysWakeUp
{
  void        (*callback) (gpointer user_data);
  gpointer      user_data;
  GFileMonitor *zone_monitor; /* (nullable): while it is set */
  guint         source_id;    /* 0 while it is not set */
  int           fd;           /* -1 when the system has no such clock */
};

static void
zone_changed_cb (FysWakeUp        *self,
                 GFile            *file,
                 GFile            *other_file,
                 GFileMonitorEvent event)
{
  if (event == G_FILE_MONITOR_EVENT_CREATED || event == G_FILE_MONITOR_EVENT_CHANGES_DONE_HINT || event == G_FILE_MONITOR_EVENT_CHANGED)
    self->callback (self->user_data);
}

/* Without the watch a change of the zone is only seen at the next reminder. */
static void
watch_zone (FysWakeUp *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (ZONE_FILE);

  self->zone_monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->zone_monitor != NULL)
    g_signal_connect_swapped (self->zone_monitor, "changed", G_CALLBACK (zone_changed_cb), self);
}

static void
forget_zone (FysWakeUp *self)
{
  if (self->zone_monitor == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->zone_monitor, self);
  g_file_monitor_cancel (self->zone_monitor);
  g_clear_object (&self->zone_monitor);
}

static gboolean
ready_cb (int          fd,
          GIOCondition condition,
          gpointer     user_data)
{
  FysWakeUp *self = user_data;
  guint64    n_expirations;

  /* Either the time has come, or the clock was set (ECANCELED), which drops the time that was waited for: both are answered by looking again. */
  if (read (fd, &n_expirations, sizeof n_expirations) < 0 && errno == EAGAIN)
    return G_SOURCE_CONTINUE;
  self->callback (self->user_data);
  return G_SOURCE_CONTINUE;
}

static void
stop (FysWakeUp *self)
{
  static const struct itimerspec never = { .it_value = { 0, 0 } };

  g_clear_handle_id (&self->source_id, g_source_remove);
  forget_zone (self);
  if (self->fd >= 0)
    (void) timerfd_settime (self->fd, 0, &never, NULL); /* a good descriptor and a good time: it cannot fail */
}

FysWakeUp *
fys_wake_up_new (void    (*callback) (gpointer user_data),
                 gpointer  user_data)
{
  FysWakeUp *self;

  g_return_val_if_fail (callback != NULL, NULL);

  self = g_new0 (FysWakeUp, 1);
  self->callback = callback;
  self->user_data = user_data;
  self->fd = -1;
  return self;
}

void
fys_wake_up_free (FysWakeUp *self)
{
  if (self == NULL)
    return;
  stop (self);
  if (self->fd >= 0)
    close (self->fd);
  g_free (self);
}

void
fys_wake_up_set (FysWakeUp *self,
                 gint64     unix_s)
{
  /* 0 would mean never; a second later is as much in the past. */
  struct itimerspec at = { .it_value = { .tv_sec = MAX (unix_s, 1) } };

  g_return_if_fail (self != NULL);

  if (unix_s == FYS_WAKE_UP_NEVER)
    {
      stop (self);
      return;
    }
  if (self->fd < 0)
    self->fd = timerfd_create (CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
  if (self->fd < 0)
    return;
  if (self->source_id == 0)
    {
      self->source_id = g_unix_fd_add (self->fd, G_IO_IN, ready_cb, self);
      watch_zone (self);
    }
  /* The kernel may report once more that the clock was set before this call; looking twice does no harm. */
  while (timerfd_settime (self->fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &at, NULL) < 0 && errno == ECANCELED)
    continue;
}
