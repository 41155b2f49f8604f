/* fys-find.c - words looked up in an article, as a person types them
 *
 * Text and needle are folded into strings of simple characters, in which å, æ and ø are spelled out as aa, ae and oe. Every folded
 * character knows the unit of the source (a letter with its marks, or a run of spaces) that it came from, and a hit counts only if it
 * begins and ends between units: so "aa" finds å, and "a" does not.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-find.h"

#include <string.h>

#define COMBINING_GRAVE      0x0300
#define COMBINING_ACUTE      0x0301
#define COMBINING_CIRCUMFLEX 0x0302
#define COMBINING_RING       0x030A
#define SOFT_HYPHEN          0x00AD

/* g_unichar_fully_decompose() never needs more for a canonical decomposition. */
#define MAX_DECOMPOSED G_UNICHAR_MAX_DECOMPOSITION_LENGTH

/* A folded character; @start and @end are the bytes of its unit, and the flags say whether it is the unit's first and last. */
typedef struct
{
  gunichar ch;
  guint    start;
  guint    end;
  guint    is_first : 1;
  guint    is_last : 1;
} Folded;

static gboolean
is_ignored (gunichar ch)
{
  return ch == SOFT_HYPHEN || (ch >= 0x200B && ch <= 0x200D) || ch == 0x2060 || ch == 0xFEFF;
}

static gunichar
fold_sign (gunichar ch)
{
  if (g_unichar_isspace (ch))
    return ' ';
  if ((ch >= 0x2010 && ch <= 0x2015) || ch == 0x2212)
    return '-';
  if (ch == 0x2018 || ch == 0x2019 || ch == 0x201A || ch == 0x201B)
    return '\'';
  if (ch == 0x201C || ch == 0x201D || ch == 0x201E || ch == 0x00AB || ch == 0x00BB)
    return '"';
  return g_unichar_tolower (ch);
}

/* Folds one letter with the marks that follow it. */
static guint
fold_unit (const gunichar *chars,
           guint           n_chars,
           gunichar       *out_folded)
{
  guint n = 0;

  for (guint i = 0; i < n_chars; i++)
    {
      gunichar ch = fold_sign (chars[i]);

      if (ch == COMBINING_RING && n > 0 && out_folded[n - 1] == 'a')
        out_folded[n++] = 'a';
      else if (ch == COMBINING_GRAVE || ch == COMBINING_ACUTE || ch == COMBINING_CIRCUMFLEX)
        continue;
      else if (ch == 0x00E6)
        {
          out_folded[n++] = 'a';
          out_folded[n++] = 'e';
        }
      else if (ch == 0x00F8)
        {
          out_folded[n++] = 'o';
          out_folded[n++] = 'e';
        }
      else
        out_folded[n++] = ch;
    }

  return n;
}

static void
append_unit (GArray   *folded,
             gunichar *chars,
             guint     n_chars,
             guint     start,
             guint     end)
{
  gunichar out[2 * (MAX_DECOMPOSED + 8)];
  guint    n_out = fold_unit (chars, n_chars, out);

  /* A run of spaces is one space, and belongs to one unit. */
  if (n_out == 1 && out[0] == ' ' && folded->len > 0)
    {
      Folded *last = &g_array_index (folded, Folded, folded->len - 1);

      if (last->ch == ' ')
        {
          last->end = end;
          return;
        }
    }

  for (guint i = 0; i < n_out; i++)
    {
      Folded item = { out[i], start, end, i == 0, i == n_out - 1 };

      g_array_append_val (folded, item);
    }
}

