/* fys-process.c - a program that is being measured from outside
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-process.h"

#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

/* No measurement takes this long; a program that does is stuck. */
#define MAX_WAIT_MS 60000

/* How long a program may take to end when it is asked to. */
#define MAX_END_MS 2000

struct _FysProcess
{
  GPid     pid;
  int      error_fd; /* its standard error */
  gint64   started_us;
  GString *unread;   /* of its standard error */
};

FysProcess *
fys_process_new (const char *const *arguments,
                 GError           **error)
{
  g_auto (GStrv) environment = g_environ_setenv (g_get_environ (), "FYSBOG_BENCH", "1", TRUE);
  FysProcess *self = g_new0 (FysProcess, 1);

  self->started_us = g_get_monotonic_time ();
  if (!g_spawn_async_with_pipes (NULL, (char **) arguments, environment, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &self->pid, NULL,
                                 NULL, &self->error_fd, error))
    {
      g_free (self);
      return NULL;
    }
  self->unread = g_string_new (NULL);
  return self;
}

static gboolean
is_gone (FysProcess *self)
{
  return waitpid (self->pid, NULL, WNOHANG) == self->pid;
}

void
fys_process_free (FysProcess *self)
{
  if (self == NULL)
    return;
  (void) kill (self->pid, SIGTERM);
  for (guint waited_ms = 0; !is_gone (self); waited_ms++)
    {
      if (waited_ms >= MAX_END_MS)
        {
          (void) kill (self->pid, SIGKILL);
          (void) waitpid (self->pid, NULL, 0);
          break;
        }
      g_usleep (1000);
    }
  g_spawn_close_pid (self->pid);
  (void) close (self->error_fd);
  g_string_free (self->unread, TRUE);
  g_free (self);
}

gint64
fys_process_get_started_us (FysProcess *self)
{
  return self->started_us;
}

/* Returns: (transfer full) (nullable): the next line of the standard error; %NULL when it ended or nothing came */
static char *
read_line (FysProcess *self)
{
  for (;;)
    {
      char          buffer[4096];
      struct pollfd waiting = { self->error_fd, POLLIN, 0 };
      char         *end = strchr (self->unread->str, '\n');
      gssize        n;

      if (end != NULL)
        {
          char *line = g_strndup (self->unread->str, (gsize) (end - self->unread->str));

          g_string_erase (self->unread, 0, end - self->unread->str + 1);
          return line;
        }
      if (poll (&waiting, 1, MAX_WAIT_MS) != 1)
        return NULL;
      n = read (self->error_fd, buffer, sizeof buffer);
      if (n <= 0)
        return NULL;
      g_string_append_len (self->unread, buffer, n);
    }
}

gboolean
fys_process_wait_number (FysProcess *self,
                         const char *key,
                         gint64     *out_number,
                         GError    **error)
{
  gsize length = strlen (key);

  for (;;)
    {
      g_autofree char *line = read_line (self);

      if (line == NULL)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "a program ended, or is stuck, before it told its %s", key);
          return FALSE;
        }
      if (strncmp (line, key, length) == 0 && line[length] == ' ')
        {
          *out_number = g_ascii_strtoll (line + length + 1, NULL, 10);
          return TRUE;
        }
    }
}

gboolean
fys_process_get_pss_mb (FysProcess *self,
                        double     *out_pss_mb,
                        GError    **error)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/smaps_rollup", self->pid);
  g_autofree char *text = NULL;
  const char      *pss;

  if (!g_file_get_contents (path, &text, NULL, error))
    return FALSE;
  pss = strstr (text, "\nPss:");
  if (pss == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s tells no Pss", path);
      return FALSE;
    }
  *out_pss_mb = (double) g_ascii_strtoll (pss + strlen ("\nPss:"), NULL, 10) * 1024.0 / 1e6;
  return TRUE;
}

static guint64
read_wake_ups (const char *thread_dir)
{
  g_autofree char *path = g_build_filename (thread_dir, "status", NULL);
  g_autofree char *text = NULL;
  const char      *count;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return 0;
  count = strstr (text, "\nvoluntary_ctxt_switches:");
  return count != NULL ? g_ascii_strtoull (strchr (count, ':') + 1, NULL, 10) : 0;
}

/* The first number of schedstat is the time on the CPU in nanoseconds: finer than the ticks of stat. */
static double
read_cpu_ms (const char *thread_dir)
{
  g_autofree char *path = g_build_filename (thread_dir, "schedstat", NULL);
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) ? (double) g_ascii_strtoull (text, NULL, 10) / 1e6 : 0.0;
}

void
fys_process_get_load (FysProcess     *self,
                      FysProcessLoad *out_load)
{
  g_autofree char *tasks = g_strdup_printf ("/proc/%d/task", self->pid);
  g_autoptr (GDir) dir = g_dir_open (tasks, 0, NULL);
  const char *name;

  *out_load = (FysProcessLoad){ 0, 0.0 };
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *thread_dir = g_build_filename (tasks, name, NULL);

      out_load->n_wake_ups += read_wake_ups (thread_dir);
      out_load->cpu_ms += read_cpu_ms (thread_dir);
    }
}
