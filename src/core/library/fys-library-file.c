/* fys-library-file.c - reading an article for the index
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-library-index.h"

#include <string.h>

/* Not against an enemy: so that a file that was only copied or touched is not taken for a new one. */
static void
take_hash (GBytes *bytes,
           guint8 *out_hash)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize  length = sizeof digest;
  gsize  size;
  const guchar *data = g_bytes_get_data (bytes, &size);

  g_checksum_update (checksum, data, (gssize) size);
  g_checksum_get_digest (checksum, digest, &length);
  memcpy (out_hash, digest, FYS_LIBRARY_HASH_BYTES);
}

gboolean
fys_library_file_read (const char       *path,
                       FysArticle      **out_article,
                       FysExerciseList **out_exercises,
                       guint8           *out_hash,
                       GError          **error)
{
  g_autoptr (GBytes) bytes = fys_article_read_bytes (path, NULL, error);
  g_autofree char *base_name = NULL;
  g_autofree char *name = NULL;

  if (bytes == NULL)
    return FALSE;
  take_hash (bytes, out_hash);
  base_name = g_path_get_basename (path);
  name = g_filename_display_name (base_name);
  *out_article = fys_article_new_from_bytes (bytes, name);
  *out_exercises = fys_exercise_list_new (*out_article);
  return TRUE;
}
