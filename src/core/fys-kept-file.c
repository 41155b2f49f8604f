/* fys-kept-file.c - a small file of the user's, for nobody else to read, which is written off the thread that draws
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/fys-kept-file.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

struct _FysKeptFile
{
  char        *path;
  GThreadPool *writer;  /* (nullable): one thread at a time, which writes in the order in which it was asked */
  int          n_saves; /* atomic: that were asked for */
};

/* What the file is to hold. */
typedef struct
{
  char *text;
  int   save; /* the how manieth */
} Save;

/* What a loading is for. */
typedef struct
{
  char       *path;
  gsize       max_bytes;
  GKeyFile *(*prepare) (GKeyFile *file);
  void      (*loaded)  (GObject  *owner,
                        GKeyFile *file);
  GWeakRef    owner;
} Load;

static void
write_file (const char *path,
            const char *text)
{
  g_autofree char   *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  /* An empty file would still tell that there was one. */
  if (text == NULL || *text == '\0')
    {
      if (g_unlink (path) != 0 && errno != ENOENT)
        g_debug ("“%s” was not deleted: %s", path, g_strerror (errno));
      return;
    }
  /* Newer versions of GLib (seen in 2.84) keep the rights of a file that is replaced. */
  (void) g_chmod (path, 0600); /* there may be none yet */
  if (g_mkdir_with_parents (folder, 0700) != 0 ||
      !g_file_set_contents_full (path, text, strlen (text), G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    g_debug ("“%s” was not written: %s", path, error != NULL ? error->message : g_strerror (errno));
}

static void
write_cb (gpointer data,
          gpointer user_data)
{
  FysKeptFile *self = user_data;
  Save        *save = data;

  if (save->save == g_atomic_int_get (&self->n_saves))
    write_file (self->path, save->text);
  g_free (save->text);
  g_free (save);
}

FysKeptFile *
fys_kept_file_new (const char *path)
{
  FysKeptFile *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (FysKeptFile, 1);
  self->path = g_strdup (path);
  return self;
}

void
fys_kept_file_free (FysKeptFile *self)
{
  if (self == NULL)
    return;
  fys_kept_file_flush (self);
  g_free (self->path);
  g_free (self);
}

const char *
fys_kept_file_get_path (FysKeptFile *self)
{
  return self->path;
}

void
fys_kept_file_write (FysKeptFile *self,
                     char        *text)
{
  Save *waiting = g_new0 (Save, 1);

  if (self->writer == NULL)
    self->writer = g_thread_pool_new (write_cb, self, 1, FALSE, NULL);
  waiting->text = text;
  waiting->save = g_atomic_int_add (&self->n_saves, 1) + 1;
  (void) g_thread_pool_push (self->writer, waiting, NULL); /* without a thread it waits for one */
}

void
fys_kept_file_flush (FysKeptFile *self)
{
  if (self->writer != NULL)
    g_thread_pool_free (self->writer, FALSE, TRUE);
  self->writer = NULL;
}

GKeyFile *
fys_kept_file_read (const char *path,
                    gsize       max_bytes)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char     *data = NULL;
  GStatBuf             about;
  gsize                n_bytes;

  if (g_stat (path, &about) != 0 || !S_ISREG (about.st_mode) || (guint64) about.st_size > max_bytes)
    return g_steal_pointer (&file);
  if (!g_file_get_contents (path, &data, &n_bytes, NULL) || !g_utf8_validate (data, n_bytes, NULL))
    return g_steal_pointer (&file);
  if (!g_key_file_load_from_data (file, data, n_bytes, G_KEY_FILE_NONE, NULL))
    return g_key_file_new ();
  return g_steal_pointer (&file);
}

static void
load_free (gpointer data)
{
  Load *load = data;

  g_weak_ref_clear (&load->owner);
  g_free (load->path);
  g_free (load);
}

static void
load_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Load                *load = task_data;
  g_autoptr (GKeyFile) file = fys_kept_file_read (load->path, load->max_bytes);

  g_task_return_pointer (task, load->prepare != NULL ? load->prepare (file) : g_steal_pointer (&file), (GDestroyNotify) g_key_file_unref);
}

static void
load_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Load                *load = g_task_get_task_data (G_TASK (result));
  g_autoptr (GKeyFile) file = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (GObject)  owner = g_weak_ref_get (&load->owner);

  if (owner != NULL)
    load->loaded (owner, file);
}

void
fys_kept_file_load (FysKeptFile *self,
                    gsize        max_bytes,
                    GKeyFile  *(*prepare) (GKeyFile *file),
                    void       (*loaded)  (GObject  *owner,
                                           GKeyFile *file),
                    GObject     *owner)
{
  Load             *load = g_new0 (Load, 1);
  /* A task lets go of its source in the worker, where an object of this thread must not end. */
  g_autoptr (GTask) task = g_task_new (NULL, NULL, load_cb, NULL);

  load->path = g_strdup (self->path);
  load->max_bytes = max_bytes;
  load->prepare = prepare;
  load->loaded = loaded;
  g_weak_ref_init (&load->owner, owner);
  g_task_set_source_tag (task, fys_kept_file_load);
  g_task_set_task_data (task, load, load_free);
  g_task_run_in_thread (task, load_thread);
}

char *
fys_kept_file_dup_group (const char *name,
                         gsize       max_bytes)
{
  g_autofree char *group = g_uri_escape_string (name, "/", TRUE);

  if (*group == '\0' || strlen (group) > max_bytes)
    return NULL;
  return g_steal_pointer (&group);
}
