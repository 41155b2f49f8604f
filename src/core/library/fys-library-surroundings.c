/* fys-library-surroundings.c - what the library takes from the system it runs on, and how far it goes in it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-library-surroundings.h"

#ifdef __linux__
#include <errno.h>
#include <sys/inotify.h>
#include <unistd.h>
#endif

/* GLib does not say when the system has no more watches to give, so one is asked for here. */
static gboolean
can_be_watched (const char *path)
{
#ifdef __linux__
  int      fd = inotify_init1 (IN_CLOEXEC | IN_NONBLOCK);
  gboolean can;

  if (fd < 0)
    return FALSE;
  can = inotify_add_watch (fd, path, IN_CREATE) >= 0 || (errno != ENOSPC && errno != ENOMEM);
  (void) close (fd); /* the watch goes with it */
  return can;
#else
  return TRUE;
#endif
}

static GFileMonitor *
monitor (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return can_be_watched (path) ? g_file_monitor_directory (file, G_FILE_MONITOR_NONE, NULL, NULL) : NULL;
}

/* A folder of another machine, or one that a program makes up (as the portal does, through which a sandbox sees the user's folders), tells of what is
 * done here, not of what is done there. */
static gboolean
is_remote (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = g_file_query_filesystem_info (file, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE "," G_FILE_ATTRIBUTE_FILESYSTEM_TYPE, NULL, NULL);
  const char *type = info != NULL ? g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_FILESYSTEM_TYPE) : NULL;

  if (info == NULL)
    return FALSE;
  return g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE) || (type != NULL && g_str_has_prefix (type, "fuse"));
}

/* Somebody adds their home folder by mistake: hence the bounds. */
const FysLibrarySurroundings fys_library_surroundings = {
  .monitor = monitor,
  .is_remote = is_remote,
  .look_ms = 60 * 1000,
  .bounds = { .n_articles = 200000, .n_folders = 100000 },
};
