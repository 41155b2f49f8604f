/* fys-article.h - an article, parsed once and never changed
 *
 * bytes ─▶ front matter (libyaml) ─▶ FysMetadata
 *       └▶ body (cmark, fys-table) ─▶ blocks ─▶ outline ─▶ questions, urgent sections
 *
 * The blocks stand in one flat array in reading order; sections, questions and exercises are ranges in it. What a block lies
 * inside (lists, items, quotes) is told by its container. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/article/fys-diagnostic.h"
#include "core/article/fys-metadata.h"
#include "core/article/fys-text.h"

G_BEGIN_DECLS

/* Bounds on what a file may ask of us; beyond them: a diagnostic, never a crash or a hang. */
#define FYS_ARTICLE_MAX_BYTES (4 * 1024 * 1024)
#define FYS_ARTICLE_MAX_DEPTH 100
#define FYS_TABLE_MAX_COLUMNS 100
#define FYS_YAML_MAX_DEPTH    32

#define FYS_NONE G_MAXUINT /* "no such index" */

typedef enum
{
  FYS_BLOCK_HEADING,
  FYS_BLOCK_PARAGRAPH,
  FYS_BLOCK_LIST_ITEM, /* begins an item; its text is the item's first paragraph, "" when the item begins otherwise */
  FYS_BLOCK_QUOTE,     /* a paragraph directly inside a quote */
  FYS_BLOCK_CODE,      /* text keeps its line breaks; raw HTML blocks too, with is_html */
  FYS_BLOCK_TABLE,
  FYS_BLOCK_IMAGE,     /* a paragraph that is nothing but an image; text is the alternative text */
  FYS_BLOCK_RULE,
} FysBlockKind;

typedef enum
{
  FYS_ALIGN_NONE,
  FYS_ALIGN_LEFT,
  FYS_ALIGN_CENTER,
  FYS_ALIGN_RIGHT,
} FysAlign;

/** FysTable: cells row by row, the header first; every row has n_columns cells.
 * @row_lines: the line in the file of each row */
typedef struct
{
  guint           n_columns;
  guint           n_rows; /* header counted; 1 or more */
  const FysAlign *align;  /* n_columns of them */
  const FysText  *cells;
  const guint    *row_lines;
} FysTable;

typedef enum
{
  FYS_CONTAINER_BULLET_LIST,
  FYS_CONTAINER_ORDERED_LIST,
  FYS_CONTAINER_ITEM,
  FYS_CONTAINER_QUOTE,
} FysContainerKind;

/** FysContainer: what blocks lie inside. @parent: index or FYS_NONE.
 * @first_block, @n_blocks: all blocks inside, nested ones too
 * @number: of an item of an ordered list, its number; else 0
 * @is_tight: of a list, whether its items stand without space between them */
typedef struct
{
  FysContainerKind kind;
  guint            parent;
  guint            first_block;
  guint            n_blocks;
  guint            number;
  gboolean         is_tight;
} FysContainer;

typedef struct
{
  FysBlockKind    kind;
  guint           line;       /* 1-based, in the file */
  guint           end_line;   /* the last line of the block */
  guint           container;  /* innermost; FYS_NONE at the top */
  guint           section;    /* innermost section that holds it; FYS_NONE before the first heading */
  FysText         text;
  guint           first_line; /* of running text: the bytes that stand in its first line, the break after them counted; else 0 */
  guint           level;      /* of a heading, 1–6; else 0 */
  gboolean        is_html;    /* of FYS_BLOCK_CODE */
  const char     *source;     /* of an image: its address; of code: its info string; else %NULL */
  const FysTable *table;      /* of FYS_BLOCK_TABLE, else %NULL */
} FysBlock;

typedef enum
{
  FYS_SECTION_FAQ = 1 << 0,      /* the heading says that questions follow */
  FYS_SECTION_QUESTION = 1 << 1, /* a child of a FAQ: its title is the question, the rest the answer */
  FYS_SECTION_URGENT = 1 << 2,   /* tells when to seek help */
} FysSectionFlags;

/** FysSection: a heading and all that follows it up to the next heading of its level or above.
 * @first_block: the heading; @n_blocks: with the heading and all sub-sections
 * @parent: index or FYS_NONE; @end: the index after the last sub-section, so children lie in (own index, end)
 * @level: as written (1–6); @depth: 0 for a section without a parent */
