/* faulty-vfs.h - a disk that fails, or a program that is killed, at a chosen moment
 *
 * Counts every call by which SQLite changes the disk: a write, a sync, a truncation, a file that is made or deleted.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

typedef enum
{
  FAULT_NONE,
  FAULT_KILL,      /* SIGKILL before the call */
  FAULT_KILL_HALF, /* SIGKILL when half of a write is done; other calls as above */
  FAULT_FULL,      /* this call fails, as on a full disk */
  FAULT_ALL_FULL,  /* this and every later one does */
  FAULT_IO_ERROR,  /* this call fails, as on a broken disk */
} Fault;

/* Becomes SQLite's default for connections that are opened from now on. */
void  faulty_vfs_register (void);
/* From now on the @n-th call (from 1) fails. Any thread, when no call is under way. */
void  faulty_vfs_arm      (Fault fault,
                           guint n);
/* Returns: how many calls there were since it was armed */
guint faulty_vfs_disarm   (void);
