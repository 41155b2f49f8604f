/* fys-library-words.c - what the library's pages say, translated
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/library/fys-library-words.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ui/journal/fys-date.h"

/* Whoever read on from here to the end would not be surprised to be told that they had read the article. */
#define READ_PROGRESS 0.97

/* From head to toe, which is how they are shown. */
static const struct
{
  const char *slug;
  const char *name;
} body_parts[] = {
  { "hoved", NC_ ("body part", "Head") },
  { "kaebe", NC_ ("body part", "Jaw") },
  { "nakke", NC_ ("body part", "Neck") },
  { "skulder", NC_ ("body part", "Shoulder") },
  { "bryst", NC_ ("body part", "Chest") },
  { "ryg", NC_ ("body part", "Back") },
  { "laend", NC_ ("body part", "Lower Back") },
  { "mave", NC_ ("body part", "Stomach") },
  { "arm", NC_ ("body part", "Arm") },
  { "overarm", NC_ ("body part", "Upper Arm") },
  { "albue", NC_ ("body part", "Elbow") },
  { "underarm", NC_ ("body part", "Forearm") },
  { "haandled", NC_ ("body part", "Wrist") },
  { "haand", NC_ ("body part", "Hand") },
  { "finger", NC_ ("body part", "Finger") },
  { "hofte", NC_ ("body part", "Hip") },
  { "baekken", NC_ ("body part", "Pelvis") },
  { "balde", NC_ ("body part", "Buttock") },
  { "lyske", NC_ ("body part", "Groin") },
  { "ben", NC_ ("body part", "Leg") },
  { "laar", NC_ ("body part", "Thigh") },
  { "knae", NC_ ("body part", "Knee") },
  { "laeg", NC_ ("body part", "Calf") },
  { "ankel", NC_ ("body part", "Ankle") },
  { "fod", NC_ ("body part", "Foot") },
  { "taa", NC_ ("body part", "Toe") },
};

static const char *const collections[] = {
  [FYS_COLLECTION_DICTIONARY] = N_ ("Conditions and the Body"),
  [FYS_COLLECTION_GUIDES] = N_ ("Guides"),
  [FYS_COLLECTION_STRENGTH] = N_ ("Strength Exercises"),
};
G_STATIC_ASSERT (G_N_ELEMENTS (collections) == FYS_N_COLLECTIONS);

static const char *const source_kinds[] = {
  [FYS_SOURCE_SHIPPED] = N_ ("Comes with Fysbog"),
  [FYS_SOURCE_PACK] = N_ ("Content pack"),
  [FYS_SOURCE_DATA] = N_ ("Installed on this computer"),
  [FYS_SOURCE_USER] = N_ ("Your folder"),
};

const char *
fys_library_words_get_collection (FysCollection collection)
{
  g_return_val_if_fail (collection < FYS_N_COLLECTIONS, "");

  return _ (collections[collection]);
}

guint
fys_library_words_get_body_part_rank (const char *slug)
{
  guint rank = 0;

  g_return_val_if_fail (slug != NULL, 0);

  while (rank < G_N_ELEMENTS (body_parts) && !g_str_equal (body_parts[rank].slug, slug))
    rank++;
  return rank;
}

char *
fys_library_words_dup_body_part (const char *slug)
{
  guint            rank;
  g_autofree char *text = NULL;
  g_autofree char *capital = NULL;

  g_return_val_if_fail (slug != NULL, NULL);

  rank = fys_library_words_get_body_part_rank (slug);
  if (rank < G_N_ELEMENTS (body_parts))
    return g_strdup (g_dpgettext2 (NULL, "body part", body_parts[rank].name));
  text = g_utf8_make_valid (slug, -1);
  g_strdelimit (text, "-_", ' ');
  if (*text == '\0')
    return g_steal_pointer (&text);
  capital = g_utf8_strup (text, g_utf8_next_char (text) - text);
  return g_strconcat (capital, g_utf8_next_char (text), NULL);
}

char *
fys_library_words_dup_n_articles (guint n_articles)
{
  return g_strdup_printf (ngettext ("%u article", "%u articles", n_articles), n_articles);
}

/* Returns: (transfer full) (nullable) */
static char *
dup_day (const FysDate *date)
{
  GDate day;

  if (!fys_date_is_set (date) || !g_date_valid_dmy (date->day, date->month, date->year))
    return NULL;
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, date->day, date->month, date->year);
  return fys_day_dup_short_text (g_date_get_julian (&day));
}

static void
append (GString *text,
        char    *part)
{
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
  g_free (part);
}

char *
fys_library_words_dup_facts (const FysLibraryInfo *info)
{
  GString         *text = g_string_new (NULL);
  g_autofree char *updated = NULL;
  g_autofree char *published = NULL;

  g_return_val_if_fail (info != NULL, g_string_free (text, FALSE));

  updated = dup_day (&info->updated);
  published = dup_day (&info->published);
  if (updated != NULL)
    /* Translators: %s is a date */
    append (text, g_strdup_printf (_ ("Updated %s"), updated));
  else if (published != NULL)
    /* Translators: %s is a date */
    append (text, g_strdup_printf (_ ("Published %s"), published));
  if (info->reading_min > 0)
    append (text, g_strdup_printf (_ ("%u min"), info->reading_min));
  if (info->n_exercises > 0)
    append (text, g_strdup_printf (ngettext ("%u exercise", "%u exercises", info->n_exercises), info->n_exercises));
  if (info->n_questions > 0)
    append (text, g_strdup_printf (ngettext ("%u question", "%u questions", info->n_questions), info->n_questions));
  return g_string_free (text, FALSE);
}

char *
fys_library_words_dup_left (guint  reading_min,
                            double progress)
{
  guint left_min;

  if (progress >= READ_PROGRESS)
    return g_strdup (_ ("Read to the end"));
  left_min = (guint) ceil (reading_min * (1.0 - progress));
  if (left_min == 0)
    return g_strdup_printf (_ ("%d %% read"), (int) lround (progress * 100));
  /* Translators: how long it takes to read the rest of an article */
  return g_strdup_printf (ngettext ("About %u min left", "About %u min left", left_min), left_min);
}

static int
get_utc_offset_s (gint64 at_s)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (at_s);

  return at != NULL ? (int) (g_date_time_get_utc_offset (at) / G_TIME_SPAN_SECOND) : 0;
}

char *
fys_library_words_dup_when (gint64 at_s,
                            gint64 now_s)
{
  guint32 at_day = fys_day_from_unix (at_s, get_utc_offset_s (at_s));
  guint32 today = fys_day_from_unix (now_s, get_utc_offset_s (now_s));
  guint32 n_days = today > at_day ? today - at_day : 0;

  if (n_days == 0)
    return g_strdup (_ ("Today"));
  if (n_days == 1)
    return g_strdup (_ ("Yesterday"));
  if (n_days < 7)
    return g_strdup_printf (ngettext ("%u day ago", "%u days ago", n_days), n_days);
  return fys_day_dup_short_text (at_day);
}

const char *
fys_library_words_get_source_kind (FysSourceKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (source_kinds), "");

  return _ (source_kinds[kind]);
}

char *
fys_library_words_dup_folder_name (const char *path)
{
  g_autofree char *base_name = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  base_name = g_path_get_basename (path);
  return g_filename_display_name (base_name);
}
