/* fys-journal-file.c - what the journal does with its file apart from what SQLite does
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/journal/fys-journal-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* What somebody did for their pelvic floor is nobody else's business. SQLite gives the WAL the rights of the file. */
#define FOLDER_MODE 0700
#define FILE_MODE   0600

/* Between two looks at a lock that another instance holds; it does so for milliseconds. */
#define LOCK_PAUSE_MS 10

/* How many files one second may set aside. */
#define MAX_NAMES 100

/* What SQLite has beside a file, and what belongs to its content. */
static const char *const beside[] = { "-wal", "-shm", "-journal" };

/* https://www.sqlite.org/fileformat2.html#the_write_ahead_log */
#define WAL_HEADER_BYTES   32
#define WAL_CHECKED_BYTES  24
#define WAL_MAGIC          0x377f0682u
#define WAL_MAGIC_BIG      1u /* in the lowest bit: the checksum is over big-endian words */

static gboolean
fail_by_errno (int      code,
               GError **error)
{
  fys_journal_error_set_from_errno (error, code);
  return FALSE;
}

gboolean
fys_journal_file_get_id (const char       *path,
                         FysJournalFileId *out_id)
{
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    return FALSE;
  out_id->device = status.st_dev;
  out_id->inode = status.st_ino;
  return TRUE;
}

gboolean
fys_journal_file_id_equal (const FysJournalFileId *self,
                           const FysJournalFileId *other)
{
  return self->device == other->device && self->inode == other->inode;
}

/* Never by a descriptor of a file that is there: closing one would let go of the locks that SQLite has on it. */
static gboolean
check_file (const char *path,
            GError    **error)
{
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    return fail_by_errno (errno, error);
  if (!S_ISREG (status.st_mode))
    {
      g_set_error_literal (error, FYS_JOURNAL_ERROR, FYS_JOURNAL_ERROR_FAILED, _("What lies in the place of the journal is not a file"));
      return FALSE;
    }
  if ((status.st_mode & 0077) != 0)
    (void) g_chmod (path, status.st_mode & 0700); /* of somebody else's file we cannot, and can do without */
  return TRUE;
}

gboolean
fys_journal_file_make_folder (const char *path,
                              GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_mkdir_with_parents (folder, FOLDER_MODE) == 0 || fail_by_errno (errno, error);
}

gboolean
fys_journal_file_make (const char *path,
                       GError    **error)
{
  int fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, FILE_MODE);
  int code = errno;

  if (fd >= 0)
    (void) close (fd); /* nothing was written that closing could lose */
  else if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return fail_by_errno (code, error);
  return check_file (path, error);
}

gboolean
fys_journal_file_lock (const char    *path,
                       FysJournalLock kind,
                       guint          timeout_ms,
                       int           *out_lock,
                       GError       **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int              operation = (kind == FYS_JOURNAL_LOCK_EXCLUSIVE ? LOCK_EX : LOCK_SH) | LOCK_NB;

  *out_lock = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (*out_lock < 0)
    return TRUE;
  for (guint waited_ms = 0; flock (*out_lock, operation) != 0; waited_ms += LOCK_PAUSE_MS)
    {
      if (errno != EWOULDBLOCK && errno != EINTR)
        break; /* a file system without such locks */
      if (waited_ms >= timeout_ms)
        {
          fys_journal_file_unlock (*out_lock);
          *out_lock = -1; /* the caller lets go of what it is given in any case */
          fys_journal_error_set (error, FYS_JOURNAL_ERROR_LOCKED);
          return FALSE;
        }
      g_usleep (LOCK_PAUSE_MS * 1000);
    }
  return TRUE;
}

void
fys_journal_file_unlock (int lock)
{
  if (lock >= 0)
    (void) close (lock); /* which lets go of the lock; nothing was written */
}

static char *
dup_beside (const char *path,
            guint       i)
{
  return g_strconcat (path, beside[i], NULL);
}

gboolean
fys_journal_file_has_wal (const char *path)
{
  g_autofree char *wal = dup_beside (path, 0);
  GStatBuf         status;

  return g_stat (wal, &status) == 0 && status.st_size > 0;
}

static guint32
read_word (const guint8 *bytes,
           gboolean      is_big)
{
  guint32 word;

  memcpy (&word, bytes, sizeof word);
  return is_big ? GUINT32_FROM_BE (word) : GUINT32_FROM_LE (word);
}

static gboolean
wal_header_is_sound (const guint8 *header)
{
  guint32  magic = read_word (header, TRUE);
  gboolean is_big = (magic & WAL_MAGIC_BIG) != 0;
  guint32  first = 0;
  guint32  second = 0;

  if ((magic & ~WAL_MAGIC_BIG) != WAL_MAGIC)
    return FALSE;
  for (guint i = 0; i < WAL_CHECKED_BYTES; i += 8)
    {
      first += read_word (header + i, is_big) + second;
      second += read_word (header + i + 4, is_big) + first;
    }
  return first == read_word (header + WAL_CHECKED_BYTES, TRUE) && second == read_word (header + WAL_CHECKED_BYTES + 4, TRUE);
}

