/* fys-hit-words.c - what was found, in words
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-hit-words.h"

#include <glib/gi18n.h>

#include "ui/journal/fys-date.h"
#include "ui/library/fys-library-words.h"

PangoAttrList *
fys_hit_dup_attributes (GArray *marks)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      const FysMark  *mark = &g_array_index (marks, FysMark, i);
      PangoAttribute *attribute = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      attribute->start_index = mark->start;
      attribute->end_index = mark->start + mark->length;
      pango_attr_list_insert (attributes, attribute);
    }
  return attributes;
}

const char *
fys_hit_kind_get_heading (FysHitKind kind)
{
  switch (kind)
    {
    case FYS_HIT_QUESTION:
      return _ ("Questions");
    case FYS_HIT_EXERCISE:
      return _ ("Exercises");
    case FYS_HIT_ARTICLE:
    case FYS_HIT_ANY:
    default:
      return _ ("Articles");
    }
}

const char *
fys_hit_kind_get_more (FysHitKind kind)
{
  switch (kind)
    {
    case FYS_HIT_QUESTION:
      return _ ("More Questions");
    case FYS_HIT_EXERCISE:
      return _ ("More Exercises");
    case FYS_HIT_ARTICLE:
    case FYS_HIT_ANY:
    default:
      return _ ("More Articles");
    }
}

char *
fys_hit_kind_dup_count (FysHitKind kind,
                        guint      n,
                        gboolean   has_more)
{
  switch (kind)
    {
    case FYS_HIT_QUESTION:
      /* Translators: at least so many: there may be more than the search gave. */
      return g_strdup_printf (has_more ? ngettext ("%u+ question", "%u+ questions", n) : ngettext ("%u question", "%u questions", n), n);
    case FYS_HIT_EXERCISE:
      return g_strdup_printf (has_more ? ngettext ("%u+ exercise", "%u+ exercises", n) : ngettext ("%u exercise", "%u exercises", n), n);
    case FYS_HIT_ARTICLE:
    case FYS_HIT_ANY:
    default:
      return g_strdup_printf (has_more ? ngettext ("%u+ article", "%u+ articles", n) : ngettext ("%u article", "%u articles", n), n);
    }
}

/* Returns: (transfer full) (nullable) */
static char *
dup_date (const FysDate *date)
{
  GDate day;

  if (!fys_date_is_set (date) || !g_date_valid_dmy (date->day, date->month, date->year))
    return NULL;
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, date->day, date->month, date->year);
  return fys_day_dup_short_text (g_date_get_julian (&day));
}

static char *
dup_place (const FysHit *hit)
{
  const FysLibraryInfo *info = fys_library_entry_get_info (hit->entry);
  g_autofree char      *updated = NULL;

  if (hit->kind != FYS_HIT_ARTICLE)
    /* Translators: where a question or an exercise stands; %s is the title of the article */
    return g_strdup_printf (_ ("In “%s”"), info->title);
  updated = dup_date (&info->updated);
  if (updated == NULL)
    return g_strdup (fys_library_words_get_collection (info->collection));
  /* Translators: %1$s is what an article belongs to, such as “Guides”, %2$s a date */
  return g_strdup_printf (_ ("%1$s · Updated %2$s"), fys_library_words_get_collection (info->collection), updated);
}

char *
fys_hit_dup_source (const FysHit *hit)
{
  g_autofree char *place = dup_place (hit);

  if (!hit->is_guess)
    return g_steal_pointer (&place);
  /* Translators: before where it is from: something that was found though it has not the words that were searched for */
  return g_strdup_printf ("%s · %s", _ ("Perhaps"), place);
}

static const char *
get_kind_name (FysHitKind kind)
{
  switch (kind)
    {
    case FYS_HIT_QUESTION:
      /* Translators: told by a screen reader of what was found: what it is */
      return _ ("Question");
    case FYS_HIT_EXERCISE:
      return _ ("Exercise");
    case FYS_HIT_ARTICLE:
    case FYS_HIT_ANY:
    default:
      return _ ("Article");
    }
}

char *
fys_hit_dup_name (const FysHit *hit)
{
  g_autofree char *source = fys_hit_dup_source (hit);
  gboolean         is_sentence = g_str_has_suffix (hit->title, "?") || g_str_has_suffix (hit->title, ".") || g_str_has_suffix (hit->title, "!");

  return g_strdup_printf ("%s%s %s. %s. %s", hit->title, is_sentence ? "" : ".", get_kind_name (hit->kind), source, hit->snippet);
}

char *
fys_hit_dup_citation (const FysLibraryInfo *info,
                      const char           *question,
                      const char           *slug,
                      const char           *answer)
{
  g_autofree char *address = fys_library_info_dup_address (info, slug);
  g_autofree char *updated = dup_date (&info->updated);
  g_autofree char *source = NULL;

  if (updated != NULL)
    /* Translators: the source after a copied answer; %1$s is the article's title, %2$s a date */
    source = g_strdup_printf (_ ("From “%1$s”, updated %2$s"), info->title, updated);
  else
    /* Translators: the source after a copied answer; %s is the article's title */
    source = g_strdup_printf (_ ("From “%s”"), info->title);
  return g_strdup_printf ("%s\n\n%s\n\n%s\n%s\n", question, answer, source, address);
}
