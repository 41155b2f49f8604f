/* shelf.h - a library with an index and folders that are thrown away, and calls that wait for their answer
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/library/fys-library-surroundings.h"
#include "core/library/fys-library.h"

/* @root: a new folder; the articles of the only source lie in @articles, the index is to lie at @index, in a folder that is not there yet.
 * @library: not started */
typedef struct
{
  char       *root;
  char       *articles;
  char       *index;
  FysLibrary *library;
} Shelf;

void              shelf_set_up        (Shelf            *self,
                                       gconstpointer     user_data);
void              shelf_tear_down     (Shelf            *self,
                                       gconstpointer     user_data);
/* For what the superuser may do and others may not: has the folders and the process belong to nobody, and to who they belonged before. */
void              shelf_become_nobody (Shelf            *self);
void              shelf_become_oneself (void);
/* Lets go of the library, and makes one with the same index and folders. */
void              shelf_reopen        (Shelf            *self);
/* The same, elsewhere than in fys_library_surroundings. */
void              shelf_reopen_in     (Shelf                        *self,
                                       const FysLibrarySurroundings *surroundings);
/* Writes @text as @path below @root. */
void              shelf_write         (Shelf            *self,
                                       const char       *path,
                                       const char       *text);
/* An article with a title, a question and an exercise; @word stands in its text. */
void              shelf_write_article (Shelf            *self,
                                       const char       *path,
                                       const char       *title,
                                       const char       *word);
void              shelf_remove        (Shelf            *self,
                                       const char       *path);
/* Starts the library if it is not, and waits until it has looked at every folder. */
void              shelf_start         (Shelf            *self);
/* Asks for another look, and waits for it. */
void              shelf_rescan        (Shelf            *self);
guint             shelf_n_articles    (Shelf            *self);
/* Runs the main context until there are @n articles. */
void              shelf_wait_for_n    (Shelf            *self,
                                       guint             n);

FysLibraryCounts *shelf_count         (Shelf            *self);
/* Returns: (transfer full): the keys of the list, with a blank between them */
char             *shelf_dup_keys      (Shelf                  *self,
                                       const FysLibraryFilter *filter);
guint             shelf_count_list    (Shelf                  *self,
                                       const FysLibraryFilter *filter);
/* Returns: (transfer full) (nullable): the entry with @key */
FysLibraryEntry  *shelf_find          (Shelf            *self,
                                       const char       *key);
/* Returns: (transfer full): the titles of the articles that a search for @text finds, sorted, with a bar between them */
char             *shelf_search        (Shelf            *self,
                                       const char       *text);
/* What there is by title, and by a search for what every shelf_write_article() has in its text. */
void              shelf_assert_keys   (Shelf            *self,
                                       const char       *keys);
/* Returns: (transfer full): the problems as "path below root: message", a line each */
char             *shelf_dup_problems  (Shelf            *self);
/* Runs the main context until shelf_dup_problems() gives @problems. */
void              shelf_wait_for_problems (Shelf        *self,
                                           const char   *problems);
