/* fys-words.c - text as words, to look for what it says and not for how it is written
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/article/fys-words.h"

#include <string.h>

static guint64
bit_of (char initial)
{
  return G_GUINT64_CONSTANT (1) << ((guchar) initial & 63);
}

void
fys_words_init (FysWords   *self,
                const char *text,
                gsize       length)
{
  GString *words = g_string_sized_new (length + 8);
  gboolean is_gap = TRUE;

  self->initials = 0;
  g_string_append_c (words, ' ');
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar letter = (guchar) *p < 0x80 ? (gunichar) *p : g_utf8_get_char (p);
      gsize    start = words->len;

      if (letter < 0x80 ? !g_ascii_isalnum ((char) letter) : !g_unichar_isalnum (letter))
        {
          if (!is_gap)
            g_string_append_c (words, ' ');
          is_gap = TRUE;
          continue;
        }
      if (letter < 0x80)
        g_string_append_c (words, g_ascii_tolower ((char) letter));
      else
        g_string_append_unichar (words, g_unichar_tolower (letter));
      if (is_gap)
        self->initials |= bit_of (words->str[start]);
      is_gap = FALSE;
    }
  if (!is_gap)
    g_string_append_c (words, ' ');
  self->text = g_string_free (words, FALSE);
}

void
fys_words_clear (FysWords *self)
{
  g_clear_pointer (&self->text, g_free);
}

/* Returns: whether the words of @phrase follow one another */
static gboolean
contains (const FysWords *self,
          const char     *phrase)
{
  gsize    length;
  gboolean is_open;

  if ((self->initials & bit_of (*phrase)) == 0)
    return FALSE;
  length = strlen (phrase);
  is_open = length > 0 && phrase[length - 1] == '*';
  if (is_open)
    length--;
  for (const char *p = self->text; (p = strchr (p, ' ')) != NULL;)
    {
      p++;
      if (*p == *phrase && strncmp (p, phrase, length) == 0 && (is_open || p[length] == ' '))
        return TRUE;
    }
  return FALSE;
}

gboolean
fys_words_contain_any (const FysWords    *self,
                       const char *const *phrases)
{
  for (; *phrases != NULL; phrases++)
    if (contains (self, *phrases))
      return TRUE;
  return FALSE;
}
