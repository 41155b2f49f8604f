/* fys-slug.c - the address form of a heading, a place or a specialty
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/article/fys-slug.h"

/* Returns: (nullable): what a lower-case letter beyond ASCII becomes; %NULL for one that is only a separator */
static const char *
letter_to_ascii (gunichar letter)
{
  switch (letter)
    {
    case 0x00e6: /* æ */
      return "ae";
    case 0x00f8: /* ø */
      return "oe";
    case 0x00e5: /* å */
      return "aa";
    case 0x00fc: /* ü */
      return "u";
    default:
      return NULL;
    }
}

static gboolean
is_slug_char (gunichar letter)
{
  return letter < 0x80 && (g_ascii_islower ((char) letter) || g_ascii_isdigit ((char) letter) || letter == '_');
}

char *
fys_slug_from_text (const char *text)
{
  GString *slug;
  gboolean is_gap = FALSE;

  g_return_val_if_fail (text != NULL, g_strdup (""));

  slug = g_string_sized_new (64);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar    letter = g_unichar_tolower (g_utf8_get_char (p));
      const char *ascii = letter_to_ascii (letter);

      if (ascii == NULL && !is_slug_char (letter))
        {
          is_gap = TRUE;
          continue;
        }
      if (is_gap && slug->len > 0)
        g_string_append_c (slug, '-');
      is_gap = FALSE;
      if (ascii != NULL)
        g_string_append (slug, ascii);
      else
        g_string_append_c (slug, (char) letter);
    }
  return g_string_free (slug, FALSE);
}
