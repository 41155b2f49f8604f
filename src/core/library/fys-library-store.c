/* fys-library-store.c - the file that the index lies in, and what becomes of it when something is wrong with it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-library-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* What somebody reads is nobody else's business. SQLite gives the WAL the rights of the file. */
#define FOLDER_MODE 0700
#define FILE_MODE   0600

/* A disk that damages a file again and again is not asked a third time. */
#define MAX_REBUILDS 2

#define DATA_VERSION_SQL "PRAGMA data_version"

/* Beside the index: a lock on the index itself would get in the way of SQLite's. */
#define LOCK_SUFFIX "-lock"

/* What SQLite has beside a file, and what belongs to its content. */
static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

/* Each version of the program has a file of its own, so that two that are installed side by side do not undo each other's work. What no version has
 * written for this long goes. */
#define VERSION_PREFIX  "library-"
#define VERSION_INFIX   ".sqlite"
#define KEPT_S          (30 * 24 * 60 * 60)

struct _FysLibraryStore
{
  FysLibraryGate  *gate; /* borrowed */
  char            *path; /* NULL: in memory */

  FysLibraryIndex *index;
  gboolean         is_in_memory;
  int              lock; /* -1: nobody keeps the others from writing */
  gboolean         is_following;
  GStatBuf         followed; /* the file that is followed */
  gint64           data_version;
  guint            n_rebuilds;
  guint            n_in_memory; /* how many indexes in memory there have been, for their names */
  const char      *problem; /* (nullable): static, translated */
  char            *failure; /* (nullable): why there is no index at all, translated */
};

FysLibraryStore *
fys_library_store_new (const char     *path,
                       FysLibraryGate *gate)
{
  FysLibraryStore *self = g_new0 (FysLibraryStore, 1);

  self->path = g_strdup (path);
  self->gate = gate;
  self->lock = -1;
  return self;
}

static void
let_go_of_lock (FysLibraryStore *self)
{
  if (self->lock >= 0)
    (void) close (self->lock); /* nothing was written */
  self->lock = -1;
}

void
fys_library_store_free (FysLibraryStore *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->index, fys_library_index_free);
  let_go_of_lock (self);
  g_free (self->failure);
  g_free (self->path);
  g_free (self);
}

typedef enum
{
  LOCK_IS_OURS,
  LOCK_IS_TAKEN,
  LOCK_FAILED, /* the folder cannot be written, or its file system knows no locks */
} LockResult;

static LockResult
take_lock (FysLibraryStore *self)
{
  g_autofree char *path = g_strconcat (self->path, LOCK_SUFFIX, NULL);
  LockResult       result;

  if (self->lock >= 0)
    return LOCK_IS_OURS;
  self->lock = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, FILE_MODE);
  if (self->lock < 0)
    return LOCK_FAILED;
  if (flock (self->lock, LOCK_EX | LOCK_NB) == 0)
    return LOCK_IS_OURS;
  result = errno == EWOULDBLOCK ? LOCK_IS_TAKEN : LOCK_FAILED;
  let_go_of_lock (self);
  return result;
}

static gboolean
open_at (FysLibraryStore *self,
         const char      *location,
         GError         **error)
{
  g_clear_pointer (&self->index, fys_library_index_free);
  self->index = fys_library_index_open (location, error);
  if (self->index == NULL)
    return FALSE;
  fys_library_gate_open (self->gate, location);
  return TRUE;
}

/* An index that both readers can see by its name. It goes with the last connection to it. */
static void
open_in_memory (FysLibraryStore *self)
{
  g_autofree char *location = g_strdup_printf ("file:/fysbog-library-%p-%u?vfs=memdb", (void *) self, self->n_in_memory++);
  g_autoptr (GError) error = NULL;

  let_go_of_lock (self);
  self->is_in_memory = TRUE;
  self->is_following = FALSE;
  if (open_at (self, location, &error))
    return;
  /* An SQLite without what is needed. The readers fail too, which is better than that they wait for ever. */
  g_free (self->failure);
  self->failure = g_strdup (error->message);
  fys_library_gate_open (self->gate, location);
}

static void
note_followed (FysLibraryStore *self)
{
  memset (&self->followed, 0, sizeof self->followed);
  (void) g_stat (self->path, &self->followed); /* one that is gone is another one when it is back */
  (void) fys_library_sqlite_query_int (fys_library_index_get_db (self->index), DATA_VERSION_SQL, &self->data_version, NULL);
}

