/* fys-reading.h - what the user read and where they were, and what they marked to find again
 *
 * One small file in the user's state folder, for nobody else to read, like the choices for exercises. A place is told by the section's slug and how far
 * into it one had read, so it survives a new version of the article and another width of the window. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define FYS_READING_MAX_RECENT    100
#define FYS_READING_MAX_BOOKMARKS 1000

/** FysReadingPlace: @slug: of a section, "" before the first one. @offset: 0–1, how far into that section's text */
typedef struct
{
  char  *slug;
  double offset;
} FysReadingPlace;

/** FysReadingItem: an article that was read, or a bookmark. Strings belong to the FysReading.
 * @key: the article's; @title: the article's, @section: of the section, "" for the beginning; as they were then
 * @uri: of the file when it was read; the library may know a better one by @key
 * @version: (nullable): what tells one version of the article's text from another; "" where it is not known, and of a bookmark
 * @at_s: seconds since 1970
 * @progress: 0–1 of the whole article; 1: read to its end. Of a bookmark 0. */
typedef struct
{
  const char     *key;
  const char     *title;
  const char     *section;
  const char     *uri;
  const char     *version;
  FysReadingPlace place;
  gint64          at_s;
  double          progress;
} FysReadingItem;

#define FYS_TYPE_READING (fys_reading_get_type ())
/* Used on the thread that made it. Signal: changed (). */
G_DECLARE_FINAL_TYPE (FysReading, fys_reading, FYS, READING, GObject)

/* @path: of the file, which need not exist. Begins to read it; until then nothing is known. */
FysReading *fys_reading_new              (const char           *path);
/* fysbog/reading in the user's state folder. Returns: (transfer full) */
char       *fys_reading_dup_default_path (void);
/* Whether the file was read: until then what the user read before is not known. */
gboolean    fys_reading_is_ready         (FysReading           *self);
/* Waits until everything that was asked for so far is on the disk. */
void        fys_reading_flush            (FysReading           *self);
/* The article was opened, or read on. Copies @item; its key may not be "". */
void        fys_reading_remember         (FysReading           *self,
                                          const FysReadingItem *item);
/* Returns: (transfer none) (nullable): valid until the next change */
const FysReadingItem *fys_reading_find   (FysReading           *self,
                                          const char           *key);
/* Latest first. Returns: (transfer container) (element-type FysReadingItem): items valid until the next change */
GPtrArray  *fys_reading_list_recent      (FysReading           *self);
void        fys_reading_forget           (FysReading           *self,
                                          const char           *key);
/* Articles read, not bookmarks. */
void        fys_reading_forget_recent    (FysReading           *self);
/* Everything, and the file is deleted. */
void        fys_reading_forget_all       (FysReading           *self);

/* A bookmark is told by key and section. Adding one twice keeps the newer. */
void        fys_reading_add_bookmark     (FysReading           *self,
                                          const FysReadingItem *item);
gboolean    fys_reading_has_bookmark     (FysReading           *self,
                                          const char           *key,
                                          const char           *slug);
void        fys_reading_remove_bookmark  (FysReading           *self,
                                          const char           *key,
                                          const char           *slug);
/* Latest first. Returns: (transfer container) (element-type FysReadingItem) */
GPtrArray  *fys_reading_list_bookmarks   (FysReading           *self);
/* When the user last looked at what has changed in the library, seconds since 1970; 0: never. */
gint64      fys_reading_get_looked_s     (FysReading           *self);
void        fys_reading_set_looked_s     (FysReading           *self,
                                          gint64                looked_s);

G_END_DECLS