typedef struct
{
  const char     *title;
  const char     *slug; /* unique in the article */
  guint           level;
  guint           depth;
  guint           line;
  guint           first_block;
  guint           n_blocks;
  guint           parent;
  guint           end;
  FysSectionFlags flags;
} FysSection;

/** FysLink: a link of the body, in reading order. @cell: in a table, row * n_columns + column; else FYS_NONE */
typedef struct
{
  const char *text;
  const char *target;
  guint       line;
  guint       block;
  guint       cell;
  guint       span;
} FysLink;

#define FYS_ARTICLE_ERROR (fys_article_error_quark ())
typedef enum
{
  FYS_ARTICLE_ERROR_TOO_LARGE,
  FYS_ARTICLE_ERROR_NOT_A_FILE, /* a FIFO, a device */
  FYS_ARTICLE_ERROR_FOLDER,
} FysArticleError;
GQuark fys_article_error_quark (void);

/* An immutable, atomically reference-counted value: any thread may read it. */
typedef struct _FysArticle FysArticle;

/**
 * fys_article_new_from_bytes:
 * @bytes: the file; need not be UTF-8 (a diagnostic says where it is not, and the bytes become U+FFFD)
 * @name: (nullable): the file's base name, UTF-8; serves as title when the article has none
 *
 * Never fails: whatever is wrong becomes a diagnostic. Content beyond FYS_ARTICLE_MAX_BYTES is left out, with an error diagnostic.
 * Any thread.
 *
 * Returns: (transfer full) */
FysArticle         *fys_article_new_from_bytes   (GBytes           *bytes,
                                                  const char       *name);
/**
 * fys_article_load:
 *
 * Reads and parses; blocks, so not on the thread that draws. Never blocks on a FIFO or a device, and reads no more than the bound.
 *
 * Returns: (transfer full) (nullable): %NULL with a #GIOErrorEnum or #FysArticleError */
FysArticle         *fys_article_load             (GFile            *file,
                                                  GCancellable     *cancellable,
                                                  GError          **error);
/* Whether fys_article_read_bytes() gets at least the first byte, or the end; blocks as little as that. */
gboolean            fys_article_can_be_read      (const char       *path,
                                                  GError          **error);
/* What fys_article_load() does before it parses. Returns: (transfer full) (nullable): at most a byte more than the bound */
GBytes             *fys_article_read_bytes       (const char       *path,
                                                  GCancellable     *cancellable,
                                                  GError          **error);
FysArticle         *fys_article_ref              (FysArticle       *self);
void                fys_article_unref            (FysArticle       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FysArticle, fys_article_unref)

/* What to show as title: title, metaTitle, the first heading, or the file's name; never %NULL or "". */
const char         *fys_article_get_title        (FysArticle       *self);
const FysMetadata  *fys_article_get_metadata     (FysArticle       *self);
const FysBlock     *fys_article_get_blocks       (FysArticle       *self,
                                                  guint            *out_n_blocks);
const FysContainer *fys_article_get_containers   (FysArticle       *self,
                                                  guint            *out_n_containers);
const FysSection   *fys_article_get_sections     (FysArticle       *self,
                                                  guint            *out_n_sections);
const FysLink      *fys_article_get_links        (FysArticle       *self,
                                                  guint            *out_n_links);
/* (element-type FysDiagnostic), sorted. */
GPtrArray          *fys_article_get_diagnostics  (FysArticle       *self);
guint               fys_article_get_n_words      (FysArticle       *self);
/* Minutes at 200 words a minute, to the nearest; at least 1. */
guint               fys_article_get_reading_min  (FysArticle       *self);
/* Whether the first block is a heading, of any level, that repeats the title, so that a page with a title of its own leaves it out. */
gboolean            fys_article_repeats_title    (FysArticle       *self);
/* "da" or "en", the languages that the program speaks: what `lang` or `language` in the front matter says, else the one that the small
 * words of the first page belong to, Danish when in doubt. Looks each time, at no more than some kilobytes. Static. */
const char         *fys_article_get_language     (FysArticle       *self);

/* Returns: the index of the section with @slug, or FYS_NONE */
guint               fys_article_find_section     (FysArticle       *self,
                                                  const char       *slug);
/* The text of a range of blocks as one would copy it: paragraphs apart, list markers, table cells parted by tabs, no markup.
 * Returns: (transfer full) */
char               *fys_article_dup_plain_text   (FysArticle       *self,
                                                  guint             first_block,
                                                  guint             n_blocks);

G_END_DECLS
