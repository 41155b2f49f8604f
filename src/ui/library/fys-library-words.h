/* fys-library-words.h - what the library's pages say, translated
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/library/fys-library.h"
#include "core/reading/fys-reading.h"

G_BEGIN_DECLS

const char *fys_library_words_get_collection   (FysCollection            collection);
/* @slug: as front matter has it, such as "laend". One that is not known is shown as it is, with a capital. Returns: (transfer full) */
char       *fys_library_words_dup_body_part    (const char              *slug);
/* From head to toe; all that are not known come after those, with the same rank. */
guint       fys_library_words_get_body_part_rank (const char            *slug);
/* "12 articles". Returns: (transfer full) */
char       *fys_library_words_dup_n_articles   (guint                    n_articles);
/* Such as "Updated 12 Oct 2025 · 7 min · 3 exercises · 6 questions". Returns: (transfer full) */
char       *fys_library_words_dup_facts        (const FysLibraryInfo    *info);
/* How long is left to read, or that it was read to its end. @reading_min: of the whole article, 0 when not known. Returns: (transfer full) */
char       *fys_library_words_dup_left         (guint                    reading_min,
                                                double                   progress);
/* "Today", "Yesterday", "3 days ago" or a date; @now_s: seconds since 1970. Returns: (transfer full) */
char       *fys_library_words_dup_when         (gint64                   at_s,
                                                gint64                   now_s);
/* What a source is called: where it comes from. Static. */
const char *fys_library_words_get_source_kind  (FysSourceKind            kind);
/* The name of the folder @path, for a person to read. Returns: (transfer full) */
char       *fys_library_words_dup_folder_name  (const char              *path);

G_END_DECLS
