/* fys-stems.c - what the words of a text mean, by a table of words and stems
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/exercise/fys-stems.h"

void
fys_stems_ensure (FysStems *self)
{
  guint16 next[FYS_STEMS_N_KEYS];

  if (!g_once_init_enter (&self->is_ready))
    return;
  g_assert (self->n <= FYS_STEMS_N_KEYS);
  /* A counting sort: how many there are of each key tells where those of the next begin. */
  for (guint i = 0; i < self->n; i++)
    self->first[fys_stems_key (self->stems[i].stem) + 1]++;
  for (guint key = 0; key < FYS_STEMS_N_KEYS; key++)
    {
      next[key] = self->first[key];
      self->first[key + 1] += self->first[key];
    }
  for (guint i = 0; i < self->n; i++)
    {
      const FysStem *entry = &self->stems[i];
      gsize          length = strlen (entry->stem);
      gboolean       is_open = entry->stem[length - 1] == '*';

      self->slots[next[fys_stems_key (entry->stem)]++] = (FysStemSlot){ entry, length - is_open, is_open, entry->stem[length - is_open - 1] };
    }
  g_once_init_leave (&self->is_ready, 1);
}

gsize
fys_to_lower (const char *start,
              const char *end,
              char       *lower,
              gsize       size_bytes)
{
  gsize n = MIN ((gsize) (end - start), size_bytes - 1);

  /* No half of a character. */
  while (n > 0 && start + n < end && ((guchar) start[n] & 0xC0) == 0x80)
    n--;
  for (gsize i = 0; i < n; i++)
    {
      guchar byte = (guchar) start[i];

      if (i > 0 && (guchar) start[i - 1] == FYS_LATIN_1_LEAD && byte >= 0x80 && byte <= 0x9E && byte != 0x97)
        lower[i] = (char) (byte + 0x20); /* À–Þ, without × */
      else
        lower[i] = byte >= 'A' && byte <= 'Z' ? (char) (byte + 'a' - 'A') : (char) byte;
    }
  lower[n] = '\0';
  return n;
}

gboolean
fys_is_wide_word_char (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  return g_unichar_isalnum (c) || g_unichar_type (c) == G_UNICODE_NON_SPACING_MARK;
}
