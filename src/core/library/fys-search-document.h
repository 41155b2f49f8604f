/* fys-search-document.h - an article as the search sees it: columns of text, and where its parts lie in them
 *
 *   the column "body":  lead … | Heading one  text … | Heading two  text … | A question?  answer …
 *   its parts:          section  section               section               question
 *                                            exercise (anywhere inside)
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exercise/fys-exercise.h"

G_BEGIN_DECLS

typedef enum
{
  FYS_COLUMN_TITLE,
  FYS_COLUMN_ALIAS,     /* other names */
  FYS_COLUMN_HEADINGS,
  FYS_COLUMN_QUESTIONS, /* without their answers */
  FYS_COLUMN_BODY,      /* all running text, headings and questions included */
  FYS_N_COLUMNS,
} FysSearchColumn;

typedef enum
{
  FYS_PART_SECTION, /* a heading and what follows it up to the next one of any level; the first part has no heading */
  FYS_PART_QUESTION,
  FYS_PART_EXERCISE,
} FysPartKind;

typedef enum
{
  FYS_PART_SYMPTOMS = 1 << 0, /* the heading says that it tells how it feels */
  FYS_PART_LEAD = 1 << 1,     /* before the first heading */
} FysPartFlags;

/** FysPart: a part of the body.
 * @start, @end: its text without its heading, in bytes of the body
 * @first_word, @end_word: with its heading, in words of the body
 * @n_title_words: of those, the heading's
 * @title, @slug: where they begin in the layout's strings */
typedef struct
{
  guint32 kind;
  guint32 flags;
  guint32 start;
  guint32 end;
  guint32 first_word;
  guint32 end_word;
  guint32 n_title_words;
  guint32 title;
  guint32 slug;
} FysPart;

typedef struct
{
  GString *columns[FYS_N_COLUMNS];
  GArray  *parts;       /* element-type FysPart */
  GString *strings;     /* zero-terminated ones; the first is the title */
  guint    n_words;     /* of the body */
  guint    n_questions;
  guint    n_exercises;
} FysSearchDocument;

FysSearchDocument *fys_search_document_new        (FysArticle              *article,
                                                   FysExerciseList         *exercises);
void               fys_search_document_free       (FysSearchDocument       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FysSearchDocument, fys_search_document_free)
/* The parts and their strings, as they are kept. Returns: (transfer full) */
GBytes            *fys_search_document_dup_layout (const FysSearchDocument *self);

/** FysLayout: what fys_search_document_dup_layout() made, read back. Borrows from it. */
typedef struct
{
  guint          n_words;
  guint          n_parts;
  const FysPart *parts;
  const char    *strings;
} FysLayout;

/* @data: aligned for guint32. Returns: %FALSE when it is not what was made: the index is broken */
gboolean           fys_layout_read                (FysLayout               *self,
                                                   gconstpointer            data,
                                                   gsize                    size_bytes);

G_END_DECLS
