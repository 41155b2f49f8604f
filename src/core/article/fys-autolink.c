/* fys-autolink.c - bare web addresses in running text
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/article/fys-autolink.h"

#include <string.h>

static const struct
{
  const char *text;
  guint       length;
} prefixes[] = {
  { "https://", 8 },
  { "http://", 7 },
  { "www.", 4 },
};

/* Returns: the bytes of the prefix of an address, or 0 */
static guint
match_prefix (const char *text,
              guint       limit)
{
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (limit > prefixes[i].length && g_ascii_strncasecmp (text, prefixes[i].text, prefixes[i].length) == 0)
      return prefixes[i].length;
  return 0;
}

static gboolean
follows_word (const char *text,
              guint       offset)
{
  const char *before = offset > 0 ? g_utf8_find_prev_char (text, text + offset) : NULL;

  return before != NULL && g_unichar_isalnum (g_utf8_get_char (before));
}

static gboolean
ends_address (gunichar letter)
{
  switch (letter)
    {
    case '<':
    case '>':
    case '"':
    case '`':
    case 0x00ab: /* « */
    case 0x00bb: /* » */
    case 0x201c: /* “ */
    case 0x201d: /* ” */
    case 0x201e: /* „ */
      return TRUE;
    default:
      return g_unichar_isspace (letter) || g_unichar_iscntrl (letter);
    }
}

static gboolean
is_sentence_punctuation (gunichar letter)
{
  switch (letter)
    {
    case '?':
    case '!':
    case '.':
    case ',':
    case ':':
    case ';':
    case '*':
    case '_':
    case '~':
    case '\'':
    case 0x2018: /* ‘ */
    case 0x2019: /* ’ */
    case 0x2026: /* … */
      return TRUE;
    default:
      return FALSE;
    }
}

/* Returns: which kind of bracket it is, or -1 */
static int
bracket_kind (gunichar    letter,
              const char *brackets)
{
  const char *place = letter != 0 && letter < 0x80 ? strchr (brackets, (int) letter) : NULL;

  return place != NULL ? (int) (place - brackets) : -1;
}

gboolean
fys_autolink_is_possible (const char *text)
{
  return strstr (text, "://") != NULL || strstr (text, "www.") != NULL || strstr (text, "WWW.") != NULL;
}

gboolean
fys_autolink_find (const char *text,
                   guint       length,
                   guint       from,
                   guint      *out_start)
{
  for (guint i = from; i < length; i++)
    {
      char letter = text[i];

      if (letter != 'h' && letter != 'H' && letter != 'w' && letter != 'W')
        continue;
      if (match_prefix (text + i, length - i) > 0 && !follows_word (text, i))
        {
          *out_start = i;
          return TRUE;
        }
    }
  return FALSE;
}

guint
fys_autolink_measure (const char *text,
                      guint       limit)
{
  guint       prefix = match_prefix (text, limit);
  int         balance[3] = { 0 }; /* of (), [] and {} */
  const char *end;

  if (prefix == 0 || !g_unichar_isalnum (g_utf8_get_char (text + prefix)))
    return 0;

  for (end = text; end < text + limit; end = g_utf8_next_char (end))
    {
      gunichar letter = g_utf8_get_char (end);
      int      opening = bracket_kind (letter, "([{");
      int      closing = bracket_kind (letter, ")]}");

      if (ends_address (letter))
        break;
      if (opening >= 0)
        balance[opening]++;
      if (closing >= 0)
        balance[closing]--;
    }

  while (end > text + prefix)
    {
      const char *last = g_utf8_find_prev_char (text, end);
      gunichar    letter = g_utf8_get_char (last);
      int         closing = bracket_kind (letter, ")]}");

      if (closing >= 0 && balance[closing] < 0)
        balance[closing]++;
      else if (!is_sentence_punctuation (letter))
        break;
      end = last;
    }
  return (guint) (end - text);
}
