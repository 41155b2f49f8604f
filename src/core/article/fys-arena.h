/* fys-arena.h - memory that is given out in pieces and taken back all at once
 *
 * An article consists of thousands of small strings and arrays that live exactly as long as it does: one arena holds them.
 * Not thread-safe. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _FysArena FysArena;

FysArena *fys_arena_new      (void);
void      fys_arena_free     (FysArena   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FysArena, fys_arena_free)

/* Returns: @size bytes of undefined content, aligned for any pointer; lives as long as the arena */
gpointer  fys_arena_alloc    (FysArena   *self,
                              gsize       size);
/* Returns: @size bytes of zeros, aligned for any pointer */
gpointer  fys_arena_alloc0   (FysArena   *self,
                              gsize       size);
/* Returns: a copy, aligned for any pointer; %NULL when @size is 0 */
gpointer  fys_arena_memdup   (FysArena   *self,
                              gconstpointer data,
                              gsize       size);
/* Returns: the first @length bytes of @text and a zero */
char     *fys_arena_strndup  (FysArena   *self,
                              const char *text,
                              gsize       length);
/* Returns: (nullable): %NULL for %NULL */
char     *fys_arena_strdup   (FysArena   *self,
                              const char *text);

G_END_DECLS
