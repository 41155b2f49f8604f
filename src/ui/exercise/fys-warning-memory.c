/* fys-warning-memory.c - which warnings were read while the program runs
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-warning-memory.h"

#include <string.h>

static GHashTable *read_warnings; /* (element-type utf8): a set of checksums; %NULL when empty */

static char *
dup_key (FysDocument *document)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  FysArticle *article = fys_document_get_article (document);
  GFile *file = fys_document_get_file (document);
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : g_strdup ("");
  guint n_sections;
  const FysSection *sections = fys_article_get_sections (article, &n_sections);

  /* The zero at the end of each part keeps them apart. */
  g_checksum_update (checksum, (const guchar *) uri, strlen (uri) + 1);
  g_checksum_update (checksum, (const guchar *) fys_article_get_title (article), strlen (fys_article_get_title (article)) + 1);
  for (guint i = 0; i < n_sections; i++)
    if ((sections[i].flags & FYS_SECTION_URGENT) != 0)
      {
        g_autofree char *text = fys_article_dup_plain_text (article, sections[i].first_block, sections[i].n_blocks);

        g_checksum_update (checksum, (const guchar *) text, strlen (text) + 1);
      }
  return g_strdup (g_checksum_get_string (checksum));
}

gboolean
fys_warning_memory_is_read (FysDocument *document)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (FYS_IS_DOCUMENT (document), FALSE);
  if (read_warnings == NULL)
    return FALSE;
  key = dup_key (document);
  return g_hash_table_contains (read_warnings, key);
}

void
fys_warning_memory_mark_read (FysDocument *document)
{
  g_return_if_fail (FYS_IS_DOCUMENT (document));

  if (read_warnings == NULL)
    read_warnings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_add (read_warnings, dup_key (document));
}

void
fys_warning_memory_forget_all (void)
{
  g_clear_pointer (&read_warnings, g_hash_table_unref);
}
