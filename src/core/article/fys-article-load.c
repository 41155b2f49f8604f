/* fys-article-load.c - reading an article's file without ever waiting for it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/article/fys-article.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

/* One byte beyond the bound tells that there is more. */
#define READ_BYTES ((gsize) FYS_ARTICLE_MAX_BYTES + 1)

static void
set_errno_error (GError **error,
                 int      code)
{
  g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (code), g_strerror (code));
}

/* Opening a FIFO to read waits for a writer, and opening a device may wait for anything: hence O_NONBLOCK. What was opened is then
 * looked at by its descriptor, so that nobody can put something else in its place.
 *
 * Returns: a descriptor of a regular file, or -1 */
static int
open_regular (const char *path,
              GError    **error)
{
  struct stat status;
  int         fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);

  if (fd < 0)
    {
      /* A socket cannot be opened at all. */
      if (errno == ENXIO)
        g_set_error_literal (error, FYS_ARTICLE_ERROR, FYS_ARTICLE_ERROR_NOT_A_FILE, _("It is not a regular file"));
      else
        set_errno_error (error, errno);
      return -1;
    }
  if (fstat (fd, &status) != 0)
    set_errno_error (error, errno);
  else if (S_ISDIR (status.st_mode))
    g_set_error_literal (error, FYS_ARTICLE_ERROR, FYS_ARTICLE_ERROR_FOLDER, _("It is a folder"));
  else if (!S_ISREG (status.st_mode))
    g_set_error_literal (error, FYS_ARTICLE_ERROR, FYS_ARTICLE_ERROR_NOT_A_FILE, _("It is not a regular file"));
  else
    return fd;
  (void) close (fd); /* nothing was written that closing could lose */
  return -1;
}

gboolean
fys_article_can_be_read (const char *path,
                         GError    **error)
{
  int    fd = open_regular (path, error);
  char   byte;
  gssize n;

  if (fd < 0)
    return FALSE;
  do
    n = read (fd, &byte, sizeof byte);
  while (n < 0 && errno == EINTR);
  if (n < 0)
    set_errno_error (error, errno);
  (void) close (fd); /* nothing was written that closing could lose */
  return n >= 0;
}

/* Returns: (transfer full) (nullable): the bytes, at most one more than the bound */
static GBytes *
read_bytes (int           fd,
            GCancellable *cancellable,
            GError      **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 buffer[64 * 1024];

  while (bytes->len < READ_BYTES)
    {
      gssize n;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      n = read (fd, buffer, MIN (sizeof buffer, READ_BYTES - bytes->len));
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          set_errno_error (error, errno);
          return NULL;
        }
      if (n == 0)
        break;
      g_byte_array_append (bytes, buffer, (guint) n);
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

GBytes *
fys_article_read_bytes (const char   *path,
                        GCancellable *cancellable,
                        GError      **error)
{
  int     fd = open_regular (path, error);
  GBytes *bytes;

  if (fd < 0)
    return NULL;
  bytes = read_bytes (fd, cancellable, error);
  (void) close (fd); /* nothing was written that closing could lose */
  return bytes;
}

/* A file that has no path: GVfs knows what it is, and reads no FIFOs. */
static GBytes *
load_stream (GFile        *file,
             GCancellable *cancellable,
             GError      **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);

  if (stream == NULL)
    return NULL;
  return g_input_stream_read_bytes (G_INPUT_STREAM (stream), READ_BYTES, cancellable, error);
}

FysArticle *
fys_article_load (GFile        *file,
                  GCancellable *cancellable,
                  GError      **error)
{
  g_autofree char *path = NULL;
  g_autofree char *base_name = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  path = g_file_get_path (file);
  bytes = path != NULL ? fys_article_read_bytes (path, cancellable, error) : load_stream (file, cancellable, error);
  if (bytes == NULL)
    return NULL;

  base_name = g_file_get_basename (file);
  name = base_name != NULL ? g_filename_display_name (base_name) : NULL;
  return fys_article_new_from_bytes (bytes, name);
}
