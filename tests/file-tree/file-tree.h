/* file-tree.h - folders that a test made, and takes away
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Removes @path and all that lies in it, also what may not be written any more; of a link, the link. Fails when something stays. */
void file_tree_remove (const char *path);