static GArray *
fold (const char *text)
{
  GArray     *folded = g_array_new (FALSE, FALSE, sizeof (Folded));
  const char *p = text;

  while (*p != '\0')
    {
      const char *start = p;
      gunichar    chars[MAX_DECOMPOSED + 8];
      gunichar    ch = g_utf8_get_char (p);
      guint       n_chars = g_unichar_fully_decompose (ch, FALSE, chars, MAX_DECOMPOSED);

      p = g_utf8_next_char (p);
      if (is_ignored (ch))
        continue;

      /* A hostile text may pile up marks without end; those beyond the buffer do not count. */
      while (*p != '\0' && g_unichar_ismark (g_utf8_get_char (p)))
        {
          if (n_chars < G_N_ELEMENTS (chars))
            chars[n_chars++] = g_utf8_get_char (p);
          p = g_utf8_next_char (p);
        }

      append_unit (folded, chars, n_chars, start - text, p - text);
    }

  return folded;
}

/* For each position of the needle, the length of the longest proper prefix that ends there (Knuth, Morris and Pratt). */
static guint *
make_borders (const Folded *needle,
              guint         n_needle)
{
  guint *borders = g_new0 (guint, n_needle);
  guint  length = 0;

  for (guint i = 1; i < n_needle; i++)
    {
      while (length > 0 && needle[i].ch != needle[length].ch)
        length = borders[length - 1];
      if (needle[i].ch == needle[length].ch)
        length++;
      borders[i] = length;
    }

  return borders;
}

static void
search (const char   *text,
        const Folded *needle,
        guint         n_needle,
        const guint  *borders,
        guint         block,
        guint         cell,
        GArray       *hits)
{
  g_autoptr (GArray) folded = fold (text);
  const Folded *chars = (const Folded *) (gpointer) folded->data;
  guint         matched = 0;

  for (guint i = 0; i < folded->len; i++)
    {
      const Folded *first;

      while (matched > 0 && chars[i].ch != needle[matched].ch)
        matched = borders[matched - 1];
      if (chars[i].ch == needle[matched].ch)
        matched++;
      if (matched < n_needle)
        continue;

      first = &chars[i + 1 - n_needle];
      if (first->is_first && chars[i].is_last)
        {
          FysFindHit hit = { block, cell, first->start, chars[i].end };

          g_array_append_val (hits, hit);
          matched = 0;
        }
      else
        matched = borders[matched - 1];
    }
}

/* Spaces at the ends are typed by accident, or while the next word is being thought of. */
static GArray *
fold_needle (const char *needle)
{
  g_autofree char *stripped = g_utf8_make_valid (needle, -1);

  return fold (g_strstrip (stripped));
}

void
fys_find_in_text (const char *text,
                  const char *needle,
                  guint       block,
                  guint       cell,
                  GArray     *hits)
{
  g_autoptr (GArray) folded = NULL;
  g_autofree guint *borders = NULL;

  g_return_if_fail (text != NULL && needle != NULL && hits != NULL);

  folded = fold_needle (needle);
  if (folded->len == 0)
    return;

  borders = make_borders ((const Folded *) (gpointer) folded->data, folded->len);
  search (text, (const Folded *) (gpointer) folded->data, folded->len, borders, block, cell, hits);
}

GArray *
fys_find_in_article (FysArticle *article,
                     const char *needle)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (FysFindHit));
  g_autoptr (GArray) folded = NULL;
  g_autofree guint *borders = NULL;
  const FysBlock   *blocks;
  const Folded     *chars;
  guint             n_blocks;

  g_return_val_if_fail (article != NULL, hits);

  folded = fold_needle (needle == NULL ? "" : needle);
  if (folded->len == 0)
    return hits;

  chars = (const Folded *) (gpointer) folded->data;
  borders = make_borders (chars, folded->len);
  blocks = fys_article_get_blocks (article, &n_blocks);

  for (guint i = 0; i < n_blocks; i++)
    {
      const FysTable *table = blocks[i].table;

      if (table == NULL)
        search (blocks[i].text.text, chars, folded->len, borders, i, FYS_NONE, hits);
      else
        for (guint cell = 0; cell < table->n_rows * table->n_columns; cell++)
          search (table->cells[cell].text, chars, folded->len, borders, i, cell, hits);
    }

  return hits;
}
