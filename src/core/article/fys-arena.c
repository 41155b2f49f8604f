/* fys-arena.c - memory that is given out in pieces and taken back all at once
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/article/fys-arena.h"

#include <string.h>

/* The first chunk suits a short article; later ones double, so a long one needs few, and the unused end stays small
 * against what is used. */
#define FIRST_CHUNK_BYTES 8192
#define MAX_CHUNK_BYTES   (256 * 1024)

#define ALIGNMENT sizeof (gpointer)

typedef struct _Chunk Chunk;
struct _Chunk
{
  Chunk *next;
};

G_STATIC_ASSERT (sizeof (Chunk) % ALIGNMENT == 0);

struct _FysArena
{
  Chunk *chunks;
  char  *position;
  char  *end;
  gsize  next_chunk_bytes;
};

static void
add_chunk (FysArena *self,
           gsize     size)
{
  gsize  chunk_bytes = MAX (self->next_chunk_bytes, size + sizeof (Chunk));
  Chunk *chunk = g_malloc (chunk_bytes);

  chunk->next = self->chunks;
  self->chunks = chunk;
  self->position = (char *) chunk + sizeof (Chunk);
  self->end = (char *) chunk + chunk_bytes;
  self->next_chunk_bytes = MIN (self->next_chunk_bytes * 2, MAX_CHUNK_BYTES);
}

/* Returns: @size bytes at the position, which the caller may have aligned */
static inline gpointer
take (FysArena *self,
      gsize     size)
{
  gpointer result;

  if (G_UNLIKELY (size > (gsize) (self->end - self->position)))
    add_chunk (self, size);
  result = self->position;
  self->position += size;
  return result;
}

static inline void
align (FysArena *self)
{
  gsize excess = GPOINTER_TO_SIZE (self->position) % ALIGNMENT;

  if (excess > 0)
    self->position = self->end - self->position < (gssize) (ALIGNMENT - excess) ? self->end
                                                                                : self->position + (ALIGNMENT - excess);
}

FysArena *
fys_arena_new (void)
{
  FysArena *self = g_new0 (FysArena, 1);

  self->next_chunk_bytes = FIRST_CHUNK_BYTES;
  return self;
}

void
fys_arena_free (FysArena *self)
{
  if (self == NULL)
    return;
  while (self->chunks != NULL)
    {
      Chunk *chunk = self->chunks;

      self->chunks = chunk->next;
      g_free (chunk);
    }
  g_free (self);
}

gpointer
fys_arena_alloc (FysArena *self,
                 gsize     size)
{
  align (self);
  return take (self, size);
}

gpointer
fys_arena_alloc0 (FysArena *self,
                  gsize     size)
{
  return memset (fys_arena_alloc (self, size), 0, size);
}

gpointer
fys_arena_memdup (FysArena     *self,
                  gconstpointer data,
                  gsize         size)
{
  if (size == 0)
    return NULL;
  return memcpy (fys_arena_alloc (self, size), data, size);
}

char *
fys_arena_strndup (FysArena   *self,
                   const char *text,
                   gsize       length)
{
  char *copy = take (self, length + 1);

  memcpy (copy, text, length);
  copy[length] = '\0';
  return copy;
}

char *
fys_arena_strdup (FysArena   *self,
                  const char *text)
{
  return text != NULL ? fys_arena_strndup (self, text, strlen (text)) : NULL;
}
