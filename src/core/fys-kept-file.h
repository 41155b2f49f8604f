/* fys-kept-file.h - a small file of the user's, for nobody else to read, which is written off the thread that draws
 *
 * A file that is broken, hostile or cannot be written costs what it was to keep and nothing else. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _FysKeptFile FysKeptFile;

/* Touches no disk. Returns: (transfer full) */
FysKeptFile *fys_kept_file_new   (const char  *path);
/* Waits until everything is written. */
void         fys_kept_file_free  (FysKeptFile *self);
const char  *fys_kept_file_get_path (FysKeptFile *self);
/* @text: (transfer full): what the file is to hold; %NULL or "" deletes it. Waits for nothing. One that a newer one waits behind is not written. */
void         fys_kept_file_write (FysKeptFile *self,
                                  char        *text);
/* Waits until everything that was asked for so far is on the disk. */
void         fys_kept_file_flush (FysKeptFile *self);
/* Asks the disk, so not on the thread that draws. Any thread.
 * Returns: (transfer full): empty when there is no regular file of at most @max_bytes that is a key file from its beginning to its end */
GKeyFile    *fys_kept_file_read  (const char  *path,
                                  gsize        max_bytes);
/**
 * fys_kept_file_load:
 * @prepare: (nullable): called in the worker with what was read; gives (transfer full) what @loaded is to have instead
 * @loaded: called with @owner and the key file, which it borrows, on the caller's thread-default main context; not when @owner has ended by then
 *
 * Reads the file once, off the caller's thread, see fys_kept_file_read(). */
void         fys_kept_file_load  (FysKeptFile *self,
                                  gsize        max_bytes,
                                  GKeyFile  *(*prepare) (GKeyFile *file),
                                  void       (*loaded)  (GObject  *owner,
                                                         GKeyFile *file),
                                  GObject     *owner);
/* A group of a key file may hold neither brackets nor control characters; a name that came from the name of a file may.
 * Returns: (transfer full) (nullable): %NULL for "", and for one that comes out longer than @max_bytes */
char        *fys_kept_file_dup_group (const char *name,
                                      gsize       max_bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FysKeptFile, fys_kept_file_free)

G_END_DECLS
