/* fys-library-alphabet.c - the order of titles in the Danish alphabet
 *
 * Not g_utf8_collate_key(): that follows the locale of whoever reads, and the index outlives a change of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-library-alphabet.h"

/* What follows z in ASCII. */
#define KEY_AE '{'
#define KEY_OE '|'
#define KEY_AA '}'

/* Returns: the place of @c in the alphabet as one byte, or 0 when it is no letter of ours */
static char
get_own_letter (gunichar c)
{
  switch (c)
    {
    case 0xe6: /* æ */
    case 0xe4: /* ä */
      return KEY_AE;
    case 0xf8: /* ø */
    case 0xf6: /* ö */
      return KEY_OE;
    case 0xe5: /* å */
      return KEY_AA;
    case 0xfc: /* ü */
      return 'y';
    default:
      return '\0';
    }
}

static void
append_letter (GString *key,
               gunichar c)
{
  char     own = get_own_letter (c);
  gunichar bare = c;

  if (own == '\0' && c > 0x7f && g_unichar_fully_decompose (c, FALSE, &bare, 1) == 0)
    bare = c;
  if (own != '\0')
    g_string_append_c (key, own);
  else if (bare == 'a' && key->len > 0 && key->str[key->len - 1] == 'a')
    key->str[key->len - 1] = KEY_AA;
  else if (g_unichar_isalnum (bare))
    g_string_append_unichar (key, bare);
  else if (g_unichar_isspace (bare) && key->len > 0 && key->str[key->len - 1] != ' ')
    g_string_append_c (key, ' ');
}

char *
fys_library_dup_sort_key (const char *title)
{
  g_autofree char *composed = NULL;
  g_autofree char *lower = NULL;
  GString         *key;

  g_return_val_if_fail (title != NULL, NULL);

  composed = g_utf8_normalize (title, -1, G_NORMALIZE_ALL_COMPOSE);
  lower = g_utf8_strdown (composed != NULL ? composed : "", -1);
  key = g_string_new (NULL);
  for (const char *at = lower; *at != '\0'; at = g_utf8_next_char (at))
    append_letter (key, g_utf8_get_char (at));
  g_string_append_c (key, FYS_LIBRARY_SORT_KEY_END);
  g_string_append (key, title);
  return g_string_free (key, FALSE);
}
