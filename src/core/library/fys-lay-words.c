/* fys-lay-words.c - what patients call things, and what articles call them
 *
 * An entry has to hold for any article, not for one. Words are written in one of their forms; all forms count. A word may stand in several entries.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-lay-words.h"

#include <string.h>

/* Longer expressions than this are not looked up. */
#define MAX_WORDS 4

static const FysLayEntry table[] = {
  { "ondt", "smerter, øm" },
  { "balle", "balde, sæde, bagdel" },
};

struct _FysLayWords
{
  GHashTable *meant; /* stems of an entry, parted by spaces → GPtrArray of what is meant, zero-terminated */
};

const FysLayEntry *
fys_lay_words_get_table (guint *out_n)
{
  *out_n = G_N_ELEMENTS (table);
  return table;
}

static char *
dup_stems (FysStemmer *stemmer,
           const char *text)
{
  g_autoptr (GString) stems = g_string_new (NULL);
  FysWord word = { 0 };

  while (fys_word_next (text, strlen (text), &word))
    {
      if (stems->len > 0)
        g_string_append_c (stems, ' ');
      g_string_append (stems, fys_stemmer_stem (stemmer, word.folded, word.length));
    }
  return g_strdup (stems->str);
}

static void
add_entry (FysLayWords       *self,
           FysStemmer        *stemmer,
           const FysLayEntry *entry)
{
  g_autofree char *key = dup_stems (stemmer, entry->lay);
  g_auto (GStrv)   parts = g_strsplit (entry->meant, ", ", -1);
  GPtrArray       *meant = g_hash_table_lookup (self->meant, key);

  if (meant == NULL)
    {
      meant = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->meant, g_steal_pointer (&key), meant);
    }
  else
    (void) g_ptr_array_remove_index (meant, meant->len - 1); /* the zero at the end */
  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (meant, dup_stems (stemmer, parts[i]));
  g_ptr_array_add (meant, NULL);
}

FysLayWords *
fys_lay_words_new (FysStemmer *stemmer)
{
  FysLayWords *self = g_new0 (FysLayWords, 1);

  self->meant = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    add_entry (self, stemmer, &table[i]);
  return self;
}

void
fys_lay_words_free (FysLayWords *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->meant);
  g_free (self);
}

const char *const *
fys_lay_words_match (FysLayWords       *self,
                     const char *const *stems,
                     guint              n,
                     guint             *out_n_matched)
{
  g_autoptr (GString) key = g_string_new (NULL);
  const char *const *best = NULL;

  for (guint i = 0; i < MIN (n, MAX_WORDS); i++)
    {
      GPtrArray *meant;

      if (i > 0)
        g_string_append_c (key, ' ');
      g_string_append (key, stems[i]);
      meant = g_hash_table_lookup (self->meant, key->str);
      if (meant == NULL)
        continue;
      best = (const char *const *) meant->pdata;
      *out_n_matched = i + 1;
    }
  return best;
}
