/* faulty-vfs.c - a disk that fails, or a program that is killed, at a chosen moment
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "faulty-vfs.h"

#include <signal.h>
#include <sqlite3.h>
#include <string.h>

/* SQLite allocates szOsFile bytes; the real file lies behind ours. */
typedef struct
{
  sqlite3_file  base;
  sqlite3_file *real;
} FaultyFile;

static sqlite3_vfs *real_vfs;
static sqlite3_vfs  vfs;

static Fault armed_fault;
static guint armed_n;
static gint  n_calls; /* atomic */

static sqlite3_file *
get_real (sqlite3_file *file)
{
  return ((FaultyFile *) (gpointer) file)->real;
}

static void
die (void)
{
  (void) raise (SIGKILL); /* does not come back */
}

/* Returns: SQLITE_OK when the call shall be made */
static int
count_call (int io_error)
{
  guint n = (guint) g_atomic_int_add (&n_calls, 1) + 1;

  switch (armed_fault)
    {
    case FAULT_KILL:
    case FAULT_KILL_HALF:
      if (n == armed_n)
        die ();
      return SQLITE_OK;
    case FAULT_FULL:
      return n == armed_n ? SQLITE_FULL : SQLITE_OK;
    case FAULT_ALL_FULL:
      return n >= armed_n ? SQLITE_FULL : SQLITE_OK;
    case FAULT_IO_ERROR:
      return n == armed_n ? io_error : SQLITE_OK;
    case FAULT_NONE:
    default:
      return SQLITE_OK;
    }
}

static int
faulty_write (sqlite3_file *file,
              const void   *bytes,
              int           n_bytes,
              sqlite3_int64 offset)
{
  sqlite3_file *real = get_real (file);
  int           result;

  if (armed_fault == FAULT_KILL_HALF && (guint) g_atomic_int_get (&n_calls) + 1 == armed_n)
    (void) real->pMethods->xWrite (real, bytes, n_bytes / 2, offset); /* the kill is what counts */
  result = count_call (SQLITE_IOERR_WRITE);
  return result != SQLITE_OK ? result : real->pMethods->xWrite (real, bytes, n_bytes, offset);
}

static int
faulty_truncate (sqlite3_file *file,
                 sqlite3_int64 size)
{
  sqlite3_file *real = get_real (file);
  int           result = count_call (SQLITE_IOERR_TRUNCATE);

  return result != SQLITE_OK ? result : real->pMethods->xTruncate (real, size);
}

static int
faulty_sync (sqlite3_file *file,
             int           flags)
{
  sqlite3_file *real = get_real (file);
  int           result = count_call (SQLITE_IOERR_FSYNC);

  return result != SQLITE_OK ? result : real->pMethods->xSync (real, flags);
}

static int
faulty_shm_map (sqlite3_file  *file,
                int            region,
                int            n_bytes,
                int            extend,
                void volatile **out)
{
  sqlite3_file *real = get_real (file);
  int           result = extend ? count_call (SQLITE_IOERR_SHMSIZE) : SQLITE_OK;

  return result != SQLITE_OK ? result : real->pMethods->xShmMap (real, region, n_bytes, extend, out);
}

static int
pass_close (sqlite3_file *file)
{
  return get_real (file)->pMethods->xClose (get_real (file));
}

static int
pass_read (sqlite3_file *file,
           void         *bytes,
           int           n_bytes,
           sqlite3_int64 offset)
{
  return get_real (file)->pMethods->xRead (get_real (file), bytes, n_bytes, offset);
}

static int
pass_file_size (sqlite3_file  *file,
                sqlite3_int64 *out_size)
{
  return get_real (file)->pMethods->xFileSize (get_real (file), out_size);
}

static int
pass_lock (sqlite3_file *file,
           int           kind)
{
  return get_real (file)->pMethods->xLock (get_real (file), kind);
}

static int
pass_unlock (sqlite3_file *file,
             int           kind)
{
  return get_real (file)->pMethods->xUnlock (get_real (file), kind);
}

