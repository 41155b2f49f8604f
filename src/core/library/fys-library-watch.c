/* fys-library-watch.c - noticing that something has changed in the folders
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-library-watch.h"

#include <gio/gunixmounts.h>
#include <glib/gstdio.h>
#include <string.h>

#include "core/library/fys-library-walk.h"

/* A system gives a user some thousand watches, for all programs together. */
#define MAX_FOLDERS 1000

/* GLib gathers changes of a file that is being written for this long. */
#define RATE_LIMIT_MS 200

/** Folder: @is_named: since fys_library_watch_begin() */
typedef struct
{
  GFileMonitor *monitor;
  gboolean      is_named;
} Folder;

/** Source: @is_there, @device, @inode: when it was named */
typedef struct
{
  char    *path;
  gboolean is_there;
  dev_t    device;
  ino_t    inode;
} Source;

struct _FysLibraryWatch
{
  /* Borrowed */
  const FysLibrarySurroundings *surroundings;
  FysLibraryWatchFunc           func;
  gpointer                      user_data;

  /* Owned */
  GHashTable                   *folders; /* path → Folder */
  GArray                       *sources; /* of Source */
  GUnixMountMonitor            *mounts;
  gboolean                      is_partial;
};

static void
folder_free (gpointer data)
{
  Folder *self = data;

  (void) g_file_monitor_cancel (self->monitor); /* always succeeds */
  g_object_unref (self->monitor);
  g_free (self);
}

static void
clear_source (gpointer data)
{
  g_free (((Source *) data)->path);
}

static void
look_at_source (Source *source)
{
  GStatBuf info = { 0 };

  source->is_there = g_stat (source->path, &info) == 0;
  source->device = info.st_dev;
  source->inode = info.st_ino;
}

/* Something is mounted or unmounted all the time on some machines; it is of interest where it brings or takes a source. */
static void
mounts_changed_cb (GUnixMountMonitor *mounts,
                   gpointer           user_data)
{
  FysLibraryWatch *self = user_data;

  for (guint i = 0; i < self->sources->len; i++)
    {
      const Source *source = &g_array_index (self->sources, Source, i);
      Source        now = *source;

      look_at_source (&now);
      if (now.is_there != source->is_there || now.device != source->device || now.inode != source->inode)
        {
          self->func (NULL, self->user_data);
          return;
        }
    }
}

FysLibraryWatch *
fys_library_watch_new (const FysLibrarySurroundings *surroundings,
                       FysLibraryWatchFunc           func,
                       gpointer                      user_data)
{
  FysLibraryWatch *self = g_new0 (FysLibraryWatch, 1);

  self->surroundings = surroundings;
  self->func = func;
  self->user_data = user_data;
  self->folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, folder_free);
  self->sources = g_array_new (FALSE, TRUE, sizeof (Source));
  g_array_set_clear_func (self->sources, clear_source);
  self->mounts = g_unix_mount_monitor_get ();
  (void) g_signal_connect (self->mounts, "mounts-changed", G_CALLBACK (mounts_changed_cb), self);
  return self;
}

void
fys_library_watch_free (FysLibraryWatch *self)
{
  if (self == NULL)
    return;
  (void) g_signal_handlers_disconnect_by_data (self->mounts, self);
  g_object_unref (self->mounts);
  g_hash_table_unref (self->folders);
  g_array_unref (self->sources);
  g_free (self);
}

void
fys_library_watch_begin (FysLibraryWatch *self)
{
  GHashTableIter iter;
  Folder        *folder;

  g_hash_table_iter_init (&iter, self->folders);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &folder))
    folder->is_named = FALSE;
  g_array_set_size (self->sources, 0);
  self->is_partial = FALSE;
}

void
fys_library_watch_end (FysLibraryWatch *self)
{
  GHashTableIter iter;
  Folder        *folder;

  g_hash_table_iter_init (&iter, self->folders);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &folder))
    if (!folder->is_named)
      g_hash_table_iter_remove (&iter);
}

/* Whether @path is a source that is missing, or a folder above one. */
static gboolean
leads_to_missing (FysLibraryWatch *self,
                  const char      *path)
{
  gsize length = strlen (path);

  for (guint i = 0; i < self->sources->len; i++)
    {
      const Source *source = &g_array_index (self->sources, Source, i);

      if (!source->is_there && strncmp (source->path, path, length) == 0 && (source->path[length] == '/' || source->path[length] == '\0'))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_of_interest (FysLibraryWatch *self,
                const char      *path,
                const char      *name)
{
  if (g_hash_table_contains (self->folders, path) || leads_to_missing (self, path))
    return TRUE;
  return *name != '.' && g_file_test (path, G_FILE_TEST_IS_DIR);
}

static void
changed_cb (GFileMonitor     *monitor,
            GFile            *file,
            GFile            *other,
            GFileMonitorEvent event,
            gpointer          user_data)
{
  FysLibraryWatch *self = user_data;
  const char      *path = g_file_peek_path (file);
  g_autofree char *name = NULL;

  if (path == NULL)
    return;
  name = g_path_get_basename (path);
  if (fys_library_walk_is_article_name (name) && !g_hash_table_contains (self->folders, path))
    self->func (path, self->user_data);
  else if (event != G_FILE_MONITOR_EVENT_CHANGED && event != G_FILE_MONITOR_EVENT_CHANGES_DONE_HINT && is_of_interest (self, path, name))
    self->func (NULL, self->user_data);
}

static gboolean
watch_folder (FysLibraryWatch *self,
              const char      *path)
{
  GFileMonitor *monitor = self->surroundings->monitor (path);
  Folder       *folder;

  if (monitor == NULL)
    return FALSE;
  folder = g_new0 (Folder, 1);
  folder->is_named = TRUE;
  folder->monitor = monitor;
  g_file_monitor_set_rate_limit (folder->monitor, RATE_LIMIT_MS);
  (void) g_signal_connect (folder->monitor, "changed", G_CALLBACK (changed_cb), self);
  (void) g_hash_table_insert (self->folders, g_strdup (path), folder);
  return TRUE;
}

void
fys_library_watch_add_folder (FysLibraryWatch *self,
                              const char      *path)
{
  Folder *folder = g_hash_table_lookup (self->folders, path);

  if (folder != NULL)
    folder->is_named = TRUE;
  else if (g_hash_table_size (self->folders) >= MAX_FOLDERS || !watch_folder (self, path))
    self->is_partial = TRUE;
}

/* Watches the nearest folder above @path that there is. */
static void
watch_for_coming (FysLibraryWatch *self,
                  const char      *path)
{
  g_autofree char *above = g_path_get_dirname (path);

  while (!g_file_test (above, G_FILE_TEST_IS_DIR) && strcmp (above, "/") != 0)
    {
      char *next = g_path_get_dirname (above);

      g_free (above);
      above = next;
    }
  fys_library_watch_add_folder (self, above);
}

void
fys_library_watch_add_source (FysLibraryWatch *self,
                              const char      *path)
{
  Source source = { .path = g_strdup (path) };

  look_at_source (&source);
  g_array_append_val (self->sources, source);
  if (source.is_there)
    self->is_partial = self->is_partial || self->surroundings->is_remote (path);
  else
    watch_for_coming (self, path);
}

gboolean
fys_library_watch_is_partial (FysLibraryWatch *self)
{
  return self->is_partial;
}
