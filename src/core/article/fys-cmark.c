/* fys-cmark.c - cmark with a bound on its memory
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/article/fys-cmark.h"

#include <setjmp.h>
#include <string.h>

/* Prose takes 5 to 10 bytes a byte; a list of single letters, the densest honest text, about 130 (three nodes in four bytes), of
 * which a megabyte fits. */
#define BASE_BYTES     (64 * 1024 * 1024)
#define BYTES_PER_BYTE 64

#define FIRST_CHUNK_BYTES (32 * 1024)
#define MAX_CHUNK_BYTES   (1024 * 1024)

/* Precedes each piece, so that it can be made larger. */
typedef struct
{
  gsize size;
  gsize padding; /* keeps what follows aligned to 16 bytes */
} Header;

typedef struct _Chunk Chunk;
struct _Chunk
{
  Chunk *next;
  gsize  padding;
};

struct _FysCmark
{
  Chunk      *chunks;
  char       *position;
  char       *end;
  gsize       next_chunk_bytes;
  gsize       bytes_left;
  jmp_buf     out_of_bound;
  cmark_node *document;
};

/* cmark's allocator takes no user data; cmark itself runs on one thread from start to end. */
static _Thread_local FysCmark *building;

static void
add_chunk (FysCmark *self,
           gsize     size)
{
  gsize  chunk_bytes = MAX (self->next_chunk_bytes, size + sizeof (Chunk));
  Chunk *chunk;

  if (chunk_bytes > self->bytes_left)
    longjmp (self->out_of_bound, 1);
  self->bytes_left -= chunk_bytes;

  chunk = g_malloc (chunk_bytes);
  chunk->next = self->chunks;
  self->chunks = chunk;
  self->position = (char *) chunk + sizeof (Chunk);
  self->end = (char *) chunk + chunk_bytes;
  self->next_chunk_bytes = MIN (self->next_chunk_bytes * 2, MAX_CHUNK_BYTES);
}

static inline Header *
header_of (void *piece)
{
  return (Header *) piece - 1;
}

static inline gsize
round_up (gsize size)
{
  return (size + 15) & ~(gsize) 15;
}

static void *
allocate (gsize size)
{
  FysCmark *self = building;
  Header   *header;

  size = round_up (size);
  if (size + sizeof (Header) > (gsize) (self->end - self->position))
    add_chunk (self, size + sizeof (Header));
  header = (Header *) (gpointer) self->position;
  header->size = size;
  self->position += sizeof (Header) + size;
  return header + 1;
}

static gboolean
is_last (void *piece)
{
  return (char *) piece + header_of (piece)->size == building->position;
}

static void *
region_calloc (size_t n,
               size_t size)
{
  /* Both are small: a node, or a buffer of at most a few times the text. */
  return memset (allocate (n * size), 0, n * size);
}

static void *
region_realloc (void  *piece,
                size_t size)
{
  void *larger;

  if (piece == NULL)
    return allocate (size);
  if (size <= header_of (piece)->size)
    return piece;
  if (is_last (piece) && round_up (size) <= (gsize) (building->end - (char *) piece))
    {
      header_of (piece)->size = round_up (size);
      building->position = (char *) piece + round_up (size);
      return piece;
    }
  larger = allocate (size);
  return memcpy (larger, piece, header_of (piece)->size);
}

static void
region_free (void *piece)
{
  if (piece != NULL && is_last (piece))
    building->position = (char *) header_of (piece);
}

static cmark_mem region = { region_calloc, region_realloc, region_free };

FysCmark *
fys_cmark_parse (const char *text,
                 gsize       length)
{
  FysCmark     *self = g_new0 (FysCmark, 1);
  cmark_parser *parser;

  self->next_chunk_bytes = CLAMP (length * 8, FIRST_CHUNK_BYTES, MAX_CHUNK_BYTES);
  self->bytes_left = BASE_BYTES + BYTES_PER_BYTE * length;
  building = self;
  if (setjmp (self->out_of_bound) != 0)
    {
      fys_cmark_free (building);
      building = NULL;
      return NULL;
    }

  parser = cmark_parser_new_with_mem (CMARK_OPT_DEFAULT, &region);
  cmark_parser_feed (parser, text, length);
  building->document = cmark_parser_finish (parser);
  /* The parser is part of the region, and so is whatever it still holds. */
  self = building;
  building = NULL;
  return self;
}

cmark_node *
fys_cmark_get_document (FysCmark *self)
{
  return self->document;
}

void
fys_cmark_free (FysCmark *self)
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
