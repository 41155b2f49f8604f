/* fys-library-entry.h - one article of the library, as the list shows it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/article/fys-metadata.h"

G_BEGIN_DECLS

/* What was published where; see fys_library_is_collection(). An article outside of any collection belongs to the dictionary. */
typedef enum
{
  FYS_COLLECTION_DICTIONARY, /* ordbog: conditions, parts of the body, words */
  FYS_COLLECTION_GUIDES,     /* blog */
  FYS_COLLECTION_STRENGTH,   /* styrkeoevelser */
  FYS_N_COLLECTIONS,
} FysCollection;

#define FYS_TYPE_LIBRARY_ENTRY (fys_library_entry_get_type ())
/* Immutable; any thread may read it. A GObject, so that a GListModel can hold it. */
G_DECLARE_FINAL_TYPE (FysLibraryEntry, fys_library_entry, FYS, LIBRARY_ENTRY, GObject)

/** FysLibraryInfo: what the index knows of an article. Strings belong to the entry and are valid UTF-8 but for @path.
 * @path: in the encoding of file names
 * @key: see fys_library_dup_article_key(): by it the user's journal, choices, places and bookmarks know the article
 * @description: what the author says of the article, else the beginning of its introduction, "" without either
 * @body_parts: (array zero-terminated=1): slugs as the front matter has them ("laend"), possibly empty
 * @first_seen_s, @changed_s: when the index first met the article, and when its content last changed after that (else 0); seconds since 1970 */
typedef struct
{
  const char        *path;
  const char        *key;
  const char        *title;
  const char        *description;
  const char *const *body_parts;
  FysCollection      collection;
  FysDate            published;
  FysDate            updated;
  guint              reading_min;
  guint              n_questions;
  guint              n_exercises;
  gint64             first_seen_s;
  gint64             changed_s;
} FysLibraryInfo;

/* Copies what @info points to. Returns: (transfer full) */
FysLibraryEntry      *fys_library_entry_new      (const FysLibraryInfo *info);
const FysLibraryInfo *fys_library_entry_get_info (FysLibraryEntry      *self);
/* Returns: (transfer full) */
GFile                *fys_library_entry_dup_file (FysLibraryEntry      *self);
/* Where the article is on FysFinder's site, should it be there. @slug: of a section, or "". Returns: (transfer full) */
char                 *fys_library_info_dup_address (const FysLibraryInfo *info,
                                                    const char           *slug);

G_END_DECLS
