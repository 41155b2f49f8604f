/* fys-words.c - text as words, to look for what it says and not for how it is written
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/article/fys-words.h"

#include <string.h>

char *
fys_words_fold (const char *text)
{
  GString *words = g_string_sized_new (strlen (text) + 8);
  gboolean is_gap = TRUE;

  g_string_append_c (words, ' ');
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (g_unichar_isalnum (letter))
        {
          if (letter < 0x80)
            g_string_append_c (words, g_ascii_tolower ((char) letter));
          else
            g_string_append_unichar (words, g_unichar_tolower (letter));
          is_gap = FALSE;
        }
      else if (!is_gap)
        {
          g_string_append_c (words, ' ');
          is_gap = TRUE;
        }
    }
  if (!is_gap)
    g_string_append_c (words, ' ');
  return g_string_free (words, FALSE);
}

gboolean
fys_words_contain (const char *words,
                   const char *phrase)
{
  gsize    length = strlen (phrase);
  gboolean is_open = length > 0 && phrase[length - 1] == '*';

  if (is_open)
    length--;
  for (const char *p = words; (p = strchr (p, ' ')) != NULL;)
    {
      p++;
      if (*p == *phrase && strncmp (p, phrase, length) == 0 && (is_open || p[length] == ' '))
        return TRUE;
    }
  return FALSE;
}