gboolean
fys_journal_file_wal_is_sound (const char *path)
{
  g_autofree char *wal = dup_beside (path, 0);
  guint8           header[WAL_HEADER_BYTES];
  gssize           n_read;
  int              fd = open (wal, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

  if (fd < 0)
    return TRUE; /* SQLite will say what is wrong with it */
  n_read = pread (fd, header, sizeof header, 0);
  (void) close (fd); /* nothing was written */
  return n_read < (gssize) sizeof header || wal_header_is_sound (header);
}

/* Returns: whether @path could also be named @new_path; a file system without hard links gets a copy */
static gboolean
link_or_copy (const char *path,
              const char *new_path,
              GError    **error)
{
  g_autoptr (GFile)  from = NULL;
  g_autoptr (GFile)  to = NULL;
  g_autoptr (GError) problem = NULL;

  if (link (path, new_path) == 0)
    return TRUE;
  if (errno != EPERM && errno != EOPNOTSUPP && errno != EMLINK && errno != ENOSYS)
    return fail_by_errno (errno, error);

  from = g_file_new_for_path (path);
  to = g_file_new_for_path (new_path);
  if (g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &problem))
    return TRUE;
  fys_journal_error_set (error, g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NO_SPACE) ? FYS_JOURNAL_ERROR_FULL : FYS_JOURNAL_ERROR_FAILED);
  return FALSE;
}

/* Returns: (transfer full) (nullable): a name that no file has */
static char *
dup_free_name (const char *path)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char      *stamp = g_date_time_format (now, "%Y%m%d-%H%M%S");

  for (guint i = 1; i <= MAX_NAMES; i++)
    {
      g_autofree char *name = i == 1 ? g_strdup_printf ("%s" FYS_JOURNAL_FILE_BROKEN "%s", path, stamp)
                                     : g_strdup_printf ("%s" FYS_JOURNAL_FILE_BROKEN "%s-%u", path, stamp, i);

      if (!g_file_test (name, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&name);
    }
  return NULL;
}

static gboolean
link_all (const char *path,
          const char *new_path,
          GError    **error)
{
  if (!link_or_copy (path, new_path, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (beside); i++)
    {
      g_autofree char *from = dup_beside (path, i);
      g_autofree char *to = dup_beside (new_path, i);

      if (g_file_test (from, G_FILE_TEST_EXISTS) && !link_or_copy (from, to, error))
        return FALSE;
    }
  return TRUE;
}

char *
fys_journal_file_set_aside (const char *path,
                            GError    **error)
{
  g_autofree char *name = dup_free_name (path);

  if (name == NULL)
    {
      fys_journal_error_set (error, FYS_JOURNAL_ERROR_CORRUPT);
      return NULL;
    }
  if (link_all (path, name, error))
    return g_steal_pointer (&name);
  (void) fys_journal_file_remove (name, NULL); /* the error that led here is the one to report */
  return NULL;
}

static gboolean
remove_if_there (const char *path,
                 GError    **error)
{
  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  return fail_by_errno (errno, error);
}

static gboolean
remove_beside (const char *path,
               GError    **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (beside); i++)
    {
      g_autofree char *name = dup_beside (path, i);

      if (!remove_if_there (name, error))
        return FALSE;
    }
  return TRUE;
}

/* What a folder holds is on the disk only when the folder is. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int              fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  (void) fsync (fd); /* a file system that cannot leaves it at the rename, which is whole in any case */
  (void) close (fd);
}

gboolean
fys_journal_file_replace (const char *path,
                          const char *new_path,
                          GError    **error)
{
  sync_folder (path);
  if (!remove_beside (path, error))
    return FALSE;
  if (g_rename (new_path, path) != 0)
    return fail_by_errno (errno, error);
  sync_folder (path);
  return TRUE;
}

gboolean
fys_journal_file_remove (const char *path,
                         GError    **error)
{
  return remove_if_there (path, error) && remove_beside (path, error);
}

gboolean
fys_journal_file_remove_set_aside (const char *path,
                                   GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base_name = g_path_get_basename (path);
  g_autofree char *beginning = g_strconcat (base_name, FYS_JOURNAL_FILE_BROKEN, NULL);
  g_autofree char *new_path = g_strconcat (path, FYS_JOURNAL_FILE_NEW, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char      *name;

  if (dir == NULL)
    return fail_by_errno (errno, error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *aside = g_build_filename (folder, name, NULL);

      if (g_str_has_prefix (name, beginning) && !remove_if_there (aside, error))
        return FALSE;
    }
  if (!fys_journal_file_remove (new_path, error))
    return FALSE;
  sync_folder (path);
  return TRUE;
}