/* The file is made here, so that nobody else may read it. What is there already is left to SQLite. */
static void
make_file (FysLibraryStore *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  int              fd;

  (void) g_mkdir_with_parents (folder, FOLDER_MODE); /* opening the file tells what is wrong */
  fd = open (self->path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, FILE_MODE);
  if (fd >= 0)
    (void) close (fd); /* nothing was written */
}

static gboolean
open_file (FysLibraryStore *self,
           GError         **error)
{
  LockResult lock;

  make_file (self);
  lock = take_lock (self);
  if (lock == LOCK_FAILED)
    {
      g_set_error_literal (error, FYS_LIBRARY_ERROR, errno == ENOSPC || errno == EDQUOT ? FYS_LIBRARY_ERROR_FULL : FYS_LIBRARY_ERROR_LOCKED,
                           g_strerror (errno));
      return FALSE;
    }
  self->is_following = lock == LOCK_IS_TAKEN;
  if (!open_at (self, self->path, error))
    return FALSE;
  if (self->is_following)
    note_followed (self);
  return TRUE;
}

static void
remove_file (FysLibraryStore *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (self->path, suffixes[i], NULL);

      (void) g_remove (name); /* an empty folder, too; when something stays, opening the file fails again */
    }
}

/* Removes what other versions of the program left behind. */
static void
tidy_folder (FysLibraryStore *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *own = g_path_get_basename (self->path);
  g_autoptr (GDir) dir = g_str_has_prefix (own, VERSION_PREFIX) ? g_dir_open (folder, 0, NULL) : NULL;
  gint64           now_s = g_get_real_time () / G_USEC_PER_SEC;
  const char      *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf         info;

      if (g_str_has_prefix (name, VERSION_PREFIX) && strstr (name, VERSION_INFIX) != NULL && !g_str_has_prefix (name, own) &&
          g_lstat (path, &info) == 0 && S_ISREG (info.st_mode) && now_s - info.st_mtime > KEPT_S)
        (void) g_unlink (path); /* what stays is tried again next time */
    }
}

static gboolean
rebuild_file (FysLibraryStore *self)
{
  /* The file is the other program's to mend. */
  if (self->is_following || self->n_rebuilds >= MAX_REBUILDS)
    return FALSE;
  self->n_rebuilds++;
  g_clear_pointer (&self->index, fys_library_index_free);
  remove_file (self);
  return open_file (self, NULL);
}

gboolean
fys_library_store_replace (FysLibraryStore *self,
                           const GError    *why)
{
  gboolean is_full = g_error_matches (why, FYS_LIBRARY_ERROR, FYS_LIBRARY_ERROR_FULL);

  if (self->is_in_memory)
    return FALSE;
  if (is_full)
    self->problem = _("The disk is full, so the library has to be read anew at every start. Make room on the disk");
  if (is_full || g_error_matches (why, FYS_LIBRARY_ERROR, FYS_LIBRARY_ERROR_LOCKED) || !rebuild_file (self))
    open_in_memory (self);
  return self->index != NULL;
}

void
fys_library_store_open (FysLibraryStore *self)
{
  g_autoptr (GError) error = NULL;

  if (self->path == NULL)
    open_in_memory (self);
  else if (!open_file (self, &error))
    (void) fys_library_store_replace (self, error); /* an index that was just opened is filled in any case */
  if (self->path != NULL && !self->is_in_memory && !self->is_following)
    tidy_folder (self);
}

FysLibraryIndex *
fys_library_store_get_index (FysLibraryStore *self)
{
  return self->index;
}

gboolean
fys_library_store_is_following (FysLibraryStore *self)
{
  return self->is_following;
}

/* Whether the name leads to another file than the one that was opened: the other program has built the index anew. */
static gboolean
is_another_file (FysLibraryStore *self)
{
  GStatBuf now;

  return g_stat (self->path, &now) != 0 || now.st_ino != self->followed.st_ino || now.st_dev != self->followed.st_dev;
}

static gboolean
has_another_content (FysLibraryStore *self)
{
  gint64 before = self->data_version;

  return fys_library_sqlite_query_int (fys_library_index_get_db (self->index), DATA_VERSION_SQL, &self->data_version, NULL) &&
         self->data_version != before;
}

void
fys_library_store_follow (FysLibraryStore *self,
                          gboolean        *out_has_changed)
{
  *out_has_changed = FALSE;
  if (!self->is_following)
    return;
  if (is_another_file (self) || take_lock (self) == LOCK_IS_OURS)
    {
      *out_has_changed = TRUE;
      fys_library_store_open (self);
    }
  else
    *out_has_changed = has_another_content (self);
}

const char *
fys_library_store_get_problem (FysLibraryStore *self)
{
  return self->failure != NULL ? self->failure : self->problem;
}
