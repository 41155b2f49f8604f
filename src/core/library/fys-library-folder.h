/* fys-library-folder.h - the folder that an article and its images and neighbours lie in
 *
 * FysFinder's articles name images from the site's root (/images/…) and lie in ordbog/, blog/ and styrkeoevelser/. The library folder is
 * what stands for that root on disk. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The collection that articles outside of any collection belong to as well. */
#define FYS_LIBRARY_DICTIONARY "ordbog"

/**
 * fys_library_folder_dup_root:
 * @file: an article
 *
 * The nearest folder above @file that has images/ or public/images/, else the folder of @file. Links are resolved first. Asks the disk, so not on
 * the thread that draws.
 *
 * Returns: (transfer full) (nullable): an absolute path without links; %NULL when @file is not on a local disk */
char  *fys_library_folder_dup_root  (GFile      *file);
/**
 * fys_library_folder_dup_image:
 * @file: an article
 * @root: what fys_library_folder_dup_root() gave for it
 * @source: the address of an image as the article has it
 *
 * A regular file below @root, and nothing else: no network address, and no way out by `..` or by a link. Asks the disk.
 *
 * Returns: (transfer full) (nullable): a path without links */
char  *fys_library_folder_dup_image (GFile      *file,
                                     const char *root,
                                     const char *source);
/**
 * fys_library_folder_dup_image_place:
 *
 * As fys_library_folder_dup_image(), for an image that need not be there yet: the first place where it is looked for. Asks the disk only for links.
 *
 * Returns: (transfer full) (nullable): a path below @root */
char  *fys_library_folder_dup_image_place (GFile      *file,
                                           const char *root,
                                           const char *source);
/**
 * fys_library_folder_dup_inside:
 * @path: a path, with or without links and `..`
 *
 * Returns: (transfer full) (nullable): @path without links when it is a regular file below @root, else %NULL. Asks the disk. */
char  *fys_library_folder_dup_inside (const char *root,
                                      const char *path);
/* Whether @name is one of FysFinder's collections of articles: ordbog, blog, styrkeoevelser. */
gboolean fys_library_is_collection   (const char *name);
/**
 * fys_library_dup_article_key:
 * @file: an article
 *
 * A name for what the user keeps of an article (choices, journal), which stays the same when the article is read from another library: the name of
 * its file without .md, with the collection before it ("blog/knaesmerter", "styrkeoevelser/squat") unless that is ordbog, the dictionary that
 * articles outside of any collection belong to as well. Looks at the path only, no higher than two folders above. Any thread.
 *
 * Returns: (transfer full): UTF-8 */
char  *fys_library_dup_article_key   (GFile      *file);
/**
 * fys_library_folder_dup_article:
 * @file: the article that is open
 * @collection: ordbog, blog or styrkeoevelser
 * @slug: the name of the other article's file without .md
 * @folders: (nullable): from fys_library_folder_new_known()
 *
 * Looks in @collection beside and above @file, no higher than @root (or the folder above that of @file when that is its own root), and one level of
 * folders in it; for the dictionary also in those folders themselves where they are no collection. Asks the disk.
 *
 * Returns: (transfer full) (nullable): a path without links */
char  *fys_library_folder_dup_article (GFile      *file,
                                       const char *root,
                                       const char *collection,
                                       const char *slug,
                                       GHashTable *folders);
/* For many calls of fys_library_folder_dup_article(): what folders a collection has is looked up once, and a change on the disk is not noticed.
 * Returns: (transfer full) */
GHashTable *fys_library_folder_new_known (void);

/* Where a library may keep what the site has at its root, in the order in which they are tried. */
#define FYS_LIBRARY_N_WEB_ROOTS 2
extern const char *const fys_library_web_roots[FYS_LIBRARY_N_WEB_ROOTS];

/* Whether there is a folder of images, or one of the collections, in @folder. Both ask the disk. */
gboolean fys_library_folder_has_images     (const char *folder);
gboolean fys_library_folder_has_collection (const char *folder);

G_END_DECLS
