/* fys-drawing-scheme.c - the colours of a drawing on a light and on a dark page
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-drawing-scheme.h"

#include <string.h>

#define MEDIA   "@media"
#define FEATURE "prefers-color-scheme"
#define VALUE   "dark"

/* Returns: (nullable): what follows @word and the space before it */
static char *
skip (char       *at,
      const char *word)
{
  while (g_ascii_isspace (*at))
    at++;
  return g_str_has_prefix (at, word) ? at + strlen (word) : NULL;
}

/* Returns: (nullable): what follows the brace that opens the block, when the rule at @at is one for a dark page */
static char *
skip_condition (char *at)
{
  static const char *const words[] = { MEDIA, "(", FEATURE, ":", VALUE, ")", "{" };

  for (guint i = 0; at != NULL && i < G_N_ELEMENTS (words); i++)
    at = skip (at, words[i]);
  return at;
}

/* Returns: (nullable): the brace that closes the block whose content begins at @at */
static char *
find_end (char *at)
{
  guint depth = 1;

  for (; *at != '\0'; at++)
    if (*at == '{')
      depth++;
    else if (*at == '}' && --depth == 0)
      return at;
  return NULL;
}

GBytes *
fys_drawing_scheme_dup_dark (GBytes *svg)
{
  g_autofree char *text = NULL;
  gsize            length;
  gboolean         is_changed = FALSE;
  char            *at;

  g_return_val_if_fail (svg != NULL, NULL);

  length = g_bytes_get_size (svg);
  if (length == 0)
    return g_bytes_ref (svg);

  text = g_strndup (g_bytes_get_data (svg, NULL), length);
  at = text;
  while ((at = strstr (at, MEDIA)) != NULL)
    {
      char *content = skip_condition (at);
      char *end = content != NULL ? find_end (content) : NULL;

      if (end == NULL)
        {
          at += strlen (MEDIA);
          continue;
        }
      /* Blanks in place of what stood around the rules; those that come later win. */
      memset (at, ' ', content - at);
      *end = ' ';
      is_changed = TRUE;
      at = end;
    }

  return is_changed ? g_bytes_new_take (g_steal_pointer (&text), length) : g_bytes_ref (svg);
}
