/* fys-snippets.c - texts that cmark saw as part of a paragraph and that are read once more, each by itself
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/article/fys-snippets.h"

#include <string.h>

#include "core/article/fys-cmark.h"

/* A line that goes on with a paragraph and is indented this far begins no other block. A cell follows a line of its own, so that
 * it stands at the beginning of a line, which matters to emphasis. */
#define INDENT     "    "
#define FIRST_LINE "x\n"

typedef struct
{
  FysPlace place;
  guint    first_line; /* of the paragraph, in the document of snippets */
  gsize    start;      /* of its text in that document, to show it as it is */
  gboolean is_cell;
} Snippet;

struct _FysSnippets
{
  GString *document;
  GArray  *snippets; /* (element-type Snippet) */
  guint    n_lines;
  gboolean has_bracket; /* something may be a reference */
};

static void
append_text (FysSnippets *self,
             const char  *text,
             gsize        length)
{
  g_string_append_len (self->document, text, (gssize) length);
  g_string_append_c (self->document, '\n');
  self->n_lines++;
  self->has_bracket = self->has_bracket || memchr (text, '[', length) != NULL;
}

/* A blank line parts the paragraph from the one before. */
static void
begin (FysSnippets    *self,
       const FysPlace *place,
       gboolean        is_cell)
{
  Snippet snippet = { *place, 0, 0, is_cell };

  g_string_append_c (self->document, '\n');
  self->n_lines++;
  snippet.first_line = self->n_lines + 1;
  snippet.start = self->document->len;
  g_array_append_val (self->snippets, snippet);
}

FysSnippets *
fys_snippets_new (void)
{
  FysSnippets *self = g_new0 (FysSnippets, 1);

  self->document = g_string_new (NULL);
  self->snippets = g_array_new (FALSE, FALSE, sizeof (Snippet));
  return self;
}

void
fys_snippets_free (FysSnippets *self)
{
  if (self == NULL)
    return;
  g_string_free (self->document, TRUE);
  g_array_unref (self->snippets);
  g_free (self);
}

void
fys_snippets_add_cell (FysSnippets    *self,
                       const char     *text,
                       gsize           length,
                       const FysPlace *place)
{
  begin (self, place, TRUE);
  g_string_append (self->document, FIRST_LINE INDENT);
  self->n_lines++;
  g_array_index (self->snippets, Snippet, self->snippets->len - 1).start = self->document->len;
  append_text (self, text, length);
}

void
fys_snippets_add_text (FysSnippets    *self,
                       const FysPlace *place)
{
  begin (self, place, FALSE);
}

void
fys_snippets_add_line (FysSnippets *self,
                       const char  *text,
                       gsize        length)
{
  const Snippet *snippet = &g_array_index (self->snippets, Snippet, self->snippets->len - 1);

  if (self->document->len > snippet->start)
    g_string_append (self->document, INDENT);
  append_text (self, text, length);
}

static void
set_text (FysArticle     *article,
          const FysPlace *place,
          FysText         text)
{
  FysBlock *block = fys_article_block (article, place->block);

  /* The table lies in the arena and is not handed out before the article is done. */
  if (place->cell != FYS_NONE)
    ((FysText *) block->table->cells)[place->cell] = text;
  else
    block->text = text;
}

static void
resolve_one (Snippet    *snippet,
             FysInline  *builder,
             cmark_node *paragraph)
{
  cmark_node *first = cmark_node_first_child (paragraph);

  /* After the text and the line break of FIRST_LINE. */
  if (snippet->is_cell && first != NULL && cmark_node_next (first) != NULL)
    first = cmark_node_next (cmark_node_next (first));
  snippet->place.line_offset = (int) snippet->place.first_line - (int) snippet->first_line - (snippet->is_cell ? 1 : 0);
  set_text (builder->article, &snippet->place, fys_inline_build (builder, first, &snippet->place));
}

static void
show_sources (FysSnippets *self,
              FysInline   *builder)
{
  for (guint i = 0; i < self->snippets->len; i++)
    {
      const Snippet *snippet = &g_array_index (self->snippets, Snippet, i);
      gsize          end = i + 1 < self->snippets->len ? g_array_index (self->snippets, Snippet, i + 1).start : self->document->len;
      const char    *text = self->document->str + snippet->start;
      const char    *blank = g_strstr_len (text, (gssize) (end - snippet->start), "\n\n");
      gsize          length = blank != NULL ? (gsize) (blank - text) : end - snippet->start;

      set_text (builder->article, &snippet->place, fys_inline_build_raw (builder, text, length, &snippet->place));
    }
}

static gboolean
may_define_references (const char *body,
                       gsize       length)
{
  return g_strstr_len (body, (gssize) length, "]:") != NULL;
}

gboolean
fys_snippets_resolve (FysSnippets *self,
                      FysInline   *builder,
                      const char  *body,
                      gsize        body_length)
{
  g_autoptr (FysCmark) cmark = NULL;
  cmark_node *paragraph;
  guint       last_line = self->n_lines;

  if (self->snippets->len == 0)
    return TRUE;

  /* References hold for the whole document wherever they are defined. Few articles have both, so the body is simply read again. */
  if (self->has_bracket && may_define_references (body, body_length))
    {
      g_string_append_c (self->document, '\n');
      g_string_append_len (self->document, body, (gssize) body_length);
    }
  cmark = fys_cmark_parse (self->document->str, self->document->len);
  if (cmark == NULL)
    {
      show_sources (self, builder);
      return FALSE;
    }

  paragraph = cmark_node_first_child (fys_cmark_get_document (cmark));
  for (guint i = 0; paragraph != NULL; paragraph = cmark_node_next (paragraph))
    {
      guint line = (guint) cmark_node_get_start_line (paragraph);

      if (line > last_line)
        break;
      while (i + 1 < self->snippets->len && g_array_index (self->snippets, Snippet, i + 1).first_line <= line)
        i++;
      resolve_one (&g_array_index (self->snippets, Snippet, i), builder, paragraph);
    }
  return TRUE;
}