static int
pass_check_lock (sqlite3_file *file,
                 int          *out)
{
  return get_real (file)->pMethods->xCheckReservedLock (get_real (file), out);
}

static int
pass_control (sqlite3_file *file,
              int           op,
              void         *arg)
{
  return get_real (file)->pMethods->xFileControl (get_real (file), op, arg);
}

static int
pass_sector_size (sqlite3_file *file)
{
  return get_real (file)->pMethods->xSectorSize (get_real (file));
}

static int
pass_characteristics (sqlite3_file *file)
{
  return get_real (file)->pMethods->xDeviceCharacteristics (get_real (file));
}

static int
pass_shm_lock (sqlite3_file *file,
               int           offset,
               int           n,
               int           flags)
{
  return get_real (file)->pMethods->xShmLock (get_real (file), offset, n, flags);
}

static void
pass_shm_barrier (sqlite3_file *file)
{
  get_real (file)->pMethods->xShmBarrier (get_real (file));
}

static int
pass_shm_unmap (sqlite3_file *file,
                int           delete)
{
  return get_real (file)->pMethods->xShmUnmap (get_real (file), delete);
}

static const sqlite3_io_methods methods = {
  .iVersion = 2, /* without memory maps, which the journal does not use */
  .xClose = pass_close,
  .xRead = pass_read,
  .xWrite = faulty_write,
  .xTruncate = faulty_truncate,
  .xSync = faulty_sync,
  .xFileSize = pass_file_size,
  .xLock = pass_lock,
  .xUnlock = pass_unlock,
  .xCheckReservedLock = pass_check_lock,
  .xFileControl = pass_control,
  .xSectorSize = pass_sector_size,
  .xDeviceCharacteristics = pass_characteristics,
  .xShmMap = faulty_shm_map,
  .xShmLock = pass_shm_lock,
  .xShmBarrier = pass_shm_barrier,
  .xShmUnmap = pass_shm_unmap,
};

static int
faulty_open (sqlite3_vfs  *self,
             const char   *name,
             sqlite3_file *file,
             int           flags,
             int          *out_flags)
{
  FaultyFile *faulty = (FaultyFile *) (gpointer) file;
  int         exists = 1;
  int         result;

  faulty->base.pMethods = NULL;
  faulty->real = (sqlite3_file *) (gpointer) (faulty + 1);
  if (name != NULL && (flags & SQLITE_OPEN_CREATE) != 0)
    (void) real_vfs->xAccess (real_vfs, name, SQLITE_ACCESS_EXISTS, &exists); /* leaves it when it fails */
  result = exists ? SQLITE_OK : count_call (SQLITE_CANTOPEN);
  if (result == SQLITE_OK)
    result = real_vfs->xOpen (real_vfs, name, faulty->real, flags, out_flags);
  if (result == SQLITE_OK)
    faulty->base.pMethods = &methods;
  return result;
}

static int
faulty_delete (sqlite3_vfs *self,
               const char  *name,
               int          sync_folder)
{
  int result = count_call (SQLITE_IOERR_DELETE);

  return result != SQLITE_OK ? result : real_vfs->xDelete (real_vfs, name, sync_folder);
}

void
faulty_vfs_register (void)
{
  if (real_vfs != NULL)
    return;
  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs; /* what is not about the disk stays the real one's */
  vfs.zName = "faulty";
  vfs.szOsFile = (int) sizeof (FaultyFile) + real_vfs->szOsFile;
  vfs.xOpen = faulty_open;
  vfs.xDelete = faulty_delete;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, 1), ==, SQLITE_OK);
}

void
faulty_vfs_arm (Fault fault,
                guint n)
{
  armed_fault = fault;
  armed_n = n;
  g_atomic_int_set (&n_calls, 0);
}

guint
faulty_vfs_disarm (void)
{
  armed_fault = FAULT_NONE;
  return (guint) g_atomic_int_get (&n_calls);
}
